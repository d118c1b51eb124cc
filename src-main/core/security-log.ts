import type { Database } from 'better-sqlite3'
import type { Clock } from './clock.ts'
import type { SecurityEvent } from './handlers.ts'
import type { Log } from './log.ts'
import type { Session } from './session.ts'
import type { Storage } from './storage.ts'

/**
 * The security log, written in a transaction of its own: a refusal is kept although its command was rolled back. Events of one
 * tick share a transaction, so that a storm of refusals does not become a storm of commits.
 *
 * The first of its kind is written at once; what the same person, or the same address, does again within a minute is counted, and
 * becomes one more line when the minute is over. Of too many different ones only the kinds are counted, so that nobody can fill the disk by being refused.
 */
export interface SecurityLog {
  warn(session: Session, event: SecurityEvent): void
  /** Writes what is waiting, counts too; called before the database closes. */
  flush(): void
}

interface Line {
  readonly kind: string; readonly severity: SecurityEvent['severity']; readonly userId: string | null; readonly account: string | null
  readonly deskId: string | null; readonly ip: string | null; readonly detail: string
}
/** `since` and `until`: of the repeats alone. */
interface Repeats { readonly opened: number; readonly line: Line; count: number; since: string; until: string }

const minute = 60_000
const mostDifferent = 200

export function createSecurityLog(writer: Database, clock: Clock, storage: Pick<Storage, 'notice'>, log: Log): SecurityLog {
  const insert = writer.prepare(
    // Numbers of lines that were deleted after their time are not given again.
    `insert into securityEvent (seq, at, until, count, kind, severity, userId, usernameAttempted, deskId, ip, detail)
      values (1 + max((select coalesce(max(seq), 0) from securityEvent), (select coalesce(max(throughSeq), 0) from purge where book = 'securityEvent')), ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  let waiting: (readonly (string | number | null)[])[] = []
  let timer: NodeJS.Timeout | undefined
  const lately = new Map<string, Repeats>()
  const write = writer.transaction((rows: typeof waiting) => rows.forEach(row => insert.run(...row)))

  function put({ kind, severity, userId, account, deskId, ip, detail }: Line, at: string, until: string | null, count: number): void {
    if (waiting.length === 0) setImmediate(writeWaiting)
    waiting.push([at, until, count, kind, severity, userId, account, deskId, ip, detail])
  }
  function writeWaiting(): void {
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
  /** Ends the minutes that are over by then. */
  function close(now: number): void {
    for (const [key, { opened, line, count, since, until }] of lately) {
      if (now - opened < minute && now >= opened) continue
      lately.delete(key)
      if (count > 0) put(line, since, until, count)
    }
  }
  function keep(line: Line, now: string): void {
    const key = keyOf(line)
    const known = lately.get(key)
    if (known) {
      if (known.count === 0) known.since = now
      known.count += 1
      known.until = now
      return
    }
    if (lately.size >= mostDifferent && line.kind !== flood) return keep({ ...line, kind: flood, userId: null, account: null, deskId: null, ip: null, detail: JSON.stringify({ kind: line.kind }) }, now)
    lately.set(key, { opened: Date.parse(now), line, count: 0, since: now, until: now })
    put(line, now, null, 1)
    timer ??= setTimeout(() => {
      timer = undefined
      close(Infinity)
    }, minute).unref()
  }
  return {
    warn(session, { kind, severity, detail = {}, usernameAttempted }) {
      const now = clock.now()
      close(Date.parse(now))
      keep({
        kind, severity, userId: session.userId || null, account: usernameAttempted ?? null, deskId: session.deskId || null, ip: session.ip || null, detail: JSON.stringify(detail),
      }, now)
    },
    flush() {
      clearTimeout(timer)
      timer = undefined
      close(Infinity)
      writeWaiting()
    },
  }
}

const flood = 'MANY_REFUSALS'

/** What makes two events the same: kind, who, from where, and what was called. */
function keyOf({ kind, userId, account, ip, detail }: Line): string {
  const { procedure, kind: refused } = JSON.parse(detail) as { procedure?: unknown; kind?: unknown }
  return JSON.stringify([kind, userId, account, ip, procedure, refused])
}
