import { z } from 'zod'
import { Code, Name, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { anySession, command, query } from '../core/procedure.ts'
import { Activity, findInput, matchInput } from './record.ts'

/** What quantities are counted in. `places`: the decimals a quantity of it may have, 0 to 4. */
export const Unit = z.object({ id: z.string(), version: z.int(), code: z.string(), name: z.string(), places: z.int(), isActive: z.boolean() })
export type Unit = z.infer<typeof Unit>

export const UnitFields = z.object({ code: Code, name: Name, places: z.int().min(0).max(4) })
export type UnitFields = z.infer<typeof UnitFields>

export const FoundUnit = Unit.omit({ version: true })
export type FoundUnit = z.infer<typeof FoundUnit>

export const units = {
  listUnits: query({
    permission: 'masters.view',
    input: listInput({ isActive: z.boolean() }, ['code', 'name', 'places']),
    output: page(Unit),
    reads: ['unit'],
  }),
  findUnits: query({ permission: anySession, input: z.object(findInput), output: page(FoundUnit), reads: ['unit'] }),
  /** Asked once for a list nobody has again, so the answer is not kept. */
  matchUnits: query({ permission: anySession, varies: 'clock', input: z.object(matchInput), output: z.array(FoundUnit), reads: ['unit'] }),
  getUnit: query({ permission: 'masters.view', input: z.object({ id: IdSchema }), output: Unit, reads: ['unit'] }),
  createUnit: command({ permission: 'masters.create', input: UnitFields, output: Unit, writes: ['unit'] }),
  /** Fewer places are refused (`in-use`) once stock in this unit has moved. */
  updateUnit: command({
    permission: 'masters.update',
    input: UnitFields.partial().extend({ id: IdSchema, version: Version }),
    output: Unit,
    writes: ['unit'],
  }),
  setUnitActive: command({ permission: 'masters.update', input: Activity, output: Unit, writes: ['unit'] }),
}
