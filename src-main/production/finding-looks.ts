import { daysBefore, daysBetween, type BusinessDay } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { mostFindingDays, type Finding, type findings } from '../../shared/production/findings.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { invalid } from '../warehouse/refusals.ts'
import { findingsIn, type Asker } from './findings.ts'

type Asked = ParsedInputOf<typeof findings.listFindings>
type Sort = Asked['sort'][number]

/** How many days are looked through where none are named. */
const usualDays = 31

/** One page of what the patterns tell. They are reckoned anew for each page: no entry ever stands behind a finding that is stale. */
export function listFindings(context: QueryContext, { search, filter, sort, cursor, pageSize, total }: Asked): Page<Finding> {
  const { scope, today } = context
  const to = filter.toDay ?? (today() as BusinessDay)
  const from = filter.fromDay ?? daysBefore(to, usualDays - 1)
  if (daysBetween(from, to) >= mostFindingDays) throw invalid('fromDay', 'production.issues.too-long')
  const found = findingsBetween(context, scope.mine(), { ...filter, from, to, today: today() as BusinessDay }).filter(finding => holds(finding, search))
  const sorts: readonly Sort[] = sort.length > 0 ? sort : [{ column: 'day', descending: true }]
  const sorted = found.toSorted((a, b) => compare(a, b, sorts))
  const start = startOf(cursor)
  const end = start + pageSize
  return { rows: sorted.slice(start, end), next: end < sorted.length ? String(end) : undefined, total: total ? sorted.length : undefined }
}

interface Between { readonly from: BusinessDay; readonly to: BusinessDay; readonly today: BusinessDay; readonly sectionId?: string | undefined; readonly kind?: Asked['filter']['kind']; readonly isLookedAt?: boolean | undefined }

/** Of all sections that may be seen. */
export function findingsBetween(context: Asker, sections: 'all' | readonly string[], { from, to, today, sectionId, kind, isLookedAt }: Between): Finding[] {
  const all = context.db.all(sql.selectFrom('section').select('id').where('isActive', '=', true).orderBy('code'))
  return all.filter(({ id }) => (sectionId === undefined || id === sectionId) && (sections === 'all' || sections.includes(id)))
    .flatMap(({ id }) => findingsIn(context, id, { from, to }, today))
    .filter(finding => (kind === undefined || kind.includes(finding.kind)) && (isLookedAt === undefined || isLookedAt === (finding.look !== null)))
}

function holds({ number, who, sectionName, look }: Finding, search: string): boolean {
  const text = [number, who, sectionName, look?.note, look?.byName].join(' ').toLowerCase()
  return search.toLowerCase().split(/\s+/).every(word => text.includes(word))
}

function compare(a: Finding, b: Finding, sorts: readonly Sort[]): number {
  for (const { column, descending } of sorts) {
    const order = (a[column] ?? '').localeCompare(b[column] ?? '')
    if (order !== 0) return descending ? -order : order
  }
  return a.key.localeCompare(b.key)
}

function startOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0
  if (!/^\d{1,6}$/.test(cursor)) throw invalid('cursor', 'cursor')
  return Number(cursor)
}

export function lookAtFinding(context: CommandContext, { sectionId, key, day, note }: ParsedInputOf<typeof findings.lookAtFinding>): Finding {
  const { db, scope, session, clock } = context
  db.get('section', sectionId)
  scope.section(sectionId)
  const today = context.today() as BusinessDay
  const on = day ?? today
  const read = () => findingsIn(context, sectionId, { from: on, to: on }, today).find(finding => finding.key === key)
  const finding = read()
  if (!finding) throw new AppError('not-found', { entity: 'findingLook', id: key })
  if (finding.typedBy.includes(session.userId)) throw new AppError('own-request')
  if (finding.look) throw new AppError('duplicate', { entity: 'findingLook', id: finding.look.id, code: finding.number })
  db.insert('findingLook', { sectionId, findingKey: key, kind: finding.kind, day: on, note, lookedBy: session.userId, lookedAt: clock.now() })
  return read()!
}

export function removeLook({ db, scope }: CommandContext, { id, version }: { readonly id: string; readonly version: number }): { id: string } {
  const known = db.get('findingLook', id)
  scope.section(known.sectionId)
  if (known.version !== version) throw new AppError('conflict', { entity: 'findingLook', id })
  db.remove('findingLook', known)
  return { id }
}
