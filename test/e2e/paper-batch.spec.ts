import { expect, test } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { openDemoFactory } from '../support/demo-factory.ts'
import { plugIn } from '../support/wedge.ts'

/** Days written on paper: copied by keys, with a photo, and let through by two people at their own desks. */
const say = texts.id.production.paper
const photo = { name: 'kertas.png', mimeType: 'image/png', buffer: Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64') }

const factory = openDemoFactory()

test('PX-4 a form is scanned and copied without a mouse, photographed, sent, and approved by supervisor and manager, who see the photo', async ({ browser }) => {
  test.slow()
  const sewer = await factory.sitDown(browser, /Sri Lestari/, { hasScanner: true })
  const { page } = sewer
  const day = await page.evaluate(() => new Date().toLocaleDateString('sv'))
  await (await plugIn(page)).scan(`FORM:DAY:${day}:SEW`, { rest: 300 })
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText(say.addTitle)
  await page.keyboard.type('Bu Wati', { delay: 60 })
  await page.keyboard.press('Enter')
  await page.keyboard.type('Listrik padam dua jam', { delay: 60 })
  await page.keyboard.press('Control+Enter')

  const sheet = page.getByRole('region', { name: say.sheet })
  await expect(sheet).toBeVisible()
  const send = page.getByRole('button', { name: say.send, exact: true })
  await expect(page.getByText(say.sendLines)).toBeVisible()
  await page.keyboard.type('12', { delay: 60 })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(say.sendPhoto)).toBeVisible()
  await expect(send).toBeDisabled()
  await page.getByRole('button', { name: say.photos }).click()
  await page.locator('input[type=file][capture]').setInputFiles(photo)
  await expect(page.getByRole('dialog').getByRole('listitem')).toContainText('kertas.png')
  await page.keyboard.press('Escape')
  await page.keyboard.press(`Alt+${say.keys.send.toLowerCase()}`)
  await expect(page.getByText(say.statuses.WAITING, { exact: true }).first()).toBeVisible()
  const number = (await page.getByRole('heading', { level: 1 }).innerText()).trim()
  const address = new URL(page.url()).pathname

  for (const [who, word] of [[/Hendra Gunawan/, 'menunggu langkah berikutnya'], [/Dewi Anggraini/, 'disetujui']] as const) {
    const desk = await factory.sitDown(browser, who)
    await desk.open(address)
    await expect(desk.page.getByRole('listitem').filter({ hasText: 'kertas.png' })).toBeVisible()
    await desk.page.getByRole('button', { name: /^Setujui/ }).click()
    await expect(desk.page.getByText(word)).toBeVisible()
  }
  await expect(page.getByText(say.statuses.APPROVED, { exact: true }).first()).toBeVisible()
  await expect(page.getByRole('region', { name: say.days }).last()).toContainText('12')
  await sewer.open('/production/today')
  await expect(page.getByText(number).first()).toBeVisible()
})
