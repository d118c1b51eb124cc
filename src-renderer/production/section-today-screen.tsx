import CalendarMonth from '@mui/icons-material/CalendarMonthOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import type { ReactNode } from 'react'
import { useNavigate } from 'react-router'
import { decimal, decimalText } from '../../shared/core/decimal.ts'
import { ratio, toPlaces } from '../../shared/core/rational.ts'
import type { SectionDowntime } from '../../shared/downtime/contract.ts'
import type { UtilisationLook } from '../../shared/production/progress.ts'
import type { ProductionSection, SectionDay, WaitingOfSection } from '../../shared/production/section-day.ts'
import { FailureState } from '../components/failure-state.tsx'
import { FigureRow } from '../components/figure-row.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { StandingStrip } from '../components/standing-strip.tsx'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useAdjustedTarget } from '../core/adjusted-target.ts'
import { useApi } from '../core/api.ts'
import { useWaiting } from '../core/approvals.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { SectionField, useProductionSection } from '../components/chosen-section.tsx'
import { FindingList, RejectList } from './findings.tsx'
import { calendarPath } from './paths.ts'
import { ConfirmList, WaitingList } from './to-decide.tsx'
import { TodaysWork } from './todays-work.tsx'

/** What a section has to do today, what was entered, what waits, and what its supervisor should look at; live. */
export function SectionTodayScreen(): ReactNode {
  const t = useText()
  const navigate = useNavigate()
  const chosen = useProductionSection()
  const { section, nothing } = chosen
  return (
    <PageFrame
      title={t('production.today.title')} subtitle={<SectionField chosen={chosen} />}
      actions={section && <Button startIcon={<CalendarMonth />} onClick={() => void navigate(`${calendarPath}?section=${section.id}`)}>{t('production.calendar.title')}</Button>}
    >
      {nothing}
      {section && <Day section={section} />}
    </PageFrame>
  )
}

function Day({ section }: { readonly section: ProductionSection }): ReactNode {
  const { today } = useFormats()
  const may = useMay()
  const { production, downtime } = useApi()
  const asked = { sectionId: section.id, day: today() }
  const { data, error, refetch } = useLive(production.getSectionDay, asked)
  const { data: waiting = [], isPending: isWaitingUnknown } = useLive(production.listWaitingDays, { sectionId: section.id })
  const { data: stood, isPending: isStoodUnknown } = useLive(downtime.getSectionDowntime, asked)
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  // All of it at once: what comes later would push a button away from under the finger.
  if (!data || isWaitingUnknown || isStoodUnknown) return null
  return (
    <>
      <StandingStrip standing={stood?.records.filter(({ endedAt }) => endedAt === null) ?? []} />
      <Figures day={data} waiting={waiting} stood={stood} />
      <TodaysWork work={data.work} />
      <Box sx={{ display: 'grid', gap: 2, alignItems: 'start', gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' } }}>
        <WaitingList waiting={waiting} sectionName={section.name} />
        {may('production.approve') && <ConfirmList days={data.toConfirm} />}
        <FindingList findings={data.findings} />
        <RejectList rejects={data.rejects} />
      </Box>
    </>
  )
}

const tones: Readonly<Record<UtilisationLook, Tone>> = { NONE: 'neutral', CRITICAL: 'bad', WARNING: 'warning', FAIR: 'running', GOOD: 'good' }

function Figures({ day: { work, made, madeOfDue, due, utilisation, toConfirm }, waiting, stood }: { readonly day: SectionDay; readonly waiting: readonly WaitingOfSection[]; readonly stood: SectionDowntime | undefined }): ReactNode {
  const t = useText()
  const { integer, plain, today } = useFormats()
  const { stepOf } = useWaiting()
  const decides = useMay()('production.approve')
  const open = work.filter(({ status }) => status === 'RUNNING' || status === 'PENDING')
  const mine = waiting.filter(({ id }) => stepOf(id) !== undefined).length
  const adjusted = useAdjustedTarget(stood)({ target: decimal(due), made: decimal(madeOfDue) })
  const percent = due > 0 ? `${plain(decimalText(toPlaces(ratio(BigInt(madeOfDue) * 100n, BigInt(due)), 1, 'half-up')))}%` : '–'
  return (
    <FigureRow
      figures={[
        {
          label: t('production.today.made'),
          value: due > 0 ? t('production.today.ofDue', { made: integer(madeOfDue), due: integer(due) }) : t('production.today.nothingDue', { made: integer(made) }),
          ...(due > 0 && made > madeOfDue && { hint: t('production.today.alsoMade', { pieces: integer(made - madeOfDue) }) }),
        },
        {
          label: t('production.today.utilisation'), hint: adjusted?.text ?? t('production.today.utilisationHint'),
          value: <Box component="span" sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>{percent} <StatusChip tone={tones[utilisation]} label={t(`production.today.utilisations.${utilisation}`)} /></Box>,
        },
        { label: t('production.today.notEntered'), value: integer(open.filter(({ entry, obstacles }) => entry === null && obstacles.length === 0).length) },
        { label: t('production.today.late'), value: integer(open.filter(({ deadlineDay }) => deadlineDay < today()).length) },
        ...(decides ? [{ label: t('production.today.approvals'), value: integer(mine) }, { label: t('production.today.confirms'), value: integer(toConfirm.length) }] : []),
      ]}
    />
  )
}
