import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { ScrollArea } from './scroll-area.tsx'

/** A column of figures; of words or days, which stay on one line; or of sentences, which may take several. */
export type PlainColumn = string | { readonly words: string } | { readonly prose: string }

export interface PlainTableProps {
  /** What is listed, for assistive technology. */
  readonly label: string
  /** The first column names the row; the others are figures, or say that they are not. */
  readonly head: readonly PlainColumn[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
  /** What the rows come to, a cell a column. */
  readonly sums?: readonly ReactNode[] | undefined
}

/** A short table to be read, not worked in. */
export function PlainTable({ label, head, rows, sums }: PlainTableProps): ReactNode {
  const columns = head.map(columnOf)
  return (
    <ScrollArea label={label}>
      <Box component="table" sx={look}>
        <thead><tr>{columns.map(({ name, kind }) => <th key={name} scope="col" className={kind}>{name}</th>)}</tr></thead>
        <tbody>{rows.map(({ key, cells }) => <tr key={key}>{cells.map((cell, at) => <td key={columns[at]?.name} className={columns[at]?.kind}>{cell}</td>)}</tr>)}</tbody>
        {sums && <tfoot><tr>{sums.map((cell, at) => <td key={columns[at]?.name} className={columns[at]?.kind}>{cell}</td>)}</tr></tfoot>}
      </Box>
    </ScrollArea>
  )
}

function columnOf(column: PlainColumn, at: number): { readonly name: string; readonly kind: 'figure' | 'words' | 'prose' } {
  if (typeof column === 'string') return { name: column, kind: at === 0 ? 'prose' : 'figure' }
  return 'words' in column ? { name: column.words, kind: 'words' } : { name: column.prose, kind: 'prose' }
}

const look = {
  width: '100%', borderCollapse: 'collapse',
  '& th, & td': { px: 2, py: 0.75, textAlign: 'left', whiteSpace: 'nowrap' },
  '& .prose': { whiteSpace: 'normal', minWidth: 140 },
  // Figures are short: where there are many, their headings take a second line before any is out of sight.
  '& th.figure': { whiteSpace: 'normal', verticalAlign: 'bottom' },
  '& .figure': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  '& td': { borderTop: 1, borderColor: 'divider' },
  '& tfoot td': { borderTop: 2, borderColor: 'divider', fontWeight: 650 },
  '& th': { color: 'text.secondary', fontWeight: 600, fontSize: '0.8125rem' },
} as const
