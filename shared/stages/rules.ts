import { addDecimals, compareDecimals, decimal, fromUnits, isNegative, isZero, minDecimal, subtractDecimals, sumDecimals, zero, type Decimal } from '../core/decimal.ts'
import { ratio, toPlaces } from '../core/rational.ts'

export const stepKinds = ['PLAIN', 'COUNT', 'CHECK', 'CRITICAL'] as const
/** `PLAIN` is only named. `COUNT` tells good pieces and defects of what went in, `CHECK` judges every piece, `CRITICAL` too, and what fails there stops the work order. */
export type StepKind = (typeof stepKinds)[number]
export const figureKinds = ['NUMBER', 'TEXT', 'CHOICE'] as const
export type FigureKind = (typeof figureKinds)[number]
export const cardStatuses = ['OPEN', 'DONE'] as const
export type CardStatus = (typeof cardStatuses)[number]

/** What each kind of step takes: whether pieces go in and out, whether every one of them is judged, whether some go back, and whether a failure stops the work. */
interface StepRule { readonly isCounted: boolean; readonly judgesAll: boolean; readonly mayRework: boolean; readonly stopsWork: boolean }
export const stepRules: Readonly<Record<StepKind, StepRule>> = {
  PLAIN: { isCounted: false, judgesAll: false, mayRework: false, stopsWork: false },
  COUNT: { isCounted: true, judgesAll: false, mayRework: false, stopsWork: false },
  CHECK: { isCounted: true, judgesAll: true, mayRework: true, stopsWork: false },
  CRITICAL: { isCounted: true, judgesAll: true, mayRework: false, stopsWork: true },
}

/** Pieces that went into a step, and what became of them. */
export interface StepFigures { readonly input: Decimal; readonly good: Decimal; readonly rework: Decimal; readonly scrap: Decimal }

/** PX-13: what is neither good nor sent back nor a defect; negative where more came out than went in. */
export function lossOf({ input, good, rework, scrap }: StepFigures): Decimal {
  return subtractDecimals(input, sumDecimals([good, rework, scrap]))
}

/** PX-13: good pieces in percent of what went in, one decimal; nothing where nothing did. */
export function yieldPercent(good: Decimal, input: Decimal): Decimal | null {
  return isZero(input) ? null : toPlaces(ratio(BigInt(good) * 100n, BigInt(input)), 1, 'half-up')
}

/** Whether the exact share reaches the target; nothing without either. */
export function isYieldMet(good: Decimal, input: Decimal, target: Decimal | null): boolean | null {
  if (target === null || isZero(input)) return null
  return BigInt(good) * hundred >= BigInt(input) * BigInt(target)
}
const hundred = BigInt(decimal('100'))

export const stepFaults = ['nothing-in', 'no-rework', 'not-balanced', 'more-than-input'] as const
export type StepFault = (typeof stepFaults)[number]

/** PX-12, PX-13: what keeps figures from being a step's: where every piece is judged they add up exactly, elsewhere they are no more than went in. */
export function stepFault(kind: StepKind, figures: StepFigures): StepFault | undefined {
  const { judgesAll, mayRework } = stepRules[kind]
  if (isZero(figures.input)) return 'nothing-in'
  if (!mayRework && !isZero(figures.rework)) return 'no-rework'
  const loss = lossOf(figures)
  if (isNegative(loss)) return 'more-than-input'
  return judgesAll && !isZero(loss) ? 'not-balanced' : undefined
}

/** Pieces of a day. */
export interface DayPieces { readonly day: string; readonly pieces: Decimal }
/** A step that counts, with what went into it and what passed it on each day, rework that came back good among it. */
export interface StepFlow { readonly id: string; readonly taken: readonly DayPieces[]; readonly passed: readonly DayPieces[] }
/** The steps of a work order in their order, and what came to the first of them (null: as much as wanted). */
export interface StepChain { readonly steps: readonly StepFlow[]; readonly came: Decimal | null }

function upTo(days: readonly DayPieces[], last: string): Decimal {
  return sumDecimals(days.filter(({ day }) => day <= last).map(({ pieces }) => pieces))
}

/** PX-13: what came to a step by a day and did not go into it: of all that came to the stage at the first, of what passed the one before at every other. Negative where it took more. */
function restOn({ steps, came }: StepChain, at: number, day: string): Decimal | null {
  const supply = at === 0 ? came : upTo(steps[at - 1]!.passed, day)
  return supply === null ? null : subtractDecimals(supply, upTo(steps[at]!.taken, day))
}

