import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { contract } from '../../shared/contract.ts'
import type { SettingReader } from '../../src-main/core/handlers.ts'
import { createScope } from '../../src-main/core/session.ts'
import { parseInput } from '../../src-main/core/wire.ts'
import { databaseFile, openReader } from '../../src-main/database/open.ts'
import { connection, createReader } from '../../src-main/database/reader.ts'
import { listItemStock, listStock } from '../../src-main/warehouse/stock-lists.ts'
import { fillItems, fillPast, inStandingBulk } from './bulk.ts'
import { openFactory, type SignedIn } from './factory.ts'
import { alternated, median, milliseconds, plainRow, ratioRow, rounds, timed, times, type Bench, type Row, type Size } from './harness.ts'

const pageSize = 200
const today = '2026-11-29'

export const bench: Bench = {
  name: 'stock-list',
  about: `The stock of 2,000 items, page by page (${pageSize} rows each), out of 50,000 and out of 5,000,000 moves, by place and by item. At the handler against the
prepared statement that reads the same columns of the balances with their items, units and places; asked by a clerk, who is not told what it is worth. What is flat is the handler's time out of the many moves against that out
of the few, by turns.`,
  async run(size) {
    const items = size(2000, 60)
    const few = await openPast(items, size(50_000, 300))
    const many = await openPast(items, size(5_000_000, 3000))
    try {
      const rows: Row[] = []
      for (const list of ['by place', 'by item'] as const) {
        for (const past of [few, many]) rows.push(...(await againstBare(past, list, size)))
        const turns = await rounds(size(9, 1), async () => ({ floor: await timed(() => few.ours[list]()), ours: await timed(() => many.ours[list]()) }))
        rows.push(plainRow(`stock ${list}: out of ${many.name} against ${few.name}`, median(turns.map(({ floor, ours }) => ours / floor)), times, { atMost: 1.2 }))
      }
      return rows
    } finally {
      await few.close()
      await many.close()
    }
  },
}

type List = 'by place' | 'by item'
/** A factory with a past, and the whole list by each way. */
interface Past {
  readonly name: string
  readonly ours: Readonly<Record<List, () => unknown>>
  readonly bare: Readonly<Record<List, () => unknown>>
  close(): Promise<void>
}

async function againstBare({ name, ours, bare }: Past, list: List, size: Size): Promise<Row[]> {
  return [ratioRow(`stock ${list}, out of ${name}`, await alternated(size(9, 1), size(5, 1), 1, { floor: bare[list], ours: ours[list] }), milliseconds, { atMost: 1.5 })]
}

async function openPast(items: number, moves: number): Promise<Past> {
  const empty = await openFactory()
  await empty.close()
  inStandingBulk(empty.folder, sqlite => {
    fillPast(sqlite, fillItems(sqlite, items), { moves, acts: 1 })
    sqlite.exec('analyze')
  })
  const factory = await openFactory(empty.folder)
  const [clerk] = await factory.signIn('Warehouse Admin')
  const reader = openReader(join(factory.folder, databaseFile))
  return {
    name: `${moves.toLocaleString('en')} moves`, ours: atHandler(reader, clerk!), bare: { 'by place': barePlaces(reader), 'by item': bareItems(reader) },
    async close() {
      reader.close()
      await factory.close()
    },
  }
}

function atHandler(reader: Database, { session }: SignedIn): Past['ours'] {
  const db = createReader(connection(reader), new Set())
  const pages = <Page extends { readonly rows: readonly unknown[]; readonly next?: string | null | undefined }>(page: (cursor: string | undefined) => Page) => () => {
    const rows: unknown[] = []
    let cursor: string | undefined
    do {
      const { rows: some, next } = page(cursor)
      rows.push(...some)
      cursor = next ?? undefined
    } while (cursor !== undefined)
    return rows
  }
  const placesInput = (cursor: string | undefined) => parseInput(contract.warehouse.listStock, { pageSize, ...(cursor !== undefined && { cursor }) }, false) as Parameters<typeof listStock>[2]
  const itemsInput = (cursor: string | undefined) => parseInput(contract.warehouse.listItemStock, { pageSize, ...(cursor !== undefined && { cursor }) }, false) as Parameters<typeof listItemStock>[1]
  // The factory's settings are as a new factory has them.
  const settings: SettingReader = { get: ({ fallback }) => fallback }
  const asker = () => ({ db, settings, mine: createScope(session).mine(), canSeeCost: session.canSeeCost })
  return {
    'by place': pages(cursor => listStock(asker(), today, placesInput(cursor))),
    'by item': pages(cursor => listItemStock(asker(), itemsInput(cursor))),
  }
}

const itemColumns = `item.id as itemId, item.code as itemCode, item.name as itemName, item.kind as itemKind, item.category, unit.code as unitCode, unit.places as unitPlaces,
  coalesce(itemClass.abcClass, 'C') as abcClass`

function barePlaces(reader: Database): () => unknown[] {
  return pagesOf(reader, ({ itemCode, locationName, id }) => [itemCode, locationName, id], `
    select balance.id, ${itemColumns}, balance.locationId, location.code as locationCode, location.name as locationName, location.sectionId, section.name as sectionName,
      balance.onHand, balance.reserved, balance.onHand - balance.reserved as available, item.minimumStock, balance.lastMoveAt, balance.lastInDay, item.unitCost,
      (select sum(onHand - reserved) from stockBalance where itemId = item.id) as totalAvailable
    from stockBalance as balance join item on item.id = balance.itemId join unit on unit.id = item.unitId join location on location.id = balance.locationId
      left join section on section.id = location.sectionId left join itemClass on itemClass.itemId = item.id
    where (item.code collate nocase, location.name collate nocase, balance.id) > (?, ?, ?)
    order by item.code collate nocase, location.name collate nocase, balance.id limit ${pageSize}`)
}

function bareItems(reader: Database): () => unknown[] {
  return pagesOf(reader, ({ itemCode, itemId }) => [itemCode, itemId], `
    select ${itemColumns}, item.minimumStock, item.unitCost, coalesce(sum(balance.onHand), 0) as onHand, coalesce(sum(balance.reserved), 0) as reserved,
      coalesce(sum(balance.onHand - balance.reserved), 0) as available, sum(balance.onHand > 0) as places, max(balance.lastMoveAt) as lastMoveAt
    from item join unit on unit.id = item.unitId left join itemClass on itemClass.itemId = item.id left join stockBalance as balance on balance.itemId = item.id
    where item.kind <> 'SERVICE' and (item.code collate nocase, item.id) > (?, ?)
    group by item.code collate nocase, item.id order by item.code collate nocase, item.id limit ${pageSize}`)
}

function pagesOf(reader: Database, keyOf: (row: Readonly<Record<string, string>>) => readonly (string | undefined)[], sql: string): () => unknown[] {
  const statement = reader.prepare(sql)
  return () => {
    const rows: unknown[] = []
    let key: readonly unknown[] = keyOf({ itemCode: '', locationName: '', id: '', itemId: '' })
    for (;;) {
      const page = statement.all(...key) as Readonly<Record<string, string>>[]
      rows.push(...page)
      if (page.length < pageSize) return rows
      key = keyOf(page.at(-1)!)
    }
  }
}
