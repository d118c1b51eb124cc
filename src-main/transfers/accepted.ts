import type { Selectable } from 'kysely'
import { maxDecimal, subtractDecimals, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { handedOverAgain } from '../../shared/transfers/rules.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { TransferTable } from '../database/tables.ts'
import { revisionsBefore } from '../warehouse/work-order-stock.ts'

/** A work order, as far as its revisions are found by it. */
interface Revised { readonly id: string; readonly number: string; readonly parentId: string | null }

const acceptedBetween = planned((ends: { from: string; to: string }) =>
  sql.selectFrom('transfer').select('receivedQuantity').where('fromWorkOrderId', '=', ends.from).where('toWorkOrderId', '=', ends.to).where('receivedQuantity', 'is not', null))
const sentFrom = planned((sender: { id: string }) =>
  sql.selectFrom('transfer').select(['quantity', 'countedQuantity', 'receivedQuantity', 'status']).where('fromWorkOrderId', '=', sender.id).where('status', '<>', 'CANCELLED'))

/** What one work order accepted of what another made, whatever both were revised from. */
export function acceptedOf(db: Reader, from: Revised, to: Revised): Decimal {
  const receivers = revisionsBefore(db, to)
  const rows = revisionsBefore(db, from).flatMap(sender => receivers.flatMap(receiver => db.all(acceptedBetween({ from: sender.id, to: receiver.id }))))
  return sumDecimals(rows.map(({ receivedQuantity }) => receivedQuantity ?? zero))
}

const slipsSince = planned((of: { sectionId: string }) => sql.selectFrom('slipPeriod').select('fromDay').where('sectionId', '=', of.sectionId).where('untilDay', 'is', null))
const madeDays = planned((of: { id: string }) => sql.selectFrom('ledgerProduction').select(['day', 'quantity']).where('workOrderId', '=', of.id))
const acceptedFrom = planned((ends: { from: string; stageId: string }) => sql.selectFrom('transfer').innerJoin('workOrder', 'workOrder.id', 'transfer.toWorkOrderId')
  .select(['transfer.id', 'transfer.acceptedDay', 'transfer.receivedQuantity']).where('fromWorkOrderId', '=', ends.from).where('workOrder.productionStageId', '=', ends.stageId))

/**
 * What a work order put out before the stage after it received by slip, and no slip has taken since: it has come there as everything did then. `without` leaves out a slip.
 */
export function handedOverBefore(db: Reader, from: Revised, { sectionId, productionStageId }: { readonly sectionId: string; readonly productionStageId: string }, without?: string): Decimal {
  const since = db.first(slipsSince({ sectionId }))?.fromDay
  if (since === undefined) return zero
  const made = db.all(madeDays({ id: from.id }))
  const before = sumDecimals(made.filter(({ day }) => day < since).map(({ quantity }) => quantity))
  if (before === zero) return zero
  const slips = revisionsBefore(db, from).flatMap(({ id }) => db.all(acceptedFrom({ from: id, stageId: productionStageId })))
    .flatMap(({ id, acceptedDay: day, receivedQuantity: quantity }) => (day === null || quantity === null || id === without ? [] : [{ id, day, quantity }]))
    .toSorted((a, b) => a.day.localeCompare(b.day) || a.id.localeCompare(b.id))
  return subtractDecimals(before, handedOverAgain(made, slips, since))
}

/** What has left a work order, or is on its way. */
export function sentOf(db: Reader, workOrder: Revised): Decimal {
  return sumDecimals(revisionsBefore(db, workOrder).flatMap(({ id }) => db.all(sentFrom({ id }))).map(takenBy))
}

/** What a slip takes of what was made: what was sent, or more where more was counted; once that is settled, what was received: what was missing may be found and sent. */
export function takenBy({ quantity, countedQuantity, receivedQuantity, status }: Pick<Selectable<TransferTable>, 'quantity' | 'countedQuantity' | 'receivedQuantity' | 'status'>): Decimal {
  return status === 'COMPLETED' ? receivedQuantity ?? zero : maxDecimal(quantity, countedQuantity ?? zero)
}
