import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import { addRationals, multiplyRationals, rational, type Rational } from '../shared/core/rational.ts'
import { sharesOf } from '../shared/engineering/rules.ts'
import { texts } from '../shared/texts.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

let host: TestHost
let admin: Desk
let other: Desk
const units: Record<string, string> = {}

beforeAll(async () => {
  host = await startTestHost()
  const session = await host.sessionFor('Superadmin', undefined, { canSeeCost: true })
  admin = host.desk(session)
  other = await host.as('Superadmin')
  for (const { code, id } of (await admin.masters.listUnits({ pageSize: 100 })).rows) units[code] = id
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

let made = 0
type Kind = 'RAW_MATERIAL' | 'WIP' | 'FINISHED_GOOD' | 'SERVICE'
async function newItem(name: string, kind: Kind = 'RAW_MATERIAL', unit = 'Pcs', unitCost?: string): Promise<string> {
  made += 1
  const { id } = await admin.masters.createItem({ code: `B${String(made).padStart(3, '0')}-${name}`, name, kind, unitId: units[unit]!, ...(unitCost !== undefined && { unitCost }) })
  return id
}
type Line = readonly [componentItemId: string, quantity: string, unit?: string, wastagePercent?: string]
async function newBom(itemId: string, lines: readonly Line[], { outputQuantity = '1', laborHours = '0', section }: { outputQuantity?: string; laborHours?: string; section?: string } = {}) {
  const draft = await admin.engineering.createBom({ itemId, outputQuantity, laborHours, sectionId: section === undefined ? null : host.section(section) })
  await saveLines(draft.id, lines)
  return admin.engineering.activateBom({ id: draft.id, version: draft.version })
}
const saveLines = (bomHeaderId: string, lines: readonly Line[]) => admin.engineering.saveBomLines({
  bomHeaderId, rows: lines.map(([componentItemId, quantity, unit = 'Pcs', wastagePercent = '0']) => ({ componentItemId, quantity, unitId: units[unit]!, wastagePercent })),
})
async function bought(id: string, quantity: string): Promise<Record<string, string>> {
  const { materials } = await admin.engineering.explodeBom({ id, quantity })
  return Object.fromEntries(materials.map(row => [row.itemName, `${decimalText(row.quantity)} ${row.unitCode}`]))
}
const purchaseOf = async (itemId: string) => (await admin.engineering.listBoms({ filter: { itemId, kind: 'PURCHASE', status: 'ACTIVE' } })).rows[0]

describe('explosion', () => {
  test('BM-2 (a) 480 × 0.1005 yd are 48.24 yd; body and embroidery together, 0.1466, are 70.368 yd', async () => {
    const kohair = await newItem('Kohair', 'RAW_MATERIAL', 'Yard')
    const [body, embroidered, bear] = [await newItem('WIP_CUTTING', 'WIP'), await newItem('WIP_EMBO', 'WIP'), await newItem('Bear', 'FINISHED_GOOD')]
    const cutting = await newBom(body, [[kohair, '0.1005', 'Yard']], { section: 'CUT' })
    expect(await bought(cutting.id, '480')).toEqual({ Kohair: '48.24 Yard' })
    await newBom(embroidered, [[body, '1'], [kohair, '0.0461', 'Yard']], { section: 'EMB' })
    const { id } = await newBom(bear, [[embroidered, '1']], { section: 'PCK' })
    expect(await bought(id, '480')).toEqual({ Kohair: '70.368 Yard' })
    const { rows } = await admin.engineering.explodeBom({ id, quantity: '480' })
    expect(rows.map(({ level, itemName, sectionName, quantity, isMade }) => [level, itemName, sectionName, decimalText(quantity), isMade])).toEqual([
      [0, 'WIP_EMBO', 'Packing', '480', true], [1, 'WIP_CUTTING', 'Bordir', '480', true], [2, 'Kohair', 'Cutting', '48.24', false], [1, 'Kohair', 'Bordir', '22.128', false],
    ])
  })

  test('BM-2 (f) 60 cm × 480 are 288 m of an item that is kept in metres', async () => {
    const ribbon = await newItem('Ribbon', 'RAW_MATERIAL', 'Meter')
    const { id } = await newBom(await newItem('Bow', 'WIP'), [[ribbon, '60', 'Cm']])
    expect(await bought(id, '480')).toEqual({ Ribbon: '288 Meter' })
  })

  test('BM-2 wastage and the output quantity count on every level, without a rounding between', async () => {
    const filling = await newItem('Filling', 'RAW_MATERIAL', 'Kg')
    const stuffed = await newItem('Stuffed', 'WIP')
    await newBom(stuffed, [[filling, '54', 'Gram', '3']], { outputQuantity: '1' })
    const { id } = await newBom(await newItem('Third', 'FINISHED_GOOD'), [[stuffed, '1', 'Pcs', '0']], { outputQuantity: '3' })
    // 480 × 54 g × 1.03 / 3
    expect(await bought(id, '480')).toEqual({ Filling: '8.8992 Kg' })
    expect((await admin.engineering.explodeBom({ id, quantity: '1' })).materials).toMatchObject([{ quantity: decimal('0.0185'), isExact: false }])
  })

  test('BM-2 a BOM that would contain itself is refused with the way round', async () => {
    const [a, b, c] = [await newItem('a', 'WIP'), await newItem('b', 'WIP'), await newItem('c', 'WIP')]
    await newBom(a, [[b, '1']])
    await newBom(b, [[c, '2']])
    const draft = await admin.engineering.createBom({ itemId: c, outputQuantity: '1' })
    await saveLines(draft.id, [[a, '1']])
    const codes = await Promise.all([c, a, b, c].map(async id => (await admin.masters.getItem({ id })).code))
    await expect(admin.engineering.activateBom(draft)).rejects.toMatchObject({ code: 'bom-cycle', params: { path: codes.join(' → ') } })
    expect((await admin.engineering.getBom({ id: draft.id })).status).toBe('DRAFT')
    await expect(saveLines(draft.id, [[c, '1']])).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['rows', 0, 'componentItemId'], reason: 'engineering.issues.own-component' }] } })
  })

  test('BM-2 ten levels are taken apart, an eleventh is refused; the limit is a setting', async () => {
    let below = await newItem('leaf')
    for (let level = 1; level <= 10; level += 1) {
      const above = await newItem(`level ${level}`, 'WIP')
      await newBom(above, [[below, '2']])
      below = above
    }
    const top = await admin.engineering.createBom({ itemId: await newItem('too deep', 'WIP'), outputQuantity: '1' })
    await saveLines(top.id, [[below, '1']])
    await expect(admin.engineering.activateBom(top)).rejects.toMatchObject({ code: 'bom-too-deep', params: { maximum: 10 } })
    await admin.settings.changeSetting({ key: 'engineering.explosionDepth', value: 11 })
    expect(await admin.engineering.activateBom(top)).toMatchObject({ status: 'ACTIVE' })
    expect(await bought(top.id, '1')).toEqual({ leaf: '1024 Pcs' })
  })

  test('a unit that leads nowhere is told at its line, before anything is saved', async () => {
    const button = await newItem('Button')
    const draft = await admin.engineering.createBom({ itemId: await newItem('Coat', 'WIP'), outputQuantity: '1' })
    await expect(saveLines(draft.id, [[button, '2'], [button, '1', 'Kg']])).rejects.toMatchObject({ params: { issues: [{ path: ['rows', 1, 'unitId'], reason: 'errors.no-conversion', params: { from: 'Kg', to: 'Pcs' } }] } })
    expect((await admin.engineering.getBom({ id: draft.id })).lines).toEqual([])
  })

  test('BM-8 a dry run writes nothing', async () => {
    const { id } = await newBom(await newItem('Dry', 'FINISHED_GOOD'), [[await newItem('Dust'), '3']])
    const size = () => ['auditEntry', 'event', 'bomHeader', 'bomLine', 'stockMove', 'stockReservation'].map(table => host.database.prepare(`select count(*) from ${table}`).pluck().get())
    const before = size()
    for (const quantity of ['1', '480', '100000.5']) await admin.engineering.explodeBom({ id, quantity })
    expect(size()).toEqual(before)
  })
})