function daysOf(chains: readonly StepChain[]): readonly string[] {
  return [...new Set(chains.flatMap(({ steps }) => steps.flatMap(({ taken, passed }) => [...taken, ...passed].map(({ day }) => day))))].toSorted()
}

/** PX-13: how many pieces each step may still take on a day, so that no later day takes more than had passed by then. */
export function roomOf(chain: StepChain, on: string): readonly (Decimal | null)[] {
  const days = [on, ...daysOf([chain]).filter(day => day > on)]
  return chain.steps.map((_, at) => days.map(day => restOn(chain, at, day)).reduce((least, rest) => (least === null || rest === null ? null : minDecimal(least, rest))))
}

/** Where a step has taken more than had passed the one before it. */
export interface Overdraw { readonly stepId: string; readonly day: string; readonly taken: Decimal; readonly came: Decimal }

/** PX-13: the first step and day that a change leaves with more taken than had passed, and by more than before it; what makes it better is always let through. */
export function worseOverdraw(before: StepChain, after: StepChain): Overdraw | undefined {
  const days = daysOf([before, after])
  for (const [at, { id, taken }] of after.steps.entries()) {
    const known = before.steps.findIndex(step => step.id === id)
    const day = days.find(one => {
      const rest = restOn(after, at, one) ?? zero
      return isNegative(rest) && compareDecimals(rest, known < 0 ? zero : restOn(before, known, one) ?? zero) < 0
    })
    if (day !== undefined) return { stepId: id, day, taken: upTo(taken, day), came: addDecimals(upTo(taken, day), restOn(after, at, day) ?? zero) }
  }
  return undefined
}

/** What a look at a card's pieces found. */
export interface RoundFigures { readonly good: Decimal; readonly again: Decimal; readonly scrap: Decimal }

/** PX-12: every piece of the card is judged; what goes back once more is on its next cycle. */
export function cardAfter(card: { readonly open: Decimal; readonly cycle: number }, { good, again, scrap }: RoundFigures): { readonly open: Decimal; readonly cycle: number; readonly status: CardStatus } | undefined {
  if (compareDecimals(sumDecimals([good, again, scrap]), card.open) !== 0) return undefined
  return isZero(again) ? { open: zero, cycle: card.cycle, status: 'DONE' } : { open: again, cycle: card.cycle + 1, status: 'OPEN' }
}

/** PX-12, E202: a card that goes back more often than allowed. */
export function isReworkOver(cycle: number, most: number): boolean {
  return cycle > most
}

/** PX-12: rework goes back, never on: only to a step before the one that found it. */
export function mayReturnTo(found: { readonly position: number }, target: { readonly position: number }): boolean {
  return target.position < found.position
}

export const inputStates = ['OK', 'SHORTAGE', 'SURPLUS'] as const
export type InputState = (typeof inputStates)[number]

/** Whether what came to sewing is as much as is needed, or off it by more than so many percent. */
export function inputState(came: Decimal, needed: Decimal, tolerance: Decimal): InputState {
  const beyond = BigInt(came - needed) * hundred
  const allowed = BigInt(needed) * BigInt(tolerance)
  if (beyond < -allowed) return 'SHORTAGE'
  return beyond > allowed ? 'SURPLUS' : 'OK'
}

/** PX-14: a set is one of each part, so there are as many as of the part there is least of. */
export function setsOf(parts: readonly Decimal[]): Decimal {
  return parts.length === 0 ? zero : parts.reduce((least, part) => minDecimal(least, part))
}

/** Whole minutes that so many pieces take at a step; nothing where nobody says how long one takes. */
export function minutesFor(pieces: Decimal, minutesPerPiece: Decimal | null): number | null {
  return minutesPerPiece === null ? null : Math.round((Number(pieces) * Number(minutesPerPiece)) / Number(decimal('1')) ** 2)
}

/** The words of a choice, as the factory wrote them: between semicolons. */
export function choicesOf(choices: string): readonly string[] {
  return choices.split(';').map(choice => choice.trim()).filter(choice => choice !== '')
}

export function totalOf(records: readonly StepFigures[]): StepFigures {
  const sum = (column: keyof StepFigures) => fromUnits(records.reduce((all, record) => all + record[column], 0))
  return { input: sum('input'), good: sum('good'), rework: sum('rework'), scrap: sum('scrap') }
}
