import { useFormContext } from 'react-hook-form'
import { compareDecimals, decimalText } from '../../shared/core/decimal.ts'
import { readOwnCode, type OwnCode } from '../../shared/scan/own-code.ts'
import type { LotRow } from '../../shared/warehouse/lots.ts'
import { useRememberOption } from '../components/reference-name.tsx'
import { useApi } from '../core/api.ts'
import { useText } from '../core/i18n.ts'
import { useScan, type ScanAnswer } from '../core/scans.ts'
import { useEntryValue } from './entry-item.ts'
import { useItemOption } from './item-field.tsx'
import { useQuantityTexts } from './quantities.ts'

export interface LabelScanProps {
  /** The field that names where it is taken from; without it, scanned lots are left to others. */
  readonly takesFrom?: string
  /** Where the user may take from at all. */
  readonly isPossible?: (locationId: string) => boolean
}

const lotCodeForm = /-\d{8}-\d{3,}$/

/** In a stock entry a scanned lot is its item, its place and the lot; a scanned carton its item and so much of it. */
export function LabelScan({ takesFrom, isPossible = () => true }: LabelScanProps): null {
  const t = useText()
  const api = useApi()
  const { setValue, setFocus } = useFormContext()
  const { full } = useQuantityTexts()
  const option = useItemOption()
  const remember = useRememberOption({ call: api.warehouse.listItemStock, option })
  const rememberPlaced = useRememberOption({ call: api.warehouse.listStock, option })
  const place = useEntryValue(takesFrom ?? '')
  const fill = (values: Readonly<Record<string, string>>) => {
    for (const [name, value] of Object.entries(values)) setValue(name, value, { shouldDirty: true, shouldValidate: true })
    setTimeout(() => setFocus('quantity'))
  }

  async function takeLot(code: string): Promise<ScanAnswer | undefined> {
    const { rows } = await api.warehouse.listLots({ search: code, pageSize: 100 })
    const those = rows.filter(row => row.code.toLowerCase() === code.toLowerCase())
    const [first] = those
    if (first === undefined) return undefined
    const lot = bestPlace(those.filter(({ locationId }) => isPossible(locationId)), place)
    if (lot === undefined) return { isKnown: false, text: t('warehouse.lots.elsewhere', { lot: first.code }) }
    const item = { id: lot.itemId, code: lot.itemCode, name: lot.itemName }
    remember(item)
    rememberPlaced(item)
    fill({ itemId: lot.itemId, [takesFrom!]: lot.locationId, lotId: lot.lotId })
    return { isKnown: true, text: t('warehouse.lots.scanned', { lot: lot.code, item: lot.itemName }) }
  }
  async function takeCarton({ code, quantity }: OwnCode): Promise<ScanAnswer | undefined> {
    const { rows } = await api.warehouse.listItemStock({ search: code, pageSize: 30 })
    const row = rows.find(({ itemCode }) => itemCode.toLowerCase() === code.toLowerCase())
    if (row === undefined || quantity === undefined) return undefined
    remember(option(row))
    rememberPlaced(option(row))
    fill({ itemId: row.itemId, quantity: decimalText(quantity) })
    return { isKnown: true, text: t('warehouse.lots.cartonScanned', { item: row.itemName, quantity: full(quantity, row) }) }
  }
  useScan(code => {
    const own = readOwnCode(code)
    if (own?.kind === 'carton') return takeCarton(own)
    if (takesFrom === undefined || (own === undefined ? !lotCodeForm.test(code) : own.kind !== 'lot')) return undefined
    return takeLot(own?.code ?? code)
  })
  return null
}

/** Where the user is taking from already, if the lot is there; else where the most of it can be taken. */
function bestPlace(lots: readonly LotRow[], place: string | undefined): LotRow | undefined {
  return lots.find(({ locationId }) => locationId === place) ?? lots.toSorted((a, b) => compareDecimals(b.available, a.available))[0]
}
