import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { assemble, type Host } from '../../src-main/assemble.ts'
import type { Answer } from '../../src-main/core/answers.ts'
import type { CallOptions } from '../../src-main/core/dispatch.ts'
import type { Session } from '../../src-main/core/session.ts'
import { databaseFile } from '../../src-main/database/open.ts'
import { systemSession } from '../../src-main/identity/sessions.ts'
import { createClient, type Api } from '../../src-renderer/core/client.ts'
import { replyOf } from '../support/host.ts'

const root = new URL('../../', import.meta.url)

/** A host without its network, on a database on the disk, at the time of day. */
export interface Factory {
  readonly folder: string
  readonly host: Host
  /** Reads what the host has written. */
  readonly database: Database
  /** A client with every right, for internal procedures too. */
  readonly system: Api
  /** New people of this role, each signed in at a desk of their own. */
  signIn(role: string, count?: number): Promise<SignedIn[]>
  ask(session: Session, name: string, input: unknown, options?: CallOptions): Promise<Extract<Answer, { ok: true }>>
  close(): Promise<void>
}
export interface SignedIn { readonly session: Session; readonly token: string; readonly client: Api }

/** In a new folder, set up; or in the given one, as it is there. */
export async function openFactory(existing?: string): Promise<Factory> {
  const folder = existing ?? mkdtempSync(join(tmpdir(), 'lantai-bench-'))
  const host = assemble({
    dataFolder: folder, worker: new URL('src-main/worker.ts', root), migrations: new URL('migrations/', root),
    log: { error: (where, error) => console.error(where, error), info: () => {} }, tasks: () => ({ tellDemoStory: () => Promise.resolve(), beginAnew: () => Promise.resolve() }),
  })
  const database = new BetterSqlite(join(folder, databaseFile), { readonly: true })
  const clientOf = (session: Session, options: CallOptions = {}) =>
    createClient(async (name, input) => replyOf(await host.dispatch(session, name, input, options)))
  const system = clientOf(systemSession(), { isInternal: true })
  if (!host.site()) {
    await system.identity.createFactory({
      factoryName: 'Pabrik Ukur', fullName: 'Admin', username: 'admin', passwordHash: '!', language: 'id', isDemo: false,
    })
  }
  let people = database.prepare('select count(*) from user').pluck().get() as number
  const hire = async (role: string): Promise<SignedIn> => {
    people += 1
    const [deskId, username] = [`desk-${people}`, `orang-${people}`]
    const roleId = database.prepare('select id from role where name = ?').pluck().get(role) as string | undefined
    if (roleId === undefined) throw new Error(`No role ${role}`)
    const { id: userId } = await system.identity.createUserRecord({
      username, fullName: username, roleId, sectionId: null, sectionIds: [], canSeeCost: false, passwordHash: '!', mustChangePassword: false, language: 'id',
    })
    const { token } = await system.identity.startSession({ userId, deskId, ip: '127.0.0.1', userAgent: 'bench' })
    const session = host.sessions.byToken(token)!
    return { session, token, client: clientOf(session) }
  }
  return {
    folder, host, database, system,
    signIn: (role, count = 1) => Promise.all(Array.from({ length: count }, () => hire(role))),
    async ask(session, name, input, options) {
      const answer = await host.dispatch(session, name, input, options)
      if (!answer.ok) throw new Error(`${name} was refused: ${answer.code} ${JSON.stringify(answer.params)}`)
      return answer
    },
    async close() {
      database.close()
      await host.close()
    },
  }
}
