import { afterAll, beforeAll, expect, test } from 'vitest'
import type { BusinessDay } from '../shared/core/dates.ts'
import { findingTitle, rowSentence } from '../shared/imports/issue-text.ts'
import { masterNames } from '../shared/masters/masters.ts'
import { tellMasters } from '../src-main/demo/masters.ts'
import { layStageSteps } from '../src-main/demo/stage-steps.ts'
import { layStages, tellBuffer } from '../src-main/demo/stages.ts'
import type { Call } from '../src-main/demo/call.ts'
import { startTestHost, type TestHost } from './support/host.ts'
import { importer, type Importer } from './support/import-files.ts'

let host: TestHost
let user: Importer

beforeAll(async () => {
  host = await startTestHost()
  user = await importer(host, 'Admin', { canSeeCost: true })
  const { desk } = user
  await desk.masters.createSection({ code: 'QC', name: 'Quality Control', parentId: null })
  const { rows: [pieces] } = await desk.masters.findUnits({ search: 'Pcs' })
  const items = await Promise.all(['BJ-BRG-30', 'BJ-BRG-45', 'BJ-HRM-30'].map(code => host.system.masters.createItem({ code, name: `Boneka ${code}`, kind: 'FINISHED_GOOD', unitId: pieces!.id, unitCost: '1250.5' })))
  const sections = (await desk.masters.listSections({ pageSize: 200 })).rows
  const idsOf = (rows: readonly { code: string; id: string }[]) => Object.fromEntries(rows.map(({ code, id }) => [code, id]))
  const calls = host.system.masters as Readonly<Record<string, unknown>>
  const call: Call = (_module, name, input) => (calls[name] as (given: unknown) => Promise<never>)(input)
  const made = { sectionIds: idsOf(sections), itemIds: idsOf(items) }
  await tellMasters(call, { ...made, day: '2026-11-20' as BusinessDay })
  const stageIds = await layStages(call, made.sectionIds)
  await tellBuffer(call, { ...made, stageIds })
  await layStageSteps(call, stageIds)
})
afterAll(() => host.stop())

test.each(masterNames)('IO-3 %s: an own export comes back without a change, as either file and in either language', async target => {
  for (const [format, language] of [['csv', 'id'], ['xlsx', 'en']] as const) {
    const batch = await user.stage(target, await user.fetch(await user.desk.imports.exportList({ target, format, language })))
    expect(batch, `${target} ${format} ${language}`).toMatchObject({ sameCount: batch.rowCount, faultyCount: 0 })
    expect(batch.rowCount).toBeGreaterThan(0)
    const changes = () => host.database.prepare("select count(*) from auditEntry where module = 'imports' and entity <> 'importBatch'").pluck().get()
    const before = changes()
    await user.desk.imports.applyImport(batch)
    expect(changes()).toBe(before)
  }
})

test('IO-1 what only a master knows is told by row and column before anything is saved', async () => {
  const { findings, faultyCount } = await user.stage('workShifts', 'Kode;Nama;Kalender kerja;Hari kerja;Jam mulai;Jam selesai\nS1;Satu;PABRIK;123456;25:00;07:00\nS2;Dua;PABRIK;61;07:00;15:00\nS3;Tiga;PABRIK;12345;07:00;15:00')
  expect(faultyCount).toBe(2)
  expect(findings.map(({ column, reason }) => [column, reason])).toEqual(expect.arrayContaining([['startTime', 'not-a-time'], ['weekdays', 'not-weekdays']]))
  const flow = await user.stage('processFlowEdges', 'Barang;Dari bagian;Ke bagian\nBJ-HRM-30;WH;CUT\nBJ-HRM-30;QC;QC')
  expect(flow.findings.map(({ column, reason }) => [column, reason])).toEqual(expect.arrayContaining([['toSection', 'flow-cycle'], ['toSection', 'self-loop']]))
})

test('a file of new target rules is taken in, with and without line, item and end', async () => {
  const file = 'Bagian;Lini produksi;Barang;Target jumlah;Target efisiensi (%);Jam kerja per shift;Berlaku mulai;Berlaku sampai\nFIN;;;;75;8;01-12-2026;31-12-2026\nSEW;SEW-03;;;80,5;8;01-12-2026;\nSEW;;BJ-HRM-30;150;;8;01-12-2026;'
  const batch = await user.stage('targetRules', file)
  expect(batch).toMatchObject({ newCount: 3, faultyCount: 0 })
  await user.desk.imports.applyImport(batch)
  const { rows } = await user.desk.masters.listTargetRules({ pageSize: 100 })
  expect(rows.filter(({ startDay }) => startDay === '2026-12-01').map(({ sectionCode, productionLineCode, itemCode, endDay }) => [sectionCode, productionLineCode, itemCode, endDay]).sort()).toEqual([
    ['FIN', null, null, '2026-12-31'], ['SEW', null, 'BJ-HRM-30', null], ['SEW', 'SEW-03', null, null],
  ])
  expect(await user.stage('targetRules', file)).toMatchObject({ sameCount: 3, newCount: 0 })
})

test('IO-3 extra fields go out and come in under their own names', async () => {
  const text = (await user.fetch(await user.desk.imports.exportList({ target: 'machines', format: 'csv' }))).toString()
  expect(text.split('\n')[0]).toMatch(/;Merek;Servis berikutnya/)
  const batch = await user.stage('machines', 'Kode;Nama;Bagian;Jenis;Merek;Servis berikutnya\nMC-BARU;Mesin baru;SEW;Mesin;Juki;20-12-2026\nMC-ISI-1;Mesin isi dakron;FIN;Mesin;Brother;')
  expect(batch).toMatchObject({ newCount: 1, changedCount: 1, faultyCount: 0 })
  await user.desk.imports.applyImport(batch)
  const { rows } = await user.desk.masters.listMachines({ pageSize: 100 })
  const attributesOf = (code: string) => rows.find(row => row.code === code)?.attributes
  expect([attributesOf('MC-BARU'), attributesOf('MC-ISI-1')]).toEqual([{ merek: 'Juki', servisBerikutnya: '2026-12-20' }, { merek: 'Brother' }])
})

test('IO-1 a fault in an extra field is told by the name that the factory gave it', async () => {
  const batch = await user.stage('machines', 'Kode;Nama;Bagian;Jenis;Servis berikutnya\nMC-SALAH;Mesin;SEW;Mesin;besok')
  const [row] = (await user.desk.imports.listImportRows({ batchId: batch.id, filter: { status: 'faulty' } })).rows
  const { fields } = (await user.desk.imports.listTargets({})).find(({ name }) => name === 'machines')!
  const wording = { fields, choice: (_: string, value: string) => value, number: (plain: string) => plain } as const
  expect(row!.issues.map(issue => rowSentence(row!.row, issue, { ...wording, language: 'id' }))).toEqual([expect.stringMatching(/^Baris 2: .*servis berikutnya/)])
  expect(findingTitle(batch.findings[0]!, { ...wording, language: 'en' })).toMatch(/next service/i)
})
