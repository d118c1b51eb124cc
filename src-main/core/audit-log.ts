import type { Database } from 'better-sqlite3'
import { entityDefinition } from '../../shared/core/entities.ts'
import type { AuditAction, Command } from '../../shared/core/procedure.ts'
import type { Change } from '../database/pen.ts'
import { auditColumns, genesisHash, hashOfValues, valuesOf, type AuditRecord } from '../database/audit-chain.ts'
import type { Actor } from './handlers.ts'
import type { Session } from './session.ts'

type Row = Record<string, unknown>

export interface AuditHead { readonly seq: number; readonly hash: string }

/** What of a command the audit keeps beside the rows it changed. */
export interface Act {
  readonly at: string
  readonly session: Session
  readonly actor: Actor
  readonly name: string
  readonly module: string
  readonly procedure: Command
  readonly reason: string | null
  readonly replayKey: string | null
  readonly changes: readonly Change[]
}

/** Appends to the hash chain in the transaction of the change (AU-1, AU-8); the head is held in memory between. */
export interface AuditLog {
  readonly head: AuditHead
  stage(act: Act): void
  settle(): void
  forget(): void
}

export const maskedSecret = '•••'

export function createAuditLog(writer: Database): AuditLog {
  const insert = writer.prepare(`insert into auditEntry (${auditColumns.join(', ')}, hash) values (${auditColumns.map(() => '?').join(', ')}, ?)`)
  const newest = writer.prepare('select seq, hash from auditEntry order by seq desc limit 1').get() as AuditHead | undefined
  let committed: AuditHead = newest ?? { seq: 0, hash: genesisHash }
  let staged = committed

  function append(record: AuditRecord): void {
    const values = valuesOf(record)
    const hash = hashOfValues(values)
    insert.run(...values, hash)
    staged = { seq: record.seq, hash }
  }
  return {
    get head() {
      return committed
    },
    stage({ at, session, actor, name, module, procedure, reason, replayKey, changes }) {
      for (const change of changes) {
        const { unaudited } = entityDefinition(change.entity)
        const difference = unaudited ? undefined : changedFields(change)
        if (!difference) continue
        append({
          seq: staged.seq + 1, at, userId: actor.userId, userName: actor.username, role: actor.role, sessionId: session.id || null,
          deskId: session.deskId || null, ip: session.ip || null, action: procedure.action ?? actionOf(change), module, procedure: name,
          entity: change.entity, entityId: change.id, before: difference.before, after: difference.after, reason, replayKey,
          previousHash: staged.hash,
        })
      }
    },
    settle() {
      committed = staged
    },
    forget() {
      staged = committed
    },
  }
}

/**
 * Before and after of the changed fields only (AU-3), as JSON; a new row has no before, a removed one no after. Secrets are
 * masked. Nothing where only quiet columns changed.
 */
export function changedFields({ entity, before, after }: Change): { before: string | null; after: string | null } | undefined {
  const { secret = [], quiet = [] } = entityDefinition(entity)
  if (!before || !after) return { before: before && wholeRow(before, secret), after: after && wholeRow(after, secret) }
  const names = Object.keys(after).filter(name => name !== 'version' && before[name] !== after[name])
  if (names.every(name => quiet.includes(name))) return undefined
  const part = (row: Row) => {
    const shown: Row = {}
    for (const name of names) shown[name] = secret.includes(name) ? maskedSecret : row[name]
    return JSON.stringify(shown)
  }
  return { before: part(before), after: part(after) }
}

/** The version is not deleted, which would make the row slow: what is undefined is not written as JSON. */
function wholeRow(row: Row, secret: readonly string[]): string {
  const shown: Row = { ...row, version: undefined }
  for (const name of secret) if (name in row) shown[name] = maskedSecret
  return JSON.stringify(shown)
}

function actionOf({ before, after }: Change): AuditAction {
  if (!before) return 'CREATE'
  return after ? 'UPDATE' : 'DELETE'
}

/** Whether the row's change is worth telling: not where only quiet columns changed. */
export function isNews({ entity, before, after }: Change): boolean {
  const quiet = entityDefinition(entity).quiet ?? []
  if (!before || !after || quiet.length === 0) return true
  return Object.keys(after).some(name => name !== 'version' && before[name] !== after[name] && !quiet.includes(name))
}
