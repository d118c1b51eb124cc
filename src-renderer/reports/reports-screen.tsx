import Assessment from '@mui/icons-material/AssessmentOutlined'
import ChevronRight from '@mui/icons-material/ChevronRight'
import Box from '@mui/material/Box'
import ButtonBase from '@mui/material/ButtonBase'
import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { ReportSummary } from '../../shared/reports/contract.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { reportPath } from '../core/paths.ts'

/** The reports this user may see, by module. */
export function ReportsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const { data: reports } = useLive(api.reports.listReports, {})
  const modules = [...Map.groupBy(reports ?? [], ({ moduleKey }) => moduleKey)]
  return (
    <PageFrame title={t('reports.title')} subtitle={t('reports.subtitle')}>
      {!reports && <LinearProgress aria-label={t('words.loading')} />}
      {reports?.length === 0 && <EmptyState icon={<Assessment />} title={t('reports.empty')} hint={t('reports.emptyHint')} />}
      {modules.map(([moduleKey, members]) => (
        <Box key={moduleKey} component="section" aria-label={textOf(moduleKey)} sx={{ display: 'grid', gap: 1 }}>
          <Typography component="h2" variant="h3">{textOf(moduleKey)}</Typography>
          <Box sx={{ display: 'grid', gap: 1.5, gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 320px), 1fr))' }}>
            {members.map(report => <ReportTile key={report.name} report={report} />)}
          </Box>
        </Box>
      ))}
    </PageFrame>
  )
}

function ReportTile({ report: { name, titleKey, descriptionKey } }: { readonly report: ReportSummary }): ReactNode {
  return (
    <ButtonBase component={Link} to={reportPath(name)} sx={tile}>
      <Box aria-hidden sx={picture}><Assessment /></Box>
      <Box sx={{ flex: 1 }}>
        <Typography component="span" variant="h3" sx={{ display: 'block' }}>{textOf(titleKey)}</Typography>
        <Typography component="span" variant="body2" sx={{ display: 'block', color: 'text.secondary', mt: 0.25 }}>
          {textOf(descriptionKey)}
        </Typography>
      </Box>
      <ChevronRight aria-hidden sx={{ color: 'text.secondary', alignSelf: 'center' }} />
    </ButtonBase>
  )
}

const tile = {
  display: 'flex', alignItems: 'flex-start', justifyContent: 'flex-start', gap: 1.5, p: 2, textAlign: 'left',
  bgcolor: 'background.paper', border: 1, borderColor: 'divider', borderRadius: 2,
  '&:hover': { borderColor: 'primary.main' }, '&:focus-visible': { outline: '2px solid', outlineColor: 'primary.main', outlineOffset: 2 },
} as const
const picture = {
  display: 'grid', placeItems: 'center', width: 40, height: 40, flexShrink: 0, borderRadius: 1.5, bgcolor: 'tint.primary', color: 'primary.main',
} as const
