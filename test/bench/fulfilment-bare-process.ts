import { randomBytes } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import type { Database, Statement } from 'better-sqlite3'
import { WebSocketServer } from 'ws'
import { openReader, openWriter } from '../../src-main/database/open.ts'
import { serveTasks } from './child.ts'

/**
 * The floor of a scan: a bare `ws` server which, for each message, writes the very rows that a save of the host wrote, by prepared statements in one durable transaction on a copy of its database,
 * and sends the same answer back.
 */
type Book = 'auditEntry' | 'event'
/** Of a book, the number is given as it is written: it is only added to, in order. */
interface Write { readonly statement: Statement; readonly values: readonly unknown[]; readonly book?: Book }
interface Save { readonly writes: readonly Write[]; readonly answer: string }
interface Act { readonly entity: string; readonly entityId: string; readonly before: string | null; readonly after: string | null }

const saves = "('fulfilment.savePicked', 'fulfilment.saveChecked', 'fulfilment.saveContainers')"
let host: Database | undefined
let raw: Database | undefined
let ready: Save[] = []
const statements = new Map<string, Statement>()
const numbers = { auditEntry: 0, event: 0 }

const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
server.on('connection', socket => {
  socket.on('message', (data: Buffer) => {
    const { writes, answer } = ready[Number(data.toString())]!
    write(writes)
    socket.send(answer)
  })
})
await new Promise(resolve => server.once('listening', resolve))
let write: (writes: readonly Write[]) => void

const tasks = {
  url: () => `ws://127.0.0.1:${(server.address() as AddressInfo).port}`,
  /** Copies the host's database as it is now. */
  async open({ hostPath, copyPath }: { hostPath: string; copyPath: string }) {
    close()
    host = openReader(hostPath)
    await host.backup(copyPath)
    const copy = openWriter(copyPath)
    raw = copy
    const transaction = copy.transaction((writes: readonly Write[]) => {
      for (const { statement, values, book } of writes) {
        const { changes } = book === undefined ? statement.run(...values) : statement.run((numbers[book] += 1), ...values)
        if (changes !== 1) throw new Error(`The floor did not write what the host wrote: ${statement.source}`)
      }
    })
    write = writes => transaction.immediate(writes)
    for (const book of ['auditEntry', 'event'] as const) numbers[book] = copy.prepare(`select max(seq) from ${book}`).pluck().get() as number
  },
  /** Makes the newest saves of the host ready, each to be written once: so many there are. */
  load({ most }: { most: number }): number {
    const keys = host!.prepare(`select replayKey from auditEntry where procedure in ${saves} and replayKey is not null group by replayKey order by max(seq) desc limit ?`).pluck().all(most) as string[]
    ready = keys.reverse().map(saveOf)
    return ready.length
  },
}
export type FloorBareTasks = typeof tasks
serveTasks(tasks, close)

function close(): void {
  host?.close()
  raw?.close()
  statements.clear()
}

/** The rows as they were changed, what the audit and the events say of it, and the answer that is kept. */
function saveOf(replayKey: string): Save {
  const acts = host!.prepare('select * from auditEntry where replayKey = ? order by seq').all(replayKey) as (Act & Record<string, unknown>)[]
  const at = replayKey.lastIndexOf(':')
  const kept = host!.prepare('select * from replayAnswer where deskId = ? and deskSeq = ?').get(replayKey.slice(0, at), Number(replayKey.slice(at + 1))) as Record<string, unknown>
  const writes = acts.flatMap(act => [
    ...changeOf(act),
    // Another hash as long as its own, for no two are the same.
    addTo('auditEntry', { ...act, hash: randomBytes(32).toString('hex') }),
    addTo('event', { at: act.at, entity: act.entity, entityId: act.entityId, sectionId: null, userId: null }),
  ])
  return { writes: [...writes, insertOf('replayAnswer', { ...kept, deskId: `${String(kept.deskId)}-bare` })], answer: String(kept.answer) }
}

/** A row that was there then is there at the end too, and is written once more; one that is gone since is left out. */
function changeOf({ entity, entityId, after }: Act): Write[] {
  if (after === null) return []
  const values = Object.entries(JSON.parse(after) as Record<string, unknown>).filter(([name]) => name !== 'id' && name !== 'version')
  const names = values.map(([name]) => `"${name}" = ?`).join(', ')
  return [{ statement: prepared(`update "${entity}" set ${names}, version = version + 1 where id = ?`), values: [...values.map(([, value]) => (typeof value === 'boolean' ? Number(value) : value)), entityId] }]
}

function addTo(book: Book, { seq: _, ...row }: Readonly<Record<string, unknown>>): Write {
  const { statement, values } = insertOf(book, { seq: null, ...row })
  return { statement, values: values.slice(1), book }
}

function insertOf(table: string, row: Readonly<Record<string, unknown>>): Write {
  const names = Object.keys(row)
  return { statement: prepared(`insert into "${table}" (${names.map(name => `"${name}"`).join(', ')}) values (${names.map(() => '?').join(', ')})`), values: Object.values(row) }
}

function prepared(text: string): Statement {
  const statement = statements.get(text) ?? raw!.prepare(text)
  statements.set(text, statement)
  return statement
}
