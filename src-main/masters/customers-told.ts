import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { foldCase, type PartRow } from '../imports/target.ts'

const details = ['area', 'address', 'postalCode', 'phone', 'alternatePhone', 'email'] as const
type Detail = (typeof details)[number]

/** What a file that is about something else says of a customer; blank is what it does not say. */
export interface ToldCustomer {
  readonly row: number
  readonly rowCount: number
  readonly code: string
  readonly name: string
  readonly details: Partial<Readonly<Record<Detail, string>>>
}

/** One that is new is made of all that is said. One that is there keeps what is known of them, and learns what is not. */
export function toldCustomers(db: Reader, told: readonly ToldCustomer[]): PartRow[] {
  const known = new Map(db.all(sql.selectFrom('customer').select(['code', ...details])).map(customer => [foldCase(customer.code), customer]))
  return told.map(({ row, rowCount, code, name, details: given }) => {
    const there = known.get(foldCase(code))
    const said = details.flatMap(detail => (given[detail] ? [[detail, given[detail]] as const] : []))
    const learned = there ? said.filter(([detail]) => there[detail] === '') : []
    return { row, rowCount, values: { code, ...Object.fromEntries(learned) }, ifNew: { name: name || code, ...Object.fromEntries(said) } }
  })
}
