/**
 * Tells a keyboard-wedge scanner from a person, key by key. A key that may belong to a scan is held back until that is settled:
 * either all held keys are one scan, or all of them were typed and are typed again in their order. Nothing else happens to a held
 * key, so none can be lost, doubled or reordered. Times are those of the keys themselves (`event.timeStamp`), so that a busy page
 * decides as an idle one does.
 */
export interface ScanRules {
  /** The keys a scanner is set to send first. Without any it is known by its speed, and every character is held for `gap`. */
  readonly prefix: readonly string[]
  readonly ends: readonly ScanEnd[]
  /** The longest time between two keys of a scan, in milliseconds. */
  readonly gap: number
}
export const scanEnds = ['Enter', 'Tab', 'pause'] as const
export type ScanEnd = (typeof scanEnds)[number]

/** A key press. `other` is what no scan contains: it ends whatever was held. `key` is handed back if it was typed. */
export type Stroke<K> =
  | { readonly kind: 'character'; readonly text: string; readonly at: number; readonly key: K }
  | { readonly kind: 'end'; readonly text: 'Enter' | 'Tab'; readonly at: number }
  | { readonly kind: 'other'; readonly at: number }

interface Held<K> { readonly text: string; readonly at: number; readonly key: K }
export interface ScanState<K> {
  readonly held: readonly Held<K>[]
  /** Until when an Enter or Tab still belongs to the scan before it: one that ended by a pause, or sends two. */
  readonly tailUntil: number
}
export type Outcome<K> = { readonly scan: string } | { readonly typed: readonly K[] }
export interface Step<K> {
  readonly state: ScanState<K>
  /** What was settled by this key, in order, before the key itself has its effect. */
  readonly outcomes: readonly Outcome<K>[]
  /** The key is held or part of a scan: it must have no effect on the page. */
  readonly isTaken: boolean
}

/**
 * The fewest characters of a code, by what ends it. A person's fingers roll over two or three keys at a scanner's speed, never over
 * so many; fewer will do where they would have to roll over the prefix or the last key too.
 */
const shortest = { bySpeed: { key: 4, pause: 6 }, withPrefix: { key: 2, pause: 4 } }
/** Longer than any code; a program that types without end must not be held for ever. */
const longest = 400
const tailTime = 120
/** Between the parts of some codes (GS1). */
export const groupSeparator = '\u001d'

export function nothingHeld<K>(): ScanState<K> {
  return { held: [], tailUntil: -Infinity }
}

/** When the held keys are settled if no other key comes. */
export function settlesAt<K>({ gap }: ScanRules, { held }: ScanState<K>): number | undefined {
  const last = held.at(-1)
  return last && last.at + gap
}

export function press<K>(rules: ScanRules, before: ScanState<K>, stroke: Stroke<K>): Step<K> {
  const due = settlesAt(rules, before)
  const settled = due !== undefined && stroke.at > due ? settle(rules, before) : { state: before, outcomes: [] }
  const next = pressNow(rules, settled.state, stroke)
  return { ...next, outcomes: [...settled.outcomes, ...next.outcomes] }
}

/** No key came in time, or something else happened: a touch, another window. */
export function settle<K>(rules: ScanRules, { held, tailUntil }: ScanState<K>): Omit<Step<K>, 'isTaken'> {
  const last = held.at(-1)
  if (!last) return { state: { held, tailUntil }, outcomes: [] }
  if (!rules.ends.includes('pause') || !isLongEnough(rules, held, 'pause')) return { state: nothingHeld(), outcomes: [typed(held)] }
  return { state: { held: [], tailUntil: last.at + tailTime }, outcomes: [scan(rules, held)] }
}

function pressNow<K>(rules: ScanRules, state: ScanState<K>, stroke: Stroke<K>): Step<K> {
  switch (stroke.kind) {
    case 'character':
      return pressCharacter(rules, state, stroke)
    case 'end':
      return pressEnd(rules, state, stroke)
    case 'other':
      return { ...settle(rules, { ...state, tailUntil: -Infinity }), isTaken: false }
  }
}

function pressCharacter<K>(rules: ScanRules, { held }: ScanState<K>, stroke: Held<K>): Step<K> {
  if (held.length < longest && mayFollow(rules, held, stroke.text)) {
    return { state: { held: [...held, { text: stroke.text, at: stroke.at, key: stroke.key }], tailUntil: -Infinity }, outcomes: [], isTaken: true }
  }
  if (held.length === 0) return { state: nothingHeld(), outcomes: [], isTaken: false }
  const next = pressCharacter(rules, nothingHeld<K>(), stroke)
  return { ...next, outcomes: [typed(held), ...next.outcomes] }
}

function pressEnd<K>(rules: ScanRules, state: ScanState<K>, { text, at }: { readonly text: 'Enter' | 'Tab'; readonly at: number }): Step<K> {
  if (state.held.length === 0) return { state: nothingHeld(), outcomes: [], isTaken: at <= state.tailUntil }
  if (!rules.ends.includes(text) || !isLongEnough(rules, state.held, 'key')) return { ...settle(rules, state), isTaken: false }
  return { state: { held: [], tailUntil: at + rules.gap }, outcomes: [scan(rules, state.held)], isTaken: true }
}

/** Whether a scan can go on so: its first keys are the prefix, and the code does not begin with a blank or a separator. */
function mayFollow<K>({ prefix }: ScanRules, held: readonly Held<K>[], text: string): boolean {
  if (held.length < prefix.length) return text === prefix[held.length]
  return held.length > prefix.length || (text !== ' ' && text !== groupSeparator)
}

function isLongEnough<K>({ prefix }: ScanRules, held: readonly Held<K>[], end: 'key' | 'pause'): boolean {
  return held.length - prefix.length >= shortest[prefix.length > 0 ? 'withPrefix' : 'bySpeed'][end]
}

function scan<K>({ prefix }: ScanRules, held: readonly Held<K>[]): Outcome<K> {
  return { scan: held.slice(prefix.length).map(({ text }) => text).join('') }
}

function typed<K>(held: readonly Held<K>[]): Outcome<K> {
  return { typed: held.map(({ key }) => key) }
}