describe('purchase BOM', () => {
  test('BM-1 it holds raw materials alone, equal ones summed, and is made anew with every revision below', async () => {
    const [fabric, thread, fee] = [await newItem('Fabric', 'RAW_MATERIAL', 'Yard'), await newItem('Thread', 'RAW_MATERIAL', 'Cone'), await newItem('Embroidery', 'SERVICE')]
    const [cut, doll] = [await newItem('Cut', 'WIP'), await newItem('Doll', 'FINISHED_GOOD')]
    const lower = await newBom(cut, [[fabric, '0.5', 'Yard']], { section: 'CUT' })
    expect(await purchaseOf(cut)).toBe(undefined)
    await newBom(doll, [[cut, '1'], [fabric, '0.0001', 'Yard', '50'], [thread, '12', 'Meter'], [fee, '1']], { section: 'SEW' })
    const lines = async () => {
      const bom = (await purchaseOf(doll))!
      const { lines: rows } = await admin.engineering.getBom({ id: bom.id })
      return [`${bom.revision}: ${decimalText(bom.outputQuantity)}`, ...rows.map(row => `${row.componentName} ${decimalText(row.quantity)} ${row.unitCode}`).sort()]
    }
    expect(await lines()).toEqual(['1: 10', 'Fabric 5.0015 Yard', 'Thread 0.024 Cone'])

    const draft = await admin.engineering.reviseBom({ id: lower.id, reason: 'Pola lebih hemat' })
    const [line] = (await admin.engineering.getBom({ id: draft.id })).lines
    await admin.engineering.saveBomLines({ bomHeaderId: draft.id, rows: [{ id: line!.id, version: line!.version, componentItemId: fabric, quantity: '0.45', unitId: units.Yard! }] })
    expect((await lines())[0]).toBe('1: 10')
    await admin.engineering.activateBom(draft)
    expect(await lines()).toEqual(['2: 10', 'Fabric 4.5015 Yard', 'Thread 0.024 Cone'])
    // What changes nothing that is bought makes no new one.
    const again = await admin.engineering.reviseBom({ id: draft.id, reason: 'Sama' })
    await admin.engineering.activateBom(again)
    expect((await lines())[0]).toBe('2: 10')
  })
})

