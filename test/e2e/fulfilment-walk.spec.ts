import { expect, test, type Page } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { workBadges } from '../../src-main/demo/logins.ts'
import { startFakePrinter, type FakePrinter } from '../support/fake-printer.ts'
import { openFloorBoards, recountFloor, type FloorBoards } from '../support/floor-boards.ts'
import { beginAt, openBook, printed, sitAtFloor, type Book, type FloorDesk, type Paper } from '../support/floor-desk.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { callerAt, startHostProcess, type Caller, type HostProcess } from '../support/host-process.ts'
import { signIn, type SignedIn } from '../support/signed-in.ts'

/** A wholesaler's day: imported by billing, ten of its invoices cleared at four desks by scanner, and what hangs on the wall, like the queues of picking, packing and dispatch, is a recount after every step. Each test goes on from the one before. */
test.describe.configure({ mode: 'serial' })

const say = texts.id
const { floor, fulfilment: words } = say
const filled = (text: string, values: Readonly<Record<string, string | number>>) => Object.entries(values).reduce((said, [name, value]) => said.replace(`{{${name}}}`, String(value)), text)
const realDay = new URL('../fixtures/invoices/2010-12-01.csv', import.meta.url).pathname
const photo = { name: 'bukti.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') }
const printerName = 'A Pencetak gudang'
/** By what happens to them on their way. */
const together = ['536366', '536372'] as const
const [short, returned, refused, express, cancelled, boxedByPacker, split, small] = ['536369', '536393', '536568', '536585', '536574', '536555', '536564', '536565'] as const
const ten = [...together, short, returned, refused, express, cancelled, boxedByPacker, split, small]

let folder: string
let host: HostProcess
let printer: FakePrinter
let book: Book
let admin: Caller
let billing: FloorDesk
let picker: FloorDesk
let packer: FloorDesk
let driver: FloorDesk
let wall: SignedIn
let floorBoards: FloorBoards

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000)
  folder = temporaryFolder()
  host = await startHostProcess(folder, { from: 'built', args: ['--demo'] })
  printer = await startFakePrinter()
  book = openBook(folder)
  admin = await callerAt(host.url, 'admin')
  await admin('masters.createLabelPrinter', { code: 'A-GDG', name: printerName, address: '127.0.0.1', port: printer.port, dpi: '203' })
  await admin('masters.createCourier', { code: 'KUR-UJI', name: 'Kurir Uji Bandung', kind: 'EXTERNAL', phone: '022 5550101' })
  // The demo factory's picker has one in hand, and nobody picks two.
  const atShelves = await callerAt(host.url, 'ambil')
  for (const { invoiceId } of book.rows<{ invoiceId: string }>("select invoiceId from pickingSession where status = 'PREPARING'")) {
    await atShelves('fulfilment.cancelSession', { invoiceId, stage: 'PICKING', reason: 'Uji' })
  }
  billing = await sitAtFloor(browser, host.url, /Putri Maharani/)
  picker = await sitAtFloor(browser, host.url, /Dedi Kurnia/, { isTablet: true })
  packer = await sitAtFloor(browser, host.url, /Siti Rahma/, { isTablet: true })
  driver = await sitAtFloor(browser, host.url, /Slamet Riyadi/, { isTablet: true })
  wall = await signIn(browser, host.url, /Ratna Wijaya/)
  await wall.page.setViewportSize({ width: 1920, height: 1080 })
  await wall.open('/fulfilment/wall')
  floorBoards = await openFloorBoards(browser, host.url, /Ratna Wijaya/)
})
test.afterAll(async () => {
  const faults = [billing, picker, packer, driver, wall, ...floorBoards.desks].flatMap(desk => desk.faults)
  book.close()
  await printer.close()
  expect(await host.stop()).toBe(0)
  removeFolder(folder)
  expect(faults).toEqual([])
})

