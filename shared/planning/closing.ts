import { z } from 'zod'
import { cost } from '../core/cost.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { IdSchema } from '../core/ids.ts'
import { MoneySchema } from '../core/money.ts'
import { query } from '../core/procedure.ts'

/** What was wanted and what came of it; `percent` is the second of the first, nothing where nothing was wanted (RP-4). */
const against = { planned: DecimalSchema, actual: DecimalSchema, difference: DecimalSchema, percent: DecimalSchema.nullable() }
const item = { itemId: z.string(), itemCode: z.string(), itemName: z.string(), unitCode: z.string(), unitPlaces: z.int() }

/** What a stage made of a part: its target against good pieces. `rejectPercent` is of all it made. */
const StageClose = z.object({
  key: z.string(),
  stageName: z.string(),
  partName: z.string(),
  position: z.int(),
  ...against,
  reject: DecimalSchema,
  rejectPercent: DecimalSchema.nullable(),
  lossPercent: DecimalSchema,
})
export type StageClose = z.infer<typeof StageClose>
/**
 * What the BOM expects for everything that was made, against what was used. `wasted` is what was used beyond the bare need, `allowance` what
 * the BOM lets be wasted.
 */
const MaterialClose = z.object({ ...item, ...against, wasted: DecimalSchema, allowance: DecimalSchema, value: cost(MoneySchema.nullable()) })
export type MaterialClose = z.infer<typeof MaterialClose>
/** What the purchase BOM buys for the order, against what came in on its fabric and label orders. */
const PurchaseClose = z.object({ ...item, ...against })
export type PurchaseClose = z.infer<typeof PurchaseClose>

export const OrderClose = z.object({
  ordered: DecimalSchema, packed: DecimalSchema, received: DecimalSchema, unitCode: z.string(),
  stages: z.array(StageClose), materials: z.array(MaterialClose), purchases: z.array(PurchaseClose),
  /** What all material was worth, and of that one piece received. */
  worth: cost(MoneySchema.nullable()), worthOfOne: cost(DecimalSchema.nullable()),
})
export type OrderClose = z.infer<typeof OrderClose>

export const closing = {
  /** An order four ways: target and output, BOM and use, purchase BOM and bought, waste. As far as it has come, completed or not. */
  getOrderClose: query({
    permission: 'planning.view',
    input: z.object({ id: IdSchema }),
    output: OrderClose,
    reads: [
      'manufacturingOrder',
      'workOrder',
      'productionStage',
      'orderPart',
      'orderMaterial',
      'deliveryBatch',
      'item',
      'unit',
      'unitConversion',
      'bomHeader',
      'bomLine',
      'purchaseOrder',
      'purchaseLine',
      'stockMove',
      'stockMoveLot',
      'requisition',
      'location',
      'finishedGoodsReceipt',
      'setting',
    ],
  }),
}
