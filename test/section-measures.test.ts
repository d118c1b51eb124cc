import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type BusinessDay } from '../shared/core/dates.ts'
import { decimal, decimalText, multiply, type Decimal } from '../shared/core/decimal.ts'
import { quantityRatios } from '../shared/production/gates.ts'
import { sumsByUnit } from '../shared/section-day/rules.ts'
import { earnedMinutes, lineTarget, lineWorkInProgress, operatorEfficiency, workerMinutes } from '../shared/section-day/standard-minutes.ts'
import { teamMinutes } from '../shared/section-day/team-rules.ts'
import type { Desk, TestHost } from './support/host.ts'
import { importer } from './support/import-files.ts'
import { findIn, reportFile, tableFormats } from './support/report-files.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'

const monday = '2026-01-19' as BusinessDay
const saturday = addDays(monday, -2)

let host: TestHost
let toys: ToyDesks
let admin: Desk
let manager: Desk
const workers: Record<string, string> = {}
let cloth: string

beforeAll(async () => {
  toys = await openToyFactory({ now: '2026-01-19T09:30:00.000Z' })
  host = toys.host
  admin = toys.admin
  manager = await host.as('Manager')
  // Eight hours of work, as in the rules' examples.
  await admin.masters.updateWorkShift({ ...seen((await admin.masters.listWorkShifts({})).rows[0]!), startTime: '07:00', endTime: '16:00', breakMinutes: 60 })
  for (const [code, targetQuantity] of [['EMB', '480'], ['SEW', '480'], ['FIN', '480'], ['PCK', '100']] as const) {
    workers[code] = (await admin.masters.createWorker({ code: `K-${code}`, name: `Pekerja ${code}`, sectionId: host.section(code) })).id
    await admin.masters.createMachine({ code: `MC-${code}`, name: `Mesin ${code}`, sectionId: host.section(code), kind: 'MACHINE', capacityPerHour: '60' })
    await admin.masters.createTargetRule({ sectionId: host.section(code), targetQuantity, shiftHours: '8', startDay: '2026-01-01' })
  }
  cloth = (await admin.masters.createItem({ code: 'PITA', name: 'Pita meteran', kind: 'WIP', unitId: toys.toys.units.Meter! })).id
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

const item = (code: string) => toys.toys.items[code]!
const made = async (section: string, day: BusinessDay, itemId: string, actualQuantity: string) =>
  (await admin.sectionDay.saveWorkerEntries({ sectionId: host.section(section), day, rows: [{ kind: 'enter', workerId: workers[section]!, itemId, actualQuantity }] }))[0]!
const stopped = async (section: string, day: BusinessDay) => admin.downtime.startDowntime({
  sectionId: host.section(section), machineId: null, downtimeReasonId: (await admin.masters.listDowntimeReasons({ search: 'listrik' })).rows[0]!.id, startDay: day, startTime: '10:30', endDay: day, endTime: '12:15',
})
const asked = (report: string, section: string, [from, to]: readonly [string, string], more: object = {}) => ({ report, filters: { period: { from, to }, section: host.section(section), ...more } })
const preview = async (...of: Parameters<typeof asked>) => admin.reports.previewReport({ ...asked(...of), pageSize: 200 })
const rowsOf = async (...of: Parameters<typeof asked>) => (await preview(...of)).rows.map(({ cells }) => cells)

describe('PX-7, OEE takes what the ledger says a section put out', () => {
  const day = saturday

  test('of a section that only workers’ entries tell of, and the larger of both where work orders do too', async () => {
    const order = await toys.planned()
    await toys.enter(await toys.workOrderOf(order, 'WIP-BODY'), '495')
    await made('EMB', day, item('WIP-EMBO'), '240')
    // 240 of the 480 that 60 an hour would be.
    expect(await rowsOf('oee', 'EMB', [day, day])).toMatchObject([{ produced: '240', good: '240', availability: '100.0', performance: '50.0', quality: '100.0', index: '50.0', gaps: 'NONE' }])
    const embroidered = await toys.workOrderOf(order, 'WIP-EMBO')
    await toys.enter(embroidered, '200', {}, toys.embroiderer)
    const [entry] = await admin.sectionDay.saveWorkerEntries({ sectionId: host.section('EMB'), day: monday, rows: [{ kind: 'enter', workerId: workers.EMB!, itemId: item('WIP-EMBO'), actualQuantity: '180' }] })
    expect(await rowsOf('oee', 'EMB', [monday, monday])).toMatchObject([{ produced: '200', good: '200' }])
    const { days: [own] } = await toys.embroiderer.production.getWorkOrderDays({ workOrderId: embroidered.id })
    await toys.embroiderer.production.updateProduction({ ...seen(own!), rejectQuantity: '20', defectReasonId: toys.defect })
    await admin.sectionDay.saveWorkerEntries({ sectionId: host.section('EMB'), day: monday, rows: [{ kind: 'change', ...seen(entry!), actualQuantity: '220' }] })
    expect(await rowsOf('oee', 'EMB', [monday, monday])).toMatchObject([{ produced: '240', good: '220', quality: '91.7' }])
  })

  test('pieces and metres are no sum: that is said instead', async () => {
    await made('EMB', addDays(day, -1), item('WIP-EMBO'), '100')
    await made('EMB', addDays(day, -1), cloth, '12.5')
    expect(await rowsOf('oee', 'EMB', [addDays(day, -1), addDays(day, -1)])).toMatchObject([{ produced: null, good: null, performance: null, quality: null, index: null, gaps: 'UNITS' }])
  })
})

describe('PX-11 the workers’ day', () => {
  test('480 in 8 h with 105 minutes down are 375: 200 are 41.7 % of the target and 53.3 % of what was left of it; metres stand by themselves', async () => {
    await made('FIN', saturday, item('WIP-BONEKA'), '200')
    await made('FIN', saturday, cloth, '120.5')
    await stopped('FIN', saturday)
    const sheet = addDays(saturday, -1)
    await admin.sectionDay.saveAttendance({ sectionId: host.section('FIN'), day: sheet, lines: [{ workerId: workers.FIN!, status: 'PRESENT' }] })
    const { rows, totals, charts } = await preview('dailySectionSummary', 'FIN', [sheet, saturday])
    expect(rows.map(({ cells }) => cells)).toMatchObject([
      { day: saturday, unit: 'Meter', target: '480.00', adjusted: '375.00', actual: '120.50', attained: '25.1', ofAdjusted: '32.1' },
      { day: saturday, unit: 'Pcs', target: '480', adjusted: '375', actual: '200', attained: '41.7', ofAdjusted: '53.3' },
      { day: sheet, unit: '', present: 1, actual: '0', attained: null, ofAdjusted: null },
    ])
    expect(totals.map(({ unit, cells }) => [unit, cells.actual, cells.entries, cells.overtime])).toEqual([['Meter', '120.50', 1, '0'], ['Pcs', '200', 1, '0'], [null, undefined, 2, '0']])
    expect(charts.map(({ unit, bars }) => [unit, bars.map(({ values }) => values.map(value => value && decimalText(value)))])).toEqual([['Meter', [['120.5', '480']]], ['Pcs', [['200', '480']]]])
  })

  test('a day without a shift loses nothing, and what is left is told in the unit’s own decimals', () => {
    expect(quantityRatios(decimal('200'), decimal('480'), { places: 0, shiftMinutes: 0, lostMinutes: 0 })).toMatchObject({ adjusted: decimal('480'), ofAdjusted: decimal('41.7') })
    const third = (places: number) => decimalText(quantityRatios(decimal('1'), decimal('100'), { places, shiftMinutes: 450, lostMinutes: 60 }).adjusted)
    expect([0, 2].map(third)).toEqual(['86', '86.66'])
  })
})

describe('standard minutes', () => {
  test('400 pieces of 0.50 in 480 minutes are 41.67 %, 480 minutes of 20 operators at 50 % of 0.50 are 9,600 pieces', () => {
    expect([operatorEfficiency(decimal('400'), decimal('0.5'), decimal('480')), operatorEfficiency(decimal('400'), decimal('0.5'), decimal('0'))]).toEqual([decimal('41.67'), null])
    expect([earnedMinutes(decimal('400'), decimal('0.5')), lineTarget(multiply(decimal('480'), decimal('20'), 'half-up'), decimal('50'), decimal('0.5'))]).toEqual([decimal('200'), decimal('9600')])
    // Line efficiency = output × garment SAM ÷ (operators × minutes).
    expect(operatorEfficiency(decimal('9600'), decimal('0.5'), decimal('9600'))).toBe(decimal('50'))
  })

  test('line WIP is loaded − output, from the last count on', () => {
    const day = (loaded: string | null, pieces: string, counted: string | null = null) => ({ loadedQuantity: loaded === null ? null : decimal(loaded), pieces: decimal(pieces), workInProgress: counted === null ? null : decimal(counted) })
    const over = (...days: ReturnType<typeof day>[]) => days.reduce<Decimal | null>(lineWorkInProgress, null)
    expect([over(day(null, '90')), over(day('500', '400')), over(day('500', '400'), day(null, '90')), over(day('500', '400'), day('450', '430', '115'), day('400', '405'))]).toEqual([null, decimal('100'), decimal('10'), decimal('110')])
  })

  test('a worker’s day is all that they made in its longest shift; nobody says how efficient it was without standard minutes of all of it', () => {
    const entry = (actualQuantity: string, standardMinutes: string | null, shiftHours = '8') => ({ actualQuantity: decimal(actualQuantity), standardMinutes: standardMinutes === null ? null : decimal(standardMinutes), shiftHours: decimal(shiftHours) })
    expect(workerMinutes([entry('400', '0.5', '7'), entry('100', '0.4')])).toEqual({ attended: decimal('480'), earned: decimal('240'), efficiency: decimal('50') })
    expect([workerMinutes([entry('400', '0.5'), entry('1', null)]), workerMinutes([entry('400', '0.5', '0')]), workerMinutes([entry('400', '0.5'), entry('0', null)])?.efficiency]).toEqual([null, null, decimal('41.67')])
  })

  test('PX-6 an entry keeps those of its day: the rule’s, else the item’s', async () => {
    const shirt = await admin.masters.updateItem({ ...seen(await admin.masters.getItem({ id: item('WIP-BAJU') })), standardMinutes: '0.5' })
    expect(shirt.standardMinutes).toBe(decimal('0.5'))
    await expect(admin.masters.updateItem({ ...seen(shirt), standardMinutes: '0' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [expect.objectContaining({ path: ['standardMinutes'] })] } })
    const first = await made('SEW', saturday, item('WIP-BAJU'), '400')
    expect(first.standardMinutes).toBe(decimal('0.5'))
    await admin.masters.updateItem({ ...seen(shirt), standardMinutes: '0.8' })
    const change = { kind: 'change' as const, ...seen(first), actualQuantity: '400', notes: 'Dihitung ulang' }
    const [changed] = await admin.sectionDay.saveWorkerEntries({ sectionId: host.section('SEW'), day: saturday, rows: [change] })
    expect(changed!.standardMinutes).toBe(decimal('0.5'))
    await admin.masters.createTargetRule({ sectionId: host.section('SEW'), itemId: item('WIP-BAJU'), targetQuantity: '480', shiftHours: '8', standardMinutes: '0.6', startDay: monday })
    expect((await made('SEW', monday, item('WIP-BAJU'), '600')).standardMinutes).toBe(decimal('0.6'))
    await made('SEW', addDays(saturday, -1), item('WIP-SKIN'), '30')
    const { minutes, days, entries } = await admin.sectionDay.getWorkerHistory({ workerId: workers.SEW!, fromDay: addDays(saturday, -1), toDay: monday })
    expect(minutes).toEqual({ attended: decimal('960'), earned: decimal('560'), efficiency: decimal('58.33'), days: 2 })
    expect(days.map(({ day, minutes: its }) => [day, its && [its.attended, its.earned, its.efficiency].map(value => value && decimalText(value))])).toEqual([
      [addDays(saturday, -1), null], [saturday, ['480', '200', '41.67']], [monday, ['480', '360', '75']],
    ])
    expect(sumsByUnit(entries)).toMatchObject([{ unitCode: 'Pcs', places: 0, entries: 3, actual: decimal('1030') }])
  })

  test('efficiency is reported by worker too, with and without what stood still, and says which days nobody can tell of', async () => {
    await stopped('SEW', saturday)
    const [row, ...others] = await rowsOf('efficiency', 'SEW', [addDays(saturday, -1), saturday], { by: 'WORKER' })
    expect([row, others]).toEqual([
      { section: 'Jahit', worker: 'K-SEW · Pekerja SEW', measured: 1, unmeasured: 1, worked: '480.00', earned: '200.00', lost: '105.00', efficiency: '41.7', onStandard: '53.3' }, [],
    ])
    expect(await rowsOf('workerHistory', 'SEW', [saturday, monday])).toMatchObject([
      { day: saturday, unit: 'Pcs', actual: '400', earned: '200.00', efficiency: '41.67' }, { day: monday, actual: '600', earned: '360.00', efficiency: '75.00' },
    ])
  })
})

test('IO-1, IO-3 standard minutes come in with the items’ list and the target rules, go out with them, and are above 0', async () => {
  const user = await importer(host, 'Superadmin')
  const staged = await user.stage('items', 'Kode;Nama;Jenis;Satuan;SMV\nSAM-1;Kerah;WIP;Pcs;0,75\nSAM-2;Manset;WIP;Pcs;0')
  const { rows } = await user.desk.imports.listImportRows({ batchId: staged.id })
  expect(rows.map(({ status, issues }) => [status, issues.filter(({ weight }) => weight === 'fault').map(({ column, reason }) => [column, reason])])).toEqual([['new', []], ['faulty', [['standardMinutes', 'not-positive']]]])
  await user.desk.imports.discardImport({ id: staged.id })
  const sound = await user.stage('items', 'Kode;Nama;Jenis;Satuan;SAM\nSAM-1;Kerah;WIP;Pcs;0,75')
  await user.desk.imports.applyImport({ id: sound.id, version: sound.version })
  expect((await admin.masters.listItems({ search: 'SAM-1' })).rows).toMatchObject([{ standardMinutes: decimal('0.75') }])
  for (const [target, line] of [['items', /SAM-1;.*0,75/], ['targetRules', /WIP-BAJU;.*0,6;/]] as const) {
    const file = (await user.fetch(await user.desk.imports.exportList({ target, format: 'csv' }))).toString()
    expect(file).toContain('Menit standar (SAM)')
    expect(file.split('\n').some(text => line.test(text)), file).toBe(true)
  }
})

describe('a line’s day', () => {
  const figures = { targetEfficiency: '50', standardMinutes: '0.5', workers: '2', shiftHours: '8' }
  let lineId: string

  beforeAll(async () => {
    lineId = (await admin.masters.createProductionLine({ code: 'SEW-1', name: 'Lini 1', sectionId: host.section('SEW') })).id
  })

  test('its efficiency follows from the pieces that were counted, its target and WIP are told', async () => {
    const first = await admin.sectionDay.enterTeamDay({ productionLineId: lineId, day: saturday, ...figures, outputQuantity: '800', loadedQuantity: '1000' })
    expect(first).toMatchObject({ actualEfficiency: decimal('41.67'), worked: decimal('960'), earned: decimal('400'), pieces: decimal('800'), targetPieces: decimal('960'), lineWip: decimal('200'), isTargetMet: false })
    const next = await admin.sectionDay.enterTeamDay({ productionLineId: lineId, day: monday, ...figures, outputQuantity: '960', loadedQuantity: '900' })
    expect(next).toMatchObject({ actualEfficiency: decimal('50'), lineWip: decimal('140'), isTargetMet: true })
    // Another correction of the first day moves what lies in the line on the next.
    const changed = await admin.sectionDay.updateTeamDay({ ...seen(first), outputQuantity: '850' })
    expect(changed).toMatchObject({ actualEfficiency: decimal('44.27'), lineWip: decimal('150') })
    const { rows } = await admin.sectionDay.listTeamDays({ filter: { productionLineId: lineId } })
    expect(rows.map(({ day, lineWip }) => [day, lineWip])).toEqual([[monday, decimal('90')], [saturday, decimal('150')]])
    expect((await admin.sectionDay.listTeamDays({ filter: { productionLineId: lineId, fromDay: monday } })).rows).toMatchObject([{ lineWip: decimal('90') }])
    // Counted: from here on that is what lies there.
    expect(await admin.sectionDay.updateTeamDay({ ...seen(changed), workInProgress: '130' })).toMatchObject({ lineWip: decimal('130') })
    expect(await admin.sectionDay.getTeamDay({ id: next.id })).toMatchObject({ lineWip: decimal('70') })
    // More workers for the same pieces: it follows.
    expect(await admin.sectionDay.updateTeamDay({ ...seen(next), workers: '4' })).toMatchObject({ actualEfficiency: decimal('25'), pieces: decimal('960') })
  })

  test('without pieces somebody says how efficient it was; neither, or pieces of nobody, are refused by their field', async () => {
    const enter = (more: object) => admin.sectionDay.enterTeamDay({ productionLineId: lineId, day: addDays(saturday, -1), ...figures, ...more })
    const issue = (field: string) => ({ code: 'invalid-input', params: { issues: [expect.objectContaining({ path: [field] })] } })
    await expect(enter({})).rejects.toMatchObject(issue('actualEfficiency'))
    await expect(enter({ outputQuantity: '10', workers: '0' })).rejects.toMatchObject(issue('workers'))
    await expect(enter({ outputQuantity: '100000' })).rejects.toMatchObject(issue('outputQuantity'))
    expect(await enter({ actualEfficiency: '41.6667' })).toMatchObject({ outputQuantity: null, pieces: decimal('800'), lineWip: null })
    const minutes = teamMinutes({
      targetEfficiency: null, actualEfficiency: decimal('41.67'), standardMinutes: decimal('0.5'), outputQuantity: decimal('400'), workers: decimal('1'), shiftHours: decimal('8'), overtimeMinutes: decimal('0'), idleMinutes: decimal('0'), idleWorkers: decimal('0'),
    })
    expect(minutes).toMatchObject({ earned: decimal('200'), pieces: decimal('400'), targetPieces: null })
  })
})

describe('the reports of a section’s day as files', () => {
  const period = [addDays(saturday, -1), monday] as const

  beforeAll(async () => {
    await made('PCK', saturday, item('WIP-BONEKA'), '110')
    const waste = (await admin.masters.createWasteReason({ code: 'SALAH', name: 'Salah potong' })).id
    await admin.ledger.saveReceipts({ sectionId: host.section('FIN'), day: saturday, rows: [{ kind: 'enter', itemId: item('WIP-BONEKA'), quantity: '250', notes: 'Gudang' }, { kind: 'enter', itemId: cloth, quantity: '150', notes: 'Gudang' }] })
    await admin.ledger.saveWaste({ sectionId: host.section('FIN'), day: saturday, rows: [{ kind: 'enter', itemId: item('WIP-BONEKA'), quantity: '5', wasteReasonId: waste }, { kind: 'enter', itemId: cloth, quantity: '1.25', wasteReasonId: waste }] })
  })

  test.each<[report: string, section: string, figures: Record<string, string | number>, more?: object]>([
    ['oee', 'EMB', { 'Hasil baik': 240, Kinerja: 50, OEE: 50 }],
    ['dailySectionSummary', 'FIN', { Satuan: 'Pcs', 'Target disesuaikan': 375, Hasil: 200, 'Dari target': 41.7, 'Dari target disesuaikan': 53.3 }],
    ['dailySectionSummary', 'FIN', { Satuan: 'Meter', Hasil: 120.5, 'Dari target disesuaikan': 32.1 }],
    ['itemAggregate', 'FIN', { Satuan: 'Meter', Hasil: 120.5, 'Tingkat capai': 25.1, Keadaan: 'Di bawah' }],
    ['itemAggregate', 'PCK', { Target: 100, Hasil: 110, 'Tingkat capai': 110, Keadaan: 'Tercapai' }],
    ['workerHistory', 'SEW', { Satuan: 'Pcs', Hasil: 400, 'Menit standar': 200, 'Efisiensi hari itu': 41.67 }],
    ['dailyLedger', 'FIN', { Satuan: 'Meter', Hasil: 120.5, Limbah: 1.25, Sisa: 28.25 }],
    ['wastage', 'FIN', { Satuan: 'Meter', Limbah: 1.25, Tersedia: 150, 'Dari tersedia': 0.83 }],
    ['efficiency', 'SEW', { Tim: 'Lini 1', 'Menit kerja': 3840, 'Menit standar': 1305 }],
    ['efficiency', 'SEW', { Pekerja: 'K-SEW · Pekerja SEW', 'Hari terukur': 2, 'Hari tanpa SAM': 1, 'Menit standar': 560 }, { by: 'WORKER' }],
    ['teamProduction', 'SEW', { Tim: 'Lini 1', 'Hasil (pcs)': 2610 }],
    ['attendance', 'FIN', { Pekerja: 'Pekerja FIN', Hadir: 1, 'Tingkat hadir': 100 }],
  ])('%s of %s as Excel and CSV', async (report, section, figures, more = {}) => {
    for (const format of tableFormats) {
      const rows = await reportFile(host, manager, asked(report, section, period, more), format)
      expect(findIn(rows, figures), `${format}: ${JSON.stringify(rows)}`).toBeDefined()
    }
    expect(await manager.reports.exportReport({ ...asked(report, section, period, more), format: 'pdf' })).toMatchObject({ mediaType: 'application/pdf' })
  })
})
