import { z } from 'zod'
import { errorCodes } from '../core/errors.ts'
import { listInput, page } from '../core/list.ts'
import { query } from '../core/procedure.ts'
import { backupStates } from '../data-care/rules.ts'
import { healthParts, verdicts } from './rules.ts'

const Milliseconds = z.number().nonnegative()
const Share = z.number().min(0).max(100)
const Times = z.object({ count: z.int(), p50: Milliseconds.nullable(), p95: Milliseconds.nullable(), longest: Milliseconds })

/** What is found of one part of the host, and why: a text key under `health.findings.<part>`, with the figures that decided. */
export const Judgement = z.object({
  part: z.enum(healthParts), verdict: z.enum(verdicts), finding: z.string(), figures: z.record(z.string(), z.number()),
})

/** One minute of the last hour. Where nothing was measured there is nothing: the host did not run, or nobody called. */
export const HealthMinute = z.object({
  at: z.string(), queries: z.int(), commands: z.int(), faults: z.int(), p50: Milliseconds.nullable(), p95: Milliseconds.nullable(),
  pause: Milliseconds.nullable(), ownShare: Share.nullable(), machineShare: Share.nullable(), memory: z.int().nullable(),
})
export type HealthMinute = z.infer<typeof HealthMinute>

/** A disk by what of ours lies on it. */
export const diskUses = ['data', 'backups', 'second'] as const
export const Disk = z.object({ use: z.enum(diskUses), folder: z.string(), free: z.int().nullable(), total: z.int().nullable() })
export type Disk = z.infer<typeof Disk>

/** `done` of `total` steps of `stage`, where it said so. */
export const HealthJob = z.object({
  name: z.string(), lane: z.enum(['interactive', 'bulk', 'setUp']), fullName: z.string(), seconds: z.number(), isWaiting: z.boolean(),
  stage: z.string().nullable(), done: z.int(), total: z.int(),
})
export type HealthJob = z.infer<typeof HealthJob>

/** Times in milliseconds, sizes in bytes, shares of the whole machine in percent. */
export const Health = z.object({
  judgements: z.array(Judgement),
  minutes: z.array(HealthMinute),
  hour: Times.extend({ faults: z.int() }),
  sinceStart: Times.extend({ faults: z.int(), refusals: z.int() }),
  memory: z.object({ own: z.int(), heap: z.int(), machine: z.int(), free: z.int() }),
  /** `load`: of the last 1, 5 and 15 minutes; all 0 where the system does not know it (Windows). */
  processor: z.object({ cores: z.int(), load: z.array(z.number()) }),
  database: z.object({ size: z.int(), log: z.int() }),
  disks: z.array(Disk),
  desks: z.object({ desks: z.int(), people: z.int() }),
  jobs: z.array(HealthJob),
  /** `fullAt`: when all in the newest backup was checked, and not merely that it opens. */
  backup: z.object({ state: z.enum(backupStates), at: z.string().nullable(), uncoveredSince: z.string().nullable(), fullAt: z.string().nullable() }),
  program: z.object({ version: z.string(), node: z.string(), sqlite: z.string(), startedAt: z.string(), system: z.string() }),
})
export type Health = z.infer<typeof Health>

export const operationSpans = ['hour', 'start'] as const
/** One procedure, as it was called in the span that was asked for. */
export const Operation = Times.extend({
  name: z.string(), kind: z.enum(['query', 'command', 'job']), faults: z.int(), refused: z.int(),
  refusals: z.array(z.object({ code: z.enum(errorCodes), count: z.int() })),
})
export type Operation = z.infer<typeof Operation>

export const logLevels = ['error', 'info'] as const
/** An entry of the host's log; `text` has the lines of a stack after the first one. `id` is its place. */
export const LogEntry = z.object({ id: z.string(), at: z.string(), level: z.enum(logLevels), text: z.string() })
export type LogEntry = z.infer<typeof LogEntry>

/** How the host has been doing; for whoever looks after it. Nothing of it is kept beyond the host's end, but for the log. */
export const health = {
  readHealth: query({ permission: 'settings.view', liveOnly: true, varies: 'clock', reads: [], input: z.object({}), output: Health }),
  /** Those that were called, the slowest first. `search` looks in their names and in their words, in both languages. */
  listOperations: query({
    permission: 'settings.view', liveOnly: true, varies: 'clock', reads: [],
    input: listInput(
      { span: z.enum(operationSpans), kind: z.array(z.enum(['query', 'command', 'job'])), isFaulty: z.boolean() },
      ['name', 'count', 'p50', 'p95', 'longest', 'refused', 'faults'],
    ),
    output: page(Operation),
  }),
  /** The newest first, read from the end of what the log still holds; every word of `search` must be in an entry. */
  listLogEntries: query({
    permission: 'settings.view', liveOnly: true, varies: 'clock', long: true, reads: [],
    input: listInput({ level: z.enum(logLevels) }, ['at']).omit({ sort: true, total: true }),
    output: page(LogEntry),
  }),
}