describe('revisions', () => {
  test('BM-3 one is in force for an item and stage; the next one retires it, another stage does not', async () => {
    const [item, cloth] = [await newItem('Staged', 'WIP'), await newItem('Cloth')]
    const first = await newBom(item, [[cloth, '1']], { section: 'CUT' })
    const other = await newBom(item, [[cloth, '5']], { section: 'SEW' })
    const second = await newBom(item, [[cloth, '2']], { section: 'CUT' })
    const states = async () => (await admin.engineering.listBoms({ filter: { itemId: item }, sort: [{ column: 'sectionName' }, { column: 'revision' }] })).rows.map(({ sectionName, revision, status }) => [sectionName, revision, status])
    expect(await states()).toEqual([['Cutting', 1, 'RETIRED'], ['Cutting', 2, 'ACTIVE'], ['Jahit', 1, 'ACTIVE']])
    expect((await admin.engineering.listRevisions({ id: first.id })).map(({ id }) => id)).toEqual([second.id, first.id])
    // Each stage by itself; what is made of the item takes both.
    expect([await bought(second.id, '1'), await bought(other.id, '1')]).toEqual([{ Cloth: '2 Pcs' }, { Cloth: '5 Pcs' }])
    const { id } = await newBom(await newItem('Both', 'FINISHED_GOOD'), [[item, '1']])
    expect(await bought(id, '10')).toEqual({ Cloth: '70 Pcs' })
    const [was, is] = ['RETIRED', 'ACTIVE'].map(status => host.database.prepare('select count(*) from bomHeader where itemId = ? and status = ?').pluck().get(item, status))
    expect([was, is]).toEqual([1, 2])
  })

  test('BM-1 BM-3 one that is retired is taken apart no more, and what is bought for what is made of it is made anew', async () => {
    const [cloth, half, bear] = [await newItem('Felt'), await newItem('Body', 'WIP'), await newItem('Retired', 'FINISHED_GOOD')]
    const lower = await newBom(half, [[cloth, '2']])
    await newBom(bear, [[half, '1'], [await newItem('Eyes'), '2']])
    const lines = async () => (await admin.engineering.getBom({ id: (await purchaseOf(bear))!.id })).lines.map(row => `${row.componentName} ${decimalText(row.quantity)}`).sort()
    expect(await lines()).toEqual(['Eyes 2', 'Felt 2'])
    expect(await admin.engineering.retireBom({ id: lower.id, version: lower.version, reason: 'Tidak dibuat lagi' })).toMatchObject({ status: 'RETIRED', revisionReason: 'Tidak dibuat lagi' })
    expect(await lines()).toEqual(['Eyes 2'])
    await expect(admin.engineering.retireBom({ id: lower.id, version: lower.version + 1, reason: 'Lagi' })).rejects.toMatchObject({ code: 'wrong-state' })
  })

  test('a BOM in force does not change; a draft does, and there is one of it', async () => {
    const [item, cloth] = [await newItem('Fixed', 'WIP'), await newItem('Wool')]
    const bom = await newBom(item, [[cloth, '1']])
    await expect(saveLines(bom.id, [[cloth, '2']])).rejects.toMatchObject({ code: 'wrong-state' })
    await expect(admin.engineering.updateBom({ id: bom.id, version: bom.version, outputQuantity: '2' })).rejects.toMatchObject({ code: 'wrong-state' })
    const draft = await admin.engineering.reviseBom({ id: bom.id, reason: 'Coba' })
    await expect(admin.engineering.createBom({ itemId: item, outputQuantity: '1' })).rejects.toMatchObject({ code: 'bom-draft-exists', params: { revision: 2 } })
    expect(await admin.engineering.updateBom({ id: draft.id, version: draft.version, outputQuantity: '12', laborHours: '0.5' })).toMatchObject({ outputQuantity: decimal('12'), laborHours: decimal('0.5') })
    const { lines: [line], version } = await admin.engineering.getBom({ id: draft.id })
    await admin.engineering.removeBomLine({ id: line!.id, version: line!.version })
    await expect(admin.engineering.activateBom({ id: draft.id, version })).rejects.toMatchObject({ code: 'bom-empty' })
    await admin.engineering.discardBom({ id: draft.id, version })
    await expect(admin.engineering.getBom({ id: draft.id })).rejects.toMatchObject({ code: 'not-found' })
  })

  test('BM-1 what would have to be bought beyond what can be kept is refused at putting in force, with the line, its field and what to do; nothing changes', async () => {
    const [cloth, half, bear] = [await newItem('Cotton'), await newItem('Half', 'WIP'), await newItem('Huge', 'FINISHED_GOOD')]
    const small = await newBom(half, [[await newItem('Sewing'), '1'], [cloth, '2']])
    await newBom(bear, [[half, '800000000']])
    const draft = await admin.engineering.reviseBom({ id: small.id, reason: 'Salah ketik' })
    const { lines, version } = await admin.engineering.getBom({ id: draft.id })
    await admin.engineering.saveBomLines({ bomHeaderId: draft.id, rows: [{ id: lines[1]!.id, version: lines[1]!.version, componentItemId: cloth, quantity: '800000000', unitId: units.Pcs!, wastagePercent: '0' }] })
    const codes = await Promise.all([half, cloth, bear].map(async id => (await admin.masters.getItem({ id })).code))
    await expect(admin.engineering.activateBom({ id: draft.id, version })).rejects.toMatchObject({
      code: 'bom-out-of-range', params: { item: codes[0], line: 2, component: codes[1], made: codes[2], material: codes[1] },
    })
    for (const word of ['{{item}}', '{{line}}', '{{component}}', 'Jumlah']) expect(texts.id.errorDetails['bom-out-of-range']).toContain(word)
    expect((await admin.engineering.getBom({ id: draft.id })).status).toBe('DRAFT')
    expect(await bought((await admin.engineering.listBoms({ filter: { itemId: bear, kind: 'PRODUCTION' } })).rows[0]!.id, '1')).toMatchObject({ Cotton: '1600000000 Pcs' })
  })

  test('two revisions side by side: what came, went and changed', async () => {
    const [item, kept, gone, fresh] = [await newItem('Compared', 'WIP'), await newItem('Kept'), await newItem('Gone'), await newItem('Fresh')]
    const before = await newBom(item, [[kept, '1'], [kept, '2'], [gone, '3']])
    const after = await newBom(item, [[kept, '1'], [kept, '2.5'], [fresh, '4']])
    const { rows } = await admin.engineering.compareBoms({ beforeId: before.id, afterId: after.id })
    expect(rows.map(({ itemName, change, before: old, after: now }) => [itemName, change, old && decimalText(old.quantity), now && decimalText(now.quantity)])).toEqual([
      ['Kept', 'SAME', '1', '1'], ['Kept', 'CHANGED', '2', '2.5'], ['Fresh', 'ADDED', null, '4'], ['Gone', 'REMOVED', '3', null],
    ])
  })

  test('where a component is used, step by step upwards, in whatever that takes of it', async () => {
    const [bolt, inner, outer] = [await newItem('Bolt'), await newItem('Inner', 'WIP'), await newItem('Outer', 'FINISHED_GOOD')]
    await newBom(inner, [[bolt, '2'], [bolt, '1']])
    await newBom(outer, [[inner, '4']])
    expect((await admin.engineering.listUses({ itemId: bolt })).map(({ level, itemName, quantity }) => [level, itemName, decimalText(quantity)])).toEqual([[0, 'Inner', '3'], [1, 'Outer', '12']])
  })
})