const idOf = (number: string) => book.one<string>('select id from invoice where number = ?', number)
const statusOf = (number: string) => book.one<string>('select status from invoice where number = ?', number)
const becomes = (number: string, status: string) => expect.poll(() => statusOf(number)).toBe(status)
const badgeShown = ({ page }: FloorDesk) => expect(page.getByText(floor.worker.byBadge)).toBeVisible()
const cardOf = (page: Page, number: string) => page.getByRole('article', { name: number, exact: true })
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

/** The codes of an invoice's goods, one for each piece. */
function piecesOf(number: string): string[] {
  const lines = book.rows<{ itemCode: string; quantity: number }>('select itemCode, invoicedQuantity as quantity from invoiceLine where invoiceId = ? and isCharge = 0 order by position', idOf(number))
  return lines.flatMap(({ itemCode, quantity }) => Array.from({ length: quantity }, () => itemCode))
}

async function scanAll(desk: FloorDesk, codes: readonly string[]): Promise<void> {
  for (const code of codes) await desk.scan(code)
}

const today = () => new Date().toLocaleDateString('sv', { timeZone: 'Asia/Jakarta' })
const onDay = (column: string) => `date(${column}, '+7 hours') = '${today()}'`
const count = (from: string) => book.one<number>(`select count(*) from ${from}`)

/** What the wall is to say of the flow and of the day, counted anew. */
function recount(): readonly Readonly<Record<string, number>>[] {
  const delivered = count(`deliverySession where status = 'DELIVERED' and ${onDay('endedAt')}`)
  const { DELIVERED: _delivered, CANCELLED: _cancelled, ...waiting } = words.statuses
  const held = book.one<number | undefined>('select holdInvoices from fulfilmentDay where day = ?', today()) ?? 0
  const heldDone = count(`pickingSession join invoice on invoice.id = invoiceId where pickingSession.isCompleted = 1 and ${onDay('pickingSession.endedAt')} and not ${onDay('invoice.createdAt')}`)
  return [
    { ...Object.fromEntries(Object.entries(waiting).map(([status, label]) => [label, count(`invoice where status = '${status}'`)])), [floor.wall.deliveredToday]: delivered },
    {
      [floor.wall.arrived]: count(`invoice where ${onDay('createdAt')}`),
      [floor.wall.picked]: count(`pickingSession where isCompleted = 1 and ${onDay('endedAt')}`),
      [floor.wall.packed]: count(`packingSession where isCompleted = 1 and ${onDay('endedAt')}`),
      [floor.wall.deliveredToday]: delivered,
      [floor.wall.pending]: Math.max(held - heldDone, 0),
      [floor.wall.returned]: count(`invoiceReturn where ${onDay('createdAt')}`),
      [floor.wall.onHold]: count("invoice where isOnHold = 1 and status <> 'DELIVERED'"),
      [floor.wall.waitTogether]: count('packingSession where isHeldForConsolidation = 1'),
      [floor.wall.needDriver]: count("invoice where status = 'PACKED' and deliveryStatus = 'TO_CONSIDER'"),
    },
  ]
}

/** The queues of the floor, and the wall, page by page, say what a recount says. */
async function boardsAgree(): Promise<void> {
  await expect(async () => expect(await floorBoards.shown()).toEqual(recountFloor(book))).toPass({ timeout: 60_000, intervals: [200] })
  const { page } = wall
  for (const [at, marks] of [words.statuses.INVOICED, floor.wall.arrived].entries()) {
    await expect(async () => {
      if (!(await page.getByRole('group', { name: marks, exact: true }).isVisible())) await page.keyboard.press('ArrowRight')
      const figures = await page.getByRole('group').evaluateAll(tiles => tiles.map(tile => [tile.getAttribute('aria-label') ?? '', Number(tile.querySelector('b')?.textContent?.replaceAll('.', ''))] as const))
      expect(Object.fromEntries(figures)).toEqual(recount()[at])
    }).toPass({ timeout: 60_000, intervals: [200] })
  }
}

