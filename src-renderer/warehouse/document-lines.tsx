import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useCallback, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { StockDocument, StockDocumentLine } from '../../shared/warehouse/documents.ts'
import type { EntryGridHandle } from '../components/entry-grid-handle.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { LineSheet } from '../components/line-sheet.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { WorkOrderLink } from '../components/work-order-link.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { lotPath, recordPath, stockCardPath } from '../core/paths.ts'
import { useUser } from '../core/session.ts'
import { entryOf, recordOf, type DocumentRow } from './document-definition.ts'

interface SheetProps { readonly document: StockDocument; readonly lines: readonly StockDocumentLine[]; readonly grid: EntryGridHandle<DocumentRow, StockDocumentLine>; readonly tools?: ReactNode }

/** The goods of a draft, typed as into a sheet. */
export function DocumentSheet({ document: { id: documentId, kind }, lines, grid, tools }: SheetProps): ReactNode {
  const { warehouse } = useApi()
  const { canSeeCost } = useUser()
  return (
    <LineSheet
      grid={grid} documentId={documentId} lines={lines} recordOf={useCallback((line: StockDocumentLine) => recordOf(line, kind, canSeeCost), [kind, canSeeCost])} autoFocus fills tools={tools}
      linesNow={async () => (await warehouse.getStockDocument({ id: documentId })).lines} save={async entries => warehouse.saveStockDocumentLines({ documentId, lines: entries.map(entryOf) })}
      remove={async ({ id, version }) => warehouse.removeStockDocumentLine({ id, version })}
    />
  )
}

/** What was moved, with the lots that went along and the moves it made. */
export function DocumentTable({ document, lines }: Pick<SheetProps, 'document' | 'lines'>): ReactNode {
  const t = useText()
  const { decimal, day } = useFormats()
  const isAdjustment = document.kind === 'ADJUSTMENT'
  const hasWorkOrders = lines.some(({ workOrderId }) => workOrderId !== null)
  const hasOwnPlaces = lines.some(line => line.fromLocationId !== null || line.toLocationId !== null)
  const lotsOf = ({ lots, lotCode, supplierLot, expiresOn }: StockDocumentLine) => (
    <Box component="span" sx={{ display: 'inline-flex', flexDirection: 'column', alignItems: 'flex-start' }}>
      {lots.map(({ lotId, code }) => <Link key={lotId} component={RouterLink} to={lotPath(lotId)}>{code}</Link>)}
      {lots.length === 0 && (lotCode ?? '–')}
      {[supplierLot, expiresOn === null ? '' : t('warehouse.today.expiresOn', { day: day(expiresOn) })].filter(Boolean).join(' · ')}
    </Box>
  )
  const rows = lines.map(line => ({
    key: line.id,
    cells: [
      <span key="item"><Link component={RouterLink} to={stockCardPath(line.itemId)}><b>{line.itemCode}</b> {line.itemName}</Link>{line.note === '' ? '' : ` · ${line.note}`}</span>,
      ...(isAdjustment ? [line.inBooks === null ? '–' : `${decimal(line.inBooks)} ${line.itemUnitCode}`] : []),
      `${decimal(line.quantity)} ${line.unitCode}${line.unitCode === line.itemUnitCode || line.stockQuantity === null ? '' : ` = ${decimal(line.stockQuantity)} ${line.itemUnitCode}`}`,
      ...(hasOwnPlaces ? [[line.fromLocationName ?? document.fromLocationName, line.toLocationName ?? document.toLocationName].filter(Boolean).join(' → ')] : []), ...(hasWorkOrders ? [<WorkOrderLink key="work" id={line.workOrderId} number={line.workOrderNumber ?? '–'} />] : []), lotsOf(line),
      line.moveSeq === null ? t('warehouse.documents.agrees') : <Link key="move" component={RouterLink} to={recordPath('stockMove', String(line.moveSeq)) ?? ''}>#{line.moveSeq}</Link>,
    ],
  }))
  if (rows.length === 0) return <Section title={t('warehouse.documents.goods')}><EmptyState title={t('warehouse.documents.noLines')} /></Section>
  return (
    <Section title={t('warehouse.documents.goods')}>
      <PlainTable
        label={t('warehouse.documents.goods')} rows={rows}
        head={[
          t('warehouse.fields.item'), ...(isAdjustment ? [t('warehouse.entry.book')] : []), t(isAdjustment ? 'warehouse.entry.counted' : 'warehouse.fields.quantity'),
          ...(hasOwnPlaces ? [{ words: t('warehouse.documents.linePlaces') }] : []), ...(hasWorkOrders ? [{ words: t('planning.fields.workOrderId') }] : []), { words: t('warehouse.documents.lot') }, { words: t('warehouse.documents.moves') },
        ]}
      />
    </Section>
  )
}
