import type { TargetName } from '../../shared/imports/target.ts'
import { allMasters } from '../../shared/masters/masters.ts'
import type { Reader } from '../database/reader.ts'
import { bomHeadersTarget, bomsTarget } from '../engineering/import-boms.ts'
import { customerAccountsTarget, customerLedgerTarget } from '../follow-up/import-ledger.ts'
import { creditNotesTarget, invoiceHeadsTarget, invoicesTarget } from '../fulfilment/import-invoices.ts'
import { lineTargetsTarget } from '../masters/line-targets.ts'
import { masterTarget } from '../masters/master-target.ts'
import { orderLinesTarget } from '../purchasing/import-lines.ts'
import { teamDayRecordsTarget, teamDaysTarget } from '../section-day/import-team-days.ts'
import { openingStockTarget } from '../warehouse/import-opening.ts'
import { isList, type ImportTarget } from './target.ts'

/** Everything that can be imported: every master by its definition, and what modules bring, one line a target. */
export const allTargets: readonly ImportTarget[] = [...allMasters.map(masterTarget), openingStockTarget, lineTargetsTarget, teamDaysTarget, orderLinesTarget, bomsTarget, invoicesTarget, customerLedgerTarget]
/** Lists that come by files of several lists alone. */
export const partTargets: readonly ImportTarget[] = [bomHeadersTarget, teamDayRecordsTarget, invoiceHeadsTarget, creditNotesTarget, customerAccountsTarget]
const byName = new Map([...allTargets, ...partTargets].map(target => [target.name, target]))

export function targetOf(name: TargetName): ImportTarget {
  return byName.get(name)!
}

/** The same with the fields that this factory has defined besides: as its files have it. */
export function targetIn(db: Reader, name: TargetName): ImportTarget {
  return withExtraFields(db, targetOf(name))
}

export function withExtraFields(db: Reader, target: ImportTarget): ImportTarget {
  const extra = isList(target) ? target.extraFields?.(db) : undefined
  return extra && extra.length > 0 ? { ...target, fields: [...target.fields, ...extra] } : target
}
