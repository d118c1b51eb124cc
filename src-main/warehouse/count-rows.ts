import { sql as raw } from 'kysely'
import { subtractDecimals } from '../../shared/core/decimal.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import {
  countedOf, gravestBand, isCompared, needsRecount, varianceBand, variancePercent, type VarianceBand, type VarianceLimits,
} from '../../shared/warehouse/count-rules.ts'
import type { counts, StockCount, StockCountDetail, StockCountLine } from '../../shared/warehouse/counts.ts'
import { warehouseSettings } from '../../shared/warehouse/settings.ts'
import type { QueryContext, SettingReader } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { decidesAlone, openRequest } from '../engines/approvals.ts'
import { namesOf } from './count-plans.ts'
import { isCountedAsGoods, scopeOf, type Count } from './count-scope.ts'
import { isSamePerson, passesOf } from './counting.ts'
import { isSeen, type Sections } from './places.ts'

const countRows = sql.selectFrom('stockCount')
  .innerJoin('user as maker', 'maker.id', 'stockCount.createdBy')
  .leftJoin('countPlan', 'countPlan.id', 'stockCount.planId')
  .leftJoin('section', 'section.id', 'stockCount.sectionId')
  .leftJoin('user as firstCounter', 'firstCounter.id', 'stockCount.firstCounterId')
  .leftJoin('user as secondCounter', 'secondCounter.id', 'stockCount.secondCounterId')
  .leftJoin('user as poster', 'poster.id', 'stockCount.postedBy')
  .leftJoin('user as canceller', 'canceller.id', 'stockCount.cancelledBy')
  .leftJoin('user as reverser', 'reverser.id', 'stockCount.reversedBy')
  .select([
    'stockCount.id', 'stockCount.version', 'stockCount.createdAt', 'stockCount.number', 'stockCount.planId', 'countPlan.name as planName',
    'stockCount.sectionId',
    'section.name as sectionName', 'stockCount.rhythm', 'stockCount.locationIds', 'stockCount.categories', 'stockCount.abcClasses', 'stockCount.isOnPaper',
    'stockCount.notes',
    'stockCount.status', 'maker.fullName as createdByName', 'stockCount.startedAt', 'stockCount.frozenUntil',
    raw<string | null>`coalesce(firstCounter.fullName, nullif(stockCount.firstNamed, ''))`.as('firstCounterName'),
    'stockCount.firstDoneAt', raw<string | null>`coalesce(secondCounter.fullName, nullif(stockCount.secondNamed, ''))`.as('secondCounterName'),
    'stockCount.secondDoneAt', 'poster.fullName as postedByName', 'stockCount.postedAt',
    'stockCount.postedDay', 'canceller.fullName as cancelledByName', 'stockCount.cancelledAt', 'stockCount.cancelReason',
    'reverser.fullName as reversedByName', 'stockCount.reversedAt', 'stockCount.reverseReason',
  ])

type Kept = Omit<StockCount, 'locationIds' | 'locationNames' | 'categories' | 'abcClasses'> & Pick<Count, 'locationIds' | 'categories' | 'abcClasses'>

function shown(db: Reader, row: Kept): StockCount {
  const { locationIds, categories, abcClasses } = scopeOf(row)
  return { ...row, locationIds: [...locationIds], locationNames: namesOf(db, locationIds), categories: [...categories], abcClasses: [...abcClasses] }
}

export function listCounts(db: Reader, mine: Sections, input: ParsedInputOf<typeof counts.listCounts>): Page<StockCount> {
  const { status, rhythm, planId } = input.filter
  let query = countRows.where(isSeen('stockCount', mine))
  if (status !== undefined) query = query.where('stockCount.status', 'in', status)
  if (rhythm !== undefined) query = query.where('stockCount.rhythm', '=', rhythm)
  if (planId !== undefined) query = query.where('stockCount.planId', '=', planId)
  const { rows, ...rest } = listPage(db, input, {
    query, columns: { number: 'stockCount.number', createdAt: 'stockCount.createdAt', status: 'stockCount.status', postedDay: 'stockCount.postedDay' },
    search: ['stockCount.number', 'countPlan.name', 'stockCount.notes'], defaultSort: [{ column: 'createdAt', descending: true }], id: 'stockCount.id',
  })
  return { rows: rows.map(row => shown(db, row)), ...rest }
}

/** Throws `not-found`. */
export function countOf(db: Reader, id: string): StockCount {
  db.get('stockCount', id)
  return shown(db, db.one(countRows.where('stockCount.id', '=', id)))
}

export type LineState = ReturnType<typeof linesOf>[number]

/** The lines of a count with their names, in the order in which one walks along them; `hasMoved`: something moved there before the last figure was entered. */
export function linesOf(db: Reader, countId: string) {
  return db.all(sql.selectFrom('stockCountLine')
    .innerJoin('stockCount', 'stockCount.id', 'stockCountLine.countId')
    .innerJoin('item', 'item.id', 'stockCountLine.itemId').innerJoin('unit', 'unit.id', 'item.unitId')
    .innerJoin('location', 'location.id', 'stockCountLine.locationId').leftJoin('stockLot', 'stockLot.id', 'stockCountLine.lotId')
    .leftJoin('user as recounter', 'recounter.id', 'stockCountLine.recountBy')
    .where('stockCountLine.countId', '=', countId).selectAll('stockCountLine')
    .select([
      'item.code as itemCode', 'item.name as itemName', 'unit.code as unitCode', 'unit.places as unitPlaces', 'location.name as locationName',
      'stockLot.code as lotCode', raw<string>`coalesce(stockLot.supplierLot, '')`.as('supplierLot'), 'recounter.fullName as recountByName',
      raw<boolean>`exists (select 1 from stockMove as move where move.itemId = stockCountLine.itemId
        and (move.fromLocationId = stockCountLine.locationId or move.toLocationId = stockCountLine.locationId) and move.at > stockCount.startedAt
        and move.at <= max(coalesce(stockCountLine.firstAt, ''), coalesce(stockCountLine.secondAt, '')))`.as('hasMoved'),
    ])
    .orderBy(raw`location.name collate nocase`).orderBy(raw`item.code collate nocase`).orderBy('stockLot.receivedAt').orderBy('stockLot.code'))
}

