import { daysBefore, type BusinessDay } from '../../shared/core/dates.ts'
import { addDecimals, type Decimal } from '../../shared/core/decimal.ts'
import { openWorkOrders } from '../../shared/planning/rules.ts'
import type { Finding, FindingKind, FindingRow } from '../../shared/production/findings.ts'
import { isInputOff, isOutputLow, isReceivedOver, repeatedVariance, seesaw, steadySurplus, type PatternLimits } from '../../shared/production/patterns.ts'
import { productionSettings } from '../../shared/production/settings.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { piecesOf } from '../planning/targets.ts'
import { openChangeOf } from '../planning/work-order-changes.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { inflowOf, siblingsOf } from '../planning/work-orders.ts'
import { cardsOver } from '../stages/cards.ts'
import { isAwaited, sewingInput } from '../stages/sewing-input.ts'
import { givenTo } from '../warehouse/work-order-stock.ts'
import { badScans, countOf, daysTold, orderFigures, rowOf, workerFigures, type NamedFigure, type Reach, type Span } from './finding-figures.ts'

export type Asker = Pick<QueryContext, 'db' | 'settings'>
/** A finding with whoever typed what stands behind it: they do not say that it is looked at. */
export interface Found extends Finding { readonly typedBy: readonly string[] }
/** Before it is said where it was made, and whether anybody looked at it. */
type Told = Omit<Found, 'sectionId' | 'sectionName' | 'look'>
interface Asked { readonly context: Asker; readonly sectionId: string; readonly span: Span; readonly today: BusinessDay }

/** What a section may be told of, one line a source. */
const sources: readonly ((asked: Asked) => Told[])[] = [
  ({ context, sectionId, span, today }) => patternsOf(context, orderFigures(context.db, sectionId, span, reachOf(context)), span, today),
  ({ context, sectionId, span, today }) => patternsOf(context, workerFigures(context.db, sectionId, span, reachOf(context)), span, today),
  ({ context, sectionId, span }) => finishedIn(context.db, sectionId, span).flatMap(workOrder => inputOff(context, workOrder)),
  ({ context, sectionId, span, today }) => (span.to < today ? [] : openOf(context.db, sectionId).flatMap(workOrder => receivedOver(context, workOrder))),
  ({ context, sectionId, span, today }) => (span.to < today ? [] : openOf(context.db, sectionId).flatMap(workOrder => sewingInputOff(context, workOrder))),
  ({ context, sectionId, span, today }) => (span.to < today ? [] : reworkOver(context, sectionId)),
  ({ context, sectionId, span }) => scansOf(context, sectionId, span),
  ({ context, sectionId, span, today }) => (span.to < today ? [] : cutShort(context.db, sectionId, today)),
]

/** PX-16 and PX-17: what of a section's days deserves a look, the newest first. Nothing is refused for it. */
export function findingsIn(context: Asker, sectionId: string, span: Span, today: BusinessDay): Found[] {
  const { db } = context
  const looks = new Map(db.all(
    sql.selectFrom('findingLook').innerJoin('user', 'user.id', 'findingLook.lookedBy').select(['findingLook.id', 'findingLook.version', 'findingKey', 'user.fullName as byName', 'lookedAt as at', 'note']).where('findingLook.sectionId', '=', sectionId),
  ).map(({ findingKey, ...look }) => [findingKey, look]))
  const { name } = db.get('section', sectionId)
  return sources.flatMap(source => source({ context, sectionId, span, today })).map(finding => ({ ...finding, sectionId, sectionName: name, look: looks.get(finding.key) ?? null }))
    .toSorted((a, b) => (b.day ?? '').localeCompare(a.day ?? '') || a.key.localeCompare(b.key))
}

/** The same of the last two weeks, as a section's day tells it: what was low only of the last days, and of work orders alone, for a worker's single low day is no news to a supervisor. */
export function findingsOf(context: Asker, sectionId: string, day: BusinessDay): Finding[] {
  const since = daysBefore(day, limitsOf(context).days)
  return findingsIn(context, sectionId, { from: daysBefore(day, daysTold - 1), to: day }, day).filter(({ kind, workerId, day: of }) => kind !== 'OUTPUT_LOW' || (workerId === null && of !== null && of > since))
}

