import { statSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { login, post, startHostProcess } from '../support/host-process.ts'

const password = 'Gudang#2026'
const factoryName = 'Boneka Jaya'

test('where the data is damaged, the screen says so in both languages and leads the Superadmin back to the backup they choose', async ({ page }) => {
  const folder = temporaryFolder()
  const whole = await startHostProcess(folder, { from: 'built' })
  await post(whole.url, 'identity.setUp', { factoryName, fullName: 'Rina', username: 'rina', language: 'id', password, deskId: 'desk-1' })
  const as = { authorization: `Bearer ${await login(whole.url, 'rina', password, 'desk-1')}` }
  const backUp = async () => expect(await post(whole.url, 'dataCare.backUp', {}, as)).toMatchObject({ ok: true })
  await backUp()
  expect(await post(whole.url, 'masters.createUnit', { code: 'SESUDAH', name: 'Sesudah cadangan pertama', places: 0 }, as)).toMatchObject({ ok: true })
  await backUp()
  await whole.stop()
  truncateSync(join(folder, 'lantai.db'), Math.floor(statSync(join(folder, 'lantai.db')).size / 8192) * 4096)

  const host = await startHostProcess(folder, { from: 'built', isRescue: true })
  try {
    await page.goto(host.url)
    await expect(page.getByRole('heading', { name: 'Data di komputer host rusak' })).toBeVisible()
    await page.getByRole('button', { name: 'English', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'The data on the host computer is damaged' })).toBeVisible()
    await page.getByRole('button', { name: 'Bahasa Indonesia', exact: true }).click()
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])

    // The newest is chosen already; a backup is chosen by the keys, too.
    const choices = page.getByRole('radiogroup', { name: 'Pilih cadangan' }).getByRole('radio')
    await expect(choices).toHaveCount(2)
    await expect(choices.first()).toBeChecked()
    await choices.first().focus()
    await page.keyboard.press('ArrowDown')
    await expect(choices.last()).toBeChecked()

    const fill = async (name: string, text: string) => page.getByRole('textbox', { name }).fill(text)
    await fill('Nama pengguna Superadmin', 'rina')
    await fill('Kata sandi', 'salah')
    await fill(`Ketik nama pabrik: ${factoryName}`, factoryName)
    await page.getByRole('button', { name: 'Pulihkan dari cadangan ini' }).click()
    await expect(page.getByRole('alert').filter({ hasText: /salah/i })).toBeVisible()
    await fill('Kata sandi', password)
    await page.getByRole('button', { name: 'Pulihkan dari cadangan ini' }).click()
    await expect(page.getByRole('heading', { name: `Masuk ke ${factoryName}` })).toBeVisible({ timeout: 60_000 })
    await fill('Nama pengguna', 'rina')
    await fill('Kata sandi', password)
    await page.getByRole('button', { name: 'Masuk', exact: true }).click()
    await expect(page.getByRole('navigation')).toBeVisible()
    // Everybody is told, and it stays until it is acknowledged.
    await expect(page.getByText(/Data pabrik dipulihkan dari cadangan/).first()).toBeVisible()
    const units = await post(host.url, 'masters.listUnits', { search: 'SESUDAH' }, { authorization: `Bearer ${await login(host.url, 'rina', password, 'desk-2')}` })
    expect(units).toMatchObject({ value: { rows: [] } })
  } finally {
    await host.stop()
    removeFolder(folder)
  }
})
