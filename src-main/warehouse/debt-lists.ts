import { sql as raw, type RawBuilder, type SqlBool } from 'kysely'
import type { BusinessDay } from '../../shared/core/dates.ts'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { Page } from '../../shared/core/list.ts'
import { fromMinorUnits, sumMoney, type Money } from '../../shared/core/money.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Debt, DebtDetail, debts, DebtSummary } from '../../shared/warehouse/debts.ts'
import { costImpact, debtAge, debtRisks, paymentOf, riskOf, openOf, shareOwed, type DebtStatus, type RiskLimits } from '../../shared/warehouse/debt-rules.ts'
import { ageBands, type AgeLimits } from '../../shared/warehouse/rules.ts'
import { warehouseSettings } from '../../shared/warehouse/settings.ts'
import type { QueryContext, SettingReader } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { placesWithin } from '../engines/place-tree.ts'
import { isAmong, narrowed, textColumn } from '../masters/lookup.ts'
import { ageLimits } from './ages.ts'
import { isMine, type Sections } from './places.ts'

/** What says how a debt stands today. */
export interface DebtView { readonly today: string; readonly limits: RiskLimits; readonly ages: AgeLimits }

export function debtView({ settings, today }: Pick<QueryContext, 'settings' | 'today'>): DebtView {
  return { today: today(), limits: riskLimits(settings), ages: ageLimits(settings) }
}

/** WH-21, as the factory has set it. */
export function riskLimits(settings: SettingReader): RiskLimits {
  const { debtMedium: medium, debtHigh: high, debtCritical: critical } = warehouseSettings
  return { medium: settings.get(medium), high: settings.get(high), critical: settings.get(critical) }
}

const topShown = 10
const openShare = raw`cast(materialDebt.quantity - materialDebt.settled as real) / materialDebt.required`
const isOwed = raw`materialDebt.issued > materialDebt.settled`
const isLive = raw<SqlBool>`(materialDebt.approvedAt is not null and materialDebt.writtenOffAt is null and materialDebt.settled < materialDebt.quantity)`

/**
 * The approval request says how far it is: one that was asked for and is neither decided nor cancelled waits. What the System agreed to (PL-20) was never asked
 * about.
 */
const status = raw<DebtStatus>`case when materialDebt.approvedAt is not null then 'APPROVED' when request.status = 'REJECTED' then 'REJECTED' when request.status <> 'PENDING' then 'CANCELLED'
  when request.step > 0 then 'SPV_APPROVED' else 'PENDING' end`

/** As `paymentOf`, for what a list is narrowed by. */
const payment = (today: string) => raw<string>`case when materialDebt.approvedAt is null then '' when materialDebt.writtenOffAt is not null then 'WRITTEN_OFF' when materialDebt.settled = materialDebt.quantity then 'FULLY_PAID'
  when ${isOwed} and materialDebt.dueDay < ${today} then 'OVERDUE' when materialDebt.settled > 0 then 'PARTIAL_PAID' else 'ACTIVE' end`

/** As `riskOf`; limits are percents in 1/10,000. */
const risk = ({ medium, high, critical }: RiskLimits) => {
  const reaches = (limit: Decimal) => raw`${openShare} * 1000000 >= ${limit}`
  return raw<string>`case when ${reaches(critical)} then 'CRITICAL' when ${reaches(high)} then 'HIGH' when ${reaches(medium)} then 'MEDIUM' else 'LOW' end`
}

