import Print from '@mui/icons-material/PrintOutlined'
import IconButton from '@mui/material/IconButton'
import Tooltip from '@mui/material/Tooltip'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ViewState } from '../components/browse-state.ts'
import { useText } from '../core/i18n.ts'
import { reportPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'

export interface ReportLinkProps {
  readonly report: 'inventory' | 'stockMovement' | 'stockCard' | 'stockAgeing' | 'materialDebt' | 'shortage'
  /** The report's own filters, as its address names them; what is empty is left out. */
  readonly filters: Readonly<Record<string, string | undefined>>
}

/** From a list to the report over the same rows: for the printer, Excel or another program. */
export function ReportLink({ report, filters }: ReportLinkProps): ReactNode {
  const t = useText()
  const may = useMay()
  const label = t(`warehouse.reports.${report}`)
  const address = new URLSearchParams(
    Object.entries(filters).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]])),
  )
  return (
    may('reports.view') && (
      <Tooltip title={label}>
        <IconButton component={Link} to={`${reportPath(report)}?${address}`} aria-label={label}>
          <Print fontSize="small" />
        </IconButton>
      </Tooltip>
    )
  )
}

/** What a list of stock is narrowed to, as far as the inventory report knows it. */
export function inventoryFilters({ search, filter }: Pick<ViewState, 'search' | 'filter'>, isByPlace: boolean): ReportLinkProps['filters'] {
  const { locationId, sectionId, itemKind, status, hasStock } = filter
  return {
    search,
    location: textIn(locationId),
    section: textIn(sectionId),
    itemKind: textIn(itemKind),
    status: Array.isArray(status) && status.length === 1 ? textIn(status[0]) : undefined,
    onlyWithStock: hasStock === true ? 'yes' : undefined,
    byLocation: isByPlace ? 'yes' : undefined,
  }
}

/** What the ledger is narrowed to, as far as the movement report knows it. */
export function movementFilters({
  search,
  filter: { fromDay, toDay, locationId },
}: Pick<ViewState, 'search' | 'filter'>): ReportLinkProps['filters'] {
  return { search, location: textIn(locationId), period: periodOf(fromDay, toDay) }
}

/** What an item's moves are narrowed to, as far as its card on paper knows it. */
export function cardFilters({ filter: { fromDay, toDay } }: Pick<ViewState, 'filter'>, item: string, location: string | undefined): ReportLinkProps['filters'] {
  return { item, location, period: periodOf(fromDay, toDay) }
}

function periodOf(fromDay: ViewState['filter'][string] | undefined, toDay: ViewState['filter'][string] | undefined): string | undefined {
  const [from, to] = [textIn(fromDay), textIn(toDay)]
  return from === undefined && to === undefined ? undefined : `${from ?? ''}..${to ?? ''}`
}

function textIn(value: ViewState['filter'][string] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}
