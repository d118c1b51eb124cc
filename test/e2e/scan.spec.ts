import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Browser, type Page, type WebSocketRoute } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { login, post, startHostProcess, type HostProcess } from '../support/host-process.ts'
import { plugIn, rolled, type Wedge } from '../support/wedge.ts'

const say = texts.id
let folder: string
let host: HostProcess

test.beforeAll(async () => {
  folder = temporaryFolder()
  host = await startHostProcess(folder, { from: 'built', args: ['--demo'] })
})
test.afterEach(async ({ browser }) => {
  await Promise.all(browser.contexts().map(context => context.close()))
})
test.afterAll(async () => {
  expect(await host.stop()).toBe(0)
  removeFolder(folder)
})

interface Desk {
  readonly page: Page
  readonly wedge: Wedge
  readonly faults: readonly string[]
  /** The codes answered so far, each with its number, as the status bar told them. */
  answers(): Promise<{ number: number; code: string }[]>
  /** The frequencies of all tones so far. */
  tones(): Promise<number[]>
}

async function openDesk(browser: Browser, person: string, setUp: (page: Page) => Promise<unknown> = async () => {}): Promise<Desk> {
  const page = await (await browser.newContext()).newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => message.type() === 'error' && !message.text().includes('WebSocket') && faults.push(message.text()))
  await page.addInitScript(() => {
    const kept: Record<'answers' | 'tones', string[]> = { answers: [], tones: [] }
    const keep = (name: keyof typeof kept, what: string) => {
      kept[name].push(what)
      document.documentElement.dataset[name] = kept[name].join('\n')
    }
    const { start } = OscillatorNode.prototype
    OscillatorNode.prototype.start = function (...when) {
      keep('tones', String(Math.round(this.frequency.value)))
      return start.apply(this, when)
    }
    new MutationObserver(() => {
      const label = document.querySelector('footer [aria-keyshortcuts=F9]')?.getAttribute('aria-label') ?? ''
      if (/ke-\d+/.test(label) && kept.answers.at(-1) !== label) keep('answers', label)
    }).observe(document, { subtree: true, childList: true, attributeFilter: ['aria-label'] })
  })
  await setUp(page)
  await page.goto(host.url)
  await page.getByRole('button', { name: new RegExp(person) }).click()
  await expect(page.getByRole('navigation', { name: say.frame.navigation })).toBeVisible({ timeout: 60_000 })
  const linesOf = async (name: 'answers' | 'tones') => ((await page.locator('html').getAttribute(`data-${name}`)) ?? '').split('\n').filter(Boolean)
  return {
    page, faults, wedge: await plugIn(page),
    answers: async () => (await linesOf('answers')).map(line => ({ number: Number(/ke-(\d+)/.exec(line)?.[1]), code: /: ([^,]+),/.exec(line)?.[1] ?? '' })),
    tones: async () => (await linesOf('tones')).map(Number),
  }
}

const open = (page: Page, title: string) => page.getByRole('navigation', { name: say.frame.navigation }).getByRole('link', { name: title, exact: true }).click()
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const flash = (page: Page) => page.getByRole('status', { name: say.scan.status.region })

/** A hundred scans, ten a second by the clock on the wall; each must be answered once, in order. */
async function scanHundred({ wedge, answers }: Desk, codeOf: (at: number) => string): Promise<void> {
  const before = (await answers()).at(-1)?.number ?? 0
  const codes = Array.from({ length: 100 }, (_, at) => codeOf(at))
  const began = Date.now()
  for (const [at, code] of codes.entries()) {
    await new Promise(resolve => setTimeout(resolve, Math.max(0, began + at * 100 - Date.now())))
    await wedge.scan(code, { gap: 5 })
  }
  await expect.poll(async () => (await answers()).at(-1), { timeout: 60_000 }).toEqual({ number: before + 100, code: codes.at(-1) })
  // Two answers within one frame are drawn as one: then the first of them was never in the bar.
  const told = (await answers()).filter(({ number }) => number > before)
  expect(told).toEqual(told.map(({ number }) => ({ number, code: codes[number - before - 1] })))
  expect(told.length).toBeGreaterThan(90)
}

