import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { expectProper, startFuzzHost, type FuzzHost } from './fuzz-host.ts'
import { memoryOf, openRaw } from './network-host.ts'
import { printCounts, scaled, seed } from './scale.ts'

/** Whatever comes over HTTP: it is answered in the one shape, or the line ends; nothing is shown that is not the desks' business. */
let host: FuzzHost
let token: string
const tally: Record<string, number> = {}

beforeAll(async () => {
  host = await startFuzzHost()
  token = await host.tokenOf('gudang')
}, 300_000)
afterAll(async () => {
  printCounts('Requests fuzzed', tally)
  await host.stop()
}, 300_000)

const settings = { seed, numRuns: scaled({ short: 100, long: 3000 }) }

interface Answer { readonly status: number; readonly head: string; readonly body: string }

/** Writes it to a connection of its own, and ends that once nothing more comes; the answers, as they came. */
async function send(request: string | Buffer, patience = 60): Promise<Answer[]> {
  const raw = openRaw(host.url)
  const hangUp = setTimeout(() => raw.socket.end(), patience)
  raw.socket.on('data', () => hangUp.refresh())
  raw.socket.write(typeof request === 'string' ? Buffer.from(request, 'latin1') : request, () => hangUp.refresh())
  await raw.closed
  clearTimeout(hangUp)
  return answersIn(raw.received())
}

function answersIn(received: string): Answer[] {
  const answers: Answer[] = []
  for (let rest = received; rest.startsWith('HTTP/1.1 ');) {
    const headEnd = rest.indexOf('\r\n\r\n')
    if (headEnd < 0) break
    const head = rest.slice(0, headEnd)
    const size = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? rest.length)
    answers.push({ status: Number(head.slice(9, 12)), head, body: rest.slice(headEnd + 4, headEnd + 4 + size) })
    rest = rest.slice(headEnd + 4 + size)
  }
  return answers
}

/** Never a fault of ours, never another shape of refusal, never what lies beside the screens. */
function expectCivil(answers: readonly Answer[], what: string): void {
  for (const { status, head, body } of answers) {
    tally[status] = (tally[status] ?? 0) + 1
    expect(status, `${what}: ${body.slice(0, 300)}`).not.toBe(500)
    expect(body, what).not.toMatch(/root:.*:0:0:|"private": true|SQLite format 3|BEGIN [A-Z ]*PRIVATE KEY/)
    // A HEAD request's answer has a head only.
    if (/content-type: application\/json/i.test(head) && status >= 400 && body !== '') expectProper(what, Buffer.from(body, 'latin1').toString())
  }
}

const lines = (first: string, headers: readonly string[], body = '') => `${[first, ...headers].join('\r\n')}\r\n\r\n${body}`
const own = 'Host: 127.0.0.1'
const signed = () => `Authorization: Bearer ${token}`
const json = 'Content-Type: application/json'

/** By the book, and to the end. */
const get = (path: string) => send(lines(`GET ${path} HTTP/1.1`, [own, 'Connection: close']), 10_000)

