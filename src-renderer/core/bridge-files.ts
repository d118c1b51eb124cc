import { largestChunk, type BridgeFiles, type FileReply, type OfferedFile } from '../../shared/core/bridge.ts'
import { AppError } from '../../shared/core/errors.ts'
import { translate } from './i18n.ts'
import { showDone, showError } from './toasts.ts'
import type { UploadOptions } from './transport.ts'

/** Reads the file piece by piece, each when the host has room for it. */
export async function uploadOver(files: BridgeFiles, file: File, token: string, { signal, onProgress }: UploadOptions): Promise<OfferedFile> {
  refuseAborted(signal)
  const upload = await files.beginUpload({ token, name: file.name, mediaType: file.type || 'application/octet-stream' })
  const abort = () => files.abortUpload(upload)
  signal?.addEventListener('abort', abort, { once: true })
  try {
    for (let at = 0; at < file.size; at += largestChunk) {
      const piece = file.slice(at, at + largestChunk)
      const isWanted = await files.sendChunk(upload, await readPiece(piece))
      refuseAborted(signal)
      if (!isWanted) break
      onProgress?.(at + piece.size, file.size)
    }
    const offered = await files.finishUpload(upload)
    refuseAborted(signal)
    return valueOf(offered)
  } catch (error) {
    abort()
    throw error
  } finally {
    signal?.removeEventListener('abort', abort)
  }
}

/** The person says where to; what then happens they are told. */
export function save(files: BridgeFiles, { ticket, name }: Pick<OfferedFile, 'ticket' | 'name'>): void {
  files.save({ ticket, name }).then(reply => {
    const saved = valueOf(reply)
    if (saved !== undefined) showDone(translate()('files.saved', { name: saved }))
  }).catch(showError)
}

export function print(files: BridgeFiles, { ticket, name }: Pick<OfferedFile, 'ticket' | 'name'>): void {
  files.print({ ticket, name }).then(valueOf).catch(showError)
}

/** The file may have changed or gone since it was chosen. */
async function readPiece(piece: Blob): Promise<Uint8Array> {
  try {
    return new Uint8Array(await piece.arrayBuffer())
  } catch {
    throw new AppError('file-unreadable')
  }
}

function refuseAborted(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new AppError('cancelled')
}

function valueOf<Value>(reply: FileReply<Value>): Value {
  if (!reply.ok) throw new AppError(reply.code, reply.params)
  return reply.value
}
