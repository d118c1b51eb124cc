import type { Entity } from '../core/entities.ts'
import { countWrites } from '../warehouse/count-writes.ts'
import { documentWrites } from '../warehouse/document-writes.ts'
import { stockWrites } from '../warehouse/moves.ts'
import { grantWrites } from '../identity/grant-writes.ts'
import { receiptWrites as finishedWrites } from '../finished-goods/writes.ts'
import { manufacturingWrites, revisionWrites } from '../planning/writes.ts'
import { dayWrites } from '../production/writes.ts'
import { orderApprovalWrites, orderWrites, receiptWrites } from '../purchasing/writes.ts'
import type { ApprovalChain } from './chain.ts'

/** What every command that may end in a request writes. */
export const approvalWrites = ['approvalRequest', 'approvalDecision'] as const satisfies readonly Entity[]

/** What says who decides a step: people, their rights and sections. */
export const stepReads = ['user', 'userSection', 'role', 'roleGrant', 'permissionGrant', 'section'] as const satisfies readonly Entity[]

interface ApprovalKindFacts {
  /** What a request of this kind would change. */
  readonly entity: Entity
  /** Who decides, until the factory says otherwise. */
  readonly chain: ApprovalChain
  /** What carrying it out writes. */
  readonly writes: readonly Entity[]
}

const approvesOrders = { by: 'permission', permission: 'process.approvePurchaseOrder', section: 'any' } as const

/** The supervisor, then the manager (PL-19). */
const changesWorkOrders = [{ by: 'permission', permission: 'process.decideModification', section: 'concerned' }, { by: 'level', level: 2 }] as const

const approvesProduction = { by: 'permission', permission: 'production.approve', section: 'concerned' } as const

/**
 * Every kind of request, one line each (PL-19). How one is carried out is told by its module on the host (`src-main/approvals/kinds.ts`); its words are
 * `approvals.kinds.<KIND>`.
 */
export const approvalKinds = {
  SETTING_CHANGE: { entity: 'setting', chain: [{ by: 'level', level: 2 }], writes: ['setting'] },
  STOCK_ADJUSTMENT: { entity: 'stockBalance', chain: [{ by: 'level', level: 2 }], writes: stockWrites },
  STOCK_DOCUMENT: { entity: 'stockDocument', chain: [{ by: 'level', level: 2 }], writes: documentWrites },
  MATERIAL_DEBT: {
    entity: 'materialDebt', chain: [{ by: 'permission', permission: 'process.decideMaterialDebt', section: 'concerned' }, { by: 'level', level: 2 }], writes: ['materialDebt'],
  },
  STOCK_COUNT: { entity: 'stockCount', chain: [{ by: 'permission', permission: 'warehouse.approve', section: 'concerned' }], writes: countWrites },
  STOCK_COUNT_LARGE: { entity: 'stockCount', chain: [{ by: 'level', level: 2 }], writes: countWrites },
  USER_GRANT: { entity: 'user', chain: [{ by: 'permission', permission: 'identity.approve', section: 'any' }], writes: grantWrites },
  PURCHASE_ORDER: { entity: 'purchaseOrder', chain: [approvesOrders], writes: orderApprovalWrites },
  LARGE_PURCHASE_ORDER: {
    entity: 'purchaseOrder', chain: [approvesOrders, { by: 'permission', permission: 'process.approveLargePurchaseOrder', section: 'any' }], writes: orderApprovalWrites,
  },
  PURCHASE_DELETION: { entity: 'purchaseOrder', chain: [{ by: 'level', level: 3 }], writes: orderWrites },
  OVER_RECEIPT: { entity: 'purchaseOrder', chain: [approvesOrders], writes: receiptWrites },
  MANUFACTURING_CHANGE: {
    entity: 'manufacturingOrder', chain: [{ by: 'level', level: 2 }, { by: 'permission', permission: 'process.overrideEmergency', section: 'any' }], writes: [...manufacturingWrites, ...revisionWrites],
  },
  WORK_ORDER: { entity: 'workOrder', chain: [...changesWorkOrders], writes: ['workOrder'] },
  WORK_ORDER_QUANTITY: { entity: 'workOrder', chain: [...changesWorkOrders], writes: revisionWrites },
  WORK_ORDER_DEADLINE: { entity: 'workOrder', chain: [...changesWorkOrders], writes: revisionWrites },
  DAY_SUPERVISOR: { entity: 'workOrder', chain: [approvesProduction], writes: dayWrites },
  DAY_MANAGER: { entity: 'workOrder', chain: [{ by: 'level', level: 2 }], writes: dayWrites },
  DAY_DIRECTOR: { entity: 'workOrder', chain: [{ by: 'permission', permission: 'process.overrideEmergency', section: 'any' }], writes: dayWrites },
  DAY_FROM_PAPER: { entity: 'workOrder', chain: [approvesProduction, { by: 'level', level: 2 }], writes: dayWrites },
  PAPER_BATCH: { entity: 'paperBatch', chain: [approvesProduction, { by: 'level', level: 2 }], writes: [...dayWrites, 'paperBatch'] },
  RECEIPT_DIFFERENCE: { entity: 'finishedGoodsReceipt', chain: [approvesProduction], writes: finishedWrites },
  RECEIPT_DIFFERENCE_LARGE: { entity: 'finishedGoodsReceipt', chain: [{ by: 'level', level: 2 }], writes: finishedWrites },
  CONSUMPTION_REVIEW: { entity: 'conversionEntry', chain: [approvesProduction], writes: ['conversionEntry'] },
} as const satisfies Record<string, ApprovalKindFacts>

export type ApprovalKindName = keyof typeof approvalKinds
export const approvalKindNames = Object.keys(approvalKinds) as [ApprovalKindName, ...ApprovalKindName[]]

/** Kinds that nobody asks for any more: what was asked for is still read, in their words. A migration ends what waited of a kind when it is retired. */
export const retiredKindNames = ['CARTON_REVIEW'] as const
export const readableKindNames = [...approvalKindNames, ...retiredKindNames] as const
export type ReadableKindName = (typeof readableKindNames)[number]

/** What deciding any request may write. */
export const everyApprovalWrite: readonly Entity[] = [...new Set<Entity>([...approvalWrites, ...Object.values(approvalKinds).flatMap(({ writes }) => writes)])]
