import { readdirSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'

interface ListedFile { readonly name: string; readonly size: number; readonly changed: string }
interface FolderSum { readonly name: string; readonly files: number; readonly bytes: number }

/** Files whose names are the program's own; of all others only number and size are told, for people name files as they like. */
const ownNames: readonly RegExp[] = [
  /^lantai\.db(-wal|-shm)?$/, /^host\.lock$/, /^logs\/(host|desktop)(\.\d)?\.log$/, /^backups\/[\w.-]+\.(db|zip)(\.\w+)?$/, /^(keys|seals)\/[\w.-]+$/,
]
const ownFolders = ['logs', 'backups', 'keys', 'seals', 'work', 'attachments']
const mostListed = 500

/** What lies in the data folder: the program's own files by name, the newest first, and sums by folder. */
export function folderFacts(dataFolder: string): { files: readonly ListedFile[]; folders: readonly FolderSum[] } {
  const found = filesIn(dataFolder)
  const own = found.filter(({ name }) => ownNames.some(pattern => pattern.test(name)))
  const folders = Map.groupBy(found, ({ name }) => folderOf(name))
  return {
    files: own.sort((a, b) => b.changed.localeCompare(a.changed)).slice(0, mostListed),
    folders: [...folders].map(([name, files]) => ({ name, files: files.length, bytes: files.reduce((sum, { size }) => sum + size, 0) })),
  }
}

function folderOf(name: string): string {
  const [first = '', ...rest] = name.split('/')
  if (rest.length === 0) return ownNames.some(pattern => pattern.test(first)) ? '.' : 'other'
  return ownFolders.includes(first) ? first : 'other'
}

function filesIn(folder: string): ListedFile[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile()).flatMap(({ parentPath, name }) => {
    const path = join(parentPath, name)
    // A work file may be gone by now.
    const entry = statSync(path, { throwIfNoEntry: false })
    return entry ? [{ name: path.slice(folder.length).replace(/^[\\/]/, '').replaceAll(sep, '/'), size: entry.size, changed: entry.mtime.toISOString() }] : []
  })
}
