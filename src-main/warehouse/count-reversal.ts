import { AppError } from '../../shared/core/errors.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { tellCountReversed } from './count-notices.ts'
import { hasCounted, linesOf } from './count-rows.ts'
import type { Count } from './count-scope.ts'
import { countFor } from './counting.ts'
import { reversalNow, undoLines } from './document-life.ts'

/**
 * Takes back what a count posted: the very lots, at what they were worth; its plan is due as it was before. Not by who counted. Throws `own-count`,
 * `wrong-state`, `conflict`, and `invalid-input` with the lines whose goods have gone on.
 */
export function reverseCount(context: CommandContext, { id, version }: SeenAt, reason: string): Count {
  const { db } = context
  const count = countFor(context, id, 'reverse', version)
  if (hasCounted(context, count)) throw new AppError('own-count', { number: count.number })
  undoLines(context, linesOf(db, id), reason)
  const reversed = db.update('stockCount', count, reversalNow(context, reason))
  if (count.planId !== null) db.update('countPlan', db.get('countPlan', count.planId), { countedOn: lastCounted(db, count.planId) })
  tellCountReversed(context, reversed)
  return reversed
}

function lastCounted(db: Reader, planId: string): string | null {
  const last = sql.selectFrom('stockCount').select('postedDay').where('planId', '=', planId).where('status', '=', 'POSTED').orderBy('postedDay', 'desc')
    .limit(1)
  return db.first(last)?.postedDay ?? null
}
