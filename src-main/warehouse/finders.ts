import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import { foundOf, numberFinder, wordFinder, type Asker, type Finder } from '../engines/finders.ts'
import type { Found } from '../../shared/search/found.ts'
import { sql } from '../database/sql.ts'
import { isSeenDocument } from './document-rows.ts'
import { seenMoves } from './move-lists.ts'
import { isSeen } from './places.ts'

/** Moves of the ledger by their number, as the screens write it: `#1234`. A number alone is no barcode of a move. */
export const moveFinder: Finder = {
  kind: 'stockMove',
  needs: ['warehouse.view'],
  find: (asker, text) => movesOf(asker, [/^#?(\d{1,12})$/.exec(text)?.[1]]),
  withCode: () => [],
  withIds: movesOf,
}

function movesOf({ db, mine }: Asker, ids: readonly (string | undefined)[]): Found[] {
  const seqs = ids.map(Number).filter(Number.isSafeInteger)
  return db.all(seenMoves(mine).where('stockMove.seq', 'in', seqs)).map(({ seq, itemName, kind, fromLocationName, toLocationName }) =>
    foundOf(
      'stockMove',
      { id: String(seq), code: `#${seq}`, name: itemName, detail: `${fromLocationName} → ${toLocationName}`, state: `warehouse.moveKinds.${kind}` },
    ))
}

export const debtFinder: Finder = numberFinder({
  kind: 'materialDebt', series: 'materialDebt', needs: ['warehouse.view'], id: 'materialDebt.id',
  rows: asker => sql.selectFrom('materialDebt').innerJoin('item', 'item.id', 'materialDebt.itemId').innerJoin('section', 'section.id', 'materialDebt.sectionId')
    .select(['materialDebt.id', 'materialDebt.number as code', 'item.name', 'section.name as detail']).where(isOfAsker(asker, 'materialDebt')),
  face: row => row,
})

export const shortageFinder: Finder = numberFinder({
  kind: 'shortage', series: 'shortage', needs: ['warehouse.view'], id: 'shortage.id',
  rows: asker => sql.selectFrom('shortage').innerJoin('item', 'item.id', 'shortage.itemId').innerJoin('section', 'section.id', 'shortage.sectionId')
    .select(['shortage.id', 'shortage.number as code', 'item.name', 'section.name as detail']).where(isOfAsker(asker, 'shortage')),
  face: row => row,
})

export const requisitionFinder: Finder = numberFinder({
  kind: 'requisition', series: 'requisition', needs: ['warehouse.view'], id: 'requisition.id',
  rows: asker => sql.selectFrom('requisition').innerJoin('section', 'section.id', 'requisition.sectionId')
    .select(['requisition.id', 'requisition.number as code', 'requisition.purpose as name', 'section.name as detail', 'requisition.status']).where(isOfAsker(asker, 'requisition')),
  face: ({ status, ...row }) => ({ ...row, state: `warehouse.requisitions.statuses.${status}` }),
})

/** The plus keeps SQLite from going through all documents of the section, where it has the few that may be meant. */
function isOfAsker({ mine }: Asker, table: string): RawBuilder<SqlBool> {
  return mine === 'all' ? raw<SqlBool>`1` : raw<SqlBool>`+${raw.ref(`${table}.sectionId`)} in (select value from json_each(${JSON.stringify(mine)}))`
}

/** Lots by their code, and by what their supplier calls them. */
export const lotFinder: Finder = wordFinder({
  kind: 'stockLot', entity: 'stockLot', needs: ['warehouse.view'], id: 'stockLot.id',
  rows: () => sql.selectFrom('stockLot').innerJoin('item', 'item.id', 'stockLot.itemId')
    .select(['stockLot.id', 'stockLot.code', 'item.name', 'stockLot.supplierLot']),
  face: ({ id, code, name, supplierLot }) => ({ id, code, name: [supplierLot, name].filter(Boolean).join(' · ') }),
})

export const countFinder: Finder = numberFinder({
  kind: 'stockCount', series: 'stockCount', needs: ['warehouse.view'], id: 'stockCount.id',
  rows: ({ mine }) => sql.selectFrom('stockCount').leftJoin('section', 'section.id', 'stockCount.sectionId').where(isSeen('stockCount', mine))
    .select(['stockCount.id', 'stockCount.number as code', 'stockCount.notes as name', 'section.name as detail', 'stockCount.status']),
  face: ({ status, ...row }) => ({ ...row, state: `warehouse.counts.statuses.${status}` }),
})

export const documentFinder: Finder = numberFinder({
  kind: 'stockDocument', series: 'stockDocument', needs: ['warehouse.view'], id: 'stockDocument.id',
  rows: ({ mine }) => sql.selectFrom('stockDocument').leftJoin('location as fromLocation', 'fromLocation.id', 'stockDocument.fromLocationId')
    .leftJoin('location as toLocation', 'toLocation.id', 'stockDocument.toLocationId')
    .where(isSeenDocument(mine))
    .select(['stockDocument.id', 'stockDocument.number as code', 'stockDocument.notes as name', raw<string | null>`coalesce(toLocation.name, fromLocation.name)`.as('detail'), 'stockDocument.kind', 'stockDocument.status']),
  face: ({ status, kind, name, ...row }) => ({
    ...row, name: '', said: { key: `warehouse.documents.papers.${kind}`, params: {} }, state: `warehouse.documents.statuses.${status}`,
    detail: [row.detail, name].filter(Boolean).join(' · ') || null,
  }),
})
