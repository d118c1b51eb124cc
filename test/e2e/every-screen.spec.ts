import { AxeBuilder } from '@axe-core/playwright'
import { expect, test, type Page } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { startHostProcess, type HostProcess } from '../support/host-process.ts'

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

const sizes = { office: { width: 1366, height: 768 }, tablet: { width: 800, height: 1280 } } as const
const languages = { id: 'Bahasa Indonesia', en: 'English' } as const
/** A text key that was shown instead of its text. */
const rawKey = new RegExp(`\\b(${Object.keys(texts.id).join('|')})\\.[a-z][\\w.]+`)

async function pathsInNavigation(page: Page): Promise<string[]> {
  const links = page.getByRole('navigation').getByRole('link')
  return links.evaluateAll(found => found.map(link => link.getAttribute('href') ?? ''))
}

for (const [size, viewport] of Object.entries(sizes)) {
  for (const [language, name] of Object.entries(languages)) {
    test(`every screen is whole: ${size}, ${language}`, async ({ browser }) => {
      test.setTimeout(120_000)
      const page = await (await browser.newContext({ viewport, hasTouch: size === 'tablet' })).newPage()
      const faults: string[] = []
      page.on('pageerror', error => faults.push(error.message))
      page.on('console', message => message.type() === 'error' && faults.push(message.text()))
      await page.goto(host.url)
      await page.getByRole('button', { name: /Ratna Wijaya/ }).click()
      await expect(page.getByRole('navigation')).toBeVisible()
      await page.getByRole('button', { name, exact: true }).click()
      const paths = await pathsInNavigation(page)
      expect(paths.length).toBeGreaterThan(10)
      for (const path of paths) {
        await test.step(path, async () => {
          await page.goto(host.url + path)
          const content = page.getByRole('main')
          await expect(content).not.toBeEmpty()
          await expect(page.getByText(texts[language as keyof typeof languages].words.loading)).toHaveCount(0)
          await expect(content.locator('.MuiSkeleton-root')).toHaveCount(0)
          expect(await content.innerText()).not.toMatch(rawKey)
          expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `${path} is wider than the screen`).toBe(true)
          if (language !== 'id') return
          const { violations } = await new AxeBuilder({ page }).analyze()
          const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
          expect(serious.map(({ id, nodes }) => `${path} ${id}: ${nodes[0]?.html ?? ''}`)).toEqual([])
        })
      }
      expect(faults).toEqual([])
    })
  }
}
