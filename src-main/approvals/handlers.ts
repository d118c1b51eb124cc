import type { approvals } from '../../shared/approvals/contract.ts'
import { approvalKindNames } from '../../shared/approvals/kinds.ts'
import type { Handlers } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { approveStep, cancelRequest, endLapsed, rejectRequest, remindOverdue } from '../engines/approvals.ts'
import { found } from '../masters/lookup.ts'
import { chainState, requireChangesChain, storeChain } from './chains.ts'
import { createDelegation, endDelegation, listDelegations } from './delegations.ts'
import { kinds } from './kinds.ts'
import { listRequests, requestDetail, requestOf, waitingFor } from './requests.ts'

/** Whoever asks or decides is looked at by the request itself: a decider may work in another section than the one concerned. */
export const approvalsHandlers: Handlers<typeof approvals> = {
  listRequests(context, input) {
    context.scope.everyone()
    return listRequests(context, input)
  },
  getRequest(context, { id }) {
    context.scope.everyone()
    return requestDetail(context, id)
  },
  countWaiting(context) {
    context.scope.everyone()
    const waiting = waitingFor(context)
    return { count: waiting.length, waiting }
  },
  approveStep(context, input) {
    context.scope.everyone()
    return requestOf(context, approveStep(context, kinds, input))
  },
  rejectRequest(context, input) {
    context.scope.everyone()
    return requestOf(context, rejectRequest(context, input))
  },
  cancelRequest(context, { id }) {
    context.scope.everyone()
    return requestOf(context, cancelRequest(context, id))
  },
  remindOverdue(context) {
    context.scope.everyone()
    return { reminded: remindOverdue(context) }
  },
  endLapsed(context) {
    context.scope.everyone()
    return { ended: endLapsed(context, kinds) }
  },

  listChains(context) {
    context.scope.everyone()
    return approvalKindNames.map(kind => chainState(context, kind))
  },
  updateChain(context, { kind, steps, version }) {
    context.scope.everyone()
    requireChangesChain(context, kind)
    storeChain(context.db, kind, steps, version)
    return chainState(context, kind)
  },

  listDelegations(context, input) {
    context.scope.everyone()
    return listDelegations(context, input)
  },
  createDelegation(context, input) {
    context.scope.everyone()
    return createDelegation(context, input)
  },
  endDelegation(context, at) {
    context.scope.everyone()
    return endDelegation(context, at)
  },
  searchDelegates({ db, scope, session }, input) {
    scope.everyone()
    const people = sql.selectFrom('user').innerJoin('role', 'role.id', 'user.roleId').where('user.isActive', '=', true).where('role.isHidden', '=', false)
      .where('user.id', '<>', session.userId).select(['user.id', 'user.username', 'user.fullName', 'role.name as role'])
    return found(db, people, input, { code: 'user.username', name: 'user.fullName' })
  },
}
