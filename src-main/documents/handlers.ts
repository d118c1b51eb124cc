import { readFile } from 'node:fs/promises'
import { AppError } from '../../shared/core/errors.ts'
import type { Attachment } from '../../shared/attachments/contract.ts'
import type { DocumentHead, documents, DocumentState } from '../../shared/documents/contract.ts'
import { firstForm, largestLogo, type DocumentForm } from '../../shared/documents/form.ts'
import { keepFile } from '../attachments/store.ts'
import type { Handlers } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import type { Writer } from '../database/pen.ts'
import { sql } from '../database/sql.ts'
import { isPrintable } from '../engines/pdf.ts'
import type { Report } from '../engines/reports.ts'
import { printSample } from '../reports/sample.ts'
import { printed } from './documents.ts'
import { dataUri, formOf, logoOf } from './look.ts'

export const documentsHandlers: Handlers<typeof documents> = {
  getHead({ db, scope }) {
    scope.everyone()
    return headOf(db)
  },
  updateHead({ db, scope }, { version, headLines }) {
    scope.everyone()
    db.update('site', { id: siteOf(db).id, version }, { headLines })
    return headOf(db)
  },

  async setLogo(context, { ticket }) {
    context.scope.everyone()
    const file = await context.upload(ticket)
    const bytes = await readFile(file.path)
    if (bytes.length > largestLogo) throw new AppError('file-too-large', { maximum: largestLogo })
    const picture = dataUri(bytes)
    if (picture === undefined || !isPrintable(picture)) throw new AppError('file-unreadable', { name: file.name })
    const kept = await keepFile(file)
    const { name, mediaType } = file
    const attached = { entity: 'site', entityId: siteOf(context.db).id, name, mediaType, ...kept, previewSha256: null }
    const { id: logoId } = (await context.command('attachments.recordAttachment', attached)) as Attachment
    return (await context.command('documents.recordLogo', { logoId })) as DocumentHead
  },
  recordLogo({ db, scope }, { logoId }) {
    scope.everyone()
    db.update('site', siteOf(db), { logoId })
    return headOf(db)
  },
  removeLogo({ db, scope }, { version }) {
    scope.everyone()
    db.update('site', { id: siteOf(db).id, version }, { logoId: null })
    return headOf(db)
  },
  async getLogo(context) {
    context.scope.everyone()
    return { picture: await logoOf(context) }
  },

  listForms({ db, scope }) {
    scope.everyone()
    return printed.map(report => stateOf(db, report))
  },
  updateForm({ db, scope }, { document, version, ...form }) {
    scope.everyone()
    const report = reportOf(document)
    if (db.find('documentForm', document)?.version !== version) throw new AppError('conflict', { entity: 'documentForm', id: document })
    keepForm(db, document, form)
    return stateOf(db, report)
  },
  previewForm(context, { document, ...form }) {
    return printSample(context, reportOf(document), form)
  },
}

function siteOf(db: Reader) {
  return db.one(sql.selectFrom('site').selectAll().limit(1))
}

function headOf(db: Reader): DocumentHead {
  const { version, name, address, phone, headLines, logoId } = siteOf(db)
  return { version, name, address, phone, headLines, hasLogo: logoId !== null }
}

function reportOf(document: string): Report {
  const report = printed.find(({ name }) => name === document)
  if (!report) throw new AppError('not-found', { entity: 'documentForm', id: document })
  return report
}

function stateOf(db: Reader, { name, titleKey, signatures }: Report): DocumentState {
  const form = formOf(db, name)
  return { ...form, document: name, titleKey, signatureKeys: [...signatures], differs: JSON.stringify(form) !== JSON.stringify(firstForm), version: db.find('documentForm', name)?.version }
}

/** One that equals what the program begins with needs no row. */
function keepForm(db: Writer, id: string, { paper, orientation, footer, signatures }: DocumentForm): void {
  const row = db.find('documentForm', id)
  const kept = { paper, orientation, footer, signatures: signatures && JSON.stringify(signatures) }
  const isFirst = JSON.stringify({ paper, orientation, footer, signatures }) === JSON.stringify(firstForm)
  if (isFirst) return row && db.remove('documentForm', row)
  if (row) db.update('documentForm', row, kept)
  else db.insert('documentForm', { id, ...kept })
}
