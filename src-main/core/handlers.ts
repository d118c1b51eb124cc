import type { BusinessDay } from '../../shared/core/dates.ts'
import type { AppError } from '../../shared/core/errors.ts'
import type { Command, Contract, Job, OutputOf, ParsedInputOf, Procedure } from '../../shared/core/procedure.ts'
import type { Setting } from '../../shared/settings/setting.ts'
import type { ResetTime, Trainee, TrainingState } from '../../shared/training/contract.ts'
import type { Reader } from '../database/reader.ts'
import type { Writer } from '../database/pen.ts'
import type { Notice } from '../../shared/notifications/notice.ts'
import type { SeriesName } from '../../shared/settings/series.ts'
import type { Clock } from './clock.ts'
import type { HostView } from './host-view.ts'
import type { Scope, Session } from './session.ts'

export interface SettingReader {
  get<T>(setting: Setting<T>): T
}
interface Context {
  readonly session: Session
  readonly scope: Scope
  readonly clock: Clock
  readonly settings: SettingReader
  /** The factory's business day now, in its time zone. */
  today(): string
}
export interface QueryContext extends Context {
  readonly db: Reader
  readonly place: Place
  readonly host: HostView
}
export interface CommandContext extends Context {
  readonly db: Writer
  /** Where it carries out what was typed before it: by whom and on which day. Whoever decides about it is neither. */
  readonly typed?: Entered
  /** Does a part that may be refused alone: then nothing of it is left, and the rest of the command goes on. What is no refusal is thrown as ever. */
  attempt<Value>(part: () => Value): Attempt<Value>
  /** The next number of a series; given back if the command fails. */
  number(series: SeriesName): string
  notify(notice: Notice): void
  /** Whom the audit names where the session is not that person's yet: at login and first run. */
  actAs(person: Actor): void
  /** Writes the security log, in a transaction of its own: it stays even if the command fails. */
  warn(event: SecurityEvent): void
}

/** Who typed what is entered, and on which day. */
export interface Entered { readonly by: string; readonly on: BusinessDay }

/** What became of a part of a command. */
export type Attempt<Value> = { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: AppError }

export interface Actor { readonly userId: string; readonly username: string; readonly role: string }

export interface SecurityEvent {
  readonly kind: string
  readonly severity: 'INFO' | 'WARNING' | 'CRITICAL'
  readonly detail?: Readonly<Record<string, unknown>>
  readonly usernameAttempted?: string
}

/** Work on the host itself, which no worker can do. */
export interface HostTasks {
  /** Fills a new database with the demo factory. */
  tellDemoStory(): Promise<void>
  /** Tells every desk how it stands with the backups. */
  lookAtBackups(): Promise<void>
  /** Closes the host and opens it again, with the restore that was put ready. */
  beginAnew(): Promise<void>
  /** Opens the training copy, if it is not open yet, and a session of this person's in it. */
  enterTraining(trainee: Trainee): Promise<{ readonly token: string }>
  /** Puts the demo factory's sections, stores and items into an empty one. */
  seedMasters(): Promise<{ readonly items: number }>
  trainingState(): Promise<TrainingState>
  /** Throws the training copy away, at once or after its desks had time to finish. */
  resetTraining(when: ResetTime): Promise<void>
}
export type HostTask = keyof HostTasks

/** Where the host keeps its data, and where the program's migrations lie. */
export interface Place { readonly dataFolder: string; readonly migrations: URL }

/** A file of the host's, made by a job or sent by a desk; `path` lies in the host's work folder. */
export interface WorkFile { readonly id: string; readonly path: string; readonly name: string; readonly mediaType: string }
export interface JobContext extends Context {
  readonly db: Reader
  readonly place: Place
  progress(stage: string, done: number, total: number): void
  /** Runs a command in the host, as this session; internal ones too. */
  command(name: string, input: unknown): Promise<unknown>
  /** Has the host run this command if the job does not come to its end: it failed, was cancelled, or its worker died. Said before anything is written. */
  remedy(name: string, input: unknown): void
  /** The file that this session uploaded and was given `ticket` for. */
  upload(ticket: string): Promise<WorkFile>
  /** Has the host do what only it can. */
  hostTask<T extends HostTask>(task: T, ...given: Parameters<HostTasks[T]>): ReturnType<HostTasks[T]>
  /** A new file to write; `offer` makes the one-use ticket by which this session may fetch it. */
  createFile(name: string, mediaType: string): Promise<WorkFile>
  offer(file: WorkFile): Promise<{ ticket: string; name: string; mediaType: string; size: number }>
}

type ContextOf<P extends Procedure> = P extends Command ? CommandContext : P extends Job ? JobContext : QueryContext
type ResultOf<P extends Procedure> = P extends Job ? Promise<OutputOf<P>> : OutputOf<P>

/** One function per procedure of the module's contract: synchronous for queries and commands, asynchronous for jobs. */
export type Handlers<Module extends Record<string, Procedure>> = {
  [Name in keyof Module]: (context: ContextOf<Module[Name]>, input: ParsedInputOf<Module[Name]>) => ResultOf<Module[Name]>
}
export type AllHandlers<C extends Contract> = { [Module in keyof C]: Handlers<C[Module]> }
/** How the spine sees a handler once found: the contract has vouched for its types. */
export type AnyHandler = (context: unknown, input: unknown) => unknown
