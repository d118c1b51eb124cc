import type { Selectable } from 'kysely'
import { z } from 'zod'
import { dayStart, type BusinessDay } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import { invoiceAfter, passesHolds, type InvoiceEvent } from '../../shared/fulfilment/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Patch } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { DeliverySessionTable, InvoiceLineTable, InvoiceTable, PackingSessionTable, PickingSessionTable } from '../database/tables.ts'
import { siteZone } from './zone.ts'

export type InvoiceRow = Selectable<InvoiceTable>
/** `quantity`: as it is invoiced. */
export type LineRow = Selectable<InvoiceLineTable> & { readonly quantity: number }
export type PickingRow = Selectable<PickingSessionTable>
export type PackingRow = Selectable<PackingSessionTable>
export type DeliveryRow = Selectable<DeliverySessionTable>

/** What tells billing that its correction has been taken up. */
const takenUp: readonly InvoiceEvent[] = [
  'startPicking',
  'startChecking',
  'deliver',
  'consider',
  'dispatch',
  'expressPick',
  'expressPack',
  'forcePick',
  'forcePack',
  'forceDeliver',
]

/** Throws `invoice-held`. */
export function requireNotHeld({ id, number, isOnHold, holdReason }: InvoiceRow): void {
  if (isOnHold) throw new AppError('invoice-held', { id, number, why: holdReason })
}

/**
 * Moves an invoice along the table of its states, with what else changes of it. Throws `wrong-state` where there is no such way, `invoice-held` for
 * what is on hold and would go on.
 */
export function advance(context: CommandContext, invoice: InvoiceRow, event: InvoiceEvent, patch: Patch<'invoice'> = {}): InvoiceRow {
  const status = requireWay(invoice, event)
  if (!passesHolds(event)) requireNotHeld(invoice)
  openDay(context)
  const { db, clock } = context
  const isTakenUp = invoice.billingStatus === 'RE_INVOICED' && takenUp.includes(event)
  return db.update('invoice', invoice, {
    status,
    ...(status !== invoice.status && { statusSince: clock.now() }),
    ...(isTakenUp && { billingStatus: 'BILLED' }),
    ...patch,
  })
}

/** Where an event leads to. Throws `wrong-state`. */
export function requireWay(invoice: InvoiceRow, event: InvoiceEvent): InvoiceRow['status'] {
  const status = invoiceAfter(invoice.status, event)
  if (status === undefined) throw wrongState(invoice)
  return status
}

export function wrongState({ id, number, status }: Pick<InvoiceRow, 'id' | 'number' | 'status'>): AppError {
  return new AppError('wrong-state', { entity: 'invoice', id, number, status })
}

const dayRow = planned((of: { day: string }) => sql.selectFrom('fulfilmentDay').select('holdInvoices').where('day', '=', of.day))

/** IF-19: what is held as the day begins is counted once, before the first step of that day changes it. */
export function openDay({ db, today }: Pick<CommandContext, 'db' | 'today'>): number {
  const day = today() as BusinessDay
  const known = db.first(dayRow({ day }))
  return known?.holdInvoices ?? db.insert('fulfilmentDay', { day, holdInvoices: heldBefore(db, day) }).holdInvoices
}

/** Invoices of before the day that nobody has begun to pick. */
export function heldBefore(db: Reader, day: BusinessDay): number {
  const held = sql
    .selectFrom('invoice')
    .where('status', '=', 'INVOICED')
    .where('createdAt', '<', dayStart(day, siteZone(db)))
  return db.one(held.select(({ fn }) => fn.countAll<number>().as('count'))).count
}

const linesOfInvoice = planned((of: { invoiceId: string }) =>
  sql.selectFrom('invoiceLine').selectAll().select('invoicedQuantity as quantity').where('invoiceId', '=', of.invoiceId).orderBy('position').orderBy('id'),
)
const pickingOfInvoice = planned((of: { invoiceId: string }) =>
  sql.selectFrom('pickingSession').selectAll().where('invoiceId', '=', of.invoiceId).where('status', '<>', 'CANCELLED'),
)
const packingOfInvoice = planned((of: { invoiceId: string }) =>
  sql.selectFrom('packingSession').selectAll().where('invoiceId', '=', of.invoiceId).where('status', '<>', 'CANCELLED'),
)
const deliveryOfInvoice = planned((of: { invoiceId: string }) =>
  sql.selectFrom('deliverySession').selectAll().where('invoiceId', '=', of.invoiceId).where('status', '<>', 'CANCELLED'),
)

export function linesOf(db: Reader, invoiceId: string): LineRow[] {
  return db.all(linesOfInvoice({ invoiceId }))
}

const Ids = z.array(z.string())

/** The lines that were counted whole on the way. */
export function selectedOf({ selectedLines }: Pick<PickingRow, 'selectedLines'>): string[] {
  return Ids.parse(JSON.parse(selectedLines))
}

/** The session of a stage that counts; cancelled ones are history. */
export function pickingOf(db: Reader, invoiceId: string): PickingRow | undefined {
  return db.first(pickingOfInvoice({ invoiceId }))
}

export function packingOf(db: Reader, invoiceId: string): PackingRow | undefined {
  return db.first(packingOfInvoice({ invoiceId }))
}

export function deliveryOf(db: Reader, invoiceId: string): DeliveryRow | undefined {
  return db.first(deliveryOfInvoice({ invoiceId }))
}
