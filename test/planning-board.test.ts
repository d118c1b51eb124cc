import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, weekCode, type BusinessDay } from '../shared/core/dates.ts'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import type { BoardLine } from '../shared/planning/board.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import { dayFindings } from '../src-main/production/day-check.ts'
import type { Desk, TestHost } from './support/host.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'

let desks: ToyDesks
let host: TestHost
let planner: Desk

beforeAll(async () => {
  desks = await openToyFactory();
  ({ host, planningManager: planner } = desks)
  const stage = await desks.admin.masters.getProductionStage({ id: desks.toys.stages.CUT! })
  await desks.admin.masters.updateProductionStage({ ...seen(stage), bufferPercent: '0', days: 9 })
})
afterAll(async () => {
  expect(dayFindings(host.database, 10)).toEqual([])
  expect(host.faults).toEqual([])
  await host.stop()
})

const today = () => desks.today() as BusinessDay
/** The next Monday: nine working days from it, Sundays free, are ten days. */
function nextMonday(): void {
  do desks.nextDay()
  while (new Date(host.clock.now()).getUTCDay() !== 1)
}
const filter = () => ({ productionStageId: desks.toys.stages.CUT! })
const board = (more: Partial<Parameters<Desk['planning']['readPlanningBoard']>[0]> = {}, desk = planner) =>
  desk.planning.readPlanningBoard({ filter: filter(), pageSize: 200, ...more })
const lineOf = async ({ id }: { readonly id: string }) => (await board()).rows.find(line => line.id === id)!

/** 480 to cut over ten days from today, with everything kept for it. */
async function newWork(more: Parameters<ToyDesks['planned']>[0] = {}): Promise<WorkOrder> {
  return desks.workOrderOf(await desks.planned({ quantity: '480', productionDay: today(), ...more }), 'WIP-BODY')
}
const enter = (work: { readonly id: string }, goodQuantity: number) => desks.enter(work, String(goodQuantity))

