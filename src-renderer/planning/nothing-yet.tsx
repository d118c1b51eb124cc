import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

/** Says quietly that a part of a page has nothing to show. */
export function NothingYet({ children }: { readonly children: string }): ReactNode {
  return <Typography sx={{ p: 2, color: 'text.secondary' }}>{children}</Typography>
}
