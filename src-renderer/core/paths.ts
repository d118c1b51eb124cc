import type { TargetName } from '../../shared/imports/target.ts'
import { masterDefinitions, masterNames, type MasterName } from '../../shared/masters/masters.ts'

/** Addresses that several modules name: modules do not know each other's screens. What one module alone names is in its own `paths.ts`. */
export const boardPath = '/kanban/board'
export const stockPath = '/warehouse/stock'
export const warehouseTodayPath = '/warehouse/today'
export const lotsPath = '/warehouse/lots'
export const stockDocumentsPath = '/warehouse/documents'
export const stockCountsPath = '/warehouse/counts'
export const mastersPath = '/masters'
export const masterPaths = Object.fromEntries(masterNames.map(name => [name, `${mastersPath}/${name.replace(/[A-Z]/g, letter => `-${letter.toLowerCase()}`)}`])) as Readonly<Record<MasterName, string>>
export const ordersPath = '/purchasing/orders'
export const invoicesPath = '/fulfilment/invoices'
/** What customers owe, and who asks them for it. */
export const clientsPath = '/follow-up/clients'
export const bomsPath = '/engineering/boms'
export const salesOrdersPath = '/planning/sales-orders'
export const manufacturingOrdersPath = '/planning/orders'
export const workOrdersPath = '/planning/work-orders'
export const reworkCardsPath = '/stages/rework'
export const paperPath = '/production/paper'
/** What stands still in a section, to be stopped and started; all records of it stand beside. */
export const downtimePath = '/production/downtime'
export const downtimeRecordsPath = '/production/downtime/records'
export const workerHistoryPath = '/section-day/history'

export function workerHistoryOf(workerId: string): string {
  return `${workerHistoryPath}?worker=${workerId}`
}

/** What the patterns tell (PX-16, PX-17). */
export const findingsPath = '/production/findings'
/** What each team of a garment section did on a day. */
export const teamDaysPath = '/section-day/teams'
export const receivingPath = '/finished-goods/receiving'
export const receiptsPath = '/purchasing/receipts'
export const approvalsPath = '/approvals'
export const auditPath = '/audit'
export const ownProfilePath = '/profile'
export const reportsPath = '/reports'
export const backupsPath = '/backups'
export const settingsPath = '/settings'
export const desksPath = '/desks'
/** Everybody's own. */
export const ownSessionsPath = '/my-sessions'
export const newImportPath = '/imports/new'
/** What a new factory fills in first. */
export const firstListsPath = '/import-lists'

export function reportPath(name: string): string {
  return `${reportsPath}/${name}`
}

export function newImportOf(target: TargetName): string {
  return `${newImportPath}?target=${target}`
}

export const debtsPath = '/warehouse/debts'
export const requisitionsPath = '/warehouse/requisitions'
export const shortagesPath = '/warehouse/shortages'

export function stockCountPath(id: string): string {
  return `${stockCountsPath}/${id}`
}

export function stockDocumentPath(id: string): string {
  return `${stockDocumentsPath}/${id}`
}

/** The stock card of an item; of one place of it, if one is named. */
export function stockCardPath(itemId: string, locationId?: string): string {
  return `/warehouse/items/${itemId}${locationId === undefined ? '' : `?location=${locationId}`}`
}

/** What was copied from paper. */
export function paperBatchPath(id: string): string {
  return `${paperPath}/${id}`
}

/** A carton of finished goods. */
export function cartonPath(id: string): string {
  return `/finished-goods/cartons/${id}`
}

/** What a stage does step by step for a work order. */
export function stageWorkPath(workOrderId: string): string {
  return `/stages/work/${workOrderId}`
}

/** Where a notice of a hold leads: on to the stage's work. */
export function stageHoldPath(id: string): string {
  return `/stages/holds/${id}`
}

/** A lot: where it stands, and how it came and went. */
export function lotPath(id: string): string {
  return `${lotsPath}/${id}`
}

/** All that is known of a record's past. */
export function recordStoryPath(entity: string, id: string): string {
  return `${auditPath}/record/${entity}/${id}`
}

const recordPaths: Readonly<Record<string, (id: string) => string>> = {
  ...Object.fromEntries(masterNames.map(name => [masterDefinitions[name].entity, (id: string) => `${masterPaths[name]}?id=${id}`])),
  kanbanCard: id => `${boardPath}?card=${id}`,
  purchaseOrder: id => `${ordersPath}/${id}`,
  purchaseReceipt: id => `${receiptsPath}?receipt=${id}`,
  salesOrder: id => `${salesOrdersPath}/${id}`,
  manufacturingOrder: id => `${manufacturingOrdersPath}/${id}`,
  planningSummary: id => `/planning/summary?id=${id}`,
  workOrder: id => `${workOrdersPath}/${id}`,
  reworkCard: id => `${reworkCardsPath}?card=${id}`,
  invoice: id => `${invoicesPath}/${id}`,
  customerAccount: id => `${clientsPath}/${id}`,
  paymentAlert: () => '/follow-up/alerts',
  stageHold: stageHoldPath,
  transfer: id => `/transfers/slips/${id}`,
  gatePass: id => `/transfers/gate/${id}`,
  paperBatch: paperBatchPath,
  downtime: id => `${downtimeRecordsPath}?record=${id}`,
  carton: cartonPath,
  finishedGoodsReceipt: id => `${receivingPath}/${id}`,
  item: id => stockCardPath(id),
  stockLot: id => lotPath(id),
  bomHeader: id => `/engineering/boms/${id}`,
  conversionEntry: () => '/engineering/consumption',
  stockMove: id => `/warehouse/moves?move=${id}`,
  requisition: id => `${requisitionsPath}/${id}`,
  shortage: id => `${shortagesPath}?shortage=${id}`,
  materialDebt: id => `${debtsPath}/${id}`,
  stockCount: stockCountPath,
  stockDocument: stockDocumentPath,
  importBatch: id => `/imports/${id}`,
  report: reportPath,
  teamDay: id => `${teamDaysPath}?day=${id}`,
  badScan: () => findingsPath,
  findingLook: () => findingsPath,
  lateEntry: () => '/section-day/late',
  sectionDayLock: () => '/section-day/locks',
  approvalRequest: id => `${approvalsPath}?request=${id}`,
  approvalDelegation: () => `${approvalsPath}/stand-ins`,
}

/** Where a record is looked at, be it named by a notice, a stock move or a report's row; nothing for records without a screen. */
export function recordPath(entity: string | null, id: string | null): string | undefined {
  return entity === null || id === null ? undefined : recordPaths[entity]?.(id)
}
