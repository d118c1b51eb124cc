import type { Language } from '../../shared/texts.ts'
import type { JobContext } from '../core/handlers.ts'
import { documentOnPaper } from '../documents/paper.ts'
import type { Paper } from '../engines/reports-paper.ts'
import { textOf } from '../engines/reports-text.ts'
import { defineReport } from '../engines/reports.ts'
import { packingOf } from './steps.ts'

interface BoxLabel {
  readonly box: string
  readonly name: string
  readonly address: string
  readonly phone: string
}

/** IF-8: to whom it goes, once for every box. */
export function addressPaper(context: JobContext, invoiceId: string, language: Language): Promise<Paper> {
  const { db } = context
  const invoice = db.get('invoice', invoiceId)
  const customer = db.get('customer', invoice.customerId)
  const count = packingOf(db, invoiceId)?.labelCount ?? 1
  const address = [customer.address, customer.area, customer.postalCode].filter(part => part !== '').join(', ')
  const phone = [customer.phone, customer.alternatePhone].filter(part => part !== '').join(' / ')
  const labels = Array.from({ length: count }, (_, at): BoxLabel => ({
    box: textOf(language, 'fulfilment.address.box', { number: at + 1, count }),
    name: customer.name,
    address,
    phone,
  }))
  const report = defineReport<BoxLabel>()({
    name: 'invoiceAddress',
    permission: 'fulfilment.view',
    titleKey: 'fulfilment.address.title',
    descriptionKey: 'fulfilment.address.title',
    filters: {},
    columns: [
      { key: 'box', labelKey: 'fulfilment.kinds.BOX', kind: 'text', width: 34, value: ({ box }) => box },
      { key: 'name', labelKey: 'fulfilment.fields.customerId', kind: 'text', width: 50, value: ({ name }) => name },
      { key: 'address', labelKey: 'fulfilment.fields.address', kind: 'text', width: 66, value: row => row.address },
      { key: 'phone', labelKey: 'floor.papers.phone', kind: 'text', width: 36, value: row => row.phone },
    ],
    rows: () => labels,
    signatures: [],
    orientation: 'portrait',
  })
  const facts = [
    ['fulfilment.fields.number', invoice.number],
    ['fulfilment.fields.customerId', `${customer.code} · ${customer.name}`],
    ['fulfilment.fields.address', address],
  ] as const
  // An invoice is of no section: it is printed by those too who have none.
  const ofFactory = { ...context, scope: { ...context.scope, mine: () => [] } }
  return documentOnPaper(ofFactory, { report, language, subject: invoice.number, facts, code: invoice.number })
}
