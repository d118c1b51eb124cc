import { z } from 'zod'
import type { Entity } from '../core/entities.ts'
import { command, job, query } from '../core/procedure.ts'
import { ExportFormat, FilterInput, OfferedFilter, ReportChart, ReportColumn, ReportFilter, ReportRequest, ReportRow, ReportTotal, Tally } from './report.ts'

/** All that any report reads: a definition that reads more must add it here, or its preview fails. */
export const reportReads = [
  'item', 'unit', 'location', 'section', 'user', 'partner', 'setting', 'stockBalance', 'itemCost', 'stockMove', 'stockMoveLot', 'lotBalance', 'stockLot', 'stockCount', 'stockCountLine',
  'purchaseOrder', 'purchaseLine', 'purchaseReceipt', 'purchaseReceiptLine', 'vendorMark', 'materialDebt', 'shortage',
  'bomHeader', 'bomLine', 'bomVariant', 'unitConversion',
  'manufacturingOrder', 'deliveryBatch', 'orderPart', 'orderMaterial', 'workOrder', 'productionStage', 'salesOrder', 'salesLine', 'requisition', 'finishedGoodsReceipt', 'finishedGoodsReceiptLine',
  'dailyProduction', 'routeStep', 'workCalendar', 'workShift', 'holiday', 'downtime', 'downtimeReason', 'machine', 'productionLine', 'site',
  'transfer', 'lineClearance', 'wasteEntry', 'wasteReason', 'ledgerReceipt', 'processFlowEdge', 'stageStep', 'stepRecord', 'reworkCard', 'reworkRound', 'defectReason', 'workerEntry', 'teamDay', 'findingLook', 'badScan', 'workOrderSource', 'materialAllocation', 'worker', 'attendanceSheet', 'attendanceLine', 'sectionDayLock',
  'invoice', 'invoiceLine', 'customer', 'salesman', 'pickingSession', 'packingSession', 'packingContainer', 'deliverySession', 'courier', 'courierChange',
  'customerAccount', 'followUp', 'paymentAlert',
] as const satisfies readonly Entity[]

export const ReportSummary = z.object({
  name: z.string(), titleKey: z.string(), descriptionKey: z.string(), moduleKey: z.string(), filters: z.array(OfferedFilter),
})
export type ReportSummary = z.infer<typeof ReportSummary>

/** `rows` is the page asked for, `count` how many there are in all; charts, totals and tallies are those of all rows. */
export const ReportPreview = z.object({
  name: z.string(), titleKey: z.string(), filters: z.array(ReportFilter), columns: z.array(ReportColumn), groupKey: z.string().nullable(),
  rows: z.array(ReportRow), count: z.int(), charts: z.array(ReportChart), totals: z.array(ReportTotal), tallies: z.array(Tally),
})
export type ReportPreview = z.infer<typeof ReportPreview>

const language = z.enum(['id', 'en'])

/**
 * Besides the permission given here, every report asks for its own one (`forbidden`). Rows are those of the asker's sections
 * (IA-5); cost columns are left out for who may not see costs (IA-9), whatever the format.
 */
export const reports = {
  /** The reports the asker may see. */
  listReports: query({
    permission: 'reports.view', input: z.object({}), output: z.array(ReportSummary), reads: ['role', 'roleGrant', 'user'], varies: 'clock',
  }),
  /** Varies by the clock: a period left open is this month, and what a report needs is asked of each user anew. */
  previewReport: query({
    permission: 'reports.view',
    long: true,
    input: ReportRequest.extend({ page: z.int().min(1).max(100_000).default(1), pageSize: z.int().min(1).max(200).default(100) }),
    output: ReportPreview,
    reads: reportReads,
    varies: 'clock',
  }),
  /** Makes the file and gives the ticket to fetch it; every export is kept in the audit. `language`: the user's own if left out. */
  exportReport: job({
    permission: 'reports.create',
    lane: 'bulk',
    input: ReportRequest.extend({ format: ExportFormat, language: language.optional() }),
    output: z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int(), rowCount: z.int() }),
  }),
  recordExport: command({
    permission: 'reports.create',
    visibility: 'internal',
    action: 'EXPORT',
    input: z.object({
      report: z.string(), format: ExportFormat, language, filters: z.record(z.string(), FilterInput), rowCount: z.int(), fileName: z.string(),
    }),
    output: z.object({ seq: z.int() }),
    writes: ['reportExport'],
  }),
}
