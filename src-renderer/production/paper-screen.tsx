import ArrowBack from '@mui/icons-material/ArrowBack'
import SearchOff from '@mui/icons-material/SearchOffOutlined'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useState, type ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import type { InputIssue } from '../../shared/core/errors.ts'
import type { PaperBatch, PaperBatchDetail } from '../../shared/production/paper-batches.ts'
import { isPaperOpen } from '../../shared/production/paper-rules.ts'
import { ApprovalButtons } from '../components/approval-buttons.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { useEntryGrid, useUnsavedCount } from '../components/entry-grid-handle.ts'
import { FactList } from '../components/fact-list.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { RecordHistory } from '../components/record-history.tsx'
import { RefusedLines } from '../components/refused-lines.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useWaiting } from '../core/approvals.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { textOf, useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { paperPath } from '../core/paths.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { usePaperActs } from './paper-acts.tsx'
import { usePaperDefinition } from './paper-definition.ts'
import { PaperSheet, PaperTable } from './paper-lines.tsx'
import { paperDays, PaperStatusChip } from './paper-look.tsx'
import { PaperPhotos } from './paper-photos.tsx'

/** One batch: to be typed and sent, or what became of it. */
export function PaperScreen(): ReactNode {
  const t = useText()
  const { production } = useApi()
  const { id = '' } = useParams()
  const { data, error } = useLive(production.getPaperBatch, { id }, { clears: true })
  if (data) return <PaperPage key={data.batch.id} detail={data} />
  return (
    <PageFrame title={t('production.paper.title')}>
      {error ? (
        <EmptyState
          role="alert" icon={<SearchOff />} title={t('production.paper.notFound')} hint={error.code === 'not-found' ? t('production.paper.notFoundHint') : errorText(error)}
          actions={<Button variant="contained" component={Link} to={paperPath}>{t('production.paper.back')}</Button>}
        />
      ) : <Skeleton variant="rounded" height={320} />}
    </PageFrame>
  )
}

function PaperPage({ detail }: { readonly detail: PaperBatchDetail }): ReactNode {
  const t = useText()
  const { batch, lines } = detail
  const mayEnter = useMay()('process.enterDailyProduction')
  const isTyped = mayEnter && isPaperOpen(batch.status)
  const [refused, setRefused] = useState<readonly InputIssue[]>([])
  const grid = useEntryGrid(usePaperDefinition(batch))
  const hasUnsaved = useUnsavedCount(grid) > 0
  const acts = usePaperActs({ detail, hasUnsaved: isTyped && hasUnsaved, onRefused: setRefused })
  return (
    <PageFrame title={batch.number} subtitle={<Identity batch={batch} />} actions={acts.buttons} fills={isTyped}>
      {detail.barred && <Barred barred={detail.barred} />}
      <Hints detail={detail} refused={refused} missing={isTyped ? acts.missing : undefined} />
      {isTyped ? <PaperSheet detail={detail} grid={grid} /> : <PaperTable lines={lines} isApproved={batch.status === 'APPROVED'} />}
      {!isTyped && (
        <Box sx={{ display: 'grid', gap: 2, gridTemplateColumns: { xs: 'minmax(0, 1fr)', lg: 'minmax(0, 1fr) minmax(0, 1fr)' }, alignItems: 'start' }}>
          <Section title={t('production.paper.photos')}><Box sx={{ p: 2 }}><PaperPhotos id={batch.id} mayChange={false} /></Box></Section>
          <Box sx={{ display: 'grid', gap: 2 }}>
            <Facts batch={batch} />
            <History id={batch.id} />
          </Box>
        </Box>
      )}
      {acts.dialogs}
    </PageFrame>
  )
}

function Identity({ batch }: { readonly batch: PaperBatch }): ReactNode {
  const t = useText()
  const formats = useFormats()
  return (
    <Box sx={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1.25, rowGap: 0.5 }}>
      <Button component={Link} to={paperPath} startIcon={<ArrowBack />} size="small" sx={{ ml: -1 }}>{t('production.paper.back')}</Button>
      <PaperStatusChip status={batch.status} />
      <Box component="b" sx={{ color: 'text.primary' }}>{batch.sectionName}</Box>
      <span>{[paperDays(formats, batch), batch.writer, batch.reason].join(' · ')}</span>
    </Box>
  )
}

