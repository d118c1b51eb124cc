import { attributeProcedures } from './attributes.ts'
import { itemMaster, itemProcedures } from './items.ts'
import { locationMaster } from './locations.ts'
import { courierMaster, customerMaster, partnerMaster, salesmanMaster, trayMaster } from './partners.ts'
import { lookupProcedures, recordProcedures } from './procedures.ts'
import { labelPrinterMaster } from './printers.ts'
import { processFlowEdgeMaster, targetRuleMaster } from './process.ts'
import { defectReasonMaster, downtimeReasonMaster, wasteReasonMaster } from './reasons.ts'
import { productionLineMaster, sectionMaster } from './sections.ts'
import { specialProcedures } from './special.ts'
import { productionRouteMaster, productionStageMaster, routeStepMaster, stageBufferMaster } from './stages.ts'
import { stageFigureMaster, stageStepMaster } from './stage-steps.ts'
import { unitConversionMaster, unitMaster } from './units.ts'
import { holidayMaster, machineMaster, workCalendarMaster, workerMaster, workShiftMaster } from './workforce.ts'

/** What everything else refers to. It belongs to the whole factory, so every section sees all of it. */
export const masters = {
  ...recordProcedures(unitMaster), ...lookupProcedures(unitMaster),
  ...recordProcedures(sectionMaster), ...lookupProcedures(sectionMaster),
  ...recordProcedures(productionLineMaster), ...lookupProcedures(productionLineMaster),
  ...recordProcedures(locationMaster), ...lookupProcedures(locationMaster),
  ...recordProcedures(itemMaster), ...lookupProcedures(itemMaster), ...itemProcedures,
  ...recordProcedures(unitConversionMaster),
  ...recordProcedures(partnerMaster), ...lookupProcedures(partnerMaster),
  ...recordProcedures(customerMaster), ...lookupProcedures(customerMaster),
  ...recordProcedures(salesmanMaster), ...lookupProcedures(salesmanMaster),
  ...recordProcedures(workerMaster), ...lookupProcedures(workerMaster),
  ...recordProcedures(workCalendarMaster), ...lookupProcedures(workCalendarMaster),
  ...recordProcedures(workShiftMaster), ...lookupProcedures(workShiftMaster),
  ...recordProcedures(holidayMaster),
  ...recordProcedures(machineMaster), ...lookupProcedures(machineMaster),
  ...recordProcedures(processFlowEdgeMaster),
  ...recordProcedures(targetRuleMaster),
  ...recordProcedures(productionStageMaster), ...lookupProcedures(productionStageMaster),
  ...recordProcedures(productionRouteMaster), ...lookupProcedures(productionRouteMaster),
  ...recordProcedures(routeStepMaster),
  ...recordProcedures(stageBufferMaster),
  ...recordProcedures(stageStepMaster),
  ...recordProcedures(stageFigureMaster),
  ...recordProcedures(courierMaster), ...lookupProcedures(courierMaster),
  ...recordProcedures(trayMaster), ...lookupProcedures(trayMaster),
  ...recordProcedures(labelPrinterMaster), ...lookupProcedures(labelPrinterMaster),
  ...recordProcedures(defectReasonMaster), ...lookupProcedures(defectReasonMaster),
  ...recordProcedures(downtimeReasonMaster), ...lookupProcedures(downtimeReasonMaster),
  ...recordProcedures(wasteReasonMaster), ...lookupProcedures(wasteReasonMaster),
  ...attributeProcedures,
  ...specialProcedures,
}
