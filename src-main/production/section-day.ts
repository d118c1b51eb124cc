import { daysBefore, type BusinessDay } from '../../shared/core/dates.ts'
import { sumDecimals, zero } from '../../shared/core/decimal.ts'
import { openWorkOrders } from '../../shared/planning/rules.ts'
import { dueOn, utilisationLook } from '../../shared/production/progress.ts'
import type { DayToConfirm, ProductionSection, SectionDay, WorkOfDay } from '../../shared/production/section-day.ts'
import { productionSettings } from '../../shared/production/settings.ts'
import type { QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { piecesOf } from '../planning/targets.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { inflowOf, standingOf } from '../planning/work-orders.ts'
import { hasStageWork, isByStep } from '../stages/by-hand.ts'
import { heldOutside } from '../transfers/held-outside.ts'
import { isMine, type Sections } from '../warehouse/places.ts'
import { colourOn, dayRows, percentOf, restInDays, waitingDays } from './daily-rows.ts'
import { findingsOf } from './findings.ts'

type Asker = Pick<QueryContext, 'db' | 'settings'>
interface SectionAndDay { readonly sectionId: string; readonly day: BusinessDay }

/** Rejects are told of so many days. */
const rejectDays = 7

export function productionSections(db: Reader, mine: Sections): ProductionSection[] {
  let query = sql.selectFrom('section').innerJoin('productionStage', 'productionStage.sectionId', 'section.id').where('productionStage.isActive', '=', true).where('section.isActive', '=', true)
    .leftJoin('workOrder', join => join.onRef('workOrder.sectionId', '=', 'section.id').on('workOrder.status', 'in', openWorkOrders))
    .select(({ fn }) => ['section.id', 'section.code', 'section.name', fn.count<number>('workOrder.id').distinct().as('openCount')]).groupBy('section.id')
  if (mine !== 'all') query = query.where(isMine('productionStage', mine))
  return db.all(query.orderBy(({ fn }) => fn.min('productionStage.createdAt')).orderBy('section.code'))
}

/** What a section has to do on a day, what was made of it, and what its supervisor should look at. */
export function sectionDay(context: Asker, { sectionId, day }: SectionAndDay): SectionDay {
  const { db, settings } = context
  const work = workOn(db, sectionId, day).map(workOrder => workOfDay(context, workOrder, day))
  const madeOfDue = madeOf(work.filter(row => row.due > 0))
  const due = work.reduce((sum, row) => sum + row.due, 0)
  return {
    work, made: madeOf(work), madeOfDue, due, toConfirm: daysToConfirm(db, sectionId), rejects: rejectsOf(db, sectionId, day), findings: findingsOf(context, sectionId, day),
    utilisation: utilisationLook(madeOfDue, due, {
      critical: settings.get(productionSettings.utilisationCritical), warning: settings.get(productionSettings.utilisationWarning), target: settings.get(productionSettings.utilisationTarget),
    }),
  }
}

function madeOf(work: readonly WorkOfDay[]): number {
  return work.reduce((sum, { entry }) => sum + (entry ? piecesOf(entry.goodQuantity) : 0), 0)
}

/** What is in work, what was to begin by that day, what came early from the stage before, and whatever has an entry of it. */
function workOn(db: Reader, sectionId: string, day: string): WorkOrderRow[] {
  const entered = sql.selectFrom('dailyProduction').select('workOrderId').where('sectionId', '=', sectionId).where('day', '=', day)
  return db.all(
    sql.selectFrom('workOrder').selectAll().where('sectionId', '=', sectionId)
      .where(({ or, and, eb, exists, selectFrom }) => or([
        eb('status', '=', 'RUNNING'), eb('id', 'in', entered),
        and([eb('status', '=', 'PENDING'), or([
          eb('startDay', '<=', day),
          exists(selectFrom('workOrderSource').innerJoin('workOrder as source', 'source.id', 'sourceId').select('sourceId').whereRef('workOrderId', '=', 'workOrder.id').where('source.goodQuantity', '>', zero)),
        ])]),
      ]))
      .orderBy('deadlineDay').orderBy('number'),
  )
}

export function workOfDay(context: Asker, workOrder: WorkOrderRow, day: BusinessDay): WorkOfDay {
  const { db } = context
  const { id, version, number, sectionId, status, isUrgent, targetQuantity, goodQuantity, rejectQuantity, startDay, deadlineDay } = workOrder
  const [entry, before] = [day, undefined].map(on => db.first(daysOf(id, day, on)) ?? null)
  const order = db.get('manufacturingOrder', workOrder.manufacturingOrderId)
  const produced = piecesOf(sumDecimals(db.all(goodBefore({ workOrderId: id, day })).map(row => row.goodQuantity)))
  return {
    workOrderId: id, version, number, sectionId, status, isUrgent, targetQuantity, goodQuantity, rejectQuantity, startDay, deadlineDay, entry: entry ?? null, before: before ?? null,
    articleName: db.get('item', order.articleId).name, itemName: workOrder.itemId === null ? null : db.get('item', workOrder.itemId).name,
    stageName: db.get('productionStage', workOrder.productionStageId).name, percent: percentOf(goodQuantity, targetQuantity), colour: colourOn(context, day, workOrder),
    due: dueOn(day, { target: piecesOf(targetQuantity), produced, startDay: startDay as BusinessDay, deadlineDay: deadlineDay as BusinessDay }),
    estimatedDays: restInDays(workOrder), waiting: waitingDays(db, [id]), obstacles: status === 'PENDING' ? [...standingOf(db, workOrder).obstacles] : [], upstream: inflowOf(db, workOrder), outside: heldOutside(db, workOrder).pieces, isByStep: isByStep(db, workOrder),
    hasStageWork: hasStageWork(db, workOrder.productionStageId),
  }
}

const goodBefore = planned((at: { workOrderId: string; day: string }) =>
  sql.selectFrom('dailyProduction').select('goodQuantity').where('workOrderId', '=', at.workOrderId).where('day', '<', at.day))

/** The entry of that very day; without one, the last before it. */
function daysOf(workOrderId: string, day: string, on: string | undefined) {
  const ofOrder = dayRows.where('dailyProduction.workOrderId', '=', workOrderId)
  return on === undefined ? ofOrder.where('dailyProduction.day', '<', day).orderBy('dailyProduction.day', 'desc').limit(1) : ofOrder.where('dailyProduction.day', '=', on)
}

/** The oldest first: what nobody has confirmed yet. */
function daysToConfirm(db: Reader, sectionId: string): DayToConfirm[] {
  return db.all(
    dayRows.innerJoin('workOrder', 'workOrder.id', 'dailyProduction.workOrderId').innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId')
      .innerJoin('item as article', 'article.id', 'manufacturingOrder.articleId').select(['workOrder.number', 'article.name as articleName'])
      .where('dailyProduction.sectionId', '=', sectionId).where('dailyProduction.status', '=', 'ENTERED').where('manufacturingOrder.status', 'not in', ['COMPLETED', 'CANCELLED'])
      .where('workOrder.status', 'not in', ['VOIDED', 'CANCELLED']).orderBy('dailyProduction.day').orderBy('workOrder.number').limit(mostToConfirm),
  )
}
const mostToConfirm = 100

function rejectsOf(db: Reader, sectionId: string, day: BusinessDay): SectionDay['rejects'] {
  const rows = db.all(
    sql.selectFrom('dailyProduction').innerJoin('defectReason', 'defectReason.id', 'dailyProduction.defectReasonId').select(['defectReason.name as defectName', 'dailyProduction.rejectQuantity'])
      .where('sectionId', '=', sectionId).where('day', '>', daysBefore(day, rejectDays)).where('day', '<=', day),
  )
  return [...Map.groupBy(rows, ({ defectName }) => defectName)].map(([defectName, its]) => ({ defectName, pieces: its.reduce((sum, { rejectQuantity }) => sum + piecesOf(rejectQuantity), 0) }))
    .filter(({ pieces }) => pieces > 0).toSorted((a, b) => b.pieces - a.pieces)
}
