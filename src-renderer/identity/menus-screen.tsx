import Box from '@mui/material/Box'
import Paper from '@mui/material/Paper'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useState, type ReactNode } from 'react'
import { PageFrame } from '../components/page-frame.tsx'
import { useText } from '../core/i18n.ts'
import { MenuArrangement } from './menu-arrangement.tsx'
import { RoleMenus, UserMenus } from './menu-holders.tsx'

const views = ['users', 'roles', 'order'] as const
type View = (typeof views)[number]

/** What stands in whose navigation: given to people, to what a role begins with, and in which order. */
export function MenusScreen(): ReactNode {
  const t = useText()
  const [view, setView] = useState<View>('users')
  const filters = (
    <ToggleButtonGroup exclusive size="small" value={view} onChange={(_event, next: View | null) => next && setView(next)} aria-label={t('identity.roles.view')}>
      {views.map(one => <ToggleButton key={one} value={one}>{t(`identity.menus.views.${one}`)}</ToggleButton>)}
    </ToggleButtonGroup>
  )
  return (
    <PageFrame title={t('identity.menus.title')} subtitle={t('identity.menus.subtitle')} filters={filters} fills>
      <Paper variant="outlined" sx={{ flex: 1, minHeight: 320, overflow: 'hidden', display: 'flex' }}>
        <Box sx={{ flex: 1, minWidth: 0, display: 'flex', flexDirection: { xs: 'column', md: 'row' } }}>
          {view === 'users' && <UserMenus />}
          {view === 'roles' && <RoleMenus />}
          {view === 'order' && <MenuArrangement />}
        </Box>
      </Paper>
    </PageFrame>
  )
}
