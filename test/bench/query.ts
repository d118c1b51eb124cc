import { join } from 'node:path'
import { contract } from '../../shared/contract.ts'
import { createScope } from '../../src-main/core/session.ts'
import { parseInput } from '../../src-main/core/wire.ts'
import { databaseFile, openReader } from '../../src-main/database/open.ts'
import { connection, createReader } from '../../src-main/database/reader.ts'
import { itemOf, listItems } from '../../src-main/masters/items.ts'
import { fillItems, inBulk } from './bulk.ts'
import { openFactory } from './factory.ts'
import { alternated, microseconds, ratioRow, type Bench } from './harness.ts'

/** Those of the answer. */
const columns = `item.id, item.version, item.createdAt, item.code, item.name, item.kind, item.unitId, unit.code as unitCode, unit.name as unitName,
  unit.places as unitPlaces, item.category, item.buyer, item.minimumStock, item.unitCost, item.piecesPerCarton, item.cartonsPerPallet,
  item.parentId, parent.code as parentCode, parent.name as parentName, item.destination, item.notes, item.isActive, item.attributes`
const tables = 'item join unit on unit.id = item.unitId left join item as parent on parent.id = item.parentId'
const pageSize = 40

export const bench: Bench = {
  name: 'query',
  // `+?`: as ours are written, so that the floor is not prepared anew for each value either.
  about: `\`masters.getItem\`, and \`masters.listItems\` with ${pageSize} rows from anywhere in 20,000 items. At the handler: what the handler does, against the
prepared statement. Through \`dispatch\`: session, input, permission, handler, the answer's schema, costs left out, JSON and its tag, against the prepared
statement and JSON of its rows. Each call asks for another item or page, so that no kept answer helps; the last row is the kept one.`,
  async run(size) {
    const factory = await openFactory()
    inBulk(factory, sqlite => fillItems(sqlite, size(20_000, 600)))
    const reader = openReader(join(factory.folder, databaseFile))
    try {
      const [clerk] = await factory.signIn('Warehouse Admin')
      const ask = (name: string, input: unknown, known?: string) => factory.ask(clerk!.session, name, input, { known })
      const db = createReader(connection(reader), new Set())
      const one = reader.prepare(`select ${columns} from ${tables} where item.id = +?`)
      const page = reader.prepare(`select ${columns} from ${tables}
        where item.code collate nocase > +? order by item.code collate nocase, item.id limit ${pageSize + 1}`)
      const items = reader.prepare('select id, code from item order by random()').all() as { id: string; code: string }[]
      const anyItem = round(items)
      const cursorAt = ({ id, code }: { id: string; code: string }) => Buffer.from(JSON.stringify([code, id])).toString('base64url')
      const pageInput = () => ({ pageSize, cursor: cursorAt(anyItem()) })
      const anyParsed = round(items.slice(0, 2000).map(item =>
        parseInput(contract.masters.listItems, { pageSize, cursor: cursorAt(item) }, false) as Parameters<typeof listItems>[1]))
      const { tag } = await ask('masters.listItems', { pageSize })
      const compare = (calls: number, floor: () => unknown, ours: () => unknown) => alternated(size(9, 1), size(20, 2), size(calls, 5), { floor, ours })
      const scope = createScope(clerk!.session)
      return [
        ratioRow('one row by its key, at the handler', await compare(200, () => one.get(anyItem().id), () => {
          scope.everyone()
          return itemOf(db, anyItem().id)
        }), microseconds, { atMost: 1.6 }),
        ratioRow(`${pageSize} rows, at the handler`, await compare(40, () => page.all(anyItem().code), () => {
          scope.everyone()
          return listItems(db, anyParsed())
        }), microseconds, { atMost: 1.4 }),
        ratioRow('one row by its key, through dispatch as JSON', await compare(
          200, () => JSON.stringify(one.get(anyItem().id)), () => ask('masters.getItem', { id: anyItem().id }),
        ), microseconds, { atMost: 1.6 }),
        ratioRow(`${pageSize} rows, through dispatch as JSON`, await compare(
          40, () => JSON.stringify(page.all(anyItem().code)), () => ask('masters.listItems', pageInput()),
        ), microseconds, { atMost: 1.4 }),
        ratioRow(`${pageSize} rows that the desk has, answer kept`, await compare(
          40, () => page.all(anyItem().code), () => ask('masters.listItems', { pageSize }, tag),
        ), microseconds),
      ]
    } finally {
      reader.close()
      await factory.close()
    }
  },
}

/** The members one after the other, over and over. */
function round<T>(members: readonly T[]): () => T {
  let at = 0
  return () => members[(at += 1) % members.length]!
}
