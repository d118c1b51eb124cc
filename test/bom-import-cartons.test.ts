import { afterAll, beforeAll, expect, test } from 'vitest'
import { decimalText } from '../shared/core/decimal.ts'
import { startTestHost, type TestHost } from './support/host.ts'
import { importer, type Importer } from './support/import-files.ts'

const heading = 'Product,Product/Name,Quantity,Unit of Measure,BoM Lines/Component,BoM Lines/Quantity,BoM Lines/Product Unit of Measure'
const table = (...rows: readonly string[]) => [heading, ...rows].join('\n')
/** A carton of 60 dolls is packed of 60 and its box; a pallet is 8 of them. */
const packing = table('[BR-30] Beruang 30 cm,,1,CTN 60,WIP_BONEKA,60,Pcs', ',,,,[00301] Karton 60,1,CTN', '[PLT-30] Palet beruang,,1,Pcs,[BR-30] Beruang 30 cm,8,CTN 60')

let host: TestHost
let admin: Importer

beforeAll(async () => {
  host = await startTestHost()
  admin = await importer(host)
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const stage = (content: string | Buffer) => admin.stage('boms', content)
const discard = (batch: { readonly id: string }) => admin.desk.imports.discardImport({ id: batch.id })
const newCounts = ({ parts }: Awaited<ReturnType<typeof stage>>) => Object.fromEntries(parts.map(({ target, newCount }) => [target, newCount]))
const newValues = async (batchId: string, part: 'units' | 'items' | 'unitConversions') => (await admin.desk.imports.listImportRecords({ batchId, part, pageSize: 100, filter: { status: 'new' } })).rows.map(({ values }) => values)
const conversions = async () => (await admin.desk.masters.listUnitConversions({ pageSize: 100 })).rows.filter(({ itemId }) => itemId !== null)
  .map(({ itemCode, fromQuantity, fromUnitCode, toQuantity, toUnitCode }) => `${itemCode}: ${decimalText(fromQuantity)} ${fromUnitCode} = ${decimalText(toQuantity)} ${toUnitCode}`).sort()
const faultsOf = async (batchId: string) => (await admin.desk.imports.listImportRows({ batchId, filter: { status: 'faulty' } })).rows
  .flatMap(({ row, issues }) => issues.filter(({ weight }) => weight === 'fault').map(({ column, reason, params: { row: like, ...params } }) => ({ row, column, reason, ...params, ...(like !== undefined && { like }) })))
const bomOf = async (itemCode: string) => {
  const found = (await admin.desk.engineering.listBoms({ search: itemCode, filter: { kind: 'PRODUCTION', status: 'ACTIVE' } })).rows.find(row => row.itemCode === itemCode)
  return admin.desk.engineering.getBom({ id: found!.id })
}

test('IO-1 a carton of 60 is a conversion of its article: shown with the items and BOMs it comes with, and saved with them or not at all', async () => {
  const batch = await stage(packing)
  expect(batch).toMatchObject({ faultyCount: 0 })
  expect(newCounts(batch)).toEqual({ units: 0, items: 4, unitConversions: 1, bomHeaders: 2 })
  expect(await newValues(batch.id, 'unitConversions')).toMatchObject([{ item: 'BR-30', fromQuantity: '1', fromUnit: 'Ctn', toQuantity: '60', toUnit: 'Pcs' }])
  // What is made by the carton is counted in pieces, what is only taken by it stays in cartons.
  expect((await newValues(batch.id, 'items')).map(({ code, unit }) => [code, unit])).toEqual([['BR-30', 'Pcs'], ['WIP_BONEKA', 'Pcs'], ['00301', 'Ctn'], ['PLT-30', 'Pcs']])
  expect(await conversions()).toEqual([])

  await admin.desk.imports.applyImport(batch)
  expect(await conversions()).toEqual(['BR-30: 1 Ctn = 60 Pcs'])
  const packed = await bomOf('BR-30')
  expect([decimalText(packed.outputQuantity), ...packed.lines.map(({ componentCode, quantity, unitCode }) => `${componentCode} ${decimalText(quantity)} ${unitCode}`)]).toEqual(['60', 'WIP_BONEKA 60 Pcs', '00301 1 Ctn'])
  const { materials } = await admin.desk.engineering.explodeBom({ id: (await bomOf('PLT-30')).id, quantity: '5' })
  expect(materials.map(({ itemCode, quantity, unitCode }) => `${itemCode} ${decimalText(quantity)} ${unitCode}`).sort()).toEqual(['00301 40 Ctn', 'WIP_BONEKA 2400 Pcs'])
})

test('IO-3 the same file again, and what is exported, change nothing', async () => {
  const again = await stage(packing)
  expect(again).toMatchObject({ rowCount: 3, sameCount: 3, faultyCount: 0 })
  expect(newCounts(again)).toEqual({ units: 0, items: 0, unitConversions: 0, bomHeaders: 0 })
  await discard(again)
  for (const [format, language] of [['csv', 'en'], ['xlsx', 'id']] as const) {
    const file = await admin.fetch(await admin.desk.imports.exportList({ target: 'boms', format, language }))
    if (format === 'csv') expect(file.toString()).toContain('[BR-30] Beruang 30 cm,8,Ctn 60,')
    const batch = await stage(file)
    expect(batch, format).toMatchObject({ rowCount: 3, sameCount: 3, faultyCount: 0 })
    await discard(batch)
  }
  expect(await conversions()).toEqual(['BR-30: 1 Ctn = 60 Pcs'])
})

test.each(['ctn60', 'CTN-60', 'Karton 60', 'Dus isi 60 pcs', 'Carton @60'])('‘%s’ is that carton too', async unit => {
  const batch = await stage(table(`[PLT-30] Palet beruang,,1,Pcs,[BR-30] Beruang 30 cm,8,${unit}`))
  expect(batch).toMatchObject({ sameCount: 1, faultyCount: 0, findings: [] })
  await discard(batch)
})

test('IO-1 a carton that holds other than its article’s is refused at its row with both, wherever that is kept', async () => {
  await admin.desk.imports.applyImport(await admin.stage('items', 'Kode;Nama;Jenis;Satuan;Isi karton;Karton per palet\nBR-48;Beruang kecil;Barang jadi;Pcs;48;8\nBR-50;Beruang besar;Barang jadi;Pcs;;'))
  await admin.desk.imports.applyImport(await admin.stage('unitConversions', 'Barang;Dari jumlah;Dari;Faktor;Ke\nBR-50;1;Ctn;5;Pack\nBR-50;1;Pack;10;Pcs'))
  const batch = await stage(table(
    '[PLT-1] Palet campur,,1,Pcs,BR-48,8,CTN 60', ',,,,BR-50,8,CTN 60', ',,,,[BR-30] Beruang 30 cm,8,CTN 48', '[BR-48] Beruang kecil,,1,CTN 50,WIP_BONEKA,1,Pcs',
    '[BR-12] Beruang mini,,1,CTN 12,WIP_BONEKA,12,Pcs', '[PLT-2] Palet mini,,1,Pcs,[BR-12] Beruang mini,9,CTN 24',
  ))
  expect(await faultsOf(batch.id)).toEqual([
    { row: 2, column: 'unit', reason: 'carton-differs', item: 'BR-48', value: '1 Ctn = 60 Pcs', known: '1 Ctn = 48 Pcs' },
    { row: 3, column: 'unit', reason: 'carton-differs', item: 'BR-50', value: '1 Ctn = 60 Pcs', known: '1 Ctn = 50 Pcs' },
    { row: 4, column: 'unit', reason: 'carton-differs', item: 'BR-30', value: '1 Ctn = 48 Pcs', known: '1 Ctn = 60 Pcs' },
    { row: 5, column: 'outputUnit', reason: 'carton-differs', item: 'BR-48', value: '1 Ctn = 50 Pcs', known: '1 Ctn = 48 Pcs' },
    { row: 7, column: 'unit', reason: 'carton-twice', item: 'BR-12', value: '1 Ctn = 24 Pcs', known: '1 Ctn = 12 Pcs', like: 6 },
  ])
  await expect(admin.desk.imports.applyImport(batch)).rejects.toMatchObject({ code: 'import-has-errors' })
  await discard(batch)
})

test('IO-1 where only what is new is added, a carton whose conversion is out of use is refused in the preview, at its row; with updating it is taken into use again', async () => {
  const { rows } = await admin.desk.masters.listUnitConversions({ pageSize: 100 })
  const carton = rows.find(({ itemCode, fromUnitCode }) => itemCode === 'BR-30' && fromUnitCode === 'Ctn')!
  await admin.desk.masters.setUnitConversionActive({ id: carton.id, version: carton.version, isActive: false })
  const pallet = table('[PLT-9] Palet baru,,1,Pcs,[BR-30] Beruang 30 cm,8,CTN 60', '[PLT-30] Palet beruang,,1,Pcs,[BR-30] Beruang 30 cm,9,CTN 60')
  const fresh = await admin.stage('boms', pallet, { mode: 'insert' })
  expect(await faultsOf(fresh.id)).toEqual([{ row: 2, column: 'unit', reason: 'carton-resting', item: 'BR-30', value: '1 Ctn = 60 Pcs' }])
  await expect(admin.desk.imports.applyImport(fresh)).rejects.toMatchObject({ code: 'import-has-errors' })
  await discard(fresh)
  const updating = await stage(pallet)
  expect(updating.faultyCount).toBe(0)
  await admin.desk.imports.applyImport(updating)
  expect((await bomOf('PLT-9')).lines.map(({ quantity, unitCode }) => `${decimalText(quantity)} ${unitCode}`)).toEqual(['8 Ctn'])
  await admin.desk.imports.applyImport(await stage(packing))
})

test('an article that is not counted in pieces cannot be counted by such a carton', async () => {
  await admin.desk.imports.applyImport(await admin.stage('items', 'Kode;Nama;Jenis;Satuan\nISI-1;Dakron;Bahan baku;Kg'))
  const batch = await stage(table('[PLT-3] Palet,,1,Pcs,ISI-1,1,CTN 60'))
  expect((await faultsOf(batch.id)).map(({ row, column, reason }) => [row, column, reason])).toEqual([[2, 'unit', 'no-conversion']])
  await discard(batch)
})

test('a factory without cartons is given the unit too; one that has a unit of that very code keeps it', async () => {
  const { rows } = await admin.desk.masters.listUnits({ pageSize: 100 })
  const carton = rows.find(({ code }) => code === 'Ctn')!
  const renamed = await admin.desk.masters.updateUnit({ id: carton.id, version: carton.version, code: 'Peti', name: 'Peti' })
  const batch = await stage(table('[BR-20] Beruang 20 cm,,1,CTN 90,WIP_BONEKA,90,Pcs'))
  expect(newCounts(batch)).toEqual({ units: 1, items: 1, unitConversions: 1, bomHeaders: 1 })
  expect(await newValues(batch.id, 'units')).toMatchObject([{ code: 'CTN' }])
  await discard(batch)

  await admin.desk.masters.updateUnit({ id: carton.id, version: renamed.version, code: 'Ctn 90', name: 'Karton 90' })
  const kept = await stage(table('[BR-20] Beruang 20 cm,,90,Pcs,WIP_BONEKA,90,Pcs', ',,,,[00302] Kotak,1,CTN 90'))
  expect(newCounts(kept)).toEqual({ units: 0, items: 2, unitConversions: 0, bomHeaders: 1 })
  await discard(kept)
})
