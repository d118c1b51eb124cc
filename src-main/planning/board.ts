import { daysBetween } from '../../shared/core/dates.ts'
import { addDecimals, decimal } from '../../shared/core/decimal.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Board, board, BoardStage } from '../../shared/planning/board.ts'
import { colourOfShare, healthsByUrgency, isWell, urgencyOf, varianceOf } from '../../shared/planning/board-rules.ts'
import { workOrderStatuses } from '../../shared/planning/rules.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { daysOfOrder } from '../production/daily-rows.ts'
import type { Sections } from '../warehouse/places.ts'
import { colourLimits } from './board-limits.ts'
import { boardLines } from './board-lines.ts'
import { boardOf, judgedWork, type JudgedWork, type Judging } from './board-work.ts'

/** Everything on the board in one look: sums, stages, and one page of its work orders. */
export function planningBoard(
  judging: Judging,
  mine: Sections,
  { filter, health, level, page, pageSize }: ParsedInputOf<typeof board.readPlanningBoard>,
): Board {
  const { productionStageId, ...others } = filter
  const everyStage = boardOf(judging, mine, others)
  const all = productionStageId === undefined ? everyStage : everyStage.filter(({ work }) => work.productionStageId === productionStageId)
  const shown = all.filter(one => (health === undefined || health.includes(one.health)) && (level === undefined || one.level === level))
  const [byHealth, byStatus] = [countsOf(all, one => one.health), countsOf(all, ({ work }) => work.status)]
  return {
    today: judging.today,
    totals: totalsOf(all),
    healths: healthsByUrgency.map(one => ({ health: one, count: byHealth.get(one) ?? 0 })),
    statuses: workOrderStatuses.map(status => ({ status, count: byStatus.get(status) ?? 0 })).filter(({ count }) => count > 0),
    stages: stagesOf(judging, everyStage),
    rows: boardLines(judging, pageOf(shown, page, pageSize)),
    count: shown.length,
  }
}

/** One work order, with how its numbers come about. */
export function boardWorkOrder(judging: Judging, id: string): OutputOf<typeof board.readBoardWorkOrder> {
  const judged = judgedWork(judging, id)
  const { startDay, deadlineDay } = judged
  return {
    line: boardLines(judging, [judged])[0]!,
    plannedDays: daysBetween(startDay, deadlineDay) + 1,
    elapsedDays: Math.max(0, daysBetween(startDay, judging.today) + 1),
    days: daysOfOrder(judging.db, id).days.map(
      ({ id: entryId, day, goodQuantity, rejectQuantity, isLate, enteredByName, notes, sum, percent }) => ({
        id: entryId,
        day,
        goodQuantity,
        rejectQuantity,
        isLate,
        enteredByName,
        notes,
        sum,
        percent,
      }),
    ),
  }
}

/** The worst first: critical before warned, then by health, what is urgent, and the deadline. Only what the page shows is put in order. */
export function pageOf(shown: readonly JudgedWork[], page: number, pageSize: number): JudgedWork[] {
  const ranks = [...Map.groupBy(shown, rankOf)].toSorted(([a], [b]) => a - b)
  const from = (page - 1) * pageSize
  const rows: JudgedWork[] = []
  let before = 0
  for (const [, its] of ranks) {
    if (before >= from + pageSize) break
    if (before + its.length > from) rows.push(...its.toSorted(byDeadline).slice(Math.max(0, from - before), from + pageSize - before))
    before += its.length
  }
  return rows
}

function rankOf({ level, health, work: { isUrgent } }: JudgedWork): number {
  return (levelRanks[level ?? 'NONE'] * 10 + urgencyOf(health)) * 2 + (isUrgent ? 0 : 1)
}
const levelRanks = { CRITICAL: 0, WARNING: 1, NONE: 2 } as const

function byDeadline(a: JudgedWork, b: JudgedWork): number {
  if (a.deadlineDay !== b.deadlineDay) return a.deadlineDay < b.deadlineDay ? -1 : 1
  return a.work.id < b.work.id ? -1 : 1
}

function countsOf<Key>(all: readonly JudgedWork[], keyOf: (one: JudgedWork) => Key): ReadonlyMap<Key, number> {
  const counts = new Map<Key, number>()
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1)
  return counts
}

function totalsOf(all: readonly JudgedWork[]): Board['totals'] {
  const levels = countsOf(all, ({ level }) => level)
  return {
    workOrders: all.length,
    ...sumsOf(all),
    critical: levels.get('CRITICAL') ?? 0,
    warning: levels.get('WARNING') ?? 0,
    urgent: all.filter(({ work }) => work.isUrgent && work.status !== 'FINISHED').length,
  }
}

function sumsOf(all: readonly JudgedWork[]): { readonly target: number; readonly expected: number; readonly produced: number } {
  const sums = { target: 0, expected: 0, produced: 0 }
  for (const { target, expected, produced } of all) {
    sums.target += target
    sums.expected += expected
    sums.produced += produced
  }
  return sums
}

/** What is made beyond what is due makes up for nothing that another work order lacks. */
function dueMade(all: readonly JudgedWork[]): number {
  return all.reduce((sum, { expected, produced }) => sum + Math.min(produced, expected), 0)
}

/** Stage by stage, in the order in which they are passed. */
export function stagesOf({ db, settings }: Judging, all: readonly JudgedWork[]): BoardStage[] {
  const limits = colourLimits(settings)
  const most = settings.get(planningSettings.healthVariance)
  const byStage = Map.groupBy(all, ({ work }) => work.productionStageId)
  return stageNames(db, [...byStage.keys()]).map(({ id, code, name }) => {
    const its = byStage.get(id)!
    const sums = sumsOf(its)
    const { variance, percent, isAlert } = varianceOf({ ...sums, produced: dueMade(its) }, most)
    const share = percent && addDecimals(whole, percent)
    return {
      productionStageId: id,
      code,
      name,
      workOrders: its.length,
      troubled: its.filter(({ health }) => !isWell(health)).length,
      ...sums,
      variance,
      variancePercent: percent,
      isAlert,
      colour: colourOfShare(share, limits),
    }
  })
}
const whole = decimal('100')

/** In the order in which they are passed: by their place on the routes. */
function stageNames(db: Reader, ids: readonly string[]) {
  return db.all(
    sql
      .selectFrom('productionStage')
      .leftJoin('routeStep', 'routeStep.productionStageId', 'productionStage.id')
      .where('productionStage.id', 'in', [...ids, ''])
      .select(({ fn }) => ['productionStage.id', 'productionStage.code', 'productionStage.name', fn.max('routeStep.position').as('place')])
      .groupBy('productionStage.id')
      .orderBy('place')
      .orderBy('productionStage.code'),
  )
}
