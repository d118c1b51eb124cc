import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import SearchOff from '@mui/icons-material/SearchOffOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import Paper from '@mui/material/Paper'
import type { ReactNode } from 'react'
import { useParams, useSearchParams } from 'react-router'
import type { ReportPreview, ReportSummary } from '../../shared/reports/contract.ts'
import { BrowseFooter } from '../components/browse-footer.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { asAppError } from '../core/error-text.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { useMay } from '../core/session.ts'
import { readAddress, writeAddress, type ReportAddress } from './report-address.ts'
import { ReportExport } from './report-export.tsx'
import { ReportFacts } from './report-facts.tsx'
import { ReportFilters } from './report-filters.tsx'
import { ReportTable } from './report-table.tsx'

/** One report, named by the address with all that narrows it. */
export function ReportScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const { report: name } = useParams()
  const { data: reports } = useLive(api.reports.listReports, {})
  const report = reports?.find(one => one.name === name)
  if (report) return <OneReport key={report.name} report={report} />
  return (
    <PageFrame title={t('reports.title')}>
      {!reports && <LinearProgress aria-label={t('words.loading')} />}
      {reports && <EmptyState icon={<SearchOff />} title={t('reports.unknown')} hint={t('reports.emptyHint')} />}
    </PageFrame>
  )
}

const nothing: ReportPreview['filters'] = []
const atTop = { position: 'absolute', insetInline: 0, top: 0, height: 2 } as const

function OneReport({ report }: { readonly report: ReportSummary }): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const [params, setParams] = useSearchParams()
  const address = readAddress(params, report.filters)
  const { filters, page, pageSize } = address
  const request = { report: report.name, filters: { ...filters }, page, pageSize }
  const { data, error, isFetching, isPlaceholderData, refetch } = useLive(api.reports.previewReport, request)
  const title = textOf(report.titleKey) ?? report.name
  const go = (change: Partial<ReportAddress>) => setParams(writeAddress({ ...address, page: 1, ...change }))
  const canExport = may('reports.create')
  const missing = report.filters.find(({ key, isNeeded }) => isNeeded && filters[key] === undefined)
  return (
    <PageFrame
      title={title} fills subtitle={canExport ? textOf(report.descriptionKey) : t('reports.forbiddenExport')}
      actions={canExport && !missing && <ReportExport report={report.name} title={title} filters={filters} />}
    >
      <Paper variant="outlined" sx={{ flex: 1, minHeight: 320, display: 'flex', flexDirection: 'column', overflow: 'hidden', position: 'relative' }}>
        {isPlaceholderData && isFetching && <LinearProgress aria-label={t('table.updating')} sx={atTop} />}
        <Box sx={{ display: 'grid', gap: 0.75, px: 1.5, pt: 1, pb: 0.5, borderBottom: 1, borderColor: 'divider' }}>
          <ReportFilters offered={report.filters} filters={filters} inForce={data?.filters ?? nothing} onChange={chosen => go({ filters: chosen })} />
          {data && !missing && <ReportFacts preview={data} filters={filters} onFilter={chosen => go({ filters: chosen })} />}
        </Box>
        {missing ? <EmptyState role="status" icon={<SearchOff />} title={t('reports.needed', { label: textOf(missing.labelKey) ?? '' })} hint={t('reports.neededHint')} /> : <Body title={title} page={page} data={data} error={error} isNarrowed={Object.keys(filters).length > 0} onReset={() => go({ filters: {} })} onRetry={() => void refetch()} />}
        {data && data.count > 0 && (
          <BrowseFooter
            page={page - 1} pageSize={pageSize} rows={data.rows.length} total={data.count} hasNext={page * pageSize < data.count}
            onTurn={to => go({ page: to + 1 })} onPageSize={size => go({ pageSize: size })}
          />
        )}
      </Paper>
    </PageFrame>
  )
}

interface BodyProps {
  readonly title: string
  readonly page: number
  readonly data: ReportPreview | undefined
  readonly error: Error | null
  readonly isNarrowed: boolean
  onReset(): void
  onRetry(): void
}

function Body({ title, page, data, error, isNarrowed, onReset, onRetry }: BodyProps): ReactNode {
  const t = useText()
  const reset = <Button variant="contained" onClick={onReset}>{t('reports.reset')}</Button>
  if (error && asAppError(error).code === 'invalid-input') return <EmptyState role="alert" icon={<ErrorOutline />} title={t('table.failed')} hint={t('reports.badFilter')} actions={reset} />
  if (error) return <FailureState error={error} onRetry={onRetry} />
  if (!data) return <Box sx={{ flex: 1 }}><LinearProgress aria-label={t('words.loading')} /></Box>
  if (data.count === 0 && !isNarrowed) return <EmptyState role="status" icon={<SearchOff />} title={t('reports.noRowsYet')} hint={t('reports.noRowsYetHint')} />
  if (data.count === 0) return <EmptyState role="status" icon={<SearchOff />} title={t('reports.noRows')} hint={t('reports.noRowsHint')} actions={reset} />
  // Another page begins at its first row.
  return <ReportTable key={page} title={title} preview={data} />
}
