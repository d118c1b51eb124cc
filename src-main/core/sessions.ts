import type { Entity } from '../../shared/core/entities.ts'
import type { EventLog } from './event-log.ts'
import type { Session } from './session.ts'

/** Tokens to sessions. A token is opaque and revocable; only its hash is kept. */
export interface Sessions {
  /** The live session of a token; nothing once it has ended, lapsed, idled out or its user was deactivated. Counts as a sign of life. */
  byToken(token: string): Session | undefined
  /** The same without counting: an open socket looks whether its session still lives, although nobody has touched the desk. */
  peek(token: string): Session | undefined
  /** Calls back when a change of users, roles or sessions may have ended or changed sessions: whoever holds a token asks again. */
  onChange(listener: () => void): () => void
  /** Sessions seen since the last call, with the instant: for the book-keeping of `lastSeenAt`. */
  takeSeen(): { id: string; at: string }[]
}

export interface KnownSession { readonly session: Session; readonly expiresAt: string; readonly lastSeenAt: string }
export interface SessionParts {
  readonly events: EventLog
  now(): string
  /** What is kept of a token, and what it is found by. */
  hashOf(token: string): string
  /** Reads a session by its token's hash, with role, grants and sections; nothing if it has ended or its user is inactive. */
  load(tokenHash: string): KnownSession | undefined
  /** Minutes without a call after which a session ends (IA-10). */
  idleMinutes(): number
}

interface KnownEntry { readonly session: Session; readonly expiresAt: string; seenAt: string }

const concerning: readonly Entity[] = ['session', 'user', 'userSection', 'role', 'roleGrant', 'section', 'setting']

export function createSessions({ events, now, hashOf, load, idleMinutes }: SessionParts): Sessions {
  const known = new Map<string, KnownEntry>()
  const seen = new Map<string, string>()
  const listeners = new Set<() => void>()
  events.subscribe(changes => {
    if (!changes.some(({ entity }) => concerning.includes(entity))) return
    known.clear()
    for (const listener of listeners) listener()
  })

  function recall(hash: string): KnownEntry | undefined {
    const found = known.get(hash)
    if (found) return found
    const loaded = load(hash)
    if (!loaded) return undefined
    const seenAt = seen.get(loaded.session.id) ?? loaded.lastSeenAt
    const entry = { session: loaded.session, expiresAt: loaded.expiresAt, seenAt }
    known.set(hash, entry)
    return entry
  }
  function alive(token: string): KnownEntry | undefined {
    const entry = recall(hashOf(token))
    if (!entry) return undefined
    const at = now()
    const isOver = at >= entry.expiresAt || Date.parse(at) - Date.parse(entry.seenAt) > idleMinutes() * 60_000
    return isOver ? undefined : entry
  }
  return {
    peek: token => alive(token)?.session,
    byToken(token) {
      const entry = alive(token)
      if (!entry) return undefined
      entry.seenAt = now()
      seen.set(entry.session.id, entry.seenAt)
      return entry.session
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    takeSeen() {
      const list = [...seen].map(([id, at]) => ({ id, at }))
      seen.clear()
      return list
    },
  }
}
