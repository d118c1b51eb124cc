import type { BusinessDay } from '../../shared/core/dates.ts'
import type { CommandContext, Entered } from '../core/handlers.ts'

/** Whose entry it is, and of which day: of whoever typed what is carried out now, else of who is at it. */
export function enteredNow({ typed, session, today }: Pick<CommandContext, 'typed' | 'session' | 'today'>): Entered {
  return typed ?? { by: session.userId, on: today() as BusinessDay }
}
