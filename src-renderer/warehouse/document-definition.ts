import ReportProblem from '@mui/icons-material/ReportProblemOutlined'
import { useMemo } from 'react'
import { compareDecimals, decimal, decimalText, isZero, subtractDecimals } from '../../shared/core/decimal.ts'
import { documentPlaces, mayNameWorkOrder, type DocumentKind } from '../../shared/warehouse/document-rules.ts'
import { DocumentLineEntry, mostDocumentLines, type StockDocument, type StockDocumentDetail, type StockDocumentLine } from '../../shared/warehouse/documents.ts'
import { StockLevel, StockQuantity } from '../../shared/warehouse/quantity.ts'
import type { EntryGridDefinition, GridColumn, GridEntry, GridRecord, RowView } from '../components/entry-grid-definition.ts'
import { gridReference } from '../components/entry-grid-references.ts'
import { useApi } from '../core/api.ts'
import { useFactory } from '../core/factory.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'

/** A line as it travels: of each kind of document the columns it has. */
export type DocumentRow = {
  readonly itemId: string | null; readonly quantity: string | null; readonly unitId: string | null; readonly note: string | null; readonly lotId?: string | null
  readonly fromLocationId?: string | null; readonly toLocationId?: string | null; readonly supplierLot?: string | null; readonly expiresOn?: string | null; readonly unitCost?: string | null; readonly workOrderId?: string | null
}
type Column = GridColumn<DocumentRow, StockDocumentLine, Extract<keyof DocumentRow, string>>
type View = RowView<DocumentRow, StockDocumentLine>

const moved = ['RAW_MATERIAL', 'AUXILIARY', 'WIP', 'FINISHED_GOOD'] as const

/** The goods of a draft, to be typed as into a sheet. */
export function useDocumentDefinition({ id, kind }: Pick<StockDocument, 'id' | 'kind'>, overuses: StockDocumentDetail['overuses']): EntryGridDefinition<DocumentRow, StockDocumentLine> {
  const t = useText()
  const columns = useColumns(kind, overuses)
  const { canSeeCost } = useUser()
  return useMemo(() => ({
    name: `warehouse.documentLines.${kind}`, subject: id, title: t('warehouse.documents.goods'), maximumRows: mostDocumentLines, scanBy: 'itemId', pinsFirst: true, columns,
    schema: DocumentLineEntry.omit({ id: true, version: true }).extend({ quantity: kind === 'ADJUSTMENT' ? StockLevel : StockQuantity }), newRow: blankRow(kind, canSeeCost),
  }), [t, id, kind, columns, canSeeCost])
}

function useColumns(kind: DocumentKind, overuses: StockDocumentDetail['overuses']): readonly Column[] {
  const t = useText()
  const { masters, warehouse } = useApi()
  const { decimal: written, percent } = useFormats()
  const { currency } = useFactory()
  const { canSeeCost } = useUser()
  return useMemo(() => {
    const itemSource = { call: masters.findItems, option: ({ id, code, name, unitCode }: { id: string; code: string; name: string; unitCode: string }) => ({ id, code, name, detail: unitCode }), input: { kinds: [...moved] } }
    const place = gridReference({ call: masters.findLocations, option: ({ id, code, name }) => ({ id, code, name }), input: { kinds: ['INTERNAL'] } }, texts => masters.matchLocations({ texts: [...texts] }))
    const placeLabels = { fromLocationId: t(kind === 'ADJUSTMENT' ? 'warehouse.documents.place' : 'warehouse.entry.fromPlace'), toLocationId: t(kind === 'TRANSFER' ? 'warehouse.entry.toPlace' : 'warehouse.entry.intoPlace') }
    const unitOf = ({ option }: View) => option('unitId')?.code ?? option('itemId')?.detail
    const item: Column = { kind: 'reference', name: 'itemId', label: t('warehouse.fields.item'), width: 250, grows: true, reference: gridReference(itemSource, texts => masters.matchItems({ texts: [...texts] })) }
    const quantity: Column = { kind: 'decimal', name: 'quantity', label: t(kind === 'ADJUSTMENT' ? 'warehouse.entry.counted' : 'warehouse.fields.quantity'), width: 120, unit: unitOf }
    const unit: Column = {
      kind: 'reference', name: 'unitId', label: t('warehouse.fields.unit'), width: 80, hint: t('warehouse.documents.unitHint'),
      reference: gridReference({ call: masters.findUnits, option: ({ id, code, name }) => ({ id, code, name }) }, texts => masters.matchUnits({ texts: [...texts] })),
    }
    const lot: Column = {
      kind: 'reference', name: 'lotId', label: t('warehouse.documents.lot'), width: 150, hint: t('warehouse.documents.lotHint'),
      reference: gridReference({ call: warehouse.findStockLots, option: ({ id, code, name }) => ({ id, code, name }) }, texts => warehouse.matchStockLots({ texts: [...texts] })),
    }
    const work: Column = {
      kind: 'reference', name: 'workOrderId', label: t('planning.fields.workOrderId'), width: 150, hint: t('warehouse.documents.workOrderHint'),
      mark: ({ data }) => {
        const over = overuses.find(({ lineId }) => lineId === data?.id)
        const isFar = over?.verdict === 'BLOCKED'
        return over && { tone: isFar ? 'bad' : 'warning', icon: ReportProblem, words: t(`warehouse.uses.reviewedAfterwards.${isFar ? 'BLOCKED' : 'REVIEW'}`, { percent: percent(over.variancePercent) }) }
      },
      reference: gridReference({ call: warehouse.findWorkOrders, option: ({ id, code, name }) => ({ id, code, name }) }, texts => warehouse.matchWorkOrders({ texts: [...texts] })),
    }
    const note: Column = { kind: 'text', name: 'note', label: t('warehouse.fields.note'), width: 130 }
    const places = documentPlaces[kind].map((name): Column => ({ kind: 'reference', name, label: placeLabels[name], width: 130, hint: t('warehouse.documents.linePlaceHint'), reference: place }))
    const origin: Column[] = [
      { kind: 'text', name: 'supplierLot', label: t('warehouse.lots.supplierLot'), width: 130 }, { kind: 'day', name: 'expiresOn', label: t('warehouse.lots.expires'), width: 120 },
      ...(canSeeCost ? [{ kind: 'decimal', name: 'unitCost', label: t('warehouse.lots.unitCost'), width: 140, unit: () => currency } as const] : []),
    ]
    const there: Column = {
      kind: 'computed', name: 'there', label: t('warehouse.documents.inStock'), width: 110, isNumber: true, isLoud: isShort,
      text: ({ data }) => (data?.available == null ? '' : `${written(data.available)} ${data.itemUnitCode}`),
    }
    const books: Column = {
      kind: 'computed', name: 'books', label: t('warehouse.documents.books'), width: 150, isNumber: true, isLoud: hasMoved,
      text: ({ data }) => (data?.inBooks == null ? '' : `${written(data.inBooks)} ${data.itemUnitCode}${hasMoved({ data }) && data.onHand !== null ? ` (${t('warehouse.documents.booksMoved', { quantity: written(data.onHand) })})` : ''}`),
    }
    const difference: Column = {
      kind: 'computed', name: 'difference', label: t('warehouse.entry.difference'), width: 110, isNumber: true, isLoud: view => { const found = differenceOf(view); return found !== undefined && !isZero(found) },
      text: view => { const found = differenceOf(view); return found === undefined ? '' : `${found > 0 ? '+' : ''}${written(found)}` },
    }
    if (kind === 'RECEIPT') return [item, quantity, unit, ...origin, ...places, note]
    if (kind === 'ADJUSTMENT') return [item, books, quantity, unit, difference, lot, ...places, note]
    return [item, quantity, unit, there, lot, ...places, work, note]
  }, [t, masters, warehouse, written, percent, currency, canSeeCost, kind, overuses])
}

