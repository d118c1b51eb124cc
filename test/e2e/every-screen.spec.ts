import { AxeBuilder } from '@axe-core/playwright'
import { errors, expect, test, type Browser, type Locator, type Page } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { startHostProcess, type HostProcess } from '../support/host-process.ts'

// Each worker has a host of its own.
test.describe.configure({ mode: 'parallel' })

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

const sizes = { office: { width: 1366, height: 768 }, upright: { width: 800, height: 1280 }, landscape: { width: 1280, height: 800 } } as const
type Size = keyof typeof sizes
const languages = { id: 'Bahasa Indonesia', en: 'English' } as const
type Language = keyof typeof languages
/** A text key that was shown instead of its text, or a permission instead of its name. */
const rawKey = new RegExp(`\\b(${Object.keys(texts.id).join('|')})\\.[a-z][\\w.]+`)
/** Beside those of the navigation, and a stock card, a lot and an invoice, which are found on the way. */
const furtherPaths = [
  '/reports/inventory', '/reports/stockMovement', '/reports/stockAgeing', '/reports/stockValuation', '/reports/countSheet', '/reports/countVariance', '/reports/materialDebt', '/reports/shortage', '/reports/bomAgreement', '/reports/finishedGoodsStock',
  '/reports/downtime', '/reports/oee', '/reports/transferTimes', '/reports/lineClearance', '/reports/stageYield', '/reports/reworkCards', '/reports/dailySectionSummary', '/reports/itemAggregate', '/reports/workerHistory', '/reports/attendance',
  '/reports/dailyLedger', '/reports/wastage', '/reports/efficiency', '/reports/teamProduction', '/reports/findings',
  '/reports/invoices', '/reports/billingSummary', '/reports/billedItems', '/reports/couriers', '/reports/fulfilmentProductivity', '/reports/pickingHistory', '/reports/packingHistory', '/reports/deliveryHistory',
  '/section-day/day?part=waste', '/section-day/day?part=receipts', '/section-day/day?part=attendance', '/section-day/teams?view=weeks', '/transfers/clearances',
  '/warehouse/counts?view=plans', '/warehouse/debts?view=summary', '/imports/new', '/masters/target-rules', '/masters/work-shifts', '/masters/calendar', '/audit/summary', '/health/operations', '/health/log', '/nowhere',
]
/** Rows of one table are alike, and the frame is the same around every page: axe looks at some of them. */
const alike = ['.MuiDataGrid-row:nth-child(n + 4)', 'tbody tr:nth-child(n + 4)', 'main li:nth-child(n + 4)']
const frame = ['nav', 'header', 'footer']

/** A walk takes half of the screens, so that two desks share the way. */
const halves = [0, 1] as const
type Half = (typeof halves)[number]

for (const half of halves) {
  test(`every screen is whole at an office desk, light and dark, also with text twice as large: ${half + 1} of 2`, async ({ browser }) => {
    test.setTimeout(600_000)
    const desk = await signIn(browser, 'office')
    await desk.visitAll(half, async path => {
      await requireWhole(desk.page, path, 'id')
      await requireAccessible(desk.page, path, ['light', 'dark'])
      await speak(desk.page, 'en')
      await requireWhole(desk.page, path, 'en')
      await speak(desk.page, 'id')
      await enlargeText(desk.page, 200)
      await requireWhole(desk.page, path, 'id')
      await enlargeText(desk.page, 100)
    })
  })

  test(`every screen is whole on a tablet, upright and landscape, also with text twice as large: ${half + 1} of 2`, async ({ browser }) => {
    test.setTimeout(600_000)
    const desk = await signIn(browser, 'upright')
    await desk.visitAll(half, async path => {
      // The colours of the dark scheme are the same at a desk.
      await requireAccessible(desk.page, path, ['light'])
      await requireWhole(desk.page, path, 'id')
      await enlargeText(desk.page, 200)
      await requireWhole(desk.page, path, 'id')
      await enlargeText(desk.page, 100)
      await desk.page.setViewportSize(sizes.landscape)
      await speak(desk.page, 'en')
      await requireWhole(desk.page, path, 'en')
      await desk.page.setViewportSize(sizes.upright)
      await speak(desk.page, 'id')
    })
  })
}

interface Desk {
  readonly page: Page
  /** Goes to each screen of a half in turn, as a link does; at the end nothing may have failed behind the screens. */
  visitAll(half: Half, look: (path: string) => Promise<void>): Promise<void>
}

async function signIn(browser: Browser, size: Size): Promise<Desk> {
  const page = await (await browser.newContext({ viewport: sizes[size], hasTouch: size !== 'office', colorScheme: 'light' })).newPage()
  const faults: string[] = []
  page.on('pageerror', error => faults.push(error.message))
  page.on('console', message => message.type() === 'error' && faults.push(message.text()))
  await page.goto(host.url)
  await page.getByRole('button', { name: /Ratna Wijaya/ }).click()
  await expect(page.getByRole('navigation')).toBeVisible()
  await acknowledgeAlarms(page)
  await speak(page, 'id')
  const paths = [...(await pathsInNavigation(page)), ...furtherPaths]
  expect(paths.length).toBeGreaterThan(15)
  return {
    page,
    async visitAll(half, look) {
      const all = [...paths, await stockCardPath(page), await lotPath(page), await invoicePath(page)]
      for (const path of all.filter((_, at) => at % halves.length === half)) {
        await test.step(path, async () => {
          await page.evaluate(to => {
            history.pushState(null, '', to)
            dispatchEvent(new PopStateEvent('popstate'))
          }, path)
          await look(path)
        })
      }
      expect(faults).toEqual([])
    },
  }
}

