import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, type Browser, type Page } from '@playwright/test'
import BetterSqlite from 'better-sqlite3'
import { findElectron } from '../../scripts/find-electron.ts'
import { texts } from '../../shared/texts.ts'
import { startOnElectron, startOnStandIn, type Desktop } from '../desktop/desktops.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'

const say = texts.id
const electron = findElectron()

/** The same program, once on a stand-in for Electron, once on Electron itself. */
const grounds = [
  { name: 'on the stand-in', start: startOnStandIn, obstacle: undefined },
  { name: 'on Electron', start: startOnElectron, obstacle: electron.reason },
] as const

for (const { name, start, obstacle } of grounds) {
  test.describe(`the desktop ${name}`, () => {
    let folder: string
    let desktop: Desktop

    test.beforeAll(async () => {
      folder = temporaryFolder()
      if (obstacle === undefined) desktop = await start(folder)
    })
    test.afterAll(async () => {
      await desktop?.close()
      removeFolder(folder)
    })

    test('from the first run to the last window', async ({ browser }) => {
      test.skip(obstacle !== undefined, `Electron is not run: ${obstacle ?? ''}`)
      const [sewing, warehouse, admin] = await test.step('a newcomer is led into the demo factory, and asks for further windows', async () => {
        const first = await windowAt(desktop, 0)
        await first.getByRole('button', { name: say.identity.firstRun.tryDemo }).click()
        await signInAs(first, 'Sri Lestari')
        return [first, await nextWindow(desktop, 1, 'Bambang Prasetyo'), await nextWindow(desktop, 2, 'Ratna Wijaya')] as const
      })
      const lan = await lanDesk(browser, desktop.url, 'Dewi Anggraini')

      await test.step('what one window asks for stands in the other, and on a desk in the network', async () => {
        await openScreen(sewing, say.kanban.board.title)
        await openScreen(warehouse, say.kanban.board.title)
        await openScreen(lan, say.kanban.board.title)
        const number = await askForCartons(sewing, warehouse)
        await expect(cardOf(sewing, number)).toBeVisible()
        await expect(cardOf(lan, number)).toBeVisible()
        await warehouse.getByRole('button', { name: say.notifications.alert.acknowledge, exact: true }).click()
        await cardOf(warehouse, number).getByRole('button', { name: say.kanban.acts.approve }).press('Enter')
        await expect(sewing.getByRole('group', { name: new RegExp(`^${number},.*${say.kanban.statuses.APPROVED}`) })).toBeVisible()
      })

      await test.step('a report is saved where the person says, to the last byte', async () => {
        const target = join(folder, 'laporan stok.pdf')
        await answerSaveDialog(desktop, target)
        await makeInventoryReport(admin)
        await expect(admin.getByText(say.files.saved.replace('{{name}}', 'laporan stok.pdf'))).toBeVisible()
        const saved = readFileSync(target)
        expect(saved.subarray(0, 5).toString()).toBe('%PDF-')
        expect(readdirSync(join(folder, 'work')).some(name => readFileSync(join(folder, 'work', name)).equals(saved))).toBe(true)
        expect(readdirSync(folder).filter(name => name.endsWith('.part'))).toEqual([])
      })

      await test.step('who thinks better of it saves nothing, and a place that cannot be written is said', async () => {
        await answerSaveDialog(desktop, undefined)
        await makeInventoryReport(admin)
        await answerSaveDialog(desktop, join(folder, 'no such folder', 'laporan.pdf'))
        await makeInventoryReport(admin)
        await expect(admin.getByText(new RegExp(say.errors['file-not-saved'].slice(0, 30)))).toBeVisible()
      })

      await test.step('a report goes to paper by a window of its own', async () => {
        await keepPrinted(desktop)
        await admin.getByRole('button', { name: say.buttons.print, exact: true }).click()
        await expect.poll(() => printedAddresses(desktop), { timeout: 60_000 }).toEqual([expect.stringMatching(/^app:\/\/document\/.*\.pdf$/)])
        await closeDocuments(desktop)
      })

      await test.step('a file of several pieces reaches the host', async () => {
        const rows = 30_000
        const csv = join(folder, 'barang.csv')
        writeFileSync(csv, `kode;nama;satuan\n${Array.from({ length: rows }, (_, at) => `UJI-${at};Barang uji ${randomBytes(20).toString('hex')};Pcs`).join('\n')}\n`)
        await openScreen(admin, say.masters.items.title)
        await admin.getByRole('main').getByRole('link', { name: say.buttons.import, exact: true }).click()
        await admin.locator('input[type=file]').setInputFiles(csv)
        await expect(admin.getByText(/30[.]000 baris/).first()).toBeVisible({ timeout: 60_000 })
      })

      await test.step('a second start brings the first to the front, and goes', async () => {
        await hideWindows(desktop)
        expect(await desktop.startAgain()).toBe(0)
        await expect.poll(() => visibleWindows(desktop)).toBe(1)
        expect(await desktop.startAgain(['--background'])).toBe(0)
      })

      await test.step('no page leaves, no stranger is answered, nothing is granted that is not needed', async () => {
        const before = sewing.url()
        await sewing.evaluate(() => location.assign('https://example.invalid/'))
        await sewing.evaluate(() => window.open('https://example.invalid/'))
        await expect.poll(() => sewing.url()).toBe(before)
        expect((await desktop.windows()).length).toBe(3)
        const states = await sewing.evaluate(() =>
          Promise.all((['geolocation', 'camera', 'notifications'] as PermissionName[]).map(async permission => (await navigator.permissions.query({ name: permission })).state)))
        expect(states).toEqual(['denied', 'denied', 'granted'])
        expect(await sewing.evaluate(() => fetch('https://example.invalid/').then(() => 'reached', () => 'refused'))).toBe('refused')
        expect(await strangerIsAnswered(desktop)).toBe(false)
      })

      await test.step('the last window goes into the tray, and the host goes on', async () => {
        await closeWindows(desktop)
        await expect.poll(() => visibleWindows(desktop)).toBe(0)
        expect((await fetch(`${desktop.url}/healthz`)).ok).toBe(true)
        await lan.close()
      })

      await test.step('it quits cleanly: no fault, the folder given back, the audit sealed', async () => {
        const seals = readdirSync(join(folder, 'seals')).length
        await desktop.evaluate(({ app }) => void setTimeout(() => app.quit(), 100), null)
        expect(await desktop.ended, desktop.output()).toBe(0)
        expect(isLocked(folder)).toBe(false)
        expect(readdirSync(join(folder, 'seals')).length).toBeGreaterThanOrEqual(seals)
        expect(existsSync(join(folder, 'lantai.db-wal'))).toBe(false)
      })
    })
  })
}

