import { expect, test } from '@playwright/test'
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

/** A browser that enlarges to 200 % leaves a page half as many of its own pixels, each drawn twice as large. */
test('at 200 % no page is cut off sideways, and its own buttons stay within reach', async ({ browser }) => {
  const page = await (await browser.newContext({ viewport: { width: 683, height: 384 }, deviceScaleFactor: 2 })).newPage()
  await page.goto(host.url)
  await page.getByRole('button', { name: /Ratna Wijaya/ }).click()
  const navigation = page.getByRole('navigation').first()
  await expect(navigation).toBeVisible()
  const paths = await navigation.getByRole('link').evaluateAll(links => links.map(link => link.getAttribute('href') ?? ''))
  expect(paths.length).toBeGreaterThan(10)
  for (const path of paths) {
    await page.evaluate(to => {
      history.pushState(null, '', to)
      dispatchEvent(new PopStateEvent('popstate'))
    }, path)
    // A screen on a wall hangs without the frame.
    if (path.endsWith('/wall')) await expect(navigation).toHaveCount(0)
    else await expect(navigation.locator(`a[href="${path}"]`)).toHaveAttribute('aria-current', 'page')
    await expect(page.getByRole('main')).toBeVisible()
    await expect(page.getByText(texts.id.words.loading)).toHaveCount(0)
    await expect(page.getByRole('main').locator('> *').first()).toBeVisible()
    const room = await page.evaluate(() => ({
      sideways: document.documentElement.scrollWidth - innerWidth,
      // What is left for the page itself between the bars.
      main: document.querySelector('main')!.clientHeight,
    }))
    expect(room.sideways, path).toBe(0)
    expect(room.main, path).toBeGreaterThan(180)
    const beyond = await page.getByRole('main').getByRole('button').evaluateAll(buttons => buttons.filter(button => {
      const { left, right, width } = button.getBoundingClientRect()
      // A list or a board scrolls by itself; nothing else may stand outside of the window.
      const scrolls = (element: Element | null): boolean => element !== null && element.tagName !== 'MAIN' && (/auto|scroll/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement))
      return width > 0 && (left < 0 || right > innerWidth) && !scrolls(button.parentElement)
    }).map(button => button.textContent || button.getAttribute('aria-label')))
    expect(beyond, path).toEqual([])
  }
  await page.context().close()
})
