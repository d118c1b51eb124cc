import Inventory from '@mui/icons-material/Inventory2Outlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import type { Archive } from '../../shared/audit/integrity.ts'
import { personText } from '../../shared/audit/wording.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { ProgressDialog } from '../components/progress-dialog.tsx'
import { ScrollArea } from '../components/scroll-area.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { showDone } from '../core/toasts.ts'
import { useWording } from '../core/wording.ts'
import { SummaryPart } from './counted-list.tsx'

/** The years that were put into sealed files, and those whose time has come. */
export function ArchivesPanel(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const { data, error, refetch } = useLive(api.audit.listArchives, {})
  const job = useJob(api.audit.archiveYears)
  async function archive(): Promise<void> {
    const made = await job.run({})
    if (made) showDone(made.archives.length > 0 ? t('audit.integrity.archives.done', { count: made.archives.length }) : t('audit.integrity.archives.nothing'))
  }
  const isDue = (data?.due.length ?? 0) > 0
  const years = String(data?.retentionYears ?? '')
  return (
    <SummaryPart
      title={t('audit.integrity.archives.title')}
      actions={may('audit.execute') && <Button variant="outlined" size="small" startIcon={<Inventory />} disabled={job.isRunning || !isDue} onClick={() => void archive()}>{t('audit.integrity.archives.run')}</Button>}
    >
      <Typography variant="body2" color="textSecondary">
        {data && t('audit.integrity.archives.hint', { years })} {data && (isDue ? t('audit.integrity.archives.due', { years: data.due.map(({ year }) => year).join(', ') }) : t('audit.integrity.archives.nothing'))}
      </Typography>
      {error && !data && <FailureState error={error} onRetry={() => void refetch()} />}
      {data?.archives.length === 0 && <EmptyState icon={<Inventory />} title={t('audit.integrity.archives.empty')} hint={t('audit.integrity.archives.emptyHint', { years })} />}
      {data && data.archives.length > 0 && <ArchiveTable archives={data.archives} />}
      <ProgressDialog title={t('audit.integrity.archives.running')} job={job} />
    </SummaryPart>
  )
}

function ArchiveTable({ archives }: { readonly archives: readonly Archive[] }): ReactNode {
  const t = useText()
  const wording = useWording()
  const { integer, instant } = useFormats()
  return (
    <ScrollArea label={t('audit.integrity.archives.title')}>
      <Box component="table" sx={{ width: '100%', borderCollapse: 'collapse', fontSize: '0.875rem', fontVariantNumeric: 'tabular-nums', '& th, & td': { textAlign: 'left', py: 0.75, pr: 2, borderBottom: 1, borderColor: 'divider', verticalAlign: 'top' }, '& thead th': { fontSize: '0.75rem', color: 'text.secondary' } }}>
        <thead><tr><th scope="col">{t('audit.integrity.archives.year')}</th><th scope="col">{t('audit.integrity.archives.rows')}</th><th scope="col">{t('audit.integrity.archives.file')}</th><th scope="col">{t('audit.integrity.archives.made')}</th></tr></thead>
        <tbody>
          {archives.map(({ seq, year, rowCount, file, sha256, at, createdByName }) => (
            <tr key={seq}>
              <th scope="row">{year}</th><td>{integer(rowCount)}</td>
              <td><Box sx={{ overflowWrap: 'anywhere' }}>{file}</Box><Box sx={{ color: 'text.secondary', fontSize: '0.75rem', overflowWrap: 'anywhere' }}>{t('audit.integrity.archives.fingerprint')}: {sha256.slice(0, 16)}</Box></td>
              <td>{instant(at, 'short')}<Box sx={{ color: 'text.secondary', fontSize: '0.75rem' }}>{personText(wording, createdByName)}</Box></td>
            </tr>
          ))}
        </tbody>
      </Box>
    </ScrollArea>
  )
}
