import type { Database } from 'better-sqlite3'
import type { Clock } from './clock.ts'
import type { SecurityEvent } from './handlers.ts'
import type { Log } from './log.ts'
import type { Session } from './session.ts'
import type { Storage } from './storage.ts'

/**
 * The security log, written in a transaction of its own: a refusal is kept although its command was rolled back. Events of one
 * tick share a transaction, so that a storm of refusals does not become a storm of commits.
 */
export interface SecurityLog {
  warn(session: Session, event: SecurityEvent): void
  /** Writes what is waiting; called before the database closes. */
  flush(): void
}

export function createSecurityLog(writer: Database, clock: Clock, storage: Pick<Storage, 'notice'>, log: Log): SecurityLog {
  const insert = writer.prepare(
    'insert into securityEvent (at, kind, severity, userId, usernameAttempted, deskId, ip, detail) values (?, ?, ?, ?, ?, ?, ?, ?)',
  )
  let waiting: (readonly (string | null)[])[] = []
  const write = writer.transaction((rows: typeof waiting) => rows.forEach(row => insert.run(...row)))

  function flush(): void {
    const rows = waiting
    waiting = []
    if (rows.length === 0) return
    try {
      write.immediate(rows)
    } catch (error) {
      storage.notice(error)
      log.error('security log', error)
    }
  }
  return {
    warn(session, { kind, severity, detail = {}, usernameAttempted }) {
      if (waiting.length === 0) setImmediate(flush)
      waiting.push([
        clock.now(), kind, severity, session.userId || null, usernameAttempted ?? null, session.deskId || null, session.ip || null, JSON.stringify(detail),
      ])
    },
    flush,
  }
}
