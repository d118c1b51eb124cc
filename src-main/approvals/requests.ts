import { sql as raw, type SqlBool } from 'kysely'
import type { ApprovalStep } from '../../shared/approvals/chain.ts'
import type { ApprovalDetail, approvals, ApprovalRequest, ChangeLine } from '../../shared/approvals/contract.ts'
import type { ReadableKindName } from '../../shared/approvals/kinds.ts'
import { overdueOf } from '../../shared/approvals/rules.ts'
import { approvalsSettings } from '../../shared/approvals/settings.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import { sql } from '../database/sql.ts'
import { delegatorsOf, holdersOf, rightFor } from '../engines/approval-holders.ts'
import type { ApprovalRequestRow } from '../engines/approvals.ts'

type Asker = QueryContext | CommandContext

export function listRequests(context: QueryContext, input: ParsedInputOf<typeof approvals.listRequests>): Page<ApprovalRequest> {
  const { db, session } = context
  const { view = 'waiting', status, kind } = input.filter
  let query = sql.selectFrom('approvalRequest').innerJoin('user', 'user.id', 'approvalRequest.requestedBy').selectAll('approvalRequest')
  if (view === 'waiting') query = query.where(among('approvalRequest.id', waitingFor(context).map(({ id }) => id)))
  if (view === 'mine') query = query.where('approvalRequest.requestedBy', '=', session.userId)
  if (view === 'decided') query = query.where('approvalRequest.id', 'in', decidedBy(session.userId))
  if (view === 'all' && !session.permissions.has('audit.view')) throw new AppError('forbidden', { needed: 'audit.view' })
  if (status !== undefined) query = query.where('approvalRequest.status', '=', status)
  if (kind !== undefined) query = query.where('approvalRequest.kind', '=', kind)
  const { rows, ...page } = listPage(db, input, {
    query,
    columns: { number: 'approvalRequest.number', createdAt: 'approvalRequest.createdAt', stepSince: 'approvalRequest.stepSince' },
    search: ['approvalRequest.number', 'user.fullName', 'approvalRequest.reason', 'approvalRequest.subject'],
    defaultSort: [view === 'waiting' ? { column: 'stepSince', descending: false } : { column: 'number', descending: true }],
    id: 'approvalRequest.id',
  })
  return { ...page, rows: rows.map(row => requestOf(context, row)) }
}

/** Those whose step this user may decide, by their own right or another's. Few wait at a time: each is looked at. */
export function waitingFor(context: Asker): { id: string; step: number }[] {
  const { db, session } = context
  const open = db.all(sql.selectFrom('approvalRequest').selectAll().where('status', '=', 'PENDING').where('requestedBy', '<>', session.userId).orderBy('id'))
  return open.filter(request => rightFor(context, request, session.userId) !== undefined).map(({ id, step }) => ({ id, step }))
}

export function requestDetail(context: QueryContext, id: string): ApprovalDetail {
  const { db, session } = context
  const row = db.get('approvalRequest', id)
  requireInvolved(context, row)
  const decisions = db.all(
    sql.selectFrom('approvalDecision').innerJoin('user', 'user.id', 'approvalDecision.decidedBy').leftJoin('user as owner', 'owner.id', 'approvalDecision.rightOf')
      .where('requestId', '=', id).orderBy('seq').select(['step', 'verdict', 'at', 'note', 'user.fullName as byName', 'owner.fullName as rightOfName']),
  )
  const nameOf = (userId: string) => db.get('user', userId).fullName
  const right = rightFor(context, row, session.userId)
  return {
    request: requestOf(context, row),
    lines: JSON.parse(row.lines) as ChangeLine[],
    steps: stepsIn(row).map((step, at) => ({
      step,
      deciders: row.status === 'PENDING' && at >= row.step ? holdersOf(context, step, row).map(({ id: holder }) => nameOf(holder)).sort() : [],
      decision: decisions.find(decision => decision.step === at) ?? null,
    })),
    mine: {
      mayDecide: right !== undefined, rightOfName: right?.rightOf ? nameOf(right.rightOf) : null, mayCancel: row.status === 'PENDING' && row.requestedBy === session.userId,
    },
  }
}

/** A request concerns who asked, who decided, who may decide any of its steps, and who may see the audit; to others it is not there. */
export function requireInvolved(context: Asker, request: ApprovalRequestRow): void {
  const { db, session, scope, today } = context
  scope.everyone()
  const { id, requestedBy } = request
  if (requestedBy === session.userId || session.permissions.has('audit.view')) return
  if (db.all(decidedBy(session.userId).where('requestId', '=', id)).length > 0) return
  const people = new Set([session.userId, ...delegatorsOf(db, session.userId, today())])
  const isDecider = stepsIn(request).some(step => holdersOf(context, step, request).some(holder => people.has(holder.id)))
  if (!isDecider) throw new AppError('not-found', { entity: 'approvalRequest', id })
}

export function requireDecisionView(context: Asker, seq: number): void {
  const decision = context.db.first(sql.selectFrom('approvalDecision').select('requestId').where('seq', '=', seq))
  if (!decision) throw new AppError('not-found', { entity: 'approvalDecision', id: String(seq) })
  requireInvolved(context, context.db.get('approvalRequest', decision.requestId))
}

/** A delegation concerns both of its people, and who may see users. */
export function requireDelegationView({ db, session, scope }: Asker, id: string): void {
  scope.everyone()
  const { userId, delegateId } = db.get('approvalDelegation', id)
  if (![userId, delegateId].includes(session.userId) && !session.permissions.has('identity.view')) throw new AppError('forbidden', { needed: 'identity.view' })
}

export function requestOf({ db, clock, settings }: Asker, row: ApprovalRequestRow): ApprovalRequest {
  const { id, version, number, createdAt, entity, entityId, sectionId, requestedBy, reason, status, step, stepSince, settledAt } = row
  return {
    id, version, number, createdAt, entity, entityId, sectionId, requestedBy, reason, status, step, stepSince, settledAt,
    kind: row.kind as ReadableKindName, subject: JSON.parse(row.subject) as Record<string, string | number>,
    sectionName: sectionId === null ? null : db.get('section', sectionId).name, requestedByName: db.get('user', requestedBy).fullName,
    stepCount: stepsIn(row).length, isOverdue: status === 'PENDING' && overdueOf(stepSince, clock.now(), settings.get(approvalsSettings.reminderHours)) !== 'none',
  }
}

function stepsIn({ steps }: ApprovalRequestRow): ApprovalStep[] {
  return JSON.parse(steps) as ApprovalStep[]
}

function decidedBy(userId: string) {
  return sql.selectFrom('approvalDecision').select('requestId').where('decidedBy', '=', userId)
}

function among(column: string, ids: readonly string[]) {
  return raw<SqlBool>`${raw.ref(column)} in (select value from json_each(${JSON.stringify(ids)}))`
}
