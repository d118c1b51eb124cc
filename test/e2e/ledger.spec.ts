import { expect, test } from '@playwright/test'
import { addDays } from '../../shared/core/dates.ts'
import { texts } from '../../shared/texts.ts'
import { factoryToday } from '../support/factory-day.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { startHostProcess, type HostProcess } from '../support/host-process.ts'
import { signIn, type SignedIn } from '../support/signed-in.ts'

/** What a section throws away is typed into its day, and what its ledger cannot explain is explained by the rows behind it. */
const say = texts.id.ledger
const yesterday = addDays(factoryToday(), -1)

let folder: string
let host: HostProcess
let sewer: SignedIn

test.beforeAll(async ({ browser }) => {
  folder = temporaryFolder()
  host = await startHostProcess(folder, { from: 'built', args: ['--demo'] })
  sewer = await signIn(browser, host.url, /Sri Lestari/)
})
test.afterAll(async () => {
  expect(sewer.faults).toEqual([])
  await sewer.page.context().close()
  expect(await host.stop()).toBe(0)
  removeFolder(folder)
})

test('PX-9 waste is typed by keys, with its share and what is left of the item', async () => {
  const { page, open } = sewer
  await open(`/section-day/day?part=waste&day=${yesterday}`)
  await expect(page.getByRole('row').filter({ hasText: 'Robek saat dijahit' })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  for (const typed of ['BJ-HRM-30', 'KOTOR', '2']) {
    await page.keyboard.type(typed, { delay: 50 })
    await page.keyboard.press('Tab')
  }
  // Twelve below zero before, with these two more.
  await expect(page.getByRole('row').filter({ hasText: 'Kotor terkena oli' })).toContainText('−14')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(say.saved_one.replace('{{count}}', '1'), { exact: true })).toBeVisible()
})

test('PX-7 an anomaly is explained by the entries, receipts and waste behind it', async () => {
  const { page, open } = sewer
  await open('/ledger/alerts')
  await page.getByText('Harimau Loreng 30 cm').first().click()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: /Harimau Loreng 30 cm · Jahit/ })
  await expect(drawer.getByRole('alert')).toContainText('minus 14 Pcs')
  await expect(drawer.getByRole('region', { name: say.day.outputs, exact: true }).getByRole('row')).not.toHaveCount(0)
  await expect(drawer.getByText('Panel dari rak WIP jahit')).toBeVisible()
  await expect(drawer.getByText('Kotor terkena oli')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
})
