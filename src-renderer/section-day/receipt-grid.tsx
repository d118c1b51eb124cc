import { useMemo, type ReactNode } from 'react'
import { z } from 'zod'
import { decimalText } from '../../shared/core/decimal.ts'
import { Note } from '../../shared/core/fields.ts'
import { IdSchema } from '../../shared/core/ids.ts'
import type { InputOf } from '../../shared/core/procedure.ts'
import { mostLedgerRows, type ledger as contract, type LedgerEntries, type LedgerReceipt } from '../../shared/ledger/contract.ts'
import { StockLevel } from '../../shared/warehouse/quantity.ts'
import type { EntryGridDefinition, GridEntry, GridRecord } from '../components/entry-grid-definition.ts'
import { useEntryGrid } from '../components/entry-grid-handle.ts'
import { useHandedIn } from '../components/entry-grid-handed-in.ts'
import { gridReference } from '../components/entry-grid-references.ts'
import { EntryGrid } from '../components/entry-grid.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { isOfDay } from '../core/late.ts'
import { showDone } from '../core/toasts.ts'
import { itemOption, lineOfEntry, type EnteredLine } from './item-columns.ts'
import type { EnteredDay } from './ledger-part.tsx'

type ReceiptLine = EnteredLine & { readonly isCount: boolean }
type RowInput = InputOf<typeof contract.saveReceipts>['rows'][number]
interface ReceiptGridProps { readonly shown: EnteredDay; readonly entries: LedgerEntries }

const schema = z.object({ itemId: IdSchema, quantity: StockLevel.nullable(), isCount: z.boolean(), notes: Note.nullable() })

/** What a section received of each item by another way than the flow, and from where; or what it was counted to have before the day's work. */
export function ReceiptGrid({ shown, entries }: ReceiptGridProps): ReactNode {
  const t = useText()
  const { ledger } = useApi()
  const grid = useEntryGrid(useDefinition(shown, entries))
  const records = useMemo(() => entries.receipts.map(recordOf), [entries.receipts])
  const { sectionId, day } = shown
  useHandedIn(grid, 'ledger.saveReceipts', isOfDay(shown))
  async function save(changed: readonly GridEntry<ReceiptLine, LedgerReceipt>[]): Promise<readonly GridRecord<ReceiptLine, LedgerReceipt>[]> {
    const answers = await ledger.saveReceipts({ sectionId, day, rows: changed.map(rowOf) })
    showDone(t('ledger.saved', { count: changed.length }))
    return changed.map((entry, at) => (answers[at] ? recordOf(answers[at]) : { id: entry.id ?? '', line: entry.line, data: entry.data! }))
  }
  const reread = async (ids: readonly string[]) => (await ledger.getLedgerEntries({ sectionId, day })).receipts.filter(({ id }) => ids.includes(id)).map(recordOf)
  return <EntryGrid grid={grid} records={records} asked={`${sectionId}/${day}`} save={save} reread={reread} autoFocus />
}

function useDefinition({ sectionId, day, isLocked, mayEnter }: EnteredDay, { lines }: LedgerEntries): EntryGridDefinition<ReceiptLine, LedgerReceipt> {
  const t = useText()
  const { masters } = useApi()
  const { plain } = useFormats()
  return useMemo(() => {
    const isReadOnly = () => isLocked || !mayEnter
    return {
      name: 'ledger.receipts', subject: `${sectionId}/${day}`, title: t('ledger.receiptGrid.title'), maximumRows: mostLedgerRows, schema, pinsFirst: true,
      ...(!isReadOnly() && { newRow: { itemId: null, quantity: null, isCount: false, notes: null } }),
      columns: [
        {
          kind: 'reference', name: 'itemId', label: t('ledger.fields.itemId'), width: 280, grows: true, isReadOnly, hint: t('ledger.wasteGrid.itemHint'),
          reference: gridReference({ call: masters.findItems, option: ({ id, code, name, unitCode }) => ({ id, code, name, detail: unitCode }) }, texts => masters.matchItems({ texts: [...texts] })),
        },
        { kind: 'decimal', name: 'quantity', label: t('ledger.fields.quantity'), width: 140, isReadOnly, hint: t('ledger.wasteGrid.quantityHint') },
        { kind: 'boolean', name: 'isCount', label: t('ledger.receiptGrid.isCount'), width: 190, isReadOnly, hint: t('ledger.receiptGrid.isCountHint') },
        {
          kind: 'computed', name: 'available', label: t('ledger.fields.available'), width: 130, isNumber: true,
          text: row => {
            const line = lines.find(({ itemId }) => itemId === row.line.itemId)
            return row.line.itemId === null ? '' : line && !line.isStart ? plain(decimalText(line.available)) : '–'
          },
        },
        { kind: 'text', name: 'notes', label: t('ledger.fields.notes'), width: 280, grows: true, isReadOnly, hint: t('ledger.receiptGrid.notesHint') },
      ],
    }
  }, [t, masters, plain, lines, sectionId, day, isLocked, mayEnter])
}

function recordOf(entry: LedgerReceipt): GridRecord<ReceiptLine, LedgerReceipt> {
  return { id: entry.id, data: entry, line: { ...lineOfEntry(entry), isCount: entry.isCount }, known: [itemOption(entry)] }
}

function rowOf({ line, changed, data }: GridEntry<ReceiptLine, LedgerReceipt>): RowInput {
  if (!data) return { kind: 'enter', itemId: line.itemId ?? '', quantity: line.quantity ?? '0', isCount: line.isCount, notes: line.notes ?? '' }
  const { id, version } = data
  if (line.quantity === null) return { kind: 'remove', id, version }
  const { itemId, quantity, isCount, notes } = changed
  return { kind: 'change', id, version, ...(itemId && { itemId }), ...(quantity && { quantity }), ...(isCount !== undefined && { isCount }), ...(notes !== undefined && { notes: notes ?? '' }) }
}
