import { AppError } from '../../shared/core/errors.ts'
import type { purchasing } from '../../shared/purchasing/contract.ts'
import type { Arrival } from '../../shared/purchasing/receipts.ts'
import { awaitedStatuses, type OrderStatus } from '../../shared/purchasing/rules.ts'
import type { CommandContext, Handlers } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import { printPaper } from '../documents/paper.ts'
import { storeOf } from '../warehouse/places.ts'
import {
  approveOrder, cancelOrder, closeOrder, deleteOrder, reopenOrder, requestOrderApproval, sendOrder, withdrawApproval, withdrawSending,
} from './order-acts.ts'
import { findOrders, listOrders, orderBoard, orderDetail } from './order-lists.ts'
import { orderPaper } from './order-paper.ts'
import { linesOf, orderOf } from './order-rows.ts'
import { createOrder, removeLine, saveLines, updateOrder, type Order } from './orders.ts'
import { requestOverReceipt } from './over-receipt-approval.ts'
import { listItemOrders } from './item-orders.ts'
import { awaitedLines, listAwaited, listReceipts, placesOfReceipt, receiptOf } from './receipt-rows.ts'
import { receive, reverseReceipt, toleranceOf } from './receiving.ts'
import { listVendorScores, setVendorMarks, vendorScores } from './vendors.ts'

export const purchasingHandlers: Handlers<typeof purchasing> = {
  listOrders({ db, scope, today }, input) {
    scope.everyone()
    return listOrders(db, today(), input)
  },
  getOrderBoard({ db, scope }, input) {
    scope.everyone()
    return orderBoard(db, input)
  },
  getOrder(context, { id }) {
    context.scope.everyone()
    return orderDetail(context, id)
  },
  async printOrder(context, { id, language }) {
    context.scope.everyone()
    return printPaper(context, await orderPaper(context, id, language ?? context.session.language), orderOf(context.db, id).number)
  },
  findOrders({ db, scope }, input) {
    scope.everyone()
    return findOrders(db, input)
  },
  createOrder: (context, entry) => acted(context, () => createOrder(context, entry)),
  updateOrder: (context, { id, version, ...patch }) => acted(context, () => updateOrder(context, { id, version }, patch)),
  saveLines(context, { orderId, lines }) {
    context.scope.everyone()
    const ids = saveLines(context, orderId, lines)
    const kept = new Map(linesOf(context.db, orderId).map(line => [line.id, line]))
    return ids.map(id => kept.get(id)!)
  },
  removeLine: (context, at) => acted(context, () => removeLine(context, at)),
  approveOrder: act(approveOrder),
  requestOrderApproval(context, { reason, ...at }) {
    context.scope.everyone()
    return requestOrderApproval(context, at, reason)
  },
  withdrawOrderApproval: act(withdrawApproval),
  sendOrder: act(sendOrder),
  withdrawOrderSending: act(withdrawSending),
  closeOrder: (context, { reason, ...at }) => acted(context, () => closeOrder(context, at, reason)),
  reopenOrder: act(reopenOrder),
  cancelOrder: (context, { reason, ...at }) => acted(context, () => cancelOrder(context, at, reason)),
  deleteOrder(context, { reason, ...at }) {
    context.scope.everyone()
    return deleteOrder(context, at, reason)
  },

  listAwaited({ db, scope }, input) {
    scope.everyone()
    return listAwaited(db, input)
  },
  getAwaited(context, { id }) {
    const { db, scope } = context
    scope.everyone()
    const order = orderOf(db, id)
    const mayCome: readonly OrderStatus[] = [...awaitedStatuses, 'RECEIVED']
    if (!mayCome.includes(order.status)) throw new AppError('wrong-state', { entity: 'purchaseOrder', id, number: order.number, status: order.status })
    return { order, lines: awaitedLines(db, id), tolerance: toleranceOf(context) }
  },
  listItemOrders({ db, scope }, input) {
    scope.everyone()
    return listItemOrders(db, input)
  },
  listReceipts: ({ db, scope }, input) => listReceipts(db, scope.mine(), input),
  getReceipt({ db, scope }, { id }) {
    scope.section(db.get('location', db.get('purchaseReceipt', id).locationId).sectionId)
    return receiptOf(db, id)
  },
  receiveOrder(context, arrival) {
    requirePlaces(context, arrival)
    return receiptOf(context.db, receive(context, arrival).id)
  },
  requestOverReceipt(context, arrival) {
    requirePlaces(context, arrival)
    return requestOverReceipt(context, arrival)
  },
  reverseReceipt(context, { reason, ...at }) {
    const { db, scope } = context
    for (const locationId of placesOfReceipt(db, at.id)) scope.section(db.get('location', locationId).sectionId)
    return receiptOf(db, reverseReceipt(context, at, reason).id)
  },

  listVendorScores({ db, scope }, months) {
    scope.everyone()
    return listVendorScores(db, months)
  },
  getVendorScore({ db, scope }, input) {
    scope.everyone()
    return vendorScores(db, input)
  },
  setVendorMarks(context, marks) {
    context.scope.everyone()
    return setVendorMarks(context, marks)
  },
}

/** Every place of a delivery is of a section of theirs, or the factory's. */
function requirePlaces({ db, scope }: CommandContext, { locationId, lines }: Arrival): void {
  scope.section(storeOf(db, locationId, 'locationId').sectionId)
  for (const line of lines) if (line.locationId !== null) scope.section(db.get('location', line.locationId).sectionId)
}

function act(work: (context: CommandContext, at: SeenAt) => Order) {
  return (context: CommandContext, at: SeenAt) => acted(context, () => work(context, at))
}

/** Orders belong to no section. */
function acted({ db, scope }: CommandContext, work: () => Order) {
  scope.everyone()
  return orderOf(db, work().id)
}
