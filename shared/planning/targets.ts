import { decimal, type Decimal } from '../core/decimal.ts'
import { addRationals, ceilToInteger, divideRationals, multiplyRationals, ratio, rational, type Rational } from '../core/rational.ts'

const one = rational(1n)
const hundred = decimal('100')

/** PL-9: pieces with a buffer in percent on top, exact and rounded up: 450 and 10 % are 495, never 496. */
export function bufferedTarget(pieces: number, bufferPercent: Decimal): number {
  return ceilToInteger(multiplyRationals(rational(BigInt(pieces)), addRationals(one, share(bufferPercent))))
}

/** What a stage loses, in percent of what goes in, and what is put in on top by hand. */
export interface StageYield { readonly defectPercent: Decimal; readonly extra: number }

/** PL-10: what each stage must put out so that `pieces` leave the last one; the stages from the first to the last, and the targets too. */
export function yieldTargets(pieces: number, stages: readonly StageYield[]): number[] {
  const targets: number[] = []
  let wanted = pieces
  for (const { defectPercent, extra } of stages.toReversed()) {
    wanted = ceilToInteger(divideRationals(rational(BigInt(wanted)), kept(defectPercent))) + extra
    targets.unshift(wanted)
  }
  return targets
}

export interface PalletFit { readonly pallets: number; readonly rest: number; readonly lower: number; readonly upper: number }

/** FG-2: whole pallets in a quantity, what is left over, and the nearest multiples below and above. */
export function palletFit(pieces: number, piecesPerPallet: number): PalletFit {
  const pallets = Math.floor(pieces / piecesPerPallet)
  const rest = pieces - pallets * piecesPerPallet
  const lower = pallets * piecesPerPallet
  return { pallets, rest, lower, upper: rest === 0 ? lower : lower + piecesPerPallet }
}

function share(percent: Decimal): Rational {
  return ratio(BigInt(percent), BigInt(hundred))
}

function kept(defectPercent: Decimal): Rational {
  return ratio(BigInt(hundred) - BigInt(defectPercent), BigInt(hundred))
}
