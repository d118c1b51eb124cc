import { expect, test, type Page } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { openDemoFactory } from '../support/demo-factory.ts'

/** Billing looks at what came back, corrects it and finds its way; whoever picks sees no price. */
const say = texts.id.fulfilment

const factory = openDemoFactory()

/** The invoice that a packer sent back, from the list of what is to be reviewed. */
async function openReturned(page: Page): Promise<void> {
  await page.getByRole('row').filter({ hasText: say.billing.returns.open }).first().dblclick()
  await expect(page).toHaveURL(/\/fulfilment\/invoices\//)
}

test('IF-14 billing corrects what came back: an empty quantity is refused at its field, a line taken off is put back, a new one is added', async ({ browser }) => {
  const { page, open } = await factory.sitDown(browser, /Putri Maharani/)
  await open('/fulfilment/returns')
  await openReturned(page)
  await expect(page.getByRole('main')).toContainText('Rp')
  await page.getByRole('button', { name: say.billing.acts.correct }).click()
  const dialog = page.getByRole('dialog')
  const lines = dialog.getByRole('group')
  const before = await lines.count()
  const quantity = dialog.getByLabel(say.fields.quantity).first()
  await quantity.fill('')
  await dialog.getByLabel(say.billing.bill.notes).fill('Disamakan dengan pesanan')
  await dialog.getByRole('button', { name: say.billing.bill.save }).click()
  await expect(quantity).toHaveAttribute('aria-invalid', 'true')
  await quantity.fill('5')
  if (before > 1) {
    await lines.last().getByRole('button').click()
    await expect(lines).toHaveCount(before - 1)
    await dialog.getByRole('button', { name: say.billing.bill.putBack }).click()
    await expect(lines).toHaveCount(before)
  }
  await dialog.getByRole('button', { name: say.billing.bill.addLine }).click()
  await page.keyboard.type('ONGKIR', { delay: 50 })
  const added = dialog.getByRole('group', { name: say.billing.bill.newLine })
  await added.getByLabel(say.fields.name).fill('Ongkos kirim')
  await added.getByLabel(say.fields.quantity).fill('1')
  await added.getByLabel(say.fields.mrp).fill('15.000')
  await dialog.getByRole('button', { name: say.billing.bill.save }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('table', { name: say.fields.lines }).or(page.getByRole('region', { name: say.fields.lines })).first()).toContainText('Ongkos kirim')
})

test('IA-9 whoever packs sees what and how much, never a price', async ({ browser }) => {
  const { page, open } = await factory.sitDown(browser, /Siti Rahma/)
  await open('/fulfilment/invoices')
  await expect(page.getByRole('row').filter({ hasText: 'JB-2611' }).first()).toBeVisible()
  await expect(page.getByRole('columnheader', { name: say.fields.total })).toHaveCount(0)
  await page.getByRole('row').filter({ hasText: 'JB-2611' }).first().dblclick()
  await expect(page.getByRole('region', { name: say.fields.lines }).first()).toContainText('Boneka')
  await expect(page.getByRole('main')).not.toContainText('Rp')
})

test('IF-18 how long everybody took is listed for whoever looks after it, stage by stage; the wall stands in their menu', async ({ browser }) => {
  const { page, open } = await factory.sitDown(browser, /Dewi Anggraini/)
  await open('/fulfilment/history')
  // What is still being picked has no length yet.
  await expect(page.getByRole('row').filter({ hasText: 'Dedi Kurnia' }).filter({ hasText: /\d+ mnt/ }).first()).toBeVisible()
  await page.getByRole('tab', { name: say.sections.DELIVERY }).click()
  await expect(page.getByRole('row').filter({ hasText: say.kinds.COURIER }).first()).toBeVisible()
  await page.getByRole('navigation').getByRole('link', { name: texts.id.floor.wall.title }).click()
  await expect(page).toHaveURL(/\/fulfilment\/wall$/)
  await expect(page.getByRole('heading', { name: say.title })).toBeVisible()
  await page.getByRole('link', { name: texts.id.floor.wall.back }).click()
  await expect(page).toHaveURL(/\/fulfilment\/invoices$/)
})

test('sample invoices are made and cleared by whoever looks after the data, who types how many there are', async ({ browser }) => {
  const { page, open } = await factory.sitDown(browser, /Ratna Wijaya/)
  await open('/fulfilment/bulk')
  await expect(page.getByRole('button', { name: say.billing.samples.seed })).toBeVisible({ timeout: 60_000 })
  await page.getByRole('button', { name: say.billing.samples.seed }).click()
  await page.getByRole('dialog').getByLabel(say.billing.samples.count).fill('3')
  await page.getByRole('dialog').getByRole('button', { name: say.billing.samples.seedGo }).click()
  await expect(page.getByText('SAMPLE-00001')).toBeVisible()
  await page.getByRole('button', { name: say.billing.samples.clear }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(say.billing.samples.confirm).fill('1')
  await dialog.getByLabel(say.fields.reason).fill('Selesai berlatih')
  await dialog.getByRole('button', { name: say.billing.samples.clearGo }).click()
  const refusal = await dialog.getByText(/Ketik jumlah faktur yang ada sekarang: \d+/).first().textContent()
  await dialog.getByLabel(say.billing.samples.confirm).fill(/\d+/.exec(refusal!)![0])
  await dialog.getByRole('button', { name: say.billing.samples.clearGo }).click()
  await expect(dialog).toBeHidden()
})
