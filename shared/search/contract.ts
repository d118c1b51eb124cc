import { z } from 'zod'
import type { Entity } from '../core/entities.ts'
import { text } from '../core/fields.ts'
import { anySession, query } from '../core/procedure.ts'
import { codedEntities } from '../masters/masters.ts'
import { Found, FoundKind } from './found.ts'

/** All that any finder reads: a definition that reads more must add it here, or searching fails. */
const searchReads = [
  'requisition', 'requisitionLine', 'shortage',
  'paperBatch', 'workOrder', 'transfer', 'gatePass', 'reworkCard', 'invoice', 'customerAccount', 'manufacturingOrder', 'salesOrder', 'carton', 'finishedGoodsReceipt',
  'purchaseOrder', 'purchaseReceipt',
  'materialDebt', ...codedEntities, 'user', 'role', 'kanbanCard', 'stockMove', 'stockDocument', 'stockCount', 'importBatch', 'notification', 'notificationReceipt', 'approvalRequest', 'approvalDecision', 'setting',
  'stockLot',
] satisfies readonly Entity[]

const longest = 100

/**
 * Everybody may search, and finds what they may look at: each kind asks for the permission of the screens that show it, and for
 * the same sections. Varies by the clock: hardly two people type the same, and rights are asked of each anew.
 */
export const search = {
  /** The best few of every kind: the very code first, then what begins so, then all of its words. */
  find: query({
    permission: anySession, varies: 'clock', reads: searchReads,
    input: z.object({ text: text(longest), limit: z.int().min(1).max(20).default(6) }),
    output: z.array(Found),
  }),
  /** What has this very code or number, as a scanner reads it; usually one, none if it is unknown to this user. */
  resolve: query({
    permission: anySession, varies: 'clock', reads: searchReads,
    input: z.object({ code: text(500) }),
    output: z.array(Found),
  }),
  /** Records found earlier, as they are now; those that are gone or out of sight are left out. */
  recall: query({
    permission: anySession, varies: 'clock', reads: searchReads,
    input: z.object({ records: z.array(z.object({ kind: FoundKind, id: z.string().max(longest) })).max(20) }),
    output: z.array(Found),
  }),
}
