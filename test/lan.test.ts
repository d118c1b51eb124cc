import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { X509Certificate } from 'node:crypto'
import { request as plainRequest, type IncomingHttpHeaders, type RequestOptions } from 'node:http'
import { request as secureRequest } from 'node:https'
import { connect, isIPv4 } from 'node:net'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { connect as connectSecurely } from 'node:tls'
import { pathToFileURL } from 'node:url'
import { MessageChannel } from 'node:worker_threads'
import BetterSqlite from 'better-sqlite3'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { WebSocket, type ClientOptions } from 'ws'
import { z } from 'zod'
import type { FileReply } from '../shared/core/bridge.ts'
import { DecimalSchema } from '../shared/core/decimal.ts'
import { AppError, errorCodes } from '../shared/core/errors.ts'
import { newId } from '../shared/core/ids.ts'
import type { Permission } from '../shared/core/permissions.ts'
import { anySession, command, job, query, type Contract } from '../shared/core/procedure.ts'
import { failureOf, type Answer } from '../src-main/core/answers.ts'
import { createCondition } from '../src-main/core/condition.ts'
import { createDispatch } from '../src-main/core/dispatch.ts'
import { createEventLog } from '../src-main/core/event-log.ts'
import { createFileStore, type OfferedFile } from '../src-main/core/files.ts'
import { createOnlineDesks } from '../src-main/core/online-desks.ts'
import { procedureFinder, type Found } from '../src-main/core/procedures.ts'
import { visitor, type Session } from '../src-main/core/session.ts'
import { createStorage } from '../src-main/core/storage.ts'
import { createSessions } from '../src-main/core/sessions.ts'
import { hashOfToken } from '../src-main/identity/tokens.ts'
import { migrate, readMigrations } from '../src-main/database/migrate.ts'
import type { Change } from '../src-main/database/pen.ts'
import { ensureCertificates } from '../src-main/lan/certificates.ts'
import { statusOf } from '../src-main/lan/failures.ts'
import { networkAddresses } from '../src-main/lan/guards.ts'
import { startLan } from '../src-main/lan/http.ts'
import type { LanLimits, LanParts } from '../src-main/lan/parts.ts'

type Frame = Record<string, unknown>
interface Asked extends RequestOptions { readonly method?: string; readonly body?: string | Buffer; readonly ca?: string }
interface Told { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string; json(): unknown }

const stops: (() => Promise<void> | void)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

describe('calls over HTTP', () => {
  test('health tells the version and no secret', async () => {
    const { lan } = await startHost()
    const told = await ask(`${lan.url}/healthz`)
    expect(told.status).toBe(200)
    expect(told.json()).toEqual({ status: 'ok', version: '9.9.9', site: 'Pabrik Uji' })
  })

  test('a session calls by its token', async () => {
    const { lan, signIn } = await startHost()
    const told = await call(lan.url, 'demo/echo', { text: 'halo' }, { authorization: `Bearer ${signIn()}` })
    expect(told.status).toBe(200)
    expect(told.headers['content-type']).toBe('application/json; charset=utf-8')
    expect(told.headers['cache-control']).toBe('no-store')
    expect(told.text).toBe('{"ok":true,"value":{"text":"halo"}}')
  })

  test('a visitor may call what is public, and is known by desk and address', async () => {
    const { lan } = await startHost()
    const told = await call(lan.url, 'demo/whoAmI', undefined, { 'desk-id': 'desk-7', authorization: 'Bearer long-gone' })
    expect(told.json()).toEqual({ ok: true, value: { userId: '', deskId: 'desk-7', ip: '127.0.0.1' } })
  })

  test('a session is told apart by the address it really calls from', async () => {
    const { lan, signIn } = await startHost()
    const told = await call(lan.url, 'demo/whoAmI', undefined, { authorization: `Bearer ${signIn({ ip: '10.0.0.9' })}` })
    expect(told.json()).toMatchObject({ value: { userId: 'user-1', ip: '127.0.0.1' } })
  })

  test.each([
    ['demo/echo', { text: 1 }, true, 400, 'invalid-input'],
    ['demo/echo', { text: 'a' }, false, 401, 'signed-out'],
    ['demo/kanbanOnly', {}, true, 403, 'forbidden'],
    ['demo/internalOnly', {}, true, 404, 'not-found'],
    ['demo/nothing', {}, true, 404, 'not-found'],
    ['__proto__/constructor', {}, true, 404, 'not-found'],
    ['constructor/prototype', {}, true, 404, 'not-found'],
    ['demo/__proto__', {}, true, 404, 'not-found'],
    ['demo/toString', {}, true, 404, 'not-found'],
    ['demo/fail', {}, true, 500, 'unexpected'],
  ])('%s of %j (signed in: %s) is answered %i %s', async (path, input, isSignedIn, status, code) => {
    const { lan, signIn } = await startHost()
    const told = await call(lan.url, path, input, isSignedIn ? { authorization: `Bearer ${signIn()}` } : {})
    expect(told.status).toBe(status)
    expect(told.json()).toMatchObject({ ok: false, code, params: expect.any(Object) as object })
  })

  test('every error code has a status of its kind', async () => {
    const { lan, signIn } = await startHost()
    const authorization = `Bearer ${signIn()}`
    for (const code of errorCodes) {
      const told = await call(lan.url, 'demo/refuse', { code }, { authorization })
      expect(told.status, code).toBe(statusOf(code))
      expect(told.json()).toEqual({ ok: false, code, params: { seconds: 3 } })
    }
    expect(statusOf('stock-short')).toBe(409)
    expect(statusOf('storage-failed')).toBe(503)
  })

  test('a body that is no JSON, another content type and an unknown address give the same shape', async () => {
    const { lan, signIn } = await startHost()
    const authorization = `Bearer ${signIn()}`
    const post = (path: string, body: string, type: string) => ask(lan.url + path, { method: 'POST', body, headers: { authorization, 'content-type': type } })
    const told = [
      await post('/api/v1/demo/echo', '{"text":', 'application/json'),
      await post('/api/v1/demo/echo', '{"text":"a"}', 'text/plain'),
      await ask(`${lan.url}/api/v1/demo/echo`),
      await ask(`${lan.url}/api/v2`, { headers: { accept: 'text/html' } }),
      await ask(`${lan.url}/%zz`),
      await ask(`${lan.url}/api/v1/${'a'.repeat(300)}/b`, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }),
    ]
    expect(told.map(({ status }) => status)).toEqual([400, 400, 404, 404, 400, 400])
    for (const { json } of told) expect(json()).toEqual({ ok: false, code: expect.any(String) as string, params: expect.any(Object) as object })
  })

  test('a body may be 1 MiB with a session and 4 KiB without', async () => {
    const { lan, signIn } = await startHost()
    const authorization = `Bearer ${signIn()}`
    const large = { text: 'x'.repeat(1024 * 1024 - 20) }
    expect((await call(lan.url, 'demo/echo', large, { authorization })).status).toBe(200)
    const over = await call(lan.url, 'demo/echo', { text: 'x'.repeat(1024 * 1024) }, { authorization })
    expect([over.status, over.json()]).toEqual([413, { ok: false, code: 'too-large', params: { maximum: 1_048_576 } }])
    expect((await call(lan.url, 'demo/login', { text: 'x'.repeat(3000) })).status).toBe(200)
    const stranger = await call(lan.url, 'demo/login', { text: 'x'.repeat(5000) })
    expect([stranger.status, stranger.json()]).toEqual([413, { ok: false, code: 'too-large', params: { maximum: 4096 } }])
  })

  test('a job is cancelled when its caller goes away', async () => {
    const { lan, signIn, jobs } = await startHost()
    const caller = new AbortController()
    const asked = fetch(`${lan.url}/api/v1/demo/endless`, {
      method: 'POST', body: '{}', signal: caller.signal, headers: { authorization: `Bearer ${signIn()}`, 'content-type': 'application/json' },
    })
    await vi.waitFor(() => expect(jobs.running).toBe(1))
    caller.abort()
    await expect(asked).rejects.toThrow()
    await vi.waitFor(() => expect(jobs).toEqual({ running: 0, cancelled: 1 }))
  })

  test('twenty logins at once pass; too many are slowed, over HTTP and sockets together', async () => {
    const generous = await startHost()
    const logins = await Promise.all(Array.from({ length: 20 }, () => call(generous.lan.url, 'demo/login', { text: 'a' })))
    expect(logins.map(({ status }) => status)).toEqual(Array.from({ length: 20 }, () => 200))

    const strict = await startHost({ limits: { publicCallsPerMinute: 2 } })
    const token = strict.signIn()
    expect((await call(strict.lan.url, 'demo/login', { text: 'a' })).status).toBe(200)
    const desk = await openDesk(strict.lan.url, token)
    expect(await desk.call('demo.login', { text: 'a' })).toMatchObject({ ok: true })
    expect(await desk.call('demo.login', { text: 'a' })).toMatchObject({ ok: false, code: 'rate-limited', params: { seconds: expect.any(Number) as number } })
    const told = await call(strict.lan.url, 'demo/login', { text: 'a' })
    expect([told.status, Number(told.headers['retry-after']) > 0]).toEqual([429, true])
    expect((await call(strict.lan.url, 'demo/echo', { text: 'a' }, { authorization: `Bearer ${token}` })).status).toBe(200)
  })

  test('the replay key reaches dispatch', async () => {
    const { lan, signIn } = await startHost()
    const told = await call(lan.url, 'demo/save', {}, { authorization: `Bearer ${signIn()}`, 'replay-key': 'desk-1:7' })
    expect(told.json()).toEqual({ ok: true, value: { deskSeq: 7 } })
  })
})

