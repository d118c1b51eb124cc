import { z } from 'zod'
import { decimalText } from '../../shared/core/decimal.ts'
import type { ApprovalKind } from '../engines/approvals.ts'

/** PL-19, PL-20: what the System may not approve alone. Whoever decides last answers for it. */
export const workOrderApproval: ApprovalKind<Record<string, never>> = {
  name: 'WORK_ORDER',
  change: z.record(z.string(), z.never()),
  current(db, id) {
    const { targetQuantity, deadlineDay, status } = db.get('workOrder', id)
    return { target: decimalText(targetQuantity), deadlineDay, status }
  },
  describe(db, id) {
    const { number, manufacturingOrderId, sectionId, targetQuantity, startDay, deadlineDay } = db.get('workOrder', id)
    const order = db.get('manufacturingOrder', manufacturingOrderId)
    const asked = { before: null, isNew: true } as const
    return {
      subject: { workOrder: number, article: db.get('item', order.articleId).name, section: db.get('section', sectionId).name },
      lines: [
        { ...asked, labelKey: 'planning.fields.targetQuantity', kind: 'decimal', unit: 'pcs', after: decimalText(targetQuantity) },
        { ...asked, labelKey: 'planning.fields.startDay', kind: 'day', after: startDay },
        { ...asked, labelKey: 'planning.fields.deadlineDay', kind: 'day', after: deadlineDay },
      ],
    }
  },
  apply({ db, session, clock }, id) {
    db.update('workOrder', db.get('workOrder', id), { approvedAt: clock.now(), approvedBy: session.userId })
  },
}
