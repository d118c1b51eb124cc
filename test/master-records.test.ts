import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal } from '../shared/core/decimal.ts'
import { flowLayout } from '../shared/masters/flow-layout.ts'
import { allMasters, masterNames } from '../shared/masters/masters.ts'
import { flowCycle, onTimeRate, ruleInForce, vendorScore } from '../shared/masters/rules.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

let host: TestHost
let admin: Desk

beforeAll(async () => {
  host = await startTestHost()
  admin = await host.as('Superadmin')
})
afterAll(() => host.stop())

const item = async (code: string) => {
  const { rows } = await host.system.masters.findUnits({ search: 'Pcs' })
  return admin.masters.createItem({ code, name: `Boneka ${code}`, kind: 'FINISHED_GOOD', unitId: rows[0]!.id })
}

describe('every master', () => {
  test('has its procedures, its table and its words by its definition', async () => {
    const counts = await admin.masters.countRecords({})
    expect(Object.keys(counts).sort()).toEqual([...masterNames].sort())
    for (const { plural } of allMasters) {
      const calls = admin.masters as Readonly<Record<string, unknown>>
      const list = calls[`list${plural}`] as Desk['masters']['listUnits']
      expect((await list({ total: true, sort: [{ column: 'createdAt' } as never] })).total, plural).toBeTypeOf('number')
    }
  })

  test('is refused to those who may only look', async () => {
    const viewer = await host.as('Viewer')
    await expect(viewer.masters.createTray({ code: 'NO' })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'masters.create' } })
    await expect(viewer.masters.createHoliday({ day: '2026-12-25', name: 'x', workCalendarId: host.section('CUT') })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('a new factory has a calendar with one shift from Monday to Saturday, and the usual reasons', async () => {
    expect((await admin.masters.listWorkShifts({})).rows).toMatchObject([{ code: 'PAGI', workCalendarCode: 'PABRIK', weekdays: '123456', startTime: '07:00', endTime: '15:00', breakMinutes: 60 }])
    expect((await admin.masters.listDefectReasons({ search: 'DFC-001' })).rows).toMatchObject([{ name: 'Jahitan putus', severity: 'MINOR', isReworkable: true, estimatedHours: decimal(1) }])
    expect((await admin.masters.listDowntimeReasons({ filter: { kind: 'POWER' } })).rows).toMatchObject([{ name: 'Listrik padam' }])
    expect((await admin.masters.listWasteReasons({})).rows.length).toBeGreaterThan(3)
  })

  test('a shift may pass midnight; times and days that are none are refused', async () => {
    const calendar = (await admin.masters.listWorkCalendars({})).rows[0]!
    const night = { code: 'MALAM', name: 'Shift malam', workCalendarId: calendar.id, weekdays: '12345', startTime: '23:00', endTime: '07:00' }
    expect(await admin.masters.createWorkShift(night)).toMatchObject({ endTime: '07:00', breakMinutes: 0 })
    await expect(admin.masters.createWorkShift({ ...night, code: 'X', startTime: '25:00' })).rejects.toMatchObject({ code: 'invalid-input' })
    await expect(admin.masters.createWorkShift({ ...night, code: 'X', weekdays: '531' })).rejects.toMatchObject({ code: 'invalid-input' })
  })

  test('IA-9 the cost of a machine is for those who may see costs', async () => {
    const machine = await admin.masters.createMachine({ code: 'M-1', name: 'Mesin', sectionId: host.section('SEW'), kind: 'MACHINE', costPerHour: '22500' })
    expect(machine.costPerHour).toBe(decimal('22500'))
    const other = await host.as('Warehouse Admin', 'WH')
    expect(await other.masters.getMachine({ id: machine.id })).not.toHaveProperty('costPerHour')
    await expect(other.masters.updateMachine({ id: machine.id, version: 1, costPerHour: '1' })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

describe('MD-2', () => {
  const rule = (startDay: string, endDay: string | null = null, more = {}) => ({ productionLineId: null, itemId: null, startDay, endDay, isActive: true, ...more })

  test('MD-2 (c) rules 100 from 1 January and 120 from 10 January, both open: the 9th has 100, the 10th 120', async () => {
    const [first, second] = [{ ...rule('2026-01-01'), target: 100 }, { ...rule('2026-01-10'), target: 120 }]
    expect([ruleInForce([second, first], '2026-01-09')?.target, ruleInForce([second, first], '2026-01-10')?.target]).toEqual([100, 120])
    expect(ruleInForce([first], '2025-12-31')).toBe(undefined)
    const [sectionId, shiftHours] = [host.section('FIN'), '8']
    await admin.masters.createTargetRule({ sectionId, targetQuantity: '100', shiftHours, startDay: '2026-01-01' })
    await admin.masters.createTargetRule({ sectionId, targetQuantity: '120', shiftHours, startDay: '2026-01-10' })
    const on = async (day: string) => (await admin.masters.getRuleInForce({ sectionId, day })).rule?.targetQuantity
    expect([await on('2025-12-31'), await on('2026-01-09'), await on('2026-01-10')]).toEqual([undefined, decimal(100), decimal(120)])
  })

  test('MD-2 the rule for this very line and item goes before those for more; one that has ended does not count', () => {
    const [all, line, both] = [rule('2026-01-01'), rule('2025-01-01', null, { productionLineId: 'L1' }), rule('2025-01-01', '2026-02-01', { productionLineId: 'L1', itemId: 'I1' })]
    const rules = [all, line, both]
    expect(ruleInForce(rules, '2026-01-15', { productionLineId: 'L1', itemId: 'I1' })).toBe(both)
    expect(ruleInForce(rules, '2026-02-02', { productionLineId: 'L1', itemId: 'I1' })).toBe(line)
    expect(ruleInForce(rules, '2026-01-15', { productionLineId: 'L2' })).toBe(all)
  })

  test('MD-2 an end before the start, no target, another section’s line and a second rule of the same day are refused', async () => {
    const [sectionId, shiftHours] = [host.section('CUT'), '8']
    const line = await admin.masters.createProductionLine({ code: 'SEW-09', name: 'Lini 9', sectionId: host.section('SEW') })
    const refused = (more: object, reason: string) =>
      expect(admin.masters.createTargetRule({ sectionId, shiftHours, startDay: '2026-01-10', targetQuantity: '5', ...more })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ reason: `masters.issues.${reason}` }] } })
    await refused({ endDay: '2026-01-09' }, 'day-order')
    await refused({ targetQuantity: null }, 'target-missing')
    await refused({ productionLineId: line.id }, 'foreign-line')
    await admin.masters.createTargetRule({ sectionId, shiftHours, startDay: '2026-01-10', targetEfficiency: '82.5' })
    await expect(admin.masters.createTargetRule({ sectionId, shiftHours, startDay: '2026-01-10', targetQuantity: '7' })).rejects.toMatchObject({ code: 'duplicate', params: { entity: 'targetRule' } })
  })
})

describe('MD-3', () => {
  test('MD-3 a flow that leads back is refused, and the refusal names the way', async () => {
    const { id: itemId } = await item('FLOW')
    const [cut, sew, fin] = ['CUT', 'SEW', 'FIN'].map(code => host.section(code)) as [string, string, string]
    const edge = (fromSectionId: string, toSectionId: string) => admin.masters.createProcessFlowEdge({ itemId, fromSectionId, toSectionId, leadDays: 1 })
    await edge(cut, sew)
    const second = await edge(sew, fin)
    await expect(edge(cut, cut)).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['toSectionId'], reason: 'masters.issues.self-loop' }] } })
    await expect(edge(fin, cut)).rejects.toMatchObject({ params: { issues: [{ reason: 'masters.issues.flow-cycle', params: { path: 'Finishing → Cutting → Jahit → Finishing' } }] } })
    await expect(edge(cut, sew)).rejects.toMatchObject({ code: 'duplicate', params: { entity: 'processFlowEdge' } })
    // Of another item the same way is no circle, nor when part of it is out of use.
    await admin.masters.createProcessFlowEdge({ itemId: (await item('FLOW-2')).id, fromSectionId: fin, toSectionId: cut })
    const { version } = await admin.masters.setProcessFlowEdgeActive({ id: second.id, version: second.version, isActive: false })
    await edge(fin, cut)
    await expect(admin.masters.setProcessFlowEdgeActive({ id: second.id, version, isActive: true })).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await admin.masters.listFlowItems({})).toMatchObject([{ code: 'FLOW' }, { code: 'FLOW-2' }])
  })

  test('MD-3 the shortest circle is found, and a drawing has each section right of those before it', () => {
    const way = (path: string) => [...path].slice(1).map((to, at) => ({ fromSectionId: path[at]!, toSectionId: to }))
    expect(flowCycle(way('abcda'), way('da')[0]!)).toEqual(['d', 'a', 'b', 'c', 'd'])
    expect(flowCycle(way('abc'), way('bc')[0]!)).toBe(undefined)
    expect(flowLayout([...way('abcd'), ...way('ac')])).toEqual([{ id: 'a', layer: 0, row: 0 }, { id: 'b', layer: 1, row: 0 }, { id: 'c', layer: 2, row: 0 }, { id: 'd', layer: 3, row: 0 }])
  })
})

