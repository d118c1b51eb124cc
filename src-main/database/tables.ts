import type { Decimal } from '../../shared/core/decimal.ts'
import type { Money } from '../../shared/core/money.ts'
import type { Generated } from 'kysely'
import type { z } from 'zod'
import type { Ledger, VersionedEntity } from '../../shared/core/entities.ts'
import type { Fields } from '../../shared/masters/definition.ts'
import type { Destination } from '../../shared/masters/items.ts'
import type { ReceiptStatus } from '../../shared/purchasing/receipts.ts'
import type { OrderKind, OrderStatus } from '../../shared/purchasing/rules.ts'
import type { masterDefinitions, MasterName } from '../../shared/masters/masters.ts'
import type { ActivityKind } from '../../shared/activity/contract.ts'
import type { ConversionKind } from '../../shared/engineering/checks.ts'
import type { Efficiency, Verdict } from '../../shared/engineering/gates.ts'
import type { ApprovalState, BomKind, BomStatus, BomType, Selection, VariantKind } from '../../shared/engineering/rules.ts'
import type { AbcClass } from '../../shared/warehouse/abc.ts'
import type { CountCause, CountRhythm, CountStatus } from '../../shared/warehouse/count-rules.ts'
import type { DebtRisk } from '../../shared/warehouse/debt-rules.ts'
import type { RequisitionStatus } from '../../shared/warehouse/requisition-rules.ts'
import type { SessionEnd } from '../../shared/sessions/contract.ts'

/**
 * The tables as handlers read and write them. Columns named `is…`, `has…`, `can…`, `must…` are booleans: SQLite keeps 0 and 1,
 * the reader and the pen convert. `createdAt` and `version` are the pen's.
 */
interface Versioned { id: string; version: Generated<number>; createdAt: Generated<string> }
interface Numbered { seq: Generated<number>; at: Generated<string> }

export interface SiteTable extends Versioned {
  name: string; address: Generated<string>; phone: Generated<string>; timeZone: Generated<string>
  currency: Generated<string>; currencyPlaces: Generated<number>; headLines: Generated<string>; logoId: Generated<string | null>; epoch: string; isDemo: Generated<boolean>; isReady: Generated<boolean>
  isTraining: Generated<boolean>
}
export interface SettingTable extends Versioned { value: string }

export interface RoleTable extends Versioned { name: string; level: number; sections: 'all' | 'own'; canSeeCost: Generated<boolean>; isHidden: Generated<boolean>; isActive: Generated<boolean>; hasAllMenus: Generated<boolean>; canSwitchQuickly: Generated<boolean> }
export interface RoleGrantTable extends Versioned { roleId: string; permission: string }
export interface UserTable extends Versioned {
  username: string; fullName: string; roleId: string; sectionId: string | null; language: Generated<'id' | 'en'>; canSeeCost: Generated<boolean>
  passwordHash: string; mustChangePassword: Generated<boolean>; isActive: Generated<boolean>; lastLoginAt: string | null
  email: Generated<string | null>; phone: Generated<string | null>; jobTitleId: Generated<string | null>; sections: Generated<'all' | 'own' | null>
  createdBy: Generated<string | null>; passwordChangedAt: Generated<string | null>; activatedAt: Generated<string | null>
}
export interface JobTitleTable extends Versioned { title: string; sectionId: string; isActive: Generated<boolean> }
export interface PasswordRecordTable extends Versioned { userId: string; passwordHash: string }
export interface MenuItemTable extends Versioned {
  code: string; name: string; nameEnglish: string; path: string | null; parentId: string | null; position: number; isActive: Generated<boolean>
}
export interface UserMenuTable extends Versioned { userId: string; menuItemId: string; assignedBy: string }
export interface RoleMenuTable extends Versioned { roleId: string; menuItemId: string }
/** `sections`: ids, as JSON. */
export interface PermissionGrantTable extends Versioned {
  userId: string; permission: string; sections: Generated<string>; grantedBy: string; reason: string; expiresAt: string; revokedAt: string | null; revokedBy: string | null
}
export interface UserSectionTable extends Versioned { userId: string; sectionId: string }
export interface SessionTable extends Versioned {
  userId: string; tokenHash: string; deskId: string; ip: string; userAgent: Generated<string>; lastSeenAt: string; expiresAt: string; endedAt: string | null
  endReason: Generated<SessionEnd | null>; isQuick: Generated<boolean>
}
export interface DeskTable extends Versioned { name: string; place: Generated<string>; isShared: Generated<boolean> }

