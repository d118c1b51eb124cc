import { sql as raw } from 'kysely'
import { compareDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { boards, Rule } from '../../shared/kanban/boards.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'
import { invalid } from '../warehouse/refusals.ts'
import { replenishSection } from './replenishment.ts'

/** Rules with what their section's store has on hand; nothing where the section has no board yet. */
export const ruleRows = sql.selectFrom('kanbanRule')
  .innerJoin('section', 'section.id', 'kanbanRule.sectionId')
  .innerJoin('item', 'item.id', 'kanbanRule.itemId')
  .innerJoin('unit', 'unit.id', 'item.unitId')
  .leftJoin('kanbanBoard', 'kanbanBoard.sectionId', 'kanbanRule.sectionId')
  .leftJoin('stockBalance', join => join
    .onRef('stockBalance.itemId', '=', 'kanbanRule.itemId').onRef('stockBalance.locationId', '=', 'kanbanBoard.storeLocationId'))
  .select([
    'kanbanRule.id', 'kanbanRule.version', 'kanbanRule.sectionId', 'section.code as sectionCode', 'section.name as sectionName', 'kanbanRule.itemId',
    'item.code as itemCode', 'item.name as itemName', 'unit.code as unitCode', 'unit.places as unitPlaces', 'kanbanRule.reorderPoint',
    'kanbanRule.orderQuantity', 'kanbanRule.priority', 'kanbanRule.leadDays', 'kanbanRule.isActive', raw<Decimal>`coalesce(stockBalance.onHand,
    0)`.as('storeOnHand'),
    raw<number>`case kanbanRule.priority when 'URGENT' then 3 when 'HIGH' then 2 when 'NORMAL' then 1 else 0 end`.as('priorityRank'),
  ])

export function listRules(db: Reader, mine: 'all' | readonly string[], input: ParsedInputOf<typeof boards.listRules>): Page<Rule> {
  const seen = mine === 'all' ? ruleRows : ruleRows.where('kanbanRule.sectionId', 'in', [...mine])
  return listPage(db, input, {
    query: narrowed(sql.with('entry', () => seen).selectFrom('entry').selectAll('entry'), input.filter, {
      sectionId: 'entry.sectionId', itemId: 'entry.itemId', isActive: 'entry.isActive',
    }),
    columns: {
      sectionName: textColumn('entry.sectionName'), itemCode: textColumn('entry.itemCode'), itemName: textColumn('entry.itemName'),
      reorderPoint: 'entry.reorderPoint', orderQuantity: 'entry.orderQuantity', priority: 'entry.priorityRank', leadDays: 'entry.leadDays',
      storeOnHand: 'entry.storeOnHand',
    },
    search: ['entry.itemCode', 'entry.itemName', 'entry.sectionName'],
    defaultSort: [{ column: 'sectionName', descending: false }, { column: 'itemCode', descending: false }],
    id: 'entry.id',
  })
}

/** Throws `duplicate` (one rule for a section and item), `inactive`, `invalid-input`. It asks at once where the store is at its point (KB-4). */
export function createRule(context: CommandContext, fields: ParsedInputOf<typeof boards.createRule>): Rule {
  const { db } = context
  requireSound(db, fields)
  const { id, sectionId, itemId } = db.insert('kanbanRule', fields)
  replenishSection(context, sectionId, itemId)
  return ruleOf(db, id)
}

/** A rule that is raised or in force again asks at once; else a request that was cancelled would come back with any change. */
export function updateRule(context: CommandContext, { id, version, ...patch }: ParsedInputOf<typeof boards.updateRule>): Rule {
  const { db, scope } = context
  const before = db.get('kanbanRule', id)
  scope.section(before.sectionId)
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  if (patch.isActive !== false) requireSound(db, { ...before, ...given })
  const after = db.update('kanbanRule', { id, version }, patch)
  if ((after.isActive && !before.isActive) || compareDecimals(after.reorderPoint, before.reorderPoint) > 0) replenishSection(context, after.sectionId, after.itemId)
  return ruleOf(db, id)
}

function ruleOf(db: Reader, id: string): Rule {
  return db.one(ruleRows.where('kanbanRule.id', '=', id))
}

function requireSound(db: Reader, rule: { readonly itemId: string; readonly reorderPoint: Decimal; readonly orderQuantity: Decimal }): void {
  const item = db.get('item', rule.itemId)
  if (!item.isActive) throw new AppError('inactive', { entity: 'item', id: item.id, code: item.code })
  if (item.kind === 'SERVICE') throw invalid('itemId', 'warehouse.issues.service')
  const { places } = db.get('unit', item.unitId)
  for (const field of ['reorderPoint', 'orderQuantity'] as const) {
    if (!fitsUnit(rule[field], places)) throw invalid(field, 'masters.issues.unit-places', { places })
  }
}
