import { sql as raw, type Selectable, type SqlBool } from 'kysely'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import { fromMinorUnits, money } from '../../shared/core/money.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Client, ClientDetail, followUp } from '../../shared/follow-up/contract.ts'
import { risks, type Outcome, type RiskLimits } from '../../shared/follow-up/rules.ts'
import { followUpSettings } from '../../shared/follow-up/settings.ts'
import type { SettingReader } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { containing, sql } from '../database/sql.ts'
import type { CustomerAccountTable } from '../database/tables.ts'
import { isAmong, textColumn } from '../masters/lookup.ts'

export type Account = Selectable<CustomerAccountTable>
/** Who asks, with the limits in force. */
export interface Asking {
  readonly db: Reader
  readonly settings: SettingReader
  today(): string
}
export type ClientFilter = ParsedInputOf<typeof followUp.listClients>['filter']

export function limitsOf(settings: SettingReader): RiskLimits {
  const amount = (setting: typeof followUpSettings.highAmount) => money(settings.get(setting))
  return {
    high: amount(followUpSettings.highAmount),
    medium: amount(followUpSettings.mediumAmount),
    highDays: settings.get(followUpSettings.highDays),
    mediumDays: settings.get(followUpSettings.mediumDays),
  }
}

const nothing = fromMinorUnits(0)

/** `riskOf` as the database reckons it: the place of the risk among `risks`. Days are compared as text, so many days before today. */
function riskPlace({ settings, today }: Omit<Asking, 'db'>) {
  const { high, medium, highDays, mediumDays } = limitsOf(settings)
  const before = (days: number) => addDays(today() as BusinessDay, -days)
  const [owed, last] = [raw.ref('customerAccount.outstanding'), raw.ref('customerAccount.lastFollowUpDay')]
  return raw<number>`case when ${owed} <= 0 then ${risks.indexOf('NONE')}
    when ${owed} > ${high} or ${last} is null or ${last} < ${before(highDays)} then ${risks.indexOf('HIGH')}
    when ${owed} > ${medium} or ${last} < ${before(mediumDays)} then ${risks.indexOf('MEDIUM')}
    else ${risks.indexOf('LOW')} end`
}

const lastOutcome = raw<Outcome | null>`(select outcome from followUp where customerId = customerAccount.customerId order by createdAt desc, id desc limit 1)`

/** Every account with its customer and how it stands, as the table `client`. */
function clientsOf(asking: Omit<Asking, 'db'>) {
  const rows = sql
    .selectFrom('customerAccount')
    .innerJoin('customer', 'customer.id', 'customerAccount.customerId')
    .leftJoin('paymentAlert as escalated', join =>
      join.onRef('escalated.customerId', '=', 'customerAccount.customerId').on('escalated.kind', '=', 'ESCALATED').on('escalated.resolvedAt', 'is', null),
    )
    // Whoever is there no more holds nothing back.
    .leftJoin('user as holder', join => join.onRef('holder.id', '=', 'escalated.assignedTo').on('holder.isActive', '=', true))
    .select([
      'customerAccount.id',
      'customerAccount.version',
      'customerAccount.customerId',
      'customer.code as customerCode',
      'customer.name as customerName',
      'customer.area',
      'customer.phone',
      'customer.alternatePhone',
      'customer.email',
      'customer.address',
      'customerAccount.agentName',
      'customerAccount.debit',
      'customerAccount.credit',
      'customerAccount.outstanding',
      'customerAccount.lastFollowUpDay',
      'customerAccount.nextDay',
      'customerAccount.promised',
      'customerAccount.asOf',
      'holder.id as escalatedTo',
      'holder.fullName as escalatedToName',
      lastOutcome.as('lastOutcome'),
      riskPlace(asking).as('riskPlace'),
    ])
  return sql.selectFrom(rows.as('client'))
}

const newestLedger = raw<string | null>`(select max(asOf) from customerAccount)`

