import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contract } from '../shared/contract.ts'
import { foundKinds } from '../shared/search/found.ts'
import { bestFirst, rankOf } from '../shared/search/rank.ts'
import { finders } from '../src-main/search/finders.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

let host: TestHost
let admin: Desk
let pcs: string
let cards: Record<'SEW' | 'EMB', string>

beforeAll(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  pcs = (await admin.masters.findUnits({ search: 'Pcs' })).rows[0]!.id
  for (const [code, name] of [['KM-KT', 'Karton coklat'], ['KM-KT-C', 'Kain katun merah'], ['X-KM-KT', 'Lain'], ['LBL-1', 'Label Café'], ['ZZ', 'KM-KT tiruan']] as const) {
    await admin.masters.createItem({ code, name, kind: 'AUXILIARY', unitId: pcs })
  }
  cards = { SEW: await askFor('SEW'), EMB: await askFor('EMB') }
})
afterAll(() => host.stop())

const codes = async (found: ReturnType<Desk['search']['find']>, kind?: string) => (await found).filter(one => kind === undefined || one.kind === kind).map(({ code }) => code)
const kinds = async (found: ReturnType<Desk['search']['find']>) => [...new Set((await found).map(({ kind }) => kind))]
const itemId = async (code: string) => (await admin.masters.findItems({ search: code })).rows[0]!.id
const placeId = async (code: string) => (await admin.masters.findLocations({ search: code })).rows[0]!.id

/** A board for the section and a card on it; the card's number. */
async function askFor(section: 'SEW' | 'EMB'): Promise<string> {
  const store = await admin.masters.createLocation({ code: `ST-${section}`, name: `Rak ${section}`, kind: 'INTERNAL', sectionId: host.section(section) })
  await admin.kanban.createBoard({ sectionId: host.section(section), supplySectionId: host.section('WH'), supplyLocationId: await placeId('WH-MAIN'), storeLocationId: store.id })
  const card = await admin.kanban.createCard({ sectionId: host.section(section), itemId: await itemId('LBL-1'), quantity: '5', neededBy: '2026-11-21' })
  return card.number
}

