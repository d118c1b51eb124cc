import Close from '@mui/icons-material/Close'
import OpenInNew from '@mui/icons-material/OpenInNewOutlined'
import Timeline from '@mui/icons-material/HistoryEduOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { AuditEntry } from '../../shared/audit/entries.ts'
import { entityText, recordText } from '../../shared/audit/wording.ts'
import { ActChanges } from '../components/act-changes.tsx'
import { ActChip } from '../components/act-chip.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { recordPath, recordStoryPath } from '../core/paths.ts'
import { useWording } from '../core/wording.ts'
import { notPrinted } from '../theme/print.ts'
import { EntryFacts } from './entry-facts.tsx'
import { entriesOf } from './paths.ts'

/** One act: what changed from what to what, who, when, from where, why and how, and what binds it to its neighbours. */
export function EntryDrawer({ seq, onClose }: { readonly seq: number; onClose(): void }): ReactNode {
  const t = useText()
  const wording = useWording()
  const titleId = useId()
  const { data, error, refetch } = useLive(useApi().audit.getEntry, { seq }, { clears: true })
  return (
    <Drawer
      anchor="right" open onClose={onClose}
      slotProps={{ paper: { role: 'dialog', 'aria-modal': true, 'aria-labelledby': titleId, sx: { width: { xs: '100%', sm: 640 }, display: 'flex', flexDirection: 'column' } } }}
    >
      <Box sx={{ display: 'flex', alignItems: 'start', gap: 1, px: 3, pt: 2.5, pb: 1 }}>
        <Box sx={{ flex: 1, minWidth: 0, display: 'grid', gap: 0.5, justifyItems: 'start' }}>
          <Typography id={titleId} component="h2" variant="h2" sx={{ overflowWrap: 'anywhere' }}>
            {data ? [entityText(wording, data.entity), recordText(wording, data.entity, data.record)].filter(Boolean).join(' · ') : t('words.loading')}
          </Typography>
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', color: 'text.secondary', fontSize: '0.875rem' }}>{data && <ActChip action={data.action} />}{t('audit.entry.title', { seq })}</Box>
        </Box>
        <IconButton aria-label={t('buttons.close')} onClick={onClose} autoFocus><Close fontSize="small" /></IconButton>
      </Box>
      {data ? <EntryContent entry={data} onLeave={onClose} /> : error ? <FailureState error={error} onRetry={() => void refetch()} /> : <LinearProgress aria-label={t('words.loading')} />}
    </Drawer>
  )
}

function EntryContent({ entry, onLeave }: { readonly entry: AuditEntry; onLeave(): void }): ReactNode {
  const t = useText()
  return (
    <>
      <Box sx={{ flex: 1, overflowY: 'auto', px: 3, pb: 3, display: 'grid', gap: 2.5, alignContent: 'start' }}>
        <EntryFacts entry={entry} account={t('audit.entry.account', { name: entry.userAccount })} />
        <ActChanges entity={entry.entity} action={entry.action} changes={entry.changes} />
        <Box component="section" sx={{ display: 'grid', gap: 0.5 }}>
          <Typography component="h3" variant="overline" color="textSecondary">{t('audit.entry.seal')}</Typography>
          <Typography variant="caption" color="textSecondary">{t('audit.entry.chain')}</Typography>
          <Fingerprint name={t('audit.entry.hash')} value={entry.hash} />
          <Fingerprint name={t('audit.entry.previousHash')} value={entry.previousHash} />
        </Box>
      </Box>
      {entry.entity !== null && entry.entityId !== null && <Links entity={entry.entity} id={entry.entityId} onLeave={onLeave} />}
    </>
  )
}

function Links({ entity, id, onLeave }: { readonly entity: string; readonly id: string; onLeave(): void }): ReactNode {
  const t = useText()
  const path = recordPath(entity, id)
  return (
    <Box sx={{ ...notPrinted, display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 1, px: 3, py: 1.5, borderTop: 1, borderColor: 'divider' }}>
      <Button component={Link} to={entriesOf(entity, id)} onClick={onLeave}>{t('audit.entry.onlyThis')}</Button>
      {path !== undefined && <Button component={Link} to={path} startIcon={<OpenInNew />}>{t('audit.entry.open')}</Button>}
      <Button variant="contained" component={Link} to={recordStoryPath(entity, id)} startIcon={<Timeline />}>{t('audit.entry.story')}</Button>
    </Box>
  )
}

function Fingerprint({ name, value }: { readonly name: string; readonly value: string }): ReactNode {
  return (
    <Box sx={{ fontSize: '0.75rem', color: 'text.secondary' }}>
      {name}: <Box component="code" sx={{ fontFamily: 'ui-monospace, monospace', overflowWrap: 'anywhere' }}>{value}</Box>
    </Box>
  )
}
