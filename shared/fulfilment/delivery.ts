import { z } from 'zod'
import { PositiveDecimal } from '../core/decimal.ts'
import { Note, optionalText, Reason, text } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { command, query } from '../core/procedure.ts'
import { Badge, Invoice } from './invoices.ts'
import { EachInvoice, Several } from './picking.ts'
import { deliveryWrites } from './writes.ts'

const act = { permission: 'fulfilment.execute', output: Invoice, action: 'UPDATE' } as const
const Pickup = { pickupName: text(200), pickupPhone: text(50), pickupCode: optionalText(100).default('') }
/** IF-9: how goods leave, and what has to be known of whoever takes them. */
export const DeliveryWay = z.discriminatedUnion('kind', [
  z.discriminatedUnion('counterMode', [
    z.object({ kind: z.literal('DIRECT'), counterMode: z.literal('PATIENT'), ...Pickup, pickupCompany: optionalText(200).default('') }),
    z.object({ kind: z.literal('DIRECT'), counterMode: z.literal('COMPANY'), ...Pickup, pickupCompany: text(200) }),
  ]),
  z.object({ kind: z.literal('COURIER'), courierId: IdSchema, trackingNumber: optionalText(100).default('') }),
  z.object({ kind: z.literal('INTERNAL'), email: text(200).optional() }),
])
export type DeliveryWay = z.output<typeof DeliveryWay>
export const Position = z.object({
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
  accuracy: z.number().min(0).max(1_000_000).optional(),
  address: optionalText(500).default(''),
})

export const delivery = {
  /**
   * IF-9: one or several together; what is refused (`wrong-state`) is told for its number, the others go. With a driver of our own: without
   * an e-mail it waits for one to be chosen. Throws `inactive` for a
   * courier out of use, `no-work-menu` (IA-8), `driver-unknown`.
   */
  startDelivery: command({
    ...act,
    input: z.object({ invoiceIds: Several, ...Badge, way: DeliveryWay, notes: Note.default('') }),
    output: z.array(EachInvoice),
    writes: deliveryWrites,
  }),
  /** Chooses, or changes, who of our own takes it: they are on their way with it. */
  assignDelivery: command({
    ...act,
    input: z.object({ invoiceIds: Several, ...Badge, email: text(200) }),
    output: z.array(EachInvoice),
    writes: deliveryWrites,
  }),
  /** IF-10: by whoever it was given to, or an Admin (`not-assignee`). `IN_TRANSIT` says where it is by now, `DELIVERED` that it arrived. */
  completeDelivery: command({
    ...act,
    input: z.object({
      invoiceId: IdSchema,
      ...Badge,
      outcome: z.enum(['IN_TRANSIT', 'DELIVERED']).default('DELIVERED'),
      position: Position.optional(),
      notes: Note.default(''),
    }),
    writes: deliveryWrites,
  }),
  /** IF-11. Throws `wrong-state` for what no courier takes, `inactive`, `invalid-input` for the very courier that has it. */
  changeCourier: command({
    ...act,
    input: z.object({ invoiceId: IdSchema, ...Badge, courierId: IdSchema, trackingNumber: optionalText(100).optional(), reason: Reason }),
    writes: [...deliveryWrites, 'courierChange', 'packingSession'],
  }),
  /** IF-11: which of the papers attached to the delivery is the courier's slip. */
  setCourierSlip: command({
    ...act,
    input: z.object({ invoiceId: IdSchema, ...Badge, attachmentId: IdSchema, trackingNumber: optionalText(100).optional() }),
    writes: deliveryWrites,
  }),
  saveBoxWeights: command({ ...act, input: z.object({ invoiceId: IdSchema, ...Badge, weights: z.array(PositiveDecimal).max(200) }), writes: deliveryWrites }),
  /** Whom deliveries can be given to (IA-8). */
  listDrivers: query({
    permission: 'fulfilment.view',
    varies: 'clock',
    input: z.object({}),
    output: z.array(z.object({ id: z.string(), fullName: z.string(), email: z.string() })),
    reads: ['user', 'role', 'userMenu', 'menuItem'],
  }),
}
