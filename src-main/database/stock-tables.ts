import type { Decimal } from '../../shared/core/decimal.ts'
import type { Money } from '../../shared/core/money.ts'
import type { Generated } from 'kysely'
import type { Destination } from '../../shared/masters/items.ts'
import type { ReceiptStatus } from '../../shared/purchasing/receipts.ts'
import type { OrderKind, OrderStatus } from '../../shared/purchasing/rules.ts'
import type { Efficiency, Verdict } from '../../shared/engineering/gates.ts'
import type { ApprovalState, BomKind, BomStatus, BomType, Selection, VariantKind } from '../../shared/engineering/rules.ts'
import type { AbcClass } from '../../shared/warehouse/abc.ts'
import type { CountCause, CountRhythm, CountStatus } from '../../shared/warehouse/count-rules.ts'
import type { DocumentKind, DocumentStatus } from '../../shared/warehouse/document-rules.ts'
import type { IssuePurpose } from '../../shared/warehouse/rules.ts'
import type { DebtRisk } from '../../shared/warehouse/debt-rules.ts'
import type { RequisitionStatus } from '../../shared/warehouse/requisition-rules.ts'
import type { Numbered, Versioned } from './row-kinds.ts'

/** The tables of stock and of what moves it: lots, debts, requisitions, BOMs, purchases, counts. As in `tables.ts`. */

export type StockMoveKind = 'OPENING' | 'RECEIPT' | 'ISSUE' | 'TRANSFER' | 'ADJUSTMENT'
export interface StockMoveTable extends Numbered {
  postingDay: string; itemId: string; quantity: Decimal; fromLocationId: string; toLocationId: string; kind: StockMoveKind
  documentEntity: string | null; documentId: string | null; documentNumber: string | null; reverses: number | null; note: Generated<string>; createdBy: string
  /** What its lots do not make up was taken on this debt. */
  debtId: Generated<string | null>
  averageCost: Decimal | null
  /** What the goods were taken for. */
  workOrderId: Generated<string | null>
}
/** `owed` is what was taken on approved debts and not settled: `onHand` is what the lots hold, less that. */
export interface StockBalanceTable extends Versioned {
  itemId: string; locationId: string; sectionId: string | null; onHand: Decimal; reserved: Decimal; owed: Generated<Decimal>; lastMoveAt: string
  lastInDay: string | null
}
export interface StockLotTable extends Versioned {
  itemId: string; code: string; receivedAt: string; receivedDay: string; expiresOn: string | null; supplierLot: string; partnerId: string | null
  unitCost: Decimal | null; documentEntity: string | null; documentId: string | null; documentNumber: string | null; notes: string
}
export interface LotBalanceTable extends Versioned {
  lotId: string; itemId: string; locationId: string; sectionId: string | null; onHand: Decimal; reserved: Decimal; carried: Decimal
}
export interface StockMoveLotTable extends Numbered { moveSeq: number; lotId: string; quantity: Decimal; unitCost: Decimal | null }
export interface StockReservationTable extends Versioned {
  itemId: string; locationId: string; lotId: string; sectionId: string | null; quantity: Decimal; documentEntity: string; documentId: string; documentNumber: string | null
}

/** `sectionIds` is a JSON list: the sections of the places it touches. */
export interface StockDocumentTable extends Versioned {
  number: string; kind: DocumentKind; status: Generated<DocumentStatus>; fromLocationId: string | null; toLocationId: string | null; issuedFor: IssuePurpose | null; partnerId: string | null
  reference: string; notes: string; sectionIds: string; lineChanges: Generated<number>; createdBy: string; postedBy: string | null; postedAt: string | null; postedDay: string | null
  reversedBy: string | null; reversedAt: string | null; reverseReason: string | null
}
export interface StockDocumentLineTable extends Versioned {
  documentId: string; position: number; itemId: string; lotId: string | null; unitId: string; quantity: Decimal; fromLocationId: string | null; toLocationId: string | null; note: string
  supplierLot: string; expiresOn: string | null; unitCost: Decimal | null; inBooks: Decimal | null; stockQuantity: Decimal | null; moveSeq: number | null; workOrderId: string | null
}

