import type { BackupState } from '../data-care/rules.ts'
import type { ErrorCode, ErrorParams } from './errors.ts'
import type { Entity } from './entities.ts'
import type { RowScope } from './procedure.ts'

/** A change as it leaves the host: no row data, so it can leak nothing. */
export interface Changed {
  readonly entity: Entity
  readonly id: string
  readonly scope: RowScope
}

export interface Failure { readonly ok: false; readonly code: ErrorCode; readonly params: ErrorParams }
/** `tag` names a query's answer; a desk that sends it as `known` hears `unchanged` instead of the same rows again. */
export interface Success { readonly ok: true; readonly value?: unknown; readonly tag?: string; readonly unchanged?: true }
export type Reply = Success | Failure

/** First frame of a desk. `seq` and `epoch`: where it stopped listening, if it ever listened. */
export interface Hello { readonly token: string; readonly deskId: string; readonly seq?: number; readonly epoch?: string }
export interface Welcome { readonly welcome: true; readonly seq: number; readonly epoch: string; readonly version: string }
/** `known` only with queries, `replayKey` (`deskId:deskSeq`) only with commands, `deskId` only before the hello. */
export interface CallFrame {
  readonly id: number
  readonly call: string
  readonly input?: unknown
  readonly replayKey?: string
  readonly known?: string
  readonly deskId?: string
}
export interface CancelFrame { readonly cancel: number }
export interface PingFrame { readonly ping: number }
export type DeskFrame = CallFrame | CancelFrame | PingFrame

export type ReplyFrame = Reply & { readonly id: number }
/** How far a job is: `done` of `total` steps of `stage` (a text key under `jobs`). */
export interface ProgressFrame { readonly id: number; readonly progress: Progress }
export interface Progress { readonly stage: string; readonly done: number; readonly total: number }
/** `seq` is the last event looked at for this desk, shown to it or not. `refetchAll`: too much was missed to list. */
export interface EventsFrame { readonly events: readonly Changed[]; readonly seq: number; readonly refetchAll?: true }
export interface EndedFrame { readonly ended: ErrorCode }
export type HostFrame = Welcome | ReplyFrame | ProgressFrame | EventsFrame | ConditionFrame | EndedFrame | { readonly pong: number }

/** How it stands with the host itself: for every desk, whoever sits there. */
export interface HostCondition {
  /** Why nothing is written; nothing while all is well. */
  readonly storage: ErrorCode | null
  /** `at`: of the newest checked backup; `uncoveredSince`: when the first entry was made that is in none. UTC ISO. */
  readonly backup: { readonly state: BackupState; readonly at: string | null; readonly uncoveredSince: string | null } | null
  /** Another one when the backups are others than before. */
  readonly backups: number
  /** The instant of the backup that is being gone back to. */
  readonly restoring: string | null
}
export interface ConditionFrame { readonly condition: HostCondition }
/** What a desk takes for granted until it hears otherwise. */
export const calm: HostCondition = { storage: null, backup: null, backups: 0, restoring: null }
