import type { Readable } from 'node:stream'
import type { Session } from './session.ts'
import type { WorkFile } from './handlers.ts'

export interface OfferedFile { readonly ticket: string; readonly name: string; readonly mediaType: string; readonly size: number }

/**
 * Files on their way between desks and the host, in the data folder's `work/`: never over the socket. A ticket is random,
 * works once, lapses after some minutes and belongs to a user.
 */
export interface FileStore {
  /** Streams an upload into the work folder; `too-large` past the limit, and nothing is left behind. */
  receive(session: Session, name: string, mediaType: string, body: Readable): Promise<OfferedFile>
  /** The file behind the ticket this user was given at upload, for a job; its ticket is used up. `ticket-invalid` otherwise. */
  claim(session: Session, ticket: string): WorkFile
  /** A path for a new file. */
  create(name: string, mediaType: string): WorkFile
  /** Makes the one-use ticket by which this user may fetch the file. */
  offer(session: Session, file: WorkFile): Promise<OfferedFile>
  /** The file behind a download ticket, once. `ticket-invalid` otherwise. */
  redeem(ticket: string): WorkFile & { readonly size: number }
  /** Deletes what has lapsed. */
  sweep(): Promise<void>
  close(): Promise<void>
}
