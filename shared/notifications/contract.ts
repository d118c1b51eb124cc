import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { entities, type Entity } from '../core/entities.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, maximumPageSize, page } from '../core/list.ts'
import { anySession, command, query } from '../core/procedure.ts'
import { noticeKinds, severities, type NoticeKind } from './notice.ts'

/** A notice as one user has it; `id` is the id of that user's receipt. Its text is made of `kind` and `params` in the reader's language. */
export const ReceivedNotice = z.object({
  id: z.string(), createdAt: z.string(), kind: z.string(), severity: z.enum(severities),
  params: z.record(z.string(), z.union([z.string(), z.number()])), entity: z.string().nullable(), entityId: z.string().nullable(),
  readAt: z.string().nullable(), acknowledgedAt: z.string().nullable(),
})
export type ReceivedNotice = z.infer<typeof ReceivedNotice>

/** How many critical notices `countUnread` brings with it; the rest is in the list. */
export const criticalShown = 20

const Receipts = z.object({ ids: z.array(IdSchema).min(1).max(maximumPageSize) })
const Changed = z.object({ changed: z.int() })
const reads = ['notification', 'notificationReceipt', 'site'] as const

const NoticeKindName = z.enum(Object.keys(noticeKinds) as [NoticeKind, ...NoticeKind[]])
export const NoticeChoice = z.object({ kind: NoticeKindName, hasSound: z.boolean(), hasDesktopNotice: z.boolean() })
export type NoticeChoice = z.infer<typeof NoticeChoice>

const Audience = z.union([
  z.object({ user: IdSchema }), z.object({ section: IdSchema }), z.object({ role: z.string() }), z.object({ everyone: z.literal(true) }),
])

/** Everybody's own notices; those of others are not even found. */
export const notifications = {
  /**
   * Newest first. `since`: only what came after that notice, oldest first, for a desk that was away (NT-3).
   * `isOpen`: critical and not yet acknowledged.
   */
  listNotices: query({
    permission: anySession,
    input: listInput({ isUnread: z.boolean(), isOpen: z.boolean(), severity: z.enum(severities), kinds: z.array(NoticeKindName).min(1).max(100), fromDay: BusinessDaySchema, toDay: BusinessDaySchema, since: IdSchema }, ['createdAt']),
    output: page(ReceivedNotice),
    reads,
    varies: 'user',
  }),
  /** What bell and red alert need: `open` counts the critical notices not yet acknowledged, `critical` holds the newest of them. */
  countUnread: query({
    permission: anySession,
    input: z.object({}),
    output: z.object({ unread: z.int(), open: z.int(), critical: z.array(ReceivedNotice) }),
    reads,
    varies: 'user',
  }),
  /** Read twice is read once: only what changed is counted. A critical notice stays open (NT-4). */
  markRead: command({ permission: anySession, input: Receipts, output: Changed, writes: ['notificationReceipt'] }),
  /** `upTo`: the newest notice the reader has seen, so that one arriving meanwhile stays unread. */
  markAllRead: command({ permission: anySession, input: z.object({ upTo: IdSchema.optional() }), output: Changed, writes: ['notificationReceipt'] }),
  /** Also marks as read. */
  acknowledge: command({ permission: anySession, input: Receipts, output: Changed, writes: ['notificationReceipt'] }),
  /** How the reader wants to be told of each kind; a kind that nothing was said about is told with a sound and outside of the window. */
  listChoices: query({ permission: anySession, input: z.object({}), output: z.array(NoticeChoice), reads: ['noticeChoice'], varies: 'user' }),
  /** Critical notices are always heard (NT-4): of those nothing can be chosen. */
  chooseNotice: command({ permission: anySession, input: NoticeChoice, output: NoticeChoice, writes: ['noticeChoice'] }),
  /** Deletes some notices whose time is over; critical ones that somebody has not acknowledged stay. `left`: there are more. */
  forgetOld: command({ permission: anySession, visibility: 'internal', input: z.object({}), output: z.object({ forgotten: z.int(), left: z.boolean() }), writes: [] }),
  /** For jobs, which write by commands alone; a command's handler calls `notify`. */
  postNotice: command({
    permission: anySession,
    visibility: 'internal',
    input: z.object({
      kind: NoticeKindName,
      severity: z.enum(severities).optional(),
      audience: z.union([Audience, z.array(Audience)]),
      params: z.record(z.string(), z.union([z.string(), z.number()])),
      entity: z.enum(Object.keys(entities) as [Entity, ...Entity[]]).optional(),
      entityId: z.string().optional(),
    }),
    output: z.object({}),
    writes: [],
  }),
}
