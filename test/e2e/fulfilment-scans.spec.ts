import { expect, test } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { workBadges } from '../../src-main/demo/logins.ts'
import { startFakePrinter, type FakePrinter } from '../support/fake-printer.ts'
import { answered, beginAt, openBook, scanQuickly, sitAtFloor, sounds, type Book, type FloorDesk } from '../support/floor-desk.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { payload } from '../support/fulfilment-desks.ts'
import { callerAt, startHostProcess, type HostProcess } from '../support/host-process.ts'

/** Ten scans a second on a tablet that loses its host on the way: none is lost, none is doubled (IF-3, IF-7). */
const say = texts.id
const { floor, fulfilment: { amounts } } = say
const filled = (text: string, values: Readonly<Record<string, string | number>>) => Object.entries(values).reduce((said, [name, value]) => said.replace(`{{${name}}}`, String(value)), text)
const printerName = 'A Pencetak gudang'
/** In the order of the shelves; quantities that no two lines share. */
const goods = [['BRG-201', 23, '3.50', 'R-2'], ['BRG-202', 31, '85', 'R-10'], ['BRG-203', 7, '12', '']] as const
const pieces = 61

let folder: string
let host: HostProcess
let printer: FakePrinter
let book: Book
const ids: Record<string, string> = {}

test.beforeAll(async () => {
  folder = temporaryFolder()
  host = await startHostProcess(folder, { from: 'built', args: ['--demo'] })
  printer = await startFakePrinter()
  book = openBook(folder)
  const admin = await callerAt(host.url, 'admin')
  await admin('masters.createLabelPrinter', { code: 'A-GDG', name: printerName, address: '127.0.0.1', port: printer.port, dpi: '203' })
  const [billing, picker] = [await callerAt(host.url, 'kasir'), await callerAt(host.url, 'ambil')]
  for (const number of ['UJI-501', 'UJI-502']) {
    // In the order in which they were billed, which is not that of the shelves.
    const lines = goods.toReversed()
    ids[number] = (await billing<{ id: string }>('fulfilment.importInvoice', { ...payload(number, lines, { code: 'TK-UJI', name: 'Toko Uji' }), remarks: 'Bayar tunai' })).id
  }
  // The demo factory's picker has one in hand, and nobody picks two.
  for (const { invoiceId } of book.rows<{ invoiceId: string }>("select invoiceId from pickingSession where status = 'PREPARING'")) {
    await picker('fulfilment.cancelSession', { invoiceId, stage: 'PICKING', reason: 'Uji' })
  }
  for (const step of ['startPicking', 'completePicking']) await picker(`fulfilment.${step}`, { invoiceId: ids['UJI-502'], badge: workBadges.ambil })
  const packer = await callerAt(host.url, 'kemas')
  for (const step of ['startChecking', 'finishChecking']) await packer(`fulfilment.${step}`, { invoiceId: ids['UJI-502'], badge: workBadges.kemas })
})
test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map(context => context.close()))
})
test.afterAll(async () => {
  book.close()
  await printer.close()
  expect(await host.stop()).toBe(0)
  removeFolder(folder)
})

const statusOf = (number: string) => book.one<string>('select status from invoice where number = ?', number)
const lineOf = ({ page }: FloorDesk, code: string) => page.getByRole('listitem').filter({ hasText: code })
const progress = (done: number) => filled(floor.pick.progress, { done, pieces })
const isSerious = (fault: string) => !fault.includes('WebSocket')

/** All but the last piece, the lines in turn as somebody takes them who goes by. */
function allButOne(): string[] {
  const left = goods.map(([code, quantity]) => ({ code, quantity: code === 'BRG-203' ? quantity - 1 : quantity }))
  const codes: string[] = []
  while (left.some(({ quantity }) => quantity > 0)) {
    for (const line of left) {
      if (line.quantity === 0) continue
      line.quantity -= 1
      codes.push(line.code)
    }
  }
  return codes
}

