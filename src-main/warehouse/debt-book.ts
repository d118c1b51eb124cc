import type { Selectable } from 'kysely'
import { sql as raw } from 'kysely'
import {
  addDecimals, compareDecimals, decimalText, isPositive, isZero, minDecimal, negateDecimal, subtractDecimals, sumDecimals, type Decimal,
} from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { leftOf } from '../../shared/warehouse/debt-rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { MaterialDebtTable, StockMoveTable } from '../database/tables.ts'
import { findBalance } from './balances.ts'
import { tellSettlement } from './debt-notices.ts'
import { takeOfLot, writeParts, type LotPart } from './lots.ts'
import { invalid } from './refusals.ts'

export type Debt = Selectable<MaterialDebtTable>
type Move = Selectable<StockMoveTable>
interface Place { readonly itemId: string; readonly locationId: string }

/**
 * WH-20: so much is taken on a debt; the place's `owed` is the caller's. Throws `debt-not-approved`, `debt-closed` for one that is written off,
 * `debt-exceeded`, and `invalid-input` for a debt of another item or place.
 */
export function takeOnDebt(db: Writer, debtId: string, { itemId, locationId }: Place, quantity: Decimal): void {
  const debt = db.get('materialDebt', debtId)
  const { number } = debt
  if (debt.itemId !== itemId || debt.locationId !== locationId) throw invalid('debtId', 'warehouse.issues.other-debt', { number })
  if (debt.approvedAt === null) throw new AppError('debt-not-approved', { number })
  if (debt.writtenOffAt !== null) throw new AppError('debt-closed', { number })
  if (compareDecimals(quantity, leftOf(debt)) > 0) throw debtExceeded(db, debt, quantity)
  db.update('materialDebt', debt, { issued: addDecimals(debt.issued, quantity) })
}

/** Moves on debt that are not wholly settled, those of the debt that was approved first before the others. */
const openIssues = planned((place: { itemId: string; locationId: string }) => sql.selectFrom('stockMove').innerJoin(
  'materialDebt', 'materialDebt.id', 'stockMove.debtId',
)
  .select(['stockMove.seq', 'stockMove.debtId', raw<Decimal>`stockMove.quantity - (select ifnull(sum(quantity), 0) from stockMoveLot where moveSeq = stockMove.seq)`.as('open')])
  .where('materialDebt.itemId', '=', place.itemId).where('materialDebt.locationId', '=', place.locationId)
  .where(({ eb, ref }) => eb('materialDebt.issued', '>', ref('materialDebt.settled')))
  .where(({ not, exists, selectFrom }) => not(exists(selectFrom('stockMove as undoing').select('undoing.seq').whereRef('undoing.reverses', '=', 'stockMove.seq'))))
  .orderBy('materialDebt.approvedAt').orderBy('materialDebt.number').orderBy('stockMove.seq'))

interface Settlement extends LotPart { readonly issueSeq: number; readonly debtId: string }

/**
 * WH-20: goods that came to a place go to what was taken there on debt, the oldest approved first, lot by lot; the rest is stock. `only`: this debt alone.
 * The goods stand at the place already.
 */
export function settleDebts(
  context: CommandContext, { seq: receiptSeq, itemId, toLocationId: locationId }: Move, parts: readonly LotPart[], only?: string,
): void {
  const { db, session } = context
  const balance = findBalance(db, itemId, locationId)
  if (!balance || isZero(balance.owed)) return
  const issues = db.all(openIssues({ itemId, locationId })).filter(({ debtId, open }) => isPositive(open) && (only === undefined || debtId === only))
  const settlements = settlementsOf(issues.map(({ seq, debtId, open }) => ({ seq, debtId: debtId!, open })), parts)
  for (const { issueSeq, debtId, ...part } of settlements) {
    takeOfLot(db, part, locationId)
    writeParts(db, issueSeq, [part])
    db.append('debtSettlement', { debtId, issueSeq, receiptSeq, ...part, createdBy: session.userId })
  }
  const total = sumDecimals(settlements.map(({ quantity }) => quantity))
  if (isPositive(total)) db.update('stockBalance', balance, { owed: subtractDecimals(balance.owed, total) })
  for (const [debtId, own] of Map.groupBy(settlements, settlement => settlement.debtId)) {
    const debt = db.get('materialDebt', debtId)
    const quantity = sumDecimals(own.map(part => part.quantity))
    tellSettlement(context, db.update('materialDebt', debt, { settled: addDecimals(debt.settled, quantity) }), quantity)
  }
}

function settlementsOf(issues: readonly { readonly seq: number; readonly debtId: string; readonly open: Decimal }[], parts: readonly LotPart[]): Settlement[] {
  const found: Settlement[] = []
  const lots = parts.map(part => ({ ...part }))
  for (const { seq: issueSeq, debtId, open } of issues) {
    let rest = open
    for (const lot of lots) {
      const quantity = minDecimal(rest, lot.quantity)
      if (!isPositive(quantity)) continue
      found.push({ issueSeq, debtId, lotId: lot.lotId, quantity })
      lot.quantity = subtractDecimals(lot.quantity, quantity)
      rest = subtractDecimals(rest, quantity)
    }
  }
  return found
}

/** A move on debt is undone: what is not settled is owed no more, what was settled is given back; its lots came back with the move `undoingSeq`. */
export function giveBackDebt({ db, session }: CommandContext, { seq, debtId, itemId, fromLocationId, quantity }: Move, undoingSeq: number): void {
  if (debtId === null) return
  const lots = db.all(sql.selectFrom('stockMoveLot').select('quantity').where('moveSeq', '=', seq))
  const open = subtractDecimals(quantity, sumDecimals(lots.map(part => part.quantity)))
  const settlements = db.all(sql.selectFrom('debtSettlement').select(['lotId', 'quantity']).where('issueSeq', '=', seq).orderBy('seq'))
  for (const part of settlements) db.append(
    'debtSettlement', { debtId, issueSeq: seq, receiptSeq: undoingSeq, lotId: part.lotId, quantity: negateDecimal(part.quantity), createdBy: session.userId },
  )
  const [debt, settled] = [db.get('materialDebt', debtId), sumDecimals(settlements.map(part => part.quantity))]
  db.update('materialDebt', debt, { issued: subtractDecimals(debt.issued, addDecimals(open, settled)), settled: subtractDecimals(debt.settled, settled) })
  const balance = findBalance(db, itemId, fromLocationId)!
  db.update('stockBalance', balance, { owed: subtractDecimals(balance.owed, open) })
}

const settledBy = planned((by: { receiptSeq: number }) => sql.selectFrom('debtSettlement').select('seq').where('receiptSeq', '=', by.receiptSeq).limit(1))

/** Whether goods of a move have settled a debt. */
export function hasSettled(db: Reader, receiptSeq: number): boolean {
  return db.first(settledBy({ receiptSeq })) !== undefined
}

function debtExceeded(db: Reader, debt: Debt, quantity: Decimal): AppError {
  const item = db.get('item', debt.itemId)
  return new AppError('debt-exceeded', {
    number: debt.number, itemName: item.name, requested: decimalText(quantity), remaining: decimalText(leftOf(debt)), unit: db.get('unit', item.unitId).code,
  })
}
