import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Link from '@mui/material/Link'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { Finding } from '../../shared/production/findings.ts'
import type { SectionDay } from '../../shared/production/section-day.ts'
import { Section } from '../components/section.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { findingsPath, workerHistoryOf, workOrdersPath } from '../core/paths.ts'
import { useFindingFigures } from './finding-figures.ts'
import { GoOnWithLess } from './go-on-with-less.tsx'

/** PX-16, PX-17: what deserves a look; nothing of it is refused. */
export function FindingList({ findings }: { readonly findings: readonly Finding[] }): ReactNode {
  const t = useText()
  return (
    <Section title={t('production.today.findings')} actions={<Button component={RouterLink} to={findingsPath} size="small">{t('production.findings.all')}</Button>}>
      {findings.length === 0 ? <Typography sx={{ p: 2, color: 'text.secondary' }}>{t('production.today.noFindings')}</Typography> : (
        <Box component="ul" sx={{ m: 0, p: 0, listStyle: 'none' }}>
          {findings.map(finding => <FindingLine key={finding.key} finding={finding} />)}
        </Box>
      )}
    </Section>
  )
}

function FindingLine({ finding }: { readonly finding: Finding }): ReactNode {
  const t = useText()
  const { day } = useFormats()
  const figuresText = useFindingFigures()
  const { kind, workOrderId, workerId, number, day: of, who, actual, wanted, look } = finding
  return (
    <Box component="li" sx={{ px: 2, py: 1, borderTop: 1, borderColor: 'divider', display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 1 }}>
      <Box sx={{ flex: 1, minWidth: 200 }}>
        <b>{t(`production.today.findingKinds.${kind}`)}</b>
        <Typography variant="body2" sx={{ color: 'text.secondary' }}>
          {workOrderId === null && workerId === null ? number : <Link component={RouterLink} underline="always" to={workOrderId === null ? workerHistoryOf(workerId ?? '') : `${workOrdersPath}/${workOrderId}`}>{number}</Link>}
          {[of !== null && day(of), who, figuresText(actual, wanted), look && t('production.findings.states.LOOKED_AT')].filter(Boolean).map(part => ` · ${String(part)}`)}
        </Typography>
      </Box>
      <GoOnWithLess finding={finding} />
    </Box>
  )
}

export function RejectList({ rejects }: Pick<SectionDay, 'rejects'>): ReactNode {
  const t = useText()
  const { integer } = useFormats()
  const most = Math.max(1, ...rejects.map(({ pieces }) => pieces))
  return (
    <Section title={t('production.today.rejects')}>
      <Box sx={{ p: 2, display: 'grid', gap: 1.25 }}>
        {rejects.length === 0 && <Typography sx={{ color: 'text.secondary' }}>{t('production.today.noRejects')}</Typography>}
        {rejects.map(({ defectName, pieces }) => (
          <Box key={defectName}>
            <Box sx={{ display: 'flex', justifyContent: 'space-between', gap: 2 }}><span>{defectName}</span><b>{t('production.today.pieces', { pieces: integer(pieces) })}</b></Box>
            <LinearProgress variant="determinate" color="warning" value={(pieces / most) * 100} aria-label={defectName} sx={{ height: 8, borderRadius: 1 }} />
          </Box>
        ))}
      </Box>
    </Section>
  )
}
