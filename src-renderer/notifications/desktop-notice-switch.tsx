import FormControlLabel from '@mui/material/FormControlLabel'
import Switch from '@mui/material/Switch'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { useText } from '../core/i18n.ts'
import { touch, touchTarget } from '../theme/controls.ts'
import { setDesktopNotices, useDesktopNotices } from './desktop-notice.ts'

/** Whether notices are also shown while somebody works in another program. Here the browser asks, when the reason is plain. */
export function DesktopNoticeSwitch(): ReactNode {
  const t = useText()
  const state = useDesktopNotices()
  if (state === 'missing') return null
  if (state === 'refused') return <Typography variant="caption" component="p" color="textSecondary" sx={{ px: 2, py: 1 }}>{t('notifications.desktop.refused')}</Typography>
  return (
    <FormControlLabel
      control={<Switch size="small" checked={state === 'on'} onChange={(_, isOn) => void setDesktopNotices(isOn)} />}
      label={t('notifications.desktop.show')} slotProps={{ typography: { variant: 'body2' } }} sx={{ px: 2, py: 0.5, m: 0, gap: 1, [touch]: { minHeight: touchTarget } }}
    />
  )
}
