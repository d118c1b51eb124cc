import Info from '@mui/icons-material/InfoOutlined'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import Link from '@mui/material/Link'
import Tooltip from '@mui/material/Tooltip'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { ReportPreview } from '../../shared/reports/contract.ts'
import type { CellValue, ReportColumn, ReportRow, ReportTotal } from '../../shared/reports/report.ts'
import { textOf, useText } from '../core/i18n.ts'
import { ReportCharts } from './report-charts.tsx'
import { cellText, isNumeric, ReportCell, useHeading } from './report-cells.tsx'
import { useFormats } from '../core/formats.ts'
import { recordPath } from '../core/paths.ts'

export interface ReportTableProps { readonly title: string; readonly preview: ReportPreview }

/** The report as a table: the heading stays in sight, every row leads to the record its numbers come from, the sums stand below. */
export function ReportTable({ title, preview: { columns, rows, charts, totals, groupKey } }: ReportTableProps): ReactNode {
  const shown = columns.filter(({ key }) => key !== groupKey)
  const groups = groupsOf(rows, groupKey)
  return (
    <Box role="region" aria-label={title} tabIndex={0} sx={scrolls}>
      <ReportCharts charts={charts} />
      <Box component="table" sx={look}>
        <thead>
          <tr>{shown.map(column => <Heading key={column.key} column={column} />)}</tr>
        </thead>
        {groups.map(({ name, rows: members }, at) => (
          <tbody key={`${name} ${at}`}>
            {name !== undefined && <tr className="group"><th colSpan={shown.length} scope="rowgroup">{name}</th></tr>}
            {members.map((row, index) => <Row key={row.source?.id ?? index} row={row} columns={shown} />)}
          </tbody>
        ))}
        {totals.length > 0 && <tfoot>{totals.map(total => <Total key={total.unit ?? ''} total={total} columns={shown} />)}</tfoot>}
      </Box>
    </Box>
  )
}

/** A column that says how its numbers come about says so when its name is pointed at or pressed. */
function Heading({ column }: { readonly column: ReportColumn }): ReactNode {
  const t = useText()
  const heading = useHeading()(column)
  const formula = column.explainKey === undefined ? undefined : textOf(column.explainKey)
  return (
    <th scope="col" className={isNumeric(column) ? 'number' : undefined}>
      {formula === undefined ? heading : (
        <Tooltip title={formula} enterDelay={150} enterTouchDelay={0} leaveTouchDelay={6000} describeChild>
          <ButtonBase aria-label={`${heading}. ${t('reports.formula')}`} sx={explained}>
            {heading}
            <Info aria-hidden sx={{ fontSize: 14 }} />
          </ButtonBase>
        </Tooltip>
      )}
    </th>
  )
}

const explained = {
  font: 'inherit', gap: 0.5, borderRadius: 1, minHeight: 28, cursor: 'help', '@media (pointer: coarse)': { minHeight: 56 },
  '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 2 },
} as const

function Row({ row: { cells, source }, columns }: { readonly row: ReportRow; readonly columns: readonly ReportColumn[] }): ReactNode {
  const t = useText()
  const path = source === null ? undefined : recordPath(source.entity, source.id)
  const name = String(cells.name ?? cells.code ?? cells[columns[0]?.key ?? ''] ?? '')
  return (
    <tr>
      {columns.map((column, at) => {
        const cell = <ReportCell column={column} value={cells[column.key] ?? null} />
        const isWay = path !== undefined && (at === 0 || isNumeric(column))
        return (
          <td key={column.key} className={isNumeric(column) ? 'number' : at === 0 || isShort(column, cells[column.key] ?? null) ? 'code' : undefined}>
            {isWay ? (
              // One stop for the keyboard, the row's first cell; its numbers lead there too.
              <Link
                component={RouterLink} to={path} color="inherit" title={t('reports.openSource', { name })}
                {...(at === 0 ? { sx: { fontWeight: 600 } } : { tabIndex: -1 })}
              >
                {cell}
              </Link>
            ) : cell}
          </td>
        )
      })}
    </tr>
  )
}

function Total({ total: { unit, cells }, columns }: { readonly total: ReportTotal; readonly columns: readonly ReportColumn[] }): ReactNode {
  const t = useText()
  const formats = useFormats()
  const first = columns.findIndex(({ key }) => key in cells)
  const label = unit === null ? t('reports.total') : t('reports.unitTotal', { unit })
  return (
    <tr>
      <th scope="row" colSpan={Math.max(1, first)}>{label}</th>
      {columns.slice(Math.max(1, first)).map(column => (
        <td key={column.key} className="number">{column.key in cells ? cellText(column, cells[column.key] ?? null, formats) : null}</td>
      ))}
    </tr>
  )
}

interface Group { readonly name: string | undefined; readonly rows: ReportRow[] }

/** Rows of one group come together. */
function groupsOf(rows: readonly ReportRow[], groupKey: string | null): Group[] {
  const groups: Group[] = []
  for (const row of rows) {
    const name = groupKey === null ? undefined : String(row.cells[groupKey] ?? '')
    const last = groups.at(-1)
    if (last && last.name === name) last.rows.push(row)
    else groups.push({ name, rows: [row] })
  }
  return groups
}

/** Days, statuses, numbers of documents and names of sections stay in one line; what is longer has room for some words in each of its lines. */
function isShort({ kind }: ReportColumn, value: CellValue): boolean {
  return kind === 'day' || kind === 'instant' || kind === 'status' || String(value ?? '').length <= longestLine
}

const longestLine = 24

const scrolls = {
  flex: 1, minHeight: 0, overflow: 'auto', '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 },
} as const
const look = {
  width: '100%', borderCollapse: 'separate', borderSpacing: 0, fontSize: '0.875rem', fontVariantNumeric: 'tabular-nums',
  '& th, & td': { px: 1, py: 0.75, textAlign: 'left', borderBottom: 1, borderColor: 'divider', verticalAlign: 'baseline' },
  '@media (pointer: coarse)': { '& tbody td': { py: 1.75 } },
  '& .number': { textAlign: 'right' },
  '& .number, & .code': { whiteSpace: 'nowrap' },
  '& tbody td:not(.number, .code)': { minWidth: 180 },
  '& thead th': {
    position: 'sticky', top: 0, zIndex: 1, py: 0.5, verticalAlign: 'middle', whiteSpace: 'nowrap',
    bgcolor: 'tint.header', color: 'text.secondary', fontWeight: 600, fontSize: '0.8125rem',
  },
  '& tbody tr:hover': { bgcolor: 'action.hover' },
  '& .group th': { bgcolor: 'background.paper', color: 'primary.main', fontWeight: 650, pt: 1.75 },
  '& tfoot th, & tfoot td': { bgcolor: 'tint.header', fontWeight: 650, borderBottom: 0 },
  '& tfoot tr:first-of-type > *': { borderTop: 2, borderTopColor: 'primary.main' },
  '& tfoot th': { textAlign: 'right', color: 'text.secondary' },
  '& tr > :first-of-type': { pl: 1.5 },
  '& tr > :last-of-type': { pr: 1.5 },
} as const
