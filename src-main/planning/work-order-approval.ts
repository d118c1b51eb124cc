import { z } from 'zod'
import { decimalText, DecimalSchema } from '../../shared/core/decimal.ts'
import { manualReasons } from '../../shared/planning/material-variance.ts'
import type { ApprovalKind } from '../engines/approvals.ts'

/** Why the System did not approve it; what waits from before that was kept has no reasons. */
const Change = z.object({ reasons: z.array(z.enum(manualReasons)).default([]), variance: DecimalSchema.nullable().default(null) })

/** PL-19, PL-20: what the System may not approve alone. Whoever decides last answers for it. */
export const workOrderApproval: ApprovalKind<z.infer<typeof Change>> = {
  name: 'WORK_ORDER',
  change: Change,
  current(db, id) {
    const { targetQuantity, deadlineDay, status } = db.get('workOrder', id)
    return { target: decimalText(targetQuantity), deadlineDay, status }
  },
  describe(db, id, { reasons, variance }) {
    const { number, manufacturingOrderId, sectionId, targetQuantity, startDay, deadlineDay } = db.get('workOrder', id)
    const order = db.get('manufacturingOrder', manufacturingOrderId)
    const asked = { before: null, isNew: true } as const
    return {
      subject: { workOrder: number, article: db.get('item', order.articleId).name, section: db.get('section', sectionId).name },
      lines: [
        { ...asked, labelKey: 'planning.fields.targetQuantity', kind: 'decimal', unit: 'pcs', after: decimalText(targetQuantity) },
        { ...asked, labelKey: 'planning.fields.startDay', kind: 'day', after: startDay },
        { ...asked, labelKey: 'planning.fields.deadlineDay', kind: 'day', after: deadlineDay },
        ...reasons.map(
          after => ({ ...asked, labelKey: 'planning.work.manualReason', kind: 'word', wordsKey: 'planning.work.manualReasons', after }) as const,
        ),
        ...(variance === null
          ? []
          : [{ ...asked, labelKey: 'planning.work.materialVariance', kind: 'decimal', unit: '%', after: decimalText(variance) } as const]),
      ],
    }
  },
  apply({ db, session, clock }, id) {
    db.update('workOrder', db.get('workOrder', id), { approvedAt: clock.now(), approvedBy: session.userId })
  },
}
