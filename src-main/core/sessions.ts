import type { Entity } from '../../shared/core/entities.ts'
import type { EventLog } from './event-log.ts'
import type { Session } from './session.ts'

/** Tokens to sessions. A token is opaque and revocable; only its hash is kept. */
export interface Sessions {
  /** The live session of a token; nothing once it has ended, lapsed, idled out or its user was deactivated. Counts as a sign of life. */
  byToken(token: string): Session | undefined
  /** The same without counting: an open socket looks whether its session still lives, although nobody has touched the desk. */
  peek(token: string): Session | undefined
  /**
   * A session as it is by now, for work that outlasts the call that began it; nothing once it has ended. Who has none, a visitor or
   * the System, stays who they are.
   */
  current(session: Session): Session | undefined
  /** Calls back when a change of users, roles or sessions may have ended or changed sessions: whoever holds a token asks again. */
  onChange(listener: () => void): () => void
  /** Sessions seen since the last call, with the instant: for the book-keeping of `lastSeenAt`. */
  takeSeen(): { id: string; at: string }[]
  /** When a session was last seen, where `takeSeen` has not told it yet. */
  seenAt(id: string): string | undefined
}

/** What a session idles out by: `shared` at a desk that people take turns at, `never` where only its end ends it. */
export type Idling = 'usual' | 'shared' | 'never'
export interface KnownSession {
  readonly session: Session
  readonly expiresAt: string
  readonly lastSeenAt: string
  readonly idles: Idling
  /** When what it may changes next without anything being written: a permission given for a time lapses (IA-10). */
  readonly lapsesAt?: string | undefined
}
export interface SessionParts {
  readonly events: EventLog
  now(): string
  /** What is kept of a token, and what it is found by. */
  hashOf(token: string): string
  /** Reads a session by its token's hash, with role, grants and sections; nothing if it has ended or its user is inactive. */
  load(tokenHash: string, now: string): KnownSession | undefined
  /** Minutes without a call after which a session ends (IA-10). */
  idleMinutes(idling: Idling): number
}

interface KnownEntry extends Omit<KnownSession, 'lastSeenAt'> { seenAt: string }

const concerning: readonly Entity[] = ['session', 'user', 'userSection', 'role', 'roleGrant', 'permissionGrant', 'section', 'setting', 'apiKey', 'desk']

export function createSessions({ events, now, hashOf, load, idleMinutes }: SessionParts): Sessions {
  const known = new Map<string, KnownEntry>()
  /** By what a session that was ever asked for is found again; the token itself is not kept. */
  const hashes = new Map<string, string>()
  const seen = new Map<string, string>()
  const listeners = new Set<() => void>()
  events.subscribe(changes => {
    if (!changes.some(({ entity }) => concerning.includes(entity))) return
    known.clear()
    for (const listener of listeners) listener()
  })

  function recall(hash: string, at: string): KnownEntry | undefined {
    const found = known.get(hash)
    if (found && (found.lapsesAt === undefined || at < found.lapsesAt)) return found
    const loaded = load(hash, at)
    if (!loaded) return undefined
    const { lastSeenAt, ...rest } = loaded
    const entry: KnownEntry = { ...rest, seenAt: found?.seenAt ?? seen.get(rest.session.id) ?? lastSeenAt }
    known.set(hash, entry)
    hashes.set(loaded.session.id, hash)
    return entry
  }
  function alive(hash: string): KnownEntry | undefined {
    const at = now()
    const entry = recall(hash, at)
    if (!entry) return undefined
    const isOver = at >= entry.expiresAt || Date.parse(at) - Date.parse(entry.seenAt) > idleMinutes(entry.idles) * 60_000
    return isOver ? undefined : entry
  }
  return {
    peek: token => alive(hashOf(token))?.session,
    byToken(token) {
      const entry = alive(hashOf(token))
      if (!entry) return undefined
      entry.seenAt = now()
      seen.set(entry.session.id, entry.seenAt)
      return entry.session
    },
    current(session) {
      if (session.id === '') return session
      const hash = hashes.get(session.id)
      const found = hash === undefined ? undefined : alive(hash)?.session
      if (!found) hashes.delete(session.id)
      return found && { ...found, ip: session.ip }
    },
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    seenAt: id => seen.get(id),
    takeSeen() {
      const list = [...seen].map(([id, at]) => ({ id, at }))
      seen.clear()
      return list
    },
  }
}
