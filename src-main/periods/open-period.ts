import { AppError } from '../../shared/core/errors.ts'
import { reopenRight } from '../../shared/periods/contract.ts'
import { isClosed, monthOf } from '../../shared/periods/rules.ts'
import type { Reader } from '../database/reader.ts'
import { lasting, sql } from '../database/sql.ts'

const lastClosed = lasting(() => sql.selectFrom('accountingPeriod').select('id').where('status', '=', 'CLOSED').orderBy('id', 'desc').limit(1))

/** The last month that is closed: those before it are too. */
export function closedThrough(db: Reader): string | undefined {
  return db.first(lastClosed({}))?.id
}

/** For everything that posts: refused with `period-closed` where the day's month is closed, naming the month and who can open it. */
export function requireOpenPeriod(db: Reader, day: string): void {
  if (isClosed(day, closedThrough(db))) throw new AppError('period-closed', { period: monthOf(day).split('-').reverse().join('-'), needed: reopenRight })
}
