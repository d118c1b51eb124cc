import type { Decimal } from '../../shared/core/decimal.ts'
import type { Generated } from 'kysely'
import type { z } from 'zod'
import type { Ledger, VersionedEntity } from '../../shared/core/entities.ts'
import type { TargetName } from '../../shared/imports/target.ts'
import type { Fields } from '../../shared/masters/definition.ts'
import type { masterDefinitions, MasterName } from '../../shared/masters/masters.ts'
import type { ActivityKind } from '../../shared/activity/contract.ts'
import type { SessionEnd } from '../../shared/sessions/contract.ts'
import type { Numbered, Versioned } from './row-kinds.ts'
import type {
  StockMoveTable, StockBalanceTable, StockDocumentLineTable, StockDocumentTable, StockLotTable, LotBalanceTable, StockMoveLotTable, StockReservationTable, MaterialDebtTable,
  RequisitionTable, RequisitionLineTable, RequisitionIssueTable, RequisitionStepTable, ShortageTable, DebtSettlementTable, BomHeaderTable,
  ConversionEntryTable, UnitEntryTable, BomLineTable, BomVariantTable, PurchaseOrderTable, PurchaseLineTable, PurchaseReceiptTable, PurchaseReceiptLineTable,
  VendorMarkTable, CountPlanTable, StockCountTable, StockCountLineTable, ItemCostTable, ItemClassTable,
} from './stock-tables.ts'
import type { DowntimeTable, EquipmentPeriodTable } from './downtime-tables.ts'
import type { FlowPeriodTable, LedgerAlertTable, LedgerDayTable, LedgerProductionView, LedgerReceiptTable, LedgerReviewTable, LedgerSlipView, SlipPeriodTable, WasteEntryTable } from './ledger-tables.ts'
import type { ReworkCardTable, ReworkRoundTable, StageFigureValueTable, StageHoldTable, StepRecordTable } from './stage-tables.ts'
import type { CustomerAccountTable, FollowUpTable, PaymentAlertTable } from './follow-up-tables.ts'
import type {
  CourierChangeTable, CreditNoteTable, DeliverySessionTable, FulfilmentDayTable, InvoiceBulkRunTable, InvoiceLineTable, InvoiceReturnTable, InvoiceTable, PackingContainerTable, PackingSessionTable, PickingSessionTable,
} from './fulfilment-tables.ts'
import type { GatePassTable, LineClearanceTable, LineOccupancyTable, LineOccupantTable, TransferAlertTable, TransferTable } from './transfer-tables.ts'
import type { AttendanceLineTable, AttendanceSheetTable, BadScanTable, FindingLookTable, LateEntryTable, SectionDayLockTable, TeamDayTable, WorkerEntryTable } from './section-day-tables.ts'
import type { CartonTable, FinishedGoodsReceiptLineTable, FinishedGoodsReceiptTable, VoucherLineTable } from './finished-goods-tables.ts'
import type { DeliveryBatchTable, DirectorOverrideTable, ManufacturingOrderTable, OrderMaterialTable, OrderPartTable, SalesLineTable, SalesOrderTable, DailyProductionTable, MaterialAllocationTable, PaperBatchLineTable, PaperBatchTable, PlanningSummaryTable, WorkOrderSourceTable, WorkOrderTable } from './planning-tables.ts'

/**
 * The tables as handlers read and write them. Columns named `is…`, `has…`, `can…`, `must…` are booleans: SQLite keeps 0 and 1,
 * the reader and the pen convert. `createdAt` and `version` are the pen's.
 */
