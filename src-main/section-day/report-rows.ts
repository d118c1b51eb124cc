import { sql as raw, type SqlBool } from 'kysely'
import { zero, type Decimal } from '../../shared/core/decimal.ts'
import type { BusinessDay } from '../../shared/core/dates.ts'
import type { Period } from '../../shared/reports/report.ts'
import type { WorkerEntry } from '../../shared/section-day/days.ts'
import { quantityRatios } from '../../shared/production/gates.ts'
import { earnedMinutes, workerMinutes } from '../../shared/section-day/standard-minutes.ts'
import { containing, sql } from '../database/sql.ts'
import { openLostTime } from '../downtime/section-days.ts'
import type { RowContext } from '../engines/reports.ts'
import { isMine } from '../warehouse/places.ts'
import { hasLapsed, openFactoryClock } from './open-day.ts'
import { workerEntryRows } from './rows.ts'

interface Asked { readonly period: Period; readonly section: string | undefined }
interface AskedOfWorker extends Asked { readonly worker: string }

/** A section's day as the summary tells it, a row for each unit of what was made; none where only attendance was kept. `adjusted`: what was left of the target when machines stood still (PX-11). */
export interface DailyRow {
  readonly day: string; readonly section: string; readonly unit: string; readonly places: number; readonly ordered: Decimal; readonly workers: number; readonly present: number | null; readonly absent: number | null; readonly entries: number
  readonly target: Decimal; readonly actual: Decimal; readonly adjusted: Decimal; readonly ofAdjusted: Decimal | null; readonly met: number; readonly overtime: Decimal; readonly isLocked: boolean
}
/** What was made of an item in a section. */
export interface ItemRow {
  readonly code: string; readonly item: string; readonly section: string; readonly unit: string; readonly places: number; readonly entries: number; readonly workers: number; readonly target: Decimal; readonly actual: Decimal
  readonly met: number
}
/** The days of a worker on the sheets of a period. */
export interface AttendedRow { readonly code: string; readonly worker: string; readonly section: string; readonly present: number; readonly absent: number }

/** An entry with what its worker earned of that whole day. */
export interface WorkerRow extends WorkerEntry { readonly earned: Decimal | null; readonly efficiency: Decimal | null }

/** By worker, then by day. */
export function workerRows({ db, sections }: RowContext, { period, section, worker }: AskedOfWorker): WorkerRow[] {
  let query = workerEntryRows.where('workerEntry.day', '>=', period.from).where('workerEntry.day', '<=', period.to).where(sections === 'all' ? raw<SqlBool>`1` : isMine('workerEntry', sections))
  if (section !== undefined) query = query.where('workerEntry.sectionId', '=', section)
  if (worker !== '') query = query.where(isNamed(worker))
  const entries = db.all(query.orderBy('worker.code').orderBy('workerEntry.day').orderBy('item.code'))
  const byDay = new Map([...Map.groupBy(entries, dayOfWorker)].map(([key, its]) => [key, workerMinutes(its)?.efficiency ?? null]))
  return entries.map(entry => ({
    ...entry, earned: entry.standardMinutes === null ? null : earnedMinutes(entry.actualQuantity, entry.standardMinutes), efficiency: byDay.get(dayOfWorker(entry)) ?? null,
  }))
}

const dayOfWorker = ({ workerId, day }: WorkerEntry) => `${workerId} ${day}`
const nothing = { entries: 0, workers: 0, target: zero, actual: zero, overtime: zero, met: 0 }

/** The workers' entries of a period, to be added up by whoever asks: five years of them are too many to be read one by one. */
function entriesIn({ sections }: RowContext, { period, section }: Asked) {
  const query = sql.selectFrom('workerEntry').where('workerEntry.day', '>=', period.from).where('workerEntry.day', '<=', period.to)
    .where(sections === 'all' ? raw<SqlBool>`1` : isMine('workerEntry', sections))
    .select(({ fn }) => [
      fn.countAll<number>().as('entries'), fn.count<number>('workerEntry.workerId').distinct().as('workers'), fn.sum<Decimal>('workerEntry.targetQuantity').as('target'),
      fn.sum<Decimal>('workerEntry.actualQuantity').as('actual'), fn.sum<Decimal>('workerEntry.overtimeHours').as('overtime'), raw<number>`sum(${raw.ref('isTargetMet')} and ${raw.ref('targetQuantity')} > 0)`.as('met'),
    ])
  return section === undefined ? query : query.where('workerEntry.sectionId', '=', section)
}

interface OfUnit { readonly day: string; readonly sectionId: string; readonly unitId: string | null }

