import Article from '@mui/icons-material/ArticleOutlined'
import History from '@mui/icons-material/HistoryOutlined'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import { decimal as decimalOf, decimalText, isPositive } from '../../shared/core/decimal.ts'
import type { DailyProduction } from '../../shared/production/daily.ts'
import type { WorkOfDay } from '../../shared/production/section-day.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { useAdjustedTarget } from '../core/adjusted-target.ts'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { paperBatchPath } from '../core/paths.ts'
import { useLive } from '../core/live.ts'
import { usePersonName } from '../core/person-name.ts'

/** How far a work order has come, and what the day before brought. */
export function DayFacts({ work, day }: { readonly work: WorkOfDay; readonly day: string }): ReactNode {
  const t = useText()
  const formats = useFormats()
  const { decimal, integer } = formats
  const { before, goodQuantity, targetQuantity, percent, due, estimatedDays, upstream, outside } = work
  const facts = [
    t('production.day.target', { made: decimal(goodQuantity), target: decimal(targetQuantity), percent: decimal(percent) }),
    day === formats.today() && due > 0 && t('production.day.due', { due: integer(due) }),
    before && t('production.day.before', { day: formats.day(before.day), good: decimal(before.goodQuantity) }),
    estimatedDays !== null && t('production.day.estimated', { count: estimatedDays }),
    upstream !== null && t('production.day.upstream', { pieces: decimal(upstream) }),
    isPositive(outside) && t('production.day.outside', { pieces: decimal(outside) }),
  ].filter(fact => typeof fact === 'string')
  return (
    <Box sx={{ display: 'grid', gap: 0.25 }}>
      {facts.map(fact => <Fact key={fact}>{fact}</Fact>)}
      {work.entry && due > 0 && <DayRatios work={work} made={piecesIn(work.entry)} day={day} />}
    </Box>
  )
}

function Fact({ children }: { readonly children: ReactNode }): ReactNode {
  return <Typography variant="body2" sx={{ color: 'text.secondary' }}>{children}</Typography>
}

function piecesIn({ goodQuantity }: DailyProduction): number {
  return Number(decimalText(goodQuantity))
}

/** PX-11: what was made of what the day was to bring, and of what was left of that when machines stood still. */
function DayRatios({ work: { sectionId, due }, made, day }: { readonly work: WorkOfDay; readonly made: number; readonly day: string }): ReactNode {
  const t = useText()
  const { data } = useLive(useApi().downtime.getSectionDowntime, { sectionId, day })
  const ratios = useAdjustedTarget(data)({ target: decimalOf(due), made: decimalOf(made) })
  return ratios && <Fact>{t('downtime.figures.target', { percent: ratios.ofTarget })} · {ratios.text}</Fact>
}

/** Who entered, changed and confirmed it, and what is particular about it. */
export function EntryFacts({ entry, hasFigures = false }: { readonly entry: DailyProduction; readonly hasFigures?: boolean }): ReactNode {
  const t = useText()
  const { decimal } = useFormats()
  const personName = usePersonName()
  const { goodQuantity, rejectQuantity, defectReasonName, workShiftName, notes, enteredByName, changedByName, confirmedByName } = entry
  const figures = [
    `${t('production.fields.goodQuantity')}: ${decimal(goodQuantity)}`, isPositive(rejectQuantity) && `${t('production.fields.rejectQuantity')}: ${decimal(rejectQuantity)} (${defectReasonName ?? ''})`,
    workShiftName, notes,
  ].filter(Boolean)
  const people = [
    t('production.day.enteredBy', { who: personName(enteredByName) }), changedByName !== null && t('production.day.changedBy', { who: personName(changedByName) }),
    confirmedByName !== null && t('production.day.confirmedBy', { who: personName(confirmedByName) }),
  ].filter(Boolean)
  return (
    <Box sx={{ display: 'grid', gap: 1 }}>
      {hasFigures && <Typography>{figures.join(' · ')}</Typography>}
      <EntryChips entry={entry} />
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{people.join(', ')}</Typography>
    </Box>
  )
}

/** Entered late, copied from paper: said wherever the entry shows. */
export function EntryChips({ entry: { isLate, isFromPaper, paperBatchId, paperBatchNumber } }: { readonly entry: DailyProduction }): ReactNode {
  const t = useText()
  if (!isLate && !isFromPaper) return null
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      {isLate && <StatusChip tone="warning" icon={History} label={t('production.day.late')} />}
      {isFromPaper && <StatusChip tone="neutral" icon={Article} label={t('production.day.fromPaper')} />}
      {paperBatchId !== null && <Link component={RouterLink} to={paperBatchPath(paperBatchId)} variant="body2">{paperBatchNumber}</Link>}
    </Box>
  )
}
