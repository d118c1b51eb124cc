import { closeSync, fstatSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { crc32, deflateRawSync, gunzipSync } from 'node:zlib'

/**
 * A gzip file made of members that each say how long they are, in a field of their own that gzip leaves to its users ("LT"). So it can be
 * read part by part, with little memory and in one go, and any gunzip reads it too.
 */
const fixed = Buffer.from([0x1f, 0x8b, 8, 4, 0, 0, 0, 0, 0, 255, 8, 0, 0x4c, 0x54, 4, 0])
const headerBytes = fixed.length + 4
const trailerBytes = 8

export interface PartsWriter {
  write(part: string): void
  /** Has the disk confirm it. */
  close(): void
}

export function writeParts(path: string): PartsWriter {
  const file = openSync(path, 'w')
  return {
    write(part) {
      const member = memberOf(Buffer.from(part))
      for (let written = 0; written < member.length; ) written += writeSync(file, member, written)
    },
    close() {
      try {
        fsyncSync(file)
      } finally {
        closeSync(file)
      }
    },
  }
}

/** Its parts one after the other. Throws `RangeError` where the file is not what was written: cut off, or changed. */
export function* readParts(path: string): Generator<string, void> {
  const file = openSync(path, 'r')
  try {
    const { size } = fstatSync(file)
    for (let at = 0; at < size; ) {
      const head = read(file, at, headerBytes)
      if (!head.subarray(0, fixed.length).equals(fixed)) throw new RangeError(`No part begins at ${at}`)
      const length = head.readUInt32LE(fixed.length)
      yield textOf(read(file, at, length), at)
      at += length
    }
  } finally {
    closeSync(file)
  }
}

function memberOf(content: Buffer): Buffer {
  const body = deflateRawSync(content, { level: 6 })
  const length = headerBytes + body.length + trailerBytes
  const ends = Buffer.alloc(4 + trailerBytes)
  ends.writeUInt32LE(length, 0)
  ends.writeUInt32LE(crc32(content), 4)
  ends.writeUInt32LE(content.length, 8)
  return Buffer.concat([fixed, ends.subarray(0, 4), body, ends.subarray(4)])
}

function read(file: number, at: number, length: number): Buffer {
  const bytes = Buffer.alloc(length)
  if (readSync(file, bytes, 0, length, at) < length) throw new RangeError(`The file ends within the part at ${at}`)
  return bytes
}

function textOf(member: Buffer, at: number): string {
  try {
    return gunzipSync(member).toString()
  } catch (error) {
    throw new RangeError(`The part at ${at} cannot be unpacked`, { cause: error })
  }
}
