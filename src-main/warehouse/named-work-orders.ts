import { sql as raw } from 'kysely'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { openWorkOrders } from '../../shared/planning/rules.ts'
import type { FoundWorkOrder, namedWorkOrders } from '../../shared/warehouse/work-orders.ts'
import type { Handlers } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { bestMatches, matching } from '../masters/lookup.ts'
import { isSeen, type Sections } from './places.ts'
import { requestsFor } from './work-order-requests.ts'

/** `words`: what it is looked for by, besides its number. */
const workOrderRows = sql.selectFrom('workOrder').innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId')
  .innerJoin('item as article', 'article.id', 'manufacturingOrder.articleId')
  .innerJoin('productionStage', 'productionStage.id', 'workOrder.productionStageId').leftJoin('item as part', 'part.id', 'workOrder.itemId')
  .select(['workOrder.id', 'workOrder.number as code', 'workOrder.sectionId', 'workOrder.status', 'manufacturingOrder.number as manufacturingNumber'])
  .select([
    raw<string>`coalesce(part.name, productionStage.name || ', ' || article.name)`.as('name'),
    raw<boolean>`workOrder.status in (${raw.join([...openWorkOrders])})`.as('isActive'),
    raw<string>`concat_ws(' ', part.code, part.name, productionStage.name, article.code, article.name, manufacturingOrder.number)`.as('words'),
  ])
const shown = sql.with('entry', () => workOrderRows).selectFrom('entry')
  .select(['entry.id', 'entry.code', 'entry.name', 'entry.manufacturingNumber', 'entry.isActive'])

type Search = ParsedInputOf<typeof namedWorkOrders.findWorkOrders>

function findWorkOrders(db: Reader, mine: Sections, { search, pageSize, activeOnly, sectionId, id }: Search): Page<FoundWorkOrder> {
  let query = shown.where(isSeen('entry', mine))
  if (id !== undefined) query = query.where('entry.id', '=', id)
  else if (activeOnly) query = query.where('entry.status', 'in', [...openWorkOrders])
  if (sectionId !== undefined) query = query.where('entry.sectionId', '=', sectionId)
  return { rows: db.all(bestMatches(query, { search, limit: pageSize }, { code: 'entry.code', name: 'entry.words' })) }
}

export const namedWorkOrderHandlers: Handlers<typeof namedWorkOrders> = {
  findWorkOrders({ db, scope }, input) {
    if (input.sectionId !== undefined) scope.section(input.sectionId)
    return findWorkOrders(db, scope.mine(), input)
  },
  /** By their very number alone. */
  matchWorkOrders: ({ db, scope }, { texts }) => (
    db.all(matching(shown.where(isSeen('entry', scope.mine())), texts, { code: 'entry.code', name: 'entry.code' }))
  ),
  listWorkOrderRequests({ db, scope }, { workOrderId }) {
    scope.section(db.get('workOrder', workOrderId).sectionId)
    return requestsFor(db, scope.mine(), workOrderId)
  },
}
