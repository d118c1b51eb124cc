import { AppError } from '../../shared/core/errors.ts'
import { addRationals, divideRationals, multiplyRationals, ratio, rational, type Rational } from '../../shared/core/rational.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { openExploder, type Step } from '../engineering/explosion.ts'

/** What goes into a part, for one of the article, with wastage; `isMade` where it is another part. */
export interface PartMaterial { readonly itemId: string; readonly perArticle: Rational; readonly isMade: boolean }
/** Something that is made on the way to an article, by one BOM: so much of it for one of the article. */
export interface OrderPart {
  readonly bomHeaderId: string
  readonly itemId: string
  readonly sectionId: string | null
  readonly perArticle: Rational
  readonly materials: readonly PartMaterial[]
}

type Context = Pick<QueryContext, 'db' | 'settings'>

/** An article's BOMs in force as they stand now, the first to be made first. Throws `no-bom`, `bom-cycle`, `bom-too-deep`, `no-conversion`. */
export function partsNow(context: Context, articleId: string): readonly OrderPart[] {
  const exploder = openExploder(context)
  if (exploder.book.bomsOf(articleId).length === 0) throw new AppError('no-bom', { article: context.db.get('item', articleId).code })
  exploder.materials(articleId, rational(1n)) // says what is wrong with the BOMs
  const made = childrenFirst(articleId, itemId => exploder.steps(itemId))
  const amounts = new Map([[articleId, rational(1n)]])
  for (const itemId of made.toReversed()) {
    for (const step of exploder.steps(itemId).filter(({ isMade }) => isMade)) {
      const more = multiplyRationals(amounts.get(itemId)!, withoutWastage(step))
      const before = amounts.get(step.itemId)
      amounts.set(step.itemId, before ? addRationals(before, more) : more)
    }
  }
  return made.flatMap(itemId => exploder.book.bomsOf(itemId).map(bom => ({
    bomHeaderId: bom.id, itemId, sectionId: bom.sectionId, perArticle: amounts.get(itemId)!,
    materials: exploder.steps(itemId).filter(step => step.bom.id === bom.id)
      .map(step => ({ itemId: step.itemId, perArticle: multiplyRationals(amounts.get(itemId)!, step.quantity), isMade: step.isMade })),
  })))
}

function childrenFirst(articleId: string, stepsOf: (itemId: string) => readonly Step[]): string[] {
  const made = new Set<string>()
  const visit = (itemId: string) => {
    if (made.has(itemId)) return
    for (const { itemId: below, isMade } of stepsOf(itemId)) if (isMade) visit(below)
    made.add(itemId)
  }
  visit(articleId)
  return [...made]
}

/** How many are wanted: what is lost of them is in the targets of the stages. */
function withoutWastage({ quantity, line }: Step): Rational {
  return divideRationals(quantity, addRationals(rational(1n), ratio(BigInt(line.wastagePercent), 1_000_000n)))
}

/** Keeps an order's parts as they are now (BM-3): revisions that come later change nothing of it. */
export function keepParts({ db, settings }: CommandContext, manufacturingOrderId: string, articleId: string): void {
  partsNow({ db, settings }, articleId).forEach(({ materials, perArticle, ...part }, at) => {
    const { id } = db.insert('orderPart', { ...part, manufacturingOrderId, position: at + 1, perArticle: textOf(perArticle) })
    for (const material of materials)
      db.insert('orderMaterial', { ...material, orderPartId: id, manufacturingOrderId, perArticle: textOf(material.perArticle) })
  })
}

/** The parts an order was unlocked with; of a draft, those in force. */
export function partsOf(
  context: Context,
  { id, status, articleId }: { readonly id: string; readonly status: string; readonly articleId: string },
): readonly OrderPart[] {
  return status === 'DRAFT' ? partsNow(context, articleId) : keptParts(context.db, id)
}

export function keptParts(db: Reader, manufacturingOrderId: string): readonly OrderPart[] {
  const parts = db.all(sql.selectFrom('orderPart').selectAll().where('manufacturingOrderId', '=', manufacturingOrderId).orderBy('position'))
  const materials = Map.groupBy(
    db.all(sql.selectFrom('orderMaterial').selectAll().where('manufacturingOrderId', '=', manufacturingOrderId).orderBy('id')),
    ({ orderPartId }) => orderPartId,
  )
  return parts.map(({ id, bomHeaderId, itemId, sectionId, perArticle }) => ({
    bomHeaderId, itemId, sectionId, perArticle: rationalOf(perArticle),
    materials: (materials.get(id) ?? []).map(material => ({ itemId: material.itemId, isMade: material.isMade, perArticle: rationalOf(material.perArticle) })),
  }))
}

/** "3/2": exact, however often an order is reckoned anew. */
export function textOf({ numerator, denominator }: Rational): string {
  return `${numerator}/${denominator}`
}
export function rationalOf(text: string): Rational {
  const [numerator = '0', denominator = '1'] = text.split('/')
  return ratio(BigInt(numerator), BigInt(denominator))
}
