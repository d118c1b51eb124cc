import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useEffect, type ReactNode } from 'react'
import { setPageTitle } from '../core/page-title.ts'
import { notPrinted } from '../theme/print.ts'

export interface PageFrameProps {
  /** Stands in the top bar and in the browser's tab. */
  readonly title: string
  /** One sentence, or the document's number and state. */
  readonly subtitle?: ReactNode
  /** The page's own buttons; the main one `variant="contained"`, last. */
  readonly actions?: ReactNode
  /** Tabs or filters that concern the whole page. */
  readonly filters?: ReactNode
  /** The content fills the page and scrolls by itself: lists, boards. */
  readonly fills?: boolean
  readonly children: ReactNode
}

/** One page inside `AppFrame`: says its title, holds its actions, filters and content. */
export function PageFrame({ title, subtitle, actions, filters, fills = false, children }: PageFrameProps): ReactNode {
  useEffect(() => setPageTitle(title), [title])
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', gap: 1.5, p: { xs: 1.5, md: 2 }, minHeight: '100%', ...(fills && { height: '100%' }) }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1, minHeight: 36, ...goneWhenEmpty }}>
        <Typography component="div" variant="body2" sx={{ color: 'text.secondary', flex: 1, minWidth: 'min(100%, 360px)', '&:empty': { minWidth: 0 } }}>{subtitle}</Typography>
        <Box sx={{ ...notPrinted, display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 1, ml: 'auto' }}>{actions}</Box>
      </Box>
      {filters}
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column', gap: 2 }}>{children}</Box>
    </Box>
  )
}

/** Buttons that this user may not press leave no bar behind. */
const goneWhenEmpty = { '&:not(:has(> :not(:empty)))': { display: 'none' } } as const
