import { cpus, freemem, loadavg, totalmem } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { minutesKept } from './call-measures.ts'

const minute = 60_000
const lookEvery = 10_000
/** The thread is asked this often whether it answers; a pause shorter than this is not seen. */
const resolution = 20

/** `pause`: how long the host's thread was busy without a break, at most, in milliseconds. Shares are of the whole machine, 0 to 100. */
export interface MinuteOfVitals { readonly pause: number; readonly ownShare: number; readonly machineShare: number; readonly memory: number }
export interface Vitals {
  /** Of the minutes of the last hour, the present one last; nothing for those in which it was not looked. */
  minutes(): readonly (MinuteOfVitals | undefined)[]
  present(): { readonly memory: number; readonly heap: number; readonly machineMemory: number; readonly freeMemory: number; readonly load: readonly number[]; readonly cores: number }
  close(): void
}

/** What the machine had to do; `own` of it for this process. In milliseconds over all cores, counted from any beginning. */
interface Work { readonly own: number; readonly busy: number; readonly total: number }
interface Sample { readonly at: number; pause: number; own: number; busy: number; total: number; memory: number }

/** Looks at this thread and its machine every few seconds; it keeps no process alive. */
export function createVitals(): Vitals {
  const pauses = monitorEventLoopDelay({ resolution })
  const ring: Sample[] = []
  let before = workSoFar()

  function look(): void {
    const at = Math.floor(performance.now() / minute)
    const work = workSoFar()
    let sample = ring[at % minutesKept]
    if (sample?.at !== at) ring[at % minutesKept] = sample = { at, pause: 0, own: 0, busy: 0, total: 0, memory: 0 }
    sample.pause = Math.max(sample.pause, pauses.count === 0 ? 0 : pauses.max / 1e6 - resolution)
    sample.own += work.own - before.own
    sample.busy += work.busy - before.busy
    sample.total += work.total - before.total
    sample.memory = process.memoryUsage.rss()
    before = work
    pauses.reset()
  }
  pauses.enable()
  const timer = setInterval(look, lookEvery)
  timer.unref()
  return {
    minutes() {
      look()
      const present = Math.floor(performance.now() / minute)
      return Array.from({ length: minutesKept }, (_, index) => present - minutesKept + 1 + index).map(at => {
        const sample = at < 0 ? undefined : ring[at % minutesKept]
        return sample?.at === at ? minuteOfVitals(sample) : undefined
      })
    },
    present() {
      const { rss: memory, heapUsed: heap } = process.memoryUsage()
      return { memory, heap, machineMemory: totalmem(), freeMemory: freemem(), load: loadavg(), cores: cpus().length }
    },
    close() {
      clearInterval(timer)
      pauses.disable()
    },
  }
}

function minuteOfVitals({ pause, own, busy, total, memory }: Sample): MinuteOfVitals {
  const share = (part: number) => (total === 0 ? 0 : Math.min(100, (part / total) * 100))
  return { pause: Math.max(0, pause), ownShare: share(own), machineShare: share(busy), memory }
}

function workSoFar(): Work {
  const { user, system } = process.cpuUsage()
  const times = cpus().map(core => core.times)
  const total = times.reduce((sum, time) => sum + time.user + time.nice + time.sys + time.idle + time.irq, 0)
  return { own: (user + system) / 1000, busy: total - times.reduce((sum, { idle }) => sum + idle, 0), total }
}
