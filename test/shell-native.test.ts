import { EventEmitter } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { App, BrowserWindow, LoginItemSettings, MenuItem, MenuItemConstructorOptions, MessageBoxOptions, SaveDialogOptions } from 'electron'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { z } from 'zod'
import { frontWindow } from '../shared/core/bridge.ts'
import { createAutostart, desktopEntry, type Autostart } from '../src-main/shell/autostart.ts'
import { guardContents } from '../src-main/shell/contents-guard.ts'
import { pruneCrashDumps, startCrashDumps } from '../src-main/shell/crash-dumps.ts'
import { sharedFolder, usualDataFolder } from '../src-main/shell/data-place.ts'
import { openDesktopMemory } from '../src-main/shell/desktop-memory.ts'
import { menuTemplate, type MenuParts } from '../src-main/shell/menu.ts'
import { startAddress } from '../src-main/shell/own-address.ts'
import { followPage, unreadOf } from '../src-main/shell/page-news.ts'
import { mayQuit, showAbout } from '../src-main/shell/questions.ts'
import { fill, shellTexts, systemLanguage } from '../src-main/shell/shell-texts.ts'
import { exportSupportBundle } from '../src-main/shell/support-bundle.ts'
import { showTray, tellOfTray, type HostState } from '../src-main/shell/tray.ts'
import { createWindowStates, placeOn, type PlacedWindow, type Rectangle } from '../src-main/shell/window-state.ts'
import { nearestZoom, nextZoom } from '../src-main/shell/zoom.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = temporaryFolder()
  file = join(folder, 'desktop.json')
})
afterEach(() => removeFolder(folder))

describe('the memory of this computer', () => {
  test('keeps what fits, from one run to the next, in one whole file', () => {
    openDesktopMemory(file).write('hint', true)
    const memory = openDesktopMemory(file)
    memory.write('place', { x: 1 })
    expect([memory.read('hint', z.boolean()), memory.read('place', z.object({ x: z.int() })), memory.read('place', z.string()), memory.read('none', z.string())])
      .toEqual([true, { x: 1 }, undefined, undefined])
    expect(readdirSync(folder)).toEqual(['desktop.json'])
  })

  test.each(['', '{', '[]', 'null', '{"hint":'])('a broken file (%j) is as good as none', content => {
    writeFileSync(file, content)
    const memory = openDesktopMemory(file)
    expect(memory.read('hint', z.boolean())).toBeUndefined()
    memory.write('hint', true)
    expect(openDesktopMemory(file).read('hint', z.boolean())).toBe(true)
  })

  test('a folder that cannot be written stops nothing', () => {
    writeFileSync(file, '')
    const memory = openDesktopMemory(join(file, 'below', 'a file.json'))
    expect(() => memory.write('hint', true)).not.toThrow()
    expect(memory.read('hint', z.boolean())).toBe(true)
  })
})

describe('zoom', () => {
  test('goes in the browser’s steps from 50 to 300 %, and stops there', () => {
    const walk = (step: 'in' | 'out', from: number) => {
      const passed = [from]
      for (let next = nextZoom(from, step); next !== passed.at(-1); next = nextZoom(next, step)) passed.push(next)
      return passed
    }
    expect(walk('in', 1)).toEqual([1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3])
    expect(walk('out', 1)).toEqual([1, 0.9, 0.8, 0.75, 0.67, 0.5])
    expect([nextZoom(2.5, 'reset'), nextZoom(1.2, 'in'), nearestZoom(9), nearestZoom(0.01)]).toEqual([1, 1.5, 3, 0.5])
  })
})

class TestWindow extends EventEmitter implements PlacedWindow {
  isWide = false
  readonly zooms: number[] = []
  readonly modes: string[] = []
  readonly webContents = Object.assign(new EventEmitter(), {
    setZoomMode: (mode: string) => void this.modes.push(mode), setZoomFactor: (factor: number) => void this.zooms.push(factor),
  })
  private isGone = false
  bounds: Rectangle

  constructor(bounds: Rectangle) {
    super()
    this.bounds = bounds
  }
  isMaximized = () => this.isWide
  isDestroyed = () => this.isGone
  maximize = () => void (this.isWide = true)
  getNormalBounds = () => this.bounds
  end() {
    this.emit('close')
    this.isGone = true
    this.emit('closed')
  }
}