test('MD-4 a courier has a kind and a phone; inactive couriers and trays are not offered', async () => {
  await expect(admin.masters.createCourier({ code: 'K', name: 'Kurir', kind: 'EXTERNAL', phone: ' ' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['phone'] }] } })
  await expect(admin.masters.createCourier({ code: 'K', name: 'Kurir', kind: 'DRONE' as 'EXTERNAL', phone: '021' })).rejects.toMatchObject({ code: 'invalid-input' })
  const courier = await admin.masters.createCourier({ code: 'K', name: 'Kurir', kind: 'EXTERNAL', phone: '021' })
  const tray = await admin.masters.createTray({ code: 'T-1' })
  expect([(await admin.masters.findCouriers({})).rows.length, (await admin.masters.findTrays({})).rows.length]).toEqual([1, 1])
  await admin.masters.setCourierActive({ id: courier.id, version: 1, isActive: false })
  await admin.masters.setTrayActive({ id: tray.id, version: 1, isActive: false })
  expect([(await admin.masters.findCouriers({})).rows, (await admin.masters.findTrays({})).rows]).toEqual([[], []])
})

test('MD-5 what others refer to stays, and the refusal names them', async () => {
  const section = await admin.masters.createSection({ code: 'MD5', name: 'Uji' })
  const worker = await admin.masters.createWorker({ code: 'W-1', name: 'Siti Aminah', sectionId: section.id })
  await expect(admin.masters.setSectionActive({ id: section.id, version: 1, isActive: false })).rejects.toMatchObject({ code: 'in-use', params: { by: 'worker', examples: 'Siti Aminah' } })
  await admin.masters.setWorkerActive({ id: worker.id, version: 1, isActive: false })
  expect(await admin.masters.setSectionActive({ id: section.id, version: 1, isActive: false })).toMatchObject({ isActive: false })
  await expect(admin.masters.createWorker({ code: 'W-2', name: 'Eni', sectionId: section.id })).rejects.toMatchObject({ code: 'inactive', params: { entity: 'section', field: 'sectionId' } })
})

