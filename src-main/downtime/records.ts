import type { Selectable } from 'kysely'
import { instantAt, wallClock, type BusinessDay } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { verifyRight, type Downtime, type downtime, type DowntimeEntry } from '../../shared/downtime/contract.ts'
import { overlaps, type Span } from '../../shared/downtime/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { DowntimeTable } from '../database/tables.ts'
import { enteredNow } from '../engines/entered.ts'
import { settleNotices } from '../engines/notifications.ts'
import { requireOpenDays as requireUnlocked } from '../section-day/open-day.ts'
import { invalid } from '../warehouse/refusals.ts'
import { downtimeOf } from './rows.ts'
import { openFactoryHours } from './working-hours.ts'

type Row = Selectable<DowntimeTable>
interface SeenAt { readonly id: string; readonly version: number }
/** What stood still: a machine, a line, or without either the whole section. */
type Subject = Pick<Row, 'sectionId' | 'machineId' | 'productionLineId'>
type Named = Omit<DowntimeEntry, 'startDay' | 'startTime' | 'endDay' | 'endTime' | 'notes'>
type Times = Pick<DowntimeEntry, 'startDay' | 'startTime' | 'endDay' | 'endTime'>

export function startDowntime(context: CommandContext, { startDay, startTime, endDay, endTime, notes, ...named }: DowntimeEntry): Downtime {
  const { db } = context
  const span = spanOf(context, { startDay, startTime, endDay, endTime })
  requireSound(db, named)
  requireFree(db, named, span)
  requireOpenDays(context, named.sectionId, span)
  const { from: startedAt, to: endedAt } = span
  const { by } = enteredNow(context)
  return downtimeOf(db, db.insert('downtime', { ...named, notes, startedAt, endedAt, reportedBy: by, endedBy: endedAt === null ? null : by }).id)
}

export function endDowntime(context: CommandContext, { id, version, endDay, endTime }: ParsedInputOf<typeof downtime.endDowntime>): Downtime {
  const { db, clock } = context
  const known = currentOf(context, { id, version })
  if (known.endedAt !== null) throw wrongState(known, 'ENDED')
  const to = momentOf(context, { day: endDay, time: endTime }, 'endTime') ?? clock.now()
  const span = { from: known.startedAt, to }
  requireOrder(span)
  requireFree(db, known, span, id)
  // It stood until now whatever day it began on: what changes are the days since its end.
  requireOpenDays(context, known.sectionId, { from: to, to: null })
  db.update('downtime', known, { endedAt: to, endedBy: enteredNow(context).by })
  settleNotices(db, 'downtime', id, clock.now())
  return downtimeOf(db, id)
}

/** What was verified was another account of it: it is to be verified anew. */
export function updateDowntime(context: CommandContext, { id, version, startDay, startTime, endDay, endTime, notes, reason: _reason, ...named }: ParsedInputOf<typeof downtime.updateDowntime>): Downtime {
  const { db, clock } = context
  const known = currentOf(context, { id, version })
  requireVerifier(context, known)
  const span = spanOf(context, { startDay, startTime, endDay, endTime }, known)
  const subject = { ...named, sectionId: known.sectionId }
  requireSound(db, subject, known)
  requireFree(db, subject, span, id)
  requireOpenDays(context, known.sectionId, { from: known.startedAt, to: known.endedAt })
  requireOpenDays(context, known.sectionId, span)
  const endedBy = span.to === null ? null : span.to === known.endedAt ? known.endedBy : enteredNow(context).by
  db.update('downtime', known, { ...named, notes, startedAt: span.from, endedAt: span.to, endedBy, verifiedBy: null, verifiedAt: null })
  if (span.to !== null) settleNotices(db, 'downtime', id, clock.now())
  return downtimeOf(db, id)
}

export function cancelDowntime(context: CommandContext, { id, version, reason }: ParsedInputOf<typeof downtime.cancelDowntime>): Downtime {
  const { db, clock } = context
  const known = currentOf(context, { id, version })
  requireVerifier(context, known)
  requireOpenDays(context, known.sectionId, { from: known.startedAt, to: known.endedAt })
  db.update('downtime', known, { cancelledBy: enteredNow(context).by, cancelledAt: clock.now(), cancelReason: reason })
  settleNotices(db, 'downtime', id, clock.now())
  return downtimeOf(db, id)
}

export function verifyDowntime(context: CommandContext, at: SeenAt): Downtime {
  const { db, session, clock } = context
  const known = currentOf(context, at)
  if (known.endedAt === null) throw wrongState(known, 'STANDING')
  if (known.verifiedAt !== null) throw wrongState(known, 'VERIFIED')
  if (known.reportedBy === session.userId) throw new AppError('own-request')
  db.update('downtime', known, { verifiedBy: session.userId, verifiedAt: clock.now() })
  return downtimeOf(db, at.id)
}

/** What a supervisor has verified is not changed or cancelled behind their back. Throws `forbidden`. */
function requireVerifier({ session }: CommandContext, { verifiedAt }: Row): void {
  if (verifiedAt !== null && !session.permissions.has(verifyRight)) throw new AppError('forbidden', { needed: verifyRight })
}

