import { sql as raw, type SqlBool } from 'kysely'
import type { Found } from '../../shared/search/found.ts'
import { sql } from '../database/sql.ts'
import { foundOf, type Asker, type Finder } from '../engines/finders.ts'

const needs = ['fulfilment.view'] as const
const rows = sql
  .selectFrom('invoice')
  .innerJoin('customer', 'customer.id', 'invoice.customerId')
  .select(['invoice.id', 'invoice.number as code', 'customer.name', 'customer.area as detail', 'invoice.status'])
/** After all texts that begin so. */
const beyond = '\u{10ffff}'

function told(
  found: readonly { readonly id: string; readonly code: string; readonly name: string; readonly detail: string; readonly status: string }[],
): Found[] {
  return found.map(({ status, detail, ...row }) =>
    foundOf('invoice', { ...row, detail: detail === '' ? null : detail, state: `fulfilment.statuses.${status}` }),
  )
}

/** By the beginning of the number, which is billing's own. */
export const invoiceFinder: Finder = {
  kind: 'invoice',
  needs,
  find: ({ db }: Asker, text, limit) =>
    told(
      db.all(
        rows
          .where(raw<SqlBool>`invoice.number >= ${text} and invoice.number < ${text + beyond}`)
          .orderBy('invoice.number')
          .limit(limit),
      ),
    ),
  withCode: ({ db }, code) => told(db.all(rows.where('invoice.number', '=', code).limit(1))),
  withIds: ({ db }, ids) => told(db.all(rows.where(raw<SqlBool>`invoice.id in (select value from json_each(${JSON.stringify(ids)}))`))),
}
