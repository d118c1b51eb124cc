import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays, type BusinessDay } from '../shared/core/dates.ts'
import { AppError } from '../shared/core/errors.ts'
import { lostOf } from '../shared/downtime/lost.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import { openStageDesks, type StageDesks } from './support/stage-desks.ts'
import type { Desk } from './support/host.ts'
import { importer } from './support/import-files.ts'
import { seen } from './support/toy-desks.ts'

/** Everything that is entered of a section's day, tried on a day that is locked and opened in between. */
let desks: StageDesks
let sectionId: string
let named: Readonly<Record<'worker' | 'item' | 'machine' | 'stop' | 'line' | 'figure' | 'waste', string>>
let skin: WorkOrder
let shirt: WorkOrder

beforeAll(async () => {
  desks = await openStageDesks()
  const { host, toys } = desks
  const { admin } = toys
  sectionId = host.section('SEW')
  named = {
    worker: (await admin.masters.createWorker({ code: 'K-1', name: 'Pekerja', sectionId })).id, item: toys.toys.items['WIP-SKIN']!, stop: (await admin.masters.listDowntimeReasons({})).rows[0]!.id,
    machine: (await admin.masters.createMachine({ code: 'MC-1', name: 'Mesin', sectionId, kind: 'MACHINE' })).id, line: (await admin.masters.createProductionLine({ code: 'SEW-01', name: 'Lini 1', sectionId })).id,
    figure: (await admin.masters.createStageFigure({ productionStageId: toys.toys.stages.SEW!, position: 1, name: 'Benang', kind: 'NUMBER', measure: 'm' })).id,
    waste: (await admin.masters.listWasteReasons({})).rows[0]!.id,
  }
  const order = await toys.planned({ quantity: '450' })
  await toys.enter(await toys.workOrderOf(order, 'WIP-BODY'), '495')
  await toys.enter(await toys.workOrderOf(order, 'WIP-EMBO'), '485', {}, toys.embroiderer)
  skin = await toys.workOrderOf(order, 'WIP-SKIN')
  shirt = await desks.shirt()
})
afterAll(async () => {
  expect(desks.host.faults).toEqual([])
  await desks.host.stop()
})

/** As it goes on where it was replaced (PL-18). */
async function newest({ number, manufacturingOrderId }: WorkOrder): Promise<WorkOrder> {
  const root = number.replace(/-R\d+$/, '')
  return (await desks.toys.workOrdersOf({ id: manufacturingOrderId })).findLast(one => one.number.replace(/-R\d+$/, '') === root && one.status !== 'VOIDED')!
}

const acts = [
  'worker', 'workerChange', 'workerRemove', 'attend', 'stop', 'standing', 'stopChange', 'stopEnd', 'stopCancel', 'output', 'outputChange', 'outputRemove', 'approve', 'step', 'stepChange', 'stepRemove',
  'round', 'roundBack', 'figure', 'team', 'teamChange', 'teamRemove', 'teamFile', 'waste', 'receipt', 'late', 'apply', 'lock', 'unlock', 'tomorrow', 'month', 'confirm', 'reopen', 'revise', 'paper', 'paperAgreed', 'paperApproved',
] as const
type Act = (typeof acts)[number]
interface Step { readonly act: Act; readonly amount: number }

/** What a revision (PL-18) and a confirmation change of a day's output, and is none of its figures. */
const passing: readonly string[] = ['version', 'workOrderId', 'status', 'confirmedBy', 'confirmedAt']

/** Tables of a day, by the column that names it. */
const tables = ['workerEntry', 'attendanceSheet', 'teamDay', 'dailyProduction', 'stepRecord', 'reworkRound', 'stageFigureValue', 'wasteEntry', 'ledgerReceipt']