describe('windows', () => {
  const screen: Rectangle = { x: 0, y: 0, width: 1920, height: 1040 }
  const second: Rectangle = { x: 1920, y: 0, width: 1280, height: 984 }
  const states = (...areas: Rectangle[]) => createWindowStates({ memory: openDesktopMemory(file), workAreas: () => areas })

  test('open where they were, as large as they were, with their zoom', () => {
    const first = states(screen, second)
    const window = new TestWindow({ x: 2000, y: 40, width: 900, height: 700 })
    first.follow('board', window)
    window.webContents.emit('zoom-changed', {}, 'in')
    window.end()

    const next = states(screen, second)
    expect(next.place('board')).toEqual({ x: 2000, y: 40, width: 900, height: 700 })
    const again = new TestWindow({ x: 2000, y: 40, width: 900, height: 700 })
    next.follow('board', again)
    again.webContents.emit('dom-ready')
    expect({ zooms: again.zooms, modes: again.modes, isWide: again.isWide }).toEqual({ zooms: [1.1], modes: ['isolated'], isWide: false })
    expect(next.place('other')).toEqual({ width: 1366, height: 820 })
  })

  test('remember the size behind a maximised one', () => {
    const window = new TestWindow({ x: 10, y: 10, width: 1000, height: 700 })
    states(screen).follow('desk', window)
    window.isWide = true
    window.end()
    const again = new TestWindow({ x: 10, y: 10, width: 1000, height: 700 })
    const next = states(screen)
    expect(next.place('desk')).toEqual({ x: 10, y: 10, width: 1000, height: 700 })
    next.follow('desk', again)
    expect(again.isWide).toBe(true)
  })

  test('are remembered while they move, not only at their end', async () => {
    const window = new TestWindow({ x: 10, y: 10, width: 1000, height: 700 })
    states(screen).follow('desk', window)
    window.bounds = { x: 300, y: 200, width: 1000, height: 700 }
    window.emit('move')
    await vi.waitFor(() => expect(states(screen).place('desk')).toMatchObject({ x: 300, y: 200 }), { timeout: 45_000 })
    window.end()
  })

  test('a second one of a name does not hide the first', () => {
    const all = states(screen)
    const window = new TestWindow({ x: 100, y: 100, width: 800, height: 600 })
    all.follow('desk', window)
    window.emit('close')
    expect(all.place('desk')).toEqual({ x: 132, y: 132, width: 800, height: 600 })
    window.end()
    expect(all.place('desk')).toEqual({ x: 100, y: 100, width: 800, height: 600 })
  })

  test('of a display that is gone come back to one that is there', () => {
    const lost = { x: 2000, y: 40, width: 900, height: 700 }
    expect(placeOn([screen], lost)).toEqual({ width: 900, height: 700 })
    expect(placeOn([screen, second], lost)).toEqual(lost)
    expect(placeOn([screen], { ...lost, x: 1880 })).toEqual({ width: 900, height: 700 })
    expect(placeOn([screen], { ...lost, x: 100, y: -200 })).toEqual({ width: 900, height: 700 })
    expect(placeOn([screen], { x: -600, y: 0, width: 900, height: 700 })).toEqual({ x: -600, y: 0, width: 900, height: 700 })
  })

  test('are never larger than their display, nor too small to be used', () => {
    const small = { x: 0, y: 0, width: 1024, height: 600 }
    expect(placeOn([small], { x: 5, y: 5, width: 3000, height: 2000 })).toEqual({ x: 5, y: 5, width: 1024, height: 600 })
    expect(placeOn([screen], { x: 5, y: 5, width: 10, height: 10 })).toEqual({ width: 10, height: 10 })
    expect(placeOn([screen], { x: 5, y: 5, width: 200, height: 50 })).toEqual({ x: 5, y: 5, width: 480, height: 360 })
    expect(placeOn([small], undefined)).toEqual({ width: 1024, height: 600 })
    expect(placeOn([], undefined)).toEqual({ width: 1366, height: 820 })
  })
})