function limitsOf({ settings }: Asker): PatternLimits {
  const { patternRepeats, patternFrom, patternTo, patternVariance, patternTimes, patternDays } = productionSettings
  return {
    repeats: settings.get(patternRepeats), from: settings.get(patternFrom), to: settings.get(patternTo), variance: settings.get(patternVariance), times: settings.get(patternTimes),
    days: settings.get(patternDays),
  }
}

/** The same for the list, a section's day and whoever marks a finding: what one of them tells, all of them find. */
function reachOf(context: Asker): Reach {
  const { days, repeats } = limitsOf(context)
  return { days: Math.max(daysTold, days), entries: repeats - 1 }
}

/** A day that is not over yet is not judged for being low. */
function patternsOf(context: Asker, figures: readonly NamedFigure[], { from, to }: Span, today: BusinessDay): Told[] {
  const limits = limitsOf(context)
  const floor = context.settings.get(productionSettings.outputFloor)
  const since = daysBefore(from, reachOf(context).days)
  const series = [...Map.groupBy(figures, figure => figure.series).values()]
  const isAsked = ({ day }: NamedFigure) => day >= from && day <= to
  const told = (kind: FindingKind, runs: readonly NamedFigure[][]) => runs.filter(run => isAsked(run.at(-1)!)).map(run => ofRun(kind, run))
  return [
    ...told('STEADY_SURPLUS', series.flatMap(days => steadySurplus(days, limits))),
    ...told('SEESAW', series.flatMap(days => seesaw(days, limits))),
    ...told('REPEATED_VARIANCE', repeatedVariance(figures.filter(({ day }) => day > since), limits)),
    ...told('OUTPUT_LOW', figures.filter(figure => figure.day < today && isOutputLow(figure, floor)).map(figure => [figure])),
  ]
}

function ofRun(kind: FindingKind, run: readonly NamedFigure[]): Told {
  const last = run.at(-1)!
  const { series, workOrderId, workerId, label, day, userName, actual, wanted } = last
  return { key: `${kind}/${series}/${day}/${actual}`, kind, workOrderId, workerId, number: label, day, who: userName, actual, wanted, rows: run.map(rowOf), typedBy: run.flatMap(({ typedBy }) => typedBy) }
}

function finishedIn(db: Reader, sectionId: string, { from, to }: Span): WorkOrderRow[] {
  return db.all(sql.selectFrom('workOrder').selectAll().where('sectionId', '=', sectionId).where('status', '=', 'FINISHED').where('finishedDay', '>=', from).where('finishedDay', '<=', to).orderBy('number'))
}

function openOf(db: Reader, sectionId: string): WorkOrderRow[] {
  return db.all(sql.selectFrom('workOrder').selectAll().where('sectionId', '=', sectionId).where('status', '=', 'RUNNING').orderBy('number'))
}

/** What came of the stage before and is neither good nor rejected: lost, or never counted. While another delivery still draws on it, nobody knows what came to this one. */
function inputOff({ db, settings }: Asker, workOrder: WorkOrderRow): Told[] {
  if (siblingsOf(db, workOrder).some(({ status }) => openWorkOrders.some(open => open === status))) return []
  const came = inflowOf(db, workOrder)
  const taken = addDecimals(workOrder.goodQuantity, workOrder.rejectQuantity)
  if (came === null || !isInputOff(piecesOf(came), piecesOf(taken), settings.get(productionSettings.inputTolerance))) return []
  return [ofOrder('INPUT_OFF', workOrder, { day: workOrder.finishedDay, about: null, actual: taken, wanted: came })]
}

/** More came to sewing than is needed, or less and nothing more is to come. */
function sewingInputOff(context: Asker, workOrder: WorkOrderRow): Told[] {
  const input = sewingInput(context, workOrder)
  if (!input || input.state === 'OK' || (input.state === 'SHORTAGE' && isAwaited(context.db, workOrder))) return []
  return [ofOrder(input.state === 'SHORTAGE' ? 'SEWING_SHORTAGE' : 'SEWING_SURPLUS', workOrder, { day: null, about: null, actual: input.came, wanted: input.needed })]
}

