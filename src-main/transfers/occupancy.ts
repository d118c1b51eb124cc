import type { Selectable } from 'kysely'
import { isPositive, subtractDecimals, zero } from '../../shared/core/decimal.ts'
import { lineBlock, openTransfers, type Goods } from '../../shared/transfers/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { LineOccupancyTable, LineOccupantTable, TransferTable } from '../database/tables.ts'
import type { WorkOrderRow } from '../planning/work-order-rows.ts'
import { revisionsBefore } from '../warehouse/work-order-stock.ts'
import { sentOf } from './accepted.ts'
import { settleAlerts, tellOfBlock } from './alerts.ts'
import { heldOnFloor, isHeldAsOne } from './floor.ts'

export type TransferRow = Selectable<TransferTable>
type Occupancy = Selectable<LineOccupancyTable>
/** What is to be put on a line, as far as it decides whether it may. */
export type Arriving = Goods & Pick<TransferRow, 'toWorkOrderId' | 'productionLineId' | 'releasedBeside'>

export function occupancyOf(db: Reader, productionLineId: string): Occupancy | undefined {
  return db.first(sql.selectFrom('lineOccupancy').selectAll().where('productionLineId', '=', productionLineId))
}

interface Held extends Goods { readonly occupiedAt: string | null }

/** What stands where goods are to go: on their line or, where a section has no lines and is held as one, in the section (TR-3, TR-5). */
export function heldAt(db: Reader, { toWorkOrderId, productionLineId }: Pick<TransferRow, 'toWorkOrderId' | 'productionLineId'>): Held | undefined {
  if (productionLineId !== null) return occupancyOf(db, productionLineId)
  const workOrder = db.get('workOrder', toWorkOrderId)
  return isHeldAsOne(db, workOrder) ? heldOnFloor(db, workOrder.sectionId) : undefined
}

/**
 * What keeps goods from where they are to go now; nothing where their stage asks for no clear line and keeps no weeks apart, or where a supervisor let them beside
 * what still stands there. Another article is not let beside, but cleared away, where lines must be clear.
 */
export function blockOf(db: Reader, { toWorkOrderId, productionLineId, releasedBeside, ...goods }: Arriving): 'LINE' | 'SEGREGATION' | undefined {
  const stage = db.get('productionStage', db.get('workOrder', toWorkOrderId).productionStageId)
  const held = heldAt(db, { toWorkOrderId, productionLineId })
  const block = lineBlock(held, goods, stage.kind)
  const isReleased = releasedBeside !== null && releasedBeside === held?.occupiedAt
  if (block === 'SEGREGATION' && !isReleased) return block
  const isInTheWay = block === 'LINE' || (block === 'SEGREGATION' && held?.articleId !== goods.articleId)
  return isInTheWay && stage.mustBeClear ? 'LINE' : undefined
}

/** Goods stand on their line from now on; more of the same have stood there since the first of them came. None of which any came stand nowhere. */
export function occupyLine(context: CommandContext, { productionLineId, toSectionId: sectionId, toWorkOrderId: workOrderId, receivedQuantity, articleId, batch, week, destination }: TransferRow): void {
  const { db, session, clock } = context
  if (productionLineId === null || !isPositive(receivedQuantity ?? zero)) return
  const known = occupancyOf(db, productionLineId)
  const isSame = known?.articleId === articleId && known.week === week && known.destination === destination
  const [occupiedBy, occupiedAt] = [(isSame ? known.occupiedBy : null) ?? session.userId, (isSame ? known.occupiedAt : null) ?? clock.now()]
  const held = { workOrderId, articleId, batch, week, destination, occupiedBy, occupiedAt }
  const occupant = db.findBy('lineOccupant', { productionLineId, workOrderId })
  if (occupant) db.update('lineOccupant', occupant, held)
  else db.insert('lineOccupant', { sectionId, productionLineId, ...held })
  if (known) db.update('lineOccupancy', known, { status: 'OCCUPIED', ...held, arrivals: known.arrivals + 1 })
  else db.insert('lineOccupancy', { sectionId, productionLineId, status: 'OCCUPIED', ...held, arrivals: 1 })
}

/** Whose goods stand on a line, what came last first. */
function occupantsOf(db: Reader, productionLineId: string): Selectable<LineOccupantTable>[] {
  return db.all(sql.selectFrom('lineOccupant').selectAll().where('productionLineId', '=', productionLineId).orderBy('occupiedAt', 'desc').orderBy('createdAt', 'desc'))
}

