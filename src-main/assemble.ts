import { join } from 'node:path'
import { attachmentSettings } from '../shared/attachments/settings.ts'
import { contract } from '../shared/contract.ts'
import { AppError } from '../shared/core/errors.ts'
import { describeFinding } from './audit/findings.ts'
import { newestSealFinding } from './audit/newest-seal.ts'
import { sealAudit } from './audit/seals.ts'
import type { Answer } from './core/answers.ts'
import { createAuditLog, type AuditHead } from './core/audit-log.ts'
import { createCallMeasures } from './core/call-measures.ts'
import { systemClock, type Clock } from './core/clock.ts'
import { createCondition, type Condition } from './core/condition.ts'
import { createCommandQueue } from './core/command-queue.ts'
import { createDispatch, type Dispatch } from './core/dispatch.ts'
import { createEventLog, type EventLog } from './core/event-log.ts'
import { createFileStore, type FileStore } from './core/files.ts'
import type { HostTasks, SecurityEvent, SettingReader } from './core/handlers.ts'
import type { HostView } from './core/host-view.ts'
import { createJobRunner, type WorkerSetup } from './core/job-runner.ts'
import { createOnlineDesks, type OnlineDesks } from './core/online-desks.ts'
import { consoleLog, type Log } from './core/log.ts'
import { procedureFinder } from './core/procedures.ts'
import { createQueryRunner } from './core/query-runner.ts'
import { createQueryWorkers } from './core/query-workers.ts'
import { createReplays, type Replays } from './core/replays.ts'
import { createSecurityLog } from './core/security-log.ts'
import type { Session } from './core/session.ts'
import { createSessions, type Sessions } from './core/sessions.ts'
import { createStorage, type Storage } from './core/storage.ts'
import { createVitals } from './core/vitals.ts'
import { coverageOf } from './data-care/coverage.ts'
import { listBackups, backupsFolder, type Backup } from './database/backup-catalog.ts'
import { claimFolder } from './database/folder-lock.ts'
import { readMigrations } from './database/migrate.ts'
import { openDatabase, type OpenedDatabase } from './database/opening.ts'
import { connection } from './database/reader.ts'
import { carryOutRestore, type RestorePlan } from './database/restore-plan.ts'
import { commandDay, readSite, siteDay, siteDayEnd, storedSettings, type Site } from './database/site.ts'
import { startFault } from './database/start-faults.ts'
import { createNotifier } from './engines/notifications.ts'
import { createNumbers } from './engines/numbers.ts'
import { createSettings } from './engines/settings.ts'
import { handlers } from './handlers.ts'
import { badgeAttempt } from './identity/login-locks.ts'
import { loadSession, systemSession } from './identity/sessions.ts'
import { idleMinutes } from './operators/idle.ts'
import { loadKeySession } from './programs/key-sessions.ts'
import { hashOfToken } from './identity/tokens.ts'
import { seriesSettings } from '../shared/settings/series.ts'
import { programSettings } from '../shared/programs/settings.ts'
import { trainingFileMark, trainingMark } from '../shared/training/rules.ts'

export interface HostOptions {
  readonly dataFolder: string
  readonly clock?: Clock
  readonly log?: Log
  /** The job workers' entry file. */
  readonly worker: URL
  readonly migrations: URL
  /** What jobs may ask of the host itself. */
  tasks(host: Host): Partial<HostTasks>
}

/** A running host without its network: everything behind `dispatch`. */
export interface Host {
  readonly dispatch: Dispatch
  readonly sessions: Sessions
  readonly online: OnlineDesks
  warn(session: Session, event: SecurityEvent): void
  keyCallsPerMinute(): number
  readonly events: EventLog
  readonly files: FileStore
  readonly replays: Replays
  readonly auditHead: AuditHead
  readonly storage: Storage
  readonly settings: SettingReader
  readonly condition: Condition
  /** The restore by which this data came here, until it is entered in its audit. */
  readonly restored: RestorePlan | undefined
  site(): Site | undefined
  /** Changes when the database is another one than before, as after a restore. */
  epoch(): string
  /** Dispatches as the hidden System user, internal procedures too; throws what is refused. */
  system(name: string, input: unknown): Promise<unknown>
  /** Looks at the backups there are, and tells every desk how it stands with them. */
  lookAtBackups(): void
  /** What is done at start, daily and at the end: the audit's head is signed and kept outside the database. */
  seal(): void
  /** Reads what workers run before anybody asks them: the first to sign in or to look something up waits no longer than others. */
  warmUp(): void
  close(): Promise<void>
}

const megabyte = 1024 * 1024
const largestUpload = 100 * megabyte

/** Throws what a person can act on where the folder, the disk or the files are at fault; then nothing was changed. */
export function assemble(options: HostOptions): Host {
  let releaseFolder = () => {}
  let database: OpenedDatabase | undefined
  try {
    releaseFolder = claimFolder(options.dataFolder)
    const restored = carryOutRestore(options.dataFolder)
    database = openDatabase(options.dataFolder, readMigrations(options.migrations))
    return hostOn(database, releaseFolder, options, restored)
  } catch (error) {
    database?.leave()
    releaseFolder()
    throw startFault(error, options.dataFolder)
  }
}

