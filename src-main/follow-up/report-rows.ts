import { sql as raw } from 'kysely'
import { fromMinorUnits, sumMoney, type Money } from '../../shared/core/money.ts'
import { endOfWeek, risks, type Channel, type Outcome, type Risk } from '../../shared/follow-up/rules.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { askedRows, type Asked } from '../engines/asked-rows.ts'
import type { RowContext } from '../engines/reports.ts'
import { foundClients } from './clients.ts'

/** By whom or where customers are added up. */
export const groupings = ['AGENT', 'AREA'] as const
export type Grouping = (typeof groupings)[number]

export interface DebtorRow {
  readonly id: string
  /** The agent, or the area; nothing where none is known. */
  readonly group: string | null
  readonly code: string
  readonly customer: string
  readonly area: string
  readonly debit: Money
  readonly credit: Money
  readonly outstanding: Money
  readonly risk: Risk
  readonly lastFollowUpDay: string | null
  readonly promised: Money | null
  readonly nextDay: string | null
  readonly escalatedTo: string | null
  readonly asOf: string | null
}
export interface AgentRow {
  readonly group: string | null
  readonly customers: number
  readonly outstanding: Money
  readonly high: Money
  readonly medium: Money
  readonly low: Money
  readonly promised: Money
  readonly promisedThisWeek: Money
  readonly promisedLate: Money
  readonly neverAsked: number
}
export interface DoneRow {
  readonly accountId: string
  readonly day: string
  readonly code: string
  readonly customer: string
  readonly agent: string
  readonly channel: Channel
  readonly outcome: Outcome
  readonly outstanding: Money
  readonly promised: Money | null
  readonly nextDay: string | null
  readonly escalatedTo: string | null
  readonly doneBy: string
  readonly notes: string
}

interface Grouped {
  readonly by: Grouping | undefined
  readonly risk: Risk | undefined
  readonly search: string
}

/** Whoever owes something, in the order of their groups; of a group, the greatest risk first. */
export function debtorRows({ db, today, settings }: Pick<RowContext, 'db' | 'today' | 'settings'>, { by = 'AGENT', risk, search }: Grouped): DebtorRow[] {
  const asking = { settings, today: () => today }
  const filter = risk === 'NONE' ? { risk: [risk] } : { isOwing: true, ...(risk !== undefined && { risk: [risk] }) }
  const group = by === 'AGENT' ? ('client.agentName' as const) : ('client.area' as const)
  const rows = db.all(
    foundClients(asking, filter, search)
      .select(['client.id', 'client.customerCode as code', 'client.customerName as customer', 'client.area', 'client.agentName', 'client.debit', 'client.credit'])
      .select(['client.outstanding', 'client.riskPlace', 'client.lastFollowUpDay', 'client.promised', 'client.nextDay', 'client.escalatedToName as escalatedTo', 'client.asOf'])
      .orderBy(raw`${raw.ref(group)} = ''`)
      .orderBy(raw`${raw.ref(group)} collate nocase`)
      .orderBy('client.riskPlace', 'desc')
      .orderBy('client.outstanding', 'desc')
      .orderBy('client.id'),
  )
  return rows.map(({ riskPlace, agentName, ...row }) => ({ ...row, group: (by === 'AGENT' ? agentName : row.area) || null, risk: risks[riskPlace]! }))
}

const nothing = fromMinorUnits(0)

export function agentRows(context: Pick<RowContext, 'db' | 'today' | 'settings'>, by: Grouping | undefined): AgentRow[] {
  const { today } = context
  const groups = Map.groupBy(debtorRows(context, { by, risk: undefined, search: '' }), ({ group }) => group)
  return [...groups].map(([group, rows]) => {
    const sum = (amountOf: (row: DebtorRow) => Money | null) => sumMoney(rows.map(row => amountOf(row) ?? nothing))
    const ofRisk = (wanted: Risk) => sum(({ risk, outstanding }) => (risk === wanted ? outstanding : nothing))
    const promisedFor = (holds: (day: string) => boolean) => sum(({ nextDay, promised }) => (nextDay !== null && holds(nextDay) ? promised : nothing))
    return {
      group,
      customers: rows.length,
      outstanding: sum(({ outstanding }) => outstanding),
      high: ofRisk('HIGH'),
      medium: ofRisk('MEDIUM'),
      low: ofRisk('LOW'),
      promised: sum(({ promised }) => promised),
      promisedThisWeek: promisedFor(day => day >= today && day <= endOfWeek(today)),
      promisedLate: promisedFor(day => day < today),
      neverAsked: rows.filter(({ lastFollowUpDay }) => lastFollowUpDay === null).length,
    }
  })
}

export function doneRows(db: Reader, asked: Asked<Outcome>): DoneRow[] {
  const query = sql
    .selectFrom('followUp')
    .innerJoin('customer', 'customer.id', 'followUp.customerId')
    .innerJoin('customerAccount', 'customerAccount.customerId', 'followUp.customerId')
    .innerJoin('user as doer', 'doer.id', 'followUp.doneBy')
    .leftJoin('user as holder', 'holder.id', 'followUp.escalatedTo')
    .select(['customerAccount.id as accountId', 'followUp.day', 'customer.code', 'customer.name as customer', 'customerAccount.agentName as agent'])
    .select(['followUp.channel', 'followUp.outcome', 'followUp.outstanding', 'followUp.promised', 'followUp.nextDay', 'followUp.notes'])
    .select(['holder.fullName as escalatedTo', 'doer.fullName as doneBy'])
    .orderBy('followUp.day')
    .orderBy('followUp.createdAt')
    .orderBy('followUp.id')
  const places = ['customer.code', 'customer.name', 'customerAccount.agentName', 'doer.fullName']
  return askedRows(db, query, asked, { day: 'followUp.day', status: 'followUp.outcome', search: places })
}
