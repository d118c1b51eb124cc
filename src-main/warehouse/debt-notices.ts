import type { Selectable } from 'kysely'
import { decimalText, isZero, type Decimal } from '../../shared/core/decimal.ts'
import type { Audience } from '../../shared/notifications/notice.ts'
import { openOf } from '../../shared/warehouse/debt-rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { MaterialDebtTable } from '../database/tables.ts'

type Debt = Selectable<MaterialDebtTable>
type Told = Pick<CommandContext, 'db' | 'notify'>

/** Who keeps the stock and who answered for the debt; a role that a factory does not have is nobody. */
const keepers: readonly Audience[] = ['Warehouse Admin', 'Warehouse Operator', 'Manager'].map(role => ({ role }))

export function tellSettlement(context: Told, debt: Debt, settled: Decimal): void {
  const isWhole = isZero(openOf(debt))
  context.notify({ kind: isWhole ? 'DEBT_SETTLED' : 'DEBT_SETTLED_PARTLY', ...aboutDebt(context, debt, { quantity: decimalText(settled), remaining: decimalText(openOf(debt)) }) })
}

/** A standing condition: told again after a day at the earliest (NT-2). */
export function tellOverdue(context: Told, debt: Debt): void {
  context.notify({ kind: 'DEBT_OVERDUE', ...aboutDebt(context, debt, { quantity: decimalText(openOf(debt)), from: debt.dueDay }) })
}

function aboutDebt({ db }: Told, debt: Debt, more: Readonly<Record<string, string>>) {
  const item = db.get('item', debt.itemId)
  const params = { number: debt.number, item: item.name, unit: db.get('unit', item.unitId).code, section: db.get('section', debt.sectionId).name, ...more }
  return { audience: [{ user: debt.requestedBy }, ...keepers], params, entity: 'materialDebt' as const, entityId: debt.id }
}
