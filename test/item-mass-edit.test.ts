import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal } from '../shared/core/decimal.ts'
import type { InputIssue } from '../shared/core/errors.ts'
import type { InputOf } from '../shared/core/procedure.ts'
import type { masters } from '../shared/masters/contract.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

type Entry = InputOf<typeof masters.saveItems>['rows'][number]

let host: TestHost
let admin: Desk
let made = 0
const units: Record<string, string> = {}

beforeAll(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  for (const { code, id } of (await admin.masters.listUnits({ pageSize: 200 })).rows) units[code] = id
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const fresh = () => `MASS-${(made += 1)}`
const entry = (code = fresh()): Entry => ({ code, name: `Barang ${code}`, kind: 'RAW_MATERIAL', unitId: units.Kg! })
const save = (...rows: Entry[]) => admin.masters.saveItems({ rows })
const changes = () => host.database.prepare('select count(*) from auditEntry').pluck().get() as number
async function refusalsOf(promise: Promise<unknown>): Promise<string[]> {
  const error = (await promise.then(() => expect.fail('nothing was refused'), (thrown: unknown) => thrown)) as { code: string; params: { issues: InputIssue[] } }
  expect(error.code).toBe('invalid-input')
  return error.params.issues.map(({ path, reason }) => `${path.join('.')}: ${reason}`)
}

describe('many items at once', () => {
  test('new ones and changed ones in one go, answered in their order', async () => {
    const [old] = await save({ ...entry(), minimumStock: '2.5', category: 'Kain' })
    const [first, changed, last] = await save(entry(), { id: old!.id, version: old!.version, name: 'Nama baru', isActive: false }, { ...entry(), piecesPerCarton: 60, cartonsPerPallet: 8 })
    expect(changed).toMatchObject({ id: old!.id, name: 'Nama baru', category: 'Kain', minimumStock: decimal('2.5'), isActive: false })
    expect(last).toMatchObject({ piecesPerPallet: 480, isActive: true })
    expect(await admin.masters.getItem({ id: first!.id })).toEqual(first)
  })

  test('what changes nothing leaves no trace', async () => {
    const [item] = await save(entry())
    const before = changes()
    expect(await save({ id: item!.id, version: item!.version, name: item!.name, code: item!.code, isActive: true })).toEqual([item])
    expect(changes()).toBe(before)
  })

  test('each faulty line is named with its field, and nothing is saved', async () => {
    const [taken, moved, stale] = await save(entry(), entry(), entry())
    await admin.warehouse.receiveStock({ itemId: moved!.id, quantity: '1', toLocationId: host.database.prepare(`select id from location where code = 'WH-MAIN'`).pluck().get() as string })
    await save({ id: stale!.id, version: stale!.version, name: 'Sudah berubah' })
    const [good, twin] = [fresh(), fresh()]
    const refused = save(
      entry(good), entry(taken!.code.toLowerCase()), { id: moved!.id, version: moved!.version, unitId: units.Pcs! }, { id: moved!.id, version: moved!.version, isActive: false },
      { id: stale!.id, version: stale!.version, name: 'Terlambat' }, { ...entry(), piecesPerCarton: 60 }, { ...entry(), unitId: units.Pcs!, minimumStock: '0.5' },
      entry(twin), entry(twin.toLowerCase()),
    )
    expect(await refusalsOf(refused)).toEqual([
      'rows.1.code: errors.duplicate', 'rows.2.unitId: errors.in-use', 'rows.3.isActive: errors.in-use', 'rows.4: errors.conflict',
      'rows.5.cartonsPerPallet: masters.issues.packing-incomplete', 'rows.6.minimumStock: masters.issues.unit-places', 'rows.8.code: grid.issues.twice',
    ])
    expect((await admin.masters.findItems({ search: good })).rows).toEqual([])
    expect(await admin.masters.getItem({ id: taken!.id })).toEqual(taken)
  })

  test('what a new item needs is asked for by line', async () => {
    expect(await refusalsOf(save(entry(), { name: 'Tanpa kode', kind: 'WIP', unitId: units.Pcs! }, { id: '0190a000-0000-7000-8000-000000000000', name: 'Tanpa versi' })))
      .toEqual(['rows.1.code: required', 'rows.2.version: required'])
  })

  test('who may not see costs may not give them; who may not add items may still change them', async () => {
    const [item] = await save({ ...entry(), unitCost: '10' })
    expect(item!.unitCost).toBe(decimal('10'))
    const blind = await host.as('Warehouse Admin', 'WH')
    await expect(blind.masters.saveItems({ rows: [{ id: item!.id, version: item!.version, unitCost: '1' }] })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'canSeeCost' } })
    expect((await blind.masters.saveItems({ rows: [{ id: item!.id, version: item!.version, name: 'Dilihat tanpa harga' }] }))[0]).not.toHaveProperty('unitCost')
    const session = await host.sessionFor('Warehouse Admin', 'WH')
    const changer = host.desk({ ...session, permissions: new Set([...session.permissions].filter(permission => permission !== 'masters.create')) })
    await expect(changer.masters.saveItems({ rows: [entry()] })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'masters.create' } })
    const viewer = await host.as('Viewer')
    await expect(viewer.masters.saveItems({ rows: [entry()] })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'masters.update' } })
  })
})

describe('the sheet and its references', () => {
  test('a sheet is one page by code, narrowed by words and filters, or exactly the items asked for', async () => {
    const rows = await save({ ...entry('SHEET-B'), category: 'Lembar' }, { ...entry('SHEET-A'), category: 'Lembar' }, { ...entry('SHEET-C'), kind: 'WIP' })
    const sheet = await admin.masters.listItemSheet({ search: 'sheet' })
    expect([sheet.rows.map(({ code }) => code), sheet.total]).toEqual([['SHEET-A', 'SHEET-B', 'SHEET-C'], 3])
    expect((await admin.masters.listItemSheet({ filter: { category: 'Lembar' } })).rows.map(({ code }) => code)).toEqual(['SHEET-A', 'SHEET-B'])
    expect((await admin.masters.listItemSheet({ ids: [rows[2]!.id, rows[0]!.id] })).rows.map(({ code }) => code)).toEqual(['SHEET-C', 'SHEET-B'])
  })

  test('a pasted list of codes and names is looked up in one go, whatever its case', async () => {
    const [one, two] = await save({ ...entry('LOOK-1'), name: 'Kancing Kayu' }, { ...entry('LOOK-2'), name: 'Kancing Plastik' })
    const found = await admin.masters.matchItems({ texts: ['look-1', 'KANCING PLASTIK', 'Kancing', 'tidak ada'] })
    expect(found.map(({ id }) => id).sort()).toEqual([one!.id, two!.id].sort())
    expect((await admin.masters.matchUnits({ texts: ['kg', 'METER'] })).map(({ code }) => code).sort()).toEqual(['Kg', 'Meter'])
    expect(await admin.masters.matchItems({ texts: Array.from({ length: 2000 }, (_, at) => `X${at}`) })).toEqual([])
  })
})
