import Delete from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, type ReactNode } from 'react'
import { decimalText } from '../../shared/core/decimal.ts'
import { LineEntry, mostLines, type OrderLine, type PurchaseOrder } from '../../shared/purchasing/orders.ts'
import type { EntryGridDefinition, GridEntry, GridRecord } from '../components/entry-grid-definition.ts'
import { useEntryGrid } from '../components/entry-grid-handle.ts'
import { loadRecords } from '../components/entry-grid-records.ts'
import { gridReference } from '../components/entry-grid-references.ts'
import { EntryGrid } from '../components/entry-grid.tsx'
import { useApi } from '../core/api.ts'
import { useFactory } from '../core/factory.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'
import { showDone, showError, showUndo } from '../core/toasts.ts'
import { LineTable } from './line-table.tsx'

/** As it travels; `unitPrice` is missing for who may not see costs. */
type LineRow = { readonly itemId: string | null; readonly quantity: string | null; readonly unitId: string | null; readonly unitPrice?: string | null; readonly neededDay: string | null; readonly notes: string | null }
const blank: LineRow = { itemId: null, quantity: null, unitId: null, neededDay: null, notes: null }
const bought = ['RAW_MATERIAL', 'AUXILIARY', 'WIP', 'FINISHED_GOOD'] as const

/** What is ordered: typed into as in a sheet while it is a draft, read afterwards. */
export function OrderLines({ order, lines, mayChange }: { readonly order: PurchaseOrder; readonly lines: readonly OrderLine[]; readonly mayChange: boolean }): ReactNode {
  return mayChange ? <LineSheet orderId={order.id} lines={lines} /> : <LineTable lines={lines} />
}

function LineSheet({ orderId, lines }: { readonly orderId: string; readonly lines: readonly OrderLine[] }): ReactNode {
  const t = useText()
  const { purchasing } = useApi()
  const { canSeeCost } = useUser()
  const grid = useEntryGrid(useLineDefinition(orderId))
  const records = useMemo(() => lines.map(line => recordOf(line, canSeeCost)), [lines, canSeeCost])

  async function save(entries: readonly GridEntry<LineRow, OrderLine>[]): Promise<readonly GridRecord<LineRow, OrderLine>[]> {
    const saved = await purchasing.saveLines({ orderId, lines: entries.map(entryOf) })
    showDone(t('purchasing.order.linesSaved', { count: saved.length }))
    return saved.map(line => recordOf(line, canSeeCost))
  }
  async function reread(ids: readonly string[]): Promise<readonly GridRecord<LineRow, OrderLine>[]> {
    const { lines: now } = await purchasing.getOrder({ id: orderId })
    return now.filter(({ id }) => ids.includes(id)).map(line => recordOf(line, canSeeCost))
  }
  async function refill(): Promise<void> {
    const { lines: now } = await purchasing.getOrder({ id: orderId })
    grid.store.act(state => loadRecords(state, now.map(line => recordOf(line, canSeeCost))))
  }
  async function remove(): Promise<void> {
    const state = grid.store.get()
    const kept = state.records.get(state.rows[state.active.row]?.key ?? '')?.data as OrderLine | undefined
    const line = lines.find(({ id }) => id === kept?.id)
    if (!line) return showDone(t('purchasing.order.chooseLine'))
    try {
      await purchasing.removeLine({ id: line.id, version: line.version })
      await refill()
      const { itemId, unitId, unitPrice, neededDay, notes } = line
      showUndo(t('purchasing.order.lineRemoved', { item: line.itemName }), async () => {
        await purchasing.saveLines({ orderId, lines: [{ itemId, unitId, quantity: decimalText(line.quantity), neededDay, notes, ...(unitPrice !== undefined && { unitPrice: unitPrice === null ? null : decimalText(unitPrice) }) }] })
        await refill()
      })
    } catch (error) {
      showError(error)
    }
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: 340, flexShrink: 0 }}>
      <EntryGrid
        grid={grid} records={records} asked={orderId} save={save} reread={reread} autoFocus={lines.length === 0}
        tools={<Button size="small" startIcon={<Delete />} onClick={() => void remove()}>{t('purchasing.order.removeLine')}</Button>}
      />
    </Box>
  )
}

function useLineDefinition(orderId: string): EntryGridDefinition<LineRow, OrderLine> {
  const t = useText()
  const { masters } = useApi()
  const { currency } = useFactory()
  const { canSeeCost } = useUser()
  return useMemo(() => ({
    name: 'purchasing.lines', subject: orderId, title: t('purchasing.order.goods'), maximumRows: mostLines, schema: LineEntry.omit({ id: true, version: true }),
    newRow: canSeeCost ? { ...blank, unitPrice: null } : blank, scanBy: 'itemId', pinsFirst: true,
    columns: [
      {
        kind: 'reference', name: 'itemId', label: t('purchasing.fields.item'), width: 300, grows: true,
        reference: gridReference(
          { call: masters.findItems, option: ({ id, code, name, unitCode }) => ({ id, code, name, detail: unitCode }), input: { kinds: [...bought] } },
          texts => masters.matchItems({ texts: [...texts] }),
        ),
      },
      { kind: 'decimal', name: 'quantity', label: t('purchasing.fields.quantity'), width: 140, unit: ({ option }) => option('unitId')?.code ?? option('itemId')?.detail },
      {
        kind: 'reference', name: 'unitId', label: t('purchasing.fields.unit'), width: 130, hint: t('purchasing.order.unitHint'),
        reference: gridReference({ call: masters.findUnits, option: ({ id, code, name }) => ({ id, code, name }) }, texts => masters.matchUnits({ texts: [...texts] })),
      },
      ...(canSeeCost ? [{ kind: 'decimal', name: 'unitPrice', label: t('purchasing.fields.unitPrice'), width: 150, unit: () => currency } as const] : []),
      { kind: 'day', name: 'neededDay', label: t('purchasing.fields.neededDay'), width: 130 },
      { kind: 'text', name: 'notes', label: t('purchasing.fields.notes'), width: 200 },
    ],
  }), [t, masters, currency, canSeeCost, orderId])
}

function recordOf(line: OrderLine, canSeeCost: boolean): GridRecord<LineRow, OrderLine> {
  const { id, itemId, itemCode, itemName, itemUnitCode, unitId, unitCode, quantity, unitPrice = null, neededDay, notes } = line
  const row = { itemId, quantity: decimalText(quantity), unitId, neededDay, notes }
  return {
    id, data: line, known: [{ id: itemId, code: itemCode, name: itemName, detail: itemUnitCode }, { id: unitId, code: unitCode, name: '' }],
    line: canSeeCost ? { ...row, unitPrice: unitPrice === null ? null : decimalText(unitPrice) } : row,
  }
}

/** The schema has seen the line. */
function entryOf({ id, line, data }: GridEntry<LineRow, OrderLine>) {
  const { itemId, quantity, notes, ...others } = line
  return { ...others, itemId: itemId ?? '', quantity: quantity ?? '', notes: notes ?? '', ...(id !== undefined && { id, version: data?.version }) }
}
