import { zero } from '../../shared/core/decimal.ts'
import { isDue, openStatuses } from '../../shared/kanban/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { lasting, sql } from '../database/sql.ts'
import { findBalance } from '../warehouse/balances.ts'
import { requestByRule } from './requests.ts'

const boardOfStore = lasting((store: { locationId: string }) =>
  sql.selectFrom('kanbanBoard').selectAll().where('storeLocationId', '=', store.locationId).where('isActive', '=', true))
const ruleOf = lasting((of: { sectionId: string; itemId: string }) =>
  sql.selectFrom('kanbanRule').selectAll().where('sectionId', '=', of.sectionId).where('itemId', '=', of.itemId))

/**
 * KB-4: after a move that touched a section's store, asks for more where the store is at the reorder point or below it and
 * nothing is asked for yet. Called by every stock move, and when a rule or a board begins to hold; it never refuses one.
 */
export function replenish(context: CommandContext, itemId: string, locationId: string): void {
  const { db } = context
  const board = db.first(boardOfStore({ locationId }))
  if (!board) return
  const rule = db.first(ruleOf({ sectionId: board.sectionId, itemId }))
  if (!rule || !isDue(rule, findBalance(db, itemId, locationId)?.onHand ?? zero) || !db.get('item', itemId).isActive) return
  if (!hasOpenCard(db, board.sectionId, itemId)) requestByRule(context, board, rule)
}

/** The same for what a section's rules say of its store, where nothing has to move first: of one item, or of all. */
export function replenishSection(context: CommandContext, sectionId: string, itemId?: string): void {
  const { db } = context
  const board = db.findBy('kanbanBoard', { sectionId })
  if (!board) return
  const rules = sql.selectFrom('kanbanRule').select('itemId').where('sectionId', '=', sectionId).orderBy('createdAt').orderBy('id')
  const itemIds = itemId === undefined ? db.all(rules).map(rule => rule.itemId) : [itemId]
  itemIds.forEach(id => replenish(context, id, board.storeLocationId))
}

function hasOpenCard(db: Reader, sectionId: string, itemId: string): boolean {
  const open = sql.selectFrom('kanbanCard').select('id')
    .where('itemId', '=', itemId).where('sectionId', '=', sectionId).where('status', 'in', openStatuses).limit(1)
  return db.first(open) !== undefined
}
