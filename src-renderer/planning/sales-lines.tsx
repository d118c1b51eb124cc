import { useCallback, useMemo, type ReactNode } from 'react'
import { decimalText } from '../../shared/core/decimal.ts'
import { destinations } from '../../shared/masters/items.ts'
import { mostSalesLines, SalesLineEntry, type SalesLine } from '../../shared/planning/sales-orders.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import { orderWeeks } from '../../shared/purchasing/rules.ts'
import type { EntryGridDefinition, GridEntry, GridRecord } from '../components/entry-grid-definition.ts'
import { useEntryGrid } from '../components/entry-grid-handle.ts'
import { gridReference } from '../components/entry-grid-references.ts'
import { LineSheet } from '../components/line-sheet.tsx'
import { useApi } from '../core/api.ts'
import { useFactory } from '../core/factory.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'
import { useSetting } from '../core/setting.ts'

/** As it travels; `unitPrice` is missing for who may not see costs. */
type LineRow = {
  readonly itemId: string | null; readonly quantity: string | null; readonly unitPrice?: string | null; readonly week: string | null; readonly destination: string | null; readonly notes: string | null
}
const blank: LineRow = { itemId: null, quantity: null, week: null, destination: null, notes: null }

/** What is ordered, typed into as in a sheet while the order is a draft. */
export function SalesLines({ salesOrderId, lines }: { readonly salesOrderId: string; readonly lines: readonly SalesLine[] }): ReactNode {
  const { planning } = useApi()
  const { canSeeCost } = useUser()
  return (
    <LineSheet
      grid={useEntryGrid(useLineDefinition(salesOrderId))} documentId={salesOrderId} lines={lines} recordOf={useCallback((line: SalesLine) => recordOf(line, canSeeCost), [canSeeCost])} autoFocus={lines.length === 0}
      linesNow={async () => (await planning.getSalesOrder({ id: salesOrderId })).lines} save={async entries => planning.saveSalesLines({ salesOrderId, lines: entries.map(entryOf) })}
      remove={async ({ id, version }) => planning.removeSalesLine({ id, version })}
    />
  )
}

function useLineDefinition(salesOrderId: string): EntryGridDefinition<LineRow, SalesLine> {
  const t = useText()
  const { masters } = useApi()
  const { currency } = useFactory()
  const { canSeeCost } = useUser()
  const { today } = useFormats()
  const day = today()
  const weeksAhead = useSetting(planningSettings.weeksAhead)
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
      { kind: 'text', name: 'week', label: t('planning.fields.week'), width: 120, suggestions: orderWeeks(day, weeksAhead) },
      { kind: 'choice', name: 'destination', label: t('planning.fields.destination'), width: 170, options: destinations.map(value => ({ value, label: t(`planning.destinations.${value}`) })) },
      { kind: 'text', name: 'notes', label: t('planning.fields.notes'), width: 180 },
    ],
  }), [t, masters, currency, canSeeCost, salesOrderId, day, weeksAhead])
}

function recordOf(line: SalesLine, canSeeCost: boolean): GridRecord<LineRow, SalesLine> {
  const { id, itemId, itemCode, itemName, unitCode, quantity, unitPrice = null, week, destination, notes } = line
  const row = { itemId, quantity: decimalText(quantity), week, destination, notes }
  return {
    id, data: line, known: [{ id: itemId, code: itemCode, name: itemName, detail: unitCode }],
    line: canSeeCost ? { ...row, unitPrice: unitPrice === null ? null : decimalText(unitPrice) } : row,
  }
}

/** The schema has seen the line. */
function entryOf({ id, line, data }: GridEntry<LineRow, SalesLine>) {
  const { itemId, quantity, notes, destination, ...others } = line
  return {
    ...others, itemId: itemId ?? '', quantity: quantity ?? '', notes: notes ?? '', destination: destinations.find(one => one === destination) ?? null, ...(id !== undefined && { id, version: data?.version }),
  }
}