describe('the menu', () => {
  const calls: string[] = []
  let autostart: Autostart
  beforeEach(() => {
    calls.length = 0
    let isOn = false
    autostart = { state: () => (isOn ? 'on' : 'off'), set: value => void (isOn = value) }
  })
  const template = (language: 'id' | 'en' = 'id', more: Partial<MenuParts> = {}) => menuTemplate({
    texts: shellTexts[language], autostart, newWindow: () => calls.push('new'), zoom: (_, step) => calls.push(`zoom ${step}`), openLog: () => calls.push('log'),
    exportSupportBundle: () => calls.push('support'), showAbout: () => calls.push('about'), quit: () => calls.push('quit'), ...more,
  })
  const itemsOf = (items: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] => items.flatMap(item => [item, ...(Array.isArray(item.submenu) ? itemsOf(item.submenu) : [])])
  const contents = {
    print: () => void calls.push('print'), reload: () => void calls.push('reload'),
    sendInputEvent: ({ type, keyCode }: { type: string; keyCode?: string }) => void calls.push(`${type} ${keyCode}`),
  }
  const window: unknown = { isFullScreen: () => false, setFullScreen: (isFull: boolean) => void calls.push(`full screen ${isFull}`), webContents: contents }
  const press = (id: string, over = window) => {
    const item = itemsOf(template()).find(one => one.id === id)
    if (!item?.click) throw new Error(`No item ${id}`)
    item.click({ checked: true } as MenuItem, over as BrowserWindow, {})
  }

  test('has the same items in both languages, each with words of its own and one key', () => {
    const [id, en] = [itemsOf(template('id')), itemsOf(template('en'))]
    expect(id.map(item => [item.id, item.type, item.accelerator])).toEqual(en.map(item => [item.id, item.type, item.accelerator]))
    expect(id.filter(item => item.type !== 'separator').every(({ label }) => label)).toBe(true)
    expect(id.find(item => item.id === 'support')?.label).toBe('&Ekspor paket dukungan…')
    expect(en.find(item => item.id === 'support')?.label).toBe('&Export support bundle…')
    const keys = id.flatMap(item => item.accelerator ?? [])
    expect(new Set(keys).size).toBe(keys.length)
    for (const key of ['CmdOrCtrl+Plus', 'CmdOrCtrl+=', 'CmdOrCtrl+-', 'CmdOrCtrl+0', 'CmdOrCtrl+P', 'CmdOrCtrl+N', 'F11', 'F5']) expect(keys).toContain(key)
  })

  test('no two items of a menu answer to the same letter', () => {
    for (const language of ['id', 'en'] as const) {
      const menus = [template(language), ...template(language).map(({ submenu }) => submenu as MenuItemConstructorOptions[])]
      for (const menu of menus) {
        const letters = menu.filter(({ visible }) => visible !== false).flatMap(({ label = '' }) => /&(\w)/.exec(label)?.[1]?.toLowerCase() ?? [])
        expect(new Set(letters).size, `${language}: ${letters.join('')}`).toBe(letters.length)
      }
    }
  })

  test('does what it says', () => {
    for (const id of ['new-window', 'print', 'zoom-in', 'zoom-out', 'zoom-reset', 'reload', 'full-screen', 'keys', 'open-log', 'support', 'about', 'quit']) press(id)
    expect(calls).toEqual(['new', 'print', 'zoom in', 'zoom out', 'zoom reset', 'reload', 'full screen true', 'keyDown F1', 'keyUp F1', 'log', 'support', 'about', 'quit'])
    calls.length = 0
    // With no window in front there is nothing to print or to enlarge.
    for (const id of ['print', 'zoom-in', 'reload']) press(id, null)
    expect(calls).toEqual([])
  })

  test('starts Lantai with the computer, or says that the installation does', () => {
    const item = (state: ReturnType<Autostart['state']>) => itemsOf(template('id', { autostart: { state: () => state, set: () => {} } })).find(({ id }) => id === 'autostart')
    expect(item('off')).toMatchObject({ type: 'checkbox', checked: false, enabled: true })
    expect(item('on')).toMatchObject({ checked: true, enabled: true, label: '&Mulai bersama komputer (sebagai host)' })
    expect(item('fixed')).toMatchObject({ checked: true, enabled: false, label: 'Mulai bersama komputer (diatur saat pemasangan)' })
    press('autostart')
    expect(autostart.state()).toBe('on')
  })
})

