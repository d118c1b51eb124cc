import { z } from 'zod'
import { decimalText, type Decimal } from '../../shared/core/decimal.ts'
import { Reason } from '../../shared/core/fields.ts'
import { StockLevel } from '../../shared/warehouse/quantity.ts'
import type { ApprovalKind } from '../engines/approvals.ts'
import { adjustStock } from './adjustments.ts'

interface Change { readonly counted: Decimal; readonly reason: string }

/** PL-19: a count that differs, by somebody who may not correct the books. */
export const stockAdjustment: ApprovalKind<Change> = {
  name: 'STOCK_ADJUSTMENT',
  change: z.object({ counted: StockLevel, reason: Reason }),
  current: (db, balanceId) => decimalText(db.get('stockBalance', balanceId).onHand),
  describe(db, balanceId, { counted }) {
    const { itemId, locationId, onHand } = db.get('stockBalance', balanceId)
    const item = db.get('item', itemId)
    return {
      subject: { item: item.name, code: item.code, place: db.get('location', locationId).name },
      lines: [
        {
          labelKey: 'warehouse.fields.onHand', kind: 'decimal', unit: db.get('unit', item.unitId).code, before: decimalText(onHand),
          after: decimalText(counted),
        },
      ],
    }
  },
  apply(context, balanceId, { counted, reason }) {
    const { itemId, locationId, onHand: expected } = context.db.get('stockBalance', balanceId)
    adjustStock(context, { itemId, locationId, counted, expected, reason })
  },
}
