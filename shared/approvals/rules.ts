import type { ApprovalStep } from './chain.ts'

export const requestStatuses = ['PENDING', 'APPROVED', 'REJECTED', 'CANCELLED', 'REVERTED'] as const
export type RequestStatus = (typeof requestStatuses)[number]

/** Somebody who has the permission of a step: the sections that are theirs by name, and whether their role sees every section. */
export interface Candidate { readonly id: string; readonly sectionIds: readonly string[]; readonly seesAll: boolean }

/**
 * PL-19: a step that names a section is decided by those who have the permission for that very section, else for its parent, and so
 * on upwards; where there is nobody, by those who see all sections. `sections` leads from the request's section upwards.
 */
export function nearestHolders(candidates: readonly Candidate[], sections: readonly string[]): readonly Candidate[] {
  for (const section of sections) {
    const near = candidates.filter(({ sectionIds }) => sectionIds.includes(section))
    if (near.length > 0) return near
  }
  return candidates.filter(({ seesAll }) => seesAll)
}

/** Of a request: who asked, and what it would change. */
export interface About { readonly requestedBy: string; readonly entity: string; readonly entityId: string }

/** PL-19: nobody decides what they asked for, nor what is to be given to themselves; nor lets another do it with their right. */
export function isOwnMatter(userId: string, { requestedBy, entity, entityId }: About): boolean {
  return userId === requestedBy || (entity === 'user' && userId === entityId)
}

/** How long a step may wait before it is called overdue, and before that is a red alert. */
export function overdueOf(stepSince: string, now: string, hours: number): 'none' | 'overdue' | 'critical' {
  const waited = (Date.parse(now) - Date.parse(stepSince)) / 3_600_000
  if (waited < hours) return 'none'
  return waited < 2 * hours ? 'overdue' : 'critical'
}

/** The text of a step: `approvals.steps.<key>`. */
export function stepKey(step: ApprovalStep): 'level' | 'permissionConcerned' | 'permissionAny' {
  if (step.by === 'level') return 'level'
  return step.section === 'concerned' ? 'permissionConcerned' : 'permissionAny'
}
