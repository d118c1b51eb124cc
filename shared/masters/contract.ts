import { z } from 'zod'
import { page } from '../core/list.ts'
import { query } from '../core/procedure.ts'
import { attributeProcedures } from './attributes.ts'
import { itemMaster, itemProcedures } from './items.ts'
import { locationMaster } from './locations.ts'
import { courierMaster, customerMaster, partnerMaster, salesmanMaster, trayMaster } from './partners.ts'
import { allMasters } from './masters.ts'
import { lookupProcedures, recordProcedures } from './procedures.ts'
import { processFlowEdgeMaster, targetRuleMaster } from './process.ts'
import { defectReasonMaster, downtimeReasonMaster, wasteReasonMaster } from './reasons.ts'
import { findInput } from './record.ts'
import { productionLineMaster, sectionMaster } from './sections.ts'
import { unitMaster } from './units.ts'
import { holidayMaster, machineMaster, workCalendarMaster, workerMaster, workShiftMaster } from './workforce.ts'

/** What everything else refers to. It belongs to the whole factory, so every section sees all of it. */
export const masters = {
  ...recordProcedures(unitMaster), ...lookupProcedures(unitMaster),
  ...recordProcedures(sectionMaster), ...lookupProcedures(sectionMaster),
  ...recordProcedures(productionLineMaster), ...lookupProcedures(productionLineMaster),
  ...recordProcedures(locationMaster), ...lookupProcedures(locationMaster),
  ...recordProcedures(itemMaster), ...lookupProcedures(itemMaster), ...itemProcedures,
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
  ...recordProcedures(courierMaster), ...lookupProcedures(courierMaster),
  ...recordProcedures(trayMaster), ...lookupProcedures(trayMaster),
  ...recordProcedures(defectReasonMaster), ...lookupProcedures(defectReasonMaster),
  ...recordProcedures(downtimeReasonMaster), ...lookupProcedures(downtimeReasonMaster),
  ...recordProcedures(wasteReasonMaster), ...lookupProcedures(wasteReasonMaster),
  ...attributeProcedures,
  /** Accounts to link with a worker, or to make supervisors of a section. */
  findAccounts: query({
    permission: 'masters.update', input: z.object(findInput),
    output: page(z.object({ id: z.string(), code: z.string(), name: z.string(), isActive: z.boolean() })), reads: ['user', 'role'],
  }),
  /** How many active records each master has, by its name. */
  countRecords: query({
    permission: 'masters.view', input: z.object({}), output: z.record(z.string(), z.int()), reads: allMasters.map(({ entity }) => entity),
  }),
}
