import { z } from 'zod'

/** Why a backup was made. Those before an act are the way back from it. */
export const backupKinds = ['scheduled', 'daily', 'manual', 'before-migration', 'before-import', 'before-restore', 'before-clear'] as const
export const BackupKind = z.enum(backupKinds)
export type BackupKind = z.infer<typeof BackupKind>

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** A year that left the audit for a file of its own; its name is ours, and so no path that leads elsewhere. */
export const ArchivedYear = z.object({ file: z.string().regex(/^audit-\d{4}-\d{12}-\d{12}\.jsonl\.gz$/), sha256: Sha256 })
export type ArchivedYear = z.infer<typeof ArchivedYear>

/** What stands in a backup itself: which factory's, of when, and what belongs to it. */
export const Manifest = z.object({
  format: z.literal(1),
  kind: BackupKind,
  /** UTC ISO: the instant of its snapshot. */
  at: z.string(),
  /** Of the program that made it, and of its database. */
  version: z.string(), schema: z.int(),
  siteId: z.string(), siteName: z.string(), timeZone: z.string(),
  /** The newest row of the audit, and the newest event. */
  auditSeq: z.int(), auditHash: z.string(), eventSeq: z.int(),
  databaseBytes: z.int(),
  /** SHA-256 of each attached file it needs; they lie beside it, once for all backups. */
  attachments: z.array(Sha256),
  /** The archived years of its audit, which lie there too. Older backups name none. */
  archives: z.array(ArchivedYear).default([]),
})
export type Manifest = z.infer<typeof Manifest>

/** What is known of a finished backup, kept beside it. It counts only with this. */
export const BackupRecord = Manifest.extend({
  size: z.int(), sha256: Sha256,
  /** When it was opened and its pages were checked, and when everything in it was. */
  quickAt: z.string(), fullAt: z.string().nullable(),
  /** What the whole check found; a backup with findings is none to go back to. */
  findings: z.array(z.string()),
  /** Attached files and archived years that were not there, or not what they should be, when it was made. */
  missing: z.array(Sha256),
})
export type BackupRecord = z.infer<typeof BackupRecord>

const namePattern = /^lantai-\d{8}-\d{6}-([a-z-]+)\.zip$/

/** `lantai-20261120-030000-daily.zip`, by its instant in UTC. */
export function backupName(at: string, kind: BackupKind): string {
  return `lantai-${at.slice(0, 19).replace(/[-:]/g, '').replace('T', '-')}-${kind}.zip`
}

/** A name of ours, and so no path that leads elsewhere. */
export const BackupName = z.string().max(100).regex(namePattern)

const Ids = z.array(z.string())
const NewPassword = z.object({ id: z.string(), passwordHash: z.string(), passwordChangedAt: z.string().nullable(), mustChangePassword: z.boolean() })
/**
 * Ids of rows of a backup that would let somebody in again who was shut out since, as the present data says. `passwords`: of users, what was
 * changed since, for an old password may be known to others.
 */
export const ShutOut = z.object({
  apiKeys: Ids, suspendedKeys: Ids, grants: Ids, pins: Ids, badges: Ids, users: Ids, delegations: Ids.default([]), passwords: z.array(NewPassword).default([]),
})
export type ShutOut = z.infer<typeof ShutOut>