export interface OperatorPassTable extends Versioned { userId: string; pinHash: string | null; badgeHash: string | null }
/** `permissions` and `sections` as JSON; `sections` is `"all"` or ids. */
export interface ApiKeyTable extends Versioned {
  name: string; keyHash: string; keyStart: string; userId: string; permissions: string; sections: string; canSeeCost: boolean; expiresAt: string
  lastUsedAt: string | null; revokedAt: string | null; revokedBy: string | null
  /** Until a Superadmin lets it work again. */
  suspendedAt: Generated<string | null>
}

/** A master's table, as its definition has it: what may be left out when it is entered has a default. */
type MasterTable<M extends { readonly fields: Fields }> = Versioned & { attributes: Generated<string>; isActive: Generated<boolean> } & {
  -readonly [K in keyof M['fields']]: undefined extends z.input<M['fields'][K]['entry']> ? Generated<Kept<M['fields'][K]>> : Kept<M['fields'][K]>
}
type Kept<F extends Fields[string]> = Exclude<z.output<F['kept']>, undefined>
type MasterTables = { [M in (typeof masterDefinitions)[MasterName] as M['entity']]: MasterTable<M> }
export type LocationTable = MasterTables['location']
export type ItemTable = MasterTables['item']
export type AttributeKind = 'text' | 'decimal' | 'integer' | 'boolean' | 'day' | 'choice'
export interface AttributeDefinitionTable extends Versioned {
  entity: string; name: string; labelIndonesian: string; labelEnglish: string; kind: AttributeKind; choices: Generated<string>
  isRequired: Generated<boolean>; position: Generated<number>; isActive: Generated<boolean>
}
export interface SavedViewTable extends Versioned { userId: string; list: string; name: string; state: string }
export interface AttachmentTable extends Versioned {
  entity: string; entityId: string; sectionId: string | null; name: string; mediaType: string; size: number; sha256: string; previewSha256: string | null; createdBy: string
  isRemoved: Generated<boolean>
}
export interface ImportMappingTable extends Versioned { target: string; name: string; columns: string; constants: string; replacements: Generated<string> }
export interface ImportBatchTable extends Versioned {
  target: string; mode: 'insert' | 'update'; fileName: string; createdBy: string; status: 'STAGING' | 'STAGED' | 'APPLIED' | 'DISCARDED'
  setup: string; findings: string; parts: Generated<string>
  rowCount: Generated<number>; newCount: Generated<number>; changedCount: Generated<number>; sameCount: Generated<number>
  faultyCount: Generated<number>; skippedCount: Generated<number>; settledBy: string | null; settledAt: string | null
}