/** Scans every piece of an invoice; the last one completes the picking. */
async function pick(number: string): Promise<void> {
  await expect(picker.page.getByRole('heading', { name: /^Menunggu diambil/ })).toBeVisible()
  await picker.scan(number)
  await expect(picker.page.getByText(filled(floor.pick.begun, { number }))).toBeVisible()
  await expect(picker.page.getByText(filled(floor.pick.progress, { done: 0, pieces: piecesOf(number).length }))).toBeVisible()
  const before = printer.labels().length
  await scanAll(picker, piecesOf(number))
  await becomes(number, 'PICKED')
  expect(await printer.until(() => printer.labels().length === before + 1)).toBe(true)
  expect(printer.labels().at(-1)!.scan).toBe(number)
  await expect(picker.page.getByRole('heading', { name: /^Menunggu diambil/ })).toBeVisible()
}

/** Lays an invoice on the packing table, and counts it once more. */
async function check(number: string): Promise<void> {
  const { page } = packer
  await packer.open('/fulfilment/packing')
  await expect(page.getByText(floor.pack.hint)).toBeVisible()
  await packer.scan(number)
  await press(page, floor.pack.startChecking)
  await expect(page.getByText(/Pindai setiap barang sekali lagi/)).toBeVisible()
  await scanAll(packer, piecesOf(number))
  await expect(page.getByText(floor.pack.trayFirst)).toBeVisible()
}

/** All of it into boxes, so many pieces each. */
async function packInBoxes(number: string, boxes: readonly number[]): Promise<void> {
  const { page } = packer
  const pieces = piecesOf(number)
  for (const [at, size] of boxes.entries()) {
    await press(page, floor.pack.newBox)
    await expect(page.getByRole('region', { name: filled(floor.pack.boxCode, { number: at + 1 }), exact: true })).toBeVisible()
    await scanAll(packer, pieces.splice(0, size))
  }
  await expect(page.getByText(floor.pack.notExact)).toBeHidden()
  const before = printer.labels().length
  await press(page, floor.pack.close)
  await becomes(number, 'PACKED')
  expect(await printer.until(() => printer.labels().length === before + boxes.length)).toBe(true)
  expect(printer.labels().slice(before).map(({ scan, texts: said }) => [scan, said.some(text => / dari /.test(text))])).toEqual(boxes.map(() => [number, true]))
}

/** On paper, with the number in its text; a browser page that shows it is closed again. */
async function paperOf({ page }: FloorDesk, paper: Paper, number: string): Promise<string> {
  const text = await printed({ page }, paper, number)
  expect(text).toContain(number)
  return text
}

async function correct(number: string, lines: Readonly<Record<string, number>>): Promise<void> {
  const { page } = billing
  await billing.open('/fulfilment/returns')
  await page.getByRole('row').filter({ hasText: number }).first().dblclick()
  await press(page, words.billing.acts.correct)
  const dialog = page.getByRole('dialog')
  for (const [at, quantity] of Object.entries(lines)) {
    await dialog.getByRole('group').nth(Number(at) - 1).getByRole('textbox', { name: words.fields.quantity, exact: true }).fill(String(quantity))
  }
  await dialog.getByLabel(words.billing.bill.notes).fill('Sesuai yang ada')
  await dialog.getByRole('button', { name: words.billing.bill.save }).click()
  await expect(dialog).toBeHidden()
}

