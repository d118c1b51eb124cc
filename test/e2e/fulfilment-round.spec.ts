import { expect, test } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { openBook, type Book } from '../support/floor-desk.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { payload } from '../support/fulfilment-desks.ts'
import { callerAt, startHostProcess, type HostProcess } from '../support/host-process.ts'
import { signIn } from '../support/signed-in.ts'

const say = texts.id
const { floor } = say
const filled = (text: string, values: Readonly<Record<string, string | number>>) =>
  Object.entries(values).reduce((said, [name, value]) => said.replace(`{{${name}}}`, String(value)), text)
const numbers = ['UJI-701', 'UJI-702', 'UJI-703'] as const

let folder: string
let host: HostProcess
let book: Book

test.beforeAll(async () => {
  folder = temporaryFolder()
  host = await startHostProcess(folder, { from: 'built', args: ['--demo'] })
  book = openBook(folder)
  const admin = await callerAt(host.url, 'admin')
  await admin('settings.changeSetting', { key: 'features.bulkPicking', value: true, reason: 'Uji' })
  const [billing, picker] = [await callerAt(host.url, 'kasir'), await callerAt(host.url, 'ambil')]
  for (const number of numbers) await billing('fulfilment.importInvoice', { ...payload(number, [['BRG-201', 3, '3.50', 'R-2']]), priority: 'HIGH' })
  // The demo factory's picker has one in hand, and nobody picks two.
  for (const { invoiceId } of book.rows<{ invoiceId: string }>("select invoiceId from pickingSession where status = 'PREPARING'")) {
    await picker('fulfilment.cancelSession', { invoiceId, stage: 'PICKING', reason: 'Uji' })
  }
})
test.afterAll(async () => {
  book.close()
  expect(await host.stop()).toBe(0)
  removeFolder(folder)
})

const states = () => numbers.map(number => book.one<string>('select status from invoice where number = ?', number))

test('IF-5 a round is completed together: what lacks goods is told and stays in hand, and nothing is asked where all is whole', async ({
  browser,
}) => {
  const { page, open, faults } = await signIn(browser, host.url, /Dedi Kurnia/, { isTablet: true })
  await open('/fulfilment/my-picking')
  const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
  const take = async (number: string) => {
    await page.getByRole('tab', { name: number }).click()
    await expect(page.getByText(number, { exact: true }).last()).toBeVisible()
    await press(filled(floor.lines.all, { name: 'Barang BRG-201' }))
    await expect(page.getByRole('tab', { name: number })).toContainText('3/3')
  }
  for (const number of numbers) await page.getByRole('checkbox', { name: filled(floor.pick.choose, { number }) }).check()
  await press(filled(floor.pick.startRound_other, { count: 3 }))
  await expect.poll(states).toEqual(['PICKING', 'PICKING', 'PICKING'])
  await expect(page.getByRole('button', { name: floor.pick.completeRound, exact: true })).toBeDisabled()

  await test.step('one is whole: the other two are named with what they lack, and stay', async () => {
    await take(numbers[0])
    await press(floor.pick.completeRound)
    const left = page.getByRole('alertdialog')
    await expect(left.getByRole('listitem')).toHaveText([
      `${numbers[0]}${floor.lines.whole}`,
      ...numbers.slice(1).map(number => `${number}${filled(floor.pick.lacks_other, { quantity: 3 })}`),
    ])
    await left.getByRole('button', { name: filled(floor.pick.roundGo_one, { count: 1 }), exact: true }).click()
    await expect.poll(states).toEqual(['PICKED', 'PICKING', 'PICKING'])
    await expect(page.getByRole('tab', { name: numbers[0] })).toBeHidden()
  })

  await test.step('the rest is whole: nothing is asked, and the queue stands there again', async () => {
    await take(numbers[1])
    await take(numbers[2])
    await press(floor.pick.completeRound)
    await expect.poll(states).toEqual(['PICKED', 'PICKED', 'PICKED'])
    await expect(page.getByRole('alertdialog')).toBeHidden()
    await expect(page.getByRole('heading', { name: /^Menunggu diambil/ })).toBeVisible()
  })
  expect(faults).toEqual([])
})
