import { sql as raw, type RawBuilder, type SelectQueryBuilder, type SqlBool } from 'kysely'
import type { Page } from '../../shared/core/list.ts'
import type { Reader } from '../database/reader.ts'
import { containing } from '../database/sql.ts'

/** A text pattern for `like … escape '\'` that finds what begins with `text`. */
function beginning(text: string): string {
  return containing(text).slice(1)
}

/**
 * The best matches for a quick search field: every word stands in code or name; the very code first, then codes and then names
 * that begin with what was typed.
 */
export function bestMatches<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>,
  { search, limit }: { readonly search: string; readonly limit: number },
  columns: { readonly code: string; readonly name: string },
): SelectQueryBuilder<DB, TB, Row> {
  const [code, name] = [raw.ref(columns.code), raw.ref(columns.name)]
  const begins = beginning(search)
  return search.split(/\s+/).filter(Boolean)
    .reduce((narrowed, word) => {
      const pattern = containing(word)
      return narrowed.where(raw<SqlBool>`(${code} like ${pattern} escape '\\' or ${name} like ${pattern} escape '\\')`)
    }, query)
    .orderBy(raw`case when ${code} = ${search} then 0 when ${code} like ${begins} escape '\\' then 1
      when ${name} like ${begins} escape '\\' then 2 else 3 end`)
    .orderBy(raw`${code} collate nocase`)
    .limit(limit)
}

/** The answer of a quick search. */
export function found<DB, TB extends keyof DB, Row>(
  db: Reader,
  query: SelectQueryBuilder<DB, TB, Row>,
  { search, pageSize }: { readonly search: string; readonly pageSize: number },
  columns: { readonly code: string; readonly name: string },
): Page<Row> {
  return { rows: db.all(bestMatches(query, { search, limit: pageSize }, columns)) }
}

/** Whether the column is one of the texts, which come as a JSON list; compared as the column is. */
export function isAmong(column: string, texts: string): RawBuilder<SqlBool> {
  return raw<SqlBool>`${raw.ref(column)} in (select value from json_each(${texts}))`
}

/** What has one of these very texts as its code or its name, whatever their case. */
export function matching<DB, TB extends keyof DB, Row>(
  query: SelectQueryBuilder<DB, TB, Row>, texts: readonly string[], columns: { readonly code: string; readonly name: string },
): SelectQueryBuilder<DB, TB, Row> {
  const all = JSON.stringify(texts)
  return query.where(raw<SqlBool>`(${isAmong(columns.code, all)} or ${raw.ref(columns.name)} collate nocase in (select value from json_each(${all})))`)
}

/** Keeps the rows that equal the filters given; the names lead to their columns. */
export function narrowed<DB, TB extends keyof DB, Row, Filter extends object>(
  query: SelectQueryBuilder<DB, TB, Row>, filter: Filter, columns: Readonly<Record<keyof Filter, string>>,
): SelectQueryBuilder<DB, TB, Row> {
  return (Object.keys(filter) as (keyof Filter)[])
    .filter(name => filter[name] !== undefined)
    .reduce((narrower, name) => narrower.where(raw<SqlBool>`${raw.ref(columns[name])} = ${filter[name]}`), query)
}

/** A column that sorts as people read: without regard to case. */
export function textColumn(ref: string): { readonly ref: string; readonly isText: true } {
  return { ref, isText: true }
}
