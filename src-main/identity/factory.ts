import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/core/errors.ts'
import type { identity } from '../../shared/identity/contract.ts'
import type { HostDescription } from '../../shared/identity/first-run.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { identitySettings } from '../../shared/identity/settings.ts'
import { systemUserId, systemUserName } from '../../shared/identity/system-user.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { demoLogins } from '../demo/logins.ts'
import { encodeSetting } from '../engines/settings.ts'
import { seedMasters } from '../masters/seed.ts'
import { completeMenus } from './seed-menus.ts'
import { seedRoles } from './seed-roles.ts'
import { isThisComputer } from './this-computer.ts'

export function describeHost({ db, session, settings }: QueryContext): HostDescription {
  const site = db.first(sql.selectFrom('site').select(['name', 'isDemo', 'isReady']).limit(1))
  return {
    isSetUp: site?.isReady ?? false,
    canSetUp: site === undefined && isThisComputer(session.ip),
    factoryName: site?.name ?? null,
    isDemo: site?.isDemo ?? false,
    language: settings.get(identitySettings.language),
    demoLogins: site?.isDemo ? [...demoLogins] : [],
  }
}

/** A factory is set up once, at its host: otherwise the first to come along the network would own it. */
export function requireNewFactory(db: Reader, ip: string): void {
  if (isSetUp(db)) throw new AppError('already-set-up')
  if (!isThisComputer(ip)) throw new AppError('not-set-up')
}

export function isSetUp(db: Reader): boolean {
  return db.first(sql.selectFrom('site').select('id').limit(1)) !== undefined
}

/** The audit names the first administrator as the author of all that a factory begins with. */
export function createFactory({ db, actAs }: CommandContext, input: ParsedInputOf<typeof identity.createFactory>): { siteId: string; userId: string } {
  if (isSetUp(db)) throw new AppError('already-set-up')
  const { factoryName, isDemo, language, ...administrator } = input
  const site = db.insert('site', { name: factoryName, epoch: randomUUID(), isDemo, isReady: !isDemo })
  const { language: factoryLanguage } = identitySettings
  if (language !== factoryLanguage.fallback) db.insert('setting', { id: factoryLanguage.key, value: encodeSetting(factoryLanguage.schema, language) })

  const roles = seedRoles(db)
  const person = { sectionId: null, language, lastLoginAt: null, mustChangePassword: false }
  db.insert('user', { ...person, id: systemUserId, username: 'system', fullName: systemUserName, roleId: roles.get('System')!, passwordHash: '!' })
  const { id, username } = db.insert('user', { ...person, ...administrator, roleId: roles.get('Superadmin')! })
  completeMenus(db)
  seedMasters(db)
  actAs({ userId: id, username, role: 'Superadmin' })
  return { siteId: site.id, userId: id }
}

/** The demo story is told: from now on its people may sign in. */
export function openDemo({ db }: CommandContext): Record<string, never> {
  const site = db.one(sql.selectFrom('site').select(['id', 'version']).where('isDemo', '=', true))
  db.update('site', site, { isReady: true })
  return {}
}
