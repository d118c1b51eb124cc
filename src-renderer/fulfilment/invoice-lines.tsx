import type { ReactNode } from 'react'
import { decimal } from '../../shared/core/decimal.ts'
import { priceTimes } from '../../shared/core/money.ts'
import type { InvoiceDetail, InvoiceLine } from '../../shared/fulfilment/invoices.ts'
import { PlainTable, type PlainColumn } from '../components/plain-table.tsx'
import { Section } from '../components/section.tsx'
import { StatusChip } from '../components/status-chip.tsx'
import { useFormats } from '../core/formats.ts'
import { useText } from '../core/i18n.ts'
import { useUser } from '../core/session.ts'
import { useAmounts } from './amounts.ts'

interface Column {
  readonly head: PlainColumn
  cell(line: InvoiceLine): ReactNode
  readonly sum?: ReactNode
}

/** What is billed, how much of it the shelf gave, and for those who may see prices what it comes to. */
export function InvoiceLines({ invoice }: { readonly invoice: InvoiceDetail }): ReactNode {
  const t = useText()
  const amounts = useAmounts()
  const columns = useColumns(invoice)
  const { lines, pieces } = invoice
  return (
    <Section
      title={t('fulfilment.fields.lines')}
      hint={amounts(lines.length, pieces)}
    >
      <PlainTable
        label={t('fulfilment.fields.lines')}
        head={columns.map(({ head }) => head)}
        rows={lines.map(line => ({ key: line.id, cells: columns.map(({ cell }) => cell(line)) }))}
        sums={columns.map(({ sum }) => sum)}
      />
    </Section>
  )
}

function useColumns({ lines, total }: InvoiceDetail): readonly Column[] {
  const t = useText()
  const { integer, money, price } = useFormats()
  const { canSeeCost } = useUser()
  const isAnyPicked = lines.some(({ pickedQuantity }) => pickedQuantity !== null)
  const picked: Column = { head: t('fulfilment.fields.pickedQuantity'), cell: line => <Picked key="picked" line={line} /> }
  const priced: readonly Column[] = [
    { head: t('fulfilment.fields.mrp'), cell: ({ mrp }) => mrp !== undefined && price(mrp) },
    {
      head: t('fulfilment.billing.amount'),
      cell: ({ mrp, quantity }) => mrp !== undefined && money(priceTimes(mrp, decimal(String(quantity)), 'half-up')),
      sum: total !== undefined && money(total),
    },
  ]
  return [
    { head: t('fulfilment.fields.name'), cell: line => <LineName key="name" line={line} />, sum: t('words.total') },
    { head: { words: t('fulfilment.fields.shelfLocation') }, cell: line => line.shelfLocation || '–' },
    {
      head: t('fulfilment.fields.quantity'),
      cell: ({ quantity }) => integer(quantity),
      sum: integer(lines.reduce((sum, { quantity }) => sum + quantity, 0)),
    },
    ...(isAnyPicked ? [picked] : []),
    ...(canSeeCost ? priced : []),
  ]
}

function LineName({ line }: { readonly line: InvoiceLine }): ReactNode {
  const t = useText()
  const { day } = useFormats()
  const marks = [
    line.packing,
    line.companyName,
    line.barcode,
    line.batchNumber === '' ? '' : `${t('fulfilment.fields.batchNumber')} ${line.batchNumber}`,
    line.expiresOn === null ? '' : `${t('fulfilment.fields.expiresOn')} ${day(line.expiresOn)}`,
    line.remarks,
  ].filter(Boolean)
  return (
    <span>
      <b>{line.itemCode}</b> {line.name} {line.isCharge && <StatusChip tone="neutral" label={t('fulfilment.fields.isCharge')} />}
      {marks.length > 0 && <small> · {marks.join(' · ')}</small>}
    </span>
  )
}

/** Less than was billed stands out. */
function Picked({ line: { isCharge, pickedQuantity, quantity } }: { readonly line: InvoiceLine }): ReactNode {
  const { integer } = useFormats()
  if (isCharge || pickedQuantity === null) return '–'
  return pickedQuantity < quantity ? <StatusChip tone="bad" label={integer(pickedQuantity)} /> : integer(pickedQuantity)
}
