import Groups from '@mui/icons-material/Groups2Outlined'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import type { DeskFace } from '../../shared/desks/contract.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useQuietRefresh } from '../core/quiet-refresh.ts'
import { DeskCard } from './desk-card.tsx'
import { DeskForm } from './desk-form.tsx'

const refreshEvery = 5_000

/** Who is at which desk now, and what the desks are called. */
export function DesksScreen(): ReactNode {
  const t = useText()
  const { data, error, refetch } = useLive(useApi().desks.listDesks, {})
  const [named, setNamed] = useState<DeskFace>()
  useQuietRefresh(refetch, refreshEvery)
  const online = data?.filter(({ people }) => people.length > 0) ?? []
  const people = new Set(online.flatMap(desk => desk.people.map(({ userId }) => userId))).size
  return (
    <PageFrame title={t('desks.title')} subtitle={t('desks.subtitle')}>
      {error && <FailureState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && <EmptyState icon={<Groups />} title={t('desks.empty')} hint={t('desks.emptyHint')} />}
      {data !== undefined && data.length > 0 && (
        <Typography role="status" sx={{ fontWeight: 600, fontVariantNumeric: 'tabular-nums' }}>{t('desks.online', { count: online.length })} · {t('desks.people', { count: people })}</Typography>
      )}
      <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 2, gridTemplateColumns: 'repeat(auto-fill, minmax(min(340px, 100%), 1fr))', alignItems: 'stretch' }}>
        {data?.map(desk => <DeskCard key={desk.id} desk={desk} onName={() => setNamed(desk)} />)}
      </Box>
      {named && <DeskForm desk={named} onClose={() => setNamed(undefined)} />}
    </PageFrame>
  )
}
