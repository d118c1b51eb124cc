import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { ESLint, Linter } from 'eslint'
import tseslint from 'typescript-eslint'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { safeWindow } from '../scripts/desktop-rules.ts'
import { bridgeChannels } from '../shared/core/bridge.ts'
import { startDesktopProcess, type DesktopProcess } from './desktop/desktop-process.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { packerConfiguration } from './support/packed.ts'

/**
 * Electron's security checklist, item by item, in its own words: on the program's source, running on a stand-in for Electron; by the
 * linter, where only Electron could show it; and by the packer's configuration.
 */
let folder: string
let desktop: DesktopProcess

beforeAll(async () => {
  folder = temporaryFolder()
  desktop = await startDesktopProcess({ from: 'run', args: ['--data', folder, '--port', '0'] })
  await desktop.ready
  await vi.waitFor(async () => expect(await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length, null)).toBe(1), { timeout: 45_000 })
}, 300_000)
afterAll(async () => {
  desktop.kill('SIGTERM')
  expect(await desktop.ended, desktop.output()).toBe(0)
  removeFolder(folder)
})

describe('the checklist', () => {
  test('1. only load secure content', async () => {
    const strange = [
      'http://example.invalid/', 'https://example.invalid/', 'ws://example.invalid/', 'file:///etc/passwd', 'chrome://gpu/', 'app://elsewhere/', 'blob:https://example.invalid/1',
    ]
    for (const [at, { status }] of (await requests(strange)).entries()) expect(status, strange[at]).toBe('cancelled')
    expect((await requests(['app://lantai/nothing.js']))[0]?.status).not.toBe('cancelled')
    expect(await desktop.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL()), null)).toEqual(['app://lantai/'])
    for (const scheme of ['http', 'https', 'ws', 'wss']) {
      expect(await faults(`export const start = '${scheme}://192.168.1.10:4310/'`, shellFile)).toContain('The windows load by our own scheme alone.')
    }
  })

  test('2. disable the Node.js integration in all renderers', async () => {
    expect(await preferences()).toMatchObject({ nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false })
    for (const name of ['nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames']) await mustBeWrittenOut(name, false)
  })

  test('3. enable context isolation in all renderers', async () => {
    expect(await preferences()).toMatchObject({ contextIsolation: true })
    await mustBeWrittenOut('contextIsolation', true)
  })

  test('4. enable process sandboxing', async () => {
    expect(await preferences()).toMatchObject({ sandbox: true })
    await mustBeWrittenOut('sandbox', true)
    expect(await faults(`app.commandLine.appendSwitch('no-sandbox')`, shellFile)).toContainEqual(expect.stringMatching(/switches stay/))
    expect(JSON.stringify(packerConfiguration)).not.toContain('no-sandbox')
  })

  test('5. handle session permission requests', async () => {
    const permissions = [
      'notifications', 'clipboard-sanitized-write', 'clipboard-read', 'media', 'geolocation', 'midi', 'openExternal', 'usb', 'hid', 'serial', 'fileSystem', 'display-capture', 'unknown',
    ]
    const asked = await desktop.evaluate(async ({ session, tools }, names) => {
      const answers: Record<string, boolean[]> = {}
      for (const name of names) {
        const [own, foreign] = [await tools.permission(session.defaultSession, name, 'app://lantai/kanban'), await tools.permission(session.defaultSession, name, 'https://app.lantai/')]
        answers[name] = [...own, ...foreign]
      }
      return { answers, devices: await tools.devices(session.defaultSession) }
    }, permissions)
    const granted = Object.entries(asked.answers).filter(([, answers]) => answers.includes(true))
    expect(granted).toEqual(['notifications', 'clipboard-sanitized-write'].map(name => [name, [true, true, false, false]]))
    expect(asked.devices).toEqual({ device: false, media: null })
  })

  test('6. do not disable webSecurity', async () => {
    expect(await preferences()).toMatchObject({ webSecurity: true })
    await mustBeWrittenOut('webSecurity', true)
  })

  test('7. define a Content-Security-Policy, and use restrictive rules', async () => {
    for (const { headers } of await requests(['app://lantai/', 'app://lantai/kanban/board?card=1', 'app://lantai/assets/nothing.js', 'app://lantai/%2e%2e/package.json'])) {
      const policy = headers['content-security-policy']?.split(';')
      expect(policy).toEqual(expect.arrayContaining(["default-src 'self'", "script-src 'self'", "connect-src 'self'", "object-src 'none'", "base-uri 'self'", "frame-ancestors 'none'"]))
      expect(headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY', 'referrer-policy': 'no-referrer' })
    }
    for (const code of ['eval("1")', 'new Function("1")', 'location.href = "javascript:1"']) expect(await faults(code, pageFile), code).not.toEqual([])
    expect(await faults(`export const A = () => <p dangerouslySetInnerHTML={{ __html: '' }} />`, pageFile)).toContain('Text is text.')
  })

  test('8. do not enable allowRunningInsecureContent', async () => {
    expect(await preferences()).toMatchObject({ allowRunningInsecureContent: false })
    await mustBeWrittenOut('allowRunningInsecureContent', false)
  })

  test('9. do not enable experimental features', async () => {
    expect(await preferences()).toMatchObject({ experimentalFeatures: false })
    await mustBeWrittenOut('experimentalFeatures', false)
  })

  test('10. do not use enableBlinkFeatures', async () => {
    expect(await preferences()).not.toHaveProperty('enableBlinkFeatures')
    expect(windowFaults({ enableBlinkFeatures: "'X'" })).toEqual(['enableBlinkFeatures is none of the preferences this program needs.'])
  })

  test('11. <webview>: do not use allowpopups', async () => {
    expect(await preferences()).toMatchObject({ webviewTag: false })
    await mustBeWrittenOut('webviewTag', false)
    expect(await faults(`export const A = () => <webview allowpopups src="https://example.invalid/" />`, pageFile)).toContain('A screen holds no foreign page.')
    expect(await faults(`document.createElement('webview')`, pageFile)).toContain('A screen holds no foreign page.')
  })

  test('12. <webview>: verify options and params', async () => {
    expect(await preventedBy('will-attach-webview', {})).toBe(true)
  })

  test('13. disable or limit navigation', async () => {
    const strange = [
      'https://example.invalid/', 'http://127.0.0.1:4310/', 'file:///etc/passwd', 'app://lantai.example.invalid/', 'app://elsewhere/', 'app://user@lantai/',
      'javascript:alert(1)', 'data:text/html,x', 'not an address',
    ]
    for (const url of strange) {
      for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) expect(await preventedBy(event, { url }), `${event} ${url}`).toBe(true)
    }
    for (const event of ['will-navigate', 'will-redirect', 'will-frame-navigate']) expect(await preventedBy(event, { url: 'app://lantai/kanban/board' })).toBe(false)
  })

  test('14. disable or limit creation of new windows', async () => {
    const opened = await desktop.evaluate(async ({ BrowserWindow, tools }) => {
      const [window] = BrowserWindow.getAllWindows()
      const actions = ['https://example.invalid/', 'file:///etc/passwd', 'about:blank', 'app://lantai/kanban/board'].map(url => tools.openWindow(window!, url))
      await new Promise(resolve => setTimeout(resolve, 100))
      const addresses = BrowserWindow.getAllWindows().map(({ webContents }) => webContents.getURL())
      BrowserWindow.getAllWindows().slice(1).forEach(window => window.destroy())
      return { actions, addresses }
    }, null)
    expect(opened).toEqual({ actions: ['deny', 'deny', 'deny', 'deny'], addresses: ['app://lantai/', 'app://lantai/kanban/board'] })
  })

  test('15. do not use shell.openExternal with untrusted content', async () => {
    expect(await faults(`shell.openExternal('https://example.invalid/')`, shellFile)).toContainEqual(expect.stringMatching(/Nothing is opened outside/))
    expect(await faults(`shell['openExternal'](address)`, shellFile)).toContainEqual(expect.stringMatching(/Nothing is opened outside/))
  })

  test('16. use a current version of Electron', () => {
    const { devDependencies } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { devDependencies: Record<string, string> }
    const { version } = createRequire(import.meta.url)('electron/package.json') as { version: string }
    expect(devDependencies.electron, 'one version, named exactly, so that an update is a decision').toBe(version)
    expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45)
    expect(packerConfiguration.electronVersion ?? version).toBe(version)
  })

  test('17. validate the sender of all IPC messages', async () => {
    const given: Record<string, unknown[]> = {
      [bridgeChannels.call]: [1, '{"id":1,"call":"identity.describeHost","input":{}}'], [bridgeChannels.taken]: [1, 5], [bridgeChannels.abortUpload]: [1],
      [bridgeChannels.beginUpload]: [{ token: 'x', name: 'a', mediaType: 'b' }], [bridgeChannels.sendChunk]: [1, []], [bridgeChannels.finishUpload]: [1],
      [bridgeChannels.save]: [{ ticket: 'x', name: 'a.pdf' }], [bridgeChannels.print]: [{ ticket: 'x', name: 'a.pdf' }],
    }
    const heard = await desktop.evaluate(async ({ BrowserWindow, ipcMain, tools }, asked) => {
      const own = BrowserWindow.getAllWindows()[0]!.webContents
      const sent: unknown[] = []
      own.send = (...given) => void sent.push(given)
      const strangers = [
        { sender: own, senderFrame: { url: 'https://example.invalid/', parent: null } },
        { sender: own, senderFrame: { url: 'app://lantai/', parent: {} } },
        { sender: own, senderFrame: null },
        { sender: { id: 99, send: own.send, on() {}, once() {} }, senderFrame: { url: 'app://lantai/', parent: null } },
      ]
      const answers: string[] = []
      for (const event of strangers) {
        for (const [channel, given] of Object.entries(asked)) {
          ipcMain.emit(channel, event, ...given)
          const isRefused = (error: Error) => /Refused|Nobody handles/.test(error.message) || answers.push(error.message)
          await tools.invoke(channel, event, given).then(() => answers.push(channel), isRefused)
        }
      }
      await new Promise(resolve => setTimeout(resolve, 300))
      return { answers, sent }
    }, given)
    expect(heard).toEqual({ answers: [], sent: [] })
    expect(Object.values(bridgeChannels).filter(channel => channel !== bridgeChannels.events).sort()).toEqual(Object.keys(given).sort())
    expect(await faults(`import { ipcMain } from 'electron'\nipcMain.handle('x', () => 1)`, shellFile)).toContainEqual(expect.stringMatching(/checks who asks/))
  })

  test('17. and validate what they carry', async () => {
    const refused = await desktop.evaluate(async ({ BrowserWindow, tools }) => {
      const own = BrowserWindow.getAllWindows()[0]!.webContents
      const event = { sender: own, senderFrame: { url: 'app://lantai/kanban', parent: null } }
      const given: [string, unknown[]][] = [
        ['files:begin', []], ['files:begin', [{ token: 1, name: 'a', mediaType: 'b' }]], ['files:chunk', [1, 'text']], ['files:chunk', [1, new Uint8Array(1024 * 1024 + 1)]],
        ['files:save', [{ ticket: 'x' }]], ['files:save', ['x']], ['files:print', [null]], ['files:finish', ['1']],
      ]
      return Promise.all(given.map(([channel, values]) => tools.invoke(channel, event, values).then(() => 'answered', (error: Error) => error.message)))
    }, null)
    expect(refused).toEqual(Array.from({ length: 8 }, () => 'Refused'))
  })

  test('18. avoid usage of the file:// protocol and prefer usage of custom protocols', async () => {
    const { schemes } = await desktop.evaluate(({ tools }) => tools.records, null)
    expect(schemes).toEqual([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }])
    expect(await faults(`window.loadFile('index.html')`, shellFile)).toContainEqual(expect.stringMatching(/never from file:/))
    expect(await faults('window.loadURL(`file://${path}`)', shellFile)).toContain('The windows load by our own scheme alone.')
    expect(await faults(`register({ bypassCSP: true })`, shellFile)).toContainEqual(expect.stringMatching(/under the policy/))
    expect(packerConfiguration.electronFuses).toMatchObject({ grantFileProtocolExtraPrivileges: false })
  })

  test('19. check which fuses you can change', () => {
    expect(packerConfiguration.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    })
  })

  test('20. do not expose Electron APIs to untrusted web content', async () => {
    const exposed: Record<string, object> = {}
    const sent: unknown[][] = []
    const heard: [string, (event: object, ...given: unknown[]) => void][] = []
    vi.doMock('electron', () => ({
      contextBridge: { exposeInMainWorld: (name: string, api: object) => void (exposed[name] = api) },
      ipcRenderer: {
        send: (...given: unknown[]) => void sent.push(given), invoke: async (...given: unknown[]) => void sent.push(given),
        on: (...given: (typeof heard)[number]) => heard.push(given), off: () => heard.pop(),
      },
    }))
    await import('../src-main/shell/preload.ts')
    expect(Object.keys(exposed)).toEqual(['lantai'])
    const bridge = exposed.lantai as Record<string, (...given: unknown[]) => unknown> & { files: object }
    expect(Object.keys(bridge).sort()).toEqual(['call', 'files', 'onEvents'])
    expect(Object.keys(bridge.files).sort()).toEqual(['abortUpload', 'beginUpload', 'finishUpload', 'print', 'save', 'sendChunk'])
    expect([Object.isFrozen(bridge), Object.isFrozen(bridge.files)]).toEqual([true, true])
    const told: unknown[][] = []
    const stop = bridge.onEvents!((...given: unknown[]) => void told.push(given)) as () => void
    heard[0]![1]({ sender: 'Electron’s own' }, 3, 'text')
    expect(told, 'a page is given what was said, not the event it came by').toEqual([[3, 'text']])
    stop()
    expect(heard).toEqual([])
    const preload = 'src-main/shell/preload.ts'
    const given = ['ipcRenderer', '{ ipcRenderer }', '{ all: ipcRenderer }', '{ send: ipcRenderer.send }', '{ ...ipcRenderer }', '[ipcRenderer]', '{ get: () => ipcRenderer }']
    for (const api of given) expect(await faults(`contextBridge.exposeInMainWorld('x', ${api})`, preload), api).not.toEqual([])
    expect(await faults(`import { contextBridge } from 'electron'`, shellFile)).toContain('What a page is given stands in preload.ts.')
  })
})