describe('who may knock', () => {
  test('a Host that is no name of this computer is refused', async () => {
    const { lan } = await startHost({ networkAddresses: () => ['192.168.7.7', 'fd00::7'] })
    const hosts = ['localhost', '127.0.0.1', '[::1]', `${hostname().toUpperCase()}:99`, 'lantai.local:4310', '192.168.7.7:4310', '[fd00::7]:4310']
    for (const host of hosts) expect((await ask(`${lan.url}/healthz`, { headers: { host } })).status, host).toBe(200)
    for (const host of ['evil.example', '192.168.7.8', 'localhost.evil.example', 'evil.example:4310', 'localhost; script-src *', 'a b', '[::2]']) {
      const told = await ask(`${lan.url}/healthz`, { headers: { host } })
      expect([told.status, told.json()], host).toEqual([403, { ok: false, code: 'forbidden', params: { needed: 'own-host' } }])
    }
  })

  test('a page of another origin can neither call nor upload; reading stays to the browser’s own rules', async () => {
    const { lan, signIn } = await startHost()
    const authorization = `Bearer ${signIn()}`
    const own = lan.url
    for (const [origin, status] of [[own, 200], ['http://evil.example', 403], [`http://127.0.0.1:${lan.port + 1}`, 403], ['null', 403]] as const) {
      expect((await call(lan.url, 'demo/echo', { text: 'a' }, { authorization, origin })).status, origin).toBe(status)
      expect((await ask(`${lan.url}/files?name=a`, { method: 'POST', body: 'a', headers: { authorization, origin } })).status, origin).toBe(status)
    }
    expect((await ask(`${lan.url}/healthz`, { headers: { origin: 'http://evil.example' } })).headers['access-control-allow-origin']).toBeUndefined()
  })

  test('a socket of another origin, host or path is refused before it opens', async () => {
    const { lan } = await startHost()
    const refused = (path: string, options: ClientOptions) => new Promise<number | undefined>(resolve => {
      const socket = new WebSocket(lan.url.replace('http', 'ws') + path, options)
      socket.on('unexpected-response', (_request, response) => {
        resolve(response.statusCode)
        socket.terminate()
      })
      socket.on('error', () => {})
    })
    expect(await refused('/ws', { origin: 'http://evil.example' })).toBe(403)
    expect(await refused('/ws', { headers: { host: 'evil.example' } })).toBe(403)
    expect(await refused('/other', {})).toBe(404)
    await openSocket(lan.url, { origin: lan.url })
  })
})

