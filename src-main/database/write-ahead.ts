import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs'

/** What stands in a database's `-wal` file, looked at without SQLite, which passes over in silence what it cannot read. */
export interface WriteAhead {
  /** Pages that SQLite will take from it: those of every commit up to the first frame that is not sound. */
  readonly pages: ReadonlySet<number>
  /** How many pages the database has by the last of those commits; 0 if there is none. */
  readonly databasePages: number
  /**
   * Commits that stand after the first unsound frame. A power cut can leave one there, of which the disk took a part before
   * it was acknowledged: each commit is on the disk before the next one begins. More than one is damage.
   */
  readonly commitsBeyond: number
}

const headerSize = 32
const frameHeaderSize = 24
const bigEndianMark = 0x377f0683
const magics = [0x377f0682, bigEndianMark]
const none: WriteAhead = { pages: new Set(), databasePages: 0, commitsBeyond: 0 }

type Sums = readonly [number, number]

/** Format: sqlite.org/fileformat2.html#walformat. `pageSize` is the database's, for a log whose own header is lost. */
export function readWriteAhead(path: string, pageSize: number): WriteAhead {
  if (!existsSync(path)) return none
  const file = openSync(path, 'r')
  try {
    return walk(file, fstatSync(file).size, pageSize)
  } finally {
    closeSync(file)
  }
}

function walk(file: number, size: number, pageSize: number): WriteAhead {
  if (size <= headerSize) return none
  const header = Buffer.alloc(headerSize)
  readSync(file, header, 0, headerSize, 0)
  const isBigEndian = header.readUInt32BE(0) === bigEndianMark
  const isKnown = magics.includes(header.readUInt32BE(0)) && header.readUInt32BE(8) === pageSize && agrees(sumsOf([0, 0], header.subarray(0, 24), isBigEndian), header, 24)

  const pages = new Set<number>()
  let salts = isKnown ? header.subarray(16, 24) : undefined
  let previous: Sums = [header.readUInt32BE(24), header.readUInt32BE(28)]
  let uncommitted: number[] = []
  let databasePages = 0
  let commitsBeyond = 0
  let isSound = isKnown
  for (const frame of framesOf(file, frameHeaderSize + pageSize)) {
    const frameSalts = Buffer.from(frame.subarray(8, 16))
    // Where the header is lost, the frames say for themselves which of them belong together.
    salts ??= frameSalts
    const isOfThisLog = frameSalts.equals(salts)
    const fits = isOfThisLog && agrees(sumsOf(sumsOf(previous, frame.subarray(0, 8), isBigEndian), frame.subarray(frameHeaderSize), isBigEndian), frame, 16)
    const committedPages = frame.readUInt32BE(4)
    isSound &&= fits
    if (isSound) {
      uncommitted.push(frame.readUInt32BE(0))
      if (committedPages > 0) {
        for (const page of uncommitted) pages.add(page)
        uncommitted = []
        databasePages = committedPages
      }
    } else if (fits && committedPages > 0) {
      commitsBeyond += 1
    }
    // Each frame keeps the sums up to itself, so the next one can be told sound although this one is not.
    previous = [frame.readUInt32BE(16), frame.readUInt32BE(20)]
  }
  return { pages, databasePages, commitsBeyond }
}

const framesAtOnce = 256

function* framesOf(file: number, frameSize: number): Generator<Buffer> {
  const chunk = Buffer.alloc(framesAtOnce * frameSize)
  for (let at = headerSize; ; at += chunk.length) {
    const read = readSync(file, chunk, 0, chunk.length, at)
    for (let frame = 0; frame + frameSize <= read; frame += frameSize) yield chunk.subarray(frame, frame + frameSize)
    if (read < chunk.length) return
  }
}

function agrees([first, second]: Sums, bytes: Buffer, at: number): boolean {
  return bytes.readUInt32BE(at) === first && bytes.readUInt32BE(at + 4) === second
}

function sumsOf([first, second]: Sums, bytes: Buffer, isBigEndian: boolean): Sums {
  let [a, b] = [first, second]
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  for (let at = 0; at < bytes.length; at += 8) {
    a = (a + view.getUint32(at, !isBigEndian) + b) >>> 0
    b = (b + view.getUint32(at + 4, !isBigEndian) + a) >>> 0
  }
  return [a, b]
}