describe('requests', () => {
  const methods = fc.oneof({ weight: 5, arbitrary: fc.constantFrom('GET', 'POST') }, { weight: 2, arbitrary: fc.constantFrom('HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'CONNECT', 'PRI', 'get', 'BREW', '', '\u0000') })
  const paths = fc.oneof(
    fc.constantFrom(
      '/', '/healthz', '/healthz?x=%zz', '/ca.crt', '/ws', '/files', '/files/', '/files/x', '/files?name=%2e%2e%2f', '/api', '/api/v1', '/api/v1/openapi.json', '/api/v1/masters/listUnits', '/api/v1/__proto__/constructor',
      '/api/v1/masters/listUnits/x', '/api/v1//', '/%00', '/%', '/%E0%A4%A', '*', 'http://127.0.0.1/healthz', 'http://evil.example/', '//evil.example', '/assets/', '/index.html', '/..;/healthz', '/a'.repeat(3000),
    ),
    fc.webPath(),
  )
  const plain = fc.constantFrom(
    json, 'Content-Type: text/xml', 'Connection: close', 'Connection: upgrade', 'Upgrade: websocket', 'Upgrade: h2c', 'Origin: null', 'Origin: http://127.0.0.1', 'Origin: http://evil.example', 'Host: evil.example', 'Accept: text/html',
    'Expect: 100-continue', 'Expect: 200-maybe', 'Range: bytes=0-', 'Range: bytes=99999999-', 'If-None-Match: *', 'If-Modified-Since: x', 'Authorization: Bearer', 'Authorization: Bearer x', 'Authorization: Basic eDp4', 'Replay-Key: x',
    'Replay-Key: desk-gudang:1', 'Desk-Id: ../..', 'Cookie: a=b', 'Content-Length: 2', 'Transfer-Encoding: chunked', 'Accept-Encoding: br;q=\u00ff', 'X-Forwarded-For: 10.0.0.1',
  )
  const odd = fc.oneof(
    fc.constantFrom('Host:', 'Host: 127.0.0.1:99999', 'Content-Type: \u00ff', 'Content-Length: -1', 'Content-Length: 99999999999999999999', 'Content-Length: 5, 5', 'Transfer-Encoding: gzip, chunked', 'Transfer-Encoding: x', 'X: \u0001', ' folded', 'no colon'),
    fc.string({ maxLength: 60 }),
  )
  const headers = fc.array(fc.oneof({ weight: 9, arbitrary: plain }, { weight: 1, arbitrary: odd }), { maxLength: 4 }).chain(given => fc.constantFrom([own, ...given], [own, ...given], [own, ...given], given))
  const bodies = fc.oneof(fc.constantFrom('', '{}', '{"a":', '5\r\nhello\r\n0\r\n\r\n', 'ffffffffffffffff\r\nx', '-1\r\n\r\n', '0\r\n\r\nGET /healthz HTTP/1.1\r\n\r\n', 'zz\r\n'), fc.string(), fc.string({ unit: 'binary' }))

  test('of any method, path, headers and body', { timeout: 600_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(methods, paths, fc.constantFrom('HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.1', 'HTTP/1.0', 'HTTP/2.0', 'HTTP/9', ''), headers, bodies, fc.boolean(), async (method, path, version, given, body, isSigned) => {
        const request = lines(`${method} ${path} ${version}`, [...given, ...(isSigned ? [signed()] : [])], body)
        expectCivil(await send(request), JSON.stringify(request.slice(0, 300)))
      }),
      settings,
    )
    await host.isWell()
  })

  test('that are no HTTP at all', { timeout: 600_000 }, async () => {
    await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 500 }), async noise => expectCivil(await send(Buffer.from(noise)), 'noise')), settings)
    for (const greeting of ['PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 'SSH-2.0-x\r\n', 'EHLO x\r\n', '*1\r\n$4\r\nPING\r\n', '\r\n\r\n\r\n']) expectCivil(await send(greeting), greeting)
    await host.isWell()
  })

  test.each([
    ['a thousand headers', () => lines('GET /healthz HTTP/1.1', [own, ...Array.from({ length: 1000 }, (_, at) => `x-${at}: ${'y'.repeat(50)}`)])],
    ['a header of 1 MB', () => lines('GET /healthz HTTP/1.1', [own, `x: ${'y'.repeat(1_000_000)}`])],
    ['a path of 1 MB', () => lines(`GET /${'y'.repeat(1_000_000)} HTTP/1.1`, [own])],
    ['a header without end', () => `GET /healthz HTTP/1.1\r\n${own}\r\nx: ${'y'.repeat(200_000)}`],
    ['a chunk of 2^64', () => lines('POST /api/v1/identity/login HTTP/1.1', [own, json, 'Transfer-Encoding: chunked'], 'ffffffffffffffff\r\nx')],
    ['chunks of a byte each', () => lines('POST /api/v1/identity/login HTTP/1.1', [own, json, 'Transfer-Encoding: chunked'], `${'1\r\nx\r\n'.repeat(200_000)}0\r\n\r\n`)],
    ['a chunk extension of 1 MB', () => lines('POST /api/v1/identity/login HTTP/1.1', [own, json, 'Transfer-Encoding: chunked'], `1;${'x'.repeat(1_000_000)}\r\nx\r\n0\r\n\r\n`)],
    ['trailers of 1 MB', () => lines('POST /api/v1/identity/login HTTP/1.1', [own, json, 'Transfer-Encoding: chunked'], `0\r\n${'x: y\r\n'.repeat(150_000)}\r\n`)],
    ['two lengths', () => lines('POST /api/v1/identity/login HTTP/1.1', [own, json, 'Content-Length: 2', 'Content-Length: 3'], '{}x')],
    ['a length and chunks', () => lines('POST /api/v1/identity/login HTTP/1.1', [own, json, 'Content-Length: 2', 'Transfer-Encoding: chunked'], '0\r\n\r\n{}')],
    ['a body of 20 MB from a stranger', () => lines('POST /api/v1/identity/login HTTP/1.1', [own, json, 'Content-Length: 20000000'], 'x'.repeat(20_000_000))],
    ['an upload of 20 MB from a stranger', () => lines('POST /files?name=x HTTP/1.1', [own, 'Content-Length: 20000000'], 'x'.repeat(20_000_000))],
    ['JSON 500,000 levels deep', () => lines('POST /api/v1/views/saveView HTTP/1.1', [own, json, signed(), 'Content-Length: 1000000'], '['.repeat(500_000) + ']'.repeat(500_000))],
  ] as const)('%s', { timeout: 60_000 }, async (what, request) => {
    const answers = await send(request(), 1_000)
    expectCivil(answers, what)
    expect(answers.every(({ status }) => status >= 400), what).toBe(true)
    await host.isWell()
  })

  test('of 30,000 at once on one line cost the host no memory that stays', { timeout: 600_000 }, async () => {
    const before = memoryOf(host.pid)
    for (let round = 0; round < scaled({ short: 1, long: 6 }); round += 1) {
      const answers = await send(lines('GET /healthz HTTP/1.1', [own]).repeat(30_000), 700)
      expectCivil(answers, 'pipelined')
    }
    const after = memoryOf(host.pid)
    tally['MB before'] = before
    tally['MB after'] = after
    expect(after - before).toBeLessThan(200)
    await host.isWell()
  })
})

