import { appendFileSync, readFileSync } from 'node:fs'

/** One thing that happened to the files of a data folder, or that a desk was told; paths lie within the folder. */
export type Step =
  | { readonly kind: 'opened'; readonly file: number; readonly path: string; readonly isCreated: boolean; readonly isEmptied: boolean; readonly isFolder: boolean }
  | { readonly kind: 'closed' | 'synced' | 'sync-failed'; readonly file: number }
  | { readonly kind: 'written'; readonly file: number; readonly offset: number; readonly data: Buffer }
  | { readonly kind: 'truncated'; readonly file: number; readonly size: number }
  | { readonly kind: 'renamed'; readonly path: string; readonly to: string }
  | { readonly kind: 'unlinked' | 'folder-made' | 'folder-removed'; readonly path: string }
  | { readonly kind: 'noted'; readonly text: string }

/** The numbers of `recorder.c`, and one of our own for what the test notes down. */
const kinds = ['', 'opened', 'closed', 'written', 'truncated', 'synced', 'renamed', 'unlinked', 'folder-made', 'folder-removed', 'sync-failed', 'noted'] as const
const [created, emptied, folder] = [1, 2, 4] as const
const headSize = 32

/**
 * Notes down what a desk was told, at the end of the record as it stands. The host appends too, and an append is whole: so this
 * stands after everything that had happened on the disk when the desk heard it.
 */
export function note(record: string, text: string): void {
  const data = Buffer.from(text)
  const head = Buffer.alloc(headSize)
  head.writeUInt32LE(kinds.indexOf('noted'), 0)
  head.writeBigInt64LE(BigInt(data.length), 24)
  appendFileSync(record, Buffer.concat([head, data]))
}

export function readRecording(path: string): Step[] {
  const bytes = readFileSync(path)
  const steps: Step[] = []
  for (let at = 0; at < bytes.length; ) {
    const [kind, flags] = [kinds[bytes.readUInt32LE(at)], bytes.readUInt32LE(at + 4)]
    const [file, offset, length] = [8, 16, 24].map(field => Number(bytes.readBigInt64LE(at + field))) as [number, number, number]
    const data = bytes.subarray(at + headSize, at + headSize + length)
    steps.push(stepOf(kind, flags, file, offset, data))
    at += headSize + length
  }
  return steps
}

function stepOf(kind: (typeof kinds)[number] | undefined, flags: number, file: number, offset: number, data: Buffer): Step {
  switch (kind) {
    case 'opened':
      return { kind, file, path: data.toString(), isCreated: (flags & created) !== 0, isEmptied: (flags & emptied) !== 0, isFolder: (flags & folder) !== 0 }
    case 'closed':
    case 'synced':
    case 'sync-failed':
      return { kind, file }
    case 'written':
      return { kind, file, offset, data }
    case 'truncated':
      return { kind, file, size: offset }
    case 'renamed': {
      const [path = '', to = ''] = data.toString().split('\0')
      return { kind, path, to }
    }
    case 'unlinked':
    case 'folder-made':
    case 'folder-removed':
      return { kind, path: data.toString() }
    case 'noted':
      return { kind, text: data.toString() }
    default:
      throw new Error(`The record holds an unknown step ${String(kind)}`)
  }
}