/** As it was seen, of a section of the asker's, and not cancelled. Throws `not-found`, `foreign-section`, `conflict`, `wrong-state`. */
function currentOf({ db, scope }: CommandContext, { id, version }: SeenAt): Row {
  const known = db.get('downtime', id)
  scope.section(known.sectionId)
  if (known.version !== version) throw new AppError('conflict', { entity: 'downtime', id })
  if (known.cancelledAt !== null) throw wrongState(known, 'CANCELLED')
  return known
}

function wrongState({ id }: Row, status: 'STANDING' | 'ENDED' | 'VERIFIED' | 'CANCELLED'): AppError {
  return new AppError('wrong-state', { entity: 'downtime', id, status })
}

/** From when to when; a time that shows the very minute that is kept is that moment still. Throws `invalid-input` for what is ahead or ends before it begins. */
function spanOf(context: CommandContext, { startDay, startTime, endDay, endTime }: Times, known?: Row): Span {
  const from = momentOf(context, { day: startDay, time: startTime }, 'startTime', known?.startedAt) ?? known?.startedAt ?? context.clock.now()
  const span = { from, to: momentOf(context, { day: endDay, time: endTime }, 'endTime', known?.endedAt) }
  requireOrder(span)
  return span
}

interface Told { readonly day: BusinessDay | null; readonly time: string | null }

function momentOf({ db, clock }: CommandContext, { day, time }: Told, field: 'startTime' | 'endTime', kept: string | null = null): string | null {
  if (day === null && time === null) return null
  if (day === null || time === null) throw invalid(day === null ? field.replace('Time', 'Day') : field, 'downtime.issues.half-moment')
  const timeZone = zoneOf(db)
  if (kept !== null) {
    const shown = wallClock(kept, timeZone)
    if (shown.day === day && shown.time === time) return kept
  }
  const moment = instantAt(day, time, timeZone)
  if (moment > clock.now()) throw invalid(field, 'downtime.issues.ahead')
  return moment
}

function requireOrder({ from, to }: Span): void {
  if (to !== null && to <= from) throw invalid('endTime', 'downtime.issues.end-first')
}

/** What is newly chosen is in use and of the section; what was chosen before stays, whatever became of it. */
function requireSound(db: Reader, { sectionId, machineId, productionLineId, workOrderId, downtimeReasonId }: Named, known?: Row): void {
  if (machineId !== null && productionLineId !== null) throw invalid('productionLineId', 'downtime.issues.one-subject')
  const machine = machineId === null || machineId === known?.machineId ? null : db.get('machine', machineId)
  const line = productionLineId === null || productionLineId === known?.productionLineId ? null : db.get('productionLine', productionLineId)
  const workOrder = workOrderId === null || workOrderId === known?.workOrderId ? null : db.get('workOrder', workOrderId)
  if (machine) requireActive('machine', machine)
  if (line) requireActive('productionLine', line)
  if (downtimeReasonId !== known?.downtimeReasonId) requireActive('downtimeReason', db.get('downtimeReason', downtimeReasonId))
  for (const [field, chosen] of Object.entries({ machineId: machine, productionLineId: line, workOrderId: workOrder })) {
    if (chosen && chosen.sectionId !== sectionId) throw invalid(field, 'downtime.issues.other-section')
  }
}

function requireActive(entity: 'machine' | 'productionLine' | 'downtimeReason', { id, code, isActive }: { readonly id: string; readonly code: string; readonly isActive: boolean }): void {
  if (!isActive) throw new AppError('inactive', { entity, id, code })
}

/** PX-10: nothing stands still twice at a time. Throws `downtime-overlaps`, naming what is recorded. */
function requireFree(db: Reader, subject: Subject, span: Span, id?: string): void {
  const other = db.all(ofSubject(subject)).find(row => row.id !== id && overlaps({ from: row.startedAt, to: row.endedAt }, span))
  if (!other) return
  const { machineName, productionLineName, sectionName, startedAt, reasonName, reportedByName } = downtimeOf(db, other.id)
  throw new AppError('downtime-overlaps', { id: other.id, place: machineName ?? productionLineName ?? sectionName, from: startedAt, why: reasonName, who: reportedByName })
}

function ofSubject({ sectionId, machineId, productionLineId }: Subject) {
  const records = sql.selectFrom('downtime').select(['id', 'startedAt', 'endedAt']).where('cancelledAt', 'is', null).orderBy('startedAt')
  // A machine or a line stays itself in whatever section it stands.
  if (machineId !== null) return records.where('machineId', '=', machineId)
  if (productionLineId !== null) return records.where('productionLineId', '=', productionLineId)
  return records.where('sectionId', '=', sectionId).where('machineId', 'is', null).where('productionLineId', 'is', null)
}

/**
 * What has no end takes from every day until now; a night shift's day is the one on which it began. Throws `period-closed` where the books of its days are closed, and `day-locked`
 * where one of them is (PX-5).
 */
function requireOpenDays(context: CommandContext, sectionId: string, { from, to }: Span): void {
  const { dayAt } = openFactoryHours(context.db)
  requireUnlocked(context, sectionId, { from: dayAt(from), to: dayAt(to ?? context.clock.now()) })
}

function zoneOf(db: Reader): string {
  return db.one(sql.selectFrom('site').select('timeZone').limit(1)).timeZone
}
