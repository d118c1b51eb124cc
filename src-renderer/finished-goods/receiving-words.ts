import type { ReceivingDetail } from '../../shared/finished-goods/receipts.ts'

type Ends = Pick<ReceivingDetail, 'hasRest' | 'isClosed' | 'completesOrder'>

/** What confirming does, as far as it is known before anybody says that nothing more comes: takes in a part, ends the delivery, or with it the order. */
export function confirmLabelOf({ hasRest, isClosed, completesOrder }: Ends) {
  if (hasRest || isClosed) return 'finishedGoods.receive.confirmPart'
  return completesOrder ? 'finishedGoods.receive.confirm' : 'finishedGoods.receive.confirmDelivery'
}

/** What becomes of the order with it. */
export function confirmTextOf({ isClosed, completesOrder }: Ends, isLast: boolean) {
  if (!isLast || isClosed) return 'finishedGoods.receive.confirmPartText'
  return completesOrder ? 'finishedGoods.receive.confirmText' : 'finishedGoods.receive.confirmDeliveryText'
}