export type StockMoveKind = 'OPENING' | 'RECEIPT' | 'ISSUE' | 'TRANSFER' | 'ADJUSTMENT'
export interface StockMoveTable extends Numbered {
  postingDay: string; itemId: string; quantity: Decimal; fromLocationId: string; toLocationId: string; kind: StockMoveKind
  documentEntity: string | null; documentId: string | null; documentNumber: string | null; reverses: number | null; note: Generated<string>; createdBy: string
  /** What its lots do not make up was taken on this debt. */
  debtId: Generated<string | null>
  averageCost: Decimal | null
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

export interface MaterialDebtTable extends Versioned {
  number: string; itemId: string; locationId: string; sectionId: string; workOrderNumber: Generated<string>; required: Decimal; quantity: Decimal; issued: Generated<Decimal>; settled: Generated<Decimal>
  reason: string; requestedBy: string; dueDay: string; approvedAt: string | null; approvedDay: string | null; purchaseOrderNumber: Generated<string>
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
  reportedBy: string; handledBy: string | null; handledAt: string | null; handling: string | null
}
/** Negative where a settlement was given back. */
export interface DebtSettlementTable extends Numbered { debtId: string; issueSeq: number; receiptSeq: number; lotId: string; quantity: Decimal; createdBy: string }
export interface BomHeaderTable extends Versioned {
  itemId: string; kind: BomKind; bomType: Generated<BomType>; sectionId: string | null; revision: number; outputQuantity: Decimal; laborHours: Generated<Decimal>; status: BomStatus
  hasMultiMaterial: Generated<boolean>; reference: Generated<string>; revisionReason: Generated<string>; revisedBy: string; revisedDay: string
}
export interface ConversionEntryTable extends Numbered {
  kind: ConversionKind; day: string; sectionId: string; itemId: string; componentItemId: string | null; pieces: Decimal; quantity: Decimal; unitId: string; factor: string; expected: Decimal; actual: Decimal
  variancePercent: Decimal; verdict: Verdict; efficiency: Efficiency; reason: string; documentEntity: string | null; documentId: string | null; documentNumber: string | null; settles: number | null
  approvedBy: string | null; createdBy: string
}
export interface BomLineTable extends Versioned {
  bomHeaderId: string; componentItemId: string; quantity: Decimal; unitId: string; wastagePercent: Generated<Decimal>; selection: Generated<Selection>; position: Generated<number>
}
export interface BomVariantTable extends Versioned {
  bomLineId: string; itemId: string; kind: VariantKind; sequence: number; quantityVariancePercent: Generated<Decimal>; weight: Generated<Decimal>; leadTimeDays: Generated<number>
  costVariance: Decimal | null; approval: Generated<ApprovalState>; decidedBy: string | null
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
  receiptId: string; lineId: string; itemId: string; quantity: Decimal; stockQuantity: Decimal; moveSeq: number; lotId: string
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
  secondCounterId: string | null; secondDoneAt: string | null; postedBy: string | null; postedAt: string | null; postedDay: string | null
  cancelledBy: string | null; cancelledAt: string | null; cancelReason: string | null
}
export interface StockCountLineTable extends Versioned {
  countId: string; sectionId: string | null; itemId: string; locationId: string; lotId: string | null; inBooks: Decimal; firstCount: Decimal | null; firstAt: string | null
  secondCount: Decimal | null; secondAt: string | null; recount: Decimal | null; recountBy: string | null; recountAt: string | null; cause: CountCause | null
}
export interface ItemCostTable extends Versioned { itemId: string; quantity: Decimal; worth: Money | null }
export interface ItemClassTable extends Versioned { itemId: string; abcClass: AbcClass; movedValue: Money }

export interface KanbanBoardTable extends Versioned {
  sectionId: string; supplySectionId: string; supplyLocationId: string; storeLocationId: string; maximumPending: number; maximumInProgress: number
  hasAutoApproval: boolean; autoApprovalThreshold: Decimal; hasNoticeOnNew: boolean; hasNoticeOnApproval: boolean; hasNoticeOnFulfilment: boolean
  isActive: Generated<boolean>
}
export type Priority = 'LOW' | 'NORMAL' | 'HIGH' | 'URGENT'
export interface KanbanRuleTable extends Versioned {
  sectionId: string; itemId: string; reorderPoint: Decimal; orderQuantity: Decimal; priority: Priority; leadDays: number; isActive: Generated<boolean>
}
export type CardStatus = 'PLANNED' | 'PENDING' | 'APPROVED' | 'IN_PROGRESS' | 'COMPLETED' | 'CANCELLED'
export interface KanbanCardTable extends Versioned {
  number: string; sectionId: string; itemId: string; quantity: Decimal; fulfilled: Generated<Decimal>; priority: Priority; status: CardStatus
  neededBy: string; notes: Generated<string>; isAutomatic: Generated<boolean>; reorderPoint: Decimal | null; requestedBy: string
  approvedBy: string | null; approvedAt: string | null; completedBy: string | null; completedAt: string | null; completedDay: string | null
  cancelledBy: string | null; cancelledAt: string | null; cancelReason: string | null
}

export type Severity = 'INFO' | 'WARNING' | 'CRITICAL'
export interface NotificationTable extends Versioned {
  kind: string; severity: Severity; params: Generated<string>; entity: string | null; entityId: string | null; audience: string
}
export interface NoticeChoiceTable extends Versioned { userId: string; kind: string; hasSound: boolean; hasDesktopNotice: boolean }
export interface NotificationReceiptTable extends Versioned { notificationId: string; userId: string; readAt: string | null; acknowledgedAt: string | null }

export interface ReportExportTable extends Numbered {
  report: string; format: string; language: 'id' | 'en'; filters: string; rowCount: number; fileName: string; createdBy: string
}

export interface RestoreDrillTable extends Numbered {
  backupName: string | null; backupAt: string | null; isSound: boolean; problem: string; size: number; milliseconds: number
}
/** The spine's books that are emptied after their time. */
export type Book = 'auditEntry' | 'securityEvent' | 'event'
export interface PurgeTable extends Numbered {
  book: Book; fromSeq: number; throughSeq: number; rowCount: number; file: string | null; sha256: string | null; lastHash: string | null; year: number | null; createdBy: string
}
export interface UnlockingTable extends Numbered { lock: string; lockedUntil: string | null; reason: string; createdBy: string }

export interface SupportBundleTable extends Numbered { fileName: string; size: number; createdBy: string }

export interface DocumentFormTable extends Versioned { paper: 'A4' | 'LETTER' | 'FOLIO'; orientation: 'AUTO' | 'PORTRAIT' | 'LANDSCAPE'; footer: Generated<string>; signatures: string | null }
export interface AccountingPeriodTable extends Versioned { status: 'OPEN' | 'CLOSED'; reason: Generated<string>; changedBy: string; changedAt: string }
export interface ApprovalChainTable extends Versioned { steps: string }
export interface ApprovalRequestTable extends Versioned {
  number: string; kind: string; entity: string; entityId: string; topic: Generated<string>; sectionId: string | null; requestedBy: string; reason: string; subject: string; lines: string
  before: string; change: string; steps: string; step: number; stepSince: string; status: 'PENDING' | 'APPROVED' | 'REJECTED' | 'CANCELLED' | 'REVERTED'; settledAt: string | null
}
export interface ApprovalDecisionTable extends Numbered {
  requestId: string; step: number; verdict: 'APPROVED' | 'REJECTED'; decidedBy: string; rightOf: string | null; note: Generated<string>
}
export interface ApprovalDelegationTable extends Versioned {
  userId: string; delegateId: string; fromDay: string; toDay: string; reason: string; endedAt: string | null
}

export interface BackupCopyTable extends Numbered { backup: string; folder: string; size: number; createdBy: string }
export interface DataRestoreTable extends Numbered {
  backup: string; backupAt: string; backupAuditSeq: number; epoch: string; replacedSeq: number | null; replacedHash: string | null; keptIn: string
}

/** What the pen writes: one table an entity. */
export interface EntityTables extends MasterTables, Record<Exclude<VersionedEntity, keyof MasterTables>, Versioned>, Record<Ledger, Numbered> {
  site: SiteTable; setting: SettingTable
  role: RoleTable; roleGrant: RoleGrantTable; user: UserTable; userSection: UserSectionTable; session: SessionTable; desk: DeskTable; operatorPass: OperatorPassTable; apiKey: ApiKeyTable
  savedView: SavedViewTable; attachment: AttachmentTable; attributeDefinition: AttributeDefinitionTable
  permissionGrant: PermissionGrantTable; menuItem: MenuItemTable; userMenu: UserMenuTable; roleMenu: RoleMenuTable
  jobTitle: JobTitleTable; passwordRecord: PasswordRecordTable
  importMapping: ImportMappingTable; importBatch: ImportBatchTable
  stockMove: StockMoveTable; stockBalance: StockBalanceTable; stockReservation: StockReservationTable
  countPlan: CountPlanTable; stockCount: StockCountTable; stockCountLine: StockCountLineTable; itemClass: ItemClassTable; itemCost: ItemCostTable
  stockLot: StockLotTable; lotBalance: LotBalanceTable; stockMoveLot: StockMoveLotTable
  requisition: RequisitionTable; requisitionLine: RequisitionLineTable; requisitionIssue: RequisitionIssueTable; requisitionStep: RequisitionStepTable; shortage: ShortageTable
  materialDebt: MaterialDebtTable; debtSettlement: DebtSettlementTable
  bomHeader: BomHeaderTable; bomLine: BomLineTable; bomVariant: BomVariantTable; conversionEntry: ConversionEntryTable
  kanbanBoard: KanbanBoardTable; kanbanRule: KanbanRuleTable; kanbanCard: KanbanCardTable
  purchaseOrder: PurchaseOrderTable; purchaseLine: PurchaseLineTable; purchaseReceipt: PurchaseReceiptTable; purchaseReceiptLine: PurchaseReceiptLineTable; vendorMark: VendorMarkTable
  notification: NotificationTable; notificationReceipt: NotificationReceiptTable; reportExport: ReportExportTable; supportBundle: SupportBundleTable
  restoreDrill: RestoreDrillTable
  accountingPeriod: AccountingPeriodTable; documentForm: DocumentFormTable
  approvalChain: ApprovalChainTable; approvalRequest: ApprovalRequestTable; approvalDecision: ApprovalDecisionTable; approvalDelegation: ApprovalDelegationTable
  backupCopy: BackupCopyTable; dataRestore: DataRestoreTable
  noticeChoice: NoticeChoiceTable; purge: PurgeTable; unlocking: UnlockingTable
}

/** The spine's own books, written by core and engines beside the pen. */
export interface EventTable { seq: number; at: string; entity: string; entityId: string; sectionId: string | null; userId: string | null }
export interface AuditEntryTable {
  seq: number; at: string; userId: string; userName: string; role: string; sessionId: string | null; deskId: string | null; ip: string | null
  action: string; module: string; procedure: string; entity: string | null; entityId: string | null; before: string | null; after: string | null
  reason: string | null; replayKey: string | null; previousHash: string; hash: string
}
export interface SecurityEventTable {
  seq: Generated<number>; at: string; kind: string; severity: Severity; userId: string | null; usernameAttempted: string | null
  deskId: string | null; ip: string | null; detail: string; count: Generated<number>; until: string | null
}
export interface ImportFileTable { id: string; at: string; userId: string; path: string; name: string; size: number }
export interface ImportRowTable {
  batchId: string; row: number; status: 'new' | 'changed' | 'same' | 'faulty' | 'skipped'; foldedInto: number | null
  entityId: string | null; entityVersion: number | null; cells: string; decision: string; fields: string; before: string; issues: string
}
export interface ImportPartRowTable {
  batchId: string; part: string; row: number; rowCount: number; status: 'new' | 'changed' | 'same' | 'faulty' | 'skipped'
  entityId: string | null; entityVersion: number | null; fields: string; before: string; issues: string
}
export interface ActivityEntryTable {
  seq: Generated<number>; sessionId: string; entry: string; at: string; userId: string; deskId: string; kind: ActivityKind; subject: Generated<string>; seconds: number | null
}
export interface LoginFailureTable { seq: Generated<number>; at: string; account: string; deskId: string; ip: string }
export interface LoginLockTable { id: string; until: string }
export interface NumberCounterTable { series: string; period: string; last: number }

export interface Tables extends EntityTables {
  event: EventTable; auditEntry: AuditEntryTable; securityEvent: SecurityEventTable; importFile: ImportFileTable; importRow: ImportRowTable; importPartRow: ImportPartRowTable
  activityEntry: ActivityEntryTable; loginFailure: LoginFailureTable; loginLock: LoginLockTable; numberCounter: NumberCounterTable
}
