import DeleteSweep from '@mui/icons-material/DeleteSweepOutlined'
import LinkOff from '@mui/icons-material/LinkOff'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import type { ReactNode } from 'react'
import { Link, useParams } from 'react-router'
import type { BatchDetail } from '../../shared/imports/contract.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { errorText } from '../core/error-text.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useLive } from '../core/live.ts'
import { newImportOf } from '../core/paths.ts'
import { AppliedBatch } from './applied-batch.tsx'
import { StagedBatch } from './staged-batch.tsx'

/** One import, named by the address: decided about while it waits, looked at once it is settled. */
export function BatchScreen(): ReactNode {
  const t = useText()
  const { batchId = '' } = useParams()
  const { data: batch, error } = useLive(useApi().imports.getBatch, { id: batchId }, { clears: true })
  if (error) return <PageFrame title={t('imports.title')}><EmptyState role="alert" icon={<LinkOff />} title={t('frame.notFound')} hint={errorText(error)} /></PageFrame>
  if (!batch) return <PageFrame title={t('imports.title')}><LinearProgress aria-label={t('words.loading')} /></PageFrame>
  if (batch.status === 'APPLIED') return <AppliedBatch batch={batch} />
  if (batch.status === 'DISCARDED') return <DiscardedBatch batch={batch} />
  return <StagedBatch key={batch.id} batch={batch} />
}

function DiscardedBatch({ batch }: { readonly batch: BatchDetail }): ReactNode {
  const t = useText()
  const { instant } = useFormats()
  const again = <Button variant="contained" component={Link} to={newImportOf(batch.target)}>{t('imports.batch.again')}</Button>
  return (
    <PageFrame title={batch.fileName}>
      <EmptyState icon={<DeleteSweep />} title={t('imports.batch.gone')} hint={batch.settledAt === null ? undefined : `${batch.settledByName ?? ''} · ${instant(batch.settledAt)}`} actions={again} />
    </PageFrame>
  )
}
