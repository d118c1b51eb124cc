import { z } from 'zod'
import { DecimalSchema } from '../core/decimal.ts'
import { IdSchema } from '../core/ids.ts'
import { query } from '../core/procedure.ts'
import { DailyProduction } from '../production/daily.ts'
import { alertLevels, healthCauses } from './board-rules.ts'
import { healths } from './health.ts'
import { colours, obstacles, workOrderStatuses } from './rules.ts'
import { Destination, Week } from './sales-orders.ts'

export const Health = z.enum(healths)
export type Health = z.infer<typeof Health>
export const Obstacle = z.enum(obstacles)
export type Obstacle = z.infer<typeof Obstacle>
export const HealthCause = z.enum(healthCauses)

/**
 * A work order as the planner sees it. Pieces are whole, shares in percent; `share`: what was made of what should be there today; `rate`
 * pieces a day.
 */
export const BoardLine = z.object({
  id: z.string(),
  number: z.string(),
  status: z.enum(workOrderStatuses),
  isUrgent: z.boolean(),
  manufacturingOrderId: z.string(),
  manufacturingNumber: z.string(),
  articleName: z.string(),
  itemName: z.string().nullable(),
  productionStageId: z.string(),
  stageName: z.string(),
  sectionId: z.string(),
  sectionName: z.string(),
  week: z.string().nullable(),
  destination: z.string().nullable(),
  target: z.int(),
  produced: z.int(),
  rejected: z.int(),
  expected: z.int(),
  remaining: z.int(),
  entries: z.int(),
  progress: DecimalSchema,
  share: DecimalSchema.nullable(),
  colour: z.enum(colours).nullable(),
  rate: DecimalSchema.nullable(),
  lateness: DecimalSchema.nullable(),
  startDay: z.string(),
  deadlineDay: z.string(),
  lastDay: z.string().nullable(),
  finishDay: z.string().nullable(),
  health: Health,
  level: z.enum(alertLevels).nullable(),
  causes: z.array(HealthCause),
})
export type BoardLine = z.infer<typeof BoardLine>

/** A stage of all that is on the board: `expected` should be there today, `variance` is what was made beyond it. */
export const BoardStage = z.object({
  productionStageId: z.string(),
  code: z.string(),
  name: z.string(),
  workOrders: z.int(),
  troubled: z.int(),
  target: z.int(),
  expected: z.int(),
  produced: z.int(),
  variance: z.int(),
  variancePercent: DecimalSchema.nullable(),
  colour: z.enum(colours).nullable(),
  isAlert: z.boolean(),
})
export type BoardStage = z.infer<typeof BoardStage>

const BoardTotals = z.object({
  workOrders: z.int(),
  target: z.int(),
  expected: z.int(),
  produced: z.int(),
  critical: z.int(),
  warning: z.int(),
  urgent: z.int(),
})
export const Board = z.object({
  today: z.string(),
  totals: BoardTotals,
  healths: z.array(z.object({ health: Health, count: z.int() })),
  statuses: z.array(z.object({ status: z.enum(workOrderStatuses), count: z.int() })),
  stages: z.array(BoardStage),
  rows: z.array(BoardLine),
  count: z.int(),
})
export type Board = z.infer<typeof Board>

/** What narrows the whole board; each of these is of work orders. */
export const BoardFilter = z
  .object({ sectionId: IdSchema, productionStageId: IdSchema, week: Week, destination: Destination, isUrgent: z.boolean() })
  .partial()
export type BoardFilter = z.infer<typeof BoardFilter>

/** When an order will be made by the pace of its work orders, against the day it ships. `daysLate` negative: to spare. */
export const OrderForecast = z.object({
  id: z.string(),
  number: z.string(),
  status: z.string(),
  articleName: z.string(),
  week: z.string().nullable(),
  destination: z.string().nullable(),
  isUrgent: z.boolean(),
  shipDay: z.string(),
  forecastDay: z.string().nullable(),
  daysLate: z.int().nullable(),
  workOrders: z.int(),
  finished: z.int(),
  troubled: z.int(),
  progress: DecimalSchema,
})
export type OrderForecast = z.infer<typeof OrderForecast>

const pageOf = { page: z.int().min(1).default(1), pageSize: z.int().min(1).max(200).default(50) }
const reads = [
  'workOrder',
  'manufacturingOrder',
  'deliveryBatch',
  'dailyProduction',
  'productionStage',
  'routeStep',
  'section',
  'item',
  'workCalendar',
  'workShift',
  'holiday',
  'setting',
] as const
const asked = { permission: 'process.viewPlanningDashboard', varies: 'day' } as const

/** The planner's board: it only reads. On it is what is open, and what is finished of orders that are still being made. */
export const board = {
  /**
   * Sums over all that `filter` leaves; `rows` are those of `health` and `level`, the worst first. Stages are told whatever stage is
   * chosen, healths whatever health.
   */
  readPlanningBoard: query({
    ...asked,
    input: z.object({
      filter: BoardFilter.default({}),
      health: z.array(Health).max(healths.length).optional(),
      level: z.enum(alertLevels).optional(),
      ...pageOf,
    }),
    output: Board,
    reads,
  }),
  /** Orders that are being made, the latest first. */
  readOrderForecasts: query({
    ...asked,
    input: z.object({ filter: BoardFilter.pick({ week: true, destination: true, isUrgent: true }).default({}), ...pageOf }),
    output: z.object({ rows: z.array(OrderForecast), count: z.int(), late: z.int() }),
    reads,
  }),
  /**
   * What keeps work orders of the board from going on: apart from it, for stock moves all the time. Those without an obstacle are left
   * out.
   */
  readBoardObstacles: query({
    ...asked,
    input: z.object({ ids: z.array(IdSchema).max(200) }),
    output: z.array(z.object({ id: z.string(), obstacles: z.array(Obstacle) })),
    reads: [
      'workOrder',
      'workOrderSource',
      'transfer',
      'manufacturingOrder',
      'productionStage',
      'routeStep',
      'orderPart',
      'orderMaterial',
      'materialAllocation',
      'stockReservation',
      'materialDebt',
      'stockMove',
    ],
  }),
  /** One work order with the days behind its numbers. */
  readBoardWorkOrder: query({
    ...asked,
    input: z.object({ id: IdSchema }),
    reads: [...reads, 'user', 'defectReason', 'approvalRequest', 'paperBatch', 'paperBatchLine'],
    output: z.object({
      line: BoardLine,
      plannedDays: z.int(),
      elapsedDays: z.int(),
      days: z.array(
        DailyProduction.pick({
          id: true,
          day: true,
          goodQuantity: true,
          rejectQuantity: true,
          isLate: true,
          enteredByName: true,
          notes: true,
        }).extend({ sum: DecimalSchema, percent: DecimalSchema }),
      ),
    }),
  }),
}