/** Those that a list is narrowed to. */
function narrowedClients(asking: Omit<Asking, 'db'>, { risk, agentName, area, fromDay, dueUntil, isOwing, isEscalated, isLeftOut }: ClientFilter) {
  let query = clientsOf(asking)
  if (risk) query = query.where(isAmong('client.riskPlace', JSON.stringify(risk.map(one => risks.indexOf(one)))))
  if (agentName !== undefined) query = query.where('client.agentName', '=', agentName)
  if (area !== undefined) query = query.where('client.area', '=', area)
  if (fromDay !== undefined) query = query.where('client.nextDay', '>=', fromDay)
  if (dueUntil !== undefined) query = query.where('client.nextDay', '<=', dueUntil)
  if (isOwing !== undefined) query = query.where('client.outstanding', isOwing ? '>' : '<=', nothing)
  if (isEscalated !== undefined) query = query.where('client.escalatedTo', isEscalated ? 'is not' : 'is', null)
  if (isLeftOut !== undefined) query = query.where(raw<SqlBool>`coalesce(client.asOf < ${newestLedger}, 0) = ${Number(isLeftOut)}`)
  return query
}

const shown = [
  'client.id',
  'client.version',
  'client.customerId',
  'client.customerCode',
  'client.customerName',
  'client.area',
  'client.agentName',
  'client.debit',
  'client.credit',
  'client.outstanding',
  'client.lastFollowUpDay',
  'client.nextDay',
  'client.promised',
  'client.asOf',
  'client.escalatedTo',
  'client.escalatedToName',
  'client.lastOutcome',
  'client.riskPlace',
] as const

function told<Row extends { readonly riskPlace: number }>({ riskPlace: place, ...row }: Row): Omit<Row, 'riskPlace'> & Pick<Client, 'risk'> {
  return { ...row, risk: risks[place]! }
}

/** What is looked through in a search. */
const searchedOfClients = ['client.customerCode', 'client.customerName', 'client.area', 'client.agentName'] as const

/** The same, with every word of a search. */
export function foundClients(asking: Omit<Asking, 'db'>, filter: ClientFilter, search: string) {
  const words = search.split(/\s+/).filter(Boolean).map(containing)
  return words.reduce(
    (query, word) => query.where(raw<SqlBool>`(${raw.join(searchedOfClients.map(column => raw`${raw.ref(column)} like ${word} escape '\\'`), raw` or `)})`),
    narrowedClients(asking, filter),
  )
}

export function listClients(asking: Asking, { filter, ...input }: ParsedInputOf<typeof followUp.listClients>): Page<Client> {
  const found = listPage(asking.db, input, {
    query: narrowedClients(asking, filter).select(shown),
    columns: {
      customerName: textColumn('client.customerName'),
      risk: 'client.riskPlace',
      outstanding: 'client.outstanding',
      promised: 'client.promised',
      lastFollowUpDay: 'client.lastFollowUpDay',
      nextDay: 'client.nextDay',
      agentName: textColumn('client.agentName'),
      area: textColumn('client.area'),
    },
    search: searchedOfClients,
    defaultSort: [
      { column: 'risk', descending: true },
      { column: 'outstanding', descending: true },
    ],
    id: 'client.id',
  })
  return { ...found, rows: found.rows.map(told) }
}

/** Throws `not-found` for a customer without an account. */
export function accountOf(db: Reader, customerId: string): Account {
  const account = db.first(sql.selectFrom('customerAccount').selectAll().where('customerId', '=', customerId))
  if (!account) throw new AppError('not-found', { entity: 'customerAccount', id: customerId })
  return account
}

export function clientOf(asking: Asking, customerId: string): Client {
  return told(asking.db.one(clientsOf(asking).select(shown).where('client.customerId', '=', customerId)))
}

/** By its account. Throws `not-found`. */
export function getClient(asking: Asking, id: string): ClientDetail {
  asking.db.get('customerAccount', id)
  return told(asking.db.one(clientsOf(asking).select(shown).select(['client.phone', 'client.alternatePhone', 'client.email', 'client.address']).where('client.id', '=', id)))
}

export function listAgents(db: Reader): { readonly agents: string[]; readonly areas: string[] } {
  const agents = db.all(sql.selectFrom('customerAccount').select('agentName').distinct().where('agentName', '<>', '').orderBy(raw`agentName collate nocase`))
  const areas = sql.selectFrom('customerAccount').innerJoin('customer', 'customer.id', 'customerAccount.customerId').select('customer.area').distinct()
  return {
    agents: agents.map(({ agentName }) => agentName),
    areas: db.all(areas.where('customer.area', '<>', '').orderBy(raw`customer.area collate nocase`)).map(({ area }) => area),
  }
}
