import CloudOff from '@mui/icons-material/CloudOffOutlined'
import Circle from '@mui/icons-material/Circle'
import Sync from '@mui/icons-material/Sync'
import SystemUpdate from '@mui/icons-material/SystemUpdateAltOutlined'
import VolumeOff from '@mui/icons-material/VolumeOffOutlined'
import VolumeUp from '@mui/icons-material/VolumeUpOutlined'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import { useEffect, useState, type ReactNode } from 'react'
import { productVersion } from '../../shared/core/version.ts'
import { useConnectionState } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'
import { setMuted, useSound } from '../core/sounds.ts'
import type { ConnectionState } from '../core/transport.ts'

/** Always in sight: which host, online or since when not, what waits to be sent, who works here, and the factory's time. */
export function StatusBar({ children }: { readonly children?: ReactNode }): ReactNode {
  const t = useText()
  const user = useUser()
  const connection = useConnectionState()
  const isOffline = connection.status === 'offline'
  return (
    <Box
      component="footer" aria-label={t('status.bar')}
      sx={{
        gridColumn: '1 / -1', display: 'flex', alignItems: 'center', gap: 2, px: 1.5, minHeight: 28, fontSize: '0.8125rem', whiteSpace: 'nowrap', overflow: 'hidden',
        borderTop: 1, borderColor: 'divider', ...(isOffline ? { bgcolor: 'tint.warning', color: 'warning.main' } : { bgcolor: 'background.paper', color: 'text.secondary' }),
      }}
    >
      <Connection state={connection} />
      <Box component="span" sx={wideOnly}>{t('status.host')} {connection.address ?? t('status.thisComputer')}</Box>
      {connection.unsent > 0 && <b>{t('status.unsent', { count: connection.unsent })}</b>}
      {connection.hostVersion !== undefined && connection.hostVersion !== productVersion && <NewVersion />}
      {children}
      <Box sx={{ ml: 'auto', display: 'flex', alignItems: 'center', gap: 2 }}>
        <SoundSwitch />
        <Box component="span" sx={wideOnly}>{user.fullName}</Box>
        <FactoryClock />
      </Box>
    </Box>
  )
}

const wideOnly = { display: { xs: 'none', sm: 'inline' } }
const marks = { online: Circle, connecting: Sync, offline: CloudOff, idle: CloudOff } as const
const colours = { online: 'success.main', connecting: 'text.secondary', offline: 'warning.main', idle: 'text.secondary' } as const

function Connection({ state: { status, since } }: { readonly state: ConnectionState }): ReactNode {
  const t = useText()
  const { time } = useFormats()
  const Mark = marks[status]
  const words = { online: t('status.online'), connecting: t('status.connecting'), offline: `${t('status.offline', { time: time(since) })} — ${t('status.retrying')}`, idle: t('status.idle') }
  return (
    <Box role="status" sx={{ display: 'flex', alignItems: 'center', gap: 0.75, fontWeight: 600, color: colours[status] }}>
      <Mark aria-hidden sx={{ fontSize: status === 'online' ? 10 : 16 }} />
      {words[status]}
    </Box>
  )
}

function NewVersion(): ReactNode {
  const t = useText()
  return (
    <ButtonBase onClick={() => location.reload()} title={t('status.newVersionHint')} sx={{ gap: 0.5, fontWeight: 600, color: 'primary.main', borderRadius: 1, px: 0.5 }}>
      <SystemUpdate sx={{ fontSize: 16 }} />
      {t('status.newVersion')} — {t('buttons.reload')}
    </ButtonBase>
  )
}

function SoundSwitch(): ReactNode {
  const t = useText()
  const isMuted = useSound(sound => sound.isMuted)
  const label = t(isMuted ? 'status.soundOff' : 'status.soundOn')
  return (
    <ButtonBase role="switch" aria-checked={!isMuted} aria-label={t('status.sound')} title={label} onClick={() => setMuted(!isMuted)} sx={{ borderRadius: 1, px: 0.5, '@media (pointer: coarse)': { minWidth: 56, minHeight: 56, my: -1.75 } }}>
      {isMuted ? <VolumeOff sx={{ fontSize: 16 }} /> : <VolumeUp sx={{ fontSize: 16 }} />}
    </ButtonBase>
  )
}

/** The factory's wall clock, to the minute. */
function FactoryClock(): ReactNode {
  const { instant } = useFormats()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 5_000)
    return () => clearInterval(timer)
  }, [])
  return <time dateTime={now.toISOString()}>{instant(now)}</time>
}