test('a hundred scans at ten a second, with the focus nowhere, in fields, and in a dialog: each is answered once, no field is touched', async ({ browser }) => {
  const desk = await openDesk(browser, 'Ratna Wijaya')
  const { page, faults } = desk

  await test.step('nowhere: known and unknown codes in turn', async () => {
    await open(page, say.masters.units.title)
    await page.getByRole('heading', { level: 1 }).click()
    const [known, unknown] = [['KN-RF03-KRM', 'KN-RF03-ABU'], ['TIDAK-ADA-1', '8991234567890']]
    await scanHundred(desk, at => [known[0]!, unknown[0]!, known[1]!, unknown[1]!][at % 4]!)
    await expect(title(page, 'Kain rasfur 3 mm abu-abu')).toBeVisible()
  })

  await test.step('in a text field of the page', async () => {
    await open(page, say.settings.title)
    const field = page.getByRole('textbox', { name: say.settings.search })
    await field.fill('kata')
    await scanHundred(desk, at => `ASING-${String(at).padStart(3, '0')}`)
    await expect(field).toHaveValue('kata')
    await expect(field).toBeFocused()
    await expect(title(page, say.settings.title)).toBeVisible()
  })

  await test.step('in a dialog: text of several lines, a number, a choice, a search field', async () => {
    await open(page, say.kanban.board.title)
    await page.getByRole('button', { name: say.kanban.board.request }).click()
    const dialog = page.getByRole('dialog', { name: say.kanban.request.title })
    const fields = [dialog.getByLabel(say.kanban.request.notes), dialog.getByLabel(say.kanban.request.quantity), dialog.getByLabel(say.kanban.request.priority), dialog.getByLabel(say.kanban.request.item)]
    await fields[0]!.fill('segera')
    await fields[1]!.fill('12')
    const before = await Promise.all(fields.map(field => field.inputValue()))
    await scanHundred(desk, at => {
      if (at % 25 === 0) void fields[at / 25]!.focus()
      return `B${at}-ASING`
    })
    expect(await Promise.all(fields.map(field => field.inputValue()))).toEqual(before)
    await expect(dialog).toBeVisible()
    await expect(flash(page)).toContainText(say.scan.notHere)
  })
  expect(faults).toEqual([])
})

