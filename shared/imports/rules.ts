import type { Permission } from '../core/permissions.ts'
import type { TargetName } from './target.ts'

/** Bringing in whatever file one may: each kind asks besides for what it does. */
export const importData = 'process.importData'

/** Whoever has the act of their own kind of file brings that in, and needs no more for it. */
const ownActs: Partial<Record<TargetName, Permission>> = { invoices: 'process.importInvoice', customerLedger: 'process.importLedger' }

/** Those who use the wizard, for one kind of file or for all. */
export const importing: readonly [Permission, ...Permission[]] = [importData, ...Object.values(ownActs)]

/** Any of these brings in files of this kind. */
export function importActs(target: TargetName): readonly [Permission, ...Permission[]] {
  const own = ownActs[target]
  return own === undefined ? [importData] : [importData, own]
}

/** 0 is the highest rank; from a Manager's on, costs may leave the house in a file (IO-2). */
export const sensitiveExportLevel = 2

/** Whether a file with costs may be made: seeing them on the screen is not enough. */
export function mayExportCosts({ level, canSeeCost }: { readonly level: number; readonly canSeeCost: boolean }): boolean {
  return canSeeCost && level <= sensitiveExportLevel
}
