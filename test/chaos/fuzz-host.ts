import { Agent, request } from 'node:http'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { expect } from 'vitest'
import { WebSocket } from 'ws'
import { contract } from '../../shared/contract.ts'
import { errorCodes } from '../../shared/core/errors.ts'
import type { Procedure } from '../../shared/core/procedure.ts'
import { demoLogins } from '../../src-main/demo/logins.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { login, startHostProcess, type HostProcess } from '../support/host-process.ts'
import type { Pointers } from './fuzz-values.ts'

export type Way = 'socket' | 'http'

/** A demo factory's host, with people of several roles at it who send it whatever they are told to. */
export interface FuzzHost {
  readonly url: string
  readonly pid: number
  /** Ids of rows by the name of a field that points to them; a plain `id` is one of the entity's. */
  pointers(entity: string | undefined): Pointers
  readonly folder: string
  /** Sends the input as it stands; what comes back as text. */
  call(person: string, name: string, input: string, way: Way): Promise<string>
  upload(person: string, name: string, content: Buffer): Promise<string>
  tokenOf(person: string): Promise<string>
  /** Waits until the host says that it is well. */
  isWell(): Promise<void>
  /** Ends it as a person would, and looks at what it logged. */
  stop(): Promise<void>
  /** How often it was begun anew because nobody could sign in any more: strange calls lock people out by right. */
  readonly renewals: number
}

const passwordOf = (username: string) => demoLogins.find(entry => entry.username === username)!.password

export async function startFuzzHost(): Promise<FuzzHost> {
  let folder: string
  let host: HostProcess
  let lines = new Map<string, Promise<Line>>()
  let renewals = 0

  async function begin(): Promise<void> {
    folder = temporaryFolder()
    host = await startHostProcess(folder, { args: ['--demo'] })
    lines = new Map()
  }
  async function end(): Promise<void> {
    for (const line of lines.values()) (await line.catch(() => undefined))?.close()
    const code = await host.stop()
    const printed = host.output()
    removeFolder(folder)
    expect(code).toBe(0)
    expect(printed).not.toMatch(ourFaults)
  }
  async function lineOf(person: string): Promise<Line> {
    let line = lines.get(person)
    if (!line || (await line).isClosed()) lines.set(person, (line = openLine(host.url, person)))
    return line.catch(async () => {
      renewals += 1
      // Also when it ended badly: one fault is one failed test, not all that follow.
      await end().finally(begin)
      return lineOf(person)
    })
  }
  await begin()
  return {
    get url() {
      return host.url
    },
    get pid() {
      return host.pid
    },
    get folder() {
      return folder
    },
    get renewals() {
      return renewals
    },
    pointers: entity => pointersOf(folder, entity),
    async call(person, name, input, way) {
      const line = await lineOf(person)
      return way === 'socket' ? line.call(name, input) : line.post(`/api/v1/${name.replace('.', '/')}`, 'application/json', Buffer.from(input))
    },
    async upload(person, name, content) {
      const line = await lineOf(person)
      return line.post(`/files?name=${encodeURIComponent(name)}`, 'application/octet-stream', content)
    },
    tokenOf: async person => (await lineOf(person)).token,
    async isWell() {
      const response = await fetch(`${host.url}/healthz`)
      expect(await response.json()).toMatchObject({ status: 'ok' })
    },
    stop: end,
  }
}

