import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { readStartOptions } from '../src-main/core/start-options.ts'
import { offeredName, saveCopy } from '../src-main/shell/saved-file.ts'
import { startDesktopProcess, type DesktopProcess } from './desktop/desktop-process.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { startHostProcess } from './support/host-process.ts'

const stops: (() => unknown)[] = []
afterEach(async () => {
  for (const stop of stops.splice(0).reverse()) await stop()
})

function newFolder(): string {
  const folder = temporaryFolder()
  stops.push(() => removeFolder(folder))
  return folder
}

/** The program from its sources, on a stand-in that only records windows. */
async function start(folder: string, ...args: readonly string[]): Promise<DesktopProcess> {
  const desktop = await startDesktopProcess({ from: 'run', args: ['--data', folder, ...(args.includes('--port') ? [] : ['--port', '0']), ...args] })
  stops.push(async () => {
    desktop.kill('SIGTERM')
    await desktop.ended
  })
  return desktop
}

const windowsOf = (desktop: DesktopProcess) => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(window => window.isVisible()), null)
const windowOpens = (desktop: DesktopProcess) => vi.waitFor(async () => expect(await windowsOf(desktop)).toEqual([true]), { timeout: 45_000, interval: 100 })
const recordsOf = (desktop: DesktopProcess) => desktop.evaluate(({ tools }) => ({ ...tools.records, windows: tools.records.windows.length }), null)

describe('a start that fails says why, in both languages, and what to do', () => {
  test('a port that is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1')
    stops.push(() => server.close())
    await new Promise(resolve => server.once('listening', resolve))
    const { port } = server.address() as AddressInfo
    const desktop = await start(newFolder(), '--port', String(port))
    expect(await desktop.ended).toBe(1)
    expect(desktop.output()).toContain(`Port ${port} sedang dipakai program lain.`)
    expect(desktop.output()).toContain(`Port ${port} is in use by another program.`)
    expect(desktop.output()).toContain('--port 4311')
  })

  test('data that is damaged opens a window all the same: in it stands the way back to a backup', async () => {
    const folder = newFolder()
    await (await startHostProcess(folder)).stop()
    truncateSync(join(folder, 'lantai.db'), 10_000)
    const desktop = await start(folder)
    await windowOpens(desktop)
    await expect.poll(() => desktop.output(), { timeout: 45_000 }).toMatch(/The data in .* is damaged[\s\S]*Open http:\S+ on this computer to go back to a backup/)
  })

  test('a folder that another host serves', async () => {
    const folder = newFolder()
    const host = await startHostProcess(folder)
    stops.push(() => host.stop())
    const desktop = await start(folder)
    expect(await desktop.ended).toBe(1)
    expect(desktop.output()).toContain(`Data di ${folder} sedang dipakai program Lantai lain`)
    expect(desktop.output()).toContain(`The data in ${folder} is in use by another Lantai`)
  })

  test('a database that a newer Lantai wrote', async () => {
    const folder = newFolder()
    const database = new BetterSqlite(join(folder, 'lantai.db'))
    database.pragma('user_version = 9000')
    database.close()
    const desktop = await start(folder)
    expect(await desktop.ended).toBe(1)
    expect(desktop.output()).toContain('ditulis oleh Lantai yang lebih baru')
    expect(desktop.output()).toContain('was written by a newer Lantai')
  })

  test('a folder that cannot be written', async () => {
    const file = join(newFolder(), 'file')
    writeFileSync(file, '')
    const desktop = await start(join(file, 'data'))
    expect(await desktop.ended).toBe(1)
    expect(desktop.output()).toMatch(/ENOTDIR.*\n\nData yang sudah tersimpan tetap aman/)
  })

  test('a command line that is not understood', async () => {
    const desktop = await start(newFolder(), '--port', 'empat')
    expect(await desktop.ended).toBe(1)
    expect(desktop.output()).toContain('--port empat is not a port')
    expect(desktop.output()).toContain('Perintahnya tidak dikenal')
  })
  test('going back to a backup, which is done without a window', async () => {
    const desktop = await start(newFolder(), '--restore', 'newest', '--yes')
    expect(await desktop.ended).toBe(1)
    expect(desktop.output()).toContain('npm run host -- --restore FILE')
  })
})