export type * from './stock-tables.ts'
export type * from './planning-tables.ts'
export type * from './finished-goods-tables.ts'
export type * from './downtime-tables.ts'
export type * from './ledger-tables.ts'
export type * from './follow-up-tables.ts'
export type * from './fulfilment-tables.ts'
export type * from './transfer-tables.ts'
export type * from './stage-tables.ts'
export type * from './section-day-tables.ts'

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
  endReason: Generated<SessionEnd | null>; isQuick: Generated<boolean>; isWall: Generated<boolean>
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
export interface ImportMappingTable extends Versioned { target: TargetName; name: string; columns: string; constants: string; replacements: Generated<string> }
export interface ImportBatchTable extends Versioned {
  target: TargetName; mode: 'insert' | 'update'; fileName: string; createdBy: string; status: 'STAGING' | 'STAGED' | 'APPLIED' | 'DISCARDED'
  setup: string; findings: string; parts: Generated<string>; files: Generated<string>
  rowCount: Generated<number>; newCount: Generated<number>; changedCount: Generated<number>; sameCount: Generated<number>
  faultyCount: Generated<number>; skippedCount: Generated<number>; settledBy: string | null; settledAt: string | null
}

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
  cancelledBy: string | null; cancelledAt: string | null; cancelReason: string | null; workOrderId: string | null
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
  stockDocument: StockDocumentTable; stockDocumentLine: StockDocumentLineTable
  stockLot: StockLotTable; lotBalance: LotBalanceTable; stockMoveLot: StockMoveLotTable
  requisition: RequisitionTable; requisitionLine: RequisitionLineTable; requisitionIssue: RequisitionIssueTable; requisitionStep: RequisitionStepTable; shortage: ShortageTable
  materialDebt: MaterialDebtTable; debtSettlement: DebtSettlementTable
  bomHeader: BomHeaderTable; bomLine: BomLineTable; bomVariant: BomVariantTable; conversionEntry: ConversionEntryTable; unitEntry: UnitEntryTable
  kanbanBoard: KanbanBoardTable; kanbanRule: KanbanRuleTable; kanbanCard: KanbanCardTable
  purchaseOrder: PurchaseOrderTable; purchaseLine: PurchaseLineTable; purchaseReceipt: PurchaseReceiptTable; purchaseReceiptLine: PurchaseReceiptLineTable; vendorMark: VendorMarkTable
  salesOrder: SalesOrderTable; salesLine: SalesLineTable; manufacturingOrder: ManufacturingOrderTable; deliveryBatch: DeliveryBatchTable
  directorOverride: DirectorOverrideTable
  downtime: DowntimeTable
  invoice: InvoiceTable; invoiceLine: InvoiceLineTable; creditNote: CreditNoteTable; pickingSession: PickingSessionTable; packingSession: PackingSessionTable; packingContainer: PackingContainerTable
  deliverySession: DeliverySessionTable; courierChange: CourierChangeTable; invoiceReturn: InvoiceReturnTable; invoiceBulkRun: InvoiceBulkRunTable; fulfilmentDay: FulfilmentDayTable
  customerAccount: CustomerAccountTable; followUp: FollowUpTable; paymentAlert: PaymentAlertTable
  transfer: TransferTable; lineOccupancy: LineOccupancyTable; lineOccupant: LineOccupantTable; lineClearance: LineClearanceTable; gatePass: GatePassTable; transferAlert: TransferAlertTable
  paperBatch: PaperBatchTable; paperBatchLine: PaperBatchLineTable
  stepRecord: StepRecordTable; reworkCard: ReworkCardTable; reworkRound: ReworkRoundTable; stageHold: StageHoldTable; stageFigureValue: StageFigureValueTable
  sectionDayLock: SectionDayLockTable; workerEntry: WorkerEntryTable; teamDay: TeamDayTable; findingLook: FindingLookTable; badScan: BadScanTable; attendanceSheet: AttendanceSheetTable; attendanceLine: AttendanceLineTable; lateEntry: LateEntryTable
  wasteEntry: WasteEntryTable; ledgerReceipt: LedgerReceiptTable; ledgerAlert: LedgerAlertTable; ledgerReview: LedgerReviewTable
  dailyProduction: DailyProductionTable; workOrder: WorkOrderTable; workOrderSource: WorkOrderSourceTable; materialAllocation: MaterialAllocationTable
  orderPart: OrderPartTable; orderMaterial: OrderMaterialTable; planningSummary: PlanningSummaryTable
  carton: CartonTable; finishedGoodsReceipt: FinishedGoodsReceiptTable; finishedGoodsReceiptLine: FinishedGoodsReceiptLineTable; voucherLine: VoucherLineTable
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
  batchId: string; part: string; place: number; row: number; rowCount: number; status: 'new' | 'changed' | 'same' | 'faulty' | 'skipped'
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
  ledgerDay: LedgerDayTable; ledgerProduction: LedgerProductionView; ledgerSlip: LedgerSlipView; flowPeriod: FlowPeriodTable; slipPeriod: SlipPeriodTable; equipmentPeriod: EquipmentPeriodTable
  activityEntry: ActivityEntryTable; loginFailure: LoginFailureTable; loginLock: LoginLockTable; numberCounter: NumberCounterTable
}
