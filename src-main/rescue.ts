import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import type { z } from 'zod'
import { contract } from '../shared/contract.ts'
import { AppError } from '../shared/core/errors.ts'
import type { Permission } from '../shared/core/permissions.ts'
import { restoring } from '../shared/data-care/contract.ts'
import type { HostDescription, RescueBackup } from '../shared/identity/first-run.ts'
import { failureOf, type Answer } from './core/answers.ts'
import type { Clock } from './core/clock.ts'
import { createCondition } from './core/condition.ts'
import type { Dispatch } from './core/dispatch.ts'
import { createEventLog } from './core/event-log.ts'
import { createFileStore } from './core/files.ts'
import type { Log } from './core/log.ts'
import { createOnlineDesks } from './core/online-desks.ts'
import type { Session } from './core/session.ts'
import { createSessions } from './core/sessions.ts'
import { parseInput } from './core/wire.ts'
import { isContent } from './database/backup-companions.ts'
import { caring } from './data-care/faults.ts'
import { claimFolder } from './database/folder-lock.ts'
import { migrate, readMigrations } from './database/migrate.ts'
import { stageRestore, unpackBackup } from './database/restore-staging.ts'
import { waysBack, type WayBack } from './database/way-back.ts'
import { isPassword } from './identity/passwords.ts'
import { isThisComputer } from './identity/this-computer.ts'
import { hashOfToken } from './identity/tokens.ts'

export interface RescueParts {
  readonly dataFolder: string
  readonly migrations: URL
  readonly clock: Clock
  readonly log: Log
  /** Why the data was not opened. */
  readonly problem: string
  /** The restore is ready: the host may be tried again. */
  beginAnew(): void
}

const triesAllowed = 5
const pause = 15 * 60_000
type Tried = z.output<typeof contract.dataCare.rescue.input>

