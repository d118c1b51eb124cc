import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { IdSchema } from '../core/ids.ts'
import { page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { allMasters } from './masters.ts'
import { targetRuleMaster } from './process.ts'
import { findInput } from './record.ts'

const Supervisors = z.array(z.object({ id: z.string(), code: z.string(), name: z.string() }))
const span = { fromDay: z.string().nullable(), untilDay: z.string().nullable() }

/** What single masters have besides what all of them have, and what concerns all of them. */
export const specialProcedures = {
  /** Accounts to link with a worker, or to make supervisors of a section. */
  findAccounts: query({
    permission: 'masters.update', input: z.object(findInput),
    output: page(z.object({ id: z.string(), code: z.string(), name: z.string(), isActive: z.boolean() })), reads: ['user', 'role'],
  }),
  /** How many active records each master has, by its name. */
  countRecords: query({
    permission: 'masters.view', input: z.object({}), output: z.record(z.string(), z.int()), reads: allMasters.map(({ entity }) => entity),
  }),
  /** MD-2: the rule that holds for a section, and for its line and item where they are named, on a day. */
  getRuleInForce: query({
    permission: 'masters.view',
    input: z.object({ sectionId: IdSchema, productionLineId: IdSchema.nullable().default(null), itemId: IdSchema.nullable().default(null), day: BusinessDaySchema }),
    output: z.object({ rule: targetRuleMaster.record.nullable() }),
    reads: ['targetRule', 'section', 'productionLine', 'item'],
  }),
  /** The items whose way through the sections is known. */
  listFlowItems: query({
    permission: 'masters.view', input: z.object({}), output: z.array(z.object({ id: z.string(), code: z.string(), name: z.string() })), reads: ['processFlowEdge', 'item'],
  }),
  /**
   * The ways of an item as they were and are, in the order of the sections and of time: `fromDay` is null from the beginning, `untilDay` as long as it is in force. `slips`: when its receiver took in by slip meanwhile.
   */
  listFlowHistory: query({
    permission: 'masters.view', input: z.object({ itemId: IdSchema }), output: z.array(z.object({ id: z.string(), fromSectionName: z.string(), toSectionName: z.string(), leadDays: z.int(), ...span, slips: z.array(z.object(span)) })),
    reads: ['processFlowEdge', 'productionStage', 'section'],
  }),
  /** Who looks after a section besides those who work in it. */
  listSupervisors: query({ permission: 'masters.view', input: z.object({ sectionId: IdSchema }), output: Supervisors, reads: ['userSection', 'user', 'section'] }),
  /** All of them, in place of those there were; who is above oneself, and oneself, is neither added nor taken away. */
  setSupervisors: command({
    permission: 'identity.update', action: 'UPDATE', input: z.object({ sectionId: IdSchema, userIds: z.array(IdSchema).max(50) }), output: Supervisors, writes: ['userSection'],
  }),
}
