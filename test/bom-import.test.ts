import { readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimalText } from '../shared/core/decimal.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { importer, workbookOf, type Importer, type NamedFile } from './support/import-files.ts'

const fixture = (name: string): NamedFile => ({ name: `${name}.csv`, content: readFileSync(new URL(`fixtures/boms/${name}.csv`, import.meta.url), 'utf8') })
const [cutting, sewing, packing] = [fixture('bom-cutting'), fixture('bom-sewing'), fixture('bom-packing')]
const heading = 'Product,Product/Name,BoM Type,Subcontractors,Quantity,Unit of Measure,Routing,Reference,BoM Lines/Component,BoM Lines/Quantity,BoM Lines/Product Unit of Measure'
const table = (...rows: readonly string[]) => [heading, ...rows].join('\n')

let host: TestHost
let admin: Importer
let other: Desk

beforeAll(async () => {
  host = await startTestHost()
  admin = await importer(host)
  other = await host.as('Superadmin')
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const count = (sqlText: string) => host.database.prepare(`select count(*) from ${sqlText}`).pluck().get() as number
const bomOf = async (itemCode: string, status: 'ACTIVE' | 'RETIRED' | 'DRAFT' = 'ACTIVE') => {
  const { rows } = await admin.desk.engineering.listBoms({ search: itemCode, filter: { kind: 'PRODUCTION', status } })
  const found = rows.find(row => row.itemCode === itemCode)
  return found && admin.desk.engineering.getBom({ id: found.id })
}
const linesOf = async (itemCode: string) => (await bomOf(itemCode))?.lines.map(({ componentCode, quantity, unitCode }) => `${componentCode} ${decimalText(quantity)} ${unitCode}`)
const faultsOf = async (batchId: string) => (await admin.desk.imports.listImportRows({ batchId, filter: { status: 'faulty' } })).rows
  .map(({ row, issues }) => [row, ...issues.filter(({ weight }) => weight === 'fault').flatMap(({ column, reason, params }) => [column, reason, params.path ?? params.value])])
const save = async (content: string) => admin.desk.imports.applyImport(await admin.stage('boms', content))

describe('three files of another program', () => {
  test('IO-4 its headings are known, whichever list was chosen', async () => {
    const seen = await admin.inspect('boms', cutting.content, cutting.name)
    expect(seen).toMatchObject({
      rowCount: 4, delimiter: ',', decimalMark: '.', likelier: null,
      suggestion: {
        columns: {
          product: 'Product', productName: 'Product/Name', bomType: 'BoM Type', subcontractor: 'Subcontractors', outputQuantity: 'Quantity', outputUnit: 'Unit of Measure', stage: 'Routing', reference: 'Reference',
          component: 'BoM Lines/Component', quantity: 'BoM Lines/Quantity', unit: 'BoM Lines/Product Unit of Measure',
        },
      },
    })
    expect((await admin.inspect('items', cutting.content, cutting.name)).likelier).toBe('boms')
  })

  test('BM-1, BM-3 what is unknown is asked about, what is new is shown before, and all of it is saved together or not at all', async () => {
    const partner = await admin.desk.masters.createPartner({ code: 'BJ', name: 'CV Bordir Jaya', kind: 'SUBCONTRACTOR' })
    const before = ['item', 'unit', 'bomHeader', 'bomLine'].map(count)
    const batch = await admin.stage('boms', cutting.content, { name: cutting.name, more: [sewing, packing] })
    expect(batch).toMatchObject({ rowCount: 16, fileName: 'bom-cutting.csv, bom-sewing.csv, bom-packing.csv', faultyCount: 10 })
    expect(batch.files.map(({ name, offset }) => [name, offset])).toEqual([['bom-cutting.csv', 0], ['bom-sewing.csv', 5], ['bom-packing.csv', 14]])
    const open = batch.findings.filter(({ weight }) => weight !== 'note').map(({ column, reason, value, suggestion, count: rows }) => [column, reason, value, suggestion, rows])
    expect(open).toEqual([
      ['stage', 'unknown-reference', 'Embroidery', 'EMB', 1], ['stage', 'unknown-reference', 'Sewing', 'SEW', 1], ['unit', 'new-reference', 'PCE', 'Pcs', 8], ['outputUnit', 'new-reference', 'PCE', 'Pcs', 7],
    ])

    const decided = await admin.desk.imports.decideRows({
      ...batch, decisions: [
        ...(['outputUnit', 'unit'] as const).map(field => ({ act: 'replace' as const, field, from: 'PCE', to: 'Pcs' })),
        { act: 'replace', field: 'stage', from: 'Embroidery', to: 'EMB' }, { act: 'replace', field: 'stage', from: 'Sewing', to: 'SEW' },
      ],
    })
    expect(decided).toMatchObject({ faultyCount: 0, skippedCount: 0 })
    expect(decided.parts.map(({ target, newCount, changedCount }) => [target, newCount, changedCount])).toEqual([['units', 0, 0], ['items', 17, 0], ['unitConversions', 0, 0], ['bomHeaders', 7, 0]])
    const { rows: items } = await admin.desk.imports.listImportRecords({ batchId: decided.id, part: 'items', pageSize: 100, filter: { status: 'new' } })
    const seen = Object.fromEntries(items.map(({ values }) => [values.code, [values.name, values.kind, values.unit]]))
    expect(seen).toMatchObject({
      '00101': ['Kohair bulu 7 mm, coklat tua', 'RAW_MATERIAL', 'Yard'], '00102': ['Polyester "minky" krem', 'RAW_MATERIAL', 'Meter'], 'WIP_CUTTING_BRUNBJÖRN': ['WIP_CUTTING_BRUNBJÖRN', 'WIP', 'Pcs'],
      'WIP_BONEKA_BRUNBJÖRN': ['WIP_BONEKA_BRUNBJÖRN', 'WIP', 'Pcs'], '40551542': ['BRUNBJÖRN beruang 30 cm', 'WIP', 'Pcs'], '40551543': ['Paket hadiah', 'FINISHED_GOOD', 'Pcs'], '00301': ['Karton 60 pcs', 'RAW_MATERIAL', 'Ctn'],
    })
    expect(['item', 'unit', 'bomHeader', 'bomLine'].map(count)).toEqual(before)

    await admin.desk.imports.applyImport(decided)
    expect(await linesOf('WIP_CUTTING_BRUNBJÖRN')).toEqual(['00101 0.1005 Yard', '00102 0.04 Meter', '00103 4 Cm'])
    expect(await linesOf('WIP_BONEKA_BRUNBJÖRN')).toEqual(['WIP_SKIN_BRUNBJÖRN 1 Pcs', 'WIP_CUTTING_BAJU BRUNBJÖRN 1 Pcs', '00204 54 Gram'])
    expect(await bomOf('WIP_EMBO_BRUNBJÖRN')).toMatchObject({ sectionName: 'Bordir', subcontractorId: partner.id, subcontractorName: 'CV Bordir Jaya', revision: 1 })
    // The routing of the row before is another BOM's.
    expect(await bomOf('WIP_BONEKA_BRUNBJÖRN')).toMatchObject({ sectionName: null, subcontractorId: null, reference: '' })
    const packed = (await bomOf('40551542'))!
    expect([decimalText(packed.outputQuantity), packed.reference, packed.bomType, (await bomOf('40551543'))!.bomType]).toEqual(['60', 'FG-30', 'MANUFACTURING', 'KIT'])
    const { materials } = await admin.desk.engineering.explodeBom({ id: packed.id, quantity: '480' })
    expect(Object.fromEntries(materials.map(({ itemCode, quantity, unitCode }) => [itemCode, `${decimalText(quantity)} ${unitCode}`]))).toMatchObject({ '00101': '48.24 Yard', '00301': '8 Ctn', '00204': '25920 Gram' })
    const bought = await admin.desk.engineering.listBoms({ filter: { kind: 'PURCHASE', status: 'ACTIVE' } })
    expect(bought.rows.map(({ itemCode, lineCount }) => [itemCode, lineCount])).toEqual([['40551543', 10]])
    expect(count(`auditEntry where action = 'IMPORT' and entity in ('bomHeader', 'bomLine') and json_extract(after, '$.kind') is not 'PURCHASE'`)).toBeGreaterThanOrEqual(7 + 16)
  })

  test('IO-3 the same three files once more change nothing', async () => {
    const replacements = { outputUnit: [{ from: 'PCE', to: 'Pcs' }], unit: [{ from: 'PCE', to: 'Pcs' }], stage: [{ from: 'Embroidery', to: 'EMB' }, { from: 'Sewing', to: 'SEW' }] }
    const batch = await admin.stage('boms', cutting.content, { more: [sewing, packing], replacements })
    expect(batch).toMatchObject({ rowCount: 16, sameCount: 16, faultyCount: 0 })
    expect(batch.parts.map(({ newCount, changedCount }) => [newCount, changedCount])).toEqual([[0, 0], [0, 0], [0, 0], [0, 0]])
    await admin.desk.imports.discardImport({ id: batch.id })
  })

  test('BM-3, IO-3 what is exported is what is read: the same tables, in both languages and forms, and nothing changes', async () => {
    for (const [format, language] of [['csv', 'en'], ['xlsx', 'id'], ['csv', 'id']] as const) {
      const file = await admin.fetch(await admin.desk.imports.exportList({ target: 'boms', format, language }))
      if (format === 'csv' && language === 'en') {
        const lines = file.toString().replace('\uFEFF', '').split('\r\n')
        expect(lines[0]!.startsWith(heading.slice(0, 60))).toBe(true)
        expect(lines.filter(line => line.includes('WIP_CUTTING_BRUNBJÖRN'))[0]).toBe('WIP_CUTTING_BRUNBJÖRN,WIP_CUTTING_BRUNBJÖRN,Manufacture this product,,1,Pcs,CUT,[00431] CUT,0,"[00101] Kohair bulu 7 mm, coklat tua",0.1005,Yard,0,Main material,')
        expect(lines[lines.findIndex(line => line.startsWith('WIP_CUTTING_BRUNBJÖRN')) + 1]).toBe(',,,,,,,,,"[00102] Polyester ""minky"" krem",0.04,Meter,0,Main material,')
      }
      const batch = await admin.stage('boms', file)
      expect(batch, `${format} ${language}`).toMatchObject({ rowCount: 16, sameCount: 16, faultyCount: 0, newCount: 0 })
      await admin.desk.imports.discardImport({ id: batch.id })
    }
  })
})

describe('what changes', () => {
  test('BM-3 a BOM that says otherwise is the next revision, at once in force; what the file does not say of it stays', async () => {
    const old = (await bomOf('WIP_CUTTING_BRUNBJÖRN'))!
    const draft = await admin.desk.engineering.reviseBom({ id: old.id, reason: 'Susut' })
    const [fabric] = (await admin.desk.engineering.getBom({ id: draft.id })).lines
    await admin.desk.engineering.saveBomLines({ bomHeaderId: draft.id, rows: [{ id: fabric!.id, version: fabric!.version, componentItemId: fabric!.componentItemId, quantity: '0.1005', unitId: fabric!.unitId, wastagePercent: '2.5' }] })
    const file = ['Product,BoM Lines/Component,BoM Lines/Quantity,BoM Lines/Product Unit of Measure', 'WIP_CUTTING_BRUNBJÖRN,00101,0.11,Yard', ',00102,0.04,Meter', ',00104,1,Yard'].join('\n')
    const refused = await admin.stage('boms', file)
    expect(await faultsOf(refused.id)).toEqual([[2, null, 'bom-draft', 'WIP_CUTTING_BRUNBJÖRN']])
    const substitute = await admin.desk.engineering.addVariant({ bomLineId: fabric!.id, itemId: (await bomOf('WIP_CUTTING_BAJU BRUNBJÖRN'))!.lines[0]!.componentItemId, kind: 'ALTERNATIVE', sequence: 2 })
    await admin.desk.engineering.activateBom({ id: draft.id, version: draft.version })

    const batch = await admin.desk.imports.decideRows({ ...refused, decisions: [] })
    expect(batch.parts.map(({ newCount, changedCount }) => [newCount, changedCount])).toEqual([[0, 0], [0, 0], [0, 0], [0, 1]])
    await admin.desk.imports.applyImport(batch)
    const next = (await bomOf('WIP_CUTTING_BRUNBJÖRN'))!
    expect(next).toMatchObject({ revision: 3, sectionName: 'Cutting', reference: '[00431] CUT', revisionReason: 'data.csv' })
    expect(next.lines.map(({ componentCode, quantity, wastagePercent, variants }) => [componentCode, decimalText(quantity), decimalText(wastagePercent), variants.length])).toEqual([['00101', '0.11', '2.5', 1], ['00102', '0.04', '0', 0], ['00104', '1', '0', 0]])
    expect(next.lines[0]!.variants[0]!.itemId).toBe(substitute.itemId)
    expect(count(`bomHeader where kind = 'PRODUCTION' and status = 'ACTIVE' and itemId = '${next.itemId}'`)).toBe(1)
  })

  test('BM-4, IO-3 substitutes go out with their lines and come back; one that says otherwise waits for approval, and what cannot stand in is refused', async () => {
    const before = (await bomOf('WIP_CUTTING_BRUNBJÖRN'))!
    const [known] = before.lines[0]!.variants
    await other.engineering.decideVariant({ id: known!.id, version: known!.version, approval: 'APPROVED' })
    const file = (await admin.fetch(await admin.desk.imports.exportList({ target: 'boms', format: 'csv', language: 'en' }))).toString()
    expect(file).toMatch(new RegExp(`0\\.11,Yard,2\\.5,Main material,${known!.itemCode}\\r`))
    const same = await admin.stage('boms', file)
    expect(same).toMatchObject({ faultyCount: 0, newCount: 0, changedCount: 0 })
    await admin.desk.imports.discardImport({ id: same.id })

    const table = (text: string) => ['Product,BoM Lines/Component,BoM Lines/Quantity,BoM Lines/Product Unit of Measure,BoM Lines/Substitutes', `WIP_CUTTING_BRUNBJÖRN,00101,0.11,Yard,${text}`, ',00102,0.04,Meter,', ',00104,1,Yard,'].join('\n')
    const faults = []
    for (const text of ['TIDAK-ADA', 'WIP_CUTTING_BRUNBJÖRN', `${known!.itemCode};${known!.itemCode}`, `${known!.itemCode} | banyak`]) {
      const batch = await admin.stage('boms', table(text))
      faults.push(...(await faultsOf(batch.id)).map(([, column, reason]) => [column, reason]))
      await admin.desk.imports.discardImport({ id: batch.id })
    }
    expect(faults).toEqual(['unfit-substitute', 'unfit-substitute', 'unfit-substitute', 'not-substitutes'].map(reason => ['substitutes', reason]))

    await admin.desk.imports.applyImport(await admin.stage('boms', table(`00102 | 5%; ${known!.itemCode.toLowerCase()}`)))
    const next = (await bomOf('WIP_CUTTING_BRUNBJÖRN'))!
    expect(next.lines[0]!.variants.map(({ itemCode, quantityVariancePercent, sequence, approval }) => [itemCode, decimalText(quantityVariancePercent), sequence, approval])).toEqual([
      ['00102', '5', 1, 'PENDING'], [known!.itemCode, '0', 2, 'APPROVED'],
    ])
    // Another order, weight or lead time is another substitute.
    const exported = (await admin.fetch(await admin.desk.imports.exportList({ target: 'boms', format: 'csv', language: 'en' }))).toString()
    const approvals = async () => (await bomOf('WIP_CUTTING_BRUNBJÖRN'))!.lines[0]!.variants.map(({ itemCode, approval }) => [itemCode, approval])
    for (const text of [`${known!.itemCode}; 00102 | 5%`, `${known!.itemCode} | 0 | 2; 00102 | 5%`, `${known!.itemCode} | 0 | 2 | | 3; 00102 | 5%`]) {
      for (const variant of (await bomOf('WIP_CUTTING_BRUNBJÖRN'))!.lines[0]!.variants) if (variant.approval !== 'APPROVED') await other.engineering.decideVariant({ id: variant.id, version: variant.version, approval: 'APPROVED' })
      await admin.desk.imports.applyImport(await admin.stage('boms', table(text)))
      expect((await approvals())[0], text).toEqual([known!.itemCode, 'PENDING'])
    }
    await admin.desk.imports.applyImport(await admin.stage('boms', exported))
  })

  test('lines in another order say the same; new ones only leaves what is there alone', async () => {
    const turned = ['Produk;Bahan;Jumlah bahan;Satuan bahan', 'WIP_CUTTING_BRUNBJÖRN;00104;1;Yard', ';00102;0,04;Meter', ';00101;0,11;YARD'].join('\n')
    expect(await admin.stage('boms', turned)).toMatchObject({ sameCount: 3, changedCount: 0 })
    const batch = await admin.stage('boms', table('WIP_CUTTING_BRUNBJÖRN,,,,,,,,00101,5,Yard'), { mode: 'insert' })
    expect(batch.parts.at(-1)).toMatchObject({ changedCount: 0, skippedCount: 1 })
  })

  test('an amount in another unit is kept in the product’s own; what does not come out even is refused at its row', async () => {
    await save(table('[L-1] Lilin,Lilin,,,1,Lusin,,,[L-2] Sumbu,12,Pcs'))
    await save(table('[L-1] Lilin,Lilin,,,3,Pcs,,,[L-2] Sumbu,3,Pcs'))
    const batch = await admin.stage('boms', table('[L-1] Lilin,Lilin,,,1,Pcs,,,[L-2] Sumbu,1,Pcs', '[00101] Kohair,,,,1,Meter,,,[L-3] Serat,1,Kg'))
    expect(await faultsOf(batch.id)).toEqual([[2, 'outputQuantity', 'inexact-quantity', '1 Pcs'], [3, 'outputQuantity', 'inexact-quantity', '1 Meter']])
  })
})

describe('what is wrong', () => {
  test('BM-2 a circle is told at every line that closes it, with the way round, over files and what is in force', async () => {
    const batch = await admin.stage('boms', table('[Z-1] a,,,,1,Pcs,,,[Z-2] b,1,Pcs', '[Z-2] b,,,,1,Pcs,,,[Z-3] c,1,Pcs'), { more: [{ name: 'more.csv', content: table('[Z-3] c,,,,1,Pcs,,,[Z-1] a,1,Pcs', ',,,,,,,,[Z-4] d,1,Pcs') }] })
    const path = (from: number) => [0, 1, 2, 3].map(at => `Z-${((from - 1 + at) % 3) + 1}`).join(' → ')
    expect(await faultsOf(batch.id)).toEqual([[2, 'component', 'bom-cycle', path(1)], [3, 'component', 'bom-cycle', path(2)], [5, 'component', 'bom-cycle', path(3)]])
    await expect(admin.desk.imports.applyImport(batch)).rejects.toMatchObject({ code: 'import-has-errors' })
    await save(table('[Y-1] a,,,,1,Pcs,,,[Y-2] b,1,Pcs'))
    const second = await admin.stage('boms', table('[Y-2] b,,,,1,Pcs,,,[Y-1] a,1,Pcs'))
    expect(await faultsOf(second.id)).toEqual([[2, 'component', 'bom-cycle', 'Y-2 → Y-1 → Y-2']])
  })

  test('BM-2 an eleventh level is refused before anything is saved', async () => {
    const levels = (most: number) => table(...Array.from({ length: most }, (_, at) => `[T-${at}] t${at},,,,1,Pcs,,,[T-${at + 1}] t${at + 1},1,Pcs`))
    const batch = await admin.stage('boms', levels(11))
    expect((await faultsOf(batch.id)).map(([row, column, reason]) => [row, column, reason])).toEqual([[2, 'product', 'bom-too-deep']])
    expect(await admin.stage('boms', levels(10))).toMatchObject({ faultyCount: 0 })
  })

  test('every fault names its row and column: a table without a product, an own component, another head, a unit that leads nowhere, a name of several', async () => {
    await admin.desk.imports.applyImport(await admin.stage('items', 'Kode;Nama;Jenis;Satuan\nK-1;Kancing;Bahan baku;Pcs\nK-2;Kancing;Bahan baku;Pcs'))
    const batch = await admin.stage('boms', table(
      ',,,,,,,,[00101] Kohair,1,Yard', '[N-1] baju,,,,1,Pcs,,,[N-1] baju,1,Pcs', ',,,,2,,,,[00101] Kohair,1,Yard', '[N-2] celana,,,,1,Pcs,,,[00101] Kohair,1,Kg', ',,,,,,,,Kancing,2,Pcs', ',,,,,,,,[00102] Minky,0.12345,Meter',
      ',,,,,,,,[00103] Spunbond,,Cm',
    ))
    expect(await faultsOf(batch.id)).toEqual([
      [2, 'product', 'required', undefined], [3, 'component', 'own-component', 'N-1'], [4, 'product', 'required', undefined], [5, 'unit', 'no-conversion', 'Kg'],
      [6, 'component', 'ambiguous-name', 'Kancing'], [7, 'quantity', 'too-many-places', '0.12345'], [8, 'quantity', 'required', undefined],
    ])
    const { rows: [line] } = await admin.desk.imports.listImportRows({ batchId: batch.id, filter: { reason: 'ambiguous-name' } })
    expect(line!.issues[0]!.params).toMatchObject({ codes: 'K-1, K-2' })
    // What was skipped is not of the BOM; what was mended is.
    const mended = await admin.desk.imports.decideRows({
      ...batch, decisions: [
        { act: 'skip', where: { rows: [2, 3, 4, 7, 8] } }, { act: 'fill', field: 'unit', value: 'Yard', where: { rows: [5] } }, { act: 'fill', field: 'component', value: 'K-2', where: { rows: [6] } },
      ],
    })
    expect(mended).toMatchObject({ faultyCount: 0 })
    await admin.desk.imports.applyImport(mended)
    expect(await linesOf('N-2')).toEqual(['00101 1 Yard', 'K-2 2 Pcs'])
  })

  test('a BOM that two files say differently is asked about, and the chosen one counts', async () => {
    const [one, other] = [table('[D-1] tas,,,,1,Pcs,,,[00101] Kohair,1,Yard', ',,,,,,,,[00102] Minky,1,Meter'), table('[D-1] tas,,,,1,Pcs,,,[00101] Kohair,2,Yard')]
    const batch = await admin.stage('boms', one, { more: [{ name: 'lain.csv', content: other }] })
    const asked = (await admin.desk.imports.listImportRows({ batchId: batch.id, filter: { reason: 'duplicate-in-file' } })).rows
    expect(asked.map(({ row, issues }) => [row, issues.find(({ reason }) => reason === 'duplicate-in-file')!.params.rows])).toEqual([[2, '2, 5'], [5, '2, 5']])
    const decided = await admin.desk.imports.decideRows({ ...batch, decisions: [{ act: 'keep', row: 5 }] })
    expect(decided).toMatchObject({ faultyCount: 0 })
    await admin.desk.imports.applyImport(decided)
    expect(await linesOf('D-1')).toEqual(['00101 2 Yard'])
  })

  test('a further stage of an item is asked about; a table that could mean several stages is refused', async () => {
    await save(table('[S-1] kemeja,,,,1,Pcs,CUT,,[00101] Kohair,1,Yard'))
    const batch = await admin.stage('boms', table('[S-1] kemeja,,,,1,Pcs,SEW,,[00102] Minky,1,Meter'))
    expect(batch.findings.filter(({ weight }) => weight === 'question')).toMatchObject([{ column: 'stage', reason: 'other-stage' }])
    await admin.desk.imports.applyImport(await admin.desk.imports.decideRows({ ...batch, decisions: [{ act: 'accept', reason: 'other-stage', where: { reason: 'other-stage' } }] }))
    const open = await admin.stage('boms', table('[S-1] kemeja,,,,1,Pcs,,,[00102] Minky,5,Meter'))
    expect(await faultsOf(open.id)).toEqual([[2, 'stage', 'stage-missing', 'S-1']])
  })

  test('who may not put BOMs in force may not import them', async () => {
    const clerk = await importer(host, 'PPIC Admin', { grants: ['process.importData', 'masters.create', 'dataCare.view'] })
    await expect(clerk.inspect('boms', cutting.content)).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'engineering.approve' } })
    expect((await clerk.desk.imports.listTargets({})).find(({ name }) => name === 'boms')).toMatchObject({ canImport: false, canExport: true })
  })
})

