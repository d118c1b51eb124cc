import ArrowForward from '@mui/icons-material/ArrowForward'
import Backup from '@mui/icons-material/BackupOutlined'
import BugReport from '@mui/icons-material/BugReportOutlined'
import HourglassEmpty from '@mui/icons-material/HourglassEmptyOutlined'
import Memory from '@mui/icons-material/MemoryOutlined'
import PauseCircle from '@mui/icons-material/PauseCircleOutlined'
import SdStorage from '@mui/icons-material/SdStorageOutlined'
import Speed from '@mui/icons-material/SpeedOutlined'
import Storage from '@mui/icons-material/StorageOutlined'
import type { SvgIconComponent } from '@mui/icons-material'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Paper from '@mui/material/Paper'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { Health } from '../../shared/health/contract.ts'
import type { HealthPart } from '../../shared/health/rules.ts'
import { StatusChip } from '../components/status-chip.tsx'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { backupsPath } from '../core/paths.ts'
import { useMayOpen } from '../core/screen-list.ts'
import { useHealthFigures } from './health-figures.ts'
import { logPath, operationsPath } from './paths.ts'
import { verdictLooks } from './verdict-look.ts'

type Judgement = Health['judgements'][number]

const icons: Readonly<Record<HealthPart, SvgIconComponent>> = {
  responses: Speed, faults: BugReport, pauses: PauseCircle, processor: Memory, memory: SdStorage, disk: Storage, backup: Backup, jobs: HourglassEmpty,
}
/** Where more is to be seen. */
const ways: Partial<Record<HealthPart, { readonly name: 'operations' | 'log' | 'backup'; readonly to: string }>> = {
  responses: { name: 'operations', to: operationsPath }, faults: { name: 'log', to: logPath }, backup: { name: 'backup', to: backupsPath },
}

/** Four beside each other where there is room, so that two rows show all; fewer where there is not, or text is large. */
const fourAtMost = 'repeat(auto-fill, minmax(max(min(14.5rem, 100%), calc(25% - 12px)), 1fr))'

/** Each part of the host with its figure, what it means, and what to do where something must be done. */
export function VerdictCards({ health }: { readonly health: Health }): ReactNode {
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0, display: 'grid', gap: 1.5, gridTemplateColumns: fourAtMost }}>
      {health.judgements.map(judgement => <VerdictCard key={judgement.part} judgement={judgement} figure={<Figure part={judgement.part} health={health} />} />)}
    </Box>
  )
}

function VerdictCard({ judgement: { part, verdict, finding, figures }, figure }: { readonly judgement: Judgement; readonly figure: ReactNode }): ReactNode {
  const t = useText()
  const mayOpen = useMayOpen()
  const { readable } = useHealthFigures()
  const { tone, line } = verdictLooks[verdict]
  const Icon = icons[part]
  const way = ways[part]
  const remedy = textOf(`health.remedies.${part}.${finding}`)
  return (
    <Paper
      component="li" variant="outlined"
      sx={{ display: 'flex', flexDirection: 'column', gap: 0.5, px: 2, py: 1.5, minWidth: 0, ...(verdict !== 'good' && { borderColor: line, borderLeftWidth: 4, pl: '13px' }) }}
    >
      <Box sx={{ display: 'flex', alignItems: 'center', gap: 1 }}>
        <Icon aria-hidden sx={{ fontSize: 20, color: 'text.secondary' }} />
        <Typography component="h2" sx={{ fontWeight: 600 }}>{t(`health.parts.${part}`)}</Typography>
      </Box>
      <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', justifyContent: 'space-between', columnGap: 1 }}>
        <Box sx={{ fontSize: '1.375rem', fontWeight: 650, lineHeight: 1.4, fontVariantNumeric: 'tabular-nums', overflowWrap: 'anywhere' }}>{figure}</Box>
        <StatusChip tone={tone} label={t(`health.verdicts.${verdict}`)} />
      </Box>
      <Typography variant="body2" sx={{ color: 'text.secondary' }}>{textOf(`health.findings.${part}.${finding}`, readable(figures))}</Typography>
      {remedy !== undefined && <Typography variant="body2" sx={{ fontWeight: 500 }}>{remedy}</Typography>}
      {verdict !== 'good' && way !== undefined && mayOpen(way.to) && (
        <Box sx={{ mt: 'auto', pt: 0.5 }}><Button size="small" component={Link} to={way.to} endIcon={<ArrowForward />} sx={{ ml: -0.75 }}>{t(`health.ways.${way.name}`)}</Button></Box>
      )}
    </Paper>
  )
}

/** The one number, or word, of a part. */
function Figure({ part, health }: { readonly part: HealthPart; readonly health: Health }): string {
  const t = useText()
  const { integer, fileSize, relative } = useFormats()
  const { took, share } = useHealthFigures()
  const { figures } = health.judgements.find(one => one.part === part)!
  const told = (name: string, say: (value: number) => string) => (figures[name] === undefined ? '–' : say(figures[name]))
  const faces: Readonly<Record<HealthPart, () => string>> = {
    responses: () => told('p95', took),
    faults: () => integer(figures.count ?? 0),
    pauses: () => told('longest', took),
    processor: () => told('machine', share),
    memory: () => fileSize(health.memory.own),
    disk: () => told('free', free => t('health.figures.freeOnly', { free: fileSize(free) })),
    backup: () => (health.backup.at === null ? t('health.figures.noBackup') : relative(health.backup.at)),
    jobs: () => integer(health.jobs.length),
  }
  return faces[part]()
}