describe('a desk’s socket', () => {
  test('says hello and is welcomed, calls, and is answered by pong', async () => {
    const { lan, signIn } = await startHost()
    const desk = await openDesk(lan.url, signIn())
    expect(desk.welcome).toEqual({ welcome: true, seq: 0, epoch: 'epoch-1', version: '9.9.9' })
    expect(await desk.call('demo.echo', { text: 'halo' })).toEqual({ id: 1, ok: true, value: { text: 'halo' }, tag: 'tag-1' })
    desk.send({ id: 2, call: 'demo.echo', input: { text: 'halo' }, known: 'tag-1' })
    expect(await desk.next()).toEqual({ id: 2, ok: true, tag: 'tag-1', unchanged: true })
    desk.send({ id: 3, call: 'demo.save', input: {}, replayKey: 'desk-1:8' })
    expect(await desk.next()).toEqual({ id: 3, ok: true, value: { deskSeq: 8 } })
    desk.send({ ping: 5 })
    expect(await desk.next()).toEqual({ pong: 5 })
  })

  test.each([
    ['a bad token', { token: 'nobody', deskId: 'd' }, 'signed-out', 4401],
    ['no token', { deskId: 'd' }, 'invalid-input', 4400],
    ['a call first', { id: 1, call: 'demo.echo' }, 'invalid-input', 4400],
    ['a wrong seq', { token: 'a', deskId: 'd', seq: -1 }, 'invalid-input', 4400],
    ['nothing', null, 'invalid-input', 4400],
    ['prototype names', { ['__proto__']: { token: 'x', deskId: 'd' } }, 'invalid-input', 4400],
    ['5 KB', { token: 'x'.repeat(5000), deskId: 'd' }, 'too-large', 4413],
    ['900 KB', { token: 'x'.repeat(900_000), deskId: 'd' }, 'too-large', 4413],
  ])('that begins with %s is told why it ends', async (_name, hello, ended, code) => {
    const { lan } = await startHost()
    const desk = await openSocket(lan.url)
    desk.send(hello)
    expect(await desk.next()).toEqual({ ended })
    expect(await desk.closed).toBe(code)
  })

  test('that begins with no JSON or with a binary frame is told why it ends', async () => {
    const { lan, signIn } = await startHost()
    for (const first of ['{"token"', Buffer.from(JSON.stringify({ token: signIn(), deskId: 'd' }))]) {
      const desk = await openSocket(lan.url)
      desk.socket.send(first)
      expect(await desk.next()).toEqual({ ended: 'invalid-input' })
      expect(await desk.closed).toBe(4400)
    }
  })

  test('a stranger’s frame is cut off before it is whole', async () => {
    const { lan } = await startHost()
    const desk = await openSocket(lan.url)
    desk.socket.send('x'.repeat(6000), { fin: false })
    expect(await desk.next()).toEqual({ ended: 'too-large' })
    expect(await desk.closed).toBe(4413)
  })

  test('that says nothing is closed', async () => {
    const { lan } = await startHost({ limits: { hello: 50 } })
    const desk = await openSocket(lan.url)
    expect(await desk.next()).toEqual({ ended: 'invalid-input' })
    expect(await desk.closed).toBe(4408)
  })

  test('that shows no sign of life is cut, one that answers pings is not', async () => {
    const { lan, signIn } = await startHost({ limits: { ping: 100, silence: 1500 } })
    const alive = await openDesk(lan.url, signIn())
    const dead = await openDesk(lan.url, signIn(), {}, { autoPong: false })
    expect(await dead.closed).toBe(1006)
    expect(await alive.call('demo.echo', { text: 'a' })).toMatchObject({ ok: true })
  })

  test('frames sent together with the hello are all answered, in order', async () => {
    const { lan, signIn } = await startHost()
    const stream = connect(lan.port, '127.0.0.1')
    const desk = await openSocket(lan.url, { createConnection: () => stream })
    stream.cork()
    desk.send({ token: signIn(), deskId: 'd' })
    for (let id = 1; id <= 3; id += 1) desk.send({ id, call: 'demo.echo', input: { text: 'x'.repeat(3000) } })
    stream.uncork()
    expect(await desk.next()).toMatchObject({ welcome: true })
    for (let id = 1; id <= 3; id += 1) expect(await desk.next()).toMatchObject({ id, ok: true })
  })

  test('malformed, unknown and binary frames are answered, and the connection goes on', async () => {
    const { lan, signIn } = await startHost()
    const desk = await openDesk(lan.url, signIn())
    const malformed = { ok: false, code: 'invalid-input' }
    for (const [sent, id] of [
      ['{', 0], ['null', 0], ['[]', 0], ['{"id":7}', 7], ['{"id":"7","call":"demo.echo"}', 0], ['{"id":8,"call":5}', 8], ['{"id":-9,"call":"demo.echo"}', -9],
      ['{"cancel":"x"}', 0], ['{"ping":null}', 0], ['{"__proto__":{"id":1,"call":"demo.echo"}}', 0], [Buffer.from('{"id":1,"call":"demo.echo"}'), 0],
    ] as const) {
      desk.socket.send(sent)
      expect(await desk.next(), String(sent)).toMatchObject({ id, ...malformed })
    }
    desk.send({ cancel: 99 })
    for (const name of ['__proto__.constructor', 'constructor', 'demo.__proto__', 'demo.hasOwnProperty', 'demo', '.', 'demo.internalOnly']) {
      expect(await desk.call(name, {}), name).toMatchObject({ ok: false, code: 'not-found' })
    }
    expect(await desk.call('demo.echo', { text: 'still here' })).toMatchObject({ ok: true })
  })

  test('a frame over 1 MiB ends the connection', async () => {
    const { lan, signIn } = await startHost()
    const desk = await openDesk(lan.url, signIn())
    expect(await desk.call('demo.echo', { text: 'x'.repeat(1024 * 1024 - 200) })).toMatchObject({ ok: true })
    desk.send({ id: 9, call: 'demo.echo', input: { text: 'x'.repeat(1024 * 1024) } })
    expect(await desk.closed).toBe(1009)
  })

  test('a job shows its progress and is cancelled by a frame', async () => {
    const { lan, signIn, jobs } = await startHost()
    const desk = await openDesk(lan.url, signIn())
    desk.send({ id: 4, call: 'demo.endless', input: {} })
    expect(await desk.next()).toEqual({ id: 4, progress: { stage: 'working', done: 1, total: 2 } })
    desk.send({ cancel: 4 })
    expect(await desk.next()).toEqual({ id: 4, ok: false, code: 'cancelled', params: {} })
    expect(jobs).toEqual({ running: 0, cancelled: 1 })
  })

  test('its jobs end with it', async () => {
    const { lan, signIn, jobs } = await startHost()
    const desk = await openDesk(lan.url, signIn())
    desk.send({ id: 4, call: 'demo.endless', input: {} })
    await desk.next()
    desk.socket.terminate()
    await vi.waitFor(() => expect(jobs).toEqual({ running: 0, cancelled: 1 }))
  })

  test('too many calls at once and an id in use are refused one by one', async () => {
    const { lan, signIn } = await startHost({ limits: { callsInFlight: 2 } })
    const desk = await openDesk(lan.url, signIn())
    desk.send({ id: 1, call: 'demo.endless', input: {} })
    await desk.next()
    desk.send({ id: 1, call: 'demo.echo', input: { text: 'a' } })
    expect(await desk.next()).toMatchObject({ id: 1, code: 'invalid-input' })
    desk.send({ id: 2, call: 'demo.endless', input: {} })
    await desk.next()
    desk.send({ id: 3, call: 'demo.echo', input: { text: 'a' } })
    expect(await desk.next()).toMatchObject({ id: 3, ok: false, code: 'rate-limited' })
    desk.send({ cancel: 1 })
    await desk.next()
    desk.send({ id: 5, call: 'demo.echo', input: { text: 'a' } })
    expect(await desk.next()).toMatchObject({ id: 5, ok: true })
  })

  test('a revoked session ends at once, an expired one with its next call', async () => {
    const { lan, signIn, signOut, clock } = await startHost()
    const revoked = signIn()
    const [first, second, other] = [await openDesk(lan.url, revoked), await openDesk(lan.url, revoked), await openDesk(lan.url, signIn())]
    signOut(revoked)
    for (const desk of [first, second]) {
      expect(await desk.next()).toEqual({ ended: 'signed-out' })
      expect(await desk.closed).toBe(4401)
    }
    expect(await other.call('demo.echo', { text: 'a' })).toMatchObject({ ok: true })
    clock.now = '2026-11-20T20:00:00.000Z'
    other.send({ id: 2, call: 'demo.echo', input: { text: 'a' } })
    expect(await other.next()).toEqual({ ended: 'signed-out' })
    expect(await other.closed).toBe(4401)
  })

  test('a reader that does not read is cut', async () => {
    const { lan, signIn } = await startHost({ limits: { unread: 256 * 1024 } })
    const desk = await openDesk(lan.url, signIn())
    const brisk = await openDesk(lan.url, signIn())
    desk.socket.pause()
    for (let id = 1; id <= 100; id += 1) desk.send({ id, call: 'demo.fill', input: { length: 500_000 } })
    for (let round = 0; round < 20; round += 1) expect(await brisk.call('demo.fill', { length: 500_000 })).toMatchObject({ ok: true })
    desk.socket.resume()
    expect(await desk.closed).toBe(1006)
    expect(desk.frames.length).toBeLessThan(100)
  })

  test('a closing host says that it goes away, and cancels jobs', async () => {
    const { lan, signIn, jobs } = await startHost()
    const desk = await openDesk(lan.url, signIn())
    desk.send({ id: 4, call: 'demo.endless', input: {} })
    await desk.next()
    const asked = call(lan.url, 'demo/endless', {}, { authorization: `Bearer ${signIn()}` })
    await vi.waitFor(() => expect(jobs.running).toBe(2))
    await lan.close()
    expect(await desk.closed).toBe(1001)
    expect((await asked).status).toBe(499)
    expect(jobs).toEqual({ running: 0, cancelled: 2 })
  })
})