describe('a running desktop', () => {
  test('opens a window, goes into the tray with the last one, comes back by a second start, and quits cleanly', async () => {
    const folder = newFolder()
    const desktop = await start(folder)
    const url = await desktop.ready
    await windowOpens(desktop)
    const closeAll = () => desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach(window => window.close()), null)
    await closeAll()
    expect(await windowsOf(desktop)).toEqual([false])
    expect((await fetch(`${url}/healthz`)).ok).toBe(true)

    const again = await start(folder)
    expect(await again.ended).toBe(0)
    await windowOpens(desktop)
    await closeAll()
    const quiet = await start(folder, '--background')
    expect(await quiet.ended).toBe(0)
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(await windowsOf(desktop)).toEqual([false])

    const { notifications, tooltip, trayIcon } = await recordsOf(desktop)
    expect(notifications, 'that the host goes on is said once').toEqual(['Lantai tetap berjalan'])
    expect(tooltip).toMatch(/^Lantai · /)
    expect(existsSync(trayIcon)).toBe(true)

    await desktop.evaluate(({ app }) => void setTimeout(() => app.quit(), 50), null)
    expect(await desktop.ended, desktop.output()).toBe(0)
    expect(existsSync(join(folder, 'lantai.db-wal'))).toBe(false)
    const after = await startHostProcess(folder)
    expect(await after.stop()).toBe(0)
  })

  test('started with the computer, it has no window until somebody wants one', async () => {
    const folder = newFolder()
    const desktop = await start(folder, '--background')
    await desktop.ready
    await new Promise(resolve => setTimeout(resolve, 300))
    expect(await windowsOf(desktop)).toEqual([])
    expect(await (await start(folder)).ended).toBe(0)
    await windowOpens(desktop)
  })

  test('brings a page back that crashed, and asks once it crashes again and again', async () => {
    const desktop = await start(newFolder())
    await desktop.ready
    await windowOpens(desktop)
    const told = await desktop.evaluate(async ({ BrowserWindow, dialog, tools }) => {
      const contents = BrowserWindow.getAllWindows()[0]!.webContents
      let reloads = 0
      contents.reload = () => void (reloads += 1)
      const crash = () => contents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 11 })
      contents.emit('render-process-gone', {}, { reason: 'clean-exit', exitCode: 0 })
      crash()
      crash()
      const byItself = reloads
      crash()
      await new Promise(resolve => setTimeout(resolve, 50))
      const asked = [...tools.records.messageBoxes]
      dialog.showMessageBox = async () => ({ response: 1, checkboxChecked: false })
      for (let at = 0; at < 3; at += 1) crash()
      await new Promise(resolve => setTimeout(resolve, 50))
      return { byItself, asked, reloads, windows: BrowserWindow.getAllWindows().length }
    }, null)
    expect(told).toEqual({ byItself: 2, asked: ['Layar ini berhenti berkali-kali'], reloads: 5, windows: 0 })
  })

  test('asks before entries are lost, and stays if that is wanted', async () => {
    const desktop = await start(newFolder())
    await desktop.ready
    await windowOpens(desktop)
    const told = await desktop.evaluate(({ BrowserWindow, dialog, tools }) => {
      const leaves = () => {
        let isLeft = false
        BrowserWindow.getAllWindows()[0]!.webContents.emit('will-prevent-unload', { preventDefault: () => (isLeft = true) })
        return isLeft
      }
      const first = leaves()
      dialog.showMessageBoxSync = () => 1
      return { first, second: leaves(), asked: tools.records.messageBoxes }
    }, null)
    expect(told).toEqual({ first: false, second: true, asked: ['Tinggalkan halaman ini?'] })
  })

  test('carries a page’s calls and files, and ends what the page held when it goes', async () => {
    const folder = newFolder()
    const desktop = await start(folder)
    await desktop.ready
    await windowOpens(desktop)
    const content = randomBytes(2_500_000)
    const target = join(folder, 'salinan.pdf')
    const told = await desktop.evaluate(async ({ BrowserWindow, dialog, tools }, { bytes, place }) => {
      const window = BrowserWindow.getAllWindows()[0]!
      const page = tools.page(window)
      const until = async <Found>(look: () => Found | undefined): Promise<Found> => {
        for (let at = 0; at < 200; at += 1) {
          const found = look()
          if (found !== undefined) return found
          await new Promise(resolve => setTimeout(resolve, 50))
        }
        throw new Error(`Nothing came: ${JSON.stringify(page.heard).slice(0, 2000)}`)
      }
      const frames = (line: number) => page.heard.filter(([channel, on]) => channel === 'desk:events' && on === line).map(([, , frame]) => frame as string | null)
      const replied = (line: number, id: number) => until(() => frames(line).find(frame => frame?.startsWith(`{"id":${id},`))) as Promise<string>
      const call = (line: number, frame: object) => page.send('desk:call', line, JSON.stringify(frame))

      // The first run, as this computer.
      call(1, { id: 1, call: 'identity.setUp', deskId: 'desk-1', input: { factoryName: 'Pabrik Uji', fullName: 'Admin Uji', username: 'admin', password: 'Rahasia#2026', language: 'id' } })
      const { value } = JSON.parse(await replied(1, 1)) as { value: { token: string } }
      page.send('desk:call', 1, null)
      call(2, { token: value.token, deskId: 'desk-1' })
      await until(() => frames(2).find(frame => frame?.startsWith('{"welcome"')))

      // A file up, in three pieces, one after the other.
      const upload = (await page.invoke('files:begin', { token: value.token, name: 'gambar.png', mediaType: 'image/png' })) as number
      const taken: unknown[] = []
      for (let at = 0; at < bytes.length; at += 1_000_000) taken.push(await page.invoke('files:chunk', upload, Uint8Array.from(bytes.subarray(at, at + 1_000_000))))
      const uploaded = await page.invoke('files:finish', upload)

      // A file down: not where nobody chose a place, then where somebody did, then not twice.
      call(2, { id: 2, call: 'imports.downloadTemplate', input: { target: 'items', format: 'csv' } })
      const offered = (JSON.parse(await replied(2, 2)) as { value: { ticket: string; name: string } }).value
      const save = () => page.invoke('files:save', { ticket: offered.ticket, name: offered.name })
      const cancelled = await save()
      let suggested: string | undefined
      dialog.showSaveDialog = async (...given: unknown[]) => {
        suggested = (given.at(-1) as { defaultPath: string }).defaultPath
        return { canceled: false, filePath: place }
      }
      const saved = await save()
      const twice = await save()

      // A new document in the window: the line of the old one ends, and nothing more is said on it.
      const before = page.heard.length
      window.webContents.emit('did-start-navigation', { url: 'app://lantai/', isMainFrame: true, isSameDocument: false })
      call(3, { id: 1, call: 'identity.describeHost', deskId: 'desk-1', input: {} })
      await replied(3, 1)
      const stray = page.heard.slice(before).filter(([, line]) => line !== 3).length
      // A late word on a line of before begins no other, and a line too many ends at once.
      call(2, { id: 3, call: 'identity.describeHost', deskId: 'desk-1', input: {} })
      for (let line = 4; line <= 35; line += 1) call(line, { id: 1, call: 'identity.describeHost', deskId: 'desk-1', input: {} })
      await until(() => frames(35).find(frame => frame === null) === null || undefined)
      await replied(34, 1)
      const late = frames(2).at(-1)
      const many = await Promise.all(Array.from({ length: 9 }, () => page.invoke('files:begin', { token: value.token, name: 'a', mediaType: 'b' }).then(() => 'begun', () => 'refused')))
      return { taken, uploaded, cancelled, saved, twice, suggested, stray, late, many }
    }, { bytes: content, place: target })
    expect(told.taken).toEqual([true, true, true])
    expect(told.uploaded).toMatchObject({ ok: true, value: { name: 'gambar.png', mediaType: 'image/png', size: content.length } })
    expect(told.cancelled).toEqual({ ok: true, value: undefined })
    expect(told.saved).toEqual({ ok: true, value: 'salinan.pdf' })
    expect(told.twice).toEqual({ ok: false, code: 'ticket-invalid', params: {} })
    expect(told.suggested).toMatch(/\.csv$/)
    expect(told.stray).toBe(0)
    expect(told.late).toBeNull()
    expect(told.many).toEqual([...Array.from({ length: 8 }, () => 'begun'), 'refused'])
    const work = readdirSync(join(folder, 'work')).flatMap(name => contentOf(join(folder, 'work', name)))
    expect(work.some(file => file.equals(content))).toBe(true)
    expect(work.some(file => file.equals(readFileSync(target)))).toBe(true)
  }, 300_000)
})

