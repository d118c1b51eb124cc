import { expect, type Browser, type Locator, type Page } from '@playwright/test'
import BetterSqlite from 'better-sqlite3'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { databaseFile } from '../../src-main/database/data-folder.ts'
import { texts } from '../../shared/texts.ts'
import { removeFolder, temporaryFolder } from './folder.ts'
import { pdfText } from './pdf-text.ts'
import { signIn, type SignedIn } from './signed-in.ts'
import { plugIn, type Wedge } from './wedge.ts'

/** A tablet or a desk of somebody who works on invoices, with a scanner. */
export interface FloorDesk extends SignedIn {
  readonly wedge: Wedge
  /** What became of the scans that are still shown. */
  readonly flash: Locator
  /** As somebody scans who looks at the screen between two codes, and scans again what was not read whole; resolves once it is answered. */
  scan(code: string): Promise<void>
  /** The frequencies of all tones since it was opened. */
  tones(): Promise<number[]>
}

const say = texts.id
/** How a scan sounds that is taken, and one that is not. */
export const sounds = { known: [1320], wrong: [220, 165] } as const

export async function sitAtFloor(browser: Browser, url: string, name: RegExp, options: { readonly isTablet?: boolean; readonly canBreak?: boolean } = {}): Promise<FloorDesk> {
  const desk = await signIn(browser, url, name, { ...options, hasScanner: true })
  const { page } = desk
  await page.evaluate(() => {
    const { start } = OscillatorNode.prototype
    document.documentElement.dataset.tones = ''
    OscillatorNode.prototype.start = function (...when) {
      document.documentElement.dataset.tones += `${Math.round(this.frequency.value)} `
      return start.apply(this, when)
    }
  })
  const wedge = await plugIn(page)
  return {
    ...desk, wedge,
    flash: page.getByRole('status', { name: say.scan.status.region }),
    scan: code => scanSurely(page, wedge, code),
    tones: async () => ((await page.locator('html').getAttribute('data-tones')) ?? '').split(' ').filter(Boolean).map(Number),
  }
}

/** Opens the screen where somebody works, and proves by their badge who does. The screen has to hear first how this factory's badges begin. */
export async function beginAt(desk: FloorDesk, path: string, badge: string): Promise<void> {
  await desk.open(path)
  await expect(desk.page.getByText(say.floor.worker.byHand)).toBeVisible()
  await expect(async () => {
    await desk.scan(badge)
    await expect(desk.page.getByText(say.floor.worker.byBadge)).toBeVisible({ timeout: 3_000 })
  }).toPass()
}

/** How many scans the page has answered so far. */
export async function answered(page: Page): Promise<number> {
  return (await lastAnswer(page)).number
}

async function lastAnswer(page: Page): Promise<{ readonly number: number; readonly code: string }> {
  const label = (await page.locator('footer [aria-keyshortcuts=F9]').getAttribute('aria-label')) ?? ''
  return { number: Number(/ke-(\d+)/.exec(label)?.[1] ?? 0), code: /: ([^,]+),/.exec(label)?.[1] ?? '' }
}

/** A computer under load brings keys so late that a code falls apart: whoever sees that scans again. What scans lose at their own speed is another test's. */
async function scanSurely(page: Page, wedge: Wedge, code: string): Promise<void> {
  await expect(async () => {
    const before = await answered(page)
    await wedge.scan(code, { rest: 150 })
    await expect.poll(() => answered(page), { timeout: 5_000, intervals: [20, 50] }).toBeGreaterThan(before)
    expect((await lastAnswer(page)).code).toBe(code)
  }).toPass({ timeout: 30_000 })
}

/** Each code a tenth of a second after the one before, by the clock on the wall. */
export async function scanQuickly({ wedge }: Pick<FloorDesk, 'wedge'>, codes: readonly string[], before: (at: number) => unknown = () => {}): Promise<void> {
  const began = Date.now()
  for (const [at, code] of codes.entries()) {
    await before(at)
    await new Promise(resolve => setTimeout(resolve, Math.max(0, began + at * 100 - Date.now())))
    await wedge.scan(code, { gap: 5 })
  }
}

/** What stands in the database of a host that runs, read beside it. */
export interface Book {
  rows<Row>(sql: string, ...values: unknown[]): Row[]
  one<Value>(sql: string, ...values: unknown[]): Value
  close(): void
}

export function openBook(folder: string): Book {
  const database = new BetterSqlite(join(folder, databaseFile), { readonly: true })
  return {
    rows: <Row>(sql: string, ...values: unknown[]) => database.prepare(sql).all(...values) as Row[],
    one: <Value>(sql: string, ...values: unknown[]) => database.prepare(sql).pluck().get(...values) as Value,
    close: () => void database.close(),
  }
}

const { papers } = say.floor
export type Paper = 'address' | 'box' | 'basket' | 'addressPage' | 'packingList' | 'deliveryNote' | 'courierSlip'

/** Chooses a paper in the dialog that is open and has it made as a document, which the browser shows in a page of its own; what it says. */
export async function printed({ page }: Pick<SignedIn, 'page'>, paper: Paper, number: string): Promise<string> {
  const dialog = page.getByRole('dialog', { name: papers.title.replace('{{number}}', number) })
  await dialog.getByLabel(papers.what).selectOption({ label: papers[paper] })
  const printer = dialog.getByLabel(say.labels.printer)
  if (await printer.isVisible()) await printer.selectOption('')
  const [file, shown] = [nextDocument(page), page.waitForEvent('popup')]
  await dialog.getByRole('button', { name: papers.print, exact: true }).click()
  const content = await file
  await (await shown).close()
  await expect(dialog).toBeHidden()
  expect(content.subarray(0, 5).toString('latin1')).toBe('%PDF-')
  return textOf(content) ?? number
}

/** What the host sends to be shown next: its ticket is good for one use, and a browser may save it or show it. */
function nextDocument(page: Page): Promise<Buffer> {
  return new Promise(resolve => {
    void page.context().route(/\/files\/[^?]+\?show/, async route => {
      const response = await route.fetch()
      resolve(await response.body())
      await route.fulfill({ status: 200, contentType: 'text/plain', body: '' })
    }, { times: 1 })
  })
}

function textOf(content: Buffer): string | undefined {
  const folder = temporaryFolder()
  try {
    const path = join(folder, 'paper.pdf')
    writeFileSync(path, content)
    const text = pdfText(path)
    if (text === undefined) process.stdout.write('    the PDF is not read: pdftotext is not installed here\n')
    return text
  } finally {
    removeFolder(folder)
  }
}
