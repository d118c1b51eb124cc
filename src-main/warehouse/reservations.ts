import type { Selectable } from 'kysely'
import {
  addDecimals, compareDecimals, isPositive, minDecimal, negateDecimal, subtractDecimals, sumDecimals, zero, type Decimal,
} from '../../shared/core/decimal.ts'
import type { Entity } from '../../shared/core/entities.ts'
import { availableStock } from '../../shared/warehouse/rules.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { StockReservationTable } from '../database/tables.ts'
import { balanceAt, findBalance } from './balances.ts'
import { keepOfLot, pickLots, type TakenPart } from './lots.ts'
import { stockShort } from './refusals.ts'

/** The document that stock is kept for, or that moves it. */
export interface StockDocument { readonly documentEntity: string; readonly documentId: string }
export interface Place extends StockDocument { readonly itemId: string; readonly locationId: string }
export interface Reservation extends Place {
  /** The document's: others are not told what it is for. */
  readonly sectionId: string | null
  readonly quantity: Decimal
  readonly documentNumber?: string
}

/** Whatever asks the stores for goods: a kanban card, a requisition. */
export interface Order { readonly entity: Entity; readonly id: string; readonly number: string; readonly sectionId: string }

/** Keeps stock for a document, the oldest lots first (PL-14), beside what is kept for it already. Throws `stock-short` where less than that is available. */
export function reserveStock({ db }: { readonly db: Writer }, reservation: Reservation): void {
  const { itemId, locationId, sectionId, quantity, documentEntity, documentId, documentNumber = null } = reservation
  const balance = findBalance(db, itemId, locationId)
  const available = balance ? availableStock(balance) : zero
  if (!balance || compareDecimals(quantity, available) > 0) throw stockShort(db, itemId, locationId, quantity, available)
  db.update('stockBalance', balance, { reserved: addDecimals(balance.reserved, quantity) })
  const rows = new Map(reservationsFor(db, reservation).map(row => [row.lotId, row]))
  for (const part of pickLots(db, itemId, locationId, quantity, [])) {
    const row = rows.get(part.lotId)
    keepOfLot(db, part, locationId)
    if (row) db.update('stockReservation', row, { quantity: addDecimals(row.quantity, part.quantity) })
    else db.insert(
      'stockReservation', { itemId, locationId, lotId: part.lotId, sectionId, quantity: part.quantity, documentEntity, documentId, documentNumber },
    )
  }
}

/** Keeps what is available at a place for an order, at most `quantity`. */
export function keepAvailable(
  context: { readonly db: Writer }, { entity, id, number, sectionId }: Order, itemId: string, locationId: string, quantity: Decimal,
): void {
  const kept = minDecimal(quantity, balanceAt(context.db, itemId, locationId).available)
  if (!isPositive(kept)) return
  reserveStock(context, { itemId, locationId, sectionId, quantity: kept, documentEntity: entity, documentId: id, documentNumber: number })
}

/** Frees all that is kept for a document, wherever it stands. */
export function releaseStock({ db }: { readonly db: Writer }, { documentEntity, documentId }: StockDocument): void {
  for (const row of db.all(keptFor({ documentEntity, documentId }))) {
    const balance = findBalance(db, row.itemId, row.locationId)!
    db.remove('stockReservation', row)
    keepOfLot(db, { lotId: row.lotId, quantity: negateDecimal(row.quantity) }, row.locationId)
    db.update('stockBalance', balance, { reserved: subtractDecimals(balance.reserved, row.quantity) })
  }
}

/** Frees so much of what is kept for a document at a place, the youngest lots first: the oldest are to go first. */
export function freePart({ db }: { readonly db: Writer }, place: Place, quantity: Decimal): void {
  let rest = quantity
  const youngestFirst = reservationsFor(db, place).map(row => ({ row, lot: db.get('stockLot', row.lotId) }))
    .toSorted((a, b) => b.lot.receivedAt.localeCompare(a.lot.receivedAt) || b.lot.code.localeCompare(a.lot.code))
  for (const { row } of youngestFirst) {
    const freed = minDecimal(rest, row.quantity)
    if (!isPositive(freed)) break
    rest = subtractDecimals(rest, freed)
    lower(db, row, freed)
    keepOfLot(db, { lotId: row.lotId, quantity: negateDecimal(freed) }, row.locationId)
  }
  const balance = findBalance(db, place.itemId, place.locationId)!
  db.update('stockBalance', balance, { reserved: subtractDecimals(balance.reserved, subtractDecimals(quantity, rest)) })
}

/** Keeps for one order what was kept for another: to the unit, of the same lots. */
export function passReservations({ db }: { readonly db: Writer }, from: StockDocument, { entity, id, number }: Order): void {
  for (const row of db.all(keptFor(from))) db.update('stockReservation', row, { documentEntity: entity, documentId: id, documentNumber: number })
}

/** What is kept for a document at a place. */
export function reservedFor(db: Reader, place: Place): Decimal {
  return sumDecimals(reservationsFor(db, place).map(({ quantity }) => quantity))
}

/** What is kept for whoever takes stock, lot by lot. */
export interface Claim { readonly rows: readonly Selectable<StockReservationTable>[]; readonly byLot: ReadonlyMap<string, Decimal> }

export function claimOf(db: Reader, place: Place): Claim {
  const rows = reservationsFor(db, place)
  return { rows, byLot: new Map(rows.map(({ lotId, quantity }) => [lotId, quantity])) }
}

/**
 * Lowers what is kept by what is taken of it, claim by claim as `parts` were picked; the balances are the caller's, who takes the stock out in the same breath.
 */
export function useReservations(db: Writer, claims: readonly Claim[], parts: readonly TakenPart[]): void {
  claims.forEach(({ rows }, at) => {
    const used = new Map(parts.map(({ lotId, claimed }) => [lotId, claimed[at]!]))
    for (const row of rows) lower(db, row, used.get(row.lotId) ?? zero)
  })
}

function lower(db: Writer, row: Selectable<StockReservationTable>, quantity: Decimal): void {
  if (row.quantity === quantity) db.remove('stockReservation', row)
  else if (isPositive(quantity)) db.update('stockReservation', row, { quantity: subtractDecimals(row.quantity, quantity) })
}

const keptFor = planned(({ documentEntity, documentId }: StockDocument) =>
  sql.selectFrom('stockReservation').selectAll().where('documentEntity', '=', documentEntity).where('documentId', '=', documentId))
const keptAt = planned(({ documentEntity, documentId, itemId, locationId }: Place) => sql.selectFrom('stockReservation').selectAll()
  .where('documentEntity', '=', documentEntity).where('documentId', '=', documentId)
  .where('itemId', '=', itemId).where('locationId', '=', locationId))

function reservationsFor(db: Reader, { documentEntity, documentId, itemId, locationId }: Place): Selectable<StockReservationTable>[] {
  return db.all(keptAt({ documentEntity, documentId, itemId, locationId }))
}