describe('a document to print', () => {
  test('has a window of its own, which shows it, prints it and reaches nothing else', async () => {
    const desktop = await start(newFolder())
    await desktop.ready
    await windowOpens(desktop)
    const told = await desktop.evaluate(async ({ BrowserWindow, session, tools }) => {
      const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
      const desk = BrowserWindow.getAllWindows()[0]!
      const page = tools.page(desk)
      const reply = async (line: number, frame: { id: number }) => {
        page.send('desk:call', line, JSON.stringify(frame))
        for (let at = 0; at < 400; at += 1) {
          const found = page.heard.find(([, on, text]) => on === line && String(text).startsWith(`{"id":${frame.id},"ok"`))
          if (found) return JSON.parse(found[2] as string) as { value: { token: string; ticket: string; name: string } }
          await pause(50)
        }
        throw new Error(JSON.stringify(page.heard))
      }
      const call = (id: number, name: string, input: object) => ({ id, call: name, deskId: 'desk-1', input })
      const { value: admin } = await reply(1, call(1, 'identity.setUp', { factoryName: 'Pabrik Uji', fullName: 'Admin Uji', username: 'admin', password: 'Rahasia#2026', language: 'id' }))
      page.send('desk:call', 2, JSON.stringify({ token: admin.token, deskId: 'desk-1' }))
      const { value: csv } = await reply(2, call(2, 'reports.exportReport', { report: 'inventory', filters: {}, format: 'csv' }))
      const { value: pdf } = await reply(2, call(3, 'reports.exportReport', { report: 'inventory', filters: {}, format: 'pdf' }))
      const refused = await page.invoke('files:print', { ticket: csv.ticket, name: csv.name })
      const printed = await page.invoke('files:print', { ticket: pdf.ticket, name: pdf.name })
      const window = BrowserWindow.getAllWindows().find(one => one !== desk)!
      const { webContents: contents } = window
      const address = contents.getURL()
      await pause(1500)
      const documents = session.fromPartition('documents')
      const shown = await tools.request(documents, address)
      const others = await Promise.all(['app://lantai/', 'app://document/other', 'https://example.invalid/', 'file:///etc/passwd'].map(url => tools.request(documents, url)))
      let isPrevented = false
      contents.emit('will-navigate', { url: 'app://lantai/', preventDefault: () => (isPrevented = true) })
      const stranger = await tools.page(window).invoke('files:begin', { token: admin.token, name: 'a', mediaType: 'b' }).then(() => 'answered', (error: Error) => error.message)
      const { printed: paper } = tools.records
      const options = tools.records.windows.at(-1)!
      window.close()
      const after = await tools.request(documents, address)
      return {
        refused, printed, address, stranger, isPrevented, paper, after: after.status, visible: BrowserWindow.getAllWindows().length,
        status: shown.status, type: shown.headers['content-type'], start: shown.text.slice(0, 5), others: others.map(({ status }) => status),
        preferences: { ...options.webPreferences, session: typeof options.webPreferences?.session },
      }
    }, null)
    expect(told).toMatchObject({ refused: { ok: false, code: 'file-unreadable' }, printed: { ok: true }, stranger: 'Refused', isPrevented: true, after: 'cancelled', visible: 1 })
    expect(told.address).toMatch(/^app:\/\/document\/[\da-f-]{36}\/inventory_report_\d{8}_\d{6}\.pdf$/)
    expect(told.paper).toEqual([told.address])
    expect([told.status, told.type, told.start]).toEqual([200, 'application/pdf', '%PDF-'])
    expect(told.others).toEqual(['cancelled', 'cancelled', 'cancelled', 'cancelled'])
    expect(told.preferences).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false, webviewTag: false, session: 'object' })
    expect(told.preferences).not.toHaveProperty('preload')
  }, 300_000)
})

