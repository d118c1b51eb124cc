import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import type { CommandContext } from '../core/handlers.ts'
import { findingsOf } from './findings.ts'
import { productionSections } from './section-day.ts'

/**
 * Tells managers of what of yesterday and today deserves a look, and of what still stands: each work order at most once a day (NT-2). Answers how much
 * there is to look at.
 */
export function tellFindings(context: CommandContext): number {
  const { db, notify } = context
  const today = context.today() as BusinessDay
  const fresh = productionSections(db, 'all').flatMap(section => findingsOf(context, section.id, today).map(finding => ({ section, finding })))
    .filter(({ finding: { day, look } }) => look === null && (day === null || day >= addDays(today, -1)))
  for (const { section, finding: { kind, number, workOrderId, workerId, rows } } of fresh) {
    const params = { number, section: section.name, findingKey: `production.today.findingKinds.${kind}` }
    notify({ kind: 'PRODUCTION_FINDING', audience: { role: 'Manager' }, params, ...about(workOrderId, workerId, rows[0]!.id) })
  }
  return fresh.length
}

/** What a finding is about: a work order, a worker, or else the first that stands behind it. */
function about(workOrderId: string | null, workerId: string | null, rowId: string): { readonly entity: 'workOrder' | 'worker' | 'badScan'; readonly entityId: string } {
  if (workOrderId !== null) return { entity: 'workOrder', entityId: workOrderId }
  return workerId === null ? { entity: 'badScan', entityId: rowId } : { entity: 'worker', entityId: workerId }
}
