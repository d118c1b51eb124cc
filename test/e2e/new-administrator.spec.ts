import { readFile } from 'node:fs/promises'
import { expect, test, type Page } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { login, post, startHostProcess, type HostProcess } from '../support/host-process.ts'

/** The words on the screen, as a clerk reads them. */
const say = texts.id
const factory = 'Boneka Jaya Abadi'
const password = 'Pabrik#2026'
let folder: string
let host: HostProcess

test.beforeAll(async () => {
  folder = temporaryFolder()
  host = await startHostProcess(folder, { from: 'built' })
})
test.afterAll(async () => {
  expect(await host.stop()).toBe(0)
  removeFolder(folder)
})

const open = (page: Page, title: string) => page.getByRole('navigation', { name: say.frame.navigation }).getByRole('link', { name: title, exact: true }).click()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const fill = (text: string, params: Readonly<Record<string, string>>) => Object.entries(params).reduce((filled, [name, value]) => filled.replace(`{{${name}}}`, value), text)

async function ask(token: string, name: string, input: object): Promise<unknown> {
  const reply = await post(host.url, name, input, { authorization: `Bearer ${token}` })
  if (!reply.ok) throw new Error(`${name}: ${reply.code}`)
  return reply.value
}
interface Item { readonly id: string; readonly version: number; readonly code: string; readonly minimumStock: string }
const itemOf = async (token: string) => ((await ask(token, 'masters.listItems', { search: 'KN-001' })) as { rows: Item[] }).rows[0]

