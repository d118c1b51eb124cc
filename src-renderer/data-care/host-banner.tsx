import Restore from '@mui/icons-material/SettingsBackupRestoreOutlined'
import Warning from '@mui/icons-material/ReportOutlined'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useConnectionState } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { notPrinted } from '../theme/print.ts'

/** The same in the light and the dark scheme. White on it stands at 6.6 : 1. */
const alarmRed = '#b0261c'
const lasting: readonly string[] = ['storage-stopped', 'storage-damaged']

/** Across the top of every desk: saving has stopped or is disturbed, with what to do; or the data is being put back. */
export function HostBanner(): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const { condition: { storage, restoring } } = useConnectionState()
  if (restoring !== null) return <Banner icon={<Restore />} title="" text={t('dataCare.banner.restoring', { time: instant(restoring) })} />
  const text = storage === null ? undefined : textOf(`dataCare.banner.storage.${storage}`)
  if (storage === null || text === undefined) return null
  return <Banner icon={<Warning />} title={t(lasting.includes(storage) ? 'dataCare.banner.stopped' : 'dataCare.banner.troubled')} text={text} />
}

function Banner({ icon, title, text }: { readonly icon: ReactNode; readonly title: string; readonly text: string }): ReactNode {
  return (
    <Box role="alert" sx={{ ...notPrinted, display: 'flex', alignItems: 'center', gap: 1.5, px: 2, py: 1, bgcolor: alarmRed, color: '#ffffff' }}>
      {icon}
      <span>{title && <b>{title}. </b>}{text}</span>
    </Box>
  )
}
