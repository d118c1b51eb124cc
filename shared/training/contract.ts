import { z } from 'zod'
import { InstantSchema } from '../core/dates.ts'
import { Code } from '../core/fields.ts'
import { permissions } from '../core/permissions.ts'
import { anySession, command, job, query } from '../core/procedure.ts'
import { Password } from '../identity/password.ts'
import { DeskId, Language } from '../identity/user-fields.ts'

/** Who comes to practise, as the factory knows them: the training copy may be older than their account or their role. */
export const Trainee = z.object({
  username: z.string(), fullName: z.string(), language: Language, canSeeCost: z.boolean(), passwordHash: z.string(),
  role: z.object({ name: z.string(), level: z.int(), sections: z.enum(['all', 'own']), canSeeCost: z.boolean(), grants: z.array(z.enum(permissions)) }),
  /** Which sections the person sees where that is otherwise than the role has it. */
  sections: z.enum(['all', 'own']).nullable(),
  sectionCode: z.string().nullable(),
  sectionCodes: z.array(z.string()),
  /** What they were given for a time and still have. */
  temporary: z.array(z.object({ permission: z.enum(permissions), expiresAt: InstantSchema })),
  deskId: DeskId, ip: z.string(), userAgent: z.string(),
})
export type Trainee = z.infer<typeof Trainee>

/** What a training copy was made of: a backup, else the demo factory. `problem`: why a backup could not be used; empty if it could. */
export const Drill = z.object({
  backupName: z.string().nullable(), backupAt: InstantSchema.nullable(), isSound: z.boolean(), problem: z.string(),
  size: z.int(), milliseconds: z.int(),
})
export type Drill = z.infer<typeof Drill>

export const TrainingState = z.object({
  isOpen: z.boolean(),
  /** Desks that practise now. */
  desks: z.int(),
  /** When the copy was made; nothing while there is none. */
  madeAt: InstantSchema.nullable(),
  /** The backup it was made of; nothing for the demo factory. */
  backupAt: InstantSchema.nullable(),
  resetsAt: InstantSchema,
})
export type TrainingState = z.infer<typeof TrainingState>

export const resetTimes = ['now', 'warned'] as const
export type ResetTime = (typeof resetTimes)[number]

export const training = {
  /**
   * Opens a session in the training copy with the user name and password of the factory itself; nothing is written there. Refused as
   * `identity.login` is; `password-change-needed` where the password must be changed in the factory first, `training-unavailable`
   * where no copy can be made.
   */
  enter: job({
    visibility: 'public',
    permission: anySession,
    lane: 'interactive',
    liveOnly: true,
    input: z.object({ username: Code, password: Password, deskId: DeskId }),
    output: z.object({ token: z.string() }),
  }),
  readState: job({ permission: 'dataCare.view', lane: 'interactive', liveOnly: true, input: z.object({}), output: TrainingState }),
  /** `warned`: those who practise are told, and have ten minutes. */
  reset: job({ permission: 'dataCare.execute', lane: 'interactive', liveOnly: true, input: z.object({ when: z.enum(resetTimes) }), output: z.object({}) }),
  /** How every training copy was made, the newest first: each shows whether that backup can be restored. */
  listDrills: query({
    permission: 'dataCare.view',
    input: z.object({}),
    output: z.array(Drill.extend({ seq: z.int(), at: InstantSchema })),
    reads: ['restoreDrill'],
  }),

  /** In the factory: keeps how a copy was made, and tells those who look after the data where a backup was of no use. */
  recordDrill: command({ visibility: 'internal', permission: anySession, liveOnly: true, input: Drill, output: z.object({}), writes: ['restoreDrill'] }),
  /** In a copy that was just made: from now on it says of itself that it is one. */
  begin: command({ visibility: 'internal', permission: anySession, input: z.object({}), output: z.object({}), writes: ['site'] }),
  /** In the copy: a session of this person's, whose account and role are made or brought up to date first. */
  admit: command({
    visibility: 'internal',
    permission: anySession,
    input: Trainee,
    output: z.object({ token: z.string() }),
    writes: ['user', 'userSection', 'userMenu', 'role', 'roleGrant', 'permissionGrant', 'session'],
    action: 'LOGIN',
  }),
  /** In the copy: everybody who practises hears that it will be thrown away. */
  warnOfReset: command({ visibility: 'internal', permission: anySession, input: z.object({ minutes: z.int() }), output: z.object({}), writes: [] }),
}