describe('news', () => {
  const sewing = newId()
  const cutting = newId()

  test('reach those who may view the entity, in their sections, as their user; no row goes with them', async () => {
    const { lan, signIn, change } = await startHost()
    const sewer = await openDesk(lan.url, signIn({ permissions: ['kanban.view'], sections: [sewing] }))
    const manager = await openDesk(lan.url, signIn({ permissions: ['kanban.view', 'masters.view'], sections: 'all' }))
    const stranger = await openDesk(lan.url, signIn({ userId: 'user-x', sections: 'all' }))
    change(
      { entity: 'kanbanCard', id: 'card-1', sectionId: sewing }, { entity: 'kanbanCard', id: 'card-2', sectionId: cutting }, { entity: 'kanbanCard', id: 'card-3', sectionId: null },
      { entity: 'item', id: 'item-1' }, { entity: 'notification', id: 'notice-1' }, { entity: 'notificationReceipt', id: 'receipt-1', userId: 'user-x' },
    )
    const card = (id: string, sectionId?: string) => ({ entity: 'kanbanCard', id, scope: sectionId === undefined ? {} : { sectionId } })
    expect(await sewer.next()).toEqual({ events: [card('card-1', sewing), card('card-3')], seq: 6 })
    expect(await manager.next()).toEqual({
      events: [card('card-1', sewing), card('card-2', cutting), card('card-3'), { entity: 'item', id: 'item-1', scope: {} }], seq: 6,
    })
    expect(await stranger.next()).toEqual({ events: [{ entity: 'notificationReceipt', id: 'receipt-1', scope: { userId: 'user-x' } }], seq: 6 })
  })

  test('of one tick make one frame; who sees nothing of them gets none', async () => {
    const { lan, signIn, change } = await startHost()
    const viewer = await openDesk(lan.url, signIn({ permissions: ['masters.view'] }))
    const blind = await openDesk(lan.url, signIn())
    change({ entity: 'item', id: 'a' })
    change({ entity: 'item', id: 'b' }, { entity: 'unit', id: 'c' })
    expect(await viewer.next()).toMatchObject({ events: [{ id: 'a' }, { id: 'b' }, { id: 'c' }], seq: 3 })
    change({ entity: 'item', id: 'd' })
    expect(await viewer.next()).toMatchObject({ events: [{ id: 'd' }], seq: 4 })
    expect(await blind.call('demo.echo', { text: 'a' })).toMatchObject({ id: 1 })
    expect(blind.frames).toEqual([])
  })

  test('that were missed come after the welcome, filtered, and only once', async () => {
    const { lan, signIn, change } = await startHost()
    const token = signIn({ permissions: ['masters.view'] })
    change({ entity: 'item', id: 'a' }, { entity: 'item', id: 'b' }, { entity: 'user', id: 'u' })
    const desk = await openDesk(lan.url, token, { seq: 1, epoch: 'epoch-1' })
    expect(desk.welcome).toMatchObject({ seq: 3 })
    expect(await desk.next()).toEqual({ events: [{ entity: 'item', id: 'b', scope: {} }], seq: 3 })
    const current = await openDesk(lan.url, token, { seq: 3, epoch: 'epoch-1' })
    const fresh = await openDesk(lan.url, token)
    change({ entity: 'item', id: 'c' })
    for (const listener of [desk, current, fresh]) expect(await listener.next()).toEqual({ events: [{ entity: 'item', id: 'c', scope: {} }], seq: 4 })
  })

  test('of another epoch, of the future, or too many to list: everything is read again', async () => {
    const { lan, signIn, change } = await startHost()
    const token = signIn({ permissions: ['masters.view'] })
    change(...Array.from({ length: 5001 }, (_, at) => ({ entity: 'item' as const, id: `item-${at}` })))
    for (const hello of [{ seq: 5000, epoch: 'epoch-0' }, { seq: 5000 }, { seq: 9000, epoch: 'epoch-1' }, { seq: 0, epoch: 'epoch-1' }]) {
      const desk = await openDesk(lan.url, token, hello)
      expect(await desk.next(), JSON.stringify(hello)).toEqual({ events: [], seq: 5001, refetchAll: true })
    }
    const desk = await openDesk(lan.url, token, { seq: 1, epoch: 'epoch-1' })
    expect((await desk.next()).events).toHaveLength(5000)
    change(...Array.from({ length: 5001 }, (_, at) => ({ entity: 'item' as const, id: `item-${at}` })))
    expect(await desk.next()).toEqual({ events: [], seq: 10_002, refetchAll: true })
  })

  test('follow the rights as they change', async () => {
    const { lan, signIn, change, grant } = await startHost()
    const token = signIn({ permissions: ['masters.view'] })
    const desk = await openDesk(lan.url, token)
    grant(token, { permissions: ['kanban.view'], sections: 'all' })
    change({ entity: 'item', id: 'a' }, { entity: 'kanbanCard', id: 'b', sectionId: null })
    expect(await desk.next()).toMatchObject({ events: [], refetchAll: true })
    expect(await desk.next()).toMatchObject({ events: [{ entity: 'kanbanCard', id: 'b' }] })
  })
})

describe('files', () => {
  const upload = (url: string, token: string, name: string, body: string | Buffer, type?: string) =>
    ask(`${url}/files?name=${encodeURIComponent(name)}`, { method: 'POST', body, headers: { authorization: `Bearer ${token}`, ...(type && { 'content-type': type }) } })

  test('an upload gives its user one ticket, for one use', async () => {
    const { lan, signIn, files, sessionOf } = await startHost()
    const [mine, foreign] = [signIn(), signIn({ userId: 'user-2' })]
    const told = await upload(lan.url, mine, '../../Laporan “Q1”\u0000.csv', 'a;b\n1;2\n', 'text/csv; charset=utf-8')
    expect(told.status).toBe(200)
    const offered = told.json() as OfferedFile
    expect(offered).toMatchObject({ name: 'Laporan “Q1”.csv', mediaType: 'text/csv', size: 8 })
    expect(() => files.claim(sessionOf(foreign), offered.ticket)).toThrow('ticket-invalid')
    expect(() => files.redeem(offered.ticket)).toThrow('ticket-invalid')
    const file = files.claim(sessionOf(mine), offered.ticket)
    expect(readFileSync(file.path, 'utf8')).toBe('a;b\n1;2\n')
    expect(() => files.claim(sessionOf(mine), offered.ticket)).toThrow('ticket-invalid')
  })

  test('an upload of any type is taken as it is, an empty one too; without a session it is not', async () => {
    const { lan, signIn } = await startHost()
    const bytes = Buffer.from([0, 255, 123, 34])
    expect((await upload(lan.url, signIn(), 'a.json', bytes, 'application/json')).json()).toMatchObject({ size: 4, mediaType: 'application/json' })
    expect((await upload(lan.url, signIn(), '', '')).json()).toMatchObject({ name: 'file', size: 0, mediaType: 'application/octet-stream' })
    const told = await upload(lan.url, 'nobody', 'a.csv', 'a')
    expect([told.status, told.json()]).toMatchObject([401, { code: 'signed-out' }])
    expect((await upload(lan.url, signIn({ mustChangePassword: true }), 'a.csv', 'a')).status).toBe(403)
  })

  test('an upload past the limit or broken off leaves nothing', async () => {
    const { lan, signIn, workFolder } = await startHost()
    const told = await upload(lan.url, signIn(), 'large.bin', Buffer.alloc(200_000))
    expect([told.status, told.json()]).toEqual([413, { ok: false, code: 'file-too-large', params: { maximum: 100_000 } }])
    const broken = plainRequest(`${lan.url}/files?name=b`, { method: 'POST', headers: { authorization: `Bearer ${signIn()}`, 'content-length': 5000 } })
    broken.on('error', () => {})
    broken.write('abc')
    await vi.waitFor(() => expect(readdirSync(workFolder)).toHaveLength(1))
    broken.destroy()
    await vi.waitFor(() => expect(readdirSync(workFolder)).toEqual([]))
  })

  test('a download works once, as an attachment under its own name', async () => {
    const { lan, signIn, files, sessionOf } = await startHost()
    const file = files.create('Kartu “stok” 100%.pdf', 'application/pdf')
    writeFileSync(file.path, 'content')
    const { ticket } = await files.offer(sessionOf(signIn()), file)
    expect((await ask(`${lan.url}/files/${ticket}`, { method: 'HEAD' })).status).toBe(404)
    const told = await ask(`${lan.url}/files/${ticket}`)
    expect([told.status, told.text]).toEqual([200, 'content'])
    expect(told.headers).toMatchObject({
      'content-type': 'application/pdf', 'content-length': '7', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff',
      'content-disposition': `attachment; filename="Kartu _stok_ 100_.pdf"; filename*=UTF-8''Kartu%20%E2%80%9Cstok%E2%80%9D%20100%25.pdf`,
    })
    const again = await ask(`${lan.url}/files/${ticket}`)
    expect([again.status, again.json()]).toEqual([404, { ok: false, code: 'ticket-invalid', params: {} }])
  })

  test('a document may be shown in a page, and nothing else', async () => {
    const { lan, files, signIn, sessionOf } = await startHost()
    for (const [mediaType, kind] of [['application/pdf', 'inline'], ['text/html', 'attachment'], ['image/svg+xml', 'attachment']] as const) {
      const file = files.create('berkas', mediaType)
      writeFileSync(file.path, 'x')
      const { ticket } = await files.offer(sessionOf(signIn()), file)
      expect((await ask(`${lan.url}/files/${ticket}?show`)).headers['content-disposition']).toMatch(new RegExp(`^${kind};`))
    }
  })

  test('tickets lapse, and what has lapsed is deleted', async () => {
    const { files, clock, workFolder } = await startHost()
    const session = visitor('d', '127.0.0.1')
    const file = files.create('a.pdf', 'application/pdf')
    writeFileSync(file.path, 'content')
    const { ticket } = await files.offer(session, file)
    clock.now = '2026-11-20T03:04:59.000Z'
    await files.sweep()
    expect(existsSync(file.path)).toBe(true)
    clock.now = '2026-11-20T03:05:00.000Z'
    expect(() => files.redeem(ticket)).toThrow('ticket-invalid')
    await files.sweep()
    expect(readdirSync(workFolder)).toEqual([])
  })

  test('uploads hold their share of the disk and no more; what is used up or lapses makes room', async () => {
    const folder = join(temporaryFolder(), 'work')
    const clock = { now: '2026-11-20T03:00:00.000Z' }
    const store = createFileStore({ folder, now: () => clock.now, maximumBytes: 100_000, quotas: { ofOneUser: 200_000, ofAll: 300_000 } })
    const [sari, budi] = ['sari', 'budi'].map(userId => ({ ...visitor('d', '127.0.0.1'), id: userId, userId })) as [Session, Session]
    const send = (from: Session, size: number) => store.receive(from, 'a.csv', 'text/csv', Readable.from([Buffer.alloc(size)]))
    const { ticket } = await send(sari, 100_000)
    await send(sari, 70_000)
    await expect(send(sari, 70_000)).rejects.toMatchObject({ code: 'own-uploads-full', params: { maximum: 200_000, until: '2026-11-20T03:30:00.000Z' } })
    // A heap of small ones is one too: each counts 64 KiB.
    await expect(send(sari, 1)).rejects.toMatchObject({ code: 'own-uploads-full' })
    expect(readdirSync(folder)).toHaveLength(2)

    const { path } = store.claim(sari, ticket)
    await expect(send(sari, 70_000)).rejects.toMatchObject({ code: 'own-uploads-full' })
    rmSync(path)
    await send(sari, 70_000)
    await send(budi, 100_000)
    await expect(send(budi, 70_000)).rejects.toMatchObject({ code: 'uploads-full' })
    expect(readdirSync(folder)).toHaveLength(3)

    clock.now = '2026-11-20T03:30:00.000Z'
    await store.sweep()
    await send(budi, 70_000)
    expect(readdirSync(folder)).toHaveLength(1)
  })

  test('one user sends so much in a day and no more, also what was broken off; the next day they may again, and others at any time', async () => {
    const clock = { day: '2026-11-20', endsAt: '2026-11-20T17:00:00.000Z' }
    const store = createFileStore({ folder: join(temporaryFolder(), 'work'), now: () => '2026-11-20T03:00:00.000Z', maximumBytes: 60_000, daily: () => ({ bytes: 100_000, day: clock.day, endsAt: () => clock.endsAt }) })
    const [sari, budi] = ['sari', 'budi'].map(userId => ({ ...visitor('d', '127.0.0.1'), id: userId, userId })) as [Session, Session]
    const send = (from: Session, size: number) => store.receive(from, 'a.csv', 'text/csv', Readable.from([Buffer.alloc(size)]))
    await send(sari, 50_000)
    await expect(send(sari, 50_001)).rejects.toMatchObject({ code: 'daily-uploads-full', params: { maximum: 100_000, until: clock.endsAt } })
    await send(sari, 20_000)
    await expect(send(sari, 70_000)).rejects.toMatchObject({ code: 'daily-uploads-full' })
    await send(budi, 50_000)
    await expect(send(budi, 50_000)).resolves.toMatchObject({ size: 50_000 })
    clock.day = '2026-11-21'
    await expect(send(sari, 50_000)).resolves.toMatchObject({ size: 50_000 })
    await expect(send(sari, 60_001)).rejects.toMatchObject({ code: 'daily-uploads-full' })
  })

  test('a new start empties the work folder', async () => {
    const { workFolder } = await startHost()
    writeFileSync(join(workFolder, 'left-over'), 'x')
    createFileStore({ folder: workFolder, now: () => '2026-11-20T03:00:00.000Z', maximumBytes: 1 })
    expect(readdirSync(workFolder)).toEqual([])
  })
})