const nothing = { status: 'CLEAR', workOrderId: null, articleId: null, batch: null, week: null, destination: null, occupiedBy: null, occupiedAt: null } as const

/** Nothing stands on a line any more, and what waited for it may come. */
export function emptyLine(context: CommandContext, productionLineId: string): void {
  leaveLine(context, productionLineId, () => true)
}

/** These go from a line; what waited for that may come. */
function leaveLine(context: CommandContext, productionLineId: string, isLeaving: (workOrderId: string) => boolean): void {
  const { db } = context
  const occupants = occupantsOf(db, productionLineId)
  for (const occupant of occupants) if (isLeaving(occupant.workOrderId)) db.remove('lineOccupant', occupant)
  const [last] = occupants.filter(({ workOrderId }) => !isLeaving(workOrderId))
  const known = occupancyOf(db, productionLineId)
  if (known && known.status !== 'CLEAR' && !last) db.update('lineOccupancy', known, nothing)
  if (known && last) {
    const { workOrderId, articleId, batch, week, destination, occupiedBy, occupiedAt } = last
    db.update('lineOccupancy', known, { workOrderId, articleId, batch, week, destination, occupiedBy, occupiedAt })
  }
  letWaitingCome(context, { productionLineId })
  holdWaitingBack(context, { productionLineId })
  pauseOrResume(context, productionLineId)
}

/** TR-2: a work order leaves its lines once all it made was handed over. */
export function freeLinesOf(context: CommandContext, workOrder: WorkOrderRow): void {
  const { db } = context
  if (workOrder.status !== 'FINISHED' || isPositive(subtractDecimals(workOrder.goodQuantity, sentOf(db, workOrder)))) return
  const ids = revisionsBefore(db, workOrder).map(({ id }) => id)
  if (db.first(sql.selectFrom('transfer').select('id').where('fromWorkOrderId', 'in', ids).where('status', 'in', openTransfers))) return
  for (const { productionLineId } of db.all(sql.selectFrom('lineOccupant').select('productionLineId').distinct().where('workOrderId', 'in', ids))) leaveLine(context, productionLineId, id => ids.includes(id))
  letWaitingCome(context, { toSectionId: workOrder.sectionId })
  holdWaitingBack(context, { toSectionId: workOrder.sectionId })
}

/** TR-5: a line stands still while goods of another week or destination wait beside it. */
export function pauseOrResume({ db }: CommandContext, productionLineId: string | null): void {
  const known = productionLineId === null ? undefined : occupancyOf(db, productionLineId)
  if (!known || known.status === 'CLEAR') return
  const alarmed = db.first(sql.selectFrom('transfer').select('id').where('productionLineId', '=', known.productionLineId).where('status', '=', 'BLOCKED').where('block', '=', 'SEGREGATION'))
  const status = alarmed ? 'PAUSED' : 'OCCUPIED'
  if (known.status !== status) db.update('lineOccupancy', known, { status })
}

/** Where slips wait: before a line or, where they name none, before a section. */
type WaitsAt = { readonly productionLineId: string } | { readonly toSectionId: string }

/** Slips that only their line, or a section without lines, held up go on. */
export function letWaitingCome(context: CommandContext, at: WaitsAt): void {
  const { db } = context
  for (const transfer of waitingAt(db, at, 'BLOCKED').filter(waits => waits.block !== 'VARIANCE' && blockOf(db, waits) === undefined)) {
    db.update('transfer', transfer, { status: 'LOCKED', block: null, blockedAt: null })
    settleAlerts(context, { entity: 'transfer', id: transfer.id }, { status: 'RESOLVED', resolution: '' })
  }
}

/** TR-3, TR-5: slips that waited to be accepted where other goods have come to stand are held up, and told of, as one that is sent there now. */
export function holdWaitingBack(context: CommandContext, at: WaitsAt): void {
  const { db, clock } = context
  for (const transfer of waitingAt(db, at, 'LOCKED')) {
    const block = blockOf(db, transfer)
    if (block !== undefined) tellOfBlock(context, db.update('transfer', transfer, { status: 'BLOCKED', block, blockedAt: clock.now(), releasedBeside: null }))
  }
}

function waitingAt(db: Reader, at: WaitsAt, status: 'BLOCKED' | 'LOCKED'): TransferRow[] {
  const waiting = sql.selectFrom('transfer').selectAll().where('status', '=', status).orderBy('createdAt').orderBy('number')
  return db.all('toSectionId' in at ? waiting.where('toSectionId', '=', at.toSectionId).where('productionLineId', 'is', null) : waiting.where('productionLineId', '=', at.productionLineId))
}
