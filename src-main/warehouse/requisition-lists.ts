import { sql as raw, type SqlBool } from 'kysely'
import { addDecimals, zero } from '../../shared/core/decimal.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { planningSettings } from '../../shared/planning/settings.ts'
import { isLowFor } from '../../shared/warehouse/debt-rules.ts'
import { restOfLine } from '../../shared/warehouse/requisition-rules.ts'
import type { Requisition, RequisitionDetail, RequisitionLine, requisitions } from '../../shared/warehouse/requisitions.ts'
import type { QueryContext } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'
import { balanceAt } from './balances.ts'
import { isMine, type Sections } from './places.ts'
import { askerOf } from './requisition-stock.ts'
import { keptForAsker, promisedTo } from './work-order-askers.ts'
import { workOrderNamed } from './work-order-stock.ts'

const ofThis = raw`requisitionId = requisition.id`
const unconfirmed = raw<number>`(select count(*) from requisitionIssue where ${ofThis} and receivedAt is null and reversedAt is null)`
const openLines = raw<number>`(select count(*) from requisitionLine where ${ofThis} and issued < quantity)`
const isForStores = raw<SqlBool>`(requisition.status = 'PENDING' or (requisition.status = 'APPROVED' and ${openLines} > 0))`

function requisitionRows(mine: Sections) {
  return sql.selectFrom('requisition')
    .innerJoin('section', 'section.id', 'requisition.sectionId').innerJoin('location as supply', 'supply.id', 'requisition.supplyLocationId')
    .leftJoin('location as store', 'store.id', 'requisition.storeLocationId').innerJoin('user as requester', 'requester.id', 'requisition.requestedBy')
    .select([
      'requisition.id', 'requisition.version', 'requisition.createdAt', 'requisition.number', 'requisition.status', 'requisition.sectionId',
      'section.name as sectionName',
      'requisition.supplyLocationId', 'supply.name as supplyLocationName', 'requisition.storeLocationId', 'store.name as storeLocationName',
      'requisition.neededBy', 'requisition.purpose',
      'requisition.workOrderNumber', 'requisition.requestedBy', 'requester.fullName as requestedByName',
      raw<number>`(select count(*) from requisitionLine where ${ofThis})`.as('lineCount'),
      raw<string>`(select item.name from requisitionLine join item on item.id = itemId where ${ofThis} order by position limit 1)`.as('firstItemName'),
      openLines.as('openLines'),
      unconfirmed.as('unconfirmed'),
    ])
    .where(mine === 'all' ? raw<SqlBool>`1` : isMine('requisition', mine))
}

export function listRequisitions(db: Reader, mine: Sections, input: ParsedInputOf<typeof requisitions.listRequisitions>): Page<Requisition> {
  const { status, isUnconfirmed, isWaiting, ...filter } = input.filter
  let query = narrowed(requisitionRows(mine), filter, { sectionId: 'requisition.sectionId' })
  if (status !== undefined) query = query.where('requisition.status', 'in', status)
  if (isUnconfirmed !== undefined) query = query.where(isUnconfirmed ? raw<SqlBool>`${unconfirmed} > 0` : raw<SqlBool>`${unconfirmed} = 0`)
  if (isWaiting !== undefined) query = query.where(isWaiting ? isForStores : raw<SqlBool>`not ${isForStores}`)
  return listPage(db, input, {
    query,
    columns: { number: 'requisition.number', createdAt: 'requisition.createdAt', sectionName: textColumn('section.name'), neededBy: 'requisition.neededBy' },
    search: ['requisition.number', 'section.name', 'requisition.purpose', 'requisition.workOrderNumber', 'requester.fullName'],
    defaultSort: [{ column: 'createdAt', descending: true }],
    id: 'requisition.id',
  })
}

const requisitionById = planned(({ id }: { id: string }) => requisitionRows('all').where('requisition.id', '=', id))

/** Throws `not-found`. */
export function requisitionOf(db: Reader, id: string): Requisition {
  db.get('requisition', id)
  return db.one(requisitionById({ id }))
}

export function requisitionDetail({ db, settings }: QueryContext, id: string): RequisitionDetail {
  const requisition = requisitionOf(db, id)
  const margin = settings.get(planningSettings.lowStockMargin)
  const lines = sql.selectFrom('requisitionLine').innerJoin('item', 'item.id', 'requisitionLine.itemId').innerJoin('unit', 'unit.id', 'item.unitId')
    .select(['requisitionLine.id', 'requisitionLine.itemId', 'item.code as itemCode', 'item.name as itemName', 'unit.code as unitCode', 'unit.places as unitPlaces', 'requisitionLine.quantity', 'requisitionLine.issued'])
    .where('requisitionLine.requisitionId', '=', id).orderBy('requisitionLine.position')
  const issues = sql.selectFrom('requisitionIssue').innerJoin('requisitionLine', 'requisitionLine.id', 'requisitionIssue.requisitionLineId')
    .innerJoin('item', 'item.id', 'requisitionLine.itemId')
    .innerJoin('unit', 'unit.id', 'item.unitId').innerJoin('user as giver', 'giver.id', 'requisitionIssue.issuedBy')
    .leftJoin('user as taker', 'taker.id', 'requisitionIssue.receivedBy')
    .select([
      'requisitionIssue.id', 'requisitionIssue.version', 'requisitionIssue.createdAt', 'item.code as itemCode', 'item.name as itemName',
      'unit.code as unitCode', 'requisitionIssue.quantity', 'requisitionIssue.moveSeq',
      'requisitionIssue.issuedBy', 'giver.fullName as issuedByName', 'taker.fullName as receivedByName', 'requisitionIssue.receivedAt',
      'requisitionIssue.reversedAt',
    ])
    .where('requisitionIssue.requisitionId', '=', id).orderBy('requisitionIssue.moveSeq', 'desc')
  const steps = sql.selectFrom('requisitionStep').innerJoin('user', 'user.id', 'requisitionStep.createdBy')
    .select(['requisitionStep.seq', 'requisitionStep.at', 'requisitionStep.fromStatus', 'requisitionStep.toStatus', 'requisitionStep.note', 'user.fullName as byName'])
    .where('requisitionStep.requisitionId', '=', id).orderBy('requisitionStep.seq')
  const stock = (line: Omit<RequisitionLine, 'reserved' | 'available' | 'isLow'>): RequisitionLine => {
    const asker = askerOf(db, requisition, line)
    const free = balanceAt(db, line.itemId, requisition.supplyLocationId).available
    const available = addDecimals(free > 0 ? free : zero, keptForAsker(db, asker))
    return { ...line, reserved: promisedTo(db, asker), available, isLow: isLowFor(available, restOfLine(line), margin) && restOfLine(line) > 0 }
  }
  const workOrderId = workOrderNamed(db, requisition.sectionId, requisition.workOrderNumber) ?? null
  return { requisition, lines: db.all(lines).map(stock), issues: db.all(issues), steps: db.all(steps), workOrderId }
}
