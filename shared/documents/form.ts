import { z } from 'zod'
import { optionalText, text } from '../core/fields.ts'

export const papers = ['A4', 'LETTER', 'FOLIO'] as const
export type PaperSize = (typeof papers)[number]
export const orientations = ['AUTO', 'PORTRAIT', 'LANDSCAPE'] as const

/** In points of 1/72 inch. Folio is what Indonesian shops sell as F4: 215 × 330 mm. */
export const paperSizes: Readonly<Record<PaperSize, { readonly short: number; readonly long: number }>> = {
  A4: { short: 595.28, long: 841.89 }, LETTER: { short: 612, long: 792 }, FOLIO: { short: 609.45, long: 935.43 },
}

export const mostSignatures = 5

/** A box to sign in. Without a name, whoever signs writes it. */
export const Signature = z.object({ title: text(40), name: optionalText(60).default('') })
export type Signature = z.infer<typeof Signature>

/** How one kind of document is printed. Without `signatures` it has those of its own definition. */
export const DocumentForm = z.object({
  paper: z.enum(papers), orientation: z.enum(orientations), footer: optionalText(200).default(''), signatures: z.array(Signature).min(1).max(mostSignatures).nullable(),
})
export type DocumentForm = z.infer<typeof DocumentForm>

export const firstForm: DocumentForm = { paper: 'A4', orientation: 'AUTO', footer: '', signatures: null }

/** Bytes of a logo; larger ones would make every document heavy. */
export const largestLogo = 512 * 1024
