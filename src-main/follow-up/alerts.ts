import { sql as raw, type Selectable, type SqlBool } from 'kysely'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { followUp, PaymentAlert } from '../../shared/follow-up/contract.ts'
import { alertsOf, daysSince, isForAnother, riskOf, type DueAlert } from '../../shared/follow-up/rules.ts'
import { followUpSettings } from '../../shared/follow-up/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import { daySpan } from '../database/day-span.ts'
import { listPage } from '../database/list.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { PaymentAlertTable } from '../database/tables.ts'
import { settleNotices } from '../engines/notifications.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'
import { accountOf, limitsOf, type Account } from './clients.ts'

type Alert = Selectable<PaymentAlertTable>

const alertRows = sql
  .selectFrom('paymentAlert')
  .innerJoin('customer', 'customer.id', 'paymentAlert.customerId')
  .innerJoin('customerAccount', 'customerAccount.customerId', 'paymentAlert.customerId')
  .leftJoin('user as holder', 'holder.id', 'paymentAlert.assignedTo')
  // Whoever is there no more holds nothing back.
  .leftJoin('user as present', join => join.onRef('present.id', '=', 'paymentAlert.assignedTo').on('present.isActive', '=', true))
  .leftJoin('paymentAlert as escalated', join =>
    join.onRef('escalated.customerId', '=', 'paymentAlert.customerId').on('escalated.kind', '=', 'ESCALATED').on('escalated.resolvedAt', 'is', null),
  )
  .leftJoin('user as keeper', join => join.onRef('keeper.id', '=', 'escalated.assignedTo').on('keeper.isActive', '=', true))
  .leftJoin('user as resolver', 'resolver.id', 'paymentAlert.resolvedBy')
  .select([
    'paymentAlert.id',
    'paymentAlert.version',
    'paymentAlert.createdAt',
    'customerAccount.id as accountId',
    'paymentAlert.customerId',
    'customer.code as customerCode',
    'customer.name as customerName',
    'paymentAlert.kind',
    'paymentAlert.alertLevel as level',
    'present.id as assignedTo',
    'holder.fullName as assignedToName',
    'customerAccount.outstanding',
    'paymentAlert.resolvedAt',
    'resolver.fullName as resolvedByName',
    'paymentAlert.resolution',
    'paymentAlert.followUpId',
    'keeper.id as heldBy',
  ])

export function listAlerts(db: Reader, { filter, ...input }: ParsedInputOf<typeof followUp.listAlerts>): Page<PaymentAlert> {
  const { isOpen, ...equal } = filter
  const columns = { kind: 'paymentAlert.kind', level: 'paymentAlert.alertLevel', assignedTo: 'paymentAlert.assignedTo', customerId: 'paymentAlert.customerId' }
  let query = narrowed(alertRows, equal, columns)
  if (isOpen !== undefined) query = query.where('paymentAlert.resolvedAt', isOpen ? 'is' : 'is not', null)
  return listPage(db, input, {
    query,
    columns: {
      createdAt: 'paymentAlert.createdAt',
      level: 'paymentAlert.alertLevel',
      customerName: textColumn('customer.name'),
      outstanding: 'customerAccount.outstanding',
    },
    search: ['customer.code', 'customer.name', 'holder.fullName', 'paymentAlert.resolution'],
    defaultSort: [{ column: 'createdAt', descending: true }],
    id: 'paymentAlert.id',
  })
}

export function openAlertsOf(db: Reader, customerId: string): Alert[] {
  return db.all(sql.selectFrom('paymentAlert').selectAll().where('customerId', '=', customerId).where('resolvedAt', 'is', null))
}

/** IF-20: what was escalated is for whoever it was given to, and for nobody else, unless they are there no more. Throws `escalated-to-other`. */
export function requireHolder(db: Reader, userId: string, alerts: readonly Alert[]): void {
  const held = alerts.find(alert => isForAnother(alert, userId))
  const holder = held && db.get('user', held.assignedTo!)
  if (holder?.isActive) throw new AppError('escalated-to-other', { who: holder.fullName })
}

/** `followUpId`: what saw to it, where it was a follow-up. */
export function endAlert({ db, session, clock }: Pick<CommandContext, 'db' | 'session' | 'clock'>, alert: Alert, resolution: string, followUpId?: string): void {
  db.update('paymentAlert', alert, { resolvedAt: clock.now(), resolvedBy: session.userId, resolution, ...(followUpId !== undefined && { followUpId }) })
  if (alert.kind === 'ESCALATED') settleNotices(db, 'customerAccount', accountOf(db, alert.customerId).id, clock.now())
}

export function resolveAlert(context: CommandContext, { id, version, reason }: SeenAt & { readonly reason: string }): PaymentAlert {
  const { db, session } = context
  const alert = db.get('paymentAlert', id)
  if (alert.version !== version) throw new AppError('conflict', { entity: 'paymentAlert', id })
  if (alert.resolvedAt !== null) throw new AppError('wrong-state', { entity: 'paymentAlert', id })
  requireHolder(db, session.userId, [alert])
  endAlert(context, alert, reason)
  return db.one(alertRows.where('paymentAlert.id', '=', id))
}

