import type { Selectable } from 'kysely'
import { z } from 'zod'
import type { ApprovalStep } from '../../shared/approvals/chain.ts'
import type { ChangeLine } from '../../shared/approvals/contract.ts'
import { approvalKinds, type ApprovalKindName } from '../../shared/approvals/kinds.ts'
import { isOwnMatter, overdueOf } from '../../shared/approvals/rules.ts'
import { approvalsSettings } from '../../shared/approvals/settings.ts'
import type { Entity } from '../../shared/core/entities.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Audience, NoticeKind } from '../../shared/notifications/notice.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { ApprovalRequestTable } from '../database/tables.ts'
import { decidersOf, holdersOf, rightFor, stepsOf, type Concern } from './approval-holders.ts'
import { settleNotices } from './notifications.ts'

export type ApprovalRequestRow = Selectable<ApprovalRequestTable>
export type TextParams = Readonly<Record<string, string | number>>

/** How one kind of request is told and carried out: defined by its module, listed in `src-main/approvals/kinds.ts`. */
export interface ApprovalKind<Change = unknown> {
  readonly name: ApprovalKindName
  /** What is asked for, as it is kept while it waits. */
  readonly change: z.ZodType<Change>
  /** The target of the change as it stands, as plain data: if it is another by the time somebody decides, the request is reverted. */
  current(db: Reader, entityId: string, change: Change): unknown
  /** What its title needs (`approvals.kinds.<name>.title`) and what would change, from what to what. */
  describe(db: Reader, entityId: string, change: Change): { readonly subject: TextParams; readonly lines: readonly ChangeLine[] }
  /** What of the record it is about, where several things may be asked for at once. */
  topic?(change: Change): string
  /** The instant from which it is too late to carry it out: from then on the request is void. */
  lapsesAt?(change: Change): string
  /** Whether whoever asks has agreed to the first steps by asking, where these are theirs to decide for others. The last step is somebody else's in any case. */
  readonly passesAsker?: boolean
  /** Carries it out, as whoever decided last. What it throws leaves the request waiting. */
  apply(context: CommandContext, entityId: string, change: Change, reason: string): void
}

export interface Asked<Change> {
  readonly entityId: string
  /** Where it belongs; nowhere in particular if null. */
  readonly sectionId: string | null
  readonly change: Change
  readonly reason: string
}

/**
 * Asks for somebody's consent (PL-19), in the transaction of the command that would otherwise have done it. The request keeps the steps its chain
 * has now. Throws `approval-pending` where the same is asked for already, and `no-approver` where a step has nobody but the asker.
 */
export function requestApproval<Change>(context: CommandContext, kind: ApprovalKind<Change>, { entityId, sectionId, change, reason }: Asked<Change>): ApprovalRequestRow {
  const { db, session, clock } = context
  const topic = kind.topic?.(change) ?? ''
  const open = openRequest(db, kind.name, entityId, topic)
  if (open) throw new AppError('approval-pending', { entity: 'approvalRequest', id: open.id, number: open.number })
  const { entity } = approvalKinds[kind.name]
  const chain = stepsOf(db, kind.name)
  const steps = kind.passesAsker ? chain.slice(ownSteps(context, chain, { sectionId, entity, entityId })) : chain
  const lonely = steps.findIndex(step => holdersOf(context, step, { sectionId, requestedBy: session.userId, entity, entityId }).length === 0)
  if (lonely >= 0) throw new AppError('no-approver', { step: lonely + 1 })
  const { subject, lines } = kind.describe(db, entityId, change)
  const request = db.insert('approvalRequest', {
    number: context.number('approvalRequest'), kind: kind.name, entity, entityId, topic, sectionId, requestedBy: session.userId, reason,
    subject: JSON.stringify(subject), lines: JSON.stringify(lines), before: JSON.stringify(kind.current(db, entityId, change)), change: JSON.stringify(z.encode(kind.change, change)),
    steps: JSON.stringify(steps), step: 0, stepSince: clock.now(), status: 'PENDING', settledAt: null,
  })
  tellDeciders(context, request, 'APPROVAL_NEEDED')
  return request
}

/** How many steps from the first on the asker decides for others; never the last. */
function ownSteps(context: CommandContext, chain: readonly ApprovalStep[], concern: Omit<Concern, 'requestedBy'>): number {
  const { userId } = context.session
  const others = chain.findIndex(step => holdersOf(context, step, { ...concern, requestedBy: '' }).every(({ id }) => id !== userId))
  return Math.min(others < 0 ? chain.length : others, chain.length - 1)
}

/** The request for this that still waits, if there is one. */
export function openRequest(db: Reader, kind: ApprovalKindName, entityId: string, topic = ''): ApprovalRequestRow | undefined {
  const open = sql.selectFrom('approvalRequest').selectAll().where('kind', '=', kind).where('entityId', '=', entityId).where('topic', '=', topic).where('status', '=', 'PENDING')
  return db.first(open)
}

