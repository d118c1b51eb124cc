import { useEffect, type ReactNode } from 'react'
import { useFormContext } from 'react-hook-form'
import { compareDecimals, isPositive, zero } from '../../shared/core/decimal.ts'
import { mainStoreCode } from '../../shared/masters/rules.ts'
import type { Store } from '../../shared/warehouse/stock.ts'
import { readOwnCode } from '../../shared/scan/own-code.ts'
import { SelectField } from '../components/select-field.tsx'
import { useText } from '../core/i18n.ts'
import { useScan } from '../core/scans.ts'
import { useEntryItem, useEntryValue, useStores } from './entry-item.ts'
import { useQuantityTexts } from './quantities.ts'

export interface PlaceFieldProps {
  readonly name: string
  readonly label: string
  /** Only places that have the chosen item. */
  readonly onlyWithStock?: boolean
  /** Which stores are meant at all; every one where it is not said. */
  isMeant?(store: Store): boolean
  /** The place of this field is left out: the other end of a transfer. */
  readonly exceptFor?: string
  /** Where the most of the item stands is proposed; of what was never in stock, the main store. */
  readonly proposesFullest?: boolean
  readonly autoFocus?: boolean
  /** It may be left open; then nothing is chosen by itself. */
  readonly isOptional?: boolean
  readonly hint?: string
}

const everyStore = () => true

/** One of the places, with what it has of the chosen item. Where only one is possible, it is chosen already. */
export function PlaceField({
  name,
  label,
  onlyWithStock = false,
  isMeant = everyStore,
  exceptFor,
  proposesFullest = false,
  autoFocus,
  isOptional = false,
  hint: help,
}: PlaceFieldProps): ReactNode {
  const t = useText()
  const { full } = useQuantityTexts()
  const { setValue } = useFormContext()
  const item = useEntryItem()
  const stores = useStores()
  const value = useEntryValue(name)
  const other = useEntryValue(exceptFor ?? name)
  const stockAt = (id: string) => item?.places.find(({ locationId }) => locationId === id)

  const possible = stores.filter(
    store =>
      isMeant(store) && (exceptFor === undefined || store.id !== other) && (!onlyWithStock || !item || isPositive(stockAt(store.id)?.onHand ?? zero)),
  )
  const isKnown = stores.length > 0 && (!onlyWithStock || item !== undefined)
  const isPossible = value === undefined || possible.some(({ id }) => id === value)
  const fullest = item?.places
    .filter(({ locationId }) => possible.some(({ id }) => id === locationId))
    .toSorted((a, b) => compareDecimals(b.available, a.available))[0]
  const main = possible.flatMap(({ id, code }) => (code === mainStoreCode ? [{ locationId: id }] : []))[0]
  const proposed = isOptional ? undefined : possible.length === 1 ? possible[0]!.id : proposesFullest && item ? (fullest ?? main)?.locationId : undefined
  const next = isPossible ? (value ?? proposed) : proposed
  useEffect(() => {
    if (isKnown && next !== value) setValue(name, next ?? null)
  }, [isKnown, next, value, name, setValue])

  useScan(code => {
    const own = readOwnCode(code)
    const wanted = own === undefined ? code : own.kind === 'location' ? own.code : undefined
    const store = possible.find(one => one.code.toLowerCase() === wanted?.toLowerCase())
    if (!store) return undefined
    setValue(name, store.id, { shouldDirty: true, shouldValidate: true })
    return { isKnown: true, text: t('scan.taken', { field: label, name: store.name }) }
  })
  const optionLabel = ({ id, name: store }: Store) => {
    if (!item) return store
    const stock = stockAt(id)
    return stock && isPositive(stock.onHand)
      ? t('warehouse.entry.storeOption', { store, quantity: full(onlyWithStock ? stock.available : stock.onHand, item) })
      : t('warehouse.entry.emptyStore', { store })
  }
  const hint = isKnown && possible.length === 0 ? t('warehouse.entry.noStoreWithStock') : help
  return (
    <SelectField
      name={name}
      label={label}
      isRequired={!isOptional}
      noneLabel={isOptional ? '–' : undefined}
      autoFocus={autoFocus}
      hint={hint}
      options={possible.map(store => ({ value: store.id, label: optionLabel(store) }))}
    />
  )
}
