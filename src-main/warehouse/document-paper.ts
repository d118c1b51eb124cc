import { dayText } from '../../shared/core/day-text.ts'
import { wallClock } from '../../shared/core/dates.ts'
import type { DocumentKind } from '../../shared/warehouse/document-rules.ts'
import type { StockDocument, StockDocumentLine } from '../../shared/warehouse/documents.ts'
import type { Language } from '../../shared/texts.ts'
import type { JobContext } from '../core/handlers.ts'
import { documentOnPaper, type PaperFact } from '../documents/paper.ts'
import type { Paper } from '../engines/reports-paper.ts'
import { textOf } from '../engines/reports-text.ts'
import { defineReport, type Report } from '../engines/reports.ts'
import { factoryOf } from '../reports/factory.ts'
import { documentOf, linesOf } from './document-rows.ts'

type NumberedLine = StockDocumentLine & { readonly line: number }

/** Who signs for the goods of each kind. */
const signers: Readonly<Record<DocumentKind, readonly string[]>> = {
  RECEIPT: ['warehouse.documents.paper.brought', 'warehouse.documents.paper.received', 'reports.signatures.checkedBy'],
  TRANSFER: ['warehouse.documents.paper.gave', 'warehouse.documents.paper.received', 'reports.signatures.checkedBy'],
  ISSUE: ['warehouse.documents.paper.gave', 'warehouse.documents.paper.took', 'reports.signatures.approvedBy'],
  ADJUSTMENT: ['reports.signatures.countedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'],
}

function documentReport(kind: DocumentKind, lines: readonly StockDocumentLine[]): Report {
  const hasWorkOrders = lines.some(({ workOrderId }) => workOrderId !== null)
  const hasOwnPlaces = lines.some(({ fromLocationId, toLocationId }) => fromLocationId !== null || toLocationId !== null)
  return defineReport<NumberedLine>()({
    name: 'stockDocument', permission: 'warehouse.view', titleKey: `warehouse.documents.papers.${kind}`, descriptionKey: `warehouse.documents.papers.${kind}`,
    filters: {},
    columns: [
      { key: 'line', labelKey: 'warehouse.documents.paper.line', kind: 'integer', width: 11, value: ({ line }) => line },
      { key: 'code', labelKey: 'fields.code', kind: 'text', width: 28, value: ({ itemCode }) => itemCode },
      {
        key: 'item', labelKey: 'warehouse.fields.item', kind: 'text', width: 52,
        value: ({ itemName, note }) => (note === '' ? itemName : `${itemName} – ${note}`),
      },
      {
        key: 'lot', labelKey: 'warehouse.counts.lot', kind: 'text', width: 44,
        value: ({ lots, lotCode, supplierLot }) => [lots.map(({ code }) => code).join(', ') || lotCode, supplierLot].filter(Boolean).join(' · '),
      },
      {
        key: 'place', labelKey: 'warehouse.documents.linePlaces', kind: 'text', width: 36, when: () => hasOwnPlaces,
        value: ({ fromLocationName, toLocationName }) => [fromLocationName, toLocationName].filter(Boolean).join(' → '),
      },
      {
        key: 'workOrder', labelKey: 'planning.fields.workOrderId', kind: 'text', width: 36, when: () => hasWorkOrders,
        value: ({ workOrderNumber }) => workOrderNumber,
      },
      {
        key: 'quantity', labelKey: kind === 'ADJUSTMENT' ? 'warehouse.entry.counted' : 'warehouse.fields.quantity', kind: 'decimal', width: 24,
        value: ({ quantity }) => quantity, places: ({ unitPlaces }) => unitPlaces,
      },
      { key: 'unit', labelKey: 'warehouse.fields.unit', kind: 'text', width: 20, value: ({ unitCode }) => unitCode },
    ],
    rows: () => lines.map((line, at) => ({ ...line, line: at + 1 })),
    signatures: [...signers[kind]],
    orientation: 'portrait',
  })
}

/** A document on the factory's paper, in the language asked for. */
export function documentPaper(context: JobContext, id: string, language: Language): Promise<Paper> {
  const { db, scope } = context
  const document = documentOf(db, id)
  const lines = linesOf(db, scope.mine(), id)
  const day = document.postedDay ?? wallClock(document.createdAt, factoryOf(db).timeZone).day
  return documentOnPaper(
    context, { report: documentReport(document.kind, lines), language, subject: `${document.number} · ${dayText(day)}`, facts: factsOf(document, language) },
  )
}

/** What stands above the goods. That it is a draft still, or was reversed, is told first. */
function factsOf(
  { status, fromLocationName, toLocationName, issuedFor, partnerName, reference, notes, reverseReason }: StockDocument, language: Language,
): PaperFact[] {
  return [
    ['warehouse.fields.status', status === 'POSTED' ? null : textOf(language, `warehouse.documents.statuses.${status}`)],
    ['warehouse.documents.reverseReason', reverseReason],
    ['warehouse.documents.partner', partnerName], ['warehouse.entry.fromPlace', fromLocationName], ['warehouse.entry.intoPlace', toLocationName],
    ['warehouse.fields.purpose', issuedFor === null ? null : textOf(language, `warehouse.purposes.${issuedFor}`)], ['warehouse.documents.reference', reference],
    ['warehouse.fields.note', notes],
  ]
}
