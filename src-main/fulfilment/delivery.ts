import { AppError } from '../../shared/core/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { delivery, DeliveryWay } from '../../shared/fulfilment/delivery.ts'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import { workMenus } from '../../shared/fulfilment/menus.ts'
import type { EachInvoice } from '../../shared/fulfilment/picking.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { NewRow } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { invalid } from '../warehouse/refusals.ts'
import { invoiceOf } from './invoice-rows.ts'
import { activeCourier } from './packing.ts'
import { eachInvoice } from './several.ts'
import { advance, deliveryOf, packingOf, requireWay, wrongState, type DeliveryRow, type InvoiceRow } from './steps.ts'
import { hasMenu, isInCharge, requireWorkMenu, settlerOf, workerOf, type Worker } from './worker.ts'

type Inputs = typeof delivery
type Leaving = NewRow<'deliverySession'>
interface Person {
  readonly id: string
  readonly fullName: string
}

/** IF-9: what all of them need is asked first; whatever keeps one of them back is told for its number. */
export function startDelivery(context: CommandContext, { invoiceIds, badge, way, notes }: ParsedInputOf<Inputs['startDelivery']>): EachInvoice[] {
  const { db, clock } = context
  const worker = workerOf(context, badge)
  const session = { ...sessionFor(context, way, worker), dispatchedBy: worker.userId, startedAt: clock.now(), notes, proof: worker.proof }
  const driver = way.kind === 'INTERNAL' && way.email !== undefined ? driverOf(db, way.email) : undefined
  return eachInvoice(context, invoiceIds, invoice => {
    if (invoice.status !== 'PACKED' || deliveryOf(db, invoice.id)) throw wrongState(invoice)
    const { kind, status } = session
    advance(context, invoice, kind === 'INTERNAL' ? 'consider' : 'deliver', { deliveryStatus: status })
    db.insert('deliverySession', { invoiceId: invoice.id, ...session })
    if (driver) assign(context, db.get('invoice', invoice.id), driver, worker)
  })
}

type Begun = Omit<Leaving, 'invoiceId' | 'dispatchedBy' | 'startedAt' | 'notes' | 'proof'>

/** What is kept of how goods leave: at the counter and by courier they are gone at once, with a driver of our own one is still to be chosen. */
function sessionFor(context: CommandContext, way: DeliveryWay, { userId }: Worker): Begun {
  const gone = { status: 'DELIVERED', deliveredBy: userId, endedAt: context.clock.now(), dispatchedAt: context.clock.now() } as const
  switch (way.kind) {
    case 'DIRECT':
      return { ...way, ...gone }
    case 'COURIER':
      return { ...way, ...gone, courierName: activeCourier(context, way.courierId).name }
    case 'INTERNAL':
      return { kind: 'INTERNAL', status: 'TO_CONSIDER' }
  }
}

/** IF-9: an active user of this e-mail, with the menu of deliveries (IA-8). Throws `driver-unknown`, `no-work-menu`. */
function driverOf(db: Reader, email: string): Person {
  const driver = db.first(sql.selectFrom('user').select(['id', 'fullName']).where('email', '=', email).where('isActive', '=', true))
  if (!driver) throw new AppError('driver-unknown', { email })
  requireWorkMenu(db, driver.id, 'delivery')
  return driver
}

/** Chooses the driver, or another one. */
export function assignDelivery(context: CommandContext, { invoiceIds, badge, email }: ParsedInputOf<Inputs['assignDelivery']>): EachInvoice[] {
  const worker = workerOf(context, badge)
  const driver = driverOf(context.db, email)
  return eachInvoice(context, invoiceIds, invoice => assign(context, invoice, driver, worker))
}

/** IF-10: whoever sends it is kept apart from whoever takes it, and stays its sender when another takes it. */
function assign(context: CommandContext, invoice: InvoiceRow, { id: assigneeId }: Person, { userId }: Worker): void {
  const { db, clock, notify } = context
  requireWay(invoice, 'dispatch')
  const known = internalOf(db, invoice)
  advance(context, invoice, 'dispatch', { assigneeId, deliveryStatus: 'IN_TRANSIT' })
  const sent = known.dispatchedAt === null && { dispatchedBy: userId, dispatchedAt: clock.now() }
  db.update('deliverySession', known, { status: 'IN_TRANSIT', assigneeId, ...sent })
  const { name, area } = db.get('customer', invoice.customerId)
  notify({
    kind: 'DELIVERY_ASSIGNED',
    audience: { user: assigneeId },
    params: { number: invoice.number, customer: area === '' ? name : `${name}, ${area}` },
    entity: 'invoice',
    entityId: invoice.id,
  })
}

