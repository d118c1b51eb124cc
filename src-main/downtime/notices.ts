import { productionSettings } from '../../shared/production/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import { holdersOf } from '../engines/approval-holders.ts'
import { planners } from '../planning/health-notices.ts'
import { standingNow } from './rows.ts'

/** Tells planning, the section and its supervisors of what was not meant to stand and has done so for longer than the factory waits: once a day each (NT-2). Answers how many stand so. */
export function remindOfDowntime(context: CommandContext): number {
  const { db, clock, settings, notify } = context
  const before = new Date(Date.parse(clock.now()) - settings.get(productionSettings.standingMinutes) * 60_000).toISOString()
  const long = standingNow(db, 'all').filter(({ isPlanned, startedAt }) => !isPlanned && startedAt <= before)
  for (const { id, sectionId, sectionName, machineName, productionLineName, reasonName, startedAt } of long) {
    const supervisors = holdersOf(context, { by: 'permission', permission: 'production.approve', section: 'concerned' }, { sectionId, requestedBy: '', entity: 'downtime', entityId: id })
    const place = [machineName ?? productionLineName, sectionName].filter(name => name !== null).join(' · ')
    notify({ kind: 'MACHINE_STANDING', audience: [...supervisors.map(person => ({ user: person.id })), { section: sectionId }, ...planners], params: { place, since: startedAt, reason: reasonName }, entity: 'downtime', entityId: id })
  }
  return long.length
}