/** Lines that tell of a fault of the host's own: a stack, an unhandled rejection, a warning of Node's. */
export const ourFaults = /Error\b|\bat .*[:(]\d+:\d+|Unhandled|Warning:/

/** What an answer must never carry: stacks, paths, the database's own words, secrets. */
const secrets = /\.(ts|js|mjs):\d+|node:internal|\bat [\w.<>]+ \(|SQLITE_(?!FULL|READONLY|IOERR)|constraint failed|no such (table|column)|near "|passwordHash|tokenHash|\$2[aby]\$\d\d\$|\/(home|tmp|work)\//

/** The audit names the column whose value it masks; who looks after the host is told where its data and backups lie. */
const allowed = [/"field":"(passwordHash|tokenHash)"/g, /"(folder|path)":"[^"]*\/backups"/g, /"use":"\w+","folder":"[^"]*"/g]

/** What must hold for whatever is answered to anything; gives the code of a refusal. */
export function expectProper(name: string, text: string): string | undefined {
  expect(allowed.reduce((rest, fine) => rest.replaceAll(fine, ''), text), name).not.toMatch(secrets)
  const reply = JSON.parse(text) as { ok: boolean; code?: string; params?: { issues?: unknown }; value?: unknown }
  if (reply.ok) {
    expect(isAnswer(name, reply.value), `${name} answered in another shape than its contract's: ${text.slice(0, 500)}`).toBe(true)
    return undefined
  }
  expect(reply, name).toEqual({ ...(reply as { id?: number }), ok: false, code: expect.any(String) as string, params: expect.any(Object) as object })
  expect(errorCodes, name).toContain(reply.code)
  expect(reply.code, `${name}: ${text}`).not.toBe('unexpected')
  expect(reply.code, `${name}: ${text}`).not.toBe('storage-failed')
  if (reply.code === 'invalid-input') expect(reply.params!.issues, name).toEqual(expect.arrayContaining([expect.objectContaining({ path: expect.any(Array) as unknown[], reason: expect.any(String) as string })]))
  return reply.code
}

function isAnswer(name: string, value: unknown): boolean {
  const [module = '', member = ''] = name.split('.')
  const found = (contract as Record<string, Record<string, Procedure>>)[module]?.[member]
  return found === undefined || found.output.safeDecode(value).success
}

/** One person's ways in. */
interface Line {
  readonly token: string
  call(name: string, input: string): Promise<string>
  post(path: string, mediaType: string, body: Buffer): Promise<string>
  isClosed(): boolean
  close(): void
}

const patience = 60_000

async function openLine(url: string, person: string): Promise<Line> {
  const deskId = `desk-${person}`
  const token = await login(url, person, passwordOf(person), deskId)
  const socket = new WebSocket(`${url.replace('http', 'ws')}/ws`, { perMessageDeflate: false })
  const agent = new Agent({ keepAlive: true })
  const waiting = new Map<number, (text: string) => void>()
  let lastId = 0
  await new Promise<void>((resolve, reject) => {
    socket.on('error', reject)
    socket.on('open', () => socket.send(JSON.stringify({ token, deskId })))
    socket.on('message', (data: Buffer) => {
      const text = data.toString()
      if (text.startsWith('{"welcome"')) return resolve()
      const id = Number(/^\{"id":(\d+),"ok"/.exec(text)?.[1])
      waiting.get(id)?.(text)
      waiting.delete(id)
    })
  })
  // A session that a strange call ended is no fault: the person signs in again.
  socket.on('close', () => waiting.forEach(answer => answer(signedOut)))
  return {
    token,
    call: (name, input) => withPatience(name, new Promise(resolve => {
      if (socket.readyState !== socket.OPEN) return resolve(signedOut)
      lastId += 1
      waiting.set(lastId, resolve)
      socket.send(`{"id":${lastId},"call":"${name}","input":${input}}`)
    })),
    post: (path, mediaType, body) => withPatience(path, new Promise((resolve, reject) => {
      const sent = request(url + path, { method: 'POST', agent, headers: { authorization: `Bearer ${token}`, 'content-type': mediaType, 'content-length': body.length } }, response => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('error', reject)
        response.on('end', () => resolve(Buffer.concat(chunks).toString()))
      })
      sent.on('error', reject)
      sent.end(body)
    })),
    isClosed: () => socket.readyState !== socket.OPEN,
    close() {
      agent.destroy()
      socket.terminate()
    },
  }
}

const signedOut = '{"ok":false,"code":"signed-out","params":{}}'

function withPatience(what: string, answer: Promise<string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`${what} was not answered within ${patience / 1000} s`)), patience)
    answer.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

const ownBooks = ['loginLock', 'setting', 'importFile']
const shortNames: Readonly<Record<string, string>> = { store: 'location', supply: 'location', parent: 'section', batch: 'importBatch', card: 'kanbanCard' }

/** `itemId`, `fromLocationId`, `userIds`: rows of the table that the field's name ends with; any row's where there is none. */
function pointersOf(folder: string, entity: string | undefined): Pointers {
  const database = new BetterSqlite(join(folder, 'lantai.db'), { readonly: true })
  const tables = database.prepare("select m.name from sqlite_schema m join pragma_table_info(m.name) c on c.name = 'id' where m.type = 'table'").pluck().all() as string[]
  const ids = new Map(tables.filter(table => !ownBooks.includes(table)).map(table => [table, database.prepare(`select id from "${table}" order by random() limit 12`).pluck().all() as string[]]))
  database.close()
  const any = [...ids.values()].flat()
  return field => {
    if (/^(id|ids|upTo|since)$/.test(field)) return (entity === undefined ? undefined : ids.get(entity)) ?? any
    const [, word] = /^(\w+?)(?:Ids?)$/.exec(field) ?? []
    if (word === undefined) return ids.get(field) ?? []
    const table = shortNames[word] ?? tables.find(name => word.toLowerCase().endsWith(name.toLowerCase()))
    return (table === undefined ? undefined : ids.get(table)) ?? any
  }
}
