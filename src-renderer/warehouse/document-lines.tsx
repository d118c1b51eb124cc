import Delete from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import { useMemo, type ReactNode } from 'react'
import { Link as RouterLink } from 'react-router'
import type { StockDocument, StockDocumentLine } from '../../shared/warehouse/documents.ts'
import type { GridEntry, GridRecord } from '../components/entry-grid-definition.ts'
import type { EntryGridHandle } from '../components/entry-grid-handle.ts'
import { loadRecords } from '../components/entry-grid-records.ts'
import { EntryGrid } from '../components/entry-grid.tsx'
import { EmptyState } from '../components/empty-state.tsx'
import { PlainTable } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { lotPath, recordPath, stockCardPath } from '../core/paths.ts'
import { useUser } from '../core/session.ts'
import { showDone, showError, showUndo } from '../core/toasts.ts'
import { entryOf, recordOf, type DocumentRow } from './document-definition.ts'

interface SheetProps { readonly document: StockDocument; readonly lines: readonly StockDocumentLine[]; readonly grid: EntryGridHandle<DocumentRow, StockDocumentLine>; readonly tools?: ReactNode }

/** The goods of a draft, typed as into a sheet. */
export function DocumentSheet({ document: { id: documentId, kind }, lines, grid, tools }: SheetProps): ReactNode {
  const t = useText()
  const { warehouse } = useApi()
  const { canSeeCost } = useUser()
  const records = useMemo(() => lines.map(line => recordOf(line, kind, canSeeCost)), [lines, kind, canSeeCost])

  async function save(entries: readonly GridEntry<DocumentRow, StockDocumentLine>[]): Promise<readonly GridRecord<DocumentRow, StockDocumentLine>[]> {
    const saved = await warehouse.saveStockDocumentLines({ documentId, lines: entries.map(entryOf) })
    return saved.map(line => recordOf(line, kind, canSeeCost))
  }
  async function linesNow(): Promise<readonly GridRecord<DocumentRow, StockDocumentLine>[]> {
    const { lines: now } = await warehouse.getStockDocument({ id: documentId })
    return now.map(line => recordOf(line, kind, canSeeCost))
  }
  async function refill(): Promise<void> {
    const now = await linesNow()
    grid.store.act(state => loadRecords(state, now))
  }
  async function remove(): Promise<void> {
    const state = grid.store.get()
    const chosen = state.records.get(state.rows[state.active.row]?.key ?? '')?.id
    const line = lines.find(({ id }) => id === chosen)
    if (!line) return showDone(t('warehouse.documents.chooseLine'))
    try {
      await warehouse.removeStockDocumentLine({ id: line.id, version: line.version })
      await refill()
      showUndo(t('warehouse.documents.lineRemoved', { item: line.itemName }), async () => {
        const { line: row } = recordOf(line, kind, canSeeCost)
        await warehouse.saveStockDocumentLines({ documentId, lines: [entryOf({ id: undefined, line: row, data: undefined })] })
        await refill()
      })
    } catch (error) {
      showError(error)
    }
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', flex: '1 0 300px', minHeight: 300 }}>
      <EntryGrid
        grid={grid} records={records} asked={documentId} save={save} reread={async ids => (await linesNow()).filter(({ id }) => ids.includes(id))} autoFocus
        tools={<>{tools}<Button size="small" startIcon={<Delete />} onClick={() => void remove()}>{t('warehouse.documents.removeLine')}</Button></>}
      />
    </Box>
  )
}

/** What was moved, with the lots that went along and the moves it made. */
export function DocumentTable({ document, lines }: Pick<SheetProps, 'document' | 'lines'>): ReactNode {
  const t = useText()
  const { decimal, day } = useFormats()
  const isAdjustment = document.kind === 'ADJUSTMENT'
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
      ...(hasOwnPlaces ? [[line.fromLocationName ?? document.fromLocationName, line.toLocationName ?? document.toLocationName].filter(Boolean).join(' → ')] : []), lotsOf(line),
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
          ...(hasOwnPlaces ? [{ words: t('warehouse.documents.linePlaces') }] : []), { words: t('warehouse.documents.lot') }, { words: t('warehouse.documents.moves') },
        ]}
      />
    </Section>
  )
}
