import type { NoticeChoice } from '../../shared/notifications/contract.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

export function listChoices(db: Reader, userId: string): NoticeChoice[] {
  return db.all(sql.selectFrom('noticeChoice').select(['kind', 'hasSound', 'hasDesktopNotice']).where('userId', '=', userId)) as NoticeChoice[]
}

export function chooseNotice(db: Writer, userId: string, { kind, ...choice }: NoticeChoice): NoticeChoice {
  const made = db.first(sql.selectFrom('noticeChoice').select(['id', 'version']).where('userId', '=', userId).where('kind', '=', kind))
  if (made) db.update('noticeChoice', made, choice)
  else db.insert('noticeChoice', { userId, kind, ...choice })
  return { kind, ...choice }
}
