import { open, type FileHandle } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { Writable } from 'node:stream'
import { closeSync, fsyncSync, mkdirSync, openSync } from 'node:fs'
import { dirname } from 'node:path'

/** Asks the disk to have a file's content. Throws where the disk does not confirm it. */
export function syncFile(path: string): void {
  // Windows confirms only to who may write.
  const handle = openSync(path, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** So much may wait to be written of a large file: the disk would make whoever confirms a small write wait for all of it. */
export const flushEvery = 16 * 1024 * 1024

/** Writes a large file, and flushes it piece by piece; when it has ended, the disk has confirmed it. */
export function createFlushedStream(path: string): Writable {
  let file: FileHandle
  let waiting = 0
  return new Writable({
    construct: done => void open(path, 'w').then(opened => done(void (file = opened)), done),
    write: (chunk: Buffer, _encoding, done) => void put(chunk).then(() => done(), done),
    final: done => void file.sync().then(() => done(), done),
    destroy: (error, done) => void (file?.close() ?? Promise.resolve()).then(() => done(error), done),
  })

  async function put(chunk: Buffer): Promise<void> {
    await file.writeFile(chunk)
    waiting += chunk.length
    if (waiting < flushEvery) return
    waiting = 0
    const began = performance.now()
    await file.datasync()
    // As long again the disk is for others: whoever saves something waits for it.
    await pause(performance.now() - began)
  }
}

/** Puts the names in a folder on the disk: what was made, renamed or removed there. Windows cannot open a folder, and needs no such thing. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

/** Makes a folder, and those above it, so that a power cut does not take it away again with all that comes into it. */
export function makeFolder(folder: string, mode?: number): void {
  const first = mkdirSync(folder, { recursive: true, mode })
  if (first === undefined) return
  for (let made = folder; made.length >= first.length; made = dirname(made)) syncFolder(dirname(made))
}
