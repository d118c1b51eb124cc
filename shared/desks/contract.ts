import { z } from 'zod'
import { Name, optionalText, Version } from '../core/fields.ts'
import { command, query } from '../core/procedure.ts'
import { DeskId } from '../identity/user-fields.ts'

/** Somebody who works at a desk at this moment. `screen`: the last one they opened, with the instant. */
export const DeskPerson = z.object({
  sessionId: z.string(), userId: z.string(), fullName: z.string(), role: z.string(), ip: z.string(), userAgent: z.string(),
  since: z.string(), lastSeenAt: z.string(), screen: z.string().nullable(), screenSince: z.string().nullable(),
})
export type DeskPerson = z.infer<typeof DeskPerson>

/** A desk that is online, or has a name. `version` is there where it has one. */
export const DeskFace = z.object({
  id: z.string(), version: z.int().nullable(), name: z.string().nullable(), place: z.string(), isShared: z.boolean(),
  people: z.array(DeskPerson),
  /** Who was there last, where nobody is. */
  lastSeenAt: z.string().nullable(), lastPerson: z.string().nullable(),
})
export type DeskFace = z.infer<typeof DeskFace>

/** A desk as it is named. `isShared`: several people take turns at it. */
export const Desk = z.object({ id: z.string(), version: z.int(), name: z.string(), place: z.string(), isShared: z.boolean() })
export type Desk = z.infer<typeof Desk>

/** `version` of the row that was seen; without one the desk had no name yet. */
export const DeskFields = z.object({ id: DeskId, version: Version.optional(), name: Name, place: optionalText(200), isShared: z.boolean() })

export const desks = {
  /** Those online first, then those that only have a name. */
  listDesks: query({ permission: 'identity.view', input: z.object({}), output: z.array(DeskFace), reads: ['desk', 'session', 'user', 'role'], varies: 'clock' }),
  nameDesk: command({ permission: 'settings.update', input: DeskFields, output: Desk, writes: ['desk'] }),
  /** The name is taken off; the desk itself goes on working. */
  forgetDesk: command({ permission: 'settings.update', input: z.object({ id: DeskId, version: Version }), output: z.object({}), writes: ['desk'] }),
}
