import { type z } from 'zod'
import { decimalText } from '../../shared/core/decimal.ts'
import { DayEntry } from '../../shared/production/daily.ts'
import type { ConsentLevel } from '../../shared/production/gates.ts'
import type { ApprovalKind } from '../engines/approvals.ts'
import { dayOf, writeDay } from './daily.ts'

const Change = DayEntry.omit({ reason: true }).required({ rejectQuantity: true })
export type DayChange = z.infer<typeof Change>

type Told = Omit<ApprovalKind<DayChange>, 'name'>

/** An entry that waits for consent is carried out as it was typed; nothing of it counts before. */
const aboutDay: Told = {
  change: Change,
  topic: ({ day }) => day,
  current(db, id) {
    const { status, targetQuantity } = db.get('workOrder', id)
    return { isOpen: status === 'PENDING' || status === 'RUNNING' || status === 'FINISHED', target: decimalText(targetQuantity) }
  },
  describe(db, id, { day, goodQuantity, rejectQuantity }) {
    const { number, sectionId, manufacturingOrderId, targetQuantity, goodQuantity: sum } = db.get('workOrder', id)
    const before = dayOf(db, id, day)
    const pieces = { kind: 'decimal', unit: 'pcs' } as const
    return {
      subject: { workOrder: number, section: db.get('section', sectionId).name, article: db.get('item', db.get('manufacturingOrder', manufacturingOrderId).articleId).name },
      lines: [
        { labelKey: 'production.fields.day', kind: 'day', isNew: true, before: null, after: day },
        { ...pieces, labelKey: 'production.fields.goodQuantity', isNew: before === undefined, before: before ? decimalText(before.goodQuantity) : null, after: decimalText(goodQuantity) },
        { ...pieces, labelKey: 'production.fields.rejectQuantity', isNew: before === undefined, before: before ? decimalText(before.rejectQuantity) : null, after: decimalText(rejectQuantity) },
        { ...pieces, labelKey: 'production.fields.target', isNew: true, before: null, after: decimalText(targetQuantity) },
        { ...pieces, labelKey: 'production.fields.soFar', isNew: true, before: null, after: decimalText(sum) },
      ],
    }
  },
  apply: (context, _id, change) => void writeDay(context, change),
}

export const daySupervisor: ApprovalKind<DayChange> = { ...aboutDay, name: 'DAY_SUPERVISOR' }
export const dayManager: ApprovalKind<DayChange> = { ...aboutDay, name: 'DAY_MANAGER' }
export const dayDirector: ApprovalKind<DayChange> = { ...aboutDay, name: 'DAY_DIRECTOR' }
/** IO-8: copied from paper, the supervisor and then the manager. */
export const dayFromPaper: ApprovalKind<DayChange> = { ...aboutDay, name: 'DAY_FROM_PAPER' }

export function kindFor(level: ConsentLevel, isFromPaper: boolean): ApprovalKind<DayChange> | undefined {
  if (level === 'DIRECTOR') return dayDirector
  if (isFromPaper) return dayFromPaper
  return { FREE: undefined, SUPERVISOR: daySupervisor, MANAGER: dayManager }[level]
}