test('IF-1 billing brings the real day in: what is odd in it is decided once, and its invoices wait to be picked', async () => {
  const { page } = billing
  await billing.open('/imports/new?target=invoices')
  await page.locator('input[type=file]').first().setInputFiles(realDay)
  await press(page, say.imports.check)
  await expect(page).toHaveURL(/\/imports\/[0-9a-f-]{36}$/, { timeout: 60_000 })
  const finding = (name: RegExp) => page.getByRole('article', { name })
  const blank = finding(/Kode pelanggan kosong/)
  await blank.getByRole('textbox').fill('TUNAI')
  await blank.getByRole('button', { name: say.imports.decide.fill, exact: true }).click()
  await expect(blank).toBeHidden({ timeout: 60_000 })
  for (const [name, act] of [[/Jumlah minus di faktur/, say.imports.decide.skipAll], [/Biaya, bukan barang/, say.imports.decide.acceptAll], [/Harga 0/, say.imports.decide.acceptAll]] as const) {
    await finding(name).getByRole('button', { name: act, exact: true }).click()
    await expect(finding(name)).toBeHidden({ timeout: 60_000 })
  }
  await page.getByRole('button', { name: /^Simpan [\d.]+ data/ }).click()
  await expect(page.getByText(/[\d.]+ data tersimpan/).first()).toBeVisible({ timeout: 60_000 })
  for (const number of ten) expect(statusOf(number)).toBe('INVOICED')
  await boardsAgree()
})

test('IF-2, IF-3, IF-12, IF-15 they are picked by scanner: one is held and let go, one is express, one is given up and taken again, one shelf does not give all', async () => {
  const { page } = picker
  await beginAt(picker, '/fulfilment/my-picking', workBadges.ambil)
  await press(page, floor.printer.none)
  await page.getByLabel(floor.printer.choose).selectOption({ label: printerName })
  await press(page, say.buttons.close)

  await test.step('what billing holds is not picked, and says why', async () => {
    const { id, version } = book.rows<{ id: string; version: number }>('select id, version from invoice where number = ?', refused)[0]!
    await billing.open(`/fulfilment/invoices/${id}`)
    await press(billing.page, words.billing.acts.more)
    await billing.page.getByRole('menuitem', { name: words.billing.acts.hold }).click()
    await billing.page.getByRole('dialog').getByRole('textbox').fill('Menunggu pelunasan')
    await billing.page.getByRole('dialog').getByRole('button', { name: words.billing.acts.hold }).click()
    await expect.poll(() => book.one('select isOnHold from invoice where id = ?', id)).toBe(1)
    await picker.scan(refused)
    await expect(picker.flash).toContainText('Menunggu pelunasan')
    await boardsAgree()
    await press(billing.page, words.billing.acts.more)
    await billing.page.getByRole('menuitem', { name: words.billing.acts.release }).click()
    await expect.poll(() => book.one('select isOnHold from invoice where id = ?', id)).toBe(0)
    expect(book.one<number>('select version from invoice where id = ?', id)).toBe(version + 2)
  })

  await test.step('express goes past the shelves', async () => {
    await billing.open(`/fulfilment/invoices/${idOf(express)}`)
    await press(billing.page, words.billing.acts.express)
    await billing.page.getByRole('dialog').getByRole('button', { name: filled(words.billing.several.go_one, { count: 1 }), exact: true }).click()
    await becomes(express, 'PACKED')
    await boardsAgree()
  })

  await test.step('one is given up with a reason, and begun anew', async () => {
    await picker.scan(cancelled)
    await expect(page.getByText(filled(floor.pick.begun, { number: cancelled }))).toBeVisible()
    await press(page, floor.pick.cancel)
    await page.getByRole('dialog').getByRole('textbox').fill('Salah ambil')
    await page.getByRole('dialog').getByRole('button', { name: floor.pick.cancel, exact: true }).click()
    await becomes(cancelled, 'INVOICED')
    await boardsAgree()
  })

  await test.step('the shelf gives two of three: billing is told what lacks', async () => {
    await expect(page.getByRole('heading', { name: /^Menunggu diambil/ })).toBeVisible()
    await picker.scan(short)
    await expect(page.getByText(filled(floor.pick.progress, { done: 0, pieces: 3 }))).toBeVisible()
    await scanAll(picker, ['21756', '21756'])
    await expect(page.getByText(filled(floor.pick.progress, { done: 2, pieces: 3 }))).toBeVisible()
    await press(page, floor.pick.short)
    await expect(page.getByRole('dialog')).toContainText(/1 × /)
    await page.getByRole('dialog').getByRole('textbox').fill('Rak kosong')
    await page.getByRole('dialog').getByRole('button', { name: floor.pick.shortSend }).click()
    await becomes(short, 'REVIEW')
    await boardsAgree()
  })

  await test.step('all the others, each with a label for its basket', async () => {
    for (const number of ten.filter(one => one !== short && one !== express)) await pick(number)
    await boardsAgree()
  })
})