describe('the tray', () => {
  const state: HostState = { address: 'https://192.168.1.10:4310', hasFailed: false, desks: 12, unread: 0 }

  function open() {
    const calls: string[] = []
    let shown: MenuItemConstructorOptions[] = []
    let tooltip = ''
    const icon = Object.assign(new EventEmitter(), { setToolTip: (text: string) => void (tooltip = text), setContextMenu: () => {}, destroy: () => calls.push('destroyed') })
    const tray = showTray({
      tray: icon,
      menu: { buildFromTemplate: template => ((shown = template as MenuItemConstructorOptions[]), {} as Electron.Menu) },
      clipboard: { writeText: async text => void calls.push(`copied ${text}`) }, open: () => calls.push('open'), quit: () => calls.push('quit'),
    })
    const press = (id: string) => shown.find(item => item.id === id)?.click?.({} as MenuItem, undefined, {})
    return { tray, icon, calls, press, labels: () => shown.flatMap(({ label }) => label ?? []), tooltip: () => tooltip }
  }

  test('says where the host is and who is there, and does what is asked', () => {
    const { tray, icon, calls, press, labels, tooltip } = open()
    tray.update(state, shellTexts.id)
    expect(labels()).toEqual(['Buka Lantai', 'Salin alamat https://192.168.1.10:4310', '12 komputer terhubung', 'Keluar'])
    expect(tooltip()).toBe('Lantai · 12 komputer terhubung')
    for (const id of ['open', 'address', 'quit']) press(id)
    icon.emit('click')
    tray.remove()
    expect(calls).toEqual(['open', 'copied https://192.168.1.10:4310', 'quit', 'open', 'destroyed'])
  })

  test('counts what is unread, and says when the host starts or fails', () => {
    const { tray, labels, tooltip } = open()
    tray.update({ ...state, unread: 3 }, shellTexts.en)
    expect(tooltip()).toBe('Lantai · 12 desks connected · 3 unread')
    tray.update({ ...state, address: undefined }, shellTexts.en)
    expect(labels()).toEqual(['Open Lantai', 'The host is starting…', 'Quit'])
    tray.update({ ...state, address: undefined, hasFailed: true }, shellTexts.en)
    expect(labels()).toContain('The host is not running')
  })

  test('that the host goes on without windows is told once', () => {
    const shown: string[] = []
    class SystemNotification extends EventEmitter {
      static isSupported = () => true
      readonly body: string
      constructor({ body = '' }: { body?: string }) {
        super()
        this.body = body
      }
      show = () => void shown.push(this.body)
    }
    const tell = () => tellOfTray({ memory: openDesktopMemory(file), notification: SystemNotification, texts: shellTexts.id, onClick: () => {} })
    tell()
    tell()
    expect(shown).toEqual([shellTexts.id.tray.hint])
  })
})

describe('crash dumps', () => {
  const dump = (name: string, size: number, age: number) => {
    const path = join(folder, 'crashes', name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, Buffer.alloc(size))
    utimesSync(path, new Date(), new Date(Date.now() - age * 60_000))
  }
  const kept = () => readdirSync(join(folder, 'crashes'), { recursive: true, encoding: 'utf8' }).filter(name => name.includes('.')).sort()

  test('are kept here and sent nowhere', () => {
    const calls: unknown[] = []
    startCrashDumps(join(folder, 'crashes'), {
      app: { setPath: (name, path) => void calls.push([name, path]) }, crashReporter: { start: options => void calls.push(options) }, version: '1.2.3',
    })
    expect(calls).toEqual([
      ['crashDumps', join(folder, 'crashes')], { uploadToServer: false, compress: false, productName: 'Lantai', globalExtra: { version: '1.2.3' } },
    ])
    expect(existsSync(join(folder, 'crashes'))).toBe(true)
  })

  test('are kept to a number, with what lies beside them', () => {
    for (const [at, name] of ['a', 'b', 'c', 'd'].entries()) {
      dump(`pending/${name}.dmp`, 10, at)
      dump(`pending/${name}.meta`, 1, at)
    }
    dump('settings.dat', 40, 99)
    pruneCrashDumps(join(folder, 'crashes'), { files: 2, bytes: 1_000 })
    expect(kept()).toEqual(['pending/a.dmp', 'pending/a.meta', 'pending/b.dmp', 'pending/b.meta', 'settings.dat'])
  })

  test('are kept to a budget, the newest first', () => {
    dump('reports/old.dmp', 10, 30)
    dump('reports/middle.dmp', 60, 20)
    dump('reports/new.dmp', 50, 10)
    pruneCrashDumps(join(folder, 'crashes'), { files: 10, bytes: 100 })
    expect(kept()).toEqual(['reports/new.dmp'])
  })
})

