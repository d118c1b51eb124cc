import ErrorOutline from '@mui/icons-material/ErrorOutlineOutlined'
import { useMemo, useState, type ReactNode } from 'react'
import { z } from 'zod'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { addDecimals, decimal, decimalText, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { Note } from '../../shared/core/fields.ts'
import { IdSchema } from '../../shared/core/ids.ts'
import type { InputOf } from '../../shared/core/procedure.ts'
import { mostLedgerRows, type ledger as contract, type LedgerEntries, type WasteEntry } from '../../shared/ledger/contract.ts'
import { wastePercent } from '../../shared/ledger/rules.ts'
import { StockQuantity } from '../../shared/warehouse/quantity.ts'
import { valueOf } from '../components/entry-grid-cell.ts'
import type { CellMark, EntryGridDefinition, GridEntry, GridRecord, RowView } from '../components/entry-grid-definition.ts'
import { useEntryGrid, type EntryGridHandle } from '../components/entry-grid-handle.ts'
import { useHandedIn } from '../components/entry-grid-handed-in.ts'
import { cellOf } from '../components/entry-grid-model.ts'
import { gridReference } from '../components/entry-grid-references.ts'
import { EntryGrid } from '../components/entry-grid.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { isOfDay } from '../core/late.ts'
import { showDone } from '../core/toasts.ts'
import { itemOption, lineOfEntry, type EnteredLine } from './item-columns.ts'
import type { EnteredDay } from './ledger-part.tsx'

type WasteLine = EnteredLine & { readonly wasteReasonId: string | null }
type Row = RowView<WasteLine, WasteEntry>
type RowInput = InputOf<typeof contract.saveWaste>['rows'][number]
interface WasteGridProps { readonly shown: EnteredDay; readonly entries: LedgerEntries }

const schema = z.object({ itemId: IdSchema, wasteReasonId: IdSchema, quantity: StockQuantity.nullable(), notes: Note.nullable() })

/** What was thrown away of each item, and why, beside what was left of it. */
export function WasteGrid({ shown, entries }: WasteGridProps): ReactNode {
  const t = useText()
  const { ledger } = useApi()
  const [typed, setTyped] = useState<Typed>({})
  const grid = useEntryGrid(useDefinition(shown, entries, typed))
  const now = useTyped(grid)
  if (now !== typed) setTyped(now)
  const records = useMemo(() => entries.waste.map(recordOf), [entries.waste])
  const { sectionId, day } = shown
  useHandedIn(grid, 'ledger.saveWaste', isOfDay(shown))
  async function save(changed: readonly GridEntry<WasteLine, WasteEntry>[]): Promise<readonly GridRecord<WasteLine, WasteEntry>[]> {
    const answers = await ledger.saveWaste({ sectionId, day, rows: changed.map(rowOf) })
    showDone(t('ledger.saved', { count: changed.length }))
    return changed.map((entry, at) => (answers[at] ? recordOf(answers[at]) : { id: entry.id ?? '', line: entry.line, data: entry.data! }))
  }
  const reread = async (ids: readonly string[]) => (await ledger.getLedgerEntries({ sectionId, day })).waste.filter(({ id }) => ids.includes(id)).map(recordOf)
  return <EntryGrid grid={grid} records={records} asked={`${sectionId}/${day}`} save={save} reread={reread} autoFocus />
}

/** What is thrown away of each item by all its rows as they are typed. */
type Typed = Readonly<Record<string, Decimal>>

function useTyped({ store }: EntryGridHandle<WasteLine, WasteEntry>): Typed {
  return useStore(store.store, useShallow(state => {
    const sums: Record<string, Decimal> = {}
    for (const row of state.rows) {
      const [itemId, quantity] = [valueOf(cellOf(state, row, 'itemId')), valueOf(cellOf(state, row, 'quantity'))]
      if (typeof itemId === 'string' && typeof quantity === 'string') sums[itemId] = addDecimals(sums[itemId] ?? zero, decimal(quantity))
    }
    return sums
  }))
}

function useDefinition({ sectionId, day, isLocked, mayEnter }: EnteredDay, { lines }: LedgerEntries, sums: Typed): EntryGridDefinition<WasteLine, WasteEntry> {
  const t = useText()
  const { masters } = useApi()
  const { plain } = useFormats()
  return useMemo(() => {
    const isReadOnly = () => isLocked || !mayEnter
    const ofItem = (row: Row) => lines.find(({ itemId }) => itemId === row.line.itemId)
    const figure = (value: Decimal | null | undefined) => (value == null ? '–' : plain(decimalText(value)))
    const typed = ({ line: { quantity } }: Row) => (quantity === null ? zero : decimal(quantity))
    /** What is left once all rows of the item count as they are typed. */
    const left = (row: Row) => {
      const line = ofItem(row)
      return line && !line.isStart ? subtractDecimals(addDecimals(line.closing, line.waste), sums[line.itemId] ?? zero) : undefined
    }
    const markOf = (row: Row): CellMark | undefined => ((left(row) ?? 0) < 0 ? { tone: 'bad', icon: ErrorOutline, words: t('ledger.short') } : undefined)
    return {
      name: 'ledger.waste', subject: `${sectionId}/${day}`, title: t('ledger.wasteGrid.title'), maximumRows: mostLedgerRows, schema, unique: [['itemId', 'wasteReasonId']], pinsFirst: true,
      ...(!isReadOnly() && { newRow: { itemId: null, wasteReasonId: null, quantity: null, notes: null } }),
      columns: [
        {
          kind: 'reference', name: 'itemId', label: t('ledger.fields.itemId'), width: 260, grows: true, isReadOnly, hint: t('ledger.wasteGrid.itemHint'),
          reference: gridReference({ call: masters.findItems, option: ({ id, code, name, unitCode }) => ({ id, code, name, detail: unitCode }) }, texts => masters.matchItems({ texts: [...texts] })),
        },
        {
          kind: 'reference', name: 'wasteReasonId', label: t('ledger.fields.wasteReasonId'), width: 220, grows: true, isReadOnly, hint: t('ledger.wasteGrid.reasonHint'),
          reference: gridReference({ call: masters.findWasteReasons, option: ({ id, code, name }) => ({ id, code, name }) }, texts => masters.matchWasteReasons({ texts: [...texts] })),
        },
        { kind: 'decimal', name: 'quantity', label: t('ledger.fields.quantity'), width: 130, isReadOnly, hint: t('ledger.wasteGrid.quantityHint'), mark: markOf },
        { kind: 'computed', name: 'share', label: t('ledger.wasteGrid.share'), width: 110, isNumber: true, text: row => (row.line.quantity === null ? '' : figure(wastePercent(typed(row), ofItem(row)?.available ?? zero))) },
        { kind: 'computed', name: 'left', label: t('ledger.wasteGrid.left'), width: 110, isNumber: true, text: row => (row.line.itemId === null ? '' : figure(left(row))) },
        { kind: 'text', name: 'notes', label: t('ledger.fields.notes'), width: 200, isReadOnly },
      ],
    }
  }, [t, masters, plain, lines, sums, sectionId, day, isLocked, mayEnter])
}

function recordOf(entry: WasteEntry): GridRecord<WasteLine, WasteEntry> {
  const { id, wasteReasonId, wasteReasonCode, wasteReasonName } = entry
  return { id, data: entry, line: { ...lineOfEntry(entry), wasteReasonId }, known: [itemOption(entry), { id: wasteReasonId, code: wasteReasonCode, name: wasteReasonName }] }
}

function rowOf({ line, changed, data }: GridEntry<WasteLine, WasteEntry>): RowInput {
  if (!data) return { kind: 'enter', itemId: line.itemId ?? '', wasteReasonId: line.wasteReasonId ?? '', quantity: line.quantity ?? '0', notes: line.notes ?? '' }
  const { id, version } = data
  if (line.quantity === null) return { kind: 'remove', id, version }
  const { itemId, wasteReasonId, quantity, notes } = changed
  return { kind: 'change', id, version, ...(itemId && { itemId }), ...(wasteReasonId && { wasteReasonId }), ...(quantity && { quantity }), ...(notes !== undefined && { notes: notes ?? '' }) }
}
