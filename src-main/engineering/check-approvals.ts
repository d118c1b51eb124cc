import { z } from 'zod'
import { decimalText, DecimalSchema, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { ApprovalKind } from '../engines/approvals.ts'

/** BM-5: more was used, or is to be used, than the BOM expects; the entry waits for whoever may accept it. */
export const consumptionReview: ApprovalKind<{ readonly variancePercent: Decimal }> = {
  name: 'CONSUMPTION_REVIEW',
  change: z.object({ variancePercent: DecimalSchema }),
  current: (db, seq) => kept(db, seq).settledBy,
  describe(db, seq) {
    const { itemId, componentItemId, expected, actual, documentNumber } = kept(db, seq)
    const used = db.get('item', componentItemId ?? itemId)
    return {
      subject: { item: used.name, made: db.get('item', itemId).name },
      lines: [
        ...(documentNumber === null ? [] : [
          { labelKey: 'engineering.checks.workOrder', kind: 'text', isNew: true, before: null, after: documentNumber } as const,
        ]),
        {
          labelKey: 'engineering.checks.actual', kind: 'decimal', unit: db.get('unit', used.unitId).code, before: decimalText(expected),
          after: decimalText(actual),
        },
      ],
    }
  },
  apply: (context, seq) => settle(context, Number(seq)),
}

function kept(db: Reader, seq: string) {
  const row = db.first(
    sql.selectFrom('conversionEntry').leftJoin('conversionEntry as settling', 'settling.settles', 'conversionEntry.seq').selectAll('conversionEntry')
      .select('settling.seq as settledBy').where('conversionEntry.seq', '=', Number(seq)),
  )
  if (!row) throw new AppError('not-found', { entity: 'conversionEntry', id: seq })
  return row
}

/** The log is never changed: who accepted an entry stands in one that settles it. */
function settle({ db, session }: CommandContext, settles: number): void {
  const { seq: _seq, at: _at, settledBy: _settledBy, ...entry } = kept(db, String(settles))
  db.append('conversionEntry', { ...entry, settles, approvedBy: session.userId, createdBy: session.userId })
}
