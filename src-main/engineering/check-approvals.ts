import { z } from 'zod'
import { decimalText, DecimalSchema, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { ApprovalKind } from '../engines/approvals.ts'

interface Change { readonly variancePercent: Decimal }

/** BM-5, BM-6: more was used, or less packed, than the BOM expects; the entry stands and waits for whoever may accept it. */
export const consumptionReview: ApprovalKind<Change> = reviewOf('CONSUMPTION_REVIEW')
/** BM-6: cartons that differ by more than a supervisor accepts. */
export const cartonReview: ApprovalKind<Change> = reviewOf('CARTON_REVIEW')

function reviewOf(name: 'CONSUMPTION_REVIEW' | 'CARTON_REVIEW'): ApprovalKind<Change> {
  return {
    name,
    change: z.object({ variancePercent: DecimalSchema }),
    current: (db, seq) => kept(db, seq).settledBy,
    describe(db, seq) {
      const { itemId, componentItemId, expected, actual } = kept(db, seq)
      const counted = db.get('item', componentItemId ?? itemId)
      return {
        subject: { item: counted.name, made: db.get('item', itemId).name },
        lines: [{ labelKey: 'engineering.checks.actual', kind: 'decimal', unit: db.get('unit', counted.unitId).code, before: decimalText(expected), after: decimalText(actual) }],
      }
    },
    apply: (context, seq) => settle(context, Number(seq)),
  }
}

function kept(db: Reader, seq: string) {
  const row = db.first(
    sql.selectFrom('conversionEntry').leftJoin('conversionEntry as settling', 'settling.settles', 'conversionEntry.seq').selectAll('conversionEntry').select('settling.seq as settledBy').where('conversionEntry.seq', '=', Number(seq)),
  )
  if (!row) throw new AppError('not-found', { entity: 'conversionEntry', id: seq })
  return row
}

/** The log is never changed: who accepted an entry stands in one that settles it. */
function settle({ db, session }: CommandContext, settles: number): void {
  const { seq: _seq, at: _at, settledBy: _settledBy, ...entry } = kept(db, String(settles))
  db.append('conversionEntry', { ...entry, settles, approvedBy: session.userId, createdBy: session.userId })
}
