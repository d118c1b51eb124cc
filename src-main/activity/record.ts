import type { SessionEnd } from '../../shared/sessions/contract.ts'
import type { Writer } from '../database/pen.ts'

interface SessionOfEntry { readonly id: string; readonly userId: string; readonly deskId: string }

/** Somebody came in. */
export function recordLogin(db: Writer, { id, userId, deskId }: SessionOfEntry, at: string): void {
  db.put('activityEntry', { sessionId: id, entry: 'login', at, userId, deskId, kind: 'LOGIN', seconds: null })
}

/** Their session ended, why, and how long it lasted. */
export function recordLogout(db: Writer, { id, userId, deskId, createdAt }: SessionOfEntry & { readonly createdAt: string }, at: string, reason: SessionEnd): void {
  const seconds = Math.max(0, Math.round((Date.parse(at) - Date.parse(createdAt)) / 1000))
  db.put('activityEntry', { sessionId: id, entry: 'logout', at, userId, deskId, kind: 'LOGOUT', subject: reason, seconds })
}
