import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { findElectron, type Surroundings } from '../scripts/find-electron.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'

const folders: string[] = []
afterEach(() => folders.splice(0).forEach(removeFolder))

/** Electron's package as it is once its program was fetched, or before. */
function packageWith(program: string | undefined, note = program): string {
  const folder = temporaryFolder()
  folders.push(folder)
  if (note !== undefined) writeFileSync(join(folder, 'path.txt'), note)
  if (program !== undefined) putProgram(join(folder, 'dist'), program)
  return folder
}

function putProgram(folder: string, program: string): void {
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, program), '#!/bin/sh\n')
  chmodSync(join(folder, program), 0o755)
}

const around = (change: Partial<Surroundings>): Surroundings => ({ env: { DISPLAY: ':0' }, platform: 'linux', userId: 1000, packageFolder: undefined, ...change })

describe('Electron', () => {
  test('is found where its package has put it', () => {
    const packageFolder = packageWith('electron')
    expect(findElectron([], around({ packageFolder }))).toEqual({ path: join(packageFolder, 'dist', 'electron') })
    expect(findElectron([], around({ packageFolder, env: { WAYLAND_DISPLAY: 'wayland-0' } }))).toHaveProperty('path')
  })

  test('is found in a folder that was named, before any other, whether or not its package has a program', () => {
    const named = packageWith('electron')
    const env = { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: join(named, 'dist') }
    for (const packageFolder of [undefined, packageWith(undefined), packageWith('electron')]) {
      expect(findElectron([], around({ env, packageFolder }))).toEqual({ path: join(named, 'dist', 'electron') })
    }
    const windows = packageWith('electron.exe')
    expect(findElectron([], around({ platform: 'win32', userId: undefined, env: { ELECTRON_OVERRIDE_DIST_PATH: join(windows, 'dist') } }))).toEqual({ path: join(windows, 'dist', 'electron.exe') })
  })

  test.each([
    ['its package is not installed', {}],
    ['its program was never fetched', { packageFolder: packageWith(undefined) }],
    ['its program is gone', { packageFolder: packageWith(undefined, 'electron') }],
    ['the folder that was named is empty', { packageFolder: packageWith('electron'), env: { DISPLAY: ':0', ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' } }],
  ])('is missed in one sentence with a remedy when %s', (_, change) => {
    const { path, reason = '' } = findElectron([], around(change))
    expect(path).toBeUndefined()
    expect(reason).toMatch(/^Electron’s program is not here: .*npx install-electron.*ELECTRON_OVERRIDE_DIST_PATH$/)
    expect(reason).not.toContain('\n')
  })

  test('needs a display on Linux alone, and another user than root', () => {
    const packageFolder = packageWith('electron')
    expect(findElectron([], around({ packageFolder, env: {} })).reason).toBe('there is no display: neither DISPLAY nor WAYLAND_DISPLAY is set')
    expect(findElectron([], around({ packageFolder, userId: 0 })).reason).toMatch(/^Electron does not run as root/)
    expect(findElectron(['--no-sandbox'], around({ packageFolder, userId: 0 }))).toHaveProperty('path')
    expect(findElectron([], around({ packageFolder: packageWith('electron.exe'), platform: 'win32', env: {}, userId: undefined }))).toHaveProperty('path')
    expect(findElectron([], around({ env: {} })).reason).toMatch(/is not here: .*; and there is no display: /)
  })
})
