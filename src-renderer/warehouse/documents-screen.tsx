import Description from '@mui/icons-material/DescriptionOutlined'
import Button from '@mui/material/Button'
import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
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
import { useSavedViews } from '../components/saved-views.ts'
import { useMay } from '../core/session.ts'
import { NewDocument } from './document-form.tsx'
import { DocumentStatusChip, placesText } from './document-look.tsx'
import { usePlaceSource } from './document-sources.ts'
import { MoveKindChip } from './stock-chips.tsx'

/** Goods that were moved, or are to be, several at once. */
export function DocumentsScreen(): ReactNode {
  const t = useText()
  const api = useApi()
  const may = useMay()
  const navigate = useNavigate()
  const places = usePlaceSource()
  const [isAdding, setAdding] = useState(false)
  const begin = () => setAdding(true)
  useBegin({ new: may('warehouse.execute') && begin })
  const add = may('warehouse.execute') && <Button variant="contained" onClick={begin}>{t('warehouse.documents.add')}</Button>
  return (
    <PageFrame title={t('warehouse.documents.title')} fills subtitle={t('warehouse.documents.hint')} actions={add}>
      <BrowseTable
        name="warehouse.documents" title={t('warehouse.documents.list')} call={api.warehouse.listStockDocuments} columns={useColumns()} views={useSavedViews('warehouse.documents')}
        onOpen={({ id }) => void navigate(stockDocumentPath(id))}
        filters={[
          { kind: 'enum', name: 'status', label: t('warehouse.fields.status'), isMultiple: true, options: documentStatuses.map(value => ({ value, label: t(`warehouse.documents.statuses.${value}`) })) },
          { kind: 'enum', name: 'kind', label: t('warehouse.documents.kind'), isMultiple: true, options: documentKinds.map(value => ({ value, label: t(`warehouse.documents.kinds.${value}`) })) },
          referenceFilter<ListQuery, 'locationId'>({ name: 'locationId', label: t('warehouse.fields.location'), source: places }),
          { kind: 'days', from: 'fromDay', to: 'toDay', label: t('warehouse.fields.day') },
        ]}
        empty={<EmptyState icon={<Description />} title={t('warehouse.documents.empty')} hint={t('warehouse.documents.emptyHint')} actions={add} />}
      />
      {isAdding && <NewDocument onMade={({ id }) => void navigate(stockDocumentPath(id))} onClose={() => setAdding(false)} />}
    </PageFrame>
  )
}

function useColumns(): readonly BrowseColumn<StockDocument, SortName<typeof stockDocuments.listStockDocuments>>[] {
  const t = useText()
  const { day, instant } = useFormats()
  const items = ({ firstItemName, lineCount }: StockDocument) => (
    firstItemName === null ? t('warehouse.documents.noLines') : lineCount === 1 ? firstItemName : t('warehouse.documents.more', { name: firstItemName, count: lineCount - 1 })
  )
  return [
    { name: 'number', sorts: true, label: t('fields.number'), width: 150, value: row => <b>{row.number}</b> },
    { name: 'kind', sorts: true, label: t('warehouse.documents.kind'), width: 112, value: row => <MoveKindChip move={{ kind: row.kind, reverses: null }} /> },
    { name: 'items', label: t('warehouse.documents.items'), grow: 3, minWidth: 200, value: items },
    { name: 'places', label: t('warehouse.moves.way'), grow: 2, minWidth: 160, yields: true, value: row => placesText(row) || '–' },
    { name: 'reference', label: t('warehouse.fields.note'), grow: 2, minWidth: 140, yields: true, value: row => [row.reference, row.notes].filter(Boolean).join(' · ') },
    { name: 'createdAt', sorts: true, label: t('warehouse.documents.created'), width: 150, yields: true, value: row => instant(row.createdAt, 'short') },
    { name: 'postedDay', sorts: true, label: t('warehouse.documents.statuses.POSTED'), width: 120, yields: true, value: row => (row.postedDay === null ? '–' : day(row.postedDay)) },
    { name: 'status', sorts: true, label: t('warehouse.fields.status'), width: 130, value: row => <DocumentStatusChip status={row.status} /> },
  ]
}
