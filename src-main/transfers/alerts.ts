import { wholeMinutes } from '../../shared/downtime/rules.ts'
import { decimalText } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Audience, Severity } from '../../shared/notifications/notice.ts'
import type { lines, TransferAlert } from '../../shared/transfers/lines.ts'
import { escalationLevel, openAlerts, openTransfers, variancePercent, type AlertKind, type AlertStatus } from '../../shared/transfers/rules.ts'
import { transfersSettings } from '../../shared/transfers/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { holdersOf } from '../engines/approval-holders.ts'
import { settleNotices } from '../engines/notifications.ts'
import { narrowed } from '../masters/lookup.ts'
import { planners } from '../planning/health-notices.ts'
import type { Sections } from '../warehouse/places.ts'
import { isSeen } from '../warehouse/places.ts'
import type { TransferRow } from './occupancy.ts'

const severityOf: Readonly<Record<AlertKind, Severity>> = { LINE_CLEARANCE: 'WARNING', SEGREGATION: 'CRITICAL', VARIANCE: 'WARNING', DUPLICATE_SCAN: 'INFO', GATE_LATE: 'WARNING' }

/** Keeps what went wrong with a slip; whoever is to act on it is told by `tellOfBlock`. */
export function raiseAlert({ db, session }: CommandContext, kind: AlertKind, { id, toSectionId, productionLineId }: Pick<TransferRow, 'id' | 'toSectionId' | 'productionLineId'>): void {
  db.insert('transferAlert', { kind, severity: severityOf[kind], sectionId: toSectionId, transferId: id, productionLineId, raisedBy: session.userId })
}

/** TR-3, TR-5, TR-6: a slip is blocked: its alert, and a notice to both ends of it. Another week or destination sounds until somebody acknowledges it, for planning and administration too. */
export function tellOfBlock(context: CommandContext, transfer: TransferRow): void {
  const { db, notify } = context
  const kind = transfer.block === 'LINE' ? 'LINE_CLEARANCE' : transfer.block!
  raiseAlert(context, kind, transfer)
  const params = {
    number: transfer.number, article: db.get('item', transfer.articleId).name, ...placeOf(db, transfer), section: db.get('section', transfer.toSectionId).name, quantity: decimalText(transfer.quantity),
    difference: decimalText(variancePercent(transfer.quantity, transfer.countedQuantity ?? transfer.quantity)),
  }
  const supervisors = supervisorsOf(context, transfer)
  const bothEnds: Audience[] = [...supervisors, { section: transfer.toSectionId }, { section: transfer.fromSectionId }]
  const about = { params, entity: 'transfer', entityId: transfer.id } as const
  if (transfer.block === 'VARIANCE') notify({ kind: 'TRANSFER_VARIANCE', audience: supervisors, ...about })
  else if (transfer.block === 'LINE') notify({ kind: 'TRANSFER_BLOCKED', audience: bothEnds, ...about })
  else notify({ kind: 'TRANSFER_SEGREGATION', audience: [...bothEnds, ...planners, { role: 'Admin' }], ...about })
}

/** Its line; a section without lines has its floor. */
function placeOf(db: Reader, { productionLineId }: Pick<TransferRow, 'productionLineId'>): Readonly<Record<string, string>> {
  return productionLineId === null ? { lineKey: 'transfers.floor' } : { line: db.get('productionLine', productionLineId).name }
}

/** Whoever approves production of the receiving section, else of what stands above it. */
function supervisorsOf(context: Pick<CommandContext, 'db' | 'clock'>, { id, toSectionId }: Pick<TransferRow, 'id' | 'toSectionId'>): Audience[] {
  const step = { by: 'permission', permission: 'production.approve', section: 'concerned' } as const
  return holdersOf(context, step, { sectionId: toSectionId, requestedBy: '', entity: 'transfer', entityId: id }).map(person => ({ user: person.id }))
}

/** What kept a slip from going on, or made a pass late, is over: nobody need see to it any more. */
export function settleAlerts({ db, session, clock }: CommandContext, { entity, id }: { readonly entity: 'transfer' | 'gatePass'; readonly id: string }, { status, resolution }: { readonly status: 'RESOLVED' | 'OVERRIDDEN'; readonly resolution: string }): void {
  for (const alert of db.all(sql.selectFrom('transferAlert').selectAll().where(`${entity}Id`, '=', id).where('status', 'in', openAlerts).where('kind', '<>', 'DUPLICATE_SCAN'))) {
    db.update('transferAlert', alert, { status, resolvedBy: session.userId, resolvedAt: clock.now(), resolution })
  }
  settleNotices(db, entity, id, clock.now())
}

/** TR-7: what has been blocked for longer than the factory waits is told one rank higher each time. Answers how many were. */
export function escalateBlocks(context: CommandContext): number {
  const { db, clock, settings, notify } = context
  const times = { supervisor: settings.get(transfersSettings.escalateSupervisor), planning: settings.get(transfersSettings.escalatePlanning), factory: settings.get(transfersSettings.escalateFactory) }
  const open = db.all(
    sql.selectFrom('transferAlert').innerJoin('transfer', 'transfer.id', 'transferAlert.transferId').where('transfer.status', '=', 'BLOCKED').where('transferAlert.status', 'in', openAlerts)
      .where('transferAlert.kind', 'in', ['LINE_CLEARANCE', 'SEGREGATION']).selectAll('transferAlert').orderBy('transferAlert.createdAt'),
  )
  const due = open.map(alert => ({ alert, minutes: wholeMinutes(alert.createdAt, clock.now()) })).map(({ alert, minutes }) => ({ alert, minutes, level: escalationLevel(minutes, times) }))
    .filter(({ alert, level }) => level > alert.escalationLevel)
  for (const { alert, minutes, level } of due) {
    const transfer = db.get('transfer', alert.transferId!)
    db.update('transferAlert', alert, { escalationLevel: level })
    const params = { number: transfer.number, article: db.get('item', transfer.articleId).name, ...placeOf(db, transfer), section: db.get('section', transfer.toSectionId).name, minutes }
    notify({ kind: 'TRANSFER_ESCALATED', audience: audiencesOf(context, transfer).slice(0, level).flat(), params, entity: 'transfer', entityId: transfer.id })
  }
  return due.length
}

