import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { expectProper, startFuzzHost, type FuzzHost } from './fuzz-host.ts'
import { openRaw } from './network-host.ts'
import { printCounts, scaled, seed } from './scale.ts'

/** Whatever comes over a socket: a desk that talks nonsense hears so or is shown the door, and nobody else notices. */
let host: FuzzHost
let token: string
const tally: Record<string, number> = {}
const count = (what: string) => (tally[what] = (tally[what] ?? 0) + 1)

beforeAll(async () => {
  host = await startFuzzHost()
  token = await host.tokenOf('gudang')
}, 300_000)
afterAll(async () => {
  printCounts('Frames fuzzed', tally)
  await host.stop()
}, 300_000)

const runs = scaled({ short: 30, long: 2000 })
const settings = { seed, numRuns: runs }
const othersAreServed = async () => expect(JSON.parse(await host.call('jahit', 'masters.findUnits', '{}', 'socket'))).toMatchObject({ ok: true })

interface Heard { readonly texts: readonly string[]; readonly code: number | undefined }

/** The last call of all: a command is answered after whatever came before it. */
const last = '{"id":424242,"call":"notifications.markAllRead","input":{}}'

/** Sends frames over a socket of their own, greeted or not: what came back until the last was answered, or so many, or the end. */
function send(frames: readonly (string | Buffer)[], isGreeted: boolean, answers = Infinity): Promise<Heard> {
  const socket = new WebSocket(`${host.url.replace('http', 'ws')}/ws`, { perMessageDeflate: false })
  const texts: string[] = []
  return new Promise(resolve => {
    const end = (code: number | undefined) => {
      resolve({ texts, code })
      socket.terminate()
    }
    socket.on('error', () => {})
    socket.on('close', code => end(code))
    socket.on('message', (data: Buffer) => {
      const text = data.toString()
      if (text.startsWith('{"id":424242,')) return answers === Infinity ? end(undefined) : undefined
      if (!/^\{"(welcome|events|condition|pong)"/.test(text)) texts.push(text)
      if (texts.length >= answers) end(undefined)
    })
    socket.on('open', () => {
      if (isGreeted) socket.send(JSON.stringify({ token, deskId: 'desk-gudang' }))
      for (const frame of [...frames, last]) socket.send(frame)
    })
  })
}

function expectCivil({ texts, code }: Heard, isGreeted: boolean): void {
  for (const text of texts) {
    if (text.startsWith('{"ended"')) expect(text).toMatch(/^\{"ended":"(invalid-input|too-large|signed-out)"\}$/)
    else count(expectProper('frame', text) ?? 'done')
  }
  if (code !== undefined) expect([1002, 1006, 1007, 1009, 4400, 4401, 4413]).toContain(code)
  if (!isGreeted) expect(code).toBeDefined()
  count(code === undefined ? 'stayed' : `closed ${code}`)
}

/** Frames that are nearly right, and frames that are nothing. */
const keys = fc.constantFrom('id', 'call', 'input', 'replayKey', 'known', 'cancel', 'ping', 'token', 'deskId', 'seq', 'epoch', '__proto__', 'constructor')
const values = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom<unknown>(1, 0, -1, 1.5, 1e308, 2 ** 53, '1', '', 'masters.listUnits', 'kanban.createCard', 'identity.logout.call', '__proto__.x', 'x'.repeat(300), 'desk-gudang:1', 'desk-gudang.p:999999999999999', 'desk-x:1', null, {}, []),
)
const nearly = fc.dictionary(keys, values, { minKeys: 1, maxKeys: 6 }).map(frame => JSON.stringify(frame))
const broken = fc.tuple(nearly, fc.nat(), fc.constantFrom('', '}', '"', '\u0000', '\\', ']', '\ud800')).map(([text, at, odd]) => text.slice(0, at % text.length) + odd)
const deep = fc.constantFrom(...[100, 5000, 200_000].flatMap(depth => [`${'['.repeat(depth)}${']'.repeat(depth)}`, `{"id":7,"call":"views.saveView","input":${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}}`]))
const bytes = fc.uint8Array({ maxLength: 200 }).map(array => Buffer.from(array))
const frames = fc.array(fc.oneof({ weight: 6, arbitrary: nearly }, { weight: 3, arbitrary: broken }, { weight: 2, arbitrary: bytes }, { weight: 1, arbitrary: fc.string() }, { weight: 1, arbitrary: deep }), { minLength: 1, maxLength: 6 })