describe('the screens', () => {
  function build(): URL {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Lantai</title>')
    writeFileSync(join(folder, 'assets', 'main-3f2a.js'), 'export {}')
    return pathToFileURL(`${folder}/`)
  }
  const html = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }

  test('files that never change are kept by the browser, the page is asked for again', async () => {
    const { lan } = await startHost({ rendererFolder: build() })
    const asset = await ask(`${lan.url}/assets/main-3f2a.js`)
    expect([asset.status, asset.text, asset.headers['cache-control']]).toEqual([200, 'export {}', 'public, max-age=31536000, immutable'])
    for (const path of ['/', '/kanban/board?section=1']) {
      const page = await ask(lan.url + path, { headers: html })
      expect([page.status, page.headers['cache-control'], page.text]).toEqual([200, 'no-cache', '<!doctype html><title>Lantai</title>'])
    }
  })

  test('only a person’s unknown address is the page', async () => {
    const { lan } = await startHost({ rendererFolder: build() })
    for (const [path, headers] of [['/assets/old.js', {}], ['/api/v1/x', html], ['/files/x', html], ['/../package.json', {}], ['/%2e%2e/package.json', {}]] as const) {
      const told = await ask(lan.url + path, { headers })
      expect([told.status, (told.json() as { ok: boolean }).ok], path).toEqual([404, false])
    }
    expect((await ask(`${lan.url}/kanban`, { method: 'POST', headers: html })).status).toBe(404)
  })

  test('come under a policy that allows nothing from elsewhere', async () => {
    const { lan } = await startHost({ rendererFolder: build() })
    const { headers } = await ask(`${lan.url}/`, { headers: html })
    const policy = String(headers['content-security-policy'])
    for (const part of ["default-src 'self'", "script-src 'self'", "style-src 'self' 'unsafe-inline'", "img-src 'self' data: blob:", "frame-ancestors 'none'",
      `connect-src 'self' ws://127.0.0.1:${lan.port} wss://127.0.0.1:${lan.port}`]) expect(policy.split(';')).toContain(part)
    expect(policy).not.toContain('upgrade-insecure-requests')
    expect(headers).toMatchObject({ 'x-frame-options': 'DENY', 'x-content-type-options': 'nosniff' })
    expect(headers['strict-transport-security']).toBeUndefined()
  })

  test('that are not built are said to be', async () => {
    const { lan } = await startHost({ rendererFolder: new URL('file:///nowhere/') })
    const told = await ask(`${lan.url}/`, { headers: html })
    expect([told.status, told.text]).toEqual([503, expect.stringContaining('npm run build')])
  })
})

describe('the network', () => {
  const ownAddress = networkAddresses().find(isIPv4) ?? '127.0.0.1'

  test('another bind than loopback is served by HTTPS and wss, with an authority to pin', async () => {
    const { lan, signIn, dataFolder } = await startHost({ bind: '0.0.0.0' })
    const { ca } = await ensureCertificates(join(dataFolder, 'keys'), [], new Date().toISOString())
    for (const host of [ownAddress, '127.0.0.1', 'localhost']) {
      const url = `https://${host}:${lan.port}`
      expect((await ask(`${url}/healthz`, { ca })).status).toBe(200)
      const given = await ask(`${url}/ca.crt`, { ca })
      expect([given.headers['content-type'], new X509Certificate(given.text).ca]).toEqual(['application/x-x509-ca-cert', true])
      const desk = await openDesk(url, signIn(), {}, { ca: given.text })
      expect(await desk.call('demo.echo', { text: 'a' })).toMatchObject({ ok: true })
    }
    await expect(ask(`https://${ownAddress}:${lan.port}/healthz`)).rejects.toThrow(/certificate/i)
    await expect(ask(`http://${ownAddress}:${lan.port}/healthz`)).rejects.toThrow()
    expect(lan.url).toMatch(/^https:/)
  })

  test('loopback is plain, and has no authority to give', async () => {
    const { lan } = await startHost()
    expect(lan.url).toBe(`http://127.0.0.1:${lan.port}`)
    expect((await ask(`${lan.url}/ca.crt`)).status).toBe(404)
  })

  test('a new address is in the certificate without a restart', async () => {
    const addresses = ['10.1.1.1']
    const { lan } = await startHost({ bind: '0.0.0.0', networkAddresses: () => addresses, limits: { addressCheck: 50 } })
    const shown = () => new Promise<string | undefined>((resolve, reject) => {
      const socket = connectSecurely({ host: '127.0.0.1', port: lan.port, rejectUnauthorized: false }, () => {
        resolve(socket.getPeerCertificate().subjectaltname)
        socket.destroy()
      })
      socket.on('error', reject)
    })
    expect(await shown()).toContain('10.1.1.1')
    addresses[0] = '10.1.1.2'
    await vi.waitFor(async () => expect(await shown()).toContain('10.1.1.2'), { timeout: 45_000, interval: 100 })
    expect(await shown()).not.toContain('10.1.1.1')
  })

  test('a port in use is said plainly', async () => {
    const { lan, dataFolder } = await startHost()
    await expect(startHost({ port: lan.port, dataFolder })).rejects.toThrow(`Port ${lan.port} of 127.0.0.1 is in use`)
    await expect(startHost({ bind: '192.0.2.254', networkAddresses: () => [] })).rejects.toThrow('192.0.2.254 is not an address of this computer')
  })
})

