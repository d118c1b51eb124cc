import type { CommandContext } from '../core/handlers.ts'
import { figureMakers } from './count-rows.ts'
import type { Count } from './count-scope.ts'

/** That the books are as they were before a count: to who posted it, and whoever counted, entered figures or counted again. */
export function tellCountReversed(
  { db, notify, session }: CommandContext, { id, number, postedBy, firstCounterId, secondCounterId, reverseReason }: Count,
): void {
  const people = [
    ...new Set([postedBy, firstCounterId, secondCounterId, ...figureMakers(db, id)]),
  ].filter(person => person !== null && person !== session.userId)
  if (people.length === 0) return
  notify({
    kind: 'STOCK_DOCUMENT_REVERSED', audience: people.map(user => ({ user: user! })), params: { number, by: session.fullName, reason: reverseReason ?? '' },
    entity: 'stockCount', entityId: id,
  })
}
