import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Card from '@mui/material/Card'
import Typography from '@mui/material/Typography'
import CleaningServices from '@mui/icons-material/CleaningServicesOutlined'
import Link from '@mui/material/Link'
import ViewColumn from '@mui/icons-material/ViewColumnOutlined'
import { useState, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { Floor, Line } from '../../shared/transfers/lines.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { Section } from '../components/section.tsx'
import { StandingNow } from '../components/standing-now.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { ClearDialog, type Clearable } from './clear-dialog.tsx'
import { LineChip, marksOf } from './looks.tsx'
import { clearancesPath } from './paths.ts'

/** What stands on every line, and in every section without lines that is held as one, section by section; whoever approves a section's production says that a line is clear. */
export function LinesScreen(): ReactNode {
  const t = useText()
  const { transfers, production } = useApi()
  const { data, error, refetch } = useLive(transfers.listLines, {})
  const { data: floors } = useLive(transfers.listFloors, {})
  const { data: sections } = useLive(production.listProductionSections, {})
  const mayApprove = useMay()('production.approve')
  const [clearing, setClearing] = useState<Clearable>()
  const mine = new Set(sections?.map(({ id }) => id))
  return (
    <PageFrame title={t('transfers.linesTitle')} actions={<Button component={RouterLink} to={clearancesPath} startIcon={<CleaningServices />}>{t('transfers.clearances.link')}</Button>}>
      <StandingNow />
      {error && !data && <FailureState error={error} onRetry={() => void refetch()} />}
      {data?.length === 0 && floors?.length === 0 && <EmptyState icon={<ViewColumn />} title={t('transfers.noLines')} hint={t('transfers.noLinesHint')} />}
      {[...Map.groupBy([...(data ?? []).map(lineOf), ...(floors ?? []).map(floor => floorOf(floor, t('transfers.floor')))], ({ shown }) => shown.sectionName)].map(([name, places]) => (
        <Section key={name} title={name}>
          <Box sx={{ p: 2, display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(260px, 100%), 1fr))' }}>
            {places.map(place => <LineCard key={place.key} place={place} onClear={mayApprove && mine.has(place.shown.sectionId) ? () => setClearing(place.clearable) : undefined} />)}
          </Box>
        </Section>
      ))}
      {clearing && <ClearDialog place={clearing} onClose={() => setClearing(undefined)} />}
    </PageFrame>
  )
}

/** A line, or the floor of a section without lines; `clearances` are those on record. */
interface Place { readonly key: string; readonly name: string; readonly isInUse: boolean; readonly shown: Floor | Line; readonly clearable: Clearable; readonly clearances: string }

function lineOf(line: Line): Place {
  const { productionLineId, name, isActive, version } = line
  return { key: productionLineId, name, isInUse: isActive, shown: line, clearable: { kind: 'line', name, productionLineId, version }, clearances: `${clearancesPath}?line=${productionLineId}` }
}

function floorOf(floor: Floor, word: string): Place {
  const { sectionId, sectionName, version } = floor
  const name = `${sectionName}, ${word}`
  return { key: sectionId, name, isInUse: true, shown: floor, clearable: { kind: 'floor', name, sectionId, version }, clearances: `${clearancesPath}?floor=${sectionId}` }
}

function LineCard({ place: { name, isInUse, shown, clearances }, onClear }: { readonly place: Place; readonly onClear: (() => void) | undefined }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const personName = usePersonName()
  const { status, articleName, workOrderNumber, batch, blocked, clearedAt, clearedByName } = shown
  return (
    <Card variant="outlined" component="article" aria-label={name} sx={{ p: 2, display: 'flex', flexDirection: 'column', gap: 0.75 }}>
      <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 1, alignItems: 'start' }}><Typography sx={{ fontWeight: 650 }}>{name}</Typography><LineChip status={status} /></Box>
      <Typography>{articleName ?? t('transfers.nothingOn')}</Typography>
      {articleName !== null && <Typography variant="body2" sx={{ color: 'text.secondary' }}>{[marksOf(shown), batch, workOrderNumber].filter(Boolean).join(' · ')}</Typography>}
      {!isInUse && <Box><StatusChip tone="neutral" label={t('words.inactive')} /></Box>}
      {blocked > 0 && <Box><StatusChip tone="bad" label={t('transfers.waiting', { count: blocked })} /></Box>}
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>
        {clearedAt === null || clearedByName === null
          ? t('transfers.neverCleared')
          : <Link component={RouterLink} to={clearances} color="inherit">{t('transfers.clearedAt', { time: instant(clearedAt, 'short'), name: personName(clearedByName) })}</Link>}
      </Typography>
      {onClear && <Button variant={blocked > 0 ? 'contained' : 'outlined'} onClick={onClear} sx={{ mt: 'auto', alignSelf: 'flex-start' }}>{t('transfers.clear')}</Button>}
    </Card>
  )
}
