import { expect, test, type Page } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { addDays } from '../../shared/core/dates.ts'
import { factoryToday } from '../support/factory-day.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { login, post, startHostProcess, type HostProcess } from '../support/host-process.ts'

/** The words on the screen, as a clerk reads them. */
const say = texts.id
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

async function open(page: Page, person: RegExp, path: string): Promise<void> {
  await page.goto(host.url)
  await page.getByRole('button', { name: person }).click()
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.goto(host.url + path)
}

test('a red alert moves nothing under the pointer, and a press that was on its way reaches what it was meant for', async ({ page }) => {
  // Upright the banner takes the whole width, the account's button with it.
  await page.setViewportSize({ width: 800, height: 1280 })
  await open(page, /Bambang Prasetyo/, '/warehouse/stock')
  const receive = page.getByRole('main').getByRole('button', { name: new RegExp(`^${say.warehouse.acts.receive}`) })
  const account = page.getByRole('button', { name: /Bambang Prasetyo/ })
  await expect(receive).toBeVisible()
  const before = await receive.boundingBox()
  const { x = 0, y = 0 } = (await account.boundingBox()) ?? {}

  const ask = await requester()
  await ask()
  const alert = page.getByRole('alert', { name: say.notifications.alert.title })
  await alert.waitFor()
  // Straight through the banner.
  await page.mouse.click(x + 10, y + 10)
  await expect(page.getByRole('menuitem', { name: say.frame.signOut })).toBeVisible()
  await page.keyboard.press('Escape')
  expect(await receive.boundingBox()).toEqual(before)

  await ask()
  await expect(page.getByRole('button', { name: say.notifications.alert.more_other.replace('{{count}}', '1') })).toBeVisible()
  await alert.getByRole('button', { name: say.notifications.alert.acknowledge, exact: true }).click()
  await expect(page.getByRole('button', { name: say.notifications.alert.more_other.replace('{{count}}', '1') })).toBeHidden()
  await alert.getByRole('button', { name: say.notifications.alert.acknowledge, exact: true }).click()
  await expect(alert).toBeHidden()
  expect(await receive.boundingBox()).toEqual(before)
})

/** Asks for cartons urgently, as the clerk of the sewing section. */
async function requester(): Promise<() => Promise<void>> {
  const headers = { authorization: `Bearer ${await login(host.url, 'jahit', 'Lantai#2026', 'manners')}`, 'desk-id': 'manners' }
  const call = async (name: string, input: object) => {
    const reply = await post(host.url, name, input, headers)
    if (!reply.ok) throw new Error(`${name}: ${reply.code}`)
    return reply.value
  }
  const [board] = (await call('kanban.listBoards', {})) as { sectionId: string }[]
  const { rows: [item] } = (await call('masters.listItems', { search: 'KM-KT-C' })) as { rows: { id: string }[] }
  const neededBy = addDays(factoryToday(), 1)
  return async () => void (await call('kanban.createCard', { sectionId: board!.sectionId, itemId: item!.id, quantity: '5', priority: 'URGENT', neededBy }))
}

test('a list goes to paper whole: every row of the page, its heading, and no buttons', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await open(page, /Bambang Prasetyo/, '/masters/items')
  await expect(page.getByRole('row').filter({ hasText: 'AK-GNT' }).first()).toBeVisible()
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  const table = page.getByRole('table', { name: say.masters.items.title })
  await expect(table.getByRole('row')).toHaveCount(51)
  await expect(table.getByRole('columnheader', { name: say.fields.code })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(say.masters.items.title)
  for (const screenOnly of [page.getByRole('navigation').first(), page.getByRole('contentinfo'), page.getByPlaceholder(say.table.search), page.getByRole('button', { name: say.table.columns })]) await expect(screenOnly).toBeHidden()
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'light')
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark')
  await expect(table).toHaveCount(0)
})

test('a photo is seen in the list of attachments, larger when pressed, and fetched from there', async ({ page }) => {
  await open(page, /Bambang Prasetyo/, '/masters/items')
  await page.getByRole('row').filter({ hasText: 'AK-GNT' }).first().dblclick()
  const drawer = page.getByRole('dialog')
  await drawer.locator('input[type=file]').setInputFiles([
    { name: 'kancing.png', mimeType: 'image/png', buffer: await pngFrom(page) },
    { name: 'gambar kerja.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4') },
  ])
  const small = drawer.getByRole('list', { name: say.attachments.title }).locator('img')
  await expect(small).toHaveCount(1)
  await expect.poll(() => small.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(960)
  await expect(drawer.getByRole('button', { name: 'Unduh gambar kerja.pdf' })).toBeVisible()

  await drawer.getByRole('button', { name: 'Lihat kancing.png' }).click()
  const large = page.getByRole('dialog', { name: 'kancing.png' })
  await expect(large.getByRole('img', { name: 'kancing.png' })).toBeVisible()
  const downloading = page.waitForEvent('download')
  await large.getByRole('button', { name: say.buttons.download }).click()
  expect((await downloading).suggestedFilename()).toBe('kancing.png')
  await page.keyboard.press('Escape')
  await expect(large).toBeHidden()
  await expect(drawer).toBeVisible()
})

/** A picture larger than a preview, drawn by the browser itself. */
async function pngFrom(page: Page): Promise<Buffer> {
  const base64 = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 1600, height: 900 })
    const paper = canvas.getContext('2d')!
    paper.fillStyle = '#d8772f'
    paper.fillRect(100, 100, 900, 500)
    return canvas.toDataURL('image/png').split(',')[1]!
  })
  return Buffer.from(base64, 'base64')
}
