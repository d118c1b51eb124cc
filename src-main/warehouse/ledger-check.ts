import type { Database } from 'better-sqlite3'

/** What the moves add up to, in places where stock stands, against the balances kept; and what is reserved against the reservations. */
const differences = `
  with flow as (
    select itemId, toLocationId as locationId, quantity from stockMove
    union all select itemId, fromLocationId, -quantity from stockMove
  ), ledger as (
    select flow.itemId, flow.locationId, sum(flow.quantity) as onHand from flow join location on location.id = flow.locationId
    where location.kind = 'INTERNAL' group by 1, 2
  ), promised as (
    select itemId, locationId, sum(quantity) as reserved from stockReservation group by 1, 2
  ), place as (
    select itemId, locationId from ledger union select itemId, locationId from stockBalance union select itemId, locationId from promised
  )
  select item.code as item, location.code as location, coalesce(ledger.onHand, 0) as moved, coalesce(stockBalance.onHand, 0) as kept,
    coalesce(promised.reserved, 0) as promised, coalesce(stockBalance.reserved, 0) as reserved
  from place
  left join ledger using (itemId, locationId) left join stockBalance using (itemId, locationId) left join promised using (itemId, locationId)
  left join item on item.id = place.itemId left join location on location.id = place.locationId
  where moved <> kept or promised.reserved is not null and promised.reserved <> stockBalance.reserved or promised.reserved is null and stockBalance.reserved <> 0
  limit ?`

interface Difference { readonly item: string | null; readonly location: string | null; readonly moved: number; readonly kept: number }

/** Balances that are not what their moves or reservations add up to, each as a sentence; the first `most` of them. */
export function ledgerFindings(sqlite: Database, most: number): string[] {
  const found = sqlite.prepare(differences).all(most) as Difference[]
  return found.map(({ item, location, moved, kept }) => {
    const place = `${item ?? 'an item that is not there'} at ${location ?? 'a place that is not there'}`
    return moved === kept ? `What is reserved of ${place} is not what its reservations add up to` : `The balance of ${place} is not what its moves add up to`
  })
}
