import { sql as raw, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely'
import type { BusinessDay } from '../../shared/core/dates.ts'
import type { Entity } from '../../shared/core/entities.ts'
import type { Needed } from '../../shared/core/procedure.ts'
import type { Found, FoundKind } from '../../shared/search/found.ts'
import { bestFirst, wordsOf } from '../../shared/search/rank.ts'
import type { SeriesName } from '../../shared/settings/series.ts'
import type { Session } from '../core/session.ts'
import type { Reader } from '../database/reader.ts'
import { meantNumbers, seriesInForce } from './document-numbers.ts'

/** Who searches, and when; `mine` are the sections whose rows they see. */
export interface Asker { readonly db: Reader; readonly session: Session; readonly mine: 'all' | readonly string[]; readonly today: BusinessDay }

/** How one kind of record is found. A module's finders stand in its `finders.ts`, all of them in `search/finders.ts`. */
export interface Finder {
  readonly kind: FoundKind
  /** Any of these is enough: the permissions of the screens that show it. */
  readonly needs: readonly Needed[]
  find(asker: Asker, text: string, limit: number): Found[]
  /** For a scanner. */
  withCode(asker: Asker, code: string): Found[]
  withIds(asker: Asker, ids: readonly string[]): Found[]
}

/** What a row says of itself; what it does not say is nothing, and it is active. */
export type FoundRow = Pick<Found, 'id' | 'code' | 'name'> & Partial<Pick<Found, 'detail' | 'state' | 'isActive' | 'said'>>

interface FinderSpec<DB, TB extends keyof DB, Row> extends Pick<Finder, 'kind' | 'needs'> {
  /** The rows this asker may see, neither ordered nor limited. */
  rows(asker: Asker): SelectQueryBuilder<DB, TB, Row>
  /** The column of the record's id: `item.id`. */
  readonly id: string
  face(row: Row): FoundRow
}

/** For records whose code and name are kept in `searchEntry`: found by codes and names that begin so, and by words. */
export function wordFinder<DB, TB extends keyof DB, Row>({ entity, ...spec }: FinderSpec<DB, TB, Row> & { readonly entity: Entity }): Finder {
  return {
    kind: spec.kind,
    needs: spec.needs,
    find: (asker, text, limit) => bestFirst(text, those(spec, asker, entriesLike(entity, text))).slice(0, limit),
    withCode: (asker, code) => those(spec, asker, raw`select id from searchEntry where entity = ${entity} and code = ${code}`),
    withIds: (asker, ids) => those(spec, asker, listed(ids)),
  }
}

/** For documents, by their number or a piece of it: the very number first, then the newest. `table` is where the numbers stand, if they only begin as the series’ own do. */
export function numberFinder<DB, TB extends keyof DB, Row>({ series, table = series, ...spec }: FinderSpec<DB, TB, Row> & { readonly series: SeriesName; readonly table?: Entity }): Finder {
  const isThis = (code: string, { code: number }: Found) => number === code.toUpperCase()
  return {
    kind: spec.kind,
    needs: spec.needs,
    find: (asker, text, limit) => those(spec, asker, documentsLike(asker, series, text, table))
      .sort((a, b) => Number(isThis(text, b)) - Number(isThis(text, a)) || (a.code < b.code ? 1 : -1)).slice(0, limit),
    withCode: (asker, code) => those(spec, asker, raw`select id from ${raw.table(table)} where number = ${code.toUpperCase()}`),
    withIds: (asker, ids) => those(spec, asker, listed(ids)),
  }
}

export function foundOf(kind: FoundKind, { detail = null, state = null, isActive = true, said = null, ...row }: FoundRow): Found {
  return { kind, detail, state, isActive, said, ...row }
}

/** The ids of a series' documents that may be meant; the newest of those that only begin so. */
export function documentsLike({ db, today }: Pick<Asker, 'db' | 'today'>, name: SeriesName, text: string, from: Entity | SeriesName = name): RawBuilder<unknown> {
  const { numbers, beginning } = meantNumbers(seriesInForce(db, name), text, today)
  const table = raw.table(from)
  const these = raw`select id from ${table} where number in (${listed(numbers)})`
  if (beginning === undefined) return these
  return raw`${these} union all select id from (
    select id from ${table} where number >= ${beginning} and number < ${beginning + beyond} order by number desc limit ${documentPool})`
}

/** So many are looked at of each way to fit, before the best few are taken; of documents more, since others may not be the asker's. */
const pool = 40
const documentPool = 400
/** After all texts that begin so. */
const beyond = '\u{10ffff}'

/** By the beginning of the code, by that of the name, by words; each by its own index, so that it is a matter of a few rows. */
function entriesLike(entity: Entity, text: string): RawBuilder<unknown> {
  const beginning = (column: 'code' | 'name') => raw`select id from (
    select id from searchEntry where entity = ${entity} and ${raw.ref(column)} >= ${text} and ${raw.ref(column)} < ${text + beyond} order by ${raw.ref(column)} limit ${pool})`
  const words = wordsOf(text).map(word => `"${word}" *`)
  const match = `entity : "${entity}" AND {code name} : (${words.join(' AND ')})`
  const containing = raw`select id from searchEntry where seq in (select rowid from searchWord where searchWord match ${match} limit ${pool})`
  return raw.join([beginning('code'), beginning('name'), ...(words.length > 0 ? [containing] : [])], raw` union all `)
}

function those<DB, TB extends keyof DB, Row>({ kind, rows, id, face }: FinderSpec<DB, TB, Row>, asker: Asker, ids: RawBuilder<unknown>): Found[] {
  return asker.db.all(rows(asker).where(raw<SqlBool>`${raw.ref(id)} in (${ids})`)).map(row => foundOf(kind, face(row)))
}

/** However many, one statement. */
function listed(values: readonly string[]): RawBuilder<unknown> {
  return raw`select value from json_each(${JSON.stringify(values)})`
}