/** What stands in the host's place while its data cannot be opened: it says so, and lets the Superadmin go back to a backup. It writes nothing else. */
export function createRescue({ dataFolder, migrations, clock, log, problem, beginAnew }: RescueParts) {
  const release = claimFolder(dataFolder)
  const known = readMigrations(migrations)
  let ways = [...waysBack(dataFolder)]
  const work = mkdtempSync(join(tmpdir(), 'lantai-rescue-'))
  // Desks that were signed in are answered that they are not; there is nothing to tell them.
  const memory = new BetterSqlite(':memory:')
  migrate(memory, known)
  const events = createEventLog(memory, log)
  const sessions = createSessions({ events, now: () => clock.now(), hashOf: hashOfToken, load: () => undefined, idleMinutes: () => 1 })
  const files = createFileStore({ folder: join(work, 'files'), now: () => clock.now(), maximumBytes: 0 })
  let tries = 0
  let closedUntil = 0
  let running: Promise<void> | undefined
  let isClosed = false

  function describe({ ip }: Session): HostDescription {
    const isHere = isThisComputer(ip)
    const backups = (isHere ? ways : ways.slice(0, 1)).map(offered)
    return { isSetUp: false, canSetUp: false, factoryName: ways[0]?.siteName ?? null, isDemo: false, language: 'id', demoLogins: [], rescue: { isHere, problem: isHere ? problem : '', backups } }
  }
  async function restore({ ip }: Session, { name, username, password, factoryName }: Tried): Promise<void> {
    if (!isThisComputer(ip)) throw new AppError('forbidden', { needed: restoring })
    const way = ways.find(one => one.name === name)
    if (!way) throw new AppError('not-found', { entity: 'backup', id: name })
    const wait = closedUntil - Date.parse(clock.now())
    if (wait > 0) throw new AppError('rate-limited', { seconds: Math.ceil(wait / 1000) })
    if (factoryName !== way.siteName) throw new AppError('invalid-input', { issues: [{ path: ['factoryName'], reason: 'dataCare.issues.factoryName', params: {} }] })
    const database = join(work, 'backup.db')
    if (!(await isAsWritten(way))) throw withdrawn(way)
    await caring(() => unpackBackup(way.path, database, known))
    await requireKeeper(database, username, password)
    await caring(() => stageRestore({ dataFolder, path: way.path, migrations: known, epoch: randomUUID(), at: clock.now(), by: keeperOf(database, username)!.actor, present: undefined, replaced: null }))
    log.info(`Going back to ${way.path}`)
    beginAnew()
  }
  /** It is offered no longer. */
  function withdrawn(way: WayBack): AppError {
    ways = ways.filter(one => one !== way)
    log.info(`${way.path} is not as it was written`)
    return new AppError('backup-damaged')
  }
  /** Records say what backups were when they were made; meanwhile each is read, the newest first, and what the disk has lost is offered no longer. */
  async function readAll(): Promise<void> {
    for (const way of ways) {
      if (isClosed || running) return
      if (!(await isAsWritten(way)) && ways.includes(way)) withdrawn(way)
    }
  }
  /** Guessing is as slow here as at the door. */
  async function requireKeeper(database: string, username: string, password: string): Promise<void> {
    const keeper = keeperOf(database, username)
    if (await isPassword(password, keeper?.passwordHash)) return void (tries = 0)
    tries += 1
    if (tries % triesAllowed === 0) closedUntil = Date.parse(clock.now()) + pause
    throw new AppError('login-failed')
  }
  const dispatch: Dispatch = async (session, name, input) => {
    try {
      if (name === 'identity.describeHost') return answerOf(describe(session))
      if (name !== 'dataCare.rescue') throw new AppError('unavailable')
      if (running) throw new AppError('backup-running')
      running = restore(session, parseInput(contract.dataCare.rescue, input, false) as Tried)
      await running.finally(() => (running = undefined))
      return answerOf({})
    } catch (error) {
      return failureOf(name, error, log)
    }
  }
  void readAll()
  return {
    world: { dispatch, sessions, online: createOnlineDesks(), warn: () => {}, keyCallsPerMinute: () => 0, events, files, condition: createCondition(), epoch: () => '' },
    async close(): Promise<void> {
      isClosed = true
      await files.close()
      memory.close()
      rmSync(work, { recursive: true, force: true })
      release()
    },
  }
}

function offered({ name, kind, at, siteName, size, entries, attachments, fullAt }: WayBack): RescueBackup {
  return { name, kind, at, factoryName: siteName, size, entries, attachments, fullAt }
}

/** Of a loose copy only its pages can say so, and did when it was listed. */
async function isAsWritten({ path, sha256 }: WayBack): Promise<boolean> {
  return sha256 === null || (await isContent(path, sha256).catch(() => false))
}

interface Keeper { readonly passwordHash: string; readonly actor: { userId: string; username: string; role: string } }

/** Who by the backup may restore, of that name. */
function keeperOf(database: string, username: string): Keeper | undefined {
  const sqlite = new BetterSqlite(database, { readonly: true })
  try {
    const row = sqlite.prepare(`select user.id, username, role.name as role, passwordHash from user join role on role.id = user.roleId
      where lower(username) = lower(?) and user.isActive = 1 and exists (select 1 from roleGrant where roleGrant.roleId = role.id and permission = ?)`)
      .get(username.trim(), restoringIn(sqlite)) as { id: string; username: string; role: string; passwordHash: string } | undefined
    return row && { passwordHash: row.passwordHash, actor: { userId: row.id, username: row.username, role: row.role } }
  } finally {
    sqlite.close()
  }
}

/** Acts are granted by their own name since schema 140. */
function restoringIn(sqlite: BetterSqlite.Database): Permission {
  return Number(sqlite.pragma('user_version', { simple: true })) >= 140 ? restoring : 'dataCare.execute'
}

function answerOf(value: unknown): Answer {
  return { ok: true, json: JSON.stringify(value) }
}
