import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'
import type { AppContract } from '../../shared/contract.ts'
import { createClient, type Client } from '../../src-renderer/core/client.ts'
import type { Permission } from '../../shared/core/permissions.ts'
import type { Reply } from '../../shared/core/frames.ts'
import { assemble, type Host } from '../../src-main/assemble.ts'
import type { Clock, MovableClock } from '../../src-main/core/clock.ts'
import { seedDemo, seedSampleMasters } from '../../src-main/demo/seed.ts'
import type { Answer } from '../../src-main/core/answers.ts'
import type { CallOptions } from '../../src-main/core/dispatch.ts'
import type { NumberedChange } from '../../src-main/core/event-log.ts'
import type { Session } from '../../src-main/core/session.ts'
import { enterRestore } from '../../src-main/restored-host.ts'
import { systemSession } from '../../src-main/identity/sessions.ts'
import { databaseFile } from '../../src-main/database/open.ts'
import { createTraining, type Training } from '../../src-main/training-world.ts'
import { fillFolder, hostEntry } from './run-folder.ts'

const root = new URL('../../', import.meta.url)
const resources = new URL('resources/', root)
const files = { worker: hostEntry('worker'), migrations: new URL('migrations/', root) }
export type Desk = Client<AppContract>

export interface TestClock extends MovableClock { set(instant: string): void; advance(milliseconds: number): void }
export interface TestHost {
  readonly clock: TestClock
  readonly folder: string
  /** The running host; another one after a restart. */
  readonly host: Host
  readonly training: Training
  /** A client with every right, for internal procedures too. */
  readonly system: Desk
  readonly database: Database
  /** What jobs asked of whoever runs the host. */
  readonly asked: { readonly beginAnew: number }
  readonly events: readonly NumberedChange[]
  /** Lines the host logged as faults of its own. */
  readonly faults: readonly string[]
  /** A new user of this role, in this section, signed in: a typed client through dispatch. */
  as(role: string, sectionCode?: string): Promise<Desk>
  /** The session behind such a client. */
  sessionFor(role: string, sectionCode?: string, more?: MoreRights): Promise<Session>
  desk(session: Session, options?: CallOptions): Desk
  section(code: string): string
  restart(): Promise<void>
  stop(): Promise<void>
}

type Sections = readonly (readonly [code: string, name: string])[]
const usualSections = [['CUT', 'Cutting'], ['EMB', 'Bordir'], ['SEW', 'Jahit'], ['FIN', 'Finishing'], ['PCK', 'Packing'], ['WH', 'Gudang']] as const

/** What a user of a role may besides; `grants` for a day. */
export interface MoreRights { readonly canSeeCost?: boolean; readonly sections?: readonly string[]; readonly grants?: readonly Permission[] }

/**
 * A real host on a real database in a folder of its own, set up as a small factory, or as the demo factory. Small factories that begin alike are copies of one;
 * with other sections it is another site.
 */