/** Throws `wrong-state` for what does not go, or is not to go, with a driver of our own. */
function internalOf(db: Reader, invoice: InvoiceRow): DeliveryRow {
  const known = deliveryOf(db, invoice.id)
  if (!known || known.kind !== 'INTERNAL' || known.status === 'DELIVERED') throw wrongState(invoice)
  return known
}

/** IF-10. */
export function completeDelivery(context: CommandContext, { invoiceId, badge, outcome, position, notes }: ParsedInputOf<Inputs['completeDelivery']>): Invoice {
  const { db, clock } = context
  const worker = workerOf(context, badge)
  const invoice = db.get('invoice', invoiceId)
  requireWay(invoice, outcome === 'DELIVERED' ? 'arrive' : 'dispatch')
  const known = internalOf(db, invoice)
  if (known.assigneeId === null) throw wrongState(invoice)
  if (known.assigneeId !== worker.userId && !isInCharge(worker))
    throw new AppError('not-assignee', { number: invoice.number, who: db.get('user', known.assigneeId).fullName })
  const isDone = outcome === 'DELIVERED'
  advance(context, invoice, isDone ? 'arrive' : 'dispatch', { deliveryStatus: outcome })
  db.update('deliverySession', known, {
    status: outcome,
    proof: worker.proof,
    ...(notes !== '' && { notes }),
    ...(position && { latitude: position.latitude, longitude: position.longitude, accuracy: position.accuracy ?? null, address: position.address }),
    ...(isDone && { deliveredBy: worker.userId, endedAt: clock.now() }),
  })
  return invoiceOf(db, invoiceId)
}

/** IF-11: who took it before, who takes it now, by whom and why. The slip was the other courier's. */
export function changeCourier(
  context: CommandContext,
  { invoiceId, badge, courierId, trackingNumber, reason }: ParsedInputOf<Inputs['changeCourier']>,
): Invoice {
  const { db } = context
  const { userId: changedBy } = settlerOf(context, badge)
  const known = byCourier(db, invoiceId)
  if (known.courierId === courierId) throw invalid('courierId', 'fulfilment.issues.same-courier')
  const { name } = activeCourier(context, courierId)
  db.insert('courierChange', { deliverySessionId: known.id, fromCourierName: known.courierName!, toCourierName: name, reason, changedBy })
  db.update('deliverySession', known, { courierId, courierName: name, trackingNumber: trackingNumber ?? '', slipAttachmentId: null })
  const packed = packingOf(db, invoiceId)
  if (packed && packed.courierId !== null) db.update('packingSession', packed, { courierId })
  return invoiceOf(db, invoiceId)
}

/** IF-11: a paper that hangs on this very delivery. */
export function setCourierSlip(context: CommandContext, { invoiceId, badge, attachmentId, trackingNumber }: ParsedInputOf<Inputs['setCourierSlip']>): Invoice {
  const { db } = context
  const { userId: papersBy } = settlerOf(context, badge)
  const known = byCourier(db, invoiceId)
  const { entity, entityId, isRemoved } = db.get('attachment', attachmentId)
  if (entity !== 'deliverySession' || entityId !== known.id || isRemoved) throw invalid('attachmentId', 'fulfilment.issues.no-proof')
  db.update('deliverySession', known, { slipAttachmentId: attachmentId, papersBy, ...(trackingNumber !== undefined && { trackingNumber }) })
  return invoiceOf(db, invoiceId)
}

/** Throws `wrong-state` for what no courier takes. */
function byCourier(db: Reader, invoiceId: string): DeliveryRow {
  const known = deliveryOf(db, invoiceId)
  if (known?.kind !== 'COURIER') throw wrongState(db.get('invoice', invoiceId))
  return known
}

export function saveBoxWeights(context: CommandContext, { invoiceId, badge, weights }: ParsedInputOf<Inputs['saveBoxWeights']>): Invoice {
  const { db } = context
  const { userId: papersBy } = settlerOf(context, badge)
  const known = deliveryOf(db, invoiceId)
  if (!known) throw wrongState(db.get('invoice', invoiceId))
  db.update('deliverySession', known, { boxWeights: JSON.stringify(weights), papersBy })
  return invoiceOf(db, invoiceId)
}

/** IA-8: active users with an e-mail and the menu of deliveries. */
export function listDrivers(db: Reader): OutputOf<Inputs['listDrivers']> {
  const menu = db.first(sql.selectFrom('menuItem').select('id').where('path', '=', workMenus.delivery).where('isActive', '=', true))
  if (!menu) return []
  const people = db.all(
    sql.selectFrom('user').select(['id', 'fullName', 'email']).where('isActive', '=', true).where('email', 'is not', null).orderBy('fullName').orderBy('id'),
  )
  return people.flatMap(({ id, fullName, email }) => (email !== null && hasMenu(db, id, workMenus.delivery) ? [{ id, fullName, email }] : []))
}
