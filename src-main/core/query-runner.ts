import { createHash } from 'node:crypto'
import type { Query, RowScope } from '../../shared/core/procedure.ts'
import { createReader, type Connection } from '../database/reader.ts'
import type { Answered } from './answers.ts'
import type { Clock } from './clock.ts'
import type { NumberedChange } from './event-log.ts'
import type { QueryContext, SettingReader } from './handlers.ts'
import type { Found } from './procedures.ts'
import { createScope, type Session } from './session.ts'
import { encodeOutput } from './wire.ts'

export interface QueryRunnerParts {
  readonly connection: Connection
  readonly settings: SettingReader
  readonly clock: Clock
  today(): string
}
export interface QueryRunner {
  run(found: Found, session: Session, input: unknown, known: string | undefined): Answered
  /** Tells the kept answers what has changed. */
  changed(changes: readonly Pick<NumberedChange, 'entity' | 'scope'>[]): void
  readonly kept: number
}

interface Kept { readonly json: string; readonly tag: string; readonly versions: readonly number[] }
const answersKept = 500

/**
 * Answers are kept by procedure, input and row scope, with the versions of the entities they were read from: two hundred desks
 * on one board cost one query. A version counts the changes of an entity, and of an entity within one section.
 */
export function createQueryRunner({ connection, settings, clock, today }: QueryRunnerParts): QueryRunner {
  const versions = new Map<string, number>()
  const answers = new Map<string, Kept>()

  function versionsOf({ reads }: Query, { sectionId }: RowScope): number[] {
    const at = (key: string) => versions.get(key) ?? 0
    return reads.map(entity => (sectionId === undefined ? at(entity) : at(`${entity} ${sectionId}`) + at(`${entity} *`)))
  }
  function run(found: Found, session: Session, input: unknown, known: string | undefined): Answered {
    const procedure = found.procedure as Query
    const key = procedure.varies === 'clock' ? undefined : keyOf(found, session, input)
    const current = versionsOf(procedure, procedure.scope?.(input) ?? {})
    let kept = key === undefined ? undefined : answers.get(key)
    if (!kept || kept.versions.some((version, at) => version !== current[at])) {
      const json = JSON.stringify(runHandler(found, session, input) ?? null)
      kept = { json, tag: createHash('sha1').update(json).digest('base64url'), versions: current }
      if (key !== undefined) keep(key, kept)
    }
    if (known !== undefined && known === kept.tag) return { ok: true, json: 'null', tag: kept.tag, unchanged: true }
    return { ok: true, json: kept.json, tag: kept.tag }
  }
  function keep(key: string, kept: Kept): void {
    answers.delete(key)
    answers.set(key, kept)
    for (const oldest of answers.keys()) {
      if (answers.size <= answersKept) break
      answers.delete(oldest)
    }
  }
  function runHandler({ name, procedure, handler }: Found, session: Session, input: unknown): unknown {
    const touched = new Set<string>()
    const scope = createScope(session)
    const context: QueryContext = { session: visible(name, procedure as Query, session), scope, clock, settings, today, db: createReader(connection, touched) }
    const value = handler(context, input)
    if (value instanceof Promise) throw new Error(`The handler of ${name} is asynchronous`)
    if (!scope.isDeclared) throw new Error(`${name} declared no scope`)
    const missing = [...touched].filter(table => !(procedure as Query).reads.includes(table as never) && !ownBooks.includes(table))
    if (missing.length > 0) throw new Error(`The contract of ${name} lacks reads: ${missing.join(', ')}`)
    return encodeOutput(procedure, value, session.canSeeCost)
  }
  return {
    run,
    changed(changes) {
      const bump = (key: string) => versions.set(key, (versions.get(key) ?? 0) + 1)
      for (const { entity, scope } of changes) {
        bump(entity)
        bump(scope.sectionId === undefined ? `${entity} *` : `${entity} ${scope.sectionId}`)
      }
    },
    get kept() {
      return answers.size
    },
  }
}

/** Books that are no entities announce nothing; a query on them varies by the clock. */
const ownBooks: readonly string[] = ['auditEntry', 'securityEvent', 'event', 'importRow']

function keyOf({ name, procedure }: Found, session: Session, input: unknown): string {
  const sections = session.sections === 'all' ? 'all' : [...session.sections].sort().join(',')
  const user = (procedure as Query).varies === 'user' ? session.userId : ''
  return [name, JSON.stringify(input), sections, session.canSeeCost, user].join('\n')
}

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
