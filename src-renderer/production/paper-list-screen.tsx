import Article from '@mui/icons-material/ArticleOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { BusinessDaySchema } from '../../shared/core/dates.ts'
import { formKinds } from '../../shared/production/forms.ts'
import type { PaperBatch, paperBatches } from '../../shared/production/paper-batches.ts'
import { paperStatuses } from '../../shared/production/paper-rules.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useSavedViews } from '../components/saved-views.ts'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { SortName } from '../core/list-call.ts'
import { useLive } from '../core/live.ts'
import { paperBatchPath } from '../core/paths.ts'
import { usePersonName } from '../core/person-name.ts'
import { useMay } from '../core/session.ts'
import { NewPaper, type ScannedForm } from './paper-form.tsx'
import { paperDays, PaperStatusChip } from './paper-look.tsx'

const list = 'production.paper'

/** What was copied from paper, and what is to be. */
export function PaperListScreen(): ReactNode {
  const t = useText()
  const { production } = useApi()
  const navigate = useNavigate()
  const mayEnter = useMay()('process.enterDailyProduction')
  const columns = useColumns()
  const views = useSavedViews(list)
  const { data: sections } = useLive(production.listProductionSections, {})
  const asked = useScannedForm()
  const [adding, setAdding] = useState<{ readonly form: ScannedForm | undefined }>()
  useBegin({ new: mayEnter && (() => setAdding({ form: asked })) })
  const add = mayEnter && <Button variant="contained" onClick={() => setAdding({ form: undefined })}>{t('production.paper.add')}</Button>
  return (
    <PageFrame title={t('production.paper.title')} subtitle={t('production.paper.hint')} fills actions={add}>
      <BrowseTable
        name={list} title={t('production.paper.list')} call={production.listPaperBatches} columns={columns} views={views} onOpen={({ id }) => void navigate(paperBatchPath(id))}
        filters={[
          { kind: 'enum', name: 'status', label: t('production.fields.status'), isMultiple: true, options: paperStatuses.map(value => ({ value, label: t(`production.paper.statuses.${value}`) })) },
          { kind: 'enum', name: 'sectionId', label: t('production.section'), options: (sections ?? []).map(({ id, name }) => ({ value: id, label: name })) },
          { kind: 'days', from: 'fromDay', to: 'toDay', label: t('production.paper.fields.days') },
        ]}
        empty={<EmptyState icon={<Article />} title={t('production.paper.empty')} hint={t('production.paper.emptyHint')} actions={add} />}
      />
      {adding && <NewPaper form={adding.form} onMade={({ id }) => void navigate(paperBatchPath(id))} onClose={() => setAdding(undefined)} />}
    </PageFrame>
  )
}

/** The form that was scanned, as the address names it. */
function useScannedForm(): ScannedForm | undefined {
  const [params] = useSearchParams()
  const sectionId = params.get('section')
  const day = BusinessDaySchema.safeParse(params.get('day'))
  const kind = formKinds.find(one => one === params.get('kind'))
  return sectionId === null || kind === undefined || !day.success ? undefined : { sectionId, day: day.data, kind }
}

function useColumns(): readonly BrowseColumn<PaperBatch, SortName<typeof paperBatches.listPaperBatches>>[] {
  const t = useText()
  const formats = useFormats()
  const personName = usePersonName()
  const { decimal, integer, instant } = formats
  return [
    { name: 'number', sorts: true, label: t('fields.number'), width: 150, value: row => <b>{row.number}</b> },
    { name: 'section', label: t('production.section'), grow: 1, minWidth: 120, value: row => row.sectionName },
    { name: 'firstDay', sorts: true, label: t('production.paper.fields.days'), width: 200, value: row => paperDays(formats, row) },
    { name: 'reason', label: t('production.paper.fields.reason'), grow: 2, minWidth: 180, yields: true, value: row => row.reason },
    { name: 'lines', kind: 'number', label: t('production.paper.fields.lines'), width: 80, value: row => integer(row.lineCount) },
    { name: 'good', kind: 'number', label: t('production.fields.goodQuantity'), width: 110, value: row => decimal(row.goodQuantity) },
    { name: 'photos', kind: 'number', label: t('production.paper.photos'), width: 110, yields: true, value: row => integer(row.photoCount) },
    { name: 'createdAt', sorts: true, label: t('production.paper.fields.created'), width: 230, yields: true, value: row => `${personName(row.createdByName)}, ${instant(row.createdAt, 'short')}` },
    { name: 'status', label: t('production.fields.status'), width: 130, value: row => <PaperStatusChip status={row.status} /> },
  ]
}
