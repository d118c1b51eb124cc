import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Floor, LineClearance, lines } from '../../shared/transfers/lines.ts'
import { isSegregated } from '../../shared/transfers/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { invalid } from '../warehouse/refusals.ts'
import { arrivalsOn, heldOnFloor, linesOf } from './floor.ts'
import { clearanceOf, lastClearance, recordClearance } from './line-board.ts'
import { letWaitingCome } from './occupancy.ts'

/** Every section without lines that is held as one: where a stage receives by slip, and its lines are to be clear or weeks are kept apart. */
export function floorBoard(db: Reader): Floor[] {
  const stages = db.all(
    sql.selectFrom('productionStage').innerJoin('section', 'section.id', 'productionStage.sectionId').select(['section.id', 'section.name', 'productionStage.kind', 'productionStage.mustBeClear'])
      .where('productionStage.isActive', '=', true).where('productionStage.isBySlip', '=', true).where('section.isActive', '=', true).orderBy('section.code'),
  ).filter(({ id, kind, mustBeClear }) => (mustBeClear || isSegregated(kind)) && linesOf(db, id).length === 0)
  return [...new Map(stages.map(({ id, name }) => [id, name]))].map(([sectionId, sectionName]) => {
    const held = heldOnFloor(db, sectionId)
    const waiting = db.all(sql.selectFrom('transfer').select('block').where('toSectionId', '=', sectionId).where('productionLineId', 'is', null).where('status', '=', 'BLOCKED'))
    const last = lastClearance(db, { sectionId })
    return {
      sectionId, sectionName, version: arrivalsOn(db, sectionId), status: held === undefined ? 'CLEAR' : waiting.some(({ block }) => block === 'SEGREGATION') ? 'PAUSED' : 'OCCUPIED',
      articleName: held?.articleId ? db.get('item', held.articleId).name : null, workOrderNumber: held ? db.get('workOrder', held.toWorkOrderId).number : null, batch: held?.batch ?? null, week: held?.week ?? null,
      destination: held?.destination ?? null, occupiedAt: held?.occupiedAt ?? null, blocked: waiting.length, clearedAt: last?.clearedAt ?? null, clearedByName: last?.clearedByName ?? null,
    }
  })
}

/** TR-4, of a section that has no lines. */
export function clearFloor(context: CommandContext, { sectionId, version, method, notes }: ParsedInputOf<typeof lines.clearFloor>): LineClearance {
  const { db, scope } = context
  const { id, code, isActive } = db.get('section', sectionId)
  scope.section(sectionId)
  if (!isActive) throw new AppError('inactive', { entity: 'section', id, code })
  if (linesOf(db, sectionId).length > 0) throw invalid('sectionId', 'transfers.issues.has-lines')
  if (arrivalsOn(db, sectionId) !== version) throw new AppError('conflict', { entity: 'section', id })
  const clearanceId = recordClearance(context, sectionId, null, heldOnFloor(db, sectionId), { method, notes })
  letWaitingCome(context, { toSectionId: sectionId })
  return clearanceOf(db, clearanceId)
}
