import type { Database, Statement } from 'better-sqlite3'
import { AppError } from '../../shared/core/errors.ts'
import type { Command } from '../../shared/core/procedure.ts'
import { entityDefinition, type Entity } from '../../shared/core/entities.ts'
import { createKnownRows } from '../database/known-rows.ts'
import { createPen, type Change, type Writer } from '../database/pen.ts'
import type { Connection } from '../database/reader.ts'
import { asAppError, failureOf, type Answer } from './answers.ts'
import { isNews, type AuditLog } from './audit-log.ts'
import type { Clock } from './clock.ts'
import type { EventLog, NumberedChange } from './event-log.ts'
import type { Actor, Attempt, CommandContext, SecurityEvent, SettingReader } from './handlers.ts'
import type { Log } from './log.ts'
import type { Found } from './procedures.ts'
import type { ReplayKey, Replays } from './replays.ts'
import { createScope, type Scope, type Session } from './session.ts'
import { isStorageFault, type Storage } from './storage.ts'
import { encodeOutput } from './wire.ts'

export interface CommandCall {
  readonly found: Found
  readonly session: Session
  readonly input: unknown
  readonly replay?: { readonly key: ReplayKey; readonly inputText: string } | undefined
}

/** What engines add to a command's context; they write through the command's own pen. */
export type CommandTools = (db: Writer, session: Session, now: string) => Pick<CommandContext, 'number' | 'notify' | 'today'>

export interface CommandQueueParts {
  readonly connection: Connection
  readonly audit: AuditLog
  readonly events: EventLog
  readonly replays: Replays
  readonly storage: Storage
  readonly settings: SettingReader
  readonly tools: CommandTools
  readonly clock: Clock
  readonly log: Log
  /** The security log's row, written beside the command: it stays when the command fails. */
  warn(session: Session, event: SecurityEvent): void
}

interface Waiting { readonly call: CommandCall; readonly answer: (answer: Answer) => void }
interface Writing { readonly found: Found; readonly scope: Scope; readonly work: Work }
interface Work { readonly now: string; readonly changes: Change[]; actor: Actor }
/** Where a command goes back to when it is refused. */
interface UndoPoint { set(): void; keep(): void; goBack(): void }
interface Outcome { readonly answer: Answer; readonly changes: readonly Change[]; readonly actor: Actor; readonly isReplay?: true }

/**
 * Commands that arrive together commit together: one transaction, a savepoint each. Audit rows, event numbers and stored
 * answers are appended once all savepoints are released, so chain and numbers have no gaps. Replies leave after the commit.
 */
