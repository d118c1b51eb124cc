import { z } from 'zod'
import { Name } from '../core/fields.ts'
import { anySession, command, job, query } from '../core/procedure.ts'
import { BackupKind } from '../data-care/backup.ts'
import { Password } from './password.ts'
import { SignedIn } from './sign-in.ts'
import { DeskId, Language, NewUsername } from './user-fields.ts'

export const DemoLogin = z.object({ username: z.string(), password: z.string(), fullName: z.string(), role: z.string() })
export type DemoLogin = z.infer<typeof DemoLogin>

/** What can be gone back to. `entries`: so many rows has its audit; `fullAt`: when all in it was checked, if it was. */
export const RescueBackup = z.object({
  name: z.string(), kind: BackupKind, at: z.string(), factoryName: z.string(), size: z.int(), entries: z.int(), attachments: z.int(), fullAt: z.string().nullable(),
})
export type RescueBackup = z.infer<typeof RescueBackup>

export const HostDescription = z.object({
  isSetUp: z.boolean(),
  /** Whether the asker sits at the host's own computer: a new factory is set up only there. */
  canSetUp: z.boolean(),
  factoryName: z.string().nullable(),
  isDemo: z.boolean(),
  language: Language,
  /** Only of a demo factory. */
  demoLogins: z.array(DemoLogin),
  /** Only where the data is damaged, and not opened: why, what there is to go back to, the newest first (only that one for who does not sit at the host). */
  rescue: z.object({ isHere: z.boolean(), problem: z.string(), backups: z.array(RescueBackup) }).optional(),
})
export type HostDescription = z.infer<typeof HostDescription>

const FirstAdministrator = { factoryName: Name, fullName: Name, username: NewUsername, language: Language }

export const firstRun = {
  describeHost: query({
    visibility: 'public',
    permission: anySession,
    input: z.object({}),
    output: HostDescription,
    reads: ['site', 'setting'],
    varies: 'clock',
  }),
  /** Makes the factory and signs its first administrator in. `weak-password`, `already-set-up`; `not-set-up` from another computer than the host's. */
  setUp: job({
    visibility: 'public',
    permission: anySession,
    lane: 'interactive',
    input: z.object({ ...FirstAdministrator, password: Password, deskId: DeskId.optional() }),
    output: SignedIn,
  }),
  /** Fills the new host with the demo factory instead; its logins come with `describeHost`. Refused as `setUp` is. */
  startDemo: job({ visibility: 'public', permission: anySession, lane: 'setUp', input: z.object({}), output: z.object({}) }),
  /** The last step of the demo's story. */
  openDemo: command({ visibility: 'internal', permission: 'identity.create', input: z.object({}), output: z.object({}), writes: ['site'] }),
  /** The factory with its roles, base data and first administrator, all or nothing. */
  createFactory: command({
    visibility: 'internal',
    permission: 'identity.create',
    input: z.object({ ...FirstAdministrator, passwordHash: z.string(), isDemo: z.boolean() }),
    output: z.object({ siteId: z.string(), userId: z.string() }),
    writes: [
      'site', 'setting', 'role', 'roleGrant', 'roleMenu', 'menuItem', 'user', 'userMenu', 'unit', 'unitConversion', 'location', 'workCalendar', 'workShift', 'defectReason', 'downtimeReason', 'wasteReason',
    ],
  }),
}
