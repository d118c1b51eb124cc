import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { settings, SeriesState } from '../../shared/settings/contract.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { couldMeet, formatNumber, seriesNames, seriesPeriod, seriesSettings, series, type Series, type SeriesName } from '../../shared/settings/series.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { seriesInForce } from '../engines/document-numbers.ts'
import { requireSeen, storeSetting } from './stored.ts'

const shown = 3

/** A series as it is in force on this day, and the numbers that come next. */
export function seriesState(db: Reader, name: SeriesName, today: string): SeriesState {
  const { key } = seriesSettings[name]
  const { format, restarts } = seriesInForce(db, name)
  const last = lastCount(db, name, seriesPeriod({ restarts }, today))
  return {
    name, format, restarts, last, fallback: series[name], version: db.find('setting', key)?.version,
    upcoming: Array.from({ length: shown }, (_, at) => formatNumber({ format }, today, last + at + 1)),
    afterRestart: restarts === 'never' ? null : formatNumber({ format }, nextPeriod({ format, restarts }, today), 1),
  }
}

/**
 * From the next document on. The count goes on where it stood under either rule, so that no number is left out and none comes again.
 * Throws `invalid-input` where another series could come to the same numbers, or the very next number is taken.
 */
export function changeSeries({ db, today }: CommandContext, { name, format, restarts, version }: ParsedInputOf<typeof settings.changeSeries>): SeriesState {
  const [before, after, day] = [seriesInForce(db, name), { format, restarts }, today()]
  requireSeen(db, seriesSettings[name], version)
  const rival = seriesNames.find(other => other !== name && couldMeet(after, seriesInForce(db, other)))
  if (rival) throw invalidFormat('settings.issues.series-meets', { nameKey: `settings.series.names.${rival}` })
  const [period, count] = [seriesPeriod(after, day), lastCount(db, name, seriesPeriod(before, day))]
  const last = Math.max(count, lastCount(db, name, period))
  const next = formatNumber(after, day, last + 1)
  if (db.first(sql.selectFrom(name).select('id').where('number', '=', next))) throw invalidFormat('settings.issues.series-taken', { number: next })
  if (last > 0) db.put('numberCounter', { series: name, period, last })
  storeSetting(db, seriesSettings[name], after)
  return seriesState(db, name, day)
}

function lastCount(db: Reader, name: SeriesName, period: string): number {
  return db.first(sql.selectFrom('numberCounter').select('last').where('series', '=', name).where('period', '=', period))?.last ?? 0
}

/** The first day of the period after this one. */
function nextPeriod(rule: Series, today: string): string {
  let day = today
  while (seriesPeriod(rule, day) === seriesPeriod(rule, today)) day = addDays(day as BusinessDay, 1)
  return day
}

function invalidFormat(reason: string, params: Readonly<Record<string, string>>): AppError {
  return new AppError('invalid-input', { issues: [{ path: ['format'], reason, params }] })
}