describe('variants', () => {
  const variant = (itemId: string, sequence: number, more: Partial<{ approval: 'APPROVED' | 'PENDING'; weight: string; variance: string }> = {}) => ({
    itemId, sequence, approval: more.approval ?? 'APPROVED', weight: decimal(more.weight ?? '1'), quantityVariancePercent: decimal(more.variance ?? '0'),
  })
  const taken = (...given: Parameters<typeof sharesOf>) => sharesOf(...given).map(({ itemId, part }) => `${itemId} ${part.numerator}/${part.denominator}`)

  test('BM-4 only what is approved counts; PRIMARY takes number 1, ANY the first in stock, WEIGHTED splits', () => {
    const all = [variant('b', 2, { weight: '3', variance: '10' }), variant('a', 1, { weight: '1' }), variant('x', 3, { approval: 'PENDING', weight: '9' })]
    const stock = (...ids: string[]) => (id: string) => ids.includes(id)
    expect(taken('own', 'PRIMARY', all, stock())).toEqual(['a 1/1'])
    expect(taken('own', 'PRIMARY', [variant('b', 2), variant('a', 1, { approval: 'PENDING' })], stock('b'))).toEqual(['own 1/1'])
    expect(taken('own', 'ANY', all, stock('b', 'x'))).toEqual(['b 11/10'])
    expect(taken('own', 'ANY', all, stock('x'))).toEqual(['a 1/1'])
    expect(taken('own', 'WEIGHTED', all, stock())).toEqual(['a 1/4', 'b 33/40'])
    expect(taken('own', 'WEIGHTED', [], stock())).toEqual(['own 1/1'])
  })

  test('BM-4 a substitute counts once it is approved, by whoever may', async () => {
    const [item, plain, rich] = [await newItem('Varied', 'FINISHED_GOOD'), await newItem('Plain', 'RAW_MATERIAL', 'Yard'), await newItem('Rich', 'RAW_MATERIAL', 'Meter')]
    const draft = await admin.engineering.createBom({ itemId: item, outputQuantity: '1' })
    const [line] = await admin.engineering.saveBomLines({ bomHeaderId: draft.id, rows: [{ componentItemId: plain, quantity: '1', unitId: units.Yard!, selection: 'PRIMARY' }] })
    await admin.engineering.activateBom(draft)
    const added = await admin.engineering.addVariant({ bomLineId: line!.id, itemId: rich, kind: 'ALTERNATIVE', sequence: 1 })
    expect(await bought(draft.id, '100')).toEqual({ Plain: '100 Yard' })
    const planner = await host.as('PPIC Manager')
    await expect(planner.engineering.decideVariant({ id: added.id, version: added.version, approval: 'APPROVED' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(admin.engineering.decideVariant({ id: added.id, version: added.version, approval: 'APPROVED' })).rejects.toMatchObject({ code: 'own-request' })
    expect((await admin.engineering.getBom({ id: draft.id })).hasMultiMaterial).toBe(false)
    await other.engineering.decideVariant({ id: added.id, version: added.version, approval: 'APPROVED' })
    expect((await admin.engineering.getBom({ id: draft.id })).hasMultiMaterial).toBe(true)
    expect(await bought(draft.id, '100')).toEqual({ Rich: '91.44 Meter' })
    expect((await admin.engineering.getBom({ id: (await purchaseOf(item))!.id })).lines.map(({ componentName }) => componentName)).toEqual(['Rich'])
  })

  test('BM-4 a mistaken or rejected substitute of a BOM in force is removed and added anew; what is approved goes with a revision alone', async () => {
    const [item, plain, wrong, right] = [await newItem('Mended', 'FINISHED_GOOD'), await newItem('Usual'), await newItem('Wrong'), await newItem('Right')]
    const bom = await newBom(item, [[plain, '1']])
    const { lines: [line] } = await admin.engineering.getBom({ id: bom.id })
    const add = (itemId: string) => admin.engineering.addVariant({ bomLineId: line!.id, itemId, kind: 'ALTERNATIVE', weight: '2', leadTimeDays: 4, costVariance: '-12.5' })
    const mistaken = await add(wrong)
    expect(mistaken).toMatchObject({ sequence: 1, addedByName: expect.any(String) as string, decidedByName: null, leadTimeDays: 4, costVariance: decimal('-12.5') })
    await admin.engineering.removeVariant({ id: mistaken.id, version: mistaken.version })
    const rejected = await add(right)
    await other.engineering.decideVariant({ id: rejected.id, version: rejected.version, approval: 'REJECTED' })
    await expect(add(right)).rejects.toMatchObject({ code: 'duplicate' })
    await admin.engineering.removeVariant({ id: rejected.id, version: rejected.version + 1 })
    const again = await add(right)
    const approved = await other.engineering.decideVariant({ id: again.id, version: again.version, approval: 'APPROVED' })
    await expect(admin.engineering.removeVariant({ id: approved.id, version: approved.version })).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'APPROVED' } })
    expect(await bought(bom.id, '1')).toEqual({ Right: '1 Pcs' })
    // The next revision takes it along, and lets it go.
    const draft = await admin.engineering.reviseBom({ id: bom.id, reason: 'Tanpa pengganti' })
    const [copy] = (await admin.engineering.getBom({ id: draft.id })).lines[0]!.variants
    expect([copy!.approval, copy!.addedBy]).toEqual(['APPROVED', approved.addedBy])
    await admin.engineering.removeVariant({ id: copy!.id, version: copy!.version })
    await admin.engineering.activateBom(draft)
    expect(await bought(draft.id, '1')).toEqual({ Usual: '1 Pcs' })
    await expect(admin.engineering.removeVariant({ id: approved.id, version: approved.version })).rejects.toMatchObject({ code: 'wrong-state' })
  })
})

