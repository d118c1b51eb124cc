/**
 * Number series: `{date}` is the business day as YYYYMMDD, `{year}` its year, `{0000}` the running number with that many
 * digits at least. It starts anew each day, each year, or never.
 */
export const series = {
  kanbanCard: { format: 'KAN-{date}-{0000}', restarts: 'day' },
  approvalRequest: { format: 'PRS-{year}-{00000}', restarts: 'year' },
} as const satisfies Record<string, Series>

export interface Series { readonly format: string; readonly restarts: 'day' | 'year' | 'never' }
export type SeriesName = keyof typeof series

/** What a running number is counted within, for a business day `YYYY-MM-DD`: "20261120", "2026" or "" for a series that never restarts. */
export function seriesPeriod({ restarts }: Series, day: string): string {
  if (restarts === 'never') return ''
  return restarts === 'day' ? day.replaceAll('-', '') : day.slice(0, 4)
}

/** "KAN-20261120-0001". A count wider than its zeros is written whole: after 9999 comes 10000. */
export function formatNumber({ format }: Series, day: string, count: number): string {
  return format
    .replace('{date}', day.replaceAll('-', ''))
    .replace('{year}', day.slice(0, 4))
    .replace(/\{(0+)\}/, (_, zeros: string) => String(count).padStart(zeros.length, '0'))
}
