import { sql as raw, type InferResult } from 'kysely'
import { daysBefore, type BusinessDay } from '../../shared/core/dates.ts'
import { fromUnits, zero, type Decimal } from '../../shared/core/decimal.ts'
import type { FindingRow } from '../../shared/production/findings.ts'
import type { DayFigure } from '../../shared/production/patterns.ts'
import { withDue } from '../../shared/production/progress.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { ofPieces, piecesOf } from '../planning/targets.ts'

/** The days that are looked at: patterns that end on one of them are told. */
export interface Span { readonly from: BusinessDay; readonly to: BusinessDay }

/** So many days, to the day itself, are told on a section's day; patterns may have begun as long before the first of them, or longer where the settings let them. */
export const daysTold = 14

/** How far patterns reach back from the days that are looked at: so many days, and of each series so many planned entries before them, however long ago. */
export interface Reach { readonly days: number; readonly entries: number }

/** A day's figure with what is told of it; `series` are days that follow each other: one work order's, or one worker's with an item. */
export interface NamedFigure extends DayFigure {
  readonly id: string
  readonly entity: 'dailyProduction' | 'workerEntry'
  readonly series: string
  readonly label: string
  readonly workOrderId: string | null
  readonly workerId: string | null
  readonly userName: string
  /** Whose hands it is by, whoever it is about. */
  readonly typedBy: readonly string[]
  readonly actual: Decimal
  readonly wanted: Decimal
}

/** Every day of the work orders, with what it was to bring as the days before it had left it. Whose figures they are: who entered them, or changed the figure since; who put right a note has typed none of it (PX-16). */
export function orderFigures(db: Reader, sectionId: string, { from, to }: Span, reach: Reach): NamedFigure[] {
  const since = daysBefore(from, reach.days)
  const recent = sql.selectFrom('dailyProduction').select('workOrderId').where('sectionId', '=', sectionId).where('day', '>', since).where('day', '<=', to)
  const rows = db.all(
    sql.selectFrom('dailyProduction').innerJoin('workOrder', 'workOrder.id', 'dailyProduction.workOrderId').innerJoin('user', join => join.on('user.id', '=', raw<string>`coalesce(dailyProduction.figuresBy, dailyProduction.enteredBy)`))
      .where('dailyProduction.workOrderId', 'in', recent).where('dailyProduction.day', '<=', to).orderBy('dailyProduction.workOrderId').orderBy('dailyProduction.day')
      .select([
        'dailyProduction.id', 'dailyProduction.workOrderId', 'dailyProduction.day', 'dailyProduction.goodQuantity', 'user.id as userId', 'user.fullName as userName', 'dailyProduction.enteredBy', 'workOrder.number as label',
        'workOrder.targetQuantity', 'workOrder.startDay', 'workOrder.deadlineDay',
      ]),
  )
  const days = rows.map(({ goodQuantity, targetQuantity, day, startDay, deadlineDay, ...row }) => ({
    ...row, day: day as BusinessDay, good: piecesOf(goodQuantity), target: piecesOf(targetQuantity), startDay: startDay as BusinessDay, deadlineDay: deadlineDay as BusinessDay,
  }))
  const figures = withDue(days).map(({ id, workOrderId, day, good, due, userId, userName, enteredBy, label }): NamedFigure => ({
    id, entity: 'dailyProduction', series: workOrderId, workOrderId, workerId: null, day, good, due, userId, userName, typedBy: [userId, enteredBy], label, actual: ofPieces(good), wanted: ofPieces(due),
  }))
  return [...Map.groupBy(figures, ({ series }) => series).values()].flatMap(its => reached(its, { from, to }, reach))
}

/** Of one series, in its order: what lies within the days that patterns reach back, and the planned entries before the first day that is looked at, as many as are asked, with what lies between. */
function reached(its: readonly NamedFigure[], { from }: Span, { days, entries }: Reach): readonly NamedFigure[] {
  const since = daysBefore(from, days)
  const planned = its.filter(({ day, due }) => day < from && due > 0)
  const first = planned.at(-entries) ?? planned[0]
  return its.filter(({ day }) => day > since || (first !== undefined && day >= first.day))
}

/** What each worker made of an item, against the target of the rule. Whoever enters a section's day enters all of its workers: so their figures are compared by worker. */
export function workerFigures(db: Reader, sectionId: string, { from, to }: Span, reach: Reach): NamedFigure[] {
  const since = daysBefore(from, reach.days)
  const recent = db.all(workerRows.where('workerEntry.sectionId', '=', sectionId).where('workerEntry.day', '>', since).where('workerEntry.day', '<=', to).orderBy('workerEntry.workerId').orderBy('workerEntry.itemId').orderBy('workerEntry.day')).map(workerFigure)
  return [...Map.groupBy(recent, ({ series }) => series).values()].flatMap(its => [...earlierOf(db, { sectionId, since, from }, its, reach), ...its])
}

