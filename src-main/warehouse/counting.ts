import type { Selectable } from 'kysely'
import { compareDecimals, isZero, sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { allowsCountAct, type CountAct, type CountCause, type CountRhythm } from '../../shared/warehouse/count-rules.ts'
import { largestStockCount } from '../../shared/warehouse/counts.ts'
import { warehouseSettings } from '../../shared/warehouse/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Session } from '../core/session.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { StockCountLineTable } from '../database/tables.ts'
import { openRequest } from '../engines/approvals.ts'
import { eachRow } from '../engines/each-row.ts'
import { isPlaceWithin, placesWithin } from '../engines/place-tree.ts'
import { isAmong } from '../masters/lookup.ts'
import { requireStores } from './count-plans.ts'
import { coversItem, keptScope, scopeOf, type Count, type CountScope } from './count-scope.ts'
import { balanceOfLotAt } from './lots.ts'
import { invalid } from './refusals.ts'

export type Pass = 1 | 2
interface NewCount extends CountScope {
  readonly planId?: string | undefined; readonly rhythm: CountRhythm; readonly isOnPaper: boolean; readonly notes: string
}

export function createCount(context: CommandContext, { planId = undefined, rhythm, isOnPaper, notes, ...scope }: NewCount): Count {
  const { db, session } = context
  requireStores(db, scope)
  if (planId !== undefined) db.get('countPlan', planId)
  const sections = [...new Set(placesWithin(db, scope.locationIds).map(id => db.get('location', id).sectionId))]
  sections.forEach(sectionId => context.scope.section(sectionId))
  return db.insert('stockCount', {
    number: context.number('stockCount'), planId: planId ?? null, sectionId: sections.length === 1 ? sections[0]! : null, rhythm, ...keptScope(scope),
    isOnPaper, notes,
    status: 'DRAFT', createdBy: session.userId, startedAt: null, frozenUntil: null, firstCounterId: null, firstDoneAt: null, secondCounterId: null,
    secondDoneAt: null, firstNamed: '', secondNamed: '',
    postedBy: null, postedAt: null, postedDay: null, cancelledBy: null, cancelledAt: null, cancelReason: null, reversedBy: null, reversedAt: null,
    reverseReason: null,
  })
}

/** A count for an act, of stores the asker may write, in a state that allows the act, with no request waiting. */
export function countFor({ db, scope }: CommandContext, id: string, act: CountAct, version?: number): Count {
  const count = db.get('stockCount', id)
  scope.section(count.sectionId)
  if (version !== undefined && count.version !== version) throw new AppError('conflict', { entity: 'stockCount', id })
  if (!allowsCountAct(count.status, act)) throw new AppError('wrong-state', { entity: 'stockCount', id, number: count.number, status: count.status })
  const waiting = openRequest(db, 'STOCK_COUNT', id) ?? openRequest(db, 'STOCK_COUNT_LARGE', id)
  if (waiting) throw new AppError('approval-pending', { entity: 'approvalRequest', id: waiting.id, number: waiting.number })
  return count
}

/** Takes down what the books say of each lot, and freezes it (WH-6). Throws `count-overlaps`, `count-too-large`, `count-empty`. */
export function startCount(context: CommandContext, { id, version }: SeenAt): Count {
  const { db, clock, settings } = context
  const count = countFor(context, id, 'start', version)
  const scope = scopeOf(count)
  const standing = lotsIn(db, scope)
  if (standing.length === 0) throw new AppError('count-empty', { number: count.number })
  if (standing.length > largestStockCount) throw new AppError('count-too-large', { count: standing.length, maximum: largestStockCount })
  requireNoOther(db, count, standing)
  for (const { itemId, locationId, lotId, sectionId, onHand } of standing) insertLine(context, count, { itemId, locationId, lotId, sectionId, inBooks: onHand })
  const now = clock.now()
  const frozenUntil = new Date(Date.parse(now) + settings.get(warehouseSettings.countFreezeMinutes) * 60_000).toISOString()
  return db.update('stockCount', count, { status: 'COUNTING', startedAt: now, frozenUntil })
}

function lotsIn(db: Reader, scope: CountScope) {
  const standing = sql.selectFrom('lotBalance').innerJoin('item', 'item.id', 'lotBalance.itemId').selectAll('lotBalance').select('item.category')
    .where(isAmong('lotBalance.locationId', JSON.stringify(placesWithin(db, scope.locationIds)))).where('lotBalance.onHand', '>', zero)
  return db.all(standing).filter(({ itemId, category }) => coversItem(db, scope, { id: itemId, category }))
}

/** Two open counts of one place would post the same difference twice. */
function requireNoOther(db: Reader, count: Count, standing: readonly { readonly itemId: string; readonly locationId: string }[]): void {
  const places = new Set(standing.map(({ itemId, locationId }) => `${itemId} ${locationId}`))
  const open = sql.selectFrom('stockCountLine').innerJoin('stockCount', 'stockCount.id', 'stockCountLine.countId')
    .where('stockCount.status', 'in', ['COUNTING', 'COMPARED']).where('stockCount.id', '<>', count.id).select(['stockCount.number', 'itemId', 'locationId'])
  const other = db.all(open).find(({ itemId, locationId }) => places.has(`${itemId} ${locationId}`))
  if (other) throw new AppError('count-overlaps', {
    number: other.number, itemCode: db.get('item', other.itemId).code, location: db.get('location', other.locationId).name,
  })
}

interface NewLine {
  readonly itemId: string; readonly locationId: string; readonly lotId: string | null; readonly sectionId: string | null; readonly inBooks: Decimal
}

function insertLine({ db }: CommandContext, { id: countId }: Count, line: NewLine) {
  return db.insert('stockCountLine', {
    countId, ...line, firstCount: null, firstAt: null, secondCount: null, secondAt: null, recount: null, recountBy: null, recountAt: null, cause: null,
    moveSeq: null, firstBy: null, secondBy: null,
  })
}

/** Which figures somebody enters: both where it was counted on paper, else those of the counter that they are or may become. */
export function passesOf({ userId, permissions }: Session, count: Count): readonly Pass[] {
  const { firstCounterId, secondCounterId } = count
  if (count.status !== 'COUNTING') return []
  if (count.isOnPaper) return permissions.has('warehouse.execute') ? [1, 2] : []
  if (userId === firstCounterId) return [1]
  if (userId === secondCounterId) return [2]
  if (!permissions.has('warehouse.execute') && !permissions.has('production.execute')) return []
  return firstCounterId === null ? [1] : secondCounterId === null ? [2] : []
}

function passFor({ session }: CommandContext, count: Count, asked: Pass | undefined): Pass {
  const passes = passesOf(session, count)
  const pass = asked ?? passes[0]
  if (pass === undefined || !passes.includes(pass)) throw new AppError('not-counter', { number: count.number })
  return pass
}

/** On paper those are the counters whom the sheets name. */
function becomeCounter({ db, session }: CommandContext, count: Count, pass: Pass): void {
  if (count.isOnPaper) return
  if (pass === 1 && count.firstCounterId === null) db.update('stockCount', count, { firstCounterId: session.userId })
  if (pass === 2 && count.secondCounterId === null) db.update('stockCount', count, { secondCounterId: session.userId })
}

interface Figure { readonly lineId: string; readonly quantity: Decimal | null }

export function enterCounts(context: CommandContext, id: string, asked: Pass | undefined, figures: readonly Figure[]): { pass: Pass; entered: number } {
  const { db, clock, session } = context
  const count = countFor(context, id, 'enter')
  const pass = passFor(context, count, asked)
  if ((pass === 1 ? count.firstDoneAt : count.secondDoneAt) !== null) throw new AppError('counter-done', { number: count.number })
  becomeCounter(context, count, pass)
  eachRow('lines', figures, ({ lineId, quantity }) => {
    const line = lineOf(db, count, lineId)
    if (quantity !== null) requireFitting(db, line.itemId, quantity)
    const at = quantity === null ? null : clock.now()
    const by = quantity === null ? null : session.userId
    db.update('stockCountLine', line, pass === 1 ? { firstCount: quantity, firstAt: at, firstBy: by } : { secondCount: quantity, secondAt: at, secondBy: by })
  })
  return { pass, entered: figures.length }
}

function requireFitting(db: Reader, itemId: string, quantity: Decimal): void {
  const { places } = db.get('unit', db.get('item', itemId).unitId)
  if (!fitsUnit(quantity, places)) throw invalid('quantity', 'masters.issues.unit-places', { places })
}

function lineOf(db: Reader, { id: countId }: Pick<Count, 'id'>, lineId: string) {
  const line = db.get('stockCountLine', lineId)
  if (line.countId !== countId) throw invalid('lineId', 'warehouse.issues.other-count')
  return line
}

interface Found { readonly itemId: string; readonly locationId: string; readonly lotId?: string | undefined }

/** The line of something found; a new one where there is none, held against what came there since the count began. */
export function addCountLine(context: CommandContext, id: string, { itemId, locationId, lotId = undefined }: Found): { lineId: string } {
  const { db } = context
  const count = countFor(context, id, 'enter')
  if (passesOf(context.session, count).length === 0) throw new AppError('not-counter', { number: count.number })
  const scope = scopeOf(count)
  const item = db.get('item', itemId)
  if (item.kind === 'SERVICE') throw invalid('itemId', 'warehouse.issues.service')
  if (!isPlaceWithin(db, locationId, scope.locationIds) || !coversItem(db, scope, item)) throw invalid('itemId', 'warehouse.issues.not-counted')
  if (lotId !== undefined && db.get('stockLot', lotId).itemId !== itemId) throw invalid('lotId', 'warehouse.issues.other-lot')
  const same = db.first(sql.selectFrom('stockCountLine').select('id').where('countId', '=', id).where('itemId', '=', itemId)
    .where('locationId', '=', locationId).where('lotId', 'is', lotId ?? null))
  if (same) return { lineId: same.id }
  requireNoOther(db, count, [{ itemId, locationId }])
  const place = { itemId, locationId, lotId: lotId ?? null }
  return {
    lineId: insertLine(context, count, { ...place, sectionId: db.get('location', locationId).sectionId, inBooks: onHandOf(db, { countId: id, ...place }) }).id,
  }
}

/**
 * One counter is done; when both are, the figures may be compared. Throws `count-incomplete` with how many lines are open, and `invalid-input` for sheets that
 * do not name two people.
 */
export function finishCounting(context: CommandContext, id: string, asked: Pass | undefined, countedBy = ''): Count {
  const { db, clock } = context
  const count = countFor(context, id, 'enter')
  const pass = passFor(context, count, asked)
  const lines = db.all(sql.selectFrom('stockCountLine').selectAll().where('countId', '=', id))
  const open = lines.filter(line => (pass === 1 ? line.firstCount : line.secondCount) === null)
  if (open.length > 0) throw new AppError('count-incomplete', { number: count.number, count: open.length, itemCode: db.get('item', open[0]!.itemId).code })
  const named = count.isOnPaper ? namedOn(count, pass, countedBy) : ''
  const done = pass === 1 ? { firstDoneAt: clock.now(), firstNamed: named } : { secondDoneAt: clock.now(), secondNamed: named }
  const isWhole = (pass === 1 ? count.secondDoneAt : count.firstDoneAt) !== null
  if (isWhole) settleFound(context, lines)
  return db.update('stockCount', count, isWhole ? { ...done, status: 'COMPARED' } : done)
}

/** Whom the sheets of paper name: two people count. */
function namedOn({ firstNamed, secondNamed }: Count, pass: Pass, countedBy: string): string {
  if (countedBy === '') throw invalid('countedBy', 'warehouse.issues.sheet-unnamed')
  if (isSamePerson(countedBy, pass === 1 ? secondNamed : firstNamed)) throw invalid('countedBy', 'warehouse.issues.sheet-named-twice', { name: countedBy })
  return countedBy
}

/** Whether two texts name one person, whatever their case and blanks. */
export function isSamePerson(one: string, other: string): boolean {
  const plain = (name: string) => name.trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase()
  return plain(one) === plain(other)
}

/** What was found by nobody in the end is as if it had never been added: the books know nothing of it either. */
function settleFound(
  { db }: CommandContext, lines: readonly { id: string; version: number; inBooks: Decimal; firstCount: Decimal | null; secondCount: Decimal | null }[],
): void {
  for (const line of lines) {
    if (isZero(line.inBooks) && line.firstCount !== null && isZero(line.firstCount) && line.secondCount !== null && isZero(line.secondCount)) db.remove('stockCountLine', line)
  }
}

/** Against what the books say now, so that what has moved since the count began is in it. */
export function recountLine(
  context: CommandContext, { lineId, version, quantity }: { readonly lineId: string; readonly version: number; readonly quantity: Decimal },
): { version: number } {
  const { db, clock, session } = context
  const line = db.get('stockCountLine', lineId)
  countFor(context, line.countId, 'recount')
  requireFitting(db, line.itemId, quantity)
  const inBooks = onHandOf(db, line)
  const cause = compareDecimals(inBooks, quantity) === 0 ? null : line.cause
  return db.update('stockCountLine', { id: lineId, version }, { inBooks, recount: quantity, recountBy: session.userId, recountAt: clock.now(), cause })
}

type CountedPlace = Pick<Selectable<StockCountLineTable>, 'countId' | 'itemId' | 'locationId' | 'lotId'>

/** What the books say now: of the lot, or, where it was found without one, of those lots there that have no line of their own. */
function onHandOf(db: Reader, line: CountedPlace): Decimal {
  if (line.lotId !== null) return balanceOfLotAt(db, line.lotId, line.locationId)?.onHand ?? zero
  return sumDecimals(lotsWithoutLine(db, line).map(({ onHand }) => onHand))
}

/** Lots that came to a place after its count had begun, the oldest first: whatever was found there without a lot is held against them. */
export function lotsWithoutLine(db: Reader, { countId, itemId, locationId }: Omit<CountedPlace, 'lotId'>) {
  const counted = sql.selectFrom('stockCountLine').select('lotId').where('countId', '=', countId).where('locationId', '=', locationId)
    .where('lotId', 'is not', null)
  return db.all(sql.selectFrom('lotBalance').innerJoin('stockLot', 'stockLot.id', 'lotBalance.lotId').select(['lotBalance.lotId', 'onHand', 'reserved'])
    .where('lotBalance.itemId', '=', itemId).where('lotBalance.locationId', '=', locationId).where('onHand', '>', zero)
    .where('lotBalance.lotId', 'not in', counted)
    .orderBy('stockLot.receivedAt').orderBy('stockLot.code'))
}

export function setCauses(
  context: CommandContext, id: string, causes: readonly { readonly lineId: string; readonly cause: CountCause | null }[],
): { set: number } {
  const { db } = context
  const count = countFor(context, id, 'recount')
  for (const { lineId, cause } of causes) db.update('stockCountLine', lineOf(db, count, lineId), { cause })
  return { set: causes.length }
}

export function cancelCount(context: CommandContext, { id, version }: SeenAt, reason: string): Count {
  const { db, clock, session } = context
  const count = countFor(context, id, 'cancel', version)
  return db.update('stockCount', count, { status: 'CANCELLED', cancelledBy: session.userId, cancelledAt: clock.now(), cancelReason: reason })
}
