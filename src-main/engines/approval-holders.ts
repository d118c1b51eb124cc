import type { Selectable } from 'kysely'
import { ApprovalChain, type ApprovalStep } from '../../shared/approvals/chain.ts'
import { approvalKinds, type ApprovalKindName } from '../../shared/approvals/kinds.ts'
import { isOwnMatter, nearestHolders, type About, type Candidate } from '../../shared/approvals/rules.ts'
import type { Permission } from '../../shared/core/permissions.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { lentSections } from './lent-sections.ts'
import type { ApprovalRequestTable } from '../database/tables.ts'

/** What of a request says who decides it. */
export interface Concern extends About { readonly sectionId: string | null }
type Request = Selectable<ApprovalRequestTable>
/** Rights are lent by the day, and given by the minute. */
type At = Pick<QueryContext, 'db' | 'clock' | 'today'>

/** The steps of a kind as the factory has them now. A stored chain that fits no longer counts as absent. */
export function stepsOf(db: Reader, kind: ApprovalKindName): ApprovalChain {
  const stored = db.find('approvalChain', kind)
  const parsed = stored && ApprovalChain.safeParse(JSON.parse(stored.steps))
  return parsed?.success ? parsed.data : [...approvalKinds[kind].chain]
}

/** The step a request waits for. */
export function stepOf({ steps, step }: Request): ApprovalStep {
  return (JSON.parse(steps) as ApprovalStep[])[step]!
}

/** PL-19: the active people who decide this step, never the one who asked or whom it is about. */
export function holdersOf({ db, clock }: Pick<At, 'db' | 'clock'>, step: ApprovalStep, concern: Concern): readonly Candidate[] {
  const { sectionId } = concern
  const people = allHolders(db, step, clock.now()).filter(({ id }) => !isOwnMatter(id, concern))
  const isNarrow = step.by === 'permission' && step.section === 'concerned' && sectionId !== null
  return isNarrow ? nearestHolders(people, upwards(db, sectionId)) : people
}

/** Whether somebody may decide the step that is waited for: by their own right, or by that of somebody who lets them. */
export function rightFor(at: At, request: Request, userId: string): { readonly rightOf: string | null } | undefined {
  const { db, today } = at
  if (request.status !== 'PENDING' || isOwnMatter(userId, request)) return undefined
  const holders = new Set(holdersOf(at, stepOf(request), request).map(({ id }) => id))
  const earlier = decisionsOf(db, request.id, userId)
  // Whoever decided an earlier step looks at it once: a right borrowed then or now would make two pairs of eyes one.
  if (earlier.some(({ rightOf }) => rightOf !== null)) return undefined
  if (holders.has(userId)) return { rightOf: null }
  if (earlier.length > 0) return undefined
  const rightOf = delegatorsOf(db, userId, today()).find(id => holders.has(id))
  return rightOf === undefined ? undefined : { rightOf }
}

/** Everybody who could decide it now, with those who stand in for them. */
export function decidersOf(at: At, request: Request): readonly string[] {
  const { db, today } = at
  const holders = holdersOf(at, stepOf(request), request).map(({ id }) => id)
  const standIns = runningDelegations(today()).where('userId', 'in', holders).select('delegateId')
  const delegates = holders.length === 0 ? [] : db.all(standIns).map(({ delegateId }) => delegateId)
  return [...new Set([...holders, ...delegates])].filter(id => !isOwnMatter(id, request))
}

/** Whose rights somebody may use on this day. */
export function delegatorsOf(db: Reader, delegateId: string, today: string): readonly string[] {
  return db.all(runningDelegations(today).where('delegateId', '=', delegateId).select('userId')).map(({ userId }) => userId)
}

function runningDelegations(today: string) {
  return sql.selectFrom('approvalDelegation').where('endedAt', 'is', null).where('fromDay', '<=', today).where('toDay', '>=', today)
}

function decisionsOf(db: Reader, requestId: string, userId: string): { readonly rightOf: string | null }[] {
  return db.all(sql.selectFrom('approvalDecision').select('rightOf').where('requestId', '=', requestId).where('decidedBy', '=', userId))
}

function activePeople() {
  return sql.selectFrom('user').innerJoin('role', 'role.id', 'user.roleId').where('user.isActive', '=', true).where('role.isHidden', '=', false)
    .select(({ fn }) => ['user.id', 'user.sectionId', fn.coalesce('user.sections', 'role.sections').as('reach')]).orderBy('user.id')
}

function allHolders(db: Reader, step: ApprovalStep, now: string): Candidate[] {
  return step.by === 'level' ? peopleOfLevel(db, step.level, now) : peopleWith(db, step.permission, now)
}

function peopleOfLevel(db: Reader, level: number, now: string): Candidate[] {
  return candidates(db, db.all(activePeople().where('role.level', '<=', level)), now)
}

/** By their role, or for the time they were given it. */
function peopleWith(db: Reader, permission: Permission, now: string): Candidate[] {
  const granting = sql.selectFrom('roleGrant').select('roleId').where('permission', '=', permission)
  const given = sql.selectFrom('permissionGrant').select('userId').where('permission', '=', permission).where('expiresAt', '>', now).where('revokedAt', 'is', null)
  return candidates(db, db.all(activePeople().where(({ eb, or }) => or([eb('user.roleId', 'in', granting), eb('user.id', 'in', given)]))), now)
}

function candidates(db: Reader, people: readonly { id: string; sectionId: string | null; reach: 'all' | 'own' }[], now: string): Candidate[] {
  const assigned = Map.groupBy(db.all(sql.selectFrom('userSection').select(['userId', 'sectionId'])), ({ userId }) => userId)
  const lent = lentSections(db, now)
  return people.map(({ id, sectionId, reach }) => ({
    id, seesAll: reach === 'all', sectionIds: [...(sectionId === null ? [] : [sectionId]), ...(assigned.get(id) ?? []).map(row => row.sectionId), ...(lent.get(id) ?? [])],
  }))
}

/** A section, its parent, and so on. */
function upwards(db: Reader, sectionId: string): string[] {
  const found: string[] = []
  for (let id: string | null = sectionId; id !== null && !found.includes(id); id = db.get('section', id).parentId) found.push(id)
  return found
}
