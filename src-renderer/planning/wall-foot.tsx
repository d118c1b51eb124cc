import Fullscreen from '@mui/icons-material/FullscreenOutlined'
import Close from '@mui/icons-material/Close'
import Box from '@mui/material/Box'
import IconButton from '@mui/material/IconButton'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { useConnectionState } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { planningBoardPath } from './paths.ts'

/** Which page this is, whether the host answers, and the ways out for whoever holds a remote control. */
export function WallFoot({ page, pages }: { readonly page: number; readonly pages: number }): ReactNode {
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
        <IconButton aria-label={t('planning.board.wall.back')} component={Link} to={planningBoardPath} sx={{ color: 'inherit' }}>
          <Close />
        </IconButton>
      </Box>
    </Box>
  )
}
