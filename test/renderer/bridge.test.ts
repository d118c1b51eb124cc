import { describe, expect, test, vi } from 'vitest'
import type { BridgeFiles, DeskBridge, FileReply } from '../../shared/core/bridge.ts'
import { AppError } from '../../shared/core/errors.ts'
import { uploadOver } from '../../src-renderer/core/bridge-files.ts'
import { callPublicOver, dialBridge } from '../../src-renderer/core/bridge-line.ts'

/** The bridge as a page finds it, held at its other end by the test. */
function heldBridge() {
  const calls: [line: number, frame: string | null][] = []
  let tell: (line: number, frame: string | null) => void = () => {}
  const bridge: Pick<DeskBridge, 'call' | 'onEvents'> = {
    call: (line, frame) => void calls.push([line, frame]),
    onEvents(listener) {
      tell = listener
      return () => {}
    },
  }
  return { dial: dialBridge(bridge), calls, tell: (line: number, frame: object | null) => tell(line, frame && JSON.stringify(frame)) }
}

describe('a line over the bridge', () => {
  test('has a number of its own, and hears what is said on it until it ends', async () => {
    const { dial, calls, tell } = heldBridge()
    const heard: string[] = []
    const events = (name: string) => ({ opened: () => heard.push(`${name} opened`), heard: (frame: string) => heard.push(`${name} ${frame}`), lost: () => heard.push(`${name} lost`) })
    const [first, second] = [dial(events('first')), dial(events('second'))]
    await Promise.resolve()
    first.send('a')
    second.send('b')
    const [one = 0, two = 0] = calls.map(([line]) => line)
    expect(two).not.toBe(one)
    tell(one, { n: 1 })
    tell(two, { n: 2 })
    tell(two, null)
    tell(two, { n: 3 })
    first.hangUp()
    first.hangUp()
    tell(one, { n: 4 })
    second.hangUp()
    expect(heard).toEqual(['first opened', 'second opened', 'first {"n":1}', 'second {"n":2}', 'second lost'])
    expect(calls).toEqual([[one, 'a'], [two, 'b'], [one, null]])
  })

  test('that is hung up at once is never opened', async () => {
    const { dial, calls } = heldBridge()
    const opened = vi.fn()
    dial({ opened, heard: () => {}, lost: () => {} }).hangUp()
    await Promise.resolve()
    expect(opened).not.toHaveBeenCalled()
    expect(calls).toEqual([[expect.any(Number), null]])
  })
})

describe('a call before anybody has signed in', () => {
  const frame = { id: 1, call: 'identity.login', input: {}, deskId: 'desk-1' }

  test('shows its progress, gives its answer and hangs up', async () => {
    const { dial, calls, tell } = heldBridge()
    const onProgress = vi.fn()
    const answer = callPublicOver(dial, frame, { onProgress })
    await Promise.resolve()
    const [line] = calls[0]!
    expect(calls).toEqual([[line, JSON.stringify(frame)]])
    tell(line, { id: 1, progress: { stage: 'seeding', done: 1, total: 2 } })
    tell(line, { id: 1, ok: true, value: 'in' })
    expect(await answer).toEqual({ id: 1, ok: true, value: 'in' })
    expect(onProgress).toHaveBeenCalledWith({ stage: 'seeding', done: 1, total: 2 })
    expect(calls.at(-1)).toEqual([line, null])
  })

  test('is refused when the host hangs up, and cancelled when nobody waits any more', async () => {
    const { dial, calls, tell } = heldBridge()
    const lost = callPublicOver(dial, frame, {})
    await Promise.resolve()
    tell(calls[0]![0], null)
    expect(await lost).toMatchObject({ ok: false, code: 'unavailable' })
    const leaving = new AbortController()
    const left = callPublicOver(dial, frame, { signal: leaving.signal })
    await Promise.resolve()
    leaving.abort()
    expect(await left).toMatchObject({ ok: false, code: 'cancelled' })
    expect(calls.at(-1)).toEqual([expect.any(Number), null])
    expect(await callPublicOver(dial, frame, { signal: AbortSignal.abort() })).toMatchObject({ ok: false, code: 'cancelled' })
  })
})

describe('an upload over the bridge', () => {
  const offered = { ticket: 't', name: 'a.csv', mediaType: 'text/csv', size: 3 }

  function heldFiles({ wants = () => true, reply = { ok: true, value: offered } }: { wants?: (piece: number) => boolean | Promise<boolean>; reply?: FileReply } = {}) {
    const pieces: number[] = []
    const ended: string[] = []
    const files: BridgeFiles = {
      beginUpload: async () => 5,
      sendChunk: async (_, bytes) => {
        pieces.push(bytes.length)
        return wants(pieces.length)
      },
      finishUpload: async () => (ended.push('finished'), reply),
      abortUpload: () => void ended.push('aborted'),
      save: async () => ({ ok: true, value: undefined }),
      print: async () => ({ ok: true, value: undefined }),
    }
    return { files, pieces, ended }
  }
  const megabyte = 1024 * 1024
  const file = (size: number) => new File([new Uint8Array(size)], 'a.csv', { type: 'text/csv' })

  test('goes piece by piece and says how far it is', async () => {
    const { files, pieces, ended } = heldFiles()
    const progress: number[] = []
    expect(await uploadOver(files, file(2 * megabyte + 7), 'token', { onProgress: sent => progress.push(sent) })).toEqual(offered)
    expect(pieces).toEqual([megabyte, megabyte, 7])
    expect(progress).toEqual([megabyte, 2 * megabyte, 2 * megabyte + 7])
    expect(ended).toEqual(['finished'])
    expect(await uploadOver(heldFiles().files, file(0), 'token', {})).toEqual(offered)
  })

  test('stops where the host wants no more, and says why', async () => {
    const { files, pieces } = heldFiles({ wants: piece => piece < 2, reply: { ok: false, code: 'file-too-large', params: { maximum: 1 } } })
    await expect(uploadOver(files, file(5 * megabyte), 'token', {})).rejects.toEqual(new AppError('file-too-large', { maximum: 1 }))
    expect(pieces).toHaveLength(2)
  })

  test('that is cancelled ends at once, and the host hears of it', async () => {
    const leaving = new AbortController()
    const { files, ended } = heldFiles({ wants: () => (leaving.abort(), true) })
    await expect(uploadOver(files, file(5 * megabyte), 'token', { signal: leaving.signal })).rejects.toEqual(new AppError('cancelled'))
    expect(ended).toContain('aborted')
    expect(ended).not.toContain('finished')
  })

  test('of a file that can no longer be read leaves nothing begun', async () => {
    const { files, ended } = heldFiles()
    const gone = file(10)
    gone.slice = () => Object.assign(new Blob(), { arrayBuffer: () => Promise.reject(new Error('NotReadableError')) })
    await expect(uploadOver(files, gone, 'token', {})).rejects.toEqual(new AppError('file-unreadable'))
    expect(ended).toEqual(['aborted'])
  })
})
