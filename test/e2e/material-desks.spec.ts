import { expect, test, type Page } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { startHostProcess, type HostProcess } from '../support/host-process.ts'
import { signIn, type SignedIn } from '../support/signed-in.ts'

/** What people in a hurry do to BOMs, requisitions, debts and counts: wrong figures, double clicks, two desks at one document, a line that breaks. */
const say = texts.id
const { requisitions, debts, counts } = say.warehouse

let folder: string
let host: HostProcess
let desks: SignedIn[] = []

test.beforeAll(async () => {
  folder = temporaryFolder()
  host = await startHostProcess(folder, { from: 'built', args: ['--demo'] })
})
test.afterAll(async () => {
  expect(await host.stop()).toBe(0)
  removeFolder(folder)
})
test.afterEach(async () => {
  for (const { page, faults } of desks) {
    expect(faults.filter(fault => !/ws.*failed/.test(fault))).toEqual([])
    await page.context().close()
  }
  desks = []
})

test('a BOM is revised by keys alone; what is wrong is said at its cell; what another desk puts in force is in force here at once', async ({ browser }) => {
  const { page } = await sitDown(browser, /Ratna Wijaya/, '/engineering/boms')
  await openRow(page, 'WIP-POT-BRG30')
  await page.getByRole('button', { name: say.engineering.bom.revise }).press('Enter')
  await page.keyboard.type('Kain lebih lebar')
  await page.keyboard.press('Control+Enter')
  const sheet = page.getByRole('grid', { name: say.engineering.bom.tabs.lines })
  await expect(sheet).toBeFocused()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.type('nol koma lima')
  await page.keyboard.press('Control+Enter')
  const quantity = sheet.getByRole('row').nth(1).getByRole('gridcell').nth(1)
  await expect(quantity).toHaveAttribute('aria-invalid', 'true')
  await expect(page.getByText(say.issues['not-a-number']).first()).toBeVisible()
  await page.keyboard.type('0,0925')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(filled(say.engineering.done.lines_one, { count: '1' }), { exact: true })).toBeVisible()

  const other = await sitDown(browser, /Dewi Anggraini/, new URL(page.url()).pathname)
  await expect(other.page.getByRole('gridcell', { name: /0,0925/ })).toBeVisible()
  await expect(quantity).toContainText('0,0925')
  await quantity.click()
  await page.keyboard.type('0,07')
  await page.keyboard.press('Enter')
  await other.page.getByRole('button', { name: say.engineering.bom.activate }).click()
  await expect(page.getByText(say.engineering.statuses.ACTIVE).first()).toBeVisible()
  await expect(page.getByRole('row', { name: /0,0925/ })).toBeVisible()
})

test('a requisition by keys alone: its faults are said at their fields; a double click is one; two desks that hand over at once keep what is typed', async ({ browser }) => {
  const cutter = await sitDown(browser, /Agus Setiawan/, '/warehouse/requisitions?begin=ask')
  const { page } = cutter
  const form = page.getByRole('dialog', { name: requisitions.ask })
  await expect(form.getByRole('combobox', { name: filled(requisitions.item, { line: '1' }) })).toBeFocused()
  await choose(page, 'KN-VLB-KNG')
  await expect(form.getByRole('textbox', { name: filled(requisitions.quantityOf, { line: '1' }) })).toBeFocused()
  await page.keyboard.type('20,125')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(form.getByRole('combobox', { name: filled(requisitions.item, { line: '2' }) })).toBeFocused()
  await choose(page, 'KN-VLB-KNG')
  await expect(form.getByRole('textbox', { name: filled(requisitions.quantityOf, { line: '2' }) })).toBeFocused()
  await page.keyboard.type('8')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText(filled(say.masters.issues['unit-places'], { places: '2' }))).toBeVisible()
  await expect(form.getByText(say.warehouse.issues['item-twice'])).toBeVisible()
  await form.getByRole('textbox', { name: filled(requisitions.quantityOf, { line: '1' }) }).fill('20,5')
  await form.getByRole('combobox', { name: filled(requisitions.item, { line: '2' }) }).focus()
  await choose(page, 'KN-VLB-KRM')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  const number = (await page.getByRole('row').filter({ hasText: 'Kain velboa kuning dan 1 lainnya' }).getByText(/^PMT-/).textContent()) ?? ''

  const stores = await Promise.all([/Bambang Prasetyo/, /Joko Susilo/].map(name => sitDown(browser, name, '/warehouse/requisitions')))
  for (const { page: store } of stores) await openRow(store, number)
  const [first, second] = stores.map(store => store.page) as [Page, Page]
  await first.getByRole('button', { name: requisitions.approve, exact: true }).dblclick()
  await expect(first.getByText(filled(requisitions.told.approved, { number }))).toBeVisible()
  await expect(first.getByText(/baru saja diubah/)).toHaveCount(0)
  const now = (at: Page) => at.getByRole('textbox', { name: `${requisitions.fields.now}: KN-VLB-KNG` })
  await now(first).fill('5')
  await now(second).fill('7,5')
  await first.getByRole('button', { name: requisitions.issue, exact: true }).dblclick()
  await expect(second.getByRole('row', { name: /KN-VLB-KNG.*5,00 Yard.*15,50 Yard/ })).toBeVisible()
  await expect(now(second)).toHaveValue('7,5')
  await second.getByRole('button', { name: requisitions.issue, exact: true }).click()
  await expect(first.getByRole('row', { name: /KN-VLB-KNG.*12,50 Yard.*8,00 Yard/ })).toBeVisible()
  await now(first).fill('8,5')
  await first.getByRole('button', { name: requisitions.issue, exact: true }).click()
  await expect(first.getByRole('alert').filter({ hasText: /8(,00)? Yard|KN-VLB-KNG|velboa kuning/ })).toBeVisible()
})

