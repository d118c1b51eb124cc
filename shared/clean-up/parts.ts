import type { Entity } from '../core/entities.ts'

/**
 * What becomes of an entity's rows when a factory clears its data. `kept`: who works here and how it is arranged, and what must never
 * be lost (who took which copy away). `master`: what the factory makes and from what. `transaction`: what happened. `attached`: goes
 * with the record it hangs on.
 */
export type Part = 'kept' | 'master' | 'transaction' | 'attached'

const parts = {
  site: 'kept', setting: 'kept', role: 'kept', roleGrant: 'kept', user: 'kept', userSection: 'kept', session: 'kept', apiKey: 'kept', operatorPass: 'kept', section: 'kept', desk: 'kept', savedView: 'kept',
  importMapping: 'kept', reportExport: 'kept', supportBundle: 'kept', restoreDrill: 'kept', backupCopy: 'kept', dataRestore: 'kept',
  noticeChoice: 'kept', purge: 'kept', unlocking: 'kept', attributeDefinition: 'kept', approvalChain: 'kept', approvalDelegation: 'kept', documentForm: 'kept',
  permissionGrant: 'kept', menuItem: 'kept', userMenu: 'kept', roleMenu: 'kept', jobTitle: 'kept', passwordRecord: 'kept',
  unit: 'master', location: 'master', item: 'master', kanbanBoard: 'master', countPlan: 'master', kanbanRule: 'master',
  productionLine: 'master', partner: 'master', customer: 'master', salesman: 'master', worker: 'master', machine: 'master', courier: 'master', tray: 'master', labelPrinter: 'kept',
  workCalendar: 'master', workShift: 'master', holiday: 'master', targetRule: 'master', processFlowEdge: 'master', unitConversion: 'master', defectReason: 'master', downtimeReason: 'master',
  bomHeader: 'master', bomLine: 'master', bomVariant: 'master', conversionEntry: 'transaction', unitEntry: 'transaction',
  wasteReason: 'master',
  productionStage: 'master',
  productionRoute: 'master',
  routeStep: 'master',
  stageBuffer: 'master',
  stageStep: 'master',
  stageFigure: 'master',
  stockMove: 'transaction', stockBalance: 'transaction', stockReservation: 'transaction', stockLot: 'transaction', lotBalance: 'transaction', stockMoveLot: 'transaction', materialDebt: 'transaction', debtSettlement: 'transaction', kanbanCard: 'transaction', importBatch: 'transaction',
  requisition: 'transaction', requisitionLine: 'transaction', requisitionIssue: 'transaction', requisitionStep: 'transaction', shortage: 'transaction',
  purchaseOrder: 'transaction', purchaseLine: 'transaction', purchaseReceipt: 'transaction', purchaseReceiptLine: 'transaction', vendorMark: 'transaction',
  stockDocument: 'transaction', stockDocumentLine: 'transaction', stockCount: 'transaction', stockCountLine: 'transaction', itemClass: 'transaction', itemCost: 'transaction',
  notification: 'transaction', notificationReceipt: 'transaction', approvalRequest: 'transaction', approvalDecision: 'transaction', accountingPeriod: 'transaction',
  salesOrder: 'transaction',
  salesLine: 'transaction',
  manufacturingOrder: 'transaction',
  deliveryBatch: 'transaction',
  workOrder: 'transaction',
  dailyProduction: 'transaction', paperBatch: 'transaction', paperBatchLine: 'transaction',
  downtime: 'transaction',
  sectionDayLock: 'transaction',
  workerEntry: 'transaction',
  teamDay: 'transaction',
  findingLook: 'transaction',
  badScan: 'transaction',
  attendanceSheet: 'transaction',
  attendanceLine: 'transaction',
  lateEntry: 'transaction',
  wasteEntry: 'transaction',
  ledgerReceipt: 'transaction',
  ledgerAlert: 'transaction',
  ledgerReview: 'transaction',
  stepRecord: 'transaction',
  reworkCard: 'transaction',
  reworkRound: 'transaction',
  stageHold: 'transaction',
  stageFigureValue: 'transaction',
  transfer: 'transaction',
  lineOccupancy: 'transaction',
  lineOccupant: 'transaction',
  lineClearance: 'transaction',
  gatePass: 'transaction',
  transferAlert: 'transaction',
  directorOverride: 'transaction',
  workOrderSource: 'transaction',
  materialAllocation: 'transaction',
  orderPart: 'transaction',
  orderMaterial: 'transaction',
  planningSummary: 'transaction',
  carton: 'transaction',
  finishedGoodsReceipt: 'transaction',
  finishedGoodsReceiptLine: 'transaction',
  voucherLine: 'transaction',
  invoice: 'transaction',
  invoiceLine: 'transaction',
  creditNote: 'transaction',
  pickingSession: 'transaction',
  packingSession: 'transaction',
  packingContainer: 'transaction',
  deliverySession: 'transaction',
  courierChange: 'transaction',
  invoiceReturn: 'transaction',
  invoiceBulkRun: 'transaction',
  fulfilmentDay: 'transaction',
  customerAccount: 'transaction',
  followUp: 'transaction',
  paymentAlert: 'transaction',
  attachment: 'attached',
} as const satisfies Record<Entity, Part>

/** `transactions`: a factory that tried things out begins in earnest. `everything`: also its masters; users, sections and settings stay. */
export const clearScopes = ['transactions', 'everything'] as const
export type ClearScope = (typeof clearScopes)[number]

const cleared: Readonly<Record<ClearScope, readonly Part[]>> = { transactions: ['transaction'], everything: ['transaction', 'master'] }

export function partOf(entity: Entity): Part {
  return parts[entity]
}

/** The entities of which every row goes, in no order. */
export function clearedBy(scope: ClearScope): Entity[] {
  return (Object.keys(parts) as Entity[]).filter(entity => cleared[scope].includes(parts[entity]))
}

/** The entities with a part of their own in it, for those who look at what would go. */
export const clearable: readonly Entity[] = clearedBy('everything')
