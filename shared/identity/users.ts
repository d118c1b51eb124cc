import { z } from 'zod'
import { Name, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { permissions } from '../core/permissions.ts'
import { command, job, query } from '../core/procedure.ts'
import { Password } from './password.ts'
import { Language, NewUsername } from './user-fields.ts'

export const User = z.object({
  id: z.string(), version: z.int(), username: z.string(), fullName: z.string(),
  roleId: z.string(), role: z.string(), level: z.int(),
  sectionId: z.string().nullable(), sectionCode: z.string().nullable(), sectionName: z.string().nullable(),
  /** Sections beside their own one. */
  sectionIds: z.array(z.string()),
  language: Language, canSeeCost: z.boolean(), mustChangePassword: z.boolean(), isActive: z.boolean(), lastLoginAt: z.string().nullable(),
})
export type User = z.infer<typeof User>

export const Role = z.object({
  id: z.string(), version: z.int(), name: z.string(),
  /** 0 is the highest. */
  level: z.int(),
  sections: z.enum(['all', 'own']), canSeeCost: z.boolean(), grants: z.array(z.enum(permissions)),
})
export type Role = z.infer<typeof Role>

/** `canSeeCost` of a user adds to the role's. */
export const UserFields = z.object({
  username: NewUsername, fullName: Name, roleId: IdSchema, sectionId: IdSchema.nullable(), sectionIds: z.array(IdSchema).max(100), canSeeCost: z.boolean(), language: Language,
})
export type UserFields = z.infer<typeof UserFields>

const AtVersion = z.object({ id: IdSchema, version: Version })
export const UserEdit = UserFields.extend(AtVersion.shape)
export type UserEdit = z.infer<typeof UserEdit>
const userReads = ['user', 'role', 'section', 'userSection', 'session'] as const

/** A user of a higher level can neither be made nor changed (`higher-level`), one's own account not by these (`own-account`) (IA-4). */
export const users = {
  listUsers: query({
    permission: 'identity.view',
    input: listInput({ roleId: IdSchema, sectionId: IdSchema, isActive: z.boolean() }, ['username', 'fullName', 'role', 'sectionName', 'lastLoginAt']),
    output: page(User),
    reads: userReads,
  }),
  getUser: query({ permission: 'identity.view', input: z.object({ id: IdSchema }), output: User, reads: userReads }),
  listRoles: query({ permission: 'identity.view', input: z.object({}), output: z.array(Role), reads: ['role', 'roleGrant'] }),
  /** The password is for the first login only. */
  createUser: job({
    permission: 'identity.create',
    lane: 'interactive',
    input: UserFields.extend({ password: Password }).partial({ sectionId: true, sectionIds: true, canSeeCost: true, language: true }),
    output: User,
  }),
  createUserRecord: command({
    visibility: 'internal',
    permission: 'identity.create',
    input: UserFields.extend({ passwordHash: z.string(), mustChangePassword: z.boolean() }),
    output: User,
    writes: ['user', 'userSection'],
  }),
  updateUser: command({
    permission: 'identity.update',
    input: UserFields.partial().extend(AtVersion.shape),
    output: User,
    writes: ['user', 'userSection'],
  }),
  /** Gives a password for the next login only, ends the user's sessions and lifts their locks. */
  resetPassword: job({ permission: 'identity.update', lane: 'interactive', input: AtVersion.extend({ password: Password }), output: z.object({}) }),
  /** Users are never deleted: this is what takes the place of it (IA-4). Who is deactivated is signed out at once (IA-11). */
  setUserActive: command({ permission: 'identity.delete', input: AtVersion.extend({ isActive: z.boolean() }), output: User, writes: ['user', 'session'] }),
  /** Forgets the wrong passwords of an account and lifts its locks; who did it, and why, is kept (AU-6). */
  unlockUser: command({
    permission: 'identity.update', action: 'UNLOCK', input: z.object({ id: IdSchema, reason: Reason }), output: z.object({}), writes: ['unlocking'],
  }),
}
