import type { SecurityLine, securityLog } from '../../shared/audit/security.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { daySpan } from '../database/day-span.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

export function listSecurityEvents(db: Reader, input: ParsedInputOf<typeof securityLog.listSecurityEvents>): Page<SecurityLine> {
  const { kinds, severity, ip, userId, fromDay, toDay } = input.filter
  let query = sql.selectFrom('securityEvent').leftJoin('user', 'user.id', 'securityEvent.userId').select([
    'securityEvent.seq', 'securityEvent.at', 'securityEvent.until', 'securityEvent.count', 'securityEvent.kind', 'securityEvent.severity', 'securityEvent.userId',
    'user.fullName as userName', 'securityEvent.usernameAttempted as account', 'securityEvent.ip', 'securityEvent.deskId', 'securityEvent.detail',
  ])
  if (kinds) query = query.where('securityEvent.kind', 'in', kinds)
  if (severity) query = query.where('securityEvent.severity', '=', severity)
  if (ip !== undefined) query = query.where('securityEvent.ip', '=', ip)
  if (userId !== undefined) query = query.where('securityEvent.userId', '=', userId)
  const days = daySpan(db, fromDay, toDay)
  if (days) query = query.where('securityEvent.at', '>=', days.from).where('securityEvent.at', '<', days.to)
  const { rows, ...rest } = listPage(db, input, {
    query, columns: { seq: 'securityEvent.seq' }, search: ['securityEvent.usernameAttempted', 'user.fullName', 'securityEvent.ip', 'securityEvent.detail'],
    defaultSort: [{ column: 'seq', descending: true }], id: 'securityEvent.seq',
  })
  return { rows: rows.map(row => lineOf(db, row)), ...rest }
}

type Kept = Omit<SecurityLine, 'procedure' | 'needed' | 'sectionName' | 'lockedUntil' | 'reason'> & { readonly detail: string }

/** What else the log kept of it, as far as it is for people. */
function lineOf(db: Reader, { detail, ...line }: Kept): SecurityLine {
  const facts = JSON.parse(detail) as Readonly<Record<string, unknown>>
  const text = (name: string) => (typeof facts[name] === 'string' ? facts[name] : null)
  const sectionId = text('sectionId')
  return {
    ...line, deskId: text('deskId') ?? line.deskId, procedure: text('procedure'), needed: text('needed'), lockedUntil: text('until'), reason: text('reason'),
    sectionName: sectionId === null ? null : (db.find('section', sectionId)?.name ?? null),
  }
}
