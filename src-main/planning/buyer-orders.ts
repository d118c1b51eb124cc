import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import { traceCodeOf } from '../../shared/planning/rules.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { ManufacturingOrderTable } from '../database/tables.ts'
import type { Insertable, Selectable } from 'kysely'

export type ManufacturingRow = Selectable<ManufacturingOrderTable>
type Wanted = Pick<Insertable<ManufacturingOrderTable>, 'kind' | 'status' | 'articleId' | 'quantity'> &
  Partial<Omit<Insertable<ManufacturingOrderTable>, 'number' | 'createdBy'>>

/** A new order; the days it does not say are the settings' from today. */
export function openOrder({ db, settings, session, today, number }: CommandContext, wanted: Wanted): ManufacturingRow {
  const inDays = (days: number) => addDays(today() as BusinessDay, days)
  const ownNumber = number('manufacturingOrder')
  return db.insert('manufacturingOrder', {
    productionDay: inDays(settings.get(planningSettings.productionDays)),
    labelDay: inDays(settings.get(planningSettings.labelDays)),
    shipDay: inDays(settings.get(planningSettings.shipDays)),
    productionRouteId: null,
    salesLineId: null,
    buyerOrderId: null,
    fabricOrderId: null,
    labelOrderId: null,
    week: null,
    destination: null,
    notes: '',
    ...wanted,
    traceCode: traceCodeOf(ownNumber, wanted.week ?? null, wanted.destination ?? null),
    number: ownNumber,
    createdBy: session.userId,
  })
}

interface ConfirmedOrder {
  readonly shipDay: string
}
interface ConfirmedLine {
  readonly id: string
  readonly itemId: string
  readonly quantity: ManufacturingRow['quantity']
  readonly week: string | null
  readonly destination: ManufacturingRow['destination']
}

/** What a buyer wants, line by line: locked, until it is made. */
export function openBuyerOrders(context: CommandContext, { shipDay }: ConfirmedOrder, lines: readonly ConfirmedLine[]): void {
  for (const { id, itemId, quantity, week, destination } of lines)
    openOrder(context, { kind: 'BUYER', status: 'DRAFT', articleId: itemId, quantity, salesLineId: id, week, destination, shipDay })
}

/** Takes back what was locked; what was made of it once is kept as cancelled. Throws `in-use` with the order by which some of it is made. */
export function removeBuyerOrders(db: Writer, { id }: { readonly id: string }): void {
  const orders = sql
    .selectFrom('manufacturingOrder')
    .innerJoin('salesLine', 'salesLine.id', 'manufacturingOrder.salesLineId')
    .where('salesLine.salesOrderId', '=', id)
    .where('manufacturingOrder.status', '<>', 'CANCELLED')
    .selectAll('manufacturingOrder')
  for (const order of db.all(orders)) {
    const made = productionOf(db, order.id)
    if (made) throw new AppError('in-use', { entity: 'salesOrder', id, by: 'manufacturingOrder', examples: made.number })
    const wasMade = db.first(sql.selectFrom('manufacturingOrder').select('id').where('buyerOrderId', '=', order.id)) !== undefined
    if (wasMade) db.update('manufacturingOrder', order, { status: 'CANCELLED' })
    else db.remove('manufacturingOrder', order)
  }
}

/** The order by which a buyer's is made, unless that was cancelled. */
export function productionOf(db: Reader, buyerOrderId: string): ManufacturingRow | undefined {
  return db.first(sql.selectFrom('manufacturingOrder').selectAll().where('buyerOrderId', '=', buyerOrderId).where('status', '<>', 'CANCELLED'))
}

/** The oldest order of a buyer for an article that nobody makes yet. */
export function awaitedBuyerOrder(db: Reader, articleId: string): ManufacturingRow | undefined {
  return db.first(
    sql
      .selectFrom('manufacturingOrder as buyer')
      .selectAll('buyer')
      .where('buyer.kind', '=', 'BUYER')
      .where('buyer.status', '=', 'DRAFT')
      .where('buyer.articleId', '=', articleId)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('manufacturingOrder as made')
              .select('made.id')
              .whereRef('made.buyerOrderId', '=', 'buyer.id')
              .where('made.status', '<>', 'CANCELLED'),
          ),
        ),
      )
      .orderBy('buyer.shipDay')
      .orderBy('buyer.number'),
  )
}

/** What a buyer ordered goes the way of what is made for it. */
export function followProduction(db: Writer, { buyerOrderId, status, startedDay, completedDay }: ManufacturingRow): void {
  if (buyerOrderId === null) return
  const buyer = db.get('manufacturingOrder', buyerOrderId)
  const followed = status === 'CANCELLED' ? 'DRAFT' : status
  if (buyer.status !== followed) db.update('manufacturingOrder', buyer, { status: followed, startedDay, completedDay })
}
