import { join } from 'node:path'
import { Readable } from 'node:stream'
import { compareDecimals, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { rational, toDecimal } from '../../shared/core/rational.ts'
import { databaseFile, openReader } from '../../src-main/database/open.ts'
import { connection, createReader, type Reader } from '../../src-main/database/reader.ts'
import { sql } from '../../src-main/database/sql.ts'
import { openExploder } from '../../src-main/engineering/explosion.ts'
import { createSettings } from '../../src-main/engines/settings.ts'
import { fillBoms, type BomForest } from './bom-tree.ts'
import { inBulk } from './bulk.ts'
import { openFactory, type Factory, type SignedIn } from './factory.ts'
import { watched } from './gauge.ts'
import { median, milliseconds, plainRow, ratioRow, rounds, seconds, timed, type Bench, type Pair, type Row, type Size } from './harness.ts'
import { openCopy, type RawCopy } from './raw-copy.ts'

/** What BOMs are written into. */
const books = { unit: 'id', item: 'id', bomHeader: 'id', bomLine: 'id', auditEntry: 'seq', event: 'seq' } as const

export const bench: Bench = {
  name: 'bom',
  about: `A factory of 200 finished goods with 6,000 lines of BOMs over three levels, and another over five. Requirements: 1,000 orders of these taken apart by one command's exploder,
exact, and each material held against what is free of it; the floor is one recursive statement an order over the same tables, in floating point, which reads the stock too. Purchase BOMs: a new
revision of a part that all goods share is put in force through \`dispatch\`, which makes 200 purchase BOMs anew; the floor takes the goods apart by that statement and writes the very same rows, read
back from our database, in one raw transaction on a copy of it. Import: a table of 6,000 lines, all of it new, inspected, staged and applied by the jobs that a desk starts; its floor writes the same rows.`,
  async run(size) {
    const rows: Row[] = []
    for (const levels of [3, 5]) rows.push(...await measureForest(levels, size))
    return [...rows, ...await measureImport(size)]
  },
}

async function measureForest(levels: number, size: Size): Promise<Row[]> {
  const factory = await openFactory()
  try {
    const forest: { value?: BomForest } = {}
    inBulk(factory, sqlite => void (forest.value = fillBoms(sqlite, { levels, trees: size(200, 4) })))
    const dry = await requirements(factory, forest.value!, size)
    const written = await renewals(factory, forest.value!, size)
    const what = `${levels} levels, ${size(6000, 120)} lines`
    return [
      ratioRow(`requirements of ${size(1000, 20)} orders: ${what}`, dry, milliseconds, { atMost: 1.5 }),
      ratioRow(`${size(200, 4)} purchase BOMs made anew: ${what}`, written, milliseconds, { atMost: 1.5 }),
    ]
  } finally {
    await factory.close()
  }
}

const bareExplosion = `with recursive down(itemId, quantity) as (
    select ?, ? union all
    select bomLine.componentItemId, down.quantity * bomLine.quantity * (1 + bomLine.wastagePercent / 1e6) / bomHeader.outputQuantity from down
    join bomHeader on bomHeader.itemId = down.itemId and bomHeader.kind = 'PRODUCTION' and bomHeader.status = 'ACTIVE' join bomLine on bomLine.bomHeaderId = bomHeader.id
  )
  select itemId, sum(quantity) as needed, (select sum(onHand - reserved) from stockBalance where stockBalance.itemId = down.itemId) as free from down
  where not exists (select 1 from bomHeader where bomHeader.itemId = down.itemId and kind = 'PRODUCTION' and status = 'ACTIVE') group by itemId`

/** As many orders as asked, of every good in turn. */
async function requirements({ folder }: Factory, { finishedIds }: BomForest, size: Size): Promise<Pair[]> {
  const raw = openReader(join(folder, databaseFile))
  const bare = raw.prepare(bareExplosion)
  const orders = Array.from({ length: size(1000, 20) }, (_, at) => ({ itemId: finishedIds[at % finishedIds.length]!, quantity: 480 + at }))
  const db = createReader(connection(raw), new Set())
  const settings = createSettings(() => [])
  const floor = () => orders.reduce((sum, { itemId, quantity }) => sum + bare.all(itemId, quantity).length, 0)
  const ours = () => {
    const exploder = openExploder({ db, settings })
    const free = freeStock(db)
    return orders.reduce((sum, { itemId, quantity }) => sum + exploder.materials(itemId, rational(BigInt(quantity))).map(need => shortOf(free, need.itemId, toDecimal(need.quantity, 'ceiling'))).length, 0)
  }
  try {
    if (floor() !== ours()) throw new Error('The floor finds other requirements')
    return await rounds(size(9, 1), async () => ({ floor: await timed(floor), ours: await timed(ours) }))
  } finally {
    raw.close()
  }
}

function freeStock(db: Reader): Map<string, Decimal> {
  const free = new Map<string, Decimal>()
  for (const { itemId, onHand, reserved } of db.all(sql.selectFrom('stockBalance').select(['itemId', 'onHand', 'reserved']))) free.set(itemId, subtractDecimals(onHand, reserved))
  return free
}

/** What is free goes to the orders that come first. */
function shortOf(free: Map<string, Decimal>, itemId: string, needed: Decimal): Decimal {
  const left = subtractDecimals(free.get(itemId) ?? zero, needed)
  free.set(itemId, compareDecimals(left, zero) < 0 ? zero : left)
  return compareDecimals(left, zero) < 0 ? subtractDecimals(zero, left) : zero
}

async function renewals(factory: Factory, { finishedIds, baseId }: BomForest, size: Size): Promise<Pair[]> {
  const [manager] = await factory.signIn('Manager')
  const { engineering } = manager!.client
  const activeId = factory.database.prepare(`select id from bomHeader where itemId = ? and kind = 'PRODUCTION' and status = 'ACTIVE'`).pluck()
  let quantity = 1005
  const revise = async () => {
    const draft = await engineering.reviseBom({ id: activeId.get(baseId) as string, reason: 'Ukur' })
    const { lines: [line] } = await engineering.getBom({ id: draft.id })
    quantity += 1
    await engineering.saveBomLines({ bomHeaderId: draft.id, rows: [{ id: line!.id, version: line!.version, componentItemId: line!.componentItemId, quantity: `0.${quantity}`, unitId: line!.unitId, wastagePercent: '0' }] })
    return draft
  }
  await engineering.activateBom(await revise())
  const copy = await openCopy(factory, books, ['bomHeader', 'bomLine'])
  try {
    return await rounds(size(7, 1), async () => {
      const draft = await revise()
      copy.writeNew()()
      const ours = await timed(() => engineering.activateBom(draft))
      const write = copy.writeNew()
      const bare = copy.raw.prepare(bareExplosion)
      const floor = await timed(() => {
        for (const itemId of finishedIds) bare.all(itemId, 1)
        write()
      })
      return { floor, ours }
    })
  } finally {
    copy.close()
  }
}

async function measureImport(size: Size): Promise<Row[]> {
  const factory = await openFactory()
  try {
    const [admin] = await factory.signIn('Admin')
    const copy = await openCopy(factory, books)
    const boms = size(300, 6)
    let file = 0
    const measured = await rounds(size(3, 1), async () => importTable(factory, admin!, copy, `I${(file += 1)}`, boms))
    copy.close()
    const middle = (pick: (one: Imported) => number) => median(measured.map(pick))
    return [
      plainRow(`import of ${boms * 20} lines of BOMs: staged`, middle(({ staged }) => staged), seconds),
      plainRow('  the host meanwhile, longest gap', middle(({ staging }) => staging), milliseconds, { atMost: 50 }),
      ratioRow(`import of ${boms * 20} lines of BOMs: applied`, measured.map(({ applied, floor }) => ({ floor, ours: applied })), milliseconds),
      plainRow('  longest hold of the writer', middle(({ applying }) => applying), milliseconds, { atMost: 1500 }),
    ]
  } finally {
    await factory.close()
  }
}

/** Milliseconds. */
interface Imported { readonly staged: number; readonly staging: number; readonly applied: number; readonly applying: number; readonly floor: number }

async function importTable({ host }: Factory, { session, client: { imports } }: SignedIn, copy: RawCopy, prefix: string, boms: number): Promise<Imported> {
  const { ticket } = await host.files.receive(session, 'bom.csv', 'text/csv', Readable.from([Buffer.from(tableOf(prefix, boms))]))
  const { value: batch, time: staged, gaps: staging } = await watched(async () => {
    const { fileId, suggestion, ...seen } = await imports.inspectFile({ target: 'boms', ticket })
    return imports.stageImport({ fileId, target: 'boms', setup: { ...seen, ...suggestion, mode: 'update' } })
  })
  copy.writeNew()()
  const { time: applied, gaps: applying } = await watched(() => imports.applyImport({ id: batch.id, version: batch.version }))
  const floor = await timed(copy.writeNew())
  return { staged, staging: staging.ours.longest, applied, applying: applying.ours.longest, floor }
}

/** Chains of three: a good of a part of a part, 20 lines each. */
function tableOf(prefix: string, boms: number): string {
  const heading = 'Product,Product/Name,BoM Type,Subcontractors,Quantity,Unit of Measure,Routing,Reference,BoM Lines/Component,BoM Lines/Quantity,BoM Lines/Product Unit of Measure'
  const nameOf = (bom: number) => (bom % 3 === 0 ? `[${prefix}-BJ-${bom}] ${prefix} Boneka ${bom}` : `${prefix}_WIP_${bom}`)
  const rows = Array.from({ length: boms * 20 }, (_, row) => {
    const [bom, line] = [Math.floor(row / 20), row % 20]
    const component = line === 0 && bom % 3 < 2 ? nameOf(bom + 1) : `[${prefix}-${(bom * 7 + line) % 900}] ${prefix} Bahan ${(bom * 7 + line) % 900}`
    return `${line === 0 ? `${nameOf(bom)},,Manufacture this product,,1.0,Pcs,,` : ',,,,,,,'},${component},0.${1005 + line},Pcs`
  })
  return [heading, ...rows].join('\n')
}
