import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Chance } from './scale.ts'
import type { Step } from './power-cut-recording.ts'

/**
 * A disk that may lose its power at any moment. What a sync has confirmed is on it. Of all that was done since, each thing may be
 * on it or not, in any order: a write may be there although an earlier one, of another file or the same, is not; a sector (512
 * bytes) of it may be there without the next one; a file may have its bytes but not its length, or its length but not its name.
 * A confirmation that failed confirms nothing, then or later: only what is written once more can be confirmed again.
 */
export interface Disk {
  take(step: Step): void
  /** Cuts the power: writes into the folder what a disk could then hold. The disk itself goes on as if nothing had happened. */
  cutInto(folder: string, chance: Chance): void
  /** All files as the host saw them last. */
  files(): ReadonlyMap<string, Buffer>
}

const sectorSize = 512
/** A rewritten byte makes the system write the whole page it keeps it in. */
const sectorsPerPage = 8

/** A cut-off takes away the bytes and the length at once: `part` tells the sectors of a write apart, and is none for a cut-off. */
interface Version { readonly step: number; readonly part: number | undefined; readonly bytes: Buffer }
interface Sector { readonly versions: Version[]; isToBeWritten: boolean }
interface File {
  content: Buffer
  size: number
  confirmed: Buffer
  confirmedSize: number
  readonly sectors: Map<number, Sector>
  sizes: { readonly step: number; readonly size: number }[]
}
type Entry = File | 'folder'
type Names = Map<string, Entry>
interface Renaming { readonly step: number; readonly folder: string; apply(names: Names): void }

/** Whether what was done in a step is on the disk when the power is gone: the whole of it, or one part. */
type Survival = (step: number, part?: number) => boolean

export function createDisk(initial?: string): Disk {
  const names: Names = new Map()
  const confirmedNames: Names = new Map()
  const open = new Map<number, { entry: Entry; path: string }>()
  let renamings: Renaming[] = []
  let step = 0

  function rename(folder: string, apply: Renaming['apply']): void {
    apply(names)
    renamings.push({ step, folder, apply })
  }
  function openFile({ file, path, isCreated, isEmptied, isFolder }: Extract<Step, { kind: 'opened' }>): void {
    if (isCreated) {
      const created = emptyFile()
      rename(dirname(path), all => all.set(path, created))
    }
    const entry = isFolder ? 'folder' : names.get(path)
    if (!entry) throw new Error(`${path} was opened, but never made`)
    if (isEmptied && entry !== 'folder') resize(entry, 0)
    open.set(file, { entry, path })
  }
  function fileOf(handle: number): File {
    const entry = open.get(handle)?.entry
    if (!entry || entry === 'folder') throw new Error(`No file is open as ${handle}`)
    return entry
  }
  function resize(file: File, size: number): void {
    reserve(file, size)
    for (let sector = Math.floor(size / sectorSize); sector * sectorSize < file.size; sector += 1) {
      file.content.fill(0, Math.max(size, sector * sectorSize), Math.min(file.content.length, (sector + 1) * sectorSize))
      keepVersion(file, sector, undefined)
    }
    file.size = size
    file.sizes.push({ step, size })
  }
  function write(file: File, offset: number, data: Buffer): void {
    const end = offset + data.length
    reserve(file, end)
    data.copy(file.content, offset)
    for (let sector = Math.floor(offset / sectorSize); sector * sectorSize < end; sector += 1) keepVersion(file, sector, sector)
    if (end > file.size) {
      file.size = end
      file.sizes.push({ step, size: end })
    }
  }
  function keepVersion({ content, sectors }: File, sector: number, part: number | undefined): void {
    const known = sectors.get(sector) ?? { versions: [], isToBeWritten: true }
    known.versions.push({ step, part, bytes: Buffer.from(content.subarray(sector * sectorSize, (sector + 1) * sectorSize)) })
    sectors.set(sector, known)
    const page = sector - (sector % sectorsPerPage)
    for (let neighbour = page; neighbour < page + sectorsPerPage; neighbour += 1) {
      const other = sectors.get(neighbour)
      if (other) other.isToBeWritten = true
    }
  }
  function confirm(handle: number): void {
    const { entry, path } = open.get(handle) ?? {}
    if (entry === 'folder') {
      const inIt = renamings.filter(({ folder }) => folder === (path === '' ? '.' : path))
      for (const { apply } of inIt) apply(confirmedNames)
      renamings = renamings.filter(renaming => !inIt.includes(renaming))
      return
    }
    const file = fileOf(handle)
    file.confirmed = grown(file.confirmed, file.content.length)
    for (const [sector, { isToBeWritten }] of file.sectors) {
      if (!isToBeWritten) continue
      file.content.copy(file.confirmed, sector * sectorSize, sector * sectorSize, (sector + 1) * sectorSize)
      file.sectors.delete(sector)
    }
    file.confirmedSize = file.size
    file.sizes = []
  }
  function take(next: Step): void {
    step += 1
    switch (next.kind) {
      case 'opened':
        return openFile(next)
      case 'closed':
        return void open.delete(next.file)
      case 'written':
        return write(fileOf(next.file), next.offset, next.data)
      case 'truncated':
        return resize(fileOf(next.file), next.size)
      case 'synced':
        return confirm(next.file)
      case 'sync-failed':
        // The system takes what it could not write for written.
        for (const sector of fileOf(next.file).sectors.values()) sector.isToBeWritten = false
        return
      case 'renamed': {
        const entry = names.get(next.path)
        if (!entry || entry === 'folder') throw new Error(`${next.path} was renamed, but is no file`)
        return rename(dirname(next.to), all => {
          all.delete(next.path)
          all.set(next.to, entry)
        })
      }
      case 'unlinked':
      case 'folder-removed':
        return rename(dirname(next.path), all => all.delete(next.path))
      case 'folder-made':
        return rename(dirname(next.path), all => all.set(next.path, 'folder'))
      case 'noted':
        return
    }
  }
  if (initial !== undefined) readFolder(initial, '', names)
  for (const [path, entry] of names) confirmedNames.set(path, entry)
  return {
    take,
    files: () => new Map([...names].flatMap(([path, entry]) => (entry === 'folder' ? [] : [[path, entry.content.subarray(0, entry.size)]]))),
    cutInto(folder, chance) {
      const survives = survival(chance, step)
      const left: Names = new Map(confirmedNames)
      for (const renaming of renamings) if (survives(renaming.step)) renaming.apply(left)
      for (const [path, entry] of left) {
        if (entry !== 'folder') writeInto(folder, path, left, () => remains(entry, survives))
      }
    },
  }
}

