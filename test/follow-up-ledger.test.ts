import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { moneyText } from '../shared/core/money.ts'
import { importer, type Importer } from './support/import-files.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

describe('the ledger of receivables as a file', () => {
  let host: TestHost
  let desk: Desk
  let files: Importer
  beforeAll(async () => {
    host = await startTestHost()
    files = await importer(host)
    desk = files.desk
    await desk.masters.createCustomer({ code: 'C-1', name: 'Toko Melati' })
    await desk.masters.createCustomer({ code: 'C-2', name: 'Apotek Sehat', area: 'Bogor' })
  })
  afterAll(async () => {
    expect(host.faults).toEqual([])
    await host.stop()
  })
  const head = 'Kode pelanggan;Nama;Penagih;Wilayah;Debit;Kredit;Per tanggal'
  const table = (...rows: string[]) => [head, ...rows].join('\n')
  const stage = (text: string, choice = {}) => files.stage('customerLedger', text, { decimalMark: ',', ...choice })
  const clients = async () =>
    (await desk.followUp.listClients({ sort: [{ column: 'customerName' }] })).rows.map(({ customerCode, agentName, area, outstanding, asOf }) => [customerCode, agentName, area, moneyText(outstanding), asOf])
  const problems = async (batchId: string) =>
    (await desk.imports.listImportRows({ batchId, filter: { status: 'faulty' } })).rows.map(({ row, issues }) => [row, issues.map(({ column, reason }) => `${column} ${reason}`)])

  test('IF-20 every fault is named with its row and field, and nothing is saved before all of them are settled', async () => {
    const rows = ['C-1;;Rina;;15.000,00;3.000;19-11-2026', 'C-2;;;;;0;19-11-2026', 'C-3;Baru;;;-5;0;19-11-2026', 'C-4;Baru lagi;;;1,005;0;19-11-2026', 'C-5;Lima;;;7;0;25-11-2026', 'C-6;Enam;;;7;0;', 'C-7;;;;7;0;19-11-2026']
    const batch = await stage(table(...rows))
    expect(await problems(batch.id)).toEqual([
      [3, ['debit required']], [4, ['debit negative']], [5, ['debit money-places']], [6, ['asOf day-ahead']], [7, ['asOf required']], [8, ['customer customer-unknown']],
    ])
    await expect(desk.imports.applyImport({ id: batch.id, version: batch.version })).rejects.toMatchObject({ code: 'import-has-errors' })
    expect(await clients()).toEqual([])
    await desk.imports.discardImport({ id: batch.id })
  })

  test('IF-20 customers that are not there are made, a new code without a name is asked about, and all is saved at once', async () => {
    const batch = await stage(table('C-1;;Rina;Depok;15.000,00;3.000;19-11-2026', 'c-2;;Budi;Jakarta;900,5;;19-11-2026', 'TK-JAYA;Jaya Abadi;Budi;Solo;60.000;0;19-11-2026'))
    expect(batch).toMatchObject({ newCount: 3, faultyCount: 0, parts: [{ target: 'customers', newCount: 1 }, { target: 'customerAccounts', newCount: 3 }] })
    await desk.imports.applyImport({ id: batch.id, version: batch.version })
    // An area that is known stays; one that is not is learned.
    expect(await clients()).toEqual([['C-2', 'Budi', 'Bogor', '900.5', '2026-11-19'], ['TK-JAYA', 'Budi', 'Solo', '60000', '2026-11-19'], ['C-1', 'Rina', 'Depok', '12000', '2026-11-19']])
    const nameless = await stage(table('TK-JAYB;;Budi;;60.000;0;20-11-2026'))
    expect(await problems(nameless.id)).toEqual([[2, ['customer customer-unknown']]])
    const accepted = await desk.imports.decideRows({ id: nameless.id, version: nameless.version, decisions: [{ act: 'accept', where: { rows: [2] }, reason: 'customer-unknown' }] })
    expect(accepted).toMatchObject({ newCount: 1, faultyCount: 0 })
    await desk.imports.discardImport({ id: nameless.id })
  })

  test('IF-20 importing again replaces what is owed, and keeps follow-ups, promises and agents that it does not name', async () => {
    const { customerId } = (await desk.followUp.listClients({ search: 'C-1' })).rows[0]!
    await desk.followUp.logFollowUp({ customerId, channel: 'PHONE', outcome: 'PROMISED', promised: '5000', nextDay: '2026-11-24' })
    const batch = await stage(table('C-1;;;;16.000;9.000;20-11-2026', 'C-2;;;;900,5;900,5;20-11-2026'))
    expect(batch).toMatchObject({ newCount: 0, changedCount: 2 })
    await desk.imports.applyImport({ id: batch.id, version: batch.version })
    expect(await clients()).toEqual([['C-2', 'Budi', 'Bogor', '0', '2026-11-20'], ['TK-JAYA', 'Budi', 'Solo', '60000', '2026-11-19'], ['C-1', 'Rina', 'Depok', '7000', '2026-11-20']])
    expect((await desk.followUp.listClients({ search: 'C-1' })).rows[0]).toMatchObject({ lastFollowUpDay: '2026-11-20', nextDay: '2026-11-24', lastOutcome: 'PROMISED' })
    expect((await desk.followUp.listFollowUps({ filter: { customerId } })).rows).toHaveLength(1)
    expect((await desk.followUp.listClients({ filter: { isLeftOut: true } })).rows.map(({ customerCode }) => customerCode)).toEqual(['TK-JAYA'])
    const older = await stage(table('C-1;;;;1;0;18-11-2026'))
    expect(await problems(older.id)).toEqual([[2, ['asOf older-ledger']]])
    await desk.imports.discardImport({ id: older.id })
  })

  test('IF-20 two rows of a customer that differ are asked about; a day for all of them can be given once', async () => {
    const twice = await stage('Kode pelanggan,Debit,Kredit\nC-1,5,0\nC-1,6,0\n', { constants: { asOf: '2026-11-20' }, decimalMark: '.' })
    expect((await problems(twice.id)).flat(2)).toContain('debit duplicate-in-file')
    await desk.imports.discardImport({ id: twice.id })
  })

  test('IF-20 what is exported and imported again changes nothing', async () => {
    const file = await desk.imports.exportList({ target: 'customerLedger', format: 'csv' })
    const again = await files.stage('customerLedger', await files.fetch(file))
    expect(again).toMatchObject({ newCount: 0, changedCount: 0, sameCount: 3, faultyCount: 0 })
    await desk.imports.discardImport({ id: again.id })
  })

  test('IF-20 the report tells what is outstanding by agent with risk and promise; the summary adds it up by risk', async () => {
    const rows = async (report: string, filters = {}) => (await desk.reports.previewReport({ report, filters })).rows.map(({ cells }) => cells)
    expect((await rows('outstanding')).map(({ group, customerCode, outstanding, risk, promised }) => [group, customerCode, outstanding, risk, promised])).toEqual([['Budi', 'TK-JAYA', '60000', 'HIGH', null], ['Rina', 'C-1', '7000', 'LOW', '5000']])
    expect(await rows('outstanding', { risk: 'HIGH' })).toHaveLength(1)
    expect(await rows('outstanding', { by: 'AREA' })).toMatchObject([{ group: 'Depok' }, { group: 'Solo' }])
    expect(await rows('outstandingSummary')).toMatchObject([{ group: 'Budi', customers: 1, high: '60000', low: '0', neverAsked: 1 }, { group: 'Rina', customers: 1, high: '0', low: '7000', promised: '5000', promisedThisWeek: '0' }])
    expect(await rows('followUps')).toMatchObject([{ customerCode: 'C-1', outcome: 'PROMISED', promised: '5000', outstanding: '12000' }])
    const billing = await host.as('Billing', 'WH')
    for (const format of ['pdf', 'xlsx', 'csv'] as const) expect((await billing.reports.exportReport({ report: 'outstanding', format, language: 'id' })).size).toBeGreaterThan(100)
  }, 300_000)

  test('a customer is found by code and name, with where their account is looked at', async () => {
    const billing = await host.as('Billing')
    const { id } = (await desk.followUp.listClients({ search: 'TK-JAYA' })).rows[0]!
    expect(await billing.search.find({ text: 'jaya ab' })).toMatchObject([{ kind: 'customerAccount', id, code: 'TK-JAYA', detail: 'Solo', state: 'followUp.found.owing' }])
    expect(await billing.search.recall({ records: [{ kind: 'customerAccount', id }] })).toMatchObject([{ id }])
  })

  test('IF-20 whoever follows up payments brings in the ledger, customers and all, by that act alone; whoever imports without it needs the right to set what is owed', async () => {
    const billing = await importer(host, 'Billing')
    const batch = await billing.stage('customerLedger', table('C-8;Toko Baru;Rina;Bogor;4.000;0;20-11-2026'))
    expect(await billing.desk.imports.getBatch({ id: batch.id })).toMatchObject({ newCount: 1, faultyCount: 0 })
    await billing.desk.imports.saveMapping({ target: 'customerLedger', name: 'Buku', columns: batch.setup.columns, constants: {}, replacements: {} })
    await billing.desk.imports.applyImport({ id: batch.id, version: batch.version })
    expect((await billing.desk.imports.listBatches({ filter: { status: 'APPLIED' } })).rows.map(({ id }) => id)).toContain(batch.id)
    expect((await billing.desk.imports.listTargets({})).filter(({ canImport }) => canImport).map(({ name, modes }) => [name, modes])).toEqual([['invoices', ['insert']], ['customerLedger', ['update']]])
    expect((await billing.desk.identity.listOwnMenus({})).flatMap(({ children }) => children.map(({ path }) => path))).toContain('/imports')
    const changed = await billing.stage('customerLedger', table('C-8;;;;9.500;500;20-11-2026', 'C-9;Toko Lain;;;7;0;20-11-2026'))
    expect(changed).toMatchObject({ newCount: 1, changedCount: 1 })
    await billing.desk.imports.applyImport({ id: changed.id, version: changed.version })
    expect((await clients()).filter(([code]) => code === 'C-8')).toEqual([['C-8', 'Rina', 'Bogor', '9000', '2026-11-20']])
    const mapping = (await billing.desk.imports.listMappings({ target: 'customerLedger' }))[0]!
    await billing.desk.imports.removeMapping({ id: mapping.id, version: mapping.version })
    const file = await billing.desk.imports.downloadTemplate({ target: 'customerLedger', format: 'csv' })
    expect(file.size).toBeGreaterThan(0)
    const other = await importer(host, 'Warehouse Admin', { grants: ['process.importData', 'followUp.view'] })
    await expect(other.stage('customerLedger', table('C-1;;;;1;0;20-11-2026'))).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'followUp.update' } })
  })

  test('IO-2 whoever brings in one kind of file neither sees nor touches those of other kinds, and nobody who brings in none opens the wizard', async () => {
    const items = await files.stage('units', 'Kode,Nama\nKLG,Kaleng\n', { mode: 'insert', decimalMark: '.' })
    const billing = await importer(host, 'Billing')
    const { imports } = billing.desk
    const at = { id: items.id, version: items.version }
    const refused = { code: 'forbidden', params: { needed: 'process.importData' } }
    const tried = [
      billing.stage('units', 'Kode,Nama\nDUS,Dus\n'), imports.getBatch({ id: items.id }), imports.listImportRows({ batchId: items.id }), imports.listImportRecords({ batchId: items.id, part: 'units' }),
      imports.decideRows({ ...at, decisions: [] }), imports.applyImport(at), imports.discardImport({ id: items.id }), imports.listMappings({ target: 'units' }),
      imports.saveMapping({ target: 'units', name: 'x', columns: { code: 'Kode' }, constants: {}, replacements: {} }), billing.desk.audit.listHistory({ entity: 'importBatch', id: items.id }),
    ]
    for (const one of await Promise.allSettled(tried)) expect(one).toMatchObject({ status: 'rejected', reason: refused })
    expect((await imports.listBatches({})).rows.map(({ target }) => target)).not.toContain('units')
    const picker = await host.as('Picker')
    await expect(picker.imports.listBatches({})).rejects.toMatchObject(refused)
    await expect(picker.imports.listTargets({})).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'dataCare.view' } })
    await expect(imports.exportList({ target: 'customerLedger', format: 'csv' })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'dataCare.view' } })
    await files.desk.imports.discardImport({ id: items.id })
  })
})
