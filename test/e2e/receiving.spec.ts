import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { startHostProcess, type HostProcess } from '../support/host-process.ts'
import { plugIn } from '../support/wedge.ts'

const say = texts.id.purchasing
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

test('PL-7 a delivery is taken in by scanner and keyboard alone: the order, the item, the quantity; too much is refused and said', async ({ page }) => {
  await page.goto(host.url)
  await page.getByRole('button', { name: /Joko Susilo/ }).click()
  await page.getByRole('link', { name: say.receiving.title }).click()
  await expect(page.getByText(/^PO-\d{4}-00001$/).first()).toBeVisible({ timeout: 60_000 })
  const number = (await page.getByText(/^PO-\d{4}-00001$/).first().textContent()) ?? ''
  const wedge = await plugIn(page)
  await wedge.scan(number, { rest: 300 })
  await expect(page.getByText(say.receiving.of.replace('{{number}}', number)).first()).toBeVisible()

  const grid = page.getByRole('region', { name: say.receiving.title })
  await expect(grid.getByText(/KN-RF15-HTM/)).toBeVisible()
  await wedge.scan('KN-RF15-HTM', { rest: 300 })
  await page.keyboard.type('70', { delay: 60 })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/paling banyak 69 Yard/).first()).toBeVisible()
  await expect(page.getByRole('button', { name: say.receiving.ask })).toBeVisible()
  await page.evaluate(() => Promise.all(document.getAnimations().filter(one => one instanceof CSSTransition).map(one => one.finished.catch(() => undefined))))
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([])

  await wedge.scan('KN-RF15-HTM', { rest: 300 })
  await page.keyboard.type('40', { delay: 60 })
  await page.keyboard.press('Tab')
  await page.keyboard.type('HM-1', { delay: 60 })
  await page.keyboard.press('Alt+L')
  await page.keyboard.type('30', { delay: 60 })
  await page.keyboard.press('Tab')
  await expect(page.getByText(/bersama-sama 10 Yard lebih banyak dari pesanan/)).toBeVisible()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('20', { delay: 60 })
  await page.keyboard.press('Tab')
  await page.keyboard.type('HM-2', { delay: 60 })
  await wedge.scan('LOC:WH-CUT', { rest: 300 })
  await expect(grid.getByRole('gridcell', { name: 'Rak Cutting' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  const done = await page.getByText(new RegExp(`TRM-\\d{4}-\\d{5} diterima untuk ${number}`)).innerText()
  const received = /TRM-\d{4}-\d{5}/.exec(done)![0]
  await page.getByRole('link', { name: say.receipts.title }).click()
  await page.getByText(received, { exact: true }).dblclick()
  const receipt = page.getByRole('dialog').getByRole('listitem').filter({ hasText: received })
  await expect(receipt.getByText(/40 Yard/)).toBeVisible()
  await expect(receipt.getByText(/Rak Cutting · LOT-.*-2 · HM-2/)).toBeVisible()
})