describe('finding', () => {
  test('the very code comes first, then what begins with it, then names, then words', async () => {
    expect(await codes(admin.search.find({ text: 'km-kt' }), 'item')).toEqual(['KM-KT', 'KM-KT-C', 'ZZ', 'X-KM-KT'])
    expect(await codes(admin.search.find({ text: 'merah katun' }))).toEqual(['KM-KT-C'])
    expect(await codes(admin.search.find({ text: 'mer kat' }))).toEqual(['KM-KT-C'])
  })

  test('case and accents do not count, nor do signs that mean something to the database', async () => {
    for (const text of ['LABEL CAFE', 'label café', 'CAFÉ', 'cafe']) expect(await codes(admin.search.find({ text }), 'item')).toEqual(['LBL-1'])
    for (const text of ['%', '_', '"', '"*', "';", 'AND OR NOT', '*', 'name:x', '(', '^a', '\\', '😀', '-']) await expect(admin.search.find({ text })).resolves.toBeDefined()
    expect(await admin.search.find({ text: '%' })).toEqual([])
  })

  test('what is renamed is found by its new name only, and what is out of use stands last', async () => {
    const first = await admin.masters.createItem({ code: 'REN-1', name: 'Pita lama', kind: 'AUXILIARY', unitId: pcs })
    await admin.masters.createItem({ code: 'REN-2', name: 'Pita panjang', kind: 'AUXILIARY', unitId: pcs })
    const renamed = await admin.masters.updateItem({ id: first.id, version: 1, code: 'REN-0', name: 'Pita panjang biru' })
    expect(await codes(admin.search.find({ text: 'lama' }))).toEqual([])
    expect(await codes(admin.search.find({ text: 'pita' }))).toEqual(['REN-0', 'REN-2'])
    await admin.masters.setItemActive({ id: first.id, version: renamed.version, isActive: false })
    expect(await admin.search.find({ text: 'pita' })).toMatchObject([{ code: 'REN-2', isActive: true }, { code: 'REN-0', isActive: false }])
    expect(await codes(admin.search.find({ text: 'REN-0' }))).toEqual(['REN-0'])
  })

  test('a card is found by its number or a part of it, and told with its section and state', async () => {
    const [found] = await admin.search.find({ text: cards.SEW.toLowerCase() })
    expect(found).toMatchObject({ kind: 'kanbanCard', code: cards.SEW, name: 'Label Café', detail: 'Jahit', state: 'kanban.statuses.PENDING' })
    const [running, both] = [cards.SEW.slice(-4), Object.values(cards).sort().reverse()]
    for (const text of [running, String(Number(running)), `1120-${running}`, `20261120-${running}`, cards.SEW]) expect((await codes(admin.search.find({ text }), 'kanbanCard'))[0]).toBe(cards.SEW)
    for (const text of ['20261120', 'kan', 'KAN-2026', 'kan-20261120-']) expect(await codes(admin.search.find({ text }), 'kanbanCard')).toEqual(both)
    for (const text of ['ka', '9', '1119-1', '20251120', 'kan-2025']) expect(await codes(admin.search.find({ text }), 'kanbanCard')).toEqual([])
  })

  test('places, sections, people, units, moves, reports, imports and one’s own notices are found too', async () => {
    const { seq } = await admin.warehouse.receiveStock({ itemId: await itemId('LBL-1'), quantity: '9', toLocationId: await placeId('WH-MAIN') })
    expect(await kinds(admin.search.find({ text: 'wh-main' }))).toEqual(['location'])
    expect(await kinds(admin.search.find({ text: 'jahit' }))).toEqual(['section', 'defectReason'])
    expect(await kinds(admin.search.find({ text: 'admin uji' }))).toEqual(['user'])
    expect(await kinds(admin.search.find({ text: 'kilogram' }))).toEqual(['unit'])
    const move = (await admin.search.find({ text: `#${seq}` })).find(({ kind }) => kind === 'stockMove')
    expect(move).toMatchObject({ id: String(seq), code: `#${seq}`, name: 'Label Café', detail: 'Pemasok → Gudang utama', state: 'warehouse.moveKinds.RECEIPT' })
    for (const text of ['laporan persediaan', 'inventory report']) expect(await admin.search.find({ text })).toMatchObject([{ kind: 'report', id: 'inventory', said: { key: 'reports.inventory.title' } }])
    const warehouse = await host.as('Warehouse Admin', 'WH')
    const late = await askAgain()
    expect(await warehouse.search.find({ text: late })).toMatchObject([{ kind: 'kanbanCard', code: late }, { kind: 'notification', code: late, said: { params: { number: late } } }])
    expect(await kinds(admin.search.find({ text: late }))).toEqual(['kanbanCard'])
  })

  test('the hidden user of the program is nobody’s finding', async () => {
    expect(await admin.search.find({ text: 'system' })).toEqual([])
  })

  test('no more of a kind than asked for', async () => {
    for (let at = 0; at < 30; at += 1) await admin.masters.createItem({ code: `MANY-${at}`, name: 'Banyak', kind: 'AUXILIARY', unitId: pcs })
    expect(await codes(admin.search.find({ text: 'many', limit: 4 }))).toHaveLength(4)
    expect((await codes(admin.search.find({ text: 'MANY-7', limit: 1 })))).toEqual(['MANY-7'])
  })
})

async function askAgain(): Promise<string> {
  const { number } = await admin.kanban.createCard({ sectionId: host.section('SEW'), itemId: await itemId('LBL-1'), quantity: '7', neededBy: '2026-11-21' })
  return number
}

describe('rights', () => {
  test('a section sees the cards of its own only, by whichever way', async () => {
    const sewing = await host.as('Admin Sewing', 'SEW')
    expect(await codes(sewing.search.find({ text: cards.SEW }), 'kanbanCard')).toEqual([cards.SEW])
    expect(await codes(sewing.search.find({ text: cards.EMB }), 'kanbanCard')).toEqual([])
    expect(await sewing.search.resolve({ code: cards.EMB })).toEqual([])
    const [foreign] = await admin.search.resolve({ code: cards.EMB })
    expect(await sewing.search.recall({ records: [{ kind: 'kanbanCard', id: foreign!.id }] })).toEqual([])
  })

  test('who may not open a kind of record finds none of it', async () => {
    const texts = ['wh-main', 'km-kt', cards.SEW, 'admin uji', 'inventory report', '1']
    const found = async (role: string, section?: string) => {
      const desk = await host.as(role, section)
      return [...new Set((await Promise.all(texts.map(text => desk.search.find({ text })))).flat().map(({ kind }) => kind))].sort()
    }
    expect(await found('Store-terminal', 'SEW')).toEqual([])
    expect(await found('Driver', 'SEW')).toEqual([])
    expect(await found('Admin Sewing', 'SEW')).toEqual(['item', 'kanbanCard', 'location', 'report', 'stockLot', 'stockMove', 'unit'])
    expect(await found('QC Lab')).toEqual([])
    expect(await found('Superadmin')).toEqual(['item', 'kanbanCard', 'location', 'report', 'stockLot', 'stockMove', 'unit', 'user'])
  })

  test('a right that is taken away counts at once, though the same was asked before', async () => {
    const session = await host.sessionFor('Viewer')
    const desk = host.desk(session)
    expect(await codes(desk.search.find({ text: 'katun' }))).toEqual(['KM-KT-C'])
    expect(await codes(host.desk({ ...session, permissions: new Set() }).search.find({ text: 'katun' }))).toEqual([])
  })
})

