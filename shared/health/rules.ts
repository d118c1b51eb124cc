import type { BackupState } from '../data-care/rules.ts'
import type { HealthLimits } from './settings.ts'

/** From best to worst. */
export const verdicts = ['good', 'watch', 'act'] as const
export type Verdict = (typeof verdicts)[number]

export const healthParts = ['responses', 'faults', 'pauses', 'processor', 'memory', 'disk', 'backup', 'jobs'] as const
export type HealthPart = (typeof healthParts)[number]

export interface JudgedPart { readonly part: HealthPart; readonly verdict: Verdict; readonly finding: string; readonly figures: Readonly<Record<string, number>> }

/** What passes and comes back within minutes is judged by the last few of them: a burst of an hour ago needs nobody. */
export const recentMinutes = 15

/** A job that takes longer than any of ours should, and so many that wait that people notice. */
const longestJobSeconds = 30 * 60
const mostWaiting = 5
/** A log of changes that has grown so far is not being folded into the database. */
const largestLog = 512 * 1024 ** 2
/** The daily backup is wholly checked; this leaves out one of them. What has never been checked counts from its first backup. */
const oldestCheck = 49 * 60 * 60 * 1000
const gigabyte = 1024 ** 3

/** Times in milliseconds, sizes in bytes, shares in percent of the whole machine. */
export interface Measured {
  /** Of the last minutes. */
  readonly responses: { readonly count: number; readonly p95: number | null }
  /** Within the last hour. */
  readonly faults: number
  /** Of the last minutes: the longest; nothing where it was not looked yet. */
  readonly pause: number | null
  readonly machineShare: number | null
  readonly ownShare: number | null
  readonly memory: { readonly own: number; readonly machine: number; readonly free: number }
  /** Those of which it is known. */
  readonly freeOnDisks: readonly number[]
  readonly database: number
  readonly changeLog: number
  readonly isStorageStopped: boolean
  readonly backup: { readonly state: BackupState; readonly oldestAt: string | null; readonly fullAt: string | null; readonly isNewestSound: boolean; readonly isSecondBehind: boolean }
  readonly jobs: readonly { readonly seconds: number; readonly isWaiting: boolean }[]
}

/** What there is to say of each part of the host, in the order of `healthParts`. `now` in UTC ISO. */
export function judge(measured: Measured, limits: HealthLimits, now: string): JudgedPart[] {
  return [
    judgeResponses(measured.responses, limits), judgeFaults(measured.faults, limits), judgePauses(measured.pause, limits), judgeProcessor(measured, limits),
    judgeMemory(measured.memory, limits), judgeDisk(measured, limits), judgeBackup(measured.backup, now), judgeJobs(measured.jobs),
  ]
}

/** The worst of several. */
export function worst(judged: readonly { readonly verdict: Verdict }[]): Verdict {
  return verdicts.findLast(verdict => judged.some(one => one.verdict === verdict)) ?? 'good'
}

function judgeResponses({ count, p95 }: Measured['responses'], { responseWatch, responseAct }: HealthLimits): JudgedPart {
  if (p95 === null) return { part: 'responses', verdict: 'good', finding: 'none', figures: {} }
  const verdict = rising(p95, responseWatch, responseAct)
  return { part: 'responses', verdict, finding: { good: 'quick', watch: 'slow', act: 'verySlow' }[verdict], figures: { count, p95, limit: verdict === 'act' ? responseAct : responseWatch } }
}

function judgeFaults(faults: number, { faultsWatch, faultsAct }: HealthLimits): JudgedPart {
  const verdict = rising(faults, faultsWatch, faultsAct)
  return { part: 'faults', verdict, finding: faults === 0 ? 'none' : { good: 'few', watch: 'some', act: 'many' }[verdict], figures: { count: faults } }
}

