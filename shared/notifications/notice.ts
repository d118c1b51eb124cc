import type { Entity } from '../core/entities.ts'

export const severities = ['INFO', 'WARNING', 'CRITICAL'] as const
export type Severity = (typeof severities)[number]

/**
 * Every kind of notice, its severity by default, and whether it is a standing condition, which is not repeated for the same
 * record and severity within 24 hours (NT-2). Its text is `notices.<kind>` and may use the parameters named here; those in
 * `decimalParams` are decimal text, shown as the reader writes numbers, those in `dayParams` business days, in `instantParams` instants, and in
 * `permissionParams` permissions, by their names. A parameter `…Key` is a text key, and
 * stands for the text: `{ titleKey }` is `{{title}}`, made with all other parameters.
 */
export const noticeKinds = {
  KANBAN_NEW_REQUEST: { severity: 'INFO', isCondition: false, params: ['number', 'section', 'item', 'quantity', 'unit', 'priority'] },
  KANBAN_APPROVED: { severity: 'INFO', isCondition: false, params: ['number', 'item', 'quantity', 'unit'] },
  KANBAN_FULFILLED: { severity: 'INFO', isCondition: false, params: ['number', 'item', 'quantity', 'unit'] },
  KANBAN_CANCELLED: { severity: 'INFO', isCondition: false, params: ['number', 'item', 'reason'] },
  PURCHASE_RECEIVED: { severity: 'INFO', isCondition: false, params: ['number', 'receipt', 'vendor'] },
  ORDER_COMPLETED: { severity: 'INFO', isCondition: false, params: ['number', 'article', 'quantity', 'unit'] },
  MATERIAL_LOW_STOCK: { severity: 'WARNING', isCondition: true, params: ['item', 'quantity', 'unit', 'minimum'] },
  MATERIAL_STOCKOUT: { severity: 'CRITICAL', isCondition: true, params: ['item'] },
  REQUISITION_NEW: { severity: 'INFO', isCondition: false, params: ['number', 'section', 'count'] },
  REQUISITION_APPROVED: { severity: 'INFO', isCondition: false, params: ['number', 'section', 'count'] },
  REQUISITION_REJECTED: { severity: 'INFO', isCondition: false, params: ['number', 'section', 'reason'] },
  STOCK_DOCUMENT_POSTED: { severity: 'INFO', isCondition: false, params: ['number', 'by', 'count', 'place'] },
  STOCK_DOCUMENT_REVERSED: { severity: 'WARNING', isCondition: false, params: ['number', 'by', 'reason'] },
  REQUISITION_ISSUED: { severity: 'INFO', isCondition: false, params: ['number', 'section', 'count'] },
  REQUISITION_CANCELLED: { severity: 'INFO', isCondition: false, params: ['number', 'section', 'reason'] },
  REQUISITION_TAKEN_BACK: { severity: 'WARNING', isCondition: false, params: ['number', 'section', 'item', 'reason'] },
  REQUISITION_COMPLETED: { severity: 'INFO', isCondition: false, params: ['number', 'section', 'count'] },
  SHORTAGE_ALERT: { severity: 'WARNING', isCondition: false, params: ['number', 'item', 'quantity', 'unit', 'section', 'severity'] },
  SHORTAGE_HANDLED: { severity: 'INFO', isCondition: false, params: ['number', 'item', 'reason'] },
  DEBT_SETTLED: { severity: 'INFO', isCondition: false, params: ['number', 'item', 'quantity', 'unit', 'section'] },
  DEBT_SETTLED_PARTLY: { severity: 'INFO', isCondition: false, params: ['number', 'item', 'quantity', 'unit', 'section', 'remaining'] },
  WORK_ORDER_AT_RISK: { severity: 'WARNING', isCondition: true, params: ['number', 'article', 'section', 'quantity', 'minimum', 'from', 'to'] },
  WORK_ORDER_OFF_TRACK: { severity: 'WARNING', isCondition: true, params: ['number', 'article', 'section', 'quantity', 'minimum', 'from', 'to'] },
  WORK_ORDER_LATE: { severity: 'CRITICAL', isCondition: true, params: ['number', 'article', 'section', 'quantity', 'minimum', 'from', 'to'] },
  WORK_ORDER_STUCK: { severity: 'CRITICAL', isCondition: true, params: ['number', 'article', 'section', 'quantity', 'minimum', 'from', 'to'] },
  LABEL_ORDER_MISSING: { severity: 'WARNING', isCondition: true, params: ['number', 'article', 'order', 'from', 'count'] },
  ORDER_PARTIAL_AGEING: { severity: 'WARNING', isCondition: true, params: ['number', 'article', 'order', 'from', 'count'] },
  PLANNING_SUMMARY: { severity: 'INFO', isCondition: false, params: ['to', 'finished', 'running', 'late', 'count'] },
  DEBT_OVERDUE: { severity: 'WARNING', isCondition: true, params: ['number', 'item', 'quantity', 'unit', 'section', 'from'] },
  PRODUCTION_FINDING: { severity: 'WARNING', isCondition: true, params: ['number', 'section', 'finding'] },
  MACHINE_STANDING: { severity: 'CRITICAL', isCondition: true, params: ['place', 'since', 'reason'] },
  LATE_ENTRY: { severity: 'INFO', isCondition: false, params: ['by', 'section', 'from', 'reason'] },
  NEGATIVE_WIP: { severity: 'INFO', isCondition: false, params: ['item', 'section', 'quantity', 'unit', 'difference', 'from'] },
  NEGATIVE_WIP_BLOCKED: { severity: 'WARNING', isCondition: false, params: ['item', 'section', 'quantity', 'unit', 'difference', 'from'] },
  NEGATIVE_WIP_OVERDUE: { severity: 'WARNING', isCondition: false, params: ['item', 'section', 'quantity', 'unit', 'difference', 'from'] },
  LEDGER_REVIEWED: { severity: 'INFO', isCondition: false, params: ['from', 'count', 'item', 'section', 'difference'] },
  LEDGER_WEEK: { severity: 'WARNING', isCondition: false, params: ['from', 'count', 'item', 'section', 'difference'] },
  MONTH_IN_THE_WAY: { severity: 'WARNING', isCondition: true, params: ['period', 'negative', 'lateEntries', 'requests'] },
  MONTH_READY: { severity: 'INFO', isCondition: true, params: ['period'] },
  MONTH_CLOSED: { severity: 'INFO', isCondition: false, params: ['period'] },
  REWORK_OVER: { severity: 'WARNING', isCondition: false, params: ['number', 'workOrder', 'article', 'section', 'cycles'] },
  STEP_FAILED: { severity: 'CRITICAL', isCondition: false, params: ['number', 'article', 'section', 'process', 'pieces'] },
  TRANSFER_RECEIVED: { severity: 'INFO', isCondition: false, params: ['number', 'section', 'article', 'pieces', 'quantity'] },
  TRANSFER_SENT: { severity: 'INFO', isCondition: false, params: ['number', 'section', 'article', 'pieces'] },
  TRANSFER_BLOCKED: { severity: 'WARNING', isCondition: false, params: ['number', 'article', 'line', 'section'] },
  TRANSFER_SEGREGATION: { severity: 'CRITICAL', isCondition: false, params: ['number', 'article', 'line', 'section'] },
  TRANSFER_VARIANCE: { severity: 'WARNING', isCondition: false, params: ['number', 'article', 'section', 'quantity', 'difference'] },
  TRANSFER_ESCALATED: { severity: 'WARNING', isCondition: false, params: ['number', 'article', 'line', 'section', 'minutes'] },
  TRANSFER_SURPLUS: { severity: 'INFO', isCondition: false, params: ['number', 'transfer', 'quantity', 'minimum'] },
  INVOICE_RETURNED: { severity: 'WARNING', isCondition: false, params: ['number', 'customer', 'reason'] },
  INVOICE_CORRECTED: { severity: 'INFO', isCondition: false, params: ['number', 'notes'] },
  INVOICE_TOTAL_DIFFERS: { severity: 'WARNING', isCondition: false, params: ['number', 'customer', 'stated', 'total'] },
  DELIVERY_ASSIGNED: { severity: 'INFO', isCondition: false, params: ['number', 'customer'] },
  PAYMENT_ESCALATED: { severity: 'WARNING', isCondition: false, params: ['customer'] },
  PAYMENTS_DUE: { severity: 'INFO', isCondition: false, params: ['count', 'late'] },
  GATE_PASS_LATE: { severity: 'WARNING', isCondition: true, params: ['number', 'partner', 'article', 'remaining', 'from'] },
  GOODS_OLD: { severity: 'WARNING', isCondition: true, params: ['article', 'quantity', 'unit', 'count', 'days'] },
  BACKUP_UNUSABLE: { severity: 'CRITICAL', isCondition: false, params: ['backup'] },
  DATA_CLEARED: { severity: 'WARNING', isCondition: false, params: [] },
  TRAINING_RESET: { severity: 'WARNING', isCondition: false, params: ['minutes'] },
  APPROVAL_NEEDED: { severity: 'WARNING', isCondition: false, params: ['number', 'requester', 'title', 'step'] },
  APPROVAL_OVERDUE: { severity: 'WARNING', isCondition: true, params: ['number', 'requester', 'title', 'step'] },
  APPROVAL_APPROVED: { severity: 'INFO', isCondition: false, params: ['number', 'by', 'title'] },
  APPROVAL_REJECTED: { severity: 'WARNING', isCondition: false, params: ['number', 'by', 'title', 'reason'] },
  APPROVAL_REVERTED: { severity: 'WARNING', isCondition: false, params: ['number', 'title'] },
  APPROVAL_LAPSED: { severity: 'WARNING', isCondition: false, params: ['number', 'title'] },
  APPROVAL_GIVEN: { severity: 'INFO', isCondition: false, params: ['number', 'by', 'title'] },
  APPROVAL_DELEGATED: { severity: 'INFO', isCondition: false, params: ['by', 'from', 'to', 'reason'] },
  TARGET_RAISED: { severity: 'WARNING', isCondition: false, params: ['number', 'quantity', 'stage', 'percent'] },
  DIRECTOR_OVERRIDE: { severity: 'WARNING', isCondition: false, params: ['number', 'by', 'act', 'reason'] },
  BACKUP_FAILED: { severity: 'CRITICAL', isCondition: true, params: [] },
  BACKUP_MISSING: { severity: 'CRITICAL', isCondition: true, params: [] },
  BACKUP_DAMAGED: { severity: 'CRITICAL', isCondition: true, params: ['time'] },
  BACKUP_SECOND_FAILED: { severity: 'WARNING', isCondition: true, params: [] },
  DATA_RESTORED: { severity: 'CRITICAL', isCondition: false, params: ['time'] },
  KEYS_SUSPENDED: { severity: 'WARNING', isCondition: false, params: ['count'] },
  DATA_DIFFERS: { severity: 'CRITICAL', isCondition: true, params: ['count'] },
  GRANT_GIVEN: { severity: 'INFO', isCondition: false, params: ['permission', 'until', 'by', 'reason'] },
  GRANT_REVOKED: { severity: 'WARNING', isCondition: false, params: ['permission', 'by', 'reason'] },
  GRANT_LAPSING: { severity: 'WARNING', isCondition: true, params: ['permission', 'until'] },
} as const satisfies Record<string, { severity: Severity; isCondition: boolean; params: readonly string[] }>
export type NoticeKind = keyof typeof noticeKinds

export const decimalParams: readonly string[] = ['quantity', 'minimum', 'remaining', 'difference', 'stated', 'total']
export const dayParams: readonly string[] = ['from', 'to']
export const instantParams: readonly string[] = ['until', 'since']
export const permissionParams: readonly string[] = ['permission']

/**
 * Decided by the host, never by a desk. `section`: the active users whose own or supervised section it is. `role`: its id, or the
 * name it was seeded with as long as nobody renamed it.
 */
export type Audience = { readonly user: string } | { readonly section: string } | { readonly role: string } | { readonly everyone: true }

export interface Notice {
  readonly kind: NoticeKind
  readonly severity?: Severity
  readonly audience: Audience | readonly Audience[]
  /** What the text needs: numbers, names, decimal text. */
  readonly params: Readonly<Record<string, string | number>>
  readonly entity?: Entity
  readonly entityId?: string
}
