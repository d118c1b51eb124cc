import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import { QrCode } from '../components/qr-code.tsx'
import { copyText } from '../core/copy-text.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'
import { wallScreenPath } from './paths.ts'

/** How the board comes onto a TV: its address, to scan or to type. */
export function WallDialog({ onClose }: { onClose(): void }): ReactNode {
  const t = useText()
  const address = new URL(wallScreenPath, window.location.href).href
  const copy = async () => {
    await copyText(address)
    showDone(t('buttons.copied'))
  }
  return (
    <Dialog open onClose={onClose} maxWidth="sm" fullWidth>
      <DialogTitle>{t('planning.board.wall.share')}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2, justifyItems: 'center' }}>
        <Box>{t('planning.board.wall.shareText')}</Box>
        <QrCode text={address} label={address} size={220} />
        <Box component="code" sx={{ fontSize: '1rem', overflowWrap: 'anywhere', userSelect: 'all' }}>
          {address}
        </Box>
      </DialogContent>
      <DialogActions>
        <Button startIcon={<ContentCopy />} onClick={() => void copy()}>
          {t('planning.board.wall.copy')}
        </Button>
        <Button onClick={onClose}>{t('buttons.close')}</Button>
        <Button component={Link} to={wallScreenPath} variant="contained">
          {t('planning.board.wall.open')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
