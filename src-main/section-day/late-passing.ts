import type { Writer } from '../database/pen.ts'
import { sql } from '../database/sql.ts'

interface Seen { readonly id: string; readonly version: number }
/** What a revision took over: its work order from another, and rows whose version that raised. */
interface Passing { readonly from: string; readonly to: string; readonly sectionId: string; readonly rows: readonly { readonly before: Seen; readonly after: Seen }[] }

/** PL-18: what waits in the queue of late entries is about the revision and the rows as it has them; what somebody else changed meanwhile stays as it was seen. */
export function passLateEntries(db: Writer, { sectionId, ...passing }: Passing): void {
  const waiting = sql.selectFrom('lateEntry').selectAll().where('sectionId', '=', sectionId).where('status', '=', 'WAITING')
  for (const entry of db.all(waiting)) {
    const input = JSON.stringify(JSON.parse(entry.input, (key, value: unknown) => passedOn(passing, key, value)))
    if (input !== entry.input) db.update('lateEntry', entry, { input })
  }
}

function passedOn({ from, to, rows }: Omit<Passing, 'sectionId'>, key: string, value: unknown): unknown {
  if (key === 'workOrderId' && value === from) return to
  if (typeof value !== 'object' || value === null || !('id' in value) || !('version' in value)) return value
  const row = rows.find(({ before }) => before.id === value.id && before.version === value.version)
  return row ? { ...value, version: row.after.version } : value
}