export async function startTestHost({ now = '2026-11-20T03:00:00.000Z', sections = usualSections, isDemo = false }: { now?: string; isDemo?: boolean; sections?: Sections } = {}): Promise<TestHost> {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-test-'))
  const clock = createClock(now)
  const events: NumberedChange[] = []
  const faults: string[] = []
  const asked = { beginAnew: 0 }
  const log = { error: (where: string, error: unknown) => faults.push(`${where}: ${error instanceof Error ? error.stack : String(error)}`), info: () => {} }
  const practise = (live: Host) => createTraining({ ...files, live, dataFolder: folder, clock, log, preparer: hostEntry('prepare-training') })
  const open = () => {
    const opened = assemble({
      ...files, dataFolder: folder, clock, log,
      tasks: started => ({ tellDemoStory: () => seedDemo(started, clock, resources), seedMasters: () => seedSampleMasters(started, resources), beginAnew: async () => void (asked.beginAnew += 1), ...training.tasks }),
    })
    opened.events.subscribe(changes => events.push(...changes))
    return opened
  }
  if (!isDemo) await fillFolder(folder, `factory-${createHash('sha256').update(JSON.stringify([now, sections])).digest('hex')}`, at => makeFactory(at, clock, sections))
  let host = open()
  let training = practise(host)
  let database = new BetterSqlite(join(folder, databaseFile), { readonly: true })
  let people = 0

  const desk = (session: Session, options: CallOptions = {}): Desk => createClient(async (name, input) => replyOf(await host.dispatch(session, name, input, options)))
  const system = systemDesk(() => host)
  const section = (code: string) => database.prepare('select id from section where code = ?').pluck().get(code) as string

  if (isDemo) await seedDemo(host, clock, resources)

  async function sessionFor(role: string, sectionCode?: string, more: MoreRights = {}): Promise<Session> {
    people += 1
    const roleId = database.prepare('select id from role where name = ?').pluck().get(role) as string | undefined
    if (roleId === undefined) throw new Error(`No role ${role}`)
    const { id: userId } = await system.identity.createUserRecord({
      username: `user-${people}`, fullName: `${role} ${people}`, roleId, sectionId: sectionCode === undefined ? null : section(sectionCode),
      sectionIds: (more.sections ?? []).map(section), canSeeCost: more.canSeeCost ?? false, passwordHash: '!', mustChangePassword: false, language: 'id',
    })
    const expiresAt = new Date(Date.parse(clock.now()) + 86_400_000).toISOString()
    for (const permission of more.grants ?? []) await system.identity.giveGrant({ userId, permission, expiresAt, reason: 'test' })
    const { token } = await system.identity.startSession({ userId, deskId: `desk-${people}`, ip: '127.0.0.1', userAgent: 'test' })
    const session = host.sessions.byToken(token)
    if (!session) throw new Error('The new session is not alive')
    return session
  }
  return {
    clock, folder, events, faults, system, sessionFor, desk, section,
    get host() {
      return host
    },
    get training() {
      return training
    },
    get database() {
      return database
    },
    as: async (role, sectionCode) => desk(await sessionFor(role, sectionCode)),
    asked,
    async restart() {
      database.close()
      await training.close()
      await host.close()
      host = open()
      await enterRestore(host, folder)
      training = practise(host)
      database = new BetterSqlite(join(folder, databaseFile), { readonly: true })
    },
    async stop() {
      database.close()
      await training.close()
      await host.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What every small factory begins with, in a data folder of its own. */
async function makeFactory(dataFolder: string, clock: Clock, sections: Sections): Promise<void> {
  const log = { error(where: string, error: unknown) { throw new Error(where, { cause: error }) }, info: () => {} }
  const host = assemble({ ...files, dataFolder, clock, log, tasks: () => ({}) })
  const system = systemDesk(() => host)
  await system.identity.createFactory({ factoryName: 'Pabrik Uji', fullName: 'Admin Uji', username: 'admin', passwordHash: '!', language: 'id', isDemo: false })
  for (const [code, name] of sections) await system.masters.createSection({ code, name, parentId: null })
  await host.close()
}

function systemDesk(host: () => Host): Desk {
  return createClient(async (name, input) => replyOf(await host().dispatch(systemSession(), name, input, { isInternal: true })))
}

export function replyOf(answer: Answer): Reply {
  if (!answer.ok) return answer
  const { ok, json, ...rest } = answer
  return { ok, ...rest, value: JSON.parse(json) as unknown }
}

function createClock(start: string): TestClock {
  let at = Date.parse(start)
  let followed: Clock | null = null
  return {
    now: () => followed?.now() ?? new Date(at).toISOString(),
    follow(clock) {
      followed = clock
    },
    set(instant) {
      at = Date.parse(instant)
    },
    advance(milliseconds) {
      at += milliseconds
    },
  }
}
