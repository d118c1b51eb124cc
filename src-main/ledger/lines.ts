import { sql as raw, type SqlBool } from 'kysely'
import type { LedgerLine, ledger } from '../../shared/ledger/contract.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { zero, type Decimal } from '../../shared/core/decimal.ts'
import { availableOf, isAnomaly, negativePercent, wastePercent } from '../../shared/ledger/rules.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'
import { isMine, type Sections } from '../warehouse/places.ts'

/** A section's item on a day. */
export interface LedgerPlace { readonly sectionId: string; readonly itemId: string; readonly day: string }

/** As the index of what stands below zero has it. */
export const isBelowZero = raw<SqlBool>`ledgerDay.isKnown and ledgerDay.opening + ledgerDay.received + ledgerDay.manual < ledgerDay.output + ledgerDay.rejected + ledgerDay.waste`

export const ledgerRows = sql.selectFrom('ledgerDay').innerJoin('section', 'section.id', 'ledgerDay.sectionId').innerJoin('item', 'item.id', 'ledgerDay.itemId').innerJoin('unit', 'unit.id', 'item.unitId')
  .select([
    'ledgerDay.seq', 'ledgerDay.day', 'ledgerDay.sectionId', 'section.name as sectionName', 'ledgerDay.itemId', 'item.code as itemCode', 'item.name as itemName', 'unit.code as unitCode',
    'ledgerDay.isKnown', 'ledgerDay.counted', 'ledgerDay.opening', 'ledgerDay.received', 'ledgerDay.manual', 'ledgerDay.output', 'ledgerDay.rejected', 'ledgerDay.waste', 'ledgerDay.closing',
  ])
type Row = Omit<LedgerLine, 'id' | 'available' | 'wastePercent' | 'shortPercent' | 'isStart' | 'isShort' | 'isAnomaly'> & { readonly seq: number; readonly isKnown: boolean }

const nothingSaid = { counted: null, received: zero, manual: zero, output: zero, rejected: zero, waste: zero } as const

export function lineOf({ seq, isKnown, ...row }: Row): LedgerLine {
  const available = availableOf(row)
  const isStart = !isKnown
  return {
    ...row, id: String(seq), available, isStart, isShort: !isStart && row.closing < 0, isAnomaly: !isStart && isAnomaly(row), wastePercent: wastePercent(row.waste, available),
    shortPercent: isStart ? zero : negativePercent(row.closing, available),
  }
}

/** The newest first. */
export function listLedger(db: Reader, mine: Sections, { filter, ...input }: ParsedInputOf<typeof ledger.listLedger>): Page<LedgerLine> {
  const { fromDay, toDay, isShort, ...equal } = filter
  let query = narrowed(ledgerRows.where(mine === 'all' ? raw<SqlBool>`1` : isMine('ledgerDay', mine)), equal, { sectionId: 'ledgerDay.sectionId', itemId: 'ledgerDay.itemId' })
  if (fromDay !== undefined) query = query.where('ledgerDay.day', '>=', fromDay)
  if (toDay !== undefined) query = query.where('ledgerDay.day', '<=', toDay)
  if (isShort === true) query = query.where(isBelowZero)
  if (isShort === false) query = query.where(raw<SqlBool>`not (${isBelowZero})`)
  const found = listPage(db, input, {
    query, search: ['item.code', 'item.name', 'section.name'], defaultSort: [{ column: 'day', descending: true }], id: 'ledgerDay.seq',
    columns: {
      day: 'ledgerDay.day', sectionName: textColumn('section.name'), itemName: textColumn('item.name'), output: 'ledgerDay.output', waste: 'ledgerDay.waste', closing: 'ledgerDay.closing',
    },
  })
  return { ...found, rows: found.rows.map(lineOf) }
}

const rowAt = planned((at: LedgerPlace) => ledgerRows.where('ledgerDay.sectionId', '=', at.sectionId).where('ledgerDay.itemId', '=', at.itemId).where('ledgerDay.day', '=', at.day))
const rowsOn = planned((on: { sectionId: string; day: string }) => ledgerRows.where('ledgerDay.sectionId', '=', on.sectionId).where('ledgerDay.day', '=', on.day).orderBy('item.code'))
/** What lies in the section since a day before: found item by item, so that years of days are not read for it. */
const carriedOn = planned((on: { sectionId: string; day: string }) => ledgerRows
  .where('ledgerDay.seq', 'in', sql.selectFrom('item as one').select(({ selectFrom }) => selectFrom('ledgerDay as last').select('last.seq')
    .where('last.sectionId', '=', on.sectionId).whereRef('last.itemId', '=', 'one.id').where('last.day', '<=', on.day).orderBy('last.day', 'desc').limit(1).as('seq')))
  .where('ledgerDay.day', '<', on.day).where('ledgerDay.isKnown', '=', true).where('ledgerDay.closing', '<>', zero).orderBy('item.code'))
const lastBefore = planned((at: LedgerPlace) =>
  sql.selectFrom('ledgerDay').select(['day', 'isKnown', 'closing']).where('sectionId', '=', at.sectionId).where('itemId', '=', at.itemId).where('day', '<', at.day).orderBy('day', 'desc').limit(1))
/** Of each item of which anything is said on a section's day, or that lies there since before. */
export function linesOn(db: Reader, on: { readonly sectionId: string; readonly day: string }): LedgerLine[] {
  const carried = db.all(carriedOn(on)).map(({ closing, ...row }) => ({ ...row, ...nothingSaid, day: on.day, opening: closing, closing }))
  return [...db.all(rowsOn(on)), ...carried].map(lineOf)
}

/** The last day before of which anything is said, and from which on it is known what the section has; nothing where this one is the first. */
export function dayBefore(db: Reader, at: LedgerPlace): { day: string; closing: Decimal } | undefined {
  const before = db.first(lastBefore(at))
  return before?.isKnown ? { day: before.day, closing: before.closing } : undefined
}

/** A day of which nothing is said opens, and closes, with what was left before. */
export function lineAt(db: Reader, at: LedgerPlace): LedgerLine {
  const row = db.first(rowAt(at))
  if (row) return lineOf(row)
  const item = db.get('item', at.itemId)
  const before = dayBefore(db, at)
  const opening = before?.closing ?? zero
  return lineOf({
    seq: 0, ...at, sectionName: db.get('section', at.sectionId).name, itemCode: item.code, itemName: item.name, unitCode: db.get('unit', item.unitId).code,
    isKnown: before !== undefined, ...nothingSaid, opening, closing: opening,
  })
}
