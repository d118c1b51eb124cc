import type { BusinessDay } from '../../shared/core/dates.ts'
import { decodeInput } from '../../shared/core/decode-input.ts'
import type { Command, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { LateFact } from '../../shared/section-day/late.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import type { SectionAndDay } from './rows.ts'

/** A section's day that an input is about, or all of them up to another. */
export interface Concerned extends SectionAndDay { readonly until?: string }

/** The ids of the requests that wait for consent. */
export type WaitsIn = readonly string[]
/** What the exception queue knows of a command: which days its input is about, what it says, and how it is done. */
interface Parts<Input> {
  /** `today`: until when what has no end goes on. */
  daysOf(db: Reader, input: Input, today: BusinessDay): readonly Concerned[]
  facts(db: Reader, input: Input): readonly LateFact[]
  /** `reason`: why it came late, where the command wants one and none was given. Answers what of it only waits for consent. */
  apply(context: CommandContext, input: Input, reason: string): WaitsIn
}
export type Sent = Readonly<Record<string, unknown>>
export interface Moment { readonly day: string; readonly time: string }
/** The same for input as it travels. */
export interface HeldCall extends Parts<unknown> {
  /** With the time at which it is handed in wherever it said nothing but "now": it is entered later. */
  dated(input: Sent, now: Moment): Sent
  /** The factory's strict switch refuses it once its day is over (PX-4). */
  readonly isStrict: boolean
}

const asSent = (input: Sent): Sent => input

export function held<P extends Command>(procedure: P, { daysOf, facts, apply }: Parts<ParsedInputOf<P>>, { dated = asSent, isStrict = true }: Partial<Pick<HeldCall, 'dated' | 'isStrict'>> = {}): HeldCall {
  const parsed = (raw: unknown) => decodeInput(procedure, raw) as ParsedInputOf<P>
  return { dated, isStrict, daysOf: (db, raw, today) => daysOf(db, parsed(raw), today), facts: (db, raw) => facts(db, parsed(raw)), apply: (context, raw, reason) => apply(context, parsed(raw), reason) }
}

/** For what counts as soon as it is done. */
export const counting = <Input>(act: (context: CommandContext, input: Input) => unknown) => (context: CommandContext, input: Input): WaitsIn => {
  act(context, input)
  return []
}

export const blankFact: LateFact = { label: null, day: null, value: null, valueKey: null, times: null }
export const removedFact = { valueKey: 'sectionDay.late.removed' }
export const joinedNames = (...names: readonly (string | null)[]) => names.filter(name => name !== null).join(' · ') || null
