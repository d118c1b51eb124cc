import type { Writer } from '../database/pen.ts'
import { sql } from '../database/sql.ts'
import { isWidened, markEnded, sessionOfUser } from './sessions.ts'

/** Ends what somebody opened as one who may little, and may more by now: they come in by the password. */
export function endWidenedSessions(db: Writer, now: string): void {
  for (const row of db.all(sql.selectFrom('session').selectAll().where('endedAt', 'is', null).where(({ eb, or }) => or([eb('isQuick', '=', true), eb('isWall', '=', true)])))) {
    const session = sessionOfUser(db, row.userId, row, now)
    if (session && isWidened(row, session)) markEnded(db, row, now, 'LOCKED')
  }
}
