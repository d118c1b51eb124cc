import type { FilterInput, OfferedFilter } from '../../shared/reports/report.ts'

/**
 * A report as its address names it: `?period=2026-11-01..2026-11-30&status=LOW&byLocation=yes&page=2`, so that a link leads to
 * the same rows, and the browser's way back to what was shown before.
 */
export interface ReportAddress { readonly filters: Readonly<Record<string, FilterInput>>; readonly page: number; readonly pageSize: number }

const yes = 'yes'
const firstPageSize = 50
const pageSizes = [25, 50, 100]

/** Parameters that are none of the report's filters are left aside. */
export function readAddress(params: URLSearchParams, offered: readonly OfferedFilter[]): ReportAddress {
  const filters = offered.flatMap(({ key, kind }): [string, FilterInput][] => {
    const text = params.get(key)
    if (text === null || text === '') return []
    if (kind === 'flag') return text === yes ? [[key, true]] : []
    if (kind !== 'period') return [[key, text.slice(0, 200)]]
    const [from = '', to = ''] = text.split('..')
    return [[key, { from: from.slice(0, 50), to: to.slice(0, 50) }]]
  })
  const pageSize = Number(params.get('rows'))
  return {
    filters: Object.fromEntries(filters), page: Math.max(1, Math.trunc(Number(params.get('page'))) || 1),
    pageSize: pageSizes.includes(pageSize) ? pageSize : firstPageSize,
  }
}

export function writeAddress({ filters, page, pageSize }: ReportAddress): URLSearchParams {
  const params = new URLSearchParams()
  for (const [key, value] of Object.entries(filters)) {
    if (value === true) params.set(key, yes)
    else if (typeof value === 'object') params.set(key, `${value.from ?? ''}..${value.to ?? ''}`)
    else if (typeof value === 'string' && value !== '') params.set(key, value)
  }
  if (page > 1) params.set('page', String(page))
  if (pageSize !== firstPageSize) params.set('rows', String(pageSize))
  return params
}
