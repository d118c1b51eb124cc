import { join } from 'node:path'
import type { Database, Statement } from 'better-sqlite3'
import { databaseFile, openWriter } from '../../src-main/database/open.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { openFactory, type Factory } from './factory.ts'
import { median, milliseconds, perSecond, quantile, ratioRow, rounds, timed, type Bench } from './harness.ts'

const together = 64

export const bench: Bench = {
  name: 'durable-command',
  about: `\`warehouse.receiveStock\` through \`dispatch\` with a replay key: permission, input, rules, ledger, balance, audit chain, events, stored answer,
commit at \`synchronous=FULL\`. The floor writes the very same rows, read back from our database, by prepared statements in one raw transaction, on a
copy of that database with the same indexes and triggers.`,
  async run(size) {
    const factory = await openFactory()
    const receive = await receiver(factory)
    for (let count = 0; count < size(1000, 4); count += 1) await receive()
    const floor = await openFloor(factory)
    try {
      const alone = await rounds(size(9, 2), () => oneByOne(receive, floor, size(200, 4)))
      const gains = await rounds(size(9, 2), () => aloneAndTogether(receive, floor, size(4, 1)))
      return [
        ratioRow('durable command, p50', alone.map(({ floor: raw, ours }) => ({ floor: median(raw), ours: median(ours) })), milliseconds, { atMost: 1.5 }),
        ratioRow('durable command, p95', alone.map(({ floor: raw, ours }) => ({ floor: quantile(raw, 0.95), ours: quantile(ours, 0.95) })), milliseconds),
        ratioRow(`commands, ${together} in flight against one at a time`, gains.map(({ ours }) => ours), perSecond, { atLeast: 8 }),
        ratioRow(`the raw rows, ${together} in a transaction against one`, gains.map(({ floor: raw }) => raw), perSecond),
      ]
    } finally {
      floor.close()
      await factory.close()
    }
  },
}

async function oneByOne(receive: () => Promise<void>, floor: Floor, count: number): Promise<{ floor: number[]; ours: number[] }> {
  const spent = { floor: [] as number[], ours: [] as number[] }
  for (let done = 0; done < count; done += 1) {
    spent.ours.push(await timed(receive))
    spent.floor.push(await timed(floor.writeNew()))
  }
  return spent
}

/** Rates: `floor` one at a time, `ours` together; of the raw rows and of ours. */
async function aloneAndTogether(receive: () => Promise<void>, floor: Floor, count: number) {
  const spent = { floor: { floor: 0, ours: 0 }, ours: { floor: 0, ours: 0 } }
  for (let done = 0; done < count; done += 1) {
    spent.ours.ours += await timed(() => Promise.all(Array.from({ length: together }, receive)))
    spent.floor.ours += await timed(floor.writeNew())
    for (let one = 0; one < together; one += 1) {
      spent.ours.floor += await timed(receive)
      spent.floor.floor += await timed(floor.writeNew())
    }
  }
  const rates = (time: { floor: number; ours: number }) => ({ floor: (count * together * 1000) / time.floor, ours: (count * together * 1000) / time.ours })
  return { floor: rates(spent.floor), ours: rates(spent.ours) }
}

/** A warehouse clerk who receives one item after another, each command under a key of its own. */
async function receiver({ system, signIn, ask }: Factory): Promise<() => Promise<void>> {
  const { id: unitId } = await system.masters.createUnit({ code: 'ukur', name: 'Ukur', places: 2 })
  const { id: toLocationId } = await system.masters.createLocation({ code: 'UKUR', name: 'Gudang ukur', kind: 'INTERNAL', parentId: null, sectionId: null })
  const items = await Promise.all(Array.from({ length: 200 }, (_, at) =>
    system.masters.createItem({ code: `UKUR-${at}`, name: `Kain ${at}`, kind: 'RAW_MATERIAL', unitId })))
  const [clerk] = await signIn('Warehouse Admin')
  const { session } = clerk!
  let count = 0
  return async () => {
    count += 1
    const input = { itemId: items[count % items.length]!.id, quantity: '12.5', toLocationId, note: 'Surat jalan 4711' }
    await ask(session, 'warehouse.receiveStock', input, { replayKey: `${session.deskId}:${count}` })
  }
}

/** The books that a command adds rows to, and by what their rows are numbered. */
const books = { stockLot: 'id', stockMove: 'seq', stockMoveLot: 'seq', lotBalance: 'id', auditEntry: 'seq', event: 'seq', replayAnswer: 'deskSeq' } as const

interface Floor {
  /** Reads the rows that were written since it was last asked, and gives the work of writing them. */
  writeNew(): () => void
  close(): void
}

/** A copy of the factory's database, which raw statements bring up to date. */
async function openFloor({ database }: Factory): Promise<Floor> {
  const folder = temporaryFolder()
  const path = join(folder, databaseFile)
  await database.backup(path)
  const raw = openWriter(path)
  const copies = Object.entries(books).map(([book, number]) => copyOf(book, number, database, raw))
  const balanceOf = database.prepare('select onHand, lastMoveAt, lastInDay, version, id from stockBalance where itemId = ? and locationId = ?').raw()
  const update = raw.prepare('update stockBalance set onHand = ?, lastMoveAt = ?, lastInDay = ?, version = ? where id = ?')
  const lastMove = raw.prepare('select max(seq) from stockMove').pluck()
  const moved = database.prepare('select itemId, toLocationId from stockMove where seq > ?').raw()
  const write = raw.transaction((balances: unknown[][], rows: readonly { insert: Statement; row: unknown[] }[]) => {
    for (const balance of balances) update.run(...balance)
    for (const { insert, row } of rows) insert.run(...row)
  })
  return {
    writeNew() {
      const balances = moved.all(lastMove.get()).map(place => balanceOf.get(...(place as string[])) as unknown[])
      const rows = copies.flatMap(copy => copy())
      return () => write.immediate(balances, rows)
    },
    close() {
      raw.close()
      removeFolder(folder)
    },
  }
}

/** What a book has that the copy has not. */
function copyOf(book: string, number: string, from: Database, to: Database): () => { insert: Statement; row: unknown[] }[] {
  const newest = to.prepare(`select max("${number}") from "${book}"`).pluck()
  const rows = from.prepare(`select * from "${book}" where "${number}" > ? order by "${number}"`).raw()
  const insert = to.prepare(`insert into "${book}" values (${rows.columns().map(() => '?').join(', ')})`)
  return () => (rows.all(newest.get()) as unknown[][]).map(row => ({ insert, row }))
}
