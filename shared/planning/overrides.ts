import { z } from 'zod'
import type { VersionedEntity } from '../core/entities.ts'
import { Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { anySession, command, query } from '../core/procedure.ts'
import { orderApprovalWrites } from '../purchasing/writes.ts'
import { cancelWrites } from './writes.ts'

export const overrideKinds = ['UNLOCK_WORK_ORDER', 'FORCE_PURCHASE_ORDER', 'APPROVE_DEBT', 'CLOSE_MANUFACTURING_ORDER'] as const
export type OverrideKind = (typeof overrideKinds)[number]

/** What each is about. */
export const overriddenEntities = {
  UNLOCK_WORK_ORDER: 'workOrder', FORCE_PURCHASE_ORDER: 'purchaseOrder', APPROVE_DEBT: 'materialDebt', CLOSE_MANUFACTURING_ORDER: 'manufacturingOrder',
} as const satisfies Record<OverrideKind, VersionedEntity>

/** PL-24: what the director decided about a record, past those who else would. */
export const DirectorOverride = z.object({
  id: z.string(),
  version: z.int(),
  createdAt: z.string(),
  kind: z.enum(overrideKinds),
  entityId: z.string(),
  number: z.string(),
  reason: z.string(),
  madeByName: z.string(),
})
export type DirectorOverride = z.infer<typeof DirectorOverride>

const Kind = z.enum(overrideKinds)

export const overrides = {
  /**
   * Unlocks a work order that may not start but for what comes from the stages before, approves a purchase order or a debt past its chain, or
   * closes an order as far as it is made. Throws `override-limit` once it was done as often as a day allows, `conflict`, `wrong-state`, and what
   * the act itself is refused for.
   */
  overrideAsDirector: command({
    permission: 'process.overrideEmergency',
    action: 'OVERRIDE',
    input: z.object({ kind: Kind, id: IdSchema, version: Version, reason: Reason }),
    output: DirectorOverride,
    writes: ['directorOverride', 'approvalRequest', 'materialDebt', 'voucherLine', ...orderApprovalWrites, ...cancelWrites],
  }),
  /** How often the asker did today, and may. */
  countOverrides: query({
    permission: 'process.overrideEmergency',
    input: z.object({}),
    output: z.object({ made: z.int(), limit: z.int() }),
    reads: ['directorOverride', 'setting'],
    varies: 'clock',
  }),
  /** What the director decided about a record, the newest first; for whoever may see the record. */
  listOverrides: query({
    permission: anySession, input: z.object({ kind: Kind, id: IdSchema }), output: z.array(DirectorOverride), varies: 'user',
    reads: ['directorOverride', 'user', 'workOrder', 'purchaseOrder', 'materialDebt', 'manufacturingOrder'],
  }),
}
