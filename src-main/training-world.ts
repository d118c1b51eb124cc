import { Worker } from 'node:worker_threads'
import { AppError } from '../shared/core/errors.ts'
import type { ResetTime, Trainee, TrainingState } from '../shared/training/contract.ts'
import { lastReset, nextReset, warningMinutes } from '../shared/training/rules.ts'
import { trainingSettings } from '../shared/training/settings.ts'
import { assemble, type Host } from './assemble.ts'
import type { Clock } from './core/clock.ts'
import type { HostTasks } from './core/handlers.ts'
import type { Log } from './core/log.ts'
import { defaultTimeZone } from './database/site.ts'
import type { TrainingOrder, TrainingReport } from './prepare-training.ts'
import { discardTraining, keptTraining, noteMade, trainingFolder, type MadeTraining } from './training/folder.ts'

export interface TrainingParts {
  /** The factory itself: it knows the people, and keeps how copies of it opened. */
  readonly live: Host
  readonly dataFolder: string
  readonly clock: Clock
  readonly log: Log
  readonly migrations: URL
  /** The entry files of the job workers, and of the thread that makes the copy. */
  readonly worker: URL
  readonly preparer: URL
}

/**
 * A second host on a copy of the factory's data, with a folder of its own and no network of its own. It opens when the first person
 * comes to practise, and closes when nobody has been there for a while; the copy lasts until 03:00 (IO-7).
 */
export interface Training {
  readonly tasks: Pick<HostTasks, 'enterTraining' | 'trainingState' | 'resetTraining'>
  current(): Host | undefined
  onClosing(listener: () => void): () => void
  desksChanged(count: number): void
  /** What it does by itself twice a minute: warns, begins anew, closes. */
  look(): Promise<void>
  close(): Promise<void>
}

const minute = 60_000
/** Closed after so long without a desk and without a call. */
const idleMinutes = 15

interface Opened { readonly host: Host; readonly made: MadeTraining }

export function createTraining(parts: TrainingParts): Training {
  const { live, dataFolder, clock, log } = parts
  const folder = trainingFolder(dataFolder)
  const listeners = new Set<() => void>()
  let opened: Opened | undefined
  let opening: Promise<Opened> | undefined
  let closing: Promise<void> = Promise.resolve()
  let desks = 0
  let lastUsed = 0
  let resetAt: string | undefined
  let isWarned = false

  const now = () => Date.parse(clock.now())
  const timeZone = () => live.site()?.timeZone ?? defaultTimeZone
  const nextEnd = () => [resetAt, nextReset(clock.now(), timeZone())].filter(at => at !== undefined).sort()[0]!

  async function open(): Promise<Opened> {
    await closing
    const wanted = live.settings.get(trainingSettings.source)
    const kept = keptTraining(folder, clock.now(), timeZone(), wanted)
    opened = (kept && reopen(kept)) ?? start(await make(wanted))
    lastUsed = now()
    isWarned = false
    return opened
  }
  function start(made: MadeTraining): Opened {
    return { host: assemble({ dataFolder: folder, clock, log: labelled(log), worker: parts.worker, migrations: parts.migrations, tasks: () => ({}) }), made }
  }
  /** A copy of today that does not open any more is no loss: another one is made. */
  function reopen(made: MadeTraining): Opened | undefined {
    try {
      return start(made)
    } catch (error) {
      log.error('training', error)
      return undefined
    }
  }
  async function make(wanted: MadeTraining['wanted']): Promise<MadeTraining> {
    const at = clock.now()
    try {
      const report = await prepareBeside(parts.preparer, { dataFolder, wanted })
      for (const drill of report) await live.system('training.recordDrill', drill)
      const made = { at, wanted, backupAt: report.at(-1)?.backupAt ?? null }
      noteMade(folder, made)
      return made
    } catch (error) {
      log.error('training', error)
      throw new AppError('training-unavailable')
    }
  }
  function close(): Promise<void> {
    const { host } = opened ?? {}
    if (!host) return closing
    for (const listener of listeners) listener()
    opened = undefined
    resetAt = undefined
    desks = 0
    closing = host.close().catch((error: unknown) => log.error('training', error))
    return closing
  }
  async function reset(): Promise<void> {
    await opening?.catch(() => {})
    await close()
    discardTraining(folder)
  }
  async function warn(): Promise<void> {
    isWarned = true
    await opened?.host.system('training.warnOfReset', { minutes: Math.max(1, Math.round((Date.parse(nextEnd()) - now()) / minute)) })
  }
  async function look(): Promise<void> {
    if (!opened) return
    const { host, made } = opened
    await host.files.sweep()
    const seen = host.sessions.takeSeen()
    if (seen.length > 0) {
      lastUsed = Math.max(lastUsed, ...seen.map(({ at }) => Date.parse(at)))
      await host.system('identity.touchSessions', { sessions: seen })
    }
    const isOver = made.at <= lastReset(clock.now(), timeZone()) || (resetAt !== undefined && resetAt <= clock.now())
    if (isOver) return reset()
    if (desks === 0 && now() - lastUsed > idleMinutes * minute) return close()
    if (!isWarned && desks > 0 && Date.parse(nextEnd()) - now() <= warningMinutes * minute) await warn()
  }
  const timer = setInterval(() => void look().catch((error: unknown) => log.error('training', error)), minute / 2)

  return {
    tasks: {
      async enterTraining(trainee: Trainee) {
        opening ??= (opened ? Promise.resolve(opened) : open()).finally(() => (opening = undefined))
        const { host } = await opening
        lastUsed = now()
        return (await host.system('training.admit', trainee)) as { token: string }
      },
      async trainingState(): Promise<TrainingState> {
        const made = opened?.made ?? keptTraining(folder, clock.now(), timeZone(), live.settings.get(trainingSettings.source))
        return { isOpen: opened !== undefined, desks, madeAt: made?.at ?? null, backupAt: made?.backupAt ?? null, resetsAt: nextEnd() }
      },
      async resetTraining(when: ResetTime) {
        if (when === 'now' || desks === 0) return reset()
        resetAt = new Date(now() + warningMinutes * minute).toISOString()
        await warn()
      },
    },
    current: () => opened?.host,
    look,
    onClosing(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    desksChanged(count) {
      desks = count
      lastUsed = now()
    },
    async close() {
      clearInterval(timer)
      await opening?.catch(() => {})
      await close()
    },
  }
}

function prepareBeside(preparer: URL, order: TrainingOrder): Promise<TrainingReport> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(preparer, { workerData: order })
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('The training copy was not finished')))
  })
}

/** What goes wrong in training must not be read as a fault of the factory's. */
function labelled(log: Log): Log {
  return { error: (where, error) => log.error(`training: ${where}`, error), info: line => log.info(`training: ${line}`) }
}
