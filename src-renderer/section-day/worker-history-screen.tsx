import PersonSearch from '@mui/icons-material/PersonSearchOutlined'
import Box from '@mui/material/Box'
import { useMemo, type ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import { addDays, BusinessDaySchema, type BusinessDay } from '../../shared/core/dates.ts'
import { decimalText, isPositive, type Decimal } from '../../shared/core/decimal.ts'
import { ratio, toPlaces } from '../../shared/core/rational.ts'
import type { WorkerHistory } from '../../shared/section-day/days.ts'
import { sumOf, sumsByUnit } from '../../shared/section-day/rules.ts'
import { earnedMinutes } from '../../shared/section-day/standard-minutes.ts'
import { DateInput } from '../components/date-field.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { FigureRow } from '../components/figure-row.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { ReferenceInput } from '../components/reference-field.tsx'
import { Section } from '../components/section.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { WorkerChart, type DaySum } from './worker-chart.tsx'

const usualDays = 30

/** What one worker made from day to day, against the target. Worker and days are in the address. */
export function WorkerHistoryScreen(): ReactNode {
  const t = useText()
  const { masters, sectionDay } = useApi()
  const { today } = useFormats()
  const [params, setParams] = useSearchParams()
  const workerId = params.get('worker')
  const dayIn = (name: string, fallback: BusinessDay) => {
    const read = BusinessDaySchema.safeParse(params.get(name))
    return read.success ? read.data : fallback
  }
  const toDay = dayIn('to', today())
  const fromDay = dayIn('from', addDays(toDay, -usualDays))
  const set = (name: string, value: string | null) => setParams(before => {
    const next = new URLSearchParams(before)
    if (value === null) next.delete(name)
    else next.set(name, value)
    return next
  }, { replace: true })
  const source = useMemo(() => ({ call: masters.findWorkers, option: ({ id, code, name, sectionName }: { id: string; code: string; name: string; sectionName: string | null }) => ({ id, code, name, detail: sectionName ?? undefined }) }), [masters])
  const { data, error, refetch } = useLive(sectionDay.getWorkerHistory, { workerId: workerId ?? '', fromDay, toDay }, { enabled: workerId !== null, clears: true })
  const known = data && { id: data.worker.id, code: data.worker.code, name: data.worker.name }
  return (
    <PageFrame
      title={t('sectionDay.history.title')}
      filters={(
        <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 2 }}>
          <Box sx={{ width: 320, maxWidth: '100%' }}><ReferenceInput label={t('sectionDay.history.worker')} source={source} known={known} value={workerId} onChange={id => set('worker', id)} autoFocus={workerId === null} /></Box>
          <Box sx={{ width: 180 }}><DateInput label={t('sectionDay.history.from')} value={fromDay} onChange={day => set('from', day)} /></Box>
          <Box sx={{ width: 180 }}><DateInput label={t('sectionDay.history.to')} value={toDay} onChange={day => set('to', day)} /></Box>
        </Box>
      )}
    >
      {workerId === null && <EmptyState icon={<PersonSearch />} title={t('sectionDay.history.choose')} hint={t('sectionDay.history.chooseHint')} />}
      {error && !data && <FailureState error={error} onRetry={() => void refetch()} />}
      {data && <History history={data} />}
    </PageFrame>
  )
}

function History({ history }: { readonly history: WorkerHistory }): ReactNode {
  const t = useText()
  const { day, plain, integer } = useFormats()
  const { entries, days, minutes, presentDays, absentDays } = history
  const figure = (value: Decimal) => plain(decimalText(value))
  const percent = (value: Decimal | null) => (value === null ? '–' : `${figure(value)}%`)
  const { overtime } = sumOf(entries)
  const sums = sumsByUnit(entries)
  const efficiencies = new Map(days.map(one => [one.day, one.minutes?.efficiency ?? null]))
  if (entries.length === 0) return <EmptyState title={t('sectionDay.history.none')} />
  return (
    <>
      <FigureRow
        figures={[
          { label: t('sectionDay.history.actual'), value: sums.map(({ actual, unitCode }) => `${figure(actual)} ${unitCode}`).join(' · ') },
          { label: t('sectionDay.history.attained'), value: sums.map(attained).map(percent).join(' · ') },
          {
            label: t('sectionDay.history.efficiency'), value: percent(minutes.efficiency),
            hint: minutes.days === 0 ? t('sectionDay.history.noMinutes') : t('sectionDay.history.minutes', { earned: figure(minutes.earned), attended: figure(minutes.attended), days: integer(minutes.days) }),
          },
          { label: t('sectionDay.history.metDays'), value: t('sectionDay.history.ofDays', { met: integer(days.filter(({ isTargetMet }) => isTargetMet).length), all: integer(days.filter(({ isTargetMet }) => isTargetMet !== null).length) }) },
          { label: t('sectionDay.history.overtime'), value: t('sectionDay.history.hours', { hours: figure(overtime) }) },
          { label: t('sectionDay.history.attendance'), value: t('sectionDay.history.ofDays', { met: integer(presentDays), all: integer(presentDays + absentDays) }), ...(absentDays > 0 && { hint: t('sectionDay.history.absent', { days: integer(absentDays) }) }) },
        ]}
      />
      {sums.map(({ unitCode }) => (
        <Section key={unitCode} title={t('reports.columnUnit', { label: t('sectionDay.history.chart'), unit: unitCode })}><WorkerChart days={ofUnit(days, unitCode)} /></Section>
      ))}
      <Section title={t('sectionDay.history.entries')}>
        <PlainTable
          label={t('sectionDay.history.entries')}
          head={[
            { words: t('sectionDay.fields.day') }, { words: t('sectionDay.fields.sectionId') }, { prose: t('sectionDay.fields.itemId') }, t('sectionDay.fields.targetQuantity'), t('sectionDay.fields.actualQuantity'), { words: t('fields.unitId') },
            { words: t('sectionDay.fields.isTargetMet') }, t('sectionDay.fields.overtimeHours'), t('sectionDay.report.columns.earned'), t('sectionDay.history.ofDay'), { prose: t('sectionDay.fields.notes') },
          ]}
          rows={entries.map(entry => ({
            key: entry.id,
            cells: [
              day(entry.day), entry.sectionName, entry.itemName, figure(entry.targetQuantity), figure(entry.actualQuantity), entry.unitCode,
              isPositive(entry.targetQuantity) ? <StatusChip key="met" tone={entry.isTargetMet ? 'good' : 'bad'} label={t(entry.isTargetMet ? 'sectionDay.met' : 'sectionDay.missed')} /> : '–', figure(entry.overtimeHours),
              entry.standardMinutes === null ? '–' : figure(earnedMinutes(entry.actualQuantity, entry.standardMinutes)), percent(efficiencies.get(entry.day) ?? null), entry.notes,
            ],
          }))}
        />
      </Section>
    </>
  )
}

function attained({ actual, target }: { readonly actual: Decimal; readonly target: Decimal }): Decimal | null {
  return isPositive(target) ? toPlaces(ratio(BigInt(actual) * 100n, BigInt(target)), 1, 'half-up') : null
}

function ofUnit(days: WorkerHistory['days'], unitCode: string): DaySum[] {
  return days.flatMap(({ day, sums }) => sums.filter(sum => sum.unitCode === unitCode).map(({ target, actual }) => ({ day, target, actual })))
}
