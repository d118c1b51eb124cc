import { z } from 'zod'
import { cost } from '../core/cost.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { query } from '../core/procedure.ts'
import { OrderStatus } from './orders.ts'

/** A line of an order as its item sees it: of whom, by when, how much in `unitCode`, at what price of one. `isOpen`: some of it is still to come. */
export const ItemOrder = z.object({
  id: z.string(), orderId: z.string(), number: z.string(), status: OrderStatus, partnerName: z.string(), orderDay: z.string(), expectedDay: z.string(), unitCode: z.string(), unitPlaces: z.int(),
  quantity: DecimalSchema, received: DecimalSchema, unitPrice: cost(DecimalSchema.nullable()), isOpen: z.boolean(),
})
export type ItemOrder = z.infer<typeof ItemOrder>

export const itemOrders = {
  /** What of an item is on order and was bought, drafts and cancelled orders left out; what is still to come first, then the newest. For whoever sees its stock. */
  listItemOrders: query({
    permission: 'warehouse.view',
    input: listInput({ itemId: IdSchema, isOpen: z.boolean() }, ['number', 'partnerName', 'orderDay', 'expectedDay']),
    output: page(ItemOrder),
    reads: ['purchaseOrder', 'purchaseLine', 'partner', 'unit'],
  }),
}
