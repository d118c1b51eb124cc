import Edit from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { largestLogo } from '../../shared/documents/form.ts'
import type { DocumentHead } from '../../shared/documents/contract.ts'
import { FileDrop } from '../components/file-drop.tsx'
import { FormDialog } from '../components/form-dialog.tsx'
import { TextField } from '../components/text-field.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { showDone, showError } from '../core/toasts.ts'
import { useLogo } from './logo.ts'

/** What stands above every document: logo, name, address, further lines. */
export function HeadPanel(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const [isEditing, setEditing] = useState(false)
  const { data: head } = useLive(api.documents.getHead, {})
  const logo = useLogo(head)
  const remove = useCommand(api.documents.removeLogo, { done: () => t('documents.head.removed') })
  if (!head) return null
  const lines = [...head.address.split('\n'), head.phone, ...head.headLines.split('\n')].filter(line => line.trim() !== '')
  return (
    <Paper variant="outlined" component="section" aria-label={t('documents.head.title')} sx={{ flexShrink: 0 }}>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 1, alignItems: 'center', px: 2, py: 1.25, bgcolor: 'tint.header' }}>
        <Box sx={{ flex: 1, minWidth: 220 }}>
          <Typography component="h2" variant="h2">{t('documents.head.title')}</Typography>
          <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('documents.head.nameHint')}</Typography>
        </Box>
        {may('settings.update') && head.hasLogo && <Button size="small" disabled={remove.isPending} onClick={() => remove.mutate({ version: head.version })}>{t('documents.head.remove')}</Button>}
        {may('settings.update') && <Button size="small" variant="outlined" startIcon={<Edit />} aria-label={t('documents.head.edit')} onClick={() => setEditing(true)}>{t('buttons.edit')}</Button>}
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 3, alignItems: 'center', p: 2 }}>
        <Box sx={{ width: 132, height: 64, display: 'grid', placeItems: 'center', border: 1, borderStyle: head.hasLogo ? 'solid' : 'dashed', borderColor: 'divider', borderRadius: 1, bgcolor: head.hasLogo ? '#ffffff' : undefined }}>
          {logo !== undefined ? <Box component="img" src={logo} alt={t('documents.head.logo')} sx={{ maxWidth: 120, maxHeight: 56 }} /> : <Typography variant="caption" sx={{ color: 'text.secondary' }}>{t('documents.head.noLogo')}</Typography>}
        </Box>
        <Box sx={{ flex: 1, minWidth: 220 }}>
          <Typography sx={{ fontWeight: 700, fontSize: '1.125rem' }}>{head.name}</Typography>
          {lines.map(line => <Typography key={line} variant="body2" sx={{ color: 'text.secondary' }}>{line}</Typography>)}
        </Box>
        {may('settings.update') && <LogoDrop />}
      </Box>
      {isEditing && <HeadDialog head={head} onClose={() => setEditing(false)} />}
    </Paper>
  )
}

function LogoDrop(): ReactNode {
  const t = useText()
  const api = useApi()
  const { upload } = useTransport()
  const [file, setFile] = useState<File | null>(null)
  async function take(chosen: File | null): Promise<void> {
    setFile(chosen)
    if (!chosen) return
    try {
      const { ticket } = await upload(chosen)
      await api.documents.setLogo({ ticket })
      showDone(t('documents.head.logoSaved'))
    } catch (error) {
      showError(error)
    }
    setFile(null)
  }
  return <Box sx={{ width: 'min(320px, 100%)' }}><FileDrop label={t('documents.head.choose')} kinds={['.png', '.jpg', '.jpeg']} maximumSize={largestLogo} file={file} onFile={chosen => void take(chosen)} hint={t('documents.head.logoHint')} isDisabled={file !== null} /></Box>
}

function HeadDialog({ head, onClose }: { readonly head: DocumentHead; onClose(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const fieldsOf = ({ version, headLines }: DocumentHead) => ({ version, headLines })
  return (
    <FormDialog
      title={t('documents.head.edit')} subtitle={t('documents.head.nameHint')} schema={api.documents.updateHead.procedure.input} values={fieldsOf(head)} onClose={onClose}
      save={api.documents.updateHead} onSaved={() => showDone(t('documents.head.saved'))} reread={async () => fieldsOf(await api.documents.getHead({}))}
    >
      <TextField name="headLines" label={t('documents.head.lines')} hint={t('documents.head.linesHint')} rows={4} autoFocus />
    </FormDialog>
  )
}
