import type { IncomingMessage } from 'node:http'
import { AppError } from '../../shared/core/errors.ts'
import { keyMark, shownOfKey } from '../../shared/programs/rules.ts'
import { visitor, type Session } from '../core/session.ts'
import type { Sessions } from '../core/sessions.ts'
import { plainAddress } from './guards.ts'
import type { ServedWorld, Worlds } from './worlds.ts'

/** The live session of a token, with the address the call really came from. To `peek` is no sign of life. */
export function sessionAt(sessions: Sessions, token: string, address: string, look: 'byToken' | 'peek' = 'byToken'): Session | undefined {
  const session = sessions[look](token)
  return session === undefined || session.ip === address ? session : { ...session, ip: address }
}

/** Who sends this request, and to which world; a visitor of the factory without a token that is alive. `key-invalid` for a bad API key. */
export function callerOf(worlds: Worlds, { headers, socket }: IncomingMessage): { readonly world: ServedWorld; readonly session: Session } {
  const address = plainAddress(socket.remoteAddress)
  const [, token] = /^Bearer ([\w.~+/=-]{1,500})$/i.exec(headers.authorization ?? '') ?? []
  const world = token === undefined ? undefined : worlds.of(token)
  const session = world && token !== undefined ? sessionAt(world.sessions, token, address) : undefined
  if (world && session) return { world, session }
  const stranger = visitor(deskIdOf(headers['desk-id']), address, headers['user-agent']?.slice(0, 300))
  if (token?.startsWith(keyMark)) {
    worlds.live.warn(stranger, { kind: 'KEY_REFUSED', severity: 'WARNING', detail: { keyStart: token.slice(0, shownOfKey) } })
    throw new AppError('key-invalid')
  }
  return { world: worlds.live, session: stranger }
}

/** The desk a visitor says it calls from; nothing if that is no desk's name. */
export function deskIdOf(said: unknown): string {
  const deskId = String(said ?? '')
  return /^[\w.-]{1,100}$/.test(deskId) ? deskId : ''
}
