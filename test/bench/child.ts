import { fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'

/** What a helper process can be asked to do, by name. */
export type Tasks = Readonly<Record<string, (input: never) => unknown>>

interface Asked { readonly id: number; readonly task: string; readonly input: unknown }
interface Told { readonly id: number; readonly value?: unknown; readonly error?: string }

export interface Child<T extends Tasks> {
  ask<N extends keyof T & string>(task: N, ...input: Parameters<T[N]>): Promise<Awaited<ReturnType<T[N]>>>
  stop(): Promise<void>
}

/** Starts a program of this folder that ends with `serveTasks`. It ends with this process, however that ends. */
export function startChild<T extends Tasks>(file: string): Child<T> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), { serialization: 'advanced' })
  const waiting = new Map<number, PromiseWithResolvers<never>>()
  let lastId = 0
  child.on('message', ({ id, value, error }: Told) => {
    if (error === undefined) waiting.get(id)?.resolve(value as never)
    else waiting.get(id)?.reject(new Error(`${file}: ${error}`))
    waiting.delete(id)
  })
  const ended = new Promise<void>(resolve => child.once('exit', code => {
    for (const { reject } of waiting.values()) reject(new Error(`${file} ended with ${code}`))
    resolve()
  }))
  return {
    ask(task, ...[input]) {
      lastId += 1
      const answer = Promise.withResolvers<never>()
      waiting.set(lastId, answer)
      child.send({ id: lastId, task, input } satisfies Asked)
      return answer.promise
    },
    stop() {
      if (child.connected) child.disconnect()
      return ended
    },
  }
}

/** In the helper process: answers what it is asked, until the asker is gone. */
export function serveTasks(tasks: Tasks, close: () => unknown = () => {}): void {
  process.on('message', ({ id, task, input }: Asked) => {
    Promise.resolve()
      .then(() => tasks[task]!(input as never))
      .then(value => process.send?.({ id, value } satisfies Told), (error: unknown) => process.send?.({ id, error: error instanceof Error ? error.stack : String(error) } satisfies Told))
  })
  process.once('disconnect', () => void Promise.resolve(close()).finally(() => process.exit()))
}

/** An instant that is the same in all processes of this machine, in milliseconds. */
export function sharedNow(): number {
  return Number(process.hrtime.bigint()) / 1e6
}

/** Starts the work so many times, at even times, and waits for all of it. */
export async function paced(count: number, every: number, work: () => Promise<unknown>): Promise<void> {
  const start = sharedNow()
  const running: Promise<unknown>[] = []
  for (let at = 0; at < count; at += 1) {
    await until(start + at * every)
    running.push(work())
  }
  await Promise.all(running)
}

/** A little late at most; at once where the instant is past. */
export async function until(instant: number): Promise<void> {
  const left = instant - sharedNow()
  if (left > 0) await new Promise(resolve => setTimeout(resolve, left))
}