/** It is typed and sent all the same. */
function Barred({ barred: { day: on, bar } }: { readonly barred: NonNullable<PaperBatchDetail['barred']> }): ReactNode {
  const t = useText()
  const { day } = useFormats()
  return <Alert severity="warning">{t(`production.paper.barred.${bar}`, { day: day(on) })}</Alert>
}

interface HintsProps { readonly detail: PaperBatchDetail; readonly refused: readonly InputIssue[]; readonly missing: string | undefined }

/** What it waits for, why it came back, or what keeps it from being sent. */
function Hints({ detail: { batch, lines, request, rejection }, refused, missing }: HintsProps): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const personName = usePersonName()
  const { stepOf } = useWaiting()
  if (request) {
    const step = stepOf(request.id)
    const title = textOf('approvals.kinds.PAPER_BATCH.title', { batch: batch.number, section: batch.sectionName }) ?? ''
    return (
      <Alert severity="info" sx={{ alignItems: 'center' }} action={step === undefined ? undefined : <ApprovalButtons id={request.id} step={step} number={request.number} title={title} />}>
        {t('production.paper.waiting', { number: request.number })}
      </Alert>
    )
  }
  if (refused.length > 0) {
    return <Alert severity="error" role="alert">{t('production.paper.refused', { count: refused.length })}<RefusedLines issues={refused} nameOf={line => lines[line]?.number} /></Alert>
  }
  if (!rejection) return missing === undefined ? null : <Typography variant="body2" sx={{ color: 'text.secondary' }}>{missing} {t('production.paper.sheetHint')}</Typography>
  return <Alert severity="warning">{t('production.paper.rejected', { name: personName(rejection.byName), at: instant(rejection.at, 'short'), note: rejection.note })}. {t('production.paper.rejectedHint')}</Alert>
}

function Facts({ batch }: { readonly batch: PaperBatch }): ReactNode {
  const t = useText()
  const formats = useFormats()
  const personName = usePersonName()
  const by = (name: string | null, at: string | null) => (name === null || at === null ? null : `${personName(name)}, ${formats.instant(at, 'short')}`)
  const facts = [
    [t('production.section'), batch.sectionName], [t('production.paper.fields.days'), paperDays(formats, batch)], [t('production.fields.writer'), batch.writer], [t('production.paper.fields.reason'), batch.reason],
    [t('production.paper.fields.created'), by(batch.createdByName, batch.createdAt)], [t('production.paper.fields.sent'), by(batch.sentByName, batch.sentAt)],
    [t('production.paper.fields.approved'), by(batch.approvedByName, batch.approvedAt)],
  ] as const
  return (
    <Section title={t('production.paper.facts')}>
      <Box sx={{ p: 2 }}><FactList facts={facts.flatMap(([label, value]) => (value === null ? [] : [{ label, value }]))} /></Box>
    </Section>
  )
}

function History({ id }: { readonly id: string }): ReactNode {
  const t = useText()
  const labels = {
    firstDay: t('production.paper.fields.firstDay'), lastDay: t('production.paper.fields.lastDay'), writer: t('production.fields.writer'), reason: t('production.paper.fields.reason'), approvedBy: t('production.fields.approvedBy'),
    approvedAt: t('production.fields.approvedAt'), sectionId: t('production.section'),
  }
  return <Section title={t('production.paper.history')}><Box sx={{ p: 2 }}><RecordHistory entity="paperBatch" id={id} labels={labels} /></Box></Section>
}
