import { expect, test } from '@playwright/test'
import { addDays } from '../../shared/core/dates.ts'
import { texts } from '../../shared/texts.ts'
import { factoryToday } from '../support/factory-day.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { callerAt, startHostProcess, type HostProcess } from '../support/host-process.ts'
import { signIn, type SignedIn } from '../support/signed-in.ts'

/** A section's day by keys: its crew from the day before, what each made, who was there; then it is locked, and something comes too late. */
const say = texts.id.sectionDay
const counted = (text: string, count: number) => text.replace('{{count}}', String(count))

let folder: string
let host: HostProcess
const desks: SignedIn[] = []

interface Rows { readonly rows: readonly { readonly id: string; readonly code: string; readonly sectionId?: string }[] }

test.beforeAll(async () => {
  folder = temporaryFolder()
  host = await startHostProcess(folder, { from: 'built', args: ['--demo'] })
  await makeForty()
})
test.afterAll(async () => {
  for (const { page, faults } of desks) {
    expect(faults).toEqual([])
    await page.context().close()
  }
  expect(await host.stop()).toBe(0)
  removeFolder(folder)
})

/** Six sew in the demo factory; with 34 more who sewed yesterday too they are forty. */
async function makeForty(): Promise<void> {
  const call = await callerAt(host.url, 'admin')
  const [sections, items] = [await call<Rows>('masters.listSections', { pageSize: 200 }), await call<Rows>('masters.listItems', { search: 'BJ-HRM-30' })]
  const sectionId = sections.rows.find(({ code }) => code === 'SEW')!.id
  const workers = await Promise.all(Array.from({ length: 34 }, (_, at) => call<{ id: string }>('masters.createWorker', { code: `K-${2001 + at}`, name: `Penjahit ${at + 1}`, sectionId })))
  const day = addDays(factoryToday(), -1)
  await call('sectionDay.saveWorkerEntries', { sectionId, day, rows: workers.map(({ id }) => ({ kind: 'enter', workerId: id, itemId: items.rows[0]!.id, actualQuantity: '85' })) })
}

test('PX-6 a day of 40 workers is entered by keys in under two minutes', async ({ browser }) => {
  const sewer = await signIn(browser, host.url, /Sri Lestari/)
  desks.push(sewer)
  const { page } = sewer
  await sewer.open('/section-day/day')
  await expect(page.getByRole('columnheader', { name: say.fields.workerId })).toBeVisible()
  const began = Date.now()
  await page.keyboard.press('Alt+c')
  await expect(page.getByText(say.copied_other.split('{{day}}')[0]!.replace('{{count}}', '40'))).toBeVisible()
  for (let at = 0; at < 40; at += 1) {
    await page.keyboard.type(String(at === 39 ? 102 : 80 + (at % 9)))
    await page.keyboard.press('Enter')
  }
  // Live, before anything is saved: 102 of 85 in 7 hours are 1.40 hours more.
  await expect(page.getByRole('row').filter({ hasText: 'Penjahit 34' })).toContainText('1,4')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(counted(say.saved_other, 40), { exact: true })).toBeVisible()
  expect(Date.now() - began).toBeLessThan(120_000)
})

test('PX-10 whoever is absent is unticked', async () => {
  const { page, open } = desks[0]!
  await open('/section-day/day?part=attendance')
  await page.getByRole('checkbox', { name: /Penjahit 34/ }).press('Space')
  await page.getByRole('button', { name: say.attendance.save }).click()
  // Who has output was there.
  await expect(page.getByText(/Penjahit 34 punya hasil|tidak dapat dicatat tidak hadir/).first()).toBeVisible()
  await page.getByRole('checkbox', { name: /Penjahit 34/ }).press('Space')
  await page.getByRole('button', { name: say.attendance.save }).click()
  await expect(page.getByText(say.attendance.saved.replace('{{present}}', '40').replace('{{absent}}', '0'))).toBeVisible()
})

test('PX-5 a locked day refuses, what comes late waits, and is entered after an Admin opened the day with a reason', async ({ browser }) => {
  const supervisor = await signIn(browser, host.url, /Hendra Gunawan/)
  const admin = await signIn(browser, host.url, /Ratna Wijaya/)
  desks.push(supervisor, admin)
  const { page, open } = desks[0]!
  await open('/section-day/day')
  await supervisor.open('/section-day/day')
  await supervisor.page.getByRole('combobox', { name: texts.id.production.section }).selectOption({ label: 'Jahit' })
  await supervisor.page.getByRole('button', { name: say.lock.lock }).click()
  await supervisor.page.getByRole('alertdialog').getByRole('button', { name: say.lock.lock }).click()

  // The sewing desk hears it; what it found on paper is typed, and handed in.
  await page.getByRole('button', { name: say.late.begin }).click()
  const row = page.getByRole('row').filter({ hasText: 'Rohimah' })
  await row.getByRole('gridcell', { name: /84/ }).click()
  await page.keyboard.type('110')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  const offer = page.getByRole('dialog').filter({ hasText: say.offer.title })
  await expect(offer).toContainText('Hendra Gunawan')
  await page.keyboard.type('Kertas lini 2')
  await offer.getByRole('button', { name: say.offer.confirm }).click()
  await expect(row).toContainText('84')

  await admin.open('/section-day/day')
  await admin.page.getByRole('combobox', { name: texts.id.production.section }).selectOption({ label: 'Jahit' })
  await admin.page.getByRole('button', { name: say.lock.unlock }).click()
  const dialog = admin.page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Satu lembar tertinggal')
  await dialog.getByRole('button', { name: say.lock.unlock }).click()

  await supervisor.open('/section-day/late')
  await supervisor.page.getByRole('gridcell', { name: 'Kertas lini 2' }).dblclick()
  await supervisor.page.getByRole('dialog').getByRole('button', { name: say.late.apply, exact: true }).click()
  await expect(row).toContainText('110')
})