test('what a person types arrives as it was typed, at any speed, in every kind of field', async ({ browser }) => {
  const { page, wedge, faults, answers } = await openDesk(browser, 'Bambang Prasetyo')
  await open(page, say.kanban.board.title)
  await page.getByRole('button', { name: say.kanban.board.request }).click()
  const dialog = page.getByRole('dialog', { name: say.kanban.request.title })
  const notes = dialog.getByLabel(say.kanban.request.notes)

  await test.step('at a steady pace', async () => {
    for (const delay of [40, 70, 120]) {
      await notes.fill('')
      await page.keyboard.type('untuk lini 3, sebelum jam 10', { delay })
      await expect(notes).toHaveValue('untuk lini 3, sebelum jam 10')
    }
  })
  await test.step('in rolls of two and three keys, with corrections on their heels', async () => {
    await notes.fill('')
    await wedge.press([...rolled('sel', 12), ...rolled('esa', 25), ...rolled('i ', 8), ...rolled('100', 30, 120), { key: 'Backspace', after: 10 }, ...rolled('5', 0, 60)])
    await expect(notes).toHaveValue('selesai 105')
  })
  await test.step('in the middle of what stands there, over what is selected, and taken back', async () => {
    await notes.fill('ac')
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.type('b', { delay: 60 })
    await expect(notes).toHaveValue('abc')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('x', { delay: 60 })
    await expect(notes).toHaveValue('x')
    await page.keyboard.press('Control+z')
    await expect(notes).toHaveValue('abc')
  })
  await test.step('numbers, dates, choices, searches; Enter and Tab go on', async () => {
    const item = dialog.getByRole('combobox', { name: say.kanban.request.item })
    await item.click()
    await page.keyboard.type('KN-RF03-KRM', { delay: 60 })
    await page.keyboard.press('Enter')
    const quantity = dialog.getByLabel(say.kanban.request.quantity)
    await expect(quantity).toBeFocused()
    await wedge.press([...rolled('12', 15), { key: ',', after: 90 }, { key: '5', after: 20 }, { key: 'Enter', after: 15 }])
    await expect(quantity).toHaveValue('12,5')
    const day = dialog.getByLabel(say.kanban.request.neededBy)
    await expect(day).toBeFocused()
    await page.keyboard.type('h', { delay: 60 })
    await expect(day).toHaveValue('h')
    await page.keyboard.press('Tab')
    const priority = dialog.getByRole('combobox', { name: say.kanban.request.priority })
    await expect(priority).toBeFocused()
    await page.keyboard.type('t', { delay: 60 })
    await expect(priority).toHaveValue('HIGH')
    await page.waitForTimeout(1_100)
    await page.keyboard.type('r', { delay: 60 })
    await expect(priority).toHaveValue('LOW')
  })
  await test.step('keys of the page, a held key, and a press on a button', async () => {
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: say.buttons.discard }).press('Space')
    await expect(dialog).toBeHidden()
    await page.keyboard.type('n', { delay: 60 })
    await expect(dialog).toBeVisible()
    await notes.focus()
    await page.keyboard.down('a')
    for (let repeat = 0; repeat < 5; repeat += 1) await page.keyboard.down('a')
    await page.keyboard.up('a')
    await expect(notes).toHaveValue('aaaaaa')
  })
  expect(await answers()).toEqual([])
  expect(faults).toEqual([])
})

test('typing and scanning in turn: every key reaches its field, every scan its answer', async ({ browser }) => {
  const { page, wedge, faults, answers } = await openDesk(browser, 'Ratna Wijaya')
  await open(page, say.settings.title)
  const field = page.getByRole('textbox', { name: say.settings.search })
  await field.focus()
  for (const [at, word] of ['sa', 'tu', ' d', 'ua'].entries()) {
    await wedge.press(rolled(word, 20))
    await wedge.scan(`X-${at}-Y-Z`, { gap: 20, end: at % 2 === 0 ? 'Tab' : 'Enter', rest: 60 })
    await wedge.scan(`OHNE-ENDE-${at}`, { end: '' })
  }
  await expect.poll(async () => (await answers()).map(({ code }) => code)).toEqual([0, 1, 2, 3].flatMap(at => [`X-${at}-Y-Z`, `OHNE-ENDE-${at}`]))
  await expect(field).toHaveValue('satu dua')
  await expect(field).toBeFocused()
  expect(faults).toEqual([])
})

test('a grid keeps what is being typed into a cell while others are scanned, and goes to the row that is scanned', async ({ browser }) => {
  const { page, wedge, faults, answers } = await openDesk(browser, 'Bambang Prasetyo')
  await open(page, say.warehouse.count.title)
  await page.getByRole('main').getByRole('combobox').selectOption({ label: 'Rak Bordir — Bordir' })
  const grid = page.getByRole('grid')
  await grid.getByRole('gridcell').first().click()
  for (const code of ['KN-RF08-ORG', 'KN-RF08-HJL']) {
    await page.keyboard.type(code, { delay: 50 })
    await page.keyboard.press('Tab')
    await wedge.press([...rolled('12', 12), { key: 'Enter', after: 90 }])
  }
  const counted = (text: string) => grid.locator('[role=gridcell][data-column="2"]', { hasText: text })
  await expect(counted('12,00')).toHaveCount(2)
  await wedge.scan('kn-rf08-org')
  await expect(page.getByText(/^Baris 1 ·/)).toBeVisible()
  await wedge.press([{ key: '7', after: 100 }])
  for (let at = 0; at < 10; at += 1) await wedge.scan(`ASING-${at}`, { rest: at === 0 ? 60 : 0 })
  await wedge.press([{ key: '5', after: 100 }, { key: 'Enter', after: 60 }])
  await expect(counted('75,00')).toHaveCount(1)
  await expect.poll(async () => (await answers()).at(-1)).toEqual({ number: 11, code: 'ASING-9' })
  await expect(flash(page)).toContainText(say.scan.notInGrid)
  expect(faults).toEqual([])
})

