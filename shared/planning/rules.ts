import { decimal, type Decimal } from '../core/decimal.ts'

export const manufacturingKinds = ['BUYER', 'PRODUCTION'] as const
export type ManufacturingKind = (typeof manufacturingKinds)[number]

export const manufacturingStatuses = ['DRAFT', 'PARTIAL', 'RELEASED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED'] as const
export type ManufacturingStatus = (typeof manufacturingStatuses)[number]

export const manufacturingActs = ['edit', 'unlockFabric', 'release', 'begin', 'unbegin', 'complete', 'force', 'reopen', 'cancel', 'generate'] as const
export type ManufacturingAct = (typeof manufacturingActs)[number]

/**
 * `unlockFabric`: the fabric is bought, so cutting may go ahead; `release`: its labels too, or somebody released it by hand; `begin`: the
 * first day is entered; `unbegin`: its last day is taken back; `force`: the director closes it as far as it is made; `reopen`: its receipt was
 * taken back.
 */
const manufacturingTransitions: Readonly<Record<ManufacturingStatus, Partial<Record<ManufacturingAct, ManufacturingStatus>>>> = {
  DRAFT: { edit: 'DRAFT', unlockFabric: 'PARTIAL', release: 'RELEASED', cancel: 'CANCELLED' },
  PARTIAL: { release: 'RELEASED', generate: 'PARTIAL', begin: 'PARTIAL', unbegin: 'PARTIAL', force: 'COMPLETED', cancel: 'CANCELLED' },
  RELEASED: { generate: 'RELEASED', begin: 'IN_PROGRESS', force: 'COMPLETED', cancel: 'CANCELLED' },
  IN_PROGRESS: { generate: 'IN_PROGRESS', begin: 'IN_PROGRESS', unbegin: 'RELEASED', complete: 'COMPLETED', force: 'COMPLETED', cancel: 'CANCELLED' },
  COMPLETED: { reopen: 'IN_PROGRESS' },
  CANCELLED: {},
}

export function statusAfter(status: ManufacturingStatus, act: ManufacturingAct): ManufacturingStatus | undefined {
  return manufacturingTransitions[status][act]
}

/** What is still being made, or will be. */
export const openManufacturing = ['DRAFT', 'PARTIAL', 'RELEASED', 'IN_PROGRESS'] as const satisfies readonly ManufacturingStatus[]

export const workOrderStatuses = ['PENDING', 'RUNNING', 'FINISHED', 'VOIDED', 'CANCELLED'] as const
export type WorkOrderStatus = (typeof workOrderStatuses)[number]
export const workOrderActs = ['start', 'enter', 'change', 'replace', 'cancel', 'close', 'reopen'] as const
export type WorkOrderAct = (typeof workOrderActs)[number]

/**
 * `change`: in its place (PL-18); `replace`: voided for a revision of it; `reopen`: an entry was taken back, so that its target is not reached
 * any more; `close`: its order is completed.
 */
const workOrderTransitions: Readonly<Record<WorkOrderStatus, Partial<Record<WorkOrderAct, WorkOrderStatus>>>> = {
  PENDING: { start: 'RUNNING', enter: 'RUNNING', change: 'PENDING', cancel: 'CANCELLED', close: 'CANCELLED' },
  RUNNING: { enter: 'RUNNING', replace: 'VOIDED', cancel: 'CANCELLED', close: 'FINISHED' },
  FINISHED: { enter: 'FINISHED', reopen: 'RUNNING' },
  VOIDED: {},
  CANCELLED: {},
}

export function workOrderAfter(status: WorkOrderStatus, act: WorkOrderAct): WorkOrderStatus | undefined {
  return workOrderTransitions[status][act]
}

/** What keeps a work order from going on (PL-13). */
export const obstacles = ['locked', 'unapproved', 'upstream', 'material'] as const

/** What is in work or waits for it. */
export const openWorkOrders = ['PENDING', 'RUNNING'] as const satisfies readonly WorkOrderStatus[]

export const stageKinds = ['CUTTING', 'EMBROIDERY', 'SEWING', 'FINISHING', 'PACKING', 'OTHER'] as const
export type StageKind = (typeof stageKinds)[number]

/** How far an order is unlocked: PL-3 only what goes before the labels while they are not bought. */
export function isUnlocked(status: ManufacturingStatus, { isBeforeLabel }: { readonly isBeforeLabel: boolean }): boolean {
  return status === 'RELEASED' || status === 'IN_PROGRESS' || (status === 'PARTIAL' && isBeforeLabel)
}

export const colours = ['RED', 'ORANGE', 'YELLOW', 'GREEN'] as const
export type Colour = (typeof colours)[number]
export interface ColourLimits { readonly orange: Decimal; readonly yellow: Decimal; readonly green: Decimal }

