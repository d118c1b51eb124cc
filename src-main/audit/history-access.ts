import { entityDefinition, type Entity, type VersionedEntity } from '../../shared/core/entities.ts'
import { AppError } from '../../shared/core/errors.ts'
import { anySession } from '../../shared/core/procedure.ts'
import { requireDecisionView, requireDelegationView, requireInvolved } from '../approvals/requests.ts'
import { requireAttachmentView } from '../attachments/access.ts'
import type { QueryContext } from '../core/handlers.ts'
import { requireHandling } from '../imports/rights.ts'
import { requireOverrideView } from '../planning/overrides.ts'
import { requireSeenDocument } from '../warehouse/document-rows.ts'
import { requireSeenMove } from '../warehouse/move-lists.ts'
import { sectionOfRecord } from './history.ts'

type Access = (context: QueryContext, id: string) => void

/** Records whose own module says who sees them, because no column of theirs does. */
const ownAccess: Partial<Record<Entity, Access>> = {
  attachment: requireAttachmentView,
  approvalRequest: (context, id) => requireInvolved(context, context.db.get('approvalRequest', id)),
  approvalDecision: (context, id) => requireDecisionView(context, Number(id)),
  approvalDelegation: requireDelegationView,
  directorOverride: requireOverrideView,
  stockDocument(context, id) {
    requireView(context, 'stockDocument')
    requireSeenDocument(context.scope, context.db.get('stockDocument', id))
    context.scope.everyone()
  },
  importBatch(context, id) {
    requireHandling(context.session, context.db.get('importBatch', id).target)
    context.scope.everyone()
  },
  importMapping(context, id) {
    requireHandling(context.session, context.db.get('importMapping', id).target)
    context.scope.everyone()
  },
  carton(context) {
    requireView(context, 'finishedGoodsReceipt')
    context.scope.everyone()
  },
  stockMove(context, id) {
    requireView(context, 'stockMove')
    requireSeenMove(context, Number(id))
  },
}

/**
 * Whether the session may read a record's history: as it may view the record (IA-5). Declares the row scope. Throws `forbidden`,
 * `foreign-section`, `not-found`.
 */
export function requireHistory(context: QueryContext, entity: Entity, id: string): void {
  const own = ownAccess[entity]
  if (own) return own(context, id)
  requireView(context, entity)
  if (entityDefinition(entity).scope === 'sectionId') context.scope.section(sectionOfRecord(context.db, entity as VersionedEntity, id))
  else context.scope.everyone()
}

function requireView({ session }: QueryContext, entity: Entity): void {
  const { view } = entityDefinition(entity)
  if (view === null || view === anySession || !session.permissions.has(view)) throw new AppError('forbidden', { needed: view })
}