async function contentOf(day: BusinessDay): Promise<string> {
  const { host, toys } = desks
  const rows = tables.map(table => {
    const its = host.database.prepare(`select * from ${table} where day = ? and sectionId = ? order by id`).all(day, sectionId) as Record<string, unknown>[]
    return table === 'dailyProduction' ? its.map(row => Object.fromEntries(Object.entries(row).filter(([column]) => !passing.includes(column)))) : its
  })
  const lines = host.database.prepare('select attendanceLine.* from attendanceLine join attendanceSheet on attendanceSheet.id = attendanceSheetId where day = ? order by attendanceLine.id').all(day)
  // What stands still stands until long after the day, so that the passing of time alone changes nothing.
  const lost = lostOf(await toys.sewer.downtime.getSectionDowntime({ sectionId, day }), `${addDays(day, 20)}T00:00:00.000Z`)
  return JSON.stringify([rows, lines, lost])
}

function actsOn(day: BusinessDay, amount: number): Record<Act, () => Promise<unknown>> {
  const { host, toys, sewingSupervisor, steps } = desks
  const { sewer, admin } = toys
  const some = String(amount)
  const reason = 'Uji'
  const now = () => toys.today() as BusinessDay
  const dayNow = () => sewer.sectionDay.getWorkerDay({ sectionId, day })
  // Before the day, on it, or after it where it has passed.
  const about = [addDays(day, -1), day, now()][amount % 3]!
  const stop = { sectionId, machineId: named.machine, downtimeReasonId: named.stop }
  const stops = async () => (await sewer.downtime.listDowntimes({ filter: { sectionId, isCancelled: false } })).rows
  const output = async () => (await sewer.production.getWorkOrderDays({ workOrderId: skin.id })).days.find(entry => entry.day === day)
  const work = () => desks.workOf(shirt, sewer, day)
  const records = async () => (await work()).steps.flatMap(step => step.records)
  const card = async () => (await work()).cards.find(({ status }) => status === 'OPEN')
  const team = async () => (await sewer.sectionDay.listTeamDays({ filter: { sectionId, fromDay: day, toDay: day } })).rows[0]
  const waiting = async () => (await sewingSupervisor.sectionDay.listLateEntries({ filter: { sectionId, status: 'WAITING' } })).rows[0]
  const workerEntry = async () => (await dayNow()).entries[0]
  /** The paper that waits for somebody's step. */
  const asked = async (desk: Desk, step: number) => (await desk.approvals.listRequests({ filter: { view: 'waiting' } })).rows.find(request => request.kind === 'PAPER_BATCH' && request.step === step)
  const rows = [{ kind: 'enter' as const, workerId: named.worker, itemId: named.item, actualQuantity: some }]
  const unless = async <Row>(found: Promise<Row | undefined>, act: (row: Row) => Promise<unknown>) => {
    const row = await found
    if (row === undefined) throw new AppError('not-found', { entity: 'section', id: '' })
    return act(row)
  }
  return {
    worker: () => sewer.sectionDay.saveWorkerEntries({ sectionId, day, rows }),
    workerChange: () => unless(workerEntry(), entry => sewer.sectionDay.saveWorkerEntries({ sectionId, day, rows: [{ kind: 'change', ...seen(entry), actualQuantity: some }] })),
    workerRemove: () => unless(workerEntry(), entry => sewer.sectionDay.saveWorkerEntries({ sectionId, day, rows: [{ kind: 'remove', ...seen(entry) }] })),
    attend: async () => sewer.sectionDay.saveAttendance({ sectionId, day, version: (await dayNow()).sheet?.version, lines: [{ workerId: named.worker, status: 'PRESENT', notes: some }] }),
    stop: () => sewer.downtime.startDowntime({ ...stop, startDay: addDays(day, -1), startTime: '07:30', endDay: about, endTime: '09:00' }),
    standing: () => sewer.downtime.startDowntime({ ...stop, startDay: about, startTime: '09:10' }),
    stopChange: () => unless(stops().then(found => found[0]), one => sewer.downtime.updateDowntime({ ...seen(one), ...stop, startDay: about, startTime: '09:20', reason })),
    stopEnd: () => unless(stops().then(found => found.find(({ endedAt }) => endedAt === null)), one => sewer.downtime.endDowntime({ ...seen(one), ...(amount % 2 === 0 && { endDay: about, endTime: '09:40' }) })),
    stopCancel: () => unless(stops().then(found => found[0]), one => sewer.downtime.cancelDowntime({ ...seen(one), reason })),
    output: () => sewer.production.enterProduction({ workOrderId: skin.id, day, goodQuantity: some, reason }),
    outputChange: () => unless(output(), entry => sewer.production.updateProduction({ ...seen(entry), goodQuantity: some, reason })),
    outputRemove: () => unless(output(), entry => sewer.production.removeProduction({ ...seen(entry), reason })),
    approve: () => unless(sewingSupervisor.approvals.listRequests({ filter: { view: 'waiting' } }).then(({ rows: found }) => found[0]), ({ id }) => sewingSupervisor.approvals.approveStep({ id, step: 0 })),
    step: () => desks.check(shirt, '3', '1', '2', '0', { day, reason }),
    stepChange: () => unless(records().then(found => found[0]), record => sewer.stages.updateStep({ ...seen(record), inputQuantity: '4', goodQuantity: '2', reworkQuantity: '2', scrapQuantity: '0', returnStepId: steps.assembly!, defectReasonId: toys.defect, reason })),
    stepRemove: () => unless(records().then(found => found[0]), record => sewer.stages.removeStep({ ...seen(record), reason })),
    round: () => unless(card(), one => sewer.stages.inspectRework({ ...seen(one), day, goodQuantity: '0', againQuantity: '2', scrapQuantity: '0', defectReasonId: toys.defect, reason })),
    roundBack: () => unless(work().then(({ cards }) => cards.find(({ lastRound }) => lastRound !== null)), one => sewer.stages.reverseInspection({ ...seen(one), reason })),
    figure: async () => sewer.stages.saveStageFigures({
      workOrderId: shirt.id, day, reason, values: [{ stageFigureId: named.figure, numberValue: some, version: (await work()).figures.find(({ id }) => id === named.figure)?.version }],
    }),
    team: () => sewer.sectionDay.enterTeamDay({ productionLineId: named.line, day, actualEfficiency: some, standardMinutes: '2', workers: '10', shiftHours: '8' }),
    teamChange: () => unless(team(), one => sewer.sectionDay.updateTeamDay({ ...seen(one), actualEfficiency: some })),
    teamRemove: () => unless(team(), one => sewer.sectionDay.removeTeamDay({ ...seen(one), reason })),
    waste: () => sewer.ledger.saveWaste({ sectionId, day, rows: [{ kind: 'enter', itemId: named.item, quantity: some, wasteReasonId: named.waste }] }),
    receipt: () => sewer.ledger.saveReceipts({ sectionId, day, rows: [{ kind: 'enter', itemId: named.item, quantity: some, isCount: false, notes: reason }] }),
    late: () => sewer.sectionDay.keepLateEntry({ call: 'sectionDay.saveWorkerEntries', input: { sectionId, day, rows }, reason }),
    apply: () => unless(waiting(), one => sewingSupervisor.sectionDay.applyLateEntry(seen(one))),
    month: () => sewer.production.saveProduction({ rows: [{ kind: 'enter', entry: { workOrderId: skin.id, day, goodQuantity: some } }], reason }),
    confirm: () => unless(output(), entry => sewingSupervisor.production.confirmProduction(seen(entry))),
    reopen: () => unless(output(), entry => toys.manager.production.reopenProduction({ ...seen(entry), reason })),
    revise: async () => {
      await sewingSupervisor.planning.requestWorkOrderChange({ ...seen(await toys.current(skin)), targetQuantity: String(600 + amount), reason: 'Pembeli menambah pesanannya' })
      skin = await newest(skin)
    },
    paper: async () => {
      const { id } = await sewer.production.createPaperBatch({ sectionId, firstDay: day, lastDay: day, writer: 'Bu Sri', reason })
      await sewer.production.savePaperLines({ id, lines: [{ workOrderId: skin.id, day, goodQuantity: some }] })
      await host.system.attachments.recordAttachment({ entity: 'paperBatch', entityId: id, name: 'kertas.jpg', mediaType: 'image/jpeg', size: 1, sha256: 'a'.repeat(64), previewSha256: null })
      return sewer.production.sendPaperBatch(seen((await sewer.production.getPaperBatch({ id })).batch))
    },
    paperAgreed: () => unless(asked(sewingSupervisor, 0), ({ id }) => sewingSupervisor.approvals.approveStep({ id, step: 0 })),
    paperApproved: () => unless(asked(toys.manager, 1), ({ id }) => toys.manager.approvals.approveStep({ id, step: 1 })),
    teamFile: async () => {
      // Days pass, and sessions end with them.
      const files = await importer(host, 'Superadmin')
      const staged = await files.stage('teamDays', `Departemen;Tim;Tanggal;Efisiensi;SMV;Pekerja;Jam kerja\nSEW;1;${day.split('-').reverse().join('-')};${String(80 + amount)};22,5;30;8`)
      try {
        await files.desk.imports.applyImport({ id: staged.id, version: staged.version })
      } catch (error) {
        await files.desk.imports.discardImport({ id: staged.id })
        throw error
      }
    },
    lock: () => sewingSupervisor.sectionDay.lockDay({ sectionId, day }),
    unlock: async () => {
      const { lock } = await dayNow()
      return unless(Promise.resolve(lock ?? undefined), known => admin.sectionDay.unlockDay({ ...seen(known), reason }))
    },
    tomorrow: async () => now() < addDays(day, 2) && host.clock.advance(86_400_000),
  }
}

