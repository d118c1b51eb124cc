import { addDecimals, compareDecimals } from '../../shared/core/decimal.ts'
import type { BoardLine } from '../../shared/planning/board.ts'
import { colourOfShare } from '../../shared/planning/board-rules.ts'
import { judge } from '../../shared/planning/health.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { colourLimits, healthLimits } from './board-limits.ts'
import type { JudgedWork, Judging } from './board-work.ts'
import { piecesOf } from './targets.ts'
import { inflowOf, standingOf, type Obstacle } from './work-orders.ts'

/** Work orders with the names a person reads, and their numbers. */
export function boardLines({ db, settings, today }: Judging, shown: readonly JudgedWork[]): BoardLine[] {
  const names = namesOf(
    db,
    shown.map(({ work }) => work.id),
  )
  const [bands, limits] = [colourLimits(settings), healthLimits(settings)]
  return shown.map(judged => {
    const { work, health, level, causes, target, produced, expected, entries, startDay, deadlineDay } = judged
    const { progressPercent, ratio, rate, lateness, finishDay } = judge(judged, today, limits)
    const { id, status, isUrgent, manufacturingOrderId, productionStageId, sectionId, week, destination, lastDay } = work
    return {
      ...names.get(id)!,
      id,
      status,
      isUrgent,
      manufacturingOrderId,
      productionStageId,
      sectionId,
      week,
      destination,
      startDay,
      deadlineDay,
      lastDay,
      target,
      produced,
      expected,
      entries,
      rate,
      lateness,
      finishDay,
      health,
      level,
      rejected: piecesOf(work.rejectQuantity),
      remaining: Math.max(0, target - produced),
      progress: progressPercent,
      share: ratio,
      colour: colourOfShare(ratio, bands),
      causes: [...causes],
    }
  })
}

type Names = Pick<BoardLine, 'number' | 'manufacturingNumber' | 'articleName' | 'itemName' | 'stageName' | 'sectionName'>

function namesOf(db: Reader, ids: readonly string[]): ReadonlyMap<string, Names> {
  const rows = db.all(
    sql
      .selectFrom('workOrder')
      .innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId')
      .innerJoin('item as article', 'article.id', 'manufacturingOrder.articleId')
      .leftJoin('item', 'item.id', 'workOrder.itemId')
      .innerJoin('productionStage', 'productionStage.id', 'workOrder.productionStageId')
      .innerJoin('section', 'section.id', 'workOrder.sectionId')
      .where('workOrder.id', 'in', [...ids, ''])
      .select([
        'workOrder.id',
        'workOrder.number',
        'manufacturingOrder.number as manufacturingNumber',
        'article.name as articleName',
        'item.name as itemName',
        'productionStage.name as stageName',
        'section.name as sectionName',
      ]),
  )
  return new Map(rows.map(({ id, ...names }) => [id, names]))
}

/** What keeps a work order from going on: all that keeps it from beginning; or, in work, that it has used up what came to it. */
export function obstaclesNow(db: Reader, id: string): Obstacle[] {
  const workOrder = db.get('workOrder', id)
  if (workOrder.status === 'PENDING') return [...standingOf(db, workOrder).obstacles]
  if (workOrder.status !== 'RUNNING') return []
  const inflow = inflowOf(db, workOrder)
  const passed = addDecimals(workOrder.goodQuantity, workOrder.rejectQuantity)
  return inflow !== null && compareDecimals(inflow, passed) <= 0 ? ['upstream'] : []
}