test('IF-4, IF-13, IF-14 what lacked is corrected and picked again; a packer returns one, and it is checked anew', async () => {
  await test.step('billing bills two, and the picker sees it come back', async () => {
    await correct(short, { 1: 2 })
    await becomes(short, 'PICKING')
    await expect(picker.page.getByRole('heading', { name: filled(floor.pick.again, { invoices: count("invoice where status = 'PICKING' and billingStatus = 'RE_INVOICED'") }) })).toBeVisible()
    await pick(short)
    await boardsAgree()
  })

  await test.step('a packer finds the bill wrong; corrected, all of it is counted anew', async () => {
    const { page } = packer
    await beginAt(packer, '/fulfilment/packing', workBadges.kemas)
    await press(page, floor.printer.none)
    await page.getByLabel(floor.printer.choose).selectOption({ label: printerName })
    await press(page, say.buttons.close)
    await check(returned)
    await press(page, floor.return)
    await page.getByRole('dialog').getByRole('textbox').fill('Dipesan enam saja')
    await page.getByRole('dialog').getByRole('button', { name: floor.return, exact: true }).click()
    await becomes(returned, 'REVIEW')
    await boardsAgree()
    await correct(returned, { 1: 6 })
    await becomes(returned, 'PICKED')
    await check(returned)
    await packInBoxes(returned, [6])
    await boardsAgree()
  })
})

