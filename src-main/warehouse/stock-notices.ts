import type { Selectable } from 'kysely'
import { decimalText, isPositive } from '../../shared/core/decimal.ts'
import type { Audience } from '../../shared/notifications/notice.ts'
import { stockStatus } from '../../shared/warehouse/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import type { ItemTable, LocationTable } from '../database/tables.ts'
import { totalAvailable } from './totals.ts'

/** Who plans material and who keeps it; a role that a factory does not have is nobody. */
const watchers: readonly Audience[] = ['PPIC Manager', 'PPIC Admin', 'Warehouse Admin', 'Warehouse Operator'].map(role => ({ role }))
const materials: readonly string[] = ['RAW_MATERIAL', 'AUXILIARY']

/**
 * Tells when stock that left the factory's stores leaves an item low or out (WH-7, factory-wide). Standing conditions: the same
 * one is told again after a day at the earliest (NT-2). What nobody watches, without a minimum and no material, may run out.
 */
export function warnOfLowStock({ db, notify }: CommandContext, item: Selectable<ItemTable>, from: Selectable<LocationTable>): void {
  if (!isPositive(item.minimumStock) && !materials.includes(item.kind)) return
  const available = totalAvailable(db, item.id)
  const status = stockStatus(available, item.minimumStock)
  if (status === 'OK') return
  notify({
    kind: status === 'CRITICAL' ? 'MATERIAL_STOCKOUT' : 'MATERIAL_LOW_STOCK',
    audience: [...watchers, ...concerned(db, from)],
    params: { item: item.name, quantity: decimalText(available), minimum: decimalText(item.minimumStock), unit: db.get('unit', item.unitId).code },
    entity: 'item',
    entityId: item.id,
  })
}

/** The section whose store it left, and the one that supplies it. */
function concerned(db: CommandContext['db'], { sectionId }: Selectable<LocationTable>): Audience[] {
  if (sectionId === null) return []
  const board = db.first(sql.selectFrom('kanbanBoard').select('supplySectionId').where('sectionId', '=', sectionId))
  return [sectionId, ...(board ? [board.supplySectionId] : [])].map(section => ({ section }))
}
