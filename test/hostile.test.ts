import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { HostFrame, Reply } from '../shared/core/frames.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { login, openDesk, post, startHostProcess, type BareDesk, type HostProcess } from './support/host-process.ts'
import { WebSocket } from 'ws'
import { demoLogins } from '../src-main/demo/logins.ts'

/** A real host with the demo factory, and everything a hostile or broken desk may send it. */
let folder: string
let host: HostProcess
let desk: BareDesk
let token: string
let sewing: BareDesk
const passwordOf = (username: string) => demoLogins.find(entry => entry.username === username)!.password

beforeAll(async () => {
  folder = temporaryFolder()
  host = await startHostProcess(folder, { args: ['--demo'] })
  token = await login(host.url, 'gudang', passwordOf('gudang'), 'desk-w')
  desk = await openDesk(host.url, token, 'desk-w')
  sewing = await openDesk(host.url, await login(host.url, 'jahit', passwordOf('jahit'), 'desk-s'), 'desk-s')
}, 300_000)
afterAll(async () => {
  desk.close()
  sewing.close()
  expect(await host.stop()).toBe(0)
  expect(host.output()).not.toMatch(/Error|at file:/)
  removeFolder(folder)
})

const stillAnswers = async () => expect(await desk.call({ call: 'masters.listUnits', input: {} })).toMatchObject({ ok: true })
const someItem = async (): Promise<string> => {
  const { value } = (await sewing.call({ call: 'masters.findItems', input: { search: 'KM-KT-C' } })) as { value: { rows: { id: string }[] } }
  return value.rows[0]!.id
}
const ownSection = async (of: BareDesk): Promise<string> => ((await of.call({ call: 'identity.whoAmI', input: {} })) as { value: { sectionId: string } }).value.sectionId
const card = async () => ({ sectionId: await ownSection(sewing), itemId: await someItem(), quantity: '5', priority: 'NORMAL', neededBy: '2099-01-01', notes: '' })

describe('names', () => {
  test.each(['kanban', '__proto__.toString', 'constructor.constructor', 'kanban.hasOwnProperty', 'kanban.createCard.call', 'identity.createFactory'])(
    'an unknown or inner name is not found: %s', async name => {
      expect(await desk.call({ call: name, input: {} })).toMatchObject({ ok: false, code: 'not-found' })
    })

  test('no name and an endless one are refused', async () => {
    for (const name of ['', 'x'.repeat(4000)]) expect(await desk.call({ call: name, input: {} })).toMatchObject({ ok: false, code: 'invalid-input' })
  })
})

describe('frames', () => {
  test.each([
    ['no JSON', '{'], ['a list', '[]'], ['a number', '7'], ['null', 'null'], ['no call', '{"id":1}'], ['a wrong id', '{"id":"x","call":"masters.listUnits"}'],
    ['a wrong call', '{"id":1,"call":{}}'], ['a prototype', '{"__proto__":{"id":1},"constructor":1}'], ['deep nesting', `{"id":1,"call":"masters.listUnits","input":${'['.repeat(5000)}${']'.repeat(5000)}}`],
  ])('%s gets a clear error and the desk goes on', async (_, text) => {
    const own = await openDesk(host.url, token, 'desk-w')
    own.socket.send(text)
    await expect.poll(() => own.frames.find(frame => 'ok' in frame)).toMatchObject({ ok: false, code: 'invalid-input' })
    expect(await own.call({ call: 'masters.listUnits', input: {} })).toMatchObject({ ok: true })
    own.close()
  })

  test('a binary frame is refused or ignored, and the host goes on', async () => {
    const own = await openDesk(host.url, token, 'desk-w')
    own.socket.send(Buffer.from([0, 255, 254, 1]))
    await stillAnswers()
    own.close()
  })

  test('an oversized frame ends that desk only', async () => {
    const own = await openDesk(host.url, token, 'desk-w')
    const closed = new Promise(resolve => own.socket.once('close', resolve))
    own.socket.send(JSON.stringify({ id: 1, call: 'masters.listUnits', input: { search: 'x'.repeat(1_100_000) } }))
    await closed
    await stillAnswers()
  })

  test.each([['a false token', { token: 'x'.repeat(43), deskId: 'd' }], ['no token', { deskId: 'd' }], ['an oversized first frame', { token: 'x'.repeat(10_000), deskId: 'd' }]])(
    '%s is turned away', async (_, hello) => {
      const socket = new WebSocket(`${host.url.replace('http', 'ws')}/ws`)
      const frames: HostFrame[] = []
      socket.on('message', (data: Buffer) => frames.push(JSON.parse(data.toString()) as HostFrame))
      socket.on('error', () => {})
      socket.on('open', () => socket.send(JSON.stringify(hello)))
      await new Promise(resolve => socket.once('close', resolve))
      expect(frames.some(frame => 'welcome' in frame)).toBe(false)
      await stillAnswers()
    })

  test('an ended session is told so and closed at once', async () => {
    const brief = await login(host.url, 'gudang', passwordOf('gudang'), 'desk-b')
    const own = await openDesk(host.url, brief, 'desk-b')
    const closed = new Promise(resolve => own.socket.once('close', resolve))
    expect(await post(host.url, 'identity.logout', {}, { authorization: `Bearer ${brief}` })).toMatchObject({ ok: true })
    await closed
    expect(own.frames.at(-1)).toEqual({ ended: 'signed-out' })
    expect(await post(host.url, 'masters.listUnits', {}, { authorization: `Bearer ${brief}` })).toMatchObject({ code: 'signed-out' })
  })
})