/** One open of a kind for a customer: what is due is opened or brought up to date, what is over ends. Billing hears of whom to ask from today on. */
export function generateAlerts(context: CommandContext): { readonly opened: number; readonly ended: number } {
  const { db } = context
  const counts = { opened: 0, ended: 0 }
  const news: string[] = []
  const open = Map.groupBy(db.all(sql.selectFrom('paymentAlert').selectAll().where('resolvedAt', 'is', null)), ({ customerId }) => customerId)
  const dueFor = dueFinder(context)
  for (const account of db.all(sql.selectFrom('customerAccount').selectAll())) {
    const due = dueFor(account)
    const known = open.get(account.customerId) ?? []
    for (const alert of known.filter(({ kind }) => !due.some(one => one.kind === kind))) {
      endAlert(context, alert, '')
      counts.ended += 1
    }
    for (const one of due) {
      const alert = known.find(({ kind }) => kind === one.kind)
      if (alert) db.update('paymentAlert', alert, { alertLevel: one.level, assignedTo: one.assignedTo })
      else if (one.isResolved) continue
      const { id } = alert ?? openAlert(context, account, one)
      if (!alert) counts.opened += 1
      if (isForToday(one) && alert?.alertLevel !== 'HIGH') news.push(id)
    }
  }
  if (news.length > 0) tellOfDue(context, news[0]!)
  return counts
}

/** Whom somebody wanted to ask today, or before. */
function isForToday({ kind, level }: DueAlert): boolean {
  return kind === 'OVERDUE' || (kind === 'DUE_SOON' && level === 'HIGH')
}

function tellOfDue({ db, notify }: CommandContext, entityId: string): void {
  const open = db.all(sql.selectFrom('paymentAlert').select(['kind', 'alertLevel as level', 'assignedTo']).where('resolvedAt', 'is', null)).filter(isForToday)
  const late = open.filter(({ kind }) => kind === 'OVERDUE').length
  notify({ kind: 'PAYMENTS_DUE', audience: { role: 'Billing' }, params: { count: open.length, late }, entity: 'paymentAlert', entityId })
}

/** `isResolved`: somebody has said that it needs nothing more, and it is not opened again for now. */
interface Due extends DueAlert {
  readonly isResolved: boolean
}

/**
 * What is due of an account. What was resolved by hand rests for that day; an escalation that its holder resolved is over, until it is
 * escalated again. The newest follow-ups and what was resolved are read once for all accounts.
 */
function dueFinder({ db, settings, today }: CommandContext): (account: Account) => Due[] {
  const day = today() as BusinessDay
  const limits = limitsOf(settings)
  const soon = settings.get(followUpSettings.dueSoonDays)
  const escalated = newestEscalations(db)
  const restingSince = daySpan(db, day, undefined)!.from
  const byHand = sql
    .selectFrom('paymentAlert')
    .select(['customerId', 'kind', 'resolvedAt'])
    .where('resolvedAt', 'is not', null)
    .where('followUpId', 'is', null)
    .where('resolution', '<>', '')
    .where(({ eb, or }) => or([eb('resolvedAt', '>=', restingSince), eb('kind', '=', 'ESCALATED')]))
  const resolved = Map.groupBy(db.all(byHand), ({ customerId }) => customerId)
  return ({ customerId, outstanding, lastFollowUpDay, nextDay }) => {
    const last = escalated.get(customerId)
    const risk = riskOf(outstanding, daysSince(lastFollowUpDay, day), limits)
    const due = alertsOf({ outstanding, risk, lastFollowUpDay, nextDay, escalatedTo: last?.escalatedTo ?? null }, day, soon)
    const ended = resolved.get(customerId) ?? []
    return due.map(one => {
      const since = one.kind === 'ESCALATED' && last ? last.createdAt : restingSince
      return { ...one, isResolved: ended.some(({ kind, resolvedAt }) => kind === one.kind && resolvedAt! >= since) }
    })
  }
}

interface Escalation {
  readonly customerId: string
  readonly escalatedTo: string | null
  readonly createdAt: string
}

/** Of those customers whose newest follow-up escalated them. */
function newestEscalations(db: Reader): ReadonlyMap<string, Escalation> {
  const newest = sql
    .selectFrom('followUp')
    .select(['customerId', 'escalatedTo', 'createdAt'])
    .where('escalatedTo', 'is not', null)
    .where(raw<SqlBool>`not exists (select 1 from followUp as later where later.customerId = followUp.customerId
      and (later.createdAt > followUp.createdAt or (later.createdAt = followUp.createdAt and later.id > followUp.id)))`)
  return new Map(db.all(newest).map(row => [row.customerId, row]))
}

/** Whoever it is for hears of it. */
export function openAlert({ db, notify }: CommandContext, { id: entityId, customerId }: Pick<Account, 'id' | 'customerId'>, { kind, level, assignedTo }: DueAlert): Alert {
  const alert = db.insert('paymentAlert', { customerId, kind, alertLevel: level, assignedTo })
  const params = { customer: db.get('customer', customerId).name }
  if (assignedTo !== null) notify({ kind: 'PAYMENT_ESCALATED', audience: { user: assignedTo }, params, entity: 'customerAccount', entityId })
  return alert
}
