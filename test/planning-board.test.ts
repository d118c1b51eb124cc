import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type BusinessDay } from '../shared/core/dates.ts'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import type { BoardLine } from '../shared/planning/board.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import { dayFindings } from '../src-main/production/day-check.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { foundToyFactory, type ToyFactory } from './support/toy-factory.ts'

let host: TestHost
let admin: Desk
let planner: Desk
let cutter: Desk
let director: Desk
let toys: ToyFactory

beforeAll(async () => {
  host = await startTestHost({ now: '2026-01-19T03:00:00.000Z' })
  admin = await host.as('Superadmin')
  planner = await host.as('PPIC Manager')
  cutter = await host.as('Admin Cutting', 'CUT')
  director = await host.as('Director')
  toys = await foundToyFactory(host, admin)
  const store = await host.as('Warehouse Operator', 'WH')
  const mainStore = (await admin.masters.listLocations({ pageSize: 200 })).rows.find(({ code }) => code === 'WH-MAIN')!.id
  for (const code of ['KOHAIR', 'KATUN', 'BENANG', 'LABEL', 'DAKRON', 'POLYBAG'])
    await store.warehouse.receiveStock({ itemId: toys.items[code]!, quantity: '900000', toLocationId: mainStore })
  const stage = await admin.masters.getProductionStage({ id: toys.stages.CUT! })
  await admin.masters.updateProductionStage({ ...seen(stage), bufferPercent: '0', days: 9 })
})
afterAll(async () => {
  expect(dayFindings(host.database, 10)).toEqual([])
  expect(host.faults).toEqual([])
  await host.stop()
})

const seen = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version })
const today = () => host.clock.now().slice(0, 10) as BusinessDay
const nextDay = () => host.clock.advance(86_400_000)
/** The next Monday: nine working days from it, Sundays free, are ten days. */
function nextMonday(): void {
  do nextDay()
  while (new Date(host.clock.now()).getUTCDay() !== 1)
}
const filter = () => ({ productionStageId: toys.stages.CUT! })
const board = (more: Partial<Parameters<Desk['planning']['readPlanningBoard']>[0]> = {}, desk = planner) =>
  desk.planning.readPlanningBoard({ filter: filter(), pageSize: 200, ...more })
const lineOf = async ({ id }: { readonly id: string }) => (await board()).rows.find(line => line.id === id)!

/** 480 to cut over ten days from today, with everything kept for it. */
async function newWork(more: Partial<Parameters<Desk['planning']['createManufacturingOrder']>[0]> = {}): Promise<WorkOrder> {
  const order = await planner.planning.releaseManufacturingOrder(
    seen(
      await planner.planning.createManufacturingOrder({ articleId: toys.items.BONEKA!, quantity: '480', productionDay: today(), ...more }),
    ),
  )
  await planner.planning.generateWorkOrders(seen(order))
  return (await planner.planning.listWorkOrders({ filter: { manufacturingOrderId: order.id }, pageSize: 200 })).rows.find(
    ({ itemCode }) => itemCode === 'WIP-BODY',
  )!
}
const enter = ({ id }: { readonly id: string }, goodQuantity: number) =>
  cutter.production.enterProduction({ workOrderId: id, day: today(), goodQuantity: String(goodQuantity) })

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
      if (day < 4) nextDay()
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
      nextDay()
      await enter(works[3]!, good)
    }
    nextDay()
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
    nextDay()
    expect((await lineOf(urgent)).causes).toEqual(['notBegun'])
    expect(await planner.planning.readBoardObstacles({ ids: [urgent.id, whole.rows[0]!.id] })).toEqual([
      { id: urgent.id, obstacles: ['unapproved'] },
    ])
  })

  test('PPIC stuck: in work, and two working days without an entry', async () => {
    nextMonday()
    const work = await newWork()
    await enter(work, 48)
    nextDay()
    nextDay()
    expect((await lineOf(work)).causes).not.toContain('stuck')
    nextDay()
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
    nextDay()
    await enter(work, 50)
    const { line, days, plannedDays, elapsedDays } = await director.planning.readBoardWorkOrder({ id: work.id })
    expect(days.map(({ sum }) => decimalText(sum))).toEqual(['40', '90'])
    expect(line).toMatchObject({ produced: 90, rate: decimal('45'), entries: 2 })
    expect([plannedDays, elapsedDays]).toEqual([10, 2])
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
    nextDay()
    await enter(work, 12)
    // 30 a day: 420 are left, so the bodies take fourteen more days, five longer than planned.
    expect(await forecast()).toMatchObject({ forecastDay: addDays(today(), 14 + 9), daysLate: 14 + 9 - 29 })
  })

  test('what is due grows when the day turns, without anybody entering anything', async () => {
    const before = await board()
    nextDay()
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
    await expect(board({}, cutter)).rejects.toMatchObject({ code: 'forbidden' })
  })
})