test('IF-6, IF-7, IF-8 they are packed: two of a customer together out of trays, one by its packer alone, one over two boxes', async () => {
  const { page } = packer
  const trays = book.rows<{ code: string }>('select code from tray where isActive = 1 and id not in (select trayId from packingContainer where isInUse = 1 and trayId is not null) order by code limit 3').map(({ code }) => code)

  await test.step('two bills of one customer wait for each other, and are released', async () => {
    for (const number of together) {
      await packer.open('/fulfilment/packing')
      await packer.scan(number)
      await press(page, floor.pack.hold)
      await expect.poll(() => book.one('select isHeldForConsolidation from packingSession where invoiceId = ?', idOf(number))).toBe(1)
    }
    await boardsAgree()
    await press(page, floor.pack.release)
    await expect.poll(() => count(`packingSession where isHeldForConsolidation = 1 and invoiceId = '${idOf(together[0])}'`)).toBe(0)
    await boardsAgree()
  })

  await test.step('each into a tray of its own, and boxed together', async () => {
    for (const [at, number] of together.entries()) {
      await check(number)
      await packer.scan(trays[at]!)
      await expect(page.getByText(filled(floor.pack.nowInto, { code: trays[at]! })).first()).toBeVisible()
      await scanAll(packer, piecesOf(number))
      await press(page, floor.pack.seal)
      await becomes(number, 'BOXING')
    }
    await boardsAgree()
    const before = printer.labels().length
    await page.getByRole('checkbox', { name: together[0] }).check()
    await page.getByLabel(floor.box.count).fill('2')
    await press(page, floor.box.complete)
    for (const number of together) await becomes(number, 'PACKED')
    expect(await printer.until(() => printer.labels().length === before + 4)).toBe(true)
    expect(new Set(book.rows<{ boxingGroupId: string }>(`select boxingGroupId from packingSession where invoiceId in ('${together.map(idOf).join("','")}')`).map(one => one.boxingGroupId)).size).toBe(1)
    await boardsAgree()
  })

  await test.step('papers of the one on the table: what is in it, where it goes', async () => {
    await press(page, floor.papers.print)
    const list = await paperOf(packer, 'packingList', together[1])
    expect(list).toContain('22633')
    for (const paper of ['deliveryNote', 'addressPage', 'address', 'box'] as const) {
      await press(page, floor.papers.print)
      await paperOf(packer, paper, together[1])
    }
  })

  await test.step('one that its packer boxes alone, after the packing was taken back once', async () => {
    const { id, version } = book.rows<{ id: string; version: number }>('select id, version from invoice where number = ?', boxedByPacker)[0]!
    await admin('fulfilment.changeInvoice', { id, version, isSelfBoxing: true })
    await check(boxedByPacker)
    await press(page, floor.pack.cancel)
    await page.getByRole('dialog').getByRole('textbox').fill('Meja penuh')
    await page.getByRole('dialog').getByRole('button', { name: floor.pack.cancel, exact: true }).click()
    await becomes(boxedByPacker, 'PICKED')
    await boardsAgree()
    await check(boxedByPacker)
    await packer.scan(trays[2]!)
    await scanAll(packer, piecesOf(boxedByPacker))
    await press(page, floor.pack.seal)
    await becomes(boxedByPacker, 'BOXING')
    await press(page, floor.box.complete)
    await becomes(boxedByPacker, 'PACKED')
  })

  await test.step('the rest into boxes, one of them over two', async () => {
    for (const [number, boxes] of [[split, [8, 4]], [short, [2]], [refused, [12]], [cancelled, [3]], [small, [2]]] as const) {
      await check(number)
      await packInBoxes(number, boxes)
    }
    await boardsAgree()
  })
})

