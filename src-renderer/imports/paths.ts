import { importTargets, type TargetName } from '../../shared/imports/target.ts'
import { bomsPath, clientsPath, invoicesPath, masterPaths, ordersPath, stockPath, teamDaysPath } from '../core/paths.ts'

/** Where imports are looked at, and where what they brought in is seen. */
export const historyPath = '/imports'
export const batchPattern = batchPath(':batchId')

export function batchPath(id: string): string {
  return `${historyPath}/${id}`
}

export const targetPaths: Readonly<Record<TargetName, string>> = { ...masterPaths, openingStock: stockPath, lineTargets: masterPaths.targetRules, teamDays: teamDaysPath, teamDayRecords: teamDaysPath, orderLines: ordersPath, boms: bomsPath, bomHeaders: bomsPath, invoices: invoicesPath, invoiceHeads: invoicesPath, creditNotes: invoicesPath, customerLedger: clientsPath, customerAccounts: clientsPath }

/** The target an address names, if it names one. */
export function targetIn(params: URLSearchParams): TargetName | undefined {
  return importTargets.find(name => name === params.get('target'))
}
