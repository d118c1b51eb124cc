import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { useUp, type Use, type UsedMaterial } from './backflush.ts'
import { storeOf } from './places.ts'
import { invalid } from './refusals.ts'
import type { Move } from './stock.ts'
import { admitUse, enterUse } from './use-gate.ts'
import { openWorkOrder, workOrderOfDebt } from './work-order-stock.ts'

export interface Consumption extends Omit<Use, 'workOrder'> {
  readonly workOrderId?: string | undefined
  /** Why more is used than the BOM says. */
  readonly reason: string
}

/**
 * WH-3: what a section used, entered by hand. What it used for a work order is judged with all that was used for it before (BM-5), and carries that one's
 * number, but is no document's own move: output leaves it as it is, takes only what it does not cover, and it can be taken back by itself. Where a debt was asked
 * for a work order, all of it is for that. Throws what `useUp` and `admitUse` throw, `invalid-input` for a store or a work order of another section and a debt of
 * another work order, `wrong-state` for a work order that takes no more (PL-21).
 */
export function consume(context: CommandContext, { workOrderId, reason, ...use }: Consumption): Move[] {
  const { db } = context
  if (use.locationId !== undefined && storeOf(db, use.locationId, 'locationId').sectionId !== use.sectionId) throw invalid(
    'locationId', 'warehouse.issues.not-own-store',
  )
  const usedForId = workOrderId ?? workOrderOfDebts(db, use.lines)
  if (usedForId === undefined) return useUp(context, use)
  const workOrder = openWorkOrder(db, usedForId, use.sectionId)
  requireItsDebts(db, workOrder.id, use.lines)
  const admitted = admitUse(context, workOrder, use.lines, reason)
  const moves = useUp(context, { ...use, workOrder, documentNumber: workOrder.number })
  enterUse(context, workOrder, admitted, reason)
  return moves
}

function workOrderOfDebts(db: Reader, lines: readonly UsedMaterial[]): string | undefined {
  return lines.map(line => workOrderOfLine(db, line)).find(id => id !== undefined)
}

/** A debt that names no work order may be used for any. */
function requireItsDebts(db: Reader, workOrderId: string, lines: readonly UsedMaterial[]): void {
  for (const line of lines) {
    const namedId = workOrderOfLine(db, line)
    if (line.debtId === undefined || namedId === undefined || namedId === workOrderId) continue
    const [{ number }, named, used] = [db.get('materialDebt', line.debtId), db.get('workOrder', namedId), db.get('workOrder', workOrderId)]
    throw invalid('debtId', 'warehouse.issues.debt-of-other-work', { number, named: named.number, used: used.number })
  }
}

function workOrderOfLine(db: Reader, { debtId }: UsedMaterial): string | undefined {
  return debtId === undefined ? undefined : workOrderOfDebt(db, debtId)
}
