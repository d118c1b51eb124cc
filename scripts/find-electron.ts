import { accessSync, constants, existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

/** Where Electron's program is, or why there can be no desktop window here. */
export type FoundElectron = { readonly path: string; readonly reason?: undefined } | { readonly path?: undefined; readonly reason: string }

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv
  readonly platform: NodeJS.Platform
  /** 0 for root; nothing where the system has no such thing. */
  readonly userId: number | undefined
  /** Electron's package, which holds its program once that was fetched; nothing if it is not installed. */
  readonly packageFolder: string | undefined
}

/** Only looks: Electron's own package would fetch its program from the internet. */
export function findElectron(given: readonly string[] = [], around: Surroundings = here()): FoundElectron {
  const path = programPath(around)
  const obstacles = [path === undefined && missing, !hasDisplay(around) && noDisplay, isUnwelcomeRoot(given, around) && asRoot].filter(Boolean)
  return path !== undefined && obstacles.length === 0 ? { path } : { reason: obstacles.join('; and ') }
}

const missing =
  'Electron’s program is not here: fetch it once with “npx install-electron”, or name a folder that holds it in ELECTRON_OVERRIDE_DIST_PATH'
const noDisplay = 'there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set'
const asRoot = 'Electron does not run as root: start it as another user'

function here(): Surroundings {
  return { env: process.env, platform: process.platform, userId: process.getuid?.(), packageFolder: packageFolder() }
}

function packageFolder(): string | undefined {
  try {
    return dirname(createRequire(import.meta.url).resolve('electron/package.json'))
  } catch {
    return undefined
  }
}

/** As Electron's package does it: a folder that was named goes before its own. */
function programPath({ env, platform, packageFolder: folder }: Surroundings): string | undefined {
  const named = env.ELECTRON_OVERRIDE_DIST_PATH
  const note = folder === undefined ? '' : join(folder, 'path.txt')
  const program = existsSync(note) ? readFileSync(note, 'utf8').trim() : usualProgram(platform)
  const path = named ? join(named, program) : folder === undefined ? '' : join(folder, 'dist', program)
  return isExecutable(path) ? path : undefined
}

function usualProgram(platform: NodeJS.Platform): string {
  if (platform === 'darwin') return 'Electron.app/Contents/MacOS/Electron'
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

function hasDisplay({ env, platform }: Surroundings): boolean {
  return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY ?? env.WAYLAND_DISPLAY)
}

/** Chromium keeps pages in a sandbox that root cannot build. */
function isUnwelcomeRoot(given: readonly string[], { platform, userId }: Surroundings): boolean {
  return platform === 'linux' && userId === 0 && !given.includes('--no-sandbox')
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return path !== ''
  } catch {
    return false
  }
}
