import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { quantile } from './harness.ts'

/** How long a thread answered nobody, in milliseconds. */
export interface Gaps { readonly longest: number; readonly p99: number }

const looksEvery = 1

/** Watches this thread; what it gives stops watching and tells. */
export function watchGaps(): () => Gaps {
  const gaps: number[] = []
  let last = performance.now()
  const look = () => {
    const now = performance.now()
    gaps.push(Math.max(0, now - last - looksEvery))
    last = now
  }
  const timer = setInterval(look, looksEvery)
  return () => {
    clearInterval(timer)
    look()
    return { longest: gaps.reduce((longest, gap) => Math.max(longest, gap), 0), p99: quantile(gaps, 0.99) }
  }
}

/** The gaps of this thread and, at the same time, of one that has nothing to do: what that one shows is the machine's doing, not ours. */
export interface Watched { readonly ours: Gaps; readonly idle: Gaps }

export async function watched<T>(work: () => Promise<T>): Promise<{ value: T; time: number; gaps: Watched }> {
  const idle = new Worker(new URL(import.meta.url))
  await new Promise(resolve => idle.once('message', resolve))
  const stop = watchGaps()
  const start = performance.now()
  const value = await work()
  const time = performance.now() - start
  const ours = stop()
  const told = new Promise<Gaps>(resolve => idle.once('message', resolve))
  idle.postMessage('stop')
  return { value, time, gaps: { ours, idle: await told } }
}

if (!isMainThread) {
  const stop = watchGaps()
  parentPort!.postMessage('watching')
  parentPort!.once('message', () => parentPort!.postMessage(stop()))
}