test('a new administrator sets the factory up, fills it, goes back to a backup, sees who changed what, and lets people practise', async ({ page, browser }) => {

  await test.step('three questions, and the factory is there', async () => {
    await page.goto(host.url)
    await page.getByRole('textbox', { name: say.identity.firstRun.factoryName }).fill(factory)
    await press(page, say.identity.firstRun.next)
    await page.getByLabel(say.fields.fullName).pressSequentially('Ratna Wijaya')
    // What is proposed stands there before its field is entered, so that typing replaces it.
    await page.keyboard.press('Tab')
    await expect(page.getByLabel(say.fields.username)).toHaveValue('ratna')
    await page.keyboard.type('ratna')
    await expect(page.getByLabel(say.fields.username)).toHaveValue('ratna')
    await press(page, say.identity.firstRun.next)
    await page.getByLabel(say.fields.password, { exact: true }).fill(password)
    await press(page, say.identity.firstRun.finish)
    await expect(page.getByRole('navigation', { name: say.frame.navigation })).toBeVisible()
    await expect(page).toHaveTitle(new RegExp(say.imports.progress.title))
  })

  await test.step('the head of the documents is filled in', async () => {
    await open(page, say.settings.title)
    await press(page, say.settings.site.edit)
    const dialog = page.getByRole('dialog', { name: say.settings.site.edit })
    await dialog.getByLabel(say.settings.site.address).fill('Jl. Industri 8, Cikarang')
    await dialog.getByRole('button', { name: say.buttons.save }).click()
    await expect(page.getByText('Jl. Industri 8, Cikarang')).toBeVisible()
  })

  await test.step('somebody for the warehouse gets an account', async () => {
    await open(page, say.identity.users.title)
    await press(page, say.identity.users.add)
    const drawer = page.getByRole('dialog', { name: say.identity.users.add })
    await drawer.getByLabel(say.fields.fullName).fill('Budi Santoso')
    await drawer.getByLabel(say.fields.username).fill('budi')
    await drawer.getByLabel(say.fields.roleId).selectOption({ label: 'Warehouse Admin' })
    await drawer.getByLabel(say.identity.users.firstPassword).fill('Pertama#2026')
    await drawer.getByRole('button', { name: say.buttons.save }).click()
    await expect(page.getByText(fill(say.identity.users.created, { name: 'Budi Santoso' }))).toBeVisible()
  })
  let budi = await login(host.url, 'budi', 'Pertama#2026', 'desk-budi')
  await ask(budi, 'identity.changePassword', { current: 'Pertama#2026', next: password })

  await test.step('items come in by the template, filled in', async () => {
    await page.goto(`${host.url}/imports/new?target=items`)
    const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: say.imports.start.csv }).click()])
    const template = (await readFile(await download.path())).toString()
    const values: Readonly<Record<string, string>> = { Kode: 'KN-001', Nama: 'Kain rasfur krem', Jenis: say.masters.itemKinds.RAW_MATERIAL, Satuan: 'Meter', 'Stok minimum': '10' }
    const headings = template.replace('\uFEFF', '').trim().split(';')
    const row = headings.map(heading => values[heading.replace(' *', '')] ?? '').join(';')
    await page.locator('input[type=file]').setInputFiles({ name: 'barang.csv', mimeType: 'text/csv', buffer: Buffer.from(`${headings.join(';')}\r\n${row}\r\n`) })
    await press(page, say.imports.check)
    await page.getByRole('button', { name: fill(say.imports.batch.apply_one, { shown: '1' }), exact: true }).click()
    await expect(page.getByText(fill(say.imports.batch.applied_one, { shown: '1' }))).toBeVisible()
    expect(await itemOf(budi)).toMatchObject({ code: 'KN-001', minimumStock: '10' })
  })

  await test.step('a backup, a mistake, and back to the backup', async () => {
    await open(page, say.dataCare.title)
    await page.getByRole('button', { name: say.dataCare.backUpNow }).first().click()
    await expect(page.getByRole('button', { name: say.dataCare.restore }).first()).toBeVisible()
    const { id, version } = (await itemOf(budi))!
    await ask(budi, 'masters.updateItem', { id, version, minimumStock: '9999' })
    await page.getByRole('button', { name: say.dataCare.restore }).first().click()
    await press(page, say.dataCare.report.continue)
    await page.getByLabel(say.dataCare.report.password).fill(password)
    await page.getByLabel(fill(say.dataCare.report.factory, { name: factory })).fill(factory)
    await press(page, say.dataCare.report.confirm)
    // Everybody signs in again, the administrator over the screens that were open.
    const again = page.getByRole('dialog', { name: say.identity.login.ended })
    await again.getByLabel(say.fields.password, { exact: true }).fill(password, { timeout: 45_000 })
    await again.getByRole('button', { name: say.identity.login.submit, exact: true }).click()
    await expect(again).toBeHidden()
    budi = await login(host.url, 'budi', password, 'desk-budi')
    expect((await itemOf(budi))?.minimumStock).toBe('10')
    await expect(page.getByText(say.status.online, { exact: true })).toBeVisible({ timeout: 60_000 })
  })

  await test.step('who changed the minimum?', async () => {
    const { id, version } = (await itemOf(budi))!
    await ask(budi, 'masters.updateItem', { id, version, minimumStock: '75' })
    await page.goto(`${host.url}/audit`)
    const entry = page.getByRole('row').filter({ hasText: 'Budi Santoso' }).filter({ hasText: 'KN-001' }).first()
    await expect(entry).toContainText('75')
  })

  await test.step('Budi practises: what he does there changes nothing here', async () => {
    const desk = await (await browser.newContext({ timezoneId: 'Asia/Jakarta' })).newPage()
    await desk.goto(host.url)
    await desk.getByRole('switch', { name: new RegExp(say.training.login.choose) }).check()
    await desk.getByLabel(say.fields.username).fill('budi')
    await desk.getByLabel(say.fields.password, { exact: true }).fill(password)
    await press(desk, say.training.login.submit)
    await expect(desk.getByRole('region', { name: say.training.title })).toContainText(say.training.banner.word, { timeout: 60_000 })
    await expect(desk).toHaveTitle(new RegExp(`${say.training.banner.tab} ·`))
    const token = await desk.evaluate(() => sessionStorage.getItem('lantai.token') ?? '')
    const { id, version } = (await itemOf(token))!
    await ask(token, 'masters.updateItem', { id, version, minimumStock: '3' })
    await desk.goto(`${host.url}/masters/items`)
    await expect(desk.getByRole('region', { name: say.training.title })).toBeVisible()
    expect((await itemOf(budi))?.minimumStock).toBe('75')
    await open(page, say.training.title)
    await expect(page.getByText(say.training.drills.sound)).toBeVisible()
    await desk.context().close()
  })
})
