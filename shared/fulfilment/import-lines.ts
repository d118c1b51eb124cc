import { z } from 'zod'
import { DecimalSchema } from '../core/decimal.ts'

/** A line of an invoice as a file gave it, within the one text that is staged of all of them. */
export const ImportedLine = z.object({
  itemCode: z.string(),
  name: z.string(),
  quantity: z.int(),
  mrp: DecimalSchema,
  shelfLocation: z.string(),
  barcode: z.string(),
  companyName: z.string(),
  packing: z.string(),
  batchNumber: z.string(),
  expiresOn: z.string().nullable(),
  remarks: z.string(),
  isCharge: z.boolean(),
})
export type ImportedLine = z.output<typeof ImportedLine>

/** A line of the text a line of the invoice, so that they are counted as they are read. */
export function linesText(lines: readonly ImportedLine[]): string {
  return lines.map(line => JSON.stringify(z.encode(ImportedLine, line))).join('\n')
}

export function readLines(text: string): ImportedLine[] {
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => z.decode(ImportedLine, JSON.parse(line)))
}
