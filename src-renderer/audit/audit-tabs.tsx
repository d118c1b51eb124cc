import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { useText } from '../core/i18n.ts'
import { auditPath } from '../core/paths.ts'
import { notPrinted } from '../theme/print.ts'
import { summaryPath } from './paths.ts'

/** List and figures are two looks at the same. */
export function AuditTabs(): ReactNode {
  const t = useText()
  const { pathname } = useLocation()
  return (
    <Tabs value={pathname} aria-label={t('audit.title')} sx={{ ...notPrinted, minHeight: 40, borderBottom: 1, borderColor: 'divider' }}>
      <Tab component={Link} to={auditPath} value={auditPath} label={t('audit.tabs.entries')} />
      <Tab component={Link} to={summaryPath} value={summaryPath} label={t('audit.tabs.summary')} />
    </Tabs>
  )
}
