import Delete from '@mui/icons-material/DeleteOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import { useMemo, type ReactNode } from 'react'
import { decimalText } from '../../shared/core/decimal.ts'
import { destinations } from '../../shared/masters/items.ts'
import { mostSalesLines, SalesLineEntry, type SalesLine } from '../../shared/planning/sales-orders.ts'
import { orderWeeks } from '../../shared/purchasing/rules.ts'
import type { EntryGridDefinition, GridEntry, GridRecord } from '../components/entry-grid-definition.ts'
import { useEntryGrid } from '../components/entry-grid-handle.ts'
import { loadRecords } from '../components/entry-grid-records.ts'
import { gridReference } from '../components/entry-grid-references.ts'
import { EntryGrid } from '../components/entry-grid.tsx'
import { useApi } from '../core/api.ts'
import { useFactory } from '../core/factory.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'
import { showDone, showError, showUndo } from '../core/toasts.ts'

/** As it travels; `unitPrice` is missing for who may not see costs. */
type LineRow = {
  readonly itemId: string | null; readonly quantity: string | null; readonly unitPrice?: string | null; readonly week: string | null; readonly destination: string | null; readonly notes: string | null
}
const blank: LineRow = { itemId: null, quantity: null, week: null, destination: null, notes: null }

/** What is ordered, typed into as in a sheet while the order is a draft. */
export function SalesLines({ salesOrderId, lines }: { readonly salesOrderId: string; readonly lines: readonly SalesLine[] }): ReactNode {
  const t = useText()
  const { planning } = useApi()
  const { canSeeCost } = useUser()
  const grid = useEntryGrid(useLineDefinition(salesOrderId))
  const records = useMemo(() => lines.map(line => recordOf(line, canSeeCost)), [lines, canSeeCost])
  const kept = async () => (await planning.getSalesOrder({ id: salesOrderId })).lines

  async function save(entries: readonly GridEntry<LineRow, SalesLine>[]): Promise<readonly GridRecord<LineRow, SalesLine>[]> {
    const saved = await planning.saveSalesLines({ salesOrderId, lines: entries.map(entryOf) })
    showDone(t('planning.sales.linesSaved', { count: saved.length }))
    return saved.map(line => recordOf(line, canSeeCost))
  }
  async function reread(ids: readonly string[]): Promise<readonly GridRecord<LineRow, SalesLine>[]> {
    return (await kept()).filter(({ id }) => ids.includes(id)).map(line => recordOf(line, canSeeCost))
  }
  async function refill(): Promise<void> {
    const now = await kept()
    grid.store.act(state => loadRecords(state, now.map(line => recordOf(line, canSeeCost))))
  }
  async function remove(): Promise<void> {
    const state = grid.store.get()
    const chosen = state.records.get(state.rows[state.active.row]?.key ?? '')?.id
    const line = lines.find(({ id }) => id === chosen)
    if (!line) return showDone(t('planning.sales.chooseLine'))
    try {
      await planning.removeSalesLine({ id: line.id, version: line.version })
      await refill()
      showUndo(t('planning.sales.lineRemoved', { item: line.itemName }), async () => {
        await planning.saveSalesLines({ salesOrderId, lines: [anew(line)] })
        await refill()
      })
    } catch (error) {
      showError(error)
    }
  }
  return (
    <Box sx={{ display: 'flex', flexDirection: 'column', height: 340, flexShrink: 0 }}>
      <EntryGrid
        grid={grid} records={records} asked={salesOrderId} save={save} reread={reread} autoFocus={lines.length === 0}
        tools={<Button size="small" startIcon={<Delete />} onClick={() => void remove()}>{t('planning.sales.removeLine')}</Button>}
      />
    </Box>
  )
}

function useLineDefinition(salesOrderId: string): EntryGridDefinition<LineRow, SalesLine> {
  const t = useText()
  const { masters } = useApi()
  const { currency } = useFactory()
  const { canSeeCost } = useUser()
  const { today } = useFormats()
  const day = today()
  return useMemo(() => ({
    name: 'planning.salesLines', subject: salesOrderId, title: t('planning.sales.lines'), maximumRows: mostSalesLines, schema: SalesLineEntry.omit({ id: true, version: true }),
    newRow: canSeeCost ? { ...blank, unitPrice: null } : blank, scanBy: 'itemId', pinsFirst: true,
    columns: [
      {
        kind: 'reference', name: 'itemId', label: t('planning.fields.item'), width: 300, grows: true,
        reference: gridReference(
          { call: masters.findItems, option: ({ id, code, name, unitCode }) => ({ id, code, name, detail: unitCode }), input: { kinds: ['FINISHED_GOOD'] } },
          texts => masters.matchItems({ texts: [...texts] }),
        ),
      },
      { kind: 'decimal', name: 'quantity', label: t('planning.fields.quantity'), width: 140, unit: ({ option }) => option('itemId')?.detail },
      ...(canSeeCost ? [{ kind: 'decimal', name: 'unitPrice', label: t('planning.fields.unitPrice'), width: 150, unit: () => currency } as const] : []),
      { kind: 'text', name: 'week', label: t('planning.fields.week'), width: 120, suggestions: orderWeeks(day) },
      { kind: 'choice', name: 'destination', label: t('planning.fields.destination'), width: 170, options: destinations.map(value => ({ value, label: t(`planning.destinations.${value}`) })) },
      { kind: 'text', name: 'notes', label: t('planning.fields.notes'), width: 180 },
    ],
  }), [t, masters, currency, canSeeCost, salesOrderId, day])
}

function recordOf(line: SalesLine, canSeeCost: boolean): GridRecord<LineRow, SalesLine> {
  const { id, itemId, itemCode, itemName, unitCode, quantity, unitPrice = null, week, destination, notes } = line
  const row = { itemId, quantity: decimalText(quantity), week, destination, notes }
  return {
    id, data: line, known: [{ id: itemId, code: itemCode, name: itemName, detail: unitCode }],
    line: canSeeCost ? { ...row, unitPrice: unitPrice === null ? null : decimalText(unitPrice) } : row,
  }
}

/** A line that was removed, as a new one. */
function anew({ itemId, quantity, unitPrice, week, destination, notes }: SalesLine) {
  return { itemId, quantity: decimalText(quantity), week, destination, notes, ...(unitPrice !== undefined && { unitPrice: unitPrice === null ? null : decimalText(unitPrice) }) }
}

/** The schema has seen the line. */
function entryOf({ id, line, data }: GridEntry<LineRow, SalesLine>) {
  const { itemId, quantity, notes, destination, ...others } = line
  return {
    ...others, itemId: itemId ?? '', quantity: quantity ?? '', notes: notes ?? '', destination: destinations.find(one => one === destination) ?? null, ...(id !== undefined && { id, version: data?.version }),
  }
}