/** Whether a saved line's quantity is in its item's unit, so that it can be held against the books. */
function isInItemUnit({ data, option }: View): boolean {
  return data !== undefined && (option('unitId')?.code ?? data.itemUnitCode) === data.itemUnitCode && option('itemId')?.id === data.itemId
}

function isShort(view: View): boolean {
  const { line, data } = view
  return line.quantity !== null && data?.available != null && isInItemUnit(view) && compareDecimals(decimal(line.quantity), data.available) > 0
}

function differenceOf(view: View) {
  const { line, data } = view
  return line.quantity === null || data?.inBooks == null || !isInItemUnit(view) ? undefined : subtractDecimals(decimal(line.quantity), data.inBooks)
}

/** Whether the books have changed since a counted line was entered. */
export function hasMoved({ data }: { readonly data: Pick<StockDocumentLine, 'inBooks' | 'onHand'> | undefined }): boolean {
  return data?.inBooks != null && data.onHand !== null && compareDecimals(data.inBooks, data.onHand) !== 0
}

function blankRow(kind: DocumentKind, canSeeCost: boolean): DocumentRow {
  const places = Object.fromEntries(documentPlaces[kind].map(name => [name, null]))
  const own = kind === 'RECEIPT' ? { supplierLot: null, expiresOn: null, ...(canSeeCost && { unitCost: null }) } : { lotId: null, ...(mayNameWorkOrder(kind) && { workOrderId: null }) }
  return { itemId: null, quantity: null, unitId: null, ...own, ...places, note: null }
}

/** A kept line as the grid has it. */
export function recordOf(line: StockDocumentLine, kind: DocumentKind, canSeeCost: boolean): GridRecord<DocumentRow, StockDocumentLine> {
  const values = {
    itemId: line.itemId, quantity: decimalText(line.quantity), unitId: line.unitId, lotId: line.lotId, fromLocationId: line.fromLocationId, toLocationId: line.toLocationId,
    supplierLot: line.supplierLot || null, expiresOn: line.expiresOn, workOrderId: line.workOrderId, unitCost: line.unitCost == null ? null : decimalText(line.unitCost), note: line.note || null,
  }
  const names = Object.keys(blankRow(kind, canSeeCost)) as (keyof DocumentRow)[]
  const known = [
    { id: line.itemId, code: line.itemCode, name: line.itemName, detail: line.itemUnitCode }, { id: line.unitId, code: line.unitCode, name: '' },
    ...(line.lotId === null ? [] : [{ id: line.lotId, code: line.lotCode ?? '', name: line.itemName }]),
    ...(line.workOrderId === null ? [] : [{ id: line.workOrderId, code: line.workOrderNumber ?? '', name: '' }]),
    ...(line.fromLocationId === null ? [] : [{ id: line.fromLocationId, code: line.fromLocationCode ?? '', name: line.fromLocationName ?? '' }]),
    ...(line.toLocationId === null ? [] : [{ id: line.toLocationId, code: line.toLocationCode ?? '', name: line.toLocationName ?? '' }]),
  ]
  return { id: line.id, data: line, known, line: Object.fromEntries(names.map(name => [name, values[name]])) as DocumentRow }
}

/** As the host takes it; the schema has seen the line. */
export function entryOf({ id, line, data }: Pick<GridEntry<DocumentRow, StockDocumentLine>, 'id' | 'line' | 'data'>) {
  const { itemId, quantity, note, supplierLot, ...others } = line
  return { ...others, itemId: itemId ?? '', quantity: quantity ?? '', note: note ?? '', supplierLot: supplierLot ?? '', ...(id !== undefined && { id, version: data?.version }) }
}