/** The host runs for minutes, and its chores may alarm whoever looks after it; the alarm stands over the head of the page. */
async function acknowledgeAlarms(page: Page): Promise<void> {
  const said = new RegExp(`^(${texts.id.buttons.acknowledge}|${texts.en.buttons.acknowledge})$`)
  // One at a time: the next one stands in its place. One that ends by itself meanwhile wants no click.
  const acknowledge = async (button: Locator) => {
    await button.click({ timeout: 2_000 }).catch((reason: unknown) => {
      if (!(reason instanceof errors.TimeoutError)) throw reason
    })
  }
  await page.addLocatorHandler(page.getByRole('alert').getByRole('button', { name: said }), acknowledge, { noWaitAfter: true })
}

/** As a browser does that is set to larger text: everything measured in it grows along. */
async function enlargeText(page: Page, percent: number): Promise<void> {
  await page.evaluate(size => (document.documentElement.style.fontSize = `${size}%`), percent)
}

async function speak(page: Page, language: Language): Promise<void> {
  await page.getByRole('button', { name: languages[language], exact: true }).click()
}

/** A screen on a wall has no frame to change the language in; `planner-board.spec.ts` and `fulfilment-billing.spec.ts` look at them. */
async function pathsInNavigation(page: Page): Promise<string[]> {
  const paths = await page.getByRole('navigation').getByRole('link').evaluateAll(found => found.map(link => link.getAttribute('href') ?? ''))
  return paths.filter(path => !path.endsWith('/wall'))
}

async function stockCardPath(page: Page): Promise<string> {
  await page.goto(`${host.url}/warehouse/stock`)
  // By its data: while the list is fetched, empty rows stand in its place.
  await page.getByRole('row').filter({ hasText: 'AK-GNT' }).first().dblclick()
  await expect(page).toHaveURL(/\/warehouse\/items\//)
  return new URL(page.url()).pathname
}

async function lotPath(page: Page): Promise<string> {
  await page.goto(`${host.url}/warehouse/lots`)
  await page.getByRole('row').filter({ hasText: 'AK-GNT' }).first().dblclick()
  await expect(page).toHaveURL(/\/warehouse\/lots\/./)
  return new URL(page.url()).pathname
}

async function invoicePath(page: Page): Promise<string> {
  await page.goto(`${host.url}/fulfilment/invoices`)
  await page.getByRole('row').filter({ has: page.getByRole('gridcell') }).filter({ hasText: /\d/ }).first().dblclick()
  await expect(page).toHaveURL(/\/fulfilment\/invoices\/./)
  return new URL(page.url()).pathname
}

/** It is there, speaks one language, and has to be scrolled in one direction only; tables and boards may scroll in their own place. */
async function requireWhole(page: Page, path: string, language: Language): Promise<void> {
  const content = page.getByRole('main')
  await expect(content).not.toBeEmpty()
  await expect(page.getByText(texts[language].words.loading)).toHaveCount(0)
  await expect(content.locator('.MuiSkeleton-root, .MuiLinearProgress-indeterminate')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty()
  expect(await page.locator('body').innerText()).not.toMatch(rawKey)
  const tooWide = () => page.evaluate(() => [...document.querySelectorAll('html, main, main > div')].filter(one => one.scrollWidth > one.clientWidth + 1).map(one => `${one.tagName} ${one.scrollWidth} > ${one.clientWidth}`))
  await expect.poll(tooWide, `${path} has to be scrolled sideways`).toEqual([])
}

/** Nothing serious in any of the schemes; the dark one differs in its colours only. */
async function requireAccessible(page: Page, path: string, schemes: readonly ('light' | 'dark')[]): Promise<void> {
  for (const scheme of schemes) {
    await page.emulateMedia({ colorScheme: scheme })
    await expect(page.locator('html')).toHaveAttribute('data-scheme', scheme)
    await expect(page.getByRole('main').locator('.MuiSkeleton-root')).toHaveCount(0)
    // There are no frames to be looked into by a page of its own, and what is right need not be told: the same faults in a third of the time.
    let axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
    for (const repeated of [...alike, ...(path === '/notifications' ? [] : frame)]) axe = axe.exclude(repeated)
    if (scheme === 'dark') axe = axe.withRules(['color-contrast'])
    const faults = async () => {
      await atRest(page)
      const { violations } = await axe.analyze()
      return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)
    }
    // What comes from the host meanwhile may set a colour off again: a fault is one that stays.
    await expect.poll(faults, { message: `${path}, ${scheme}`, intervals: [500], timeout: 20_000 }).toEqual([])
  }
  await page.emulateMedia({ colorScheme: 'light' })
}

/** A colour on its way to another is nobody's choice. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = () => document.getAnimations().filter(one => one instanceof CSSTransition)
    do {
      await Promise.all(moving().map(one => one.finished.catch(() => undefined)))
      await new Promise(requestAnimationFrame)
    } while (moving().length > 0)
  })
}
