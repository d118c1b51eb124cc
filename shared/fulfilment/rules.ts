import { compareDecimals, decimal, isZero, type Decimal } from '../core/decimal.ts'
import { priceTimes, sumMoney, type Money } from '../core/money.ts'
import { divideRationals, ratio, rational, toPlaces } from '../core/rational.ts'

export const invoiceStatuses = ['INVOICED', 'PICKING', 'PICKED', 'PACKING', 'BOXING', 'PACKED', 'DISPATCHED', 'DELIVERED', 'REVIEW', 'CANCELLED'] as const
/** `CANCELLED`: credit notes took all of it back before it left. */
export type InvoiceStatus = (typeof invoiceStatuses)[number]
export const billingStatuses = ['BILLED', 'REVIEW', 'RE_INVOICED'] as const
/** `REVIEW`: billing is to look at it; `RE_INVOICED`: it was corrected and is to be picked again. */
export type BillingStatus = (typeof billingStatuses)[number]
export const invoicePriorities = ['LOW', 'MEDIUM', 'HIGH'] as const
export type InvoicePriority = (typeof invoicePriorities)[number]

export const pickingStatuses = ['PREPARING', 'PICKED', 'VERIFIED', 'CANCELLED', 'REVIEW'] as const
/** `VERIFIED`: checking has found what was picked to be right. */
export type PickingStatus = (typeof pickingStatuses)[number]
export const packingStatuses = ['PENDING', 'CHECKING', 'CHECKING_DONE', 'PACKING', 'PACKED', 'CANCELLED', 'REVIEW'] as const
export type PackingStatus = (typeof packingStatuses)[number]
export const deliveryStatuses = ['PENDING', 'TO_CONSIDER', 'IN_TRANSIT', 'DELIVERED', 'CANCELLED'] as const
/** `TO_CONSIDER`: it is to go with a driver of our own, who is still to be chosen. */
export type DeliveryStatus = (typeof deliveryStatuses)[number]

export const deliveryKinds = ['DIRECT', 'COURIER', 'INTERNAL'] as const
/** Handed over at the counter, given to a courier, or taken by a driver of our own. */
export type DeliveryKind = (typeof deliveryKinds)[number]
export const counterModes = ['PATIENT', 'COMPANY'] as const
export type CounterMode = (typeof counterModes)[number]
export const returnSections = ['PICKING', 'PACKING', 'DELIVERY'] as const
export type ReturnSection = (typeof returnSections)[number]
export const containerKinds = ['TRAY', 'BOX'] as const
export type ContainerKind = (typeof containerKinds)[number]
export const proofs = ['SCAN', 'MANUAL', 'EXPRESS_BILLING', 'ADMIN_OVERRIDE'] as const
/** How a step was proved: by a scanned badge, by whoever was signed in, or not at all because billing or an Admin went past it. */
export type Proof = (typeof proofs)[number]

/** What leads on, which a hold keeps it from. */
const stepsAhead = [
  'startPicking',
  'completePicking',
  'startChecking',
  'sealTrays',
  'packBoxes',
  'completeBoxing',
  'deliver',
  'consider',
  'dispatch',
  'arrive',
  'expressPick',
  'expressPack',
] as const
/** A hold does not keep an invoice from going back, to billing, or past everything by whoever is in charge. */
const pastHolds = [
  'return',
  'credit',
  'cancelPicking',
  'cancelPacking',
  'cancelDelivery',
  'billWaiting',
  'billPicking',
  'billPacking',
  'billDelivery',
  'endCredited',
  'forcePick',
  'forcePack',
  'forceDeliver',
] as const
export const invoiceEvents = [...stepsAhead, ...pastHolds] as const
export type InvoiceEvent = (typeof invoiceEvents)[number]