describe('a saved file', () => {
  test('is there whole, or what was there before stays', async () => {
    const folder = newFolder()
    const [from, to] = [join(folder, 'a'), join(folder, 'b')]
    writeFileSync(from, 'new')
    writeFileSync(to, 'old')
    await saveCopy(from, to)
    expect(readFileSync(to, 'utf8')).toBe('new')
    await expect(saveCopy(join(folder, 'gone'), to)).rejects.toThrow('ENOENT')
    mkdirSync(join(folder, 'c'))
    await expect(saveCopy(from, join(folder, 'c'))).rejects.toThrow()
    expect(readFileSync(to, 'utf8')).toBe('new')
    expect(readdirSync(folder).sort()).toEqual(['a', 'b', 'c'])
  })

  test.each([
    ['laporan.pdf', 'laporan.pdf'], ['../../etc/passwd', 'passwd'], ['C:\\Windows\\win.ini', 'win.ini'], ['a<b>:c|d?.csv', 'abcd.csv'], ['..', 'file'], ['', 'file'],
    ['stok\u202Efdp.exe', 'stokfdp.exe'], ['Laporan é 2026.xlsx', 'Laporan é 2026.xlsx'],
  ])('is offered under a name any system takes: %j as %j', (name, offered) => expect(offeredName(name)).toBe(offered))
})