describe('beyond the checklist', () => {
  test('no certificate is believed that the system does not believe', async () => {
    const told = await desktop.evaluate(({ app }) => {
      let [isPrevented, isBelieved]: unknown[] = [false, undefined]
      app.emit('certificate-error', { preventDefault: () => (isPrevented = true) }, null, 'https://example.invalid/', 'net::ERR_CERT_INVALID', {}, (answer: unknown) => (isBelieved = answer))
      return [isPrevented, isBelieved]
    }, null)
    expect(told).toEqual([true, false])
  })

  test('nothing is downloaded but by ticket', async () => {
    const isPrevented = await desktop.evaluate(({ session }) => {
      let prevented = false
      session.defaultSession.emit('will-download', { preventDefault: () => (prevented = true) }, { getURL: () => 'app://lantai/assets/a.js' })
      return prevented
    }, null)
    expect(isPrevented).toBe(true)
  })

  test('no address leads out of the screens’ folder', async () => {
    const crooked = ['../package.json', '%2e%2e/package.json', '..%2fpackage.json', '..%5cpackage.json', 'assets/%2e%2e/%2e%2e/package.json', '/etc/passwd', 'C:/Windows/win.ini']
    for (const { text } of await requests(crooked.map(path => `app://lantai/${path}`))) expect(text).not.toMatch(/"name"|root:|\[fonts\]/)
    const [posted] = await desktop.evaluate(({ session, tools }) => Promise.all([tools.request(session.defaultSession, 'app://lantai/', 'POST')]), null)
    expect(posted?.status).toBe(405)
  })

  test('every window is made by the factory', async () => {
    expect(windowFaults({}, 'src-main/shell/windows.ts')).toEqual(['Windows are made in src-main/shell/window-factory.ts alone.'])
    expect(lintWindow('new BrowserWindow({ webPreferences: { ...safe } })')).toEqual(['A window’s webPreferences stand last, as a table of their own without “…”.'])
    expect(lintWindow('new BrowserWindow({ webPreferences: safe })')).toHaveLength(1)
    expect(lintWindow('new BrowserWindow(options)')).toHaveLength(1)
    expect(lintWindow('new WebContentsView()')).toHaveLength(1)
    expect(windowFaults({ devTools: 'true' })).toEqual(['devTools are for a program that is not packaged.'])
    expect(windowFaults({ devTools: '!app.isPackaged', preload: 'preload', spellcheck: 'false' })).toEqual([])
    expect((await new ESLint().calculateConfigForFile('src-main/main.ts') as Linter.Config).rules?.['local/safe-window']).toEqual([2])
  })
})

