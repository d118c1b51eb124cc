import { beforeEach, describe, expect, test } from 'vitest'
import type { Progress, Reply } from '../../shared/core/frames.ts'
import { createCallBook, type CallBook } from '../../src-renderer/core/call-book.ts'
import type { SendOptions } from '../../src-renderer/core/client.ts'

interface Sent { readonly id?: number; readonly call?: string; readonly input?: unknown; readonly replayKey?: string; readonly known?: string; readonly cancel?: number }

let book: CallBook
let line: Sent[]
let changes: number
let keys: number

beforeEach(() => {
  line = []
  changes = 0
  keys = 0
  book = createCallBook(() => `desk:${(keys += 1)}`, () => (changes += 1))
})

const write = (text: string) => void line.push(JSON.parse(text) as Sent)
const call = (kind: 'query' | 'command' | 'job', input: unknown = {}, options: Partial<SendOptions> = {}): Promise<Reply> =>
  book.call(`spine.${kind}`, input, { procedure: { kind, visibility: 'session' }, ...options })
const done = { ok: true as const, value: 'done' }

describe('a line that is open', () => {
  beforeEach(() => book.resume(write))

  test('carries a call and brings its answer back, whatever the order of answers', async () => {
    const [first, second] = [call('query', { page: 1 }), call('query', { page: 2 })]
    expect(line.map(({ call: name, input }) => [name, input])).toEqual([['spine.query', { page: 1 }], ['spine.query', { page: 2 }]])
    book.answered({ id: line[1]!.id!, ok: true, value: 'two' })
    book.answered({ id: line[0]!.id!, ok: true, value: 'one' })
    expect([await first, await second]).toEqual([{ ok: true, value: 'one' }, { ok: true, value: 'two' }])
    book.answered({ id: line[0]!.id!, ok: true, value: 'again' })
    expect(book.unansweredCommands).toBe(0)
  })

  test('only commands have replay keys, only queries say what they know', () => {
    void call('query', {}, { known: 'tag' })
    void call('command', {}, { known: 'tag' })
    expect(line.map(({ replayKey, known }) => [replayKey, known])).toEqual([[undefined, 'tag'], ['desk:1', undefined]])
    expect([book.unansweredCommands, changes]).toEqual([1, 1])
  })

  test('what is longer than a frame is refused before it costs the line', async () => {
    expect(await call('command', 'x'.repeat(1024 * 1024))).toMatchObject({ ok: false, code: 'too-large' })
    expect([line.length, book.unansweredCommands]).toEqual([0, 0])
  })

  test('a job tells how far it is, and is cancelled by the host', async () => {
    const abort = new AbortController()
    const heard: Progress[] = []
    const job = call('job', {}, { signal: abort.signal, onProgress: one => heard.push(one) })
    book.progressed({ id: line[0]!.id!, progress: { stage: 'checking', done: 1, total: 2 } })
    abort.abort()
    expect(line[1]).toEqual({ cancel: line[0]!.id })
    book.answered({ id: line[0]!.id!, ok: false, code: 'cancelled', params: {} })
    expect([await job, heard]).toEqual([{ ok: false, code: 'cancelled', params: {} }, [{ stage: 'checking', done: 1, total: 2 }]])
  })

  test('a query nobody waits for any more is forgotten; a command is not, for it may be done', async () => {
    const abort = new AbortController()
    const [query, command] = [call('query', {}, { signal: abort.signal }), call('command', {}, { signal: abort.signal })]
    abort.abort()
    await expect(query).rejects.toMatchObject({ code: 'cancelled' })
    book.answered({ id: line[1]!.id!, ...done })
    expect(await command).toEqual(done)
    await expect(call('query', {}, { signal: abort.signal })).rejects.toMatchObject({ code: 'cancelled' })
  })
})

describe('a line that was lost', () => {
  test('what waits goes out again in its order, a command under its old key', async () => {
    book.resume(write)
    const [query, command] = [call('query'), call('command', { name: 'x' })]
    const before = [...line]
    book.pause()
    const later = call('command', { name: 'y' })
    expect([line.length, book.unansweredCommands]).toEqual([2, 2])
    line = []
    book.resume(write)
    expect(line.slice(0, 2)).toEqual(before)
    expect(line.map(({ replayKey }) => replayKey)).toEqual([undefined, 'desk:1', 'desk:2'])
    for (const { id } of line) book.answered({ id: id!, ...done })
    expect(await Promise.all([query, command, later])).toEqual([done, done, done])
  })

  test('a job ends with it, and none is begun without one', async () => {
    book.resume(write)
    const job = call('job')
    book.pause()
    expect([await job, await call('job')]).toEqual([{ ok: false, code: 'unavailable', params: {} }, { ok: false, code: 'unavailable', params: {} }])
    line = []
    book.resume(write)
    expect(line).toEqual([])
  })

  test('whoever signs out hears why nothing came of it', async () => {
    const [query, command] = [call('query'), call('command')]
    book.refuseAll('signed-out')
    expect(await Promise.all([query, command])).toEqual([{ ok: false, code: 'signed-out', params: {} }, { ok: false, code: 'signed-out', params: {} }])
    expect(book.unansweredCommands).toBe(0)
  })
})

test('a heap of calls goes out in portions, and none is forgotten', async () => {
  const calls = Array.from({ length: 350 }, (_, at) => call('command', { at }))
  book.resume(write)
  expect(line.length).toBeLessThan(calls.length)
  for (let answered = 0; answered < calls.length; answered += 1) book.answered({ id: line[answered]!.id!, ok: true, value: answered })
  expect((await Promise.all(calls)).map(reply => reply.ok && reply.value)).toEqual(calls.map((_, at) => at))
  expect(line.map(({ input }) => input)).toEqual(calls.map((_, at) => ({ at })))
})
