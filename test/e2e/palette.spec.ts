import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { startHostProcess, type HostProcess } from '../support/host-process.ts'

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

interface Desk { readonly page: Page; readonly faults: readonly string[] }

async function openDesk(browser: Browser, person: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Desk> {
  const page = await (await browser.newContext(options)).newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  await page.goto(host.url)
  await page.getByRole('button', { name: new RegExp(person) }).click()
  await expect(page.getByRole('button', { name: texts.id.search.title })).toBeVisible({ timeout: 60_000 })
  return { page, faults }
}

const palette = (page: Page) => page.getByRole('dialog', { name: /^(Cari dan perintah|Search and commands)$/ })
const title = (page: Page, name: string | RegExp) => page.getByRole('heading', { level: 1, name })
const selected = (page: Page) => palette(page).getByRole('option', { selected: true })

/** Slowly enough to be a person; resolves when the host's findings for this text are there. */
async function look(page: Page, text: string): Promise<Locator> {
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('combobox')).toBeFocused()
  await page.keyboard.type(text, { delay: 50 })
  await expect(palette(page).getByRole('status')).toHaveText(/\d|“/)
  return palette(page)
}

for (const language of ['id', 'en'] as const) {
  const say = texts[language]
  test(`by keys alone: a screen, an item, a card, a command, a report, what was used last (${language})`, async ({ browser }) => {
    // The language is kept for the person: one each.
    const { page, faults } = await openDesk(browser, language === 'id' ? 'Bambang Prasetyo' : 'Dewi Anggraini')
    if (language === 'en') await page.getByRole('button', { name: 'English' }).click()

    await test.step('a screen', async () => {
      const dialog = await look(page, say.warehouse.moves.title.slice(0, -2))
      await expect(dialog.getByRole('group', { name: say.search.groups.screens })).toBeVisible()
      await expect(selected(page)).toContainText(say.warehouse.moves.title)
      await page.keyboard.press('Enter')
      await expect(title(page, say.warehouse.moves.title)).toBeVisible()
      await expect(dialog).toBeHidden()
    })
    await test.step('an item, by its code, typed blindly', async () => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('kn-rf03-abu', { delay: 45 })
      await page.keyboard.press('Enter')
      await expect(title(page, 'Kain rasfur 3 mm abu-abu')).toBeVisible()
    })
    await test.step('an item, by its words, with the arrows', async () => {
      const dialog = await look(page, 'benang putih')
      await expect(dialog.getByRole('group', { name: say.search.kinds.item })).toBeVisible()
      const first = await selected(page).innerText()
      await page.keyboard.press('ArrowDown')
      expect(await selected(page).innerText()).not.toBe(first)
      await page.keyboard.press('ArrowUp')
      expect(await selected(page).innerText()).toBe(first)
      await page.keyboard.press('Enter')
      await expect(title(page, /Benang .*putih/)).toBeVisible()
    })
    await test.step('a card, by a piece of its number', async () => {
      await look(page, 'kan-')
      await expect(selected(page)).toContainText(/KAN-\d{8}-\d{4}/)
      const [number = ''] = /KAN-\d{8}-\d{4}/.exec(await selected(page).innerText()) ?? []
      await page.keyboard.press('Control+a')
      await page.keyboard.type(number.slice(8), { delay: 45 })
      await expect(selected(page)).toContainText(number)
      await page.keyboard.press('Enter')
      await expect(palette(page)).toBeHidden()
      await expect(page.getByRole('dialog').filter({ hasText: number })).toBeVisible()
      await page.keyboard.press('Escape')
    })
    await test.step('a command of a module opens its form', async () => {
      await look(page, say.warehouse.entry.transfer)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog', { name: say.warehouse.entry.transfer })).toBeVisible()
      await page.keyboard.press('Escape')
      expect(new URL(page.url()).search).toBe('')
    })
    await test.step('a report', async () => {
      await look(page, say.reports.inventory.title)
      await page.keyboard.press('Enter')
      await expect(title(page, say.reports.inventory.title)).toBeVisible()
    })
    await test.step('a command of the desk', async () => {
      await look(page, say.frame.keys)
      await page.keyboard.press('Enter')
      await expect(page.getByRole('dialog', { name: say.keys.title })).toBeVisible()
      await page.keyboard.press('Escape')
    })
    await test.step('what was used last stands first, the record by its name, and is opened in a new window by Ctrl+Enter', async () => {
      // At rest where the list will stand, which is no choice.
      await page.mouse.move(683, 330)
      await page.keyboard.press('Control+k')
      const recent = palette(page).getByRole('group', { name: say.search.groups.recent })
      await expect(recent.getByRole('option')).toHaveCount(7)
      await expect(recent.getByRole('option').first()).toContainText(say.frame.keys)
      await page.keyboard.press('ArrowDown')
      await expect(selected(page)).toContainText(say.reports.inventory.title)
      const [opened] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Control+Enter')])
      await expect(title(opened, say.reports.inventory.title)).toBeVisible()
      await opened.close()
    })
    await test.step('nothing found says so, and Esc leaves', async () => {
      const dialog = await look(page, 'zzzq')
      await expect(dialog.getByRole('heading', { name: say.search.nothing.replace('{{text}}', 'zzzq') }).or(dialog.getByText(say.search.nothingHint))).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(dialog).toBeHidden()
    })
    await test.step('axe finds nothing serious', async () => {
      await look(page, 'kain')
      const { violations } = await new AxeBuilder({ page }).analyze()
      expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
    })
    expect(faults).toEqual([])
  })
}

const say = texts.id