/** Who hears of a block, rank by rank. */
function audiencesOf(context: CommandContext, transfer: TransferRow): readonly (readonly Audience[])[] {
  return [supervisorsOf(context, transfer), [{ role: 'PPIC Manager' }], [{ role: 'Manager' }]]
}

const alertRows = sql.selectFrom('transferAlert').innerJoin('section', 'section.id', 'transferAlert.sectionId').leftJoin('transfer', 'transfer.id', 'transferAlert.transferId')
  .leftJoin('item', 'item.id', 'transfer.articleId').leftJoin('productionLine', 'productionLine.id', 'transferAlert.productionLineId').leftJoin('gatePass', 'gatePass.id', 'transferAlert.gatePassId').innerJoin('user as raiser', 'raiser.id', 'transferAlert.raisedBy')
  .leftJoin('user as acknowledger', 'acknowledger.id', 'transferAlert.acknowledgedBy').leftJoin('user as resolver', 'resolver.id', 'transferAlert.resolvedBy')
  .select([
    'transferAlert.id', 'transferAlert.version', 'transferAlert.createdAt', 'transferAlert.kind', 'transferAlert.severity', 'transferAlert.status', 'transferAlert.escalationLevel', 'transferAlert.sectionId', 'section.name as sectionName',
    'transferAlert.transferId', 'transfer.number as transferNumber', 'transferAlert.productionLineId', 'productionLine.name as productionLineName', 'transferAlert.gatePassId', 'gatePass.number as gatePassNumber', 'item.name as articleName', 'raiser.fullName as raisedByName',
    'acknowledger.fullName as acknowledgedByName', 'transferAlert.acknowledgedAt', 'resolver.fullName as resolvedByName', 'transferAlert.resolvedAt', 'transferAlert.resolution',
  ])

export function listAlerts(db: Reader, mine: Sections, { filter, ...input }: ParsedInputOf<typeof lines.listTransferAlerts>): Page<TransferAlert> {
  const { status, ...equal } = filter
  let query = narrowed(alertRows.where(isSeen('transferAlert', mine)), equal, { kind: 'transferAlert.kind', sectionId: 'transferAlert.sectionId' })
  if (status !== undefined) query = query.where('transferAlert.status', 'in', status)
  return listPage(db, input, {
    query, columns: { createdAt: 'transferAlert.createdAt', status: 'transferAlert.status' }, search: ['transfer.number', 'gatePass.number', 'item.name', 'productionLine.name', 'section.name'],
    defaultSort: [{ column: 'createdAt', descending: true }], id: 'transferAlert.id',
  })
}

/** Throws `wrong-state` for one that somebody has seen to already. */
export function acknowledgeAlert(context: CommandContext, at: SeenAt): TransferAlert {
  const { db, session, clock } = context
  const alert = currentAlert(context, at, ['PENDING'])
  db.update('transferAlert', alert, { status: 'ACKNOWLEDGED', acknowledgedBy: session.userId, acknowledgedAt: clock.now() })
  return alertOf(db, at.id)
}

/** What blocks a slip ends with that block, and what is late with its return. Throws `wrong-state` until then. */
export function resolveAlert(context: CommandContext, at: SeenAt, reason: string): TransferAlert {
  const { db, session, clock } = context
  const alert = currentAlert(context, at, openAlerts)
  const transfer = alert.transferId === null ? undefined : db.get('transfer', alert.transferId)
  const isHeld = alert.kind !== 'DUPLICATE_SCAN' && transfer !== undefined && (transfer.status === 'ACCEPTED' || openTransfers.some(open => open === transfer.status))
  if (isHeld) throw new AppError('wrong-state', { entity: 'transfer', id: transfer.id, number: transfer.number, status: transfer.status })
  const pass = alert.gatePassId === null ? undefined : db.get('gatePass', alert.gatePassId)
  if (pass?.status === 'OUT') throw new AppError('wrong-state', { entity: 'gatePass', id: pass.id, number: pass.number, status: pass.status })
  db.update('transferAlert', alert, { status: 'RESOLVED', resolvedBy: session.userId, resolvedAt: clock.now(), resolution: reason })
  return alertOf(db, at.id)
}

function currentAlert({ db, scope }: CommandContext, { id, version }: SeenAt, statuses: readonly AlertStatus[]) {
  const alert = db.get('transferAlert', id)
  scope.section(alert.sectionId)
  if (alert.version !== version) throw new AppError('conflict', { entity: 'transferAlert', id })
  if (!statuses.includes(alert.status)) throw new AppError('wrong-state', { entity: 'transferAlert', id, status: alert.status })
  return alert
}

function alertOf(db: Reader, id: string): TransferAlert {
  return db.one(alertRows.where('transferAlert.id', '=', id))
}
