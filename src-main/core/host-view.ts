import type { HostCondition } from '../../shared/core/frames.ts'
import type { Backup } from '../database/backup-catalog.ts'
import type { CallMeasures } from './call-measures.ts'
import type { RunningJob } from './job-runner.ts'
import type { Vitals } from './vitals.ts'

/** One open line of a desk, over the network or to a window. */
export interface OnlineDesk { readonly sessionId: string; readonly userId: string; readonly deskId: string; readonly ip: string; readonly since: string }

/** How the host has been doing. */
export interface HostHealth {
  readonly calls: CallMeasures
  readonly vitals: Vitals
  readonly jobs: readonly RunningJob[]
  readonly condition: HostCondition
  /** As they were when it was last looked, the newest first. */
  readonly backups: readonly Backup[]
  /** When this host began to serve; UTC ISO. */
  readonly startedAt: string
  /** The version of SQLite that keeps the database. */
  readonly sqlite: string
}

/** What the running host knows of itself and no table holds; for queries that vary by the clock. */
export interface HostView {
  desks(): readonly OnlineDesk[]
  /** When a session last gave a sign of life, where that has not been written yet. */
  seenAt(sessionId: string): string | undefined
  health(): HostHealth
}

/** Where there is no running host to look at: a long query in its worker. */
export const unseenHost: HostView = { desks: unseen, seenAt: unseen, health: unseen }

function unseen(): never {
  throw new Error('Only a query that the host’s own thread answers can look at the host')
}
