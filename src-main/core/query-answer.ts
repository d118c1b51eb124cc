import { hash } from 'node:crypto'
import type { Query } from '../../shared/core/procedure.ts'
import { createReader, type Connection } from '../database/reader.ts'
import type { Clock } from './clock.ts'
import type { HostView } from './host-view.ts'
import type { Place, QueryContext, SettingReader } from './handlers.ts'
import type { Found } from './procedures.ts'
import { createScope, type Session } from './session.ts'
import { encodeOutput } from './wire.ts'

export interface QueryParts {
  readonly connection: Connection
  readonly settings: SettingReader
  readonly clock: Clock
  readonly host: HostView
  readonly place: Place
  today(): string
}
export interface Read { readonly json: string; readonly tag: string }

/** Runs a query's handler: its answer as it travels, and the tag that names it. */
export function answerQuery(found: Found, session: Session, input: unknown, parts: QueryParts): Read {
  const json = JSON.stringify(runHandler(found, session, input, parts) ?? null)
  return { json, tag: hash('sha1', json, 'base64url') }
}

function runHandler({ name, procedure, handler }: Found, session: Session, input: unknown, { connection, settings, clock, today, host, place }: QueryParts): unknown {
  const touched = new Set<string>()
  const scope = createScope(session)
  const context: QueryContext = { session: visible(name, procedure as Query, session), scope, clock, settings, today, host, place, db: createReader(connection, touched) }
  const value = handler(context, input)
  if (value instanceof Promise) throw new Error(`The handler of ${name} is asynchronous`)
  if (!scope.isDeclared()) throw new Error(`${name} declared no scope`)
  const missing = [...touched].filter(table => !(procedure as Query).reads.includes(table as never) && !ownBooks.includes(table))
  if (missing.length > 0) throw new Error(`The contract of ${name} lacks reads: ${missing.join(', ')}`)
  return encodeOutput(procedure, value, session.canSeeCost)
}

/** Books that are no entities announce nothing; a query on them varies by the clock, or reads what they are kept from (`ledgerDay`). */
const ownBooks: readonly string[] = ['ledgerDay', 'ledgerProduction', 'ledgerSlip', 'flowPeriod', 'slipPeriod', 'equipmentPeriod', 'activityEntry', 'auditEntry', 'securityEvent', 'event', 'importRow', 'importPartRow', 'loginLock', 'numberCounter']

const personal: readonly (keyof Session)[] = ['id', 'userId', 'username', 'fullName', 'role', 'level', 'language', 'permissions', 'sectionId', 'deskId', 'ip', 'userAgent']

/** What an answer shared by all of one scope may look at: reading more of the session than its scope is a mistake of ours. */
function visible(name: string, { varies }: Query, session: Session): Session {
  if (varies === 'user' || varies === 'clock') return session
  return new Proxy(session, {
    get(target, key) {
      if (personal.includes(key as keyof Session)) throw new Error(`${name} reads session.${String(key)}, but does not vary by the user`)
      return Reflect.get(target, key) as unknown
    },
  })
}