describe('frames', () => {
  test.each([['after', true], ['before', false]] as const)('%s the greeting', { timeout: 600_000 }, async (_when, isGreeted) => {
    await fc.assert(fc.asyncProperty(frames, async sent => expectCivil(await send(sent, isGreeted), isGreeted)), settings)
    await othersAreServed()
  })

  test('of the largest size are read, one byte more is refused', { timeout: 300_000 }, async () => {
    const around = '{"id":1,"call":"masters.listUnits","input":{"search":""}}'
    const sized = (size: number) => around.replace('""', `"${'x'.repeat(size - around.length)}"`)
    const largest = 1024 * 1024
    expect((await send([sized(largest)], true)).texts).toEqual([expect.stringContaining('invalid-input')])
    expect((await send([sized(largest + 1)], true)).code).toBe(1009)
  })

  test('of a call under an id that is in use, cancelled before it began, or asked a thousand times, each get their answer', { timeout: 300_000 }, async () => {
    const call = (id: number) => JSON.stringify({ id, call: 'masters.findUnits', input: {} })
    const { texts } = await send([...Array.from({ length: 1000 }, (_, at) => call(at)), '{"cancel":5}', '{"cancel":99999}', call(3), call(3)], true, 1002)
    expect(texts).toHaveLength(1002)
    for (const text of texts) count(expectProper('masters.findUnits', text) ?? 'done')
  })
})

describe('the line itself', () => {
  const upgrade = 'GET /ws HTTP/1.1\r\nHost: 127.0.0.1\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n'
  const mask = randomBytes(4)
  /** A frame by hand: its first byte, whether it is masked as a desk's must be, and the length it claims. */
  const frame = (first: number, payload: Buffer, { isMasked = true, claims = payload.length } = {}) => {
    const head = claims < 126 ? Buffer.from([first, claims]) : Buffer.from([first, 127, ...Buffer.from(BigInt(claims).toString(16).padStart(16, '0'), 'hex')])
    if (!isMasked) return Buffer.concat([head, payload])
    head[1]! |= 0x80
    return Buffer.concat([head, mask, payload.map((byte, at) => byte ^ mask[at % 4]!)])
  }
  const hello = () => Buffer.from(JSON.stringify({ token, deskId: 'desk-gudang' }))

  test.each([
    ['an unmasked frame', () => frame(0x81, hello(), { isMasked: false })], ['a reserved opcode', () => frame(0x83, hello())], ['reserved bits', () => frame(0xf1, hello())],
    ['broken UTF-8', () => frame(0x81, Buffer.from([0x7b, 0xff, 0xfe, 0x7d]))], ['a fragmented ping', () => frame(0x09, Buffer.from('x'))],
    ['a ping of 5,000 bytes', () => frame(0x89, Buffer.alloc(5000))], ['a length of 2^62', () => frame(0x81, Buffer.from('{'), { claims: 2 ** 53 - 1 })],
    ['a continuation of nothing', () => frame(0x80, Buffer.from('x'))], ['a close with half a code', () => frame(0x88, Buffer.from([3]))], ['a close with code 1', () => frame(0x88, Buffer.from([0, 1]))],
  ] as const)('%s ends that line only', { timeout: 30_000 }, async (_what, bytesOf) => {
    for (const isGreeted of [false, true]) {
      const raw = openRaw(host.url)
      raw.socket.write(upgrade)
      if (isGreeted) raw.socket.write(frame(0x81, hello()))
      raw.socket.write(bytesOf())
      await raw.closed
      expect(raw.received()).toMatch(/^HTTP\/1\.1 101/)
    }
    await othersAreServed()
  })

  test('random bytes after the upgrade end that line only', { timeout: 300_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), fc.boolean(), async (noise, isGreeted) => {
        const raw = openRaw(host.url)
        raw.socket.write(upgrade)
        if (isGreeted) raw.socket.write(frame(0x81, hello()))
        raw.socket.end(Buffer.from(noise))
        await raw.closed
      }),
      settings,
    )
    await othersAreServed()
  })
})
