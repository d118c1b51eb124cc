import ChevronLeft from '@mui/icons-material/ChevronLeftOutlined'
import ChevronRight from '@mui/icons-material/ChevronRightOutlined'
import Checklist from '@mui/icons-material/ChecklistOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import IconButton from '@mui/material/IconButton'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink, useParams, useSearchParams } from 'react-router'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { compareDecimals, sumDecimals } from '../../shared/core/decimal.ts'
import type { StageWork } from '../../shared/stages/work.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { FigureRow } from '../components/figure-row.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { workOrdersPath } from '../core/paths.ts'
import { useScan } from '../core/scans.ts'
import { CardDialog } from './card-dialog.tsx'
import { CardList } from './card-list.tsx'
import { FigureForm } from './figure-form.tsx'
import { isHeld } from './held.ts'
import { HoldAlerts } from './hold-alerts.tsx'
import { Records } from './records.tsx'
import { StepCards } from './step-cards.tsx'

/** What a stage does step by step for a work order on a day, as the factory has set its stage up: one screen for all of them. */
export function StageScreen(): ReactNode {
  const { id = '' } = useParams()
  const { today } = useFormats()
  const [params] = useSearchParams()
  const day = (params.get('day') ?? today()) as BusinessDay
  const { data, error, refetch } = useLive(useApi().stages.getStageWork, { workOrderId: id, day })
  if (error && !data) return <FailureState error={error} onRetry={() => void refetch()} />
  return data ? <StagePage work={data} /> : null
}

function StagePage({ work }: { readonly work: StageWork }): ReactNode {
  const t = useText()
  const [params] = useSearchParams()
  const [cardId, setCardId] = useState(params.get('card') ?? undefined)
  const card = isHeld(work) ? undefined : work.cards.find(({ id, status }) => id === cardId && status === 'OPEN')
  useScan(code => {
    const scanned = work.cards.find(({ number }) => number === code.trim().toUpperCase())
    if (scanned?.status !== 'OPEN') return undefined
    setCardId(scanned.id)
    return { isKnown: true, text: t('stages.scanned', { number: scanned.number }) }
  })
  return (
    <PageFrame
      title={`${work.stageName} · ${work.number}`} subtitle={<Identity work={work} />}
      actions={<Button component={RouterLink} to={`${workOrdersPath}/${work.workOrderId}`}>{t('stages.workOrder')}</Button>}
    >
      <HoldAlerts work={work} />
      <DayAlerts work={work} />
      <Figures work={work} />
      {work.steps.length === 0 ? <EmptyState icon={<Checklist />} title={t('stages.noSteps')} hint={t('stages.noStepsHint')} /> : <StepCards work={work} />}
      {work.cards.length > 0 && <CardList work={work} onInspect={({ id }) => setCardId(id)} />}
      {work.steps.length > 0 && <Records work={work} />}
      {work.figures.length > 0 && <FigureForm key={`${work.workOrderId}${work.day}`} work={work} />}
      {card && <CardDialog card={card} day={work.day} onClose={() => setCardId(undefined)} />}
    </PageFrame>
  )
}

/** What is made here, and which day is looked at. */
function Identity({ work: { sectionName, articleName, itemName, day } }: { readonly work: StageWork }): ReactNode {
  const t = useText()
  const formats = useFormats()
  const [, setParams] = useSearchParams()
  const go = (days: number) => setParams({ day: addDays(day as BusinessDay, days) }, { replace: true })
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.5, rowGap: 0.5 }}>
      <Box component="b" sx={{ color: 'text.primary' }}>{sectionName}</Box>
      <span>{itemName ?? articleName}</span>
      <Box sx={{ display: 'flex', alignItems: 'center' }}>
        <IconButton size="small" aria-label={t('stages.previousDay')} onClick={() => go(-1)}><ChevronLeft /></IconButton>
        <Box component="b" sx={{ color: 'text.primary', fontVariantNumeric: 'tabular-nums' }}>{day === formats.today() ? t('stages.toDay') : formats.day(day)}</Box>
        <IconButton size="small" aria-label={t('stages.nextDay')} disabled={day >= formats.today()} onClick={() => go(1)}><ChevronRight /></IconButton>
      </Box>
    </Box>
  )
}

/** What of the day is not as the steps count it, and why. */
function DayAlerts({ work: { waiting, counted, entry, isLocked } }: { readonly work: StageWork }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const [asked] = waiting
  const isDifferent = entry !== null && compareDecimals(entry.good, counted.good) !== 0
  return (
    <>
      {isLocked && <Alert severity="info">{t('stages.locked')}</Alert>}
      {asked && <Alert severity="warning">{t('stages.waits', { number: asked.number, good: decimal(asked.goodQuantity) })}</Alert>}
      {!asked && isDifferent && <Alert severity="info">{t('stages.differs', { good: decimal(counted.good), entry: decimal(entry.good) })}</Alert>}
    </>
  )
}

function Figures({ work }: { readonly work: StageWork }): ReactNode {
  const t = useText()
  const { decimal, day } = useFormats()
  const { came, sets, parts, targetQuantity, goodQuantity, rejectQuantity, counted, steps, input } = work
  const enough = input === null ? undefined : `${t('stages.needed', { needed: decimal(input.needed) })} · ${t(`stages.inputs.${input.state}`)}`
  return (
    <FigureRow
      figures={[
        sets === null
          ? { label: t('stages.came'), value: came === null ? t('stages.cameAll') : decimal(came), hint: enough }
          : { label: t('stages.sets'), value: decimal(sets), hint: [t('stages.setsHint', { parts: parts.map(({ name, quantity }) => `${name} ${decimal(quantity)}`).join(', ') }), enough].filter(Boolean).join(' · ') },
        { label: t('stages.made'), value: `${decimal(goodQuantity)} / ${decimal(targetQuantity)}` },
        { label: t('stages.rejects'), value: decimal(rejectQuantity) },
        { label: t('stages.inRework'), value: decimal(sumDecimals(steps.map(({ inRework }) => inRework))) },
        { label: day(work.day), value: decimal(counted.good), hint: [t('stages.dayRejects', { reject: decimal(counted.reject) }), work.entry?.isConfirmed && t('stages.confirmed')].filter(Boolean).join(' · ') },
      ]}
    />
  )
}