describe('certificates', () => {
  const names = ['localhost', 'pabrik-1', 'pabrik-1.local', '127.0.0.1', '192.168.1.5', 'fd00::5', '::1']
  const now = '2026-11-20T03:00:00.000Z'

  test('are of one authority, cover every name and are readable by nobody else', async () => {
    const folder = join(temporaryFolder(), 'keys')
    const { cert, ca } = await ensureCertificates(folder, names, now)
    const [leaf, authority] = [new X509Certificate(cert), new X509Certificate(ca)]
    expect([authority.ca, leaf.ca, leaf.checkIssued(authority), leaf.verify(authority.publicKey)]).toEqual([true, false, true, true])
    expect(authority.publicKey.asymmetricKeyDetails).toEqual({ namedCurve: 'prime256v1' })
    for (const name of ['localhost', 'pabrik-1.local']) expect(leaf.checkHost(name)).toBe(name)
    for (const address of ['192.168.1.5', 'fd00::5', '::1']) expect(leaf.checkIP(address)).toBe(address)
    expect(readdirSync(folder).map(name => statSync(join(folder, name)).mode & 0o777)).toEqual([0o600, 0o600])
  })

  test('stay as they are until a name changes or the end is near', async () => {
    const folder = temporaryFolder()
    const first = await ensureCertificates(folder, names, now)
    expect(await ensureCertificates(folder, [...names].reverse(), '2027-11-01T00:00:00.000Z')).toEqual(first)
    const moved = await ensureCertificates(folder, [...names, '192.168.1.6'], now)
    expect([moved.ca === first.ca, moved.cert === first.cert, moved.key === first.key]).toEqual([true, false, false])
    const fewer = await ensureCertificates(folder, names.slice(1), now)
    expect(new X509Certificate(fewer.cert).checkHost('localhost')).toBeUndefined()
    const late = await ensureCertificates(folder, names.slice(1), '2027-12-01T00:00:00.000Z')
    expect([late.ca === first.ca, late.cert === fewer.cert]).toEqual([true, false])
    const setBack = await ensureCertificates(folder, names, '2009-01-01T00:00:00.000Z')
    expect([setBack.ca === first.ca, new X509Certificate(setBack.cert).validFrom]).toEqual([true, expect.stringContaining('2008')])
  })

  test('that are damaged are issued anew', async () => {
    const folder = temporaryFolder()
    const first = await ensureCertificates(folder, names, now)
    writeFileSync(join(folder, 'host.pem'), first.cert.slice(0, 100))
    const second = await ensureCertificates(folder, names, now)
    expect([second.ca === first.ca, new X509Certificate(second.cert).verify(new X509Certificate(first.ca).publicKey)]).toEqual([true, true])
    writeFileSync(join(folder, 'authority.pem'), first.key + first.ca)
    const third = await ensureCertificates(folder, names, now)
    expect(third.ca).not.toBe(first.ca)
    expect(new X509Certificate(third.cert).verify(new X509Certificate(third.ca).publicKey)).toBe(true)
  })
})