test('IF-9, IF-10, IF-11 they leave: collected, by courier with another courier in the end, and with a driver who comes back with one', async () => {
  const { page } = packer
  const dialog = page.getByRole('dialog')
  await beginAt(packer, '/fulfilment/dispatch', workBadges.kemas)
  const choose = async (...numbers: readonly string[]) => {
    for (const number of numbers) {
      await packer.scan(number)
      await expect(packer.flash).toContainText(filled(floor.dispatch.chosen, { number }))
    }
    await expect(page.getByText(filled(numbers.length === 1 ? floor.dispatch.count_one : floor.dispatch.count_other, { count: numbers.length }), { exact: true })).toBeVisible()
  }

  await test.step('somebody collects three, one of them for a company', async () => {
    await choose(express, short)
    await press(page, floor.dispatch.ways.DIRECT)
    await dialog.getByLabel(words.fields.pickupName).fill('Ibu Rina')
    await dialog.getByLabel(words.fields.pickupPhone).fill('0812 5550 0199')
    await press(page, floor.dispatch.send)
    for (const number of [express, short]) await becomes(number, 'DELIVERED')
    await boardsAgree()
    await choose(small)
    await press(page, floor.dispatch.ways.DIRECT)
    await dialog.getByLabel(words.fields.counterMode).selectOption({ label: words.counterModes.COMPANY })
    await dialog.getByLabel(words.fields.pickupName).fill('Pak Dodi')
    await dialog.getByLabel(words.fields.pickupPhone).fill('0812 5550 0198')
    await press(page, floor.dispatch.send)
    await expect(dialog.getByRole('textbox', { name: words.fields.pickupCompany })).toHaveAttribute('aria-invalid', 'true')
    await dialog.getByLabel(words.fields.pickupCompany).fill('Toko Dodi')
    await press(page, floor.dispatch.send)
    await becomes(small, 'DELIVERED')
    await boardsAgree()
  })

  await test.step('two boxed together go by courier; another one takes it in the end, with slip and weights', async () => {
    await choose(...together)
    await press(page, floor.dispatch.ways.COURIER)
    await dialog.getByRole('combobox', { name: words.fields.courierId }).fill('Cepat')
    await page.getByRole('option').filter({ hasText: 'Cepat Kirim' }).first().click()
    await press(page, floor.dispatch.send)
    for (const number of together) await becomes(number, 'DELIVERED')
    await boardsAgree()
    await page.getByRole('tab', { name: floor.dispatch.tabs.couriers }).click()
    await expect(page.getByRole('row').filter({ hasText: together[0] })).toContainText(floor.delivery.noSlip)
    await packer.scan(together[0])
    await press(page, floor.delivery.changeCourier)
    const change = page.getByRole('dialog', { name: filled(floor.delivery.changeTitle, { number: together[0] }) })
    await change.getByRole('combobox', { name: words.fields.courierId }).fill('Uji')
    await page.getByRole('option').filter({ hasText: 'Kurir Uji Bandung' }).first().click()
    await packer.scan('RESI-778899')
    await expect(change.getByLabel(words.fields.trackingNumber)).toHaveValue('RESI-778899')
    await change.getByLabel(words.fields.reason).fill('Armada penuh')
    await change.getByRole('button', { name: say.buttons.save, exact: true }).click()
    await expect(change).toBeHidden()
    expect(book.rows('select fromCourierName, toCourierName, reason from courierChange where deliverySessionId in (select id from deliverySession where invoiceId = ?)', idOf(together[0]))).toEqual([{ fromCourierName: 'Cepat Kirim Logistik', toCourierName: 'Kurir Uji Bandung', reason: 'Armada penuh' }])
    const detail = page.getByRole('dialog', { name: filled(floor.delivery.title, { number: together[0] }) })
    await expect(detail).toContainText('RESI-778899')
    await detail.locator('input[type=file][capture]').setInputFiles(photo)
    await detail.getByRole('button', { name: filled(floor.delivery.makeSlip, { name: 'bukti.png' }) }).click()
    await expect.poll(() => book.one('select slipAttachmentId from deliverySession where invoiceId = ?', idOf(together[0]))).not.toBeNull()
    for (const [at, weight] of ['1,25', '0,75'].entries()) await detail.getByLabel(filled(words.address.box, { number: at + 1, count: 2 })).fill(weight)
    await detail.getByRole('button', { name: floor.delivery.saveWeights }).click()
    await expect.poll(() => book.one('select boxWeights from deliverySession where invoiceId = ?', idOf(together[0]))).not.toBe('[]')
    await detail.getByRole('button', { name: floor.papers.print, exact: true }).click()
    const slip = await paperOf(packer, 'courierSlip', together[0])
    for (const said of ['Kurir Uji Bandung', 'RESI-778899', 'Berat seluruhnya 2 kg']) expect(slip).toContain(said)
    await detail.getByRole('button', { name: say.buttons.close, exact: true }).click()
  })

  await test.step('four go with a driver of our own: one chosen at once, three later', async () => {
    await page.getByRole('tab', { name: new RegExp(`^${floor.dispatch.tabs.ready}`) }).click()
    await choose(returned)
    await press(page, floor.dispatch.ways.INTERNAL)
    await dialog.getByRole('combobox', { name: words.fields.assigneeId }).selectOption({ label: 'Slamet Riyadi' })
    await press(page, floor.dispatch.send)
    await becomes(returned, 'DISPATCHED')
    await choose(refused, cancelled, split)
    await press(page, floor.dispatch.ways.INTERNAL)
    await press(page, floor.dispatch.send)
    await expect.poll(() => count(`invoice where deliveryStatus = 'TO_CONSIDER' and number in ('${[refused, cancelled, split].join("','")}')`)).toBe(3)
    await boardsAgree()
    await page.getByRole('tab', { name: new RegExp(`^${floor.dispatch.tabs.drivers}`) }).click()
    for (const number of [refused, cancelled, split]) {
      await cardOf(page, number).getByRole('button', { name: floor.dispatch.assign, exact: true }).click()
      await dialog.getByRole('combobox', { name: words.fields.assigneeId }).selectOption({ label: 'Slamet Riyadi' })
      await dialog.getByRole('button', { name: floor.dispatch.assign, exact: true }).click()
      await becomes(number, 'DISPATCHED')
    }
    await boardsAgree()
  })

  await test.step('the driver arrives, with where and a photo; one customer does not take it', async () => {
    const { page: road } = driver
    await road.context().grantPermissions(['geolocation'])
    await road.context().setGeolocation({ latitude: -6.2383, longitude: 106.9756, accuracy: 12 })
    await beginAt(driver, '/fulfilment/my-deliveries', workBadges.antar)
    const arrive = road.getByRole('dialog', { name: filled(floor.delivery.arriveTitle, { number: returned }) })
    await driver.scan(returned)
    await press(road, floor.delivery.takePlace)
    await expect(arrive).toContainText('-6.23830, 106.97560')
    await arrive.locator('input[type=file]').setInputFiles(photo)
    await arrive.getByLabel(floor.delivery.notes).fill('Satpam')
    await arrive.getByRole('button', { name: floor.delivery.save, exact: true }).click()
    await becomes(returned, 'DELIVERED')
    await road.mouse.move(0, 0)
    await expect(road.getByText(filled(floor.delivery.arrived, { number: returned }), { exact: true })).toBeHidden({ timeout: 60_000 })
    const session = book.rows<{ id: string }>('select id, latitude, accuracy, notes from deliverySession where invoiceId = ?', idOf(returned))[0]!
    expect(session).toMatchObject({ latitude: -6.2383, accuracy: 12, notes: 'Satpam' })
    await expect.poll(() => count(`attachment where entityId = '${session.id}'`)).toBe(1)
    await cardOf(road, split).getByRole('button', { name: floor.papers.print, exact: true }).click()
    expect(await paperOf(driver, 'deliveryNote', split)).toContain('37446')
    for (const number of [split, cancelled]) {
      await cardOf(road, number).getByRole('button', { name: floor.delivery.arrive, exact: true }).click()
      await press(road, floor.delivery.save)
      await becomes(number, 'DELIVERED')
      // What was done is told over the lower edge, where the next card's buttons may stand: it goes by itself unless the mouse rests on it.
      await road.mouse.move(0, 0)
      await expect(road.getByText(filled(floor.delivery.arrived, { number }), { exact: true })).toBeHidden({ timeout: 60_000 })
    }
    await cardOf(road, refused).getByRole('button', { name: floor.return, exact: true }).click()
    await road.getByRole('dialog').getByRole('textbox').fill('Toko tutup')
    await road.getByRole('dialog').getByRole('button', { name: floor.return, exact: true }).click()
    await becomes(refused, 'REVIEW')
    await expect(cardOf(road, refused)).toBeHidden()
    await boardsAgree()
  })

  await test.step('billing settles it, and it leaves by the counter; boxed by its packer, the last one too', async () => {
    await correct(refused, {})
    await becomes(refused, 'PACKED')
    await page.getByRole('tab', { name: new RegExp(`^${floor.dispatch.tabs.ready}`) }).click()
    await choose(refused, boxedByPacker)
    await press(page, floor.dispatch.ways.DIRECT)
    await dialog.getByLabel(words.fields.pickupName).fill('Bu Tini')
    await dialog.getByLabel(words.fields.pickupPhone).fill('0812 5550 0197')
    await press(page, floor.dispatch.send)
    for (const number of ten) await becomes(number, 'DELIVERED')
    await boardsAgree()
  })
  await badgeShown(packer)
})
