import { stat, writeFile } from 'node:fs/promises'
import type { Attachable, Attachment, attachments } from '../../shared/attachments/contract.ts'
import { attachmentSettings } from '../../shared/attachments/settings.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { CommandContext, Handlers, JobContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { requireAccess } from './access.ts'
import { copyKept, keepFile, readKept } from './store.ts'

const bytesPerMegabyte = 1024 * 1024

export const attachmentsHandlers: Handlers<typeof attachments> = {
  listAttachments(context, { entity, entityId }) {
    requireAccess(context, 'view', entity, entityId)
    const rows = attachmentRows().where('entity', '=', entity).where('entityId', '=', entityId).where('isRemoved', '=', false)
    return context.db.all(rows) as Attachment[]
  },

  async addAttachment(context, { entity, entityId, ticket, preview }) {
    requireAccess(context, 'update', entity, entityId)
    const file = await context.upload(ticket)
    const maximum = context.settings.get(attachmentSettings.maximumMegabytes)
    if ((await stat(file.path)).size > maximum * bytesPerMegabyte) throw new AppError('file-too-large', { maximum: `${maximum} MB` })
    const { name, mediaType } = file
    const kept = { ...(await keepFile(file)), previewSha256: preview === undefined ? null : await keepPreview(context, preview) }
    return (await context.command('attachments.recordAttachment', { entity, entityId, name, mediaType, ...kept })) as Attachment
  },

  recordAttachment(context, { entity, entityId, ...file }) {
    const sectionId = requireAccess(context, 'update', entity, entityId)
    const { db, session } = context
    const twin = db.first(
      sql.selectFrom('attachment').select('id').where('entity', '=', entity).where('entityId', '=', entityId)
        .where('sha256', '=', file.sha256).where('isRemoved', '=', false),
    )
    return attachmentOf(db, twin ? twin.id : db.insert('attachment', { entity, entityId, sectionId, ...file, createdBy: session.userId }).id)
  },

  async downloadAttachment(context, { id }) {
    const { entity, entityId, name, mediaType, sha256 } = context.db.get('attachment', id)
    requireAccess(context, 'view', entity as Attachable, entityId)
    const file = await context.createFile(name, mediaType)
    await copyKept({ id, sha256 }, file)
    return context.offer(file)
  },

  async getPreview(context, { id }) {
    const { entity, entityId, previewSha256: sha256 } = context.db.get('attachment', id)
    requireAccess(context, 'view', entity as Attachable, entityId)
    if (sha256 === null) throw new AppError('not-found', { entity: 'attachment', id })
    const bytes = await readKept({ id, sha256 }, await context.createFile('preview.jpg', 'image/jpeg'))
    return { picture: `data:image/jpeg;base64,${bytes.toString('base64')}` }
  },

  removeAttachment: (context, target) => setRemoved(context, target, true),
  restoreAttachment: (context, target) => setRemoved(context, target, false),
}

async function keepPreview(context: JobContext, base64: string): Promise<string> {
  const file = await context.createFile('preview.jpg', 'image/jpeg')
  await writeFile(file.path, base64, 'base64')
  return (await keepFile(file)).sha256
}

function setRemoved(context: CommandContext, target: { id: string; version: number }, isRemoved: boolean): Attachment {
  const { entity, entityId } = context.db.get('attachment', target.id)
  requireAccess(context, 'update', entity as Attachable, entityId)
  context.db.update('attachment', target, { isRemoved })
  return attachmentOf(context.db, target.id)
}

function attachmentRows() {
  return sql.selectFrom('attachment').innerJoin('user', 'user.id', 'attachment.createdBy').select([
    'attachment.id', 'attachment.version', 'entity', 'entityId', 'name', 'mediaType', 'size', 'attachment.createdAt', 'fullName as createdByName',
    eb => eb('previewSha256', 'is not', null).as('hasPreview'),
  ]).orderBy('attachment.createdAt').orderBy('attachment.id')
}

function attachmentOf(db: Reader, id: string): Attachment {
  return db.one(attachmentRows().where('attachment.id', '=', id)) as Attachment
}