function debtRows(mine: Sections) {
  return sql.selectFrom('materialDebt')
    .innerJoin('item', 'item.id', 'materialDebt.itemId').innerJoin('unit', 'unit.id', 'item.unitId')
    .innerJoin('location', 'location.id', 'materialDebt.locationId').innerJoin('section', 'section.id', 'materialDebt.sectionId')
    .leftJoin('purchaseOrder', 'purchaseOrder.id', 'materialDebt.purchaseOrderId')
    .innerJoin('user as requester', 'requester.id', 'materialDebt.requestedBy').leftJoin('user as closer', 'closer.id', 'materialDebt.writtenOffBy')
    .leftJoin('approvalRequest as request', join => join.on('request.entity', '=', 'materialDebt').onRef('request.entityId', '=', 'materialDebt.id'))
    .select([
      'materialDebt.id', 'materialDebt.version', 'materialDebt.createdAt', 'materialDebt.number', 'materialDebt.itemId', 'item.code as itemCode',
      'item.name as itemName',
      'unit.code as unitCode', 'unit.places as unitPlaces', 'materialDebt.locationId', 'location.name as locationName', 'materialDebt.sectionId',
      'section.name as sectionName',
      'materialDebt.workOrderNumber', 'materialDebt.required', 'materialDebt.quantity', 'materialDebt.issued', 'materialDebt.settled', 'materialDebt.reason',
      'materialDebt.requestedBy', 'requester.fullName as requestedByName', 'materialDebt.dueDay', 'materialDebt.approvedAt', 'materialDebt.approvedDay',
      'materialDebt.purchaseOrderId', raw<string>`coalesce(purchaseOrder.number, materialDebt.purchaseOrderNumber)`.as('purchaseOrderNumber'), 'materialDebt.estimatedCost', 'materialDebt.rushCost', 'request.id as requestId', 'request.number as requestNumber',
      'materialDebt.writtenOffAt', 'closer.fullName as writtenOffByName', 'materialDebt.writeOffReason', status.as('status'),
    ])
    .where(mine === 'all' ? raw<SqlBool>`1` : isMine('materialDebt', mine))
}

type Row = Omit<Debt, 'payment' | 'risk' | 'share' | 'ageDays' | 'ageBand' | 'costImpact'> & { readonly approvedDay: string | null }

function shown({ approvedDay, ...row }: Row, { today, limits, ages }: DebtView): Debt {
  const age = approvedDay === null ? null : debtAge(approvedDay as BusinessDay, today as BusinessDay, ages)
  return {
    ...row, payment: row.approvedAt === null ? null : paymentOf(row, today), risk: riskOf(openOf(row), row.required, limits), share: shareOwed(row),
    ageDays: age?.days ?? null, ageBand: age?.band ?? null, costImpact: impactOf(row),
  }
}

function impactOf({ estimatedCost = null, rushCost = null }: Pick<Debt, 'estimatedCost' | 'rushCost'>): Money | null {
  return costImpact(estimatedCost, rushCost)
}

export function listDebts(db: Reader, mine: Sections, view: DebtView, input: ParsedInputOf<typeof debts.listDebts>): Page<Debt> {
  const { status: statuses, payment: payments, risk: risks, isOpen, locationId, ...filter } = input.filter
  let query = narrowed(debtRows(mine), filter, { sectionId: 'materialDebt.sectionId', itemId: 'materialDebt.itemId' })
  if (locationId !== undefined) query = query.where(isAmong('materialDebt.locationId', JSON.stringify(placesWithin(db, [locationId]))))
  if (statuses !== undefined) query = query.where(isOneOf(status, statuses))
  if (payments !== undefined) query = query.where(isOneOf(payment(view.today), payments))
  if (risks !== undefined) query = query.where(isOneOf(risk(view.limits), risks))
  if (isOpen !== undefined) query = query.where(isOpen ? isLive : raw<SqlBool>`not ${isLive}`)
  const { rows, ...rest } = listPage(db, input, {
    query,
    columns: {
      number: 'materialDebt.number', createdAt: 'materialDebt.createdAt', itemName: textColumn('item.name'), sectionName: textColumn('section.name'),
      quantity: 'materialDebt.quantity', dueDay: 'materialDebt.dueDay',
    },
    search: [
      'materialDebt.number', 'item.code', 'item.name', 'section.name', 'materialDebt.workOrderNumber', 'materialDebt.purchaseOrderNumber', 'purchaseOrder.number',
      'materialDebt.reason',
    ],
    defaultSort: [{ column: 'createdAt', descending: true }],
    id: 'materialDebt.id',
  })
  return { ...rest, rows: rows.map(row => shown(row, view)) }
}

