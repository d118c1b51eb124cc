import { sql as raw } from 'kysely'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { addDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { isInputOff, isOutputLow, isReceivedOver, repeatedVariance, seesaw, steadySurplus, type DayFigure, type PatternLimits } from '../../shared/production/patterns.ts'
import { openWorkOrders } from '../../shared/planning/rules.ts'
import { dueOn } from '../../shared/production/progress.ts'
import type { Finding } from '../../shared/production/section-day.ts'
import { productionSettings } from '../../shared/production/settings.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { ofPieces, piecesOf } from '../planning/targets.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { inflowOf, siblingsOf } from '../planning/work-orders.ts'
import { givenTo } from '../warehouse/work-order-stock.ts'

type Asker = Pick<QueryContext, 'db' | 'settings'>
interface NamedFigure extends DayFigure { readonly number: string; readonly userName: string }

/** How far back a pattern is looked for. */
const lookBackDays = 14

/** PX-16 and PX-17: what of a section's last days deserves a look. Nothing is refused for it. */
export function findingsOf(context: Asker, sectionId: string, day: BusinessDay): Finding[] {
  const { db, settings } = context
  const figures = figuresOf(db, sectionId, day)
  const limits = limitsOf(context)
  const byOrder = [...Map.groupBy(figures, ({ workOrderId }) => workOrderId).values()]
  const lately = figures.filter(figure => figure.day > addDays(day, -limits.days))
  const told = (kind: Finding['kind'], its: readonly DayFigure[]) => its.map(figure => ofFigure(kind, figures, figure))
  return [
    ...told('STEADY_SURPLUS', byOrder.flatMap(days => steadySurplus(days, limits))),
    ...told('SEESAW', byOrder.flatMap(days => seesaw(days, limits))),
    ...told('REPEATED_VARIANCE', repeatedVariance(figures, limits)),
    ...told('OUTPUT_LOW', lately.filter(figure => figure.day < day && isOutputLow(figure, settings.get(productionSettings.outputFloor)))),
    ...finishedOf(db, sectionId, day).flatMap(workOrder => inputOff(context, workOrder)),
    ...openOf(db, sectionId).flatMap(workOrder => receivedOver(context, workOrder)),
  ].toSorted((a, b) => (b.day ?? '').localeCompare(a.day ?? ''))
}

function limitsOf({ settings }: Asker): PatternLimits {
  const { patternRepeats, patternFrom, patternTo, patternVariance, patternTimes, patternDays } = productionSettings
  return {
    repeats: settings.get(patternRepeats), from: settings.get(patternFrom), to: settings.get(patternTo), variance: settings.get(patternVariance), times: settings.get(patternTimes),
    days: settings.get(patternDays),
  }
}

/** Whose figures a day's are: who changed them last, else who entered them. */
const lastTyped = raw<string>`coalesce(dailyProduction.changedBy, dailyProduction.enteredBy)`

/** Every day of the last two weeks, with what it was to bring as the days before it had left it. */
function figuresOf(db: Reader, sectionId: string, until: BusinessDay): NamedFigure[] {
  const since = addDays(until, -lookBackDays)
  const recent = sql.selectFrom('dailyProduction').select('workOrderId').where('sectionId', '=', sectionId).where('day', '>', since).where('day', '<=', until)
  const rows = db.all(
    sql.selectFrom('dailyProduction').innerJoin('workOrder', 'workOrder.id', 'dailyProduction.workOrderId').innerJoin('user', join => join.on('user.id', '=', lastTyped))
      .where('dailyProduction.workOrderId', 'in', recent).where('dailyProduction.day', '<=', until).orderBy('dailyProduction.workOrderId').orderBy('dailyProduction.day')
      .select([
        'dailyProduction.workOrderId', 'dailyProduction.day', 'dailyProduction.goodQuantity', 'user.id as userId', 'user.fullName as userName', 'workOrder.number',
        'workOrder.targetQuantity', 'workOrder.startDay', 'workOrder.deadlineDay',
      ]),
  )
  return [...Map.groupBy(rows, ({ workOrderId }) => workOrderId).values()].flatMap(days => {
    let produced = 0
    return days.map(({ workOrderId, number, userId, userName, goodQuantity, targetQuantity, startDay, deadlineDay, ...row }) => {
      const day = row.day as BusinessDay
      const good = piecesOf(goodQuantity)
      const due = dueOn(day, { target: piecesOf(targetQuantity), produced, startDay: startDay as BusinessDay, deadlineDay: deadlineDay as BusinessDay })
      produced += good
      return { day, workOrderId, number, userId, userName, good, due }
    })
  }).filter(({ day }) => day > since)
}

function ofFigure(kind: Finding['kind'], figures: readonly NamedFigure[], { workOrderId, day, good, due }: DayFigure): Finding {
  const named = figures.find(figure => figure.workOrderId === workOrderId && figure.day === day)!
  return { kind, workOrderId, number: named.number, day, who: named.userName, actual: ofPieces(good), wanted: ofPieces(due) }
}

function finishedOf(db: Reader, sectionId: string, day: BusinessDay): WorkOrderRow[] {
  return db.all(sql.selectFrom('workOrder').selectAll().where('sectionId', '=', sectionId).where('status', '=', 'FINISHED').where('finishedDay', '>', addDays(day, -lookBackDays)).orderBy('number'))
}

function openOf(db: Reader, sectionId: string): WorkOrderRow[] {
  return db.all(sql.selectFrom('workOrder').selectAll().where('sectionId', '=', sectionId).where('status', '=', 'RUNNING').orderBy('number'))
}

/** What came of the stage before and is neither good nor rejected: lost, or never counted. While another delivery still draws on it, nobody knows what came to this one. */
function inputOff({ db, settings }: Asker, workOrder: WorkOrderRow): Finding[] {
  if (siblingsOf(db, workOrder).some(({ status }) => openWorkOrders.some(open => open === status))) return []
  const came = inflowOf(db, workOrder)
  const taken = addDecimals(workOrder.goodQuantity, workOrder.rejectQuantity)
  if (came === null || !isInputOff(piecesOf(came), piecesOf(taken), settings.get(productionSettings.inputTolerance))) return []
  return [ofOrder('INPUT_OFF', workOrder, workOrder.finishedDay, null, taken, came)]
}

function receivedOver({ db, settings }: Asker, workOrder: WorkOrderRow): Finding[] {
  return db.all(sql.selectFrom('materialAllocation').selectAll().where('workOrderId', '=', workOrder.id).orderBy('id')).flatMap(({ itemId, required }) => {
    const received = givenTo(db, workOrder, itemId)
    return isReceivedOver(received, required, settings.get(productionSettings.receivedOver)) ? [ofOrder('RECEIVED_OVER', workOrder, null, db.get('item', itemId).name, received, required)] : []
  })
}

function ofOrder(kind: Finding['kind'], { id, number }: WorkOrderRow, day: string | null, who: string | null, actual: Decimal, wanted: Decimal): Finding {
  return { kind, workOrderId: id, number, day, who, actual, wanted }
}
