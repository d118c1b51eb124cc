import { expect, test } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { openDemoFactory } from '../support/demo-factory.ts'

/** A machine stops in the hall: tapped on a tablet, red on the planner's board, and running again. */
const say = texts.id.downtime

const factory = openDemoFactory()

const machine = 'Operator jahit lini 1'

test('a machine is stopped with two taps on a tablet, red on the board of another desk, and started again with one', async ({ browser }) => {
  const sewer = await factory.sitDown(browser, /Sri Lestari/, { isTablet: true })
  const planner = await factory.sitDown(browser, /Maya Puspita/)
  await planner.open('/planning/board')
  const strip = planner.page.getByRole('status').filter({ hasText: 'Bordir 20 kepala' })
  await expect(strip).toBeVisible()
  await expect(strip).not.toContainText(machine)

  await sewer.open('/production/downtime')
  const card = sewer.page.getByRole('listitem', { name: machine })
  const stop = card.getByRole('button', { name: `${say.stop}: ${machine}` })
  expect((await stop.boundingBox())!.height).toBeGreaterThanOrEqual(56)
  await stop.tap()
  await sewer.page.getByRole('dialog').getByRole('button', { name: /^Listrik padam/ }).tap()
  await expect(card).toContainText(say.stands)
  await expect(card).toContainText('Listrik padam')
  await expect(strip).toContainText(machine)
  await expect(strip).toContainText('Listrik padam')

  // By mistake: it is taken back as long as the toast stands.
  await sewer.page.getByRole('button', { name: texts.id.buttons.undo }).tap()
  await expect(card).toContainText(say.runs)
  await expect(strip).not.toContainText(machine)

  await card.getByRole('button', { name: `${say.stop}: ${machine}` }).tap()
  await sewer.page.getByRole('dialog').getByRole('button', { name: /^Menunggu bahan/ }).tap()
  await card.getByRole('button', { name: `${say.go}: ${machine}` }).tap()
  await expect(card).toContainText(say.runs)
  await expect(strip).not.toContainText(machine)
})