/** What waits to be decided about a record, in the order it was asked for, as its page lists it. */
export function waitingRequests(db: Reader, entity: Entity, entityId: string): Pick<ApprovalRequestRow, 'id' | 'number' | 'kind' | 'step'>[] {
  return db.all(
    sql.selectFrom('approvalRequest').select(['id', 'number', 'kind', 'step']).where('entity', '=', entity).where('entityId', '=', entityId).where('status', '=', 'PENDING').orderBy('number'),
  )
}

function changeOf<Change>(kind: ApprovalKind<Change>, { change }: ApprovalRequestRow): Change {
  return z.decode(kind.change, JSON.parse(change) as never)
}

/** Whether somebody decides the last step of a kind's chain, so that they need ask nobody: what they may decide for others, they may do. */
export function decidesAlone(context: Pick<QueryContext, 'db' | 'session' | 'clock'>, kind: ApprovalKindName, sectionId: string | null): boolean {
  const { db, session } = context
  const last = stepsOf(db, kind).at(-1)
  return last !== undefined && holdersOf(context, last, { sectionId, requestedBy: '', entity: approvalKinds[kind].entity, entityId: '' }).some(({ id }) => id === session.userId)
}

type Kinds = ReadonlyMap<string, ApprovalKind>
interface Seen { readonly id: string; readonly step: number }

/** Approves the step that was seen; the last one carries it out. Throws what `deciding` throws, and what carrying it out throws. */
export function approveStep(context: CommandContext, kinds: Kinds, { id, step, note }: Seen & { readonly note: string }): ApprovalRequestRow {
  const { db, clock } = context
  const { request, rightOf } = deciding(context, { id, step })
  const kind = kindOf(kinds, request)
  db.append('approvalDecision', { requestId: id, step, verdict: 'APPROVED', decidedBy: context.session.userId, rightOf, note })
  settleNotices(db, 'approvalRequest', id, clock.now())
  if (isTooLate(kind, request, clock.now())) return lapse(context, request)
  if (JSON.stringify(kind.current(db, request.entityId, changeOf(kind, request))) !== request.before) return settle(context, request, 'REVERTED')
  if (step + 1 < stepList(request).length) {
    const next = db.update('approvalRequest', request, { step: step + 1, stepSince: clock.now() })
    tellDeciders(context, next, 'APPROVAL_NEEDED')
    return next
  }
  // Who decides it may work elsewhere: in the parent section, or in the place of somebody else.
  if (request.sectionId !== null) context.scope.lend(request.sectionId)
  kind.apply(context, request.entityId, changeOf(kind, request), request.reason)
  const approved = settle(context, request, 'APPROVED')
  if (context.settings.get(approvalsSettings.informsDirector)) tell(context, approved, 'APPROVAL_GIVEN', { role: 'Director' })
  return approved
}

export function rejectRequest(context: CommandContext, { id, step, reason }: Seen & { readonly reason: string }): ApprovalRequestRow {
  const { db, clock } = context
  const { request, rightOf } = deciding(context, { id, step })
  db.append('approvalDecision', { requestId: id, step, verdict: 'REJECTED', decidedBy: context.session.userId, rightOf, note: reason })
  settleNotices(db, 'approvalRequest', id, clock.now())
  return settle(context, request, 'REJECTED', { reason })
}

/** By who asked. */
export function cancelRequest(context: CommandContext, id: string): ApprovalRequestRow {
  const { db, session, clock } = context
  const request = waiting(db.get('approvalRequest', id))
  if (request.requestedBy !== session.userId) throw new AppError('forbidden')
  settleNotices(db, 'approvalRequest', id, clock.now())
  return db.update('approvalRequest', request, { status: 'CANCELLED', settledAt: clock.now() })
}

/** Reminds those whose step has waited too long; a standing condition, told again when it gets worse. Answers how many requests wait so. */
export function remindOverdue(context: CommandContext): number {
  const { db, clock, settings } = context
  const hours = settings.get(approvalsSettings.reminderHours)
  const overdue = openRequests(db).filter(({ stepSince }) => overdueOf(stepSince, clock.now(), hours) !== 'none')
  for (const request of overdue) tellDeciders(context, request, 'APPROVAL_OVERDUE', overdueOf(request.stepSince, clock.now(), hours) === 'critical' ? 'CRITICAL' : 'WARNING')
  return overdue.length
}

/** Ends what waits in vain, because the time it was asked for has passed; whoever asked hears of it. Answers how many that were. */
export function endLapsed(context: CommandContext, kinds: Kinds): number {
  const { db, clock } = context
  const lapsed = openRequests(db).filter(request => isTooLate(kindOf(kinds, request), request, clock.now()))
  for (const request of lapsed) {
    settleNotices(db, 'approvalRequest', request.id, clock.now())
    lapse(context, request)
  }
  return lapsed.length
}

