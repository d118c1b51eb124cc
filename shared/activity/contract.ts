import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { anySession, command, query } from '../core/procedure.ts'

export const activityKinds = ['LOGIN', 'LOGOUT', 'PAGE', 'ACTION'] as const
export type ActivityKind = (typeof activityKinds)[number]

const longestSpan = 86_400
const Seconds = z.int().min(0).max(longestSpan)
/** A screen's address as the program has it, without whatever record it shows: `/warehouse/items/:itemId`. */
const ScreenPath = z.string().max(100).regex(/^\/[\w/:-]*$/)
/** `module.procedure` */
const OperationName = z.string().max(100).regex(/^[A-Za-z]+\.[A-Za-z]+$/)
const Reported = { entry: z.string().regex(/^[\w.-]{1,60}$/), secondsAgo: Seconds }

/** What a desk saw: when by its distance from now, for desks' clocks are wrong. Sent again under the same `entry`, it replaces. */
export const ReportedActivity = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('PAGE'), subject: ScreenPath, seconds: Seconds, ...Reported }),
  z.object({ kind: z.literal('ACTION'), subject: OperationName, ...Reported }),
])
export type ReportedActivity = z.infer<typeof ReportedActivity>
export const mostReported = 100

/** `seconds`: how long a screen was looked at, or how long a session lasted. */
export const ActivityEntry = z.object({
  seq: z.int(), at: z.string(), userId: z.string(), fullName: z.string(), role: z.string(), deskId: z.string(), deskName: z.string().nullable(),
  kind: z.enum(activityKinds), subject: z.string(), seconds: z.int().nullable(),
})
export type ActivityEntry = z.infer<typeof ActivityEntry>

const Days = { from: BusinessDaySchema, to: BusinessDaySchema }

export const ActivitySummary = z.object({
  people: z.int(), seconds: z.int(), views: z.int(), actions: z.int(),
  /** For each hour of the factory's day, from 0: how many people were active in it. */
  hours: z.array(z.int()),
  /** The most used first. */
  screens: z.array(z.object({ screen: z.string(), views: z.int(), people: z.int(), seconds: z.int() })),
  users: z.array(z.object({ userId: z.string(), fullName: z.string(), role: z.string(), views: z.int(), actions: z.int(), seconds: z.int(), lastAt: z.string() })),
})
export type ActivitySummary = z.infer<typeof ActivitySummary>

export const activity = {
  /** Cheap: neither audited nor announced. */
  report: command({ permission: anySession, input: z.object({ entries: z.array(ReportedActivity).min(1).max(mostReported) }), output: z.object({}), writes: [] }),
  listActivity: query({
    permission: 'audit.view', varies: 'clock', long: true,
    input: listInput({ userId: IdSchema, kind: z.enum(activityKinds), subject: z.string().max(100), ...Days }, ['at', 'seconds']),
    output: page(ActivityEntry),
    reads: ['user', 'role', 'desk', 'site'],
  }),
  /** Of the factory's days from `from` to `to`, both included. */
  summariseActivity: query({
    permission: 'audit.view', varies: 'clock', long: true,
    input: z.object(Days),
    output: ActivitySummary,
    reads: ['user', 'role', 'site'],
  }),
  /** Deletes a part of what is older than the setting says; `count` is how much that was (AU-2). */
  forgetOld: command({ visibility: 'internal', permission: anySession, input: z.object({}), output: z.object({ count: z.int() }), writes: [] }),
}
