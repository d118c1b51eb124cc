import type { Selectable } from 'kysely'
import type { HistoryValue, ValueKind } from '../../shared/audit/history.ts'
import { decimalText, fromUnits, type Decimal } from '../../shared/core/decimal.ts'
import { entities, entityDefinition, type Entity, type VersionedEntity } from '../../shared/core/entities.ts'
import { fromMinorUnits, moneyText, type Money } from '../../shared/core/money.ts'
import type { EntityTables } from '../database/tables.ts'

type KindOf<T> = [T] extends [Decimal] ? 'decimal' : [T] extends [Money] ? 'money' : [T] extends [string] ? (string extends T ? 'text' : 'word') : 'other'
type NamesIn<Row, Kind> = { [C in keyof Row]-?: KindOf<NonNullable<Row[C]>> extends Kind ? C : never }[keyof Row]
/** The names of the columns of that kind, over all tables. */
type ColumnsOf<Kind> = { [E in Entity]: NamesIn<Selectable<EntityTables[E]>, Kind> }[Entity]

/** What a column's values are by their type in the tables. One name means the same in every table, and none may be missing here. */
const columnKinds: Readonly<Record<string, ValueKind>> = {
  available: 'decimal', fromStatus: 'word', toStatus: 'word', target: 'word',
  minimumStock: 'decimal', goodQuantity: 'decimal', rejectQuantity: 'decimal', bufferPercent: 'decimal', defectPercent: 'decimal', unitCost: 'decimal', quantity: 'decimal', onHand: 'decimal', reserved: 'decimal', autoApprovalThreshold: 'decimal',
  reorderPoint: 'decimal', orderQuantity: 'decimal', fulfilled: 'decimal', carried: 'decimal', owed: 'decimal', fromQuantity: 'decimal', toQuantity: 'decimal',
  required: 'decimal', issued: 'decimal', settled: 'decimal', estimatedCost: 'money', rushCost: 'money', movedValue: 'money', averageCost: 'decimal', worth: 'money',
  articleQuantity: 'decimal', unitPrice: 'decimal', received: 'decimal', stockQuantity: 'decimal', total: 'money', quality: 'decimal', price: 'decimal', responsiveness: 'decimal', flexibility: 'decimal',
  outputQuantity: 'decimal', laborHours: 'decimal', wastagePercent: 'decimal', quantityVariancePercent: 'decimal', weight: 'decimal', costVariance: 'decimal', bomType: 'word', selection: 'word', approval: 'word',
  inBooks: 'decimal', firstCount: 'decimal', secondCount: 'decimal', recount: 'decimal',
  pieces: 'decimal', expected: 'decimal', actual: 'decimal', variancePercent: 'decimal', efficiency: 'word',
  kind: 'word', status: 'word', priority: 'word', severity: 'word', verdict: 'word', paper: 'word', orientation: 'word', mode: 'word', language: 'word', sections: 'word', endReason: 'word',
  capacityPerHour: 'decimal', costPerHour: 'decimal', targetQuantity: 'decimal', targetEfficiency: 'decimal', shiftHours: 'decimal', estimatedHours: 'decimal',
  destination: 'word', issuedFor: 'word', defectClass: 'word',
  rhythm: 'word', cause: 'word', abcClass: 'word',
  book: 'word', dpi: 'word', targetMethod: 'word',
  percent: 'decimal', worstPercent: 'decimal', level: 'word',
  inputQuantity: 'decimal', reworkQuantity: 'decimal', scrapQuantity: 'decimal', openQuantity: 'decimal', againQuantity: 'decimal', failedQuantity: 'decimal', numberValue: 'decimal', targetPercent: 'decimal', minutesPerPiece: 'decimal', block: 'word', method: 'word', releaseMethod: 'word', gapMetres: 'decimal', returnedQuantity: 'decimal',
  actualEfficiency: 'decimal', standardMinutes: 'decimal', loadedQuantity: 'decimal', workers: 'decimal', overtimeMinutes: 'decimal', workInProgress: 'decimal', incentive: 'decimal', idleMinutes: 'decimal', idleWorkers: 'decimal',
  actualQuantity: 'decimal', overtimeHours: 'decimal', countedQuantity: 'decimal', firstCountedQuantity: 'decimal', packedQuantity: 'decimal', receivedQuantity: 'decimal', amount: 'money',
  mrp: 'decimal', statedTotal: 'money', billingStatus: 'word', deliveryStatus: 'word', proof: 'word', boxingProof: 'word', section: 'word', counterMode: 'word',
  debit: 'money', credit: 'money', outstanding: 'money', promised: 'money', channel: 'word', outcome: 'word', alertLevel: 'word',
} satisfies Record<ColumnsOf<'decimal'>, 'decimal'> & Record<ColumnsOf<'money'>, 'money'> & Record<ColumnsOf<'word'>, 'word'>