/** Nothing of what was not confirmed, all of it, all up to some moment, or some: write by write or sector by sector. */
function survival(chance: Chance, now: number): Survival {
  const share = chance.oneOf([0.1, 0.5, 0.9])
  const whole = new Map<number, boolean>()
  const moment = now - chance.below(40)
  const isWhole = (step: number) => {
    if (!whole.has(step)) whole.set(step, chance.next() < share)
    return whole.get(step)!
  }
  return chance.oneOf<Survival>([
    () => false,
    () => true,
    step => step <= moment,
    step => isWhole(step),
    (step, part) => (part === undefined ? isWhole(step) : chance.next() < share),
    (step, part) => (part === undefined ? isWhole(step) : chance.next() < share),
  ])
}

function remains({ confirmed, confirmedSize, sectors, sizes }: File, survives: Survival): Buffer {
  const size = sizes.findLast(({ step }) => survives(step))?.size ?? confirmedSize
  const bytes = Buffer.alloc(size)
  confirmed.copy(bytes, 0, 0, Math.min(size, confirmed.length))
  for (const [sector, { versions }] of sectors) {
    const version = versions.findLast(({ step, part }) => survives(step, part))
    if (version && sector * sectorSize < size) version.bytes.copy(bytes, sector * sectorSize)
  }
  return bytes
}

/** A file whose folder's own name was lost is lost too. */
function writeInto(folder: string, path: string, names: Names, content: () => Buffer): void {
  for (let above = dirname(path); above !== '.'; above = dirname(above)) if (!names.has(above)) return
  mkdirSync(join(folder, dirname(path)), { recursive: true })
  writeFileSync(join(folder, path), content())
}

function emptyFile(): File {
  return { content: Buffer.alloc(0), size: 0, confirmed: Buffer.alloc(0), confirmedSize: 0, sectors: new Map(), sizes: [] }
}

function reserve(file: File, size: number): void {
  const sectors = Math.ceil(size / sectorSize) * sectorSize
  if (sectors > file.content.length) file.content = grown(file.content, Math.max(sectors, 2 * file.content.length))
}

function grown(bytes: Buffer, size: number): Buffer {
  return bytes.length >= size ? bytes : Buffer.concat([bytes, Buffer.alloc(size - bytes.length)])
}

function readFolder(root: string, path: string, into: Names): void {
  for (const entry of readdirSync(join(root, path), { withFileTypes: true })) {
    const name = join(path, entry.name)
    if (entry.isDirectory()) {
      into.set(name, 'folder')
      readFolder(root, name, into)
    } else {
      const content = readFileSync(join(root, name))
      const padded = grown(content, Math.ceil(content.length / sectorSize) * sectorSize)
      into.set(name, { content: padded, size: statSync(join(root, name)).size, confirmed: Buffer.from(padded), confirmedSize: content.length, sectors: new Map(), sizes: [] })
    }
  }
}
