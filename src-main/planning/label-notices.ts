import { businessDay, daysBetween, type BusinessDay } from '../../shared/core/dates.ts'
import type { Audience, NoticeKind } from '../../shared/notifications/notice.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { planners } from './health-notices.ts'

type Telling = Pick<CommandContext, 'db' | 'settings' | 'today' | 'notify'>

/** An order whose labels are not approved yet. `since`: the day its fabric was. */
export interface AwaitedLabel {
  readonly id: string
  readonly number: string
  readonly article: string
  readonly fabricNumber: string
  readonly since: BusinessDay
  readonly days: number
  readonly hasLabelOrder: boolean
}

const listeners: readonly Audience[] = [{ role: 'Manager' }, ...planners]

/** PL-5: no label order so many days after the fabric order is told once; an order that stays PARTIAL longer, every day. */
export function tellAwaitedLabels(context: Telling): number {
  const { settings } = context
  const awaited = awaitedLabels(context)
  const missing = awaited.filter(({ days, hasLabelOrder }) => !hasLabelOrder && days >= settings.get(planningSettings.labelWaitDays))
  const ageing = awaited.filter(({ days }) => days > settings.get(planningSettings.partialAlertDays))
  for (const order of missing) if (!wasTold(context.db, 'LABEL_ORDER_MISSING', order.id)) tell(context, 'LABEL_ORDER_MISSING', order)
  for (const order of ageing) tell(context, 'ORDER_PARTIAL_AGEING', order)
  return new Set([...missing, ...ageing]).size
}

/** Orders that wait for labels, the longest first. */
export function awaitedLabels({ db, today }: { readonly db: Reader; today(): string }): AwaitedLabel[] {
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const orders = db.all(
    sql
      .selectFrom('manufacturingOrder')
      .innerJoin('purchaseOrder as fabric', 'fabric.id', 'manufacturingOrder.fabricOrderId')
      .innerJoin('item', 'item.id', 'manufacturingOrder.articleId')
      .where('manufacturingOrder.status', '=', 'PARTIAL')
      .where('manufacturingOrder.kind', '=', 'PRODUCTION')
      .select(['manufacturingOrder.id', 'manufacturingOrder.number', 'manufacturingOrder.createdAt', 'item.name as article'])
      .select(['fabric.id as fabricId', 'fabric.number as fabricNumber', 'fabric.approvedAt'])
      .orderBy('manufacturingOrder.createdAt'),
  )
  return orders.map(({ fabricId, approvedAt, createdAt, ...order }) => {
    const since = businessDay(approvedAt ?? createdAt, { timeZone })
    return { ...order, since, days: daysBetween(since, today() as BusinessDay), hasLabelOrder: hasLabelOrder(db, fabricId) }
  })
}

function hasLabelOrder(db: Reader, fabricId: string): boolean {
  const label = sql
    .selectFrom('purchaseOrder')
    .select('id')
    .where('sourceOrderId', '=', fabricId)
    .where('kind', '=', 'LABEL')
    .where('status', '<>', 'CANCELLED')
  return db.first(label.limit(1)) !== undefined
}

function wasTold(db: Reader, kind: NoticeKind, entityId: string): boolean {
  return (
    db.first(sql.selectFrom('notification').select('id').where('kind', '=', kind).where('entityId', '=', entityId).limit(1)) !== undefined
  )
}

function tell({ notify }: Telling, kind: NoticeKind, { id, number, article, fabricNumber, since, days }: AwaitedLabel): void {
  notify({
    kind,
    audience: listeners,
    params: { number, article, order: fabricNumber, from: since, count: days },
    entity: 'manufacturingOrder',
    entityId: id,
  })
}
