import type { ReactNode } from 'react'
import { addDecimals, compareDecimals, isPositive, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { useFormField } from '../components/form-field.ts'
import { DecimalInput } from '../components/number-field.tsx'
import { useText } from '../core/i18n.ts'
import { useEntryItem, useEntryValue, type ItemStock } from './entry-item.ts'
import { useEntryLot } from './entry-lots.ts'
import { readQuantity, useQuantityTexts } from './quantities.ts'

interface QuantityFieldProps {
  /** The field that names the place: where it is taken from, or put. */
  readonly place: string
  readonly autoFocus?: boolean | undefined
}

/** How much is taken: checked against what is available there while it is typed, and says what stays. */
export function TakenQuantityField({ place, autoFocus }: QuantityFieldProps): ReactNode {
  const t = useText()
  const { full } = useQuantityTexts()
  const item = useEntryItem()
  const lot = useEntryLot(place)
  const there = useStockAt(item, place)
  const stock = lot ?? there
  const typed = readQuantity(useEntryValue('quantity'))
  const taken = typed !== undefined && isPositive(typed) ? typed : undefined
  // A debt makes up what is missing.
  const isShort = useEntryValue('debtId') === undefined && stock !== undefined && taken !== undefined && compareDecimals(taken, stock.available) > 0
  const problem =
    item && stock && isShort
      ? t('warehouse.entry.short', { quantity: full(subtractDecimals(taken, stock.available), item), available: full(stock.available, item) })
      : undefined
  const hints = item &&
    stock && [
      t(lot ? 'warehouse.lots.ofLot' : 'warehouse.entry.available', { quantity: full(stock.available, item) }),
      taken !== undefined && t('warehouse.entry.leaves', { quantity: full(subtractDecimals(stock.available, taken), item) }),
      isPositive(stock.reserved) && t('warehouse.entry.reservedToo', { quantity: full(stock.reserved, item) }),
    ]
  return <QuantityInput item={item} problem={problem} hints={hints} autoFocus={autoFocus} />
}

/** How much is put somewhere; says what it makes there. */
export function AddedQuantityField({ place, autoFocus }: QuantityFieldProps): ReactNode {
  const t = useText()
  const { full } = useQuantityTexts()
  const item = useEntryItem()
  const stock = useStockAt(item, place)
  const typed = readQuantity(useEntryValue('quantity'))
  const hints = item &&
    stock && [
      `${t('warehouse.fields.onHand')} ${full(stock.onHand, item)}`,
      typed !== undefined && isPositive(typed) && t('warehouse.entry.becomes', { quantity: full(addDecimals(stock.onHand, typed), item) }),
    ]
  return <QuantityInput item={item} hints={hints} autoFocus={autoFocus} />
}

interface QuantityInputProps {
  readonly item: ItemStock | undefined
  readonly problem?: string | undefined
  readonly hints: readonly (string | false)[] | undefined
  readonly autoFocus?: boolean | undefined
}

function QuantityInput({ item, problem, hints, autoFocus }: QuantityInputProps): ReactNode {
  const t = useText()
  const { full } = useQuantityTexts()
  const places = useUnitProblem(item, 'quantity')
  const label = t('warehouse.fields.quantity')
  const { value, error, ...field } = useFormField({ name: 'quantity', label }, shown =>
    item ? full(readQuantity(shown) ?? zero, item) : String(shown),
  )
  return (
    <DecimalInput
      {...field}
      label={label}
      value={typeof value === 'string' ? value : null}
      isRequired
      autoFocus={autoFocus}
      unit={item?.unitCode}
      error={error ?? problem ?? places}
      hint={hints?.filter(Boolean).join(' · ')}
    />
  )
}

/** That the entry has more decimals than the item's unit. */
export function useUnitProblem(item: ItemStock | undefined, field: string): string | undefined {
  const t = useText()
  const typed = readQuantity(useEntryValue(field))
  if (!item || typed === undefined || fitsUnit(typed, item.unitPlaces)) return undefined
  const params = { unit: item.unitCode, places: item.unitPlaces }
  return item.unitPlaces === 0 ? t('warehouse.entry.wholeUnits', params) : t('warehouse.entry.unitPlaces', params)
}

interface Levels {
  readonly onHand: Decimal
  readonly reserved: Decimal
  readonly available: Decimal
}
const nothing: Levels = { onHand: zero, reserved: zero, available: zero }

/** What stands of the item at the place a field names; nothing while either is not known. */
export function useStockAt(item: ItemStock | undefined, place: string): Levels | undefined {
  const placeId = useEntryValue(place)
  if (!item || placeId === undefined) return undefined
  return item.places.find(({ locationId }) => locationId === placeId) ?? nothing
}
