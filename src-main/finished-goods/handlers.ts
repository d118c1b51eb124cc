import { AppError } from '../../shared/core/errors.ts'
import type { finishedGoods } from '../../shared/finished-goods/contract.ts'
import type { CommandContext, Handlers } from '../core/handlers.ts'
import { cartonOf, cartonsOfDelivery } from './carton-rows.ts'
import { deliveryOfCarton } from './deliveries.ts'
import { tellOldGoods } from './old-goods.ts'
import { packCartons, packedCartons, unpackCarton } from './packing.ts'
import { printReceivingForm } from './receiving-form.ts'
import { countCarton, receiptToScanInto, scanCarton, unscanCarton, type CartonRow } from './receiving.ts'
import { receivingDetail } from './receiving-detail.ts'
import { arrivingOf, listArriving } from './receiving-rows.ts'
import { confirmOrAsk } from './receipt-approval.ts'
import { reverseReceipt } from './receipt-reversal.ts'
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
    return receivingDetail(context, id)
  },
  scanCarton(context, { number, manufacturingOrderId, deliveryId }) {
    context.scope.everyone()
    const carton = scanCarton(context, number, { orderId: manufacturingOrderId, deliveryId })
    const cartons = cartonsOfDelivery(context.db, deliveryOfCarton(context.db, carton))
    return { carton: cartonOf(context.db, carton.id), cartonCount: cartons.length, scannedCount: cartons.filter(({ scannedAt }) => scannedAt !== null).length }
  },
  unscanCarton: (context, at) => scanned(context, () => unscanCarton(context, at)),
  countCarton: (context, { countedQuantity, note, ...at }) => scanned(context, () => countCarton(context, at, countedQuantity, note)),
  confirmReceipt(context, { id, version, ...confirmation }) {
    context.scope.everyone()
    const receipt = context.db.get('finishedGoodsReceipt', id)
    if (receipt.version !== version) throw new AppError('conflict', { entity: 'finishedGoodsReceipt', id })
    return { number: receipt.number, request: confirmOrAsk(context, receipt, confirmation) }
  },
  closeDelivery(context, { id, reason }) {
    context.scope.everyone()
    const receipt = receiptToScanInto(context, arrivingOf(context.db, id).delivery)
    return { number: receipt.number, request: confirmOrAsk(context, receipt, { locationId: receipt.locationId, reason, notes: '', isLast: true }) }
  },
  tellOldGoods(context) {
    context.scope.everyone()
    return { told: tellOldGoods(context) }
  },
  reverseReceipt(context, { reason, ...at }) {
    context.scope.everyone()
    return { number: reverseReceipt(context, at, reason).number }
  },
  async printReceivingForm(context, { id, language }) {
    context.scope.everyone()
    return printReceivingForm(context, id, language ?? context.session.language)
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
