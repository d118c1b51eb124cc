import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Panel } from '../components/panel.tsx'
import { SupportButton } from '../components/support-button.tsx'
import { useText } from '../core/i18n.ts'
import { useMay } from '../core/session.ts'

/** What helps somebody who helps from afar, as one file. */
export function SupportPanel(): ReactNode {
  const t = useText()
  const may = useMay()
  if (!may('settings.execute')) return null
  return (
    <Panel title={t('support.title')} explanation={t('support.explanation')} actions={<SupportButton />}>
      <Typography component="p" variant="caption" sx={{ px: 2, py: 1.25, color: 'text.secondary' }}>{t('support.recorded')}</Typography>
    </Panel>
  )
}