describe('the planner’s board', () => {
  test('PPIC 480 in ten days: after five 240 and 220 are on track, 210 at risk, 200 off track; on the eleventh 470 are delayed', async () => {
    nextMonday()
    const works: WorkOrder[] = []
    for (const _ of [0, 1, 2, 3]) works.push(await newWork())
    // The first day is not over: nothing is late yet.
    expect((await lineOf(works[0]!)).health).toBe('ON_TRACK')
    const daily = [
      [48, 48, 48, 48, 48],
      [44, 44, 44, 44, 44],
      [42, 42, 42, 42, 42],
      [40, 40, 40, 40, 40],
    ]
    for (let day = 0; day < 5; day += 1) {
      for (const [at, work] of works.entries()) await enter(work, daily[at]![day]!)
      if (day < 4) desks.nextDay()
    }
    const lines = await Promise.all(works.map(lineOf))
    expect(lines.map(({ health, produced, expected }) => [health, produced, expected])).toEqual([
      ['ON_TRACK', 240, 240],
      ['ON_TRACK', 220, 240],
      ['AT_RISK', 210, 240],
      ['OFF_TRACK', 200, 240],
    ])
    expect(decimalText(lines[1]!.lateness!)).toBe('0.9091')
    expect(lines.map(({ level }) => level)).toEqual([null, null, 'WARNING', 'WARNING'])
    expect(lines.map(({ causes }) => causes)).toEqual([[], [], ['behind'], ['behind']])
    // 240 left at 48 a day, from today on.
    expect(lines[0]).toMatchObject({
      remaining: 240,
      rate: decimal('48'),
      finishDay: addDays(today(), 5),
      colour: 'GREEN',
      progress: decimal('50'),
      share: decimal('100'),
      entries: 5,
      lastDay: today(),
    })
    expect(lines[3]!.colour).toBe('ORANGE')
    for (const good of [60, 60, 60, 60, 30]) {
      desks.nextDay()
      await enter(works[3]!, good)
    }
    desks.nextDay()
    expect(await lineOf(works[3]!)).toMatchObject({ produced: 470, health: 'DELAYED', level: 'CRITICAL', causes: ['late'] })
  })

  test('the sums are those of its rows, whatever health is looked at; the worst stand first', async () => {
    const whole = await board()
    const counts = Object.fromEntries(whole.healths.map(({ health, count }) => [health, count]))
    expect(whole.rows.filter(({ health }) => health === 'DELAYED')).toHaveLength(counts.DELAYED!)
    expect(whole.count).toBe(whole.totals.workOrders)
    for (const sum of ['target', 'produced', 'expected'] as const)
      expect(whole.rows.reduce((total, line) => total + line[sum], 0)).toBe(whole.totals[sum])
    const rank = ({ level }: BoardLine) => ['CRITICAL', 'WARNING', null].indexOf(level)
    expect(whole.rows.map(rank)).toEqual(whole.rows.map(rank).toSorted())
    const late = await board({ health: ['DELAYED'] })
    expect(late.totals).toEqual(whole.totals)
    expect(late.rows.every(({ health }) => health === 'DELAYED')).toBe(true)
    expect((await board({ level: 'CRITICAL' })).count).toBe(whole.totals.critical)
    const stage = whole.stages.find(({ code }) => code === 'CUT')!
    expect(stage).toMatchObject({
      target: whole.totals.target,
      produced: whole.totals.produced,
      variance: whole.rows.reduce((total, line) => total + Math.min(0, line.produced - line.expected), 0),
    })
    expect(whole.stages.map(({ code }) => code)).toEqual(['CUT', 'EMB', 'SEW', 'FIN', 'PCK'])
  })

  test('pages follow each other, and a filter leaves what it names', async () => {
    const whole = await board()
    const pages = [await board({ page: 1, pageSize: 3 }), await board({ page: 2, pageSize: 3 })]
    expect(pages.flatMap(({ rows }) => rows.map(({ id }) => id))).toEqual(whole.rows.slice(0, 6).map(({ id }) => id))
    const urgent = await newWork({ isUrgent: true, week: 'W10-2026', destination: 'GB' })
    const named = async (more: object) =>
      (await planner.planning.readPlanningBoard({ filter: { ...filter(), ...more }, pageSize: 200 })).rows.map(({ id }) => id)
    expect(await named({ isUrgent: true })).toContain(urgent.id)
    expect(await named({ week: 'W10-2026' })).toContain(urgent.id)
    expect(await named({ destination: 'GB' })).toContain(urgent.id)
    const forecast = async (week: string) => (await planner.planning.readOrderForecasts({ filter: { week }, pageSize: 200 })).rows.map(({ id }) => id)
    expect(await forecast('W10-2026')).toContain(urgent.manufacturingOrderId)
    expect(await forecast('W30-2026')).toEqual([])
    expect(await named({ destination: 'EU' })).not.toContain(urgent.id)
    expect(await named({ sectionId: host.section('SEW') })).toEqual([])
    // A day on nothing is made, for nobody has agreed to it yet: it cannot begin.
    desks.nextDay()
    expect((await lineOf(urgent)).causes).toEqual(['notBegun'])
    expect(await planner.planning.readBoardObstacles({ ids: [urgent.id, whole.rows[0]!.id] })).toEqual([
      { id: urgent.id, obstacles: ['unapproved'] },
    ])
  })

  test('PPIC stuck: in work, and two working days without an entry', async () => {
    nextMonday()
    const work = await newWork()
    await enter(work, 48)
    desks.nextDay()
    desks.nextDay()
    expect((await lineOf(work)).causes).not.toContain('stuck')
    desks.nextDay()
    expect(await lineOf(work)).toMatchObject({ level: 'CRITICAL', causes: expect.arrayContaining(['stuck']) as string[] })
    await enter(work, 144)
    expect(await lineOf(work)).toMatchObject({ health: 'ON_TRACK', level: null, causes: [] })
  })

  test('what one work order has made beyond what is due hides no shortage of another', async () => {
    nextMonday()
    const varianceOf = async () => (await board()).stages.find(({ code }) => code === 'CUT')!.variance
    const [ahead, behind] = [await newWork(), await newWork()]
    const before = await varianceOf()
    await enter(ahead, 200)
    await enter(behind, 10)
    // 48 are due of each.
    expect(await varianceOf()).toBe(before - 38)
  })

  test('each number leads to the days behind it', async () => {
    nextMonday()
    const work = await newWork()
    await enter(work, 40)
    desks.nextDay()
    await enter(work, 50)
    const { line, days, plannedDays, elapsedDays } = await desks.director.planning.readBoardWorkOrder({ id: work.id })
    expect(days.map(({ sum }) => decimalText(sum))).toEqual(['40', '90'])
    expect(line).toMatchObject({ produced: 90, rate: decimal('45'), entries: 2 })
    expect([plannedDays, elapsedDays]).toEqual([10, 2])
  })

  test('IA-5 forecasts are of the orders that a section has work of, with its own figures; by the week of a second delivery too', async () => {
    nextMonday()
    const [first, second] = [weekCode(addDays(today(), 21)), weekCode(addDays(today(), 28))]
    const order = await desks.inTwoDeliveries([first, second])
    const only = async (...codes: readonly string[]) => host.desk({ ...(await host.sessionFor('PPIC Admin')), sections: new Set(codes.map(host.section)) })
    const forecasts = async (filters: { readonly week?: string; readonly destination?: 'NA' | 'GB' }, desk = planner) =>
      (await desk.planning.readOrderForecasts({ filter: filters, pageSize: 200 })).rows.filter(({ id }) => id === order.id)
    // Three work orders before the label, and four for each delivery; found by the second, it is forecast as a whole.
    const [whole] = await forecasts({})
    expect(whole).toMatchObject({ workOrders: 11, finished: 0, week: first, destination: 'EU' })
    expect([await forecasts({ week: second }), await forecasts({ destination: 'NA' })]).toEqual([[whole], [whole]])
    expect(await forecasts({ week: weekCode(addDays(today(), 35)) })).toEqual([])
    // Sewing makes two parts for each delivery; its end is the order's, as everybody is told it.
    const [sewn] = await forecasts({}, await only('SEW'))
    expect(sewn).toMatchObject({ workOrders: 4, finished: 0, forecastDay: whole!.forecastDay, daysLate: whole!.daysLate })
    expect(await forecasts({}, await only('WH'))).toEqual([])
  })

  test('an order is forecast by its pace: one stage after the other, against the day it ships', async () => {
    nextMonday()
    const shipDay = addDays(today(), 30)
    const work = await newWork({ shipDay })
    const forecast = async () =>
      (await planner.planning.readOrderForecasts({ pageSize: 200 })).rows.find(({ id }) => id === work.manufacturingOrderId)!
    await enter(work, 48)
    // As planned: its bodies are cut on the tenth day, and the stages after it take the days they are planned with.
    const last = (
      await planner.planning.listWorkOrders({ filter: { manufacturingOrderId: work.manufacturingOrderId }, pageSize: 200 })
    ).rows
      .map(({ deadlineDay }) => deadlineDay)
      .toSorted()
      .at(-1)
    expect(last).toBe(addDays(today(), 18))
    expect(await forecast()).toMatchObject({ forecastDay: last, daysLate: -12, workOrders: 7, finished: 0 })
    desks.nextDay()
    await enter(work, 12)
    // 30 a day: 420 are left, so the bodies take fourteen more days, five longer than planned.
    expect(await forecast()).toMatchObject({ forecastDay: addDays(today(), 14 + 9), daysLate: 14 + 9 - 29 })
  })

  test('what is due grows when the day turns, without anybody entering anything', async () => {
    const before = await board()
    desks.nextDay()
    const after = await board()
    expect(after.today).toBe(addDays(before.today as BusinessDay, 1))
    expect(after.totals.expected).toBeGreaterThan(before.totals.expected)
  })

  test('PX-1 a count that is not what its days add up to is found by the check of the data', async () => {
    const work = await newWork()
    await enter(work, 30)
    const file = join(host.folder, 'copy.db')
    host.database.prepare('vacuum into ?').run(file)
    const copy = new BetterSqlite(file)
    expect(dayFindings(copy, 10)).toEqual([])
    copy.prepare('update workOrder set goodQuantity = goodQuantity + 10000 where id = ?').run(work.id)
    expect(dayFindings(copy, 10)).toEqual([`What is counted of ${work.number} is not what its days add up to`])
    copy.close()
  })

  test('who has no right to the board does not see it', async () => {
    await expect(board({}, desks.cutter)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
