import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal } from '../shared/core/decimal.ts'
import { labelZpl } from '../shared/labels/zpl.ts'
import { ownCode, plainCode, readOwnCode } from '../shared/scan/own-code.ts'
import { startFakePrinter, type FakePrinter } from './support/fake-printer.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { unitIdOf } from './support/stores.ts'

let host: TestHost
let admin: Desk
let store: Desk
let printer: FakePrinter
let printerId: string
let itemId: string
let lotId: string
let storeId: string

beforeAll(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
  store = await host.as('Warehouse Operator', 'WH')
  printer = await startFakePrinter()
  printerId = (await newPrinter('PRT-1', printer.port)).id
  const unitId = await unitIdOf(admin, 'Kg')
  itemId = (await admin.masters.createItem({ code: 'KAIN-01', name: 'Kain wol ^halus~ “é”', kind: 'RAW_MATERIAL', unitId, piecesPerCarton: 60, cartonsPerPallet: 8 })).id
  storeId = (await admin.masters.listLocations({ search: 'WH-MAIN' })).rows[0]!.id
  await store.warehouse.receiveStock({ itemId, quantity: '25.5', toLocationId: storeId, lot: { expiresOn: '2027-05-31', supplierLot: 'B_77' } })
  lotId = (await store.warehouse.listLots({ filter: { itemId } })).rows[0]!.lotId
})
afterAll(async () => {
  await printer.close()
  await host.stop()
  expect(host.faults).toEqual([])
})

function newPrinter(code: string, port: number, more: { language?: 'ZPL' | 'TSPL' } = {}) {
  return admin.masters.createLabelPrinter({ ...more, code, name: `Pencetak ${code}`, address: '127.0.0.1', port, dpi: '203', labelWidth: 100, labelHeight: 50 })
}
const fromNowOn = () => {
  const before = printer.labels().length
  return () => printer.labels().slice(before)
}

