import type { approvals, Delegation } from '../../shared/approvals/contract.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

const rowsOfDelegations = sql.selectFrom('approvalDelegation')
  .innerJoin('user as giver', 'giver.id', 'approvalDelegation.userId').innerJoin('user as delegate', 'delegate.id', 'approvalDelegation.delegateId')
  .select([
    'approvalDelegation.id', 'approvalDelegation.version', 'approvalDelegation.createdAt', 'userId', 'giver.fullName as userName', 'delegateId',
    'delegate.fullName as delegateName', 'fromDay', 'toDay', 'reason', 'endedAt',
  ])

export function listDelegations({ db, session, today }: QueryContext, input: ParsedInputOf<typeof approvals.listDelegations>): Page<Delegation> {
  const { isOpen } = input.filter
  let query = rowsOfDelegations
  if (!session.permissions.has('identity.view')) query = query.where(({ eb, or }) => or([eb('userId', '=', session.userId), eb('delegateId', '=', session.userId)]))
  if (isOpen === true) query = query.where('endedAt', 'is', null).where('toDay', '>=', today())
  if (isOpen === false) query = query.where(({ eb, or }) => or([eb('endedAt', 'is not', null), eb('toDay', '<', today())]))
  const { rows, ...page } = listPage(db, input, {
    query, columns: { fromDay: 'fromDay', toDay: 'toDay' }, search: ['giver.fullName', 'delegate.fullName', 'reason'],
    defaultSort: [{ column: 'fromDay', descending: true }], id: 'approvalDelegation.id',
  })
  return { ...page, rows: rows.map(row => ({ ...row, state: stateOf(row, today()) })) }
}

/** Throws `own-account` for oneself and `inactive` for somebody who cannot sign in. */
export function createDelegation(context: CommandContext, input: ParsedInputOf<typeof approvals.createDelegation>): Delegation {
  const { db, session, today, notify } = context
  const { delegateId, fromDay, toDay } = input
  if (delegateId === session.userId) throw new AppError('invalid-input', { issues: [{ path: ['delegateId'], reason: 'approvals.issues.oneself', params: {} }] })
  if (toDay < today()) throw new AppError('invalid-input', { issues: [{ path: ['toDay'], reason: 'approvals.issues.past', params: {} }] })
  const delegate = db.get('user', delegateId)
  if (!delegate.isActive) throw new AppError('inactive', { entity: 'user', id: delegateId, code: delegate.username })
  const { id } = db.insert('approvalDelegation', { ...input, userId: session.userId, endedAt: null })
  notify({ kind: 'APPROVAL_DELEGATED', audience: { user: delegateId }, params: { by: session.fullName, from: fromDay, to: toDay, reason: input.reason }, entity: 'approvalDelegation', entityId: id })
  return delegationOf(db, id, today())
}

export function endDelegation({ db, session, clock, today }: CommandContext, at: { id: string; version: number }): Delegation {
  const { userId, endedAt } = db.get('approvalDelegation', at.id)
  if (userId !== session.userId && !session.permissions.has('identity.update')) throw new AppError('forbidden', { needed: 'identity.update' })
  if (endedAt !== null) throw new AppError('wrong-state', { entity: 'approvalDelegation', id: at.id, status: 'ENDED' })
  db.update('approvalDelegation', at, { endedAt: clock.now() })
  return delegationOf(db, at.id, today())
}

function delegationOf(db: Reader, id: string, today: string): Delegation {
  const row = db.one(rowsOfDelegations.where('approvalDelegation.id', '=', id))
  return { ...row, state: stateOf(row, today) }
}

function stateOf({ fromDay, toDay, endedAt }: Pick<Delegation, 'fromDay' | 'toDay' | 'endedAt'>, today: string): Delegation['state'] {
  if (endedAt !== null || toDay < today) return 'ENDED'
  return fromDay > today ? 'COMING' : 'RUNNING'
}