function isOneOf(expression: RawBuilder<unknown>, values: readonly string[]): RawBuilder<SqlBool> {
  return values.length === 0 ? raw<SqlBool>`0` : raw<SqlBool>`${expression} in (${raw.join([...values])})`
}

/** The debts of the asker's sections that wait for a purchase order, the first to be settled first. */
export function debtsOfOrder(db: Reader, mine: Sections, view: DebtView, purchaseOrderId: string): Debt[] {
  const waiting = debtRows(mine).where('materialDebt.purchaseOrderId', '=', purchaseOrderId).where(isLive).orderBy('materialDebt.approvedAt')
  return db.all(waiting).map(row => shown(row, view))
}

/** Throws `not-found`. */
export function debtOf(db: Reader, view: DebtView, id: string): Debt {
  db.get('materialDebt', id)
  return shown(db.one(debtRows('all').where('materialDebt.id', '=', id)), view)
}

export function debtDetail(db: Reader, view: DebtView, id: string): DebtDetail {
  const settlements = sql.selectFrom('debtSettlement').innerJoin('stockLot', 'stockLot.id', 'debtSettlement.lotId')
    .innerJoin('user', 'user.id', 'debtSettlement.createdBy')
    .select(['debtSettlement.seq', 'debtSettlement.at', 'debtSettlement.quantity', 'debtSettlement.lotId', 'stockLot.code as lotCode', 'debtSettlement.issueSeq', 'debtSettlement.receiptSeq', 'user.fullName as createdByName'])
    .where('debtSettlement.debtId', '=', id).orderBy('debtSettlement.seq', 'desc')
  return { debt: debtOf(db, view, id), issues: issuesOn(db, id), settlements: db.all(settlements) }
}

function issuesOn(db: Reader, debtId: string): DebtDetail['issues'] {
  const fromLots = raw`(select ifnull(sum(quantity), 0) from stockMoveLot where moveSeq = stockMove.seq)`
  const settled = raw`(select ifnull(sum(quantity), 0) from debtSettlement where issueSeq = stockMove.seq and quantity > 0)`
  return db.all(sql.selectFrom('stockMove').innerJoin('location', 'location.id', 'stockMove.toLocationId').innerJoin('user', 'user.id', 'stockMove.createdBy')
    .leftJoin('stockMove as reversal', 'reversal.reverses', 'stockMove.seq')
    .select([
      'stockMove.seq', 'stockMove.at', 'stockMove.quantity', 'location.name as toLocationName', 'user.fullName as createdByName', 'reversal.seq as reversedBy',
      raw<Decimal>`stockMove.quantity - ${fromLots} + ${settled}`.as('onDebt'),
      raw<Decimal>`iif(reversal.seq is null, stockMove.quantity - ${fromLots}, 0)`.as('open'),
    ])
    .where('stockMove.debtId', '=', debtId).orderBy('stockMove.seq', 'desc'))
}

export function summarizeDebts(db: Reader, mine: Sections, view: DebtView, sectionId: string | undefined): DebtSummary {
  const own = narrowed(debtRows(mine), { sectionId }, { sectionId: 'materialDebt.sectionId' })
  const live = db.all(own.where(isLive).orderBy(openShare, 'desc').orderBy('materialDebt.number')).map(row => shown(row, view))
  const waiting = db.all(own.where(isOneOf(status, ['PENDING', 'SPV_APPROVED'])))
  const totals = (rows: readonly Debt[]) => ({
    count: rows.length, costImpact: rows.reduce((sum, row) => sumMoney([sum, row.costImpact ?? fromMinorUnits(0)]), fromMinorUnits(0)),
  })
  return {
    open: totals(live), overdue: live.filter(row => row.payment === 'OVERDUE').length, waiting: waiting.length,
    risks: debtRisks.map(one => ({ risk: one, ...totals(live.filter(row => row.risk === one)) })),
    ages: ageBands.map(band => ({ band, ...totals(live.filter(row => row.ageBand === band)) })),
    top: live.slice(0, topShown),
  }
}
