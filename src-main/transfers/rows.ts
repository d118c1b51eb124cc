import { sql as raw, type SqlBool } from 'kysely'
import { wholeMinutes } from '../../shared/downtime/rules.ts'
import type { Page } from '../../shared/core/list.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Transfer, slips } from '../../shared/transfers/slips.ts'
import type { Scope } from '../core/session.ts'
import { daySpan } from '../database/day-span.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'
import type { Sections } from '../warehouse/places.ts'

type Stored = Omit<Transfer, 'minutes' | 'isStocked'> & { readonly fromLocationId: string | null }

/** Every slip with what it names. */
export const transferRows = sql.selectFrom('transfer')
  .innerJoin('workOrder as giver', 'giver.id', 'transfer.fromWorkOrderId').innerJoin('productionStage as fromStage', 'fromStage.id', 'giver.productionStageId').innerJoin('section as fromSection', 'fromSection.id', 'transfer.fromSectionId')
  .innerJoin('workOrder as taker', 'taker.id', 'transfer.toWorkOrderId').innerJoin('productionStage as toStage', 'toStage.id', 'taker.productionStageId').innerJoin('section as toSection', 'toSection.id', 'transfer.toSectionId')
  .innerJoin('item as article', 'article.id', 'transfer.articleId').leftJoin('item as part', 'part.id', 'transfer.itemId').leftJoin('productionLine', 'productionLine.id', 'transfer.productionLineId')
  .innerJoin('user as sender', 'sender.id', 'transfer.sentBy').leftJoin('user as counter', 'counter.id', 'transfer.countedBy').leftJoin('user as accepter', 'accepter.id', 'transfer.acceptedBy')
  .leftJoin('user as releaser', 'releaser.id', 'transfer.releasedBy').leftJoin('user as canceller', 'canceller.id', 'transfer.cancelledBy')
  .select([
    'transfer.id', 'transfer.version', 'transfer.createdAt', 'transfer.number', 'transfer.barcode', 'transfer.status', 'transfer.block', 'transfer.blockedAt', 'giver.number as fromWorkOrderNumber',
    'transfer.fromSectionId', 'fromSection.name as fromSectionName', 'fromStage.name as fromStageName', 'taker.number as toWorkOrderNumber', 'transfer.toSectionId', 'toSection.name as toSectionName',
    'toStage.name as toStageName', 'transfer.productionLineId', 'productionLine.name as productionLineName', 'transfer.articleId', 'article.name as articleName', 'part.name as itemName', 'transfer.batch', 'transfer.week',
    'transfer.destination', 'transfer.quantity', 'transfer.countedQuantity', 'transfer.firstCountedQuantity', 'transfer.receivedQuantity', 'transfer.notes', 'transfer.sentBy', 'sender.fullName as sentByName', 'counter.fullName as countedByName',
    'transfer.varianceReason', 'accepter.fullName as acceptedByName', 'transfer.acceptedAt', 'transfer.completedAt', 'transfer.releaseMethod', 'transfer.gapMetres', 'transfer.releaseNote', 'releaser.fullName as releasedByName',
    'transfer.releasedAt', 'canceller.fullName as cancelledByName', 'transfer.cancelledAt', 'transfer.cancelReason', 'transfer.fromLocationId',
  ])

/** `now`: what is still on its way has been until then. Throws `not-found`. */
export function transferOf(db: Reader, id: string, now: string): Transfer {
  db.get('transfer', id)
  return told(db.one(transferRows.where('transfer.id', '=', id)), now)
}

/** Of the sections as sender or as receiver; `fromDay` and `toDay` leave what was sent between them. */
export function listTransfers(db: Reader, mine: Sections, { filter, ...input }: ParsedInputOf<typeof slips.listTransfers>, now: string): Page<Transfer> {
  const { status, workOrderId, fromDay, toDay, ...equal } = filter
  let query = narrowed(transferRows.where(isOfSections(mine)), equal, { block: 'transfer.block', fromSectionId: 'transfer.fromSectionId', toSectionId: 'transfer.toSectionId' })
  if (status !== undefined) query = query.where('transfer.status', 'in', status)
  if (workOrderId !== undefined) query = query.where(({ or, eb }) => or([eb('transfer.fromWorkOrderId', '=', workOrderId), eb('transfer.toWorkOrderId', '=', workOrderId)]))
  const span = daySpan(db, fromDay, toDay)
  if (span) query = query.where('transfer.createdAt', '>=', span.from).where('transfer.createdAt', '<', span.to)
  const found = listPage(db, input, {
    query,
    columns: {
      number: 'transfer.number', createdAt: 'transfer.createdAt', quantity: 'transfer.quantity', articleName: textColumn('article.name'), fromSectionName: textColumn('fromSection.name'),
      toSectionName: textColumn('toSection.name'),
    },
    search: ['transfer.number', 'transfer.batch', 'giver.number', 'taker.number', 'article.code', 'article.name', 'part.name', 'productionLine.name'],
    defaultSort: [{ column: 'createdAt', descending: true }],
    id: 'transfer.id',
  })
  return { ...found, rows: found.rows.map(row => told(row, now)) }
}

/** Both ends of a slip see it. */
export function isOfSections(mine: Sections) {
  if (mine === 'all') return raw<SqlBool>`1`
  const these = JSON.stringify(mine)
  return raw<SqlBool>`(transfer.fromSectionId in (select value from json_each(${these})) or transfer.toSectionId in (select value from json_each(${these})))`
}

/** Throws `foreign-section` where neither end of it is the asker's. */
export function requireSeen({ db, scope }: { readonly db: Reader; readonly scope: Scope }, id: string): void {
  const { fromSectionId, toSectionId } = db.get('transfer', id)
  const mine = scope.mine()
  if (mine !== 'all' && !mine.includes(fromSectionId) && !mine.includes(toSectionId)) throw new AppError('foreign-section', { sectionId: toSectionId })
}

/** A row as it is told; what is still on its way has been until `now`. */
export function told({ fromLocationId, ...row }: Stored, now: string): Transfer {
  return { ...row, isStocked: fromLocationId !== null, minutes: wholeMinutes(row.createdAt, row.acceptedAt ?? row.cancelledAt ?? now) }
}
