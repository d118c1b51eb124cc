import { sql as raw, type Selectable } from 'kysely'
import { compareDecimals, decimal, decimalText, isPositive, minDecimal, subtractDecimals, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { fulfilmentSettings } from '../../shared/fulfilment/settings.ts'
import { availableStock } from '../../shared/warehouse/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { LotBalanceTable, StockLotTable } from '../database/tables.ts'
import { textOf } from '../engines/reports-text.ts'
import { locationByCode } from '../masters/locations.ts'
import { partsOfMove, type LotPart } from '../warehouse/lots.ts'
import { basePlace } from '../warehouse/places.ts'
import { stockShort } from '../warehouse/refusals.ts'
import { moveStock, undoMove, type Move } from '../warehouse/stock.ts'
import type { InvoiceRow, LineRow } from './steps.ts'

/** So much of a line that leaves its shelf. */
type Leaving = Pick<LineRow, 'itemId' | 'isCharge' | 'shelfLocation' | 'batchNumber' | 'quantity'>

/**
 * Takes what was picked off its shelf, where it is kept in stock: what expires first before the rest. Throws `stock-short` and whatever keeps
 * a move from being made.
 */
export function issueGoods(context: CommandContext, invoice: InvoiceRow, lines: readonly Leaving[]): void {
  const { db, settings } = context
  if (!settings.get(fulfilmentSettings.issuesStock)) return
  for (const line of lines) {
    const itemId = stockedItem(db, line)
    if (itemId === undefined) continue
    const quantity = decimal(line.quantity)
    const locationId = shelfOf(context, itemId, line)
    issue(context, invoice, { itemId, locationId, quantity, parts: partsByExpiry(context, { itemId, locationId, batch: line.batchNumber }, quantity) })
  }
}

interface Issue {
  readonly itemId: string
  readonly locationId: string
  readonly quantity: Decimal
  readonly parts: readonly LotPart[] | undefined
}

function issue(context: CommandContext, { id: documentId, number }: InvoiceRow, { itemId, locationId: fromLocationId, quantity, parts }: Issue): void {
  const toLocationId = basePlace(context.db, 'CUSTOMER').id
  const document = { documentEntity: 'invoice', documentId, documentNumber: number } as const
  moveStock(context, { itemId, quantity, fromLocationId, toLocationId, kind: 'ISSUE', ...document, ...(parts && { parts }) })
}

/** Puts back all that was taken for an invoice. */
export function returnGoods(context: CommandContext, invoiceId: string, note: string): void {
  for (const move of movesOf(context.db, invoiceId)) undoMove(context, move, note)
}

/**
 * What was taken for an invoice becomes what its corrected lines say: of each item the difference alone is moved, so that what nobody changed keeps
 * its lots, however its shelf stands by now; an item
 * that is billed of another batch is taken anew. Throws what `issueGoods` throws, and `inactive` where goods are to go back to a place out of use.
 */
export function correctGoods(context: CommandContext, invoice: InvoiceRow, { before, after, note }: Correction): void {
  const { db } = context
  const [was, now] = [piecesByItem(db, before), piecesByItem(db, after)]
  const moves = Map.groupBy(movesOf(db, invoice.id), ({ itemId }) => itemId)
  const rebatched = new Set(rebatchedLines(before, after).map(({ itemId }) => itemId))
  for (const itemId of new Set([...was.keys(), ...now.keys()])) {
    const isAnew = rebatched.has(itemId)
    const [billed, wanted] = [was.get(itemId) ?? 0, now.get(itemId) ?? 0]
    giveBack(context, invoice, moves.get(itemId) ?? [], { kept: isAnew ? zero : decimal(wanted), note })
    const ofItem = after.filter(line => line.itemId === itemId)
    // What is added stands on the last of its lines.
    if (isAnew) issueGoods(context, invoice, ofItem)
    else if (wanted > billed) issueGoods(context, invoice, [{ ...ofItem.at(-1)!, quantity: wanted - billed }])
  }
}

/** The lines that are billed of another batch than before. */
export function rebatchedLines(before: readonly LineRow[], after: readonly LineRow[]): LineRow[] {
  return after.filter(({ id, batchNumber }) => before.some(line => line.id === id && line.batchNumber !== batchNumber))
}

interface Correction {
  readonly before: readonly LineRow[]
  readonly after: readonly LineRow[]
  readonly note: string
}

/** The newest moves first, until no more is out than is kept. Of a move that stays in part the very same lots leave again. */
function giveBack(
  context: CommandContext,
  invoice: InvoiceRow,
  moves: readonly Move[],
  { kept, note }: { readonly kept: Decimal; readonly note: string },
): void {
  let excess = subtractDecimals(sumDecimals(moves.map(({ quantity }) => quantity)), kept)
  for (const move of moves) {
    if (!isPositive(excess)) return
    const { itemId, quantity, fromLocationId: locationId } = move
    const staying = subtractDecimals(quantity, minDecimal(quantity, excess))
    excess = subtractDecimals(excess, quantity)
    // What stays out is no news to whoever waits for goods at this shelf.
    undoMove(context, move, note, isPositive(staying) ? { settles: '' } : {})
    if (isPositive(staying)) issue(context, invoice, { itemId, locationId, quantity: staying, parts: firstOf(partsOfMove(context.db, move.seq), staying) })
  }
}

function firstOf(parts: readonly LotPart[], quantity: Decimal): LotPart[] {
  let rest = quantity
  return parts.flatMap(part => {
    const taken = minDecimal(rest, part.quantity)
    rest = subtractDecimals(rest, taken)
    return isPositive(taken) ? [{ ...part, quantity: taken }] : []
  })
}

function piecesByItem(db: Reader, lines: readonly LineRow[]): ReadonlyMap<string, number> {
  const pieces = new Map<string, number>()
  for (const line of lines) {
    const itemId = stockedItem(db, line)
    if (itemId !== undefined) pieces.set(itemId, (pieces.get(itemId) ?? 0) + line.quantity)
  }
  return pieces
}

function movesOf(db: Reader, documentId: string): Move[] {
  return db.all(
    sql
      .selectFrom('stockMove')
      .selectAll()
      .where('documentEntity', '=', 'invoice')
      .where('documentId', '=', documentId)
      .where('reverses', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('stockMove as reversal').select('reversal.seq').whereRef('reversal.reverses', '=', 'stockMove.seq'))),
      )
      .orderBy('seq', 'desc'),
  )
}

