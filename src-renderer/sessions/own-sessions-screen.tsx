import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'
import type { SessionFace } from '../../shared/sessions/contract.ts'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand, useLive } from '../core/live.ts'
import { SessionStateChip, useSessionWords } from './session-words.tsx'

/** Where one is signed in oneself; for everybody. */
export function OwnSessionsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const { data = [], error, refetch } = useLive(api.sessions.listOwnSessions, {})
  const refresh = () => void refetch()
  const endOthers = useCommand(api.sessions.endOwnOthers, { done: ({ count }) => t('sessions.own.othersEnded', { count }), onSuccess: refresh })
  const running = data.filter(({ state }) => state === 'RUNNING')
  const ended = data.filter(({ state }) => state !== 'RUNNING')
  const actions = running.length > 1 && <Button variant="outlined" color="error" loading={endOthers.isPending} onClick={() => endOthers.mutate({})}>{t('sessions.own.endOthers')}</Button>
  return (
    <PageFrame title={t('sessions.own.title')} subtitle={t('sessions.own.subtitle')} actions={actions}>
      {error && <FailureState error={error} onRetry={refresh} />}
      <Group title={t('sessions.own.running')} sessions={running} hint={t('sessions.own.strange')} onEnded={refresh} />
      {ended.length > 0 && <Group title={t('sessions.own.ended')} sessions={ended} onEnded={refresh} />}
      <Alert severity="info" sx={{ flexShrink: 0 }}><AlertTitle>{t('activity.noticeTitle')}</AlertTitle>{t('activity.notice')}</Alert>
    </PageFrame>
  )
}

interface GroupProps { readonly title: string; readonly hint?: string; readonly sessions: readonly SessionFace[]; onEnded(): void }

function Group({ title, hint, sessions, onEnded }: GroupProps): ReactNode {
  const id = useId()
  return (
    <Paper variant="outlined" component="section" aria-labelledby={id} sx={{ flexShrink: 0, overflow: 'hidden' }}>
      <Box sx={{ px: 2, py: 1.25, bgcolor: 'tint.header' }}>
        <Typography id={id} component="h2" variant="h2">{title}</Typography>
        {hint !== undefined && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{hint}</Typography>}
      </Box>
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>{sessions.map(session => <Line key={session.id} session={session} onEnded={onEnded} />)}</Box>
    </Paper>
  )
}

/** One's own changes are announced to those who look after users only: the list asks again by itself. */
function Line({ session, onEnded }: { readonly session: SessionFace; onEnded(): void }): ReactNode {
  const t = useText()
  const api = useApi()
  const { instant, relative } = useFormats()
  const words = useSessionWords()
  const end = useCommand(api.sessions.endOwnSession, { done: () => t('sessions.endedOne', { name: words.desk(session) }), onSuccess: onEnded })
  const times = session.endedAt === null
    ? [`${t('sessions.columns.startedAt')} ${instant(session.startedAt, 'short')}`, `${t('sessions.columns.lastSeenAt').toLowerCase()} ${relative(session.lastSeenAt)}`]
    : [`${t('sessions.columns.startedAt')} ${instant(session.startedAt, 'short')}`, `${t('sessions.columns.endedAt').toLowerCase()} ${instant(session.endedAt, 'short')}`]
  return (
    <Box component="li" sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 2, rowGap: 0.5, px: 2, py: 1.25, borderTop: 1, borderColor: 'divider' }}>
      <Box sx={{ flex: '1 1 260px', minWidth: 0 }}>
        <Typography sx={{ fontWeight: 600 }}>{words.desk(session)}{session.isThis && ` (${t('sessions.thisOne')})`}</Typography>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>{[words.browser(session), session.ip, ...times].join(' · ')}</Typography>
      </Box>
      <SessionStateChip session={session} />
      {session.state === 'RUNNING' && !session.isThis && (
        <Button size="small" color="error" variant="outlined" loading={end.isPending} aria-label={`${t('sessions.own.end')}: ${words.desk(session)}`} onClick={() => end.mutate({ id: session.id })}>{t('sessions.own.end')}</Button>
      )}
    </Box>
  )
}
