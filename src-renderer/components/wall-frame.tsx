import Close from '@mui/icons-material/Close'
import Fullscreen from '@mui/icons-material/FullscreenOutlined'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import { useEffect, useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { useConnectionState } from '../core/api.ts'
import { useFactory } from '../core/factory.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { setPageTitle } from '../core/page-title.ts'
import { useNewestProgram, useStaysAwake } from '../core/wall.ts'

interface WallFrameProps {
  /** Stands on the wall, and in the browser's tab. */
  readonly title: string
  readonly tabTitle: string
  readonly page: number
  readonly pages: number
  /** The way out for whoever holds a remote control. */
  readonly back: { readonly to: string; readonly label: string }
  readonly children: ReactNode
}

/** What hangs on a wall: dark, large, with the time, and no need to be touched. */
export function WallFrame({ title, tabTitle, page, pages, back, children }: WallFrameProps): ReactNode {
  const { name } = useFactory()
  useNewestProgram()
  useStaysAwake()
  useEffect(() => setPageTitle(tabTitle), [tabTitle])
  return (
    <Box data-scheme="dark" component="main" sx={wall}>
      <Head title={title} factory={name} />
      <Box component="section" aria-live="off" sx={{ flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' }}>
        {children}
      </Box>
      <Foot page={page} pages={pages} back={back} />
    </Box>
  )
}

function Head({ title, factory }: { readonly title: string; readonly factory: string }): ReactNode {
  const { time, day, today } = useFormats()
  const [now, setNow] = useState(() => new Date())
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), 1000)
    return () => clearInterval(timer)
  }, [])
  return (
    <Box component="header" sx={{ display: 'flex', alignItems: 'baseline', gap: '2vw' }}>
      <Box component="h1" sx={{ m: 0, fontSize: '2.6vw', fontWeight: 700 }}>
        {title}
      </Box>
      <Box sx={{ fontSize: '1.7vw', color: 'text.secondary' }}>{factory}</Box>
      <Box sx={{ ml: 'auto', fontSize: '2.6vw', fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>
        {day(today())} · {time(now)}
      </Box>
    </Box>
  )
}

/** Which page this is, whether the host answers, and the ways out for whoever holds a remote control. */
function Foot({ page, pages, back }: Pick<WallFrameProps, 'page' | 'pages' | 'back'>): ReactNode {
  const t = useText()
  const { time } = useFormats()
  const { status, since } = useConnectionState()
  return (
    <Box component="footer" sx={{ display: 'flex', alignItems: 'center', gap: '1vw', minHeight: '2.4vw' }}>
      <Box role="img" aria-label={t('planning.board.wall.page', { page: page + 1, pages })} sx={{ display: 'flex', gap: '0.6vw' }}>
        {Array.from({ length: pages }, (_, at) => (
          <Box key={at} sx={{ width: '2.4vw', height: '0.5vw', borderRadius: 1, bgcolor: at === page ? 'primary.main' : 'divider' }} />
        ))}
      </Box>
      {status === 'offline' && (
        <Box
          role="alert"
          sx={{ px: '1vw', py: '0.4vw', borderRadius: 1, bgcolor: 'tint.error', color: 'error.main', fontSize: '1.6vw', fontWeight: 700 }}
        >
          {t('planning.board.wall.offline', { time: time(since) })}
        </Box>
      )}
      <Box sx={{ ml: 'auto', display: 'flex', opacity: 0.5, '&:hover, &:focus-within': { opacity: 1, cursor: 'auto' } }}>
        <IconButton
          aria-label={t('planning.board.wall.full')}
          onClick={() => void document.documentElement.requestFullscreen()}
          sx={{ color: 'inherit' }}
        >
          <Fullscreen />
        </IconButton>
        <IconButton aria-label={back.label} component={Link} to={back.to} sx={{ color: 'inherit' }}>
          <Close />
        </IconButton>
      </Box>
    </Box>
  )
}

const wall = {
  position: 'fixed',
  inset: 0,
  display: 'flex',
  flexDirection: 'column',
  gap: '1.4vw',
  p: '2vw',
  bgcolor: 'background.default',
  color: 'text.primary',
  overflow: 'hidden',
  cursor: 'none',
  fontSize: '1.6vw',
} as const
