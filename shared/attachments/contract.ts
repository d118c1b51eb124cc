import { z } from 'zod'
import { text, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import type { MasterEntity } from '../masters/definition.ts'
import { allMasters } from '../masters/masters.ts'
import { anySession, command, job, query } from '../core/procedure.ts'

/** What photos and documents can be attached to. */
export type Attachable = MasterEntity | 'kanbanCard' | 'purchaseOrder' | 'stockLot' | 'stockDocument' | 'paperBatch' | 'lineClearance' | 'deliverySession' | 'site' | 'user'
export const attachableEntities: readonly Attachable[] = [...allMasters.map(({ entity }) => entity), 'kanbanCard', 'purchaseOrder', 'stockLot', 'stockDocument', 'paperBatch', 'lineClearance', 'deliverySession', 'site', 'user']
const Attachable = z.enum(attachableEntities as [Attachable, ...Attachable[]])

/** Base64 of a small JPEG, which the desk makes from a photo; longer ones are refused. */
export const longestPreview = 400_000
const Preview = z.string().max(longestPreview).regex(/^\/9j\/[A-Za-z0-9+/]+={0,2}$/)
const Sha256 = z.string().regex(/^[0-9a-f]{64}$/)

/** `size` in bytes. `hasPreview`: `getPreview` has a small picture of it. */
export const Attachment = z.object({
  id: z.string(), version: z.int(), entity: Attachable, entityId: z.string(), name: z.string(), mediaType: z.string(), size: z.int(),
  hasPreview: z.boolean(), createdAt: z.string(), createdByName: z.string(),
})
export type Attachment = z.infer<typeof Attachment>

const Holder = z.object({ entity: Attachable, entityId: IdSchema })
const Target = z.object({ id: IdSchema, version: Version })

/**
 * Photos and documents of a record. Who may view the record may list and fetch them; who may update records of its module may
 * add and remove them; what hangs on a user is that user's photo, for themselves to change,
 * on a line clearance photos of the empty line, for whoever approves the section's production, on a delivery the courier's slip and photos, for whoever fulfils invoices, as long as it is not cancelled,
 * on a stock document what came with the goods, for whoever moves them, and on a paper batch photos of the paper, for whoever enters production, until it is sent. Files go up and down by tickets; the same content is kept once.
 */
export const attachments = {
  /** Its right is asked for by the handler, so no answer is kept: it would outlive the right. */
  listAttachments: query({
    permission: anySession,
    input: Holder,
    output: z.array(Attachment),
    reads: ['attachment', 'user', ...attachableEntities],
    varies: 'clock',
  }),
  /** `ticket`: what the upload was answered. Throws `ticket-invalid`, `file-too-large`. */
  addAttachment: job({ permission: anySession, lane: 'interactive', input: Holder.extend({ ticket: z.string().max(200), preview: Preview.optional() }), output: Attachment }),
  /** Enters a file that is kept already. */
  recordAttachment: command({
    permission: anySession,
    visibility: 'internal',
    input: Holder.extend({ name: text(255), mediaType: text(100), size: z.int().min(0), sha256: Sha256, previewSha256: Sha256.nullable() }),
    output: Attachment,
    writes: ['attachment'],
  }),
  /** The answer's `ticket` fetches the file, once. */
  downloadAttachment: job({
    permission: anySession,
    lane: 'interactive',
    input: z.object({ id: IdSchema }),
    output: z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() }),
  }),
  /** The small picture of a photo as a data URI. Throws `not-found` where there is none. */
  getPreview: job({ permission: anySession, lane: 'interactive', input: z.object({ id: IdSchema }), output: z.object({ picture: z.string() }) }),
  /** Takes it out of the list; the file stays, so that it can be put back. */
  removeAttachment: command({ permission: anySession, input: Target, output: Attachment, writes: ['attachment'], action: 'DELETE' }),
  restoreAttachment: command({ permission: anySession, input: Target, output: Attachment, writes: ['attachment'] }),
}