describe('the command line', () => {
  test('is read for host and desktop alike', () => {
    expect(readStartOptions(['--data', 'x', '--port=0', '--bind', '0.0.0.0', '--demo', '--background'])).toEqual({
      dataFolder: 'x', port: 0, bind: '0.0.0.0', isDemo: true, seed: undefined, isBackground: true, wantsHelp: false, isSure: false,
    })
    expect(readStartOptions([])).toEqual({ dataFolder: undefined, port: undefined, bind: undefined, isDemo: false, seed: undefined, isBackground: false, wantsHelp: false, isSure: false })
  })

  test('with something unknown in it is refused, but for Chromium’s own switches on the desktop', () => {
    expect(() => readStartOptions(['--dmeo'])).toThrow('--dmeo')
    expect(readStartOptions(['--no-sandbox', '--ozone-platform=wayland', 'file', '--demo'], { allowsOthers: true })).toMatchObject({ isDemo: true })
  })

  test.each([[['--port', '65536']], [['--port', 'x']], [['--port', '-1']]])('says what is wrong with %j', args => expect(() => readStartOptions(args)).toThrow(/port/))
  test('says what lacks its value', () => expect(() => readStartOptions(['--data'], { allowsOthers: true })).toThrow('--data needs a value'))
})

/** Nothing of a file that the host threw away since it was listed. */
function contentOf(path: string): Buffer[] {
  try {
    return [readFileSync(path)]
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}
