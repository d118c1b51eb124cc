import type { z } from 'zod'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { NewGrant, type grants } from '../../shared/identity/grants.ts'
import type { CommandContext } from '../core/handlers.ts'
import { requestApproval, type ApprovalKind } from '../engines/approvals.ts'
import { giveOwnGrant, requireGivable } from './grants.ts'
import { sectionNames } from './sections.ts'
import { userOf } from './user-list.ts'

const Change = NewGrant.omit({ userId: true, reason: true })
type Change = z.output<typeof Change>

/** IA-10, PL-19: a permission for a time, asked for by somebody who may not give it. Whoever decides last is its giver, and must be one who may. */
export const userGrant: ApprovalKind<Change> = {
  name: 'USER_GRANT',
  change: Change,
  current(db, userId) {
    const { roleId, isActive } = db.get('user', userId)
    return { roleId, isActive }
  },
  topic: ({ permission }) => permission,
  lapsesAt: ({ expiresAt }) => expiresAt,
  describe(db, userId, { permission, sectionIds, expiresAt }) {
    const { fullName, roleId } = db.get('user', userId)
    const asked = { before: null, isNew: true } as const
    return {
      subject: { person: fullName, permission, until: expiresAt },
      lines: [
        { ...asked, labelKey: 'identity.grants.person', kind: 'text', after: `${fullName} · ${db.get('role', roleId).name}` },
        { ...asked, labelKey: 'identity.grants.permission', kind: 'permission', after: permission },
        ...(sectionIds.length === 0 ? [] : [{ ...asked, labelKey: 'identity.grants.sections', kind: 'text', after: sectionNames(db, sectionIds).join(', ') } as const]),
        { ...asked, labelKey: 'identity.grants.until', kind: 'instant', after: expiresAt },
      ],
    }
  },
  apply(context, userId, change, reason) {
    giveOwnGrant(context, { ...change, userId, reason })
  },
}

/** Asks those who may give it (PL-19). */
export function requestGrant(context: CommandContext, input: ParsedInputOf<typeof grants.requestGrant>): { id: string; number: string } {
  requireGivable(context, input)
  userOf(context.db, input.userId)
  const { userId, reason, ...change } = input
  const { id, number } = requestApproval(context, userGrant, { entityId: userId, sectionId: null, change, reason })
  return { id, number }
}
