import { isPositive, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { priceTimes, type Money } from '../../shared/core/money.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { withinRange } from '../../shared/core/within-range.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import type { debts } from '../../shared/warehouse/debts.ts'
import { owedOf } from '../../shared/warehouse/debt-rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { requestApproval } from '../engines/approvals.ts'
import { debtApproval } from './debt-approval.ts'
import type { Debt } from './debt-book.ts'
import { tellOverdue } from './debt-notices.ts'
import { basePlace, storeOf } from './places.ts'
import { invalid } from './refusals.ts'
import { isDebtAgreed } from './small-deltas.ts'
import { moveStock } from './stock.ts'
import { requireOwnWorkOrder } from './work-order-stock.ts'

/**
 * WH-20: asks the section's supervisor, then the manager; to little the System agrees (PL-20). What it is estimated to cost is the item's own cost until
 * somebody knows better. Throws `invalid-input` for a day that is past, a service, more decimals than the unit has, or another section's store or
 * work order; `inactive`; and
 * what `requestApproval` throws.
 */
export function requestDebt(context: CommandContext, { reason, ...fields }: ParsedInputOf<typeof debts.requestDebt>): Debt {
  const { db, session, clock, today } = context
  const { itemId, locationId, sectionId, quantity, dueDay } = fields
  requireOwable(db, fields)
  if (dueDay < today()) throw invalid('dueDay', 'warehouse.issues.past-day')
  const store = storeOf(db, locationId, 'locationId')
  if (store.sectionId !== null && store.sectionId !== sectionId) throw invalid('locationId', 'warehouse.issues.other-section-store')
  requireOwnWorkOrder(db, sectionId, fields.workOrderNumber)
  const debt = db.insert('materialDebt', {
    ...fields, number: context.number('materialDebt'), reason, requestedBy: session.userId, approvedAt: null, approvedDay: null,
    estimatedCost: estimatedCost(db, itemId, quantity), rushCost: null, writtenOffAt: null, writtenOffBy: null, writeOffReason: null,
  })
  if (isDebtAgreed(context, debt)) return db.update('materialDebt', debt, { approvedAt: clock.now(), approvedDay: today() })
  requestApproval(context, debtApproval, { entityId: debt.id, sectionId, change: {}, reason })
  return debt
}

/**
 * Throws `debt-closed`, `invalid-input` for an order that is cancelled or does not buy the material, and `conflict` as every change. What was typed as a number
 * before is replaced by the order.
 */
export function updateDebt({ db }: CommandContext, { id, version, ...patch }: ParsedInputOf<typeof debts.updateDebt>): Debt {
  const debt = db.get('materialDebt', id)
  if (debt.writtenOffAt !== null) throw new AppError('debt-closed', { number: debt.number })
  const { purchaseOrderId } = patch
  if (purchaseOrderId == null || purchaseOrderId === debt.purchaseOrderId) return db.update('materialDebt', { id, version }, patch)
  requireBuying(db, purchaseOrderId, debt.itemId)
  return db.update('materialDebt', { id, version }, { ...patch, purchaseOrderNumber: '' })
}

function requireBuying(db: Reader, purchaseOrderId: string, itemId: string): void {
  const { number, status } = db.get('purchaseOrder', purchaseOrderId)
  if (status === 'CANCELLED') throw invalid('purchaseOrderId', 'warehouse.issues.order-cancelled', { number })
  const buying = db.first(sql.selectFrom('purchaseLine').select('id').where('orderId', '=', purchaseOrderId).where('itemId', '=', itemId).limit(1))
  if (!buying) throw invalid('purchaseOrderId', 'warehouse.issues.order-without-item', { number, item: db.get('item', itemId).name })
}

/** What is owed on it is posted as found, for this debt alone. Throws `debt-not-approved`, `debt-closed`, `own-debt`. */
export function closeDebt(context: CommandContext, { id, version, reason }: { readonly id: string; readonly version: number; readonly reason: string }): Debt {
  const { db, clock, session } = context
  const debt = db.get('materialDebt', id)
  if (debt.approvedAt === null) throw new AppError('debt-not-approved', { number: debt.number })
  if (debt.writtenOffAt !== null) throw new AppError('debt-closed', { number: debt.number })
  if (debt.requestedBy === session.userId) throw new AppError('own-debt', { number: debt.number })
  const closed = db.update('materialDebt', { id, version }, { writtenOffAt: clock.now(), writtenOffBy: session.userId, writeOffReason: reason })
  const owed = owedOf(closed)
  if (isPositive(owed)) {
    moveStock(context, {
      itemId: debt.itemId, quantity: owed, fromLocationId: basePlace(db, 'INVENTORY_LOSS').id, toLocationId: debt.locationId, kind: 'ADJUSTMENT', settles: id,
      documentEntity: 'materialDebt', documentId: id, documentNumber: debt.number, note: reason,
    })
  }
  return db.get('materialDebt', id)
}

/** Answers how many debts are past their day. */
export function remindOfDebts(context: CommandContext): number {
  const { db, today } = context
  const late = db.all(sql.selectFrom('materialDebt').selectAll().where(({ eb, ref }) => eb('issued', '>', ref('settled'))).where('writtenOffAt', 'is', null)
    .where('dueDay', '<', today()))
  for (const debt of late) tellOverdue(context, debt)
  return late.length
}

function requireOwable(db: Reader, { itemId, quantity, required }: { readonly itemId: string; readonly quantity: Decimal; readonly required: Decimal }): void {
  const item = db.get('item', itemId)
  if (!item.isActive) throw new AppError('inactive', { entity: 'item', id: item.id, code: item.code })
  if (item.kind === 'SERVICE') throw invalid('itemId', 'warehouse.issues.service')
  const { places } = db.get('unit', item.unitId)
  for (const [field, value] of Object.entries({ quantity, required })) if (!fitsUnit(value, places)) throw invalid(
    field, 'masters.issues.unit-places', { places },
  )
}

function estimatedCost(db: Reader, itemId: string, quantity: Decimal): Money | null {
  const { unitCost } = db.get('item', itemId)
  return unitCost === null ? null : withinRange(() => priceTimes(unitCost, quantity, 'half-up'))
}
