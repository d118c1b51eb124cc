import type { Failure } from './frames.ts'

/** A file that waits behind a one-use ticket. */
export interface OfferedFile { readonly ticket: string; readonly name: string; readonly mediaType: string; readonly size: number }
export type FileReply<Value = OfferedFile> = { readonly ok: true; readonly value: Value } | Failure

export interface UploadStart {
  /** Whose upload it is. */
  readonly token: string
  readonly name: string
  readonly mediaType: string
}

/**
 * All that a window of the desktop can ask of the program around it: `window.lantai`. It knows nothing of the factory: frames are the
 * same text a browser sends over its socket, and files go by ticket.
 */
export interface DeskBridge {
  /** Sends a frame on this line, which opens with its first frame; `null` hangs up. The window numbers its lines, none twice. */
  call(line: number, frame: string | null): void
  /** What the host says on the window's lines; `null` when it has hung up. Returns what stops listening. */
  onEvents(listener: (line: number, frame: string | null) => void): () => void
  readonly files: BridgeFiles
}

export interface BridgeFiles {
  beginUpload(start: UploadStart): Promise<number>
  /** Resolves when the host has room for more; `false` when it wants no more, and `finishUpload` says why. */
  sendChunk(upload: number, bytes: Uint8Array): Promise<boolean>
  finishUpload(upload: number): Promise<FileReply>
  abortUpload(upload: number): void
  /** Asks the person where to, and saves it there; the value is the file's name, or nothing if they thought better of it. */
  save(file: Pick<OfferedFile, 'ticket' | 'name'>): Promise<FileReply<string | undefined>>
  /** Opens a window with the document and the system's print dialog. */
  print(file: Pick<OfferedFile, 'ticket' | 'name'>): Promise<FileReply<undefined>>
}

/** The name under which a page finds its bridge. */
export const bridgeName = 'lantai'

/** By this name a page asks for its own window to be brought to the front. */
export const frontWindow = 'lantai-front'

/** Between preload and the program. */
export const bridgeChannels = {
  call: 'desk:call', events: 'desk:events', taken: 'desk:taken',
  beginUpload: 'files:begin', sendChunk: 'files:chunk', finishUpload: 'files:finish', abortUpload: 'files:abort', save: 'files:save', print: 'files:print',
} as const

/** An upload's bytes travel in pieces of this size at most. */
export const largestChunk = 1024 * 1024