export interface MaterialDebtTable extends Versioned {
  number: string; itemId: string; locationId: string; sectionId: string; workOrderNumber: Generated<string>; required: Decimal; quantity: Decimal; issued: Generated<Decimal>; settled: Generated<Decimal>
  reason: string; requestedBy: string; dueDay: string; approvedAt: string | null; approvedDay: string | null; purchaseOrderNumber: Generated<string>; purchaseOrderId: Generated<string | null>
  estimatedCost: Money | null; rushCost: Money | null; writtenOffAt: string | null; writtenOffBy: string | null; writeOffReason: string | null
}
export interface RequisitionTable extends Versioned {
  number: string; sectionId: string; supplyLocationId: string; storeLocationId: string | null; status: RequisitionStatus; neededBy: string; purpose: string; workOrderNumber: string
  requestedBy: string; handOvers: Generated<number>
}
export interface RequisitionLineTable extends Versioned { requisitionId: string; sectionId: string; position: number; itemId: string; quantity: Decimal; issued: Generated<Decimal> }
export interface RequisitionIssueTable extends Versioned {
  requisitionId: string; requisitionLineId: string; sectionId: string; moveSeq: number; quantity: Decimal; issuedBy: string; receivedBy: string | null; receivedAt: string | null; reversedAt: string | null
}
export interface RequisitionStepTable extends Numbered { requisitionId: string; fromStatus: RequisitionStatus | null; toStatus: RequisitionStatus; note: string; createdBy: string }
export interface ShortageTable extends Versioned {
  number: string; sectionId: string; itemId: string; locationId: string; required: Decimal; available: Decimal; severity: DebtRisk; note: string; workOrderNumber: string
  day: string; reportedBy: string; handledBy: string | null; handledAt: string | null; handling: string | null
}
/** Negative where a settlement was given back. */
export interface DebtSettlementTable extends Numbered { debtId: string; issueSeq: number; receiptSeq: number; lotId: string; quantity: Decimal; createdBy: string }
export interface BomHeaderTable extends Versioned {
  itemId: string; kind: BomKind; bomType: Generated<BomType>; sectionId: string | null; revision: number; outputQuantity: Decimal; laborHours: Generated<Decimal>; status: BomStatus
  subcontractorId: string | null; reference: Generated<string>; revisionReason: Generated<string>; revisedBy: string; revisedDay: string
}
export interface ConversionEntryTable extends Numbered {
  kind: 'CONSUMPTION'; day: string; sectionId: string; itemId: string; componentItemId: string | null; pieces: Decimal; quantity: Decimal; unitId: string; factor: string; expected: Decimal; actual: Decimal
  variancePercent: Decimal; verdict: Verdict; efficiency: Efficiency; reason: string; documentEntity: string | null; documentId: string | null; documentNumber: string | null; settles: number | null
  approvedBy: string | null; createdBy: string; isByStores: Generated<boolean>
}
export interface UnitEntryTable extends Numbered {
  day: string; sectionId: string | null; itemId: string; quantity: Decimal; unitId: string; factor: string; expected: Decimal; actual: Decimal; variancePercent: Decimal
  documentEntity: string; documentId: string; documentNumber: string; approvedBy: string | null; createdBy: string
}
export interface BomLineTable extends Versioned {
  bomHeaderId: string; componentItemId: string; quantity: Decimal; unitId: string; wastagePercent: Generated<Decimal>; selection: Generated<Selection>; position: Generated<number>
}
export interface BomVariantTable extends Versioned {
  bomLineId: string; itemId: string; kind: VariantKind; sequence: number; quantityVariancePercent: Generated<Decimal>; weight: Generated<Decimal>; leadTimeDays: Generated<number>
  costVariance: Decimal | null; approval: Generated<ApprovalState>; addedBy: string | null; decidedBy: string | null
}

export interface PurchaseOrderTable extends Versioned {
  number: string; kind: OrderKind; status: OrderStatus; partnerId: string; orderDay: string; expectedDay: string; articleId: string | null; articleQuantity: Decimal | null
  sourceOrderId: string | null; week: string | null; destination: Destination | null; total: Generated<Money>; lineChanges: Generated<number>; notes: string; createdBy: string
  approvedBy: Generated<string | null>; approvedAt: Generated<string | null>; sentBy: Generated<string | null>; sentAt: Generated<string | null>
  closedBy: Generated<string | null>; closedAt: Generated<string | null>; closeReason: Generated<string | null>
  cancelledBy: Generated<string | null>; cancelledAt: Generated<string | null>; cancelReason: Generated<string | null>
}
export interface PurchaseLineTable extends Versioned {
  orderId: string; position: number; itemId: string; unitId: string; quantity: Decimal; unitPrice: Generated<Decimal | null>; neededDay: string | null; received: Generated<Decimal>; notes: string
}
export interface PurchaseReceiptTable extends Versioned {
  number: string; orderId: string; partnerId: string; locationId: string; status: ReceiptStatus; receivedDay: string; dueDay: string; deliveryNote: string; notes: string
  createdBy: string; reversedBy: Generated<string | null>; reversedAt: Generated<string | null>; reverseReason: Generated<string | null>
}
export interface PurchaseReceiptLineTable extends Versioned {
  receiptId: string; lineId: string; itemId: string; quantity: Decimal; stockQuantity: Decimal; moveSeq: number; lotId: string; locationId: string
}
export interface VendorMarkTable extends Versioned {
  partnerId: string; month: string; quality: Decimal; price: Decimal; responsiveness: Decimal; flexibility: Decimal; notes: string
}

/** `locationIds`, `categories` and `abcClasses` are JSON. */
export interface CountPlanTable extends Versioned {
  name: string; rhythm: CountRhythm; locationIds: string; categories: string; abcClasses: string; countedOn: string | null; isActive: Generated<boolean>
}
export interface StockCountTable extends Versioned {
  number: string; planId: string | null; sectionId: string | null; rhythm: CountRhythm; locationIds: string; categories: string; abcClasses: string; isOnPaper: boolean
  notes: string; status: CountStatus; createdBy: string; startedAt: string | null; frozenUntil: string | null; firstCounterId: string | null; firstDoneAt: string | null
  secondCounterId: string | null; secondDoneAt: string | null; firstNamed: string; secondNamed: string; postedBy: string | null; postedAt: string | null; postedDay: string | null
  cancelledBy: string | null; cancelledAt: string | null; cancelReason: string | null; reversedBy: string | null; reversedAt: string | null; reverseReason: string | null
}
export interface StockCountLineTable extends Versioned {
  countId: string; sectionId: string | null; itemId: string; locationId: string; lotId: string | null; inBooks: Decimal; firstCount: Decimal | null; firstAt: string | null
  secondCount: Decimal | null; secondAt: string | null; recount: Decimal | null; recountBy: string | null; recountAt: string | null; cause: CountCause | null
  moveSeq: number | null; firstBy: string | null; secondBy: string | null
}
export interface ItemCostTable extends Versioned { itemId: string; quantity: Decimal; worth: Money | null }
export interface ItemClassTable extends Versioned { itemId: string; abcClass: AbcClass; movedValue: Money }
