import { rm } from 'node:fs/promises'
import { AppError } from '../../shared/core/errors.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { InvoiceDetail } from '../../shared/fulfilment/invoices.ts'
import type { BoxLabelKind, papers } from '../../shared/fulfilment/papers.ts'
import { piecesOf } from '../../shared/fulfilment/rules.ts'
import type { Label } from '../../shared/labels/layout.ts'
import { labelWriters } from '../../shared/labels/writers.ts'
import type { Language } from '../../shared/texts.ts'
import type { JobContext } from '../core/handlers.ts'
import { textOf } from '../engines/reports-text.ts'
import { stampOf } from '../engines/stamp.ts'
import { sendToPrinter } from '../labels/printer.ts'
import { writeLabelSheet } from '../labels/sheet.ts'
import { factoryOf } from '../reports/factory.ts'
import { invoiceDetail } from './detail.ts'
import { boxesOf, current, joined, packedLines } from './papers.ts'

type Inputs = typeof papers

/** IF-8: one for every box, or one for the basket, each with the invoice's number to scan. */
export function boxLabels(detail: InvoiceDetail, kind: BoxLabelKind, language: Language): Label[] {
  const { number, customerName, packing } = detail
  if (kind === 'basket') return [basketLabel(detail, language)]
  const packed = packing.find(({ status }) => status !== 'CANCELLED')
  const boxes = kind === 'box' ? boxesOf(detail).map(({ code }) => code) : []
  const count = boxes.length || packed?.labelCount || 1
  return Array.from({ length: count }, (_, at) => ({
    scan: number,
    code: number,
    name: customerName,
    quantity: boxes[at] ?? textOf(language, 'fulfilment.address.box', { number: at + 1, count }),
    facts: kind === 'address' ? addressOf(detail, packed?.courierName ?? null) : contentsOf(detail, boxes[at], language),
  }))
}

function addressOf(detail: InvoiceDetail, packedFor: string | null): string[] {
  const { customer, customerArea } = detail
  const place = joined([customer.address, customerArea, customer.postalCode], ', ')
  const phones = joined([customer.phone, customer.alternatePhone], ' / ')
  return [place, phones, current(detail)?.courierName ?? packedFor ?? ''].filter(fact => fact !== '')
}

/** More lines stand on no label: then it begins with how much there is in all, and the packing list tells the rest. */
const mostLines = 6
const shown = (count: number) => ({ count, shown: count })

/** What was picked is laid on the packing table by scanning this. */
function basketLabel({ number, customerName, customerArea, lines, pickerName, remarks }: InvoiceDetail, language: Language): Label {
  const goods = lines.filter(({ isCharge }) => !isCharge)
  const picked = pickerName === null ? '' : textOf(language, 'floor.pack.pickedBy', { name: pickerName })
  return {
    scan: number,
    code: number,
    name: joined([customerName, customerArea], ', '),
    quantity: joined([textOf(language, 'fulfilment.amounts.pieces', shown(piecesOf(goods))), textOf(language, 'fulfilment.amounts.lines', shown(goods.length))], ', '),
    facts: [picked, remarks].filter(fact => fact !== ''),
  }
}

function contentsOf(detail: InvoiceDetail, box: string | undefined, language: Language): string[] {
  const lines = packedLines(detail).filter(line => box === undefined || line.box === box)
  const told = lines.map(({ quantity, name, code }) => `${quantity} × ${name} (${code})`)
  if (lines.length <= mostLines) return told
  const pieces = lines.reduce((sum, { quantity }) => sum + quantity, 0)
  return [textOf(language, 'fulfilment.address.contents', { lines: lines.length, pieces }), ...told.slice(0, mostLines)]
}

export async function printBoxLabels(
  { db, session, progress }: JobContext,
  { invoiceId, kind, printerId, skip, language = session.language }: ParsedInputOf<Inputs['printBoxLabels']>,
): Promise<OutputOf<Inputs['printBoxLabels']>> {
  const printer = db.get('labelPrinter', printerId)
  if (!printer.isActive) throw new AppError('inactive', { entity: 'labelPrinter', id: printer.id, code: printer.code })
  const form = { dpi: Number(printer.dpi), width: printer.labelWidth, height: printer.labelHeight }
  const labels = boxLabels(invoiceDetail(db, invoiceId), kind, language)
  const rest = labels.slice(skip)
  progress('printing', skip, labels.length)
  await sendToPrinter(
    printer,
    rest.map(label => ({ text: labelWriters[printer.language](label, form, 1), count: 1 })),
    sent => progress('printing', skip + sent, labels.length),
  )
  return { printed: rest.length, printer: printer.name }
}

export async function makeBoxLabelSheet(
  { db, session, clock, createFile, offer }: JobContext,
  { invoiceId, kind, language = session.language }: ParsedInputOf<Inputs['makeBoxLabelSheet']>,
): Promise<OutputOf<Inputs['makeBoxLabelSheet']>> {
  const detail = invoiceDetail(db, invoiceId)
  const file = await createFile(`${textOf(language, 'labels.file')}_${detail.number}.pdf`, 'application/pdf')
  try {
    const info = { title: textOf(language, 'labels.title'), author: session.fullName || factoryOf(db).name, createdAt: clock.now(), language }
    await writeLabelSheet(boxLabels(detail, kind, language), info, stampOf(db), file.path)
    return await offer(file)
  } catch (error) {
    await rm(file.path, { force: true })
    throw error
  }
}