describe('workbooks', () => {
  test('IO-4 formulas by their results, rich text as text, codes that are numbers with their zeros, a sheet of each file', async () => {
    const book = await workbookOf({
      Catatan: sheet => void sheet.addRow(['hanya catatan']),
      BOM: sheet => {
        sheet.addRow(['Ekspor BOM'])
        sheet.addRow(heading.split(','))
        sheet.addRow([{ richText: [{ text: '[00777] ' }, { text: 'Tas “ransel”', font: { bold: true } }] }, 'Tas “ransel”', 'Manufacture this product', '', { formula: '2*5', result: 10 }, 'Pcs', '', '', 7, { formula: 'A1/4', result: 0.25 }, 'Yard'])
        sheet.getCell('I3').numFmt = '00000'
        sheet.addRow(['', '', '', '', '', '', '', '', '[00102] Minky', 0.1 + 0.2, 'Meter'])
      },
    })
    await admin.desk.imports.applyImport(await admin.stage('items', 'Kode;Nama;Jenis;Satuan\n00007;Kain tujuh;Bahan baku;Yard'))
    const seen = await admin.inspect('boms', book, 'tas.xlsx')
    const sheet = await admin.desk.imports.inspectFile({ target: 'boms', fileId: seen.fileId, sheet: 'BOM' })
    expect(sheet).toMatchObject({ headingRow: 2, rowCount: 2 })
    const { suggestion, ...choice } = sheet
    const batch = await admin.desk.imports.stageImport({ fileId: choice.fileId, target: 'boms', setup: { ...choice, ...suggestion, mode: 'update' } })
    expect(batch).toMatchObject({ faultyCount: 0, files: [{ name: 'tas.xlsx', sheet: 'BOM', offset: 0 }] })
    await admin.desk.imports.applyImport(batch)
    expect(await linesOf('00777')).toEqual(['00007 0.25 Yard', '00102 0.3 Meter'])
    expect((await bomOf('00777'))).toMatchObject({ itemName: 'Tas “ransel”' })
  })

  test('thousands of lines are one transaction', async () => {
    const boms = Array.from({ length: 300 }, (_, bom) => Array.from({ length: 20 }, (_, line) => `${line === 0 ? `[M-${bom}] Barang ${bom},,,,1,Pcs` : ',,,,,'},,,[R-${(bom * 7 + line) % 900}] Bahan ${(bom * 7 + line) % 900},0.5,Yard`)).flat()
    const batch = await admin.stage('boms', table(...boms))
    expect(batch).toMatchObject({ rowCount: 6000, faultyCount: 0 })
    expect(batch.parts.map(({ newCount }) => newCount)).toEqual([0, 1200, 0, 300])
    await admin.desk.imports.applyImport(batch)
    expect(count(`bomLine join bomHeader on bomHeader.id = bomHeaderId join item on item.id = itemId where item.code like 'M-%' and bomHeader.kind = 'PRODUCTION'`)).toBe(6000)
  })

  test('a further file that cannot be read, or lacks what each row needs, is named', async () => {
    await expect(admin.stage('boms', cutting.content, { more: [{ name: 'kurang.csv', content: 'Product,BoM Lines/Component\n[A] a,[B] b' }] })).rejects.toMatchObject({ code: 'mapping-incomplete', params: { fields: ['quantity'], file: 'kurang.csv' } })
  })
})

