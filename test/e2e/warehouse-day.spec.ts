import { expect, test, type Browser, type Page } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { startFakePrinter, type FakePrinter } from '../support/fake-printer.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { login, post, startHostProcess, type HostProcess } from '../support/host-process.ts'
import { plugIn } from '../support/wedge.ts'

/** A storekeeper's day by scanner and keyboard alone; then the same screens on a tablet. */
const say = texts.id
const entry = say.warehouse.entry
let folder: string
let host: HostProcess
let printer: FakePrinter

test.beforeAll(async () => {
  folder = temporaryFolder()
  host = await startHostProcess(folder, { from: 'built', args: ['--demo'] })
  printer = await startFakePrinter()
  const token = await login(host.url, 'admin', 'Lantai#2026', 'desk-e2e')
  const made = { code: 'A-UJI', name: 'A Pencetak uji', address: '127.0.0.1', port: printer.port, dpi: '203' }
  expect(await post(host.url, 'masters.createLabelPrinter', made, { authorization: `Bearer ${token}` })).toMatchObject({ ok: true })
})
test.afterAll(async () => {
  await printer.close()
  expect(await host.stop()).toBe(0)
  removeFolder(folder)
})

async function openDesk(browser: Browser, options: { isTablet?: boolean } = {}): Promise<{ page: Page; faults: string[] }> {
  const look = options.isTablet ? { viewport: { width: 800, height: 1280 }, hasTouch: true } : { viewport: { width: 1366, height: 768 } }
  const page = await (await browser.newContext(look)).newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  await page.goto(host.url)
  await page.getByRole('button', { name: /Bambang Pra/ }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 60_000 })
  return { page, faults }
}

const dialog = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name })

