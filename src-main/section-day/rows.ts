import { sql as raw, type SqlBool } from 'kysely'
import type { AttendanceSheet, DayLock, EarlierDay, WorkerDay, WorkerEntry, WorkerHistory } from '../../shared/section-day/days.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Page } from '../../shared/core/list.ts'
import type { days } from '../../shared/section-day/days.ts'
import { sumOf, sumsByUnit, type SectionRule } from '../../shared/section-day/rules.ts'
import { sumOfMinutes, workerMinutes } from '../../shared/section-day/standard-minutes.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'
import { isMine, type Sections } from '../warehouse/places.ts'
import { lapsedAt, type LockAsker } from './open-day.ts'

export interface SectionAndDay { readonly sectionId: string; readonly day: string }

/** Every entry with what it names. */
export const workerEntryRows = sql.selectFrom('workerEntry').innerJoin('section', 'section.id', 'workerEntry.sectionId').innerJoin('worker', 'worker.id', 'workerEntry.workerId')
  .innerJoin('item', 'item.id', 'workerEntry.itemId').innerJoin('unit', 'unit.id', 'item.unitId').innerJoin('user as enterer', 'enterer.id', 'workerEntry.enteredBy').leftJoin('user as changer', 'changer.id', 'workerEntry.changedBy')
  .select([
    'workerEntry.id', 'workerEntry.version', 'workerEntry.sectionId', 'section.name as sectionName', 'workerEntry.day', 'workerEntry.workerId', 'worker.code as workerCode', 'worker.name as workerName',
    'workerEntry.itemId', 'item.code as itemCode', 'item.name as itemName', 'unit.code as unitCode', 'unit.places as unitPlaces', 'workerEntry.standardMinutes', 'workerEntry.targetQuantity', 'workerEntry.shiftHours', 'workerEntry.actualQuantity', 'workerEntry.overtimeHours',
    'workerEntry.isTargetMet', 'workerEntry.notes', 'enterer.fullName as enteredByName', 'changer.fullName as changedByName',
  ])

const entryAt = planned((at: { id: string }) => workerEntryRows.where('workerEntry.id', '=', at.id))
const entriesOn = planned((on: SectionAndDay) => workerEntryRows.where('workerEntry.sectionId', '=', on.sectionId).where('workerEntry.day', '=', on.day).orderBy('worker.code').orderBy('item.code'))

export function workerEntryOf(db: Reader, id: string): WorkerEntry {
  return db.one(entryAt({ id }))
}

const lockRows = sql.selectFrom('sectionDayLock').innerJoin('section', 'section.id', 'sectionDayLock.sectionId').innerJoin('user as locker', 'locker.id', 'sectionDayLock.lockedBy')
  .leftJoin('user as opener', 'opener.id', 'sectionDayLock.openedBy')
  .select([
    'sectionDayLock.id', 'sectionDayLock.version', 'sectionDayLock.sectionId', 'section.name as sectionName', 'sectionDayLock.day', 'sectionDayLock.isLocked', 'locker.fullName as lockedByName', 'sectionDayLock.lockedAt',
    'opener.fullName as openedByName', 'sectionDayLock.openedAt', 'sectionDayLock.openReason',
  ])

/** Nothing where the day was neither locked nor opened again. */
export function dayLockOf(db: Reader, { sectionId, day }: SectionAndDay): DayLock | undefined {
  return db.first(lockRows.where('sectionDayLock.sectionId', '=', sectionId).where('sectionDayLock.day', '=', day))
}

export function listDayLocks(db: Reader, mine: Sections, { filter, ...input }: ParsedInputOf<typeof days.listDayLocks>): Page<DayLock> {
  const { fromDay, toDay, isLocked, ...equal } = filter
  let query = narrowed(lockRows.where(mine === 'all' ? raw<SqlBool>`1` : isMine('sectionDayLock', mine)), equal, { sectionId: 'sectionDayLock.sectionId' })
  if (isLocked !== undefined) query = query.where('sectionDayLock.isLocked', '=', isLocked)
  if (fromDay !== undefined) query = query.where('sectionDayLock.day', '>=', fromDay)
  if (toDay !== undefined) query = query.where('sectionDayLock.day', '<=', toDay)
  return listPage(db, input, {
    query, columns: { day: 'sectionDayLock.day', sectionName: textColumn('section.name'), lockedAt: 'sectionDayLock.lockedAt' }, search: ['section.name', 'section.code', 'sectionDayLock.openReason'],
    defaultSort: [{ column: 'day', descending: true }], id: 'sectionDayLock.id',
  })
}

const sheetOn = planned((on: SectionAndDay) => sql.selectFrom('attendanceSheet').innerJoin('user', 'user.id', 'attendanceSheet.enteredBy')
  .select(['attendanceSheet.id', 'attendanceSheet.version', 'attendanceSheet.sectionId', 'day', 'presentCount', 'absentCount', 'notes', 'user.fullName as enteredByName'])
  .where('attendanceSheet.day', '=', on.day).where('attendanceSheet.sectionId', '=', on.sectionId))
