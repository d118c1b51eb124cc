import { expect, test } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { openDemoFactory } from '../support/demo-factory.ts'

/** What customers owe: a ledger comes in, a promise is logged without a mouse, and what is escalated is one person's on every desk. */
const say = texts.id.followUp
const words = texts.id.imports

const factory = openDemoFactory()

const ledger = ['Kode pelanggan;Nama;Penagih;Wilayah;Debit;Kredit', 'TK-CERIA;;;;20.450.000;6.200.000', 'TK-KUPANG;Rumah Boneka Kupang;Yoga Pratama;Kupang;6.900.000;abc', 'TK-DEPOK;;;;3.150.000;3.150.000'].join('\n')

test('a ledger comes in by the wizard: its day is given once, a fault is named and mended, and what is owed is what it says', async ({ browser }) => {
  const desk = await factory.sitDown(browser, /Putri Maharani/)
  const { page, open } = desk
  await open('/follow-up/clients')
  await page.getByRole('link', { name: say.clients.import }).click()
  await page.locator('input[type=file]').setInputFiles({ name: 'piutang.csv', mimeType: 'text/csv', buffer: Buffer.from(ledger) })
  await expect(page.getByRole('table', { name: words.mapping.title })).toBeVisible()
  const check = page.getByRole('button', { name: words.check, exact: true })
  await expect(check).toBeDisabled()
  const day = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${say.fields.asOf}`) }) })
  await day.getByRole('combobox').first().selectOption({ label: words.mapping.constant })
  await day.getByRole('textbox').fill(await page.evaluate(() => new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Jakarta' }).format(new Date()).split('-').toReversed().join('-')))
  await check.click()
  const fault = page.getByRole('article', { name: /Kredit bukan angka/ })
  await expect(fault).toBeVisible()
  await fault.getByRole('textbox').fill('400000')
  await fault.getByRole('button', { name: words.decide.fill, exact: true }).click()
  await expect(fault).toBeHidden()
  await page.getByRole('button', { name: /^Simpan \d+/ }).click()
  await open('/follow-up/clients')
  await expect(page.getByRole('row', { name: /Rumah Boneka Kupang/ })).toContainText('Rp 6.500.000')
  await expect(page.getByRole('row', { name: /Toko Mainan Ceria/ })).toContainText('Rp 14.250.000')
  await expect(page.getByRole('row', { name: /Mainan Murah Depok/ })).toBeHidden()
})

test('a promise is logged from the list to the history without a mouse', async ({ browser }) => {
  const desk = await factory.sitDown(browser, /Putri Maharani/)
  const { page, open } = desk
  await open('/follow-up/clients')
  await expect(page.getByRole('row', { name: /Kado Kita Malang/ })).toBeVisible()
  const { keyboard } = page
  await keyboard.press('/')
  await keyboard.type('malang', { delay: 50 })
  await expect(page.getByRole('row', { name: /Bali Toys/ })).toBeHidden()
  await keyboard.press('Tab')
  await page.getByRole('gridcell', { name: 'Kado Kita Malang' }).focus()
  await keyboard.press('Enter')
  await expect(page.getByText(say.page.noHistoryHint)).toBeVisible()
  await keyboard.press(`Alt+${say.log.keys.log}`)
  const dialog = page.getByRole('dialog', { name: say.log.title })
  await expect(dialog.getByLabel(say.fields.channel)).toBeFocused()
  await keyboard.type('W', { delay: 50 })
  await expect(dialog.getByLabel(say.fields.channel)).toHaveValue('WHATSAPP')
  await keyboard.press('Enter')
  await keyboard.type('Berj', { delay: 50 })
  await keyboard.press('Enter')
  await keyboard.type('2500000', { delay: 50 })
  await keyboard.press('Enter')
  await keyboard.type('+5', { delay: 50 })
  await keyboard.press('Enter')
  await keyboard.type('Janji transfer Jumat', { delay: 50 })
  await keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  const history = page.getByRole('region', { name: say.page.history })
  await expect(history).toContainText('Janji transfer Jumat')
  await expect(history).toContainText('Rp 2.500.000')
  await expect(history).toContainText(say.outcomes.PROMISED)
})

test('IF-20 what is escalated is seen at once on its holder’s desk, who alone resolves it; everybody else sees whose it is, and that it is over', async ({ browser }) => {
  const clerk = await factory.sitDown(browser, /Putri Maharani/)
  const chief = await factory.sitDown(browser, /Dewi Anggraini/)
  await chief.open('/follow-up/alerts')
  const row = (page: typeof chief.page) => page.getByRole('row').filter({ hasText: say.kinds.ESCALATED }).filter({ hasText: 'Losari Baby Shop' })
  await expect(chief.page.getByRole('row').filter({ hasText: 'Istana Boneka Medan' }).first()).toBeVisible()
  await expect(row(chief.page)).toBeHidden()

  await clerk.open('/follow-up/alerts')
  await clerk.page.getByRole('row').filter({ hasText: 'Losari Baby Shop' }).first().getByRole('button', { name: say.log.short }).click()
  const dialog = clerk.page.getByRole('dialog', { name: say.log.title })
  await dialog.getByLabel(say.fields.outcome).selectOption({ label: say.outcomes.ESCALATED })
  await dialog.getByLabel(say.fields.escalatedTo).selectOption({ label: 'Dewi Anggraini (Manager)' })
  await dialog.getByRole('button', { name: texts.id.buttons.save }).click()
  await expect(dialog).toBeHidden()

  await expect(row(chief.page)).toBeVisible({ timeout: 3_000 })
  await expect(chief.page.getByText(texts.id.notifications.notices.PAYMENT_ESCALATED.replace('{{customer}}', 'Losari Baby Shop'))).toBeVisible()
  await expect(row(clerk.page)).toContainText(say.alerts.onlyFor.replace('{{who}}', 'Dewi Anggraini'))
  await expect(row(clerk.page).getByRole('button', { name: say.alerts.resolve })).toBeHidden()

  await row(chief.page).getByRole('button', { name: say.alerts.resolve }).click()
  const confirm = chief.page.getByRole('dialog')
  await confirm.getByRole('textbox').fill('Disetujui dicicil dua kali')
  await confirm.getByRole('button', { name: say.alerts.resolve }).click()
  await expect(row(chief.page)).toBeHidden()
  await expect(row(clerk.page)).toBeHidden({ timeout: 3_000 })
})
