import type { ApprovalKindName } from '../../shared/approvals/kinds.ts'
import type { ApprovalKind } from '../engines/approvals.ts'
import { consumptionReview } from '../engineering/check-approvals.ts'
import { largeReceiptDifference, receiptDifference } from '../finished-goods/receipt-approval.ts'
import { userGrant } from '../identity/grant-approval.ts'
import { manufacturingChange } from '../planning/manufacturing-approval.ts'
import { deadlineChange, quantityChange } from '../planning/change-approval.ts'
import { workOrderApproval } from '../planning/work-order-approval.ts'
import { dayDirector, dayFromPaper, dayManager, daySupervisor } from '../production/day-approvals.ts'
import { paperBatch } from '../production/paper-approval.ts'
import { largeOrderApproval, orderApproval, orderDeletion } from '../purchasing/order-approvals.ts'
import { overReceiptApproval } from '../purchasing/over-receipt-approval.ts'
import { settingChange } from '../settings/change-approval.ts'
import { debtApproval } from '../warehouse/debt-approval.ts'
import { stockAdjustment } from '../warehouse/adjustment-approval.ts'
import { stockDocument } from '../warehouse/document-posting.ts'
import { stockCount, stockCountLarge } from '../warehouse/count-posting.ts'

/** How each kind of request is carried out, one line a module. */
const carriedOut: { readonly [Name in ApprovalKindName]: ApprovalKind } = {
  SETTING_CHANGE: settingChange, STOCK_ADJUSTMENT: stockAdjustment, STOCK_DOCUMENT: stockDocument, STOCK_COUNT: stockCount, STOCK_COUNT_LARGE: stockCountLarge, MATERIAL_DEBT: debtApproval, USER_GRANT: userGrant,
  MANUFACTURING_CHANGE: manufacturingChange, WORK_ORDER: workOrderApproval, WORK_ORDER_QUANTITY: quantityChange, WORK_ORDER_DEADLINE: deadlineChange,
  DAY_SUPERVISOR: daySupervisor, DAY_MANAGER: dayManager, DAY_DIRECTOR: dayDirector, DAY_FROM_PAPER: dayFromPaper, PAPER_BATCH: paperBatch,
  RECEIPT_DIFFERENCE: receiptDifference, RECEIPT_DIFFERENCE_LARGE: largeReceiptDifference,
  CONSUMPTION_REVIEW: consumptionReview,
  PURCHASE_ORDER: orderApproval, LARGE_PURCHASE_ORDER: largeOrderApproval, PURCHASE_DELETION: orderDeletion, OVER_RECEIPT: overReceiptApproval,
}

export const kinds: ReadonlyMap<string, ApprovalKind> = new Map(Object.entries(carriedOut))
