import { hasCode, keyOfMaster, type AnyMaster, type MasterEntity } from './definition.ts'
import { itemMaster } from './items.ts'
import { locationMaster } from './locations.ts'
import { courierMaster, customerMaster, partnerMaster, salesmanMaster, trayMaster } from './partners.ts'
import { labelPrinterMaster } from './printers.ts'
import { processFlowEdgeMaster, targetRuleMaster } from './process.ts'
import { defectReasonMaster, downtimeReasonMaster, wasteReasonMaster } from './reasons.ts'
import { productionLineMaster, sectionMaster } from './sections.ts'
import { productionRouteMaster, productionStageMaster, routeStepMaster, stageBufferMaster } from './stages.ts'
import { stageFigureMaster, stageStepMaster } from './stage-steps.ts'
import { unitConversionMaster, unitMaster } from './units.ts'
import { holidayMaster, machineMaster, workCalendarMaster, workerMaster, workShiftMaster } from './workforce.ts'

/**
 * Every master, by the name of its texts, its screen, its import and its export, in an order in which each stands after those it
 * refers to: so an empty factory can take them in.
 */
export const masterDefinitions = {
  units: unitMaster,
  sections: sectionMaster,
  productionLines: productionLineMaster,
  locations: locationMaster,
  items: itemMaster,
  unitConversions: unitConversionMaster,
  partners: partnerMaster,
  customers: customerMaster,
  salesmen: salesmanMaster,
  workers: workerMaster,
  workCalendars: workCalendarMaster,
  workShifts: workShiftMaster,
  holidays: holidayMaster,
  machines: machineMaster,
  processFlowEdges: processFlowEdgeMaster,
  targetRules: targetRuleMaster,
  productionStages: productionStageMaster,
  productionRoutes: productionRouteMaster,
  routeSteps: routeStepMaster,
  stageBuffers: stageBufferMaster,
  stageSteps: stageStepMaster,
  stageFigures: stageFigureMaster,
  couriers: courierMaster,
  trays: trayMaster,
  labelPrinters: labelPrinterMaster,
  defectReasons: defectReasonMaster,
  downtimeReasons: downtimeReasonMaster,
  wasteReasons: wasteReasonMaster,
} as const satisfies Readonly<Record<string, AnyMaster>>

export type MasterName = keyof typeof masterDefinitions
export const allMasters: readonly AnyMaster[] = Object.values(masterDefinitions)
export const masterNames = Object.keys(masterDefinitions) as readonly MasterName[]
/** Those that others may refer to. */
export const codedEntities: readonly MasterEntity[] = allMasters.filter(hasCode).map(({ entity }) => entity)

export function masterOf(entity: MasterEntity): AnyMaster {
  return allMasters.find(master => master.entity === entity)!
}

/** The name under which `masterDefinitions` has it. */
export function nameOfMaster(master: AnyMaster): MasterName {
  return keyOfMaster(master) as MasterName
}
