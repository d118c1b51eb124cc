import { sql as raw } from 'kysely'
import { z } from 'zod'
import { fromUnits, sumDecimals, type Decimal } from '../../shared/core/decimal.ts'
import type { Money } from '../../shared/core/money.ts'
import type { DeliveryKind, DeliveryStatus, PackingStatus, PickingStatus, Proof } from '../../shared/fulfilment/rules.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { askedRows, type Asked } from '../engines/asked-rows.ts'
import { minutesBetween, packingMinutes, roadMinutes } from './detail.ts'

/** An invoice as every history of work names it. */
interface OfInvoice {
  readonly invoiceId: string
  readonly number: string
  readonly day: string
  readonly customer: string
  readonly salesman: string | null
  readonly lineCount: number
  readonly pieces: number
  readonly total: Money
}
export interface Worked extends OfInvoice {
  readonly startedAt: string | null
  readonly endedAt: string | null
  readonly minutes: Decimal | null
  readonly notes: string
  readonly proof: Proof
}
export interface PickedRow extends Worked {
  readonly picker: string
  readonly status: PickingStatus
}
export interface PackedRow extends Worked {
  readonly checker: string | null
  readonly packer: string | null
  readonly boxer: string | null
  readonly status: PackingStatus
  readonly trays: number
  readonly boxes: number
  readonly labels: number
  readonly courier: string | null
  readonly together: number
}
export interface DeliveredRow extends Worked {
  readonly kind: DeliveryKind
  readonly status: DeliveryStatus
  readonly dispatcher: string
  readonly assignee: string | null
  readonly deliverer: string | null
  readonly courierId: string | null
  readonly courier: string | null
  readonly trackingNumber: string
  readonly pickupName: string
  readonly pickupPhone: string
  readonly pickupCompany: string
  readonly weight: Decimal
  readonly hasSlip: boolean
  readonly place: string
}

const ofInvoice = [
  'invoice.id as invoiceId',
  'invoice.number',
  'invoice.day',
  'customer.name as customer',
  'salesman.name as salesman',
  'invoice.lineCount',
  'invoice.pieceCount as pieces',
  'invoice.total',
] as const

const pickings = sql
  .selectFrom('pickingSession')
  .innerJoin('invoice', 'invoice.id', 'pickingSession.invoiceId')
  .innerJoin('customer', 'customer.id', 'invoice.customerId')
  .leftJoin('salesman', 'salesman.id', 'invoice.salesmanId')
  .innerJoin('user', 'user.id', 'pickingSession.pickerId')
  .select(ofInvoice)
  .select([
    'user.fullName as picker',
    'pickingSession.status',
    'pickingSession.startedAt',
    'pickingSession.endedAt',
    'pickingSession.waitedSeconds',
    'pickingSession.notes',
    'pickingSession.proof',
  ])
  .orderBy('pickingSession.startedAt')
  .orderBy('pickingSession.id')

/** What was begun to be picked in a period. */
export function pickedRows(db: Reader, asked: Asked<PickingStatus>): PickedRow[] {
  const search = ['invoice.number', 'customer.name', 'user.fullName']
  return askedRows(db, pickings, asked, { instant: 'pickingSession.startedAt', status: 'pickingSession.status', search }).map(
    ({ waitedSeconds, ...row }) => ({ ...row, minutes: minutesBetween(row.startedAt, row.endedAt, waitedSeconds) }),
  )
}

const held = (kind: 'TRAY' | 'BOX') =>
  raw<number>`(select count(*) from packingContainer where packingSessionId = packingSession.id and kind = ${kind})`
