import { z } from 'zod'
import { text } from '../core/fields.ts'
import { anySession, command, job, query } from '../core/procedure.ts'
import { BackupKind, BackupName, ShutOut } from './backup.ts'

/** A backup as the screen shows it. `quickAt`, `fullAt`: when it was opened and looked through, and when all in it was checked. */
export const ShownBackup = z.object({
  name: z.string(), kind: BackupKind, at: z.string(), version: z.string(), schema: z.int(), size: z.int(), databaseBytes: z.int(),
  quickAt: z.string(), fullAt: z.string().nullable(), findings: z.array(z.string()), missingAttachments: z.int(), isSound: z.boolean(), isInSecondFolder: z.boolean(),
})
export type ShownBackup = z.infer<typeof ShownBackup>

/** Why the second folder has not what the first has. */
export const secondProblems = ['unreachable', 'silent', 'full', 'read-only', 'failed'] as const
export const SecondFolder = z.object({ folder: z.string(), at: z.string(), problem: z.enum(secondProblems).nullable() })
export type SecondFolder = z.infer<typeof SecondFolder>

/** Sizes in bytes. `free`: what the disk has left. */
export const Backups = z.object({
  folder: z.string(), backups: z.array(ShownBackup), used: z.int(), attachments: z.int(), budget: z.int(), free: z.int(), second: SecondFolder.nullable(), everyMinutes: z.int(),
})
export type Backups = z.infer<typeof Backups>

/** Rows of a table in the backup and now; nothing where one of them does not have the table. */
export const TableCount = z.object({ table: z.string(), then: z.int().nullable(), now: z.int().nullable() })

/** What going back would mean; nothing is changed to find out (IO-5). */
export const RestoreReport = z.object({
  name: z.string(), at: z.string(), version: z.string(), schema: z.int(), programSchema: z.int(), siteName: z.string(),
  tables: z.array(TableCount),
  /** First and last entry of its audit, and the newest of its seals. */
  from: z.string().nullable(), to: z.string().nullable(),
  seal: z.object({ seq: z.int(), at: z.string() }).nullable(),
  /** What was entered since, as far as the present data can be read: how many, by whom, from when to when. */
  lost: z.object({
    count: z.int(), first: z.string().nullable(), last: z.string().nullable(),
    people: z.array(z.object({ name: z.string(), count: z.int() })),
  }).nullable(),
  /** What was revoked, taken, changed or put away since and stays so: how many of each; nothing where the present data cannot say. */
  shutOut: z.object({ apiKeys: z.int(), grants: z.int(), passes: z.int(), users: z.int(), delegations: z.int(), passwords: z.int() }).nullable(),
  /** Attached files and archived years that would be missing. */
  missingAttachments: z.int(),
})
export type RestoreReport = z.infer<typeof RestoreReport>

/** What stayed as it was after a backup that the data went back to: whose it is, and what became of it. */
export const keptKinds = ['apiKey', 'suspendedKey', 'grant', 'pin', 'badge', 'account', 'password', 'delegation'] as const
export const LastRestore = z.object({ at: z.string(), backupAt: z.string(), kept: z.array(z.object({ kind: z.enum(keptKinds), name: z.string() })) })
export type LastRestore = z.infer<typeof LastRestore>

const Named = z.object({ name: BackupName })
const Offered = z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() })
const Actor = z.object({ userId: z.string(), username: z.string(), role: z.string() })

/** What counts for going back to a backup; the way to the screen is a module permission. */
export const restoring = 'process.restoreData'

