import { openPromise, type Entry, type ZipFile } from 'yauzl'
import { limits, tooLarge, unreadable } from './source.ts'

/** The parts of a zip archive, by name. */
export interface Archive {
  has(name: string): boolean
  size(name: string): number
  /** The part's text in pieces, UTF-8; nothing for a part that is not there. It is never longer than the archive declared. */
  text(name: string): AsyncGenerator<string>
  close(): void
}

/**
 * Looks at the archive's table of contents only: one that would unpack into too much, or into too many parts, is refused before
 * anything is unpacked (`file-too-large`). Throws `file-unreadable` for what is no sound archive.
 */
export async function openArchive(path: string): Promise<Archive> {
  const zip = await asArchive(openPromise(path, { autoClose: false }))
  try {
    const entries = await readEntries(zip)
    return {
      has: name => entries.has(name),
      size: name => entries.get(name)?.uncompressedSize ?? 0,
      text: name => textOf(zip, entries.get(name)),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function readEntries(zip: ZipFile): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw tooLarge('entries')
  const entries = new Map<string, Entry>()
  let unpacked = 0
  const each = zip.eachEntry()
  for (;;) {
    const { value: entry, done } = await asArchive(each.next())
    if (done) return entries
    unpacked += entry.uncompressedSize
    if (unpacked > limits.unpackedBytes) throw tooLarge('unpackedBytes')
    if (entry.isEncrypted()) throw unreadable('damaged')
    entries.set(entry.fileName, entry)
  }
}

async function* textOf(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<string> {
  if (!entry) return
  const stream = await asArchive(zip.openReadStreamPromise(entry))
  // The stream itself puts characters together that lie across two chunks.
  stream.setEncoding('utf8')
  const pieces = stream[Symbol.asyncIterator]() as AsyncIterator<string>
  try {
    for (let piece = await asArchive(pieces.next()); !piece.done; piece = await asArchive(pieces.next())) yield piece.value
  } finally {
    stream.destroy()
  }
}

/** Whatever a broken archive makes the reader throw. */
async function asArchive<T>(reading: Promise<T>): Promise<T> {
  try {
    return await reading
  } catch {
    throw unreadable('damaged')
  }
}
