import { spawnSync } from 'node:child_process'
import { accessSync, constants, existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, join } from 'node:path'
import { chromium } from 'playwright'

/** Where the browser is, or why there is none. */
export type Browser = { readonly path: string; readonly reason?: undefined } | { readonly path?: undefined; readonly reason: string }

/** The browser for the tests: the one LANTAI_BROWSER names, else the system's, else Playwright's own. */
export function findBrowser(): string | undefined {
  const named = process.env.LANTAI_BROWSER
  if (named) return named
  return [...systemBrowsers(), chromium.executablePath()].find(isExecutable)
}

/** Finds the browser or puts one in: by the package manager where that is ours to do, or by Playwright's download. */
export function findOrInstallBrowser(): Browser {
  const found = findBrowser()
  if (found) return isExecutable(found) ? { path: found } : { reason: `LANTAI_BROWSER names ${found}, which cannot be run` }
  if (isDebianRoot()) installPackage()
  if (!findBrowser()) downloadBrowser()
  const installed = findBrowser()
  if (installed) return { path: installed }
  return { reason: 'no Chromium, Chrome or Edge is here and none could be installed; name one in LANTAI_BROWSER' }
}

function systemBrowsers(): string[] {
  const { PATH = '', ProgramFiles = 'C:\\Program Files', LOCALAPPDATA = '' } = process.env
  switch (process.platform) {
    case 'win32': {
      const programs = [ProgramFiles, process.env['ProgramFiles(x86)'] ?? '', LOCALAPPDATA].filter(Boolean)
      const names = ['Chromium\\Application\\chrome.exe', 'Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe']
      return names.flatMap(name => programs.map(folder => join(folder, name)))
    }
    case 'darwin':
      return ['Chromium', 'Google Chrome', 'Microsoft Edge'].map(name => `/Applications/${name}.app/Contents/MacOS/${name}`)
    default: {
      const names = ['chromium', 'google-chrome', 'google-chrome-stable', 'microsoft-edge', 'chromium-browser']
      return names.flatMap(name =>
        PATH.split(delimiter)
          .filter(Boolean)
          .map(folder => join(folder, name)),
      )
    }
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

function isDebianRoot(): boolean {
  return existsSync('/usr/bin/apt-get') && process.getuid?.() === 0
}

function installPackage(): void {
  console.log('No browser for the tests: installing Debian’s chromium.')
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  run('apt-get', ['update', '-qq'], env)
  run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-liberation'], env)
}

function downloadBrowser(): void {
  console.log('No browser for the tests: asking Playwright for its own.')
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright/package.json')), 'cli.js')
  run(process.execPath, [cli, 'install', 'chromium'])
}

/** Without a network these must end too; whether they worked shows in what is found afterwards. */
function run(command: string, parameters: readonly string[], env = process.env): void {
  spawnSync(command, parameters, { stdio: ['ignore', 'ignore', 'inherit'], env, timeout: 5 * 60_000 })
}