const linesOf = planned((of: { id: string }) => sql.selectFrom('attendanceLine').innerJoin('worker', 'worker.id', 'attendanceLine.workerId')
  .select(['attendanceLine.id', 'attendanceLine.version', 'workerId', 'worker.code as workerCode', 'worker.name as workerName', 'attendanceLine.status', 'attendanceLine.notes']).where('attendanceSheetId', '=', of.id).orderBy('worker.code'))

export function sheetOf(db: Reader, on: SectionAndDay): AttendanceSheet | undefined {
  const sheet = db.first(sheetOn(on))
  return sheet && { ...sheet, lines: linesOn(db, sheet.id) }
}

/** The lines of a sheet, with their versions. */
export function linesOn(db: Reader, id: string) {
  return db.all(linesOf({ id }))
}

/** The targets of a section that are in use. */
export function rulesOf(db: Reader, sectionId: string): SectionRule[] {
  return db.all(sql.selectFrom('targetRule').select(['itemId', 'productionLineId', 'startDay', 'endDay', 'isActive', 'targetQuantity', 'shiftHours', 'standardMinutes']).where('sectionId', '=', sectionId).where('isActive', '=', true))
}

/** Everything that a section's day is entered from. */
export function workerDay(asker: LockAsker, { sectionId, day }: SectionAndDay): WorkerDay {
  const { db } = asker
  const on = { sectionId, day }
  const lock = dayLockOf(db, on)
  return {
    lock: lock ?? null, lapsedAt: lapsedAt(asker, day, lock), entries: db.all(entriesOn(on)), sheet: sheetOf(db, on) ?? null, rules: rulesOf(db, sectionId),
    workers: db.all(sql.selectFrom('worker').select(['id', 'code', 'name']).where('sectionId', '=', sectionId).where('isActive', '=', true).orderBy('code')),
    lateCount: db.one(sql.selectFrom('lateEntry').select(({ fn }) => fn.countAll<number>().as('count')).where('sectionId', '=', sectionId).where('day', '=', day).where('status', '=', 'WAITING')).count,
  }
}

/** The last day before with entries: workers that are still in use, and what they worked on. */
export function earlierDay(db: Reader, { sectionId, day }: SectionAndDay): EarlierDay | null {
  const last = db.first(sql.selectFrom('workerEntry').select('day').where('sectionId', '=', sectionId).where('day', '<', day).orderBy('day', 'desc').limit(1))
  if (!last) return null
  const rows = db.all(workerEntryRows.where('workerEntry.sectionId', '=', sectionId).where('workerEntry.day', '=', last.day).where('worker.isActive', '=', true).where('item.isActive', '=', true).orderBy('worker.code').orderBy('item.code'))
  return {
    day: last.day,
    rows: rows.map(({ workerId, workerCode, workerName, itemId, itemCode, itemName }) => ({ worker: { id: workerId, code: workerCode, name: workerName }, item: { id: itemId, code: itemCode, name: itemName } })),
  }
}

/** What a worker made from day to day in the sections that may be seen. */
export function workerHistory(db: Reader, mine: Sections, { workerId, fromDay, toDay }: ParsedInputOf<typeof days.getWorkerHistory>): WorkerHistory {
  const { code, name, sectionId } = db.get('worker', workerId)
  const seen = <Table extends string>(table: Table) => (mine === 'all' ? raw<SqlBool>`1` : isMine(table, mine))
  const entries = db.all(
    workerEntryRows.where('workerEntry.workerId', '=', workerId).where('workerEntry.day', '>=', fromDay).where('workerEntry.day', '<=', toDay).where(seen('workerEntry')).orderBy('workerEntry.day', 'desc').orderBy('item.code'),
  )
  const attended = db.all(
    sql.selectFrom('attendanceLine').innerJoin('attendanceSheet', 'attendanceSheet.id', 'attendanceLine.attendanceSheetId').select(['attendanceLine.status', 'attendanceSheet.day']).where('workerId', '=', workerId)
      .where('attendanceSheet.day', '>=', fromDay).where('attendanceSheet.day', '<=', toDay).where(seen('attendanceLine')),
  )
  const daysWith = (status: 'PRESENT' | 'ABSENT') => new Set(attended.filter(line => line.status === status).map(({ day }) => day)).size
  const byDay = [...Map.groupBy(entries.toReversed(), ({ day }) => day)].map(([day, its]) => ({ day, its, minutes: workerMinutes(its) }))
  const measured = byDay.flatMap(({ minutes }) => minutes ?? [])
  return {
    worker: { id: workerId, code, name, sectionName: db.get('section', sectionId).name }, entries, presentDays: daysWith('PRESENT'), absentDays: daysWith('ABSENT'),
    minutes: { ...sumOfMinutes(measured), days: measured.length },
    days: byDay.map(({ day, its, minutes }) => {
      const { overtime, met, aimed } = sumOf(its)
      return { day, sums: sumsByUnit(its).map(({ unitCode, target, actual }) => ({ unitCode, target, actual })), overtime, isTargetMet: aimed === 0 ? null : met === aimed, minutes }
    }),
  }
}
