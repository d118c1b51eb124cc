import { errors, expect, type Browser, type Locator, type Page, type WebSocketRoute } from '@playwright/test'
import { texts } from '../../shared/texts.ts'

export interface SignedIn {
  readonly page: Page
  /** What failed behind the screens. */
  readonly faults: string[]
  /** Goes there as a link does, without loading the program anew. */
  open(path: string): Promise<void>
  /** Breaks the line to the host, where it can break, until it is mended. */
  cut(): Promise<void>
  mend(): void
}

/** One of the demo factory's people at a desk of their own; without a scanner quick keys are a person's. Alarms that come up are acknowledged: they stand over the head of the page. */
export async function signIn(browser: Browser, url: string, name: RegExp, { isTablet = false, hasScanner = false, canBreak = false } = {}): Promise<SignedIn> {
  const look = isTablet ? { viewport: { width: 800, height: 1280 }, hasTouch: true } : { viewport: { width: 1366, height: 768 } }
  const page = await (await browser.newContext(look)).newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  const acknowledge = async (button: Locator) => {
    await button.click({ timeout: 2_000 }).catch((reason: unknown) => {
      if (!(reason instanceof errors.TimeoutError)) throw reason
    })
  }
  await page.addLocatorHandler(page.getByRole('alert').getByRole('button', { name: texts.id.buttons.acknowledge, exact: true }), acknowledge, { noWaitAfter: true })
  if (!hasScanner) await page.addInitScript(() => localStorage.setItem('lantai.scanner', 'off'))
  let isCut = false
  const lines = new Set<WebSocketRoute>()
  if (canBreak) {
    await page.routeWebSocket(/\/ws$/, line => {
      if (isCut) return void line.close()
      line.connectToServer()
      lines.add(line)
    })
  }
  await page.goto(url)
  await page.getByRole('button', { name }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible({ timeout: 30_000 })
  return {
    page, faults,
    async cut() {
      isCut = true
      for (const line of lines) await line.close()
      lines.clear()
    },
    mend() {
      isCut = false
    },
    async open(path) {
      await page.evaluate(to => {
        history.pushState(null, '', to)
        dispatchEvent(new PopStateEvent('popstate'))
      }, path)
    },
  }
}
