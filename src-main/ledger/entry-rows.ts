import type { LedgerEntries, LedgerReceipt, WasteEntry } from '../../shared/ledger/contract.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { linesOn, type LedgerPlace } from './lines.ts'

export const wasteRows = sql.selectFrom('wasteEntry').innerJoin('section', 'section.id', 'wasteEntry.sectionId').innerJoin('item', 'item.id', 'wasteEntry.itemId').innerJoin('unit', 'unit.id', 'item.unitId')
  .innerJoin('wasteReason', 'wasteReason.id', 'wasteEntry.wasteReasonId').innerJoin('user as enterer', 'enterer.id', 'wasteEntry.enteredBy').leftJoin('user as changer', 'changer.id', 'wasteEntry.changedBy')
  .select([
    'wasteEntry.id', 'wasteEntry.version', 'wasteEntry.day', 'wasteEntry.sectionId', 'section.name as sectionName', 'wasteEntry.itemId', 'item.code as itemCode', 'item.name as itemName', 'unit.code as unitCode',
    'wasteEntry.wasteReasonId', 'wasteReason.code as wasteReasonCode', 'wasteReason.name as wasteReasonName', 'wasteEntry.quantity', 'wasteEntry.notes', 'enterer.fullName as enteredByName', 'changer.fullName as changedByName',
  ])
const receiptRows = sql.selectFrom('ledgerReceipt').innerJoin('section', 'section.id', 'ledgerReceipt.sectionId').innerJoin('item', 'item.id', 'ledgerReceipt.itemId').innerJoin('unit', 'unit.id', 'item.unitId')
  .innerJoin('user as enterer', 'enterer.id', 'ledgerReceipt.enteredBy').leftJoin('user as changer', 'changer.id', 'ledgerReceipt.changedBy')
  .select([
    'ledgerReceipt.id', 'ledgerReceipt.version', 'ledgerReceipt.day', 'ledgerReceipt.sectionId', 'section.name as sectionName', 'ledgerReceipt.itemId', 'item.code as itemCode', 'item.name as itemName',
    'unit.code as unitCode', 'ledgerReceipt.isCount', 'ledgerReceipt.quantity', 'ledgerReceipt.notes', 'enterer.fullName as enteredByName', 'changer.fullName as changedByName',
  ])

interface OnDay { readonly sectionId: string; readonly day: string }
const wasteById = planned((of: { id: string }) => wasteRows.where('wasteEntry.id', '=', of.id))
const receiptById = planned((of: { id: string }) => receiptRows.where('ledgerReceipt.id', '=', of.id))
const wasteOn = planned((on: OnDay) => wasteRows.where('wasteEntry.sectionId', '=', on.sectionId).where('wasteEntry.day', '=', on.day).orderBy('item.code').orderBy('wasteReason.name'))
const receiptsOn = planned((on: OnDay) => receiptRows.where('ledgerReceipt.sectionId', '=', on.sectionId).where('ledgerReceipt.day', '=', on.day).orderBy('item.code').orderBy('ledgerReceipt.id'))

export function wasteOf(db: Reader, id: string): WasteEntry {
  return db.one(wasteById({ id }))
}

export function receiptOf(db: Reader, id: string): LedgerReceipt {
  return db.one(receiptById({ id }))
}

export function wasteAt(db: Reader, { itemId, ...on }: LedgerPlace): WasteEntry[] {
  return db.all(wasteOn(on)).filter(entry => entry.itemId === itemId)
}

export function receiptsAt(db: Reader, { itemId, ...on }: LedgerPlace): LedgerReceipt[] {
  return db.all(receiptsOn(on)).filter(entry => entry.itemId === itemId)
}

export function entriesOn(db: Reader, on: OnDay): LedgerEntries {
  return { lines: linesOn(db, on), waste: db.all(wasteOn(on)), receipts: db.all(receiptsOn(on)) }
}
