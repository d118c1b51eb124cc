import type { paperBatches } from '../../shared/production/paper-batches.ts'
import type { Handlers } from '../core/handlers.ts'
import { printPaper } from '../documents/paper.ts'
import { sendBatch } from './paper-approval.ts'
import { createBatch, deleteBatch, savePaperLines, updateBatch } from './paper-batches.ts'
import { paperBatchPaper } from './paper-print.ts'
import { listPaper, paperBatchOf, paperDetail, paperLinesOf } from './paper-rows.ts'

export const paperHandlers: Handlers<typeof paperBatches> = {
  listPaperBatches({ db, scope }, input) {
    if (input.filter.sectionId !== undefined) scope.section(input.filter.sectionId)
    return listPaper(db, scope.mine(), input)
  },
  getPaperBatch(context, { id }) {
    context.scope.section(context.db.get('paperBatch', id).sectionId)
    return paperDetail(context, id)
  },
  createPaperBatch: (context, entry) => paperBatchOf(context.db, createBatch(context, entry).id),
  updatePaperBatch: (context, { id, version, ...head }) => paperBatchOf(context.db, updateBatch(context, { id, version }, head).id),
  savePaperLines(context, { id, lines }) {
    const ids = savePaperLines(context, id, lines)
    const kept = new Map(paperLinesOf(context.db, id).map(line => [line.id, line]))
    return ids.map(one => (one === null ? null : kept.get(one) ?? null))
  },
  deletePaperBatch: (context, at) => ({ number: deleteBatch(context, at).number }),
  sendPaperBatch(context, at) {
    const request = sendBatch(context, at)
    return { batch: paperBatchOf(context.db, at.id), request }
  },
  async printPaperBatch(context, { id, language }) {
    const { number, sectionId } = context.db.get('paperBatch', id)
    context.scope.section(sectionId)
    return printPaper(context, await paperBatchPaper(context, id, language ?? context.session.language), number)
  },
}
