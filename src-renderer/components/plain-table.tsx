import Box from '@mui/material/Box'
import type { ReactNode } from 'react'

export interface PlainTableProps {
  /** What is listed, for assistive technology. */
  readonly label: string
  /** The first column names the row, the others are figures. */
  readonly head: readonly string[]
  readonly rows: readonly { readonly key: string; readonly cells: readonly ReactNode[] }[]
}

/** A short table to be read, not worked in. */
export function PlainTable({ label, head, rows }: PlainTableProps): ReactNode {
  return (
    <Box role="region" aria-label={label} tabIndex={0} sx={{ overflow: 'auto', '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: -2 } }}>
      <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse', fontVariantNumeric: 'tabular-nums', '& th, & td': { px: 2, py: 0.75, textAlign: 'right', whiteSpace: 'nowrap' }, '& th:first-of-type, & td:first-of-type': { textAlign: 'left', whiteSpace: 'normal', minWidth: 140 }, '& td': { borderTop: 1, borderColor: 'divider' }, '& th': { color: 'text.secondary', fontWeight: 600, fontSize: '0.8125rem' } }}>
        <thead><tr>{head.map(name => <th key={name} scope="col">{name}</th>)}</tr></thead>
        <tbody>{rows.map(({ key, cells }) => <tr key={key}>{cells.map((cell, at) => <td key={head[at]}>{cell}</td>)}</tr>)}</tbody>
      </Box>
    </Box>
  )
}
