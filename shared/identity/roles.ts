import { z } from 'zod'
import { Name, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { permissions } from '../core/permissions.ts'
import { command, query } from '../core/procedure.ts'

export const sectionScopes = ['all', 'own'] as const

export const Role = z.object({
  id: z.string(), version: z.int(), name: z.string(),
  /** 0 is the highest. */
  level: z.int(),
  sections: z.enum(sectionScopes), canSeeCost: z.boolean(), isActive: z.boolean(), grants: z.array(z.enum(permissions)),
  /** Active users who have it. */
  userCount: z.int(),
})
export type Role = z.infer<typeof Role>

/** Level 0 is the Developer's and 1 the Superadmin's: roles that are made begin below. */
export const RoleFields = z.object({ name: Name, level: z.int().min(2).max(5), sections: z.enum(sectionScopes), canSeeCost: z.boolean() })
export type RoleFields = z.infer<typeof RoleFields>

const roleWrites = ['role', 'roleGrant'] as const

/**
 * Refused: a role of a higher level (`higher-level`), one's own (`own-role`), the Superadmin's, which keeps all rights (`fixed-role`), and
 * to give what one does not hold (`forbidden`) (IA-4).
 */
export const roles = {
  listRoles: query({ permission: 'identity.view', input: z.object({}), output: z.array(Role), reads: ['role', 'roleGrant', 'user'] }),
  /** With all that `copyOf` may. */
  createRole: command({
    permission: 'identity.create', input: RoleFields.extend({ copyOf: IdSchema, reason: Reason }), output: Role, writes: [...roleWrites, 'roleMenu'],
  }),
  /** What is left out stays as it is; `grants` is the whole list. */
  updateRole: command({
    permission: 'identity.update',
    input: RoleFields.extend({ grants: z.array(z.enum(permissions)).max(permissions.length) }).partial().extend({ id: IdSchema, version: Version, reason: Reason }),
    output: Role,
    writes: [...roleWrites, 'session'],
  }),
  /** Refused as `in-use` while active users have it. */
  setRoleActive: command({
    permission: 'identity.update', input: z.object({ id: IdSchema, version: Version, isActive: z.boolean(), reason: Reason }), output: Role, writes: ['role'],
  }),
}