function judgePauses(pause: number | null, { pauseWatch, pauseAct }: HealthLimits): JudgedPart {
  if (pause === null) return { part: 'pauses', verdict: 'good', finding: 'none', figures: {} }
  const verdict = rising(pause, pauseWatch, pauseAct)
  return { part: 'pauses', verdict, finding: { good: 'short', watch: 'long', act: 'veryLong' }[verdict], figures: { longest: pause } }
}

/** A machine that is busy with other things needs another remedy than one that is too weak for Lantai. */
function judgeProcessor({ machineShare, ownShare }: Measured, { processorWatch, processorAct }: HealthLimits): JudgedPart {
  if (machineShare === null || ownShare === null) return { part: 'processor', verdict: 'good', finding: 'none', figures: {} }
  const verdict = rising(machineShare, processorWatch, processorAct)
  const whose = ownShare * 2 >= machineShare ? 'own' : 'others'
  return { part: 'processor', verdict, finding: verdict === 'good' ? 'free' : whose, figures: { machine: machineShare, own: ownShare } }
}

function judgeMemory({ own, machine, free }: Measured['memory'], { memoryWatch, memoryAct }: HealthLimits): JudgedPart {
  const freeShare = (free / machine) * 100
  const verdict = falling(freeShare, memoryWatch, memoryAct)
  const whose = own * 2 >= machine - free ? 'own' : 'others'
  return { part: 'memory', verdict, finding: verdict === 'good' ? 'enough' : whose, figures: { freeShare, free, own } }
}

function judgeDisk({ freeOnDisks, database, changeLog, isStorageStopped }: Measured, { diskWatch, diskAct }: HealthLimits): JudgedPart {
  const free = Math.min(...freeOnDisks)
  if (isStorageStopped) return { part: 'disk', verdict: 'act', finding: 'stopped', figures: {} }
  const verdict = falling(free, diskWatch * gigabyte, diskAct * gigabyte)
  if (verdict === 'good' && changeLog > largestLog) return { part: 'disk', verdict: 'watch', finding: 'log', figures: { log: changeLog } }
  return { part: 'disk', verdict, finding: { good: 'enough', watch: 'low', act: 'veryLow' }[verdict], figures: { database, ...(Number.isFinite(free) && { free }) } }
}

function judgeBackup({ state, oldestAt, fullAt, isNewestSound, isSecondBehind }: Measured['backup'], now: string): JudgedPart {
  const say = (verdict: Verdict, finding: string): JudgedPart => ({ part: 'backup', verdict, finding, figures: {} })
  if (state === 'late') return say('act', 'late')
  if (state === 'none') return say('watch', 'none')
  if (!isNewestSound) return say('act', 'damaged')
  if (isSecondBehind) return say('watch', 'second')
  const since = fullAt ?? oldestAt
  if (since !== null && Date.parse(now) - Date.parse(since) > oldestCheck) return say('watch', 'unchecked')
  return say('good', fullAt === null ? 'readable' : 'covered')
}

function judgeJobs(jobs: Measured['jobs']): JudgedPart {
  const running = jobs.filter(({ isWaiting }) => !isWaiting)
  const waiting = jobs.length - running.length
  const longest = Math.max(0, ...running.map(({ seconds }) => seconds))
  if (longest > longestJobSeconds) return { part: 'jobs', verdict: 'watch', finding: 'long', figures: { seconds: longest } }
  if (waiting >= mostWaiting) return { part: 'jobs', verdict: 'watch', finding: 'queue', figures: { waiting } }
  return { part: 'jobs', verdict: 'good', finding: jobs.length === 0 ? 'none' : 'running', figures: { running: running.length, waiting } }
}

function rising(figure: number, watch: number, act: number): Verdict {
  return figure >= act ? 'act' : figure >= watch ? 'watch' : 'good'
}

function falling(figure: number, watch: number, act: number): Verdict {
  return figure <= act ? 'act' : figure <= watch ? 'watch' : 'good'
}