test('MD-6 (d) 90, 80, 70, 100 and 60 make a vendor score of 82.5', () => {
  const [quality, delivery, price, responsiveness, flexibility] = [90, 80, 70, 100, 60].map(mark => decimal(mark))
  expect(vendorScore({ quality: quality!, delivery: delivery!, price: price!, responsiveness: responsiveness!, flexibility: flexibility! })).toBe(decimal('82.5'))
  expect([onTimeRate(17, 20), onTimeRate(0, 0)]).toEqual([decimal(85), undefined])
})

describe('extra fields', () => {
  test('are defined once and then checked, kept, changed one by one and told in the history', async () => {
    const defined = (labelIndonesian: string, kind: 'text' | 'decimal' | 'choice', more = {}) => admin.masters.createAttributeDefinition({ entity: 'partner', labelIndonesian, labelEnglish: labelIndonesian, kind, ...more })
    expect(await defined('Nomor NPWP', 'text', { isRequired: true })).toMatchObject({ name: 'nomorNpwp', isActive: true })
    await defined('Plafon kredit', 'decimal')
    await defined('Kelas', 'choice', { choices: ['A', 'B'] })
    await expect(defined('Kosong', 'choice')).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['choices'] }] } })
    const partner = (code: string, attributes?: Record<string, string | null>) => admin.masters.createPartner({ code, name: code, kind: 'SUPPLIER', attributes })
    await expect(partner('P-1')).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['attributes', 'nomorNpwp'], reason: 'required' }] } })
    await expect(partner('P-1', { nomorNpwp: '1', kelas: 'C' })).rejects.toMatchObject({ params: { issues: [{ path: ['attributes', 'kelas'] }] } })
    await expect(partner('P-1', { nomorNpwp: '1', warna: 'x' })).rejects.toMatchObject({ params: { issues: [{ path: ['attributes', 'warna'] }] } })
    const made = await partner('P-1', { nomorNpwp: '01.234', plafonKredit: '1500.5', kelas: 'A' })
    expect(made.attributes).toEqual({ nomorNpwp: '01.234', plafonKredit: '1500.5', kelas: 'A' })
    const changed = await admin.masters.updatePartner({ id: made.id, version: 1, attributes: { kelas: null } })
    expect(changed.attributes).toEqual({ nomorNpwp: '01.234', plafonKredit: '1500.5' })
    const { rows } = await admin.audit.listHistory({ entity: 'partner', id: made.id })
    expect(rows[0]!.changes).toEqual([{ field: 'attributes.kelas', label: { id: 'Kelas', en: 'Kelas' }, kind: 'text', before: 'A', after: null }])
  })

  test('one that is filled keeps its kind; one that is out of use is no longer asked for', async () => {
    const [npwp] = await admin.masters.listAttributeDefinitions({ entity: 'partner' })
    const required = (await admin.masters.listAttributeDefinitions({ entity: 'partner' })).find(({ isRequired }) => isRequired)!
    await expect(admin.masters.updateAttributeDefinition({ id: required.id, version: required.version, kind: 'integer' })).rejects.toMatchObject({ code: 'in-use' })
    await admin.masters.setAttributeDefinitionActive({ id: required.id, version: required.version, isActive: false })
    expect(await admin.masters.createPartner({ code: 'P-2', name: 'P-2', kind: 'CUSTOMER' })).toMatchObject({ attributes: {} })
    const clerk = await host.as('Warehouse Admin', 'WH')
    await expect(clerk.masters.setAttributeDefinitionActive({ id: npwp!.id, version: npwp!.version, isActive: false })).rejects.toMatchObject({ code: 'forbidden' })
  })
})