describe('starting with the computer', () => {
  test('on Windows is a login item of the user, with the path in quotes', () => {
    const executable = 'C:\\Program Files\\Lantai\\Lantai.exe'
    let item: { openAtLogin?: boolean; path?: string; args?: string[] } = {}
    let launchItems: LoginItemSettings['launchItems'] = []
    const app = {
      getLoginItemSettings: (asked: { path?: string; args?: string[] } = {}) => {
        const openAtLogin = item.openAtLogin === true && item.path === asked.path && String(item.args) === String(asked.args)
        return { openAtLogin, launchItems } as LoginItemSettings
      },
      setLoginItemSettings: (settings: typeof item) => void (item = settings),
    }
    const autostart = createAutostart({ app, platform: 'win32', executable, configFolder: folder })
    expect(autostart.state()).toBe('off')
    autostart.set(true)
    expect(item).toEqual({ openAtLogin: true, path: `"${executable}"`, args: ['--background'] })
    expect(autostart.state()).toBe('on')
    autostart.set(false)
    expect(autostart.state()).toBe('off')
    launchItems = [{ name: 'Lantai', path: executable, args: ['--background'], scope: 'machine', enabled: true }]
    expect(autostart.state()).toBe('fixed')
  })

  test('on Linux is an entry in the session’s own folder', () => {
    const app = { getLoginItemSettings: () => ({}) as LoginItemSettings, setLoginItemSettings: () => {} }
    const autostart = createAutostart({ app, platform: 'linux', executable: '/opt/Lantai 1/lantai', configFolder: folder })
    expect(autostart.state()).toBe('off')
    autostart.set(true)
    expect(autostart.state()).toBe('on')
    expect(readFileSync(join(folder, 'autostart', 'lantai.desktop'), 'utf8')).toContain('Exec="/opt/Lantai 1/lantai" --background\n')
    autostart.set(false)
    autostart.set(false)
    expect(autostart.state()).toBe('off')
  })

  test('a path with signs of the shell’s stays one word', () => {
    expect(desktopEntry('/opt/a"b$c`d\\e%f')).toContain('Exec="/opt/a\\\\"b\\\\$c\\\\`d\\\\\\e%%f" --background\n')
  })
})

describe('questions', () => {
  const asked: MessageBoxOptions[] = []
  let answer = 0
  beforeEach(() => void (asked.length = 0))
  // Over a window or not, the options come last.
  const dialog = {
    showMessageBox: (...given: unknown[]) => {
      asked.push(given.at(-1) as MessageBoxOptions)
      return Promise.resolve({ response: answer, checkboxChecked: false })
    },
  }

  test('quitting asks only where desks would be cut off, and staying is the default', async () => {
    expect(await mayQuit(dialog, shellTexts.id, 0)).toBe(true)
    expect(asked).toEqual([])
    answer = 1
    expect(await mayQuit(dialog, shellTexts.id, 4)).toBe(false)
    answer = 0
    expect(await mayQuit(dialog, shellTexts.en, 4)).toBe(true)
    expect(asked[0]).toMatchObject({ message: '4 komputer masih terhubung ke host ini.', buttons: ['Hentikan', 'Tetap jalan'], defaultId: 1, cancelId: 1 })
  })

  test('about names version, address and data folder', async () => {
    await showAbout(dialog, shellTexts.en, { version: '1.2.3', address: 'https://a:4310', dataFolder: '/data', versions: { ...process.versions, electron: '45.3.4', chrome: '150' } })
    expect(asked[0]).toMatchObject({ message: 'Lantai 1.2.3', detail: `Address of the host: https://a:4310\nData folder: /data\nElectron 45.3.4 · Chromium 150 · Node ${process.versions.node}` })
  })

  async function exported(chosen: { canceled: boolean; filePath: string }, write: (path: string) => Promise<void>) {
    const shown: string[] = []
    let saving: SaveDialogOptions = {}
    await exportSupportBundle({
      dialog: { ...dialog, showSaveDialog: (...given: unknown[]) => ((saving = given.at(-1) as SaveDialogOptions), Promise.resolve(chosen)) },
      shell: { showItemInFolder: path => void shown.push(path) }, window: undefined, texts: shellTexts.id, folder: '/home/a', fileName: 'lantai.zip', write,
    })
    return { shown, saving }
  }

  test('a support bundle is written where the user wants it', async () => {
    const written: string[] = []
    answer = 0
    const { shown, saving } = await exported({ canceled: false, filePath: '/mnt/usb/x.zip' }, async path => void written.push(path))
    expect({ written, shown }).toEqual({ written: ['/mnt/usb/x.zip'], shown: ['/mnt/usb/x.zip'] })
    expect(saving).toMatchObject({ defaultPath: join('/home/a', 'lantai.zip'), filters: [{ name: 'Arsip ZIP', extensions: ['zip'] }] })
    expect(asked[0]?.detail).toContain('/mnt/usb/x.zip')
  })

  test('nothing is written when they think better of it, and a failure is told with its reason', async () => {
    let isWritten = false
    await exported({ canceled: true, filePath: '' }, async () => void (isWritten = true))
    expect([isWritten, asked]).toEqual([false, []])
    await exported({ canceled: false, filePath: '/full/x.zip' }, () => Promise.reject(new Error('ENOSPC: no space left on device')))
    expect(asked).toHaveLength(1)
    expect(asked[0]).toMatchObject({ type: 'error', message: 'Paket dukungan tidak dapat disimpan', detail: expect.stringContaining('ENOSPC') as string })
  })
})

