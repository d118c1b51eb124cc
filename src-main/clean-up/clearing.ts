import type { cleanUp, ClearPreview } from '../../shared/clean-up/contract.ts'
import { clearedBy, partOf, type ClearScope } from '../../shared/clean-up/parts.ts'
import { entities, type Entity, type Ledger, type VersionedEntity } from '../../shared/core/entities.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import { identitySettings } from '../../shared/identity/settings.ts'
import type { CommandContext, JobContext, QueryContext } from '../core/handlers.ts'
import { backUp } from '../data-care/backing-up.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { requireOwnPassword } from '../identity/sign-in.ts'
import { seedMasters } from '../masters/seed.ts'
import { readFactory } from '../settings/site.ts'

type Asking = Pick<QueryContext, 'db' | 'session' | 'settings' | 'clock'>

/** What of those that stay is worth naming. */
const named: readonly Entity[] = ['user', 'role', 'section', 'setting']

export function previewClear(context: Asking, scope: ClearScope): ClearPreview {
  const { db } = context
  const goes = clearedBy(scope)
  const stays = (Object.keys(entities) as Entity[]).filter(entity => named.includes(entity) || (partOf(entity) === 'master' && !goes.includes(entity)))
  const counts = (list: readonly Entity[]) => list.map(entity => ({ entity, rows: countOf(db, entity) })).filter(({ rows }) => rows > 0)
  return { factoryName: readFactory(db).name, goes: counts(goes), stays: counts(stays), others: othersAtWork(context), isEmpty: isEmptyFactory(db) }
}

/** Only after the asker's own password and the factory's name, and never without a backup of what there is. */
export async function clearData(
  context: JobContext, { scope, reason, factoryName, password, force }: ParsedInputOf<typeof cleanUp.clearData>,
): Promise<OutputOf<typeof cleanUp.clearData>> {
  if (factoryName !== readFactory(context.db).name) throw new AppError('invalid-input', { issues: [{ path: ['factoryName'], reason: 'cleanUp.issues.factoryName', params: {} }] })
  await requireOwnPassword(context, password)
  const count = othersAtWork(context)
  if (count > 0 && !force) throw new AppError('others-at-work', { count })
  const { name } = await backUp(context, 'before-clear')
  context.progress('working', 0, 0)
  const { cleared } = (await context.command('cleanUp.clear', { scope, reason })) as OutputOf<typeof cleanUp.clear>
  return { backup: name, cleared }
}

export function clear({ db, notify }: CommandContext, { scope }: ParsedInputOf<typeof cleanUp.clear>): OutputOf<typeof cleanUp.clear> {
  const entitiesOfScope = clearedBy(scope)
  // Rows of imports that were never applied, and files that wait for one.
  for (const table of ['importRow', 'importPartRow', 'importFile'] as const) db.eraseAll(table)
  removeAttached(db, entitiesOfScope)
  const cleared = db.clear(entitiesOfScope)
  db.eraseAll('numberCounter')
  if (entitiesOfScope.includes('unit')) seedMasters(db)
  notify({ kind: 'DATA_CLEARED', audience: { everyone: true }, params: {} })
  return { cleared }
}

export function isEmptyFactory(db: Reader): boolean {
  return (['item', 'stockMove', 'kanbanCard'] as const).every(entity => countOf(db, entity) === 0)
}

function removeAttached(db: CommandContext['db'], goes: readonly Entity[]): void {
  const hanging = sql.selectFrom('attachment').select(['id', 'version']).where('entity', 'in', goes)
  for (const attachment of db.all(hanging)) db.remove('attachment', attachment)
}

function othersAtWork({ db, session, settings, clock }: Asking): number {
  const now = clock.now()
  const idleSince = new Date(Date.parse(now) - settings.get(identitySettings.idleMinutes) * 60_000).toISOString()
  const alive = sql.selectFrom('session').select(({ fn }) => fn.countAll<number>().as('count'))
    .where('endedAt', 'is', null).where('expiresAt', '>', now).where('lastSeenAt', '>', idleSince).where('userId', '!=', session.userId)
  return db.one(alive).count
}

function countOf(db: Reader, entity: VersionedEntity | Ledger): number {
  return db.one(sql.selectFrom(entity).select(({ fn }) => fn.countAll<number>().as('count'))).count
}
