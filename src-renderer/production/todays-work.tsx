import EditNote from '@mui/icons-material/EditNoteOutlined'
import PlayArrow from '@mui/icons-material/PlayArrowOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link as RouterLink, useNavigate } from 'react-router'
import { compareDecimals, decimalText } from '../../shared/core/decimal.ts'
import type { Colour } from '../../shared/planning/rules.ts'
import type { WorkOfDay } from '../../shared/production/section-day.ts'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { workOrdersPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { EntryChips } from './day-facts.tsx'
import { quickEntryOf } from './paths.ts'

/** Every work order that is due or in work: how far it is, what today wants of it and has brought, and the act at it. */
export function TodaysWork({ work }: { readonly work: readonly WorkOfDay[] }): ReactNode {
  const t = useText()
  const { day, decimal, integer } = useFormats()
  return (
    <Section title={t('production.today.work')}>
      {work.length === 0 ? <Typography sx={{ p: 2, color: 'text.secondary' }}>{t('production.today.noWork')}</Typography> : (
        <PlainTable
          label={t('production.today.work')}
          head={[
            t('production.calendar.workOrder'), { words: t('production.calendar.percent') }, t('production.today.due'), t('production.today.made'), { words: t('planning.work.due') }, { prose: t('planning.fields.status') },
            { words: '' },
          ]}
          rows={work.map(row => ({
            key: row.workOrderId,
            cells: [
              <Name key="name" row={row} />, <Progress key="progress" row={row} />, integer(row.due), row.entry ? decimal(row.entry.goodQuantity) : '–', day(row.deadlineDay), <State key="state" row={row} />,
              <Act key="act" row={row} />,
            ],
          }))}
        />
      )}
    </Section>
  )
}

function Name({ row: { workOrderId, number, itemName, articleName } }: { readonly row: WorkOfDay }): ReactNode {
  return (
    <>
      <Link component={RouterLink} to={`${workOrdersPath}/${workOrderId}`} sx={{ fontWeight: 650 }}>{number}</Link>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{itemName ?? articleName}</Typography>
    </>
  )
}

const colourTones: Readonly<Record<Colour, Tone>> = { GREEN: 'good', YELLOW: 'waiting', ORANGE: 'warning', RED: 'bad' }

function Progress({ row: { number, percent, goodQuantity, targetQuantity } }: { readonly row: WorkOfDay }): ReactNode {
  const { decimal } = useFormats()
  return (
    <Box sx={{ width: 150 }}>
      <LinearProgress variant="determinate" value={Math.min(100, Number(decimalText(percent)))} aria-label={number} sx={{ height: 8, borderRadius: 1, mb: 0.5 }} />
      <Typography variant="body2" sx={{ fontVariantNumeric: 'tabular-nums' }}>{decimal(goodQuantity)} / {decimal(targetQuantity)} · {decimal(percent)}%</Typography>
    </Box>
  )
}

function State({ row: { entry, waiting, obstacles, colour, deadlineDay, status, estimatedDays } }: { readonly row: WorkOfDay }): ReactNode {
  const t = useText()
  const { today } = useFormats()
  const isOpen = status === 'PENDING' || status === 'RUNNING'
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 0.75 }}>
      {obstacles.length > 0
        ? <StatusChip tone="bad" label={`${t('production.today.obstacles')}: ${obstacles.map(obstacle => t(`planning.obstacles.${obstacle}`)).join(' ')}`} />
        : <StatusChip tone={entry ? 'good' : 'waiting'} label={entry ? t('production.today.entered') : t('production.today.notEntered')} />}
      {colour && obstacles.length === 0 && <StatusChip tone={colourTones[colour]} label={t(`production.calendar.marks.${colour}`)} />}
      {isOpen && deadlineDay < today() && <StatusChip tone="bad" label={t('production.today.late')} />}
      {waiting.length > 0 && <StatusChip tone="running" label={t('production.today.waiting')} />}
      {entry && <EntryChips entry={entry} />}
      {estimatedDays !== null && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('production.day.estimated', { count: estimatedDays })}</Typography>}
    </Box>
  )
}

function Act({ row }: { readonly row: WorkOfDay }): ReactNode {
  const t = useText()
  const navigate = useNavigate()
  const { decimal } = useFormats()
  const mayEnter = useMay()('process.enterDailyProduction')
  const start = useCommand(useApi().planning.startWorkOrder, { done: () => t('production.today.started', { number: row.number }) })
  const { workOrderId, version, status, obstacles, upstream, targetQuantity } = row
  if (!mayEnter || obstacles.some(obstacle => obstacle !== 'material')) return null
  if (status !== 'PENDING') {
    return status === 'RUNNING' && <Button size="small" startIcon={<EditNote />} onClick={() => void navigate(quickEntryOf(workOrderId))}>{t('production.today.enter')}</Button>
  }
  const isPartial = upstream !== null && compareDecimals(upstream, targetQuantity) < 0
  return (
    <Button size="small" variant="contained" startIcon={<PlayArrow />} loading={start.isPending} onClick={() => start.mutate({ id: workOrderId, version, isPartial })}>
      {isPartial ? t('production.today.startPart', { pieces: decimal(upstream) }) : t('production.today.start')}
    </Button>
  )
}
