import { DocumentForm, firstForm } from '../../shared/documents/form.ts'
import { readKept } from '../attachments/store.ts'
import type { JobContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { PaperLook } from '../engines/reports-paper.ts'

/** How one kind of document is printed in this factory. A stored form that fits no longer counts as absent. */
export function formOf(db: Reader, document: string): DocumentForm {
  const row = db.find('documentForm', document)
  if (!row) return firstForm
  const parsed = DocumentForm.safeParse({ ...row, signatures: row.signatures === null ? null : (JSON.parse(row.signatures) as unknown) })
  return parsed.success ? parsed.data : firstForm
}

/** Head, logo and form of a document about to be printed. A logo that cannot be read leaves the head without one. */
export async function lookOf(context: JobContext, form: DocumentForm): Promise<PaperLook> {
  const { headLines } = context.db.one(sql.selectFrom('site').select('headLines').limit(1))
  return { headLines: headLines.split('\n').map(line => line.trim()).filter(Boolean), logo: await logoOf(context), form }
}

/** The factory's logo as a data URI. */
export async function logoOf(context: JobContext): Promise<string | null> {
  const { logoId } = context.db.one(sql.selectFrom('site').select('logoId').limit(1))
  const kept = logoId === null ? undefined : context.db.find('attachment', logoId)
  if (!kept) return null
  const bytes = await readKept(kept, await context.createFile('logo', kept.mediaType)).catch(() => undefined)
  return bytes ? dataUri(bytes) ?? null : null
}

/** Nothing for what is neither PNG nor JPEG, whatever its name says. */
export function dataUri(bytes: Buffer): string | undefined {
  const isPng = bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
  const isJpeg = bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))
  if (!isPng && !isJpeg) return undefined
  return `data:image/${isPng ? 'png' : 'jpeg'};base64,${bytes.toString('base64')}`
}
