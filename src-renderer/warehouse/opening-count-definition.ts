import { useMemo } from 'react'
import { compareDecimals, decimal, decimalText, isZero, subtractDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { itemKinds } from '../../shared/masters/items.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { CountedLine, largestCount, type Opening } from '../../shared/warehouse/opening-count.ts'
import type { EntryGridDefinition, RowView } from '../components/entry-grid-definition.ts'
import { gridReference } from '../components/entry-grid-references.ts'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useMay, useUser } from '../core/session.ts'
import { useQuantityTexts } from './quantities.ts'

export type { Opening } from '../../shared/warehouse/opening-count.ts'
/** As it travels; `unitCost` is missing for who may not give costs. */
export type CountLine = { readonly itemId: string | null; readonly quantity: string | null; readonly unitCost: string | null }
type CountRow = RowView<CountLine, Opening>

const blank: CountLine = { itemId: null, quantity: null, unitCost: null }
const stockedKinds = itemKinds.filter(kind => kind !== 'SERVICE')

/** A line of a count: the item, what the books say, what was counted, and what lies between. */
export function useCountDefinition(locationId: string): EntryGridDefinition<CountLine, Opening> {
  const t = useText()
  const { masters } = useApi()
  const { bare, signed } = useQuantityTexts()
  const { canSeeCost } = useUser()
  const mayCost = useMay()('masters.update') && canSeeCost
  return useMemo(() => ({
    name: 'warehouse.openingCount', subject: locationId, title: t('warehouse.count.title'), maximumRows: largestCount, schema: CountedLine.omit({ posted: true, itemVersion: true }),
    newRow: blank, dataBy: 'itemId', unique: [['itemId']], scanBy: 'itemId',
    against: { column: 'quantity', value: ({ posted }) => decimalText(posted) },
    // A list that was loaded is counted bit by bit.
    isIdle: ({ line }) => line.quantity === null && line.unitCost === null,
    check: ({ line, data, against }) => {
      if (!data || line.quantity === null) return []
      if (data.hasMoved) return [{ column: 'quantity', reason: 'warehouse.issues.opening-moved' }]
      // Somebody else counted here meanwhile, and something else.
      if (typeof against === 'string' && against !== decimalText(data.posted) && compareDecimals(decimal(line.quantity), data.posted) !== 0) return [{ column: 'quantity', reason: 'warehouse.issues.stock-moved' }]
      return fitsUnit(decimal(line.quantity), data.unitPlaces) ? [] : [{ column: 'quantity', reason: 'masters.issues.unit-places', params: { places: data.unitPlaces } }]
    },
    columns: [
      {
        kind: 'reference', name: 'itemId', label: t('warehouse.fields.item'), width: 280, grows: true, hint: t('warehouse.count.itemHint'),
        reference: gridReference(
          { call: masters.findItems, option: ({ id, code, name, unitCode }) => ({ id, code, name, detail: unitCode }), input: { kinds: [...stockedKinds] } },
          texts => masters.matchItems({ texts: [...texts] }),
        ),
      },
      { kind: 'computed', name: 'onHand', label: t('warehouse.entry.book'), width: 130, isNumber: true, text: ({ data }) => (data ? bare(data.onHand, data) : '') },
      {
        kind: 'decimal', name: 'quantity', label: t('warehouse.entry.counted'), width: 150, hint: t('warehouse.entry.countedHint'),
        unit: ({ data }) => data?.unitCode, places: ({ data }) => data?.unitPlaces, isReadOnly: ({ line, data }) => data?.hasMoved === true && line.quantity === null,
      },
      {
        kind: 'computed', name: 'difference', label: t('warehouse.entry.difference'), width: 130, isNumber: true,
        text: row => withDifference(row, (difference, data) => signed(difference, data)) ?? '', isLoud: row => withDifference(row, difference => !isZero(difference)) ?? false,
      },
      ...(mayCost ? [{ kind: 'decimal', name: 'unitCost', label: t('fields.unitCost'), width: 140, hint: t('warehouse.count.costHint') } as const] : []),
      {
        kind: 'computed', name: 'remark', label: t('warehouse.count.remark'), width: 160,
        text: ({ line, data }) => (!data ? '' : data.hasMoved ? t('warehouse.count.hasMoved') : isCounted(line.quantity, data.posted) ? t('warehouse.count.counted') : ''),
      },
    ],
  }), [t, masters, bare, signed, locationId, mayCost])
}

function withDifference<Result>({ line: { quantity }, data }: CountRow, tell: (difference: Decimal, data: Opening) => Result): Result | undefined {
  return quantity === null || !data || data.hasMoved ? undefined : tell(subtractDecimals(decimal(quantity), data.posted), data)
}

function isCounted(quantity: string | null, posted: Decimal): boolean {
  return quantity !== null && !isZero(posted) && compareDecimals(decimal(quantity), posted) === 0
}
