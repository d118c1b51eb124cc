import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTheme } from '@mui/material/styles'
import { LineChart, lineClasses } from '@mui/x-charts/LineChart'
import { useState, type ReactNode } from 'react'
import { BusinessDaySchema, type BusinessDay } from '../../shared/core/dates.ts'
import { decimalText, toPlaces, type Decimal } from '../../shared/core/decimal.ts'
import type { TeamWeeks } from '../../shared/section-day/team-days.ts'
import type { TeamState } from '../../shared/section-day/team-rules.ts'
import { DateInput } from '../components/date-field.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { FigureRow } from '../components/figure-row.tsx'
import { ScrollArea } from '../components/scroll-area.tsx'
import { Section } from '../components/section.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'

const grounds: Readonly<Record<TeamState, string>> = { REACHED: 'tint.success', NEAR: 'tint.warning', BELOW: 'tint.error', NONE: 'transparent' }
const marks: Readonly<Record<TeamState, string>> = { REACHED: '', NEAR: '', BELOW: '▾ ', NONE: '' }

/** The teams' efficiency by week: of all together as lines beside the target, of each as a table to compare. */
export function TeamWeeksView(): ReactNode {
  const t = useText()
  const { sectionDay, masters } = useApi()
  const [sectionId, setSectionId] = useState<string | null>(null)
  const [span, setSpan] = useState<{ readonly fromDay: BusinessDay | null; readonly toDay: BusinessDay | null }>({ fromDay: null, toDay: null })
  const { data: sections } = useLive(masters.findSections, { pageSize: 100 })
  const { fromDay, toDay } = span
  const { data, error, refetch } = useLive(sectionDay.getTeamWeeks, { ...(sectionId !== null && { sectionId }), ...(fromDay !== null && { fromDay }), ...(toDay !== null && { toDay }) })
  const read = (value: string | null) => BusinessDaySchema.safeParse(value).data ?? null
  return (
    <>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 2 }}>
        <Box sx={{ width: 240, maxWidth: '100%' }}>
          <SelectInput label={t('sectionDay.fields.sectionId')} value={sectionId} onChange={setSectionId} noneLabel={t('sectionDay.teams.everySection')} options={(sections?.rows ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
        </Box>
        <Box sx={{ width: 180 }}><DateInput label={t('sectionDay.teams.from')} value={fromDay} onChange={value => setSpan({ ...span, fromDay: read(value) })} /></Box>
        <Box sx={{ width: 180 }}><DateInput label={t('sectionDay.teams.to')} value={toDay} onChange={value => setSpan({ ...span, toDay: read(value) })} /></Box>
      </Box>
      {error && !data && <FailureState error={error} onRetry={() => void refetch()} />}
      {data && (data.teams.length === 0 ? <EmptyState title={t('sectionDay.teams.nothing')} hint={t('sectionDay.teams.emptyHint')} /> : <Weeks weeks={data} />)}
    </>
  )
}

function Weeks({ weeks }: { readonly weeks: TeamWeeks }): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const percent = usePercent()
  const { total } = weeks
  return (
    <>
      <FigureRow
        figures={[
          { label: t('sectionDay.teams.efficiency'), value: percent(total.efficiency), hint: t('sectionDay.teams.report.explain.efficiency') },
          { label: t('sectionDay.teams.target'), value: percent(total.target), hint: t('sectionDay.teams.report.explain.target') },
          { label: t('sectionDay.teams.attained'), value: percent(total.attained) },
          { label: t('sectionDay.teams.onStandard'), value: percent(total.onStandard) },
          { label: t('sectionDay.teams.report.columns.met'), value: t('sectionDay.teams.ofDays', { met: integer(total.met), all: integer(total.withTarget) }), hint: t('sectionDay.teams.ofTeams', { count: total.teams, shown: integer(total.teams) }) },
        ]}
      />
      <Section title={t('sectionDay.teams.weekly')}><WeeksChart weeks={weeks} /></Section>
      <Section title={t('sectionDay.teams.chart')}><WeeksTable weeks={weeks} /></Section>
    </>
  )
}

function usePercent(): (value: Decimal | null) => string {
  const { plain } = useFormats()
  return value => (value === null ? '–' : `${plain(decimalText(toPlaces(value, 1)))}%`)
}

