import type { Selectable } from 'kysely'
import { addDecimals, decimalText, isPositive, maxDecimal, minDecimal, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { fitsUnit } from '../../shared/masters/rules.ts'
import { isComplete, isIssuable, mayDo, restOfLine, type RequisitionAct, type RequisitionStatus } from '../../shared/warehouse/requisition-rules.ts'
import type { requisitions } from '../../shared/warehouse/requisitions.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { SeenAt } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import type { RequisitionIssueTable, RequisitionLineTable, RequisitionTable } from '../database/tables.ts'
import { eachRow } from '../engines/each-row.ts'
import { balanceAt } from './balances.ts'
import { deliver } from './deliveries.ts'
import { storeOf } from './places.ts'
import { invalid } from './refusals.ts'
import { releaseStock } from './reservations.ts'
import { tellRequisition } from './requisition-notices.ts'
import { askerOf, keepForLine, orderOf } from './requisition-stock.ts'
import { moveOf, undoMove, type Move } from './stock.ts'
import { reviewIssues } from './use-gate.ts'
import { keptForAsker } from './work-order-askers.ts'
import { requireOwnWorkOrder, workOrderNamed } from './work-order-stock.ts'

export type Requisition = Selectable<RequisitionTable>
export type Line = Selectable<RequisitionLineTable>
type Issue = Selectable<RequisitionIssueTable>
type Inputs = typeof requisitions

const documentOf = ({ id }: Requisition) => ({ documentEntity: 'requisition', documentId: id })

/**
 * Throws `inactive`, and `invalid-input` for an item named twice, a day that is past, places that do not fit, another section's work order, a service, or more
 * decimals than the unit has.
 */
export function createRequisition(context: CommandContext, { lines, ...fields }: ParsedInputOf<Inputs['createRequisition']>): Requisition {
  const { db, session, today } = context
  if (fields.neededBy < today()) throw invalid('neededBy', 'warehouse.issues.past-day')
  requirePlaces(db, fields)
  requireOwnWorkOrder(db, fields.sectionId, fields.workOrderNumber)
  const requisition = db.insert('requisition', { ...fields, number: context.number('requisition'), status: 'PENDING', requestedBy: session.userId })
  eachRow('lines', lines, (line, position) => {
    requireAskable(db, line)
    if (lines.findIndex(({ itemId }) => itemId === line.itemId) < position) throw invalid('itemId', 'warehouse.issues.item-twice')
    return db.insert('requisitionLine', { ...line, requisitionId: requisition.id, sectionId: requisition.sectionId, position })
  })
  note(context, requisition, null, fields.purpose)
  tellRequisition(context, requisition, 'REQUISITION_NEW', { count: lines.length })
  return requisition
}

/** WH-4. Throws `own-request`, `wrong-state`, `conflict`, `foreign-section`, as every act here. */
export function approveRequisition(context: CommandContext, at: SeenAt): Requisition {
  const { requisition, lines } = requisitionFor(context, at, 'approve')
  requireOther(context, requisition)
  const approved = change(context, requisition, 'APPROVED', '')
  for (const line of lines) keepForLine(context, approved, line, line.quantity)
  tellRequisition(context, approved, 'REQUISITION_APPROVED', { count: lines.length })
  return approved
}

export function rejectRequisition(context: CommandContext, at: SeenAt, reason: string): Requisition {
  const { requisition, lines } = requisitionFor(context, at, 'reject')
  requireOther(context, requisition)
  const rejected = change(context, requisition, 'REJECTED', reason)
  tellRequisition(context, rejected, 'REQUISITION_REJECTED', { count: lines.length, reason })
  return rejected
}

export function cancelRequisition(context: CommandContext, at: SeenAt, reason: string): Requisition {
  const { requisition } = requisitionFor(context, at, 'cancel')
  releaseStock(context, documentOf(requisition))
  const cancelled = change(context, requisition, 'CANCELLED', reason)
  tellRequisition(context, cancelled, 'REQUISITION_CANCELLED', { reason })
  return cancelled
}

/** Throws `over-fulfilment`, `stock-short`, and what `takeOnDebt` throws. */
export function issueRequisition(context: CommandContext, { lines, ...at }: ParsedInputOf<Inputs['issueRequisition']>): Requisition {
  const { db } = context
  const { requisition } = requisitionFor(context, at, 'issue')
  const moves = eachRow('lines', lines, ({ lineId, quantity, debtId }) => {
    const line = lineOf(db, requisition, lineId)
    if (!isIssuable(line, quantity)) throw overIssue(db, requisition, line)
    const parts = partsOf(db, requisition, line, quantity, debtId)
    // Written before the stock moves: what others may count upon then is what is really left (PL-14).
    const issued = db.update('requisitionLine', line, { issued: addDecimals(line.issued, quantity) })
    return parts.map(part => handOver(context, requisition, issued, part))
  }).flat()
  reviewIssues(context, moves.filter(({ kind }) => kind === 'ISSUE'), [requisition.number, requisition.purpose].filter(Boolean).join(': '))
  tellRequisition(context, requisition, 'REQUISITION_ISSUED', { count: lines.length })
  return touch(context, requisition)
}

interface Part { readonly quantity: Decimal; readonly toLocationId: string | null; readonly debtId?: string | undefined }

/** WH-20: a store is given only what there is; what is taken on debt beyond that is used up at once. */
function partsOf(db: Reader, requisition: Requisition, line: Line, quantity: Decimal, debtId: string | undefined): Part[] {
  const { supplyLocationId: locationId, storeLocationId } = requisition
  if (debtId === undefined || storeLocationId === null) return [{ quantity, toLocationId: storeLocationId, debtId }]
  const free = maxDecimal(zero, balanceAt(db, line.itemId, locationId).available)
  const there = minDecimal(quantity, addDecimals(free, keptForAsker(db, askerOf(db, requisition, line))))
  const parts: Part[] = [{ quantity: there, toLocationId: storeLocationId }, { quantity: subtractDecimals(quantity, there), toLocationId: null, debtId }]
  return parts.filter(part => isPositive(part.quantity))
}

function handOver(context: CommandContext, requisition: Requisition, { id, itemId }: Line, part: Part): Move {
  const { db, session } = context
  const move = deliver(
    context,
    {
      order: orderOf(requisition), itemId, fromLocationId: requisition.supplyLocationId,
      workOrderId: workOrderNamed(db, requisition.sectionId, requisition.workOrderNumber), ...part,
    },
  )
  db.insert('requisitionIssue', {
    requisitionId: requisition.id, requisitionLineId: id, sectionId: requisition.sectionId, moveSeq: move.seq, quantity: part.quantity, issuedBy: session.userId,
    receivedBy: null, receivedAt: null, reversedAt: null,
  })
  return move
}

/** WH-5: the section's half of the proof; the last one completes it. Throws `own-issue`, `wrong-state`. */
export function receiveRequisition(context: CommandContext, { issueIds, ...at }: ParsedInputOf<Inputs['receiveRequisition']>): Requisition {
  const { db, clock, session } = context
  const { requisition, lines } = requisitionFor(context, at, 'receive')
  for (const issueId of issueIds) {
    const issue = openIssue(db, requisition, issueId)
    if (issue.issuedBy === session.userId) throw new AppError('own-issue', { number: requisition.number })
    db.update('requisitionIssue', issue, { receivedBy: session.userId, receivedAt: clock.now() })
  }
  return isComplete(lines, issuesOf(db, requisition.id)) ? complete(context, requisition, '') : touch(context, requisition)
}

/** Throws `reversed-already`, `wrong-state` once the section has confirmed it, `lot-short` where the goods have gone on. */
export function reverseIssue(context: CommandContext, { issueId, reason, ...at }: ParsedInputOf<Inputs['reverseRequisitionIssue']>): Requisition {
  const { db, clock } = context
  const { requisition } = requisitionFor(context, at, 'issue')
  const issue = openIssue(db, requisition, issueId)
  const line = lineOf(db, requisition, issue.requisitionLineId)
  db.update('requisitionIssue', issue, { reversedAt: clock.now() })
  const open = db.update('requisitionLine', line, { issued: subtractDecimals(line.issued, issue.quantity) })
  undoMove(context, moveOf(db, issue.moveSeq), reason)
  keepForLine(context, requisition, open, issue.quantity)
  note(context, requisition, requisition.status, reason)
  tellRequisition(context, requisition, 'REQUISITION_TAKEN_BACK', { item: db.get('item', line.itemId).name, reason })
  return touch(context, requisition)
}

/** Throws `unconfirmed` while something that went out is not confirmed. */
export function closeRequisition(context: CommandContext, { reason, ...at }: SeenAt & { readonly reason: string }): Requisition {
  const { requisition } = requisitionFor(context, at, 'close')
  if (issuesOf(context.db, requisition.id).some(({ receivedAt }) => receivedAt === null)) throw new AppError('unconfirmed', { number: requisition.number })
  return complete(context, requisition, reason)
}

const standingIssues = planned((of: { requisitionId: string }) => sql.selectFrom('requisitionIssue').selectAll().where('requisitionId', '=', of.requisitionId)
  .where('reversedAt', 'is', null))
const linesOf = planned((of: { requisitionId: string }) => sql.selectFrom('requisitionLine').selectAll().where('requisitionId', '=', of.requisitionId)
  .orderBy('position'))

/** The hand-overs that stand. */
function issuesOf(db: Reader, requisitionId: string): Issue[] {
  return db.all(standingIssues({ requisitionId }))
}

function complete(context: CommandContext, requisition: Requisition, reason: string): Requisition {
  releaseStock(context, documentOf(requisition))
  const completed = change(context, requisition, 'COMPLETED', reason)
  tellRequisition(context, completed, 'REQUISITION_COMPLETED', { count: issuesOf(context.db, requisition.id).length })
  return completed
}

function change(context: CommandContext, requisition: Requisition, status: RequisitionStatus, text: string): Requisition {
  const changed = context.db.update('requisition', requisition, { status })
  note(context, changed, requisition.status, text)
  return changed
}

/** A new version for whoever has it open, though only its lines and hand-overs have changed. */
function touch({ db }: CommandContext, requisition: Requisition): Requisition {
  return db.update('requisition', requisition, { handOvers: requisition.handOvers + 1 })
}

/** A step that leaves the status as it was is a hand-over taken back. */
function note({ db, session }: CommandContext, { id, status }: Requisition, fromStatus: RequisitionStatus | null, text: string): void {
  db.append('requisitionStep', { requisitionId: id, fromStatus, toStatus: status, note: text, createdBy: session.userId })
}

function requisitionFor({ db, scope }: CommandContext, { id, version }: SeenAt, act: RequisitionAct): { requisition: Requisition; lines: Line[] } {
  const requisition = db.get('requisition', id)
  scope.section(requisition.sectionId)
  if (requisition.version !== version) throw new AppError('conflict', { entity: 'requisition', id })
  const lines = db.all(linesOf({ requisitionId: id }))
  if (!mayDo(requisition.status, act, lines)) throw new AppError('wrong-state', {
    entity: 'requisition', id, number: requisition.number, status: requisition.status,
  })
  return { requisition, lines }
}

function lineOf(db: Reader, { id }: Requisition, lineId: string): Line {
  const line = db.get('requisitionLine', lineId)
  if (line.requisitionId !== id) throw new AppError('not-found', { entity: 'requisitionLine', id: lineId })
  return line
}

/** A hand-over that is neither confirmed nor taken back. */
function openIssue(db: Reader, { id, number }: Requisition, issueId: string): Issue {
  const issue = db.get('requisitionIssue', issueId)
  if (issue.requisitionId !== id) throw new AppError('not-found', { entity: 'requisitionIssue', id: issueId })
  if (issue.reversedAt !== null) throw new AppError('reversed-already', { entity: 'requisitionIssue', id: issueId })
  if (issue.receivedAt !== null) throw new AppError('already-received', { number })
  return issue
}

function requireOther({ session }: CommandContext, { number, requestedBy }: Requisition): void {
  if (requestedBy === session.userId) throw new AppError('own-request', { number })
}

function requirePlaces(
  db: Reader, { sectionId, supplyLocationId, storeLocationId }: Pick<Requisition, 'sectionId' | 'supplyLocationId' | 'storeLocationId'>,
): void {
  if (storeOf(db, supplyLocationId, 'supplyLocationId').sectionId !== null) throw invalid('supplyLocationId', 'warehouse.issues.not-factory-store')
  if (storeLocationId !== null && storeOf(db, storeLocationId, 'storeLocationId').sectionId !== sectionId) throw invalid(
    'storeLocationId', 'warehouse.issues.other-section-store',
  )
}

function requireAskable(db: Reader, { itemId, quantity }: Pick<Line, 'itemId' | 'quantity'>): void {
  const item = db.get('item', itemId)
  if (!item.isActive) throw new AppError('inactive', { entity: 'item', id: item.id, code: item.code })
  if (item.kind === 'SERVICE') throw invalid('itemId', 'warehouse.issues.service')
  const { places } = db.get('unit', item.unitId)
  if (!fitsUnit(quantity, places)) throw invalid('quantity', 'masters.issues.unit-places', { places })
}

function overIssue(db: Reader, { number }: Requisition, line: Line): AppError {
  return new AppError('over-fulfilment', {
    number, requested: decimalText(line.quantity), fulfilled: decimalText(line.issued), remaining: decimalText(restOfLine(line)),
    unit: db.get('unit', db.get('item', line.itemId).unitId).code,
  })
}
