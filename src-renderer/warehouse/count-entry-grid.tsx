import { useMemo, type ReactNode } from 'react'
import { decimal, decimalText } from '../../shared/core/decimal.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { z } from 'zod'
import { StockLevel } from '../../shared/warehouse/quantity.ts'
import { largestStockCount, type StockCountDetail, type StockCountLine } from '../../shared/warehouse/counts.ts'
import type { EntryGridDefinition, GridEntry, GridRecord } from '../components/entry-grid-definition.ts'
import { useEntryGrid } from '../components/entry-grid-handle.ts'
import { EntryGrid } from '../components/entry-grid.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { CountItemScan } from './count-item-scan.ts'

/** `code`: what a label of it says: its lot's code, else its item's. */
type EntryLine = { readonly code: string | null; readonly quantity: string | null }
const EntrySchema = z.object({ code: z.string().nullable(), quantity: StockLevel.nullable() })

/** One counter's figures, typed or scanned line by line; the books are not shown. */
export function CountEntryGrid({ detail, pass }: { readonly detail: StockCountDetail; readonly pass: 1 | 2 }): ReactNode {
  const t = useText()
  const { warehouse } = useApi()
  const { count, lines } = detail
  // Which of the two counters somebody at a desk is turns out with the first figure saved, here or elsewhere: what is typed meanwhile stays.
  const sheet = count.isOnPaper ? String(pass) : 'own'
  const definition = useMemo<EntryGridDefinition<EntryLine, StockCountLine>>(() => ({
    name: 'warehouse.countEntry', subject: `${count.id} ${sheet}`, title: t('warehouse.counts.entry', { number: count.number }), maximumRows: largestStockCount, schema: EntrySchema, scanBy: 'code',
    isIdle: ({ line }) => line.quantity === null,
    check: ({ line, data }) => (data && line.quantity !== null && !fitsUnit(decimal(line.quantity), data.unitPlaces) ? [{ column: 'quantity', reason: 'masters.issues.unit-places', params: { places: data.unitPlaces } }] : []),
    columns: [
      { kind: 'computed', name: 'place', label: t('warehouse.fields.location'), width: 150, text: ({ data }) => data?.locationName ?? '' },
      { kind: 'computed', name: 'item', label: t('warehouse.fields.item'), width: 260, grows: true, text: ({ data }) => (data ? `${data.itemCode} · ${data.itemName}` : '') },
      { kind: 'text', name: 'code', label: t('warehouse.counts.lot'), width: 230, isReadOnly: () => true },
      { kind: 'decimal', name: 'quantity', label: t('warehouse.entry.counted'), width: 150, hint: t('warehouse.counts.entryHint'), unit: ({ data }) => data?.unitCode, places: ({ data }) => data?.unitPlaces },
    ],
  }), [t, count.id, count.number, sheet])
  const grid = useEntryGrid(definition)
  const records = useMemo(() => lines.map(line => recordOf(line, pass)), [lines, pass])

  async function save(entries: readonly GridEntry<EntryLine, StockCountLine>[]): Promise<readonly GridRecord<EntryLine, StockCountLine>[]> {
    await warehouse.enterCounts({ id: count.id, ...(count.isOnPaper && { pass }), lines: entries.map(({ id, line }) => ({ lineId: id ?? '', quantity: line.quantity })) })
    return entries.map(({ id, line, data }) => ({ id: id ?? '', line, data: data as StockCountLine }))
  }
  return (
    <>
      <EntryGrid grid={grid} records={records} asked={count.id} save={save} autoFocus />
      <CountItemScan store={grid.store} />
    </>
  )
}

function recordOf(line: StockCountLine, pass: 1 | 2): GridRecord<EntryLine, StockCountLine> {
  const entry = pass === 1 ? line.firstEntry : line.secondEntry
  return { id: line.id, line: { code: line.lotCode ?? line.itemCode, quantity: entry === null ? null : decimalText(entry) }, data: line }
}