const instant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
const day = /^\d{4}-\d\d-\d\d$/
const flagName = /^(is|has|can|must)[A-Z]/

/** How a logged value is to be shown. */
export function kindOf(column: string, value: unknown): ValueKind {
  const known = columnKinds[column]
  if (known) return known
  if (flagName.test(column)) return 'flag'
  if (typeof value === 'number') return 'number'
  if (typeof value !== 'string') return 'text'
  if (instant.test(value)) return 'instant'
  return day.test(value) ? 'day' : 'text'
}

/** A logged value as it travels: decimals as text, where the log holds the database's count. */
export function valueOf(kind: ValueKind, value: unknown): HistoryValue {
  if (kind === 'decimal' && typeof value === 'number') return decimalText(fromUnits(value))
  if (kind === 'money' && typeof value === 'number') return moneyText(fromMinorUnits(value))
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : null
}

const people: readonly string[] = ['rightOf', 'delegateId', 'assigneeId', 'assignedTo', 'escalatedTo', 'packerId', 'pickerId', 'checkerId', 'boxerId', 'firstCounterId', 'secondCounterId']
/** Records by what they are to the one that names them; with its own name before, where others mean another by the same. */
const roles: Readonly<Record<string, VersionedEntity>> = {
  articleId: 'item', logoId: 'attachment', subcontractorId: 'partner', lotId: 'stockLot', debtId: 'materialDebt', returnStepId: 'stageStep', countId: 'stockCount', planId: 'countPlan', requestId: 'approvalRequest',
  buyerOrderId: 'manufacturingOrder', orderId: 'purchaseOrder', fabricOrderId: 'purchaseOrder', labelOrderId: 'purchaseOrder', sourceOrderId: 'purchaseOrder', lineId: 'purchaseLine',
  'purchaseReceiptLine.receiptId': 'purchaseReceipt', 'carton.receiptId': 'finishedGoodsReceipt', 'stockDocumentLine.documentId': 'stockDocument',
}

/**
 * The entity a column of ids leads to, by its name: `unitId` a unit, `supplySectionId` a section, `parentId` another of its own
 * kind, and `approvedBy` a user.
 */
export function referencedEntity(owner: Entity, column: string): VersionedEntity | undefined {
  if (column === 'parentId') return versioned(owner)
  if (/By$/.test(column) || people.includes(column)) return 'user'
  const named = roles[`${owner}.${column}`] ?? roles[column]
  if (named) return named
  if (!column.endsWith('Id')) return undefined
  const name = column.slice(0, -2)
  const matches = (Object.keys(entities) as Entity[]).filter(entity => name === entity || name.endsWith(capitalised(entity)))
  return versioned(matches.sort((a, b) => b.length - a.length)[0])
}

function versioned(entity: Entity | undefined): VersionedEntity | undefined {
  return entity === undefined || entityDefinition(entity).ledger ? undefined : (entity as VersionedEntity)
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1)
}