test('nobody is shown what they may not open', async ({ browser }) => {
  const { page, faults } = await openDesk(browser, 'Sri Lestari')
  await page.keyboard.press('Control+k')
  await expect(palette(page).getByRole('option').first()).toBeVisible()
  // Behind its name a line says where it stands in the navigation.
  const lines = (await palette(page).getByRole('option').allInnerTexts()).map(line => line.split('\n')[0]).join('\n')
  for (const name of [say.kanban.board.title, say.kanban.request.title, say.warehouse.entry.consume]) expect(lines).toContain(name)
  for (const name of [say.identity.users.title, say.settings.title, say.imports.history.title, say.kanban.boards.title, say.masters.items.add, say.identity.users.add, say.warehouse.entry.adjust, 'Impor']) {
    expect(lines).not.toContain(name)
  }
  await page.keyboard.press('Escape')
  for (const text of ['Ratna', 'Bambang', 'pengguna', 'pengaturan']) {
    const dialog = await look(page, text)
    await expect(dialog.getByRole('option')).toHaveCount(0)
    await page.keyboard.press('Escape')
  }
  // The number of another section's card, which the admin sees.
  const admin = await openDesk(browser, 'Ratna Wijaya')
  await look(admin.page, 'kan-')
  const all = await palette(admin.page).getByRole('option').allInnerTexts()
  const foreign = all.find(line => line.includes('KAN-') && !line.includes('Jahit'))
  const [number = ''] = /KAN-\d{8}-\d{4}/.exec(foreign ?? '') ?? []
  expect(number).not.toBe('')
  const dialog = await look(page, number)
  await expect(dialog.getByRole('option')).toHaveCount(0)
  expect([...faults, ...admin.faults]).toEqual([])
})

test('the answer to an earlier text is never shown for a later one', async ({ browser }) => {
  const { page } = await openDesk(browser, 'Bambang Prasetyo', {})
  await look(page, 'benang')
  await expect(selected(page)).toContainText(/benang/i)
  await page.context().setOffline(true)
  // Whatever stands there from now on must fit what stands in the field, before the host has said anything.
  for (const letter of ' kuning') {
    await page.keyboard.type(letter, { delay: 40 })
    const { typed, shown } = await palette(page).evaluate(dialog => ({
      typed: dialog.querySelector('input')?.value ?? '', shown: [...dialog.querySelectorAll<HTMLElement>('[role=option]')].map(option => option.innerText),
    }))
    expect(shown.filter(line => !typed.trim().split(' ').every(word => line.toLowerCase().includes(word)))).toEqual([])
  }
  await expect(palette(page).getByRole('combobox')).toHaveValue('benang kuning')
})

test('an open form is kept: what is chosen over it opens in a new window', async ({ browser }) => {
  const { page } = await openDesk(browser, 'Bambang Prasetyo')
  await look(page, say.kanban.request.title)
  await page.keyboard.press('Enter')
  const form = page.getByRole('dialog', { name: say.kanban.request.title })
  await form.getByLabel(say.kanban.request.notes).fill('jangan hilang')
  await look(page, say.warehouse.stock.title)
  await expect(palette(page)).toContainText(say.search.formOpen)
  const [opened] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Enter')])
  await expect(title(opened, say.warehouse.stock.title)).toBeVisible()
  await expect(form.getByLabel(say.kanban.request.notes)).toHaveValue('jangan hilang')
})

test('every kind of finding leads to a page that shows it, and every command to what it promises', async ({ browser }) => {
  const { page, faults } = await openDesk(browser, 'Ratna Wijaya')
  const findings = [
    ['WH-SEW', 'dialog', 'Rak Jahit'], ['SEW', 'dialog', 'SEW'], ['Kilogram', 'dialog', 'Kilogram'], ['#1', 'dialog', say.warehouse.moves.one.replace('{{seq}}', '1')], ['manajer', 'row', 'manajer'],
  ] as const
  for (const [text, role, expected] of findings) {
    await look(page, text)
    await page.keyboard.press('Enter')
    await expect(page.getByRole(role).filter({ hasText: expected }).first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  const commands = [say.masters.items.add, say.masters.locations.add, say.masters.sections.add, say.masters.units.add, say.identity.users.add, say.kanban.rules.add, say.kanban.boards.add, say.warehouse.entry.receive, say.warehouse.entry.adjust]
  for (const command of commands) {
    await look(page, command)
    await expect(selected(page)).toContainText(command)
    await page.keyboard.press('Enter')
    await expect(palette(page)).toBeHidden()
    await expect(page.getByRole('dialog').first()).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await look(page, 'impor lokasi')
  await page.keyboard.press('Enter')
  await expect(title(page, /Impor.*[Ll]okasi/)).toBeVisible()
  expect(faults).toEqual([])
})

test('by touch: the button of the top bar, a line, the sound and the scanner of this desk', async ({ browser }) => {
  const { page } = await openDesk(browser, 'Sri Lestari', { viewport: { width: 800, height: 1280 }, hasTouch: true })
  const button = page.getByRole('button', { name: say.search.title })
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(56)
  await button.tap()
  await palette(page).getByRole('combobox').fill('bunyi')
  const line = palette(page).getByRole('option', { name: say.scan.desk.menu })
  expect((await line.boundingBox())?.height).toBeGreaterThanOrEqual(56)
  await line.tap()
  const dialog = page.getByRole('dialog', { name: say.scan.desk.title })
  await expect(dialog.getByRole('slider', { name: say.scan.desk.volume })).toBeVisible()
  await dialog.getByRole('combobox', { name: say.scan.desk.mode }).selectOption('off')
  await expect(dialog.getByText(say.scan.desk.test)).toBeHidden()
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
})
