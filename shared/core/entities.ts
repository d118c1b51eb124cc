import type { Permission } from './permissions.ts'

/**
 * What the host keeps, one name everywhere: table, audit, events, `reads`, `writes`.
 * - `view`: who may hear that a row changed and read its history; `null` = only the user in the row's `userId`. `any-session`: everybody hears
 *   that it changed; who may read it is its own module's matter.
 * - `scope`: the column that narrows who may see a row. A row whose column is null concerns everyone who may view the entity.
 * - `secret`: columns masked in the audit. `cost`: columns shown only to those who may see costs.
 * - `quiet`: columns whose change alone is no news: neither audited nor announced (a session's last sign of life).
 * - `unaudited`: announced but not audited: a notice is the consequence of an audited change, not one itself.
 * - `ledger`: numbered by `seq` and append-only, instead of `id` and `version`.
 */
export interface EntityDefinition {
  readonly view: Permission | 'any-session' | null
  readonly scope?: 'sectionId' | 'userId'
  readonly secret?: readonly string[]
  readonly cost?: readonly string[]
  readonly quiet?: readonly string[]
  readonly unaudited?: true
  readonly ledger?: true
}

export const entities = {
  site: { view: 'settings.view' },
  setting: { view: 'settings.view' },
  role: { view: 'identity.view' },
  roleGrant: { view: 'identity.view' },
  permissionGrant: { view: 'identity.view' },
  menuItem: { view: 'identity.view' },
  userMenu: { view: null, scope: 'userId' },
  roleMenu: { view: 'identity.view' },
  jobTitle: { view: 'identity.view' },
  passwordRecord: { view: null, secret: ['passwordHash'] },
  user: { view: 'identity.view', secret: ['passwordHash'], quiet: ['lastLoginAt'] },
  userSection: { view: 'identity.view' },
  apiKey: { view: 'identity.view', secret: ['keyHash'], quiet: ['lastUsedAt'] },
  desk: { view: 'identity.view' },
  operatorPass: { view: 'identity.view', secret: ['pinHash', 'badgeHash'] },
  session: { view: 'identity.view', secret: ['tokenHash'], quiet: ['lastSeenAt'] },
  unit: { view: 'masters.view' },
  section: { view: 'masters.view' },
  location: { view: 'masters.view' },
  item: { view: 'masters.view', cost: ['unitCost'] },
  productionLine: { view: 'masters.view' },
  partner: { view: 'masters.view' },
  customer: { view: 'masters.view' },
  salesman: { view: 'masters.view' },
  worker: { view: 'masters.view' },
  machine: { view: 'masters.view', cost: ['costPerHour'] },
  workCalendar: { view: 'masters.view' },
  workShift: { view: 'masters.view' },
  holiday: { view: 'masters.view' },
  targetRule: { view: 'masters.view' },
  unitConversion: { view: 'masters.view' },
  productionStage: { view: 'masters.view' },
  productionRoute: { view: 'masters.view' },
  routeStep: { view: 'masters.view' },
  stageBuffer: { view: 'masters.view' },
  processFlowEdge: { view: 'masters.view' },
  courier: { view: 'masters.view' },
  tray: { view: 'masters.view' },
  labelPrinter: { view: 'masters.view' },
  defectReason: { view: 'masters.view' },
  downtimeReason: { view: 'masters.view' },
  wasteReason: { view: 'masters.view' },
  attributeDefinition: { view: 'masters.view' },
  bomHeader: { view: 'engineering.view' },
  bomLine: { view: 'engineering.view' },
  conversionEntry: { view: 'engineering.view', ledger: true },
  bomVariant: { view: 'engineering.view', cost: ['costVariance'] },
  stockBalance: { view: 'warehouse.view', scope: 'sectionId' },
  stockReservation: { view: 'warehouse.view', scope: 'sectionId' },
  stockMove: { view: 'warehouse.view', ledger: true, cost: ['averageCost'] },
  stockLot: { view: 'warehouse.view', cost: ['unitCost'] },
  lotBalance: { view: 'warehouse.view', scope: 'sectionId', unaudited: true },
  materialDebt: { view: 'warehouse.view', scope: 'sectionId', cost: ['estimatedCost', 'rushCost'] },
  requisition: { view: 'warehouse.view', scope: 'sectionId' },
  requisitionLine: { view: 'warehouse.view', scope: 'sectionId' },
  requisitionIssue: { view: 'warehouse.view', scope: 'sectionId' },
  requisitionStep: { view: 'warehouse.view', ledger: true },
  shortage: { view: 'warehouse.view', scope: 'sectionId' },
  debtSettlement: { view: 'warehouse.view', ledger: true },
  stockDocument: { view: 'warehouse.view', quiet: ['lineChanges'] },
  stockDocumentLine: { view: 'warehouse.view', cost: ['unitCost'] },
  stockMoveLot: { view: 'warehouse.view', ledger: true, unaudited: true, cost: ['unitCost'] },
  purchaseOrder: { view: 'purchasing.view', cost: ['total'], quiet: ['lineChanges'] },
  purchaseLine: { view: 'purchasing.view', cost: ['unitPrice'] },
  purchaseReceipt: { view: 'warehouse.view' },
  purchaseReceiptLine: { view: 'warehouse.view' },
  vendorMark: { view: 'purchasing.view' },
  salesOrder: { view: 'planning.view', cost: ['total'], quiet: ['lineChanges'] },
  salesLine: { view: 'planning.view', cost: ['unitPrice'] },
  manufacturingOrder: { view: 'planning.view' },
  deliveryBatch: { view: 'planning.view' },
  workOrder: { view: 'process.readDailyProduction', scope: 'sectionId' },
  dailyProduction: { view: 'process.readDailyProduction', scope: 'sectionId' },
  directorOverride: { view: 'any-session' },
  workOrderSource: { view: 'planning.view', unaudited: true },
  materialAllocation: { view: 'process.readDailyProduction', scope: 'sectionId' },
  orderPart: { view: 'planning.view', unaudited: true },
  orderMaterial: { view: 'planning.view', unaudited: true },
  planningSummary: { view: 'process.viewPlanningDashboard', unaudited: true },
  carton: { view: 'any-session' },
  finishedGoodsReceipt: { view: 'finishedGoods.view' },
  finishedGoodsReceiptLine: { view: 'finishedGoods.view', unaudited: true },
  voucherLine: { view: 'finishedGoods.view', ledger: true, unaudited: true, cost: ['amount'] },
  countPlan: { view: 'warehouse.view' },
  stockCount: { view: 'warehouse.view', scope: 'sectionId' },
  stockCountLine: { view: 'warehouse.view', scope: 'sectionId' },
  itemCost: { view: 'warehouse.view', unaudited: true, cost: ['worth'] },
  itemClass: { view: 'warehouse.view', unaudited: true, cost: ['movedValue'] },
  kanbanBoard: { view: 'kanban.view', scope: 'sectionId' },
  kanbanRule: { view: 'kanban.view', scope: 'sectionId' },
  kanbanCard: { view: 'kanban.view', scope: 'sectionId' },
  notification: { view: null, unaudited: true },
  notificationReceipt: { view: null, scope: 'userId', unaudited: true },
  importMapping: { view: 'dataCare.view', cost: ['columns', 'constants', 'replacements'] },
  importBatch: { view: 'dataCare.view', cost: ['setup', 'findings'] },
  attachment: { view: 'masters.view', scope: 'sectionId' },
  noticeChoice: { view: null, scope: 'userId', unaudited: true },
  savedView: { view: null, scope: 'userId', unaudited: true },
  reportExport: { view: 'audit.view', ledger: true },
  restoreDrill: { view: 'dataCare.view', ledger: true },
  supportBundle: { view: 'audit.view', ledger: true },
  documentForm: { view: 'settings.view' },
  accountingPeriod: { view: 'warehouse.view' },
  approvalChain: { view: 'settings.view' },
  approvalRequest: { view: 'any-session' },
  approvalDecision: { view: 'any-session', ledger: true },
  approvalDelegation: { view: 'any-session' },
  backupCopy: { view: 'audit.view', ledger: true },
  dataRestore: { view: 'audit.view', ledger: true },
  purge: { view: 'audit.view', ledger: true },
  unlocking: { view: 'identity.view', ledger: true },
} as const satisfies Record<string, EntityDefinition>

export type Entity = keyof typeof entities
export type Ledger = { [E in Entity]: (typeof entities)[E] extends { ledger: true } ? E : never }[Entity]
export type VersionedEntity = Exclude<Entity, Ledger>

export function entityDefinition(entity: Entity): EntityDefinition {
  return entities[entity]
}