test('IA-9 a cost roll-up is for those who may see costs, and says what has none', async () => {
  const [item, dear, free] = [await newItem('Costed', 'FINISHED_GOOD'), await newItem('Dear', 'RAW_MATERIAL', 'Yard', '39500'), await newItem('Free')]
  const { id } = await newBom(item, [[dear, '0.5', 'Yard', '2'], [free, '1']])
  const cost = await admin.engineering.explodeBom({ id, quantity: '100' })
  expect([decimalText(cost.totalCost!), decimalText(cost.costPerUnit!), cost.uncosted]).toEqual(['2014500', '20145', 1])
  // 0.6 hours for three of what is made below, and 0.5 for one of the item: 0.7 for each.
  const [below, above] = [await newItem('Worked', 'WIP'), await newItem('Worked on', 'FINISHED_GOOD')]
  await newBom(below, [[dear, '0.5', 'Yard']], { outputQuantity: '3', laborHours: '0.6' })
  const worked = await newBom(above, [[below, '1']], { laborHours: '0.5' })
  expect(await admin.engineering.explodeBom({ id: worked.id, quantity: '30' })).toMatchObject({ laborHours: decimal('21'), laborCost: decimal('0'), totalCost: decimal('197500') })
  await admin.settings.changeSetting({ key: 'engineering.laborRate', value: '25000' })
  expect(await admin.engineering.explodeBom({ id: worked.id, quantity: '30' })).toMatchObject({ materialCost: decimal('197500'), laborCost: decimal('525000'), totalCost: decimal('722500'), costPerUnit: decimal('24083.3333') })
  const viewer = await host.as('Viewer')
  const seen = await viewer.engineering.explodeBom({ id, quantity: '100' })
  expect(seen).not.toHaveProperty('totalCost')
  expect(seen.materials[0]).not.toHaveProperty('unitCost')
})

