import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { importer } from './support/import-files.ts'

let host: TestHost
let admin: Desk
const units: Record<string, string> = {}

beforeAll(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  for (const { code, id } of (await admin.masters.listUnits({ pageSize: 100 })).rows) units[code] = id
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

let items = 0
async function newItem(unit = 'Pcs'): Promise<string> {
  items += 1
  return (await admin.masters.createItem({ code: `UNIT-${items}`, name: `Barang ${items}`, kind: 'RAW_MATERIAL', unitId: units[unit]! })).id
}
const conversion = (itemId: string | null, fromQuantity: string, from: string, toQuantity: string, to: string) =>
  admin.masters.createUnitConversion({ itemId, fromQuantity, fromUnitId: units[from]!, toQuantity, toUnitId: units[to]! })
async function converted(quantity: string, from: string, to: string, itemId: string | null = null): Promise<string> {
  const answer = await admin.engineering.convertQuantity({ itemId, quantity, fromUnitId: units[from]!, toUnitId: units[to]! })
  return `${answer.isExact ? '' : '~'}${decimalText(answer.quantity)}`
}

describe('conversions', () => {
  test('a new factory knows the general factors, and uses them both ways and one after another', async () => {
    expect(await converted('100', 'Yard', 'Meter')).toBe('91.44')
    expect(await converted('91.44', 'Meter', 'Yard')).toBe('100')
    expect(await converted('2', 'Cone', 'Meter')).toBe('10000')
    expect(await converted('3', 'Ball', 'Gram')).toBe('75000')
    expect(await converted('1', 'Yard', 'Cm')).toBe('91.44')
    expect(await converted('1', 'Meter', 'Yard')).toBe('~1.0936')
    expect(await converted('7', 'Pcs', 'Pcs')).toBe('7')
  })

  test('what an item has of its own goes before the general factor, and holds for it alone', async () => {
    const [embroidery, sewing] = [await newItem('Meter'), await newItem('Meter')]
    await conversion(embroidery, '1', 'Cone', '3000', 'Meter')
    expect([await converted('2', 'Cone', 'Meter', embroidery), await converted('2', 'Cone', 'Meter', sewing)]).toEqual(['6000', '10000'])
    expect(await converted('9000', 'Meter', 'Cone', embroidery)).toBe('3')
    // Two amounts, because 3 rolls of 50 metres leave no factor that ends.
    await conversion(sewing, '3', 'Roll', '50', 'Meter')
    expect(await converted('9', 'Roll', 'Meter', sewing)).toBe('150')
  })

  test('the general factor goes before a way round over the item’s own', async () => {
    const itemId = await newItem('Yard')
    await conversion(itemId, '1', 'Yard', '2', 'Roll')
    await conversion(itemId, '1', 'Roll', '1', 'Meter')
    expect(await converted('100', 'Yard', 'Meter', itemId)).toBe('91.44')
  })

  test('without a way from one to the other, both units are named', async () => {
    const itemId = await newItem()
    const asked = admin.engineering.convertQuantity({ itemId, quantity: '1', fromUnitId: units.Kg!, toUnitId: units.Pcs! })
    await expect(asked).rejects.toMatchObject({ code: 'no-conversion', params: { from: 'Kg', to: 'Pcs', itemName: `Barang ${items}` } })
  })

  test('a conversion out of use no longer counts', async () => {
    const itemId = await newItem()
    const { id, version } = await conversion(itemId, '1', 'Ctn', '60', 'Pcs')
    expect(await converted('8', 'Ctn', 'Pcs', itemId)).toBe('480')
    await admin.masters.setUnitConversionActive({ id, version, isActive: false })
    await expect(converted('8', 'Ctn', 'Pcs', itemId)).rejects.toMatchObject({ code: 'no-conversion' })
  })

  test('one that says nothing, or says it twice, is refused by field', async () => {
    const itemId = await newItem()
    const refused = (work: Promise<unknown>, reason: string, field: string) =>
      expect(work).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: [field], reason: `masters.issues.${reason}` }] } })
    await refused(conversion(itemId, '1', 'Pcs', '1', 'Pcs'), 'same-unit', 'toUnitId')
    await refused(conversion(itemId, '0', 'Ctn', '60', 'Pcs'), 'not-positive', 'fromQuantity')
    await conversion(itemId, '1', 'Ctn', '60', 'Pcs')
    await refused(conversion(itemId, '1', 'Pcs', '60', 'Ctn'), 'conversion-turned', 'toUnitId')
    await expect(conversion(itemId, '1', 'Ctn', '48', 'Pcs')).rejects.toMatchObject({ code: 'duplicate', params: { entity: 'unitConversion' } })
    const desk = await importer(host, 'Superadmin')
    const { findings, faultyCount } = await desk.stage('unitConversions', `Barang;Jumlah;Satuan;Sama dengan;Dalam satuan\nUNIT-${items};1;Pcs;60;Ctn\n;1;Meter;1,0936;Yard`)
    expect([faultyCount, findings.map(({ reason }) => reason)]).toEqual([2, ['conversion-turned']])
  })

  test('a factory that is there gets the general factors it has the units for', () => {
    const kept = host.database.prepare('select count(*) from unitConversion where itemId is null').pluck().get()
    expect(kept).toBe(7)
    expect(decimal('0.9144')).toBe(9144)
  })
})
