import type { Decimal } from '../core/decimal.ts'
import { addRationals, divideRationals, multiplyRationals, ratio, rational, type Rational } from '../core/rational.ts'

export const bomKinds = ['PRODUCTION', 'PURCHASE'] as const
export type BomKind = (typeof bomKinds)[number]
export const bomTypes = ['MANUFACTURING', 'KIT'] as const
export type BomType = (typeof bomTypes)[number]
export const bomStatuses = ['DRAFT', 'ACTIVE', 'RETIRED'] as const
export type BomStatus = (typeof bomStatuses)[number]
export const selections = ['PRIMARY', 'ANY', 'WEIGHTED'] as const
export type Selection = (typeof selections)[number]
export const variantKinds = ['PRIMARY', 'ALTERNATIVE', 'OPTIONAL'] as const
export type VariantKind = (typeof variantKinds)[number]
export const approvalStates = ['PENDING', 'APPROVED', 'REJECTED'] as const
export type ApprovalState = (typeof approvalStates)[number]

const hundred = rational(100n)
const one = rational(1n)

/** BM-2: what a line takes for one of the item, exact: 0.1005 yd with 3 % wastage for one are 0.103515 yd. */
export function neededForOne({ quantity, wastagePercent, outputQuantity }: { readonly quantity: Decimal; readonly wastagePercent: Decimal; readonly outputQuantity: Decimal }): Rational {
  return divideRationals(multiplyRationals(rational(quantity), raisedBy(wastagePercent)), rational(outputQuantity))
}

/** 3 percent more is 1.03 of it. */
export function raisedBy(percent: Decimal): Rational {
  return addRationals(one, divideRationals(rational(percent), hundred))
}

/** What may be taken in place of a line's component; they come in the order of their sequence. */
export interface Candidate { readonly itemId: string; readonly sequence: number; readonly weight: Decimal; readonly quantityVariancePercent: Decimal; readonly approval: ApprovalState }
/** Of which item how large a part of the line's quantity is taken. */
export interface Share { readonly itemId: string; readonly part: Rational }

/**
 * BM-4: only what is approved counts. PRIMARY takes number 1 of the sequence, ANY the first that is in stock (the first of all where none is),
 * WEIGHTED splits by weight. Where that is not approved, the component itself is taken.
 */
export function sharesOf(componentItemId: string, selection: Selection, variants: readonly Candidate[], isInStock: (itemId: string) => boolean): readonly Share[] {
  const eligible = variants.filter(({ approval }) => approval === 'APPROVED').toSorted((a, b) => a.sequence - b.sequence)
  const [first] = eligible
  if (!first || (selection === 'PRIMARY' && first.sequence !== 1)) return [{ itemId: componentItemId, part: one }]
  if (selection === 'PRIMARY') return [shareOf(first)]
  if (selection === 'ANY') return [shareOf(eligible.find(({ itemId }) => isInStock(itemId)) ?? first)]
  const total = eligible.reduce((sum, { weight }) => sum + BigInt(weight), 0n)
  if (total === 0n) return [shareOf(first)]
  return eligible.filter(({ weight }) => weight > 0).map(({ weight, ...variant }) => shareOf(variant, ratio(BigInt(weight), total)))
}

function shareOf({ itemId, quantityVariancePercent }: Pick<Candidate, 'itemId' | 'quantityVariancePercent'>, weight: Rational = one): Share {
  return { itemId, part: multiplyRationals(weight, raisedBy(quantityVariancePercent)) }
}
