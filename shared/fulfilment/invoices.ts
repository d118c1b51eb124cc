import { z } from 'zod'
import { cost } from '../core/cost.ts'
import { BusinessDaySchema } from '../core/dates.ts'
import { DecimalSchema } from '../core/decimal.ts'
import { Note, optionalText, Reason, text, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { MoneySchema } from '../core/money.ts'
import { command, query } from '../core/procedure.ts'
import { ImportedInvoice, InvoicePayload, LineQuantity, mostLines } from './invoice-payload.ts'
import { Container, DeliverySession, PackingSession, PickingSession } from './sessions.ts'
import { billingStatuses, deliveryStatuses, invoicePriorities, invoiceStatuses, returnSections } from './rules.ts'
import { allStageWrites, detailReads, importWrites, invoiceReads } from './writes.ts'

/** The code on somebody's badge proves who does a step. Without it, it is whoever is signed in, where the factory lets them (`proof-needed` otherwise). */
export const Badge = { badge: text(100).optional() }

/**
 * An invoice as lists show it, with whoever has it in hand. What it comes to is for those who may see costs (IA-9): whoever picks, packs or
 * drives needs no price. `statedTotal`: what its sender says it comes to; `isTotalDifferent` where the lines come to something else.
 */
export const Invoice = z.object({
  id: z.string(),
  version: z.int(),
  createdAt: z.string(),
  number: z.string(),
  day: z.string(),
  status: z.enum(invoiceStatuses),
  statusSince: z.string(),
  priority: z.enum(invoicePriorities),
  billingStatus: z.enum(billingStatuses),
  customerId: z.string(),
  customerCode: z.string(),
  customerName: z.string(),
  customerArea: z.string(),
  salesmanName: z.string().nullable(),
  total: cost(MoneySchema),
  statedTotal: cost(MoneySchema.nullable()),
  isTotalDifferent: z.boolean(),
  lineCount: z.int(),
  pieces: z.int(),
  creator: z.string(),
  createdByName: z.string(),
  temporaryName: z.string(),
  remarks: z.string(),
  isOnHold: z.boolean(),
  holdReason: z.string().nullable(),
  isSelfBoxing: z.boolean(),
  isExpress: z.boolean(),
  pickerName: z.string().nullable(),
  packerName: z.string().nullable(),
  assigneeName: z.string().nullable(),
  deliveryStatus: z.enum(deliveryStatuses).nullable(),
})
export type Invoice = z.infer<typeof Invoice>

/** `isCharge`: postage, a discount: billed, but neither picked nor packed. `isStocked`: kept in stock here, so that picking takes it off its shelf. */
export const InvoiceLine = z.object({
  id: z.string(),
  position: z.int(),
  name: z.string(),
  itemCode: z.string(),
  itemId: z.string().nullable(),
  barcode: z.string(),
  quantity: z.int(),
  pickedQuantity: z.int().nullable(),
  mrp: cost(DecimalSchema),
  companyName: z.string(),
  packing: z.string(),
  shelfLocation: z.string(),
  batchNumber: z.string(),
  expiresOn: z.string().nullable(),
  remarks: z.string(),
  isCharge: z.boolean(),
})
export type InvoiceLine = z.infer<typeof InvoiceLine>

export const InvoiceReturn = z.object({
  id: z.string(),
  createdAt: z.string(),
  reason: z.string(),
  section: z.enum(returnSections),
  returnedByName: z.string(),
  resolvedAt: z.string().nullable(),
  resolvedByName: z.string().nullable(),
  resolution: z.string().nullable(),
})
export type InvoiceReturn = z.infer<typeof InvoiceReturn>

export const CreditNote = z.object({
  id: z.string(),
  version: z.int(),
  createdAt: z.string(),
  number: z.string(),
  day: z.string(),
  customerCode: z.string(),
  customerName: z.string(),
  total: cost(MoneySchema),
  invoiceId: z.string().nullable(),
  invoiceNumber: z.string().nullable(),
  lines: z.array(z.object({ itemCode: z.string(), name: z.string(), quantity: z.int(), mrp: cost(DecimalSchema) })),
})
export type CreditNote = z.infer<typeof CreditNote>

export const CourierChange = z.object({
  id: z.string(),
  createdAt: z.string(),
  fromCourierName: z.string(),
  toCourierName: z.string(),
  reason: z.string(),
  changedByName: z.string(),
})

/** All that is known of an invoice; sessions of before, cancelled ones too, with the newest first. */
export const InvoiceDetail = Invoice.extend({
  customer: z.object({ address: z.string(), postalCode: z.string(), phone: z.string(), alternatePhone: z.string(), email: z.string() }),
  lines: z.array(InvoiceLine),
  picking: z.array(PickingSession),
  packing: z.array(PackingSession),
  delivery: z.array(DeliverySession),
  containers: z.array(Container),
  returns: z.array(InvoiceReturn),
  creditNotes: z.array(CreditNote),
  courierChanges: z.array(CourierChange),
})
export type InvoiceDetail = z.infer<typeof InvoiceDetail>

/** IF-14: what is left out stays as it is; a new line needs code, name, quantity and price. */
export const CorrectedLine = z.object({
  barcode: optionalText(100).default(''),
  itemCode: optionalText(50).default(''),
  name: optionalText(300).default(''),
  quantity: LineQuantity.optional(),
  mrp: cost(DecimalSchema),
  shelfLocation: optionalText(50).optional(),
  batchNumber: optionalText(50).optional(),
  remarks: optionalText(500).optional(),
})

const filter = {
  ids: z.array(IdSchema).max(200),
  status: z.array(z.enum(invoiceStatuses)).max(invoiceStatuses.length),
  priority: z.enum(invoicePriorities),
  billingStatus: z.enum(billingStatuses),
  creator: optionalText(200),
  workerEmail: optionalText(200),
  deliveryStatus: z.array(z.enum(deliveryStatuses)).max(deliveryStatuses.length),
  customerId: IdSchema,
  salesmanId: IdSchema,
  fromDay: BusinessDaySchema,
  toDay: BusinessDaySchema,
  isOnHold: z.boolean(),
  isExpress: z.boolean(),
  isTotalDifferent: z.boolean(),
}
/** IF-18: twenty a page, unless more is asked for. */
export const usualPage = { pageSize: z.int().min(1).max(200).default(20) }
const mayRead = { permission: 'fulfilment.view' } as const
const act = { id: IdSchema, version: Version }

export const invoices = {
  /** IF-1: by an API key or a login. Throws `duplicate` for a number that is there: nothing is changed then. */
  importInvoice: command({
    permission: 'process.importInvoice',
    action: 'IMPORT',
    input: InvoicePayload,
    output: ImportedInvoice,
    writes: importWrites,
  }),
  /** IF-18. `workerEmail`: whoever picked, checked, packed, or was to deliver it, by their e-mail or a part of their name; `creator`: a part of the name. */
  listInvoices: query({
    ...mayRead,
    long: true,
    input: listInput(filter, ['createdAt', 'number', 'day', 'status', 'priority', 'customerName', 'total']).extend(usualPage),
    output: page(Invoice),
    reads: invoiceReads,
  }),
  getInvoice: query({ ...mayRead, input: z.object({ id: IdSchema }), output: InvoiceDetail, reads: detailReads }),
  /** The invoice whose number was scanned or typed. Throws `invoice-unknown`. */
  findInvoice: query({ ...mayRead, input: z.object({ number: text(100) }), output: InvoiceDetail, reads: detailReads }),
  /**
   * What billing settles without correcting the bill: how urgent it is, that it waits, that its packer boxes it alone. A hold needs its reason
   * (`reason-needed`).
   */
  changeInvoice: command({
    permission: 'fulfilment.update',
    output: Invoice,
    writes: ['invoice', 'pickingSession', 'packingSession'],
    input: z.object({
      ...act,
      priority: z.enum(invoicePriorities).optional(),
      remarks: Note.optional(),
      isSelfBoxing: z.boolean().optional(),
      isExpress: z.boolean().optional(),
      isOnHold: z.boolean().optional(),
      reason: optionalText(500).default(''),
    }),
  }),
  /** IF-13. Throws `wrong-state` where it is not in hand, or in review already. Whoever is in charge needs no badge. */
  returnInvoice: command({
    permission: 'fulfilment.execute',
    action: 'REJECT',
    input: z.object({ invoiceId: IdSchema, ...Badge, reason: Reason }),
    output: Invoice,
    writes: allStageWrites,
  }),
  /**
   * IF-14: billing corrects what was returned; the invoice goes on where it was returned from. A line is the one of its barcode, else of its
   * code; one that is nobody's is new.
   * `replaceItems`: what is not listed is taken off the bill. Throws `wrong-state` out of review, `bill-empty`.
   */
  updateBill: command({
    permission: 'fulfilment.update',
    action: 'UPDATE',
    output: Invoice,
    writes: allStageWrites,
    input: z.object({
      ...act,
      replaceItems: z.boolean().default(false),
      notes: Reason,
      lines: z.array(CorrectedLine).max(mostLines),
    }),
  }),
  listReturns: query({
    ...mayRead,
    long: true,
    input: listInput({ isOpen: z.boolean(), section: z.enum(returnSections), fromDay: BusinessDaySchema, toDay: BusinessDaySchema }, [
      'createdAt',
    ]).extend(usualPage),
    output: page(InvoiceReturn.extend({ invoiceId: z.string(), invoiceNumber: z.string(), customerName: z.string(), invoiceVersion: z.int() })),
    reads: ['invoiceReturn', 'invoice', 'customer', 'user', 'site'],
  }),
  /** `fromDay`, `toDay`: the days of the notes themselves. */
  listCreditNotes: query({
    ...mayRead,
    long: true,
    input: listInput({ isFound: z.boolean(), customerId: IdSchema, fromDay: BusinessDaySchema, toDay: BusinessDaySchema }, [
      'createdAt',
      'number',
      'day',
    ]).extend(usualPage),
    output: page(CreditNote),
    reads: ['creditNote', 'invoice', 'customer'],
  }),
  /** What credit notes took back whole, before it left, ends by them; goods go back to their shelves. Throws `wrong-state` out of review, `not-credited`. */
  cancelCredited: command({ permission: 'fulfilment.update', action: 'DELETE', input: z.object(act), output: Invoice, writes: allStageWrites }),
  /** Whose return a credit note is, where the import did not find it. Throws `already-linked` where it is known, `invoice-unknown`, `other-customer`. */
  linkCreditNote: command({
    permission: 'fulfilment.update',
    action: 'UPDATE',
    input: z.object({ ...act, invoiceNumber: text(100) }),
    output: CreditNote,
    writes: [...allStageWrites, 'creditNote'],
  }),
}