const shellFile = 'src-main/shell/windows.ts'
const pageFile = 'src-renderer/app.tsx'
const safe: Readonly<Record<string, string>> = {
  sandbox: 'true', contextIsolation: 'true', nodeIntegration: 'false', nodeIntegrationInWorker: 'false', nodeIntegrationInSubFrames: 'false', webSecurity: 'true',
  allowRunningInsecureContent: 'false', experimentalFeatures: 'false', webviewTag: 'false', navigateOnDragDrop: 'false',
}

/** What every desk window was made with. */
async function preferences(): Promise<object> {
  const made = await desktop.evaluate(({ tools }) => tools.records.windows.map(({ webPreferences }) => ({ ...webPreferences, session: undefined })), null)
  for (const each of made) expect(each).toEqual(made[0])
  return made[0]!
}

/** Neither left out nor turned round nor computed. */
async function mustBeWrittenOut(name: string, value: boolean): Promise<void> {
  const fault = `${name} is ${String(value)}, written out.`
  expect(windowFaults({ [name]: undefined })).toEqual([fault])
  expect(windowFaults({ [name]: String(!value) })).toEqual([fault])
  expect(windowFaults({ [name]: 'someValue' })).toEqual([fault])
  expect(windowFaults({})).toEqual([])
}

function windowFaults(changes: Readonly<Record<string, string | undefined>>, file?: string): string[] {
  const table = Object.entries({ ...safe, ...changes }).flatMap(([name, value]) => (value === undefined ? [] : [`${name}: ${value}`]))
  return lintWindow(`new BrowserWindow({ ...place, webPreferences: { ${table.join(', ')} } })`, file)
}

