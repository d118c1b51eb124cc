import Box from '@mui/material/Box'
import { useEffect, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import { onlyPrinted } from '../theme/print.ts'
import type { BrowseColumn } from './browse-columns.tsx'

export interface PrintedRowsProps<Row> {
  readonly title: string
  readonly rows: readonly Row[]
  readonly columns: readonly BrowseColumn<Row>[]
  readonly shown: Readonly<Record<string, boolean>>
}

/** The rows of a list as paper wants them: all of the page, in as many lines as they need, the heading on every sheet. */
export function PrintedRows<Row>({ title, rows, columns, shown }: PrintedRowsProps<Row>): ReactNode {
  if (!useIsPrinting()) return null
  const printed = columns.filter(({ name }) => shown[name])
  const side = ({ kind }: BrowseColumn<Row>) => ({ textAlign: kind === 'number' ? 'right' : 'left' }) as const
  // What has one width on the screen is short: codes, states, days. It is not broken at its hyphens.
  const cell = (column: BrowseColumn<Row>) => ({ ...side(column), ...(column.width === undefined ? { minWidth: column.minWidth } : { whiteSpace: 'nowrap' as const }) })
  return (
    <Box component="table" aria-label={title} sx={look}>
      <thead>
        <tr>{printed.map(column => <th key={column.name} scope="col" style={side(column)}>{column.label}</th>)}</tr>
      </thead>
      <tbody>
        {rows.map((row, at) => (
          <tr key={at}>{printed.map(column => <td key={column.name} style={cell(column)}>{column.value(row)}</td>)}</tr>
        ))}
      </tbody>
    </Box>
  )
}

/** From the moment the browser is about to lay the page out for paper. */
function useIsPrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
    }
  }, [])
  return isPrinting
}

const look = {
  ...onlyPrinted, width: '100%', borderCollapse: 'collapse', fontSize: '0.8125rem', fontVariantNumeric: 'tabular-nums',
  '& th, & td': { padding: '4px 8px', borderBottom: '1px solid', borderColor: 'divider', verticalAlign: 'top' },
  '& td > *': { maxWidth: 'none !important', whiteSpace: 'inherit !important' },
  '& thead': { display: 'table-header-group' },
} as const
