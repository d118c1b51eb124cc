import type { LotRow } from '../../shared/warehouse/lots.ts'
import { useApi } from '../core/api.ts'
import { useLive } from '../core/live.ts'
import { useEntryValue } from './entry-item.ts'

/** The lots of the chosen item at the place a field names, the oldest first; nothing while they are not known. */
export function useEntryLots(place: string): readonly LotRow[] | undefined {
  const api = useApi()
  const itemId = useEntryValue('itemId')
  const locationId = useEntryValue(place)
  const isChosen = itemId !== undefined && locationId !== undefined
  return useLive(api.warehouse.listLots, { filter: { itemId, locationId }, pageSize: 100 }, { enabled: isChosen, clears: true }).data?.rows
}

/** The lot the form names, if it stands there. */
export function useEntryLot(place: string): LotRow | undefined {
  const lots = useEntryLots(place)
  const lotId = useEntryValue('lotId')
  return lots?.find(lot => lot.lotId === lotId)
}
