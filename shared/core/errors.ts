/**
 * What can go wrong, as codes; the words are in `shared/core/texts.ts` under `errors.<code>`, in both languages.
 * A code's parameters are listed with its text. Modules add theirs here, so that one list shows them all.
 */
export const errorCodes = [
  // the door
  'not-found', 'invalid-input', 'signed-out', 'forbidden', 'foreign-section', 'no-section', 'password-change-needed', 'rate-limited', 'too-large',
  'conflict', 'out-of-range', 'replay-mismatch', 'replay-expired', 'cancelled', 'unexpected', 'unavailable',
  // the host's disk
  'storage-failed', 'storage-full', 'storage-read-only', 'storage-stopped', 'storage-damaged',
  // identity
  'login-failed', 'account-locked', 'address-blocked', 'wrong-password', 'weak-password', 'password-reused', 'already-set-up', 'not-set-up', 'higher-level', 'own-account',
  // operators at shared desks
  'desk-not-shared', 'password-needed', 'pin-wrong', 'badge-unknown', 'badge-taken', 'role-not-limited',
  // other programs
  'key-invalid', 'key-exceeds', 'person-only',
  // training, clearing
  'live-only', 'training-reset', 'training-unavailable', 'others-at-work', 'not-empty',
  // roles and rights
  'grant-time', 'role-exceeds', 'own-role', 'fixed-role', 'last-superadmin',
  // masters and documents
  'duplicate', 'inactive', 'in-use', 'base-location', 'wrong-state', 'reason-needed',
  // engineering
  'no-conversion', 'bom-cycle', 'bom-too-deep', 'bom-empty', 'bom-too-large', 'bom-out-of-range', 'bom-draft-exists',
  // planning
  'no-bom', 'no-route', 'no-manufacturing-order', 'manufacturing-begun', 'manufacturing-completed', 'start-refused', 'label-order-missing', 'upstream-short', 'goods-outside', 'backdate-refused', 'more-consent-needed', 'override-limit', 'downtime-overlaps',
  // a section's day
  'day-locked', 'worker-absent', 'worker-made',
  // ledger
  'ledger-output', 'ledger-waste', 'ledger-later', 'ledger-blocked',
  // steps of a stage
  'step-short', 'step-held', 'counted-by-steps', 'entered-by-hand',
  // transfers
  'transfer-accepted', 'transfer-counted', 'own-slip', 'transfer-route', 'over-sent', 'slip-code', 'slip-unread', 'slip-unknown', 'override-early',
  // finished goods
  'carton-unknown', 'carton-scanned', 'carton-foreign', 'carton-elsewhere', 'over-packed', 'nothing-scanned', 'pallets-not-full', 'cartons-waiting',
  // invoices
  'invoice-unknown', 'invoice-held', 'consolidation-held', 'no-work-menu', 'picking-open', 'other-picker', 'proof-needed', 'bulk-picking-off', 'lines-not-scanned', 'stock-expired', 'tray-taken', 'tray-empty', 'container-empty', 'pack-mismatch', 'bill-empty', 'bill-unknown-item', 'not-assignee', 'driver-unknown',
  'other-customer', 'escalated-to-other', 'deliveries-open', 'deliveries-open', 'not-credited', 'already-linked', 'not-picker', 'bulk-stale',
  // warehouse
  'stock-short', 'lot-short', 'use-blocked', 'reversed-already', 'document-move', 'debt-exceeded', 'debt-not-approved', 'debt-closed', 'own-debt',
  'own-issue', 'unconfirmed', 'already-received', 'already-handled',
  // labels
  'printer-off', 'printer-broke-off',
  // purchasing
  'over-receipt',
  // counts
  'count-frozen', 'count-overlaps', 'count-empty', 'count-too-large', 'count-incomplete', 'not-counter', 'counter-done', 'own-count',
  // kanban
  'pending-limit', 'in-progress-limit', 'over-fulfilment',
  // periods
  'period-closed', 'period-not-over',
  // approvals
  'approval-pending', 'no-approver', 'own-request', 'not-step-holder', 'not-chain-holder',
  // imports, files
  'file-unreadable', 'file-too-large', 'file-not-saved', 'own-uploads-full', 'uploads-full', 'daily-uploads-full', 'ticket-invalid', 'import-has-errors', 'import-stale', 'mapping-incomplete',
  // backups
  'backup-running', 'backup-failed', 'backup-damaged', 'backup-newer', 'backup-of-another-factory', 'folder-unusable',
  // audit
  'too-many-rows', 'archive-unsound',
] as const
export type ErrorCode = (typeof errorCodes)[number]
export type ErrorParams = Readonly<Record<string, unknown>>

/** A refusal with a reason that a person can act on. Anything else that is thrown is a fault of ours, answered as `unexpected`. */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly params: ErrorParams

  constructor(code: ErrorCode, params: ErrorParams = {}) {
    super(`${code} ${JSON.stringify(params)}`)
    this.code = code
    this.params = params
  }
}

/** One fault of an `invalid-input` error: `path` leads to the field, `reason` is the text's key under `issues`. */
export interface InputIssue {
  readonly path: readonly (string | number)[]
  readonly reason: string
  readonly params: ErrorParams
}
