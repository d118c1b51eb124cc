import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useFormats } from '../core/formats.ts'

export interface CountedListProps {
  readonly title: string
  /** Heads the names and the numbers. */
  readonly heads: readonly [string, string]
  readonly rows: readonly { readonly key: string; readonly name: string; readonly count: number }[]
}

/** Names with their numbers, as a table whose rows are bars too. */
export function CountedList({ title, heads, rows }: CountedListProps): ReactNode {
  const { integer } = useFormats()
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <SummaryPart title={title}>
      <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse', fontSize: '0.875rem', fontVariantNumeric: 'tabular-nums', '& th, & td': { textAlign: 'left', py: 0.5, px: 0 }, '& td:last-of-type, & thead th:last-of-type': { textAlign: 'right', width: 72 } }}>
        <thead><Box component="tr" sx={{ '& th': { fontSize: '0.75rem', color: 'text.secondary', fontWeight: 600 } }}><th scope="col">{heads[0]}</th><th scope="col">{heads[1]}</th></Box></thead>
        <tbody>
          {rows.map(({ key, name, count }) => (
            <tr key={key}>
              <Box component="th" scope="row" sx={{ fontWeight: 400 }}>
                <Box sx={{ overflowWrap: 'anywhere' }}>{name}</Box>
                <Box aria-hidden sx={{ height: 5, mt: 0.25, borderRadius: 1, bgcolor: 'primary.main', width: `${Math.max(1, (count / most) * 100)}%` }} />
              </Box>
              <td>{integer(count)}</td>
            </tr>
          ))}
        </tbody>
      </Box>
    </SummaryPart>
  )
}

export function SummaryPart({ title, actions, children }: { readonly title: string; readonly actions?: ReactNode; readonly children: ReactNode }): ReactNode {
  return (
    <Paper component="section" variant="outlined" aria-label={title} sx={{ p: 2, display: 'grid', gap: 1.5, alignContent: 'start', minWidth: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', justifyContent: 'space-between' }}>
        <Typography component="h2" variant="h3">{title}</Typography>
        {actions}
      </Box>
      {children}
    </Paper>
  )
}
