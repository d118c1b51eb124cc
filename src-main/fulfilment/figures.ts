import { sql as raw, type SqlBool } from 'kysely'
import { addDays, dayEnd, daysBetween, dayStart, type BusinessDay } from '../../shared/core/dates.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import { mostFigureDays, type DayFigures, type FulfilmentBoard } from '../../shared/fulfilment/history.ts'
import { invoiceStatuses, pendingHold, type DeliveryKind, type InvoiceStatus } from '../../shared/fulfilment/rules.ts'
import { ratio, toPlaces } from '../../shared/core/rational.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { invalid } from '../warehouse/refusals.ts'
import { isHeld } from './consolidation.ts'
import { nextOf } from './queues.ts'
import { heldBefore } from './steps.ts'
import { siteZone } from './zone.ts'

interface Span {
  readonly from: string
  readonly to: string
}
interface Done {
  readonly count: number
  readonly seconds: number | null
  readonly timed: number
}

/** IF-19, day by day. Throws `invalid-input` for days the other way round, and for more than `mostFigureDays`. */
export function dayFigures(db: Reader, fromDay: BusinessDay, toDay: BusinessDay): DayFigures[] {
  const count = daysBetween(fromDay, toDay) + 1
  if (count < 1 || count > mostFigureDays) throw invalid('toDay', 'fulfilment.issues.day-span', { most: mostFigureDays })
  return Array.from({ length: count }, (_, at) => figuresOf(db, addDays(fromDay, at)))
}

export function figuresOf(db: Reader, day: BusinessDay): DayFigures {
  const zone = siteZone(db)
  const span = { from: dayStart(day, zone), to: dayEnd(day, zone) }
  const [picking, packing, delivery] = [doneIn(db, 'pickingSession', span), doneIn(db, 'packingSession', span), doneIn(db, 'deliverySession', span)]
  const frozen = db.first(sql.selectFrom('fulfilmentDay').select('holdInvoices').where('day', '=', day))
  const holdInvoices = frozen?.holdInvoices ?? heldBefore(db, day)
  const completedHold = pickedOfBefore(db, span)
  return {
    day,
    totalInvoices: countIn(db, 'invoice', span),
    holdInvoices,
    completedPicking: picking.count,
    completedPacking: packing.count,
    completedDelivery: delivery.count,
    completedHold,
    pending: pendingHold(holdInvoices, completedHold),
    returned: countIn(db, 'invoiceReturn', span),
    pickingMinutes: minutesOf(picking),
    packingMinutes: minutesOf(packing),
    deliveryMinutes: minutesOf(delivery),
    ...handedOver(db, span),
  }
}

function countIn(db: Reader, entity: 'invoice' | 'invoiceReturn', { from, to }: Span): number {
  return db.one(
    sql
      .selectFrom(entity)
      .where('createdAt', '>=', from)
      .where('createdAt', '<', to)
      .select(({ fn }) => fn.countAll<number>().as('count')),
  ).count
}

const ends = {
  pickingSession: raw<SqlBool>`isCompleted = 1`,
  packingSession: raw<SqlBool>`isCompleted = 1`,
  deliverySession: raw<SqlBool>`status = 'DELIVERED'`,
} as const
/** How many seconds one of them took; on the road alone, where it was not handed over at once. */
const spans = {
  pickingSession: raw`unixepoch(endedAt) - unixepoch(startedAt) - waitedSeconds`,
  packingSession: raw`unixepoch(coalesce(packedAt, endedAt)) - unixepoch(coalesce(checkingStartedAt, startedAt)) - waitedSeconds`,
  deliverySession: raw`case kind when 'INTERNAL' then unixepoch(endedAt) - unixepoch(dispatchedAt) end`,
} as const

/** What of a stage ended in a span, and how long it took together, in seconds: what was forced took no time of anybody's. */
function doneIn(db: Reader, entity: keyof typeof ends, { from, to }: Span): Done {
  const took = raw<number>`case when proof in ('SCAN', 'MANUAL') then ${spans[entity]} end`
  const ended = sql.selectFrom(entity).where('endedAt', '>=', from).where('endedAt', '<', to).where(ends[entity])
  return db.one(
    ended.select(({ fn }) => [
      fn.countAll<number>().as('count'),
      raw<number | null>`sum(${took})`.as('seconds'),
      raw<number>`count(${took})`.as('timed'),
    ]),
  )
}

function minutesOf({ seconds, timed }: Done): Decimal | null {
  return seconds === null || timed === 0 ? null : toPlaces(ratio(BigInt(seconds), BigInt(timed) * 60n), 2, 'half-up')
}

