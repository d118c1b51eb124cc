import { z } from 'zod'
import type { ApprovalKindName } from '../../shared/approvals/kinds.ts'
import { BusinessDaySchema } from '../../shared/core/dates.ts'
import { decimalText, isZero } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { DayEntry } from '../../shared/production/daily.ts'
import { consentLevels, type ConsentLevel } from '../../shared/production/gates.ts'
import type { CommandContext, Entered } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { passRequest, soundRequests, type ApprovalKind, type HeldRequest } from '../engines/approvals.ts'
import { requireCartonsFilled } from '../finished-goods/packing.ts'
import { requireNotHeld } from '../stages/sums.ts'
import { requireSentMade } from '../transfers/sending.ts'
import { requireOpenWorkOrder } from '../warehouse/work-order-stock.ts'
import { dayOf, judgeDay, judgeLateness, removeDay, writeDay, type Figures } from './daily.ts'
import { requestWithDay } from './paper-waiting.ts'

export const dayKinds = ['DAY_SUPERVISOR', 'DAY_MANAGER', 'DAY_DIRECTOR', 'DAY_FROM_PAPER'] as const satisfies readonly ApprovalKindName[]
type DayKindName = (typeof dayKinds)[number]

/** What was written for a day beside its output, which stays as it is: at a step, or another figure of its stage. */
const Written = z.object({ id: z.string(), words: z.string() })
export type Written = z.infer<typeof Written>
/** What is to become of a day, with who typed it and when: the figures, or that it is taken back; or what was written for it besides. */
const Change = DayEntry.omit({ reason: true }).required({ rejectQuantity: true }).extend({
  isFromPaper: z.boolean(), isRemoval: z.boolean(), written: Written.nullable().default(null), enteredBy: z.string(), enteredOn: BusinessDaySchema,
})
export type DayChange = z.infer<typeof Change>

/** How far each kind of request reaches: what needs more by the time it is decided is not let through by it. */
const levels: Readonly<Record<DayKindName, ConsentLevel>> = { DAY_SUPERVISOR: 'SUPERVISOR', DAY_MANAGER: 'MANAGER', DAY_DIRECTOR: 'DIRECTOR', DAY_FROM_PAPER: 'MANAGER' }

/** An entry that waits for consent is carried out as it was typed; nothing of it counts before. */
function aboutDay(name: DayKindName): ApprovalKind<DayChange> {
  return {
    name,
    change: Change,
    topic: ({ day, written }) => (written ? `${day} ${written.id}` : day),
    current(db, id, { day, written }) {
      const { status, targetQuantity, manufacturingOrderId } = db.get('workOrder', id)
      const entry = written ? undefined : dayOf(db, id, day)
      return {
        isOpen: status === 'PENDING' || status === 'RUNNING' || status === 'FINISHED', isOrderOpen: !['COMPLETED', 'CANCELLED'].includes(db.get('manufacturingOrder', manufacturingOrderId).status),
        target: decimalText(targetQuantity), entry: entry ? `${entry.id}/${entry.version}` : null,
      }
    },
    describe: describeDay,
    apply: (context, id, change, reason) => carryOut(context, name, id, change, reason),
  }
}

function describeDay(db: Reader, id: string, { day, goodQuantity, rejectQuantity, isRemoval, written }: DayChange) {
  const { number, sectionId, manufacturingOrderId, targetQuantity, goodQuantity: sum } = db.get('workOrder', id)
  const before = dayOf(db, id, day)
  const pieces = { kind: 'decimal', unit: 'pcs', isNew: before === undefined } as const
  const asked = { before: null, isNew: true } as const
  return {
    subject: { workOrder: number, section: db.get('section', sectionId).name, article: db.get('item', db.get('manufacturingOrder', manufacturingOrderId).articleId).name },
    lines: [
      { ...asked, labelKey: 'production.fields.day', kind: 'day', after: day },
      ...(written ? [{ ...asked, labelKey: 'production.fields.written', kind: 'text', after: written.words } as const] : []),
      ...(isRemoval ? [{ ...asked, labelKey: 'production.fields.isRemoval', kind: 'flag', after: true } as const] : []),
      { ...pieces, labelKey: 'production.fields.goodQuantity', before: before ? decimalText(before.goodQuantity) : null, after: isRemoval ? null : decimalText(goodQuantity) },
      ...(isZero(rejectQuantity) && !before ? [] : [
        { ...pieces, labelKey: 'production.fields.rejectQuantity', before: before ? decimalText(before.rejectQuantity) : null, after: isRemoval ? null : decimalText(rejectQuantity) } as const,
      ]),
      { ...asked, ...pieces, isNew: true, labelKey: 'production.fields.target', after: decimalText(targetQuantity) },
      { ...asked, ...pieces, isNew: true, labelKey: 'production.fields.soFar', after: decimalText(sum) },
    ],
  } as const
}

