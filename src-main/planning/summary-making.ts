import { z } from 'zod'
import { addDays, dayStart, wallClock, type BusinessDay } from '../../shared/core/dates.ts'
import { compareDecimals, isPositive, sumDecimals } from '../../shared/core/decimal.ts'
import { openWorkOrders } from '../../shared/planning/rules.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import { SummaryContent, type SummaryLine } from '../../shared/planning/summaries.ts'
import { riskOf } from '../../shared/warehouse/debt-rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { allocationsOf, type AllocationRow } from './allocations.ts'
import { boardLines, obstaclesNow } from './board-lines.ts'
import { boardOf, finishedSince, type JudgedWork, type Judging } from './board-work.ts'
import { orderForecasts } from './forecasts.ts'
import { planners } from './health-notices.ts'
import { awaitedLabels } from './label-notices.ts'
import { pageOf } from './board.ts'

const listed = 60

/** NT-5: once a day, from its hour on; a host that was off then makes up for it when it is on again. */
export function summarizeDay(context: CommandContext): boolean {
  const { db, clock, settings, today, notify } = context
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const hour = Number(wallClock(clock.now(), timeZone).time.slice(0, 2))
  const day = today() as BusinessDay
  if (hour < settings.get(planningSettings.summaryHour) || isWritten(db, day)) return false
  const content = summaryOf({ db, settings, today: day })
  const { id } = db.insert('planningSummary', { day, content: JSON.stringify(z.encode(SummaryContent, content)) })
  const { finished, running, late, materials } = content.counts
  notify({
    kind: 'PLANNING_SUMMARY',
    audience: [...planners, { role: 'Manager' }],
    params: { to: day, finished, running, late, count: materials },
    entity: 'planningSummary',
    entityId: id,
  })
  return true
}

function isWritten(db: Reader, day: string): boolean {
  return db.first(sql.selectFrom('planningSummary').select('id').where('day', '=', day)) !== undefined
}

/** What was finished since the summary before, how the rest stands, what is short, and what there is to do. */
export function summaryOf(judging: Judging): SummaryContent {
  const { db, today } = judging
  const before = lastBefore(db, today)
  const all = boardOf(judging, 'all', {})
  const finished = finishedSince(judging, before.createdAt)
  const open = all.filter(({ work }) => work.status !== 'FINISHED')
  const running = open.filter(({ work }) => work.status === 'RUNNING')
  const late = open.filter(({ level }) => level !== null)
  const materials = shortMaterials(judging)
  return {
    since: before.day,
    counts: { finished: finished.length, running: running.length, late: late.length, materials: materials.length },
    finished: boardLines(judging, finished.slice(0, listed)).map(lineOf),
    running: boardLines(judging, pageOf(running, 1, listed)).map(line => ({ ...lineOf(line), health: line.health })),
    late: boardLines(judging, pageOf(late, 1, listed)).map(line => ({
      ...lineOf(line),
      health: line.health,
      level: line.level ?? 'WARNING',
      causes: line.causes,
      obstacles: obstaclesNow(db, line.id),
    })),
    materials: materials.slice(0, listed),
    acts: actsOf(judging, open, materials.length),
  }
}

/** The summary before this one; as long as there is none, yesterday as it began. */
function lastBefore(db: Reader, today: BusinessDay): { readonly day: string; readonly createdAt: string } {
  const last = db.first(
    sql.selectFrom('planningSummary').select(['day', 'createdAt']).where('day', '<', today).orderBy('day', 'desc').limit(1),
  )
  if (last) return last
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const day = addDays(today, -1)
  return { day, createdAt: dayStart(day, timeZone) }
}

function lineOf({ id, number, articleName, sectionName, target, produced, deadlineDay, finishDay }: SummaryLine): SummaryLine {
  return { id, number, articleName, sectionName, target, produced, deadlineDay, finishDay }
}

/**
 * PL-14: what open work orders lack of every item, as each of them tells it, the worst first; what was given to them or is to come on an
 * approved debt is not lacking, and light shortages are no matter for the morning.
 */
function shortMaterials({ db, settings }: Judging): SummaryContent['materials'] {
  const limits = {
    medium: settings.get(planningSettings.shortageMedium),
    high: settings.get(planningSettings.shortageHigh),
    critical: settings.get(planningSettings.shortageCritical),
  }
  const rows = [...Map.groupBy(needsOfOpen(db), ({ itemId }) => itemId)].map(([itemId, its]) => {
    const item = db.get('item', itemId)
    const unit = db.get('unit', item.unitId)
    return {
      itemId,
      itemCode: item.code,
      itemName: item.name,
      unitCode: unit.code,
      unitPlaces: unit.places,
      required: sumDecimals(its.map(({ required }) => required)),
      missing: sumDecimals(its.filter(isLacking).map(({ missing }) => missing)),
      workOrders: its.filter(isLacking).length,
    }
  })
  return rows
    .filter(({ missing }) => isPositive(missing))
    .map(row => ({ ...row, severity: riskOf(row.missing, row.required, limits) }))
    .filter(({ severity }) => severity === 'CRITICAL' || severity === 'HIGH')
    .sort((a, b) => Number(b.severity === 'CRITICAL') - Number(a.severity === 'CRITICAL') || compareDecimals(b.missing, a.missing))
}

function isLacking({ state }: AllocationRow): boolean {
  return state === 'PARTIAL'
}

/** What each open work order needs, and how far it has it. */
function needsOfOpen(db: Reader): AllocationRow[] {
  const open = db.all(sql.selectFrom('workOrder').select(['id', 'number', 'parentId']).where('status', 'in', openWorkOrders).orderBy('number'))
  return open.flatMap(workOrder => allocationsOf(db, workOrder))
}

function actsOf(judging: Judging, open: readonly JudgedWork[], materials: number): SummaryContent['acts'] {
  const { db, settings, today } = judging
  const unapproved = db.all(sql.selectFrom('workOrder').select('id').where('status', '=', 'PENDING').where('approvedAt', 'is', null)).length
  const labels = awaitedLabels({ db, today: () => today }).filter(({ days }) => days >= settings.get(planningSettings.labelWaitDays)).length
  const counts = {
    replan: open.filter(({ causes }) => causes.includes('late') || causes.includes('slow')).length,
    ask: open.filter(({ causes }) => causes.includes('stuck') || causes.includes('notBegun')).length,
    approve: unapproved,
    labels,
    materials,
    ships: orderForecasts(judging, { filter: {}, page: 1, pageSize: 1 }).late,
  }
  return (Object.keys(counts) as (keyof typeof counts)[]).map(act => ({ act, count: counts[act] })).filter(({ count }) => count > 0)
}
