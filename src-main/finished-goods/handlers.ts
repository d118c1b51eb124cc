import { AppError } from '../../shared/core/errors.ts'
import type { finishedGoods } from '../../shared/finished-goods/contract.ts'
import type { CommandContext, Handlers } from '../core/handlers.ts'
import { cartonOf, cartonsOfOrder } from './carton-rows.ts'
import { packCartons, packedCartons, unpackCarton } from './packing.ts'
import { printReceivingForm } from './receiving-form.ts'
import { countCarton, scanCarton, unscanCarton, type CartonRow } from './receiving.ts'
import { listArriving, receivingDetail } from './receiving-rows.ts'
import { confirmOrAsk } from './receipt-approval.ts'
import { reverseReceipt } from './receipt-posting.ts'
import { exportVouchers } from './voucher-export.ts'

export const finishedGoodsHandlers: Handlers<typeof finishedGoods> = {
  listPackedCartons({ db, scope }, { workOrderId }) {
    scope.section(db.get('workOrder', workOrderId).sectionId)
    return packedCartons(db, workOrderId)
  },
  getCarton({ db, scope }, { id }) {
    scope.everyone()
    return cartonOf(db, id)
  },
  packCartons(context, { workOrderId, contents }) {
    const workOrder = context.db.get('workOrder', workOrderId)
    context.scope.section(workOrder.sectionId)
    packCartons(context, workOrder, contents)
    return packedCartons(context.db, workOrderId)
  },
  unpackCarton(context, at) {
    const { db, scope } = context
    scope.section(db.get('workOrder', db.get('carton', at.id).workOrderId).sectionId)
    return { number: unpackCarton(context, at) }
  },

  listArriving({ db, scope }, input) {
    scope.everyone()
    return listArriving(db, input)
  },
  getReceiving(context, { id }) {
    context.scope.everyone()
    return receivingDetail(context, context.db.find('finishedGoodsReceipt', id)?.manufacturingOrderId ?? id)
  },
  scanCarton(context, { number, manufacturingOrderId }) {
    context.scope.everyone()
    const { id, manufacturingOrderId: orderId } = scanCarton(context, number, manufacturingOrderId)
    const cartons = cartonsOfOrder(context.db, orderId)
    return { carton: cartons.find(carton => carton.id === id)!, cartonCount: cartons.length, scannedCount: cartons.filter(({ scannedAt }) => scannedAt !== null).length }
  },
  unscanCarton: (context, at) => scanned(context, () => unscanCarton(context, at)),
  countCarton: (context, { countedQuantity, note, ...at }) => scanned(context, () => countCarton(context, at, countedQuantity, note)),
  confirmReceipt(context, { id, version, ...confirmation }) {
    context.scope.everyone()
    const receipt = context.db.get('finishedGoodsReceipt', id)
    if (receipt.version !== version) throw new AppError('conflict', { entity: 'finishedGoodsReceipt', id })
    return { number: receipt.number, request: confirmOrAsk(context, receipt, confirmation) }
  },
  reverseReceipt(context, { reason, ...at }) {
    context.scope.everyone()
    return { number: reverseReceipt(context, at, reason).number }
  },
  async printReceivingForm(context, { manufacturingOrderId, language }) {
    context.scope.everyone()
    return printReceivingForm(context, manufacturingOrderId, language ?? context.session.language)
  },
  async exportVouchers(context, input) {
    context.scope.everyone()
    return exportVouchers(context, input)
  },
}

function scanned(context: CommandContext, work: () => CartonRow) {
  context.scope.everyone()
  return cartonOf(context.db, work().id)
}
