import { expect, test } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { openDemoFactory } from '../support/demo-factory.ts'

/** A desk loses its line while the day is open, goes on typing, and the day is locked before the line is back: nothing of it is lost. */
const say = texts.id.sectionDay

const factory = openDemoFactory()

test('PX-5 what was typed while the line was broken waits in the queue once its day is locked, and is entered when an Admin has opened it', async ({ browser }) => {
  const sewer = await factory.sitDown(browser, /Sri Lestari/, { canBreak: true })
  const supervisor = await factory.sitDown(browser, /Hendra Gunawan/)
  const admin = await factory.sitDown(browser, /Ratna Wijaya/)
  for (const { open, page } of [supervisor, admin]) {
    await open('/section-day/day')
    await page.getByRole('combobox', { name: texts.id.production.section }).selectOption({ label: 'Jahit' })
  }
  const { page } = sewer
  await sewer.open('/section-day/day')
  await expect(page.getByRole('columnheader', { name: say.fields.workerId })).toBeVisible()
  await page.keyboard.press('Alt+c')
  const rows = page.getByRole('row').filter({ hasText: /Siti Aminah/ })
  await expect(rows.first()).toBeVisible()

  await sewer.cut()
  await expect(page.getByText(/Terputus sejak/).first()).toBeVisible()
  for (const pieces of ['77', '78', '79']) {
    await page.keyboard.type(pieces)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Control+Enter')

  await supervisor.page.getByRole('button', { name: say.lock.lock }).click()
  await supervisor.page.getByRole('alertdialog').getByRole('button', { name: say.lock.lock }).click()
  await expect(supervisor.page.getByText(/Dikunci/).first()).toBeVisible()

  sewer.mend()
  const offer = page.getByRole('dialog').filter({ hasText: say.offer.title })
  await expect(offer).toContainText('Hendra Gunawan', { timeout: 60_000 })
  await page.keyboard.type('Jaringan putus')
  await offer.getByRole('button', { name: say.offer.confirm }).click()
  await expect(page.getByText(say.offer.done)).toBeVisible()
  // Nothing of it is the grid's any more, nor what was wrong with it.
  await expect(page.getByRole('alert')).toHaveCount(0)

  await supervisor.open('/section-day/late')
  const waiting = supervisor.page.getByRole('row').filter({ hasText: 'Jaringan putus' })
  await expect(waiting).toContainText(say.statuses.WAITING)
  await waiting.getByRole('gridcell', { name: 'Jaringan putus' }).dblclick()
  const entry = supervisor.page.getByRole('dialog')
  for (const pieces of ['77', '78', '79']) await expect(entry).toContainText(pieces)
  await expect(entry).toContainText(say.bars['day-locked'])

  await admin.page.getByRole('button', { name: say.lock.unlock }).click()
  const unlocking = admin.page.getByRole('dialog')
  await unlocking.getByRole('textbox').fill('Jaringan putus di jahit')
  await unlocking.getByRole('button', { name: say.lock.unlock }).click()
  await expect(unlocking).toBeHidden()

  await entry.getByRole('button', { name: say.late.apply, exact: true }).click()
  await expect(entry).toBeHidden()
  for (const pieces of ['77', '78', '79']) await expect(page.getByRole('gridcell', { name: new RegExp(`(^| )${pieces}$`) })).toBeVisible()
})

test('PX-5 what is typed for another day stays, and each of two refused entries is offered', async ({ browser }) => {
  const sewer = await factory.sitDown(browser, /Sri Lestari/, { canBreak: true })
  const supervisor = await factory.sitDown(browser, /Hendra Gunawan/)
  await supervisor.open('/section-day/day')
  await supervisor.page.getByRole('combobox', { name: texts.id.production.section }).selectOption({ label: 'Jahit' })
  await supervisor.page.getByRole('button', { name: say.dayBefore }).click()
  const { page } = sewer
  /** What the first worker made. */
  const made = page.getByRole('row').nth(1).getByRole('gridcell').nth(3)
  const go = (direction: 'dayBefore' | 'dayAfter') => page.getByRole('button', { name: say[direction] }).click()
  const type = async (pieces: string) => {
    await expect(made).toContainText(/[0-9]/)
    await made.click()
    await page.keyboard.type(pieces)
    await page.keyboard.press('Enter')
    await expect(made).toContainText(pieces)
  }
  await sewer.open('/section-day/day')
  await go('dayBefore')
  await go('dayBefore')
  await type('55')
  await go('dayAfter')
  await type('66')

  await sewer.cut()
  await expect(page.getByText(/Terputus sejak/).first()).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('tab', { name: say.parts.attendance }).click()
  await page.getByRole('checkbox').last().click()
  await page.getByRole('button', { name: say.attendance.save }).click()
  await go('dayBefore')
  await page.getByRole('tab', { name: say.parts.workers }).click()
  await page.getByRole('button', { name: texts.id.grid.draft.use }).click()
  await expect(made).toContainText('55')

  await supervisor.page.getByRole('button', { name: say.lock.lock }).click()
  await supervisor.page.getByRole('alertdialog').getByRole('button', { name: say.lock.lock }).click()
  await expect(supervisor.page.getByText(/Dikunci/).first()).toBeVisible()

  sewer.mend()
  const offer = page.getByRole('dialog').filter({ hasText: say.offer.title })
  for (const [about, reason] of [[say.calls.saveWorkerEntries, 'Hasil tertinggal'], [say.calls.saveAttendance, 'Kehadiran tertinggal']] as const) {
    await expect(offer).toContainText(`${about}:`, { timeout: 60_000 })
    await offer.getByRole('textbox').fill(reason)
    await offer.getByRole('button', { name: say.offer.confirm }).click()
  }
  await expect(offer).toBeHidden()
  await expect(made).toContainText('55')

  // Of the day that was handed in nothing is offered again.
  await go('dayAfter')
  await expect(made).toContainText(/[0-9]/)
  await expect(made).not.toContainText('66')
  await expect(page.getByRole('button', { name: texts.id.grid.draft.use })).toHaveCount(0)
  await supervisor.open('/section-day/late')
  for (const reason of ['Hasil tertinggal', 'Kehadiran tertinggal']) await expect(supervisor.page.getByRole('row').filter({ hasText: reason })).toContainText(say.statuses.WAITING)
  await go('dayBefore')
  await expect(page.getByRole('button', { name: texts.id.grid.draft.use })).toBeVisible()
})