function hostOn(
  database: OpenedDatabase, releaseFolder: () => void, { dataFolder, clock = systemClock, log = consoleLog, worker, migrations, tasks }: HostOptions, restored: RestorePlan | undefined,
): Host {
  const { writer, reader } = database
  const condition = createCondition()
  const storage = createStorage(log, ({ code }) => {
    log.error('storage', `${code}: nothing is written any more until the host is started anew`)
    if (code === 'storage-stopped') settleUnconfirmed(writer, log)
    writer.pragma('query_only = 1')
  }, fault => condition.change({ storage: fault }))
  const cut = newestSealFinding(reader, dataFolder)
  if (cut) log.error('audit', describeFinding(cut))

  const events = createEventLog(writer, log)
  const audit = createAuditLog(writer)
  const replays = createReplays(writer)
  const security = createSecurityLog(writer, clock, storage, log)
  const settings = createSettings(() => storedSettings(reader), problem => log.info(problem))
  const [writing, reading] = [connection(writer), connection(reader)]
  const numbers = createNumbers(writing, name => settings.get(seriesSettings[name]))
  const today = () => siteDay(writing, clock.now())

  const setup: WorkerSetup = { databasePath: database.path, dataFolder, migrations: migrations.href }
  const workers = createQueryWorkers({ entry: worker, setup, clock, log })
  const online = createOnlineDesks()
  let backups: readonly Backup[] = []
  const measures = createCallMeasures(contract)
  const vitals = createVitals()
  const startedAt = new Date().toISOString()
  const sqlite = writer.prepare('select sqlite_version()').pluck().get() as string
  const view: HostView = {
    desks: online.all, seenAt: id => sessions.seenAt(id),
    health: () => ({ calls: measures, vitals, jobs: jobs.running(), condition: condition.now(), backups, startedAt, sqlite }),
  }
  const queries = createQueryRunner({ connection: reading, settings, clock, today, workers, host: view, place: { dataFolder, migrations } })
  const queue = createCommandQueue({
    connection: writing, audit, events, replays, storage, settings, clock, log, warn: security.warn,
    tools(db, _session, now) {
      let day: string | undefined
      const today = () => (day ??= commandDay(db, now))
      return { number: series => numbers.next(series, today()), notify: createNotifier(db, now), today }
    },
  })
  events.subscribe(changes => {
    if (changes.some(({ entity }) => entity === 'setting')) settings.changed()
    queries.changed(changes)
    if (!isSealed && changes.some(({ entity }) => entity === 'site')) seal()
  })
  const site = () => readSite(reading)
  const isTraining = site()?.isTraining ?? false
  const dailyUploads = () => ({
    bytes: settings.get(attachmentSettings.dailyMegabytes) * megabyte, day: today(), endsAt: () => siteDayEnd(writing, clock.now()),
  })
  const files = createFileStore({
    folder: join(dataFolder, 'work'), now: () => clock.now(), maximumBytes: largestUpload, daily: dailyUploads,
    ...(isTraining && { ticketMark: trainingMark, nameMark: trainingFileMark }),
  })
  const sessions = createSessions({
    events, now: () => clock.now(), hashOf: hashOfToken, load: (hash, at) => loadSession(reading, hash, at) ?? loadKeySession(reading, hash, at), idleMinutes: idling => idleMinutes(settings, idling),
  })
  const jobs = createJobRunner({
    entry: worker, setup, files, sessions, log, clock, tasks: () => ({ lookAtBackups: async () => lookAtBackups(), ...tasks(host) }),
    command: (session, name, input) => dispatch(session, name, input, { isInternal: true }),
  })
  const find = procedureFinder(contract, handlers)
  const countUnknownBadge = (session: Session) => queue({ found: find('identity.recordFailedLogin'), session, input: badgeAttempt(session) })
  const dispatch = createDispatch({
    find, queries, queue, jobs, replays, storage, log, measures, warn: security.warn, isTraining: () => site()?.isTraining ?? false, countUnknownBadge,
  })
  // A factory is sealed from its first moment on, so that not even its first day can be cut off unseen.
  let isSealed = false
  const seal = () => {
    const { id } = site() ?? {}
    if (id === undefined) return
    sealAudit({ folder: dataFolder, head: audit.head, siteId: id, now: clock.now() })
    isSealed = true
  }
  seal()
  let seen = ''
  const lookAtBackups = () => {
    backups = listBackups(backupsFolder(dataFolder))
    const found = JSON.stringify(backups)
    const isOther = found !== seen
    seen = found
    condition.change({ backup: coverageOf(reader, backups, clock.now()), ...(isOther && { backups: condition.now().backups + 1 }) })
  }
  const host: Host = {
    warn: security.warn, keyCallsPerMinute: () => settings.get(programSettings.callsPerMinute),
    dispatch, sessions, online, events, files, replays, storage, settings, condition, restored, site, seal, lookAtBackups, epoch: () => site()?.epoch ?? '',
    get auditHead() {
      return audit.head
    },
    system: async (name, input) => valueOf(await dispatch(systemSession(), name, input, { isInternal: true })),
    warmUp() {
      jobs.warmUp()
      workers.warmUp()
    },
    async close() {
      vitals.close()
      try {
        await workers.close()
        await jobs.close()
        await files.close()
        security.flush()
        seal()
      } finally {
        if (storage.refusal?.code === 'storage-damaged') database.leave()
        else database.close()
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

/**
 * A commit that the disk did not confirm was refused, yet it stands in the log of changes and would count after the next start. What
 * was confirmed goes into the database, with a confirmation of its own, and the log begins anew.
 */
function settleUnconfirmed(writer: OpenedDatabase['writer'], log: Log): void {
  try {
    const [{ busy }] = writer.pragma('wal_checkpoint(truncate)') as [{ busy: number }]
    if (busy === 0) return
    log.error('storage', 'the log of changes is being read: the refused command may be found done after the next start')
  } catch (error) {
    log.error('storage', error)
  }
}
