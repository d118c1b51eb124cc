import type { Compilable } from 'kysely'
import { zero } from '../../shared/core/decimal.ts'
import type { Entity } from '../../shared/core/entities.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

export type Master = 'unit' | 'section' | 'location' | 'item'
/** The names of some records that need the master with this id. */
type Users = (id: string) => Compilable<{ name: string }>

const examplesShown = 3

/** What would break without a master. Units have no entry: what is counted in an inactive one goes on being counted in it. */
const activeUses: Readonly<Record<Master, Partial<Record<Entity, Users>>>> = {
  unit: {},
  section: {
    user: id => sql.selectFrom('user').select('fullName as name').where('isActive', '=', true)
      .where(({ eb, selectFrom }) => {
        const supervisors = selectFrom('userSection').select('userId').where('sectionId', '=', id)
        return eb.or([eb('sectionId', '=', id), eb('id', 'in', supervisors)])
      }),
    kanbanBoard: id => sql.selectFrom('kanbanBoard').innerJoin('section', 'section.id', 'kanbanBoard.sectionId').select('section.name')
      .where('kanbanBoard.isActive', '=', true).where(({ eb }) => eb.or([eb('sectionId', '=', id), eb('supplySectionId', '=', id)])),
    location: id => sql.selectFrom('location').select('name').where('isActive', '=', true).where('sectionId', '=', id),
    section: id => sql.selectFrom('section').select('name').where('isActive', '=', true).where('parentId', '=', id),
  },
  location: {
    stockBalance: id => sql.selectFrom('stockBalance').innerJoin('item', 'item.id', 'stockBalance.itemId').select('item.name')
      .where('locationId', '=', id).where('onHand', '>', zero),
    kanbanBoard: id => sql.selectFrom('kanbanBoard').innerJoin('section', 'section.id', 'kanbanBoard.sectionId').select('section.name')
      .where('kanbanBoard.isActive', '=', true).where(({ eb }) => eb.or([eb('supplyLocationId', '=', id), eb('storeLocationId', '=', id)])),
    location: id => sql.selectFrom('location').select('name').where('isActive', '=', true).where('parentId', '=', id),
  },
  item: {
    stockBalance: id => sql.selectFrom('stockBalance').innerJoin('location', 'location.id', 'stockBalance.locationId').select('location.name')
      .where('itemId', '=', id).where('onHand', '>', zero),
    kanbanCard: id => sql.selectFrom('kanbanCard').select('number as name')
      .where('itemId', '=', id).where('status', 'not in', ['COMPLETED', 'CANCELLED']),
    kanbanRule: id => sql.selectFrom('kanbanRule').innerJoin('section', 'section.id', 'kanbanRule.sectionId').select('section.name')
      .where('itemId', '=', id).where('kanbanRule.isActive', '=', true),
  },
}

/** Throws `in-use` with what still needs the master: `by` an entity, `examples` some of its records' names. */
export function refuseIfUsed(db: Reader, entity: Master, id: string): void {
  for (const [by, users] of Object.entries(activeUses[entity])) {
    const names = db.all(users(id)).map(({ name }) => name)
    if (names.length > 0) throw inUse(entity, id, by as Entity, names)
  }
}

/** Throws `in-use` if stock of the item, or at the location, has ever moved. */
export function refuseIfMoved(db: Reader, entity: 'item' | 'location' | 'unit', id: string): void {
  const moves = sql.selectFrom('stockMove').innerJoin('item', 'item.id', 'stockMove.itemId').select('item.name').limit(1)
  const move = db.first({
    item: moves.where('itemId', '=', id),
    unit: moves.where('item.unitId', '=', id),
    location: moves.where(({ eb }) => eb.or([eb('fromLocationId', '=', id), eb('toLocationId', '=', id)])),
  }[entity])
  if (move) throw inUse(entity, id, 'stockMove', [move.name])
}

function inUse(entity: Master, id: string, by: Entity, names: readonly string[]): AppError {
  const examples = names.slice(0, examplesShown).join(', ')
  return new AppError('in-use', { entity, id, by, examples: names.length > examplesShown ? `${examples} …` : examples })
}
