import Edit from '@mui/icons-material/EditOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import type { DocumentState } from '../../shared/documents/contract.ts'
import { PageFrame } from '../components/page-frame.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { FormPanel } from './form-panel.tsx'
import { HeadPanel } from './head-panel.tsx'

/** How the papers of the factory look: their head, and the form of each kind of document. */
export function DocumentsScreen(): ReactNode {
  const t = useText()
  const { data = [] } = useLive(useApi().documents.listForms, {})
  return (
    <PageFrame title={t('documents.title')} subtitle={t('documents.explanation')}>
      <HeadPanel />
      <Paper variant="outlined" component="section" aria-label={t('documents.forms')} sx={{ flexShrink: 0 }}>
        <Typography component="h2" variant="h2" sx={{ px: 2, py: 1.25, bgcolor: 'tint.header' }}>{t('documents.forms')}</Typography>
        {data.map(state => <DocumentLine key={state.document} state={state} />)}
      </Paper>
    </PageFrame>
  )
}

function DocumentLine({ state }: { readonly state: DocumentState }): ReactNode {
  const t = useText()
  const may = useMay()
  const [isEditing, setEditing] = useState(false)
  const { titleKey, paper, orientation, differs, signatures, signatureKeys } = state
  const name = textOf(titleKey) ?? titleKey
  const titles = signatures?.map(({ title }) => title) ?? signatureKeys.map(key => textOf(key) ?? key)
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2, px: 2, py: 1.25, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ flex: 1, minWidth: 220 }}>
        <Typography component="h3" sx={{ fontWeight: 600 }}>{name}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{[t(`documents.papers.${paper}`), t(`documents.orientations.${orientation}`), titles.join(' · ')].filter(Boolean).join(' — ')}</Typography>
      </Box>
      {differs && <StatusChip tone="warning" label={t('documents.differs')} />}
      {may('settings.update') && <Button size="small" variant="outlined" startIcon={<Edit />} aria-label={t('documents.edit', { name })} onClick={() => setEditing(true)}>{t('buttons.edit')}</Button>}
      {isEditing && <FormPanel state={state} onClose={() => setEditing(false)} />}
    </Box>
  )
}
