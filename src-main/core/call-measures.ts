import type { ErrorCode } from '../../shared/core/errors.ts'
import type { Contract, Procedure } from '../../shared/core/procedure.ts'
import { bucketCount, bucketOf, percentile } from './histogram.ts'

const minute = 60_000
/** How far back minutes are kept. */
export const minutesKept = 60

export interface Times { readonly count: number; readonly p50: number | null; readonly p95: number | null; readonly longest: number }
/** Of one procedure. `refusals`: by their code; a fault of ours is `faults` and no refusal. */
export interface OperationTimes extends Times {
  readonly name: string
  readonly kind: Procedure['kind']
  readonly faults: number
  readonly refusals: readonly { readonly code: ErrorCode; readonly count: number }[]
}
export interface MinuteOfCalls { readonly queries: number; readonly commands: number; readonly faults: number; readonly p50: number | null; readonly p95: number | null }

/** `isInternal`: the host asked itself, and nobody waited. */
export interface NotedCall { readonly name: string; readonly begun: number; readonly ended: number; readonly refusal?: ErrorCode | undefined; readonly isInternal?: boolean | undefined }

/** How long calls took and how they ended, by procedure: in minutes of the last hour, and since the start. Times in milliseconds. */
export interface CallMeasures {
  /** Notes an answered call; both instants by `performance.now()`. What is no procedure is not noted. */
  note(call: NotedCall): void
  /** What desks asked for in the minutes of the last hour, the present one last. Jobs take as long as their work and are left out. */
  minutes(): readonly MinuteOfCalls[]
  /** The same of the last so many minutes together. */
  recent(minutes: number): Times & { readonly faults: number }
  sinceStart(): Times & { readonly faults: number; readonly refusals: number }
  operations(span: 'hour' | 'start'): readonly OperationTimes[]
}

/** What was counted in one span of time; each kind of figure is one array over all procedures, so that noting allocates nothing. */
interface Tally {
  /** Which minute it is; of no account for the tally since the start. */
  at: number
  /** `bucketCount` for each procedure. */
  readonly buckets: Uint32Array
  readonly longest: Float64Array
  readonly faults: Uint32Array
  readonly calls: Uint32Array
  /** By procedure and code; refusals are rare. */
  readonly refusals: Map<string, number>
  /** The queries and commands of desks together. */
  readonly together: Uint32Array
  longestTogether: number
  queries: number
  commands: number
}

export function createCallMeasures(contract: Contract, now: () => number = () => performance.now()): CallMeasures {
  const procedures = Object.entries(contract).flatMap(([module, members]) => Object.entries(members).map(([name, { kind }]) => ({ name: `${module}.${name}`, kind })))
  const places = new Map(procedures.map(({ name }, place) => [name, place]))
  const all = createTally(procedures.length)
  const ring: Tally[] = []

  function tallyAt(at: number): Tally {
    const tally = (ring[at % minutesKept] ??= createTally(procedures.length))
    if (tally.at !== at) begin(tally, at)
    return tally
  }
  /** The tallies of the last so many minutes, the present one last; nothing for a minute without a call. */
  function last(minutes: number): readonly (Tally | undefined)[] {
    const present = minuteOf(now())
    return Array.from({ length: minutes }, (_, index) => present - minutes + 1 + index).map(at => (at < 0 || ring[at % minutesKept]?.at !== at ? undefined : ring[at % minutesKept]))
  }

  return {
    note({ name, begun, ended, refusal, isInternal = false }) {
      const place = places.get(name)
      if (place === undefined) return
      const took = ended - begun
      const bucket = bucketOf(took)
      for (const tally of [all, tallyAt(minuteOf(ended))]) {
        count(tally, place, bucket, took, refusal)
        if (!isInternal) countForDesks(tally, procedures[place]!.kind, bucket, took)
      }
    },
    minutes: () => last(minutesKept).map(tally => (tally ? minuteOfCalls(tally) : { queries: 0, commands: 0, faults: 0, p50: null, p95: null })),
    recent: minutes => together(last(minutes).filter(tally => tally !== undefined)),
    sinceStart: () => ({ ...together([all]), refusals: sum(all.refusals.values()) }),
    operations: span => operationsIn(span === 'start' ? [all] : last(minutesKept).filter(tally => tally !== undefined), procedures),
  }
}

