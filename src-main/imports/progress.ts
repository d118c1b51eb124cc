import { sql as raw } from 'kysely'
import type { ListProgress } from '../../shared/imports/contract.ts'
import type { TargetName } from '../../shared/imports/target.ts'
import type { Session } from '../core/session.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { mayImport } from './rights.ts'
import { isList, type ImportTarget, type ListTarget } from './target.ts'
import { allTargets } from './targets.ts'

/** How far the lists of this factory are filled, of those the session may see. */
export function listProgress(db: Reader, session: Session): ListProgress[] {
  const seen = allTargets.filter(({ permissions }) => session.permissions.has(permissions.view))
  const lists = seen.filter(isList)
  return seen.flatMap(target => countOf(db, target) ?? []).map(({ target, count }) => ({
    target: target.name, needs: neededBy(target, lists), count, canImport: mayImport(session, target),
    lastImport: lastImport(db, target.name),
  }))
}

/** The lists that a new record of this one must refer to. */
function neededBy({ name, fields }: ImportTarget, lists: readonly ListTarget[]): TargetName[] {
  return lists.filter(list => list.name !== name && fields.some(({ isRequired, reference, mayBeNew }) => isRequired && reference === list.entity && !mayBeNew)).map(list => list.name)
}

/** A file of several lists is a list of its own where it is exported too. */
function countOf(db: Reader, target: ImportTarget): { target: ImportTarget; count: number } | undefined {
  if (isList(target)) return { target, count: target.count?.(db) ?? rowCount(db, target) }
  return target.exported && { target, count: target.exported.count(db) }
}

function rowCount(db: Reader, { entity }: ListTarget): number {
  return db.first(sql.selectFrom(entity).select(raw<number>`count(*)`.as('count')))?.count ?? 0
}

function lastImport(db: Reader, target: TargetName): ListProgress['lastImport'] {
  const applied = sql.selectFrom('importBatch').select(['id', 'fileName', 'settledAt']).where('target', '=', target).where('status', '=', 'APPLIED')
  const last = db.first(applied.orderBy('settledAt', 'desc').limit(1))
  return last ? { id: last.id, fileName: last.fileName, at: last.settledAt ?? '' } : null
}
