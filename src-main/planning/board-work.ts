import { sql as raw } from 'kysely'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { BoardFilter } from '../../shared/planning/board.ts'
import { alertOf, isStuckAfter, type Alert } from '../../shared/planning/board-rules.ts'
import { assess, type Health, type Progress } from '../../shared/planning/health.ts'
import { openManufacturing, type WorkOrderStatus } from '../../shared/planning/rules.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import type { SettingReader } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { isSeen, type Sections } from '../warehouse/places.ts'
import { healthLimits } from './board-limits.ts'
import { piecesOf } from './targets.ts'
import { openWorkDays } from './work-days.ts'

/** What judging a work order takes: the factory's day and what it has set. */
export interface Judging {
  readonly db: Reader
  readonly settings: SettingReader
  readonly today: BusinessDay
}

/** A work order as it is judged; its names are read for those that are shown. `lastDay`: of its last entry. */
export interface BoardWork {
  readonly id: string
  readonly manufacturingOrderId: string
  readonly productionStageId: string
  readonly sectionId: string
  readonly position: number
  readonly status: WorkOrderStatus
  readonly isUrgent: boolean
  readonly targetQuantity: Decimal
  readonly goodQuantity: Decimal
  readonly rejectQuantity: Decimal
  readonly entryCount: number
  readonly startDay: string
  readonly deadlineDay: string
  readonly startedDay: string | null
  readonly finishedDay: string | null
  readonly week: string | null
  readonly destination: string | null
  readonly lastDay: string | null
}

/** `expected`: pieces that should be there by the end of today. */
export interface JudgedWork extends Alert, Progress {
  readonly work: BoardWork
  readonly health: Health
  readonly expected: number
}

const boardWork = sql
  .selectFrom('workOrder')
  .innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId')
  .leftJoin('deliveryBatch', 'deliveryBatch.id', 'workOrder.deliveryBatchId')
  .select([
    'workOrder.id',
    'workOrder.manufacturingOrderId',
    'workOrder.productionStageId',
    'workOrder.sectionId',
    'workOrder.position',
    'workOrder.status',
    'workOrder.isUrgent',
    'workOrder.targetQuantity',
    'workOrder.goodQuantity',
    'workOrder.rejectQuantity',
    'workOrder.entryCount',
    'workOrder.startDay',
    'workOrder.deadlineDay',
    'workOrder.startedDay',
    'workOrder.finishedDay',
  ])
  .select(work => [
    work.fn.coalesce('deliveryBatch.week', 'manufacturingOrder.week').as('week'),
    work.fn.coalesce('deliveryBatch.destination', 'manufacturingOrder.destination').as('destination'),
    work
      .selectFrom('dailyProduction')
      .select(entry => entry.fn.max('dailyProduction.day').as('lastDay'))
      .whereRef('dailyProduction.workOrderId', '=', 'workOrder.id')
      .as('lastDay'),
  ])

/** One work order, judged. */
export function judgedWork(judging: Judging, id: string): JudgedWork {
  return judgeAll(judging, [judging.db.one(boardWork.where('workOrder.id', '=', id))])[0]!
}

/** All that is open of these sections, and what is finished of orders that are still being made; each judged as today ends. */
export function boardOf(judging: Judging, mine: Sections, filter: BoardFilter): JudgedWork[] {
  const narrowed = narrowedWork(mine, filter)
  const open = judging.db.all(narrowed.where('workOrder.status', 'in', ['PENDING', 'RUNNING']))
  const finished = judging.db.all(
    narrowed.where('workOrder.status', '=', 'FINISHED').where('manufacturingOrder.status', 'in', openManufacturing),
  )
  return judgeAll(judging, [...open, ...finished])
}

/** What came to be finished from an instant on, on whichever day it was, and whatever became of its order. */
export function finishedSince(judging: Judging, since: string): JudgedWork[] {
  const finished = boardWork.where('workOrder.status', '=', 'FINISHED').where('workOrder.finishedAt', '>=', since)
  return judgeAll(judging, judging.db.all(finished.orderBy('workOrder.finishedAt').orderBy('workOrder.number')))
}

function narrowedWork(mine: Sections, { sectionId, productionStageId, week, destination, isUrgent }: BoardFilter) {
  let query = boardWork
  if (mine !== 'all') query = query.where(isSeen('workOrder', mine))
  if (sectionId !== undefined) query = query.where('workOrder.sectionId', '=', sectionId)
  if (productionStageId !== undefined) query = query.where('workOrder.productionStageId', '=', productionStageId)
  if (week !== undefined) query = query.where(raw`coalesce(deliveryBatch.week, manufacturingOrder.week)`, '=', week)
  if (destination !== undefined)
    query = query.where(raw`coalesce(deliveryBatch.destination, manufacturingOrder.destination)`, '=', destination)
  return isUrgent === undefined ? query : query.where('workOrder.isUrgent', '=', isUrgent)
}

export function judgeAll({ db, settings, today }: Judging, works: readonly BoardWork[]): JudgedWork[] {
  const limits = healthLimits(settings)
  const variancePercent = settings.get(planningSettings.healthVariance)
  const isStuck = stuckTest({ db, settings, today })
  return works.map(work => {
    const progress = progressOf(work, today)
    const assessed = assess(progress, today, limits)
    const { level, causes } = alertOf(assessed, { isStuck: isStuck(work), hasBegun: progress.produced > 0, variancePercent })
    return { work, ...progress, health: assessed.health, expected: assessed.expected, level, causes }
  })
}

/** A day counts once something is entered for it, or it is over: no morning is behind its own plan. */
function progressOf({ lastDay, targetQuantity, goodQuantity, entryCount, startDay, deadlineDay }: BoardWork, today: BusinessDay): Progress {
  return {
    target: piecesOf(targetQuantity),
    produced: piecesOf(goodQuantity),
    entries: entryCount,
    startDay: startDay as BusinessDay,
    deadlineDay: deadlineDay as BusinessDay,
    isTodayOpen: lastDay === null || lastDay < today,
  }
}

/** Whether whole working days have passed since a work order that runs was last entered for, or begun. */
function stuckTest({ db, settings, today }: Judging): (work: BoardWork) => boolean {
  const workDays = openWorkDays(db)
  const stuckDays = settings.get(planningSettings.stuckDays)
  const yesterday = addDays(today, -1)
  const known = new Map<string, boolean>()
  return ({ status, lastDay, startedDay, startDay }) => {
    if (status !== 'RUNNING') return false
    const since = lastDay ?? startedDay ?? startDay
    const before = known.get(since)
    if (before !== undefined) return before
    const isStuck = isStuckAfter(workDays.between(since as BusinessDay, yesterday), stuckDays)
    known.set(since, isStuck)
    return isStuck
  }
}