/** Packing and finished goods tolerate what their own setting says, nothing at first: whatever rhythm the count of a line was given. */
export function limitsOf({ db, settings }: { readonly db: Reader; readonly settings: SettingReader }, { rhythm }: Pick<Count, 'rhythm'>): (line: LineState) => VarianceLimits {
  const packing = settings.get(warehouseSettings.packingTolerance)
  const usual = settings.get(warehouseSettings.countAutomatic)
  const manager = settings.get(warehouseSettings.countManager)
  return ({ itemId, locationId }) => ({ automatic: rhythm === 'GOODS' || isCountedAsGoods(db, db.get('item', itemId), locationId) ? packing : usual, manager })
}

/** Who would answer for a line as it was counted; nobody as long as its figure is not settled. */
export function bandOf(line: Pick<LineState, 'inBooks' | 'firstCount' | 'secondCount' | 'recount'>, limits: VarianceLimits): VarianceBand | null {
  const counted = countedOf(line)
  return counted === null ? null : varianceBand(line.inBooks, counted, limits)
}

export function countDetail(context: QueryContext, id: string): StockCountDetail {
  const { db, session } = context
  const count = db.get('stockCount', id)
  const passes = passesOf(session, count)
  const limits = limitsOf(context, count)
  const isOpen = isCompared(count.status)
  const lines = linesOf(db, id)
  const bands = lines.map(line => bandOf(line, limits(line))).filter(band => band !== null)
  const request = openRequest(db, 'STOCK_COUNT', id) ?? openRequest(db, 'STOCK_COUNT_LARGE', id)
  const band = isOpen ? gravestBand(bands) : null
  return {
    count: countOf(db, id), passes: [...passes], band, openRequest: request?.number ?? null, mayDecide: band !== null && mayPost(context, count, band),
    hasCounted: hasCounted(context, count),
    entered: [lines.filter(({ firstCount }) => firstCount !== null).length, lines.filter(({ secondCount }) => secondCount !== null).length],
    lines: lines.map(line => shownLine(line, passes, isOpen ? limits(line) : null)),
  }
}

/** Whether somebody posts a count of this band without asking: who counted never does, but for small differences. */
export function mayPost(context: Pick<QueryContext, 'db' | 'session' | 'clock'>, count: Count, band: VarianceBand): boolean {
  if (band === 'AUTOMATIC') return true
  return !hasCounted(context, count) && decidesAlone(context, kindOf(band), count.sectionId)
}

/** WH-6: who counted, counted again, entered a figure or is named on the sheets does not answer for it too. */
export function hasCounted(
  { db, session: { userId, fullName } }: Pick<QueryContext, 'db' | 'session'>, { id, firstCounterId, secondCounterId, firstNamed, secondNamed }: Count,
): boolean {
  if (firstCounterId === userId || secondCounterId === userId || [firstNamed, secondNamed].some(name => isSamePerson(name, fullName))) return true
  return figureMakers(db, id).includes(userId)
}

/** Who entered a figure of a count or counted a line of it again. */
export function figureMakers(db: Reader, countId: string): readonly string[] {
  const lines = db.all(sql.selectFrom('stockCountLine').select(['firstBy', 'secondBy', 'recountBy']).distinct().where('countId', '=', countId))
  return [...new Set(lines.flatMap(({ firstBy, secondBy, recountBy }) => [firstBy, secondBy, recountBy]).filter(person => person !== null))]
}

export function kindOf(band: VarianceBand): 'STOCK_COUNT' | 'STOCK_COUNT_LARGE' {
  return band === 'MANAGER' ? 'STOCK_COUNT_LARGE' : 'STOCK_COUNT'
}

function shownLine(line: LineState, passes: readonly (1 | 2)[], limits: VarianceLimits | null): StockCountLine {
  const {
    id, version, itemId, itemCode, itemName, unitCode, unitPlaces, locationId, locationName, lotId, lotCode, supplierLot, inBooks, firstCount, secondCount,
    recount, recountByName,
    hasMoved, cause,
  } = line
  const counted = countedOf(line)
  const compared = limits && {
    inBooks, firstCount, secondCount, recount, recountByName, counted, hasMoved, cause, needsRecount: needsRecount(line, limits), band: bandOf(line, limits),
    difference: counted === null ? null : subtractDecimals(counted, inBooks), percent: counted === null ? null : variancePercent(inBooks, counted),
  }
  return {
    id, version, itemId, itemCode, itemName, unitCode, unitPlaces, locationId, locationName, lotId, lotCode, supplierLot,
    firstEntry: passes.includes(1) ? firstCount : null, secondEntry: passes.includes(2) ? secondCount : null, compared,
  }
}
