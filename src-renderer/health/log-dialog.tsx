import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, type ReactNode } from 'react'
import type { LogEntry } from '../../shared/health/contract.ts'
import { copyText } from '../core/copy-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { showDone } from '../core/toasts.ts'

/** An entry of the log as it stands there, with its stack, to be passed on. */
export function LogDialog({ entry: { at, text }, onClose }: { readonly entry: LogEntry; onClose(): void }): ReactNode {
  const t = useText()
  const id = useId()
  const { instant } = useFormats()
  return (
    <Dialog open fullWidth maxWidth="md" onClose={onClose} aria-labelledby={id}>
      <DialogTitle id={id}>{t('health.log.entry')} · {instant(at)}</DialogTitle>
      <DialogContent>
        <Box component="pre" tabIndex={0} sx={{ m: 0, p: 1.5, borderRadius: 1, bgcolor: 'tint.neutral', fontSize: '0.8125rem', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{text}</Box>
      </DialogContent>
      <DialogActions>
        <Button startIcon={<ContentCopy />} onClick={() => void copyText(`${at} ${text}`).then(() => showDone(t('health.log.copied')))}>{t('health.log.copy')}</Button>
        <Button variant="contained" onClick={onClose} autoFocus>{t('buttons.close')}</Button>
      </DialogActions>
    </Dialog>
  )
}
