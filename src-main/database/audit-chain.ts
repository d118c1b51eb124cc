import { hash } from 'node:crypto'

/** An audit row without its own hash; the keys' order is the order in which they are hashed. */
export interface AuditRecord {
  readonly seq: number
  readonly at: string
  readonly userId: string
  readonly userName: string
  readonly role: string
  readonly sessionId: string | null
  readonly deskId: string | null
  readonly ip: string | null
  readonly action: string
  readonly module: string
  readonly procedure: string
  readonly entity: string | null
  readonly entityId: string | null
  readonly before: string | null
  readonly after: string | null
  readonly reason: string | null
  readonly replayKey: string | null
  readonly previousHash: string
}

export const auditColumns = [
  'seq', 'at', 'userId', 'userName', 'role', 'sessionId', 'deskId', 'ip', 'action', 'module', 'procedure', 'entity', 'entityId',
  'before', 'after', 'reason', 'replayKey', 'previousHash',
] as const satisfies readonly (keyof AuditRecord)[]

/** What the first row names as its predecessor. */
export const genesisHash = '0'.repeat(64)

/** SHA-256 of the row with its predecessor's hash, as hexadecimal text: the list of its values in column order, as JSON. */
export function auditHash(record: AuditRecord): string {
  return hashOfValues(valuesOf(record))
}

export function valuesOf(record: AuditRecord): (string | number | null)[] {
  return auditColumns.map(column => record[column])
}

export function hashOfValues(values: readonly (string | number | null)[]): string {
  return hash('sha256', JSON.stringify(values), 'hex')
}
