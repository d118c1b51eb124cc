import type { Entity } from '../core/entities.ts'

/**
 * Every kind of notice, its severity by default, and whether it is a standing condition, which is not repeated for the same
 * entity and severity within 24 hours (NT-2). Its text is under `notices.<kind>`.
 */
export const noticeKinds = {
  KANBAN_NEW_REQUEST: { severity: 'INFO', isCondition: false },
  KANBAN_APPROVED: { severity: 'INFO', isCondition: false },
  KANBAN_FULFILLED: { severity: 'INFO', isCondition: false },
  KANBAN_CANCELLED: { severity: 'INFO', isCondition: false },
  MATERIAL_LOW_STOCK: { severity: 'WARNING', isCondition: true },
  MATERIAL_STOCKOUT: { severity: 'CRITICAL', isCondition: true },
} as const satisfies Record<string, { severity: Severity; isCondition: boolean }>

export type Severity = 'INFO' | 'WARNING' | 'CRITICAL'
export type NoticeKind = keyof typeof noticeKinds
/** Decided by the host, never by a desk. `section`: the active users whose own or supervised section it is. */
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