/** Every day of which something was entered, the newest first. */
export function dailyRows(context: RowContext, asked: Asked): DailyRow[] {
  const { db, sections, settings, now } = context
  const { period, section } = asked
  const keyOf = ({ day, sectionId }: Omit<OfUnit, 'unitId'>) => `${day}/${sectionId}`
  const unitKeyOf = (row: OfUnit) => `${keyOf(row)}/${row.unitId ?? ''}`
  const made = db.all(entriesIn(context, asked).innerJoin('item', 'item.id', 'workerEntry.itemId').select(['workerEntry.day', 'workerEntry.sectionId', 'item.unitId']).groupBy(['workerEntry.day', 'workerEntry.sectionId', 'item.unitId']))
  const entered = new Map(made.map(row => [unitKeyOf(row), row]))
  let sheetQuery = sql.selectFrom('attendanceSheet').select(['day', 'sectionId', 'presentCount', 'absentCount']).where('day', '>=', period.from).where('day', '<=', period.to)
    .where(sections === 'all' ? raw<SqlBool>`1` : isMine('attendanceSheet', sections))
  if (section !== undefined) sheetQuery = sheetQuery.where('sectionId', '=', section)
  const sheets = new Map(db.all(sheetQuery).map(sheet => [keyOf(sheet), sheet]))
  let lockQuery = sql.selectFrom('sectionDayLock').select(['day', 'sectionId', 'isLocked', 'openedAt']).where('day', '>=', period.from).where('day', '<=', period.to)
  if (section !== undefined) lockQuery = lockQuery.where('sectionId', '=', section)
  const locks = new Map(db.all(lockQuery).map(lock => [keyOf(lock), lock]))
  const factory = openFactoryClock(db, settings, now)
  const orders = orderedIn(context, asked)
  const ordered = new Map(orders.map(row => [unitKeyOf(row), row.good]))
  const output = new Map([...made, ...orders].map(({ day, sectionId, unitId }) => [unitKeyOf({ day, sectionId, unitId }), { day, sectionId, unitId }]))
  const withOutput = new Set([...output.values()].map(keyOf))
  const attendedOnly = [...sheets.values()].filter(sheet => !withOutput.has(keyOf(sheet))).map(({ day, sectionId }) => ({ day, sectionId, unitId: null }))
  const units = new Map(db.all(sql.selectFrom('unit').select(['id', 'code', 'places'])).map(unit => [unit.id, unit]))
  const names = new Map(db.all(sql.selectFrom('section').select(['id', 'name'])).map(({ id, name }) => [id, name]))
  const lostTime = openLostTime(db, sections, period, now, section)
  const rows = [...output.values(), ...attendedOnly].map((one): DailyRow => {
    const { entries, workers, target, actual, overtime, met } = entered.get(unitKeyOf(one)) ?? nothing
    const [sheet, unit] = [sheets.get(keyOf(one)), one.unitId === null ? undefined : units.get(one.unitId)]
    const lock = locks.get(keyOf(one))
    const { shiftMinutes, lost } = lostTime(one.sectionId, one.day as BusinessDay)
    const places = unit?.places ?? 0
    const { adjusted, ofAdjusted } = quantityRatios(actual, target, { places, shiftMinutes, lostMinutes: lost })
    return {
      day: one.day, section: names.get(one.sectionId) ?? '', unit: unit?.code ?? '', places, entries, workers, target, actual, adjusted, ofAdjusted, overtime, met, ordered: ordered.get(unitKeyOf(one)) ?? zero,
      present: sheet?.presentCount ?? null, absent: sheet?.absentCount ?? null, isLocked: lock?.isLocked === true || hasLapsed(one.day as BusinessDay, lock, factory),
    }
  })
  return rows.toSorted((a, b) => b.day.localeCompare(a.day) || a.section.localeCompare(b.section) || a.unit.localeCompare(b.unit))
}

/** Good pieces of the work orders, by day, section and the unit of what they make. */
function orderedIn({ db, sections }: RowContext, { period, section }: Asked): (OfUnit & { readonly good: Decimal })[] {
  let query = sql.selectFrom('ledgerProduction').innerJoin('item', 'item.id', 'ledgerProduction.itemId').select(({ fn }) => ['day', 'sectionId', 'item.unitId', fn.sum<Decimal>('quantity').as('good')])
    .where('day', '>=', period.from).where('day', '<=', period.to).where(sections === 'all' ? raw<SqlBool>`1` : isMine('ledgerProduction', sections)).groupBy(['day', 'sectionId', 'item.unitId'])
  if (section !== undefined) query = query.where('sectionId', '=', section)
  return db.all(query)
}

/** By item and section. */
export function itemRows(context: RowContext, asked: Asked): ItemRow[] {
  const rows = context.db.all(
    sql.with('made', () => entriesIn(context, asked).select(['itemId', 'sectionId']).groupBy(['itemId', 'sectionId'])).selectFrom('made')
      .innerJoin('item', 'item.id', 'made.itemId').innerJoin('unit', 'unit.id', 'item.unitId').innerJoin('section', 'section.id', 'made.sectionId')
      .select([
        'item.code', 'item.name as item', 'section.name as section', 'unit.code as unit', 'unit.places', 'made.entries', 'made.workers', 'made.target', 'made.actual', 'made.met',
      ]),
  )
  return rows.toSorted((a, b) => a.code.localeCompare(b.code) || a.section.localeCompare(b.section))
}

/** By the workers' codes. */
export function attendedRows({ db, sections }: RowContext, { period, section, worker }: AskedOfWorker): AttendedRow[] {
  let query = sql.selectFrom('attendanceLine').innerJoin('attendanceSheet', 'attendanceSheet.id', 'attendanceLine.attendanceSheetId').innerJoin('worker', 'worker.id', 'attendanceLine.workerId')
    .innerJoin('section', 'section.id', 'attendanceLine.sectionId')
    .select(({ fn }) => [
      'worker.code', 'worker.name as worker', 'section.name as section',
      raw<number>`sum(${raw.ref('attendanceLine.status')} = 'PRESENT')`.as('present'), fn.countAll<number>().as('all'),
    ])
    .where('attendanceSheet.day', '>=', period.from).where('attendanceSheet.day', '<=', period.to).where(sections === 'all' ? raw<SqlBool>`1` : isMine('attendanceLine', sections))
    .groupBy(['worker.id', 'section.id'])
  if (section !== undefined) query = query.where('attendanceLine.sectionId', '=', section)
  if (worker !== '') query = query.where(isNamed(worker))
  return db.all(query.orderBy('worker.code').orderBy('section.name')).map(({ all, ...row }) => ({ ...row, absent: all - row.present }))
}

function isNamed(worker: string) {
  const pattern = containing(worker)
  return raw<SqlBool>`(${raw.ref('worker.code')} like ${pattern} escape '\\' or ${raw.ref('worker.name')} like ${pattern} escape '\\')`
}
