import type { planning } from '../../shared/planning/contract.ts'
import type { CommandContext, Handlers } from '../core/handlers.ts'
import { printPaper } from '../documents/paper.ts'
import { boardHandlers } from './board-handlers.ts'
import type { ManufacturingRow } from './buyer-orders.ts'
import { adjustWorkOrder, requestWorkOrderChange, type ChangeOutcome } from './change-approval.ts'
import { raiseForDefects } from './defect-targets.ts'
import { requestManufacturingChange } from './manufacturing-approval.ts'
import { orderClose } from './order-close.ts'
import { manufacturingDetail } from './manufacturing-detail.ts'
import { completeReceived } from '../finished-goods/closing.ts'
import { cancelManufacturingOrder, createManufacturingOrder, releaseManufacturingOrder, updateManufacturingOrder } from './manufacturing-orders.ts'
import { listManufacturingOrders, manufacturingOrderOf } from './manufacturing-rows.ts'
import {
  cancelSalesOrder,
  closeSalesOrder,
  confirmSalesOrder,
  createSalesOrder,
  removeSalesLine,
  reopenSalesOrder,
  saveSalesLines,
  updateSalesOrder,
  withdrawSalesOrder,
  type SalesOrderRow,
} from './sales-orders.ts'
import { overrideAsDirector, overridesAbout, overridesToday } from './overrides.ts'
import { generateWorkOrders } from './work-order-making.ts'
import { workOrderPaper } from './work-order-paper.ts'
import { listWorkOrders, workOrderOf } from './work-order-rows.ts'
import { summaryHandlers } from './summary-handlers.ts'
import { startWorkOrder, workOrderDetail } from './work-orders.ts'
import { listSalesOrders, salesDetail, salesLinesOf, salesOrderOf } from './sales-rows.ts'

export const planningHandlers: Handlers<typeof planning> = {
  ...boardHandlers,
  ...summaryHandlers,
  listSalesOrders({ db, scope }, input) {
    scope.everyone()
    return listSalesOrders(db, input)
  },
  getSalesOrder({ db, scope }, { id }) {
    scope.everyone()
    return salesDetail(db, id)
  },
  createSalesOrder: (context, entry) => sold(context, () => createSalesOrder(context, entry)),
  updateSalesOrder: (context, { id, version, ...patch }) => sold(context, () => updateSalesOrder(context, { id, version }, patch)),
  saveSalesLines(context, { salesOrderId, lines }) {
    context.scope.everyone()
    const ids = saveSalesLines(context, salesOrderId, lines)
    const kept = new Map(salesLinesOf(context.db, salesOrderId).map(line => [line.id, line]))
    return ids.map(id => kept.get(id)!)
  },
  removeSalesLine: (context, at) => sold(context, () => removeSalesLine(context, at)),
  confirmSalesOrder: (context, at) => sold(context, () => confirmSalesOrder(context, at)),
  withdrawSalesOrder: (context, at) => sold(context, () => withdrawSalesOrder(context, at)),
  closeSalesOrder: (context, at) => sold(context, () => closeSalesOrder(context, at)),
  reopenSalesOrder: (context, at) => sold(context, () => reopenSalesOrder(context, at)),
  cancelSalesOrder: (context, { reason, ...at }) => sold(context, () => cancelSalesOrder(context, at, reason)),

  listManufacturingOrders({ db, scope }, input) {
    scope.everyone()
    return listManufacturingOrders(db, input)
  },
  getManufacturingOrder(context, { id }) {
    context.scope.everyone()
    return manufacturingDetail(context, id)
  },
  getOrderClose(context, { id }) {
    context.scope.everyone()
    return orderClose(context, id)
  },
  createManufacturingOrder: (context, entry) => made(context, () => createManufacturingOrder(context, entry)),
  updateManufacturingOrder: (context, { id, version, ...patch }) => made(context, () => updateManufacturingOrder(context, { id, version }, patch)),
  releaseManufacturingOrder: (context, at) => made(context, () => releaseManufacturingOrder(context, at)),
  requestManufacturingChange(context, { id, version, reason, ...change }) {
    context.scope.everyone()
    return requestManufacturingChange(context, { id, version }, change, reason)
  },
  generateWorkOrders(context, at) {
    context.scope.mine()
    return generateWorkOrders(context, at)
  },
  listWorkOrders: ({ db, scope }, input) => listWorkOrders(db, scope.mine(), input),
  getWorkOrder({ db, scope }, { id }) {
    scope.section(db.get('workOrder', id).sectionId)
    return workOrderDetail(db, scope.mine(), id)
  },
  async printWorkOrder(context, { id, language }) {
    const { number, sectionId } = context.db.get('workOrder', id)
    context.scope.section(sectionId)
    return printPaper(context, await workOrderPaper(context, id, language ?? context.session.language), number)
  },
  startWorkOrder(context, { isPartial, ...at }) {
    const { db, scope } = context
    scope.section(db.get('workOrder', at.id).sectionId)
    return workOrderOf(db, startWorkOrder(context, at, isPartial).id)
  },
  requestWorkOrderChange: (context, { id, version, reason, ...change }) =>
    changed(context, id, () => requestWorkOrderChange(context, { id, version }, change, reason)),
  raiseForDefects(context) {
    context.scope.everyone()
    return { raised: raiseForDefects(context) }
  },
  overrideAsDirector(context, { kind, reason, ...at }) {
    context.scope.everyone()
    return overrideAsDirector(context, kind, at, reason)
  },
  countOverrides(context) {
    context.scope.everyone()
    return overridesToday(context)
  },
  listOverrides: (context, { kind, id }) => overridesAbout(context, kind, id),
  adjustWorkOrder: (context, { reason, ...at }) => changed(context, at.id, () => adjustWorkOrder(context, at, reason)),
  completeManufacturingOrder: (context, { reason, ...at }) => made(context, () => completeReceived(context, at, reason)),
  cancelManufacturingOrder: (context, { reason, ...at }) => made(context, () => cancelManufacturingOrder(context, at, reason)),
}

/** Buyers' orders and what is made for them belong to no section. */
function sold({ db, scope }: CommandContext, work: () => SalesOrderRow) {
  scope.everyone()
  return salesOrderOf(db, work().id)
}
function made({ db, scope }: CommandContext, work: () => ManufacturingRow) {
  scope.everyone()
  return manufacturingOrderOf(db, work().id)
}

function changed({ db, scope }: CommandContext, id: string, work: () => ChangeOutcome) {
  scope.section(db.get('workOrder', id).sectionId)
  const { workOrder, request } = work()
  return { workOrder: workOrderOf(db, workOrder.id), request }
}
