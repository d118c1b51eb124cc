import { expect, test, type Page } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { startHostProcess, type HostProcess } from '../support/host-process.ts'

const say = texts.id
let folder: string
let host: HostProcess

test.beforeAll(async () => {
  folder = temporaryFolder()
  host = await startHostProcess(folder, { from: 'built', args: ['--demo'] })
})
test.afterAll(async () => {
  expect(await host.stop()).toBe(0)
  removeFolder(folder)
})

async function open(page: Page, path: string): Promise<void> {
  await page.goto(`${host.url}`)
  await page.getByRole('button', { name: /Ratna Wijaya/ }).click()
  await expect(page.getByRole('navigation', { name: say.frame.navigation })).toBeVisible()
  await page.goto(`${host.url}${path}`)
}

test('what is missing is added from the field that wants it, by keys alone, and an extra field is kept', async ({ page }) => {
  await open(page, '/masters/machines?begin=new')
  const form = page.getByRole('dialog', { name: say.masters.machines.add })
  await form.getByLabel(say.fields.code).fill('MC-UJI')
  await form.getByLabel(say.fields.name, { exact: false }).first().fill('Mesin uji')
  const section = form.getByRole('combobox', { name: say.fields.sectionId })
  await section.pressSequentially('Bagian Uji', { delay: 50 })
  await expect(page.getByRole('option', { name: say.masters.sections.add })).toBeVisible()
  await section.press('Enter')
  const added = page.getByRole('dialog', { name: say.masters.sections.add })
  await expect(added.getByLabel(say.fields.name)).toHaveValue('Bagian Uji')
  await added.getByLabel(say.fields.code).fill('UJI')
  await page.keyboard.press('Control+Enter')
  await expect(added).toBeHidden()
  await expect(section).toHaveValue(/UJI — Bagian Uji/)
  await form.getByLabel('Merek').fill('Juki')
  await form.getByLabel('Merek').press('Control+Enter')
  await expect(form).toBeHidden()
  await page.goto(`${host.url}/masters/machines?find=MC-UJI`)
  await page.getByRole('row', { name: /MC-UJI/ }).dblclick()
  await expect(page.getByRole('dialog', { name: 'Mesin uji' })).toContainText('Juki')
})

test('a way of the process flow is reached by Tab and opened by Enter', async ({ page }) => {
  await open(page, '/masters/process-flow')
  const way = page.getByRole('button', { name: /Cutting ke Bordir/ })
  await way.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog', { name: /Cutting · Bordir/ })).toBeVisible()
})