/** Backups, and going back to one. The files are the truth: nothing of them is kept in the database they are of. */
export const dataCare = {
  listBackups: job({ permission: 'dataCare.update', liveOnly: true, lane: 'interactive', input: z.object({}), output: Backups }),
  /** Throws `backup-running`, `backup-failed` with a reason. */
  backUp: job({ permission: 'dataCare.update', liveOnly: true, lane: 'bulk', input: z.object({}), output: ShownBackup }),
  /** By the host itself, and before acts that go far; then those that are no longer to be kept go. */
  backUpAs: job({ visibility: 'internal', permission: anySession, liveOnly: true, lane: 'bulk', input: z.object({ kind: BackupKind }), output: ShownBackup }),
  /** Unpacks it and checks everything there is: pages, references, audit with its seals, sums of the stock, attached files. */
  verifyBackup: job({ permission: 'dataCare.update', liveOnly: true, lane: 'bulk', input: Named, output: ShownBackup }),
  /** The whole backup as one file, attached files too. Who took one is kept in the audit. */
  downloadBackup: job({ permission: 'dataCare.execute', liveOnly: true, lane: 'bulk', input: Named, output: Offered }),
  /** The same into a folder that the host's computer can reach. Throws `folder-unusable`. */
  copyBackup: job({ permission: 'dataCare.execute', liveOnly: true, lane: 'bulk', input: Named.extend({ folder: text(500) }), output: z.object({ path: z.string() }) }),
  /** What would be lost. Changes nothing. */
  inspectRestore: job({ permission: restoring, liveOnly: true, lane: 'bulk', input: Named, output: RestoreReport }),
  /**
   * Makes a backup of what there is, puts the chosen one ready and has the host begin anew with it. `password`: the asker's own,
   * again. `factoryName`: as the factory is called, typed. Throws `wrong-password`, `backup-damaged`, `backup-newer`, `backup-of-another-factory`.
   */
  restoreBackup: job({
    permission: restoring,
    liveOnly: true,
    lane: 'bulk',
    input: Named.extend({ password: z.string().min(1).max(200), factoryName: text(200) }),
    output: z.object({}),
  }),
  /**
   * In the host's place, while its data is damaged: goes back to one of the backups that `describeHost` offers, for whoever could restore by
   * that backup and sits at the host's own computer. Throws `backup-damaged`. A host whose data is sound does not know it.
   */
  rescue: job({
    visibility: 'public',
    permission: anySession,
    lane: 'interactive',
    input: z.object({ name: text(200), username: text(100), password: z.string().min(1).max(200), factoryName: text(200) }),
    output: z.object({}),
  }),
  recordCopy: command({
    permission: 'dataCare.execute',
    visibility: 'internal',
    action: 'EXPORT',
    input: z.object({ backup: z.string(), folder: z.string(), size: z.int() }),
    output: z.object({}),
    writes: ['backupCopy'],
  }),
  /** Enters in the restored data that it was restored, gives it a new epoch, ends all sessions, keeps out who was shut out since, and tells everybody. */
  recordRestore: command({
    permission: anySession,
    visibility: 'internal',
    action: 'RESTORE',
    input: z.object({
      backup: z.string(), backupAt: z.string(), backupAuditSeq: z.int(), epoch: z.string(), by: Actor.nullable(), shutOut: ShutOut.nullable(),
      replacedSeq: z.int().nullable(), replacedHash: z.string().nullable(), keptIn: z.string(),
    }),
    output: z.object({}),
    writes: ['site', 'session', 'apiKey', 'permissionGrant', 'operatorPass', 'approvalDelegation', 'user', 'dataRestore'],
  }),
  /** The newest one, with what was revoked or changed after the backup and stayed so. */
  readLastRestore: query({
    permission: restoring,
    input: z.object({}),
    output: z.object({ restore: LastRestore.nullable() }),
    reads: ['dataRestore', 'apiKey', 'permissionGrant', 'operatorPass', 'approvalDelegation', 'user'],
  }),
  /** Tells those who look after the data. */
  reportBackups: command({
    permission: anySession,
    visibility: 'internal',
    input: z.object({ problem: z.enum(['failed', 'missing', 'damaged', 'second']), at: z.string().nullable() }),
    output: z.object({}),
    writes: [],
  }),
}
