import { sql as raw, type SqlBool } from 'kysely'
import { sumDecimals } from '../../shared/core/decimal.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { isReworkOver } from '../../shared/stages/rules.ts'
import type { ReworkCard, stageWork } from '../../shared/stages/work.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'
import { isSeen, type Sections } from '../warehouse/places.ts'

/** Every card with what it names. */
export const cardRows = sql.selectFrom('reworkCard').innerJoin('workOrder', 'workOrder.id', 'reworkCard.workOrderId').innerJoin('manufacturingOrder', 'manufacturingOrder.id', 'workOrder.manufacturingOrderId')
  .innerJoin('item as article', 'article.id', 'manufacturingOrder.articleId').leftJoin('item as part', 'part.id', 'workOrder.itemId').innerJoin('section', 'section.id', 'reworkCard.sectionId')
  .innerJoin('stageStep as step', 'step.id', 'reworkCard.stageStepId').innerJoin('stageStep as target', 'target.id', 'reworkCard.returnStepId').innerJoin('stepRecord', 'stepRecord.id', 'reworkCard.stepRecordId')
  .leftJoin('defectReason', 'defectReason.id', 'stepRecord.defectReasonId').innerJoin('user as opener', 'opener.id', 'reworkCard.openedBy')
  .select([
    'reworkCard.id', 'reworkCard.version', 'reworkCard.createdAt', 'reworkCard.number', 'reworkCard.workOrderId', 'workOrder.number as workOrderNumber', 'reworkCard.sectionId', 'section.name as sectionName',
    'article.name as articleName', 'part.name as itemName', 'step.name as stepName', 'target.name as returnStepName', 'reworkCard.quantity', 'reworkCard.openQuantity', 'reworkCard.cycle', 'reworkCard.status',
    'defectReason.name as defectReasonName', 'opener.fullName as openedByName',
  ])

type Stored = Omit<ReworkCard, 'isOver' | 'lastRound' | 'recoveredQuantity' | 'scrapQuantity'>

/** `most`: how often a card may go back. */
export function cardTold(db: Reader, row: Stored, most: number): ReworkCard {
  const rounds = db.all(sql.selectFrom('reworkRound').select(['id', 'version', 'day', 'goodQuantity', 'scrapQuantity']).where('reworkCardId', '=', row.id).orderBy('cycle'))
  const last = rounds.at(-1)
  return {
    ...row, isOver: isReworkOver(row.cycle, most), recoveredQuantity: sumDecimals(rounds.map(round => round.goodQuantity)), scrapQuantity: sumDecimals(rounds.map(round => round.scrapQuantity)),
    lastRound: last ? { id: last.id, version: last.version, day: last.day } : null,
  }
}

/** Throws `not-found`. */
export function reworkCardOf(db: Reader, id: string, most: number): ReworkCard {
  db.get('reworkCard', id)
  return cardTold(db, db.one(cardRows.where('reworkCard.id', '=', id)), most)
}

export function listReworkCards(db: Reader, mine: Sections, { filter, ...input }: ParsedInputOf<typeof stageWork.listReworkCards>, most: number): Page<ReworkCard> {
  const { isOver, ...equal } = filter
  let query = narrowed(cardRows.where(isSeen('reworkCard', mine)), equal, { sectionId: 'reworkCard.sectionId', status: 'reworkCard.status', workOrderId: 'reworkCard.workOrderId' })
  if (isOver !== undefined) query = query.where(raw<SqlBool>`(reworkCard.cycle > ${most}) = ${Number(isOver)}`)
  const found = listPage(db, input, {
    query, columns: { number: 'reworkCard.number', createdAt: 'reworkCard.createdAt', openQuantity: 'reworkCard.openQuantity', cycle: 'reworkCard.cycle', workOrderNumber: 'workOrder.number', articleName: textColumn('article.name') },
    search: ['reworkCard.number', 'workOrder.number', 'article.code', 'article.name', 'part.name', 'defectReason.name'], defaultSort: [{ column: 'createdAt', descending: true }], id: 'reworkCard.id',
  })
  return { ...found, rows: found.rows.map(row => cardTold(db, row, most)) }
}
