import { AppError } from '../../shared/core/errors.ts'
import type { warehouse } from '../../shared/warehouse/contract.ts'
import { reversalRight } from '../../shared/warehouse/rules.ts'
import type { CommandContext, Handlers } from '../core/handlers.ts'
import { requestApproval } from '../engines/approvals.ts'
import { stockAdjustment } from './adjustment-approval.ts'
import { adjustStock } from './adjustments.ts'
import { findBalance } from './balances.ts'
import { debtHandlers } from './debt-handlers.ts'
import { countHandlers } from './count-handlers.ts'
import { documentHandlers } from './document-handlers.ts'
import { listLots, lotDay, lotOf, placesOfLot } from './lot-lists.ts'
import { partsOfMove } from './lots.ts'
import { listMoves, requireSeenMove } from './move-lists.ts'
import { namedWorkOrderHandlers } from './named-work-orders.ts'
import { countOpening, listOpenings } from './opening-count.ts'
import { basePlace, requireSeenPlace, storeOf } from './places.ts'
import { invalid } from './refusals.ts'
import { requisitionHandlers, shortageHandlers } from './requisition-handlers.ts'
import { isAdjustmentAgreed } from './small-deltas.ts'
import { moveOf, moveStock, undoMove, type Move } from './stock.ts'
import { stockCard, stockHistory } from './stock-card.ts'
import { countStock, itemStock, listItemStock, listStock, listStores, placesOf, reservationsOf } from './stock-lists.ts'
import { useHandlers } from './use-handlers.ts'
import { requireOpenOrder } from './work-order-stock.ts'