/** The item of a line that is kept in stock: neither a charge nor a service. */
function stockedItem(db: Reader, { itemId, isCharge }: Pick<LineRow, 'itemId' | 'isCharge'>): string | undefined {
  return itemId === null || isCharge || db.get('item', itemId).kind === 'SERVICE' ? undefined : itemId
}

/**
 * Where a line is taken from: the shelf it names, as long as something that may be sent stands there, else the store that has most of that. Throws
 * `stock-short` where nothing is kept anywhere, `stock-expired` where all that is left has expired.
 */
function shelfOf({ db, session, today }: CommandContext, itemId: string, { shelfLocation, quantity }: Leaving): string {
  const named = shelfLocation === '' ? undefined : locationByCode(db, shelfLocation)
  const stores = db.all(storesOf({ itemId, today: today() }))
  const store = stores.find(({ locationId, usable }) => locationId === named?.id && isPositive(usable)) ?? stores[0]
  if (store && (isPositive(store.usable) || stores.every(({ expired }) => !isPositive(expired)))) return store.locationId
  const { code, name, unitId } = db.get('item', itemId)
  const item = { itemId, itemCode: code, itemName: name, unit: db.get('unit', unitId).code }
  if (store) throw new AppError('stock-expired', { ...item, expired: decimalText(sumDecimals(stores.map(({ expired }) => expired))) })
  const [asked, location] = [String(quantity), named?.name ?? textOf(session.language, 'fulfilment.notes.anyStore')]
  throw new AppError('stock-short', { ...item, location, requested: asked, available: '0', missing: asked })
}

/** The stores in use that have something of an item, whatever may be sent of it (`usable`) the most first; of the rest the lots have expired. */
const storesOf = planned((of: { itemId: string; today: string }) => {
  const expired = raw<Decimal>`coalesce((select sum(max(lotBalance.onHand - lotBalance.reserved, 0)) from lotBalance join stockLot on stockLot.id = lotBalance.lotId
    where lotBalance.itemId = stockBalance.itemId and lotBalance.locationId = stockBalance.locationId and stockLot.expiresOn < ${of.today}), 0)`
  const usable = raw<Decimal>`stockBalance.onHand - stockBalance.reserved - ${expired}`
  return sql
    .selectFrom('stockBalance')
    .innerJoin('location', 'location.id', 'stockBalance.locationId')
    .select('stockBalance.locationId')
    .select([usable.as('usable'), expired.as('expired')])
    .where('stockBalance.itemId', '=', of.itemId)
    .where('location.kind', '=', 'INTERNAL')
    .where('location.isActive', '=', true)
    .orderBy(usable, 'desc')
    .orderBy('location.code')
})

type Standing = Selectable<LotBalanceTable> & Pick<Selectable<StockLotTable>, 'code' | 'supplierLot' | 'expiresOn' | 'receivedAt'>
interface Wanted {
  readonly itemId: string
  readonly locationId: string
  readonly batch: string
}

/**
 * FEFO, where any of the lots expires or a batch is billed: the batch that is billed first, then what expires first; what has expired is not sent
 * to anybody. Throws `stock-short`.
 */
function partsByExpiry({ db, today }: CommandContext, { itemId, locationId, batch }: Wanted, quantity: Decimal): readonly LotPart[] | undefined {
  const lots = db.all(
    sql
      .selectFrom('lotBalance')
      .innerJoin('stockLot', 'stockLot.id', 'lotBalance.lotId')
      .selectAll('lotBalance')
      .select(['stockLot.code', 'stockLot.supplierLot', 'stockLot.expiresOn', 'stockLot.receivedAt'])
      .where('lotBalance.itemId', '=', itemId)
      .where('lotBalance.locationId', '=', locationId)
      .where('lotBalance.onHand', '>', zero)
      .orderBy('stockLot.receivedAt')
      .orderBy('stockLot.code'),
  )
  if (batch === '' && lots.every(({ expiresOn }) => expiresOn === null)) return undefined
  const usable = lots.filter(({ expiresOn }) => expiresOn === null || expiresOn >= today()).toSorted(byExpiry(batch))
  const available = sumDecimals(usable.map(availableStock))
  if (compareDecimals(quantity, available) > 0) throw stockShort(db, itemId, locationId, quantity, available)
  let rest = quantity
  return usable.flatMap(lot => {
    const taken = minDecimal(rest, availableStock(lot))
    rest = subtractDecimals(rest, taken)
    return isPositive(taken) ? [{ lotId: lot.lotId, quantity: taken }] : []
  })
}

function byExpiry(batch: string) {
  const isOther = ({ code, supplierLot }: Standing) => batch === '' || ![code, supplierLot].some(name => name.toUpperCase() === batch.toUpperCase())
  return (a: Standing, b: Standing) =>
    Number(isOther(a)) - Number(isOther(b)) || (a.expiresOn ?? '~').localeCompare(b.expiresOn ?? '~') || a.receivedAt.localeCompare(b.receivedAt)
}