/** What was boxed apart from packing, and in which of the ways goods left. */
function handedOver(db: Reader, { from, to }: Span): Pick<DayFigures, 'completedBoxing' | 'completedCounter' | 'completedCourier' | 'completedRoad'> {
  const kinds = db.all(
    sql
      .selectFrom('deliverySession')
      .where('endedAt', '>=', from)
      .where('endedAt', '<', to)
      .where(ends.deliverySession)
      .groupBy('kind')
      .select(({ fn }) => ['kind', fn.countAll<number>().as('count')]),
  )
  const boxed = sql.selectFrom('packingSession').where('endedAt', '>=', from).where('endedAt', '<', to).where(ends.packingSession).where('boxerId', 'is not', null)
  const of = (kind: DeliveryKind) => kinds.find(one => one.kind === kind)?.count ?? 0
  return {
    completedBoxing: db.one(boxed.select(({ fn }) => fn.countAll<number>().as('count'))).count,
    completedCounter: of('DIRECT'),
    completedCourier: of('COURIER'),
    completedRoad: of('INTERNAL'),
  }
}

/** What had waited since before the span and was picked in it; what billing sent to be picked again did not wait. */
function pickedOfBefore(db: Reader, { from, to }: Span): number {
  return db.one(
    sql
      .selectFrom('pickingSession')
      .innerJoin('invoice', 'invoice.id', 'pickingSession.invoiceId')
      .where('pickingSession.endedAt', '>=', from)
      .where('pickingSession.endedAt', '<', to)
      .where('pickingSession.isCompleted', '=', true)
      .where('invoice.createdAt', '<', from)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('pickingSession as before')
              .select('before.id')
              .whereRef('before.invoiceId', '=', 'invoice.id')
              .whereRef('before.endedAt', '<', 'pickingSession.endedAt')
              .where('before.isCompleted', '=', true),
          ),
        ),
      )
      .select(({ fn }) => fn.countAll<number>().as('count')),
  ).count
}

/** What has ended by a credit note is nobody's to do. */
const told = invoiceStatuses.filter(status => status !== 'CANCELLED')
const open = told.filter(status => status !== 'DELIVERED')
const queued: readonly InvoiceStatus[] = ['INVOICED', 'PICKING', 'PICKED', 'PACKING', 'BOXING', 'PACKED', 'DISPATCHED', 'REVIEW']

/** How it stands: all that is not delivered, and what was today. */
export function boardOf(db: Reader, day: BusinessDay, queueLength: number): FulfilmentBoard {
  const zone = siteZone(db)
  const span = { from: dayStart(day, zone), to: dayEnd(day, zone) }
  const rows = standing(db)
  const deliveredToday = db.one(
    sql
      .selectFrom('deliverySession')
      .where('endedAt', '>=', span.from)
      .where('endedAt', '<', span.to)
      .where('status', '=', 'DELIVERED')
      .select(({ fn }) => fn.countAll<number>().as('count')),
  ).count
  const counts = told.map(status => {
    if (status === 'DELIVERED') return { status, count: deliveredToday, oldestSince: null }
    const row = rows.find(one => one.status === status)
    return { status, count: row?.count ?? 0, oldestSince: row?.oldestSince ?? null }
  })
  return {
    counts,
    ...waitingOf(db, rows),
    today: figuresOf(db, day),
    queues: queueLength === 0 ? [] : queued.map(status => ({ status, invoices: nextOf(db, status, queueLength) })),
  }
}

/** What is open, counted in one look: by its state, and by what else is told of it. */
function standing(db: Reader) {
  return db.all(
    sql
      .selectFrom('invoice')
      .where('status', 'in', open)
      .groupBy('status')
      .select(({ fn }) => [
        'status',
        fn.countAll<number>().as('count'),
        fn.min<string>('statusSince').as('oldestSince'),
        raw<number>`sum(isOnHold)`.as('held'),
        raw<number>`sum(isExpress)`.as('express'),
        raw<number>`sum(isTotalDifferent)`.as('totalDifferent'),
        raw<number>`sum(isSelfBoxing)`.as('selfBoxing'),
        raw<number>`count(case deliveryStatus when 'TO_CONSIDER' then 1 end)`.as('toConsider'),
      ]),
  )
}

type Standing = ReturnType<typeof standing>

function waitingOf(db: Reader, rows: Standing): Pick<FulfilmentBoard, 'held' | 'consolidating' | 'toConsider' | 'boxingQueue' | 'express' | 'totalDifferent'> {
  const sum = (of: (row: Standing[number]) => number) => rows.reduce((all, row) => all + of(row), 0)
  const boxing = rows.find(({ status }) => status === 'BOXING')
  return {
    held: sum(({ held }) => held),
    express: sum(({ express }) => express),
    totalDifferent: sum(({ totalDifferent }) => totalDifferent),
    boxingQueue: (boxing?.count ?? 0) - (boxing?.selfBoxing ?? 0),
    toConsider: rows.find(({ status }) => status === 'PACKED')?.toConsider ?? 0,
    consolidating: db.one(
      sql
        .selectFrom('packingSession')
        .where(isHeld)
        .select(({ fn }) => fn.countAll<number>().as('count')),
    ).count,
  }
}
