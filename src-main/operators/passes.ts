import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { operators, OwnPass, SwitchRole } from '../../shared/operators/contract.ts'
import { wideRightsOf } from '../../shared/operators/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { requireBelow } from '../identity/rank.ts'
import { hashOfToken } from '../identity/tokens.ts'
import { switchRoleOf } from './operator-list.ts'
import { operatorOf, requireOperator } from './switching.ts'

type Pass = { readonly pinHash: string | null } | { readonly badgeHash: string | null }

export function ownPass(db: Reader, userId: string, now: string): OwnPass {
  const { session, roleMay, isOperator } = operatorOf(db, userId, now)
  const pass = db.first(sql.selectFrom('operatorPass').select(['pinHash', 'badgeHash']).where('userId', '=', userId))
  return { mayHave: isOperator, roleMay, wideRights: wideRightsOf(session), hasPin: pass !== undefined && pass.pinHash !== null, hasBadge: pass !== undefined && pass.badgeHash !== null }
}

/** One's own, or that of somebody not above (IA-4). */
export function storePin({ db, session, clock }: CommandContext, { userId, pinHash }: ParsedInputOf<typeof operators.storePin>): void {
  requireBelow(db, session, userId)
  requireOperator(db, userId, clock.now())
  keepPass(db, userId, { pinHash })
}

export function setBadge({ db, session, clock }: CommandContext, { userId, code }: ParsedInputOf<typeof operators.setBadge>): void {
  requireBelow(db, session, userId)
  requireOperator(db, userId, clock.now())
  const badgeHash = hashOfToken(code)
  const holder = db.first(sql.selectFrom('operatorPass').select('userId').where('badgeHash', '=', badgeHash))
  if (holder && holder.userId !== userId) throw new AppError('badge-taken', { name: db.get('user', holder.userId).fullName })
  keepPass(db, userId, { badgeHash })
}

export function clearPass({ db, session }: CommandContext, { userId, what }: ParsedInputOf<typeof operators.clearPass>): void {
  requireBelow(db, session, userId)
  keepPass(db, userId, what === 'pin' ? { pinHash: null } : { badgeHash: null })
}

export function setRoleSwitching({ db, session }: CommandContext, { id, version, canSwitchQuickly }: ParsedInputOf<typeof operators.setRoleSwitching>): SwitchRole {
  const role = switchRoleOf(db, id)
  if (role.level < session.level) throw new AppError('higher-level', { role: role.name })
  if (canSwitchQuickly && role.wideRights.length > 0) throw new AppError('role-not-limited', { role: role.name, needed: role.wideRights[0] })
  db.update('role', { id, version }, { canSwitchQuickly })
  return switchRoleOf(db, id)
}

function keepPass(db: Writer, userId: string, pass: Pass): void {
  const kept = db.first(sql.selectFrom('operatorPass').select(['id', 'version']).where('userId', '=', userId))
  if (kept) db.update('operatorPass', kept, pass)
  else db.insert('operatorPass', { userId, pinHash: null, badgeHash: null, ...pass })
}
