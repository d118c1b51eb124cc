import { sql as raw, type SqlBool } from 'kysely'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Line, lines, LineClearance } from '../../shared/transfers/lines.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { daySpan } from '../database/day-span.ts'
import { listPage } from '../database/list.ts'
import { sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'
import { isSeen, type Sections } from '../warehouse/places.ts'
import { emptyLine, occupancyOf } from './occupancy.ts'

/** Every line that is in use, or that goods stand on still, section by section. */
export function lineBoard(db: Reader, sectionId: string | undefined): Line[] {
  const blocked = raw<number>`(select count(*) from transfer where transfer.productionLineId = productionLine.id and transfer.status = 'BLOCKED')`
  const workOrders = raw<string | null>`(select group_concat(workOrder.number, ', ' order by workOrder.number) from lineOccupant join workOrder on workOrder.id = lineOccupant.workOrderId where lineOccupant.productionLineId = productionLine.id)`
  let query = sql.selectFrom('productionLine').innerJoin('section', 'section.id', 'productionLine.sectionId').leftJoin('lineOccupancy', 'lineOccupancy.productionLineId', 'productionLine.id')
    .leftJoin('item', 'item.id', 'lineOccupancy.articleId').where(where => where.or([where('productionLine.isActive', '=', true), where('lineOccupancy.status', '<>', 'CLEAR')]))
    .select([
      'productionLine.id as productionLineId', 'productionLine.isActive', 'productionLine.code', 'productionLine.name', 'productionLine.sectionId', 'section.name as sectionName', 'item.name as articleName', workOrders.as('workOrderNumber'),
      'lineOccupancy.batch', 'lineOccupancy.week', 'lineOccupancy.destination', 'lineOccupancy.occupiedAt', 'lineOccupancy.status', 'lineOccupancy.version', blocked.as('blocked'),
    ])
  if (sectionId !== undefined) query = query.where('productionLine.sectionId', '=', sectionId)
  return db.all(query.orderBy('section.code').orderBy('productionLine.code')).map(({ status, ...line }) => {
    const last = lastClearance(db, line)
    return { ...line, status: status ?? 'CLEAR', clearedAt: last?.clearedAt ?? null, clearedByName: last?.clearedByName ?? null }
  })
}

/** Of a line or, where none is named, of a section's floor. */
export function lastClearance(db: Reader, { sectionId, productionLineId }: { readonly sectionId: string; readonly productionLineId?: string }): LineClearance | undefined {
  const its = productionLineId === undefined ? clearances.where('lineClearance.sectionId', '=', sectionId).where('lineClearance.productionLineId', 'is', null) : clearances.where('lineClearance.productionLineId', '=', productionLineId)
  return db.first(its.orderBy('clearedAt', 'desc').limit(1))
}

export function clearanceOf(db: Reader, id: string): LineClearance {
  return db.one(clearances.where('lineClearance.id', '=', id))
}

const photoCount = raw<number>`(select count(*) from attachment where entity = 'lineClearance' and entityId = lineClearance.id and not isRemoved and mediaType like 'image/%')`
const clearances = sql.selectFrom('lineClearance').leftJoin('productionLine', 'productionLine.id', 'lineClearance.productionLineId').innerJoin('section', 'section.id', 'lineClearance.sectionId')
  .leftJoin('item', 'item.id', 'lineClearance.articleId').innerJoin('user', 'user.id', 'lineClearance.clearedBy')
  .select([
    'lineClearance.id', 'lineClearance.productionLineId', 'productionLine.name as lineName', 'lineClearance.sectionId', 'section.name as sectionName', 'lineClearance.method', 'item.name as articleName', 'lineClearance.batch',
    'lineClearance.clearedAt', 'user.fullName as clearedByName', 'lineClearance.notes', photoCount.as('photoCount'),
  ])

export function listClearances(db: Reader, mine: Sections, { filter, ...input }: ParsedInputOf<typeof lines.listClearances>): Page<LineClearance> {
  const { fromDay, toDay, hasPhoto, isFloor, ...equal } = filter
  let query = narrowed(clearances.where(isSeen('lineClearance', mine)), equal, { productionLineId: 'lineClearance.productionLineId', sectionId: 'lineClearance.sectionId', method: 'lineClearance.method' })
  if (hasPhoto !== undefined) query = query.where(raw<SqlBool>`(${photoCount} > 0) = ${Number(hasPhoto)}`)
  if (isFloor !== undefined) query = query.where('lineClearance.productionLineId', isFloor ? 'is' : 'is not', null)
  const span = daySpan(db, fromDay, toDay)
  if (span) query = query.where('clearedAt', '>=', span.from).where('clearedAt', '<', span.to)
  return listPage(db, input, {
    query, columns: { clearedAt: 'lineClearance.clearedAt', lineName: textColumn('productionLine.name'), sectionName: textColumn('section.name') },
    search: ['productionLine.name', 'section.name', 'item.name', 'lineClearance.batch', 'user.fullName', 'lineClearance.notes'], defaultSort: [{ column: 'clearedAt', descending: true }], id: 'lineClearance.id',
  })
}

/** TR-4. A line that is out of use is cleared of what stands on it still. */
export function clearLine(context: CommandContext, { productionLineId, version, method, notes }: ParsedInputOf<typeof lines.clearLine>): LineClearance {
  const { db, scope } = context
  const line = db.get('productionLine', productionLineId)
  scope.section(line.sectionId)
  const held = occupancyOf(db, productionLineId)
  if (!line.isActive && (held?.status ?? 'CLEAR') === 'CLEAR') throw new AppError('inactive', { entity: 'productionLine', id: line.id, code: line.code })
  if ((held?.version ?? null) !== version) throw new AppError('conflict', { entity: 'lineOccupancy', ...(held && { id: held.id }) })
  const id = recordClearance(context, line.sectionId, productionLineId, held, { method, notes })
  emptyLine(context, productionLineId)
  return clearanceOf(db, id)
}

/** Of a line, or of a section's floor where it is none: who saw it empty, of what. */
export function recordClearance(
  { db, session, clock }: CommandContext, sectionId: string, productionLineId: string | null, held: { readonly articleId: string | null; readonly batch: string | null } | undefined,
  said: Pick<ParsedInputOf<typeof lines.clearLine>, 'method' | 'notes'>,
): string {
  return db.insert('lineClearance', { ...said, sectionId, productionLineId, articleId: held?.articleId ?? null, batch: held?.batch ?? null, clearedBy: session.userId, clearedAt: clock.now() }).id
}
