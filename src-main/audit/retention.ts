import type { BusinessDay } from '../../shared/core/dates.ts'
import { dayStart, wallClock } from '../../shared/core/dates.ts'
import { auditSettings } from '../../shared/audit/settings.ts'
import { sql as raw } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { integrity } from '../../shared/audit/integrity.ts'
import { genesisHash } from '../database/audit-chain.ts'
import type { CommandContext, SettingReader } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { defaultTimeZone } from '../database/site.ts'
import { sql } from '../database/sql.ts'
import type { Book } from '../database/tables.ts'

/** Rows of one year whose time in the database is over. */
export interface DueYear { readonly year: number; readonly fromSeq: number; readonly throughSeq: number; readonly rowCount: number }
interface Now { readonly db: Reader; readonly settings: SettingReader; readonly clock: { now(): string } }

/** Up to which number a book was emptied; 0 where it never was. */
export function markOf(db: Reader, book: Book): number {
  return db.one(sql.selectFrom('purge').select(raw<number>`coalesce(max(throughSeq), 0)`.as('mark')).where('book', '=', book)).mark
}

/**
 * The years to be archived, the oldest first: whole years that ended so many years ago as the setting says. A year ends before the first
 * row of a later one, so that no row of a clock that was ahead is put away too early.
 */
export function dueYears({ db, settings, clock }: Now): DueYear[] {
  const timeZone = timeZoneOf(db)
  if (timeZone === undefined) return []
  const yearOf = yearsIn(timeZone)
  const end = yearOf(clock.now()) - settings.get(auditSettings.retentionYears)
  const due: DueYear[] = []
  let fromSeq = markOf(db, 'auditEntry') + 1
  for (;;) {
    const oldest = db.first(sql.selectFrom('auditEntry').select('at').where('seq', '>=', fromSeq).orderBy('seq').limit(1))
    const year = oldest && yearOf(oldest.at)
    if (year === undefined || year >= end) return due
    const throughSeq = lastBefore(db, fromSeq, dayStart(`${year + 1}-01-01` as BusinessDay, timeZone))
    if (throughSeq < fromSeq) return due
    due.push({ year, fromSeq, throughSeq, rowCount: throughSeq - fromSeq + 1 })
    fromSeq = throughSeq + 1
  }
}

function timeZoneOf(db: Reader): string | undefined {
  return db.first(sql.selectFrom('site').select('timeZone').limit(1))?.timeZone
}

function yearsIn(timeZone: string): (instant: string) => number {
  return instant => Number(wallClock(instant, timeZone).day.slice(0, 4))
}

function lastBefore(db: Reader, fromSeq: number, end: string): number {
  const later = sql.selectFrom('auditEntry').select(raw<number | null>`min(seq)`.as('seq')).where('seq', '>=', fromSeq).where('at', '>=', end)
  const { last } = db.one(sql.selectFrom('auditEntry').select(raw<number>`max(seq)`.as('last')))
  return (db.one(later).seq ?? last + 1) - 1
}

/** The hash that the first row after an archive continues. */
export function hashBefore(db: Reader, fromSeq: number): string {
  const before = sql.selectFrom('purge').select('lastHash').where('book', '=', 'auditEntry').where('throughSeq', '=', fromSeq - 1)
  return db.first(before)?.lastHash ?? genesisHash
}

/** Which rows a year has was read by the job; here is seen that nothing was archived meanwhile, and that its time is over by this clock. */
export function recordArchive({ db, settings, clock, session }: CommandContext, archive: ParsedInputOf<typeof integrity.recordArchive>): { seq: number } {
  const { year, fromSeq, throughSeq, rowCount, lastHash } = archive
  const last = db.first(sql.selectFrom('auditEntry').select(['hash', 'at']).where('seq', '=', throughSeq))
  const yearOf = yearsIn(timeZoneOf(db) ?? defaultTimeZone)
  const isNext = fromSeq === markOf(db, 'auditEntry') + 1 && rowCount === throughSeq - fromSeq + 1
  const isOver = year < yearOf(clock.now()) - settings.get(auditSettings.retentionYears)
  if (!isNext || !isOver || last?.hash !== lastHash || yearOf(last.at) > year) throw new AppError('wrong-state', { entity: 'purge' })
  const { seq } = db.append('purge', { book: 'auditEntry', ...archive, createdBy: session.userId })
  return { seq }
}

/** Refusals and events whose time is over; by whole months, so that the audit is not told of it every day. */
export function forgetOldEvents({ db, settings, clock, session }: CommandContext): OutputOf<typeof integrity.forgetOldEvents> {
  const now = clock.now()
  const years = settings.get(auditSettings.securityYears)
  const ends = {
    securityEvent: `${Number(now.slice(0, 4)) - years}-${now.slice(5, 7)}-01`,
    event: new Date(Date.parse(now) - settings.get(auditSettings.eventDays) * 86_400_000).toISOString().slice(0, 8) + '01',
  } as const
  const marked = (Object.keys(ends) as (keyof typeof ends)[]).filter(book => {
    const fromSeq = markOf(db, book) + 1
    const throughSeq = lastWrittenBefore(db, book, fromSeq, ends[book])
    if (throughSeq < fromSeq) return false
    db.append('purge', { book, fromSeq, throughSeq, rowCount: throughSeq - fromSeq + 1, file: null, sha256: null, lastHash: null, year: null, createdBy: session.userId })
    return true
  })
  return { marked: marked.length }
}

/** Found by halves: these books are written in the order of time, and where a clock was put back a few rows more or less do no harm. */
function lastWrittenBefore(db: Reader, book: 'securityEvent' | 'event', fromSeq: number, end: string): number {
  let below = fromSeq - 1
  let { above } = db.one(sql.selectFrom(book).select(raw<number>`coalesce(max(seq), 0) + 1`.as('above')))
  while (above - below > 1) {
    const middle = Math.floor((below + above) / 2)
    const row = db.first(sql.selectFrom(book).select('at').where('seq', '=', middle))
    if (row && row.at >= end) above = middle
    else below = middle
  }
  return below
}

const books: readonly Book[] = ['auditEntry', 'securityEvent', 'event']
/** So many rows at a time hold the writer for some hundredths of a second. */
const rowsAtOnce = 2000

export function emptyBooks({ db }: CommandContext): OutputOf<typeof integrity.emptyBooks> {
  let deleted = 0
  for (const book of books) if (deleted < rowsAtOnce) deleted += db.shorten(book, markOf(db, book), rowsAtOnce - deleted)
  return { deleted, left: deleted >= rowsAtOnce }
}