test('receive by scan, print its label, issue the lot by its label, transfer: without a mouse', async ({ browser }) => {
  const { page, faults } = await openDesk(browser)
  const wedge = await plugIn(page)
  await page.goto(`${host.url}/warehouse/today`)
  await expect(page.getByRole('region', { name: say.warehouse.today.shortages }).getByRole('listitem').first()).toBeVisible()
  await expect(page.getByRole('region', { name: say.warehouse.today.arrivals }).getByRole('link', { name: new RegExp(`^${say.warehouse.today.receive}: PO-`) }).first()).toBeVisible()
  await expect(page.getByRole('region', { name: say.warehouse.today.requisitions }).getByRole('link', { name: new RegExp(`^${say.warehouse.today.handOver}: `) }).first()).toBeVisible()
  const begun = page.getByRole('region', { name: say.warehouse.today.drafts }).getByRole('listitem').filter({ hasText: 'Joko Susilo' })
  await expect(begun.getByRole('link', { name: new RegExp(`^${say.warehouse.today.goOn}: `) })).toHaveAttribute('href', /\/warehouse\/documents\//)
  await page.keyboard.press('Alt+7')
  await expect(page.getByRole('region', { name: say.warehouse.today.shortages }).getByRole('link', { name: say.warehouse.today.all })).toBeFocused()

  await page.keyboard.press('Alt+T')
  const receive = dialog(page, entry.receive)
  await expect(receive).toBeVisible()
  await wedge.scan('ITM:BP-LMT')
  await expect(receive.getByRole('combobox', { name: say.warehouse.fields.item })).toHaveValue(/^BP-LMT/)
  await receive.getByRole('textbox', { name: say.warehouse.fields.quantity }).fill('12,5')
  await receive.getByLabel(say.warehouse.lots.supplierLot).fill('HM-9001')
  await receive.getByLabel(say.warehouse.lots.label).press(' ')
  await page.keyboard.press('Control+Enter')

  const labels = dialog(page, /BP-LMT-\d{8}-\d{3}/)
  await expect(labels).toBeVisible()
  const before = printer.labels().length
  await expect(labels.getByLabel(say.labels.copies)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(labels).toBeHidden({ timeout: 60_000 })
  expect(await printer.until(() => printer.labels().length === before + 1)).toBe(true)
  const label = printer.labels().at(-1)!
  expect(label.scan).toMatch(/^LOT:BP-LMT-\d{8}-\d{3}$/)
  expect(label.texts).toEqual(expect.arrayContaining(['Lem tembak batang', '12,5 Kg', 'Lot pemasok: HM-9001']))

  await page.keyboard.press('Alt+K')
  const issue = dialog(page, entry.issue)
  await expect(issue).toBeVisible()
  await wedge.scan(label.scan)
  await expect(issue.getByLabel(say.warehouse.lots.chosen, { exact: true })).toHaveValue(/.+/)
  await expect(issue.getByText(/Dari lot ini tersedia 12,50/)).toBeVisible()
  await expect(issue.getByRole('textbox', { name: say.warehouse.fields.quantity })).toBeFocused()
  await page.keyboard.type('2,5', { delay: 50 })
  await page.keyboard.press('Control+Enter')
  await expect(issue).toBeHidden()

  await page.keyboard.press('Alt+P')
  const transfer = dialog(page, entry.transfer)
  await expect(transfer).toBeVisible()
  await wedge.scan(label.scan)
  await expect(transfer.getByText(/Dari lot ini tersedia 10/)).toBeVisible()
  await page.keyboard.type('4', { delay: 50 })
  await wedge.scan('LOC:WH-SEW', { rest: 200 })
  await page.keyboard.press('Control+Enter')
  await expect(transfer).toBeHidden()

  await wedge.scan(label.scan, { rest: 200 })
  await expect(page).toHaveURL(/\/warehouse\/lots\//)
  const places = page.getByRole('region', { name: say.warehouse.lots.places }).first()
  await expect(places.getByRole('row', { name: /Gudang utama 6,/ })).toBeVisible()
  await expect(places.getByRole('row', { name: /Rak Jahit 4,/ })).toBeVisible()
  await page.goto(`${host.url}/warehouse/stock?begin=issue`)
  await expect(issue).toBeVisible()
  await wedge.scan('CTN:60:BJ-BRG-30', { rest: 200 })
  await expect(issue.getByRole('combobox', { name: say.warehouse.fields.item })).toHaveValue(/^BJ-BRG-30/)
  await expect(issue.getByRole('textbox', { name: say.warehouse.fields.quantity })).toHaveValue('60')
  expect(faults).toEqual([])
})

test('WH-20 a requisition that runs short: what there is, the rest on an approved debt, and a debt asked for the other item', async ({ browser }) => {
  const { page, faults } = await openDesk(browser)
  await page.goto(`${host.url}/warehouse/today`)
  await page.getByRole('link', { name: new RegExp(`^${say.warehouse.today.handOver}: PMT-\\d{8}-006$`) }).click()
  const lines = page.getByRole('region', { name: say.warehouse.requisitions.lines }).first()
  const now = (code: string) => lines.getByRole('textbox', { name: `${say.warehouse.requisitions.fields.now}: ${code}` })
  await expect(now('KN-MNK-CKM')).toHaveValue(/^[12]\d\d,/)
  const [there, short] = inHundredths(await now('KN-MNK-CKM').inputValue(), 240)
  await expect(now('KN-RF08-ORG')).toHaveValue('')
  await page.getByRole('button', { name: say.warehouse.debts.askFor.replace('{{quantity}}', '30,00\u00a0Yard') }).click()
  const ask = dialog(page, say.warehouse.debts.askTitle)
  await expect(ask.getByLabel(say.warehouse.debts.fields.reason)).toBeFocused()
  await expect(ask.getByRole('combobox', { name: say.warehouse.debts.forSection })).toHaveValue(/^CUT/)
  await page.keyboard.type('Kiriman pemasok mundur', { delay: 50 })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('link', { name: new RegExp(say.warehouse.requisitions.debtWaits.replace('{{number}}', 'UTB-\\d{8}-\\d{3}')) })).toBeVisible()
  await (await plugIn(page)).scan('ITM:KN-MNK-CKM', { rest: 300 })
  await expect(now('KN-MNK-CKM')).toBeFocused()
  await page.getByLabel(`${say.warehouse.debts.useDebt}: KN-MNK-CKM`).selectOption({ index: 1 })
  await expect(now('KN-MNK-CKM')).toHaveValue('240')
  await page.getByRole('button', { name: say.warehouse.requisitions.issue, exact: true }).click()
  const handOvers = page.getByRole('region', { name: say.warehouse.requisitions.handOvers }).first()
  await expect(handOvers.getByText(`${there} Yard`)).toBeVisible()
  await expect(handOvers.getByText(`${short} Yard`)).toBeVisible()
  expect(faults).toEqual([])
})

test('WH-6 the stock list is narrowed to a class, and goods found while counting join the count', async ({ browser }) => {
  const { page, faults } = await openDesk(browser)
  const authorization = `Bearer ${await login(host.url, 'gudang', 'Lantai#2026', 'desk-e2e-class')}`
  const ofClass = await post(host.url, 'warehouse.listItemStock', { filter: { abcClass: ['A'] }, pageSize: 200 }, { authorization })
  const dear = ofClass.ok ? (ofClass.value as { rows: { itemCode: string }[] }).rows.map(({ itemCode }) => itemCode) : []
  expect(dear.length).toBeGreaterThan(0)
  const cones = await post(host.url, 'masters.findUnits', { search: 'Cone' }, { authorization })
  const unitId = cones.ok ? (cones.value as { rows: { id: string }[] }).rows[0]!.id : ''
  expect(await post(host.url, 'masters.createItem', { code: 'A-BN-UJI', name: 'Benang temuan', kind: 'RAW_MATERIAL', category: 'Benang', unitId }, { authorization })).toMatchObject({ ok: true })
  await page.goto(`${host.url}/warehouse/stock`)
  await page.getByRole('button', { name: say.warehouse.fields.abcClass, exact: true }).click()
  await page.getByText(say.warehouse.counts.abcClasses.A, { exact: true }).click()
  await page.keyboard.press('Escape')
  const rows = page.getByRole('row').filter({ has: page.getByRole('gridcell') })
  await expect.poll(async () => (await rows.allTextContents()).filter(text => !dear.some(code => text.includes(code)))).toEqual([])
  await expect(rows.first()).toBeVisible()

  await page.goto(`${host.url}/warehouse/counts?find=OPN-2026-00003`)
  await page.getByRole('row').filter({ hasText: /OPN-\d{4}-00003/ }).dblclick()
  const lines = page.getByText(/^\d+ baris$/)
  const before = parseInt(await lines.innerText(), 10)
  await page.getByRole('button', { name: say.warehouse.counts.addFound }).click()
  const found = dialog(page, say.warehouse.counts.addFound)
  const wedge = await plugIn(page)
  // A count of threads.
  await wedge.scan('ITM:AK-GNT', { rest: 300 })
  await expect(found.getByRole('combobox', { name: say.warehouse.fields.item })).toHaveValue(/^AK-GNT/)
  // In the store itself, not on one of its racks.
  const place = found.getByRole('combobox', { name: say.warehouse.documents.place })
  await place.selectOption({ index: 1 })
  await page.keyboard.press('Control+Enter')
  await expect(found.getByText(say.warehouse.issues['not-counted'])).toBeVisible()
  await wedge.scan('ITM:A-BN-UJI', { rest: 300 })
  await expect(found.getByRole('combobox', { name: say.warehouse.fields.item })).toHaveValue(/^A-BN-UJI/)
  await place.selectOption({ index: 1 })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(say.warehouse.counts.foundAdded.replace('{{item}}', 'Benang temuan'))).toBeVisible()
  await expect(lines).toHaveText(`${before + 1} baris`)
  expect(faults).toEqual([])
})

test('on a tablet: the day, a lot from it, its label, though the printer was off at first', async ({ browser }) => {
  const { page, faults } = await openDesk(browser, { isTablet: true })
  await page.goto(`${host.url}/warehouse/today`)
  const expiring = page.getByRole('region', { name: say.warehouse.today.expiring })
  const look = expiring.getByRole('link', { name: new RegExp(`${say.warehouse.today.look}: BP-`) }).first()
  expect((await look.boundingBox())!.height).toBeGreaterThanOrEqual(48)
  await look.tap()
  await expect(page).toHaveURL(/\/warehouse\/lots\//)
  await page.getByRole('button', { name: say.labels.print }).tap()
  const labels = dialog(page, /BP-/)
  await expect(labels.getByLabel(say.labels.printer)).toHaveValue(/.+/)
  const { port } = printer
  await printer.close()
  await labels.getByRole('button', { name: say.labels.send }).tap()
  await expect(labels.getByRole('alert')).toContainText(`Pencetak A Pencetak uji (127.0.0.1:${port}) tidak menjawab`)
  printer = await startFakePrinter({ port })
  await labels.getByRole('button', { name: say.labels.again }).tap()
  await expect(labels).toBeHidden({ timeout: 60_000 })
  expect(await printer.until(() => printer.labels().length === 1)).toBe(true)
  expect(faults).toEqual([])
})

/** What stands there, and what lacks of so much. */
function inHundredths(there: string, wanted: number): readonly [string, string] {
  const short = (wanted * 100 - Math.round(Number(there.replace(',', '.')) * 100)) / 100
  return [there, String(short).replace('.', ',')]
}
