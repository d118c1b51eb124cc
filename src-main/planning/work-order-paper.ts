import { dayText } from '../../shared/core/day-text.ts'
import { daysBetween, type BusinessDay } from '../../shared/core/dates.ts'
import { decimalText, isPositive, type Decimal } from '../../shared/core/decimal.ts'
import { numberText } from '../../shared/core/number-text.ts'
import type { Allocation, WorkOrder, WorkOrderDetail } from '../../shared/planning/work-orders.ts'
import type { Language } from '../../shared/texts.ts'
import type { JobContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { documentOnPaper, type PaperFact } from '../documents/paper.ts'
import type { BlankLines, Paper } from '../engines/reports-paper.ts'
import { textOf } from '../engines/reports-text.ts'
import { defineReport, type Report } from '../engines/reports.ts'
import { workOrderDetail } from './work-orders.ts'

type NumberedMaterial = Allocation & { readonly line: number; readonly lots: string }

/** What hangs beside the work: the materials to fetch, of which lots, and boxes to sign in. */
function workOrderReport(materials: readonly NumberedMaterial[]): Report {
  return defineReport<NumberedMaterial>()({
    name: 'workOrder',
    permission: 'process.readDailyProduction',
    titleKey: 'planning.work.paper.title',
    descriptionKey: 'planning.work.paper.title',
    filters: {},
    columns: [
      { key: 'line', labelKey: 'planning.work.paper.line', kind: 'integer', width: 11, value: ({ line }) => line },
      { key: 'code', labelKey: 'fields.code', kind: 'text', width: 32, value: ({ itemCode }) => itemCode },
      { key: 'item', labelKey: 'planning.work.materials', kind: 'text', width: 50, value: ({ itemName }) => itemName },
      {
        key: 'required',
        labelKey: 'planning.orders.required',
        kind: 'decimal',
        width: 24,
        value: ({ required }) => required,
        places: ({ unitPlaces }) => unitPlaces,
      },
      {
        key: 'allocated',
        labelKey: 'planning.work.allocated',
        kind: 'decimal',
        width: 24,
        value: ({ allocated }) => allocated,
        places: ({ unitPlaces }) => unitPlaces,
      },
      { key: 'unit', labelKey: 'planning.work.paper.unit', kind: 'text', width: 16, value: ({ unitCode }) => unitCode },
      { key: 'place', labelKey: 'planning.work.place', kind: 'text', width: 30, value: ({ locationName }) => locationName },
      { key: 'lots', labelKey: 'planning.work.paper.lots', kind: 'text', width: 56, value: ({ lots }) => lots },
    ],
    rows: () => [...materials],
    signatures: ['reports.signatures.preparedBy', 'planning.work.paper.received', 'planning.work.paper.finished'],
    orientation: 'portrait',
  })
}

/** A work order on the factory's paper, in the language asked for; its number stands on it as a code to scan, and there is room for its days. */
export function workOrderPaper(context: JobContext, id: string, language: Language): Promise<Paper> {
  const { db } = context
  const detail = workOrderDetail(db, context.scope.mine(), id)
  const { workOrder, allocations } = detail
  const lots = keptLots(db, id, language)
  return documentOnPaper(context, {
    report: workOrderReport(allocations.map((allocation, at) => ({ ...allocation, line: at + 1, lots: lots.get(allocation.itemId) ?? '' }))),
    language, subject: workOrder.number, facts: factsOf(db, detail, language), code: workOrder.number, blank: roomForDays(workOrder, language),
  })
}

/** The lots that are kept for a work order, item by item, with how much of each. */
function keptLots(db: Reader, id: string, language: Language): ReadonlyMap<string, string> {
  const kept = db.all(
    sql.selectFrom('stockReservation').innerJoin('stockLot', 'stockLot.id', 'stockReservation.lotId')
      .where('stockReservation.documentEntity', '=', 'workOrder').where('stockReservation.documentId', '=', id)
      .select(['stockReservation.itemId', 'stockLot.code', 'stockReservation.quantity']).orderBy('stockLot.receivedAt').orderBy('stockLot.code'),
  )
  return new Map(
    [...Map.groupBy(kept, ({ itemId }) => itemId)].map(([itemId, lots]) => [
      itemId,
      lots.map(({ code, quantity }) => `${code} (${numberText(decimalText(quantity), language)})`).join(', '),
    ]),
  )
}

/** What stands above the materials. */
function factsOf(db: Reader, { workOrder, sources, revisions }: WorkOrderDetail, language: Language): PaperFact[] {
  const {
    articleCode,
    articleName,
    itemCode,
    itemName,
    stageName,
    sectionName,
    targetQuantity,
    goodQuantity,
    startDay,
    deadlineDay,
    manufacturingNumber,
    week,
    destination,
    isUrgent,
  } = workOrder
  const { productionRouteId } = db.get('manufacturingOrder', workOrder.manufacturingOrderId)
  const pieces = (quantity: Decimal) => `${numberText(decimalText(quantity), language)}\u00a0${textOf(language, 'units.pieces')}`
  return [
    ['planning.fields.targetQuantity', pieces(targetQuantity)],
    ['production.fields.soFar', isPositive(goodQuantity) ? pieces(goodQuantity) : null],
    ['planning.fields.article', `${articleName} (${articleCode})`],
    ['planning.work.part', itemName === null ? null : `${itemName} (${itemCode ?? ''})`],
    ['planning.orders.section', sectionName],
    ['planning.orders.stage', stageName],
    ['planning.fields.route', productionRouteId === null ? null : db.get('productionRoute', productionRouteId).name],
    ['planning.fields.startDay', dayText(startDay)],
    ['planning.work.due', dayText(deadlineDay)],
    ['planning.work.sources', sources.map(({ number }) => number).join(', ')],
    ['planning.work.paper.replaces', revisions.find(({ id }) => id === workOrder.parentId)?.number ?? null],
    ['planning.fields.manufacturingOrderId', manufacturingNumber],
    ['planning.fields.week', week],
    ['planning.fields.destination', destination === null ? null : textOf(language, `planning.destinations.${destination}`)],
    ['planning.fields.isUrgent', isUrgent ? textOf(language, 'words.yes') : null],
  ]
}

const leastDays = 4
const mostDays = 10

/** A line for each of its days, and two for those that come late. */
function roomForDays({ startDay, deadlineDay }: WorkOrder, language: Language): BlankLines {
  const headings = [
    'production.fields.day',
    'production.fields.goodQuantity',
    'production.fields.rejectQuantity',
    'production.fields.defectReasonId',
    'production.fields.notes',
    'planning.work.paper.initials',
  ]
  const days = daysBetween(startDay as BusinessDay, deadlineDay as BusinessDay) + 1
  return {
    title: textOf(language, 'planning.work.paper.days'),
    headings: headings.map(key => textOf(language, key)),
    count: Math.min(mostDays, Math.max(leastDays, days + 2)),
  }
}
