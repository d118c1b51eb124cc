import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { Page } from '../../shared/core/list.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { StockDocument, StockDocumentDetail, StockDocumentLine, stockDocuments } from '../../shared/warehouse/documents.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Scope } from '../core/session.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { openRequest } from '../engines/approvals.ts'
import { placesWithin } from '../engines/place-tree.ts'
import { inItemUnitIfAny } from '../engineering/conversions.ts'
import { found, isAmong, matching } from '../masters/lookup.ts'
import { sectionsIn, type Document } from './document-lines.ts'
import { isSeen, type Sections } from './places.ts'
import { previewIssues } from './use-gate.ts'

export const documentRows = sql.selectFrom('stockDocument')
  .leftJoin('location as fromLocation', 'fromLocation.id', 'stockDocument.fromLocationId')
  .leftJoin('location as toLocation', 'toLocation.id', 'stockDocument.toLocationId')
  .leftJoin('partner', 'partner.id', 'stockDocument.partnerId')
  .innerJoin('user as creator', 'creator.id', 'stockDocument.createdBy')
  .leftJoin('user as poster', 'poster.id', 'stockDocument.postedBy')
  .leftJoin('user as reverser', 'reverser.id', 'stockDocument.reversedBy')
  .select([
    'stockDocument.id', 'stockDocument.version', 'stockDocument.createdAt', 'stockDocument.number', 'stockDocument.kind', 'stockDocument.status',
    'stockDocument.fromLocationId', 'fromLocation.name as fromLocationName', 'stockDocument.toLocationId', 'toLocation.name as toLocationName',
    'stockDocument.issuedFor',
    'stockDocument.partnerId', 'partner.name as partnerName', 'stockDocument.reference', 'stockDocument.notes', 'creator.fullName as createdByName',
    'poster.fullName as postedByName', 'stockDocument.postedAt', 'stockDocument.postedDay', 'reverser.fullName as reversedByName', 'stockDocument.reversedAt',
    'stockDocument.reverseReason',
  ])
  .select([
    raw<number>`(select count(*) from stockDocumentLine where documentId = stockDocument.id)`.as('lineCount'),
    raw<string | null>`(select item.name from stockDocumentLine join item on item.id = itemId where documentId = stockDocument.id order by position limit 1)`.as('firstItemName'),
  ])

/** Whether a document touches a place of the sections', or none of a section at all. */
export function isSeenDocument(mine: Sections): RawBuilder<SqlBool> {
  if (mine === 'all') return raw<SqlBool>`1`
  return raw<SqlBool>`(stockDocument.sectionIds = '[]' or exists (
    select 1 from json_each(stockDocument.sectionIds) as touched where touched.value in (select value from json_each(${JSON.stringify(mine)}))))`
}

/** Throws `foreign-section` for a document that the list hides. */
export function requireSeenDocument(scope: Scope, document: Document): void {
  const sections = sectionsIn(document)
  const mine = scope.mine()
  if (mine !== 'all' && !sections.some(id => mine.includes(id))) scope.section(sections[0] ?? null)
}

export function listDocuments(db: Reader, mine: Sections, input: ParsedInputOf<typeof stockDocuments.listStockDocuments>): Page<StockDocument> {
  const { kind, status, locationId, itemId, fromDay, toDay } = input.filter
  let query = documentRows.where(isSeenDocument(mine))
  if (kind !== undefined) query = query.where('stockDocument.kind', 'in', kind)
  if (status !== undefined) query = query.where('stockDocument.status', 'in', status)
  if (fromDay !== undefined) query = query.where('stockDocument.postedDay', '>=', fromDay)
  if (toDay !== undefined) query = query.where('stockDocument.postedDay', '<=', toDay)
  if (itemId !== undefined) query = query.where(
    raw<SqlBool>`exists (select 1 from stockDocumentLine where documentId = stockDocument.id and itemId = ${itemId})`,
  )
  if (locationId !== undefined) {
    const within = raw<string>`(select value from json_each(${JSON.stringify(placesWithin(db, [locationId]))}))`
    query = query.where(raw<SqlBool>`(stockDocument.fromLocationId in ${within} or stockDocument.toLocationId in ${within}
      or exists (select 1 from stockDocumentLine as line where line.documentId = stockDocument.id and (line.fromLocationId in ${within} or line.toLocationId in ${within})))`)
  }
  return listPage(db, input, {
    query,
    columns: {
      number: 'stockDocument.number', createdAt: 'stockDocument.createdAt', kind: 'stockDocument.kind', status: 'stockDocument.status',
      postedDay: 'stockDocument.postedDay',
    },
    search: ['stockDocument.number', 'stockDocument.reference', 'stockDocument.notes', 'partner.name'],
    defaultSort: [{ column: 'createdAt', descending: true }],
    id: 'stockDocument.id',
  })
}

/** Throws `not-found`. */
export function documentOf(db: Reader, id: string): StockDocument {
  db.get('stockDocument', id)
  return db.one(documentRows.where('stockDocument.id', '=', id))
}

const placeOfLine = raw`case stockDocument.kind when 'RECEIPT' then coalesce(line.toLocationId, stockDocument.toLocationId) else coalesce(line.fromLocationId, stockDocument.fromLocationId) end`