describe('any BOM', () => {
  /** Up to four levels; each item takes some of those below it. */
  const trees = fc.array(fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 0, max: 20 })), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 })

  test('BM-1 BM-2 is taken apart the same again, after a restart too, and its purchase BOM is the sum over all ways down', async () => {
    await fc.assert(fc.asyncProperty(trees, async tree => {
      const leaves = await Promise.all(['x', 'y', 'z'].map(name => newItem(name)))
      const below: string[] = [...leaves]
      const needs = new Map<string, Map<string, Rational>>(leaves.map(id => [id, new Map([[id, rational(1n)]])]))
      let top = ''
      for (const [at, lines] of tree.entries()) {
        top = await newItem(`made ${at}`, at === tree.length - 1 ? 'FINISHED_GOOD' : 'WIP')
        const chosen = lines.map(([pick, quantity, wastage]) => ({ id: below[pick % below.length]!, quantity: decimalText(decimal(String(quantity / 10_000))), wastage: String(wastage) }))
        await newBom(top, chosen.map(({ id, quantity, wastage }) => [id, quantity, 'Pcs', wastage] as const))
        const sums = new Map<string, Rational>()
        for (const { id, quantity, wastage } of chosen) {
          const each = multiplyRationals(rational(quantity), rational(100n + BigInt(wastage)), { numerator: 1n, denominator: 100n })
          for (const [leaf, of] of needs.get(id)!) sums.set(leaf, addRationals(sums.get(leaf) ?? rational(0n), multiplyRationals(each, of)))
        }
        needs.set(top, sums)
        below.push(top)
      }
      const bom = (await admin.engineering.listBoms({ filter: { itemId: top, kind: 'PRODUCTION' } })).rows[0]!
      const first = await admin.engineering.explodeBom({ id: bom.id, quantity: '1000' })
      expect(await admin.engineering.explodeBom({ id: bom.id, quantity: '1000' })).toEqual(first)
      const purchase = (await purchaseOf(top))!
      const { lines } = await admin.engineering.getBom({ id: purchase.id })
      const output = BigInt(decimalText(purchase.outputQuantity))
      expect(lines.map(({ componentItemId }) => componentItemId).sort()).toEqual([...needs.get(top)!.keys()].sort())
      for (const line of lines) {
        const exact = multiplyRationals(needs.get(top)!.get(line.componentItemId)!, rational(output), rational(10_000n))
        const [low, high] = [exact.numerator / exact.denominator, (exact.numerator + exact.denominator - 1n) / exact.denominator]
        expect(BigInt(line.quantity)).toBe(low === high ? low : high)
      }
    }), { numRuns: 12, seed: 20_261_120 })
    const before = (await admin.engineering.listBoms({ filter: { kind: 'PRODUCTION', status: 'ACTIVE' }, pageSize: 20 })).rows
    const answers = await Promise.all(before.map(({ id }) => admin.engineering.explodeBom({ id, quantity: '7.5' })))
    await host.restart()
    admin = host.desk(await host.sessionFor('Superadmin', undefined, { canSeeCost: true }))
    expect(await Promise.all(before.map(({ id }) => admin.engineering.explodeBom({ id, quantity: '7.5' })))).toEqual(answers)
  })
})
