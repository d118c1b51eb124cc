import { useMemo, type ReactNode } from 'react'
import { z } from 'zod'
import { decimalText, isZero, type Decimal } from '../../shared/core/decimal.ts'
import { countCauses } from '../../shared/warehouse/count-rules.ts'
import { CountCause, largestStockCount, type StockCountDetail, type StockCountLine } from '../../shared/warehouse/counts.ts'
import { StockLevel } from '../../shared/warehouse/quantity.ts'
import type { EntryGridDefinition, GridEntry, GridRecord } from '../components/entry-grid-definition.ts'
import { useEntryGrid } from '../components/entry-grid-handle.ts'
import { EntryGrid } from '../components/entry-grid.tsx'
import { useApi } from '../core/api.ts'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useQuantityTexts } from './quantities.ts'

type Cause = (typeof countCauses)[number]
type CompareLine = { readonly recount: string | null; readonly cause: Cause | null }
const CompareSchema = z.object({ recount: StockLevel.nullable(), cause: CountCause.nullable() })

/** Both figures beside the books: what differs is counted again or explained. */
export function CountCompareGrid({ detail, isOpen }: { readonly detail: StockCountDetail; readonly isOpen: boolean }): ReactNode {
  const t = useText()
  const { warehouse } = useApi()
  const { bare, signed } = useQuantityTexts()
  const { percent } = useFormats()
  const { count, lines } = detail
  const isOfSeveral = count.locationIds.length > 1
  const definition = useMemo<EntryGridDefinition<CompareLine, StockCountLine>>(() => {
    const figure = (name: 'inBooks' | 'firstCount' | 'secondCount', label: string) => ({
      kind: 'computed' as const, name, label, width: 84, isNumber: true, text: ({ data }: { data: StockCountLine | undefined }) => shown(data?.compared?.[name], value => bare(value, data!)),
    })
    const remark = ({ compared }: StockCountLine) => {
      if (!compared) return ''
      if (compared.needsRecount) return compared.hasMoved ? t('warehouse.counts.hasMoved') : compared.counted === null ? t('warehouse.counts.differs') : t('warehouse.counts.large')
      return compared.band === null || compared.band === 'AUTOMATIC' ? '' : t(`warehouse.counts.bands.${compared.band}`)
    }
    return {
      name: 'warehouse.countCompare', subject: count.id, title: t('warehouse.counts.compare', { number: count.number }), maximumRows: largestStockCount, schema: CompareSchema,
      columns: [
        { kind: 'computed', name: 'item', label: t('warehouse.fields.item'), width: 148, grows: true, text: ({ data }) => (data ? `${data.itemCode} · ${data.itemName}` : '') },
        { kind: 'computed', name: 'lot', label: t('warehouse.counts.lot'), width: 108, text: ({ data }) => (data ? [shortLot(data), isOfSeveral && data.locationName].filter(Boolean).join(' · ') : '') },
        figure('inBooks', t('warehouse.entry.book')), figure('firstCount', t('warehouse.counts.first')), figure('secondCount', t('warehouse.counts.second')),
        { kind: 'decimal', name: 'recount', label: t('warehouse.counts.recount'), width: 88, hint: t('warehouse.counts.recountHint'), unit: ({ data }) => data?.unitCode, places: ({ data }) => data?.unitPlaces, isReadOnly: () => !isOpen },
        {
          kind: 'computed', name: 'difference', label: t('warehouse.entry.difference'), width: 80, isNumber: true, text: ({ data }) => shown(data?.compared?.difference, value => signed(value, data!)),
          isLoud: ({ data }) => data?.compared?.difference != null && !isZero(data.compared.difference),
        },
        { kind: 'computed', name: 'percent', label: '%', width: 56, isNumber: true, text: ({ data }) => shown(data?.compared?.percent, value => percent(value)) },
        { kind: 'choice', name: 'cause', label: t('warehouse.counts.cause'), width: 120, options: countCauses.map(value => ({ value, label: t(`warehouse.counts.causes.${value}`) })), isReadOnly: () => !isOpen },
        { kind: 'computed', name: 'remark', label: t('warehouse.count.remark'), width: 166, text: ({ data }) => (data ? remark(data) : ''), isLoud: ({ data }) => data?.compared?.needsRecount === true },
      ],
    }
  }, [t, bare, signed, percent, count.id, count.number, isOpen, isOfSeveral])
  const grid = useEntryGrid(definition)
  const records = useMemo(() => lines.map(recordOf), [lines])

  async function save(entries: readonly GridEntry<CompareLine, StockCountLine>[]): Promise<readonly GridRecord<CompareLine, StockCountLine>[]> {
    for (const { id = '', changed, data } of entries) {
      if (changed.recount != null) await warehouse.recountLine({ lineId: id, version: data?.version ?? 1, quantity: changed.recount })
    }
    const causes = entries.filter(({ changed }) => changed.cause !== undefined).map(({ id = '', line }) => ({ lineId: id, cause: line.cause }))
    if (causes.length > 0) await warehouse.setCauses({ id: count.id, lines: causes })
    const { lines: now } = await warehouse.getCount({ id: count.id })
    return entries.map(({ id }) => recordOf(now.find(line => line.id === id)!))
  }
  return <EntryGrid grid={grid} records={records} asked={count.id} save={save} />
}

/** The item stands beside it: what its lots' codes begin with is said already. */
function shortLot({ itemCode, lotCode }: StockCountLine): string {
  return lotCode?.startsWith(`${itemCode}-`) ? lotCode.slice(itemCode.length + 1) : lotCode ?? ''
}

function recordOf(line: StockCountLine): GridRecord<CompareLine, StockCountLine> {
  const { recount = null, cause = null } = line.compared ?? {}
  return { id: line.id, line: { recount: recount === null ? null : decimalText(recount), cause }, data: line }
}

function shown(value: Decimal | null | undefined, text: (value: Decimal) => string): string {
  return value === null || value === undefined ? '–' : text(value)
}
