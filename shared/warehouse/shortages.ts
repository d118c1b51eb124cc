import { z } from 'zod'
import { DecimalSchema } from '../core/decimal.ts'
import { Note, optionalText, Reason, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, query } from '../core/procedure.ts'
import { debtRisks } from './debt-rules.ts'
import { DebtRisk } from './debts.ts'
import { StockQuantity } from './quantity.ts'

/** What a section lacks, as it stood when it was told (WH-8); `severity` by the share of the need that is missing (PL-14). */
export const Shortage = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), number: z.string(), sectionId: z.string(), sectionName: z.string(), itemId: z.string(), itemCode: z.string(), itemName: z.string(),
  unitCode: z.string(), unitPlaces: z.int(), locationId: z.string(), locationName: z.string(), required: DecimalSchema, available: DecimalSchema, missing: DecimalSchema, severity: DebtRisk,
  note: z.string(), workOrderNumber: z.string(), reportedByName: z.string(), handledByName: z.string().nullable(), handledAt: z.string().nullable(), handling: z.string().nullable(),
})
export type Shortage = z.infer<typeof Shortage>

export const shortages = {
  listShortages: query({
    permission: 'warehouse.view',
    scope: ({ filter }) => ({ sectionId: filter.sectionId }),
    input: listInput({ sectionId: IdSchema, itemId: IdSchema, severity: z.array(DebtRisk).max(debtRisks.length), isHandled: z.boolean() }, ['number', 'createdAt', 'itemName', 'sectionName']),
    output: page(Shortage),
    reads: ['shortage', 'item', 'unit', 'location', 'section', 'user'],
  }),
  /** Tells the stores. What the place has is what the books say now; where that suffices there is no shortage. */
  reportShortage: command({
    permission: 'production.execute',
    input: z.object({ sectionId: IdSchema, itemId: IdSchema, locationId: IdSchema, required: StockQuantity, note: Note.default(''), workOrderNumber: optionalText(50).default('') }),
    output: Shortage,
    writes: ['shortage'],
  }),
  /** What was done about it, by the stores or whoever supervises the section. */
  handleShortage: command({ permission: 'process.handleShortage', input: z.object({ id: IdSchema, version: Version, handling: Reason }), output: Shortage, writes: ['shortage'] }),
}