interface NamedProcedure { readonly name: string; readonly kind: Procedure['kind'] }

function createTally(procedures: number): Tally {
  return {
    at: -1, buckets: new Uint32Array(procedures * bucketCount), longest: new Float64Array(procedures), faults: new Uint32Array(procedures), calls: new Uint32Array(procedures),
    refusals: new Map(), together: new Uint32Array(bucketCount), longestTogether: 0, queries: 0, commands: 0,
  }
}

function begin(tally: Tally, at: number): void {
  for (const figures of [tally.buckets, tally.longest, tally.faults, tally.calls, tally.together]) figures.fill(0)
  tally.refusals.clear()
  Object.assign(tally, { at, longestTogether: 0, queries: 0, commands: 0 })
}

function count(tally: Tally, place: number, bucket: number, took: number, refusal: ErrorCode | undefined): void {
  tally.buckets[place * bucketCount + bucket]! += 1
  tally.calls[place]! += 1
  if (took > tally.longest[place]!) tally.longest[place] = took
  if (refusal === 'unexpected') tally.faults[place]! += 1
  else if (refusal !== undefined) tally.refusals.set(`${place} ${refusal}`, (tally.refusals.get(`${place} ${refusal}`) ?? 0) + 1)
}

function countForDesks(tally: Tally, kind: Procedure['kind'], bucket: number, took: number): void {
  if (kind === 'job') return
  tally.together[bucket]! += 1
  if (took > tally.longestTogether) tally.longestTogether = took
  if (kind === 'query') tally.queries += 1
  else tally.commands += 1
}

function minuteOfCalls({ queries, commands, faults, together: buckets, longestTogether }: Tally): MinuteOfCalls {
  return { queries, commands, faults: sum(faults), p50: percentile(buckets, 0.5, longestTogether), p95: percentile(buckets, 0.95, longestTogether) }
}

function together(tallies: readonly Tally[]): Times & { readonly faults: number } {
  const longest = tallies.reduce((most, { longestTogether }) => Math.max(most, longestTogether), 0)
  return { ...timesOf(added(tallies.map(tally => tally.together)), longest), faults: tallies.reduce((faults, tally) => faults + sum(tally.faults), 0) }
}

function operationsIn(tallies: readonly Tally[], procedures: readonly NamedProcedure[]): OperationTimes[] {
  const refusals = refusalsIn(tallies)
  return procedures.flatMap(({ name, kind }, place): OperationTimes[] => {
    if (tallies.every(({ calls }) => calls[place] === 0)) return []
    const buckets = added(tallies.map(tally => tally.buckets.subarray(place * bucketCount, (place + 1) * bucketCount)))
    const longest = Math.max(...tallies.map(tally => tally.longest[place]!))
    const refused = [...(refusals.get(place) ?? [])].map(([code, count]) => ({ code, count }))
    return [{ name, kind, ...timesOf(buckets, longest), faults: sum(tallies.map(({ faults }) => faults[place]!)), refusals: refused.sort((a, b) => b.count - a.count) }]
  })
}

/** By the procedure's place: how often each code. */
function refusalsIn(tallies: readonly Tally[]): Map<number, Map<ErrorCode, number>> {
  const found = new Map<number, Map<ErrorCode, number>>()
  for (const [key, count] of tallies.flatMap(({ refusals }) => [...refusals])) {
    const [place, code] = key.split(' ') as [string, ErrorCode]
    const codes = found.get(Number(place)) ?? new Map<ErrorCode, number>()
    found.set(Number(place), codes.set(code, (codes.get(code) ?? 0) + count))
  }
  return found
}

function timesOf(buckets: Uint32Array, longest: number): Times {
  return { count: sum(buckets), p50: percentile(buckets, 0.5, longest), p95: percentile(buckets, 0.95, longest), longest }
}

function added(parts: readonly Uint32Array[]): Uint32Array {
  const total = new Uint32Array(bucketCount)
  for (const part of parts) for (let at = 0; at < bucketCount; at += 1) total[at]! += part[at]!
  return total
}

function sum(numbers: Iterable<number>): number {
  let total = 0
  for (const number of numbers) total += number
  return total
}

function minuteOf(instant: number): number {
  return Math.floor(instant / minute)
}
