import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { daysBetween, type BusinessDay } from '../../shared/core/dates.ts'
import { texts } from '../../shared/texts.ts'
import { factoryToday } from '../support/factory-day.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { login, post, startHostProcess, type HostProcess } from '../support/host-process.ts'
import { signIn } from '../support/signed-in.ts'

const say = texts.id.planning.board
const password = 'Lantai#2026'
const week = 'W20-2027'
let folder: string
let host: HostProcess

test.beforeAll(async () => {
  folder = temporaryFolder()
  host = await startHostProcess(folder, { from: 'built', args: ['--demo'] })
})
test.afterAll(async () => {
  expect(await host.stop()).toBe(0)
  removeFolder(folder)
})

/** Another desk, by the same calls as its screens make. */
async function deskOf(username: string): Promise<(name: string, input: object) => Promise<unknown>> {
  const token = await login(host.url, username, password, `desk-${username}-e2e`)
  return async (name, input) => {
    const answer = (await post(host.url, name, input, { authorization: `Bearer ${token}` })) as { ok: boolean; value: unknown }
    expect(answer, name).toMatchObject({ ok: true })
    return answer.value
  }
}

interface Cutting {
  readonly id: string
  readonly number: string
  readonly startDay: BusinessDay
  readonly deadlineDay: BusinessDay
  readonly target: number
}

/** A small order that begins today, alone in its week; what is to be cut of it. Of fewer pieces over two days no whole number is at risk and no worse. */
async function orderOfToday(today: BusinessDay): Promise<Cutting> {
  const ppic = await deskOf('ppic')
  const { rows: items } = (await ppic('masters.listItems', { search: 'BJ-BRG-20', pageSize: 1 })) as { rows: { id: string }[] }
  const draft = { articleId: items[0]!.id, quantity: '40', productionDay: today, week, destination: 'EU' }
  const { id, version } = (await ppic('planning.createManufacturingOrder', draft)) as { id: string; version: number }
  const released = (await ppic('planning.releaseManufacturingOrder', { id, version })) as { version: number }
  await ppic('planning.generateWorkOrders', { id, version: released.version })
  const { rows } = (await ppic('planning.listWorkOrders', { filter: { manufacturingOrderId: id }, pageSize: 50 })) as {
    rows: (Omit<Cutting, 'target'> & { stageCode: string; targetQuantity: string })[]
  }
  const cut = rows.find(({ stageCode }) => stageCode === 'CUT')!
  return { ...cut, target: Number(cut.targetQuantity) }
}

/** So few that it is at risk by the end of today, and no worse: a little less than is due; or, where it only begins tomorrow, a pace that is two days too slow. */
function riskyPieces({ startDay, deadlineDay, target }: Cutting, today: BusinessDay): number {
  const planned = daysBetween(startDay, deadlineDay) + 1
  if (startDay <= today) return Math.floor((target * 0.89) / planned)
  return Math.ceil(target / (daysBetween(today, deadlineDay) + 3))
}

const tile = (page: Page, name: string) => page.getByRole('group', { name: say.tiles }).getByRole('button', { name: new RegExp(name) })
async function requireAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('nav').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

test('the planner sees a work order come to be at risk as its section enters the day, and looks at the days behind it', async ({ browser }) => {
  const today = factoryToday()
  const cut = await orderOfToday(today)
  const planner = await signIn(browser, host.url, /Maya Puspita/)
  const { page } = planner
  await planner.open(`/planning/board?week=${week}`)
  const row = page.getByRole('row', { name: new RegExp(cut.number) })
  await expect(row).toBeVisible()
  await expect(row).not.toContainText(say.healths.AT_RISK)
  await expect(tile(page, say.healths.AT_RISK)).toContainText('0')
  await requireAccessible(page)

  const cutter = await deskOf('potong')
  await cutter('production.enterProduction', { workOrderId: cut.id, day: today, goodQuantity: String(riskyPieces(cut, today)) })
  await expect(row).toContainText(say.healths.AT_RISK)
  await expect(tile(page, say.healths.AT_RISK)).toContainText('1')
  await page.getByRole('button', { name: new RegExp(texts.id.notifications.bell.open) }).click()
  await expect(page.getByText(new RegExp(`${cut.number} berisiko`)).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)

  // By keys: only what is at risk, then into it.
  await page.keyboard.press('Alt+3')
  await expect(tile(page, say.healths.AT_RISK)).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByRole('row')).toHaveCount(2)
  await row.getByRole('button', { name: cut.number }).focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: cut.number })
  await expect(drawer.getByRole('region', { name: say.drawer.days }).getByRole('row')).toHaveCount(2)
  await expect(drawer).toContainText('Agus Setiawan')
  await requireAccessible(page)
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  expect(planner.faults).toEqual([])
})

test('the morning’s summary leads to the work orders it names', async ({ browser }) => {
  const { page, open, faults } = await signIn(browser, host.url, /Dewi Anggraini/)
  await open('/planning/summary')
  const late = page.getByRole('region', { name: texts.id.planning.summary.parts.late }).first()
  await expect(late).toBeVisible()
  await requireAccessible(page)
  await late.getByRole('link').first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  expect(faults).toEqual([])
})

test('a TV shows the board by itself: page after page, dark, and again after the line was lost', async ({ browser }) => {
  const tv = await signIn(browser, host.url, /Layar dinding/, { canBreak: true })
  const { page } = tv
  await page.setViewportSize({ width: 1920, height: 1080 })
  await tv.open('/planning/wall')
  await expect(page.getByRole('heading', { level: 1, name: say.title })).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
  // What stands still comes first, as long as anything does.
  await expect(page.getByRole('heading', { level: 2, name: texts.id.downtime.strip.wall })).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText(say.healths.DELAYED, { exact: true })).toBeVisible()
  for (const title of [say.wall.trouble, say.wall.stages, say.wall.forecasts]) {
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('heading', { level: 2, name: title })).toBeVisible()
    expect(await page.evaluate(() => document.scrollingElement!.scrollHeight <= innerHeight)).toBe(true)
  }
  for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  await expect(page.getByText(say.healths.DELAYED, { exact: true })).toBeVisible()
  await requireAccessible(page)
  await tv.cut()
  await expect(page.getByRole('alert')).toContainText('Sambungan terputus')
  tv.mend()
  await expect(page.getByRole('alert')).toBeHidden({ timeout: 60_000 })
  // By itself, after a while.
  await expect(page.getByRole('heading', { level: 2, name: say.wall.trouble })).toBeVisible({ timeout: 60_000 })
  // Whoever looks at the wall may look at nothing else.
  await tv.open('/planning/orders')
  await expect(page.getByText(texts.id.frame.notAllowed)).toBeVisible()
})
