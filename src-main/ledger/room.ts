import { addDecimals, decimalText, fromUnits, maxDecimal, negateDecimal, subtractDecimals, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError, type ErrorCode } from '../../shared/core/errors.ts'
import { features } from '../../shared/features/settings.ts'
import { negativePercent } from '../../shared/ledger/rules.ts'
import { productionSettings } from '../../shared/production/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { eachRow } from '../engines/each-row.ts'
import { invalid } from '../warehouse/refusals.ts'
import { lineAt, type LedgerPlace } from './lines.ts'

type Asking = Pick<CommandContext, 'db' | 'settings' | 'today'>

const lowest = fromUnits(Number.MIN_SAFE_INTEGER)
const sunkAfter = planned((of: LedgerPlace & { below: Decimal; from: Decimal; known: boolean }) => sql.selectFrom('ledgerDay').select(['day', 'closing']).where('sectionId', '=', of.sectionId).where('itemId', '=', of.itemId).where('day', '>', of.day)
  .where('isKnown', '>=', of.known).where('closing', '<', of.below).where('closing', '>=', of.from).orderBy('day').limit(1))
const lastUntil = planned((of: LedgerPlace) =>
  sql.selectFrom('ledgerDay').select(['day', 'isKnown', 'opening', 'received', 'manual', 'closing']).where('sectionId', '=', of.sectionId).where('itemId', '=', of.itemId).where('day', '<=', of.day).orderBy('day', 'desc').limit(1))
const workersMadeAt = planned((at: LedgerPlace) => sql.selectFrom('workerEntry').select(({ fn }) => fn.sum<Decimal | null>('actualQuantity').as('sum')).where('sectionId', '=', at.sectionId).where('itemId', '=', at.itemId).where('day', '=', at.day))
const ordersMadeAt = planned((at: LedgerPlace) => sql.selectFrom('ledgerProduction').select(({ fn }) => fn.sum<Decimal | null>('quantity').as('sum')).where('sectionId', '=', at.sectionId).where('itemId', '=', at.itemId).where('day', '=', at.day))
const wayTo = planned((to: LedgerPlace) => sql.selectFrom('flowPeriod').select('seq').where('itemId', '=', to.itemId).where('toSectionId', '=', to.sectionId).where('fromDay', '<=', to.day)
  .where(({ eb, or }) => or([eb('untilDay', 'is', null), eb('untilDay', '>=', to.day)])).limit(1))

/** What is left of an item at the end of a section's day, and whether anybody can say so. */
export interface Standing { readonly left: Decimal; readonly isKnown: boolean }

export function standingAt(db: Reader, at: LedgerPlace): Standing {
  const { closing, isStart } = lineAt(db, at)
  return { left: closing, isKnown: !isStart }
}

/** What workers' entries and work orders say of a day's output, null where they say nothing. */
export function madeOn(db: Reader, at: LedgerPlace): { workers: Decimal | null; orders: Decimal | null } {
  return { workers: db.one(workersMadeAt(at)).sum, orders: db.one(ordersMadeAt(at)).sum }
}

/** What more is put out when the day's production of work orders grows by as much: the larger of the two counts (PX-7). */
export function outputAhead(db: Reader, at: LedgerPlace, produced: Decimal): Decimal {
  const { workers, orders } = madeOn(db, at)
  const [byWorkers, byOrders] = [workers ?? zero, orders ?? zero]
  return subtractDecimals(maxDecimal(byWorkers, addDecimals(byOrders, produced)), maxDecimal(byWorkers, byOrders))
}

/** What is taken besides and not written yet. */
interface Ahead { readonly output: Decimal; readonly rejected: Decimal }
const nothingAhead: Ahead = { output: zero, rejected: zero }

