import { z } from 'zod'
import { DecimalSchema } from '../core/decimal.ts'
import { IdSchema } from '../core/ids.ts'
import { page } from '../core/list.ts'
import { query } from '../core/procedure.ts'
import { findInput, matchInput } from '../masters/record.ts'

/** A work order that goods may be for: `code` is its number, `name` what it makes. */
export const FoundWorkOrder = z.object({ id: z.string(), code: z.string(), name: z.string(), manufacturingNumber: z.string(), isActive: z.boolean() })
export type FoundWorkOrder = z.infer<typeof FoundWorkOrder>

/**
 * What asks for goods for a work order, or moves them for it: a card, a line of a requisition or of a document, and how much of it has come; less than nothing
 * where the document brings goods back. Its `status` is a word of its own module.
 */
export const WorkOrderRequest = z.object({
  entity: z.enum(['kanbanCard', 'requisition', 'stockDocument']), id: z.string(), number: z.string(), status: z.string(), createdAt: z.string(),
  itemCode: z.string(), itemName: z.string(), unitCode: z.string(), unitPlaces: z.int(), quantity: DecimalSchema, delivered: DecimalSchema,
})
export type WorkOrderRequest = z.infer<typeof WorkOrderRequest>

const reads = ['workOrder', 'manufacturingOrder', 'productionStage', 'item'] as const

/** Work orders for the fields of entries that may name one: of the asker's sections, those that still take material. */
export const namedWorkOrders = {
  /** By number, order, article or part; with an id that very one, also once it is over. */
  findWorkOrders: query({
    permission: 'warehouse.view', scope: ({ sectionId }) => ({ sectionId }),
    input: z.object({ ...findInput, sectionId: IdSchema.optional(), id: IdSchema.optional() }), output: page(FoundWorkOrder), reads,
  }),
  matchWorkOrders: query({ permission: 'warehouse.view', input: z.object(matchInput), output: z.array(FoundWorkOrder), reads }),
  /** What names a work order, or what it revises; the newest first. */
  listWorkOrderRequests: query({
    permission: 'warehouse.view', input: z.object({ workOrderId: IdSchema }), output: z.array(WorkOrderRequest),
    reads: ['workOrder', 'kanbanCard', 'requisition', 'requisitionLine', 'stockDocument', 'stockDocumentLine', 'stockMove', 'location', 'item', 'unit'],
  }),
}
