import { businessDay } from '../core/dates.ts'
import type { BackupKind } from './backup.ts'

const minute = 60_000
const day = 24 * 60 * minute

/** How many of each span are kept, and how much room all may take, in bytes. */
export interface Retention {
  readonly quarterHours: number
  readonly days: number
  readonly months: number
  readonly years: number
  readonly budget: number
}
/** `fullAt`: when all in it was checked and found sound, if it was. */
export interface Retained { readonly name: string; readonly at: string; readonly size: number; readonly kind: BackupKind; readonly fullAt: string | null }

/** From what is given up last to what is given up first when room is short. */
const worths = ['newest', 'day', 'month', 'year', 'act', 'quarter'] as const
type Worth = (typeof worths)[number]

/** The way back from an act is kept so long, whatever else there is. */
const actDays = 30

/** No lack of room takes these: the newest few and the newest that was wholly checked, one of each day of the last week, and the way back from an act of that week. */
const neededNewest = 4
const neededDays = 7

/**
 * Which backups stay: of each of the last quarter hours, days, months and years that have any, one; those made before an act for 30
 * days; and always the newest, and the newest that was wholly checked. Over the budget, quarter hours go first, the oldest of them before the others, but never what is needed for
 * the last days. `timeZone` decides days.
 */
export function backupsToKeep(backups: readonly Retained[], rule: Retention, timeZone: string, now: string): ReadonlySet<string> {
  const newestFirst = [...backups].sort((a, b) => b.at.localeCompare(a.at))
  const worthOf = new Map<string, Worth>()
  const keep = (worth: Worth, kept: readonly Retained[]) => kept.forEach(({ name }) => worthOf.has(name) || worthOf.set(name, worth))
  const dayOf = ({ at }: Retained) => businessDay(at, { timeZone }) as string
  const newestChecked = newestFirst.filter(({ fullAt }) => fullAt !== null).slice(0, 1)
  keep('newest', [...newestFirst.slice(0, 1), ...newestChecked])
  keep('day', onePer(newestFirst, dayOf, rule.days))
  keep('month', onePer(newestFirst, backup => dayOf(backup).slice(0, 7), rule.months))
  keep('year', onePer(newestFirst, backup => dayOf(backup).slice(0, 4), rule.years))
  keep('act', newestFirst.filter(({ kind, at }) => kind !== 'scheduled' && kind !== 'daily' && Date.parse(now) - Date.parse(at) < actDays * day))
  keep('quarter', onePer(newestFirst, ({ at }) => String(Math.floor(Date.parse(at) / (15 * minute))), rule.quarterHours))

  const isRecent = ({ at }: Retained) => Date.parse(now) - Date.parse(at) < neededDays * day
  const acts = newestFirst.filter(({ kind }) => kind.startsWith('before-'))
  const needed = new Set([...newestFirst.slice(0, neededNewest), ...newestChecked, ...[...onePer(newestFirst, dayOf, neededDays), ...acts].filter(isRecent)])
  const kept = newestFirst.filter(({ name }) => worthOf.has(name))
  const first = kept.filter(backup => needed.has(backup))
  const room = rule.budget - first.reduce((sum, { size }) => sum + size, 0)
  const byWorth = kept.filter(backup => !needed.has(backup)).sort((a, b) => worths.indexOf(worthOf.get(a.name)!) - worths.indexOf(worthOf.get(b.name)!) || b.at.localeCompare(a.at))
  return new Set([...first, ...withinBudget(byWorth, room)].map(({ name }) => name))
}

/** Of each of the newest spans one: the newest that was wholly checked, else the daily one, which is to be, else the newest. */
function onePer(newestFirst: readonly Retained[], spanOf: (backup: Retained) => string, count: number): Retained[] {
  const spans = Map.groupBy(newestFirst, spanOf)
  return [...spans.values()].slice(0, count).map(members => members.find(({ fullAt }) => fullAt !== null) ?? members.find(({ kind }) => kind === 'daily') ?? members[0]!)
}

function withinBudget(byWorth: readonly Retained[], budget: number): Retained[] {
  let room = budget
  let isFull = false
  return byWorth.filter(({ size }) => {
    room -= size
    isFull ||= room < 0
    return !isFull
  })
}

export interface BackupTiming {
  /** UTC ISO texts. */
  readonly now: string
  readonly timeZone: string
  readonly everyMinutes: number
  /** The hour of the day, in the factory, of the daily backup. */
  readonly dailyHour: number
  readonly newest: { readonly at: string; readonly eventSeq: number } | undefined
  readonly newestDaily: { readonly at: string } | undefined
  readonly eventSeq: number
}

/** IO-5: which backup is due now: the daily one from its hour on, whether something changed or not; else one where something did. */
export function dueBackup({ now, timeZone, everyMinutes, dailyHour, newest, newestDaily, eventSeq }: BackupTiming): 'daily' | 'scheduled' | undefined {
  // The day of backups begins at its hour: what was made at 02:59 belongs to the day before.
  const dayOf = (at: string) => businessDay(new Date(Date.parse(at) - dailyHour * 60 * minute).toISOString(), { timeZone })
  if (!newestDaily || dayOf(newestDaily.at) < dayOf(now)) return newest ? 'daily' : 'scheduled'
  const isChanged = newest?.eventSeq !== eventSeq
  const age = newest ? Date.parse(now) - Date.parse(newest.at) : Infinity
  return isChanged && age >= everyMinutes * minute ? 'scheduled' : undefined
}

/** How it stands with the backups, for every desk. `late`: what was entered is in no backup for too long. */
export const backupStates = ['none', 'good', 'late'] as const
export type BackupState = (typeof backupStates)[number]

const latestAfter = 2 * 60 * minute

/** `at`: of the newest checked backup, if any; `uncoveredSince`: when the first entry was made that is in none. */
export function backupState({ at, uncoveredSince }: { readonly at: string | null; readonly uncoveredSince: string | null }, now: string): BackupState {
  if (at === null) return 'none'
  return uncoveredSince !== null && Date.parse(now) - Date.parse(uncoveredSince) > latestAfter ? 'late' : 'good'
}

/** After so long without a checked backup those who look after the data are told. */
export const missingAfter = day
