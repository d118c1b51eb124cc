import { z } from 'zod'
import { decimalText } from '../../shared/core/decimal.ts'
import type { ApprovalKind } from '../engines/approvals.ts'

/** WH-20: whoever decides last answers for stock below zero, by the quantity of the debt. The record waits as it was asked for. */
export const debtApproval: ApprovalKind<Record<string, never>> = {
  name: 'MATERIAL_DEBT',
  change: z.record(z.string(), z.never()),
  current(db, debtId) {
    const { itemId, locationId, quantity } = db.get('materialDebt', debtId)
    return { itemId, locationId, quantity: decimalText(quantity) }
  },
  describe(db, debtId) {
    const { number, itemId, locationId, sectionId, required, quantity, dueDay, workOrderNumber } = db.get('materialDebt', debtId)
    const item = db.get('item', itemId)
    const unit = db.get('unit', item.unitId).code
    const asked = { before: null, isNew: true } as const
    const amount = { ...asked, kind: 'decimal', unit } as const
    return {
      subject: { debt: number, quantity: decimalText(quantity), unit, item: item.name, section: db.get('section', sectionId).name },
      lines: [
        { ...asked, labelKey: 'warehouse.fields.item', kind: 'text', after: `${item.code} · ${item.name}` },
        { ...asked, labelKey: 'warehouse.fields.location', kind: 'text', after: db.get('location', locationId).name },
        { ...amount, labelKey: 'warehouse.debts.fields.required', after: decimalText(required) },
        { ...amount, labelKey: 'warehouse.debts.fields.quantity', after: decimalText(quantity) },
        { ...asked, labelKey: 'warehouse.debts.fields.dueDay', kind: 'day', after: dueDay },
        ...(workOrderNumber === '' ? [] : [{ ...asked, labelKey: 'warehouse.debts.fields.workOrderNumber', kind: 'text', after: workOrderNumber } as const]),
      ],
    }
  },
  apply({ db, clock, today }, debtId) {
    db.update('materialDebt', db.get('materialDebt', debtId), { approvedAt: clock.now(), approvedDay: today() })
  },
}
