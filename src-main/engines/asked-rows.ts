import { sql as raw, type SelectQueryBuilder, type SqlBool } from 'kysely'
import type { Period } from '../../shared/reports/report.ts'
import { daySpan } from '../database/day-span.ts'
import { withWords } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'

/** What every report of documents, or of the work on them, can be asked. */
export interface Asked<Status extends string> {
  readonly period: Period
  readonly status: Status | undefined
  readonly search: string
}
/** Where that is looked for: the period in a column of days, or of instants of the factory's days. */
export type Places = { readonly status: string; readonly search: readonly string[] } & ({ readonly day: string } | { readonly instant: string })

/** The rows of a query that are of the period and the state, and have every word of the search in one of the columns. */
export function askedRows<DB, TB extends keyof DB, Row>(
  db: Reader,
  query: SelectQueryBuilder<DB, TB, Row>,
  { period, status, search }: Asked<string>,
  places: Places,
): Row[] {
  const within = withWords(query.where(isIn(db, period, places)), search, places.search)
  return db.all(status === undefined ? within : within.where(raw<SqlBool>`${raw.ref(places.status)} = ${status}`))
}

function isIn(db: Reader, { from, to }: Period, places: Places) {
  if ('day' in places) return raw<SqlBool>`${raw.ref(places.day)} between ${from} and ${to}`
  const span = daySpan(db, from, to)!
  return raw<SqlBool>`(${raw.ref(places.instant)} >= ${span.from} and ${raw.ref(places.instant)} < ${span.to})`
}