/** PL-16: by how much of a target was reached; exact, so that 97.999 % is not green. */
export function colourOf(actual: number, target: number, { orange, yellow, green }: ColourLimits): Colour {
  const reaches = (percent: Decimal) => BigInt(actual) * hundredUnits >= BigInt(target) * BigInt(percent)
  if (reaches(green)) return 'GREEN'
  if (reaches(yellow)) return 'YELLOW'
  return reaches(orange) ? 'ORANGE' : 'RED'
}
const hundredUnits = BigInt(decimal('100'))

/** PL-17: what a change of a work order must keep to. `produced` is what has been made of it. */
export interface WantedChange { readonly target?: number | undefined; readonly deadlineDay?: string | undefined; readonly articleId?: string | undefined }
export interface ChangedOrder { readonly target: number; readonly produced: number; readonly startDay: string; readonly deadlineDay: string }
/** `field` is that of the request. */
export interface ChangeFault {
  readonly field: 'targetQuantity' | 'deadlineDay' | 'itemId'
  readonly reason: string
  readonly params: Readonly<Record<string, string | number>>
}

export function changeFaults(wanted: WantedChange, order: ChangedOrder, today: string): ChangeFault[] {
  const { target, deadlineDay, articleId } = wanted
  const isEmpty = target === undefined && articleId === undefined && (deadlineDay === undefined || deadlineDay === order.deadlineDay)
  const faults: (ChangeFault | false)[] = [
    isEmpty && { field: 'targetQuantity', reason: 'planning.issues.nothing-changed', params: {} },
    target !== undefined && target === order.target && { field: 'targetQuantity', reason: 'planning.issues.same-target', params: { target } },
    target !== undefined &&
      target < order.produced && { field: 'targetQuantity', reason: 'planning.issues.below-produced', params: { produced: order.produced } },
    deadlineDay !== undefined && deadlineDay <= today && { field: 'deadlineDay', reason: 'planning.issues.deadline-passed', params: {} },
    deadlineDay !== undefined && deadlineDay < order.startDay && { field: 'deadlineDay', reason: 'planning.issues.deadline-before-start', params: {} },
    articleId !== undefined && order.produced > 0 && { field: 'itemId', reason: 'planning.issues.article-begun', params: {} },
  ]
  return faults.filter(fault => fault !== false)
}

/** PL-20: whether a target changes by less than so many percent of what it was. */
export function isSmallChange(from: number, to: number, percent: Decimal): boolean {
  return BigInt(Math.abs(to - from)) * hundredUnits < BigInt(from) * BigInt(percent)
}

/** PL-18: the number of the next revision: "…-SEW-01-R1", then "…-R2". */
export function revisionNumber(number: string, revision: number): string {
  return `${firstNumber(number)}-R${revision}`
}

/** The number that a work order and all its revisions begin with. */
export function firstNumber(number: string): string {
  return number.replace(/-R\d+$/, '')
}

export const targetMethods = ['BUFFER', 'YIELD'] as const
/** How much a stage makes: what is wanted and its buffer (PL-9), or what the stages after it lose (PL-10). */
export type TargetMethod = (typeof targetMethods)[number]

export const salesStatuses = ['DRAFT', 'CONFIRMED', 'CLOSED', 'CANCELLED'] as const
export type SalesStatus = (typeof salesStatuses)[number]
export const salesActs = ['edit', 'confirm', 'withdraw', 'close', 'reopen', 'cancel'] as const
export type SalesAct = (typeof salesActs)[number]

const salesTransitions: Readonly<Record<SalesStatus, Partial<Record<SalesAct, SalesStatus>>>> = {
  DRAFT: { edit: 'DRAFT', confirm: 'CONFIRMED', cancel: 'CANCELLED' },
  CONFIRMED: { withdraw: 'DRAFT', close: 'CLOSED', cancel: 'CANCELLED' },
  CLOSED: { reopen: 'CONFIRMED' },
  CANCELLED: { reopen: 'DRAFT' },
}

export function salesStatusAfter(status: SalesStatus, act: SalesAct): SalesStatus | undefined {
  return salesTransitions[status][act]
}

/** PL-4: what goods are traced by once week and destination are known: "MO-2026-00001-05-2026-EU". */
export function traceCodeOf(number: string, week: string | null, destination: string | null): string | null {
  if (week === null || destination === null) return null
  return [number, week.replace('W', ''), destination].join('-')
}

/** How far what a work order needs is kept for it (PL-14); `DEBT`: what is short has been answered for. */
export const allocationStates = ['ALLOCATED', 'PARTIAL', 'DEBT'] as const
export type AllocationState = (typeof allocationStates)[number]