export function createCommandQueue(parts: CommandQueueParts): (call: CommandCall) => Promise<Answer> {
  const { sqlite } = parts.connection
  const begin = sqlite.prepare('begin immediate')
  const commit = sqlite.prepare('commit')
  const undoPoints = createUndoPoints(sqlite, begin)
  const parted = savepointOf(sqlite, 'part')
  const knownRows = createKnownRows()
  /** The command that is at work: they run one at a time, and all with the one pen. */
  let writing: Writing | undefined
  const pen = createPen(parts.connection, {
    known: knownRows,
    get now() {
      return atWork().work.now
    },
    get changes() {
      return atWork().work.changes
    },
    guard(entity, row) {
      const { found, scope } = atWork()
      if (!scope.isDeclared()) throw new Error(`${found.name} writes before it declares its scope`)
      if (entityDefinition(entity).scope === 'sectionId' && !scope.covers(row.sectionId as string | null)) {
        throw new AppError('foreign-section', { sectionId: row.sectionId })
      }
    },
  })
  function atWork(): Writing {
    if (!writing) throw new Error('The pen is not in the hand of any command')
    return writing
  }
  let waiting: Waiting[] = []

  function flush(): void {
    const group = waiting
    waiting = []
    runGroup(group)
  }

  /** An error that rolls back the whole transaction reruns the group one by one, so that one bad command harms no other. */
  function runGroup(group: readonly Waiting[]): void {
    const { refusal } = parts.storage
    if (refusal) return group.forEach(({ answer }) => answer(refusal))
    let done: ReturnType<typeof transact>
    try {
      done = transact(group)
    } catch (error) {
      parts.storage.notice(error)
      if (group.length > 1) return group.forEach(one => runGroup([one]))
      return group[0]?.answer(failureOf(group[0].call.found.name, error, parts.log))
    }
    // What is committed is done, whatever goes wrong from here on: nothing of it may be run again.
    parts.storage.written()
    parts.events.publish(done.news)
    group.forEach(({ answer }, at) => answer(done.answers[at]!))
  }

  function transact(group: readonly Waiting[]): { answers: Answer[]; news: readonly NumberedChange[] } {
    begin.run()
    try {
      const now = parts.clock.now()
      const undoPoint = group.length === 1 ? undoPoints.alone : undoPoints.amongOthers
      const twins = new Map<string, { call: CommandCall; answer: Answer }>()
      const outcomes = group.map(({ call }) => runOnce(call, now, undoPoint, twins))
      const news = group.flatMap(({ call }, at) => stage(call, outcomes[at]!, now))
      commit.run()
      parts.audit.settle()
      parts.events.settle()
      return { answers: outcomes.map(({ answer }) => answer), news }
    } catch (error) {
      if (sqlite.inTransaction) sqlite.exec('rollback')
      knownRows.clear()
      parts.audit.forget()
      parts.events.forget()
      throw error
    }
  }

  /** `twins` are the commands of this very group, whose answers are not stored yet. */
  function runOnce(call: CommandCall, now: string, undoPoint: UndoPoint, twins: Map<string, { call: CommandCall; answer: Answer }>): Outcome {
    const { replay, session, found } = call
    if (!replay) return runCommand(call, now, undoPoint)
    const key = `${replay.key.deskId}:${replay.key.deskSeq}`
    try {
      const stored = parts.replays.answered(replay.key, session.userId, replay.inputText)
      if (stored) return { answer: stored, changes: [], actor: session, isReplay: true }
      const twin = twins.get(key)
      if (twin && (twin.call.session.userId !== session.userId || twin.call.replay?.inputText !== replay.inputText)) throw new AppError('replay-mismatch')
      if (twin) return { answer: twin.answer, changes: [], actor: session, isReplay: true }
    } catch (error) {
      return { answer: failureOf(found.name, error, parts.log), changes: [], actor: session, isReplay: true }
    }
    const outcome = runCommand(call, now, undoPoint)
    twins.set(key, { call, answer: outcome.answer })
    return outcome
  }

  function runCommand({ found, session, input }: CommandCall, now: string, undoPoint: UndoPoint): Outcome {
    const work: Work = { now, changes: [], actor: session }
    undoPoint.set()
    try {
      const answer = runHandler(found, session, input, work)
      undoPoint.keep()
      return { answer, ...work }
    } catch (error) {
      const known = asAppError(error)
      if (!sqlite.inTransaction || (known && isStorageFault(known.code))) throw error
      undoPoint.goBack()
      knownRows.clear()
      return { answer: failureOf(found.name, error, parts.log), changes: [], actor: session }
    } finally {
      writing = undefined
    }
  }

  function runHandler(found: Found, session: Session, input: unknown, work: Work): Answer {
    const { now, changes } = work
    const scope = createScope(session)
    writing = { found, scope, work }
    // Named one by one: every command makes one of these, and what is spread into the midst of an object makes it slow.
    const { number, notify, today } = parts.tools(pen, session, now)
    const context: CommandContext = {
      session, scope, clock: { now: () => now }, settings: parts.settings, db: pen, number, notify, today,
      attempt: part => attempt(part, changes),
      actAs(person) {
        work.actor = person
      },
      warn: event => parts.warn(session, event),
    }
    const value = found.handler(context, input)
    if (value instanceof Promise) throw new Error(`The handler of ${found.name} is asynchronous`)
    if (!scope.isDeclared()) throw new Error(`${found.name} declared no scope`)
    requireWrites(found, changes)
    return { ok: true, json: JSON.stringify(encodeOutput(found.procedure, value, session.canSeeCost) ?? null) }
  }

  function attempt<Value>(part: () => Value, changes: Change[]): Attempt<Value> {
    const before = changes.length
    parted.set()
    try {
      const value = part()
      parted.keep()
      return { ok: true, value }
    } catch (thrown) {
      const error = asAppError(thrown)
      if (!error || !sqlite.inTransaction || isStorageFault(error.code)) throw thrown
      parted.goBack()
      changes.length = before
      knownRows.clear()
      return { ok: false, error }
    }
  }

  function stage({ found, session, input, replay }: CommandCall, { answer, changes, actor, isReplay }: Outcome, now: string): readonly NumberedChange[] {
    const { procedure, name, module } = found
    const { reason } = (input ?? {}) as { reason?: unknown }
    const replayKey = replay ? `${replay.key.deskId}:${replay.key.deskSeq}` : null
    parts.audit.stage({
      at: now, session, actor, name, module, procedure: procedure as Command, reason: typeof reason === 'string' && reason.trim() !== '' ? reason : null, replayKey, changes,
    })
    const news = parts.events.stage(now, changes.filter(isNews))
    if (replay && !isReplay && isLasting(answer)) parts.replays.stage(replay.key, session.userId, replay.inputText, now, answer)
    return news
  }

  return call =>
    new Promise(answer => {
      if (waiting.length === 0) setImmediate(flush)
      waiting.push({ call, answer })
    })
}

/** Alone in its transaction a command goes back to the beginning of it; a savepoint, which makes SQLite keep every page as it was, is for those among others. */
function createUndoPoints(sqlite: Database, begin: Statement): { readonly alone: UndoPoint; readonly amongOthers: UndoPoint } {
  const rollback = sqlite.prepare('rollback')
  return {
    alone: {
      set: () => {},
      keep: () => {},
      goBack() {
        rollback.run()
        begin.run()
      },
    },
    amongOthers: savepointOf(sqlite, 'command'),
  }
}

function savepointOf(sqlite: Database, name: string): UndoPoint {
  const [savepoint, release, rollbackTo] = [`savepoint ${name}`, `release ${name}`, `rollback to ${name}`].map(text => sqlite.prepare(text))
  return {
    set: () => void savepoint!.run(),
    keep: () => void release!.run(),
    goBack() {
      rollbackTo!.run()
      release!.run()
    },
  }
}

/** A fault of ours is no answer: the command may be sent again. */
function isLasting(answer: Answer): boolean {
  return answer.ok || answer.code !== 'unexpected'
}

/** Engines may always write what is theirs; the rest a command must have declared. */
const engineEntities: readonly Entity[] = ['notification', 'notificationReceipt']

function requireWrites({ name, procedure }: Found, changes: readonly Change[]): void {
  const { writes } = procedure as Command
  const missing = changes.map(({ entity }) => entity).filter(entity => !writes.includes(entity) && !engineEntities.includes(entity))
  if (missing.length > 0) throw new Error(`The contract of ${name} lacks writes: ${[...new Set(missing)].join(', ')}`)
}
