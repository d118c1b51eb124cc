import { AppError } from '../../shared/core/errors.ts'
import { features } from '../../shared/features/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import { enteredNow } from '../engines/entered.ts'
import { invalid } from '../warehouse/refusals.ts'
import { requireNoLock, requireOpenDay } from './open-day.ts'
import type { SectionAndDay } from './rows.ts'

/** What of a section's day may be entered at all: it has come, neither it nor its month is closed, and the factory does not refuse what comes after its day (PX-4). */
export function requireEnterable(context: CommandContext, on: SectionAndDay): void {
  requireCome(context, on)
  requireOpenDay(context, on.sectionId, on.day)
  requireInTime(context, on)
}

/** The same for rows of a file, which may bring days from long ago. */
export function requireImportable(context: CommandContext, on: SectionAndDay): void {
  requireCome(context, on)
  requireNoLock(context, on.sectionId, on.day)
  requireInTime(context, on)
}

function requireCome({ db, scope, today }: CommandContext, { sectionId, day }: SectionAndDay): void {
  db.get('section', sectionId)
  scope.section(sectionId)
  if (day > today()) throw invalid('day', 'sectionDay.issues.day-ahead')
}

function requireInTime(context: CommandContext, { day }: SectionAndDay): void {
  if (day < enteredNow(context).on && context.settings.get(features.strictBackdate)) throw new AppError('backdate-refused', { day })
}
