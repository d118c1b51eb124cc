import Description from '@mui/icons-material/DescriptionOutlined'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState, type ReactNode } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { documentKinds, documentStatuses } from '../../shared/warehouse/document-rules.ts'
import type { StockDocument, stockDocuments } from '../../shared/warehouse/documents.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { referenceFilter } from '../components/browse-filters.tsx'
import { BrowseTable } from '../components/browse-table.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PageFrame } from '../components/page-frame.tsx'
import { useApi } from '../core/api.ts'
import { useBegin } from '../core/begin.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import type { ListQuery, SortName } from '../core/list-call.ts'
import { stockDocumentPath } from '../core/paths.ts'
import { usePersonName } from '../core/person-name.ts'
import { useSavedViews } from '../components/saved-views.ts'
import { useMay } from '../core/session.ts'
import { NewDocument } from './document-form.tsx'
import { contentsText, DocumentStatusChip, placesText } from './document-look.tsx'
import { usePlaceSource } from './document-sources.ts'
import { MoveKindChip } from './stock-chips.tsx'

const list = 'warehouse.documents'
const viewNames = ['all', 'drafts'] as const
type ViewName = (typeof viewNames)[number]
const drafts = { fixed: { filter: { status: ['DRAFT' as const] } }, start: { sort: [{ column: 'createdAt' as const, descending: false }] } }

/** Goods that were moved, or are to be, several at once. */
export function DocumentsScreen(): ReactNode {
  const t = useText()
  const may = useMay()
  const navigate = useNavigate()
  const [params, setParams] = useSearchParams()
  const view = viewNames.find(name => name === params.get('view')) ?? 'all'
  const [isAdding, setAdding] = useState(false)
  const begin = () => setAdding(true)
  useBegin({ new: may('warehouse.execute') && begin })
  const add = may('warehouse.execute') && <Button variant="contained" onClick={begin}>{t('warehouse.documents.add')}</Button>
  return (
    <PageFrame title={t('warehouse.documents.title')} fills subtitle={t('warehouse.documents.hint')} actions={add}
      filters={
        <Tabs value={view} onChange={(_event, next: ViewName) => setParams(next === 'all' ? {} : { view: next }, { replace: true })} aria-label={t('warehouse.documents.title')}>
          {viewNames.map(name => <Tab key={name} value={name} label={t(`warehouse.documents.views.${name}`)} />)}
        </Tabs>
      }
    >
      <DocumentList key={view} isDrafts={view === 'drafts'} empty={<EmptyState icon={<Description />} title={t(`warehouse.documents.none.${view}`)} hint={t('warehouse.documents.emptyHint')} actions={add} />} />
      {isAdding && <NewDocument onMade={({ id }) => void navigate(stockDocumentPath(id))} onClose={() => setAdding(false)} />}
    </PageFrame>
  )
}

/** All documents, or those that somebody began and did not post. */
function DocumentList({ isDrafts, empty }: { readonly isDrafts: boolean; readonly empty: ReactNode }): ReactNode {
  const t = useText()
  const api = useApi()
  const navigate = useNavigate()
  const places = usePlaceSource()
  const columns = useColumns(isDrafts)
  const saved = useSavedViews(list)
  return (
    <BrowseTable
      name={isDrafts ? `${list}.drafts` : list} title={t('warehouse.documents.list')} call={api.warehouse.listStockDocuments} columns={columns} {...(isDrafts ? drafts : { views: saved })}
      onOpen={({ id }) => void navigate(stockDocumentPath(id))}
      filters={[
        ...(isDrafts ? [] : [{
          kind: 'enum' as const, name: 'status' as const, label: t('warehouse.fields.status'), isMultiple: true as const, options: documentStatuses.map(value => ({ value, label: t(`warehouse.documents.statuses.${value}`) })),
        }]),
        { kind: 'enum', name: 'kind', label: t('warehouse.documents.kind'), isMultiple: true, options: documentKinds.map(value => ({ value, label: t(`warehouse.documents.kinds.${value}`) })) },
        referenceFilter<ListQuery, 'locationId'>({ name: 'locationId', label: t('warehouse.fields.location'), source: places }),
        ...(isDrafts ? [] : [{ kind: 'days' as const, from: 'fromDay' as const, to: 'toDay' as const, label: t('warehouse.fields.day') }]),
      ]}
      empty={empty}
    />
  )
}

function useColumns(isDrafts: boolean): readonly BrowseColumn<StockDocument, SortName<typeof stockDocuments.listStockDocuments>>[] {
  const t = useText()
  const { day, instant } = useFormats()
  const personName = usePersonName()
  return [
    { name: 'number', sorts: true, label: t('fields.number'), width: 150, value: row => <b>{row.number}</b> },
    { name: 'kind', sorts: true, label: t('warehouse.documents.kind'), width: 112, value: row => <MoveKindChip move={{ kind: row.kind, reverses: null }} /> },
    { name: 'items', label: t('warehouse.documents.items'), grow: 3, minWidth: 200, value: row => contentsText(t, row) },
    { name: 'places', label: t('warehouse.moves.way'), grow: 2, minWidth: 160, yields: true, value: row => placesText(row) || '–' },
    { name: 'reference', label: t('warehouse.fields.note'), grow: 2, minWidth: 140, yields: true, value: row => [row.reference, row.notes].filter(Boolean).join(' · ') },
    { name: 'createdAt', sorts: true, label: t('warehouse.documents.created'), width: 150, yields: !isDrafts, value: row => instant(row.createdAt, 'short') },
    { name: 'createdBy', label: t('warehouse.documents.createdBy'), width: 150, isHidden: !isDrafts, value: row => personName(row.createdByName) },
    { name: 'postedDay', sorts: true, isHidden: isDrafts, label: t('warehouse.documents.statuses.POSTED'), width: 120, yields: true, value: row => (row.postedDay === null ? '–' : day(row.postedDay)) },
    { name: 'status', sorts: true, isHidden: isDrafts, label: t('warehouse.fields.status'), width: 130, value: row => <DocumentStatusChip status={row.status} /> },
  ]
}
