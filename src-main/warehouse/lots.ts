import type { Selectable } from 'kysely'
import { addDecimals, compareDecimals, isPositive, minDecimal, subtractDecimals, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { availableStock } from '../../shared/warehouse/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { ItemTable, LocationTable, LotBalanceTable, StockLotTable } from '../database/tables.ts'
import { lotShort } from './refusals.ts'

export type Lot = Selectable<StockLotTable>
type LotBalance = Selectable<LotBalanceTable>
type Location = Selectable<LocationTable>

/** So much of one lot. */
export interface LotPart { readonly lotId: string; readonly quantity: Decimal }
/** A part that is taken from a place; `kept` of it was reserved for whoever takes it, `claimed` says how much of each claim. */
export interface TakenPart extends LotPart { readonly balance: LotBalance; readonly kept: Decimal; readonly claimed: readonly Decimal[] }
/** So much of each lot is reserved for somebody. */
export type KeptByLot = ReadonlyMap<string, Decimal>

/** What is known of goods when they come in. Without a cost, the item's own is taken. */
export interface LotDetails {
  /** What it is to be called; otherwise after its item and day. */
  readonly code?: string
  readonly expiresOn?: string | null
  readonly supplierLot?: string
  readonly partnerId?: string | null
  readonly unitCost?: Decimal | null
  readonly notes?: string
}
export interface LotDocument { readonly documentEntity?: string | null; readonly documentId?: string | null; readonly documentNumber?: string | null }

/** The lots of an item at a place, those that came in first before the others (WH-1). */
const lotsAt = planned((place: { itemId: string; locationId: string }) => sql.selectFrom('lotBalance')
  .innerJoin('stockLot', 'stockLot.id', 'lotBalance.lotId').selectAll('lotBalance')
  .where('lotBalance.itemId', '=', place.itemId).where('lotBalance.locationId', '=', place.locationId).where('lotBalance.onHand', '>', zero)
  .orderBy('stockLot.receivedAt').orderBy('stockLot.code'))

/** How much of a lot stands at a place; nothing where there never was any. */
export function balanceOfLotAt(db: Reader, lotId: string, locationId: string): LotBalance | undefined {
  return db.findBy('lotBalance', { lotId, locationId })
}

const newestLotAt = planned((place: { itemId: string; locationId: string }) => sql.selectFrom('lotBalance')
  .innerJoin('stockLot', 'stockLot.id', 'lotBalance.lotId').select('lotBalance.lotId')
  .where('lotBalance.itemId', '=', place.itemId).where('lotBalance.locationId', '=', place.locationId)
  .orderBy('stockLot.receivedAt', 'desc').orderBy('stockLot.code', 'desc').limit(1))

const lotsOfDay = planned((came: { itemId: string; receivedDay: string }) => sql.selectFrom('stockLot')
  .where('itemId', '=', came.itemId).where('receivedDay', '=', came.receivedDay).select(({ fn }) => fn.countAll<number>().as('count')))

const lotOfCode = planned((named: { code: string }) => sql.selectFrom('stockLot').select('id').where('code', '=', named.code))

/** Goods that come in now, as a lot of their own: `‹item code›-‹yyyymmdd›-NNN`, or as the document calls it, numbered where that is taken. */
export function createLot({ db, clock, today }: CommandContext, item: Selectable<ItemTable>, details: LotDetails = {}, document: LotDocument = {}): Lot {
  const { code, expiresOn = null, supplierLot = '', partnerId = null, unitCost = item.unitCost, notes = '' } = details
  const { documentEntity = null, documentId = null, documentNumber = null } = document
  return db.insert('stockLot', {
    itemId: item.id, code: code === undefined ? freeCode(db, item, today()) : freeFrom(db, code), receivedAt: clock.now(), receivedDay: today(), expiresOn,
    supplierLot, partnerId, unitCost,
    documentEntity, documentId, documentNumber, notes,
  })
}

function freeCode(db: Reader, { id: itemId, code }: Selectable<ItemTable>, receivedDay: string): string {
  const codeOf = (count: number) => `${code}-${receivedDay.replaceAll('-', '')}-${String(count).padStart(3, '0')}`
  let count = db.one(lotsOfDay({ itemId, receivedDay })).count + 1
  // Another item had this code on this day.
  while (db.first(lotOfCode({ code: codeOf(count) }))) count += 1
  return codeOf(count)
}

function freeFrom(db: Reader, code: string): string {
  let free = code
  for (let count = 2; db.first(lotOfCode({ code: free })); count += 1) free = `${code}-${count}`
  return free
}

/** Where goods belong that were there all along, as a count finds them: with the youngest at their place, else a lot of their own. */
export function lotOfFound(context: CommandContext, item: Selectable<ItemTable>, { id: locationId }: Location): string {
  return context.db.first(newestLotAt({ itemId: item.id, locationId }))?.lotId ?? createLot(context, item).id
}

/**
 * What to take of which lots (WH-1): first what is kept for the taker, one claim after the other, then what is kept for nobody, the oldest first.
 * Less than the quantity where there is not so much.
 */
export function pickLots(db: Reader, itemId: string, locationId: string, quantity: Decimal, claims: readonly KeptByLot[]): TakenPart[] {
  const lots = db.all(lotsAt({ itemId, locationId }))
  let rest = quantity
  const take = (most: Decimal) => {
    const taken = minDecimal(rest, most)
    rest = subtractDecimals(rest, taken)
    return taken
  }
  const ofClaims = claims.map(byLot => lots.map(({ lotId }) => take(byLot.get(lotId) ?? zero)))
  const free = lots.map(balance => take(availableStock(balance)))
  const partOf = (balance: LotBalance, at: number): TakenPart => {
    const claimed = ofClaims.map(ofLots => ofLots[at]!)
    const kept = sumDecimals(claimed)
    return { lotId: balance.lotId, balance, claimed, kept, quantity: addDecimals(kept, free[at]!) }
  }
  return lots.map(partOf).filter(({ quantity: taken }) => isPositive(taken))
}

/** These very parts. Throws `lot-short` where a lot has less than that available to the taker. */
export function pickThese(db: Reader, locationId: string, parts: readonly LotPart[], claims: readonly KeptByLot[]): TakenPart[] {
  return parts.map(({ lotId, quantity }) => {
    const balance = balanceOfLotAt(db, lotId, locationId)
    const own = claims.map(byLot => byLot.get(lotId) ?? zero)
    const available = balance ? addDecimals(availableStock(balance), sumDecimals(own)) : zero
    if (!balance || compareDecimals(quantity, available) > 0) throw lotShort(db, lotId, locationId, quantity, available)
    const claimed = claimedOf(own, quantity)
    return { lotId, quantity, balance, claimed, kept: sumDecimals(claimed) }
  })
}

/** The first claim is used up before the next. */
function claimedOf(own: readonly Decimal[], quantity: Decimal): Decimal[] {
  let rest = quantity
  return own.map(kept => {
    const claimed = minDecimal(rest, kept)
    rest = subtractDecimals(rest, claimed)
    return claimed
  })
}

export function takeParts(db: Writer, parts: readonly TakenPart[]): void {
  for (const { balance, quantity, kept } of parts) {
    db.update('lotBalance', balance, { onHand: subtractDecimals(balance.onHand, quantity), reserved: subtractDecimals(balance.reserved, kept) })
  }
}

export function addToLot(db: Writer, { lotId, quantity }: LotPart, itemId: string, { id: locationId, sectionId }: Location): void {
  const balance = balanceOfLotAt(db, lotId, locationId)
  if (balance) db.update('lotBalance', balance, { onHand: addDecimals(balance.onHand, quantity) })
  else db.insert('lotBalance', { lotId, itemId, locationId, sectionId, onHand: quantity, reserved: zero, carried: zero })
}

/** Keeps parts of lots, or frees them where the quantity is negative. */
export function keepOfLot(db: Writer, { lotId, quantity }: LotPart, locationId: string): void {
  const balance = balanceOfLotAt(db, lotId, locationId)!
  db.update('lotBalance', balance, { reserved: addDecimals(balance.reserved, quantity) })
}

/** Takes so much of a lot that nobody has been promised. */
export function takeOfLot(db: Writer, { lotId, quantity }: LotPart, locationId: string): void {
  const balance = balanceOfLotAt(db, lotId, locationId)!
  db.update('lotBalance', balance, { onHand: subtractDecimals(balance.onHand, quantity) })
}

const lotsOfMove = planned((of: { moveSeq: number }) => sql.selectFrom('stockMoveLot').select(['lotId', 'quantity']).where('moveSeq', '=', of.moveSeq)
  .orderBy('seq'))

/** Which lots a move took along; none of moves that are older than the lots. */
export function partsOfMove(db: Reader, moveSeq: number): LotPart[] {
  const parts = db.all(lotsOfMove({ moveSeq }))
  const lots = [...new Set(parts.map(({ lotId }) => lotId))]
  return lots.map(lotId => ({ lotId, quantity: sumDecimals(parts.filter(part => part.lotId === lotId).map(part => part.quantity)) }))
}

export function writeParts(db: Writer, moveSeq: number, parts: readonly LotPart[]): void {
  for (const { lotId, quantity } of parts) db.append('stockMoveLot', { moveSeq, lotId, quantity, unitCost: db.get('stockLot', lotId).unitCost })
}
