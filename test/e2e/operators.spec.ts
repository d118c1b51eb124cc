import { expect, test, type Browser, type BrowserContextOptions, type Page } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { login, post, startHostProcess, type HostProcess } from '../support/host-process.ts'
import { plugIn } from '../support/wedge.ts'

/** The words on the screen, as an operator reads them. */
const say = texts.id
const { door } = say.operators
const pin = '2580'
const badges = { joko: 'LTB-26004417', yuni: 'LTB-26004423' }

let folder: string
let host: HostProcess
let admin: Record<string, string>

test.beforeAll(async () => {
  folder = temporaryFolder()
  host = await startHostProcess(folder, { from: 'built', args: ['--demo'] })
  admin = { 'authorization': `Bearer ${await login(host.url, 'admin', 'Lantai#2026', 'desk-admin')}`, 'desk-id': 'desk-admin' }
})
test.afterAll(async () => {
  expect(await host.stop()).toBe(0)
  removeFolder(folder)
})

async function call(name: string, input: object): Promise<void> {
  const reply = await post(host.url, name, input, admin)
  if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
}

/** A browser at a desk of that id, which people share. */
async function sharedDesk(browser: Browser, id: string, options: BrowserContextOptions = {}): Promise<Page> {
  await call('desks.nameDesk', { id, name: `Tablet ${id}`, place: 'Gudang', isShared: true })
  const page = await (await browser.newContext(options)).newPage()
  await page.addInitScript(desk => localStorage.setItem('lantai.desk', desk), id)
  await page.goto(host.url)
  await expect(page.getByRole('heading', { name: door.title })).toBeVisible()
  return page
}

const onDuty = (page: Page, name: string) => expect(page.getByRole('contentinfo').getByText(name)).toBeVisible()
const choose = (page: Page, name: string) => page.getByRole('button', { name: new RegExp(name) }).click()

async function enterByKeys(page: Page, name: string, digits = pin): Promise<void> {
  await choose(page, name)
  await expect(page.getByRole('heading', { name: door.pinFor.replace('{{name}}', name) })).toBeVisible()
  await page.keyboard.type(digits, { delay: 60 })
  await page.keyboard.press('Enter')
}

test('an operator comes in by PIN on the keys, and F8 asks the next one who is on duty', async ({ browser }) => {
  const page = await sharedDesk(browser, 'desk-e2e-keys')
  await expect(page.getByText('Tablet desk-e2e-keys · Gudang')).toBeVisible()
  await enterByKeys(page, 'Joko Susilo')
  await onDuty(page, 'Joko Susilo')
  // The page first has to hear that people share this desk.
  await expect(async () => {
    await page.keyboard.press('F8')
    await expect(page.getByRole('heading', { name: door.title })).toBeVisible({ timeout: 1000 })
  }).toPass()
  await enterByKeys(page, 'Yuni Kartika')
  await onDuty(page, 'Yuni Kartika')
  await expect(page.getByText('Joko Susilo')).toHaveCount(0)
})

test('IA-1 by touch a wrong PIN is told, five lock the person at this desk, and others still come in', async ({ browser }) => {
  const page = await sharedDesk(browser, 'desk-e2e-touch', { viewport: { width: 800, height: 1280 }, hasTouch: true })
  const tap = (name: string) => page.getByRole('button', { name, exact: true }).tap()
  const digit = (one: string) => door.digit.replace('{{digit}}', one)
  const enter = page.getByRole('button', { name: door.enter, exact: true })
  await page.getByRole('button', { name: /Joko Susilo/ }).tap()
  await tap(digit('9'))
  await tap(digit('1'))
  await tap(door.erase)
  await expect(page.getByRole('status', { name: door.typed_one.replace('{{count}}', '1') })).toBeVisible()
  await expect(enter).toBeDisabled()
  for (let wrong = 0; wrong < 5; wrong += 1) {
    for (const one of wrong === 0 ? ['9', '9', '9'] : ['9', '9', '9', '9']) await tap(digit(one))
    await enter.tap()
    if (wrong < 4) await expect(page.getByRole('alert')).toContainText(say.errors['pin-wrong'])
    await expect(page.getByRole('button', { name: digit('9') })).toBeEnabled()
  }
  await expect(page.getByRole('alert')).toContainText('dikunci sampai')
  for (const one of pin) await tap(digit(one))
  await enter.tap()
  await expect(page.getByRole('alert')).toContainText('dikunci sampai')
  await tap(door.back)
  await expect(page.getByRole('alert')).toHaveCount(0)
  await page.getByRole('button', { name: /Yuni Kartika/ }).tap()
  for (const one of pin) await tap(digit(one))
  await enter.tap()
  await onDuty(page, 'Yuni Kartika')
})