test('BM-1 what is beyond what can be kept names its row: in the preview where the file says it, at saving where only all of it together comes to it', async () => {
  const boxed = await admin.stage('boms', 'Product,Product/Name,Quantity,Unit of Measure,BoM Lines/Component,BoM Lines/Quantity,BoM Lines/Product Unit of Measure\n[FG-BIG] Besar,,90000000000,CTN 60,ISI-BIG,1,Pcs')
  expect(await faultsOf(boxed.id)).toEqual([[2, 'outputQuantity', 'out-of-range', '90000000000 Ctn']])
  await admin.desk.imports.discardImport({ id: boxed.id })
  await admin.desk.imports.applyImport(await admin.stage('items', 'Kode;Nama;Jenis;Satuan\nFG-HUGE;Raksasa;Barang jadi;Pcs\nWIP-HUGE;Bagian;Setengah jadi;Pcs\nKN-HUGE;Kain;Bahan baku;Pcs'))
  const before = ['bomHeader', 'bomLine'].map(count)
  const lines = (quantity: string) => table('FG-HUGE,,,,1,Pcs,,,WIP-HUGE,800000000,Pcs', `WIP-HUGE,,,,1,Pcs,,,KN-HUGE,${quantity},Pcs`)
  const huge = await admin.stage('boms', lines('800000000'))
  expect(huge.faultyCount).toBe(0)
  await expect(admin.desk.imports.applyImport(huge)).rejects.toMatchObject({ code: 'bom-out-of-range', params: { row: 2, item: 'FG-HUGE', line: 1, component: 'WIP-HUGE', material: 'KN-HUGE' } })
  expect(['bomHeader', 'bomLine'].map(count)).toEqual(before)
  await admin.desk.imports.discardImport({ id: huge.id })
  await save(lines('8'))
})
