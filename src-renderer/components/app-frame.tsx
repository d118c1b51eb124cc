import Box from '@mui/material/Box'
import Drawer from '@mui/material/Drawer'
import useMediaQuery from '@mui/material/useMediaQuery'
import { useState, type ReactNode } from 'react'
import { useText } from '../core/i18n.ts'
import { ErrorBoundary } from './error-boundary.tsx'
import { KeyHints } from './key-hints.tsx'
import { NavigationBar, type NavigationGroup } from './navigation-bar.tsx'
import { StatusBar } from './status-bar.tsx'
import { TopBar, type TopBarProps } from './top-bar.tsx'

export interface AppFrameProps extends Omit<TopBarProps, 'onMenu'> {
  readonly groups: readonly NavigationGroup[]
  /** Across the whole width, above everything: training mode, a red alert. */
  readonly banner?: ReactNode
  /** More in the status bar: last backup, training mode. */
  readonly statusItems?: ReactNode
  /** Where this is: a fault on one page goes with the page. Usually the router's `location.key`. */
  readonly pageKey: string
  /** The page. */
  readonly children: ReactNode
}

const collapsedKey = 'lantai.navigation'

/** The frame around every page: navigation, top bar, status bar, key list; a fault in the page leaves the frame alive. */
export function AppFrame({ groups, banner, statusItems, pageKey, children, ...topBar }: AppFrameProps): ReactNode {
  const t = useText()
  const isNarrow = useMediaQuery('(max-width: 1100px)', { noSsr: true })
  const isPhone = useMediaQuery('(max-width: 599px)', { noSsr: true })
  const [chosen, setChosen] = useState(localStorage.getItem(collapsedKey))
  const [isMenuOpen, setMenuOpen] = useState(false)
  const isCollapsed = chosen === null || isNarrow ? isNarrow && chosen !== 'wide' : chosen === 'small'
  const toggle = () => {
    const next = isCollapsed ? 'wide' : 'small'
    localStorage.setItem(collapsedKey, next)
    setChosen(next)
  }
  return (
    <Box sx={{ display: 'grid', height: '100dvh', gridTemplateColumns: isPhone ? 'minmax(0, 1fr)' : 'auto minmax(0, 1fr)', gridTemplateRows: 'auto auto minmax(0, 1fr) auto' }}>
      <SkipLink label={t('frame.skip')} />
      <Box sx={{ gridColumn: '1 / -1', gridRow: 1 }}>{banner}</Box>
      {!isPhone && <NavigationBar groups={groups} isCollapsed={isCollapsed} onToggle={toggle} sx={{ gridColumn: 1, gridRow: '2 / span 2' }} />}
      {isPhone && (
        <Drawer open={isMenuOpen} onClose={() => setMenuOpen(false)}>
          <NavigationBar groups={groups} isCollapsed={false} onToggle={() => setMenuOpen(false)} onGo={() => setMenuOpen(false)} sx={{ height: '100%' }} />
        </Drawer>
      )}
      <TopBar {...topBar} {...(isPhone && { onMenu: () => setMenuOpen(true) })} />
      <Box component="main" id="content" tabIndex={-1} sx={{ gridRow: 3, gridColumn: isPhone ? 1 : 2, overflow: 'auto', outline: 0, bgcolor: 'background.default' }}>
        <ErrorBoundary key={pageKey}>{children}</ErrorBoundary>
      </Box>
      <StatusBar>{statusItems}</StatusBar>
      <KeyHints />
    </Box>
  )
}

function SkipLink({ label }: { readonly label: string }): ReactNode {
  return (
    <Box
      component="a" href="#content" onClick={event => { event.preventDefault(); document.getElementById('content')?.focus() }}
      sx={{ position: 'fixed', top: -80, left: 8, zIndex: 'tooltip', px: 2, py: 1, bgcolor: 'primary.main', color: 'primary.contrastText', borderRadius: 1, '&:focus': { top: 8 } }}
    >
      {label}
    </Box>
  )
}
