import { addDays, businessDay, instantAt, wallClock, type BusinessDay } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import { systemUserId } from '../../shared/identity/system-user.ts'
import { productionSettings } from '../../shared/production/settings.ts'
import { isClosed } from '../../shared/periods/rules.ts'
import { unlockRight } from '../../shared/section-day/days.ts'
import type { DayBar } from '../../shared/section-day/late.ts'
import { isCutOff, lastCutOff, type CutOff } from '../../shared/section-day/rules.ts'
import type { QueryContext, SettingReader } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { closedThrough, requireOpenPeriod } from '../periods/open-period.ts'

/** What says whether days are locked now. */
export type LockAsker = Pick<QueryContext, 'db' | 'settings' | 'clock'>
/** Days in a row. */
export interface DaySpan { readonly from: string; readonly to: string }

const locksWithin = planned((asked: { sectionId: string; from: string; to: string }) =>
  sql.selectFrom('sectionDayLock').innerJoin('user', 'user.id', 'sectionDayLock.lockedBy')
    .select(['sectionDayLock.day', 'sectionDayLock.isLocked', 'sectionDayLock.lockedBy', 'sectionDayLock.lockedAt', 'sectionDayLock.openedAt', 'user.fullName'])
    .where('sectionDayLock.sectionId', '=', asked.sectionId).where('sectionDayLock.day', '>=', asked.from).where('sectionDayLock.day', '<=', asked.to).orderBy('sectionDayLock.day'))

/** PX-5: for everything that enters, changes or takes out something of a section's day. Throws `period-closed` where its month is closed, `day-locked`, naming who locked it and who can open it. */
export function requireOpenDay(asker: LockAsker, sectionId: string, day: string): void {
  requireOpenDays(asker, sectionId, { from: day, to: day })
}

/** The same for what concerns several days in a row. */
export function requireOpenDays(asker: LockAsker, sectionId: string, span: DaySpan): void {
  requireOpenPeriod(asker.db, span.from)
  const lock = lockWithin(asker, sectionId, span)
  if (lock) throw refusalOf(asker.db, sectionId, lock)
}

/** PX-5: for rows of a file: what somebody, or the host, has locked by itself takes none; history from before a factory locked anything is still taken. */
export function requireNoLock({ db }: Pick<LockAsker, 'db'>, sectionId: string, day: string): void {
  requireOpenPeriod(db, day)
  const lock = db.all(locksWithin({ sectionId, from: day, to: day })).find(({ isLocked }) => isLocked)
  if (lock) throw refusalOf(db, sectionId, lock)
}

/** The first of these days that takes nothing, and why; nothing where all are open. */
export function barWithin(asker: LockAsker, sectionId: string, { from, to }: DaySpan): DayBar | undefined {
  if (isClosed(from, closedThrough(asker.db))) return { day: from, bar: 'period-closed' }
  const lock = lockWithin(asker, sectionId, { from, to })
  return lock && { day: lock.day, bar: 'day-locked' }
}

/** A lock that holds; `isWritten`: by a person or the host, whatever the hour is. */
export interface HeldLock { readonly day: string; readonly lockedBy: string; readonly lockedAt: string; readonly fullName: string; readonly isWritten: boolean }

/** The first of these days that is locked: by somebody, or because its hour has come, whether or not the host has written that down yet. */
export function lockWithin({ db, settings, clock }: LockAsker, sectionId: string, { from, to }: DaySpan): HeldLock | undefined {
  const known = db.all(locksWithin({ sectionId, from, to }))
  const written = known.find(({ isLocked }) => isLocked)
  const locksByItself = settings.get(productionSettings.lockDays) > 0
  const lapsed = locksByItself ? lapsedWithin({ from, to: written?.day ?? to }, known, openFactoryClock(db, settings, clock.now())) : undefined
  return lapsed ?? (written && { ...written, isWritten: true })
}

/** When days lock by themselves, and what calendar and clock of the factory show. */
export interface FactoryClock { readonly cutOff: CutOff; readonly now: { readonly day: BusinessDay; readonly time: string }; readonly timeZone: string }

export function openFactoryClock(db: Reader, settings: SettingReader, now: string): FactoryClock {
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  return { cutOff: { days: settings.get(productionSettings.lockDays), hour: settings.get(productionSettings.lockHour) }, now: wallClock(now, timeZone), timeZone }
}

interface Written { readonly day: string; readonly isLocked: boolean; readonly openedAt: string | null }

/** Whether a day's hour has come; `lock`: what is written down of it. */
export function hasLapsed(day: BusinessDay, lock: Pick<Written, 'openedAt'> | undefined, { cutOff, now, timeZone }: FactoryClock): boolean {
  return isCutOff(day, lock?.openedAt ? businessDay(lock.openedAt, { timeZone }) : null, cutOff, now)
}

/** When its hour came that locks a day, where nobody has written that down; `lock`: what is written down of it. */
export function lapsedAt({ db, settings, clock }: LockAsker, day: string, lock: Omit<Written, 'day'> | undefined): string | null {
  if (settings.get(productionSettings.lockDays) === 0 || lock?.isLocked) return null
  const factory = openFactoryClock(db, settings, clock.now())
  return hasLapsed(day as BusinessDay, lock, factory) ? hourOf(day as BusinessDay, factory) : null
}

function hourOf(day: BusinessDay, { cutOff, timeZone }: FactoryClock): string {
  return instantAt(addDays(day, cutOff.days), `${String(cutOff.hour).padStart(2, '0')}:00`, timeZone)
}

function lapsedWithin({ from, to }: DaySpan, known: readonly Written[], factory: FactoryClock): HeldLock | undefined {
  const last = lastCutOff(factory.cutOff, factory.now)
  if (last === undefined) return undefined
  for (let day = from as BusinessDay; day <= to && day <= last; day = addDays(day, 1)) {
    const lock = known.find(one => one.day === day)
    if (lock?.isLocked || !hasLapsed(day, lock, factory)) continue
    return { day, lockedBy: systemUserId, lockedAt: hourOf(day, factory), fullName: '', isWritten: false }
  }
  return undefined
}

function refusalOf(db: Reader, sectionId: string, { day, lockedBy, lockedAt, fullName }: Omit<HeldLock, 'isWritten'>): AppError {
  const who = lockedBy === systemUserId ? { whoKey: 'words.system' } : { who: fullName }
  return new AppError('day-locked', { sectionId, section: db.get('section', sectionId).name, day, at: lockedAt, needed: unlockRight, ...who })
}
