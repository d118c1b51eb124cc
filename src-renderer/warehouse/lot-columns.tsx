import { StatusChip, type Tone } from '../components/status-chip.tsx'
import type { ReactNode } from 'react'
import type { LotRow } from '../../shared/warehouse/lots.ts'
import type { ExpiryState } from '../../shared/warehouse/rules.ts'
import type { BrowseColumn } from '../components/browse-columns.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { AgeMark } from './stock-chips.tsx'
import { CodeCell, NameCell, UnitQuantityCell } from './stock-cells.tsx'

const expiryTones: Readonly<Record<ExpiryState, Tone>> = { EXPIRED: 'bad', SOON: 'warning', FINE: 'neutral' }

/** How a lot's expiry stands, and the day; nothing where it does not spoil. */
export function ExpiryMark({ lot: { expiry, expiresOn } }: { readonly lot: Pick<LotRow, 'expiry' | 'expiresOn'> }): ReactNode {
  const t = useText()
  const { day } = useFormats()
  if (expiry === null || expiresOn === null) return '—'
  if (expiry === 'FINE') return day(expiresOn)
  return <StatusChip tone={expiryTones[expiry]} label={`${t(`warehouse.lots.expiry.${expiry}`)} · ${day(expiresOn)}`} />
}

type Sort = 'code' | 'itemName' | 'locationName' | 'receivedDay' | 'expiresOn' | 'onHand' | 'available'

/** The columns of a list of lots by place. Where it is narrow, the place stays rather than the day of expiry, unless the list is about that. */
export function useLotColumns(isOfExpiry: boolean): BrowseColumn<LotRow, Sort>[] {
  const t = useText()
  const { day } = useFormats()
  return [
    { name: 'code', label: t('warehouse.lots.lot'), sorts: true, minWidth: 236, grow: 0.6, value: row => <CodeCell code={row.code} /> },
    { name: 'itemName', label: t('warehouse.fields.item'), sorts: true, minWidth: 140, grow: 1.4, value: row => <NameCell name={row.itemName} /> },
    { name: 'locationName', label: t('warehouse.fields.location'), sorts: true, minWidth: 110, grow: 1, yields: isOfExpiry, value: row => <NameCell name={row.locationName} path={row.locationPath} /> },
    { name: 'available', label: t('warehouse.fields.available'), kind: 'number', sorts: true, width: 116, value: row => <UnitQuantityCell quantity={row.available} unit={row} /> },
    { name: 'onHand', label: t('warehouse.lots.quantity'), kind: 'number', sorts: true, width: 124, isHidden: true, value: row => <UnitQuantityCell quantity={row.onHand} unit={row} /> },
    { name: 'expiresOn', label: t('warehouse.lots.expires'), sorts: true, minWidth: 212, grow: 0.2, yields: !isOfExpiry, value: row => <ExpiryMark lot={row} /> },
    { name: 'age', label: t('warehouse.fields.age'), width: 122, yields: true, value: row => <AgeMark band={row.ageBand} days={row.ageDays} /> },
    { name: 'receivedDay', label: t('warehouse.lots.received'), sorts: true, width: 112, yields: true, value: row => day(row.receivedDay) },
    { name: 'supplierLot', label: t('warehouse.lots.supplierLot'), width: 130, yields: true, value: row => row.supplierLot },
  ]
}
