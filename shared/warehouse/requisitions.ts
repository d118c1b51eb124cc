import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import type { Entity } from '../core/entities.ts'
import { Note, optionalText, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { approvalWrites } from '../approvals/kinds.ts'
import { stockWrites } from './moves.ts'
import { StockQuantity } from './quantity.ts'
import { requisitionStatuses } from './requisition-rules.ts'

export const RequisitionStatus = z.enum(requisitionStatuses)

/** A section's request for several items. `storeLocationId`: where it goes; none where it is used up at once. `unconfirmed` hand-overs wait for the section (WH-5). */
export const Requisition = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), number: z.string(), status: RequisitionStatus, sectionId: z.string(), sectionName: z.string(),
  supplyLocationId: z.string(), supplyLocationName: z.string(), storeLocationId: z.string().nullable(), storeLocationName: z.string().nullable(), neededBy: z.string(),
  purpose: z.string(), workOrderNumber: z.string(), requestedBy: z.string(), requestedByName: z.string(), lineCount: z.int(), firstItemName: z.string(), openLines: z.int(), unconfirmed: z.int(),
})
export type Requisition = z.infer<typeof Requisition>

/** `reserved` is kept for this very requisition; `available` what the supply could give it. `isLow` (PL-14): less than the rest and its margin. */
export const RequisitionLine = z.object({
  id: z.string(), itemId: z.string(), itemCode: z.string(), itemName: z.string(), unitCode: z.string(), unitPlaces: z.int(), quantity: DecimalSchema, issued: DecimalSchema,
  reserved: DecimalSchema, available: DecimalSchema, isLow: z.boolean(),
})
export type RequisitionLine = z.infer<typeof RequisitionLine>
export const RequisitionIssue = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), itemCode: z.string(), itemName: z.string(), unitCode: z.string(), quantity: DecimalSchema, moveSeq: z.int(),
  issuedBy: z.string(), issuedByName: z.string(), receivedByName: z.string().nullable(), receivedAt: z.string().nullable(), reversedAt: z.string().nullable(),
})
export type RequisitionIssue = z.infer<typeof RequisitionIssue>
/** A line of a requisition as its item sees it. */
export const ItemRequisition = z.object({
  id: z.string(), requisitionId: z.string(), number: z.string(), status: RequisitionStatus, sectionName: z.string(), neededBy: z.string(), requestedByName: z.string(), unitCode: z.string(), unitPlaces: z.int(),
  quantity: DecimalSchema, issued: DecimalSchema, isOpen: z.boolean(),
})
export type ItemRequisition = z.infer<typeof ItemRequisition>
/** One whose status is as it was before is a hand-over that was taken back. */
const Step = z.object({ seq: z.int(), at: z.string(), fromStatus: RequisitionStatus.nullable(), toStatus: RequisitionStatus, note: z.string(), byName: z.string() })
export const RequisitionDetail = z.object({
  requisition: Requisition, lines: z.array(RequisitionLine), issues: z.array(RequisitionIssue), steps: z.array(Step),
  /** The work order that it names, where the section has one of that number. */
  workOrderId: z.string().nullable(),
})
export type RequisitionDetail = z.infer<typeof RequisitionDetail>

const act = { id: IdSchema, version: Version }
const reads = ['requisition', 'requisitionLine', 'requisitionIssue', 'section', 'location', 'item', 'user'] as const
const keeps = ['requisition', 'requisitionLine', 'requisitionStep', 'stockBalance', 'lotBalance', 'stockReservation'] as const satisfies readonly Entity[]
const issues = ['requisition', 'requisitionLine', 'requisitionIssue', 'requisitionStep', ...stockWrites] as const satisfies readonly Entity[]
export const mostLines = 50

export const requisitions = {
  /** Of the asker's sections. `isWaiting`: to be decided, or with something still to be handed over. */
  listRequisitions: query({
    permission: 'warehouse.view',
    scope: ({ filter }) => ({ sectionId: filter.sectionId }),
    input: listInput({ sectionId: IdSchema, status: z.array(RequisitionStatus).max(requisitionStatuses.length), isUnconfirmed: z.boolean(), isWaiting: z.boolean() }, ['number', 'createdAt', 'sectionName', 'neededBy']),
    output: page(Requisition),
    reads,
  }),
  /** What the asker's sections asked for of an item; what is still to be handed over first. */
  listItemRequisitions: query({
    permission: 'warehouse.view',
    input: listInput({ itemId: IdSchema, isOpen: z.boolean() }, ['number', 'sectionName', 'neededBy']),
    output: page(ItemRequisition),
    reads: [...reads, 'unit'],
  }),
  getRequisition: query({
    permission: 'warehouse.view', input: z.object({ id: IdSchema }), output: RequisitionDetail,
    reads: [...reads, 'requisitionStep', 'unit', 'stockBalance', 'stockReservation', 'workOrder', 'kanbanCard', 'kanbanBoard'],
  }),
  createRequisition: command({
    permission: 'process.requestMaterial',
    offline: true,
    input: z.object({
      sectionId: IdSchema, supplyLocationId: IdSchema, storeLocationId: IdSchema.nullable().default(null), neededBy: BusinessDaySchema, purpose: Note.default(''),
      workOrderNumber: optionalText(50).default(''), lines: z.array(z.object({ itemId: IdSchema, quantity: StockQuantity })).min(1).max(mostLines),
    }),
    output: Requisition,
    writes: keeps,
  }),
  /** Keeps what the supply has of every line. Not by whoever asked: `own-request`. */
  approveRequisition: command({ permission: 'warehouse.approve', action: 'APPROVE', input: z.object(act), output: Requisition, writes: keeps }),
  rejectRequisition: command({ permission: 'warehouse.approve', action: 'REJECT', input: z.object({ ...act, reason: Reason }), output: Requisition, writes: keeps }),
  /** By those who ask, while nothing went out. */
  cancelRequisition: command({ permission: 'process.requestMaterial', input: z.object({ ...act, reason: Reason }), output: Requisition, writes: keeps }),
  /** The store hands over some of it or all: its half of the proof (WH-5). What is used up at once for a work order is judged (BM-5). On debt (WH-20) goes what is not there: it is used up at once, also where the rest goes into the section's store. */
  issueRequisition: command({
    permission: 'warehouse.execute',
    action: 'TRANSFER',
    input: z.object({ ...act, lines: z.array(z.object({ lineId: IdSchema, quantity: StockQuantity, debtId: IdSchema.optional() })).min(1).max(mostLines) }),
    output: Requisition,
    writes: [...issues, 'conversionEntry', ...approvalWrites],
  }),
  /** The section confirms what came: the other half. Not by whoever handed it over: `own-issue`. */
  receiveRequisition: command({ permission: 'production.execute', input: z.object({ ...act, issueIds: z.array(IdSchema).min(1).max(200) }), output: Requisition, writes: issues }),
  /** Takes a hand-over back that the section has not confirmed; what came back is kept for it. */
  reverseRequisitionIssue: command({ permission: 'warehouse.execute', input: z.object({ ...act, issueId: IdSchema, reason: Reason }), output: Requisition, writes: issues }),
  /** The rest will not come: what went out must be confirmed. */
  closeRequisition: command({ permission: 'warehouse.approve', input: z.object({ ...act, reason: Reason }), output: Requisition, writes: keeps }),
}
