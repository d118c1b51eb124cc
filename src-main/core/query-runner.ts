import type { Query, RowScope } from '../../shared/core/procedure.ts'
import type { Answer, Answered } from './answers.ts'
import type { NumberedChange } from './event-log.ts'
import type { Found } from './procedures.ts'
import { answerQuery, type QueryParts, type Read } from './query-answer.ts'
import type { QueryResult, QueryWorkers } from './query-workers.ts'
import type { Session } from './session.ts'

export interface QueryRunnerParts extends QueryParts {
  readonly workers: Pick<QueryWorkers, 'answer'>
}
export interface QueryRunner {
  run(found: Found, session: Session, input: unknown, known: string | undefined): Answer | Promise<Answer>
  /** Tells the kept answers what has changed. */
  changed(changes: readonly Pick<NumberedChange, 'entity' | 'scope'>[]): void
  readonly kept: number
}

interface Versioned { readonly versions: readonly number[] }
interface Kept extends Read, Versioned {}
/** A long query that a worker is at. */
interface Asked extends Versioned { readonly result: Promise<QueryResult> }
const answersKept = 500

/**
 * Answers are kept by procedure, input and row scope, with the versions of the entities they were read from: two hundred desks
 * on one board cost one query. A version counts the changes of an entity, and of an entity within one section.
 */
export function createQueryRunner({ workers, ...parts }: QueryRunnerParts): QueryRunner {
  const versions = new Map<string, number>()
  const answers = new Map<string, Kept>()
  const asked = new Map<string, Asked>()

  function versionsOf({ reads }: Query, { sectionId }: RowScope): number[] {
    const at = (key: string) => versions.get(key) ?? 0
    return reads.map(entity => (sectionId === undefined ? at(entity) : at(`${entity} ${sectionId}`) + at(`${entity} *`)))
  }
  function run(found: Found, session: Session, input: unknown, known: string | undefined): Answer | Promise<Answer> {
    const procedure = found.procedure as Query
    const key = procedure.varies === 'clock' ? undefined : keyOf(found, session, input, parts.today)
    const current = versionsOf(procedure, procedure.scope?.(input) ?? {})
    const kept = key === undefined ? undefined : answers.get(key)
    if (kept && isSame(kept, current)) return told(kept, known)
    if (procedure.long) return runLong(found, session, input, key, current).then(result => (result.ok ? told(result, known) : result))
    return told(keep(key, answerQuery(found, session, input, parts), current), known)
  }
  /** The versions are those from before the reading began: what changes meanwhile makes the answer old. */
  function runLong(found: Found, session: Session, input: unknown, key: string | undefined, current: readonly number[]): Promise<QueryResult> {
    const sharable = key === undefined ? undefined : asked.get(key)
    if (sharable && isSame(sharable, current)) return sharable.result
    const result = workers.answer(found, session, input).then(answer => {
      if (key !== undefined && asked.get(key)?.result === result) asked.delete(key)
      if (answer.ok) keep(key, answer, current)
      return answer
    })
    if (key !== undefined) asked.set(key, { result, versions: current })
    return result
  }
  function keep(key: string | undefined, read: Read, current: readonly number[]): Read {
    if (key === undefined) return read
    answers.delete(key)
    answers.set(key, { json: read.json, tag: read.tag, versions: current })
    for (const oldest of answers.keys()) {
      if (answers.size <= answersKept) break
      answers.delete(oldest)
    }
    return read
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

function told({ json, tag }: Read, known: string | undefined): Answered {
  return known === tag ? { ok: true, json: 'null', tag, unchanged: true } : { ok: true, json, tag }
}

function isSame({ versions }: Versioned, current: readonly number[]): boolean {
  return versions.every((version, at) => version === current[at])
}

function keyOf({ name, procedure }: Found, session: Session, input: unknown, today: () => string): string {
  const { varies } = procedure as Query
  const sections = session.sections === 'all' ? 'all' : [...session.sections].sort().join(',')
  const more = varies === 'user' ? session.userId : varies === 'day' ? today() : ''
  return [name, JSON.stringify(input), sections, session.canSeeCost, more].join('\n')
}
