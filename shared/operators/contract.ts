import { z } from 'zod'
import { text, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { anySession, command, job, query } from '../core/procedure.ts'
import { Password } from '../identity/password.ts'
import { SignedIn } from '../identity/sign-in.ts'
import { DeskId } from '../identity/user-fields.ts'
import { isGuessable, isPin, leastBadgeCharacters, wideRights } from './rules.ts'

const Pin = z.string().refine(isPin)
export const NewPin = z.string().refine(isPin, { params: { reason: 'operators.issues.digits' } }).refine(pin => !isGuessable(pin), { params: { reason: 'operators.issues.guessable' } })
const BadgeCode = text(100)
const NewBadge = text(100).min(leastBadgeCharacters)

/** Somebody who may be chosen at a shared desk. */
export const Operator = z.object({ id: z.string(), fullName: z.string(), role: z.string(), sectionName: z.string().nullable(), hasPin: z.boolean() })
export type Operator = z.infer<typeof Operator>

/** Names are told only of a shared desk, whose id nobody else knows. */
export const SharedDesk = z.object({ isShared: z.boolean(), name: z.string(), place: z.string(), badgePrefix: z.string(), people: z.array(Operator) })
export type SharedDesk = z.infer<typeof SharedDesk>

export const OwnDesk = SharedDesk.omit({ people: true })
export type OwnDesk = z.infer<typeof OwnDesk>

export const OperatorRow = z.object({
  id: z.string(), fullName: z.string(), username: z.string(), role: z.string(), sectionName: z.string().nullable(), hasPin: z.boolean(), hasBadge: z.boolean(),
  /** What of their rights is too wide for it, whatever their role says. */
  wideRights: z.array(z.enum(wideRights)),
})
export type OperatorRow = z.infer<typeof OperatorRow>

/** How the asker may come in at shared desks. */
export const OwnPass = z.object({
  /** Their role changes quickly, and nothing of their own rights is too wide for it. */
  mayHave: z.boolean(), roleMay: z.boolean(), wideRights: z.array(z.enum(wideRights)), hasPin: z.boolean(), hasBadge: z.boolean(),
})
export type OwnPass = z.infer<typeof OwnPass>

export const SwitchRole = z.object({ id: z.string(), version: z.int(), name: z.string(), level: z.int(), canSwitchQuickly: z.boolean(), wideRights: z.array(z.enum(wideRights)) })
export type SwitchRole = z.infer<typeof SwitchRole>

const AtDesk = { deskId: DeskId }
const operatorReads = ['user', 'role', 'roleGrant', 'section', 'operatorPass'] as const

export const operators = {
  /** Who may take over at this desk; those who were there last come first. */
  describeDesk: query({
    visibility: 'public', permission: anySession, varies: 'clock', input: z.object(AtDesk), output: SharedDesk, reads: [...operatorReads, 'desk', 'session', 'setting'],
  }),
  /** What the asker's own desk is: asked by every desk that somebody works at, and so not by the way that counts attempts to sign in. */
  readOwnDesk: query({ permission: anySession, varies: 'user', input: z.object({}), output: OwnDesk, reads: ['desk', 'setting'] }),
  /** Opens a session of this desk in place of the one before. `pin-wrong` counts like a wrong password (IA-1); `desk-not-shared`, `password-needed`. */
  switchByPin: job({ visibility: 'public', permission: anySession, lane: 'interactive', input: z.object({ userId: IdSchema, pin: Pin, ...AtDesk }), output: SignedIn }),
  /** The same by the code of a badge: `badge-unknown`. */
  switchByBadge: job({ visibility: 'public', permission: anySession, lane: 'interactive', input: z.object({ code: BadgeCode, ...AtDesk }), output: SignedIn }),
  startQuickSession: command({
    visibility: 'internal', permission: anySession, input: z.object({ userId: IdSchema, ip: z.string(), userAgent: z.string(), ...AtDesk }), output: z.object({ token: z.string() }),
    writes: ['session'], action: 'LOGIN',
  }),
  /** Ends the caller's session so that somebody else can take over; only at a shared desk. */
  lockDesk: command({ permission: anySession, input: z.object({}), output: z.object({}), writes: ['session'], action: 'LOGOUT' }),

  listOperators: query({
    permission: 'identity.view', input: listInput({ hasPin: z.boolean(), hasBadge: z.boolean() }, ['fullName', 'role']), output: page(OperatorRow), reads: operatorReads,
  }),
  readOwnPass: query({ permission: anySession, varies: 'clock', input: z.object({}), output: OwnPass, reads: [...operatorReads, 'userSection', 'permissionGrant'] }),
  setOwnPin: job({ permission: anySession, lane: 'interactive', input: z.object({ current: Password, pin: NewPin }), output: z.object({}) }),
  /** One's own lost badge, or a PIN that somebody has seen. */
  clearOwnPass: command({ permission: anySession, input: z.object({ what: z.enum(['pin', 'badge']) }), output: z.object({}), writes: ['operatorPass'] }),
  setPin: job({ permission: 'identity.update', lane: 'interactive', input: z.object({ userId: IdSchema, pin: NewPin }), output: z.object({}) }),
  storePin: command({ visibility: 'internal', permission: anySession, input: z.object({ userId: IdSchema, pinHash: z.string() }), output: z.object({}), writes: ['operatorPass'] }),
  /** The code of a badge that nobody else has (`duplicate`). */
  setBadge: command({ permission: 'identity.update', input: z.object({ userId: IdSchema, code: NewBadge }), output: z.object({}), writes: ['operatorPass'] }),
  /** A lost badge, a forgotten PIN. */
  clearPass: command({ permission: 'identity.update', input: z.object({ userId: IdSchema, what: z.enum(['pin', 'badge']) }), output: z.object({}), writes: ['operatorPass'] }),
  listSwitchRoles: query({ permission: 'identity.view', input: z.object({}), output: z.array(SwitchRole), reads: ['role', 'roleGrant'] }),
  /** Roles that look after users, settings or data, or see costs, are refused (`role-not-limited`, which names the first such right). */
  setRoleSwitching: command({ permission: 'identity.update', input: z.object({ id: IdSchema, version: Version, canSwitchQuickly: z.boolean() }), output: SwitchRole, writes: ['role'] }),
}