function lineRows(mine: Sections) {
  const level = (column: 'onHand' | 'onHand - reserved') => {
    const [of, ofLot] = column === 'onHand' ? [raw`balance.onHand`, raw`lotBalance.onHand`] : [
      raw`balance.onHand - balance.reserved`, raw`lotBalance.onHand - lotBalance.reserved`,
    ]
    return raw<Decimal | null>`case when place.id is not null then coalesce(case when line.lotId is null then ${of} else ${ofLot} end, 0) end`
  }
  return sql.selectFrom('stockDocumentLine as line')
    .innerJoin('stockDocument', 'stockDocument.id', 'line.documentId')
    .innerJoin('item', 'item.id', 'line.itemId').innerJoin('unit as itemUnit', 'itemUnit.id', 'item.unitId').innerJoin('unit', 'unit.id', 'line.unitId')
    .leftJoin('stockLot', 'stockLot.id', 'line.lotId')
    .leftJoin('location as fromLocation', 'fromLocation.id', 'line.fromLocationId').leftJoin('location as toLocation', 'toLocation.id', 'line.toLocationId')
    .leftJoin('workOrder', 'workOrder.id', 'line.workOrderId')
    .leftJoin('location as place', join => join.on(raw<SqlBool>`place.id = ${placeOfLine} and ${isSeen('place', mine)}`))
    .leftJoin('stockBalance as balance', join => join.onRef('balance.itemId', '=', 'line.itemId').onRef('balance.locationId', '=', 'place.id'))
    .leftJoin('lotBalance', join => join.onRef('lotBalance.lotId', '=', 'line.lotId').onRef('lotBalance.locationId', '=', 'place.id'))
    .select([
      'line.id', 'line.version', 'line.documentId', 'line.itemId', 'item.code as itemCode', 'item.name as itemName', 'item.unitId as itemUnitId',
      'itemUnit.code as itemUnitCode',
      'itemUnit.places as itemUnitPlaces', 'line.unitId', 'unit.code as unitCode', 'unit.places as unitPlaces', 'line.quantity', 'line.stockQuantity',
      'line.lotId', 'stockLot.code as lotCode',
      'line.fromLocationId', 'fromLocation.code as fromLocationCode', 'fromLocation.name as fromLocationName', 'line.toLocationId',
      'toLocation.code as toLocationCode',
      'toLocation.name as toLocationName', 'line.workOrderId', 'workOrder.number as workOrderNumber', 'line.note', 'line.supplierLot', 'line.expiresOn',
      'line.unitCost', 'line.inBooks', 'line.moveSeq',
    ])
    .select([level('onHand').as('onHand'), level('onHand - reserved').as('available')])
    .orderBy('line.position').orderBy('line.id')
}

/** In the order they were entered in. */
export function linesOf(db: Reader, mine: Sections, documentId: string): StockDocumentLine[] {
  const lines = db.all(lineRows(mine).where('line.documentId', '=', documentId))
  const moves = lines.map(({ moveSeq }) => moveSeq).filter(seq => seq !== null)
  const parts = moves.length === 0 ? [] : db.all(sql.selectFrom('stockMoveLot').innerJoin('stockLot', 'stockLot.id', 'stockMoveLot.lotId')
    .where(isAmong('stockMoveLot.moveSeq', JSON.stringify(moves))).orderBy('stockMoveLot.seq')
    .select(['stockMoveLot.moveSeq', 'stockMoveLot.lotId', 'stockLot.code', 'stockMoveLot.quantity', 'stockLot.expiresOn']))
  const byMove = Map.groupBy(parts, ({ moveSeq }) => moveSeq)
  return lines.map(line => ({ ...line, lots: (byMove.get(line.moveSeq ?? 0) ?? []).map(({ moveSeq: _, ...lot }) => lot) }))
}

export function documentDetail(context: Pick<QueryContext, 'db' | 'scope' | 'settings'>, id: string): StockDocumentDetail {
  const { db, scope } = context
  const document = db.get('stockDocument', id)
  requireSeenDocument(scope, document)
  const request = openRequest(db, 'STOCK_DOCUMENT', id)
  const lines = linesOf(db, scope.mine(), id)
  return {
    document: documentOf(db, id), lines, overuses: overusesOf(context, document, lines),
    request: request ? { id: request.id, number: request.number, step: request.step } : null,
  }
}

/** A line in a unit that does not lead to its item's is refused when it is posted; here it is passed over. */
function overusesOf(context: Pick<QueryContext, 'db' | 'settings'>, { kind, status, issuedFor }: Document, lines: readonly StockDocumentLine[]): StockDocumentDetail['overuses'] {
  if (kind !== 'ISSUE' || status !== 'DRAFT' || issuedFor !== 'PRODUCTION') return []
  const issued = lines.flatMap(line => {
    const quantity = inItemUnitIfAny(context.db, line)
    return quantity === undefined ? [] : [{ ...line, quantity }]
  })
  return previewIssues(context, issued).map(({ id: lineId, verdict, variancePercent }) => ({ lineId, verdict, variancePercent }))
}

/** Lots as a field shows them. */
const foundLots = sql.selectFrom('stockLot').innerJoin('item', 'item.id', 'stockLot.itemId')
  .select(['stockLot.id', 'stockLot.code', 'item.name', raw<boolean>`1`.as('isActive')])

export function findLots(db: Reader, input: { readonly search: string; readonly pageSize: number }): OutputOf<typeof stockDocuments.findStockLots> {
  return found(db, foundLots, input, { code: 'stockLot.code', name: 'item.name' })
}

/** By their very code alone: an item's name is that of many lots. */
export function matchLots(db: Reader, texts: readonly string[]): OutputOf<typeof stockDocuments.matchStockLots> {
  return db.all(matching(foundLots, texts, { code: 'stockLot.code', name: 'stockLot.code' }))
}
