import type { Database } from 'better-sqlite3'
import type { HostCondition } from '../../shared/core/frames.ts'
import { backupState } from '../../shared/data-care/rules.ts'
import type { Backup } from '../database/backup-catalog.ts'

/** The newest sound backup of this very data. Of what was put back from an older one, later ones hold another course of things. */
export function newestOfThis(sqlite: Database, backups: readonly Backup[]): Backup | undefined {
  const hashAt = sqlite.prepare('select hash from auditEntry where seq = ?').pluck()
  return backups.find(({ isSound, auditSeq, auditHash }) => isSound && (auditSeq === 0 || hashAt.get(auditSeq) === auditHash))
}

/** How far the backups hold what was entered. */
export function coverageOf(sqlite: Database, backups: readonly Backup[], now: string): NonNullable<HostCondition['backup']> {
  const newest = newestOfThis(sqlite, backups)
  const first = sqlite.prepare('select at from event where seq = ?').pluck().get((newest?.eventSeq ?? 0) + 1) as string | undefined
  const known = { at: newest?.at ?? null, uncoveredSince: first ?? null }
  return { state: backupState(known, now), ...known }
}
