import { Readable } from 'node:stream'
import { z } from 'zod'
import { contract } from '../../shared/contract.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Procedure } from '../../shared/core/procedure.ts'
import type { Dispatch } from '../core/dispatch.ts'
import type { FileStore } from '../core/files.ts'
import type { Session } from '../core/session.ts'
import type { Sessions } from '../core/sessions.ts'
import { systemSession } from '../identity/sessions.ts'
import type { Call } from './call.ts'
import type { Upload } from './credit-notes.ts'
import type { Ids } from './layout.ts'
import { demoLogins } from './logins.ts'

/** What of a host the story needs. */
export interface DemoHost {
  readonly dispatch: Dispatch
  readonly sessions: Sessions
  readonly files: Pick<FileStore, 'receive'>
  site(): object | undefined
}

/** Everyone's account, and a caller that acts as them. */
export async function signInAll(host: DemoHost, system: Call, passwordHash: string, sectionIds: Ids): Promise<Readonly<Record<string, Call>>> {
  const roles = await system('identity', 'listRoles', {})
  const people: Record<string, Call> = {}
  for (const { username, fullName, role, section, sections: more = [] } of demoLogins) {
    const roleId = roles.find(({ name }) => name === role)?.id
    if (role === 'Superadmin') continue
    if (roleId === undefined) throw new Error(`The demo needs a role ${role}`)
    const user = await system('identity', 'createUserRecord', {
      username, fullName, roleId, sectionId: section === null ? null : sectionIds[section]!, sectionIds: more.map(code => sectionIds[code]!),
      canSeeCost: false, language: 'id', passwordHash, mustChangePassword: false,
    })
    people[username] = await signIn(host, system, username, user.id)
  }
  return people
}

async function signIn(host: DemoHost, system: Call, username: string, userId: string): Promise<Call> {
  return callerAs(host, await startSession(host, system, username, userId))
}

export async function startSession(host: DemoHost, system: Call, username: string, userId: string): Promise<Session> {
  const { token } = await system('identity', 'startSession', { userId, deskId: `demo-${username}`, ip: '127.0.0.1', userAgent: 'demo' })
  const session = host.sessions.byToken(token)
  if (!session) throw new Error(`${username} could not be signed in`)
  return session
}

export function uploadAs(host: DemoHost, session: Session): Upload {
  return async (name, content) => (await host.files.receive(session, name, 'text/csv', Readable.from([Buffer.from(content)]))).ticket
}

export async function userIdOf(system: Call, wanted: string): Promise<string> {
  const { rows } = await system('identity', 'listUsers', { pageSize: 200 })
  return rows.find(({ username }) => username === wanted)!.id
}

export function callerAs(host: DemoHost, session: Session): Call {
  const isInternal = session.userId === systemSession().userId
  return async (module, name, input) => {
    const answer = await host.dispatch(session, `${module}.${name}`, input, isInternal ? { isInternal } : {})
    if (!answer.ok) throw new AppError(answer.code, { ...answer.params, demo: `${module}.${name}` })
    const { output } = (contract[module] as Record<string, Procedure>)[name]!
    return z.decode(output, JSON.parse(answer.json) as never) as never
  }
}