test('what is typed before the host has answered a scan is for the row it leads to; after one that is not known it is for none', async ({ browser }) => {
  let delay = 0
  const { page, wedge, faults } = await openDesk(browser, 'Bambang Prasetyo', page => page.routeWebSocket(/\/ws$/, line => {
    const host = line.connectToServer()
    host.onMessage(message => void setTimeout(() => line.send(message), delay))
  }))
  await open(page, say.warehouse.count.title)
  await page.getByRole('main').getByRole('combobox').selectOption({ label: 'Rak Finishing — Finishing' })
  const grid = page.getByRole('grid')
  await grid.getByRole('gridcell').first().click()
  delay = 500
  for (const [code, quantity] of [['KN-MNK-CKM', '12'], ['KN-MNK-ORG', '34']] as const) {
    await wedge.scan(code, { rest: 100 })
    await wedge.press([...[...quantity].map(key => ({ key, after: 90 })), { key: 'Enter', after: 90 }])
    await expect(grid.getByRole('row', { name: new RegExp(code) }).locator('[data-column="2"]')).toContainText(`${quantity},00`)
  }
  await wedge.scan('TIDAK-ADA', { rest: 100 })
  await wedge.press([{ key: '9', after: 90 }, { key: '9', after: 90 }, { key: 'Enter', after: 90 }])
  await expect(page.getByText(say.scan.lost.replace('{{text}}', '99'))).toBeVisible()
  await expect(grid.locator('[data-column="2"]', { hasText: /\d/ })).toHaveText([/^12,00/, /^34,00/])
  delay = 0
  expect(faults).toEqual([])
})

test('an entry takes the item and the place that are scanned, a board its card, a list its search; each sounds as what it is', async ({ browser }) => {
  const { page, wedge, faults, tones } = await openDesk(browser, 'Bambang Prasetyo')
  const known = 1320
  await test.step('item and place, wherever the focus is', async () => {
    await open(page, say.warehouse.stock.title)
    await page.getByRole('button', { name: new RegExp(`^${say.warehouse.entry.receive}`) }).click()
    const dialog = page.getByRole('dialog', { name: say.warehouse.entry.receive })
    await dialog.getByLabel(say.warehouse.fields.note).focus()
    await wedge.scan('kn-rf03-krm')
    await expect(dialog.getByRole('combobox', { name: say.warehouse.fields.item })).toHaveValue(/KN-RF03-KRM/)
    await wedge.scan('WH-SEW')
    await expect(dialog.getByLabel(say.warehouse.entry.intoPlace).locator('option:checked')).toContainText('Rak Jahit')
    await expect(dialog.getByLabel(say.warehouse.fields.note)).toHaveValue('')
    await expect.poll(tones).toEqual([known, known])
    await wedge.scan('TIDAK-ADA')
    await expect(flash(page)).toContainText(say.scan.notHere)
    await expect.poll(tones).toEqual([known, known, 220, 165])
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: say.buttons.discard }).click()
  })
  await test.step('the board goes to the card', async () => {
    await open(page, say.kanban.board.title)
    const card = page.getByRole('group', { name: /^KAN-/ }).last()
    const [number = ''] = (await card.getAttribute('aria-label'))?.split(',') ?? []
    await wedge.scan(number)
    await expect(card).toBeFocused()
    await open(page, say.warehouse.stock.title)
    await expect(title(page, say.warehouse.stock.title)).toBeVisible()
    await wedge.scan(number)
    await expect(page.getByRole('dialog').filter({ hasText: number })).toBeVisible()
    await page.keyboard.press('Escape')
  })
  await test.step('a list searches for what is scanned while its search box has the focus', async () => {
    await open(page, say.warehouse.moves.title)
    const box = page.getByPlaceholder(say.table.search)
    await box.fill('kain')
    await wedge.scan('KN-RF03-ABU')
    await expect(box).toHaveValue('KN-RF03-ABU')
  })
  await test.step('a code is typed where it cannot be scanned', async () => {
    await page.keyboard.press('F9')
    await page.getByRole('dialog', { name: say.scan.field.title }).getByLabel(say.scan.field.label).fill('KN-RF03-KRM')
    await page.keyboard.press('Enter')
    await expect(title(page, 'Kain rasfur 3 mm krem')).toBeVisible()
  })
  await test.step('what is shown is readable to all', async () => {
    await wedge.scan('TIDAK-ADA')
    await expect(flash(page)).toContainText(say.scan.unknown)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
  })
  expect(faults).toEqual([])
})

