import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import type { Call } from './call.ts'

/** Sends a file as whoever brings it in, and gives the ticket for it. */
export type Upload = (name: string, content: string) => Promise<string>

/** What customers sent back of what they were billed the day before; the last is of no invoice that is known, and is linked by hand. */
const notes = [
  ['C2611001', 'TK-CERIA', 'JB-HIU-40', 'Boneka hiu 40 cm', -2, 68500],
  ['C2611002', 'TK-BINTANG', 'JB-BRG-30', 'Boneka beruang 30 cm', -3, 54000],
  ['C2611003', 'TK-MELATI', 'JB-KLC-25', 'Boneka kelinci 25 cm', -40, 47500],
] as const

/** Credit notes as the billing program exports them, brought in by a file. */
export async function tellCreditNotes(owner: Call, upload: Upload, today: BusinessDay): Promise<void> {
  const day = addDays(today, -1)
  const rows = notes.map(([number, customer, code, name, quantity, price]) => [number, day, customer, code, name, quantity, price].join(','))
  const ticket = await upload('nota-kredit.csv', ['InvoiceNo,InvoiceDate,CustomerID,StockCode,Description,Qty,UnitPrice', ...rows].join('\n'))
  const { fileId, suggestion, ...seen } = await owner('imports', 'inspectFile', { target: 'invoices', ticket })
  const { columns, constants, replacements, mappingId } = suggestion
  const staged = await owner('imports', 'stageImport', { fileId, target: 'invoices', setup: { ...seen, mode: 'insert', columns, constants, replacements, mappingId } })
  // Codes with so few digits are taken for charges: whoever imports says that these are meant.
  const accepted = { act: 'accept', where: { reason: 'charge-code' }, reason: 'charge-code' } as const
  const { id, version } = await owner('imports', 'decideRows', { id: staged.id, version: staged.version, decisions: [accepted] })
  await owner('imports', 'applyImport', { id, version })
}
