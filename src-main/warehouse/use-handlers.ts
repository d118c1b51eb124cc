import type { uses } from '../../shared/warehouse/uses.ts'
import type { CommandContext, Handlers, QueryContext } from '../core/handlers.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { consume } from './consumption.ts'
import { basePlace, storeOf } from './places.ts'
import { invalid } from './refusals.ts'
import { moveStock } from './stock.ts'
import { previewUse, requestUse, reviewIssues } from './use-gate.ts'
import { openWorkOrder } from './work-order-stock.ts'

export const useHandlers: Handlers<typeof uses> = {
  issueStock(context, { purpose, ...move }) {
    context.scope.section(storeOf(context.db, move.fromLocationId, 'fromLocationId').sectionId)
    const posted = moveStock(context, { ...move, toLocationId: basePlace(context.db, purpose).id, kind: 'ISSUE' })
    if (purpose === 'PRODUCTION') reviewIssues(context, [posted], posted.note)
    return posted
  },
  consumeMaterial(context, { itemId, quantity, lotId, debtId, locationId, ...use }) {
    const { sectionId } = storeOf(context.db, locationId, 'locationId')
    context.scope.section(sectionId)
    if (sectionId === null) throw invalid('locationId', 'warehouse.issues.not-own-store')
    const [move] = consume(context, { ...use, sectionId, locationId, lines: [{ itemId, quantity, lotId, debtId }] })
    return move!
  },
  consumeMaterials(context, input) {
    context.scope.section(input.sectionId)
    return { posted: consume(context, input).length }
  },
  previewUse(context, { workOrderId, ...line }) {
    return previewUse(context, ownWorkOrder(context, workOrderId), line)
  },
  requestUse(context, { workOrderId, reason, ...line }) {
    return requestUse(context, ownWorkOrder(context, workOrderId), line, reason)
  },
}

/** Of the asker's sections, and open. */
function ownWorkOrder(context: CommandContext | QueryContext, id: string): WorkOrderRow {
  context.scope.section(context.db.get('workOrder', id).sectionId)
  return openWorkOrder(context.db, id)
}