describe('what a page says by its title', () => {
  test.each([['(3) Stok · Lantai', 3], ['(99+) Stok · Lantai', 99], ['Stok · Lantai', 0], ['Lantai', 0], ['Order (3) · Lantai', 0]])('%s: %i unread', (title, unread) => expect(unreadOf(title)).toBe(unread))

  test('the number and the language reach the program; a closed window counts nothing', async () => {
    const heard: unknown[] = []
    let language: unknown = 'en'
    const window = Object.assign(new EventEmitter(), { webContents: { executeJavaScript: () => Promise.resolve(language) } })
    followPage(window, { onUnread: count => heard.push(count), onLanguage: spoken => heard.push(spoken) })
    window.emit('page-title-updated', {}, '(2) Stock · Lantai')
    await vi.waitFor(() => expect(heard).toEqual([2, 'en']))
    language = 'fr'
    window.emit('page-title-updated', {}, 'Lantai')
    window.emit('closed')
    await Promise.resolve()
    expect(heard).toEqual([2, 'en', 0, 0])
  })
})

test('a page asks for its own window in the front by a name, and only ours are heard', () => {
  type Opened = { url: string; frameName: string }
  const app = new EventEmitter()
  const heard: string[] = []
  const pageOf = () => Object.assign(new EventEmitter(), { opened: (_: Opened): unknown => undefined, setWindowOpenHandler(handler: (details: Opened) => unknown) { this.opened = handler } })
  const [ours, other] = [pageOf(), pageOf()]
  guardContents({
    app: app as App, isDesk: contents => Object.is(contents, ours), openScreen: address => heard.push(`screen ${address}`), bringForward: () => heard.push('front'),
  })
  for (const page of [ours, other]) app.emit('web-contents-created', {}, page)
  const answers = [ours, other].flatMap(page => [
    page.opened({ url: startAddress, frameName: frontWindow }), page.opened({ url: startAddress, frameName: '' }), page.opened({ url: 'https://example.com/', frameName: frontWindow }),
  ])
  expect(heard).toEqual(['front', `screen ${startAddress}`])
  expect(answers).toEqual(Array(6).fill({ action: 'deny' }))
})

test('the system’s language is Indonesian unless it is English', () => {
  const cases: [string[], string][] = [[['en-US'], 'en'], [['id-ID', 'en-US'], 'id'], [['in'], 'id'], [['de-DE', 'en-GB'], 'en'], [['de-DE'], 'id'], [[], 'id']]
  for (const [locales, language] of cases) expect(systemLanguage(locales), locales.join()).toBe(language)
  expect(fill('{{a}} of {{b}}', { a: 1 })).toBe('1 of {{b}}')
})

test('a host’s data belongs to no user of the computer; what a user has already stays', () => {
  const [user, shared] = [join(folder, 'user'), join(folder, 'shared')]
  expect(sharedFolder('win32', { ProgramData: shared })).toBe(join(shared, 'Lantai'))
  expect([sharedFolder('linux', { ProgramData: shared }), sharedFolder('win32', {})]).toEqual([undefined, undefined])
  expect(usualDataFolder(user, undefined)).toBe(join(user, 'data'))
  expect(usualDataFolder(user, shared)).toBe(join(user, 'data'))
  mkdirSync(shared)
  expect(usualDataFolder(user, shared)).toBe(join(shared, 'data'))
  mkdirSync(join(user, 'data'), { recursive: true })
  writeFileSync(join(user, 'data', 'lantai.db'), '')
  expect(usualDataFolder(user, shared)).toBe(join(user, 'data'))
})