test('a debt by keys alone: more than the need is refused at its field; it is live on another desk, and in the sum of all', async ({ browser }) => {
  const manager = await sitDown(browser, /Dewi Anggraini/, '/warehouse/debts?view=summary')
  const waiting = manager.page.getByRole('definition').filter({ hasText: /^\d+$/ }).nth(2)
  await expect(waiting).toHaveText('2')
  const { page } = await sitDown(browser, /Sri Lestari/, '/warehouse/debts?begin=ask')
  const form = page.getByRole('dialog', { name: debts.askTitle })
  await expect(form.getByRole('combobox', { name: say.warehouse.fields.item })).toBeFocused()
  await choose(page, 'AK-LNC')
  const need = form.getByRole('textbox', { name: debts.fields.required })
  await need.focus()
  await page.keyboard.type('100')
  await page.keyboard.press('Enter')
  await page.keyboard.type('150')
  await form.getByRole('textbox', { name: debts.fields.reason }).focus()
  await page.keyboard.type('Lonceng kurang untuk kalung')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText(say.warehouse.issues['more-than-needed'])).toBeVisible()
  await need.fill('1000')
  await page.keyboard.press('Control+Enter')
  await expect(form).toBeHidden()
  await expect(waiting).toHaveText('3')
})

test('a count: what is open or does not fit the unit is said; figures typed while the line is broken are saved when it is back', async ({ browser }) => {
  const { page, cut, mend } = await sitDown(browser, /Bambang Prasetyo/, '/warehouse/counts', { canBreak: true })
  await openRow(page, 'OPN-2026-00003')
  const grid = page.getByRole('grid', { name: /Hasil hitung/ })
  await expect(grid).toBeFocused()
  await page.getByRole('button', { name: counts.finish }).click()
  const lines = /(\d+) baris/.exec(await page.getByText(/\d+ baris/).first().innerText())?.[1] ?? ''
  const filled = (second: number) => page.getByText(`Terisi: ${lines} dan ${second} dari ${lines} baris`)
  await grid.getByRole('row').nth(1).getByRole('gridcell').nth(3).click()
  await page.keyboard.type('4,25')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(grid.getByRole('row').nth(1).getByRole('gridcell').nth(3)).toHaveAttribute('aria-invalid', 'true')
  await grid.getByRole('row').nth(1).getByRole('gridcell').nth(3).click()
  await page.keyboard.type('4,5')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(filled(1)).toBeVisible()
  await cut()
  await expect(page.getByText(/Terputus sejak/).first()).toBeVisible()
  await page.keyboard.type('7')
  await page.keyboard.press('Control+Enter')
  await expect(filled(1)).toBeVisible()
  mend()
  await expect(filled(2)).toBeVisible({ timeout: 60_000 })
})

async function sitDown(browser: Parameters<typeof signIn>[0], name: RegExp, path: string, options?: Parameters<typeof signIn>[3]): Promise<SignedIn> {
  const desk = await signIn(browser, host.url, name, options)
  desks.push(desk)
  await desk.open(path)
  return desk
}

async function openRow(page: Page, text: string): Promise<void> {
  await page.getByRole('row').filter({ hasText: text }).first().dblclick()
}

/** Types into a field that looks records up, and takes the one it finds. */
async function choose(page: Page, code: string): Promise<void> {
  await page.keyboard.press('Control+A')
  await page.keyboard.type(code)
  await expect(page.getByRole('listbox').getByRole('option').filter({ hasText: code }).first()).toBeVisible()
  await page.keyboard.press('Enter')
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return Object.entries(values).reduce((said, [name, value]) => said.replace(`{{${name}}}`, value), text)
}
