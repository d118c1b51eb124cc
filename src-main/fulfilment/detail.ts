import { z } from 'zod'
import { fromUnits, type Decimal } from '../../shared/core/decimal.ts'
import type { CreditNote, InvoiceDetail } from '../../shared/fulfilment/invoices.ts'
import { minutesTaken, type DeliveryKind } from '../../shared/fulfilment/rules.ts'
import type { DeliverySession, PackingSession, PickingSession } from '../../shared/fulfilment/sessions.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { toldContainer } from './containers.ts'
import { creditNoteRows, toldCreditNote } from './credit-notes.ts'
import { invoiceOf } from './invoice-rows.ts'
import { linesOf, selectedOf } from './steps.ts'

const Weights = z.array(z.int())

/** Nothing as long as it goes on, or where nobody says when it began. */
export function minutesBetween(startedAt: string | null, endedAt: string | null, waitedSeconds = 0): Decimal | null {
  return startedAt === null || endedAt === null ? null : minutesTaken(startedAt, endedAt, waitedSeconds)
}

interface Packed {
  readonly checkingStartedAt: string | null
  readonly startedAt: string | null
  readonly packedAt: string | null
  readonly endedAt: string | null
  readonly waitedSeconds: number
}

/** From the beginning of checking, where it was checked, until all was packed. */
export function packingMinutes({ checkingStartedAt, startedAt, packedAt, endedAt, waitedSeconds }: Packed): Decimal | null {
  return minutesBetween(checkingStartedAt ?? startedAt, packedAt ?? endedAt, waitedSeconds)
}

/** On the road, from when it was sent; at the counter and to a courier it is handed over at once. */
export function roadMinutes({ kind, dispatchedAt, endedAt }: { readonly kind: DeliveryKind; readonly dispatchedAt: string | null; readonly endedAt: string | null }): Decimal | null {
  return kind === 'INTERNAL' ? minutesBetween(dispatchedAt, endedAt) : null
}

export const pickingRows = sql
  .selectFrom('pickingSession')
  .innerJoin('user as worker', 'worker.id', 'pickingSession.pickerId')
  .innerJoin('invoice', 'invoice.id', 'pickingSession.invoiceId')
  .leftJoin('user as canceller', 'canceller.id', 'pickingSession.cancelledBy')
  .selectAll('pickingSession')
  .select(['worker.fullName as pickerName', 'canceller.fullName as cancelledByName'])

type Stored<Told, More = object> = Omit<Told, 'minutes' | 'boxingMinutes' | 'selectedLines' | 'boxWeights'> & More

export function toldPicking<Row extends Stored<PickingSession, { readonly selectedLines: string; readonly waitedSeconds: number }>>(row: Row): Omit<Row, 'selectedLines'> & PickingSession {
  return { ...row, selectedLines: selectedOf(row), minutes: minutesBetween(row.startedAt, row.endedAt, row.waitedSeconds) }
}

export const packingRows = sql
  .selectFrom('packingSession')
  .innerJoin('invoice', 'invoice.id', 'packingSession.invoiceId')
  .leftJoin('user as checker', 'checker.id', 'packingSession.checkerId')
  .leftJoin('user as worker', 'worker.id', 'packingSession.packerId')
  .leftJoin('user as holder', 'holder.id', 'packingSession.heldBy')
  .leftJoin('user as boxer', 'boxer.id', 'packingSession.boxerId')
  .leftJoin('courier', 'courier.id', 'packingSession.courierId')
  .leftJoin('user as canceller', 'canceller.id', 'packingSession.cancelledBy')
  .selectAll('packingSession')
  .select(['checker.fullName as checkerName', 'worker.fullName as packerName', 'holder.fullName as heldByName'])
  .select(['courier.name as courierName', 'canceller.fullName as cancelledByName', 'boxer.fullName as boxerName'])

export function toldPacking<Row extends Stored<PackingSession, { readonly selectedLines: string; readonly waitedSeconds: number }>>(row: Row): Omit<Row, 'selectedLines'> & PackingSession {
  return {
    ...row,
    selectedLines: selectedOf(row),
    minutes: packingMinutes(row),
    boxingMinutes: row.boxerId === null ? null : minutesBetween(row.packedAt, row.endedAt),
  }
}