test('a badge opens the door, changes the person on any page, and is told when nobody has it', async ({ browser }) => {
  const page = await sharedDesk(browser, 'desk-e2e-badge')
  const wedge = await plugIn(page)
  await wedge.scan('LTB-00000000')
  await expect(page.getByRole('alert')).toContainText(say.errors['badge-unknown'])
  await wedge.scan(badges.joko)
  await onDuty(page, 'Joko Susilo')
  await page.goto(`${host.url}/warehouse/stock`)
  await expect(page.getByRole('grid')).toBeVisible()
  await wedge.scan(badges.yuni, { rest: 300 })
  await onDuty(page, 'Yuni Kartika')
})

test('a form that somebody else’s badge interrupts is kept for whoever filled it, and a password never', async ({ browser }) => {
  const page = await sharedDesk(browser, 'desk-e2e-form')
  const wedge = await plugIn(page)
  await enterByKeys(page, 'Yuni Kartika')
  await onDuty(page, 'Yuni Kartika')
  await page.goto(`${host.url}/kanban/board?begin=request`)
  const form = page.getByRole('dialog')
  await form.getByLabel(say.kanban.request.notes).pressSequentially('Untuk pesanan EU', { delay: 50 })
  await wedge.scan(badges.joko, { rest: 300 })
  await onDuty(page, 'Joko Susilo')
  await expect(page.getByText('Untuk pesanan EU')).toHaveCount(0)

  await page.goto(`${host.url}/profile`)
  await page.getByRole('button', { name: say.operators.own.change }).click()
  await page.getByLabel(say.operators.own.current).pressSequentially('Lantai#2026', { delay: 50 })
  await page.getByLabel(say.operators.pin).pressSequentially('7391', { delay: 50 })
  // What is typed into a password field stays there: a scanner is heard beside it.
  await page.getByRole('dialog').getByRole('button', { name: say.buttons.cancel }).focus()
  await wedge.scan(badges.yuni, { rest: 300 })
  await onDuty(page, 'Yuni Kartika')
  const kept = await page.evaluate(() => JSON.stringify(localStorage))
  expect(kept).toContain('Untuk pesanan EU')
  expect(kept).not.toMatch(/Lantai#2026|7391/)

  await page.getByRole('button', { name: say.form.draft.open }).click()
  await page.goto(`${host.url}/kanban/board?begin=request`)
  await expect(form.getByLabel(say.kanban.request.notes)).toHaveValue('')
  await form.getByRole('button', { name: say.form.draft.use }).click()
  await expect(form.getByLabel(say.kanban.request.notes)).toHaveValue('Untuk pesanan EU')
  await page.keyboard.press('Escape')
  await page.getByRole('alertdialog').getByRole('button', { name: say.buttons.discard }).click()
  await page.goto(`${host.url}/kanban/board?begin=request`)
  await expect(form).toBeVisible()
  await expect(form.getByRole('button', { name: say.form.draft.use })).toHaveCount(0)
})

test('an API key is made, shown once, copied and works; revoked it is refused at once', async ({ browser }) => {
  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] })
  const page = await context.newPage()
  await page.goto(host.url)
  await page.getByRole('button', { name: /Ratna Wijaya/ }).click()
  await onDuty(page, 'Ratna Wijaya')
  await page.goto(`${host.url}/programs`)
  await page.getByRole('button', { name: say.programs.add }).click()
  const form = page.getByRole('dialog', { name: say.programs.form.title })
  await form.getByLabel(say.programs.form.name).pressSequentially('Timbangan 2', { delay: 50 })
  await form.getByRole('button', { name: say.programs.form.save }).click()
  await expect(form.getByText(say.programs.form.chooseOne)).toBeVisible()
  await form.getByRole('group', { name: say.permissionModules.warehouse }).getByLabel(say.actions.view).check()
  await form.getByRole('button', { name: say.programs.form.save }).click()

  const made = page.getByRole('dialog', { name: say.programs.made.title.replace('{{name}}', 'Timbangan 2') })
  const key = await made.getByLabel(say.programs.made.key, { exact: true }).innerText()
  expect(key).toMatch(/^lantai_/)
  await made.getByRole('button', { name: say.programs.made.copy }).click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(key)
  await page.keyboard.press('Escape')
  await made.getByRole('button', { name: say.programs.made.done }).click()
  await expect(page.getByText(key)).toHaveCount(0)
  const ask = () => post(host.url, 'warehouse.listStock', {}, { authorization: `Bearer ${key}` })
  expect(await ask()).toMatchObject({ ok: true })

  await page.getByRole('gridcell', { name: 'Timbangan 2' }).dblclick()
  await page.getByRole('dialog').getByRole('button', { name: say.programs.revoke }).click()
  await page.getByRole('alertdialog').getByRole('button', { name: say.programs.revoke }).click()
  await expect(page.getByText(say.programs.revoked.replace('{{name}}', 'Timbangan 2'))).toBeVisible()
  expect(await ask()).toMatchObject({ ok: false, code: 'key-invalid' })
})
