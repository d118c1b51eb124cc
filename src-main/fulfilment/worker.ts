import { AppError } from '../../shared/core/errors.ts'
import type { Permission } from '../../shared/core/permissions.ts'
import { features } from '../../shared/features/settings.ts'
import { workMenus, type WorkMenu } from '../../shared/fulfilment/menus.ts'
import type { Proof } from '../../shared/fulfilment/rules.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import type { Session } from '../core/session.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { badgeAttempt, forgetFailures, lockOf } from '../identity/login-locks.ts'
import { permissionsOf } from '../identity/sessions.ts'
import { refusal } from '../identity/sign-in.ts'
import { hashOfToken } from '../identity/tokens.ts'

/** Who does a step, how that was proved, and what they may. */
export interface Worker {
  readonly userId: string
  readonly fullName: string
  readonly proof: Extract<Proof, 'SCAN' | 'MANUAL'>
  readonly permissions: ReadonlySet<Permission>
}

/**
 * Whoever's badge was scanned, else whoever is signed in, where the factory lets a step be done without a scan (IF-5). Throws what `holderOf`
 * throws, `proof-needed`.
 */
export function workerOf(context: CommandContext, badge: string | undefined): Worker {
  const { db, session, settings } = context
  if (badge === undefined) {
    if (!settings.get(features.manualPicking)) throw new AppError('proof-needed')
    return signedIn(session)
  }
  const holder = holderOf(context, badge)
  forgetFailures(db, badgeAttempt(session).account)
  return { ...holder, proof: 'SCAN' }
}

/** The same for what is settled at the office too: whoever is in charge need not scan a badge for it. */
export function settlerOf(context: CommandContext, badge: string | undefined): Worker {
  return badge === undefined && isInCharge(context.session) ? signedIn(context.session) : workerOf(context, badge)
}

function signedIn({ userId, fullName, permissions }: Session): Worker {
  return { userId, fullName, permissions, proof: 'MANUAL' }
}

/**
 * Whose badge it is. Unknown ones are counted, and lock the desk as they do at the door. Throws `badge-unknown`, `account-locked`, `address-
 * blocked`, `inactive`, `forbidden` for somebody who may not do such work.
 */
export function holderOf({ db, session, settings, clock }: Pick<QueryContext, 'db' | 'session' | 'settings' | 'clock'>, badge: string): Omit<Worker, 'proof'> {
  const lock = lockOf(db, badgeAttempt(session), settings, clock.now())
  if (lock) throw refusal(lock)
  const pass = db.first(sql.selectFrom('operatorPass').select('userId').where('badgeHash', '=', hashOfToken(badge)))
  if (!pass) throw new AppError('badge-unknown')
  const user = db.get('user', pass.userId)
  if (!user.isActive) throw new AppError('inactive', { entity: 'user', id: user.id, code: user.username })
  const permissions = new Set(permissionsOf(db, user, clock.now()))
  const needed = 'fulfilment.execute'
  if (!permissions.has(needed)) throw new AppError('forbidden', { needed })
  return { userId: user.id, fullName: user.fullName, permissions }
}

/** Whether somebody has a screen in their navigation: given to them, or all of them by their role (IA-7). */
export function hasMenu(db: Reader, userId: string, path: string): boolean {
  const menu = db.first(sql.selectFrom('menuItem').select('id').where('path', '=', path).where('isActive', '=', true))
  if (!menu) return false
  if (db.get('role', db.get('user', userId).roleId).hasAllMenus) return true
  return db.first(sql.selectFrom('userMenu').select('id').where('userId', '=', userId).where('menuItemId', '=', menu.id)) !== undefined
}

/** IA-8. Throws `no-work-menu`. */
export function requireWorkMenu(db: Reader, userId: string, menu: WorkMenu): void {
  const path = workMenus[menu]
  if (hasMenu(db, userId, path)) return
  const { name } = db.first(sql.selectFrom('menuItem').select('name').where('path', '=', path)) ?? { name: path }
  throw new AppError('no-work-menu', { who: db.get('user', userId).fullName, menu: name })
}

/** Who may go past what others have in hand: an Admin (IF-10, IF-16). */
export function isInCharge({ permissions }: Pick<Session, 'permissions'>): boolean {
  return permissions.has('process.forceCompleteInvoice')
}
