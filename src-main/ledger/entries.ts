import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { isZero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { LedgerReceipt, ledger, ReceiptRow, WasteEntry, WasteRow } from '../../shared/ledger/contract.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { enteredNow } from '../engines/entered.ts'
import { eachRow, eachRowRanked } from '../engines/each-row.ts'
import { requireEnterable } from '../section-day/enterable.ts'
import { invalid } from '../warehouse/refusals.ts'
import { receiptOf, wasteOf } from './entry-rows.ts'
import { keepingRoom } from './room.ts'

interface OnDay { readonly sectionId: string; readonly day: string }
interface Figures { readonly itemId: string; readonly quantity: Decimal }

/** What makes room for others first: what is taken out, then what is changed, then what comes. */
const wasteRanks: Readonly<Record<WasteRow['kind'], number>> = { remove: 0, change: 1, enter: 2 }

export function saveWaste(context: CommandContext, { sectionId, day, rows }: ParsedInputOf<typeof ledger.saveWaste>): (WasteEntry | null)[] {
  requireEnterable(context, { sectionId, day })
  const itemsOf = itemsIn(context.db, 'wasteEntry')
  return keepingRoom(context, { sectionId, day }, { rows, itemsOf, field: 'quantity' }, () => eachRowRanked('rows', rows, ({ kind }) => wasteRanks[kind], row => saveWasteRow(context, { sectionId, day }, row)))
}

export function saveReceipts(context: CommandContext, { sectionId, day, rows }: ParsedInputOf<typeof ledger.saveReceipts>): (LedgerReceipt | null)[] {
  requireEnterable(context, { sectionId, day })
  const itemsTouched = itemsIn(context.db, 'ledgerReceipt')
  // What was counted is how it is: it is never refused, only taking it back is.
  const isCount = (row: ReceiptRow) => row.kind === 'enter' ? row.isCount : row.kind === 'change' && (row.isCount ?? context.db.find('ledgerReceipt', row.id)?.isCount)
  const itemsOf = (row: ReceiptRow) => (isCount(row) ? [] : itemsTouched(row))
  return keepingRoom(context, { sectionId, day }, { rows, itemsOf, field: 'quantity' }, () => eachRow('rows', rows, row => saveReceiptRow(context, { sectionId, day }, row)))
}

/** The items whose figures a row changes: what it was about, and what it is about. */
function itemsIn(db: Reader, entity: 'wasteEntry' | 'ledgerReceipt') {
  return (row: WasteRow | ReceiptRow) => [row.kind === 'enter' ? undefined : db.find(entity, row.id)?.itemId, row.kind === 'remove' ? undefined : row.itemId]
}

function saveWasteRow(context: CommandContext, on: OnDay, row: WasteRow): WasteEntry | null {
  const { db } = context
  if (row.kind === 'enter') {
    const { kind: _kind, ...figures } = row
    requireSound(db, figures)
    requireReason(db, on, figures)
    return wasteOf(db, db.insert('wasteEntry', { ...on, ...figures, enteredBy: enteredNow(context).by }).id)
  }
  const known = requireOfDay(db.get('wasteEntry', row.id), 'wasteEntry', on, row)
  if (row.kind === 'remove') {
    db.remove('wasteEntry', known)
    return null
  }
  const { itemId = known.itemId, wasteReasonId = known.wasteReasonId, quantity = known.quantity, notes = known.notes } = row
  requireSound(db, { itemId, quantity }, known)
  requireReason(db, on, { itemId, wasteReasonId }, known)
  db.update('wasteEntry', known, { itemId, wasteReasonId, quantity, notes, changedBy: enteredNow(context).by })
  return wasteOf(db, known.id)
}

function saveReceiptRow(context: CommandContext, on: OnDay, row: ReceiptRow): LedgerReceipt | null {
  const { db } = context
  if (row.kind === 'enter') {
    const { kind: _kind, ...figures } = row
    requireReceipt(db, on, figures)
    return receiptOf(db, db.insert('ledgerReceipt', { ...on, ...figures, enteredBy: enteredNow(context).by }).id)
  }
  const known = requireOfDay(db.get('ledgerReceipt', row.id), 'ledgerReceipt', on, row)
  if (row.kind === 'remove') {
    db.remove('ledgerReceipt', known)
    return null
  }
  const { itemId = known.itemId, isCount = known.isCount, quantity = known.quantity, notes = known.notes } = row
  requireReceipt(db, on, { itemId, isCount, quantity, notes }, known)
  db.update('ledgerReceipt', known, { itemId, isCount, quantity, notes, changedBy: enteredNow(context).by })
  return receiptOf(db, known.id)
}

interface Known extends OnDay { readonly id: string; readonly version: number }

/** As it was seen, of this very day. */
function requireOfDay<Row extends Known>(known: Row, entity: 'wasteEntry' | 'ledgerReceipt', { sectionId, day }: OnDay, { id, version }: { readonly id: string; readonly version: number }): Row {
  if (known.sectionId !== sectionId || known.day !== day) throw new AppError('not-found', { entity, id })
  if (known.version !== version) throw new AppError('conflict', { entity, id })
  return known
}

function requireSound(db: Reader, { itemId, quantity }: Figures, known?: { readonly itemId: string }): void {
  const item = db.get('item', itemId)
  if (itemId !== known?.itemId && !item.isActive) throw new AppError('inactive', { entity: 'item', id: itemId, code: item.code })
  const { places } = db.get('unit', item.unitId)
  if (!fitsUnit(quantity, places)) throw invalid('quantity', 'masters.issues.unit-places', { places })
}

const sameWaste = planned((of: OnDay & { itemId: string; wasteReasonId: string }) =>
  sql.selectFrom('wasteEntry').select('id').where('sectionId', '=', of.sectionId).where('itemId', '=', of.itemId).where('day', '=', of.day).where('wasteReasonId', '=', of.wasteReasonId))

/** In use where it is newly chosen, and once for an item and day. */
function requireReason(db: Reader, on: OnDay, { itemId, wasteReasonId }: { readonly itemId: string; readonly wasteReasonId: string }, known?: { readonly id: string; readonly wasteReasonId: string }): void {
  const reason = db.get('wasteReason', wasteReasonId)
  if (wasteReasonId !== known?.wasteReasonId && !reason.isActive) throw new AppError('inactive', { entity: 'wasteReason', id: wasteReasonId, code: reason.code })
  const other = db.first(sameWaste({ ...on, itemId, wasteReasonId }))
  if (other && other.id !== known?.id) throw new AppError('duplicate', { entity: 'wasteEntry', id: other.id, code: `${db.get('item', itemId).code} · ${reason.name}` })
}

const sameCount = planned((of: OnDay & { itemId: string }) =>
  sql.selectFrom('ledgerReceipt').select('id').where('sectionId', '=', of.sectionId).where('itemId', '=', of.itemId).where('day', '=', of.day).where('isCount', '=', true))

/** Something is received; none may be counted, of an item once a day, and somebody says why. */
function requireReceipt(db: Reader, on: OnDay, { itemId, isCount, quantity, notes }: Figures & { readonly isCount: boolean; readonly notes: string }, known?: { readonly id: string; readonly itemId: string }): void {
  requireSound(db, { itemId, quantity }, known)
  if (!isCount && isZero(quantity)) throw invalid('quantity', 'ledger.issues.nothing-received')
  if (!isCount) return
  if (notes === '') throw invalid('notes', 'ledger.issues.count-reason')
  const other = db.first(sameCount({ ...on, itemId }))
  if (other && other.id !== known?.id) throw new AppError('duplicate', { entity: 'ledgerReceipt', id: other.id, code: db.get('item', itemId).code })
}
