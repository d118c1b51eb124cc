import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Board, boards } from '../../shared/kanban/boards.ts'
import { kanbanSettings } from '../../shared/kanban/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { storeOf } from '../warehouse/places.ts'
import { invalid } from '../warehouse/refusals.ts'
import { replenishSection } from './replenishment.ts'
import { promotePlanned } from './requests.ts'

const boardRows = sql.selectFrom('kanbanBoard')
  .innerJoin('section', 'section.id', 'kanbanBoard.sectionId')
  .innerJoin('section as supplySection', 'supplySection.id', 'kanbanBoard.supplySectionId')
  .innerJoin('location as supplyLocation', 'supplyLocation.id', 'kanbanBoard.supplyLocationId')
  .innerJoin('location as storeLocation', 'storeLocation.id', 'kanbanBoard.storeLocationId')
  .select([
    'kanbanBoard.id', 'kanbanBoard.version', 'kanbanBoard.sectionId', 'section.code as sectionCode', 'section.name as sectionName',
    'kanbanBoard.supplySectionId', 'supplySection.name as supplySectionName', 'kanbanBoard.supplyLocationId',
    'supplyLocation.name as supplyLocationName',
    'kanbanBoard.storeLocationId', 'storeLocation.name as storeLocationName', 'kanbanBoard.maximumPending', 'kanbanBoard.maximumInProgress',
    'kanbanBoard.hasAutoApproval', 'kanbanBoard.autoApprovalThreshold', 'kanbanBoard.hasNoticeOnNew', 'kanbanBoard.hasNoticeOnApproval',
    'kanbanBoard.hasNoticeOnFulfilment', 'kanbanBoard.isActive',
  ])
  .orderBy('section.name')

export function listBoards(db: Reader, mine: 'all' | readonly string[]): Board[] {
  return db.all(mine === 'all' ? boardRows : boardRows.where('kanbanBoard.sectionId', 'in', [...mine]))
}

/** The board of a section with its names. Throws `not-found`. */
export function boardOfSection(db: Reader, sectionId: string): Board {
  const board = db.first(boardRows.where('kanbanBoard.sectionId', '=', sectionId))
  if (!board) throw new AppError('not-found', { entity: 'kanbanBoard', id: sectionId })
  return board
}

/** Limits that are not given are the factory's usual ones (KB-2). Throws `duplicate` (one board a section), `inactive`, `invalid-input` for places that do not fit. */
export function createBoard(context: CommandContext, fields: ParsedInputOf<typeof boards.createBoard>): Board {
  const { db, settings } = context
  requireActiveSection(db, fields.sectionId)
  requireFitting(db, fields)
  const { maximumPending = settings.get(kanbanSettings.pendingLimit), maximumInProgress = settings.get(kanbanSettings.progressLimit) } = fields
  db.insert('kanbanBoard', { ...fields, maximumPending, maximumInProgress })
  replenishSection(context, fields.sectionId)
  return boardOfSection(db, fields.sectionId)
}

export function updateBoard(context: CommandContext, { id, version, ...patch }: ParsedInputOf<typeof boards.updateBoard>): Board {
  const { db } = context
  const before = db.get('kanbanBoard', id)
  context.scope.section(before.sectionId)
  const places = { supplySectionId: before.supplySectionId, supplyLocationId: before.supplyLocationId, storeLocationId: before.storeLocationId }
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
  if (Object.keys(places).some(field => field in given)) requireFitting(db, { ...places, ...given, sectionId: before.sectionId })
  const board = db.update('kanbanBoard', { id, version }, patch)
  if (board.isActive) {
    promotePlanned(context, board)
    if (!before.isActive || board.storeLocationId !== before.storeLocationId) replenishSection(context, board.sectionId)
  }
  return boardOfSection(db, board.sectionId)
}

interface Places { readonly sectionId: string; readonly supplySectionId: string; readonly supplyLocationId: string; readonly storeLocationId: string }

/**
 * Stock comes from a store of the factory and goes to one of the section. A supply of another section would need rights on that
 * section's stock from everyone whose request approves itself.
 */
function requireFitting(db: Reader, { sectionId, supplySectionId, supplyLocationId, storeLocationId }: Places): void {
  requireActiveSection(db, supplySectionId)
  const supply = storeOf(db, supplyLocationId, 'supplyLocationId')
  const store = storeOf(db, storeLocationId, 'storeLocationId')
  for (const { id, code, isActive } of [supply, store]) if (!isActive) throw new AppError('inactive', { entity: 'location', id, code })
  if (supply.sectionId !== null) throw invalid('supplyLocationId', 'kanban.issues.not-factory-store')
  if (store.sectionId !== sectionId) throw invalid('storeLocationId', 'kanban.issues.not-section-store')
}

function requireActiveSection(db: Reader, id: string): void {
  const { code, isActive } = db.get('section', id)
  if (!isActive) throw new AppError('inactive', { entity: 'section', id, code })
}
