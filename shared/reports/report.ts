import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'

/** How a column's values are shown, aligned and exported. */
export const columnKinds = ['text', 'decimal', 'integer', 'money', 'percent', 'day', 'instant', 'status'] as const
export type ColumnKind = (typeof columnKinds)[number]

/** How grave a status is: told by colour and shape beside its word. */
export const tones = ['critical', 'warning', 'good', 'neutral'] as const
export type Tone = (typeof tones)[number]

/** One value of a fixed set; `labelKey` is a text key, like every `…Key` here, and `labelParams` what its text asks for. */
export const Choice = z.object({ value: z.string(), labelKey: z.string(), labelParams: z.record(z.string(), z.number()).optional(), tone: z.enum(tones).optional() })
export type Choice = z.infer<typeof Choice>

/**
 * `kind` decides what a cell holds: decimals, money and percentages are plain decimal text with as many places as are to be
 * shown ("12.50"), days and instants ISO text, a status the value of one of its `choices`. `explainKey` says how a number comes about.
 */
export const ReportColumn = z.object({
  key: z.string(), labelKey: z.string(), kind: z.enum(columnKinds), explainKey: z.string().optional(), choices: z.array(Choice).optional(),
})
export type ReportColumn = z.infer<typeof ReportColumn>

/** Nothing to say, as in a share of zero (RP-4), is null and shown as "–". */
export const CellValue = z.union([z.string(), z.number()]).nullable()
export type CellValue = z.infer<typeof CellValue>
export const noValue = '–'

export const filterKinds = ['period', 'section', 'location', 'item', 'choice', 'flag', 'search'] as const
export type FilterKind = (typeof filterKinds)[number]

export const Period = z.object({ from: BusinessDaySchema, to: BusinessDaySchema })
export type Period = z.infer<typeof Period>

/**
 * What a filter is given as: an id, a choice's value or search text; a flag; a period's two days. A period is read leniently
 * (RP-2), so its days are any short text here.
 */
export const FilterInput = z.union([z.string().max(200), z.boolean(), z.object({ from: z.string().max(50), to: z.string().max(50) }).partial()])
export type FilterInput = z.infer<typeof FilterInput>

/** A filter as a screen offers it. Without one that `isNeeded` the report has nothing to tell. */
export const OfferedFilter = z.object({ key: z.string(), kind: z.enum(filterKinds), labelKey: z.string(), choices: z.array(Choice).optional(), isNeeded: z.boolean().optional() })
export type OfferedFilter = z.infer<typeof OfferedFilter>

/** A filter with the value in force; `text` is the name of the record chosen. */
export const ReportFilter = OfferedFilter.extend({ value: FilterInput.nullable(), text: z.string() })
export type ReportFilter = z.infer<typeof ReportFilter>

/** Which report, narrowed how. */
export const ReportRequest = z.object({ report: z.string().max(50), filters: z.record(z.string().max(50), FilterInput).default({}) })
export type ReportRequest = z.infer<typeof ReportRequest>

/** The record a row's numbers come from. */
export const RowSource = z.object({ entity: z.string(), id: z.string() })
export type RowSource = z.infer<typeof RowSource>

const Cells = z.record(z.string(), CellValue)
export const ReportRow = z.object({ cells: Cells, source: RowSource.nullable() })
export type ReportRow = z.infer<typeof ReportRow>

/** Sums of `count` rows. `unit` names the unit they have in common: pieces are never added to metres; null is all of the report. */
export const ReportTotal = z.object({ unit: z.string().nullable(), count: z.int(), cells: Cells })
export type ReportTotal = z.infer<typeof ReportTotal>

/** Bars beside the rows: for each label one a series, as long as its share of the largest. `unit` stands behind the figures. */
export const ReportChart = z.object({
  titleKey: z.string(), seriesKeys: z.array(z.string()), bars: z.array(z.object({ label: z.string(), values: z.array(DecimalSchema.nullable()) })), unit: z.string().optional(),
})
export type ReportChart = z.infer<typeof ReportChart>

/** A figure with what it counts; a percent sign stands close to it. */
export function withUnit(figure: string, unit: string | undefined): string {
  if (unit === undefined) return figure
  return unit === '%' ? `${figure}%` : `${figure}\u00a0${unit}`
}

/** A chart of quantities says in its title what they are counted in, as there may be one for each unit. */
export function isMeasured(unit: string | undefined): unit is string {
  return unit !== undefined && unit !== '%'
}

/** How many rows have which status. */
export const Tally = z.object({ column: z.string(), value: z.string(), count: z.int() })
export type Tally = z.infer<typeof Tally>

export const exportFormats = ['pdf', 'xlsx', 'csv'] as const
export const ExportFormat = z.enum(exportFormats)
export type ExportFormat = z.infer<typeof ExportFormat>