const packings = sql
  .selectFrom('packingSession')
  .innerJoin('invoice', 'invoice.id', 'packingSession.invoiceId')
  .innerJoin('customer', 'customer.id', 'invoice.customerId')
  .leftJoin('salesman', 'salesman.id', 'invoice.salesmanId')
  .leftJoin('user as checker', 'checker.id', 'packingSession.checkerId')
  .leftJoin('user as packer', 'packer.id', 'packingSession.packerId')
  .leftJoin('user as boxer', 'boxer.id', 'packingSession.boxerId')
  .leftJoin('courier', 'courier.id', 'packingSession.courierId')
  .select(ofInvoice)
  .select(['checker.fullName as checker', 'packer.fullName as packer', 'boxer.fullName as boxer', 'packingSession.status', 'packingSession.endedAt', 'packingSession.notes'])
  .select(['packingSession.startedAt', 'packingSession.checkingStartedAt', 'packingSession.packedAt', 'packingSession.waitedSeconds'])
  .select(['packingSession.proof', 'packingSession.labelCount as labels', 'courier.name as courier'])
  .select([
    held('TRAY').as('trays'),
    held('BOX').as('boxes'),
    raw<number>`(select count(*) from packingSession as other where other.boxingGroupId = packingSession.boxingGroupId)`.as('together'),
  ])
  .orderBy('packingSession.createdAt')
  .orderBy('packingSession.id')

/** What was begun to be checked or packed in a period, with what it went into. */
export function packedRows(db: Reader, asked: Asked<PackingStatus>): PackedRow[] {
  const search = ['invoice.number', 'customer.name', 'checker.fullName', 'packer.fullName', 'boxer.fullName']
  return askedRows(db, packings, asked, { instant: 'packingSession.createdAt', status: 'packingSession.status', search }).map(({ checkingStartedAt, packedAt, waitedSeconds, ...row }) => ({
    ...row,
    startedAt: checkingStartedAt ?? row.startedAt,
    minutes: packingMinutes({ ...row, checkingStartedAt, packedAt, waitedSeconds }),
  }))
}

const Weights = z.array(z.int())
const deliveries = sql
  .selectFrom('deliverySession')
  .innerJoin('invoice', 'invoice.id', 'deliverySession.invoiceId')
  .innerJoin('customer', 'customer.id', 'invoice.customerId')
  .leftJoin('salesman', 'salesman.id', 'invoice.salesmanId')
  .innerJoin('user as sender', 'sender.id', 'deliverySession.dispatchedBy')
  .leftJoin('user as worker', 'worker.id', 'deliverySession.assigneeId')
  .leftJoin('user as deliverer', 'deliverer.id', 'deliverySession.deliveredBy')
  .select(ofInvoice)
  .select(['sender.fullName as dispatcher', 'worker.fullName as assignee', 'deliverer.fullName as deliverer', 'deliverySession.courierId'])
  .select([
    'deliverySession.courierName as courier',
    'deliverySession.kind',
    'deliverySession.status',
    'deliverySession.startedAt',
    'deliverySession.dispatchedAt',
    'deliverySession.endedAt',
  ])
  .select(['deliverySession.notes', 'deliverySession.proof', 'trackingNumber', 'pickupName', 'pickupPhone', 'pickupCompany', 'boxWeights'])
  .select(['slipAttachmentId', 'latitude', 'longitude', 'deliverySession.address'])
  .orderBy('deliverySession.startedAt')
  .orderBy('deliverySession.id')

/** What left in a period, by whom and with whom. */
export function deliveredRows(db: Reader, { kind, ...asked }: Asked<DeliveryStatus> & { readonly kind: DeliveryKind | undefined }): DeliveredRow[] {
  const search = ['invoice.number', 'customer.name', 'worker.fullName', 'deliverySession.courierName', 'trackingNumber']
  const ofKind = kind === undefined ? deliveries : deliveries.where('deliverySession.kind', '=', kind)
  return askedRows(db, ofKind, asked, { instant: 'deliverySession.startedAt', status: 'deliverySession.status', search }).map(row => {
    const { boxWeights, slipAttachmentId, latitude, longitude, address, dispatchedAt, ...told } = row
    return {
      ...told,
      minutes: roadMinutes(row),
      weight: sumDecimals(Weights.parse(JSON.parse(boxWeights)).map(fromUnits)),
      hasSlip: slipAttachmentId !== null,
      place: [address, latitude === null || longitude === null ? '' : `${latitude}, ${longitude}`].filter(Boolean).join(' · '),
    }
  })
}
