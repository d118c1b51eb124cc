import { sql as raw } from 'kysely'
import { daysBefore, type BusinessDay } from '../../shared/core/dates.ts'
import { fromUnits, type Decimal } from '../../shared/core/decimal.ts'
import type { FindingRow } from '../../shared/production/findings.ts'
import type { DayFigure } from '../../shared/production/patterns.ts'
import { withDue } from '../../shared/production/progress.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { ofPieces, piecesOf } from '../planning/targets.ts'

/** The days that are looked at: patterns that end on one of them are told. */
export interface Span { readonly from: BusinessDay; readonly to: BusinessDay }

/** How far before its end a pattern may have begun. */
export const lookBackDays = 14

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
export function orderFigures(db: Reader, sectionId: string, { from, to }: Span): NamedFigure[] {
  const since = daysBefore(from, lookBackDays)
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
  return withDue(days).filter(({ day }) => day > since).map(({ id, workOrderId, day, good, due, userId, userName, enteredBy, label }) => ({
    id, entity: 'dailyProduction', series: workOrderId, workOrderId, workerId: null, day, good, due, userId, userName, typedBy: [userId, enteredBy], label, actual: ofPieces(good), wanted: ofPieces(due),
  }))
}

/** What each worker made of an item, against the target of the rule. Whoever enters a section's day enters all of its workers: so their figures are compared by worker. */
export function workerFigures(db: Reader, sectionId: string, { from, to }: Span): NamedFigure[] {
  const rows = db.all(
    sql.selectFrom('workerEntry').innerJoin('worker', 'worker.id', 'workerEntry.workerId').innerJoin('item', 'item.id', 'workerEntry.itemId')
      .innerJoin('user', join => join.on('user.id', '=', raw<string>`coalesce(workerEntry.figuresBy, workerEntry.enteredBy)`))
      .where('workerEntry.sectionId', '=', sectionId).where('workerEntry.day', '>', daysBefore(from, lookBackDays)).where('workerEntry.day', '<=', to).orderBy('workerEntry.workerId').orderBy('workerEntry.itemId').orderBy('workerEntry.day')
      .select([
        'workerEntry.id', 'workerEntry.workerId', 'workerEntry.itemId', 'workerEntry.day', 'workerEntry.actualQuantity', 'workerEntry.targetQuantity', 'worker.name as workerName', 'item.name as itemName', 'user.id as figuresBy', 'workerEntry.enteredBy', 'user.fullName as userName',
      ]),
  )
  return rows.map(({ id, workerId, itemId, day, actualQuantity, targetQuantity, workerName, itemName, userName, figuresBy, enteredBy }) => ({
    id, entity: 'workerEntry', series: `${workerId}/${itemId}`, workOrderId: null, workerId, day: day as BusinessDay, good: Number(actualQuantity), due: Number(targetQuantity), userId: workerId, userName, typedBy: [figuresBy, enteredBy],
    label: `${workerName} · ${itemName}`, actual: actualQuantity, wanted: targetQuantity,
  }))
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
