import { sql as raw, type SqlBool } from 'kysely'
import { sql } from '../database/sql.ts'
import { foundOf, wordFinder, type Asker, type Finder, type FoundRow } from '../engines/finders.ts'

const rows = sql
  .selectFrom('customerAccount')
  .innerJoin('customer', 'customer.id', 'customerAccount.customerId')
  .select(['customerAccount.id', 'customer.code', 'customer.name', 'customer.area', 'customerAccount.outstanding', 'customer.isActive'])

function face({ area, outstanding, ...row }: FoundRow & { readonly area: string; readonly outstanding: number }): FoundRow {
  return { ...row, detail: area === '' ? null : area, state: `followUp.found.${outstanding > 0 ? 'owing' : 'settled'}` }
}

/** What a customer owes, found by the customer's code and name. */
export const accountFinder: Finder = {
  ...wordFinder({ kind: 'customerAccount', entity: 'customer', needs: ['followUp.view'], id: 'customer.id', rows: () => rows, face }),
  withIds: ({ db }: Asker, ids) =>
    db.all(rows.where(raw<SqlBool>`customerAccount.id in (select value from json_each(${JSON.stringify(ids)}))`)).map(row => foundOf('customerAccount', face(row))),
}