describe('scanned codes', () => {
  test('a code is known whatever its case, and by the whole of it only', async () => {
    expect(await admin.search.resolve({ code: ' km-kt-c ' })).toMatchObject([{ kind: 'item', code: 'KM-KT-C' }])
    expect(await admin.search.resolve({ code: 'wh-MAIN' })).toMatchObject([{ kind: 'location' }])
    expect(await admin.search.resolve({ code: cards.SEW.toLowerCase() })).toMatchObject([{ kind: 'kanbanCard', code: cards.SEW }])
    expect(await admin.search.resolve({ code: 'ADMIN' })).toMatchObject([{ kind: 'user', code: 'admin' }])
    for (const code of ['KM-K', 'KM-KT-C1', '1', '%']) expect(await admin.search.resolve({ code })).toEqual([])
  })

  test('a code that stands for two records names both, in a fixed order', async () => {
    await admin.masters.createItem({ code: 'WH-MAIN', name: 'Mainan', kind: 'AUXILIARY', unitId: pcs })
    expect((await admin.search.resolve({ code: 'wh-main' })).map(({ kind }) => kind)).toEqual(['item', 'location'])
  })
})

test('records found earlier are told as they are now', async () => {
  const item = await admin.masters.createItem({ code: 'NOW-1', name: 'Dulu', kind: 'AUXILIARY', unitId: pcs })
  await admin.masters.updateItem({ id: item.id, version: 1, name: 'Sekarang' })
  const records = [{ kind: 'item' as const, id: item.id }, { kind: 'item' as const, id: 'gone' }, { kind: 'stockMove' as const, id: '999999' }, { kind: 'report' as const, id: 'inventory' }]
  expect(await admin.search.recall({ records })).toMatchObject([{ code: 'NOW-1', name: 'Sekarang' }, { kind: 'report', id: 'inventory' }])
})

test('every kind has a finder, and every finder a kind', () => {
  expect([...new Set(finders.map(({ kind }) => kind))].sort()).toEqual([...foundKinds].sort())
  expect(contract.search.find.varies).toBe('clock')
})

test('a restored copy finds what the original does', async () => {
  await admin.masters.createItem({ code: 'COPY-1', name: 'Salinan', kind: 'AUXILIARY', unitId: pcs })
  const check = host.database.prepare(`select count(*) from searchWord where searchWord match 'entity : "item" AND name : "salinan"'`).pluck()
  expect(check.get()).toBe(1)
  const lines = host.database.prepare('select (select count(*) from searchEntry where entity = ?) - (select count(*) from item)').pluck().get('item')
  expect(lines).toBe(0)
  await host.restart()
  admin = await host.as('Superadmin')
  expect(await codes(admin.search.find({ text: 'salinan' }))).toEqual(['COPY-1'])
})

describe('ranks', () => {
  test('from the very code down to a part of it', () => {
    const ranks = (typed: string) => [['AB-1', 'Kain'], ['AB-12', 'Kain'], ['X', 'AB-1 kecil'], ['Y', 'Kain AB 1'], ['ZAB-1', 'Kain'], ['Q', 'Kain']].map(([code, name]) => rankOf(typed, { code: code!, name: name! }))
    expect(ranks('ab-1')).toEqual([0, 1, 2, 3, 4, undefined])
  })

  test('equals keep their order', () => {
    const rows = ['a', 'b', 'c'].map(code => ({ code, name: 'Kain', isActive: true }))
    expect(bestFirst('kain', rows)).toEqual(rows)
  })
})
