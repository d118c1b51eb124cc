import { expect, test, type Page } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { openDemoFactory } from '../support/demo-factory.ts'
import { callerAt } from '../support/host-process.ts'

/** Sewing checks what it made, sends a piece back and looks at it again; finishing stands still until somebody says what its metal detector found. */
const say = texts.id.stages

const factory = openDemoFactory()

interface WorkOrders { readonly rows: readonly { readonly id: string; readonly number: string; readonly stageCode: string }[] }
/** The order that the demo factory counts step by step. */
async function workOf(stage: string): Promise<{ readonly id: string; readonly number: string }> {
  const call = await callerAt(factory.url, 'admin')
  const orders = await call<WorkOrders>('planning.listManufacturingOrders', { search: 'Dihitung per langkah', pageSize: 1 })
  const { rows } = await call<WorkOrders>('planning.listWorkOrders', { filter: { manufacturingOrderId: orders.rows[0]!.id }, pageSize: 200 })
  return rows.find(({ stageCode }) => stageCode === stage)!
}
const step = (page: Page, name: string) => page.getByRole('list', { name: say.steps }).getByRole('listitem').filter({ has: page.getByRole('heading', { name }) })

test('PX-12 a piece that goes back for rework counts once it has passed', async ({ browser }) => {
  const { number } = await workOf('SEW')
  const { page, open } = await factory.sitDown(browser, /Sri Lestari/)
  await open('/production/today')
  await page.getByRole('listitem').filter({ hasText: number }).getByRole('button', { name: say.open }).click()
  await expect(step(page, 'QC inline')).toContainText('116')
  await page.keyboard.press('1')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel(say.fields.inputQuantity)).toHaveValue('2')
  await dialog.getByRole('textbox', { name: say.fields.goodQuantity, exact: true }).fill('1')
  await expect(dialog).toContainText(say.left.replace('{{left}}', '1'))
  await dialog.getByLabel(say.fields.reworkQuantity).fill('1')
  await expect(dialog).toContainText(say.balanced)
  await dialog.getByLabel(say.fields.defectReasonId).selectOption({ index: 1 })
  await page.keyboard.press('Control+Enter')
  await expect(dialog).toBeHidden()
  await expect(step(page, 'QC inline')).toContainText('117')
  await page.getByRole('region', { name: say.cards }).getByRole('listitem').filter({ hasText: '1 / 1' }).getByRole('button', { name: say.inspect }).click()
  await expect(dialog.getByRole('textbox', { name: say.fields.goodQuantity, exact: true })).toHaveValue('1')
  await page.keyboard.press('Control+Enter')
  await expect(step(page, 'QC inline')).toContainText('118')
})

test('PX-13 finishing goes on once somebody else has said what its metal detector found', async ({ browser }) => {
  const { id } = await workOf('FIN')
  const finisher = await factory.sitDown(browser, /Wati Suryani/)
  await finisher.open(`/stages/work/${id}`)
  await expect(finisher.page.getByText(say.holds)).toBeVisible()
  await expect(finisher.page.getByRole('button', { name: `${say.enter} Isi`, exact: true })).toBeHidden()
  const manager = await factory.sitDown(browser, /Dewi Anggraini/)
  await manager.open(`/stages/work/${id}`)
  await manager.page.getByRole('button', { name: say.release }).click()
  await manager.page.getByRole('dialog').getByRole('textbox').fill('Ujung kancing logam')
  await manager.page.getByRole('dialog').getByRole('button', { name: say.release }).click()
  // The other desk hears of it by itself.
  await finisher.page.getByRole('button', { name: `${say.enter} Isi`, exact: true }).click()
  const dialog = finisher.page.getByRole('dialog')
  await expect(dialog.getByLabel(say.fields.inputQuantity)).toHaveValue('7')
  await dialog.getByRole('button', { name: say.fill }).click()
  await finisher.page.keyboard.press('Control+Enter')
  await expect(step(finisher.page, 'Isi').first()).toContainText('105')
  await expect(step(finisher.page, 'Isi').first()).toContainText('98,1%')
})
