import { createHash } from 'node:crypto'
import type { Database } from 'better-sqlite3'
import { entities, type Entity } from '../../shared/core/entities.ts'
import { anySession } from '../../shared/core/procedure.ts'
import { eventLine, type HeardEvents } from './fulfilment-hands.ts'

/** Who listens, and what they may see. */
export interface Listener { readonly userId: string; readonly permissions: readonly string[] }
interface Told { readonly entity: Entity; readonly entityId: string; readonly sectionId: string | null; readonly userId: string | null }

/** Throws unless each desk heard, once and in order, every event after `since` that the book has and its person may hear of. */
export function requireHeard(sqlite: Database, since: number, desks: readonly (HeardEvents & { readonly userId: string })[], listeners: readonly Listener[]): void {
  const book = sqlite.prepare('select entity, entityId, sectionId, userId from event where seq > ? order by seq').all(since) as Told[]
  for (const { userId, count, digest } of desks) {
    const { permissions } = listeners.find(one => one.userId === userId)!
    const due = book.filter(event => concerns(event, userId, permissions))
    const expected = createHash('sha256')
    for (const { entity, entityId } of due) expected.update(eventLine(entity, entityId))
    if (count !== due.length) throw new Error(`A desk heard ${count} of ${due.length} events`)
    if (digest !== expected.digest('hex')) throw new Error('A desk heard events in another order than they happened')
  }
}

function concerns({ entity, sectionId, userId: of }: Told, userId: string, permissions: readonly string[]): boolean {
  const { view }: { readonly view: string | null } = entities[entity]
  if (sectionId !== null) return false
  if (view === null) return of === userId
  return (of === null || of === userId) && (view === anySession || permissions.includes(view))
}