function lintWindow(code: string, file = 'src-main/shell/window-factory.ts'): string[] {
  const config: Linter.Config = { files: ['**'], plugins: { local: { rules: { 'safe-window': safeWindow } } }, rules: { 'local/safe-window': 'error' } }
  return new Linter().verify(code, [config], file).map(({ message }) => message)
}

/** What our own linter says of such a line in such a file, apart from what needs types. */
async function faults(code: string, file: string): Promise<string[]> {
  const { rules = {} } = (await new ESLint().calculateConfigForFile(file)) as Linter.Config
  const wanted = ['no-restricted-syntax', 'no-eval', 'no-new-func', 'no-script-url']
  const config: Linter.Config = {
    files: ['**'], rules: Object.fromEntries(Object.entries(rules).filter(([name]) => wanted.includes(name))),
    languageOptions: { parser: tseslint.parser, parserOptions: { ecmaFeatures: { jsx: true } } },
  }
  return new Linter().verify(code, [config], file).map(({ message }) => message)
}

function requests(urls: readonly string[]) {
  return desktop.evaluate(({ session, tools }, asked) => Promise.all(asked.map(url => tools.request(session.defaultSession, url))), urls)
}

function preventedBy(event: string, details: object): Promise<boolean> {
  return desktop.evaluate(({ BrowserWindow }, [name, given]) => {
    let isPrevented = false
    BrowserWindow.getAllWindows()[0]!.webContents.emit(name, { ...given, preventDefault: () => (isPrevented = true) })
    return isPrevented
  }, [event, details] as const)
}
