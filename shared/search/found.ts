import { z } from 'zod'

/** What is found on the host, in the order in which it is shown. Where a kind is looked at is said in `src-renderer/routes.tsx`. */
export const foundKinds = [
  'requisition', 'shortage',
  'paperBatch', 'workOrder', 'transfer', 'reworkCard', 'gatePass', 'invoice', 'customerAccount', 'manufacturingOrder', 'salesOrder', 'carton', 'finishedGoodsReceipt',
  'purchaseOrder', 'purchaseReceipt',
  'kanbanCard', 'item', 'stockLot', 'location', 'section', 'user', 'unit', 'stockMove', 'stockDocument', 'materialDebt', 'stockCount', 'approvalRequest', 'report', 'importBatch', 'notification',
  'productionLine', 'partner', 'customer', 'salesman', 'worker', 'workCalendar', 'workShift', 'machine', 'courier', 'tray', 'labelPrinter', 'defectReason', 'downtimeReason', 'wasteReason',
  'productionStage', 'productionRoute',
] as const
export const FoundKind = z.enum(foundKinds)
export type FoundKind = z.infer<typeof FoundKind>

/**
 * A record as it stands in a list of findings. `code` is its number or code, empty where it has none; `detail` what tells it from
 * its like: a section, a unit. `state` is a text key, and so is `said`, which stands for `name` where words do.
 */
export const Found = z.object({
  kind: FoundKind, id: z.string(), code: z.string(), name: z.string(), detail: z.string().nullable(), state: z.string().nullable(), isActive: z.boolean(),
  said: z.object({ key: z.string(), params: z.record(z.string(), z.union([z.string(), z.number()])) }).nullable(),
})
export type Found = z.infer<typeof Found>
