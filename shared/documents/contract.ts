import { z } from 'zod'
import { optionalText, Version } from '../core/fields.ts'
import { command, job, query } from '../core/procedure.ts'
import { anySession } from '../core/procedure.ts'
import { DocumentForm } from './form.ts'

/** What stands above every document beside the factory's name: `headLines` one a line, and whether there is a logo. */
export const DocumentHead = z.object({ version: z.int(), name: z.string(), address: z.string(), phone: z.string(), headLines: z.string(), hasLogo: z.boolean() })
export type DocumentHead = z.infer<typeof DocumentHead>

/** `titleKey` names the document, `signatureKeys` the boxes of its own; text keys. */
export const DocumentState = DocumentForm.extend({
  document: z.string(), titleKey: z.string(), signatureKeys: z.array(z.string()), differs: z.boolean(), version: z.int().optional(),
})
export type DocumentState = z.infer<typeof DocumentState>

const Document = z.string().max(100)
const OfferedFile = z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() })

/** How the papers of the factory look. */
export const documents = {
  getHead: query({ permission: 'settings.view', input: z.object({}), output: DocumentHead, reads: ['site'] }),
  updateHead: command({ permission: 'settings.update', input: z.object({ version: Version, headLines: optionalText(500) }), output: DocumentHead, writes: ['site'] }),
  /** `ticket`: what the upload was answered. PNG or JPEG. Throws `file-too-large`, `file-unreadable`. */
  setLogo: job({ permission: 'settings.update', lane: 'interactive', input: z.object({ ticket: z.string().max(200) }), output: DocumentHead }),
  /** Enters a logo that is kept as an attachment of the factory; none takes it away. */
  recordLogo: command({ permission: 'settings.update', visibility: 'internal', input: z.object({ logoId: z.string().nullable() }), output: DocumentHead, writes: ['site'] }),
  removeLogo: command({ permission: 'settings.update', input: z.object({ version: Version }), output: DocumentHead, writes: ['site'] }),
  /** The logo as a data URI; nothing where there is none. */
  getLogo: job({ permission: anySession, lane: 'interactive', input: z.object({}), output: z.object({ picture: z.string().nullable() }) }),

  listForms: query({ permission: 'settings.view', input: z.object({}), output: z.array(DocumentState), reads: ['documentForm'] }),
  updateForm: command({ permission: 'settings.update', input: DocumentForm.extend({ document: Document, version: Version.optional() }), output: DocumentState, writes: ['documentForm'] }),
  /** The document as it would come out in this form, with the first of its rows; the answer's `ticket` fetches it, once. */
  previewForm: job({ permission: 'settings.view', lane: 'bulk', input: DocumentForm.extend({ document: Document }), output: OfferedFile }),
}