describe('the description for other programs', () => {
  type Document = Record<'paths', Record<string, { post: Record<string, unknown> }>> & { openapi: string; components: Record<string, Record<string, object>> }

  test('names every procedure but the internal ones, as they travel', async () => {
    const { lan } = await startHost()
    const told = await ask(`${lan.url}/api/v1/openapi.json`)
    const document = told.json() as Document
    expect([told.status, document.openapi]).toEqual([200, '3.1.0'])
    expect(Object.keys(document.paths)).toEqual(Object.keys(contract.demo).filter(name => name !== 'internalOnly').map(name => `/api/v1/demo/${name}`))
    expect(document.paths['/api/v1/demo/kanbanOnly']?.post).toMatchObject({ operationId: 'demo.kanbanOnly', 'x-permission': 'kanban.view', 'x-kind': 'query', security: [{ bearer: [] }, { apiKey: [] }] })
    expect(document.paths['/api/v1/demo/login']?.post).toMatchObject({ security: [], 'x-permission': null })
    expect(document.paths['/api/v1/demo/save']?.post.parameters).toEqual([{ $ref: '#/components/parameters/ReplayKey' }])
    const amount = { anyOf: [{ type: 'string', pattern: expect.any(String) as string }, { type: 'number' }] }
    for (const side of ['input', 'output']) expect(document.components.schemas?.[`demo.weigh.${side}`]).toMatchObject({ type: 'object', properties: { amount } })
  })

  test('has no reference that leads nowhere, in recursive schemas too', async () => {
    const { lan } = await startHost()
    const told = await ask(`${lan.url}/api/v1/openapi.json`)
    const document = told.json() as Document
    const references = [...told.text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path)
    expect(references.some(path => path.startsWith('components/schemas/demo.tree.output'))).toBe(true)
    expect(told.text.match(/"\$ref":"(?!#\/components\/)/)).toBeNull()
    for (const path of references) {
      expect(path.split('/').reduce<unknown>((at, key) => (at as Record<string, unknown> | undefined)?.[key], document), path).toBeDefined()
    }
  })
})

describe('a window of this computer', () => {
  type Host = Awaited<ReturnType<typeof startHost>>

  /** A line as the program around the windows holds it: what arrives is taken one by one. */
  function openLine({ lan }: Pick<Host, 'lan'>) {
    const { port1, port2 } = new MessageChannel()
    const arrived: (string | null)[] = []
    port1.on('message', (frame: string | null) => arrived.push(frame))
    port1.on('close', () => arrived.at(-1) === null || arrived.push(null))
    stops.push(() => port1.close())
    lan.serveWindow({ kind: 'line', port: port2 })
    return {
      send: (frame: unknown) => port1.postMessage(JSON.stringify(frame)),
      raw: (message: unknown) => port1.postMessage(message),
      end: () => port1.close(),
      async next(): Promise<Frame | null> {
        await vi.waitFor(() => expect(arrived.length).toBeGreaterThan(0), { timeout: 45_000 })
        const frame = arrived.shift()!
        return frame === null ? null : (JSON.parse(frame) as Frame)
      },
    }
  }
  /** What a port answers in the end, and how often it asked for more. */
  function openPort() {
    const { port1, port2 } = new MessageChannel()
    const told = { more: 0, reply: undefined as FileReply<Record<string, unknown>> | undefined, isClosed: false }
    port1.on('message', (message: 'more' | FileReply<Record<string, unknown>>) => {
      if (message === 'more') told.more += 1
      else told.reply = message
    })
    port1.on('close', () => (told.isClosed = true))
    stops.push(() => port1.close())
    const replied = async () => {
      await vi.waitFor(() => expect(told.reply).toBeDefined(), { timeout: 45_000 })
      return told.reply!
    }
    return { port: port1, theirs: port2, told, replied }
  }

  test('may call what is public before it says who it is, as this computer and its desk, and nothing else', async () => {
    const host = await startHost()
    const line = openLine(host)
    line.send({ id: 1, call: 'demo.whoAmI', deskId: 'desk-7' })
    expect(await line.next()).toEqual({ id: 1, ok: true, value: { userId: '', deskId: 'desk-7', ip: '127.0.0.1' }, tag: 'tag-1' })
    line.send({ id: 2, call: 'demo.echo', input: { text: 'a' } })
    expect(await line.next()).toMatchObject({ id: 2, ok: false, code: 'signed-out' })
    line.send({ id: 3, call: 'demo.internalOnly', input: {} })
    expect(await line.next()).toMatchObject({ id: 3, ok: false, code: 'not-found' })
    line.send({ ping: 4 })
    expect(await line.next()).toEqual({ pong: 4 })
  })

  test('is a desk like any other once it has said hello, and hears that its session ended', async () => {
    const host = await startHost()
    const token = host.signIn({ ip: '10.0.0.9', permissions: ['kanban.view'], sections: 'all' })
    const line = openLine(host)
    line.send({ token, deskId: 'desk-1' })
    expect(await line.next()).toEqual({ welcome: true, seq: 0, epoch: 'epoch-1', version: '9.9.9' })
    line.send({ id: 1, call: 'demo.whoAmI' })
    expect(await line.next()).toMatchObject({ value: { userId: 'user-1', ip: '127.0.0.1' } })
    host.change({ entity: 'kanbanCard', id: 'card-1', sectionId: null })
    expect(await line.next()).toMatchObject({ events: [{ entity: 'kanbanCard', id: 'card-1' }] })
    host.signOut(token)
    expect([await line.next(), await line.next()]).toEqual([{ ended: 'signed-out' }, null])
  })

  test('counts with everybody of this computer: a login is not tried without end', async () => {
    const host = await startHost({ limits: { publicCallsPerMinute: 2 } })
    const line = openLine(host)
    for (const id of [1, 2]) {
      line.send({ id, call: 'demo.login', input: { text: 'x' } })
      expect(await line.next()).toMatchObject({ id, ok: true })
    }
    line.send({ id: 3, call: 'demo.login', input: { text: 'x' } })
    expect(await line.next()).toMatchObject({ id: 3, ok: false, code: 'rate-limited' })
    expect((await call(host.lan.url, 'demo/login', { text: 'x' })).status).toBe(429)
  })

  test('sends no more at once than anybody may: 4 KiB as a stranger, 1 MiB as a desk', async () => {
    const host = await startHost()
    const stranger = openLine(host)
    stranger.send({ id: 1, call: 'demo.login', input: { text: 'x'.repeat(5000) } })
    expect([await stranger.next(), await stranger.next()]).toEqual([{ ended: 'too-large' }, null])
    const line = openLine(host)
    line.send({ token: host.signIn(), deskId: 'desk-1' })
    await line.next()
    line.send({ id: 1, call: 'demo.echo', input: { text: 'ü'.repeat(600_000) } })
    expect([await line.next(), await line.next()]).toEqual([{ ended: 'too-large' }, null])
  })

  test('that reads nothing is cut; one that says what it has taken is not', async () => {
    const host = await startHost({ limits: { unread: 300_000 } })
    const answered = async (takes: boolean) => {
      const line = openLine(host)
      line.send({ token: host.signIn(), deskId: 'desk-1' })
      await line.next()
      for (const id of [1, 2, 3, 4]) {
        line.send({ id, call: 'demo.fill', input: { length: 200_000 } })
        const frame = await line.next()
        if (frame === null) return id
        if (takes) line.raw(200_000)
      }
      return 'all'
    }
    expect(await answered(true)).toBe('all')
    expect(await answered(false)).toBe(3)
  }, 300_000)

  test('that goes takes its jobs with it', async () => {
    const host = await startHost()
    const line = openLine(host)
    line.send({ token: host.signIn(), deskId: 'desk-1' })
    await line.next()
    line.send({ id: 1, call: 'demo.endless', input: {} })
    await vi.waitFor(() => expect(host.jobs.running).toBe(1))
    line.end()
    await vi.waitFor(() => expect(host.jobs).toEqual({ running: 0, cancelled: 1 }))
  })

  test('sends a file piece by piece, as there is room, and is given its ticket', async () => {
    const { lan, signIn, files, sessionOf } = await startHost()
    const token = signIn()
    const { port, theirs, told, replied } = openPort()
    lan.serveWindow({ kind: 'upload', port: theirs, token, name: 'stok awal.csv', mediaType: 'text/csv' })
    for (const piece of ['a;b\n', '1;2\n']) {
      await vi.waitFor(() => expect(told.more).toBeGreaterThan(0))
      told.more -= 1
      port.postMessage(Buffer.from(piece))
    }
    port.postMessage('end')
    const reply = await replied()
    expect(reply).toMatchObject({ ok: true, value: { name: 'stok awal.csv', mediaType: 'text/csv', size: 8 } })
    if (reply.ok) expect(readFileSync(files.claim(sessionOf(token), reply.value.ticket as string).path, 'utf8')).toBe('a;b\n1;2\n')
    await vi.waitFor(() => expect(told.isClosed).toBe(true))
  })

  test('that breaks an upload off, sends too much or is nobody leaves nothing behind', async () => {
    const { lan, signIn, workFolder } = await startHost()
    const broken = openPort()
    lan.serveWindow({ kind: 'upload', port: broken.theirs, token: signIn(), name: 'a', mediaType: 'text/csv' })
    await vi.waitFor(() => expect(broken.told.more).toBe(1))
    broken.port.postMessage(Buffer.from('half'))
    broken.port.close()
    const large = openPort()
    lan.serveWindow({ kind: 'upload', port: large.theirs, token: signIn(), name: 'a', mediaType: 'text/csv' })
    await vi.waitFor(() => expect(large.told.more).toBe(1))
    large.port.postMessage(Buffer.alloc(100_001))
    expect(await large.replied()).toMatchObject({ ok: false, code: 'file-too-large' })
    const nobody = openPort()
    lan.serveWindow({ kind: 'upload', port: nobody.theirs, token: 'none', name: 'a', mediaType: 'text/csv' })
    expect(await nobody.replied()).toMatchObject({ ok: false, code: 'signed-out' })
    const bound = openPort()
    lan.serveWindow({ kind: 'upload', port: bound.theirs, token: signIn({ mustChangePassword: true }), name: 'a', mediaType: 'text/csv' })
    expect(await bound.replied()).toMatchObject({ ok: false, code: 'password-change-needed' })
    await vi.waitFor(() => expect(readdirSync(workFolder)).toEqual([]))
  })

  test('spends a ticket once', async () => {
    const { lan, files, signIn, sessionOf } = await startHost()
    const file = files.create('laporan.pdf', 'application/pdf')
    writeFileSync(file.path, '%PDF-')
    const { ticket } = await files.offer(sessionOf(signIn()), file)
    const redeem = async () => {
      const { theirs, replied } = openPort()
      lan.serveWindow({ kind: 'redeem', port: theirs, ticket })
      return replied()
    }
    expect(await redeem()).toEqual({ ok: true, value: { ...file, size: 5 } })
    expect(await redeem()).toEqual({ ok: false, code: 'ticket-invalid', params: {} })
  })
})

// What is served: a contract as small as it can be, on the real dispatch, sessions, events and files.

interface Tree { name: string; children: Tree[] }
const Tree: z.ZodType<Tree> = z.object({
  name: z.string(),
  get children() {
    return z.array(Tree)
  },
})
const text = z.object({ text: z.string() })
const nothing = z.object({})

const contract = {
  demo: {
    echo: query({ permission: anySession, reads: [], input: text, output: text }),
    fill: query({ permission: anySession, reads: [], input: z.object({ length: z.int() }), output: text }),
    weigh: query({ permission: anySession, reads: [], input: z.object({ amount: DecimalSchema }), output: z.object({ amount: DecimalSchema }) }),
    tree: query({ permission: anySession, reads: [], input: nothing, output: Tree }),
    kanbanOnly: query({ permission: 'kanban.view', reads: [], input: nothing, output: nothing }),
    internalOnly: command({ permission: anySession, visibility: 'internal', writes: [], input: nothing, output: nothing }),
    login: command({ permission: anySession, visibility: 'public', writes: [], input: text, output: nothing }),
    whoAmI: query({ permission: anySession, visibility: 'public', reads: [], input: z.undefined(), output: z.object({ userId: z.string(), deskId: z.string(), ip: z.string() }) }),
    refuse: command({ permission: anySession, writes: [], input: z.object({ code: z.enum(errorCodes) }), output: nothing }),
    fail: command({ permission: anySession, writes: [], input: nothing, output: nothing }),
    save: command({ permission: anySession, writes: [], input: nothing, output: z.object({ deskSeq: z.int() }) }),
    endless: job({ permission: anySession, lane: 'bulk', input: nothing, output: nothing }),
  },
} satisfies Contract

const handlers = {
  demo: {
    echo: (_context: unknown, input: unknown) => input,
    fill: (_context: unknown, { length }: { length: number }) => ({ text: 'x'.repeat(length) }),
    weigh: () => ({}),
    tree: () => ({}),
    kanbanOnly: () => ({}),
    internalOnly: () => ({}),
    login: () => ({}),
    whoAmI: ({ userId, deskId, ip }: Session) => ({ userId, deskId, ip }),
    refuse: (_context: unknown, { code }: { code: (typeof errorCodes)[number] }) => {
      throw new AppError(code, { seconds: 3 })
    },
    fail: () => {
      throw new Error('A fault of ours')
    },
    save: () => ({}),
    endless: () => ({}),
  },
}

interface Person { userId?: string; permissions?: Permission[]; sections?: 'all' | string[]; ip?: string; mustChangePassword?: boolean }
type Changed = Pick<Change, 'entity' | 'id'> & { sectionId?: string | null; userId?: string }

async function startHost({ limits, ...more }: Partial<LanParts> & { limits?: Partial<LanLimits> } = {}) {
  const dataFolder = more.dataFolder ?? temporaryFolder()
  const clock = { now: '2026-11-20T03:00:00.000Z' }
  const writer = new BetterSqlite(':memory:')
  migrate(writer, readMigrations(new URL('../migrations/', import.meta.url)))
  const events = createEventLog(writer, { error: () => {} })
  const people = new Map<string, Session>()
  const sessions = createSessions({
    hashOf: hashOfToken,
    events, now: () => clock.now, idleMinutes: () => 480,
    load: hash => {
      const session = people.get(hash)
      return session && { session, expiresAt: '2026-11-27T03:00:00.000Z', lastSeenAt: '2026-11-20T03:00:00.000Z', idles: 'usual' as const }
    },
  })
  const workFolder = join(dataFolder, 'work')
  const files = createFileStore({ folder: workFolder, now: () => clock.now, maximumBytes: 100_000 })
  const jobs = { running: 0, cancelled: 0 }
  const log = { error: () => {}, info: () => {} }
  const run = ({ name, handler }: Found, session: Session, input: unknown): Answer => {
    try {
      return { ok: true, json: JSON.stringify(handler(session, input)) }
    } catch (error) {
      return failureOf(name, error, log)
    }
  }
  const dispatch = createDispatch({
    replays: { answered: () => undefined },
    find: procedureFinder(contract, handlers), storage: createStorage(log, () => {}), log, measures: { note: () => {} }, warn: () => {}, isTraining: () => false,
    queries: {
      kept: 0,
      changed: () => {},
      run: (found, session, input, known) => {
        const answer = run(found, session, input)
        if (!answer.ok) throw new AppError(answer.code, answer.params)
        return known === 'tag-1' ? { ok: true, json: 'null', tag: 'tag-1', unchanged: true } : { ...answer, tag: 'tag-1' }
      },
    },
    queue: async ({ found, session, input, replay }) => (replay ? { ok: true, json: JSON.stringify({ deskSeq: replay.key.deskSeq }) } : run(found, session, input)),
    jobs: {
      run: (_found, _session, _input, { signal, onProgress }) => new Promise(resolve => {
        jobs.running += 1
        onProgress?.({ stage: 'working', done: 1, total: 2 })
        signal?.addEventListener('abort', () => {
          jobs.running -= 1
          jobs.cancelled += 1
          resolve({ ok: false, code: 'cancelled', params: {} })
        })
      }),
    },
  })
  function change(...changes: Changed[]): void {
    const news = events.stage(clock.now, changes.map(({ entity, id, ...scope }) => ({ entity, id, before: null, after: scope })))
    events.settle()
    events.publish(news)
  }
  function signIn({ permissions = [], sections = [], ...person }: Person = {}): string {
    const token = newId()
    people.set(hashOfToken(token), {
      ...visitor('desk-1', '127.0.0.1'), id: newId(), userId: 'user-1', ...person, permissions: new Set(permissions), sections: sections === 'all' ? 'all' : new Set(sections),
    })
    return token
  }
  function announce(token: string): void {
    change({ entity: 'session', id: token })
  }
  const lan = await startLan({
    bind: '127.0.0.1', port: 0, rendererFolder: undefined, version: '9.9.9', contract, dispatch, sessions, online: createOnlineDesks(), warn: () => {}, keyCallsPerMinute: () => 60, events, files, log,
    epoch: () => 'epoch-1', siteName: () => 'Pabrik Uji', condition: createCondition(), ...more, dataFolder, limits: { closing: 500, ...limits },
  })
  stops.push(() => lan.close())
  return {
    lan, files, clock, jobs, dataFolder, workFolder, change, signIn,
    sessionOf: (token: string) => people.get(hashOfToken(token))!,
    signOut(token: string) {
      people.delete(hashOfToken(token))
      announce(token)
    },
    grant(token: string, { permissions, sections }: { permissions: Permission[]; sections: 'all' }) {
      people.set(hashOfToken(token), { ...people.get(hashOfToken(token))!, permissions: new Set(permissions), sections })
      announce(token)
    },
  }
}

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-lan-'))
  stops.push(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

function ask(url: string, { body, ...options }: Asked = {}): Promise<Told> {
  const { promise, resolve, reject } = Promise.withResolvers<Told>()
  const request = (url.startsWith('https') ? secureRequest : plainRequest)(url, { agent: false, ...options }, response => {
    const chunks: Buffer[] = []
    response.on('data', (chunk: Buffer) => chunks.push(chunk))
    response.on('error', reject)
    response.on('end', () => {
      const told = Buffer.concat(chunks).toString()
      resolve({ status: response.statusCode ?? 0, headers: response.headers, text: told, json: () => JSON.parse(told) as unknown })
    })
  })
  request.on('error', reject)
  request.end(body)
  return promise
}

function call(url: string, path: string, input: unknown, headers: Record<string, string> = {}): Promise<Told> {
  const content = input === undefined ? {} : { body: JSON.stringify(input) }
  return ask(`${url}/api/v1/${path}`, { method: 'POST', headers: { ...(input === undefined ? {} : { 'content-type': 'application/json' }), ...headers }, ...content })
}

/** An open socket: its frames are taken one by one. */
async function openSocket(url: string, options: ClientOptions = {}) {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/ws`, options)
  const frames: Frame[] = []
  const takers: ((frame: Frame) => void)[] = []
  const closed = new Promise<number>(resolve => socket.on('close', resolve))
  socket.on('error', () => {})
  socket.on('message', data => {
    const frame = JSON.parse((data as Buffer).toString()) as Frame
    const taker = takers.shift()
    if (taker) taker(frame)
    else frames.push(frame)
  })
  stops.push(() => socket.terminate())
  await new Promise((resolve, reject) => {
    socket.on('open', resolve)
    socket.on('error', reject)
  })
  return {
    socket, frames, closed,
    send: (frame: unknown) => socket.send(JSON.stringify(frame)),
    async next(): Promise<Frame> {
      const waiting = frames.shift()
      return waiting ?? new Promise(resolve => takers.push(resolve))
    },
  }
}

/** A desk that has said hello. */
async function openDesk(url: string, token: string, hello: object = {}, options: ClientOptions = {}) {
  const desk = await openSocket(url, options)
  desk.send({ token, deskId: 'desk-1', ...hello })
  const welcome = await desk.next()
  let lastId = 0
  return {
    ...desk,
    welcome,
    call(name: string, input: unknown): Promise<Frame> {
      lastId += 1
      desk.send({ id: lastId, call: name, input })
      return desk.next()
    },
  }
}