test('PX-5 whatever is tried, a locked day never changes', async () => {
  const done = new Map<Act, number>()
  const walk = async (steps: readonly Step[]) => {
    desks.toys.nextDay()
    desks.toys.nextDay()
    const day = desks.toys.today() as BusinessDay
    for (const { act, amount } of steps) {
      const isLocked = (await desks.toys.sewer.sectionDay.getWorkerDay({ sectionId, day })).lock?.isLocked === true
      const before = isLocked ? await contentOf(day) : ''
      try {
        await actsOn(day, amount)[act]()
        done.set(act, (done.get(act) ?? 0) + 1)
      } catch (error) {
        if (!(error instanceof AppError) || error.code === 'unexpected') throw error
      }
      if (isLocked) expect(await contentOf(day), act).toBe(before)
    }
  }
  const all = (list: readonly Act[], amount: number) => list.map((act): Step => ({ act, amount }))
  // Each act once where it may be done, then each on the locked day, while the day lasts and after it.
  const begun = all(['worker', 'attend', 'standing', 'output', 'step', 'round', 'figure', 'team', 'receipt', 'waste'], 4)
  const changed = all(['workerChange', 'stopChange', 'outputChange', 'roundBack', 'stepChange', 'teamChange'], 4)
  await walk([...all(['month', 'confirm', 'reopen', 'outputRemove', 'teamFile', 'teamRemove', 'paper', 'paperAgreed', 'paperApproved', 'outputRemove', 'approve'], 4), ...all(['revise'], 4)])
  await walk([...begun, ...changed, ...all(['lock'], 1), ...all(acts.filter(act => act !== 'lock' && act !== 'unlock'), 1), ...all(acts.filter(act => act !== 'unlock' && act !== 'tomorrow'), 2), ...all(['late', 'unlock', 'workerRemove', 'apply', 'stopEnd'], 3),
    ...all(['workerRemove', 'outputRemove', 'stepRemove', 'teamRemove', 'stopCancel', 'stop', 'output', 'approve'], 3)])
  expect(acts.filter(act => !done.has(act))).toEqual([])
  await fc.assert(fc.asyncProperty(fc.array(fc.record({ act: fc.constantFrom(...acts, 'lock', 'lock', 'tomorrow'), amount: fc.integer({ min: 1, max: 9 }) }), { minLength: 12, maxLength: 30 }), walk), { numRuns: 20 })
}, 300_000)