describe('calls', () => {
  const call = (body: string) => lines('POST /api/v1/masters/createUnit HTTP/1.1', [own, json, adminSigned(), `Content-Length: ${Buffer.byteLength(body)}`], body)
  let adminToken: string
  const adminSigned = () => `Authorization: Bearer ${adminToken}`

  test('of thousands at once on one line are done or refused one by one, and hold up nobody', { timeout: 600_000 }, async () => {
    adminToken = await host.tokenOf('admin')
    const many = scaled({ short: 2_000, long: 20_000 })
    const sending = send(Array.from({ length: many }, (_, at) => call(JSON.stringify({ code: `rent-${at}`, name: 'Rentetan', places: 0 }))).join(''), 2_000)
    let longest = 0
    for (let round = 0; round < 20; round += 1) {
      const began = performance.now()
      expect(JSON.parse(await host.call('jahit', 'masters.findUnits', '{}', 'socket'))).toMatchObject({ ok: true })
      longest = Math.max(longest, performance.now() - began)
    }
    const answers = await sending
    expectCivil(answers, 'many calls')
    expect(answers).toHaveLength(many)
    const codes = new Set(answers.map(({ status }) => status))
    expect([...codes].filter(status => status !== 200 && status !== 429)).toEqual([])
    tally['longest other answer meanwhile (ms)'] = Math.round(longest)
  })

  test('that are broken off in the middle are forgotten', { timeout: 300_000 }, async () => {
    for (let round = 0; round < 10; round += 1) {
      const raw = openRaw(host.url)
      raw.socket.write(call('{"code":"putus","name":"Putus","places":0}').repeat(300))
      await new Promise(resolve => setTimeout(resolve, 5))
      raw.socket.resetAndDestroy()
      await raw.closed
    }
    const [answer] = await send(call('{"code":"utuh","name":"Utuh","places":0}'), 3_000)
    expect(answer?.status).toBe(200)
  })
})

describe('files', () => {
  const wayOut = ['../', '..\\', '%2e%2e/', '%2e%2e%2f', '..%2f', '..%5c', '%252e%252e%252f', '..%c0%af', '....//', './../', '..;/', '%u002e%u002e/', '..%00/']
  const goals = ['package.json', 'etc/passwd', 'lantai.db', 'keys/authority.pem', 'src-main/host.ts', 'Windows/win.ini']

  test('beside the screens are out of reach, however their path is written', { timeout: 300_000 }, async () => {
    const starts = ['/', '/assets/', '/files/', '/api/v1/', '/index.html/']
    for (const start of starts) {
      for (const out of wayOut) {
        const answers = await Promise.all(goals.flatMap(goal => [1, 3, 8].map(levels => get(`${start}${out.repeat(levels)}${goal}`))))
        expectCivil(answers.flat(), `${start}${out}`)
        for (const { status } of answers.flat()) expect(status).toBeGreaterThanOrEqual(400)
      }
    }
    for (const path of ['/.git/config', '/.env', '/assets/.hidden', '//etc/passwd', 'file:///etc/passwd', '/assets', '/assets/%00.js']) {
      const answers = await get(path)
      expectCivil(answers, path)
      for (const { status } of answers) expect(status, path).toBeGreaterThanOrEqual(400)
    }
  })

  test('of others are out of reach: a ticket cannot be guessed, nor spent by guessing', { timeout: 300_000 }, async () => {
    const exported = await host.call('admin', 'imports.downloadTemplate', '{"target":"items","format":"csv"}', 'socket')
    const { ticket } = (JSON.parse(exported) as { value: { ticket: string } }).value
    const fetchTicket = async (guess: string) => (await get(`/files/${guess}`))[0]!.status
    const flipped = [...ticket].map((letter, at) => ticket.slice(0, at) + (letter === 'A' ? 'B' : 'A') + ticket.slice(at + 1))
    for (const guess of [...flipped, `${ticket}x`, ticket.slice(0, -1), ticket.toLowerCase(), `${ticket}%00`, '', '%20', ...Array.from({ length: scaled({ short: 200, long: 20_000 }) }, () => randomBytes(32).toString('base64url'))]) {
      if (guess !== ticket) expect([400, 404]).toContain(await fetchTicket(guess))
    }
    expect(await fetchTicket(ticket)).toBe(200)
    expect(await fetchTicket(ticket)).toBe(404)
  })
})
