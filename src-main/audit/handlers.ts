import type { audit } from '../../shared/audit/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { archiveYears, listArchives } from './archives.ts'
import { exportEntries } from './entries-export.ts'
import { getEntry, listEntries } from './entries.ts'
import { listActors } from './actors.ts'
import { requireHistory } from './history-access.ts'
import { historyOf } from './history.ts'
import { questionOf, requireWholeSight } from './question.ts'
import { emptyBooks, forgetOldEvents, recordArchive } from './retention.ts'
import { listSecurityEvents } from './security.ts'
import { summarize } from './summary.ts'
import { verifyChain } from './verification.ts'

/** Roles that a factory does not have are nobody. */
const keepers = ['Superadmin', 'Admin'].map(role => ({ role }))

export const auditHandlers: Handlers<typeof audit> = {
  listHistory(context, { entity, id, cursor, pageSize }) {
    requireHistory(context, entity, id)
    const { canSeeCost, permissions, sections } = context.session
    return historyOf(context.db, { entity, id, cursor, pageSize, canSeeCost, canSeeWhere: permissions.has('audit.view') && sections === 'all' })
  },

  listEntries(context, input) {
    return listEntries(context.db, questionOf(context, input), input, context.session)
  },
  listActors({ db, scope }, input) {
    scope.everyone()
    return listActors(db, input)
  },
  getEntry(context, { seq }) {
    requireWholeSight(context)
    return getEntry(context.db, seq, context.session)
  },
  summarize(context) {
    requireWholeSight(context)
    return summarize(context)
  },
  exportEntries,

  verifyChain(context, input) {
    requireWholeSight(context)
    return verifyChain(context, input)
  },
  listArchives(context) {
    requireWholeSight(context)
    return listArchives(context)
  },
  archiveYears(context) {
    requireWholeSight(context)
    return archiveYears(context)
  },
  recordArchive(context, archive) {
    context.scope.everyone()
    return recordArchive(context, archive)
  },
  forgetOldEvents(context) {
    context.scope.everyone()
    return forgetOldEvents(context)
  },
  emptyBooks(context) {
    context.scope.everyone()
    return emptyBooks(context)
  },

  listSecurityEvents(context, input) {
    requireWholeSight(context)
    return listSecurityEvents(context.db, input)
  },

  reportDataFindings({ scope, notify }, { count }) {
    scope.everyone()
    notify({ kind: 'DATA_DIFFERS', audience: keepers, params: { count } })
    return {}
  },
}