export const deliveryRows = sql
  .selectFrom('deliverySession')
  .innerJoin('invoice', 'invoice.id', 'deliverySession.invoiceId')
  .innerJoin('user as sender', 'sender.id', 'deliverySession.dispatchedBy')
  .leftJoin('user as worker', 'worker.id', 'deliverySession.assigneeId')
  .leftJoin('user as deliverer', 'deliverer.id', 'deliverySession.deliveredBy')
  .leftJoin('user as canceller', 'canceller.id', 'deliverySession.cancelledBy')
  .selectAll('deliverySession')
  .select(['sender.fullName as dispatchedByName', 'worker.fullName as assigneeName'])
  .select(['deliverer.fullName as deliveredByName', 'canceller.fullName as cancelledByName'])

export function toldDelivery<Row extends Stored<DeliverySession, { readonly boxWeights: string }>>(row: Row): Omit<Row, 'boxWeights'> & DeliverySession {
  return { ...row, boxWeights: Weights.parse(JSON.parse(row.boxWeights)).map(fromUnits), minutes: roadMinutes(row) }
}

export function invoiceDetail(db: Reader, id: string): InvoiceDetail {
  const invoice = invoiceOf(db, id)
  const { address, postalCode, phone, alternatePhone, email } = db.get('customer', invoice.customerId)
  const returns = db.all(
    sql
      .selectFrom('invoiceReturn')
      .innerJoin('user as returner', 'returner.id', 'invoiceReturn.returnedBy')
      .leftJoin('user as resolver', 'resolver.id', 'invoiceReturn.resolvedBy')
      .where('invoiceId', '=', id)
      .selectAll('invoiceReturn')
      .select(['returner.fullName as returnedByName', 'resolver.fullName as resolvedByName'])
      .orderBy('invoiceReturn.createdAt', 'desc')
      .orderBy('invoiceReturn.id', 'desc'),
  )
  const courierChanges = db.all(
    sql
      .selectFrom('courierChange')
      .innerJoin('deliverySession', 'deliverySession.id', 'courierChange.deliverySessionId')
      .innerJoin('user', 'user.id', 'courierChange.changedBy')
      .where('deliverySession.invoiceId', '=', id)
      .select(['courierChange.id', 'courierChange.createdAt', 'fromCourierName', 'toCourierName', 'reason', 'user.fullName as changedByName'])
      .orderBy('courierChange.createdAt')
      .orderBy('courierChange.id'),
  )
  const containers = db.all(
    sql
      .selectFrom('packingContainer')
      .innerJoin('packingSession', 'packingSession.id', 'packingContainer.packingSessionId')
      .where('packingSession.invoiceId', '=', id)
      .where('packingSession.status', '<>', 'CANCELLED')
      .selectAll('packingContainer')
      .orderBy('packingContainer.createdAt')
      .orderBy('packingContainer.id'),
  )
  return {
    ...invoice,
    customer: { address, postalCode, phone, alternatePhone, email },
    lines: linesOf(db, id),
    returns,
    courierChanges,
    picking: db
      .all(pickingRows.where('pickingSession.invoiceId', '=', id).orderBy('pickingSession.createdAt', 'desc').orderBy('pickingSession.id', 'desc'))
      .map(toldPicking),
    packing: db
      .all(packingRows.where('packingSession.invoiceId', '=', id).orderBy('packingSession.createdAt', 'desc').orderBy('packingSession.id', 'desc'))
      .map(toldPacking),
    delivery: db
      .all(deliveryRows.where('deliverySession.invoiceId', '=', id).orderBy('deliverySession.createdAt', 'desc').orderBy('deliverySession.id', 'desc'))
      .map(toldDelivery),
    containers: containers.map(row => toldContainer(db, row)),
    creditNotes: creditNotesOf(db, id),
  }
}

function creditNotesOf(db: Reader, invoiceId: string): CreditNote[] {
  return db.all(creditNoteRows.where('creditNote.invoiceId', '=', invoiceId).orderBy('creditNote.createdAt')).map(toldCreditNote)
}
