import { sql } from '../database/sql.ts'
import { foundOf, numberFinder, type Asker, type Finder } from '../engines/finders.ts'
import type { Found } from '../../shared/search/found.ts'

const rows = sql.selectFrom('carton').innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'carton.manufacturingOrderId').innerJoin('item', 'item.id', 'manufacturingOrder.articleId')
  .leftJoin('finishedGoodsReceipt', 'finishedGoodsReceipt.id', 'carton.receiptId')
  .select(['carton.id', 'carton.number as code', 'item.name', 'manufacturingOrder.number as detail', 'carton.scannedAt', 'finishedGoodsReceipt.status'])

/** Cartons are looked for by the beginning of their number, and scanned by all of it. */
export const cartonFinder: Finder = {
  kind: 'carton',
  needs: ['finishedGoods.view'],
  find: (asker, text, limit) => {
    const beginning = text.toUpperCase()
    if (!beginning.startsWith('FG-')) return []
    return foundIn(asker, rows.where('carton.number', '>=', beginning).where('carton.number', '<', `${beginning}\u{10ffff}`).orderBy('carton.number').limit(limit))
  },
  withCode: (asker, code) => foundIn(asker, rows.where('carton.number', '=', code.toUpperCase())),
  withIds: (asker, ids) => foundIn(asker, rows.where('carton.id', 'in', [...ids, ''])),
}

function foundIn({ db }: Asker, query: typeof rows): Found[] {
  return db.all(query).map(({ scannedAt, status, ...row }) => {
    const state = scannedAt === null ? 'PACKED' : status === 'POSTED' ? 'RECEIVED' : 'SCANNED'
    return foundOf('carton', { ...row, state: `finishedGoods.cartonStatuses.${state}` })
  })
}

export const finishedReceiptFinder: Finder = numberFinder({
  kind: 'finishedGoodsReceipt', series: 'finishedGoodsReceipt', needs: ['finishedGoods.view'], id: 'finishedGoodsReceipt.id',
  rows: () => sql.selectFrom('finishedGoodsReceipt').innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'finishedGoodsReceipt.manufacturingOrderId').innerJoin('item', 'item.id', 'manufacturingOrder.articleId')
    .select(['finishedGoodsReceipt.id', 'finishedGoodsReceipt.number as code', 'item.name', 'manufacturingOrder.number as detail', 'finishedGoodsReceipt.status']),
  face: ({ status, ...row }) => ({ ...row, state: `finishedGoods.receiptStatuses.${status}` }),
})
