import { z } from 'zod'
import { BusinessDaySchema } from '../core/dates.ts'
import { NonNegativeDecimal } from '../core/decimal.ts'
import { Note, optionalText, text } from '../core/fields.ts'
import { MoneySchema } from '../core/money.ts'
import { billingStatuses, invoicePriorities, invoiceStatuses } from './rules.ts'

export const mostLines = 2000
export const LineQuantity = z.int().min(1).max(1_000_000)

const PayloadCustomer = z.object({
  code: text(50),
  name: text(200),
  area: optionalText(100).optional(),
  address: optionalText(500).optional(),
  address1: optionalText(500).optional(),
  pincode: optionalText(10).optional(),
  phone1: optionalText(50).optional(),
  phone2: optionalText(50).optional(),
  email: optionalText(200).optional(),
})
const PayloadItem = z.object({
  name: text(300),
  item_code: text(50),
  quantity: LineQuantity,
  mrp: NonNegativeDecimal,
  shelf_location: optionalText(50),
  barcode: optionalText(100).default(''),
  company_name: optionalText(200).default(''),
  packing: optionalText(100).default(''),
  batch_no: optionalText(50).default(''),
  expiry_date: BusinessDaySchema.nullable().default(null),
  remarks: optionalText(500).default(''),
})
/** As billing programs send it: their names, not ours. Numbers may be JSON numbers or text. */
export const InvoicePayload = z.object({
  invoice_no: text(100),
  invoice_date: BusinessDaySchema,
  salesman: text(200),
  Total: MoneySchema,
  customer: PayloadCustomer,
  items: z.array(PayloadItem).min(1).max(mostLines),
  priority: z.enum(invoicePriorities).default('MEDIUM'),
  created_by: optionalText(200).default(''),
  temp_name: optionalText(200).default(''),
  remarks: Note.default(''),
})
export type InvoicePayload = z.output<typeof InvoicePayload>
/**
 * Its sender, who named every price, is told what the lines come to. `charges`: the codes that were taken for postage, a discount and the like,
 * which nobody picks: none of ours, with hardly a digit, without shelf, barcode or batch.
 */
export const ImportedInvoice = z.object({
  id: z.string(),
  invoice_no: z.string(),
  status: z.enum(invoiceStatuses),
  billing_status: z.enum(billingStatuses),
  total_amount: MoneySchema,
  total_matches: z.boolean(),
  customer_id: z.string(),
  salesman_id: z.string(),
  charges: z.array(z.string()),
})
