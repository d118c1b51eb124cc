import type { Compilable } from 'kysely'
import { zero } from '../../shared/core/decimal.ts'
import type { Entity } from '../../shared/core/entities.ts'
import { AppError } from '../../shared/core/errors.ts'
import { baseOf, hasCode, type AnyMaster, type MasterEntity } from '../../shared/masters/definition.ts'
import { allMasters } from '../../shared/masters/masters.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { rowsOf } from './record-rows.ts'
import { workAtSteps } from './step-rules.ts'

/** The names of some records that need the master with this id. */
type Users = (id: string) => Compilable<{ name: string }>

const examplesShown = 3

/** What would break without a master, besides the masters that refer to it. */
const activeUses: Partial<Record<MasterEntity, Partial<Record<Entity, Users>>>> = {
  section: {
    user: id => sql.selectFrom('user').select('fullName as name').where('isActive', '=', true)
      .where(({ eb, selectFrom }) => {
        const supervisors = selectFrom('userSection').select('userId').where('sectionId', '=', id)
        return eb.or([eb('sectionId', '=', id), eb('id', 'in', supervisors)])
      }),
    kanbanBoard: id => sql.selectFrom('kanbanBoard').innerJoin('section', 'section.id', 'kanbanBoard.sectionId').select('section.name')
      .where('kanbanBoard.isActive', '=', true).where(({ eb }) => eb.or([eb('sectionId', '=', id), eb('supplySectionId', '=', id)])),
  },
  location: {
    stockBalance: id => sql.selectFrom('stockBalance').innerJoin('item', 'item.id', 'stockBalance.itemId').select('item.name')
      .where('locationId', '=', id).where('onHand', '>', zero),
    kanbanBoard: id => sql.selectFrom('kanbanBoard').innerJoin('section', 'section.id', 'kanbanBoard.sectionId').select('section.name')
      .where('kanbanBoard.isActive', '=', true).where(({ eb }) => eb.or([eb('supplyLocationId', '=', id), eb('storeLocationId', '=', id)])),
  },
  item: {
    stockBalance: id => sql.selectFrom('stockBalance').innerJoin('location', 'location.id', 'stockBalance.locationId').select('location.name')
      .where('itemId', '=', id).where('onHand', '>', zero),
    kanbanCard: id => sql.selectFrom('kanbanCard').select('number as name')
      .where('itemId', '=', id).where('status', 'not in', ['COMPLETED', 'CANCELLED']),
    bomHeader: id => sql.selectFrom('bomHeader').innerJoin('item', 'item.id', 'bomHeader.itemId').leftJoin('bomLine', 'bomLine.bomHeaderId', 'bomHeader.id').select('item.name').distinct()
      .where('bomHeader.status', '=', 'ACTIVE').where(({ eb }) => eb.or([eb('bomHeader.itemId', '=', id), eb('bomLine.componentItemId', '=', id)])),
    kanbanRule: id => sql.selectFrom('kanbanRule').innerJoin('section', 'section.id', 'kanbanRule.sectionId').select('section.name')
      .where('itemId', '=', id).where('kanbanRule.isActive', '=', true),
  },
  stageStep: {
    workOrder: id => workAtSteps.where('workOrder.productionStageId', 'in', sql.selectFrom('stageStep').select('productionStageId').where('id', '=', id).where('kind', '<>', 'PLAIN')),
  },
}

/** What is counted in an inactive unit goes on being counted in it, and what a unit or an item was worth stays true; the days and shifts of a calendar are its own. */
const goesOnWithout: Partial<Record<MasterEntity, readonly MasterEntity[]>> = { unit: ['item', 'unitConversion'], item: ['unitConversion'], workCalendar: ['workShift', 'holiday'] }

/** The active records that refer to a master by one of their fields. */
function referringTo(entity: MasterEntity): [Entity, Users][] {
  return allMasters.filter(master => !goesOnWithout[entity]?.includes(master.entity)).flatMap(master =>
    Object.entries(master.fields).filter(([, { entity: referred }]) => referred === entity).map(([field]): [Entity, Users] => [
      master.entity, id => rowsOf(master, [nameColumn(master, field)]).where(`${master.entity}.${field}`, '=', id).where(`${master.entity}.isActive`, '=', true),
    ]))
}

/** What a record is called by: its name, else that of something else it refers to. */
function nameColumn(master: AnyMaster, field: string): string {
  if (hasCode(master) || 'name' in master.fields) return 'name'
  const other = master.unique.find(one => one !== field && master.fields[one]?.kind === 'reference') ?? field
  return `${baseOf(other)}Name`
}

/** Throws `in-use` with what still needs the master: `by` an entity, `examples` some of its records' names. */
export function refuseIfUsed(db: Reader, entity: MasterEntity, id: string): void {
  for (const [by, users] of [...Object.entries(activeUses[entity] ?? {}), ...referringTo(entity)]) {
    const names = db.all(users(id)).map(row => String(Object.values(row)[0]))
    if (names.length > 0) throw inUse(entity, id, by as Entity, names)
  }
}

export type MovedEntity = 'item' | 'location' | 'unit'

/** Throws `in-use` if stock of the item, or at the location, has ever moved. */
export function refuseIfMoved(db: Reader, entity: MovedEntity, id: string): void {
  const moves = sql.selectFrom('stockMove').innerJoin('item', 'item.id', 'stockMove.itemId').select('item.name').limit(1)
  const move = db.first({
    item: moves.where('itemId', '=', id),
    unit: moves.where('item.unitId', '=', id),
    location: moves.where(({ eb }) => eb.or([eb('fromLocationId', '=', id), eb('toLocationId', '=', id)])),
  }[entity])
  if (move) throw inUse(entity, id, 'stockMove', [move.name])
}

function inUse(entity: MasterEntity, id: string, by: Entity, names: readonly string[]): AppError {
  const examples = names.slice(0, examplesShown).join(', ')
  return new AppError('in-use', { entity, id, by, examples: names.length > examplesShown ? `${examples} …` : examples })
}