test.describe('npm start', () => {
  let folder: string
  test.beforeAll(() => {
    folder = temporaryFolder()
  })
  test.afterAll(() => removeFolder(folder))

  test('starts the desktop where Electron and a display are, and passes everything on', async () => {
    test.skip(process.platform === 'win32', 'The program put in Electron’s place is a shell script.')
    const dist = join(folder, 'electron')
    mkdirSync(dist)
    writeFileSync(join(dist, 'electron'), '#!/bin/sh\necho "started: $* [$ELECTRON_RUN_AS_NODE]"\nexit 7\n', { mode: 0o755 })
    const started = npmStart(['--data', join(folder, 'data'), '--demo', '--no-sandbox'], { DISPLAY: ':99', ELECTRON_OVERRIDE_DIST_PATH: dist, ELECTRON_RUN_AS_NODE: '1' })
    expect(await started.ended).toBe(7)
    expect(started.output()).toContain(`started: ${root} --port 4310 --data ${join(folder, 'data')} --demo --no-sandbox []`)
  })

  test('says in one line why there is no window, and starts the host with its address', async () => {
    const started = npmStart(['--data', join(folder, 'data'), '--port', '0'], { DISPLAY: '', WAYLAND_DISPLAY: '', ELECTRON_OVERRIDE_DIST_PATH: join(folder, 'nowhere') })
    await expect.poll(started.output, { timeout: 60_000 }).toMatch(/Open http:\/\/127\.0\.0\.1:\d+ in a browser/)
    const lines = started.output().split('\n').filter(line => line.includes('without a desktop window'))
    expect(lines).toHaveLength(1)
    expect(lines[0]).toMatch(/Electron’s program is not here: .*; and there is no display/)
    started.kill()
    expect(await started.ended).toBe(0)
  })
})

const root = join(import.meta.dirname, '..', '..')

function npmStart(args: readonly string[], env: NodeJS.ProcessEnv): { readonly ended: Promise<number | null>; output(): string; kill(): void } {
  const child = spawn(process.execPath, [join(root, 'scripts/start.ts'), ...args], { cwd: root, env: { ...process.env, ...env } })
  let printed = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data: Buffer) => (printed += data.toString()))
  return { ended: new Promise(resolve => child.once('close', resolve)), output: () => printed, kill: () => void child.kill('SIGTERM') }
}

async function windowAt(desktop: Desktop, at: number): Promise<Page> {
  await expect.poll(async () => (await desktop.windows()).length, { timeout: 60_000 }).toBeGreaterThan(at)
  const page = (await desktop.windows())[at]!
  await page.waitForLoadState('domcontentloaded')
  return page
}