/** Ends what is asked for about a record that is not as it was any more; whoever asked hears of it. `isMeant` chooses among their kinds. */
export function voidRequests(context: CommandContext, entity: Entity, entityId: string, isMeant: (kind: ApprovalKindName) => boolean = () => true): void {
  for (const request of openRequests(context.db).filter(open => open.entity === entity && open.entityId === entityId && isMeant(open.kind as ApprovalKindName))) {
    settleNotices(context.db, 'approvalRequest', request.id, context.clock.now())
    settle(context, request, 'REVERTED')
  }
}

export interface HeldRequest<Change> { readonly kind: ApprovalKind<Change>; readonly request: ApprovalRequestRow; readonly change: Change }

/** What of these kinds waits about a record, where what it was asked for still stands as it did. */
export function soundRequests<Change>(db: Reader, kinds: readonly ApprovalKind<Change>[], entityId: string): HeldRequest<Change>[] {
  const open = openRequests(db).filter(request => request.entityId === entityId)
  return kinds.flatMap(kind => open.filter(request => request.kind === kind.name).map(request => ({ kind, request, change: changeOf(kind, request) })))
    .filter(({ kind, request, change }) => JSON.stringify(kind.current(db, entityId, change)) === request.before)
}

/** What waited about a record waits about what has become of it: asked by the same person of the same people. */
export function passRequest<Change>(db: Writer, { kind, request }: HeldRequest<Change>, entityId: string, change: Change): void {
  const { subject, lines } = kind.describe(db, entityId, change)
  db.update('approvalRequest', request, {
    entityId, subject: JSON.stringify(subject), lines: JSON.stringify(lines), before: JSON.stringify(kind.current(db, entityId, change)), change: JSON.stringify(z.encode(kind.change, change)),
  })
}

function openRequests(db: Reader): ApprovalRequestRow[] {
  return db.all(sql.selectFrom('approvalRequest').selectAll().where('status', '=', 'PENDING'))
}

function isTooLate(kind: ApprovalKind, request: ApprovalRequestRow, now: string): boolean {
  const at = kind.lapsesAt?.(changeOf(kind, request))
  return at !== undefined && at <= now
}

function lapse(context: CommandContext, request: ApprovalRequestRow): ApprovalRequestRow {
  return settle(context, request, 'REVERTED', { notice: 'APPROVAL_LAPSED' })
}

/** The request, as it was seen, and whose right the decider uses if not their own. */
function deciding(context: CommandContext, { id, step }: Seen): { request: ApprovalRequestRow; rightOf: string | null } {
  const { db, session } = context
  const request = waiting(db.get('approvalRequest', id))
  if (request.step !== step) throw new AppError('conflict', { entity: 'approvalRequest', id })
  if (isOwnMatter(session.userId, request)) throw new AppError('own-request', { number: request.number })
  const right = rightFor(context, request, session.userId)
  if (!right) throw new AppError('not-step-holder', { number: request.number })
  return { request, rightOf: right.rightOf }
}

function waiting(request: ApprovalRequestRow): ApprovalRequestRow {
  const { id, number, status } = request
  if (status !== 'PENDING') throw new AppError('wrong-state', { entity: 'approvalRequest', id, number, status })
  return request
}

function kindOf(kinds: Kinds, { kind: name }: ApprovalRequestRow): ApprovalKind {
  const kind = kinds.get(name)
  if (!kind) throw new Error(`No module carries out requests of the kind ${name}`)
  return kind
}

function settle(
  context: CommandContext, request: ApprovalRequestRow, status: 'APPROVED' | 'REJECTED' | 'REVERTED', { notice, reason = '' }: { readonly notice?: NoticeKind; readonly reason?: string } = {},
): ApprovalRequestRow {
  const settled = context.db.update('approvalRequest', request, { status, settledAt: context.clock.now() })
  tell(context, settled, notice ?? `APPROVAL_${status}`, { user: request.requestedBy }, { reason })
  return settled
}

function tellDeciders(context: CommandContext, request: ApprovalRequestRow, kind: NoticeKind, severity?: 'WARNING' | 'CRITICAL'): void {
  const audience = decidersOf(context, request).map(user => ({ user }))
  tell(context, request, kind, audience, { requester: context.db.get('user', request.requestedBy).fullName, step: request.step }, severity)
}

function tell(
  { session, notify }: CommandContext, request: ApprovalRequestRow, kind: NoticeKind, audience: Audience | readonly Audience[], more: TextParams = {}, severity?: 'WARNING' | 'CRITICAL',
): void {
  const params = { number: request.number, by: session.fullName || session.username, ...more, ...subjectOf(request), titleKey: `approvals.kinds.${request.kind}.title` }
  notify({ kind, audience, params, entity: 'approvalRequest', entityId: request.id, ...(severity && { severity }) })
}

function subjectOf({ subject }: ApprovalRequestRow): TextParams {
  return JSON.parse(subject) as TextParams
}

function stepList({ steps }: ApprovalRequestRow): readonly ApprovalStep[] {
  return JSON.parse(steps) as ApprovalStep[]
}
