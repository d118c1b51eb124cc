import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mayExportCosts } from '../shared/imports/rules.ts'
import { startTestHost, type TestHost } from './support/host.ts'
import { importer, type Importer } from './support/import-files.ts'

let host: TestHost
let admin: Importer

beforeAll(async () => {
  host = await startTestHost()
  admin = await importer(host)
  await admin.desk.imports.applyImport(await admin.stage('items', 'Kode;Nama;Satuan;Jenis;Harga satuan\nK-1;Kain katun;Meter;Bahan baku;12.500\nK-2;Kain lap;Meter;Bahan baku;7.250'))
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const text = async (user: Importer, language: 'id' | 'en' = 'id') => (await user.fetch(await user.desk.imports.exportList({ target: 'items', format: 'csv', language }))).toString()
const count = (where: string) => host.database.prepare(`select count(*) from auditEntry where ${where}`).pluck().get() as number

describe('IO-2 who takes lists out of the house', () => {
  test.each(['Superadmin', 'Manager', 'Finance Manager', 'Director', 'Admin', 'PPIC Manager', 'Warehouse Admin'])('IO-2 %s exports, and the audit says so', async role => {
    const user = await importer(host, role)
    const before = count("action = 'EXPORT'")
    expect(await text(user)).toContain('K-1;Kain katun')
    expect(count("action = 'EXPORT'") - before).toBe(1)
    expect(count(`action = 'EXPORT' and userId = '${user.session.userId}' and after like '%imports.items%'`)).toBe(1)
  })

  test.each(['PPIC Admin', 'SPV Sewing', 'Admin Sewing', 'Purchasing', 'QC Lab', 'Viewer', 'Warehouse Operator'])('IO-2 %s does not', async role => {
    const user = await importer(host, role)
    await expect(user.desk.imports.exportList({ target: 'items', format: 'csv' })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test.each(['Warehouse Admin', 'PPIC Manager', 'Finance Manager', 'Director'])('IO-2 %s exports, but does not import', async role => {
    const user = await importer(host, role)
    await expect(user.inspect('items', 'Kode;Nama\nA;B')).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('IO-2 costs leave the house from a Manager’s rank on, with the name and the time in the file', async () => {
    const owner = await importer(host, 'Superadmin')
    const [mark, heading, first] = (await text(owner)).split('\r\n')
    expect(mark).toBe(`\uFEFFRAHASIA: berisi harga. Diekspor oleh ${owner.session.fullName}, 20-11-2026 10.00 WIB`)
    expect(heading).toContain('Harga satuan')
    expect(first).toMatch(/^K-1;Kain katun;.*;12500;/)
    expect((await text(owner, 'en')).split('\r\n')[0]).toBe(`\uFEFF"CONFIDENTIAL: contains costs. Exported by ${owner.session.fullName}, 20-11-2026 10:00 WIB"`)
  })

  test('IO-2 an Admin and a PPIC Manager see costs on the screen and export without them; a Manager without the right does not either', async () => {
    for (const role of ['Admin', 'PPIC Manager', 'Manager']) {
      const out = await text(await importer(host, role))
      expect(out.startsWith('\uFEFFKode;'), role).toBe(true)
      expect(out, role).not.toMatch(/Harga|12500/)
    }
    expect([[1, true], [2, true], [2, false], [3, true], [4, true]].map(([level, canSeeCost]) => mayExportCosts({ level: Number(level), canSeeCost: canSeeCost === true })))
      .toEqual([true, true, false, false, false])
  })

  test.each(['csv', 'xlsx'] as const)('IO-3 a file with that line comes back unchanged, as %s in both languages', async format => {
    const owner = await importer(host, 'Superadmin')
    for (const language of ['id', 'en'] as const) {
      const file = await owner.fetch(await owner.desk.imports.exportList({ target: 'items', format, language }))
      expect(await owner.inspect('items', file)).toMatchObject({ headingRow: 2, rowCount: 2 })
      expect(await owner.stage('items', file)).toMatchObject({ rowCount: 2, sameCount: 2, faultyCount: 0 })
    }
  })
})

describe('how far the lists are', () => {
  test('each stands behind those it needs, with what it has and its last import', async () => {
    const lists = await admin.desk.imports.listProgress({})
    const at = (target: string) => lists.findIndex(list => list.target === target)
    for (const { target, needs } of lists) for (const need of needs) expect(at(need), `${target} needs ${need}`).toBeLessThan(at(target))
    expect(lists[at('items')]).toMatchObject({ count: 2, needs: ['units'], canImport: true, lastImport: { fileName: 'data.csv' } })
    expect(lists[at('openingStock')]).toMatchObject({ count: 0, needs: ['locations', 'items'], lastImport: null })
    const warehouse = await host.as('Warehouse Admin')
    expect((await warehouse.imports.listProgress({})).every(({ canImport }) => !canImport)).toBe(true)
  })
})