describe('IO-10 labels', () => {
  test('a lot’s label says code, item, quantity, received day, expiry and the supplier’s lot, in the reader’s language', async () => {
    const printed = fromNowOn()
    expect(await store.labels.printLabels({ printerId, labels: [{ kind: 'lot', id: lotId, quantity: '25.5' }], language: 'id' })).toEqual({ printed: 1, printer: 'Pencetak PRT-1' })
    expect(await printer.until(() => printed().length === 1)).toBe(true)
    expect(printed()[0]).toEqual({
      scan: 'LOT:KAIN-01-20261120-001', width: 799, height: 400, copies: 1, isUtf8: true,
      texts: ['KAIN-01-20261120-001', 'Kain wol ^halus~ “é”', '25,5 Kg', 'Diterima: 20-11-2026', 'Kedaluwarsa: 31-05-2027', 'Lot pemasok: B_77'],
    })
  })

  test('a printer that takes TSPL is sent the same label in its language: sizes in mm, the QR, texts with their quotation marks, so many copies', async () => {
    const tsc = await startFakePrinter()
    const made = await newPrinter('PRT-TSC', tsc.port, { language: 'TSPL' })
    expect([made.language, (await admin.masters.getLabelPrinter({ id: printerId })).language]).toEqual(['TSPL', 'ZPL'])
    const button = await admin.masters.createItem({ code: 'KANCING', name: 'Kancing "perak" 3"', kind: 'RAW_MATERIAL', unitId: await unitIdOf(admin, 'Pcs') })
    expect(await store.labels.printLabels({ printerId: made.id, labels: [{ kind: 'item', id: button.id, quantity: '1500', copies: 2 }], language: 'id' })).toMatchObject({ printed: 2 })
    const expected = [
      'SIZE 100 mm,50 mm', 'DIRECTION 1', 'REFERENCE 0,0', 'CODEPAGE UTF-8', 'CLS', 'QRCODE 16,16,M,10,A,0,"ITM:KANCING"', 'BLOCK 242,16,541,48,"0",0,17,17,0,1,"KANCING"',
      'BLOCK 242,70,541,26,"0",0,9,9,0,1,"Kancing \\["]perak\\["] 3\\["]"', 'BLOCK 242,102,541,40,"0",0,14,14,0,1,"1.500 Pcs"',
      'BLOCK 242,148,541,22,"0",0,7,7,0,1,"Satuan: Pcs"', 'PRINT 1,2', '',
    ].join('\r\n')
    expect(await tsc.until(() => tsc.text().length >= expected.length)).toBe(true)
    expect(tsc.text()).toBe(expected)
    await tsc.close()
  })

  test('items, places and cartons have labels too, each with a code that says what it is', async () => {
    const printed = fromNowOn()
    const labels = [{ kind: 'item', id: itemId }, { kind: 'location', id: storeId, copies: 3 }, { kind: 'carton', id: itemId }] as const
    expect(await store.labels.printLabels({ printerId, labels: [...labels], language: 'en' })).toMatchObject({ printed: 5 })
    expect(await printer.until(() => printed().length === 3)).toBe(true)
    expect(printed().map(({ scan, copies }) => [scan, copies])).toEqual([['ITM:KAIN-01', 1], ['LOC:WH-MAIN', 3], ['CTN:60:KAIN-01', 1]])
    expect(printed()[2]!.texts).toContain('60 Kg')
  })

  test('a printer that is off says so, and nothing is lost by sending again', async () => {
    const gone = await startFakePrinter()
    const { id } = await newPrinter('PRT-OFF', gone.port)
    await gone.close()
    const wish = { printerId: id, labels: [{ kind: 'lot' as const, id: lotId, copies: 2 }] }
    await expect(store.labels.printLabels(wish)).rejects.toMatchObject({
      code: 'printer-off', params: { name: 'Pencetak PRT-OFF', address: `127.0.0.1:${gone.port}`, sent: 0, total: 2 },
    })
    const printed = fromNowOn()
    expect(await store.labels.printLabels({ ...wish, printerId })).toMatchObject({ printed: 2 })
    expect(await printer.until(() => printed().length === 1)).toBe(true)
  })

  test('a printer that hangs up amid the labels is told from one that is off, with what it took for certain', async () => {
    const broken = await startFakePrinter({ breaksOff: true })
    const { id } = await newPrinter('PRT-BROKEN', broken.port)
    const labels = Array.from({ length: 6 }, () => ({ kind: 'item' as const, id: itemId }))
    const refusal: { code: string; params: { sent: number; total: number } } = await store.labels.printLabels({ printerId: id, labels }).then(() => expect.fail('was printed'), error => error)
    expect(refusal).toMatchObject({ code: 'printer-broke-off', params: { name: 'Pencetak PRT-BROKEN', total: 6 } })
    expect(refusal.params.sent).toBeLessThan(6)
    await broken.close()
  })

  test('what was sent already is skipped, copy by copy', async () => {
    const printed = fromNowOn()
    const labels = [{ kind: 'lot' as const, id: lotId, copies: 4 }, { kind: 'item' as const, id: itemId, copies: 2 }]
    expect(await store.labels.printLabels({ printerId, labels, skip: 3 })).toMatchObject({ printed: 3 })
    expect(await printer.until(() => printed().length === 2)).toBe(true)
    expect(printed().map(({ scan, copies }) => [scan, copies])).toEqual([['LOT:KAIN-01-20261120-001', 1], ['ITM:KAIN-01', 2]])
  })

  test('a printer out of use, a carton of nothing, too many at once, and no right to see stock are refused', async () => {
    const { id, version } = await newPrinter('PRT-OLD', printer.port)
    await admin.masters.setLabelPrinterActive({ id, version, isActive: false })
    await expect(store.labels.printLabels({ printerId: id, labels: [{ kind: 'item', id: itemId }] })).rejects.toMatchObject({ code: 'inactive', params: { entity: 'labelPrinter' } })
    const loose = await admin.masters.createItem({ code: 'LEPAS', name: 'Lepas', kind: 'AUXILIARY', unitId: (await admin.masters.listUnits({})).rows[0]!.id })
    await expect(store.labels.printLabels({ printerId, labels: [{ kind: 'carton', id: loose.id }] })).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [{ reason: 'labels.issues.no-carton' }] },
    })
    await expect(store.labels.makeLabelSheet({ labels: [{ kind: 'item', id: itemId, copies: 400 }, { kind: 'lot', id: lotId, copies: 101 }] })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect((await host.as('Security')).labels.makeLabelSheet({ labels: [{ kind: 'item', id: itemId }] })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('the same as a PDF: fourteen to a sheet', async () => {
    const session = await host.sessionFor('Warehouse Operator', 'WH')
    const { ticket, name, count } = await host.desk(session).labels.makeLabelSheet({ labels: [{ kind: 'lot', id: lotId, quantity: '25.5', copies: 15 }], language: 'id' })
    expect([name, count]).toEqual(['label_20261120_1000.pdf', 15])
    const pdf = readFileSync(host.host.files.redeem(ticket).path, 'latin1')
    expect(pdf.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(2)
  })
})

describe('what is scanned of our labels', () => {
  test('a code says of what kind it is; others are none of ours', () => {
    for (const code of [{ kind: 'item', code: 'A:1' }, { kind: 'lot', code: 'A-1' }, { kind: 'location', code: 'R 1' }, { kind: 'carton', code: 'A:1', quantity: decimal('12.5') }] as const) {
      expect(readOwnCode(ownCode(code))).toEqual(code)
    }
    expect(readOwnCode('lot:a-1')).toEqual({ kind: 'lot', code: 'a-1' })
    expect(['CTN:60:A-1', 'LOT:A-1', 'A-1'].map(plainCode)).toEqual(['A-1', 'A-1', 'A-1'])
    for (const other of ['KAIN-01', 'LOT:', 'CTN:KAIN-01', 'XYZ:1', '']) expect(readOwnCode(other)).toBeUndefined()
  })

  test('it leads to that very record, whatever else has the same code', async () => {
    await admin.masters.createLocation({ code: 'KAIN-01', name: 'Rak bernama sama', kind: 'INTERNAL' })
    const kinds = async (code: string) => (await store.search.resolve({ code })).map(({ kind, code: found }) => [kind, found])
    expect(await kinds('KAIN-01')).toEqual([['item', 'KAIN-01'], ['location', 'KAIN-01']])
    expect(await kinds('ITM:KAIN-01')).toEqual([['item', 'KAIN-01']])
    expect(await kinds('LOC:KAIN-01')).toEqual([['location', 'KAIN-01']])
    expect(await kinds('CTN:60:KAIN-01')).toEqual([['item', 'KAIN-01']])
    expect(await kinds('LOT:KAIN-01-20261120-001')).toEqual([['stockLot', 'KAIN-01-20261120-001']])
    expect(await kinds('KAIN-01-20261120-001')).toEqual([['stockLot', 'KAIN-01-20261120-001']])
    expect(await store.search.find({ text: 'B_77' })).toMatchObject([{ kind: 'stockLot', code: 'KAIN-01-20261120-001' }])
    expect(await (await host.as('Security')).search.resolve({ code: 'LOT:KAIN-01-20261120-001' })).toEqual([])
  })
})

describe('labels of any size', () => {
  test('what there is no room for is left out, never the code', () => {
    const label = { scan: 'LOT:A', code: 'A', name: 'Nama', quantity: '1 Kg', facts: ['satu', 'dua', 'tiga'] }
    const small = labelZpl(label, { dpi: 203, width: 50, height: 15 }, 1)
    expect(small).toContain('^FDA^FS')
    expect(small).not.toContain('^FDtiga^FS')
    const heights = [...small.matchAll(/\^FO\d+,(\d+)\^A0N,(\d+)/g)].map(([, y, height]) => Number(y) + Number(height))
    expect(Math.max(...heights)).toBeLessThanOrEqual(120)
  })
})