test('IF-3 ten scans a second on a tablet that loses its host: none lost, none doubled, and the last one completes and prints', async ({ browser }) => {
  const desk = await sitAtFloor(browser, host.url, /Dedi Kurnia/, { isTablet: true, canBreak: true })
  const { page, flash } = desk
  await test.step('a badge, then the number of the invoice: its goods stand in the order of their shelves', async () => {
    await beginAt(desk, '/fulfilment/my-picking', workBadges.ambil)
    await page.getByRole('button', { name: floor.printer.none }).click()
    await page.getByLabel(floor.printer.choose).selectOption({ label: printerName })
    await page.getByRole('button', { name: say.buttons.close, exact: true }).click()
    await expect(page.getByRole('button', { name: filled(floor.printer.prints, { printer: printerName }) })).toBeVisible()
    await desk.scan('UJI-501')
    await expect(page.getByText(progress(0))).toBeVisible()
    await expect(page.getByText('Bayar tunai')).toBeVisible()
    await expect(page.getByRole('main').getByRole('listitem')).toHaveText(goods.map(([code]) => new RegExp(code)))
  })

  await test.step('goods of another invoice are refused by sound and by word', async () => {
    const before = (await desk.tones()).length
    await desk.scan('BRG-999')
    await expect(flash).toContainText(floor.scan.wrongItem)
    await expect.poll(async () => (await desk.tones()).slice(before)).toEqual([...sounds.wrong])
    await expect(page.getByText(progress(0))).toBeVisible()
  })

  await test.step('sixty scans in six seconds, the line cut after fifteen and mended after forty', async () => {
    const [scans, tones] = [await answered(page), (await desk.tones()).length]
    await scanQuickly(desk, allButOne(), async at => {
      if (at === 15) await desk.cut()
      if (at === 40) desk.mend()
    })
    await expect.poll(() => answered(page), { timeout: 60_000 }).toBe(scans + pieces - 1)
    await expect(page.getByText(progress(pieces - 1))).toBeVisible()
    for (const [code, quantity] of goods) await expect(lineOf(desk, code)).toContainText(`${code === 'BRG-203' ? quantity - 1 : quantity} / ${quantity}`)
    await expect.poll(async () => (await desk.tones()).length).toBe(tones + pieces - 1)
    expect(new Set((await desk.tones()).slice(tones))).toEqual(new Set(sounds.known))
    await expect(page.getByText(/Terputus sejak/)).toBeHidden({ timeout: 60_000 })
    const whole = () => JSON.parse(book.one<string>("select selectedLines from pickingSession where invoiceId = ? and status = 'PREPARING'", ids['UJI-501'])) as string[]
    await expect.poll(() => whole().length, { timeout: 60_000 }).toBe(2)
    expect(book.rows<{ itemCode: string }>(`select itemCode from invoiceLine where id in (${whole().map(id => `'${id}'`).join()}) order by itemCode`).map(({ itemCode }) => itemCode)).toEqual(['BRG-201', 'BRG-202'])
  })

  await test.step('one too many is refused, and nothing is counted for it', async () => {
    const before = (await desk.tones()).length
    await desk.scan('BRG-201')
    await expect(flash).toContainText(filled(floor.scan.over, { name: 'Barang BRG-201', quantity: 23 }))
    await expect.poll(async () => (await desk.tones()).slice(before)).toEqual([...sounds.wrong])
    await expect(page.getByText(progress(pieces - 1))).toBeVisible()
    expect(statusOf('UJI-501')).toBe('PICKING')
  })

  await test.step('the last one completes, once, and its label comes out of the printer', async () => {
    const before = printer.labels().length
    await desk.scan('BRG-203')
    await expect(flash).toContainText(filled(floor.pick.completed, { number: 'UJI-501' }))
    await expect.poll(() => statusOf('UJI-501')).toBe('PICKED')
    expect(await printer.until(() => printer.labels().length === before + 1)).toBe(true)
    const label = printer.labels().at(-1)!
    expect(label.scan).toBe('UJI-501')
    expect(label.texts).toEqual(expect.arrayContaining(['Toko Uji', `${filled(amounts.pieces_other, { shown: pieces })}, ${filled(amounts.lines_other, { shown: 3 })}`, 'Bayar tunai']))
    expect(book.rows("select status from pickingSession where invoiceId = ?", ids['UJI-501'])).toEqual([{ status: 'PICKED' }])
    expect(book.one<number>("select count(*) from auditEntry where entity = 'invoice' and entityId = ? and after like '%\"PICKED\"%'", ids['UJI-501'])).toBe(1)
    await expect(page.getByRole('heading', { name: /^Menunggu diambil/ })).toBeVisible()
  })
  expect(desk.faults.filter(isSerious)).toEqual([])
})

test('IF-7 ten scans a second into a tray, with the host away in between: exactly what was scanned is in it', async ({ browser }) => {
  const desk = await sitAtFloor(browser, host.url, /Siti Rahma/, { isTablet: true, canBreak: true })
  const { page, flash } = desk
  await beginAt(desk, '/fulfilment/packing', workBadges.kemas)
  await desk.scan('UJI-502')
  await expect(page.getByText(floor.pack.trayFirst)).toBeVisible()
  const tray = book.one<string>("select code from tray where isActive = 1 and id not in (select trayId from packingContainer where isInUse = 1 and trayId is not null) order by code limit 1")
  await desk.scan(tray)
  await expect(page.getByText(filled(floor.pack.nowInto, { code: tray })).first()).toBeVisible()
  const scans = await answered(page)
  await scanQuickly(desk, [...allButOne(), 'BRG-203'], async at => {
    if (at === 10) await desk.cut()
    if (at === 45) desk.mend()
  })
  await expect.poll(() => answered(page), { timeout: 60_000 }).toBe(scans + pieces)
  await expect(flash).toContainText(floor.pack.allIn)
  await expect(page.getByText(progress(pieces))).toBeVisible()
  await expect(page.getByText(/Terputus sejak/)).toBeHidden({ timeout: 60_000 })
  const inTray = () => {
    const contents = JSON.parse(book.one<string>('select contents from packingContainer where invoiceId = ?', ids['UJI-502'])) as { lineId: string; quantity: number }[]
    return contents.map(({ lineId, quantity }) => [book.one<string>('select itemCode from invoiceLine where id = ?', lineId), quantity]).sort()
  }
  await expect.poll(inTray, { timeout: 60_000 }).toEqual(goods.map(([code, quantity]) => [code, quantity]))
  await desk.scan('BRG-202')
  await expect(flash).toContainText(filled(floor.scan.over, { name: 'Barang BRG-202', quantity: 31 }))
  expect(inTray()).toEqual(goods.map(([code, quantity]) => [code, quantity]))
  await page.getByRole('button', { name: floor.pack.seal, exact: true }).click()
  await expect.poll(() => statusOf('UJI-502')).toBe('BOXING')
  expect(desk.faults.filter(isSerious)).toEqual([])
})
