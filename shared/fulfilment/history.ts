import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { optionalText, text } from '../core/fields.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { Badge, Invoice, usualPage } from './invoices.ts'
import { deliveryKinds, deliveryStatuses, invoiceStatuses, packingStatuses, pickingStatuses } from './rules.ts'
import { DeliverySession, PackingSession, PickingSession } from './sessions.ts'
import { invoiceReads } from './writes.ts'

const mayRead = { permission: 'fulfilment.view' } as const
const ofInvoice = { invoiceNumber: z.string(), invoiceStatus: z.enum(invoiceStatuses), customerName: z.string(), lineCount: z.int(), pieces: z.int() }
/** Whether somebody sees everybody's work is a matter of their menus. */
const historyReads = ['site', ...invoiceReads, 'operatorPass', 'role', 'roleGrant', 'permissionGrant', 'userMenu', 'menuItem'] as const
/**
 * `isOwn`: only what whoever asks did themselves, also where they see what all did. `badge`: in place of the asker's, that of whoever scanned it at a desk
 * that several share; throws as `getMyWork` does.
 */
const days = { workerEmail: optionalText(200), fromDay: BusinessDaySchema, toDay: BusinessDaySchema, isOwn: z.boolean(), badge: text(100) }

/** Longer spans are asked for in parts. */
export const mostFigureDays = 92

/** What a day came to (IF-19). Times in minutes, on average, less what was waited; nothing where there was none. A delivery's is its way on the road. */
export const DayFigures = z.object({
  day: z.string(),
  totalInvoices: z.int(),
  holdInvoices: z.int(),
  completedPicking: z.int(),
  completedPacking: z.int(),
  completedBoxing: z.int(),
  completedDelivery: z.int(),
  /** Of the deliveries: handed over at the counter, given to a courier, driven by ourselves. */
  completedCounter: z.int(),
  completedCourier: z.int(),
  completedRoad: z.int(),
  completedHold: z.int(),
  pending: z.int(),
  returned: z.int(),
  pickingMinutes: DecimalSchema.nullable(),
  packingMinutes: DecimalSchema.nullable(),
  deliveryMinutes: DecimalSchema.nullable(),
})
export type DayFigures = z.infer<typeof DayFigures>

const Count = z.object({ status: z.enum(invoiceStatuses), count: z.int(), oldestSince: z.string().nullable() })
export const FulfilmentBoard = z.object({
  counts: z.array(Count),
  held: z.int(),
  consolidating: z.int(),
  toConsider: z.int(),
  boxingQueue: z.int(),
  express: z.int(),
  totalDifferent: z.int(),
  today: DayFigures,
  /** The next of every stage, the most urgent first. */
  queues: z.array(z.object({ status: z.enum(invoiceStatuses), invoices: z.array(Invoice) })),
})
export type FulfilmentBoard = z.infer<typeof FulfilmentBoard>

export const history = {
  /** IF-18: one's own work; everybody's for an Admin, and for whoever may open reports. Whoever dispatches sees all that couriers were given, to enter what lacks of it. */
  listPickingHistory: query({
    ...mayRead,
    long: true,
    varies: 'user',
    input: listInput({ ...days, status: z.array(z.enum(pickingStatuses)).max(pickingStatuses.length) }, ['startedAt', 'endedAt']).extend(usualPage),
    output: page(PickingSession.extend(ofInvoice)),
    reads: historyReads,
  }),
  listPackingHistory: query({
    ...mayRead,
    long: true,
    varies: 'user',
    input: listInput({ ...days, status: z.array(z.enum(packingStatuses)).max(packingStatuses.length) }, ['createdAt', 'endedAt']).extend(usualPage),
    output: page(PackingSession.extend(ofInvoice)),
    reads: historyReads,
  }),
  listDeliveryHistory: query({
    ...mayRead,
    long: true,
    varies: 'user',
    input: listInput({ ...days, status: z.array(z.enum(deliveryStatuses)).max(deliveryStatuses.length), kind: z.enum(deliveryKinds) }, [
      'startedAt',
      'endedAt',
    ]).extend(usualPage),
    output: page(DeliverySession.extend(ofInvoice)),
    reads: historyReads,
  }),
  /**
   * What somebody has in hand: invoices they pick, check or pack, and deliveries given to them. The asker, or whoever's badge was scanned at
   * a desk that several share: throws `badge-unknown`, `account-locked` after too many of them, `inactive`, and `forbidden` where one of the
   * two may not do such work.
   */
  getMyWork: query({
    ...mayRead,
    varies: 'user',
    input: z.object(Badge),
    output: z.object({
      worker: z.object({ userId: z.string(), fullName: z.string() }),
      picking: z.array(Invoice),
      packing: z.array(Invoice),
      delivery: z.array(Invoice),
    }),
    reads: [...invoiceReads, 'operatorPass', 'role', 'roleGrant', 'permissionGrant'],
  }),
  /** How it stands now: for the desk of whoever leads the warehouse, and for a wall. */
  getBoard: query({
    ...mayRead,
    varies: 'day',
    input: z.object({ queueLength: z.int().min(0).max(50).default(10) }),
    output: FulfilmentBoard,
    reads: [...invoiceReads, 'fulfilmentDay', 'invoiceReturn', 'site'],
  }),
  /** Throws `invalid-input` for days the other way round, and for more than `mostFigureDays`. */
  getDayFigures: query({
    ...mayRead,
    long: true,
    varies: 'day',
    input: z.object({ fromDay: BusinessDaySchema, toDay: BusinessDaySchema }),
    output: z.array(DayFigures),
    reads: [...invoiceReads, 'fulfilmentDay', 'invoiceReturn', 'site'],
  }),
  /** IF-19: keeps what is held as the day begins. */
  openFulfilmentDay: command({
    ...mayRead,
    visibility: 'internal',
    input: z.object({}),
    output: z.object({ holdInvoices: z.int() }),
    writes: ['fulfilmentDay'],
  }),
}
