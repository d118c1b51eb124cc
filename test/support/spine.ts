import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { Contract } from '../../shared/core/procedure.ts'
import { permissions } from '../../shared/core/permissions.ts'
import { createAuditLog, type AuditLog } from '../../src-main/core/audit-log.ts'
import { createCallMeasures } from '../../src-main/core/call-measures.ts'
import { createCommandQueue } from '../../src-main/core/command-queue.ts'
import { createDispatch, type Dispatch } from '../../src-main/core/dispatch.ts'
import { createEventLog, type EventLog } from '../../src-main/core/event-log.ts'
import type { SecurityEvent } from '../../src-main/core/handlers.ts'
import { unseenHost } from '../../src-main/core/host-view.ts'
import { procedureFinder } from '../../src-main/core/procedures.ts'
import { createQueryRunner, type QueryRunner } from '../../src-main/core/query-runner.ts'
import { createReplays, type Replays } from '../../src-main/core/replays.ts'
import { createStorage } from '../../src-main/core/storage.ts'
import { visitor, type Session } from '../../src-main/core/session.ts'
import { migrate, readMigrations } from '../../src-main/database/migrate.ts'
import { openReader, openWriter } from '../../src-main/database/open.ts'
import { connection } from '../../src-main/database/reader.ts'

export const migrationsFolder = new URL('../../migrations/', import.meta.url)

/** The spine on a real database, with a contract and handlers of the test's own. */
export interface Spine {
  readonly dispatch: Dispatch
  readonly queries: QueryRunner
  readonly events: EventLog
  readonly audit: AuditLog
  readonly replays: Replays
  readonly writer: Database
  readonly warnings: SecurityEvent[]
  readonly faults: string[]
  /** How often the writer committed since the last call. */
  commits(): number
  close(): void
}

export function openSpine(folder: string, contract: Contract, handlers: object): Spine {
  const path = join(folder, 'lantai.db')
  const writer = openWriter(path)
  migrate(writer, readMigrations(migrationsFolder))
  const reader = openReader(path)
  const faults: string[] = []
  const events = createEventLog(writer, { error: (where, error) => void faults.push(`${where}: ${String(error)}`) })
  const audit = createAuditLog(writer)
  const warnings: SecurityEvent[] = []
  const log = { error: (where: string, error: unknown) => faults.push(`${where}: ${String(error)}`), info: () => {} }
  const clock = { now: () => '2026-11-20T03:00:00.000Z' }
  const settings = { get: <T>({ fallback }: { fallback: T }) => fallback }
  const today = () => '2026-11-20'
  const warn = (_session: Session, event: SecurityEvent) => void warnings.push(event)
  const queries = createQueryRunner({ connection: connection(reader), settings, clock, today, host: unseenHost, place: { dataFolder: folder, migrations: migrationsFolder }, workers: { answer: () => Promise.reject(new Error('no workers here')) } })
  let dataVersion = reader.pragma('data_version', { simple: true })
  let commitCount = 0
  const replays = createReplays(writer)
  const storage = createStorage(log, () => {})
  const queue = createCommandQueue({
    connection: connection(writer), audit, events, replays, storage, settings, clock, log, warn,
    tools: () => ({ number: () => 'N-1', notify: () => {}, today }),
  })
  events.subscribe(changes => queries.changed(changes))
  events.subscribe(() => {
    const version = reader.pragma('data_version', { simple: true })
    if (version !== dataVersion) commitCount += 1
    dataVersion = version
  })
  const jobs = { run: () => Promise.reject(new Error('no jobs here')) }
  return {
    dispatch: createDispatch({ find: procedureFinder(contract, handlers), queries, queue, jobs, replays, storage, log, warn, measures: createCallMeasures(contract), isTraining: () => false }),
    queries, events, audit, replays, writer, warnings, faults,
    commits() {
      const count = commitCount
      commitCount = 0
      return count
    },
    close() {
      reader.close()
      writer.close()
    },
  }
}

/** A session that may everything unless narrowed. */
export function sessionOf(narrowed: Partial<Session> = {}): Session {
  return { ...visitor('desk-1', '127.0.0.1'), id: 's1', userId: 'u1', username: 'sari', role: 'Admin', permissions: new Set(permissions), sections: 'all', canSeeCost: true, ...narrowed }
}

export const Empty = z.object({})
