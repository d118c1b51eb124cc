import type { Database } from 'better-sqlite3'
import type { Changed } from '../../shared/core/frames.ts'
import { entities, type Entity } from '../../shared/core/entities.ts'
import type { RowScope } from '../../shared/core/procedure.ts'
import { scopesOf, type Change } from '../database/pen.ts'
import type { Log } from './log.ts'

export interface NumberedChange extends Changed { readonly seq: number }
export type Listener = (changes: readonly NumberedChange[]) => void

/** Change events: numbered without gaps in the transaction of their change, told to listeners after its commit. */
export interface EventLog {
  /** The number of the last committed event. */
  readonly head: number
  /** Appends within the open transaction; `settle` or `forget` must follow. */
  stage(at: string, changes: readonly Change[]): readonly NumberedChange[]
  settle(): void
  forget(): void
  /** Tells every listener; a fault of one is logged and keeps the news from no other. */
  publish(changes: readonly NumberedChange[]): void
  subscribe(listener: Listener): () => void
  /** Events after `seq`, oldest first; nothing if there are more than `most` (then everything is to be read again). */
  since(seq: number, most: number): readonly NumberedChange[] | undefined
}

export function createEventLog(writer: Database, log: Pick<Log, 'error'>): EventLog {
  const insert = writer.prepare('insert into event (seq, at, entity, entityId, sectionId, userId) values (?, ?, ?, ?, ?, ?)')
  const after = writer.prepare('select seq, entity, entityId as id, sectionId, userId from event where seq > ? order by seq')
  const oldest = writer.prepare('select min(seq) from event').pluck()
  const listeners = new Set<Listener>()
  let committed = writer.prepare(newestNumber).pluck().get() as number
  let staged = committed

  return {
    get head() {
      return committed
    },
    stage(at, changes) {
      return coalesce(changes).map(({ entity, id, scope }) => {
        staged += 1
        insert.run(staged, at, entity, id, scope.sectionId ?? null, scope.userId ?? null)
        return { seq: staged, entity, id, scope }
      })
    },
    settle() {
      committed = staged
    },
    forget() {
      staged = committed
    },
    publish(changes) {
      for (const listener of listeners) {
        try {
          listener(changes)
        } catch (error) {
          log.error('publish', error)
        }
      }
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    since(seq, most) {
      // Numbers have no gaps, so nothing need be read to know how many came after.
      if (committed - seq > most) return undefined
      // After its time an event is deleted: whoever was away for longer cannot be told all that happened.
      if (seq + 1 < ((oldest.get() as number | null) ?? 0)) return undefined
      const rows = after.all(seq) as { seq: number; entity: string; id: string; sectionId: string | null; userId: string | null }[]
      return rows.filter(row => Object.hasOwn(entities, row.entity)).map(({ seq: number, entity, id, sectionId, userId }) => ({
        seq: number, entity: entity as Entity, id, scope: { sectionId: sectionId ?? undefined, userId: userId ?? undefined },
      }))
    },
  }
}

/** Numbers of events that were deleted after their time are not given again. */
const newestNumber = `select max((select coalesce(max(seq), 0) from event), (select coalesce(max(throughSeq), 0) from purge where book = 'event'))`

/** One event per row and scope, however often a command touched it. Told apart by their parts: to join these into a text takes longer. */
function coalesce(changes: readonly Change[]): Changed[] {
  const told: Changed[] = []
  const byId = new Map<string, Changed[]>()
  for (const change of changes) {
    const { entity, id } = change
    const ofId = byId.get(id) ?? []
    for (const scope of scopesOf(change) as RowScope[]) {
      if (ofId.some(known => known.entity === entity && known.scope.sectionId === scope.sectionId && known.scope.userId === scope.userId)) continue
      const news: Changed = { entity, id, scope }
      ofId.push(news)
      told.push(news)
    }
    byId.set(id, ofId)
  }
  return told
}
