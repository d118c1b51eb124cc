import { looksLikeSlip } from '../../shared/transfers/barcode.ts'
import { sql } from '../database/sql.ts'
import { numberFinder, type Finder } from '../engines/finders.ts'
import { isSeen } from '../warehouse/places.ts'
import { isOfSections } from './rows.ts'

const byNumber = numberFinder({
  kind: 'transfer', series: 'transfer', needs: ['process.readDailyProduction'], id: 'transfer.id',
  rows: ({ mine }) => sql.selectFrom('transfer').innerJoin('item', 'item.id', 'transfer.articleId').innerJoin('section', 'section.id', 'transfer.toSectionId').where(isOfSections(mine))
    .select(['transfer.id', 'transfer.number as code', 'item.name', 'section.name as detail', 'transfer.status']),
  face: ({ status, ...row }) => ({ ...row, state: `transfers.statuses.${status}` }),
})

export const gatePassFinder = numberFinder({
  kind: 'gatePass', series: 'gatePass', needs: ['process.readDailyProduction'], id: 'gatePass.id',
  rows: ({ mine }) => sql.selectFrom('gatePass').innerJoin('partner', 'partner.id', 'gatePass.partnerId').innerJoin('workOrder', 'workOrder.id', 'gatePass.workOrderId').where(isSeen('gatePass', mine))
    .select(['gatePass.id', 'gatePass.number as code', 'partner.name', 'workOrder.number as detail', 'gatePass.status']),
  face: ({ status, ...row }) => ({ ...row, state: `transfers.gatePassStatuses.${status}` }),
})

/** By its number, and by the code on its paper (TR-10). */
export const transferFinder: Finder = {
  ...byNumber,
  withCode(asker, code) {
    if (!looksLikeSlip(code)) return byNumber.withCode(asker, code)
    const slip = asker.db.first(sql.selectFrom('transfer').select('id').where('barcode', '=', code.trim().toUpperCase()))
    return slip ? byNumber.withIds(asker, [slip.id]) : []
  },
}
