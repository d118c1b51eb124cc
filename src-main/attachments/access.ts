import { entityDefinition, type EntityDefinition } from '../../shared/core/entities.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Action, Permission, PermissionModule } from '../../shared/core/permissions.ts'
import type { Attachable } from '../../shared/attachments/contract.ts'
import type { Scope, Session } from '../core/session.ts'
import type { Reader } from '../database/reader.ts'
import { requirePaperOpen } from '../production/paper-batches.ts'
import { requireSeenDocument } from '../warehouse/document-rows.ts'
import { sectionsIn } from '../warehouse/document-lines.ts'

interface Asker { readonly db: Reader; readonly session: Session; readonly scope: Scope }

/**
 * Whether the session may do this with what is attached to a record: the permission is the one to view or update records of its
 * module, the row scope is the record's. Gives the section the record belongs to. Throws `forbidden`, `not-found`, `foreign-section`.
 */
export function requireAccess(
  { db, session, scope }: Asker, action: Extract<Action, 'view' | 'update'>, entity: Attachable, entityId: string,
): string | null {
  if (entity === 'user') return requireOwnPhoto({ db, session, scope }, action, entityId)
  if (entity === 'stockDocument') return requireDocumentPaper({ db, session, scope }, action, entityId)
  if (entity === 'deliverySession') return requireDeliveryProof({ db, session, scope }, action, entityId)
  if (entity === 'paperBatch') return requirePaperProof({ db, session, scope }, action, entityId)
  if (entity === 'lineClearance') return requireClearancePhoto({ db, session, scope }, action, entityId)
  const definition = entityDefinition(entity)
  const needed = permissionFor(definition.view, action)
  if (!session.permissions.has(needed)) throw new AppError('forbidden', { needed })
  const record: { readonly id: string; readonly sectionId?: string | null } = db.get(entity, entityId)
  const sectionId = definition.scope === 'sectionId' ? record.sectionId ?? null : null
  scope.section(sectionId)
  return sectionId
}

/** Everybody changes their own photo alone; it is seen by who may see users. */
function requireOwnPhoto({ db, session, scope }: Asker, action: Extract<Action, 'view' | 'update'>, userId: string): null {
  scope.everyone()
  db.get('user', userId)
  if (action === 'update' && session.isProgram) throw new AppError('person-only')
  if (userId === session.userId) return null
  if (action === 'update') throw new AppError('forbidden')
  if (!session.permissions.has('identity.view')) throw new AppError('forbidden', { needed: 'identity.view' })
  return null
}

/** Whoever moves goods keeps what came with them: a delivery note, a photo. A document may be of several sections, so what hangs on it is of none. */
function requireDocumentPaper({ db, session, scope }: Asker, action: Extract<Action, 'view' | 'update'>, id: string): null {
  const needed = action === 'view' ? 'warehouse.view' : 'warehouse.execute'
  if (!session.permissions.has(needed)) throw new AppError('forbidden', { needed })
  const document = db.get('stockDocument', id)
  requireSeenDocument(scope, document)
  if (action === 'update') for (const sectionId of sectionsIn(document)) scope.section(sectionId)
  scope.everyone()
  return null
}

/** IF-11: the courier's slip and photos of a delivery, as long as it is not cancelled. */
function requireDeliveryProof({ db, session, scope }: Asker, action: Extract<Action, 'view' | 'update'>, id: string): null {
  const needed = action === 'view' ? 'fulfilment.view' : 'fulfilment.execute'
  if (!session.permissions.has(needed)) throw new AppError('forbidden', { needed })
  scope.everyone()
  const { status } = db.get('deliverySession', id)
  if (action === 'update' && status === 'CANCELLED') throw new AppError('wrong-state', { entity: 'deliverySession', id, status })
  return null
}

/** Photos of the paper that days were copied from: of whoever enters production, and as they are from when it was sent. */
function requirePaperProof({ db, session, scope }: Asker, action: Extract<Action, 'view' | 'update'>, id: string): string {
  const needed = action === 'view' ? 'process.readDailyProduction' : 'process.enterDailyProduction'
  if (!session.permissions.has(needed)) throw new AppError('forbidden', { needed })
  const { sectionId } = db.get('paperBatch', id)
  scope.section(sectionId)
  if (action === 'update') requirePaperOpen(db, id)
  return sectionId
}

/** TR-4: photos of an empty line, of whoever confirms that it is empty. */
function requireClearancePhoto({ db, session, scope }: Asker, action: Extract<Action, 'view' | 'update'>, id: string): string {
  const needed = action === 'view' ? 'process.readDailyProduction' : 'production.approve'
  if (!session.permissions.has(needed)) throw new AppError('forbidden', { needed })
  const { sectionId } = db.get('lineClearance', id)
  scope.section(sectionId)
  return sectionId
}

/** Whether the session may read what happened to an attachment: as it may view what it hangs on. Throws what `requireAccess` throws. */
export function requireAttachmentView(asker: Asker, id: string): void {
  const { entity, entityId } = asker.db.get('attachment', id)
  requireAccess(asker, 'view', entity as Attachable, entityId)
}

function permissionFor(view: EntityDefinition['view'], action: Action): Permission {
  if (view === null) throw new Error('What only its user may see has no attachments')
  return `${view.split('.')[0] as PermissionModule}.${action}`
}
