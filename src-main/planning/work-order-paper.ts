import { dayText } from '../../shared/core/day-text.ts'
import { decimalText } from '../../shared/core/decimal.ts'
import { numberText } from '../../shared/core/number-text.ts'
import type { Allocation, WorkOrder } from '../../shared/planning/work-orders.ts'
import type { Language } from '../../shared/texts.ts'
import type { JobContext } from '../core/handlers.ts'
import { documentOnPaper, type PaperFact } from '../documents/paper.ts'
import type { Paper } from '../engines/reports-paper.ts'
import { textOf } from '../engines/reports-text.ts'
import { defineReport, type Report } from '../engines/reports.ts'
import { workOrderDetail } from './work-orders.ts'

type NumberedMaterial = Allocation & { readonly line: number }

/** What hangs beside the work: the materials to fetch, and boxes to sign in. */
function workOrderReport(allocations: readonly Allocation[]): Report {
  return defineReport<NumberedMaterial>()({
    name: 'workOrder', permission: 'process.readDailyProduction', titleKey: 'planning.work.paper.title', descriptionKey: 'planning.work.paper.title', filters: {},
    columns: [
      { key: 'line', labelKey: 'planning.work.paper.line', kind: 'integer', width: 11, value: ({ line }) => line },
      { key: 'code', labelKey: 'fields.code', kind: 'text', width: 34, value: ({ itemCode }) => itemCode },
      { key: 'item', labelKey: 'planning.work.materials', kind: 'text', width: 62, value: ({ itemName }) => itemName },
      { key: 'place', labelKey: 'planning.work.place', kind: 'text', width: 40, value: ({ locationName }) => locationName },
      { key: 'required', labelKey: 'planning.orders.required', kind: 'decimal', width: 28, value: ({ required }) => required, places: ({ unitPlaces }) => unitPlaces },
      { key: 'allocated', labelKey: 'planning.work.allocated', kind: 'decimal', width: 28, value: ({ allocated }) => allocated, places: ({ unitPlaces }) => unitPlaces },
      { key: 'unit', labelKey: 'planning.work.paper.unit', kind: 'text', width: 20, value: ({ unitCode }) => unitCode },
    ],
    rows: () => allocations.map((allocation, at) => ({ ...allocation, line: at + 1 })),
    signatures: ['reports.signatures.preparedBy', 'planning.work.paper.received', 'planning.work.paper.finished'],
    orientation: 'portrait',
  })
}

/** A work order on the factory's paper, in the language asked for; its number stands on it as a code to scan. */
export function workOrderPaper(context: JobContext, id: string, language: Language): Promise<Paper> {
  const { workOrder, allocations } = workOrderDetail(context.db, context.scope.mine(), id)
  return documentOnPaper(context, { report: workOrderReport(allocations), language, subject: workOrder.number, facts: factsOf(workOrder, language), code: workOrder.number })
}

/** What stands above the materials. */
function factsOf(workOrder: WorkOrder, language: Language): PaperFact[] {
  const { articleCode, articleName, itemCode, itemName, stageName, sectionName, targetQuantity, startDay, deadlineDay, manufacturingNumber, week, destination, isUrgent } = workOrder
  return [
    ['planning.fields.targetQuantity', `${numberText(decimalText(targetQuantity), language)}\u00a0${textOf(language, 'units.pieces')}`],
    ['planning.fields.article', `${articleName} (${articleCode})`], ['planning.work.part', itemName === null ? null : `${itemName} (${itemCode ?? ''})`], ['planning.orders.section', sectionName], ['planning.orders.stage', stageName],
    ['planning.fields.startDay', dayText(startDay)], ['planning.work.due', dayText(deadlineDay)],
    ['planning.fields.manufacturingOrderId', manufacturingNumber], ['planning.fields.week', week], ['planning.fields.destination', destination === null ? null : textOf(language, `planning.destinations.${destination}`)],
    ['planning.fields.isUrgent', isUrgent ? textOf(language, 'words.yes') : null],
  ]
}
