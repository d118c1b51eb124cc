import type { Writer } from '../database/pen.ts'
import { sql } from '../database/sql.ts'

const carried = ['stepRecord', 'reworkCard', 'reworkRound', 'stageHold', 'stageFigureValue'] as const
interface Seen { readonly id: string; readonly version: number }

/** PL-18: a revision goes on with all that was written at the steps. Answers each row as it was and as it is. */
export function passSteps(db: Writer, from: string, to: string): { readonly before: Seen; readonly after: Seen }[] {
  return carried.flatMap(table => db.all(sql.selectFrom(table).select(['id', 'version']).where('workOrderId', '=', from)).map(before => ({ before, after: db.update(table, before, { workOrderId: to }) })))
}
