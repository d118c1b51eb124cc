import { expect, test, type Page } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { openDemoFactory } from '../support/demo-factory.ts'
import type { SignedIn } from '../support/signed-in.ts'

/** A section's day at three desks: typed into the month, asked about, decided elsewhere, tapped on a tablet. */
const say = texts.id.production

// The second goes on from the first: a second try begins with both.
test.describe.configure({ mode: 'serial' })

const factory = openDemoFactory()
let supervisor: SignedIn

const bear = /Beruang Rimba 45/
/** Into the cell that is chosen. */
async function typeAndSave(page: Page, good: string): Promise<void> {
  await page.keyboard.type(good, { delay: 50 })
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
}

test('the month is typed into by keys; what is far over asks, waits in its cell, and is let through at another desk', async ({ browser }) => {
  const sewer = await factory.sitDown(browser, /Sri Lestari/)
  supervisor = await factory.sitDown(browser, /Hendra Gunawan/)
  await sewer.open('/production/calendar')
  const row = sewer.page.getByRole('row').filter({ hasText: bear }).first()
  await expect(row).toBeVisible()
  await row.getByRole('gridcell', { name: /^150/ }).last().click()
  await typeAndSave(sewer.page, '160')
  await expect(sewer.page.getByText(say.calendar.saved_one.replace('{{count}}', '1'))).toBeVisible()
  await expect(row.getByRole('gridcell', { name: /^160/ }).last()).toContainText('−1')

  // Yesterday's is late: it needs a reason, and the supervisor.
  await row.getByRole('gridcell', { name: /^160/ }).last().click()
  await sewer.page.keyboard.press('ArrowLeft')
  await typeAndSave(sewer.page, '20')
  const dialog = sewer.page.getByRole('alertdialog').or(sewer.page.getByRole('dialog'))
  await expect(dialog).toContainText(say.calendar.reasonTitle)
  await sewer.page.keyboard.type('Listrik padam', { delay: 50 })
  await dialog.getByRole('button', { name: say.calendar.send }).click()
  await expect(sewer.page.getByText(say.calendar.asked_one.replace('{{count}}', '1'))).toBeVisible()
  await expect(row.locator('.is-waiting')).toContainText('20')

  await supervisor.open('/production/today')
  await supervisor.page.getByRole('button', { name: /^Setujui/ }).first().click()
  await expect(row.locator('.is-waiting')).toHaveCount(0)
  await expect(row.locator('.is-warning')).toContainText('20')
})

test('a day is tapped on a tablet and confirmed by the supervisor, who sees it at once', async ({ browser }) => {
  const cutter = await factory.sitDown(browser, /Agus Setiawan/, { isTablet: true })
  await cutter.open('/production/entry')
  await cutter.page.getByRole('button', { name: bear }).click()
  await expect(cutter.page.getByText(say.entry.yesterday)).toBeVisible()
  for (const digit of ['3', '6', '5']) await cutter.page.getByRole('button', { name: digit, exact: true }).click()
  await cutter.page.getByRole('button', { name: say.entry.save, exact: true }).click()
  await expect(cutter.page.getByRole('button', { name: bear })).toContainText('365')

  const { page, open } = supervisor
  await open('/production/today')
  const list = page.getByRole('region', { name: say.today.toConfirm }).last()
  await list.getByRole('button', { name: say.day.confirm }).first().click()
  await expect(page.getByText(say.day.confirmed.split('{{')[0]!.trim()).first()).toBeVisible()
})