test('scans wait while the host is away, and are answered in order when it is back', async ({ browser }) => {
  let isAway = false
  const lines = new Set<WebSocketRoute>()
  const { page, wedge, answers } = await openDesk(browser, 'Bambang Prasetyo', page => page.routeWebSocket(/\/ws$/, line => {
    if (isAway) return line.close()
    lines.add(line)
    line.connectToServer()
  }))
  await open(page, say.masters.units.title)
  await expect(page.getByRole('grid')).toBeVisible()
  isAway = true
  await Promise.all([...lines].map(line => line.close()))
  await expect(page.getByText(/Terputus sejak/)).toBeVisible()
  const codes = ['KN-RF03-KRM', 'TIDAK-ADA', 'KN-RF03-ABU']
  for (const code of codes) await wedge.scan(code)
  await expect(flash(page)).toContainText(say.scan.waits)
  await expect(page.getByRole('contentinfo')).toContainText('3 pindaian menunggu')
  expect(await answers()).toEqual([])
  isAway = false
  await expect.poll(async () => (await answers()).map(({ code }) => code), { timeout: 60_000 }).toEqual(codes)
  await expect(title(page, 'Kain rasfur 3 mm abu-abu')).toBeVisible()
})

test('a factory may set its scanners to a first key; then nothing typed is held, and speed alone makes no scan', async ({ browser }) => {
  const token = await login(host.url, 'admin', 'Lantai#2026', 'desk-of-the-test')
  const set = (key: string, value: unknown) => post(host.url, 'settings.changeSetting', { key, value }, { authorization: `Bearer ${token}` })
  await set('scan.mode', 'prefix')
  await set('scan.prefix', 'F8')
  const { page, wedge, answers, faults } = await openDesk(browser, 'Ratna Wijaya')
  await open(page, say.settings.title)
  const field = page.getByRole('textbox', { name: say.settings.search })
  await field.focus()
  await wedge.press(rolled('pindai', 4))
  await expect(field).toHaveValue('pindai')
  await wedge.press([{ key: 'F8', after: 300 }, ...rolled('KN-RF03-KRM', 5, 5), { key: 'Enter', after: 5 }])
  await expect.poll(async () => (await answers()).map(({ code }) => code)).toEqual(['KN-RF03-KRM'])
  await set('scan.mode', 'off')
  await expect(title(page, 'Kain rasfur 3 mm krem')).toBeVisible()
  await open(page, say.settings.title)
  await page.getByRole('tab', { name: new RegExp(`^${say.scan.title}`) }).click()
  await expect(page.getByText(say.scan.settings.mode.choices.off)).toBeVisible()
  await field.focus()
  await wedge.scan('KN-RF03-KRM')
  await expect(field).toHaveValue('KN-RF03-KRM')
  await set('scan.mode', 'speed')
  expect(faults).toEqual([])
})