/**
 * PX-9, PX-15: where the ledger binds, what leaves less of an item than before leaves neither this day nor a later one below zero, and nothing is entered while it stands far below. `before` is how it stood
 * then (`standingAt`). What makes it better always passes; nobody takes back with what it was known that there is enough. Throws `ledger-output`, `ledger-waste`, `ledger-later`, `ledger-blocked`; for a `field`
 * of a row the same in words of that field.
 */
export function requireRoom(context: Asking, at: LedgerPlace, before: Standing, { ahead = nothingAhead, field }: { readonly ahead?: Ahead; readonly field?: string } = {}): void {
  const { db, settings } = context
  if (!settings.get(features.ledgerBinds)) return
  const line = lineAt(db, at)
  const unwritten = addDecimals(ahead.output, ahead.rejected)
  const taken = addDecimals(subtractDecimals(before.left, line.closing), unwritten)
  const isUnsaid = before.isKnown && line.isStart
  if (!isUnsaid && (taken <= 0 || (line.isStart && db.first(wayTo(at)) === undefined))) return
  const refuse = (code: ErrorCode, params: Readonly<Record<string, string>>): never => {
    const told = { item: line.itemName, section: line.sectionName, day: at.day, unit: line.unitCode, available: decimalText(line.available), ...params }
    throw field === undefined ? new AppError(code, told) : invalid(field, `errorDetails.${code}`, told)
  }
  const output = addDecimals(line.output, ahead.output)
  if (output > line.available) refuse('ledger-output', { used: decimalText(output) })
  const used = sumDecimals([output, line.rejected, ahead.rejected, line.waste])
  if (used > line.available) refuse('ledger-waste', { used: decimalText(used) })
  // Only what this entry sinks: a day that an earlier section's correction has sunk is told of by itself (PX-15).
  const later = db.first(sunkAfter({ ...at, below: unwritten, from: isUnsaid ? lowest : subtractDecimals(unwritten, taken), known: !isUnsaid }))
  if (later) refuse('ledger-later', { later: later.day, missing: decimalText(subtractDecimals(unwritten, later.closing)) })
  refuseBlocked(context, at, subtractDecimals(taken, unwritten), refuse)
}

interface Rows<Row> { readonly rows: readonly Row[]; readonly field: string; itemsOf(row: Row): readonly (string | undefined)[] }

/** PX-9 for all rows of a section's day together, whatever their order; an item that has no room is refused at its last row. */
export function keepingRoom<Row, Result>(context: Asking, on: Omit<LedgerPlace, 'itemId'>, { rows, itemsOf, field }: Rows<Row>, save: () => Result): Result {
  if (!context.settings.get(features.ledgerBinds)) return save()
  const items = rows.map(row => itemsOf(row).filter(itemId => itemId !== undefined))
  const lastRow = new Map(items.flatMap((ofRow, index) => ofRow.map(itemId => [itemId, index] as const)))
  const before = new Map([...lastRow.keys()].map(itemId => [itemId, standingAt(context.db, { ...on, itemId })]))
  const result = save()
  eachRow('rows', items, (ofRow, index) => {
    for (const itemId of ofRow) if (lastRow.get(itemId) === index) requireRoom(context, { ...on, itemId }, before.get(itemId)!, { field })
  })
  return result
}

/** PX-15: an item that stands further below zero than the factory bears takes no more before it is settled; how it stood before this entry counts. */
function refuseBlocked({ db, settings, today }: Asking, at: LedgerPlace, written: Decimal, refuse: (code: ErrorCode, params: Readonly<Record<string, string>>) => never): void {
  const last = db.first(lastUntil({ ...at, day: today() }))
  if (!last?.isKnown) return
  const stood = fromUnits(last.closing + (last.day >= at.day ? written : 0))
  const share = negativePercent(stood, fromUnits(last.opening + last.received + last.manual))
  if (share > settings.get(productionSettings.negativeBlock)) refuse('ledger-blocked', { missing: decimalText(negateDecimal(stood)), percent: decimalText(share) })
}
