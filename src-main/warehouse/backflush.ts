import { addDecimals, compareDecimals, maxDecimal, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { balanceAt } from './balances.ts'
import { basePlace, storeOf } from './places.ts'
import { invalid, stockShort } from './refusals.ts'
import { moveStock, type Move, type NewMove } from './stock.ts'
import { keptForWork } from './work-order-stock.ts'

export interface UsedMaterial { readonly itemId: string; readonly quantity: Decimal; readonly debtId?: string | undefined }
export interface Use extends Pick<NewMove, 'documentEntity' | 'documentId' | 'documentNumber' | 'note'> {
  readonly sectionId: string
  /** The section's own store where it is not said. */
  readonly locationId?: string | undefined
  readonly lines: readonly UsedMaterial[]
  /** What it is used for: what is kept for it in that store is taken first (PL-14). */
  readonly workOrderId?: string | undefined
}

/**
 * WH-3: what a section used, by its output or entered by hand, out of its own store, all or none. Whether output calls for it is `features.backflush`. Throws
 * `stock-short` with every material that is short (`shorts`), each with what a debt would have to make up; what a line's debt covers is left to the debt.
 */
export function backflush(context: CommandContext, { sectionId, locationId, lines, ...document }: Use): Move[] {
  const store = storeFor(context.db, sectionId, locationId)
  const workOrderId = document.workOrderId ?? (document.documentEntity === 'workOrder' ? document.documentId : undefined)
  requireEnough(context.db, store, lines, workOrderId)
  const toLocationId = basePlace(context.db, 'PRODUCTION').id
  return lines.map(line => moveStock(context, { ...document, ...line, fromLocationId: store, toLocationId, kind: 'ISSUE' }))
}

/** Throws `invalid-input` where the section has no store, or several and none is named. */
function storeFor(db: Reader, sectionId: string, locationId: string | undefined): string {
  if (locationId !== undefined) {
    if (storeOf(db, locationId, 'locationId').sectionId !== sectionId) throw invalid('locationId', 'warehouse.issues.not-own-store')
    return locationId
  }
  const board = db.first(sql.selectFrom('kanbanBoard').select('storeLocationId').where('sectionId', '=', sectionId))
  if (board) return board.storeLocationId
  const [store, ...others] = db.all(sql.selectFrom('location').select('id').where('sectionId', '=', sectionId).where('kind', '=', 'INTERNAL').where('isActive', '=', true))
  if (!store || others.length > 0) throw invalid('locationId', 'warehouse.issues.which-store')
  return store.id
}

function requireEnough(db: Reader, locationId: string, lines: readonly UsedMaterial[], workOrderId: string | undefined): void {
  const refusals = [...Map.groupBy(lines.filter(({ debtId }) => debtId === undefined), ({ itemId }) => itemId)].flatMap(([itemId, own]) => {
    const required = sumDecimals(own.map(({ quantity }) => quantity))
    const available = addDecimals(maxDecimal(zero, balanceAt(db, itemId, locationId).available), keptForWork(db, workOrderId, { itemId, locationId }))
    return compareDecimals(required, available) > 0 ? [stockShort(db, itemId, locationId, required, available)] : []
  })
  const [first] = refusals
  if (first) throw new AppError(first.code, { ...first.params, shorts: refusals.map(({ params }) => params) })
}
