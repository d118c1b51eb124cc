import type { Session } from '../core/session.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { requireBelow, requireOther } from '../identity/rank.ts'

interface Supervisor { id: string; code: string; name: string }

/** Who looks after a section besides those who work in it. */
export function supervisorsOf(db: Reader, sectionId: string): Supervisor[] {
  db.get('section', sectionId)
  return db.all(sql.selectFrom('userSection').innerJoin('user', 'user.id', 'userSection.userId').select(['user.id', 'user.username as code', 'user.fullName as name'])
    .where('userSection.sectionId', '=', sectionId).where('user.isActive', '=', true).orderBy('user.fullName'))
}

/** It widens what people may see: nobody does so for themselves, nor for who stands above them (IA-4). Throws `own-account`, `higher-level`. */
export function setSupervisors(db: Writer, actor: Session, sectionId: string, userIds: readonly string[]): Supervisor[] {
  db.get('section', sectionId)
  const assigned = db.all(sql.selectFrom('userSection').innerJoin('user', 'user.id', 'userSection.userId').select(['userSection.id', 'userSection.version', 'userSection.userId'])
    .where('userSection.sectionId', '=', sectionId).where('user.isActive', '=', true))
  const change = (userId: string, work: () => void) => {
    requireOther(actor, userId)
    requireBelow(db, actor, userId)
    work()
  }
  for (const row of assigned) if (!userIds.includes(row.userId)) change(row.userId, () => db.remove('userSection', row))
  for (const userId of new Set(userIds)) {
    if (!assigned.some(row => row.userId === userId)) change(userId, () => void db.insert('userSection', { userId, sectionId }))
  }
  return supervisorsOf(db, sectionId)
}
