import type { Period } from '../../shared/periods/contract.ts'
import { mayClose, monthsBefore } from '../../shared/periods/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { closedThrough } from './open-period.ts'

/** A month of the books, without what stands in the way of closing it. */
export type PlainPeriod = Omit<Period, 'inTheWay'>

export function keepPeriod({ db, session, clock, today }: CommandContext, month: string, state: Pick<Period, 'status' | 'reason'>): PlainPeriod {
  const row = { ...state, changedBy: session.userId, changedAt: clock.now() }
  const before = db.find('accountingPeriod', month)
  if (before) db.update('accountingPeriod', before, row)
  else db.insert('accountingPeriod', { id: month, ...row })
  return periodOf(db, month, today())
}

/** A month before the last closed one is closed with it, whatever its own row says. */
export function periodOf(db: Reader, month: string, today: string): PlainPeriod {
  const row = db.find('accountingPeriod', month)
  const closed = closedThrough(db)
  const moves = sql.selectFrom('stockMove').where('postingDay', '>=', `${month}-01`).where('postingDay', '<', `${monthsBefore(month, -1)}-01`).select(({ fn }) => fn.countAll<number>().as('count'))
  return {
    month, status: closed !== undefined && month <= closed ? 'CLOSED' : 'OPEN', moves: db.one(moves).count, reason: row?.reason ?? '', changedAt: row?.changedAt ?? null,
    changedByName: row ? db.get('user', row.changedBy).fullName : null, mayClose: mayClose(month, today, closed), mayReopen: month === closed, version: row?.version,
  }
}