/** As with a browser's tabs: a screen in a window of its own, where somebody else may sign in. */
async function nextWindow(desktop: Desktop, at: number, person: string): Promise<Page> {
  const [first] = await desktop.windows()
  await first!.getByRole('link', { name: say.kanban.board.title, exact: true }).click({ modifiers: ['Control'] })
  const page = await windowAt(desktop, at)
  await signInAs(page, person)
  return page
}

async function lanDesk(browser: Browser, url: string, person: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(url)
  await signInAs(page, person)
  return page
}

async function signInAs(page: Page, person: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(person) }).click({ timeout: 60_000 })
  await expect(page.getByRole('navigation', { name: say.frame.navigation })).toBeVisible()
}

const openScreen = (page: Page, title: string) => page.getByRole('navigation', { name: say.frame.navigation }).getByRole('link', { name: title, exact: true }).click()
const cardOf = (page: Page, number: string) => page.getByRole('group', { name: new RegExp(`^${number},`) })

async function askForCartons(page: Page, warehouse: Page): Promise<string> {
  await page.getByRole('button', { name: say.kanban.board.request }).click()
  const dialog = page.getByRole('dialog', { name: say.kanban.request.title })
  await dialog.getByRole('combobox', { name: say.kanban.request.item }).fill('KM-KT-C')
  await expect(page.getByRole('option', { name: /KM-KT-C/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await dialog.getByLabel(say.kanban.request.quantity).fill('500')
  await dialog.getByRole('combobox', { name: say.kanban.request.priority }).selectOption({ label: say.kanban.priorities.URGENT })
  await page.keyboard.press('Control+Enter')
  const alert = warehouse.getByRole('alert', { name: say.notifications.alert.title })
  await expect(alert).toContainText('500')
  const [, asked = ''] = /(KAN-\d{8}-\d{4})/.exec(await alert.innerText()) ?? []
  expect(asked).not.toBe('')
  return asked
}

async function makeInventoryReport(page: Page): Promise<void> {
  await openScreen(page, say.reports.title)
  await page.getByRole('link', { name: say.reports.inventory.title }).or(page.getByRole('button', { name: say.reports.inventory.title })).first().click()
  await page.getByRole('button', { name: 'PDF' }).click()
  await expect(page.getByRole('progressbar')).toHaveCount(0)
}

/** What the person will choose in the next dialogs: a place, or nothing. */
async function answerSaveDialog(desktop: Desktop, path: string | undefined): Promise<void> {
  await desktop.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: filePath === '', filePath })
  }, path ?? '')
}

/** From here on the system's print dialog stays away, and it is kept what would have been printed. */
async function keepPrinted(desktop: Desktop): Promise<void> {
  await desktop.evaluate(({ app }) => {
    const printed: string[] = []
    Object.assign(globalThis, { printed })
    app.on('web-contents-created', (_, contents) => {
      contents.print = () => void printed.push(contents.getURL())
    })
  }, null)
}

const printedAddresses = (desktop: Desktop) => desktop.evaluate(() => (globalThis as { printed?: string[] }).printed ?? [], null)
const closeDocuments = (desktop: Desktop) =>
  desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach(window => window.webContents.getURL().startsWith('app://document/') && window.close()), null)
const hideWindows = (desktop: Desktop) => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach(window => window.hide()), null)
const closeWindows = (desktop: Desktop) => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach(window => window.close()), null)
const visibleWindows = (desktop: Desktop) => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter(window => window.isVisible()).length, null)

/** A frame that is none of our screens' asks for a line, as if it had come by a desk window. */
async function strangerIsAnswered(desktop: Desktop): Promise<boolean> {
  return desktop.evaluate(async ({ BrowserWindow, ipcMain }) => {
    const sender = BrowserWindow.getAllWindows()[0]!.webContents
    const told: unknown[] = []
    const send = sender.send.bind(sender)
    sender.send = (...given: [string, ...unknown[]]) => void told.push(given)
    for (const senderFrame of [{ url: 'https://example.invalid/', parent: null }, { url: sender.getURL(), parent: {} }, null]) {
      ipcMain.emit('desk:call', { sender, senderFrame }, 7, JSON.stringify({ id: 1, call: 'identity.describeHost', input: {} }))
    }
    await new Promise(resolve => setTimeout(resolve, 500))
    sender.send = send
    return told.some(given => JSON.stringify(given).includes('"id":1'))
  }, null)
}

function isLocked(folder: string): boolean {
  const lock = new BetterSqlite(join(folder, 'host.lock'), { timeout: 0 })
  try {
    lock.exec('begin exclusive')
    return false
  } catch {
    return true
  } finally {
    lock.close()
  }
}
