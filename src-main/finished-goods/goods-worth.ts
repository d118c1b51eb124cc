import { isPositive, maxDecimal, subtractDecimals, sumDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { addMoney, fromMinorUnits, subtractMoney, type Money } from '../../shared/core/money.ts'
import { averageOf } from '../../shared/warehouse/valuation.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { valueOf } from '../warehouse/totals.ts'
import { expectedOf } from './deliveries.ts'

/** What the goods of a receipt were worth as they came in. */
export function goodsOfReceipt(db: Reader, receiptId: string): Money {
  return worthOfLines(db.all(linesWithCost.where('finishedGoodsReceiptLine.receiptId', '=', receiptId)))
}

/** The same of all that was received of an order. */
export function goodsOfOrder(db: Reader, manufacturingOrderId: string): Money {
  return worthOfLines(db.all(postedLines(manufacturingOrderId)))
}

/** How many pieces of an order were received. */
export function receivedOfOrder(db: Reader, manufacturingOrderId: string): Decimal {
  return sumDecimals(db.all(postedLines(manufacturingOrderId)).map(({ quantity }) => quantity))
}

/**
 * What one of so many pieces is worth that come in now: what was used for the order so far, less what its goods were worth that are in already, spread over
 * what is still to come; where these are the last, over them alone. The item's own cost where nothing is left of it.
 */
export function costOfOne(db: Reader, order: { readonly id: string; readonly articleId: string }, { worth, quantity, areLast }: { readonly worth: Money; readonly quantity: Decimal; readonly areLast: boolean }): Decimal | null {
  const rest = subtractMoney(worth, goodsOfOrder(db, order.id))
  const toCome = areLast ? quantity : maxDecimal(quantity, subtractDecimals(expectedOf(db, order.id), receivedOfOrder(db, order.id)))
  return rest > 0 && isPositive(toCome) ? averageOf({ quantity: toCome, value: rest }) : db.get('item', order.articleId).unitCost
}

const linesWithCost = sql.selectFrom('finishedGoodsReceiptLine').innerJoin('stockLot', 'stockLot.id', 'finishedGoodsReceiptLine.lotId').select(['finishedGoodsReceiptLine.quantity', 'stockLot.unitCost'])

function postedLines(manufacturingOrderId: string) {
  return linesWithCost.innerJoin('finishedGoodsReceipt', 'finishedGoodsReceipt.id', 'finishedGoodsReceiptLine.receiptId')
    .where('finishedGoodsReceipt.manufacturingOrderId', '=', manufacturingOrderId).where('finishedGoodsReceipt.status', '=', 'POSTED')
}

function worthOfLines(lines: readonly { readonly quantity: Decimal; readonly unitCost: Decimal | null }[]): Money {
  return lines.reduce((sum, { quantity, unitCost }) => addMoney(sum, valueOf(unitCost, quantity) ?? fromMinorUnits(0)), fromMinorUnits(0))
}
