import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { Transform, Writable, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { openPromise, type Entry, type ZipFile as OpenedZip } from 'yauzl'
import { ZipFile } from 'yazl'
import { Manifest } from '../../shared/data-care/backup.ts'
import { createFlushedStream } from './durable.ts'

const databaseEntry = 'lantai.db.zst'
const manifestEntry = 'manifest.json'
/** A database page seldom gains from more effort; the checksum tells a flipped bit when it is read. */
const compression = { params: { [constants.ZSTD_c_compressionLevel]: 3, [constants.ZSTD_c_checksumFlag]: 1 } }

/** What goes into a backup's file besides the database and the manifest: seals and the public key, and in one to take away the attached files. */
export interface ArchivePart { readonly name: string; readonly path: string }

export class UnreadableBackupError extends Error {
  override readonly name = 'UnreadableBackupError'
}

export interface WrittenArchive { readonly size: number; readonly sha256: string; readonly databaseSha256: string }

/** Writes the archive: an ordinary ZIP, so that it can be opened without us. `onBytes` hears how much of the database is in it. */
export async function writeArchive(
  target: string, { manifest, database, parts }: { manifest: Manifest; database: string; parts: readonly ArchivePart[] }, onBytes: (bytes: number) => void = () => {},
): Promise<WrittenArchive> {
  const zip = new ZipFile()
  const [whole, content] = [hashing(), hashing(onBytes)]
  const source = createReadStream(database)
  const compressed = source.pipe(content.stream).pipe(createZstdCompress(compression))
  // What fails on the way in fails the whole.
  const output = zip.outputStream as Readable
  for (const stream of [source, compressed]) stream.on('error', (error: Error) => output.destroy(error))
  const options = { mtime: new Date(manifest.at), compress: false }
  zip.addBuffer(Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`), manifestEntry, options)
  zip.addReadStream(compressed, databaseEntry, options)
  for (const { name, path } of parts) zip.addFile(path, name, options)
  zip.on('error', (error: Error) => output.destroy(error))
  zip.end()
  await pipeline(output, whole.stream, createFlushedStream(target))
  return { size: (await stat(target)).size, sha256: whole.digest(), databaseSha256: content.digest() }
}

/** Writes the same archive with more in it. */
export function writeWholeArchive(source: string, target: string, more: readonly ArchivePart[]): Promise<void> {
  return reading(source, async (opened, entries) => {
    const zip = new ZipFile()
    const output = zip.outputStream as Readable
    zip.on('error', (error: Error) => output.destroy(error))
    const options = { compress: false }
    for (const entry of entries.values()) {
      zip.addReadStreamLazy(entry.fileName, options, give => void opened.openReadStreamPromise(entry).then(stream => give(null, stream), (error: Error) => output.destroy(error)))
    }
    for (const { name, path } of more) zip.addFile(path, name, options)
    zip.end()
    await pipeline(output, createFlushedStream(target))
  })
}

/** SHA-256 of the database in it, by unpacking it to nowhere: proves that it can be read to the end. */
export function hashOfDatabase(path: string, onBytes: (bytes: number) => void = () => {}): Promise<string> {
  return reading(path, async (zip, entries) => {
    const content = hashing(onBytes)
    await pipeline(await openEntry(zip, entries, databaseEntry), createZstdDecompress(), content.stream, nowhere())
    return content.digest()
  })
}

export function readManifest(path: string): Promise<Manifest> {
  return reading(path, async (zip, entries) => Manifest.parse(JSON.parse((await contentOf(await openEntry(zip, entries, manifestEntry))).toString())))
}

/** Unpacks the database to `target`. */
export function unpackDatabase(path: string, target: string, onBytes: (bytes: number) => void = () => {}): Promise<void> {
  return reading(path, async (zip, entries) => {
    await pipeline(await openEntry(zip, entries, databaseEntry), createZstdDecompress(), hashing(onBytes).stream, createFlushedStream(target))
  })
}

/** Gives each of the other parts whose name begins so to `take`. */
export function readParts(path: string, beginning: string, take: (name: string, content: Readable) => Promise<void>): Promise<void> {
  return reading(path, async (zip, entries) => {
    for (const name of [...entries.keys()].filter(one => one.startsWith(beginning) && !one.includes('..'))) await take(name, await openEntry(zip, entries, name))
  })
}

export async function hashOfFile(path: string): Promise<string> {
  const { stream, digest } = hashing()
  await pipeline(createReadStream(path), stream, nowhere())
  return digest()
}

export async function contentOf(stream: Readable): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}

/** Opens the archive; whatever is wrong with what stands in it is said as one kind of error. What the disk cannot do stays what it is. */
async function reading<T>(path: string, work: (zip: OpenedZip, entries: ReadonlyMap<string, Entry>) => Promise<T>): Promise<T> {
  try {
    const zip = await openPromise(path, { lazyEntries: true, autoClose: false })
    try {
      const entries = new Map<string, Entry>()
      for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
      return await work(zip, entries)
    } finally {
      zip.close()
    }
  } catch (error) {
    const { code = '' } = error as { code?: string }
    if (/^(ENOSPC|EDQUOT|EROFS|EACCES|EIO|ENOENT)$/.test(code)) throw error
    throw new UnreadableBackupError(`${path} cannot be read: ${(error as Error).message}`, { cause: error })
  }
}

function openEntry(zip: OpenedZip, entries: ReadonlyMap<string, Entry>, name: string): Promise<Readable> {
  const entry = entries.get(name)
  if (!entry) throw new Error(`${name} is not in it`)
  return zip.openReadStreamPromise(entry)
}

/** Passes everything on, and knows its SHA-256 and how much it was. */
function hashing(onBytes: (bytes: number) => void = () => {}): { readonly stream: Transform; digest(): string } {
  const hash = createHash('sha256')
  let bytes = 0
  const stream = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      onBytes((bytes += chunk.length))
      done(null, chunk)
    },
  })
  return { stream, digest: () => hash.digest('hex') }
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() })
}
