import { AppError } from '../../shared/core/errors.ts'
import type { masters } from '../../shared/masters/contract.ts'
import { itemMaster } from '../../shared/masters/items.ts'
import { locationMaster } from '../../shared/masters/locations.ts'
import { courierMaster, customerMaster, partnerMaster, salesmanMaster, trayMaster } from '../../shared/masters/partners.ts'
import { labelPrinterMaster } from '../../shared/masters/printers.ts'
import { processFlowEdgeMaster, targetRuleMaster } from '../../shared/masters/process.ts'
import { defectReasonMaster, downtimeReasonMaster, wasteReasonMaster } from '../../shared/masters/reasons.ts'
import { productionLineMaster, sectionMaster } from '../../shared/masters/sections.ts'
import { productionRouteMaster, productionStageMaster, routeStepMaster, stageBufferMaster } from '../../shared/masters/stages.ts'
import { stageFigureMaster, stageStepMaster } from '../../shared/masters/stage-steps.ts'
import { unitConversionMaster, unitMaster } from '../../shared/masters/units.ts'
import { holidayMaster, machineMaster, workCalendarMaster, workerMaster, workShiftMaster } from '../../shared/masters/workforce.ts'
import type { Handlers } from '../core/handlers.ts'
import { attributeHandlers } from './attribute-handlers.ts'
import { listItemSheet, saveItems } from './item-sheet.ts'
import { itemGroups } from './items.ts'
import { lookupHandlers, recordHandlers } from './record-handlers.ts'
import { specialHandlers } from './special-handlers.ts'

export const mastersHandlers: Handlers<typeof masters> = {
  ...recordHandlers(unitMaster), ...lookupHandlers(unitMaster),
  ...recordHandlers(sectionMaster), ...lookupHandlers(sectionMaster),
  ...recordHandlers(productionLineMaster), ...lookupHandlers(productionLineMaster),
  ...recordHandlers(locationMaster), ...lookupHandlers(locationMaster),
  ...recordHandlers(itemMaster), ...lookupHandlers(itemMaster),
  ...recordHandlers(unitConversionMaster),
  ...recordHandlers(partnerMaster), ...lookupHandlers(partnerMaster),
  ...recordHandlers(customerMaster), ...lookupHandlers(customerMaster),
  ...recordHandlers(salesmanMaster), ...lookupHandlers(salesmanMaster),
  ...recordHandlers(workerMaster), ...lookupHandlers(workerMaster),
  ...recordHandlers(workCalendarMaster), ...lookupHandlers(workCalendarMaster),
  ...recordHandlers(workShiftMaster), ...lookupHandlers(workShiftMaster),
  ...recordHandlers(holidayMaster),
  ...recordHandlers(machineMaster), ...lookupHandlers(machineMaster),
  ...recordHandlers(processFlowEdgeMaster),
  ...recordHandlers(targetRuleMaster),
  ...recordHandlers(productionStageMaster), ...lookupHandlers(productionStageMaster),
  ...recordHandlers(productionRouteMaster), ...lookupHandlers(productionRouteMaster),
  ...recordHandlers(routeStepMaster),
  ...recordHandlers(stageBufferMaster),
  ...recordHandlers(stageStepMaster),
  ...recordHandlers(stageFigureMaster),
  ...recordHandlers(courierMaster), ...lookupHandlers(courierMaster),
  ...recordHandlers(trayMaster), ...lookupHandlers(trayMaster),
  ...recordHandlers(labelPrinterMaster), ...lookupHandlers(labelPrinterMaster),
  ...recordHandlers(defectReasonMaster), ...lookupHandlers(defectReasonMaster),
  ...recordHandlers(downtimeReasonMaster), ...lookupHandlers(downtimeReasonMaster),
  ...recordHandlers(wasteReasonMaster), ...lookupHandlers(wasteReasonMaster),
  ...attributeHandlers,
  ...specialHandlers,

  listItemSheet({ db, scope }, input) {
    scope.everyone()
    return listItemSheet(db, input)
  },
  listItemGroups({ db, scope }) {
    scope.everyone()
    return itemGroups(db)
  },
  saveItems({ db, scope, session }, { rows }) {
    scope.everyone()
    if (rows.some(({ id }) => id === undefined) && !session.permissions.has('masters.create')) throw new AppError('forbidden', { needed: 'masters.create' })
    return saveItems(db, rows)
  },
}
