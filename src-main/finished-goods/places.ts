import { sql as raw } from 'kysely'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** Stores that may take goods in, the best first: where most of the article lies, else where most finished goods lie, else in the order the factory made them. */
export function placesFor(db: Reader, articleId: string): { readonly id: string; readonly name: string }[] {
  const pieces = (of: 'own' | 'any') => raw<number>`coalesce(sum(case when ${of === 'own' ? raw`stockBalance.itemId = ${articleId}` : raw`item.kind = 'FINISHED_GOOD'`} then stockBalance.onHand end), 0)`
  return db.all(
    sql.selectFrom('location').leftJoin('stockBalance', 'stockBalance.locationId', 'location.id').leftJoin('item', 'item.id', 'stockBalance.itemId')
      .where('location.kind', '=', 'INTERNAL').where('location.isActive', '=', true).where('location.sectionId', 'is', null)
      .groupBy('location.id').select(['location.id', 'location.name'])
      .orderBy(pieces('own'), 'desc').orderBy(pieces('any'), 'desc').orderBy('location.createdAt').orderBy('location.code'),
  )
}
