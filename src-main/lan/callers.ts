import type { IncomingMessage } from 'node:http'
import { visitor, type Session } from '../core/session.ts'
import type { Sessions } from '../core/sessions.ts'
import { plainAddress } from './guards.ts'
import type { ServedWorld, Worlds } from './worlds.ts'

/** The live session of a token, with the address the call really came from. To `peek` is no sign of life. */
export function sessionAt(sessions: Sessions, token: string, address: string, look: 'byToken' | 'peek' = 'byToken'): Session | undefined {
  const session = sessions[look](token)
  return session === undefined || session.ip === address ? session : { ...session, ip: address }
}

/** Who sends this request, and to which world; a visitor of the factory without a token that is alive. */
export function callerOf(worlds: Worlds, { headers, socket }: IncomingMessage): { readonly world: ServedWorld; readonly session: Session } {
  const address = plainAddress(socket.remoteAddress)
  const [, token] = /^Bearer ([\w.~+/=-]{1,500})$/i.exec(headers.authorization ?? '') ?? []
  const world = token === undefined ? undefined : worlds.of(token)
  const session = world && token !== undefined ? sessionAt(world.sessions, token, address) : undefined
  if (world && session) return { world, session }
  return { world: worlds.live, session: visitor(deskIdOf(headers['desk-id']), address, headers['user-agent']?.slice(0, 300)) }
}

/** The desk a visitor says it calls from; nothing if that is no desk's name. */
export function deskIdOf(said: unknown): string {
  const deskId = String(said ?? '')
  return /^[\w.-]{1,100}$/.test(deskId) ? deskId : ''
}
