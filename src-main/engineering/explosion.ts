import { AppError } from '../../shared/core/errors.ts'
import { addRationals, divideRationals, multiplyRationals, rational, type Rational } from '../../shared/core/rational.ts'
import { engineeringSettings } from '../../shared/engineering/settings.ts'
import { neededForOne, sharesOf } from '../../shared/engineering/rules.ts'
import type { QueryContext } from '../core/handlers.ts'
import { inStock, openBoms, type BomBook, type BookBom, type BookLine } from './bom-book.ts'
import { openUnits } from './conversions.ts'

/** So much of an item, in its own unit, exact. */
export interface Requirement { readonly itemId: string; readonly quantity: Rational }
/** One stage of an item, or one BOM. */
export type BomPart = Partial<Pick<BookBom, 'id' | 'sectionId'>>
/** What a line takes for one of the item above it; `isMade` where it goes further down. */
export interface Step extends Requirement { readonly bom: BookBom; readonly line: BookLine; readonly isMade: boolean }

/**
 * BM-2: takes items apart into what has to be bought; what has no BOM is bought as it is. Everything is read once and every item is taken apart once, however
 * many orders ask: keep one for a whole command.
 */
export interface Exploder {
  /**
   * What is bought for so much of an item, equal materials summed; by one stage of it or one BOM, where that is named. Throws `bom-cycle`, `bom-too-deep`,
   * `no-conversion`.
   */
  materials(itemId: string, quantity: Rational, part?: BomPart): readonly Requirement[]
  /** People's hours for so much of an item, those of all that is made for it too. As `materials`, which is to be asked first: it is what refuses a circle. */
  hours(itemId: string, quantity: Rational, part?: BomPart): Rational
  /** What one of an item takes directly. */
  steps(itemId: string): readonly Step[]
  readonly book: BomBook
}

type Context = Pick<QueryContext, 'db' | 'settings'>
/** What is bought for one of an item, and how many levels lie below it. */
interface Apart { readonly materials: readonly Requirement[]; readonly height: number }

const one = rational(1n)

export function openExploder({ db, settings }: Context, draft?: BookBom): Exploder {
  const book = openBoms(db, draft)
  const units = openUnits(db)
  const isInStock = inStock(db)
  const depth = settings.get(engineeringSettings.explosionDepth)
  const taken = new Map<string, Apart>()
  const direct = new Map<string, readonly Step[]>()
  const worked = new Map<string, Rational>()

  function stepsOf(bom: BookBom): Step[] {
    return book.linesOf(bom.id).flatMap(line => {
      const quantity = multiplyRationals(
        neededForOne({ ...line, outputQuantity: bom.outputQuantity }), units.factor(line.componentItemId, line.unitId, line.ownUnitId),
      )
      const variants = book.variantsOf(line.lineId)
      return sharesOf(line.componentItemId, line.selection, variants, isInStock)
        .map(({ itemId, part }) => {
          const unitId = variants.find(variant => variant.itemId === itemId)?.ownUnitId ?? line.ownUnitId
          const own = multiplyRationals(quantity, part, units.factor(itemId, line.ownUnitId, unitId))
          return { itemId, quantity: own, bom, line, isMade: book.bomsOf(itemId).length > 0 }
        })
    })
  }
  function steps(itemId: string): readonly Step[] {
    const found = direct.get(itemId) ?? book.bomsOf(itemId).flatMap(stepsOf)
    direct.set(itemId, found)
    return found
  }
  /** `path` are the items above. */
  function apart(itemId: string, path: readonly string[]): Apart {
    const known = taken.get(itemId)
    if (known) return known
    if (path.includes(itemId)) throw new AppError('bom-cycle', { path: named([...path.slice(path.indexOf(itemId)), itemId]) })
    if (path.length > depth) throw tooDeep([...path, itemId])
    const found = together(steps(itemId), [...path, itemId])
    taken.set(itemId, found)
    return found
  }
  function together(parts: readonly Step[], path: readonly string[]): Apart {
    const sums = new Map<string, Rational>()
    let height = 0
    for (const { itemId, quantity, isMade } of parts) {
      const below = isMade ? apart(itemId, path) : undefined
      height = Math.max(height, (below?.height ?? 0) + 1)
      for (const leaf of below?.materials ?? [{ itemId, quantity: one }]) {
        const sum = sums.get(leaf.itemId)
        const more = multiplyRationals(quantity, leaf.quantity)
        sums.set(leaf.itemId, sum ? addRationals(sum, more) : more)
      }
    }
    return { materials: [...sums].map(([itemId, quantity]) => ({ itemId, quantity })), height }
  }
  function hoursForOne(itemId: string, part?: BomPart): Rational {
    const known = part === undefined ? worked.get(itemId) : undefined
    if (known) return known
    const isAsked = (bom: BookBom) => part === undefined || isOf(bom, part)
    const own = book.bomsOf(itemId).filter(isAsked).map(({ laborHours, outputQuantity }) => divideRationals(rational(laborHours), rational(outputQuantity)))
    const below = steps(itemId).filter(({ bom, isMade }) => isMade && isAsked(bom)).map(step => multiplyRationals(step.quantity, hoursForOne(step.itemId)))
    const sum = addRationals(rational(0n), ...own, ...below)
    if (part === undefined) worked.set(itemId, sum)
    return sum
  }
  function named(path: readonly string[]): string {
    return path.map(id => db.get('item', id).code).join(' → ')
  }
  function tooDeep(path: readonly string[]): AppError {
    return new AppError('bom-too-deep', { maximum: depth, path: named(path) })
  }
  return {
    book, steps,
    hours: (itemId, quantity, part) => multiplyRationals(quantity, hoursForOne(itemId, part)),
    materials(itemId, quantity, part) {
      if (book.bomsOf(itemId).length === 0) return [{ itemId, quantity }]
      const { materials, height } = part === undefined ? apart(itemId, []) : together(steps(itemId).filter(({ bom }) => isOf(bom, part)), [itemId])
      if (height > depth) throw tooDeep([itemId])
      return materials.map(leaf => ({ itemId: leaf.itemId, quantity: multiplyRationals(quantity, leaf.quantity) }))
    },
  }
}

export function isOf(bom: BookBom, { id, sectionId }: BomPart): boolean {
  return (id === undefined || bom.id === id) && (sectionId === undefined || bom.sectionId === sectionId)
}
