import { z } from 'zod'
import { Name, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, maximumPageSize, page } from '../core/list.ts'
import { command, job, query } from '../core/procedure.ts'
import { Password } from './password.ts'
import { sectionScopes } from './roles.ts'
import { Email, Language, NewUsername, Phone } from './user-fields.ts'

export const User = z.object({
  id: z.string(), version: z.int(), username: z.string(), fullName: z.string(),
  roleId: z.string(), role: z.string(), level: z.int(),
  sectionId: z.string().nullable(), sectionCode: z.string().nullable(), sectionName: z.string().nullable(),
  /** Sections beside their own one. */
  sectionIds: z.array(z.string()),
  email: z.string().nullable(), phone: z.string().nullable(), jobTitleId: z.string().nullable(), jobTitle: z.string().nullable(),
  /** Another sight of sections than the role's. */
  sections: z.enum(sectionScopes).nullable(),
  /** The attachment that is their photo. */
  avatarId: z.string().nullable(),
  /** Who made the account; none for accounts of earlier versions. */
  createdByName: z.string().nullable(), createdAt: z.string(),
  language: Language, canSeeCost: z.boolean(), mustChangePassword: z.boolean(), isActive: z.boolean(), lastLoginAt: z.string().nullable(),
})
export type User = z.infer<typeof User>

/** `canSeeCost` of a user adds to the role's. */
export const UserFields = z.object({
  username: NewUsername, fullName: Name, roleId: IdSchema, sectionId: IdSchema.nullable(), sectionIds: z.array(IdSchema).max(100), canSeeCost: z.boolean(), language: Language,
  email: Email.nullable(), phone: Phone.nullable(), jobTitleId: IdSchema.nullable(), sections: z.enum(sectionScopes).nullable(),
})
export type UserFields = z.infer<typeof UserFields>

const laterFields = { email: true, phone: true, jobTitleId: true, sections: true } as const
const mostAtOnce = 500

const AtVersion = z.object({ id: IdSchema, version: Version })
export const UserEdit = UserFields.extend(AtVersion.shape)
export type UserEdit = z.infer<typeof UserEdit>
const userReads = ['user', 'role', 'section', 'userSection', 'jobTitle', 'session', 'attachment'] as const

/** A user of a higher level can neither be made nor changed (`higher-level`), one's own account not by these (`own-account`) (IA-4). */
export const users = {
  listUsers: query({
    permission: 'identity.view',
    input: listInput({ ids: z.array(IdSchema).max(maximumPageSize), roleId: IdSchema, sectionId: IdSchema, isActive: z.boolean() }, ['username', 'fullName', 'role', 'sectionName', 'lastLoginAt']),
    output: page(User),
    reads: userReads,
  }),
  getUser: query({ permission: 'identity.view', input: z.object({ id: IdSchema }), output: User, reads: userReads }),
  /** The password is for the first login only. */
  createUser: job({
    permission: 'identity.create',
    lane: 'interactive',
    input: UserFields.extend({ password: Password }).partial({ ...laterFields, sectionId: true, sectionIds: true, canSeeCost: true, language: true }),
    output: User,
  }),
  createUserRecord: command({
    visibility: 'internal',
    permission: 'identity.create',
    input: UserFields.extend({ passwordHash: z.string(), mustChangePassword: z.boolean() }).partial(laterFields),
    output: User,
    writes: ['user', 'userSection', 'userMenu', 'passwordRecord'],
  }),
  updateUser: command({
    permission: 'identity.update',
    input: UserFields.partial().extend(AtVersion.shape),
    output: User,
    writes: ['user', 'userSection', 'userMenu', 'session'],
  }),
  /** Gives a password for the next login only, ends the user's sessions and API keys and lifts their locks. */
  resetPassword: job({ permission: 'identity.update', lane: 'interactive', input: AtVersion.extend({ password: Password }), output: z.object({}) }),
  /** Users are never deleted: this is what takes the place of it (IA-4). Who is deactivated is signed out at once (IA-11). */
  setUserActive: command({ permission: 'identity.delete', input: AtVersion.extend({ isActive: z.boolean() }), output: User, writes: ['user', 'session'] }),
  /** The same role or section for several people, all or none; refused as `updateUser` is, with each person who was (`users.3`). */
  changeUsers: command({
    permission: 'identity.update',
    input: z.object({ users: z.array(AtVersion).min(1).max(mostAtOnce), roleId: IdSchema.optional(), sectionId: IdSchema.nullable().optional(), reason: Reason }),
    output: z.object({ count: z.int() }),
    writes: ['user', 'userSection', 'userMenu', 'session'],
  }),
  /** Refused as `setUserActive` is, with each person who was. */
  setUsersActive: command({
    permission: 'identity.delete',
    input: z.object({ users: z.array(AtVersion).min(1).max(mostAtOnce), isActive: z.boolean(), reason: Reason }),
    output: z.object({ count: z.int() }),
    writes: ['user', 'session'],
  }),
  /** Daily: keeps out who has not been seen for the setting's days (IA-3). */
  disableIdleUsers: command({ visibility: 'internal', permission: 'identity.delete', input: z.object({}), output: z.object({ count: z.int() }), writes: ['user', 'session'] }),
  /** Forgets the wrong passwords of an account and lifts its locks; who did it, and why, is kept (AU-6). */
  unlockUser: command({
    permission: 'identity.update', action: 'UNLOCK', input: z.object({ id: IdSchema, reason: Reason }), output: z.object({}), writes: ['unlocking'],
  }),
}