test('IA-4 supervisors of a section are chosen by who may change users, never above themselves', async () => {
  const manager = await host.sessionFor('SPV Sewing', 'SEW')
  const sectionId = host.section('EMB')
  expect(await admin.masters.setSupervisors({ sectionId, userIds: [manager.userId] })).toMatchObject([{ id: manager.userId }])
  expect(await admin.masters.listSupervisors({ sectionId })).toHaveLength(1)
  await expect(host.desk(manager).masters.setSupervisors({ sectionId, userIds: [] })).rejects.toMatchObject({ code: 'forbidden' })
  expect(await admin.masters.setSupervisors({ sectionId, userIds: [] })).toEqual([])
})

test('an article lists its variants, and no article is its own', async () => {
  const article = await item('ART')
  const variant = await admin.masters.createItem({ code: 'ART-EU', name: 'Boneka EU', kind: 'FINISHED_GOOD', unitId: article.unitId, parentId: article.id, destination: 'EU' })
  expect((await admin.masters.listItems({ filter: { parentId: article.id } })).rows).toMatchObject([{ code: 'ART-EU', parentCode: 'ART', destination: 'EU' }])
  await expect(admin.masters.updateItem({ id: article.id, version: 1, parentId: variant.id })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['parentId'], reason: 'masters.issues.parent-below' }] } })
})
