import { z } from 'zod'
import { Code, Name, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { anySession, command, query } from '../core/procedure.ts'
import { Activity, findInput } from './record.ts'

/** `INTERNAL` places hold stock; `VIEW` only groups others; the rest stand for where stock comes from and goes to. */
export const locationKinds = ['VIEW', 'INTERNAL', 'CUSTOMER', 'SUPPLIER', 'PRODUCTION', 'INVENTORY_LOSS'] as const
export const LocationKind = z.enum(locationKinds)
export type LocationKind = z.infer<typeof LocationKind>

/** `sectionId`: whose store it is; null is the factory's. */
export const Location = z.object({
  id: z.string(), version: z.int(), code: z.string(), name: z.string(), kind: LocationKind,
  parentId: z.string().nullable(), parentCode: z.string().nullable(), parentName: z.string().nullable(),
  sectionId: z.string().nullable(), sectionCode: z.string().nullable(), sectionName: z.string().nullable(),
  isActive: z.boolean(),
})
export type Location = z.infer<typeof Location>

export const LocationFields = z.object({ code: Code, name: Name, kind: LocationKind, parentId: IdSchema.nullable(), sectionId: IdSchema.nullable() })
export type LocationFields = z.infer<typeof LocationFields>

export const FoundLocation = Location.pick({ id: true, code: true, name: true, kind: true, sectionId: true, isActive: true })
export type FoundLocation = z.infer<typeof FoundLocation>

export const locations = {
  listLocations: query({
    permission: 'masters.view',
    input: listInput(
      { kind: LocationKind, sectionId: IdSchema, parentId: IdSchema, isActive: z.boolean() },
      ['code', 'name', 'kind', 'parentName', 'sectionName'],
    ),
    output: page(Location),
    reads: ['location', 'section'],
  }),
  findLocations: query({
    permission: anySession,
    input: z.object({ ...findInput, kinds: z.array(LocationKind).max(locationKinds.length).optional(), sectionId: IdSchema.optional() }),
    output: page(FoundLocation),
    reads: ['location'],
  }),
  getLocation: query({ permission: 'masters.view', input: z.object({ id: IdSchema }), output: Location, reads: ['location', 'section'] }),
  createLocation: command({
    permission: 'masters.create',
    input: LocationFields.partial({ parentId: true, sectionId: true }),
    output: Location,
    writes: ['location'],
  }),
  /** Kind and section stay (`in-use`) once stock has moved there; code, kind and section of a base location always (`base-location`). */
  updateLocation: command({
    permission: 'masters.update',
    input: LocationFields.partial().extend({ id: IdSchema, version: Version }),
    output: Location,
    writes: ['location'],
  }),
  setLocationActive: command({ permission: 'masters.update', input: Activity, output: Location, writes: ['location'] }),
}