export const warehouseHandlers: Handlers<typeof warehouse> = {
  ...debtHandlers,
  ...requisitionHandlers,
  ...shortageHandlers,
  ...useHandlers,
  ...namedWorkOrderHandlers,

  ...countHandlers,
  ...documentHandlers,

  listStock({ db, scope, settings, session, today }, input) {
    if (input.filter.sectionId !== undefined) scope.section(input.filter.sectionId)
    requireSeenPlace({ db, scope }, input.filter.locationId)
    return listStock({ db, settings, mine: scope.mine(), canSeeCost: session.canSeeCost }, today(), input)
  },

  listItemStock: ({ db, scope, settings, session }, input) => listItemStock({ db, settings, mine: scope.mine(), canSeeCost: session.canSeeCost }, input),

  countStock({ db, scope }) {
    scope.everyone()
    return countStock(db)
  },

  getItemStock({ db, scope, settings, session, today }, { itemId }) {
    const asker = { db, settings, mine: scope.mine(), canSeeCost: session.canSeeCost }
    return { ...itemStock(asker, itemId), places: placesOf(asker, today(), itemId), reservations: reservationsOf(db, asker.mine, itemId) }
  },

  listLots(context, input) {
    const { db, scope } = context
    requireSeenPlace({ db, scope }, input.filter.locationId)
    return listLots(db, scope.mine(), lotDay(context), input)
  },

  getLot(context, { id }) {
    const { db, scope } = context
    return { ...lotOf(db, id), places: placesOfLot(db, scope.mine(), lotDay(context), id) }
  },

  updateLot({ db, scope }, { id, version, ...patch }) {
    scope.everyone()
    db.update('stockLot', { id, version }, patch)
    return lotOf(db, id)
  },

  getStockCard({ db, scope }, input) {
    if (input.filter.locationId !== undefined) scope.section(storeOf(db, input.filter.locationId, 'locationId').sectionId)
    return stockCard(db, scope.mine(), input)
  },

  getStockHistory({ db, scope }, input) {
    if (input.locationId !== undefined) scope.section(storeOf(db, input.locationId, 'locationId').sectionId)
    return stockHistory(db, scope.mine(), input)
  },

  listStores: ({ db, scope }) => listStores(db, scope.mine()),

  listMoves({ db, scope }, input) {
    requireSeenPlace({ db, scope }, input.filter.locationId)
    return listMoves(db, scope.mine(), input)
  },

  listMoveLots({ db, scope }, { seq }) {
    requireSeenMove({ db, scope }, seq)
    return partsOfMove(db, seq).map(({ lotId, quantity }) => {
      const { code, expiresOn } = db.get('stockLot', lotId)
      return { lotId, code, quantity, expiresOn }
    })
  },

  receiveStock(context, { toLocationId, ...move }) {
    context.scope.section(storeOf(context.db, toLocationId, 'toLocationId').sectionId)
    const posted = moveStock(context, { ...move, fromLocationId: basePlace(context.db, 'SUPPLIER').id, toLocationId, kind: 'RECEIPT' })
    return { ...posted, lotId: partsOfMove(context.db, posted.seq)[0]!.lotId }
  },

  transferStock(context, move) {
    context.scope.section(storeOf(context.db, move.fromLocationId, 'fromLocationId').sectionId)
    context.scope.section(storeOf(context.db, move.toLocationId, 'toLocationId').sectionId)
    return moveStock(context, { ...move, kind: 'TRANSFER' })
  },

  adjustStock(context, count) {
    context.scope.section(storeOf(context.db, count.locationId, 'locationId').sectionId)
    return adjustStock(context, count)
  },

  requestAdjustment(context, { itemId, locationId, counted, expected, reason }) {
    const { db, scope } = context
    const { sectionId } = storeOf(db, locationId, 'locationId')
    scope.section(sectionId)
    const balance = findBalance(db, itemId, locationId)
    if (!balance) throw invalid('locationId', 'warehouse.issues.no-books')
    if (balance.onHand !== expected) throw new AppError('conflict', { entity: 'stockBalance', id: balance.id })
    if (counted === expected) throw invalid('counted', 'warehouse.issues.no-difference')
    if (isAdjustmentAgreed(context, { itemId, locationId, expected, counted })) return {
      move: adjustStock(context, { itemId, locationId, expected, counted, reason }), request: null,
    }
    const { id, number } = requestApproval(context, stockAdjustment, { entityId: balance.id, sectionId, change: { counted, reason }, reason })
    return { move: null, request: { id, number } }
  },

  listOpenings({ db, scope }, { locationId, itemIds }) {
    scope.section(storeOf(db, locationId, 'locationId').sectionId)
    return listOpenings(db, locationId, itemIds)
  },

  countOpening(context, { locationId, lines }) {
    const store = storeOf(context.db, locationId, 'locationId')
    context.scope.section(store.sectionId)
    return { posted: countOpening(context, store, lines) }
  },

  reverseMove(context, { seq, reason }) {
    const move = reversible(context, seq)
    const needed = reversalRight(move.kind)
    if (!context.session.permissions.has(needed)) throw new AppError('forbidden', { needed })
    return undoMove(context, move, reason)
  },

  returnMaterial(context, { seq, reason }) {
    const move = reversible(context, seq)
    const { db } = context
    if (db.get('location', move.fromLocationId).sectionId === null || db.get('location', move.toLocationId).kind !== 'PRODUCTION') {
      throw invalid('seq', 'warehouse.issues.not-consumption')
    }
    return undoMove(context, move, reason)
  },
}

/**
 * A move of the asker's own places that no document stands behind, nor an order that is over (PL-21). Throws `foreign-section`, `document-move`, `wrong-state`.
 */
function reversible({ db, scope }: CommandContext, seq: number): Move {
  const move = moveOf(db, seq)
  for (const id of [move.fromLocationId, move.toLocationId]) scope.section(db.get('location', id).sectionId)
  if (move.documentEntity !== null) throw new AppError('document-move', { entity: move.documentEntity, number: move.documentNumber })
  if (move.workOrderId !== null) requireOpenOrder(db, db.get('workOrder', move.workOrderId).manufacturingOrderId)
  return move
}
