import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

/** A column of figures; of words or days, which stay on one line; or of sentences, which may take several. */
export type PlainColumn = string | { readonly words: string } | { readonly prose: string }

export interface PlainTableProps {
  /** What is listed, for assistive technology. */
  readonly label: string
  /** The first column names the row; the others are figures, or say that they are not. */
  readonly head: readonly PlainColumn[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}

/** A short table to be read, not worked in. */
export function PlainTable({ label, head, rows }: PlainTableProps): ReactNode {
  const columns = head.map(columnOf)
  return (
    <Box role="region" aria-label={label} tabIndex={0} sx={{ overflow: 'auto', '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 } }}>
      <Box component="table" sx={look}>
        <thead><tr>{columns.map(({ name, kind }) => <th key={name} scope="col" className={kind}>{name}</th>)}</tr></thead>
        <tbody>{rows.map(({ key, cells }) => <tr key={key}>{cells.map((cell, at) => <td key={columns[at]?.name} className={columns[at]?.kind}>{cell}</td>)}</tr>)}</tbody>
      </Box>
    </Box>
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
  '& .figure': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  '& td': { borderTop: 1, borderColor: 'divider' },
  '& th': { color: 'text.secondary', fontWeight: 600, fontSize: '0.8125rem' },
} as const