/** Every way an invoice can go; what does not stand here does not happen. */
const transitions: Readonly<Record<InvoiceStatus, Partial<Record<InvoiceEvent, InvoiceStatus>>>> = {
  // A credit note may be about what nobody has in hand.
  INVOICED: { startPicking: 'PICKING', credit: 'REVIEW', expressPick: 'PICKED', forcePick: 'PICKED' },
  // Started again once billing has corrected it (IF-4).
  PICKING: { startPicking: 'PICKING', completePicking: 'PICKED', cancelPicking: 'INVOICED', return: 'REVIEW', credit: 'REVIEW', forcePick: 'PICKED' },
  PICKED: { startChecking: 'PACKING', return: 'REVIEW', credit: 'REVIEW', expressPack: 'PACKED', forcePack: 'PACKED' },
  PACKING: {
    startChecking: 'PACKING',
    sealTrays: 'BOXING',
    packBoxes: 'PACKED',
    cancelPacking: 'PICKED',
    return: 'REVIEW',
    credit: 'REVIEW',
    forcePack: 'PACKED',
  },
  BOXING: { completeBoxing: 'PACKED', cancelPacking: 'PICKED', return: 'REVIEW', credit: 'REVIEW', forcePack: 'PACKED' },
  PACKED: {
    deliver: 'DELIVERED',
    consider: 'PACKED',
    dispatch: 'DISPATCHED',
    cancelDelivery: 'PACKED',
    return: 'REVIEW',
    credit: 'REVIEW',
    forceDeliver: 'DELIVERED',
  },
  DISPATCHED: { dispatch: 'DISPATCHED', arrive: 'DELIVERED', cancelDelivery: 'PACKED', return: 'REVIEW', credit: 'REVIEW', forceDeliver: 'DELIVERED' },
  DELIVERED: {},
  REVIEW: { billWaiting: 'INVOICED', billPicking: 'PICKING', billPacking: 'PICKED', billDelivery: 'PACKED', endCredited: 'CANCELLED' },
  CANCELLED: {},
}

/** What an event leads to, nothing where it may not happen. */
export function invoiceAfter(status: InvoiceStatus, event: InvoiceEvent): InvoiceStatus | undefined {
  return transitions[status][event]
}

export function passesHolds(event: InvoiceEvent): boolean {
  return pastHolds.some(one => one === event)
}

/** From which states an event may happen. */
export function statusesBefore(event: InvoiceEvent): InvoiceStatus[] {
  return invoiceStatuses.filter(status => transitions[status][event] !== undefined)
}

/** IF-13: whose goods they are when they are returned. */
const sections: Partial<Record<InvoiceStatus, ReturnSection>> = {
  PICKING: 'PICKING',
  PICKED: 'PICKING',
  PACKING: 'PACKING',
  BOXING: 'PACKING',
  PACKED: 'DELIVERY',
  DISPATCHED: 'DELIVERY',
}

export function returnSectionOf(status: InvoiceStatus): ReturnSection | undefined {
  return sections[status]
}

/** Where a corrected invoice goes on, by the section it was returned from. */
export const eventAfterBilling = { PICKING: 'billPicking', PACKING: 'billPacking', DELIVERY: 'billDelivery' } as const satisfies Record<
  ReturnSection,
  InvoiceEvent
>
/** IF-12: what takes a stage back. */
export const cancelEvents = { PICKING: 'cancelPicking', PACKING: 'cancelPacking', DELIVERY: 'cancelDelivery' } as const satisfies Record<
  ReturnSection,
  InvoiceEvent
>

/** A hold keeps an invoice from the next step, whichever it is; what is on its way is held back by nobody. */
export function canBeHeld({ status }: { readonly status: InvoiceStatus }): boolean {
  return status !== 'DISPATCHED' && !isOver(status)
}

/** Nothing is done with it any more. */
export function isOver(status: InvoiceStatus): boolean {
  return status === 'DELIVERED' || status === 'CANCELLED'
}

export interface BilledLine {
  readonly quantity: number
  readonly mrp: Decimal
}

/** IF-1: what the lines come to, each rounded to the cent. */
export function invoiceTotal(lines: readonly BilledLine[]): Money {
  return sumMoney(lines.map(({ quantity, mrp }) => priceTimes(mrp, decimal(String(quantity)), 'half-up')))
}

export interface InvoicedLine {
  readonly id: string
  readonly quantity: number
  readonly isCharge: boolean
}
export interface PackedPart {
  readonly lineId: string
  readonly quantity: number
}
export interface PackDifference {
  readonly lineId: string
  readonly invoiced: number
  readonly packed: number
}

/** IF-7: the lines of which not exactly as much is packed as is invoiced; charges are not packed. */
export function packDifferences(lines: readonly InvoicedLine[], parts: readonly PackedPart[]): PackDifference[] {
  const packed = new Map<string, number>()
  for (const { lineId, quantity } of parts) packed.set(lineId, (packed.get(lineId) ?? 0) + quantity)
  const compared = lines.map(({ id, quantity, isCharge }) => ({ lineId: id, invoiced: isCharge ? 0 : quantity, packed: packed.get(id) ?? 0 }))
  const foreign = [...packed]
    .filter(([lineId]) => !lines.some(({ id }) => id === lineId))
    .map(([lineId, quantity]) => ({ lineId, invoiced: 0, packed: quantity }))
  return [...compared, ...foreign].filter(({ invoiced, packed: put }) => invoiced !== put)
}

