import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { useText } from '../core/i18n.ts'
import { notPrinted } from '../theme/print.ts'
import { healthPath, logPath, operationsPath } from './paths.ts'

const tabs = [['overview', healthPath], ['operations', operationsPath], ['log', logPath]] as const

/** Three looks at the host: how it is, what it was asked, what it noted. */
export function HealthTabs(): ReactNode {
  const t = useText()
  const { pathname } = useLocation()
  return (
    <Tabs value={pathname} aria-label={t('health.title')} sx={{ ...notPrinted, minHeight: 40, borderBottom: 1, borderColor: 'divider' }}>
      {tabs.map(([name, path]) => <Tab key={name} component={Link} to={path} value={path} label={t(`health.tabs.${name}`)} />)}
    </Tabs>
  )
}
