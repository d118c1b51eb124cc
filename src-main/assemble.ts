import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { contract } from '../shared/contract.ts'
import { AppError } from '../shared/core/errors.ts'
import { sealAudit } from './audit/seals.ts'
import type { Answer } from './core/answers.ts'
import { createAuditLog, type AuditHead } from './core/audit-log.ts'
import { systemClock, type Clock } from './core/clock.ts'
import { createCommandQueue } from './core/command-queue.ts'
import { createDispatch, type Dispatch } from './core/dispatch.ts'
import { createEventLog, type EventLog } from './core/event-log.ts'
import { createFileStore, type FileStore } from './core/files.ts'
import { createJobRunner, type HostTasks } from './core/job-runner.ts'
import { consoleLog, type Log } from './core/log.ts'
import { procedureFinder } from './core/procedures.ts'
import { createQueryRunner } from './core/query-runner.ts'
import { createReplays, type Replays } from './core/replays.ts'
import { createSecurityLog } from './core/security-log.ts'
import { createSessions, type Sessions } from './core/sessions.ts'
import { databaseFile, openReader, openWriter } from './database/open.ts'
import { migrate, readMigrations, refuseNewer } from './database/migrate.ts'
import { connection } from './database/reader.ts'
import { readSite, siteDay, storedSettings, type Site } from './database/site.ts'
import { createNotifier } from './engines/notifications.ts'
import { createNumbers } from './engines/numbers.ts'
import { createSettings } from './engines/settings.ts'
import { handlers } from './handlers.ts'
import { loadSession, systemSession } from './identity/sessions.ts'
import { hashOfToken } from './identity/tokens.ts'
import { identitySettings } from '../shared/identity/settings.ts'

export interface HostOptions {
  readonly dataFolder: string
  readonly clock?: Clock
  readonly log?: Log
  /** The job workers' entry file. */
  readonly worker: URL
  readonly migrations: URL
  /** What jobs may ask of the host itself. */
  tasks(host: Host): HostTasks
}

/** A running host without its network: everything behind `dispatch`. */
export interface Host {
  readonly dispatch: Dispatch
  readonly sessions: Sessions
  readonly events: EventLog
  readonly files: FileStore
  readonly replays: Replays
  readonly auditHead: AuditHead
  site(): Site | undefined
  /** Dispatches as the hidden System user, internal procedures too; throws what is refused. */
  system(name: string, input: unknown): Promise<unknown>
  /** What is done at start, daily and at the end: the audit's head is signed and kept outside the database. */
  seal(): void
  close(): Promise<void>
}

const largestUpload = 100 * 1024 * 1024

export function assemble({ dataFolder, clock = systemClock, log = consoleLog, worker, migrations, tasks }: HostOptions): Host {
  mkdirSync(dataFolder, { recursive: true })
  const releaseFolder = lockFolder(dataFolder)
  const databasePath = join(dataFolder, databaseFile)
  const known = readMigrations(migrations)
  refuseNewer(databasePath, known)
  const writer = openWriter(databasePath)
  migrate(writer, known, () => keepCopy(writer, dataFolder))
  const reader = openReader(databasePath)

  const events = createEventLog(writer, log)
  const audit = createAuditLog(writer)
  const replays = createReplays(writer)
  const security = createSecurityLog(writer, clock, log)
  const settings = createSettings(() => storedSettings(reader), problem => log.info(problem))
  const writing = connection(writer)
  const numbers = createNumbers(writing)
  const today = () => siteDay(writer, clock.now())

  const queries = createQueryRunner({ connection: connection(reader), settings, clock, today })
  const queue = createCommandQueue({
    connection: writing, audit, events, replays, settings, clock, log, warn: security.warn,
    tools: (db, _session, now) => ({ number: series => numbers.next(series, siteDay(writer, now)), notify: createNotifier(db, now), today: () => siteDay(writer, now) }),
  })
  events.subscribe(changes => {
    if (changes.some(({ entity }) => entity === 'setting')) settings.changed()
    queries.changed(changes)
    if (!isSealed && changes.some(({ entity }) => entity === 'site')) seal()
  })
  const files = createFileStore({ folder: join(dataFolder, 'work'), now: () => clock.now(), maximumBytes: largestUpload })
  const jobs = createJobRunner({
    entry: worker, setup: { databasePath }, files, log, clock, tasks: { tellDemoStory: () => tasks(host).tellDemoStory() },
    command: (session, name, input) => dispatch(session, name, input, { isInternal: true }),
  })
  const dispatch = createDispatch({ find: procedureFinder(contract, handlers), queries, queue, jobs, replays, log, warn: security.warn })
  const sessionReader = connection(reader)
  const sessions = createSessions({
    events, now: () => clock.now(), hashOf: hashOfToken, load: hash => loadSession(sessionReader, hash), idleMinutes: () => settings.get(identitySettings.idleMinutes),
  })
  const site = () => readSite(reader)
  // A factory is sealed from its first moment on, so that not even its first day can be cut off unseen.
  let isSealed = false
  const seal = () => {
    const { id } = site() ?? {}
    if (id === undefined) return
    sealAudit({ folder: dataFolder, head: audit.head, siteId: id, now: clock.now() })
    isSealed = true
  }
  seal()
  const host: Host = {
    dispatch, sessions, events, files, replays, site, seal,
    get auditHead() {
      return audit.head
    },
    system: async (name, input) => valueOf(await dispatch(systemSession(), name, input, { isInternal: true })),
    async close() {
      try {
        await jobs.close()
        await files.close()
        security.flush()
        seal()
      } finally {
        reader.close()
        writer.close()
        releaseFolder()
      }
    },
  }
  return host
}

export function valueOf(answer: Answer): unknown {
  if (!answer.ok) throw new AppError(answer.code, answer.params)
  return JSON.parse(answer.json)
}

/** Another host already serves this data folder. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
}

/** One host a folder. The lock is the operating system's, on a file of its own: it ends with the process, however that ends. */
function lockFolder(folder: string): () => void {
  const lock = new BetterSqlite(join(folder, 'host.lock'), { timeout: 0 })
  try {
    lock.pragma('journal_mode = memory')
    lock.exec('begin exclusive')
  } catch (error) {
    lock.close()
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
    throw new FolderInUseError(`Another Lantai host is already using ${folder}`)
  }
  return () => lock.close()
}

/** A checked copy of the database before its structure changes. */
function keepCopy(writer: BetterSqlite.Database, dataFolder: string): void {
  const folder = join(dataFolder, 'backups')
  mkdirSync(folder, { recursive: true })
  const version = String(writer.pragma('user_version', { simple: true }))
  const path = join(folder, `before-migration-from-${version}-${Date.now()}.db`)
  writer.prepare('vacuum into ?').run(path)
  const copy = new BetterSqlite(path, { readonly: true })
  const verdict = copy.pragma('quick_check', { simple: true })
  copy.close()
  if (verdict !== 'ok' || !existsSync(path)) throw new Error(`The copy before the migration is not sound: ${String(verdict)}`)
}
