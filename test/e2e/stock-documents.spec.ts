import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { startHostProcess, type HostProcess } from '../support/host-process.ts'

const { documents: say, entry, fields } = texts.id.warehouse
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

/** As a person types, not as a scanner does. */
const type = (page: Page, text: string) => page.keyboard.type(text, { delay: 50 })
async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key)
}

/** What the stock screen says of an item, place by place: "Gudang utama" → 12600. */
async function stockOf(page: Page, code: string): Promise<Readonly<Record<string, number>>> {
  await page.goto(`${host.url}/warehouse/stock?find=${code}`)
  await expect(page.getByRole('row').filter({ hasText: code }).first()).toBeVisible()
  const heads = await page.getByRole('columnheader').allInnerTexts()
  const [place, onHand] = [heads.indexOf(fields.location), heads.indexOf(fields.onHand)]
  const rows = await page.getByRole('row').filter({ hasText: code }).evaluateAll(all => all.map(row => [...row.querySelectorAll('[role=gridcell]')].map(cell => cell.textContent)))
  return Object.fromEntries(rows.map(cells => [cells[place] ?? '', Number(/[\d.,]+/.exec(cells[onHand] ?? '')?.[0].replaceAll('.', '').replace(',', '.'))]))
}
const stocksOf = async (page: Page, codes: readonly string[]) => {
  const found: Readonly<Record<string, number>>[] = []
  for (const code of codes) found.push(await stockOf(page, code))
  return found
}
const sum = (places: Readonly<Record<string, number>>) => Object.values(places).reduce((total, one) => total + one, 0)

test('a draft of three lines is typed by keys alone, posted and reversed; what the stock screen adds up to is the same before and after', async ({ page }) => {
  await page.goto(host.url)
  await page.getByRole('button', { name: /Joko Susilo/ }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 60_000 })
  const codes = ['MT-10-HTM', 'AK-GNT', 'AK-SQK']
  const quantities = ['1200', '40', '12']
  const before = await stocksOf(page, codes)

  await page.goto(`${host.url}/warehouse/documents?begin=new`)
  await expect(page.getByRole('dialog', { name: say.addTitle })).toBeVisible()
  // The kind and the main store stand there; what is left is where it goes, and why.
  await press(page, 'Enter', 'Enter')
  const target = page.getByRole('combobox', { name: entry.toPlace })
  await expect(target).toBeFocused()
  while (await target.evaluate((field: HTMLSelectElement) => field.selectedOptions[0]?.text) !== 'Rak Jahit') await press(page, 'ArrowDown')
  await press(page, 'Enter')
  await type(page, 'SPK-12')
  await press(page, 'Control+Enter')
  const grid = page.getByRole('region', { name: say.goods })
  await expect(grid).toBeVisible()
  for (const [at, quantity] of quantities.entries()) {
    await type(page, codes[at]!)
    await expect(page.getByRole('option', { name: new RegExp(codes[at]!) }).first()).toBeVisible()
    await press(page, 'Tab')
    await type(page, quantity)
    await press(page, 'Enter', 'Home')
  }
  await press(page, 'Control+Enter')
  await expect(grid.getByRole('status')).toContainText('3 baris')
  await expect(page.getByRole('button', { name: say.acts.post })).toBeEnabled()
  await page.evaluate(() => Promise.all(document.getAnimations().filter(one => one instanceof CSSTransition).map(one => one.finished.catch(() => undefined))))
  expect((await new AxeBuilder({ page }).include('main').analyze()).violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id)).toEqual([])
  const address = page.url()
  const number = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
  await press(page, `Alt+${say.keys.post}`)
  await expect(page.getByText(say.done.posted.replace('{{number}}', number))).toBeVisible()
  await expect(page.getByText(say.statuses.POSTED, { exact: true }).first()).toBeVisible()

  const after = await stocksOf(page, codes)
  expect(after.map((places, at) => (places['Rak Jahit'] ?? 0) - (before[at]!['Rak Jahit'] ?? 0))).toEqual(quantities.map(Number))
  expect(after.map(sum)).toEqual(before.map(sum))

  await page.goto(address)
  await page.getByRole('button', { name: say.acts.reverse }).press('Enter')
  await type(page, 'Salah rak')
  await press(page, 'Control+Enter')
  await expect(page.getByText(say.done.reversed.replace('{{number}}', number))).toBeVisible()
  const back = await stocksOf(page, codes)
  expect(back.map(places => places['Gudang utama'])).toEqual(before.map(places => places['Gudang utama']))
  expect(back.map(sum)).toEqual(before.map(sum))
  await page.goto(`${host.url}/warehouse/moves?find=${number}`)
  await expect(page.getByText(number).first()).toBeVisible()
})
