import { sql as raw } from 'kysely'
import { addDecimals, minDecimal, type Decimal } from '../../shared/core/decimal.ts'
import type { Page } from '../../shared/core/list.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { boards, Counts } from '../../shared/kanban/boards.ts'
import type { Card, CardDetail, cards, RequestableItem } from '../../shared/kanban/cards.ts'
import { boardLanes, openStatuses, restOf, type BoardLane } from '../../shared/kanban/rules.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { bestMatches, narrowed, textColumn } from '../masters/lookup.ts'
import { balanceAt } from '../warehouse/balances.ts'
import { keptForAsker, promisedTo } from '../warehouse/work-order-askers.ts'
import { boardOfSection, listBoards } from './boards.ts'
import { cardOf, cardRows } from './card-rows.ts'
import { askerOf, boardOf } from './requests.ts'
import { ruleRows } from './rules.ts'

type Sections = 'all' | readonly string[]

const seenBy = (mine: Sections) => (mine === 'all' ? cardRows : cardRows.where('kanbanCard.sectionId', 'in', [...mine]))

export function listCards(db: Reader, mine: Sections, input: ParsedInputOf<typeof cards.listCards>): Page<Card> {
  const { status, priority, neededFrom, neededTo, ...filter } = input.filter
  let query = narrowed(sql.with('entry', () => seenBy(mine)).selectFrom('entry').selectAll('entry'), filter, {
    sectionId: 'entry.sectionId', itemId: 'entry.itemId', isAutomatic: 'entry.isAutomatic',
  })
  if (status !== undefined) query = query.where('entry.status', 'in', status)
  if (priority !== undefined) query = query.where('entry.priority', 'in', priority)
  if (neededFrom !== undefined) query = query.where('entry.neededBy', '>=', neededFrom)
  if (neededTo !== undefined) query = query.where('entry.neededBy', '<=', neededTo)
  return listPage(db, input, {
    query,
    columns: {
      number: 'entry.number', createdAt: 'entry.createdAt', status: 'entry.status', priority: 'entry.priorityRank',
      sectionName: textColumn('entry.sectionName'),
      itemCode: textColumn('entry.itemCode'), itemName: textColumn('entry.itemName'), quantity: 'entry.quantity', fulfilled: 'entry.fulfilled',
      neededBy: 'entry.neededBy',
    },
    search: ['entry.number', 'entry.itemCode', 'entry.itemName', 'entry.sectionName', 'entry.notes'],
    defaultSort: [{ column: 'createdAt', descending: true }],
    id: 'entry.id',
  })
}

/** A card with the stock behind it. */
export function cardDetail(db: Reader, id: string): CardDetail {
  const card = cardOf(db, id)
  const board = boardOf(db, card.sectionId)
  const place = (locationId: string) => ({ locationId, locationName: db.get('location', locationId).name, ...balanceAt(db, card.itemId, locationId) })
  const supply = place(board.supplyLocationId)
  const asker = askerOf(db, board, card)
  return {
    card, workOrderNumber: card.workOrderId === null ? null : db.get('workOrder', card.workOrderId).number, supply, store: place(board.storeLocationId),
    reserved: promisedTo(db, asker), deliverable: minDecimal(restOf(card), addDecimals(supply.available, keptForAsker(db, asker))),
    deliveries: deliveriesOf(db, id),
  }
}

function deliveriesOf(db: Reader, id: string): CardDetail['deliveries'] {
  return db.all(sql.selectFrom('stockMove')
    .innerJoin('user', 'user.id', 'stockMove.createdBy')
    .leftJoin('stockMove as reversal', 'reversal.reverses', 'stockMove.seq')
    .where('stockMove.documentEntity', '=', 'kanbanCard').where('stockMove.documentId', '=', id)
    .select([
      'stockMove.seq', 'stockMove.at', 'stockMove.postingDay', 'stockMove.quantity', 'user.fullName as createdByName', 'stockMove.note',
      'stockMove.reverses',
      'reversal.seq as reversedBy',
    ])
    .orderBy('stockMove.seq', 'desc'))
}

export function searchItems(db: Reader, input: ParsedInputOf<typeof cards.searchItems>): Page<RequestableItem> {
  const board = boardOf(db, input.sectionId)
  const found = sql.selectFrom('item')
    .innerJoin('unit', 'unit.id', 'item.unitId')
    .leftJoin('stockBalance as supply', join => join.onRef('supply.itemId', '=', 'item.id').on('supply.locationId', '=', board.supplyLocationId))
    .leftJoin('stockBalance as store', join => join.onRef('store.itemId', '=', 'item.id').on('store.locationId', '=', board.storeLocationId))
    .where('item.isActive', '=', true).where('item.kind', '<>', 'SERVICE')
    .select([
      'item.id', 'item.code', 'item.name', 'unit.code as unitCode', 'unit.places as unitPlaces',
      raw<Decimal>`coalesce(supply.onHand - supply.reserved, 0)`.as('supplyAvailable'), raw<Decimal>`coalesce(store.onHand, 0)`.as('storeOnHand'),
    ])
  return { rows: db.all(bestMatches(found, { search: input.search, limit: input.pageSize }, { code: 'item.code', name: 'item.name' })) }
}

