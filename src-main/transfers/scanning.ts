import { AppError } from '../../shared/core/errors.ts'
import { partCount, readSlipCode } from '../../shared/transfers/barcode.ts'
import { openTransfers } from '../../shared/transfers/rules.ts'
import type { Transfer } from '../../shared/transfers/slips.ts'
import type { CommandContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { raiseAlert } from './alerts.ts'
import { requireSeen, transferOf } from './rows.ts'

/** TR-10: of a slip that was received or cancelled already, the scan is kept as a duplicate. */
export function scanTransfer(context: CommandContext, code: string): { readonly transfer: Transfer; readonly isDuplicate: boolean } {
  const { db, clock } = context
  context.scope.mine()
  if (readSlipCode(code) === undefined) {
    const parts = code.split('|').length
    throw new AppError(parts === partCount ? 'slip-unread' : 'slip-code', { code, parts })
  }
  const known = db.first(sql.selectFrom('transfer').selectAll().where('barcode', '=', code.trim().toUpperCase()))
  if (!known) throw new AppError('slip-unknown', { code })
  requireSeen(context, known.id)
  const isDuplicate = !openTransfers.some(open => open === known.status)
  if (isDuplicate) raiseAlert(context, 'DUPLICATE_SCAN', known)
  return { transfer: transferOf(db, known.id, clock.now()), isDuplicate }
}
