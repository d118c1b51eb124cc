import type { Selectable } from 'kysely'
import { compareDecimals, decimal, isZero, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { operatorEfficiency } from '../../shared/section-day/standard-minutes.ts'
import { mostEfficiency, type TeamDay, type TeamDayEntry, type teamDays } from '../../shared/section-day/team-days.ts'
import { workedMinutes } from '../../shared/section-day/team-rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { TeamDayTable } from '../database/tables.ts'
import { planned, sql } from '../database/sql.ts'
import { enteredNow } from '../engines/entered.ts'
import { invalid } from '../warehouse/refusals.ts'
import { requireEnterable } from './enterable.ts'
import { teamDayOf } from './team-rows.ts'

interface SeenAt { readonly id: string; readonly version: number }

const dayOf = planned((of: { productionLineId: string; day: string }) => sql.selectFrom('teamDay').select('id').where('productionLineId', '=', of.productionLineId).where('day', '=', of.day))

/** One of a team and day, of the section the team belongs to. `requireDay`: what its day must be. */
export function enterTeamDay(context: CommandContext, entry: TeamDayEntry, requireDay = requireEnterable): TeamDay {
  const { db } = context
  const { id, code, sectionId, isActive } = db.get('productionLine', entry.productionLineId)
  requireDay(context, { sectionId, day: entry.day })
  if (!isActive) throw new AppError('inactive', { entity: 'productionLine', id, code })
  const other = db.first(dayOf({ productionLineId: id, day: entry.day }))
  if (other) throw new AppError('duplicate', { entity: 'teamDay', id: other.id, code: `${code} · ${entry.day}` })
  return teamDayOf(db, db.insert('teamDay', { ...entry, actualEfficiency: efficiencyOf(entry), sectionId, enteredBy: enteredNow(context).by }).id)
}

export function updateTeamDay(context: CommandContext, { id, version, ...figures }: ParsedInputOf<typeof teamDays.updateTeamDay>, requireDay = requireEnterable): TeamDay {
  const { db } = context
  const known = currentOf(context, { id, version }, requireDay)
  db.update('teamDay', known, { ...figures, actualEfficiency: efficiencyOf({ ...known, ...figures }), changedBy: enteredNow(context).by })
  return teamDayOf(db, id)
}

export function removeTeamDay(context: CommandContext, { id, version }: SeenAt): { id: string } {
  context.db.remove('teamDay', currentOf(context, { id, version }, requireEnterable))
  return { id }
}

type Measured = Pick<Selectable<TeamDayTable>, 'outputQuantity' | 'standardMinutes' | 'workers' | 'shiftHours' | 'overtimeMinutes'> & { readonly actualEfficiency?: Decimal | undefined }

/** That of the pieces that were counted, else as it was entered; one of both is said. */
function efficiencyOf({ outputQuantity, actualEfficiency, standardMinutes, ...worked }: Measured): Decimal {
  if (outputQuantity === null) {
    if (actualEfficiency === undefined) throw invalid('actualEfficiency', 'required')
    return actualEfficiency
  }
  const efficiency = operatorEfficiency(outputQuantity, standardMinutes, workedMinutes(worked))
  if (efficiency === null && !isZero(outputQuantity)) throw invalid('workers', 'not-positive')
  if (efficiency !== null && compareDecimals(efficiency, decimal(mostEfficiency)) > 0) throw invalid('outputQuantity', 'out-of-range')
  return efficiency ?? zero
}

/** As it was seen, of a day that is open. */
function currentOf(context: CommandContext, { id, version }: SeenAt, requireDay: typeof requireEnterable): Selectable<TeamDayTable> {
  const known = context.db.get('teamDay', id)
  requireDay(context, known)
  if (known.version !== version) throw new AppError('conflict', { entity: 'teamDay', id })
  return known
}