/** Far more than fit on a screen; the counts tell of the rest. */
const cardsPerLane = 200

/** The lanes of a board screen, one after the other. */
export function boardCards(
  db: Reader, mine: Sections, { sectionId, completedSince }: ParsedInputOf<typeof boards.getBoard>,
): OutputOf<typeof boards.getBoard> {
  const sections = sectionId === undefined ? mine : [sectionId]
  const seen = seenBy(sections)
  const completed = seen.where('kanbanCard.completedDay', '>=', completedSince)
  const lane = (status: BoardLane) => db.all(inOrder(status === 'COMPLETED' ? completed : seen, status))
  const shown = listBoards(db, sections)
  return { boards: shown, cards: boardLanes.flatMap(lane), counts: countsOf(db, sections, completedSince) }
}

function inOrder(query: typeof cardRows, status: BoardLane): typeof cardRows {
  const lane = query.where('kanbanCard.status', '=', status).limit(cardsPerLane)
  return status === 'COMPLETED'
    ? lane.orderBy('kanbanCard.completedAt', 'desc')
    : lane.orderBy('priorityRank', 'desc').orderBy('kanbanCard.neededBy').orderBy('kanbanCard.number')
}

function countsOf(db: Reader, sections: Sections, completedSince: string): Counts {
  let query = sql.selectFrom('kanbanCard')
    .where(({ eb }) => eb.or([eb('status', 'in', openStatuses), eb.and([eb('status', '=', 'COMPLETED'), eb('completedDay', '>=', completedSince)])]))
    .select(['status', raw<number>`count(*)`.as('count')]).groupBy('status')
  if (sections !== 'all') query = query.where('sectionId', 'in', [...sections])
  const found = new Map<string, number>(db.all(query).map(({ status, count }) => [status, count]))
  return Object.fromEntries(boardLanes.map(lane => [lane, found.get(lane) ?? 0])) as Counts
}

const shownOnDashboard = 50
const recentDeliveries = 10

export function sectionDashboard(
  db: Reader, sectionId: string, today: string, completedSince: string,
): OutputOf<typeof boards.getSectionDashboard> {
  const board = boardOfSection(db, sectionId)
  const open = seenBy([sectionId]).orderBy('kanbanCard.neededBy').orderBy('kanbanCard.number').limit(shownOnDashboard)
  return {
    board,
    counts: countsOf(db, [sectionId], completedSince),
    waiting: db.all(open.where('kanbanCard.status', '=', 'PENDING')),
    late: db.all(open.where('kanbanCard.status', 'in', openStatuses).where('kanbanCard.neededBy', '<', today)),
    low: db.all(ruleRows.where('kanbanRule.sectionId', '=', sectionId).where('kanbanRule.isActive', '=', true)
      .where(raw<boolean>`coalesce(stockBalance.onHand, 0) <= kanbanRule.reorderPoint`)
      .select(({ selectFrom }) => selectFrom('kanbanCard').select('number')
        .whereRef('kanbanCard.itemId', '=', 'kanbanRule.itemId').whereRef('kanbanCard.sectionId', '=', 'kanbanRule.sectionId')
        .where('kanbanCard.status', 'in', openStatuses).orderBy('number').limit(1).as('openCardNumber'))
      .orderBy('item.code').limit(shownOnDashboard)),
    store: db.one(sql.selectFrom('stockBalance').where('locationId', '=', board.storeLocationId)
      .select([raw<number>`count(*)`.as('items'), raw<number>`coalesce(sum(onHand = 0), 0)`.as('empty')])),
    deliveries: db.all(sql.selectFrom('stockMove')
      .innerJoin('item', 'item.id', 'stockMove.itemId')
      .innerJoin('unit', 'unit.id', 'item.unitId')
      .leftJoin('stockMove as reversal', 'reversal.reverses', 'stockMove.seq')
      .where('stockMove.toLocationId', '=', board.storeLocationId).where('stockMove.kind', 'in', ['TRANSFER', 'RECEIPT'])
      .where('stockMove.reverses', 'is', null).where('reversal.seq', 'is', null)
      .select([
        'stockMove.seq', 'stockMove.at', 'item.code as itemCode', 'item.name as itemName', 'unit.code as unitCode', 'unit.places as unitPlaces',
        'stockMove.quantity',
        raw<string | null>`case when stockMove.documentEntity = 'kanbanCard' then stockMove.documentId end`.as('cardId'),
        'stockMove.documentNumber as cardNumber',
      ])
      .orderBy('stockMove.seq', 'desc').limit(recentDeliveries)),
  }
}
