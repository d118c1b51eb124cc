import type { OfferedFile } from '../../shared/core/bridge.ts'
import type { ErrorCode } from '../../shared/core/errors.ts'
import type { Changed, HostCondition } from '../../shared/core/frames.ts'
import type { Send } from './client.ts'

export interface ConnectionState {
  /** `idle`: nobody is signed in. `connecting`: not yet been online. `offline`: was online, or the first attempt failed. */
  readonly status: 'idle' | 'connecting' | 'online' | 'offline'
  /** Since when it is so. */
  readonly since: Date
  /** Commands that wait for the host to come back. */
  readonly unsent: number
  /** The host as people know it: `192.168.1.10:4310`; nothing for this very computer. */
  readonly address: string | undefined
  /** The host's product version, once it was heard. */
  readonly hostVersion: string | undefined
  /** How it stands with the host itself, as far as it was heard. */
  readonly condition: HostCondition
}

/** What the desk is told without asking: rows that changed, or that too much was missed to list. */
export type News = readonly Changed[] | 'everything'
export type { OfferedFile }
export interface UploadOptions { readonly signal?: AbortSignal | undefined; readonly onProgress?: ((sent: number, total: number) => void) | undefined }

/** What lies between the desk and its host: `createSocketTransport` in a browser, `createBridgeTransport` in the desktop. */
export interface Transport {
  readonly send: Send
  /** From now on as the user of this token. */
  connect(token: string): void
  /** Nobody is signed in; calls that still wait are refused. */
  disconnect(): void
  state(): ConnectionState
  onState(listener: () => void): () => void
  onNews(listener: (news: News) => void): () => void
  /** The host ended the session: signed out elsewhere, deactivated, or idle for too long. */
  onEnded(listener: (code: ErrorCode) => void): () => void
  upload(file: File, options?: UploadOptions): Promise<OfferedFile>
  /** Fetches the file of a one-use ticket and hands it to the user under its name. */
  download(file: Pick<OfferedFile, 'ticket' | 'name'>): void
  /** Shows a document to print: in the desktop with the system's print dialog, in a browser in a page of its own. */
  print(file: Pick<OfferedFile, 'ticket' | 'name'>): void
}
