import { useCallback, useMemo, type ReactNode } from 'react'
import { decimalText } from '../../shared/core/decimal.ts'
import { LineEntry, mostLines, type OrderLine, type PurchaseOrder } from '../../shared/purchasing/orders.ts'
import type { EntryGridDefinition, GridEntry, GridRecord } from '../components/entry-grid-definition.ts'
import { useEntryGrid } from '../components/entry-grid-handle.ts'
import { gridReference } from '../components/entry-grid-references.ts'
import { LineSheet } from '../components/line-sheet.tsx'
import { useApi } from '../core/api.ts'
import { useFactory } from '../core/factory.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'
import { LineTable } from './line-table.tsx'

/** As it travels; `unitPrice` is missing for who may not see costs. */
type LineRow = { readonly itemId: string | null; readonly quantity: string | null; readonly unitId: string | null; readonly unitPrice?: string | null; readonly neededDay: string | null; readonly notes: string | null }
const blank: LineRow = { itemId: null, quantity: null, unitId: null, neededDay: null, notes: null }
const bought = ['RAW_MATERIAL', 'AUXILIARY', 'WIP', 'FINISHED_GOOD'] as const

/** What is ordered: typed into as in a sheet while it is a draft, read afterwards. */
export function OrderLines({ order, lines, mayChange }: { readonly order: PurchaseOrder; readonly lines: readonly OrderLine[]; readonly mayChange: boolean }): ReactNode {
  return mayChange ? <OrderSheet orderId={order.id} lines={lines} /> : <LineTable lines={lines} />
}

function OrderSheet({ orderId, lines }: { readonly orderId: string; readonly lines: readonly OrderLine[] }): ReactNode {
  const { purchasing } = useApi()
  const { canSeeCost } = useUser()
  return (
    <LineSheet
      grid={useEntryGrid(useLineDefinition(orderId))} documentId={orderId} lines={lines} recordOf={useCallback((line: OrderLine) => recordOf(line, canSeeCost), [canSeeCost])} autoFocus={lines.length === 0}
      linesNow={async () => (await purchasing.getOrder({ id: orderId })).lines} save={async entries => purchasing.saveLines({ orderId, lines: entries.map(entryOf) })}
      remove={async ({ id, version }) => purchasing.removeLine({ id, version })}
    />
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
