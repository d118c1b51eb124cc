import { decimalText, fromUnits, type Decimal } from '../../shared/core/decimal.ts'
import { numberText } from '../../shared/core/number-text.ts'
import { dayText } from '../../shared/core/day-text.ts'
import type { InvoiceDetail } from '../../shared/fulfilment/invoices.ts'
import type { InvoicePaper } from '../../shared/fulfilment/papers.ts'
import type { Language } from '../../shared/texts.ts'
import type { JobContext } from '../core/handlers.ts'
import { documentOnPaper, type PaperFact } from '../documents/paper.ts'
import type { Paper } from '../engines/reports-paper.ts'
import { textOf } from '../engines/reports-text.ts'
import { defineReport, type Report } from '../engines/reports.ts'
import { invoiceDetail } from './detail.ts'
import { wrongState } from './steps.ts'

interface PaperLine {
  readonly box: string
  readonly code: string
  readonly name: string
  readonly batch: string
  readonly quantity: number
}
interface Parcel {
  readonly box: string
  readonly weight: Decimal | null
}

/** One of the papers of an invoice, on the factory's own. */
export function invoicePaper(context: JobContext, invoiceId: string, paper: InvoicePaper, language: Language): Promise<Paper> {
  const detail = invoiceDetail(context.db, invoiceId)
  const { report, facts } = makers[paper](detail, language)
  // An invoice is of no section: it is printed by those too who have none.
  const ofFactory = { ...context, scope: { ...context.scope, mine: () => [] } }
  return documentOnPaper(ofFactory, { report, language, subject: detail.number, facts: [...recipient(detail), ...facts], code: detail.number })
}

interface Made {
  readonly report: Report
  readonly facts: readonly PaperFact[]
}

const makers: Readonly<Record<InvoicePaper, (detail: InvoiceDetail, language: Language) => Made>> = {
  packingList: detail => ({
    facts: [['fulfilment.fields.packerId', detail.packerName]],
    report: goodsReport('packingList', packedLines(detail), boxesOf(detail).length > 0),
  }),
  deliveryNote: detail => ({
    facts: [
      ['fulfilment.fields.day', dayText(detail.day)],
      ['fulfilment.fields.assigneeId', current(detail)?.assigneeName ?? null],
      ['fulfilment.fields.pickupName', current(detail)?.pickupName ?? null],
    ],
    report: goodsReport(
      'deliveryNote',
      detail.lines.filter(({ isCharge }) => !isCharge).map(line => ({ ...ofLine(line), box: '', quantity: line.quantity })),
      false,
    ),
  }),
  courierSlip(detail, language) {
    const delivery = current(detail)
    if (delivery?.kind !== 'COURIER') throw wrongState(detail)
    const count = Math.max(detail.packing[0]?.labelCount ?? 1, delivery.boxWeights.length)
    const parcels = Array.from({ length: count }, (_, at): Parcel => ({
      box: textOf(language, 'fulfilment.address.box', { number: at + 1, count }),
      weight: delivery.boxWeights[at] ?? null,
    }))
    const total = fromUnits(delivery.boxWeights.reduce((sum, weight) => sum + weight, 0))
    return {
      facts: [
        ['fulfilment.fields.courierId', delivery.courierName],
        ['fulfilment.fields.trackingNumber', delivery.trackingNumber],
        ['floor.papers.totalWeight', delivery.boxWeights.length === 0 ? null : `${numberText(decimalText(total), language)} kg`],
      ],
      report: defineReport<Parcel>()({
        ...shared('courierSlip'),
        columns: [
          { key: 'box', labelKey: 'fulfilment.kinds.BOX', kind: 'text', width: 110, value: ({ box }) => box },
          { key: 'weight', labelKey: 'floor.papers.weight', kind: 'decimal', width: 50, value: ({ weight }) => weight, places: () => 2 },
        ],
        rows: () => parcels,
        signatures: ['floor.papers.sentBy', 'floor.papers.takenBy'],
      }),
    }
  },
}

function goodsReport(name: 'packingList' | 'deliveryNote', lines: readonly PaperLine[], hasBoxes: boolean): Report {
  return defineReport<PaperLine>()({
    ...shared(name),
    columns: [
      ...(hasBoxes ? [{ key: 'box', labelKey: 'fulfilment.kinds.BOX', kind: 'text', width: 34, value: ({ box }: PaperLine) => box } as const] : []),
      { key: 'code', labelKey: 'fulfilment.fields.itemCode', kind: 'text', width: 36, value: ({ code }) => code },
      { key: 'name', labelKey: 'fulfilment.fields.name', kind: 'text', width: 64, value: line => line.name },
      { key: 'batch', labelKey: 'fulfilment.fields.batchNumber', kind: 'text', width: 28, value: ({ batch }) => batch },
      { key: 'quantity', labelKey: 'fulfilment.fields.quantity', kind: 'integer', width: 22, value: ({ quantity }) => quantity, total: 'sum' },
    ],
    rows: () => [...lines],
    signatures:
      name === 'packingList'
        ? ['floor.papers.packedBy', 'floor.papers.checkedBy']
        : ['floor.papers.sentBy', 'floor.papers.carriedBy', 'floor.papers.receivedBy'],
  })
}

function shared(name: InvoicePaper) {
  const titleKey = `floor.papers.${name}`
  return { name, permission: 'fulfilment.view', titleKey, descriptionKey: titleKey, filters: {}, orientation: 'portrait' } as const
}

/** Box by box; of what went into trays, or past its boxes, line by line: a tray goes back to the warehouse before anything leaves. */
export function packedLines({ containers, lines }: Pick<InvoiceDetail, 'containers' | 'lines'>): PaperLine[] {
  const goods = lines.filter(({ isCharge }) => !isCharge)
  const boxes = boxesOf({ containers })
  if (boxes.length === 0) return goods.map(line => ({ ...ofLine(line), box: '', quantity: line.quantity }))
  return boxes.flatMap(({ code, contents }) =>
    contents.flatMap(({ lineId, quantity }) => goods.filter(({ id }) => id === lineId).map(line => ({ ...ofLine(line), box: code, quantity }))),
  )
}

/** What its customer receives it in. */
export function boxesOf({ containers }: Pick<InvoiceDetail, 'containers'>): InvoiceDetail['containers'] {
  return containers.filter(({ kind }) => kind === 'BOX')
}

function ofLine({ itemCode: code, name, batchNumber: batch }: InvoiceDetail['lines'][number]): Pick<PaperLine, 'code' | 'name' | 'batch'> {
  return { code, name, batch }
}

/** The delivery that counts; cancelled ones are history. */
export function current({ delivery }: InvoiceDetail): InvoiceDetail['delivery'][number] | undefined {
  return delivery.find(({ status }) => status !== 'CANCELLED')
}

function recipient({ number, customerCode, customerName, customerArea, customer }: InvoiceDetail): PaperFact[] {
  const { address, postalCode, phone, alternatePhone } = customer
  return [
    ['fulfilment.fields.number', number],
    ['fulfilment.fields.customerId', `${customerCode} · ${customerName}`],
    ['fulfilment.fields.address', joined([address, customerArea, postalCode], ', ')],
    ['floor.papers.phone', joined([phone, alternatePhone], ' / ')],
  ]
}

export function joined(parts: readonly string[], by: string): string {
  return parts.filter(part => part !== '').join(by)
}
