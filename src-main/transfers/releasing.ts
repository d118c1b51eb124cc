import { wholeMinutes } from '../../shared/downtime/rules.ts'
import { compareDecimals, decimalText } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { transfersSettings } from '../../shared/transfers/settings.ts'
import type { slips, Transfer } from '../../shared/transfers/slips.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import { invalid } from '../warehouse/refusals.ts'
import { currentOf } from './accepting.ts'
import { settleAlerts, tellOfBlock } from './alerts.ts'
import { blockOf, heldAt, pauseOrResume, type TransferRow } from './occupancy.ts'
import { transferOf } from './rows.ts'

type Release = Pick<TransferRow, 'releaseMethod' | 'gapMetres' | 'releaseNote'>

/** TR-5: all three are written down. */
export function releaseSegregation(context: CommandContext, { id, version, gapMetres, isStopped, isInspected, notes }: ParsedInputOf<typeof slips.releaseSegregation>): Transfer {
  const known = alarmed(context, { id, version })
  const least = context.settings.get(transfersSettings.gapMetres)
  if (compareDecimals(gapMetres, least) < 0) throw invalid('gapMetres', 'transfers.issues.gap-small', { metres: decimalText(least) })
  if (!isStopped) throw invalid('isStopped', 'transfers.issues.not-stopped')
  if (!isInspected) throw invalid('isInspected', 'transfers.issues.not-inspected')
  return release(context, known, { releaseMethod: 'DOCUMENTED', gapMetres, releaseNote: notes }, 'RESOLVED')
}

/** TR-5: only after the factory has waited. */
export function overrideSegregation(context: CommandContext, { id, version, reason }: ParsedInputOf<typeof slips.overrideSegregation>): Transfer {
  const known = alarmed(context, { id, version })
  const [wait, waited] = [context.settings.get(transfersSettings.overrideMinutes), wholeMinutes(known.blockedAt!, context.clock.now())]
  if (waited < wait) throw new AppError('override-early', { number: known.number, minutes: wait, left: wait - waited })
  return release(context, known, { releaseMethod: 'OVERRIDE', gapMetres: null, releaseNote: reason }, 'OVERRIDDEN')
}

function alarmed(context: CommandContext, at: SeenAt): TransferRow {
  const known = currentOf(context, at, 'release')
  if (known.block !== 'SEGREGATION') throw new AppError('wrong-state', { entity: 'transfer', id: known.id, number: known.number, status: known.status })
  return known
}

/** It holds for what stands there now; another article must still be cleared away where lines are to be clear. */
function release(context: CommandContext, known: TransferRow, { releaseMethod, gapMetres, releaseNote }: Release, status: 'RESOLVED' | 'OVERRIDDEN'): Transfer {
  const { db, session, clock } = context
  const releasedBeside = heldAt(db, known)?.occupiedAt ?? null
  const rest = blockOf(db, { ...known, releasedBeside }) ?? null
  const released = db.update('transfer', known, {
    status: rest === null ? 'LOCKED' : 'BLOCKED', block: rest, blockedAt: rest === null ? null : clock.now(), releaseMethod, gapMetres, releaseNote, releasedBy: session.userId, releasedAt: clock.now(), releasedBeside,
  })
  settleAlerts(context, { entity: 'transfer', id: known.id }, { status, resolution: releaseNote ?? '' })
  if (rest !== null) tellOfBlock(context, released)
  pauseOrResume(context, known.productionLineId)
  return transferOf(db, known.id, clock.now())
}
