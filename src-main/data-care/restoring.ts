import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { AppError } from '../../shared/core/errors.ts'
import { instantText } from '../../shared/core/day-text.ts'
import type { dataCare } from '../../shared/data-care/contract.ts'
import type { CommandContext, JobContext } from '../core/handlers.ts'
import { databaseFile } from '../database/data-folder.ts'
import { readManifest } from '../database/backup-archive.ts'
import { readMigrations } from '../database/migrate.ts'
import { stageRestore } from '../database/restore-staging.ts'
import { sql } from '../database/sql.ts'
import { requireOwnPassword } from '../identity/sign-in.ts'
import { readFactory } from '../settings/site.ts'
import { backupNamed, backUp, paced } from './backing-up.ts'
import { caring } from './faults.ts'
import { endAllSessions, keepShutOut } from './shutting-out.ts'

/** IO-5: only after the asker's own password and the factory's name; never without a backup of what there is. */
export async function restoreBackup(context: JobContext, { name, password, factoryName }: ParsedInputOf<typeof dataCare.restoreBackup>): Promise<Record<string, never>> {
  const { db, session, clock, place: { dataFolder, migrations } } = context
  const factory = readFactory(db)
  if (factoryName !== factory.name) throw new AppError('invalid-input', { issues: [{ path: ['factoryName'], reason: 'dataCare.issues.factoryName', params: {} }] })
  await requireOwnPassword(context, password)
  const { path } = backupNamed(context, name)
  const { siteId, siteName } = await caring(() => readManifest(path))
  if (siteId !== factory.id) throw new AppError('backup-of-another-factory', { factory: siteName })
  await backUp(context, 'before-restore')
  await caring(() => stageRestore({
    dataFolder, path, migrations: readMigrations(migrations), epoch: randomUUID(), at: clock.now(), onProgress: paced(context),
    by: { userId: session.userId, username: session.username, role: session.role },
    present: join(dataFolder, databaseFile),
    replaced: db.first(sql.selectFrom('auditEntry').select(['seq', 'hash']).orderBy('seq', 'desc').limit(1)) ?? null,
  }))
  await context.hostTask('beginAnew')
  return {}
}

/** Done twice, it is done once: a host that broke off before it heard of it asks again. */
export function recordRestore({ db, clock, notify, actAs }: CommandContext, restore: ParsedInputOf<typeof dataCare.recordRestore>): Record<string, never> {
  const { id, version, epoch, timeZone } = db.one(sql.selectFrom('site').select(['id', 'version', 'epoch', 'timeZone']).limit(1))
  if (epoch === restore.epoch) return {}
  const { by, shutOut, ...facts } = restore
  if (by) actAs(by)
  db.update('site', { id, version }, { epoch: restore.epoch })
  db.append('dataRestore', facts)
  const restored = { db, now: clock.now(), by }
  endAllSessions(restored)
  keepShutOut(restored, shutOut, notify)
  notify({ kind: 'DATA_RESTORED', audience: { everyone: true }, params: { time: instantText(restore.backupAt, timeZone, 'id', 'short') } })
  return {}
}
