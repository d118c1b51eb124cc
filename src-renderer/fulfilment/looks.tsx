import type { ReactNode } from 'react'
import type { DeliveryStatus, InvoiceStatus, PackingStatus, PickingStatus } from '../../shared/fulfilment/rules.ts'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useText } from '../core/i18n.ts'

const invoices: Readonly<Record<InvoiceStatus, Tone>> = {
  INVOICED: 'waiting',
  PICKING: 'running',
  PICKED: 'waiting',
  PACKING: 'running',
  BOXING: 'waiting',
  PACKED: 'waiting',
  DISPATCHED: 'running',
  DELIVERED: 'good',
  REVIEW: 'warning',
  CANCELLED: 'neutral',
}
const pickings: Readonly<Record<PickingStatus, Tone>> = {
  PREPARING: 'running',
  PICKED: 'good',
  VERIFIED: 'good',
  CANCELLED: 'neutral',
  REVIEW: 'warning',
}
const packings: Readonly<Record<PackingStatus, Tone>> = {
  PENDING: 'waiting',
  CHECKING: 'running',
  CHECKING_DONE: 'good',
  PACKING: 'running',
  PACKED: 'good',
  CANCELLED: 'neutral',
  REVIEW: 'warning',
}
const deliveries: Readonly<Record<DeliveryStatus, Tone>> = {
  PENDING: 'waiting',
  TO_CONSIDER: 'waiting',
  IN_TRANSIT: 'running',
  DELIVERED: 'good',
  CANCELLED: 'neutral',
}

export function InvoiceChip({ status }: { readonly status: InvoiceStatus }): ReactNode {
  return <StatusChip tone={invoices[status]} label={useText()(`fulfilment.statuses.${status}`)} />
}

export function PickingChip({ status }: { readonly status: PickingStatus }): ReactNode {
  return <StatusChip tone={pickings[status]} label={useText()(`fulfilment.pickingSessionStatuses.${status}`)} />
}

export function DeliveryChip({ status }: { readonly status: DeliveryStatus }): ReactNode {
  return <StatusChip tone={deliveries[status]} label={useText()(`fulfilment.deliverySessionStatuses.${status}`)} />
}

export function PackingChip({ status }: { readonly status: PackingStatus }): ReactNode {
  return <StatusChip tone={packings[status]} label={useText()(`fulfilment.packingSessionStatuses.${status}`)} />
}
