import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { OwnAccount, ownAccount } from '../../shared/identity/own-account.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'

export function ownAccountOf(db: Reader, userId: string): OwnAccount {
  const { version, username, fullName, email, phone, jobTitleId } = db.get('user', userId)
  return { version, username, fullName, email, phone, jobTitle: jobTitleId === null ? null : db.get('jobTitle', jobTitleId).title }
}

export function updateOwnAccount({ db, session }: CommandContext, { version, ...patch }: ParsedInputOf<typeof ownAccount.updateOwnAccount>): OwnAccount {
  db.update('user', { id: session.userId, version }, patch)
  return ownAccountOf(db, session.userId)
}
