import { decimalText, type Decimal } from '../../shared/core/decimal.ts'
import { AppError, type ErrorParams } from '../../shared/core/errors.ts'
import { missingOf } from '../../shared/warehouse/debt-rules.ts'
import type { Reader } from '../database/reader.ts'
import type { Place } from '../engines/each-row.ts'

/** WH-2: nothing goes negative. What was asked for, what there is and what a debt would have to make up, in the item's unit. */
export function stockShort(db: Reader, itemId: string, locationId: string, requested: Decimal, available: Decimal): AppError {
  const item = db.get('item', itemId)
  return new AppError('stock-short', {
    itemId, locationId, itemCode: item.code, itemName: item.name, location: db.get('location', locationId).name, requested: decimalText(requested),
    available: decimalText(available), missing: decimalText(missingOf(requested, available)), unit: db.get('unit', item.unitId).code,
  })
}

/** As `stockShort`, of one lot. */
export function lotShort(db: Reader, lotId: string, locationId: string, requested: Decimal, available: Decimal): AppError {
  const { code, itemId } = db.get('stockLot', lotId)
  const item = db.get('item', itemId)
  return new AppError('lot-short', {
    lot: code, itemCode: item.code, itemName: item.name, location: db.get('location', locationId).name, requested: decimalText(requested),
    available: decimalText(available), unit: db.get('unit', item.unitId).code,
  })
}

/** One faulty field, as a screen marks it. */
export function invalid(field: string, reason: string, params: ErrorParams = {}): AppError {
  return new AppError('invalid-input', { issues: [{ path: [field], reason, params }] })
}

/** The field of a line of goods that a refusal of it belongs to. */
export function placeInLine({ code, params }: AppError): Place | undefined {
  if (code === 'inactive' || (code === 'not-found' && params.entity === 'item')) return { field: 'itemId' }
  return code === 'no-conversion' ? { field: 'unitId' } : undefined
}