function receivedOver({ db, settings }: Asker, workOrder: WorkOrderRow): Told[] {
  return db.all(sql.selectFrom('materialAllocation').selectAll().where('workOrderId', '=', workOrder.id).orderBy('id')).flatMap(({ itemId, required }) => {
    const received = givenTo(db, workOrder, itemId)
    return isReceivedOver(received, required, settings.get(productionSettings.receivedOver)) ? [ofOrder('RECEIVED_OVER', workOrder, { day: null, about: db.get('item', itemId), actual: received, wanted: required })] : []
  })
}

/** E202: cards whose pieces went back more often than they may. */
function reworkOver({ db, settings }: Asker, sectionId: string): Told[] {
  const most = settings.get(productionSettings.reworkCycles)
  return cardsOver(db, sectionId, most).map(({ id, workOrderId, number, cycle }) => (
    ofOrder('REWORK_OVER', db.get('workOrder', workOrderId), { day: null, about: { id, name: number }, actual: countOf(cycle), wanted: countOf(most) })
  ))
}

/**
 * What cutting ends with fewer pieces than it is to bring: the last day of the plan is over or confirmed, and so is the newest entry. It stands until more is cut, or less is wanted; while
 * that is asked for, nobody need be told.
 */
function cutShort(db: Reader, sectionId: string, today: BusinessDay): Told[] {
  const short = db.all(
    sql.selectFrom('workOrder').innerJoin('productionStage', 'productionStage.id', 'workOrder.productionStageId').innerJoin('dailyProduction', 'dailyProduction.workOrderId', 'workOrder.id')
      .selectAll('workOrder').select('dailyProduction.day as lastDay').where('workOrder.sectionId', '=', sectionId).where('workOrder.status', '=', 'RUNNING').where('productionStage.kind', '=', 'CUTTING')
      .where('dailyProduction.status', '=', 'CONFIRMED').whereRef('workOrder.goodQuantity', '<', 'workOrder.targetQuantity').where(({ eb, selectFrom }) => (
        eb('dailyProduction.day', '=', selectFrom('dailyProduction as newest').select(({ fn }) => fn.max<string>('newest.day').as('day')).whereRef('newest.workOrderId', '=', 'workOrder.id'))
      )).orderBy('workOrder.number'),
  )
  return short.filter(({ id, deadlineDay, lastDay }) => (lastDay >= deadlineDay || today > deadlineDay) && openChangeOf(db, id) === undefined)
    .map(workOrder => ofOrder('CUT_SHORT', workOrder, { day: null, about: null, actual: workOrder.goodQuantity, wanted: workOrder.targetQuantity }))
}

interface OrderFacts { readonly day: string | null; readonly about: { readonly id: string; readonly name: string } | null; readonly actual: Decimal; readonly wanted: Decimal }

function ofOrder(kind: FindingKind, { id, number }: WorkOrderRow, { day, about, actual, wanted }: OrderFacts): Told {
  const row: FindingRow = { entity: 'workOrder', id, day, label: number, who: about?.name ?? null, actual, wanted }
  return { key: [kind, id, about?.id ?? day, actual].join('/'), kind, workOrderId: id, workerId: null, number, day, who: about?.name ?? null, actual, wanted, rows: [row], typedBy: [] }
}

/** E101: a person's scans at a desk that nobody knew, from so many a day on. */
function scansOf({ db, settings }: Asker, sectionId: string, span: Span): Told[] {
  const fewest = settings.get(productionSettings.badScans)
  return badScans(db, sectionId, span).filter(scans => scans.length >= fewest).map(scans => {
    const { scannedBy, deskName, day, fullName } = scans[0]!
    return {
      key: `BAD_SCANS/${sectionId}/${scannedBy}/${deskName}/${day}/${scans.length}`, kind: 'BAD_SCANS', workOrderId: null, workerId: null, number: deskName, day, who: fullName, actual: countOf(scans.length), wanted: null, typedBy: [scannedBy],
      rows: scans.map(scan => ({ entity: 'badScan' as const, id: scan.id, day: scan.day, label: scan.code, who: scan.fullName, actual: null, wanted: null })),
    }
  })
}
