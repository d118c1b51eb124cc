import type { Generated } from 'kysely'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { Money } from '../../shared/core/money.ts'
import type { bulkTargets } from '../../shared/fulfilment/bulk.ts'
import type {
  BillingStatus,
  ContainerKind,
  CounterMode,
  DeliveryKind,
  DeliveryStatus,
  InvoicePriority,
  InvoiceStatus,
  PackingStatus,
  PickingStatus,
  Proof,
  ReturnSection,
} from '../../shared/fulfilment/rules.ts'
import type { Versioned } from './row-kinds.ts'

/** Who has or had it in hand, and how its delivery stands, are those of the newest session of each stage. */
export interface InvoiceTable extends Versioned {
  number: string
  day: string
  customerId: string
  salesmanId: string | null
  status: Generated<InvoiceStatus>
  statusSince: string
  billingStatus: Generated<BillingStatus>
  priority: Generated<InvoicePriority>
  total: Money
  statedTotal: Money | null
  isTotalDifferent: Generated<boolean>
  lineCount: number
  pieceCount: number
  creator: Generated<string>
  createdBy: string
  temporaryName: Generated<string>
  remarks: Generated<string>
  isOnHold: Generated<boolean>
  holdReason: Generated<string | null>
  isSelfBoxing: Generated<boolean>
  isExpress: Generated<boolean>
  pickerId: Generated<string | null>
  packerId: Generated<string | null>
  assigneeId: Generated<string | null>
  deliveryStatus: Generated<DeliveryStatus | null>
  seriesPrefix: string | null
  seriesCount: number | null
}
export interface InvoiceLineTable extends Versioned {
  invoiceId: string
  position: number
  name: string
  itemCode: string
  itemId: string | null
  barcode: Generated<string>
  invoicedQuantity: number
  pickedQuantity: Generated<number | null>
  mrp: Decimal
  companyName: Generated<string>
  packing: Generated<string>
  shelfLocation: Generated<string>
  batchNumber: Generated<string>
  expiresOn: string | null
  remarks: Generated<string>
  isCharge: Generated<boolean>
}
/** `lines` as JSON. */
export interface CreditNoteTable extends Versioned {
  number: string
  day: string
  customerId: string
  total: Money
  lines: string
  invoiceId: string | null
  createdBy: string
}
/** `selectedLines` as JSON: ids. */
export interface PickingSessionTable extends Versioned {
  invoiceId: string
  pickerId: string
  status: PickingStatus
  startedAt: string
  endedAt: Generated<string | null>
  notes: Generated<string>
  selectedLines: Generated<string>
  roundId: Generated<string | null>
  proof: Proof
  cancelReason: Generated<string | null>
  cancelledBy: Generated<string | null>
  isCompleted: Generated<boolean>
  waitingSince: Generated<string | null>
  waitedSeconds: Generated<number>
}
export interface PackingSessionTable extends Versioned {
  invoiceId: string
  status: PackingStatus
  checkerId: Generated<string | null>
  checkingStartedAt: Generated<string | null>
  checkingEndedAt: Generated<string | null>
  packerId: Generated<string | null>
  startedAt: Generated<string | null>
  endedAt: Generated<string | null>
  notes: Generated<string>
  selectedLines: Generated<string>
  isHeldForConsolidation: Generated<boolean>
  heldBy: Generated<string | null>
  labelCount: Generated<number>
  courierId: Generated<string | null>
  boxingGroupId: Generated<string | null>
  proof: Proof
  cancelReason: Generated<string | null>
  cancelledBy: Generated<string | null>
  releasedBy: Generated<string | null>
  isCompleted: Generated<boolean>
  waitingSince: Generated<string | null>
  waitedSeconds: Generated<number>
  packedAt: Generated<string | null>
  boxerId: Generated<string | null>
  boxingProof: Generated<Extract<Proof, 'SCAN' | 'MANUAL'> | null>
}
/** `contents` as JSON: so much of which line. */
export interface PackingContainerTable extends Versioned {
  invoiceId: string
  packingSessionId: string
  kind: ContainerKind
  trayId: string | null
  code: string
  contents: string
  sealedAt: Generated<string | null>
  sealedBy: Generated<string | null>
  isInUse: Generated<boolean>
}
/** `boxWeights` as JSON: decimal texts. */
export interface DeliverySessionTable extends Versioned {
  invoiceId: string
  kind: DeliveryKind
  status: DeliveryStatus
  dispatchedBy: string
  dispatchedAt: Generated<string | null>
  assigneeId: Generated<string | null>
  deliveredBy: Generated<string | null>
  startedAt: string
  endedAt: Generated<string | null>
  courierId: Generated<string | null>
  courierName: Generated<string | null>
  trackingNumber: Generated<string>
  counterMode: Generated<CounterMode | null>
  pickupName: Generated<string>
  pickupPhone: Generated<string>
  pickupCompany: Generated<string>
  pickupCode: Generated<string>
  latitude: Generated<number | null>
  longitude: Generated<number | null>
  accuracy: Generated<number | null>
  address: Generated<string>
  boxWeights: Generated<string>
  slipAttachmentId: Generated<string | null>
  notes: Generated<string>
  proof: Proof
  cancelReason: Generated<string | null>
  cancelledBy: Generated<string | null>
  papersBy: Generated<string | null>
}
export interface CourierChangeTable extends Versioned {
  deliverySessionId: string
  fromCourierName: string
  toCourierName: string
  reason: string
  changedBy: string
}
export interface InvoiceReturnTable extends Versioned {
  invoiceId: string
  reason: string
  section: ReturnSection
  returnedBy: string
  resolvedAt: Generated<string | null>
  resolvedBy: Generated<string | null>
  resolution: Generated<string | null>
}
/** `snapshot` as JSON. */
export interface InvoiceBulkRunTable extends Versioned {
  fromDay: string
  toDay: string
  toStatus: (typeof bulkTargets)[number]
  reason: string
  doneBy: string
  doneCount: number
  refusedCount: number
  snapshot: string
}
export interface FulfilmentDayTable extends Versioned {
  day: string
  holdInvoices: number
}
