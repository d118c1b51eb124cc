import Insights from '@mui/icons-material/InsightsOutlined'
import Box from '@mui/material/Box'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useState, type ReactNode } from 'react'
import { addDays } from '../../shared/core/dates.ts'
import type { ActivitySummary } from '../../shared/activity/contract.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { FigureRow } from '../components/figure-row.tsx'
import { Section } from '../components/section.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useActivityWords } from './activity-words.ts'
import { HoursChart } from './hours-chart.tsx'

const spans = { today: 1, week: 7, month: 30 } as const
type Span = keyof typeof spans

/** How many at which hour, on which screens, and who for how long. */
export function ActivitySummaryView(): ReactNode {
  const t = useText()
  const { today } = useFormats()
  const [span, setSpan] = useState<Span>('today')
  const { data, error, refetch } = useLive(useApi().activity.summariseActivity, { from: addDays(today(), 1 - spans[span]), to: today() })
  return (
    <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
      <ToggleButtonGroup exclusive size="small" value={span} onChange={(_event, next: Span | null) => next && setSpan(next)} aria-label={t('activity.summary.span')}>
        {(Object.keys(spans) as Span[]).map(one => <ToggleButton key={one} value={one}>{t(`activity.summary.spans.${one}`)}</ToggleButton>)}
      </ToggleButtonGroup>
      {error && <FailureState error={error} onRetry={() => void refetch()} />}
      {data && (data.people === 0 ? <EmptyState icon={<Insights />} title={t('activity.empty')} hint={t('activity.emptyHint')} /> : <Summary summary={data} />)}
    </Box>
  )
}

function Summary({ summary: { people, views, actions, seconds, hours, screens, users } }: { readonly summary: ActivitySummary }): ReactNode {
  const t = useText()
  const words = useActivityWords()
  const { integer, duration, relative } = useFormats()
  return (
    <>
      <FigureRow
        figures={[
          { label: t('activity.summary.people'), value: integer(people) }, { label: t('activity.summary.views'), value: integer(views) },
          { label: t('activity.summary.actions'), value: integer(actions) }, { label: t('activity.summary.seconds'), value: duration(seconds) },
        ]}
      />
      <Section title={t('activity.summary.hours')} hint={t('activity.summary.hoursHint')}><HoursChart hours={hours} /></Section>
      <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
        <Section title={t('activity.summary.screens')}>
          <PlainTable
            label={t('activity.summary.screens')}
            head={[t('activity.summary.screen'), t('activity.summary.opened'), t('activity.summary.byPeople'), t('activity.summary.time')]}
            rows={screens.map(row => ({ key: row.screen, cells: [words.screen(row.screen), integer(row.views), integer(row.people), duration(row.seconds)] }))}
          />
        </Section>
        <Section title={t('activity.summary.users')}>
          <PlainTable
            label={t('activity.summary.users')}
            head={[t('activity.summary.person'), t('activity.summary.opened'), t('activity.summary.acts'), t('activity.summary.time'), { words: t('activity.summary.last') }]}
            rows={users.map(row => ({ key: row.userId, cells: [row.fullName, integer(row.views), integer(row.actions), duration(row.seconds), relative(row.lastAt)] }))}
          />
        </Section>
      </Box>
    </>
  )
}
