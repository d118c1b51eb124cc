import Checklist from '@mui/icons-material/ChecklistOutlined'
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
import { Section } from '../components/section.tsx'
import { StatusChip, type Tone } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useCommand } from '../core/live.ts'
import { stageWorkPath, workOrdersPath } from '../core/paths.ts'
import { useMay } from '../core/session.ts'
import { EntryChips } from './day-facts.tsx'
import { quickEntryOf } from './paths.ts'

/** Every work order that is due or in work: how far it is, what today wants of it and has brought, and the act at it. */
export function TodaysWork({ work }: { readonly work: readonly WorkOfDay[] }): ReactNode {
  const t = useText()
  return (
    <Section title={t('production.today.work')}>
      {work.length === 0 ? <Typography sx={{ p: 2, color: 'text.secondary' }}>{t('production.today.noWork')}</Typography> : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>{work.map(row => <Line key={row.workOrderId} row={row} />)}</Box>
      )}
    </Section>
  )
}

/** On narrow screens what it is and the act stand above, the rest below. */
const places = {
  xs: { columns: 'minmax(0, 1fr) auto', areas: '"name act" "progress figures" "state state"' },
  lg: { columns: 'minmax(0, 1fr) 170px 150px minmax(0, 1.1fr) 150px', areas: '"name progress figures state act"' },
} as const

function Line({ row }: { readonly row: WorkOfDay }): ReactNode {
  return (
    <Box
      component="li"
      sx={{
        px: 2, py: 1.25, borderTop: 1, borderColor: 'divider', display: 'grid', alignItems: 'center', columnGap: 2, rowGap: 1,
        gridTemplateColumns: { xs: places.xs.columns, lg: places.lg.columns }, gridTemplateAreas: { xs: places.xs.areas, lg: places.lg.areas },
      }}
    >
      <Box sx={{ gridArea: 'name' }}><Name row={row} /></Box>
      <Box sx={{ gridArea: 'progress' }}><Progress row={row} /></Box>
      <Box sx={{ gridArea: 'figures' }}><Figures row={row} /></Box>
      <Box sx={{ gridArea: 'state' }}><State row={row} /></Box>
      <Box sx={{ gridArea: 'act', justifySelf: 'end' }}><Act row={row} /></Box>
    </Box>
  )
}

/** What today wants and has brought, and until when it is to be done. */
function Figures({ row: { due, entry, deadlineDay } }: { readonly row: WorkOfDay }): ReactNode {
  const t = useText()
  const { day, decimal, integer } = useFormats()
  const made = entry ? decimal(entry.goodQuantity) : '–'
  return (
    <>
      <Typography sx={{ fontVariantNumeric: 'tabular-nums' }}>
        {due > 0 ? t('production.today.ofDue', { made, due: integer(due) }) : t('production.today.nothingDue', { made })}
      </Typography>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{t('planning.work.due')} <Box component="span" sx={{ whiteSpace: 'nowrap' }}>{day(deadlineDay)}</Box></Typography>
    </>
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
  const { workOrderId, version, status, obstacles, upstream, targetQuantity, hasStageWork, isByStep } = row
  if (!mayEnter || obstacles.some(obstacle => obstacle !== 'material')) return null
  if (status !== 'PENDING') {
    return (
      <Box sx={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'end', gap: 0.5 }}>
        {hasStageWork && <Button size="small" startIcon={<Checklist />} onClick={() => void navigate(stageWorkPath(workOrderId))}>{t('stages.open')}</Button>}
        {status === 'RUNNING' && !isByStep && <Button size="small" startIcon={<EditNote />} onClick={() => void navigate(quickEntryOf(workOrderId))}>{t('production.today.enter')}</Button>}
      </Box>
    )
  }
  const isPartial = upstream !== null && compareDecimals(upstream, targetQuantity) < 0
  return (
    <Button size="small" variant="contained" startIcon={<PlayArrow />} loading={start.isPending} onClick={() => start.mutate({ id: workOrderId, version, isPartial })}>
      {isPartial ? t('production.today.startPart', { pieces: decimal(upstream) }) : t('production.today.start')}
    </Button>
  )
}
