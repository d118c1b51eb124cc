import { z } from 'zod'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import type { ApprovalKind } from '../engines/approvals.ts'
import { approve, removeOrder } from './order-changes.ts'
import { rawLines } from './orders.ts'

const nothing = z.object({})
type Nothing = z.infer<typeof nothing>
type Told = Pick<ApprovalKind<Nothing>, 'change' | 'current' | 'describe'>

/** What is asked for is the order as it stands: any change makes the request void. Its amounts stay where only those read them who may see costs. */
const aboutOrder: Told = {
  change: nothing,
  current: (db, id) => db.find('purchaseOrder', id)?.version ?? null,
  describe(db, id) {
    const { number, kind, partnerId, expectedDay } = db.get('purchaseOrder', id)
    return {
      subject: { order: number, vendor: db.get('partner', partnerId).name },
      lines: [
        { labelKey: 'purchasing.fields.kind', kind: 'word', wordsKey: 'purchasing.kinds', isNew: true, before: null, after: kind },
        { labelKey: 'purchasing.fields.expectedDay', kind: 'day', isNew: true, before: null, after: expectedDay },
        { labelKey: 'purchasing.fields.lineCount', kind: 'number', isNew: true, before: null, after: rawLines(db, id).length },
      ],
    }
  },
}

export const orderApproval: ApprovalKind<Nothing> = {
  name: 'PURCHASE_ORDER', ...aboutOrder, apply: (context, id) => void approve(context, seen(context.db, id)),
}

/** The same where the order is worth more than the factory lets pass with one approval. */
export const largeOrderApproval: ApprovalKind<Nothing> = { ...orderApproval, name: 'LARGE_PURCHASE_ORDER' }

/** PL-6: by somebody who may not delete it alone. */
export const orderDeletion: ApprovalKind<Nothing> = {
  name: 'PURCHASE_DELETION', ...aboutOrder, apply: (context, id) => removeOrder(context, seen(context.db, id)),
}

/** As it is now: that it is as it was asked for has been looked at. */
function seen(db: Reader, id: string): SeenAt {
  return { id, version: db.get('purchaseOrder', id).version }
}
