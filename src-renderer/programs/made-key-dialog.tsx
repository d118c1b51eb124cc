import ContentCopy from '@mui/icons-material/ContentCopyOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { useConnectionState } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { copyText } from '../core/copy-text.ts'
import { showDone, showError } from '../core/toasts.ts'
import { exampleCall } from './example-call.ts'

export interface MadeKey { readonly id: string; readonly name: string; readonly key: string; readonly permissions: readonly string[] }

/** The one time a key is shown, with a call to begin from. Only its button closes it. */
export function MadeKeyDialog({ made: { id, name, key, permissions }, onClose }: { readonly made: MadeKey; onClose(): void }): ReactNode {
  const t = useText()
  const titleId = useId()
  const { address } = useConnectionState()
  const base = address === undefined ? 'https://localhost:4310' : `${location.protocol.startsWith('http') ? location.protocol : 'https:'}//${address}`
  const example = exampleCall(base, key, permissions)
  return (
    <Dialog open fullWidth maxWidth="md" aria-labelledby={titleId}>
      <DialogTitle id={titleId}>{t('programs.made.title', { name })}</DialogTitle>
      <DialogContent sx={{ display: 'grid', gap: 2 }}>
        <Alert severity="warning">{t('programs.made.once')}</Alert>
        <Copied label={t('programs.made.key')} text={key} copyLabel={t('programs.made.copy')} done={t('programs.made.copied')} isFirst />
        <Copied label={t('programs.made.example')} text={example} copyLabel={t('programs.made.copyExample')} done={t('programs.made.exampleCopied')} />
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{t('programs.made.description', { address: `${base}/api/v1/openapi.json` })}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>{t('programs.made.desk', { desk: `key-${id}` })}</Typography>
      </DialogContent>
      <DialogActions><Button variant="contained" onClick={onClose}>{t('programs.made.done')}</Button></DialogActions>
    </Dialog>
  )
}

interface CopiedProps { readonly label: string; readonly text: string; readonly copyLabel: string; readonly done: string; readonly isFirst?: boolean }

function Copied({ label, text, copyLabel, done, isFirst = false }: CopiedProps): ReactNode {
  return (
    <Box sx={{ display: 'grid', gap: 0.5 }}>
      <Box sx={{ display: 'flex', alignItems: 'center', justifyContent: 'space-between', gap: 1 }}>
        <Typography component="h3" variant="h3">{label}</Typography>
        <Button size="small" startIcon={<ContentCopy />} variant={isFirst ? 'contained' : 'outlined'} autoFocus={isFirst} onClick={() => void copyText(text).then(() => showDone(done), showError)}>{copyLabel}</Button>
      </Box>
      <Box component="pre" tabIndex={0} aria-label={label} sx={{ m: 0, px: 1.5, py: 1, borderRadius: 1, bgcolor: 'tint.neutral', fontFamily: 'monospace', fontSize: '0.875rem', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', userSelect: 'all' }}>{text}</Box>
    </Box>
  )
}