/** Judged again, by what was made meanwhile and how late it was typed. Throws `more-consent-needed`, `step-held`, and what entering it throws. */
function carryOut(context: CommandContext, kind: DayKindName, workOrderId: string, { isRemoval, written, enteredBy, enteredOn, ...figures }: DayChange, reason: string): void {
  const { db } = context
  const workOrder = db.get('workOrder', workOrderId)
  requireNotHeld(db, workOrder)
  const entered = { by: enteredBy, on: enteredOn }
  const level = isRemoval || written ? judgeLateness(context, figures, entered, reason) : judgeDay(context, workOrder, figures, entered, reason)
  if (consentLevels.indexOf(level) > consentLevels.indexOf(levels[kind])) throw new AppError('more-consent-needed')
  if (written) return
  if (isRemoval) {
    requireOpenWorkOrder(db, workOrder)
    const entry = dayOf(db, workOrderId, figures.day)
    if (entry) removeDay(context, entry)
  } else writeDay(context, figures, entered)
  const counted = db.get('workOrder', workOrderId)
  requireCartonsFilled(db, counted)
  requireSentMade(db, counted)
}

export const daySupervisor = aboutDay('DAY_SUPERVISOR')
export const dayManager = aboutDay('DAY_MANAGER')
export const dayDirector = aboutDay('DAY_DIRECTOR')
/** PX-4: a day that was copied from paper, corrected: the supervisor and then the manager, as they agreed to it. */
export const dayFromPaper = aboutDay('DAY_FROM_PAPER')

/** Whether a request is about what was made on a day, and not about what a work order is to be. */
export function isAboutDay(kind: ApprovalKindName): boolean {
  return dayKinds.some(day => day === kind)
}

/** The days of a work order that wait for consent. */
export function waitingDays(db: Reader, workOrderId: string): HeldRequest<DayChange>[] {
  return soundRequests(db, [daySupervisor, dayManager, dayDirector, dayFromPaper], workOrderId)
}

/** PL-18: they wait for it on the work order as it goes on. */
export function passDays(db: Writer, days: readonly HeldRequest<DayChange>[], workOrderId: string): void {
  for (const day of days) passRequest(db, day, workOrderId, { ...day.change, workOrderId })
}

export function kindFor(level: ConsentLevel, isFromPaper: boolean): ApprovalKind<DayChange> | undefined {
  if (level === 'DIRECTOR') return dayDirector
  if (isFromPaper) return dayFromPaper
  return { FREE: undefined, SUPERVISOR: daySupervisor, MANAGER: dayManager }[level]
}

export function changeFor(figures: Figures, { by, on }: Entered, { isRemoval = false, written = null }: Partial<Pick<DayChange, 'isRemoval' | 'written'>> = {}): DayChange {
  return { ...figures, isRemoval, written, enteredBy: by, enteredOn: on }
}

const waitingFor = planned((of: { workOrderId: string; day: string }) =>
  sql.selectFrom('approvalRequest').select(['id', 'number']).where('entity', '=', 'workOrder').where('entityId', '=', of.workOrderId).where('topic', '=', of.day).where('status', '=', 'PENDING')
    .where('kind', 'in', dayKinds))

/** The request in which a day waits: its own, or that of a batch copied from paper, other than `exceptFor`. */
export function waitingAbout(db: Reader, workOrderId: string, day: string, exceptFor?: string): { readonly id: string; readonly number: string } | undefined {
  return db.first(waitingFor({ workOrderId, day })) ?? requestWithDay(db, workOrderId, day, exceptFor)
}

/** Throws `approval-pending`: what is asked for about a day is decided before anything else is done with it. */
export function requireNothingWaits(db: Reader, workOrderId: string, day: string): void {
  const open = waitingAbout(db, workOrderId, day)
  if (open) throw new AppError('approval-pending', { entity: 'approvalRequest', ...open })
}