/** Of a series with an entry on the days that are looked at: what it lacks of the planned entries before them, with what lies between. */
function earlierOf(db: Reader, { sectionId, since, from }: { readonly sectionId: string; readonly since: string; readonly from: string }, its: readonly NamedFigure[], { entries }: Reach): NamedFigure[] {
  const lacking = entries - its.filter(({ day, due }) => day < from && due > 0).length
  if (lacking <= 0 || its.at(-1)!.day < from) return []
  const [workerId, itemId] = its[0]!.series.split('/')
  return db.all(entriesBefore(lacking)({ sectionId, workerId: workerId!, itemId: itemId!, since })).map(workerFigure)
}

const workerRows = sql.selectFrom('workerEntry').innerJoin('worker', 'worker.id', 'workerEntry.workerId').innerJoin('item', 'item.id', 'workerEntry.itemId')
  .innerJoin('user', join => join.on('user.id', '=', raw<string>`coalesce(workerEntry.figuresBy, workerEntry.enteredBy)`))
  .select([
    'workerEntry.id', 'workerEntry.workerId', 'workerEntry.itemId', 'workerEntry.day', 'workerEntry.actualQuantity', 'workerEntry.targetQuantity', 'worker.name as workerName', 'item.name as itemName', 'user.id as figuresBy', 'workerEntry.enteredBy',
    'user.fullName as userName',
  ])

interface Before { readonly sectionId: string; readonly workerId: string; readonly itemId: string; readonly since: string }
/** A limit is part of a plan: so one for each number of entries, which a setting keeps few. */
const plansBefore = new Map<number, ReturnType<typeof planBefore>>()
function entriesBefore(count: number): ReturnType<typeof planBefore> {
  const plan = plansBefore.get(count) ?? planBefore(count)
  plansBefore.set(count, plan)
  return plan
}

/** The last planned entries of a series up to a day, as many, with what lies between. */
const planBefore = (count: number) => planned((of: Before) => {
  const series = workerRows.where('workerEntry.sectionId', '=', of.sectionId).where('workerEntry.workerId', '=', of.workerId).where('workerEntry.itemId', '=', of.itemId).where('workerEntry.day', '<=', of.since)
  const lastPlanned = sql.selectFrom('workerEntry as planned').select('planned.day').where('planned.sectionId', '=', of.sectionId).where('planned.workerId', '=', of.workerId).where('planned.itemId', '=', of.itemId)
    .where('planned.day', '<=', of.since).where('planned.targetQuantity', '>', zero).orderBy('planned.day', 'desc').limit(count)
  return series.where('workerEntry.day', '>=', sql.selectFrom(lastPlanned.as('last')).select(({ fn }) => fn.min<string>('last.day').as('day'))).orderBy('workerEntry.day')
})

type WorkerRow = InferResult<typeof workerRows>[number]

function workerFigure({ id, workerId, itemId, day, actualQuantity, targetQuantity, workerName, itemName, userName, figuresBy, enteredBy }: WorkerRow): NamedFigure {
  return {
    id, entity: 'workerEntry', series: `${workerId}/${itemId}`, workOrderId: null, workerId, day: day as BusinessDay, good: Number(actualQuantity), due: Number(targetQuantity), userId: workerId, userName, typedBy: [figuresBy, enteredBy],
    label: `${workerName} · ${itemName}`, actual: actualQuantity, wanted: targetQuantity,
  }
}

export function rowOf({ entity, id, day, label, userName, actual, wanted }: NamedFigure): FindingRow {
  return { entity, id, day, label, who: userName, actual, wanted }
}

interface Scan { readonly id: string; readonly day: string; readonly code: string; readonly deskName: string; readonly scannedBy: string; readonly fullName: string }

/** E101: of each person, desk and day the codes that nobody knew, in their order. */
export function badScans(db: Reader, sectionId: string, { from, to }: Span): Scan[][] {
  const rows = db.all(
    sql.selectFrom('badScan').innerJoin('user', 'user.id', 'badScan.scannedBy').where('badScan.sectionId', '=', sectionId).where('badScan.day', '>=', from).where('badScan.day', '<=', to).orderBy('badScan.createdAt').orderBy('badScan.id')
      .select(['badScan.id', 'badScan.day', 'badScan.code', 'badScan.deskName', 'badScan.scannedBy', 'user.fullName']),
  )
  return [...Map.groupBy(rows, ({ scannedBy, deskName, day }) => `${scannedBy}/${deskName}/${day}`).values()]
}

/** A count of things as a quantity. */
export function countOf(count: number): Decimal {
  return fromUnits(count * 10_000)
}
