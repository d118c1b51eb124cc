import { addDays, businessDay, wallClock, type BusinessDay } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { productionSettings } from '../../shared/production/settings.ts'
import type { DayLock, days } from '../../shared/section-day/days.ts'
import { isCutOff } from '../../shared/section-day/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { invalid } from '../warehouse/refusals.ts'
import { lockWithin } from './open-day.ts'
import { dayLockOf, type SectionAndDay } from './rows.ts'

/** So far back it is written down that a day is locked; the days before are locked by their hour alone. */
const daysWrittenDown = 14

export function lockDay({ db, scope, session, clock, today }: CommandContext, on: SectionAndDay): DayLock {
  db.get('section', on.sectionId)
  scope.section(on.sectionId)
  if (on.day > today()) throw invalid('day', 'sectionDay.issues.day-ahead')
  const known = dayLockOf(db, on)
  if (known?.isLocked) throw new AppError('wrong-state', { entity: 'sectionDayLock', id: known.id, status: 'LOCKED' })
  const locked = { isLocked: true, lockedBy: session.userId, lockedAt: clock.now() }
  if (known) db.update('sectionDayLock', known, locked)
  else db.insert('sectionDayLock', { ...on, ...locked })
  return dayLockOf(db, on)!
}

/** Who locked it stays with it, beside who opened it again and why. */
export function unlockDay({ db, scope, session, clock }: CommandContext, { id, version, reason }: ParsedInputOf<typeof days.unlockDay>): DayLock {
  const known = db.get('sectionDayLock', id)
  scope.section(known.sectionId)
  if (known.version !== version) throw new AppError('conflict', { entity: 'sectionDayLock', id })
  if (!known.isLocked) throw new AppError('wrong-state', { entity: 'sectionDayLock', id, status: 'OPEN' })
  db.update('sectionDayLock', known, { isLocked: false, openedBy: session.userId, openedAt: clock.now(), openReason: reason })
  return dayLockOf(db, known)!
}

/** What the host has locked by its hour alone, longer ago than it writes down. */
export function openLapsedDay(context: CommandContext, { sectionId, day, reason }: ParsedInputOf<typeof days.openLapsedDay>): DayLock {
  const { db, scope, session, clock } = context
  db.get('section', sectionId)
  scope.section(sectionId)
  const held = lockWithin(context, sectionId, { from: day, to: day })
  const known = dayLockOf(db, { sectionId, day })
  if (!held || held.isWritten) throw new AppError('wrong-state', { entity: 'sectionDayLock', id: known?.id ?? '', status: held ? 'LOCKED' : 'OPEN' })
  const opened = { isLocked: false, lockedBy: held.lockedBy, lockedAt: held.lockedAt, openedBy: session.userId, openedAt: clock.now(), openReason: reason }
  if (known) db.update('sectionDayLock', known, opened)
  else db.insert('sectionDayLock', { sectionId, day, ...opened })
  return dayLockOf(db, { sectionId, day })!
}

/** PX-5: the days of all sections that make something or have workers or lines, whose hour has come; those that were opened again, however long ago they were. Answers how many. */
export function lockLapsedDays(context: CommandContext): number {
  const { db, clock, settings, today } = context
  const cutOff = { days: settings.get(productionSettings.lockDays), hour: settings.get(productionSettings.lockHour) }
  if (cutOff.days === 0) return 0
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const now = wallClock(clock.now(), timeZone)
  const ended = Array.from({ length: daysWrittenDown }, (_, back) => addDays(today() as BusinessDay, -cutOff.days - back))
  const reopened = db.all(sql.selectFrom('sectionDayLock').select(['sectionId', 'day']).where('isLocked', '=', false).where('day', '<', ended.at(-1)!))
  const days = [...sectionsWithDays(db).flatMap(sectionId => ended.map(day => ({ sectionId, day }))), ...reopened]
  const due = days.filter(on => {
    const lock = dayLockOf(db, on)
    const openedOn = lock?.openedAt ? businessDay(lock.openedAt, { timeZone }) : null
    return !lock?.isLocked && isCutOff(on.day as BusinessDay, openedOn, cutOff, now)
  })
  for (const on of due) lockDay(context, on)
  return due.length
}

function sectionsWithDays(db: Reader): string[] {
  const of = (table: 'productionStage' | 'worker' | 'productionLine') => sql.selectFrom(table).select('sectionId').where('isActive', '=', true)
  return db.all(sql.selectFrom('section').select('id').where('isActive', '=', true)
    .where(({ or, eb }) => or((['productionStage', 'worker', 'productionLine'] as const).map(table => eb('id', 'in', of(table))))).orderBy('code')).map(({ id }) => id)
}
