import Print from '@mui/icons-material/PrintOutlined'
import WbSunny from '@mui/icons-material/WbSunnyOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import CircularProgress from '@mui/material/CircularProgress'
import type { ReactNode } from 'react'
import { useSearchParams } from 'react-router'
import type { Summary } from '../../shared/planning/summaries.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { FailureState } from '../components/failure-state.tsx'
import { FigureRow } from '../components/figure-row.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { ProgressDialog } from '../components/progress-dialog.tsx'
import { SelectInput } from '../components/select-field.tsx'
import { useApi, useTransport } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useLanguage, useText } from '../core/i18n.ts'
import { useJob } from '../core/job.ts'
import { useLive } from '../core/live.ts'
import { SummaryActs, SummaryFinished, SummaryLate, SummaryMaterials, SummaryRunning } from './summary-parts.tsx'

/** The morning's summary, as it was written; older ones by their day. */
export function SummaryScreen(): ReactNode {
  const t = useText()
  const { day, instant } = useFormats()
  const [params, setParams] = useSearchParams()
  const id = params.get('id')
  const { data, error, refetch } = useLive(useApi().planning.readDailySummary, id === null ? {} : { id })
  const title = t('planning.summary.title')
  if (!data) {
    return (
      <PageFrame title={title} fills>
        {error ? (
          <FailureState error={error} onRetry={() => void refetch()} />
        ) : (
          <EmptyState role="status" icon={<CircularProgress size={26} color="inherit" />} title={t('words.loading')} />
        )}
      </PageFrame>
    )
  }
  const { summary, all } = data
  if (!summary) {
    return (
      <PageFrame title={title} fills>
        <EmptyState icon={<WbSunny />} title={t('planning.summary.empty')} hint={t('planning.summary.emptyHint')} />
      </PageFrame>
    )
  }
  return (
    <PageFrame
      title={title}
      subtitle={t('planning.summary.made', { time: instant(summary.createdAt) })}
      actions={
        <Box sx={{ display: 'flex', gap: 1, alignItems: 'end' }}>
          <Box sx={{ width: 170 }}>
            <SelectInput
              label={t('planning.summary.day')}
              value={summary.id}
              options={all.map(one => ({ value: one.id, label: day(one.day) }))}
              onChange={chosen => chosen !== null && setParams({ id: chosen })}
            />
          </Box>
          <PrintSummary id={summary.id} />
        </Box>
      }
    >
      <SummaryContentView summary={summary} />
    </PageFrame>
  )
}

function PrintSummary({ id }: { readonly id: string }): ReactNode {
  const t = useText()
  const [language] = useLanguage()
  const transport = useTransport()
  const job = useJob(useApi().planning.printDailySummary)
  const print = async () => {
    const file = await job.run({ id, language })
    if (file) transport.print(file)
  }
  return (
    <>
      <Button variant="contained" startIcon={<Print />} onClick={() => void print()} loading={job.isRunning}>
        {t('planning.summary.print')}
      </Button>
      <ProgressDialog title={t('planning.summary.print')} job={job} />
    </>
  )
}

function SummaryContentView({ summary: { content } }: { readonly summary: Summary }): ReactNode {
  const t = useText()
  const { integer, day } = useFormats()
  const { counts, since } = content
  return (
    <>
      <FigureRow
        figures={[
          {
            label: t('planning.summary.parts.finished'),
            value: integer(counts.finished),
            hint: `${t('planning.summary.since')} ${day(since)}`,
          },
          { label: t('planning.summary.parts.running'), value: integer(counts.running) },
          { label: t('planning.summary.parts.late'), value: integer(counts.late) },
          { label: t('planning.summary.parts.materials'), value: integer(counts.materials) },
        ]}
      />
      <SummaryActs content={content} />
      <SummaryLate content={content} />
      <SummaryMaterials content={content} />
      <SummaryRunning content={content} />
      <SummaryFinished content={content} />
    </>
  )
}
