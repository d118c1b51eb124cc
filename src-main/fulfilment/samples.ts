import { decimal } from '../../shared/core/decimal.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import { sampleStates, type bulk } from '../../shared/fulfilment/bulk.ts'
import { invoiceTotal, type InvoiceStatus } from '../../shared/fulfilment/rules.ts'
import { customerMaster } from '../../shared/masters/partners.ts'
import type { CommandContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { createRecord } from '../masters/record-writing.ts'
import { invalid } from '../warehouse/refusals.ts'
import { isOfSeries } from './bulk.ts'
import { force, type Target } from './express.ts'
import { createInvoice, keepSalesman, type NewLine } from './importing.ts'

const prefix = 'SAMPLE-'
const customers = [
  ['SMP-01', 'Toko Contoh Utama', 'Bandung'],
  ['SMP-02', 'Apotek Contoh', 'Bekasi'],
  ['SMP-03', 'CV Contoh Sejahtera', 'Bogor'],
] as const
const goods = [
  ['SMP-A', 'Boneka contoh kecil', '12500'],
  ['SMP-B', 'Boneka contoh besar', '45000'],
  ['SMP-C', 'Gantungan kunci contoh', '3500'],
  ['SMP-D', 'Bantal contoh', '28000'],
] as const
/** Where forcing leads, for each state that can be had so; what is on its way stands before its delivery. */
const targets: Partial<Record<InvoiceStatus, Target>> = { PICKED: 'PICKED', PACKED: 'PACKED', DELIVERED: 'DELIVERED' }

/**
 * Invoices to practise on: brought to the state that is asked for by going past the stages before it, each of which is on record; with sessions and
 * no state asked for, to one state after the other. Throws `invalid-input` where sessions are asked for of what nobody has begun.
 */
export function seedInvoices(
  context: CommandContext,
  { count, hasSessions, status }: ParsedInputOf<typeof bulk.seedInvoices>,
): OutputOf<typeof bulk.seedInvoices> {
  const { db } = context
  if (hasSessions && status === 'INVOICED') throw invalid('hasSessions', 'fulfilment.issues.no-work-yet')
  const states = status !== undefined ? [status] : hasSessions ? sampleStates : (['INVOICED'] as const)
  const salesmanId = keepSalesman(context, 'Penjual Contoh')
  const customerIds = customers.map(([code, name, area]) => sampleCustomer(context, code, name, area))
  const { most } = db.one(
    sql
      .selectFrom('invoice')
      .where(isOfSeries(prefix))
      .select(({ fn }) => fn.max<number | null>('seriesCount').as('most')),
  )
  const numbers = Array.from({ length: count }, (_, at) => `${prefix}${String((most ?? 0) + at + 1).padStart(5, '0')}`)
  for (const [at, number] of numbers.entries()) {
    const lines = linesFor(at)
    const invoice = createInvoice(context, {
      number,
      day: context.today(),
      customerId: customerIds[at % customerIds.length]!,
      salesmanId,
      statedTotal: invoiceTotal(lines),
      priority: at % 5 === 0 ? 'HIGH' : 'MEDIUM',
      creator: '',
      temporaryName: '',
      remarks: '',
      lines,
    })
    const target = targets[states[at % states.length]!]
    if (target) force(context, invoice, target, prefix)
  }
  return { numbers }
}

function sampleCustomer({ db }: CommandContext, code: string, name: string, area: string): string {
  return db.first(sql.selectFrom('customer').select('id').where('code', '=', code))?.id ?? createRecord(db, customerMaster, { code, name, area }).id
}

function linesFor(at: number): NewLine[] {
  return goods.slice(0, 1 + (at % goods.length)).map(([itemCode, name, price], position) => ({
    itemCode,
    name,
    quantity: 2 + ((at + position) % 9),
    mrp: decimal(price),
    shelfLocation: `R-${String(position + 1).padStart(2, '0')}`,
    expiresOn: null,
  }))
}
