import Timeline from '@mui/icons-material/HistoryEduOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Paper from '@mui/material/Paper'
import { useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import type { Entity } from '../../shared/core/entities.ts'
import type { HistoryEntry } from '../../shared/audit/history.ts'
import { auditedEntities } from '../../shared/audit/history.ts'
import { entityText } from '../../shared/audit/wording.ts'
import { ActChanges } from '../components/act-changes.tsx'
import { ActChip } from '../components/act-chip.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { auditPath, recordPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { useWording } from '../core/wording.ts'
import { EntryFacts } from './entry-facts.tsx'

/** All that ever happened to one record: who, what, when, where, why and how, as a line of time (AU-7). */
export function StoryScreen(): ReactNode {
  const t = useText()
  const may = useMay()
  const wording = useWording()
  const { entity = '', id = '' } = useParams()
  const known = auditedEntities.find(one => one === entity)
  const path = recordPath(entity, id)
  return (
    <PageFrame
      title={`${t('audit.story.title')}: ${entityText(wording, entity)}`} subtitle={t('audit.story.hint')}
      actions={
        <>
          {may('audit.view') && <Button variant="outlined" component={Link} to={auditPath}>{t('audit.story.back')}</Button>}
          {path !== undefined && <Button variant="outlined" component={Link} to={path}>{t('audit.entry.open')}</Button>}
        </>
      }
    >
      <Box sx={{ maxWidth: 880 }}>{known ? <Story key={id} entity={known} id={id} /> : <NoStory />}</Box>
    </PageFrame>
  )
}

const pageSize = 30

function Story({ entity, id, cursor }: { readonly entity: Entity; readonly id: string; readonly cursor?: string }): ReactNode {
  const t = useText()
  const [isLonger, setLonger] = useState(false)
  const { data, error, refetch } = useLive(useApi().audit.listHistory, { entity, id, cursor, pageSize }, { clears: true })
  if (error) return <FailureState error={error} onRetry={() => void refetch()} />
  if (!data) return <LinearProgress aria-label={t('words.loading')} />
  if (data.rows.length === 0) return cursor === undefined ? <NoStory /> : null
  return (
    <Box sx={{ display: 'grid', gap: 1.5 }}>
      <Box component="ol" aria-label={t('audit.story.title')} sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5 }}>
        {data.rows.map(entry => <Act key={entry.seq} entity={entity} entry={entry} />)}
      </Box>
      {data.next !== undefined && !isLonger && <Button onClick={() => setLonger(true)} sx={{ justifySelf: 'start' }}>{t('buttons.more')}</Button>}
      {data.next !== undefined && isLonger && <Story entity={entity} id={id} cursor={data.next} />}
    </Box>
  )
}

function Act({ entity, entry }: { readonly entity: Entity; readonly entry: HistoryEntry }): ReactNode {
  const t = useText()
  return (
    <Paper component="li" variant="outlined" sx={{ p: 2, display: 'grid', gap: 1.5, gridTemplateColumns: { md: 'minmax(0, 5fr) minmax(0, 7fr)' }, columnGap: 3 }}>
      <Box sx={{ display: 'grid', gap: 1, alignContent: 'start' }}>
        <Box><ActChip action={entry.action} /></Box>
        <EntryFacts entry={entry} />
      </Box>
      <Box sx={{ minWidth: 0 }} aria-label={t('audit.story.what')} role="group"><ActChanges entity={entity} action={entry.action} changes={entry.changes} /></Box>
    </Paper>
  )
}

function NoStory(): ReactNode {
  const t = useText()
  return <EmptyState icon={<Timeline />} title={t('audit.story.empty')} hint={t('audit.story.emptyHint')} />
}
