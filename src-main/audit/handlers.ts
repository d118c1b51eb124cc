import type { audit } from '../../shared/audit/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { requireHistory } from './history-access.ts'
import { historyOf } from './history.ts'

/** Roles that a factory does not have are nobody. */
const keepers = ['Superadmin', 'Admin'].map(role => ({ role }))

export const auditHandlers: Handlers<typeof audit> = {
  listHistory(context, { entity, id, cursor, pageSize }) {
    requireHistory(context, entity, id)
    return historyOf(context.db, { entity, id, cursor, pageSize, canSeeCost: context.session.canSeeCost })
  },

  reportDataFindings({ scope, notify }, { count }) {
    scope.everyone()
    notify({ kind: 'DATA_DIFFERS', audience: keepers, params: { count } })
    return {}
  },
}
