import { readFileSync } from 'node:fs'
import type { BrowserContext, Page, Route } from 'playwright'
import { app, lasting } from './stand-in-app.ts'
import { pageScript } from './page-script.ts'
import type { StandInContents, StandInFrame } from './stand-in-window.ts'

/**
 * Where a test shows windows: the browser's executable and the port over which the test drives its pages too. Chromium knows no scheme
 * `app:`, so `app://lantai/…` is served under `https://lantai.test/…`: as secure, as much an origin of its own, and found on no network.
 */
const { LANTAI_STAND_IN_BROWSER: executablePath, LANTAI_STAND_IN_PORT: port } = process.env
const toOuter = (url: string) => url.replace(/^app:\/\/([a-z]+)\//, 'https://$1.test/')
const toInner = (url: string) => url.replace(/^https:\/\/([a-z]+)\.test\//, 'app://$1/')

export interface ShownPage {
  load(url: string): Promise<void>
  deliver(channel: string, given: unknown[]): void
  run(code: string): Promise<unknown>
  focus(): Promise<void>
  close(): Promise<void>
}

export interface PageParts {
  readonly contents: StandInContents
  readonly preload: URL | undefined
  onTitle(title: string): void
  onFocus(): void
  onOpen(address: string): void
  onIpc(kind: 'send' | 'invoke', channel: string, frame: StandInFrame, given: unknown[]): Promise<unknown>
}

let browser: Promise<BrowserContext> | undefined
const shown = new Map<Page, PageParts>()

/** A page for a window; nothing where no browser was named. */
export async function openPage(parts: PageParts): Promise<ShownPage | undefined> {
  if (executablePath === undefined) return undefined
  const context = await (browser ??= startBrowser(executablePath))
  const page = await newPage(context)
  shown.set(page, parts)
  await page.exposeBinding('__ipc', ({ frame }, kind: 'send' | 'invoke', channel: string, given: unknown[]) =>
    parts.onIpc(kind, channel, { url: toInner(frame.url()), parent: frame.parentFrame() }, unpack(given) as unknown[]).then(pack))
  await page.exposeBinding('__title', (_, title: string) => parts.onTitle(title))
  await page.exposeBinding('__focus', () => parts.onFocus())
  await page.exposeBinding('__open', (_, address: string) => parts.onOpen(toInner(address)))
  await page.exposeBinding('__may', (_, permission: 'notifications') =>
    parts.contents.session.checkHandler?.(null, permission, 'app://lantai/', { isMainFrame: true }) ?? true)
  // As one script, because the page's own policy lets no text become code.
  if (parts.preload) await page.addInitScript(`(require => {\n${readFileSync(parts.preload, 'utf8')}\n})((${pageScript.toString()})())`)
  let last: Promise<unknown> = Promise.resolve()
  return {
    async load(url) {
      parts.contents.begin(url)
      await page.goto(toOuter(url))
    },
    /** In order, whatever the page is doing. A page that has gone hears nothing. */
    deliver(channel, given) {
      const packed = pack(given)
      last = last.then(() => page.evaluate(([to, what]) => window.__deliver?.(to, what as unknown[]), [channel, packed] as const)).catch(() => {})
    },
    run: code => page.evaluate(code),
    focus: () => page.bringToFront(),
    close: () => page.close(),
  }
}

async function startBrowser(executable: string): Promise<BrowserContext> {
  const { chromium } = await import('playwright')
  const context = await chromium.launchPersistentContext(app.getPath('userData'), {
    executablePath: executable, viewport: { width: 1366, height: 768 }, timezoneId: 'Asia/Jakarta',
    handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false,
    args: [
      `--remote-debugging-port=${port ?? 0}`, '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync',
    ],
  })
  lasting.endBrowser = () => context.close()
  await context.route('**/*', answer)
  return context
}

/** The browser comes with a page; it is the first window's. */
async function newPage(context: BrowserContext): Promise<Page> {
  const blank = context.pages().find(page => !shown.has(page) && page.url() === 'about:blank')
  return blank ?? context.newPage()
}

/** Every request goes the way it would in Electron: may the page go there, may the session ask, who answers. */
async function answer(route: Route): Promise<void> {
  const request = route.request()
  const url = toInner(request.url())
  const frame = request.frame()
  const parts = shown.get(frame.page())
  if (!parts) return route.abort('failed')
  const { contents } = parts
  const isMain = request.isNavigationRequest() && frame.parentFrame() === null
  if (isMain && url !== contents.address && !contents.mayNavigate(url)) return route.abort('aborted')
  if (isMain && url !== contents.address) contents.begin(url)
  const response = await contents.session.request(url, request.method())
  if (typeof response === 'string') return route.abort(response === 'cancelled' ? 'blockedbyclient' : 'failed')
  await route.fulfill({ status: response.status, headers: Object.fromEntries(response.headers), body: Buffer.from(await response.arrayBuffer()) })
}

/** Bytes travel as text between page and program. */
function pack(value: unknown): unknown {
  if (value instanceof Uint8Array) return { __bytes: Buffer.from(value).toString('base64') }
  if (Array.isArray(value)) return value.map(pack)
  return value
}

function unpack(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(unpack)
  const { __bytes: bytes } = Object(value) as { __bytes?: unknown }
  return typeof bytes === 'string' ? new Uint8Array(Buffer.from(bytes, 'base64')) : value
}
