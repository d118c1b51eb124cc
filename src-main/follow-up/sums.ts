import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { sumMoney, type Money } from '../../shared/core/money.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { ClientSums, followUp } from '../../shared/follow-up/contract.ts'
import { endOfWeek, risks } from '../../shared/follow-up/rules.ts'
import { sql } from '../database/sql.ts'
import { foundClients, type Asking } from './clients.ts'

/** A promise of whoever owes nothing any more is none. */
const isPromised = raw<SqlBool>`client.outstanding > 0 and client.promised > 0`
const countWhere = (holds: RawBuilder<SqlBool>) => raw<number>`count(case when ${holds} then 1 end)`
const sumWhere = (holds: RawBuilder<SqlBool>) => raw<Money>`coalesce(sum(case when ${holds} then client.promised end), 0)`

/** What the customers of a list owe and promised together. */
export function summarizeClients(asking: Asking, { search, filter }: ParsedInputOf<typeof followUp.summarizeClients>): ClientSums {
  const { db, today } = asking
  const day = today() as BusinessDay
  const isThisWeek = raw<SqlBool>`${isPromised} and client.nextDay between ${day} and ${endOfWeek(day)}`
  const isLate = raw<SqlBool>`${isPromised} and client.nextDay < ${day}`
  const query = foundClients(asking, filter, search)
  const rows = db.all(
    query.groupBy('client.riskPlace').select([
      'client.riskPlace',
      raw<number>`count(*)`.as('count'),
      raw<Money>`coalesce(sum(max(client.outstanding, 0)), 0)`.as('amount'),
      countWhere(isPromised).as('promises'),
      sumWhere(isPromised).as('promised'),
      countWhere(isThisWeek).as('thisWeek'),
      sumWhere(isThisWeek).as('promisedThisWeek'),
      countWhere(isLate).as('late'),
      sumWhere(isLate).as('promisedLate'),
    ]),
  )
  type Row = (typeof rows)[number]
  const sumOf = (countIn: (row: Row) => number, amountIn: (row: Row) => Money, of: readonly Row[] = rows) => ({
    count: of.reduce((sum, row) => sum + countIn(row), 0),
    amount: sumMoney(of.map(amountIn)),
  })
  const ofRisk = (holds: (place: number) => boolean) => sumOf(({ count }) => count, ({ amount }) => amount, rows.filter(({ riskPlace }) => holds(riskPlace)))
  return {
    owing: ofRisk(place => risks[place] !== 'NONE'),
    risks: risks.map((risk, at) => ({ risk, ...ofRisk(place => place === at) })),
    promised: sumOf(({ promises }) => promises, ({ promised }) => promised),
    promisedThisWeek: sumOf(({ thisWeek }) => thisWeek, ({ promisedThisWeek }) => promisedThisWeek),
    promisesLate: sumOf(({ late }) => late, ({ promisedLate }) => promisedLate),
    asOf: db.one(sql.selectFrom('customerAccount').select(raw<string | null>`max(asOf)`.as('asOf'))).asOf,
  }
}
