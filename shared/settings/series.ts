import { z } from 'zod'
import { setting, type Setting } from './setting.ts'

export const restartRules = ['day', 'month', 'year', 'never'] as const
export type RestartRule = (typeof restartRules)[number]

export interface Series { readonly format: string; readonly restarts: RestartRule }

/**
 * Number series, as a factory begins with them: `{date}` is the business day as YYYYMMDD, `{year}` and `{month}` parts of it, `{0000}` the
 * running number with that many digits at least. It starts anew each day, month or year, or never.
 */
export const series = {
  kanbanCard: { format: 'KAN-{date}-{0000}', restarts: 'day' },
  requisition: { format: 'PMT-{date}-{000}', restarts: 'day' },
  shortage: { format: 'KRG-{date}-{000}', restarts: 'day' },
  materialDebt: { format: 'UTB-{date}-{000}', restarts: 'day' },
  purchaseOrder: { format: 'PO-{year}-{00000}', restarts: 'year' },
  purchaseReceipt: { format: 'TRM-{year}-{00000}', restarts: 'year' },
  salesOrder: { format: 'SO-{year}-{00000}', restarts: 'year' },
  manufacturingOrder: { format: 'MO-{year}-{00000}', restarts: 'year' },
  finishedGoodsReceipt: { format: 'TBJ-{year}-{00000}', restarts: 'year' },
  transfer: { format: 'TRF-{date}-{000}', restarts: 'day' },
  reworkCard: { format: 'KPB-{date}-{000}', restarts: 'day' },
  gatePass: { format: 'SJS-{year}-{00000}', restarts: 'year' },
  stockDocument: { format: 'BST-{year}-{00000}', restarts: 'year' },
  stockCount: { format: 'OPN-{year}-{00000}', restarts: 'year' },
  paperBatch: { format: 'KTS-{year}-{00000}', restarts: 'year' },
  approvalRequest: { format: 'PRS-{year}-{00000}', restarts: 'year' },
} as const satisfies Record<string, Series>

export type SeriesName = keyof typeof series
export const seriesNames = Object.keys(series) as [SeriesName, ...SeriesName[]]

const parts = /\{(date|year|month|0{1,8})\}/g
const placeholders: Readonly<Record<RestartRule, readonly (readonly string[])[]>> = {
  // Any of these sets of parts tells one period from the next.
  day: [['{date}']], month: [['{date}'], ['{year}', '{month}']], year: [['{date}'], ['{year}']], never: [[]],
}

/**
 * What is wrong with a series by itself: anything but letters, digits, `-/.` and the known parts; not just one running number; letters that do not
 * lead; or no part that tells one period from the next, so that numbers would come again after a restart.
 */
export function seriesFault({ format, restarts }: Series): 'characters' | 'one-count' | 'letters' | 'restart' | undefined {
  if (!/^[A-Z0-9\-/.]*$/.test(format.replace(parts, ''))) return 'characters'
  if (format.match(/\{0+\}/g)?.length !== 1) return 'one-count'
  if (!/^[A-Z]{2,}[A-Z0-9]*[-/.]/.test(format)) return 'letters'
  return placeholders[restarts].some(set => set.every(part => format.includes(part))) ? undefined : 'restart'
}

/** Two series whose letters begin alike could come to the same number. The letters end with a mark, so `KA-` and `KAN-` are apart. */
export function couldMeet(one: Series, other: Series): boolean {
  return lettersOf(one) === lettersOf(other)
}

/** "KAN-": what stands before the first mark, with it. */
export function lettersOf({ format }: Series): string {
  return /^[A-Z0-9]*[-/.]?/.exec(format)?.[0] ?? ''
}

export const SeriesRule: z.ZodType<Series> = z.object({ format: z.string().trim().toUpperCase().pipe(z.string().min(4).max(40)), restarts: z.enum(restartRules) })
  .overwrite(({ format, restarts }) => ({ restarts, format: format.replace(/\{(DATE|YEAR|MONTH)\}/g, part => part.toLowerCase()) }))
  .check(({ value, issues }) => {
    const fault = seriesFault(value)
    if (fault) issues.push({ code: 'custom', path: [fault === 'restart' ? 'restarts' : 'format'], input: value, params: { reason: `settings.issues.series-${fault}` } })
  })

/** Where a series is kept that differs from what a factory begins with. */
export const seriesSettings = Object.fromEntries(seriesNames.map(name => (
  [name, setting<Series>({ key: `series.${name}`, schema: SeriesRule, fallback: series[name], permission: 'settings.update' })]
))) as { readonly [Name in SeriesName]: Setting<Series> }

/** What a running number is counted within, for a business day `YYYY-MM-DD`: "20261120", "202611", "2026" or "" for a series that never restarts. */
export function seriesPeriod({ restarts }: Pick<Series, 'restarts'>, day: string): string {
  if (restarts === 'never') return ''
  return day.replaceAll('-', '').slice(0, { day: 8, month: 6, year: 4 }[restarts])
}

/** "KAN-20261120-0001". A count wider than its zeros is written whole: after 9999 comes 10000. */
export function formatNumber({ format }: Pick<Series, 'format'>, day: string, count: number): string {
  return format
    .replaceAll('{date}', day.replaceAll('-', ''))
    .replaceAll('{year}', day.slice(0, 4))
    .replaceAll('{month}', day.slice(5, 7))
    .replace(/\{(0+)\}/, (_, zeros: string) => String(count).padStart(zeros.length, '0'))
}
