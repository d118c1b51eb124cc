import { randomUUID } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statfsSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { pathToFileURL } from 'node:url'

/** By this name every process of a run finds the folder that its tests share. */
const variable = 'LANTAI_TEST_RUN'
const source = new URL('../../src-main/', import.meta.url)
const memory = '/dev/shm'
const roomNeeded = 2 * 1024 ** 3

/** A folder for one run of the tests, in which all others of the run are made, and what throws it away. */
export function openRunFolder(): { readonly folder: string; close(): void } {
  // Folders are made and thrown away by the hundred: a disk would be the slowest part.
  const folder = mkdtempSync(join(hasRoomInMemory() ? memory : tmpdir(), 'lantai-run-'))
  const temporary = join(folder, 'tmp')
  mkdirSync(temporary)
  Object.assign(process.env, { [variable]: folder, TMPDIR: temporary })
  return { folder, close: () => rmSync(folder, { recursive: true, force: true }) }
}

function hasRoomInMemory(): boolean {
  if (!existsSync(memory)) return false
  const { bavail, bsize } = statfsSync(memory)
  return bavail * bsize >= roomNeeded
}

/** Where the run keeps its own build of what Node runs. */
export const builtFolder = (runFolder: string): string => join(runFolder, 'dist-main')

/**
 * An entry of the host, for a thread or a process of its own: as this run has built it from the source, since reading a few large files
 * takes half the time of reading every module; the source where no run has built it.
 */
export function hostEntry(name: string): URL {
  const runFolder = process.env[variable]
  const built = runFolder === undefined ? undefined : join(builtFolder(runFolder), `${name}.js`)
  return built !== undefined && existsSync(built) ? pathToFileURL(built) : new URL(`${name}.ts`, source)
}

/** Fills a data folder as `make` would, which is done once a run: those who come after are given a copy. */
export async function fillFolder(folder: string, name: string, make: (folder: string) => Promise<void>): Promise<void> {
  const runFolder = process.env[variable]
  if (runFolder === undefined) return make(folder)
  const model = join(runFolder, name)
  if (!existsSync(model)) {
    const making = `${model}.${randomUUID()}`
    await make(making)
    publish(making, model)
  }
  copyFolder(model, folder)
}

/** With who may enter its folders: keys lie in one that is its owner's alone. */
function copyFolder(from: string, to: string): void {
  cpSync(from, to, { recursive: true })
  const inside = readdirSync(from, { recursive: true, withFileTypes: true }).filter(entry => entry.isDirectory())
  for (const { parentPath, name } of inside) chmodSync(join(to, relative(from, parentPath), name), statSync(join(parentPath, name)).mode)
}

/** Where another process was quicker, its own is used. */
function publish(made: string, model: string): void {
  try {
    renameSync(made, model)
  } catch (error) {
    if (!existsSync(model)) throw error
    rmSync(made, { recursive: true })
  }
}
