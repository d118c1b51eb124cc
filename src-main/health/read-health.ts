import { statfsSync, statSync } from 'node:fs'
import { release, type } from 'node:os'
import { join } from 'node:path'
import { productVersion } from '../../shared/core/version.ts'
import { dataCareSettings } from '../../shared/data-care/settings.ts'
import type { Disk, Health, HealthJob, HealthMinute } from '../../shared/health/contract.ts'
import { judge, recentMinutes, type Measured } from '../../shared/health/rules.ts'
import { healthSettings, type HealthLimits } from '../../shared/health/settings.ts'
import type { HostHealth } from '../core/host-view.ts'
import type { QueryContext, SettingReader } from '../core/handlers.ts'
import type { RunningJob } from '../core/job-runner.ts'
import { readSecondFolder } from '../data-care/second-folder.ts'
import { backupsFolder } from '../database/backup-catalog.ts'
import { databaseFile } from '../database/data-folder.ts'

const minute = 60_000
/** A host that has just started is busy with that. */
const minutesForAMean = 3

/** How the host stands now and how the last hour was, and what there is to say of it. */
export function readHealth({ host, clock, settings, place: { dataFolder } }: QueryContext): Health {
  const { calls, vitals, condition, jobs, backups, startedAt, sqlite } = host.health()
  const now = clock.now()
  const minutes = minutesOf(calls.minutes(), vitals.minutes(), Date.now())
  const present = vitals.present()
  const second = settings.get(dataCareSettings.secondFolder) === '' ? undefined : readSecondFolder(dataFolder)
  const [newest] = backups
  const backup = { ...(condition.backup ?? { state: 'none' as const, at: null, uncoveredSince: null }), fullAt: newest?.fullAt ?? null }
  const database = { size: sizeOf(join(dataFolder, databaseFile)), log: sizeOf(join(dataFolder, `${databaseFile}-wal`)) }
  const disks = [...disksOf(dataFolder), ...(second ? [{ use: 'second' as const, folder: second.folder, free: second.free, total: second.total }] : [])]
  const desks = host.desks()
  const measured: Measured = {
    responses: calls.recent(recentMinutes), faults: sum(minutes.map(({ faults }) => faults)), memory: { own: present.memory, machine: present.machineMemory, free: present.freeMemory },
    ...recentVitals(minutes), freeOnDisks: disks.flatMap(({ free }) => free ?? []), database: database.size, changeLog: database.log, isStorageStopped: condition.storage !== null,
    backup: { state: backup.state, oldestAt: backups.at(-1)?.at ?? null, fullAt: newestCheck(backups), isNewestSound: newest?.isSound ?? true, isSecondBehind: (second?.problem ?? null) !== null },
    jobs: jobs.map(job => jobOf(job, now)),
  }
  return {
    judgements: judge(measured, limitsOf(settings), now), minutes, hour: calls.recent(minutes.length), sinceStart: calls.sinceStart(),
    memory: { own: present.memory, heap: present.heap, machine: present.machineMemory, free: present.freeMemory }, processor: { cores: present.cores, load: [...present.load] },
    database, disks, desks: { desks: distinct(desks.map(({ deskId }) => deskId)), people: distinct(desks.map(({ userId }) => userId)) },
    jobs: jobs.map(job => jobOf(job, now)), backup,
    program: { version: productVersion, node: process.versions.node, sqlite, startedAt, system: `${type()} ${release()}` },
  }
}

type CallMinutes = ReturnType<HostHealth['calls']['minutes']>
type VitalMinutes = ReturnType<HostHealth['vitals']['minutes']>

/** The present minute last: it is `now` that it is named by, the others by the whole minutes before it. */
function minutesOf(calls: CallMinutes, vitals: VitalMinutes, now: number): HealthMinute[] {
  return calls.map((minuteOfCalls, index) => {
    const { pause = null, ownShare = null, machineShare = null, memory = null } = vitals[index] ?? {}
    return { at: new Date(now - (calls.length - 1 - index) * minute).toISOString(), ...minuteOfCalls, pause, ownShare, machineShare, memory }
  })
}

function recentVitals(minutes: readonly HealthMinute[]): Pick<Measured, 'pause' | 'ownShare' | 'machineShare'> {
  const of = (figure: 'pause' | 'ownShare' | 'machineShare') => minutes.slice(-recentMinutes).flatMap(one => one[figure] ?? [])
  const mean = (shares: readonly number[]) => (shares.length < minutesForAMean ? null : sum(shares) / shares.length)
  const pauses = of('pause')
  return { pause: pauses.length === 0 ? null : Math.max(...pauses), ownShare: mean(of('ownShare')), machineShare: mean(of('machineShare')) }
}

/** One line a disk: the folder of the backups is named only where it lies on another one. */
function disksOf(dataFolder: string): Disk[] {
  const backups = backupsFolder(dataFolder)
  const isOther = deviceOf(backups) !== undefined && deviceOf(backups) !== deviceOf(dataFolder)
  return [diskOf('data', dataFolder), ...(isOther ? [diskOf('backups', backups)] : [])]
}

function diskOf(use: Disk['use'], folder: string): Disk {
  const { bavail, blocks, bsize } = statfsSync(folder)
  return { use, folder, free: bavail * bsize, total: blocks * bsize }
}

function deviceOf(folder: string): number | undefined {
  return statSync(folder, { throwIfNoEntry: false })?.dev
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0
}

/** When all there is in a backup was last checked, whichever backup that was. */
function newestCheck(backups: HostHealth['backups']): string | null {
  return backups.flatMap(({ fullAt }) => fullAt ?? []).sort().at(-1) ?? null
}

function jobOf({ name, lane, fullName, since, isWaiting, progress }: RunningJob, now: string): HealthJob {
  const seconds = Math.max(0, (Date.parse(now) - Date.parse(since)) / 1000)
  return { name, lane, fullName, seconds, isWaiting, stage: progress?.stage ?? null, done: progress?.done ?? 0, total: progress?.total ?? 0 }
}

function limitsOf(settings: SettingReader): HealthLimits {
  return Object.fromEntries(Object.entries(healthSettings).map(([name, setting]) => [name, settings.get(setting)])) as Record<keyof typeof healthSettings, number>
}

function distinct(ids: readonly string[]): number {
  return new Set(ids).size
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
