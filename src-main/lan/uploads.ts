import type { Readable } from 'node:stream'
import { AppError } from '../../shared/core/errors.ts'
import type { FileStore, OfferedFile } from '../core/files.ts'
import type { Session } from '../core/session.ts'

export interface Upload { readonly name: string; readonly mediaType: string; readonly body: Readable }

/** Takes in what somebody who is signed in sends. */
export async function receiveUpload(files: FileStore | undefined, session: Session | undefined, { name, mediaType, body }: Upload): Promise<OfferedFile> {
  if (!files || !session?.id) throw new AppError('signed-out')
  if (session.mustChangePassword) throw new AppError('password-change-needed')
  return files.receive(session, name, mediaType, body)
}