function WeeksChart({ weeks: { weeks, teams } }: { readonly weeks: TeamWeeks }): ReactNode {
  const t = useText()
  const { palette } = useTheme().vars
  const { day, integer } = useFormats()
  const numbers = (values: readonly (Decimal | null)[]) => values.map(value => (value === null ? null : Number(decimalText(value))))
  // From the ten below the lowest on: teams differ by a few points.
  const least = Math.max(0, Math.floor(Math.min(...numbers(weeks.flatMap(({ efficiency, target }) => [efficiency, target])).filter(value => value !== null)) / 10) * 10 - 10)
  const written = (value: number | null) => (value === null ? '–' : `${integer(Math.round(value))}%`)
  return (
    <Box component="figure" aria-label={t('sectionDay.teams.chartText', { teams: integer(teams.length), weeks: integer(weeks.length) })} sx={{ m: 0, px: 1, pt: 1, minWidth: 0 }}>
      <LineChart
        height={220} skipAnimation grid={{ horizontal: true }} margin={{ top: 8, right: 24, bottom: 0, left: 0 }} axisHighlight={{ x: 'line' }}
        xAxis={[{
          scaleType: 'point', data: weeks.map(({ week }) => week), height: 26, disableLine: true, disableTicks: true, valueFormatter: (week: string, { location }) => (location === 'tooltip' ? t('sectionDay.teams.week', { day: day(week) }) : day(week).slice(0, 5)),
          tickLabelInterval: (_week: string, at: number) => at % Math.ceil(weeks.length / 12) === 0,
        }]}
        yAxis={[{ min: least, width: 48, disableLine: true, disableTicks: true, tickNumber: 4, valueFormatter: (value: number) => written(value) }]}
        series={[
          { label: t('sectionDay.teams.target'), data: numbers(weeks.map(({ target }) => target)), color: palette.text.disabled, showMark: false, curve: 'linear', valueFormatter: written },
          { label: t('sectionDay.teams.efficiency'), data: numbers(weeks.map(({ efficiency }) => efficiency)), color: palette.primary.main, curve: 'linear', valueFormatter: written },
        ]}
        sx={{ [`& .${lineClasses.line}`]: { strokeWidth: 2 }, '& .MuiChartsAxis-tickLabel': { fill: `${palette.text.secondary} !important`, fontSize: '0.75rem !important' }, '& .MuiChartsGrid-line': { stroke: palette.divider } }}
      />
    </Box>
  )
}

/** A row a team, a column a week; the ground says how near the week's target was. */
function WeeksTable({ weeks: { weeks, teams } }: { readonly weeks: TeamWeeks }): ReactNode {
  const t = useText()
  const { day } = useFormats()
  const percent = usePercent()
  return (
    <ScrollArea label={t('sectionDay.teams.chart')}>
      <Box component="table" aria-label={t('sectionDay.teams.chart')} sx={{ borderCollapse: 'collapse', minWidth: '100%', fontVariantNumeric: 'tabular-nums', '& th, & td': { px: 1, py: 0.75, textAlign: 'right', whiteSpace: 'nowrap', borderBottom: 1, borderColor: 'divider' } }}>
        <thead>
          <tr>
            <Head isFirst>{t('sectionDay.teams.team')}</Head>
            {weeks.map(({ week }) => <Head key={week} title={t('sectionDay.teams.week', { day: day(week) })}>{day(week).slice(0, 5)}</Head>)}
          </tr>
        </thead>
        <tbody>
          {teams.map(team => (
            <tr key={team.productionLineId}>
              <Head isFirst isRow>{team.lineName}</Head>
              {team.weeks.map(({ efficiency, target, state }, at) => (
                <Box component="td" key={weeks[at]!.week} sx={{ bgcolor: grounds[state] }} title={`${t(`sectionDay.teams.report.states.${state}`)} · ${t('sectionDay.teams.target')} ${percent(target)}`}>{efficiency === null ? '–' : `${marks[state]}${percent(efficiency)}`}</Box>
              ))}
            </tr>
          ))}
        </tbody>
      </Box>
      <Typography variant="caption" sx={{ display: 'flex', gap: 2, p: 1.5, color: 'text.secondary' }}>
        {(['REACHED', 'NEAR', 'BELOW'] as const).map(state => <Box component="span" key={state} sx={{ display: 'inline-flex', alignItems: 'center', gap: 0.75 }}><Box sx={{ width: 14, height: 14, borderRadius: 0.5, bgcolor: grounds[state] }} />{marks[state]}{t(`sectionDay.teams.report.states.${state}`)}</Box>)}
      </Typography>
    </ScrollArea>
  )
}

function Head({ isFirst = false, isRow = false, title, children }: { readonly isFirst?: boolean; readonly isRow?: boolean; readonly title?: string; readonly children: ReactNode }): ReactNode {
  return (
    <Box component="th" scope={isRow ? 'row' : 'col'} title={title} sx={{ fontWeight: 600, color: isRow ? 'text.primary' : 'text.secondary', ...(isFirst && { textAlign: 'left !important', position: 'sticky', left: 0, bgcolor: 'background.paper' }) }}>{children}</Box>
  )
}
