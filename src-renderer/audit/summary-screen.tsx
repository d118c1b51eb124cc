import Refresh from '@mui/icons-material/RefreshOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import ButtonBase from '@mui/material/ButtonBase'
import LinearProgress from '@mui/material/LinearProgress'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import type { RecentAct } from '../../shared/audit/entries.ts'
import type { audit } from '../../shared/audit/contract.ts'
import { entityText, moduleText, personText, recordText } from '../../shared/audit/wording.ts'
import type { OutputOf } from '../../shared/core/procedure.ts'
import { ActChip } from '../components/act-chip.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useWording } from '../core/wording.ts'
import { notPrinted } from '../theme/print.ts'
import { AuditTabs } from './audit-tabs.tsx'
import { CountedList, SummaryPart } from './counted-list.tsx'
import { DaysChart } from './days-chart.tsx'
import { EntryDrawer } from './entry-drawer.tsx'

type Summary = OutputOf<typeof audit.summarize>

/** How much was done, by whom and where, and what was deleted and approved last. */
export function SummaryScreen(): ReactNode {
  const t = useText()
  const { data, error, refetch, isFetching } = useLive(useApi().audit.summarize, {})
  return (
    <PageFrame
      title={t('audit.title')} subtitle={t('audit.hint')} filters={<AuditTabs />}
      actions={<Button variant="outlined" startIcon={<Refresh />} disabled={isFetching} onClick={() => void refetch()}>{t('audit.summary.refresh')}</Button>}
    >
      {data ? <Figures summary={data} /> : error ? <FailureState error={error} onRetry={() => void refetch()} /> : <LinearProgress aria-label={t('words.loading')} />}
    </PageFrame>
  )
}

function Figures({ summary }: { readonly summary: Summary }): ReactNode {
  const t = useText()
  const wording = useWording()
  const { integer } = useFormats()
  const [opened, setOpened] = useState<number>()
  const figures = [
    { name: t('audit.summary.total'), value: summary.total }, { name: t('audit.summary.lastDay'), value: summary.lastDay }, { name: t('audit.summary.lastWeek'), value: summary.lastWeek },
    { name: t('audit.summary.archived'), value: summary.archived },
  ]
  return (
    <>
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))' }}>
        {figures.map(({ name, value }) => (
          <Paper key={name} variant="outlined" sx={{ px: 2, py: 1.5 }}>
            <Typography sx={{ fontSize: '1.5rem', fontWeight: 650, lineHeight: 1.2, fontVariantNumeric: 'tabular-nums' }}>{integer(value)}</Typography>
            <Typography variant="body2" color="textSecondary">{name}</Typography>
          </Paper>
        ))}
      </Box>
      <Days days={summary.days} />
      <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'repeat(2, minmax(0, 1fr))' } }}>
        <CountedList title={t('audit.summary.users')} heads={[t('audit.list.user'), t('audit.summary.count')]} rows={summary.users.map(({ userId, name, count }) => ({ key: userId, name: personText(wording, name), count }))} />
        <CountedList title={t('audit.summary.modules')} heads={[t('audit.list.module'), t('audit.summary.count')]} rows={summary.modules.map(({ name, count }) => ({ key: name, name: moduleText(wording, name), count }))} />
        <Recent title={t('audit.summary.deletions')} none={t('audit.summary.noDeletions')} acts={summary.deletions} onOpen={setOpened} />
        <Recent title={t('audit.summary.approvals')} none={t('audit.summary.noApprovals')} acts={summary.approvals} onOpen={setOpened} />
      </Box>
      {opened !== undefined && <EntryDrawer seq={opened} onClose={() => setOpened(undefined)} />}
    </>
  )
}

function Days({ days }: Pick<Summary, 'days'>): ReactNode {
  const t = useText()
  const { day: dayText, integer } = useFormats()
  const [isTable, setTable] = useState(false)
  const toggle = <Button size="small" onClick={() => setTable(!isTable)} sx={notPrinted}>{t(isTable ? 'audit.summary.chart' : 'audit.summary.table')}</Button>
  return (
    <SummaryPart title={t('audit.summary.perDay')} actions={toggle}>
      {!isTable ? <DaysChart days={days} title={t('audit.summary.perDay')} /> : (
        <Box component="table" sx={{ borderCollapse: 'collapse', maxWidth: 320, fontSize: '0.875rem', fontVariantNumeric: 'tabular-nums', '& th, & td': { textAlign: 'left', py: 0.25, pr: 3, fontWeight: 400 }, '& td, & thead th:last-of-type': { textAlign: 'right' } }}>
          <thead><tr><th scope="col">{t('audit.summary.day')}</th><th scope="col">{t('audit.summary.count')}</th></tr></thead>
          <tbody>{days.toReversed().map(({ day, count }) => <tr key={day}><th scope="row">{dayText(day)}</th><td>{integer(count)}</td></tr>)}</tbody>
        </Box>
      )}
    </SummaryPart>
  )
}

function Recent({ title, none, acts, onOpen }: { readonly title: string; readonly none: string; readonly acts: readonly RecentAct[]; onOpen(seq: number): void }): ReactNode {
  const wording = useWording()
  const { instant } = useFormats()
  return (
    <SummaryPart title={title}>
      {acts.length === 0 ? <Typography variant="body2" color="textSecondary">{none}</Typography> : (
        <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid' }}>
          {acts.map(({ seq, at, action, entity, record, userName }) => (
            <li key={seq}>
              <ButtonBase onClick={() => onOpen(seq)} sx={{ width: '100%', display: 'grid', gridTemplateColumns: '1fr auto', gap: 1, textAlign: 'left', py: 0.75, px: 1, mx: -1, borderRadius: 1, minHeight: 44, '@media (pointer: coarse)': { minHeight: 56 }, '&:hover': { bgcolor: 'action.hover' } }}>
                <Box sx={{ minWidth: 0 }}>
                  <Box sx={{ fontWeight: 600, overflowWrap: 'anywhere', fontSize: '0.875rem' }}>{[entityText(wording, entity), recordText(wording, entity, record)].filter(Boolean).join(' · ')}</Box>
                  <Box sx={{ color: 'text.secondary', fontSize: '0.8125rem' }}>{personText(wording, userName)} · {instant(at, 'short')}</Box>
                </Box>
                <ActChip action={action} />
              </ButtonBase>
            </li>
          ))}
        </Box>
      )}
    </SummaryPart>
  )
}
