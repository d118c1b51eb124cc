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

/** The same lot by lot: its moves since lots are kept, and what is reserved of it. */
const lotDifferences = `
  with flow as (
    select part.lotId, stockMove.toLocationId as locationId, part.quantity from stockMoveLot as part join stockMove on stockMove.seq = part.moveSeq
    union all select part.lotId, stockMove.fromLocationId, -part.quantity from stockMoveLot as part join stockMove on stockMove.seq = part.moveSeq
  ), ledger as (
    select flow.lotId, flow.locationId, sum(flow.quantity) as moved from flow join location on location.id = flow.locationId
    where location.kind = 'INTERNAL' group by 1, 2
  ), promised as (
    select lotId, locationId, sum(quantity) as reserved from stockReservation group by 1, 2
  ), place as (
    select lotId, locationId from ledger union select lotId, locationId from lotBalance union select lotId, locationId from promised
  )
  select stockLot.code as lot, location.code as location
  from place
  left join ledger using (lotId, locationId) left join lotBalance using (lotId, locationId) left join promised using (lotId, locationId)
  left join stockLot on stockLot.id = place.lotId left join location on location.id = place.locationId
  where coalesce(ledger.moved, 0) + coalesce(lotBalance.carried, 0) <> coalesce(lotBalance.onHand, 0) or coalesce(promised.reserved, 0) <> coalesce(lotBalance.reserved, 0)
  limit ?`

/** The lots of a place against its balance: together they are what is on hand, and what is owed besides. */
const lotSums = `
  with lots as (select itemId, locationId, sum(onHand) as onHand, sum(reserved) as reserved from lotBalance group by 1, 2)
  select item.code as item, location.code as location from stockBalance left join lots using (itemId, locationId)
  join item on item.id = stockBalance.itemId join location on location.id = stockBalance.locationId
  where coalesce(lots.onHand, 0) - stockBalance.owed <> stockBalance.onHand or coalesce(lots.reserved, 0) <> stockBalance.reserved
  limit ?`

/** What a place owes against its debts, and against the moves on them: what their lots do not make up. */
const debtDifferences = `
  with debts as (select itemId, locationId, sum(issued - settled) as owed from materialDebt group by 1, 2), open as (
    select itemId, fromLocationId as locationId, sum(quantity - (select ifnull(sum(quantity), 0) from stockMoveLot where moveSeq = stockMove.seq)) as owed from stockMove
    where debtId is not null and not exists (select 1 from stockMove as undoing where undoing.reverses = stockMove.seq) group by 1, 2
  ), place as (select itemId, locationId from stockBalance union select itemId, locationId from debts union select itemId, locationId from open)
  select item.code as item, location.code as location from place
  left join stockBalance using (itemId, locationId) left join debts using (itemId, locationId) left join open using (itemId, locationId)
  join item on item.id = place.itemId join location on location.id = place.locationId
  where coalesce(stockBalance.owed, 0) <> coalesce(debts.owed, 0) or coalesce(stockBalance.owed, 0) <> coalesce(open.owed, 0)
  limit ?`

/** Debts that are not what was settled of them. */
const settlementDifferences = `
  select number from materialDebt where settled <> (select ifnull(sum(quantity), 0) from debtSettlement where debtId = materialDebt.id) limit ?`

interface Difference { readonly item: string | null; readonly location: string | null; readonly moved: number; readonly kept: number }

/** Balances that are not what their moves, lots or reservations add up to, each as a sentence; the first `most` of each kind. */
export function ledgerFindings(sqlite: Database, most: number): string[] {
  // A backup may be older than the lots, or the debts.
  const has = (table: string) => sqlite.prepare('select 1 from sqlite_schema where name = ?').get(table) !== undefined
  return [...placeFindings(sqlite, most), ...(has('lotBalance') ? lotFindings(sqlite, most) : []), ...(has('materialDebt') ? debtFindings(sqlite, most) : [])]
}

function debtFindings(sqlite: Database, most: number): string[] {
  const ofPlaces = sqlite.prepare(debtDifferences).all(most) as { item: string; location: string }[]
  const ofDebts = sqlite.prepare(settlementDifferences).all(most) as { number: string }[]
  return [
    ...ofPlaces.map(({ item, location }) => `What is owed of ${item} at ${location} is not what its debts add up to`),
    ...ofDebts.map(({ number }) => `What is settled of ${number} is not what its settlements add up to`),
  ]
}

function lotFindings(sqlite: Database, most: number): string[] {
  const ofLots = sqlite.prepare(lotDifferences).all(most) as { lot: string | null; location: string | null }[]
  const ofPlaces = sqlite.prepare(lotSums).all(most) as { item: string; location: string }[]
  return [
    ...ofLots.map(({ lot, location }) => `Lot ${lot ?? 'that is not there'} at ${location ?? 'a place that is not there'} is not what its moves and reservations add up to`),
    ...ofPlaces.map(({ item, location }) => `The lots of ${item} at ${location} do not add up to its balance`),
  ]
}

function placeFindings(sqlite: Database, most: number): string[] {
  const found = sqlite.prepare(differences).all(most) as Difference[]
  return found.map(({ item, location, moved, kept }) => {
    const place = `${item ?? 'an item that is not there'} at ${location ?? 'a place that is not there'}`
    return moved === kept ? `What is reserved of ${place} is not what its reservations add up to` : `The balance of ${place} is not what its moves add up to`
  })
}
