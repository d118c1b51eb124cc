import type { z } from 'zod'
import type { Entity } from './entities.ts'
import type { Permission } from './permissions.ts'

/** For what every signed-in user may do for themselves: read their own notices, sign out. */
export const anySession = 'any-session'
/** One of several permissions is enough where they stand in a list, the one that is named in a refusal first. */
export type Needed = Permission | readonly [Permission, ...Permission[]] | typeof anySession

/** The permissions of which one is needed; none where a session is enough. */
export function anyOf(needed: Needed): readonly Permission[] {
  if (needed === anySession) return []
  return typeof needed === 'string' ? [needed] : needed
}

/** Whether whoever holds these permissions may do what needs this. */
export function isGranted(permissions: Pick<ReadonlySet<string>, 'has'>, needed: Needed): boolean {
  return needed === anySession || anyOf(needed).some(permission => permissions.has(permission))
}
/** What narrows a query's rows, so that a change elsewhere does not refetch it. */
export interface RowScope {
  readonly sectionId?: string | undefined
  readonly userId?: string | undefined
}

interface Spec<I extends z.ZodType, O extends z.ZodType> {
  readonly permission: Needed
  /** `public`: without login. `session` (default). `internal`: only jobs and engines may call it. */
  readonly visibility?: 'public' | 'session' | 'internal'
  readonly input: I
  readonly output: O
  /** Allowed to a session that still has to change its password. */
  readonly beforePasswordChange?: true
  /** Refused in the training copy (`live-only`): it would reach beyond it. */
  readonly liveOnly?: true
}

/** Reads inside a read-only connection; refetched whenever one of `reads` changes. */
export interface Query<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Spec<I, O> {
  readonly kind: 'query'
  readonly reads: readonly Entity[]
  scope?(input: z.output<I>): RowScope
  /**
   * On what the answer depends besides the input and the rows: the session's sections and cost right (`scope`, the default),
   * those and the factory's day (`day`), the very user (`user`), or the clock (`clock`: never kept).
   */
  readonly varies?: 'scope' | 'day' | 'user' | 'clock'
  /** Reads so many rows that it is answered in a worker: the host answers others meanwhile. */
  readonly long?: true
}

/** Runs in one transaction; every row it changes is audited and announced. */
export interface Command<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Spec<I, O> {
  readonly kind: 'command'
  readonly writes: readonly Entity[]
  /** A desk may queue it while the host is away. */
  readonly offline?: true
  /** The audit's word for it where the procedure's verb does not say it. */
  readonly action?: AuditAction
}

/** Slow work in a pool of workers, with progress and cancel; it writes only by commands. */
export interface Job<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> extends Spec<I, O> {
  readonly kind: 'job'
  /** `interactive` work is short and someone waits for it (a password hash); `bulk` work may take minutes. */
  readonly lane: 'interactive' | 'bulk' | 'setUp'
}

export const auditActions = [
  'CREATE', 'UPDATE', 'DELETE', 'LOGIN', 'LOGOUT', 'APPROVE', 'REJECT', 'TRANSFER', 'EXPORT', 'IMPORT', 'UNLOCK', 'OVERRIDE', 'RESTORE',
] as const
export type AuditAction = (typeof auditActions)[number]

export type Procedure = Query | Command | Job
export type Contract = Record<string, Record<string, Procedure>>

export function query<I extends z.ZodType, O extends z.ZodType>(spec: Omit<Query<I, O>, 'kind'>): Query<I, O> {
  return { kind: 'query', ...spec }
}
export function command<I extends z.ZodType, O extends z.ZodType>(spec: Omit<Command<I, O>, 'kind'>): Command<I, O> {
  return { kind: 'command', ...spec }
}
export function job<I extends z.ZodType, O extends z.ZodType>(spec: Omit<Job<I, O>, 'kind'>): Job<I, O> {
  return { kind: 'job', ...spec }
}

/**
 * Schemas are codecs: on the wire a Decimal is text, in code it is a branded integer. A caller gives what travels
 * (`InputOf`), a handler gets it parsed (`ParsedInputOf`) and both ends hold a decoded answer (`OutputOf`).
 */
export type InputOf<P extends Procedure> = z.input<P['input']>
export type ParsedInputOf<P extends Procedure> = z.output<P['input']>
export type OutputOf<P extends Procedure> = z.output<P['output']>