/** How many pieces are to be picked and packed. */
export function piecesOf(lines: readonly { readonly quantity: number; readonly isCharge: boolean }[]): number {
  return lines.reduce((sum, { quantity, isCharge }) => sum + (isCharge ? 0 : quantity), 0)
}

/** A number in its series, what stands before it, and how many digits it is written with: `C-100` is 100 of `C-`. */
export interface SeriesNumber {
  readonly prefix: string
  readonly count: number
  readonly digits: number
}

export function seriesNumber(number: string): SeriesNumber | undefined {
  const [, prefix = '', digits = ''] = /^(.*?)(\d{1,15})$/.exec(number) ?? []
  return digits === '' ? undefined : { prefix, count: Number(digits), digits: digits.length }
}

const mostDigits = 15

/** Past so many nobody reads on. */
export const mostMissing = 1000

/** IF-17: the numbers of a series, whatever their case, that are absent between the least and the greatest; `count` of them, of which the first are named, as the first that is there is written. */
export function missingNumbers(prefix: string, numbers: readonly string[]): { readonly count: number; readonly numbers: string[] } {
  const known = numbers.flatMap(number => seriesNumber(number) ?? []).filter(one => one.prefix.toUpperCase() === prefix.toUpperCase())
  const counts = [...new Set(known.map(({ count }) => count))].sort((a, b) => a - b)
  const digits = known.reduce((least, one) => Math.min(least, one.digits), mostDigits)
  let count = 0
  const missing: string[] = []
  for (const [at, next] of counts.slice(1).entries()) {
    const before = counts[at]!
    count += next - before - 1
    for (let absent = before + 1; absent < next && missing.length < mostMissing; absent += 1)
      missing.push(`${known[0]!.prefix}${String(absent).padStart(digits, '0')}`)
  }
  return { count, numbers: missing }
}

/** IF-19: what of the invoices that were held this morning is still to be done. */
export function pendingHold(held: number, completed: number): number {
  return Math.max(held - completed, 0)
}

/** IF-19: how long a step took, less what was waited, in minutes to two decimals: 7.50 from 10:00:00 to 10:07:30. */
export function minutesTaken(from: string, to: string, waitedSeconds = 0): Decimal {
  return toPlaces(ratio(BigInt(Date.parse(to) - Date.parse(from)) - BigInt(waitedSeconds) * 1000n, 60_000n), 2, 'half-up')
}

/** What people get done, as it is told of them: handing over at the counter or to a courier is no way on the road. */
export const workKinds = ['PICKING', 'PACKING', 'BOXING', 'COUNTER', 'COURIER', 'ROAD'] as const
export type WorkKind = (typeof workKinds)[number]

/** Whether what a file or a program says a bill comes to is what its lines come to. */
export function isSameTotal(stated: Money | null, total: Money): boolean {
  return stated === null || stated === total
}

/** A code that names no goods but a charge, as postage or a discount: it has hardly a digit (`POST`, `M`, `C2`). */
export function looksLikeCharge(code: string): boolean {
  return (code.match(/\d/g)?.length ?? 0) < 3
}

/** A line is priced where it costs something; billing may not put it back to nothing (IF-14). */
export function isPriced({ mrp }: Pick<BilledLine, 'mrp'>): boolean {
  return compareDecimals(mrp, decimal('0')) > 0
}

/** RP-3: what each listed line adds to revenue: the first of an invoice its total, the others nothing. */
export function revenueOnce<Line extends { readonly invoiceId: string; readonly invoiceTotal: Money }>(
  lines: readonly Line[],
): (Line & { readonly revenue: Money | null })[] {
  const counted = new Set<string>()
  return lines.map(line => {
    const revenue = counted.has(line.invoiceId) ? null : line.invoiceTotal
    counted.add(line.invoiceId)
    return { ...line, revenue }
  })
}

/** How many an hour somebody gets done; nothing where no time was taken (RP-4). */
export function perHour(count: number, minutes: Decimal): Decimal | null {
  return isZero(minutes) ? null : toPlaces(divideRationals(rational(decimal(String(count * 60))), rational(minutes)), 1, 'half-up')
}
