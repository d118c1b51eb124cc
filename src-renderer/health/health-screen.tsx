import Alert from '@mui/material/Alert'
import AlertTitle from '@mui/material/AlertTitle'
import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import type { Health } from '../../shared/health/contract.ts'
import { worst } from '../../shared/health/rules.ts'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useQuietRefresh } from '../core/quiet-refresh.ts'
import { ConnectedDesks } from './connected-desks.tsx'
import { HealthTabs } from './health-tabs.tsx'
import { HourCharts } from './hour-charts.tsx'
import { DiskList, ProgramFacts } from './program-facts.tsx'
import { RunningJobs } from './running-jobs.tsx'
import { VerdictCards } from './verdict-cards.tsx'
import { verdictLooks } from './verdict-look.ts'

const refreshEvery = 5_000

/** How the host is: judged in words, then the last hour, then all there is to know. */
export function HealthScreen(): ReactNode {
  const t = useText()
  const { data, error, refetch } = useLive(useApi().health.readHealth, {})
  useQuietRefresh(refetch, refreshEvery)
  return (
    <PageFrame title={t('health.title')} subtitle={t('health.subtitle')} filters={<HealthTabs />}>
      {error && <FailureState error={error} onRetry={() => void refetch()} />}
      {data && (
        <>
          <Overall health={data} />
          <VerdictCards health={data} />
          <HourCharts minutes={data.minutes} />
          <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
            <Box sx={{ display: 'grid', gap: 1.5, minWidth: 0 }}>
              <ConnectedDesks desks={data.desks} />
              <RunningJobs jobs={data.jobs} />
              <DiskList disks={data.disks} />
            </Box>
            <ProgramFacts health={data} />
          </Box>
        </>
      )}
    </PageFrame>
  )
}

/** One sentence for whoever looks for a second only. */
function Overall({ health: { judgements } }: { readonly health: Health }): ReactNode {
  const t = useText()
  const verdict = worst(judgements)
  const found = judgements.filter(one => one.verdict === verdict)
  const parts = found.map(({ part }) => t(`health.parts.${part}`)).join(', ')
  const title = verdict === 'good' ? t('health.overall.good') : t(`health.overall.${verdict}`, { count: found.length, parts })
  return (
    <Alert role="status" severity={verdictLooks[verdict].severity} variant="outlined" sx={{ bgcolor: 'background.paper', flexShrink: 0 }}>
      <AlertTitle>{title}</AlertTitle>
      {t(`health.overall.${verdict}Text`)}
    </Alert>
  )
}
