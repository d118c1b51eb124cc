import { decimal, DecimalError, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { compareRationals, multiplyRationals, rational, toDecimal, type Rational } from '../../shared/core/rational.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { openExploder, type Exploder, type Requirement, type Step } from './explosion.ts'

/** A purchase BOM is for as few of the item as lets every quantity be written exactly; for the most where none does. */
const outputs = [1n, 10n, 100n, 1_000n, 10_000n] as const

interface Wanted {
  readonly outputQuantity: Decimal; readonly lines: readonly { readonly componentItemId: string; readonly quantity: Decimal; readonly unitId: string }[]
}

/**
 * BM-1: makes the purchase BOMs of the finished goods anew that contain one of these items, or are one. Those that say the same stay. What is
 * rounded is rounded up, so that nobody buys short. `exploder` is one that knows the BOMs as they are in force by now. Throws `bom-out-of-range` with
 * the line, of a BOM of one of these items, by which more would have to be bought than can be kept.
 */
export function renewPurchaseBoms(context: CommandContext, itemIds: readonly string[], exploder = openExploder(context)): void {
  const { db } = context
  for (const itemId of finishedAbove(db, exploder, itemIds)) renew(
    context, itemId, exploder.book.bomsOf(itemId).length > 0 ? wantedOf(db, exploder, itemId, itemIds) : undefined,
  )
}

/** The finished goods among the items and all that are made of them. */
function finishedAbove(db: Reader, { book, steps }: Exploder, itemIds: readonly string[]): string[] {
  const above = new Map<string, Set<string>>()
  for (const made of book.madeItems()) {
    for (const { itemId } of steps(made)) above.set(itemId, (above.get(itemId) ?? new Set()).add(made))
  }
  const reached = new Set(itemIds)
  for (const itemId of reached) for (const made of above.get(itemId) ?? []) reached.add(made)
  return [...reached].filter(id => db.get('item', id).kind === 'FINISHED_GOOD')
}

/** Raw materials alone: what is made without a BOM yet, and work done by others, is not bought by it. */
function wantedOf(db: Reader, exploder: Exploder, itemId: string, changed: readonly string[]): Wanted {
  const bought = exploder.materials(itemId, rational(1n)).filter(leaf => !['WIP', 'SERVICE'].includes(db.get('item', leaf.itemId).kind))
  const output = outputs.find(one => bought.every(({ quantity }) => isWritten(multiplyRationals(quantity, rational(one))))) ?? outputs.at(-1)!
  const lines = bought.map((leaf: Requirement) => ({
    componentItemId: leaf.itemId, unitId: db.get('item', leaf.itemId).unitId,
    quantity: bounded(multiplyRationals(leaf.quantity, rational(output)), () => tooMuch(db, exploder, itemId, leaf.itemId, changed)),
  }))
  return { outputQuantity: decimal(String(output)), lines: lines.toSorted((a, b) => (a.componentItemId < b.componentItemId ? -1 : 1)) }
}

function bounded(quantity: Rational, refusal: () => AppError): Decimal {
  try {
    return toDecimal(quantity, 'ceiling')
  } catch (error) {
    throw error instanceof DecimalError ? refusal() : error
  }
}

/** Names the line of what was changed by which most of the material comes into what is made; where none of it leads there, the last on the way. */
function tooMuch(db: Reader, exploder: Exploder, madeId: string, materialId: string, changed: readonly string[]): AppError {
  const way = heaviestWay(exploder, madeId, materialId)
  const { bom, line } = way.find(step => changed.includes(step.bom.itemId)) ?? way.at(-1)!
  const codeOf = (id: string) => db.get('item', id).code
  return new AppError('bom-out-of-range', {
    itemId: bom.itemId, item: codeOf(bom.itemId), line: exploder.book.linesOf(bom.id).findIndex(({ lineId }) => lineId === line.lineId) + 1,
    component: codeOf(line.componentItemId), made: codeOf(madeId), material: codeOf(materialId),
  })
}

function heaviestWay(exploder: Pick<Exploder, 'steps' | 'materials'>, itemId: string, materialId: string): Step[] {
  const taken = (step: Step) => exploder.materials(step.itemId, step.quantity).find(leaf => leaf.itemId === materialId)?.quantity ?? rational(0n)
  const [heaviest] = exploder.steps(itemId).map(step => ({ step, quantity: taken(step) })).toSorted((a, b) => compareRationals(b.quantity, a.quantity))
  if (!heaviest) return []
  const { step } = heaviest
  return [step, ...(step.isMade ? heaviestWay(exploder, step.itemId, materialId) : [])]
}

/** Whether four decimals are enough. */
function isWritten({ denominator }: Rational): boolean {
  return 10_000n % denominator === 0n
}

function renew({ db, session, today }: CommandContext, itemId: string, wanted: Wanted | undefined): void {
  const place = sql.selectFrom('bomHeader').where('itemId', '=', itemId).where('kind', '=', 'PURCHASE')
  const before = db.first(place.selectAll().where('status', '=', 'ACTIVE'))
  if (before && wanted && isSame(wanted, { outputQuantity: before.outputQuantity, lines: keptLines(db, before.id) })) return
  if (before) db.update('bomHeader', before, { status: 'RETIRED' })
  if (!wanted || wanted.lines.length === 0) return
  const last = db.first(place.select('revision').orderBy('revision', 'desc').limit(1))?.revision ?? 0
  const { id } = db.insert('bomHeader', {
    itemId, kind: 'PURCHASE', sectionId: null, revision: last + 1, outputQuantity: wanted.outputQuantity, status: 'ACTIVE', revisedBy: session.userId,
    revisedDay: today(),
  })
  wanted.lines.forEach((line, at) => db.insert('bomLine', { bomHeaderId: id, ...line, position: at + 1 }))
}

function keptLines(db: Reader, bomHeaderId: string): Wanted['lines'] {
  return db.all(sql.selectFrom('bomLine').select(['componentItemId', 'quantity', 'unitId']).where('bomHeaderId', '=', bomHeaderId).orderBy('componentItemId'))
}

function isSame(a: Wanted, b: Wanted): boolean {
  return a.outputQuantity === b.outputQuantity && JSON.stringify(a.lines.map(plain)) === JSON.stringify(b.lines.map(plain))
}

function plain({ componentItemId, quantity, unitId }: Wanted['lines'][number]): unknown[] {
  return [componentItemId, quantity, unitId]
}
