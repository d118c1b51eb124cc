import { AppError, type ErrorCode } from '../../shared/core/errors.ts'
import type { Progress } from '../../shared/core/frames.ts'
import { anyOf, isGranted, type Procedure } from '../../shared/core/procedure.ts'
import { isForPrograms } from '../../shared/programs/rules.ts'
import { failureOf, type Answer } from './answers.ts'
import type { CallMeasures } from './call-measures.ts'
import type { CommandCall } from './command-queue.ts'
import type { SecurityEvent } from './handlers.ts'
import type { JobRunner } from './job-runner.ts'
import type { Log } from './log.ts'
import type { FindProcedure, Found } from './procedures.ts'
import type { QueryRunner } from './query-runner.ts'
import { readReplayKey, type Replays } from './replays.ts'
import type { Session } from './session.ts'
import type { Storage } from './storage.ts'
import { parseInput } from './wire.ts'

export interface DispatchParts {
  readonly find: FindProcedure
  readonly queries: QueryRunner
  readonly queue: (call: CommandCall) => Promise<Answer>
  readonly jobs: Pick<JobRunner, 'run'>
  readonly replays: Pick<Replays, 'answered'>
  readonly storage: Pick<Storage, 'heed'>
  readonly log: Log
  readonly measures: Pick<CallMeasures, 'note'>
  warn(session: Session, event: SecurityEvent): void
  /** A badge that nobody has is counted as a wrong password is: the call that tried it leaves nothing behind. Jobs count what they try themselves. */
  countUnknownBadge?(session: Session): Promise<unknown>
  /** Whether this host is the training copy. */
  isTraining(): boolean
}

export interface CallOptions {
  /** `deskId:deskSeq` of a command that a desk may send again. */
  readonly replayKey?: string | undefined
  /** The tag of the answer a desk already has. */
  readonly known?: string | undefined
  /** Set by jobs and engines, which may call what is internal. */
  readonly isInternal?: true
  readonly signal?: AbortSignal | undefined
  readonly onProgress?: ((progress: Progress) => void) | undefined
}
export type Dispatch = (session: Session, name: string, input: unknown, options?: CallOptions) => Promise<Answer>

/** Refusals for lack of rights, as the security log calls them. */
const refusalsOfRights: Partial<Record<ErrorCode, string>> = {
  forbidden: 'FORBIDDEN', 'foreign-section': 'FOREIGN_SECTION', 'not-step-holder': 'FORBIDDEN', 'not-chain-holder': 'FORBIDDEN', 'own-request': 'FORBIDDEN', 'person-only': 'KEY_MISUSED',
}

/**
 * The only way in, whatever the transport. Its order binds: find, session, input, answered before, permission, work.
 * (That a session is alive is known when its token is resolved; here only what it may do is asked.)
 */
export function createDispatch({ find, queries, queue, jobs, replays, storage, log, measures, warn, isTraining, countUnknownBadge }: DispatchParts): Dispatch {
  async function call(session: Session, name: string, raw: unknown, options: CallOptions): Promise<Answer> {
    const found = find(name)
    const { procedure } = found
    requireVisible(found, session, options)
    if (session.isProgram && !options.isInternal && !isForPrograms(found.module, procedure)) throw new AppError('person-only')
    if (procedure.liveOnly && isTraining()) throw new AppError('live-only')
    const input = parseInput(procedure, raw, session.canSeeCost || options.isInternal === true)
    const replay = procedure.kind === 'command' ? replayOf(session, name, raw, options) : undefined
    // What was done is told, whatever the session may do by now: else it would look as if it never had been.
    const stored = replay && replays.answered(replay.key, session.userId, replay.inputText)
    if (stored) return stored
    requirePermission(procedure, session, options)
    if (procedure.kind === 'query') return queries.run(found, session, input, options.known)
    if (procedure.kind === 'job') return jobs.run(found, session, input, options)
    return queue(replay ? { found, session, input, replay } : { found, session, input })
  }
  return async (session, name, input, options = {}) => {
    const begun = performance.now()
    const answer = storage.heed(await call(session, name, input, options).catch((error: unknown) => failureOf(name, error, log)))
    measures.note({ name, begun, ended: performance.now(), refusal: answer.ok ? undefined : answer.code, isInternal: options.isInternal })
    if (!answer.ok && answer.code === 'badge-unknown' && find(name).procedure.kind !== 'job') await countUnknownBadge?.(session)
    const kind = answer.ok ? undefined : refusalsOfRights[answer.code]
    if (!answer.ok && kind) warn(session, { kind, severity: 'WARNING', detail: { procedure: name.slice(0, 100), ...answer.params } })
    return answer
  }
}

function replayOf(session: Session, name: string, raw: unknown, { replayKey }: CallOptions): CommandCall['replay'] {
  return replayKey === undefined ? undefined : { key: readReplayKey(replayKey, session.deskId), inputText: `${name} ${JSON.stringify(raw) ?? ''}` }
}

function requireVisible({ name, procedure }: Found, session: Session, { isInternal }: CallOptions): void {
  if (isInternal) return
  if (procedure.visibility === 'internal') throw new AppError('not-found', { entity: 'procedure', id: name })
  if (procedure.visibility === 'public') return
  if (session.id === '') throw new AppError('signed-out')
  if (session.mustChangePassword && !procedure.beforePasswordChange) throw new AppError('password-change-needed')
}

function requirePermission(procedure: Procedure, session: Session, { isInternal }: CallOptions): void {
  if (isInternal || procedure.visibility === 'public' || isGranted(session.permissions, procedure.permission)) return
  throw new AppError('forbidden', { needed: anyOf(procedure.permission)[0] })
}