describe('values', () => {
  test.each([
    ['a negative quantity', { quantity: '-5' }, ['quantity']], ['zero', { quantity: '0' }, ['quantity']], ['a huge quantity', { quantity: '99999999999999999999' }, ['quantity']],
    ['too fine a quantity', { quantity: '1.00001' }, ['quantity']], ['an exponent', { quantity: '1e3' }, ['quantity']], ['infinity', { quantity: 'Infinity' }, ['quantity']],
    ['a wrong type', { quantity: { $gt: 0 } }, ['quantity']], ['5,000 characters', { notes: 'x'.repeat(5000) }, ['notes']], ['control characters', { notes: 'a\u0000b' }, ['notes']],
    ['a date that is none', { neededBy: '2026-02-30' }, ['neededBy']], ['an unknown priority', { priority: 'SOON' }, ['priority']], ['an id that is none', { itemId: "' or 1=1 --" }, ['itemId']],
  ])('%s is refused and names its field', async (_, part, path) => {
    const reply = await sewing.call({ call: 'kanban.createCard', input: { ...(await card()), ...part } })
    expect(reply).toMatchObject({ ok: false, code: 'invalid-input', params: { issues: [{ path }] } })
  })

  test('SQL in a text is text', async () => {
    const notes = `'); drop table kanbanCard; --`
    const reply = (await sewing.call({ call: 'kanban.createCard', input: { ...(await card()), notes } })) as Reply & { value: { id: string } }
    expect(reply).toMatchObject({ ok: true })
    expect(await sewing.call({ call: 'kanban.getCard', input: { id: reply.value.id } })).toMatchObject({ ok: true, value: { card: { notes } } })
  })

  test('a foreign section is refused, read or written', async () => {
    const foreign = await ownSection(desk)
    expect(await sewing.call({ call: 'kanban.createCard', input: { ...(await card()), sectionId: foreign } })).toMatchObject({ ok: false, code: 'foreign-section' })
    expect(await sewing.call({ call: 'kanban.getSectionDashboard', input: { sectionId: foreign } })).toMatchObject({ ok: false, code: 'foreign-section' })
  })

  test('a procedure beyond the role is forbidden', async () => {
    expect(await sewing.call({ call: 'masters.createUnit', input: { code: 'zz', name: 'zz', places: 0 } })).toMatchObject({ ok: false, code: 'forbidden', params: { needed: 'masters.create' } })
  })

  test('a command sent twice is done once; the key of another desk is refused', async () => {
    const input = { ...(await card()), notes: 'twice' }
    const [first, second] = await Promise.all([1, 2].map(() => sewing.call({ call: 'kanban.createCard', input, replayKey: 'desk-s:1' })))
    expect((second as { value: unknown }).value).toEqual((first as { value: unknown }).value)
    expect(await sewing.call({ call: 'kanban.createCard', input: { ...input, notes: 'other' }, replayKey: 'desk-s:1' })).toMatchObject({ code: 'replay-mismatch' })
    expect(await sewing.call({ call: 'kanban.createCard', input, replayKey: 'desk-w:9' })).toMatchObject({ code: 'invalid-input' })
  })
})

describe('HTTP', () => {
  test.each([
    ['no token', 401, 'masters/listUnits', {}, {}], ['a false token', 401, 'masters/listUnits', { authorization: 'Bearer nonsense' }, {}],
    ['an unknown procedure', 404, '__proto__/toString', {}, {}], ['faulty input', 400, 'identity/login', {}, { username: 5 }],
  ] as const)('%s answers in the one error shape', async (_, status, path, headers, input) => {
    const response = await fetch(`${host.url}/api/v1/${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(input) })
    expect(response.status).toBe(status)
    expect(await response.json()).toMatchObject({ ok: false, code: expect.any(String) as string })
    await stillAnswers()
  })

  test('broken JSON, another content type and a huge body are refused', async () => {
    const send = (body: string, type = 'application/json') => fetch(`${host.url}/api/v1/identity/login`, { method: 'POST', headers: { 'content-type': type }, body })
    expect((await send('{')).status).toBe(400)
    expect([400, 415]).toContain((await send('<x/>', 'text/xml')).status)
    expect((await send(JSON.stringify({ username: 'x'.repeat(2_000_000) }))).status).toBe(413)
    await stillAnswers()
  })

  test('the API describes itself', async () => {
    const document = (await (await fetch(`${host.url}/api/v1/openapi.json`)).json()) as { openapi: string; paths: Record<string, unknown> }
    expect(document.openapi).toMatch(/^3\.1/)
    expect(document.paths).toHaveProperty(['/api/v1/kanban/createCard'])
    expect(document.paths).not.toHaveProperty(['/api/v1/identity/createFactory'])
  })
})
