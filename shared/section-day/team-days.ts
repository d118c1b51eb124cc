import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { compareDecimals, decimal, DecimalSchema, NonNegativeDecimal, PositiveDecimal } from '../core/decimal.ts'
import { Note, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { StockLevel } from '../warehouse/quantity.ts'
import { teamStates } from './team-rules.ts'

/** What a team did on a day. `worked`, `earned` and `lost` are minutes of all its workers, `pieces` what it put out, `targetPieces` what its target asked for: see `teamMinutes`; `lineWip` what lies in its line at the end of it (`lineWorkInProgress`). */
export const TeamDay = z.object({
  id: z.string(), version: z.int(), sectionId: z.string(), sectionName: z.string(), productionLineId: z.string(), lineCode: z.string(), lineName: z.string(), day: z.string(),
  targetEfficiency: DecimalSchema.nullable(), actualEfficiency: DecimalSchema, standardMinutes: DecimalSchema, workers: DecimalSchema, shiftHours: DecimalSchema, overtimeMinutes: DecimalSchema,
  outputQuantity: DecimalSchema.nullable(), loadedQuantity: DecimalSchema.nullable(), workInProgress: DecimalSchema.nullable(), incentive: DecimalSchema, idleMinutes: DecimalSchema, idleWorkers: DecimalSchema, styleChanges: z.int(), notes: z.string(),
  worked: DecimalSchema, earned: DecimalSchema, lost: DecimalSchema, pieces: DecimalSchema, targetPieces: DecimalSchema.nullable(), lineWip: DecimalSchema.nullable(), isTargetMet: z.boolean().nullable(), enteredByName: z.string(), changedByName: z.string().nullable(),
})
export type TeamDay = z.infer<typeof TeamDay>

/** Weeks by their Mondays, in order: of all teams together, and of each; a week without a day of the team has no efficiency. */
const Week = z.object({ efficiency: DecimalSchema.nullable(), target: DecimalSchema.nullable(), state: z.enum(teamStates) })
export const TeamWeeks = z.object({
  weeks: z.array(Week.extend({ week: z.string() })),
  teams: z.array(z.object({ productionLineId: z.string(), lineCode: z.string(), lineName: z.string(), sectionName: z.string(), weeks: z.array(Week) })),
  total: z.object({ days: z.int(), teams: z.int(), efficiency: DecimalSchema.nullable(), onStandard: DecimalSchema.nullable(), target: DecimalSchema.nullable(), attained: DecimalSchema.nullable(), met: z.int(), withTarget: z.int() }),
})
export type TeamWeeks = z.infer<typeof TeamWeeks>

const most = (limit: string) => (value: Parameters<typeof compareDecimals>[0]) => compareDecimals(value, decimal(limit)) <= 0
const tooMuch = { message: 'out-of-range', params: { reason: 'out-of-range' } }
/** In percent. */
export const mostEfficiency = '1000'
const Percent = PositiveDecimal.refine(most(mostEfficiency), tooMuch)

const Figures = {
  targetEfficiency: Percent.nullable(), actualEfficiency: NonNegativeDecimal.refine(most(mostEfficiency), tooMuch), standardMinutes: PositiveDecimal.refine(most('10000'), tooMuch),
  workers: NonNegativeDecimal.refine(most('10000'), tooMuch), shiftHours: PositiveDecimal.refine(most('24'), tooMuch), overtimeMinutes: NonNegativeDecimal.refine(most('1000000'), tooMuch),
  outputQuantity: StockLevel.nullable(), loadedQuantity: StockLevel.nullable(), workInProgress: StockLevel.nullable(), incentive: StockLevel, idleMinutes: NonNegativeDecimal.refine(most('100000'), tooMuch), idleWorkers: NonNegativeDecimal.refine(most('10000'), tooMuch),
  styleChanges: z.int().min(0).max(1000), notes: Note,
}
const none = () => decimal('0')
export const TeamDayEntry = z.object({
  productionLineId: IdSchema, day: BusinessDaySchema, ...Figures, targetEfficiency: Figures.targetEfficiency.default(null), actualEfficiency: Figures.actualEfficiency.optional(),
  outputQuantity: Figures.outputQuantity.default(null), loadedQuantity: Figures.loadedQuantity.default(null), workInProgress: Figures.workInProgress.default(null),
  overtimeMinutes: Figures.overtimeMinutes.default(none), incentive: Figures.incentive.default(none), idleMinutes: Figures.idleMinutes.default(none), idleWorkers: Figures.idleWorkers.default(none),
  styleChanges: Figures.styleChanges.default(0), notes: Note.default(''),
})
export type TeamDayEntry = z.output<typeof TeamDayEntry>
const act = { id: IdSchema, version: Version }

const reads = ['teamDay', 'productionLine', 'section', 'user'] as const
const mayRead = { permission: 'process.readDailyProduction' } as const
const mayEnter = { permission: 'process.enterDailyProduction' } as const
const narrowing = { sectionId: IdSchema, productionLineId: IdSchema, fromDay: BusinessDaySchema, toDay: BusinessDaySchema, isTargetMet: z.boolean() }

/** Days of teams: one of a team and day. Whoever enters their section's days enters them, as long as the day is open (PX-5). */
export const teamDays = {
  listTeamDays: query({
    ...mayRead, scope: ({ filter: { sectionId } }) => (sectionId === undefined ? {} : { sectionId }), reads,
    input: listInput(narrowing, ['day', 'lineCode', 'sectionName', 'actualEfficiency', 'workers']), output: page(TeamDay),
  }),
  /** Efficiency by team and week, of what the same filter lists; the last half year of it. */
  getTeamWeeks: query({ ...mayRead, scope: ({ sectionId }) => (sectionId === undefined ? {} : { sectionId }), reads, input: z.object(narrowing).partial(), output: TeamWeeks }),
  getTeamDay: query({ ...mayRead, input: z.object({ id: IdSchema }), output: TeamDay, reads }),
  /** Its efficiency is entered, or follows from its output where that was counted. Throws `duplicate` for a team's second entry of a day, `day-locked`, `period-closed`. */
  enterTeamDay: command({ ...mayEnter, action: 'CREATE', input: TeamDayEntry, output: TeamDay, writes: ['teamDay'] }),
  updateTeamDay: command({ ...mayEnter, action: 'UPDATE', input: z.object({ ...act, ...z.object(Figures).partial().shape }), output: TeamDay, writes: ['teamDay'] }),
  removeTeamDay: command({ ...mayEnter, action: 'DELETE', input: z.object({ ...act, reason: Reason }), output: z.object({ id: IdSchema }), writes: ['teamDay'] }),
}
