import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { findElectron } from './find-electron.ts'

const root = join(import.meta.dirname, '..')
const sources = ['src-main', 'src-renderer', 'shared', 'resources', 'vite.config.ts', 'package-lock.json']
const built = ['dist-main/host.js', 'dist-main/main.js', 'dist-main/preload.cjs', 'dist-renderer/index.html']

if (isBuildStale()) build()
start(process.argv.slice(2))

function isBuildStale(): boolean {
  const files = built.map(name => join(root, name))
  if (!files.every(existsSync)) return true
  const oldest = Math.min(...files.map(file => statSync(file).mtimeMs))
  return sources.some(name => newest(join(root, name)) > oldest)
}

/** The latest change in a folder, in milliseconds; a folder's own time tells of files removed. */
function newest(path: string): number {
  const entry = statSync(path, { throwIfNoEntry: false })
  if (!entry) return 0
  const within = entry.isDirectory() ? readdirSync(path).map(name => newest(join(path, name))) : []
  return Math.max(entry.mtimeMs, ...within)
}

function build(): void {
  console.log('Building Lantai …')
  const vite = join(root, 'node_modules/vite/bin/vite.js')
  const { status } = spawnSync(process.execPath, [vite, 'build', '--app', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}

/** The desktop where it can run, else the host alone. */
function start(given: readonly string[]): void {
  const electron = findElectron(given)
  const options = [...defaults(given), ...given]
  if (electron.path !== undefined) return startDesktop(electron.path, options)
  console.log(`The host starts without a desktop window, for desks in browsers: ${electron.reason}.`)
  startHost(options)
}

function startDesktop(electron: string, options: readonly string[]): void {
  // Editors that are Electron programs themselves leave this to their terminals; it would make a plain Node of ours.
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env
  outlive(spawn(electron, [root, ...options], { stdio: 'inherit', env }))
}

function startHost(options: readonly string[]): void {
  // This one is for windows.
  const own = options.filter(option => option !== '--no-sandbox')
  const host = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist-main/host.js'), ...own], { stdio: ['inherit', 'pipe', 'inherit'] })
  createInterface({ input: host.stdout }).on('line', line => {
    console.log(line)
    const address = /^Lantai host ready at (\S+)/.exec(line)?.[1]
    if (address) console.log(`Open ${address} in a browser. Ctrl+C stops the host.`)
  })
  outlive(host)
}

function outlive(started: ChildProcess): void {
  // A terminal sends Ctrl+C to the program itself: once is enough.
  process.on('SIGINT', () => process.stdin.isTTY || started.kill('SIGINT'))
  process.on('SIGTERM', () => started.kill('SIGTERM'))
  started.once('error', error => {
    console.error(error.message)
    process.exitCode = 1
  })
  started.once('close', code => {
    process.exitCode = code ?? 1
  })
}

function defaults(given: readonly string[]): string[] {
  const isGiven = (option: string) => given.some(argument => argument === option || argument.startsWith(`${option}=`))
  return [...(isGiven('--data') ? [] : ['--data', dataFolder()]), ...(isGiven('--port') ? [] : ['--port', '4310'])]
}

function dataFolder(): string {
  const home = homedir()
  switch (process.platform) {
    case 'win32':
      return join(process.env.APPDATA ?? join(home, 'AppData', 'Roaming'), 'Lantai')
    case 'darwin':
      return join(home, 'Library', 'Application Support', 'Lantai')
    default:
      return join(process.env.XDG_DATA_HOME ?? join(home, '.local', 'share'), 'lantai')
  }
}
