import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { syncFolder } from './durable.ts'

/** Writes a file so that a power cut leaves either the whole of it or none: beside it, to the disk, then renamed into place. */
export function writeWhole(path: string, content: string, mode = 0o644): void {
  const unfinished = `${path}.tmp`
  const file = openSync(unfinished, 'w', mode)
  try {
    writeFileSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  renameSync(unfinished, path)
  syncFolder(dirname(path))
}
