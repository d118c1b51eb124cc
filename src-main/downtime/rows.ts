import { sql as raw, type SqlBool } from 'kysely'
import type { Downtime, downtime, Standing } from '../../shared/downtime/contract.ts'
import type { Stood } from '../../shared/downtime/lost.ts'
import { wholeMinutes } from '../../shared/downtime/rules.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { daySpan } from '../database/day-span.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'
import { isMine, type Sections } from '../warehouse/places.ts'

type Stored = Omit<Downtime, 'minutes'>

/** Every record with what it names, of the sections that may be seen. */
export function downtimeRows(mine: Sections) {
  return sql.selectFrom('downtime').innerJoin('section', 'section.id', 'downtime.sectionId').innerJoin('downtimeReason', 'downtimeReason.id', 'downtime.downtimeReasonId')
    .innerJoin('user as reporter', 'reporter.id', 'downtime.reportedBy').leftJoin('machine', 'machine.id', 'downtime.machineId').leftJoin('productionLine', 'productionLine.id', 'downtime.productionLineId')
    .leftJoin('workOrder', 'workOrder.id', 'downtime.workOrderId').leftJoin('user as ender', 'ender.id', 'downtime.endedBy').leftJoin('user as verifier', 'verifier.id', 'downtime.verifiedBy')
    .leftJoin('user as canceller', 'canceller.id', 'downtime.cancelledBy')
    .select([
      'downtime.id', 'downtime.version', 'downtime.createdAt', 'downtime.sectionId', 'section.name as sectionName', 'downtime.machineId', 'machine.code as machineCode', 'machine.name as machineName',
      'downtime.productionLineId', 'productionLine.name as productionLineName', 'downtime.workOrderId', 'workOrder.number as workOrderNumber', 'downtime.downtimeReasonId', 'downtimeReason.name as reasonName',
      'downtimeReason.kind', 'downtimeReason.isPlanned', 'downtime.startedAt', 'downtime.endedAt', 'downtime.notes', 'downtime.reportedBy', 'reporter.fullName as reportedByName', 'ender.fullName as endedByName',
      'verifier.fullName as verifiedByName', 'downtime.verifiedAt', 'canceller.fullName as cancelledByName', 'downtime.cancelledAt', 'downtime.cancelReason',
    ])
    .where(mine === 'all' ? raw<SqlBool>`1` : isMine('downtime', mine))
}

/** Throws `not-found`. */
export function downtimeOf(db: Reader, id: string): Downtime {
  db.get('downtime', id)
  return told(db.one(downtimeRows('all').where('downtime.id', '=', id)))
}

/** `fromDay` and `toDay` leave what stood at any time between them. */
export function listDowntimes(db: Reader, mine: Sections, { filter, ...input }: ParsedInputOf<typeof downtime.listDowntimes>): Page<Downtime> {
  const { fromDay, toDay, isStanding, isCancelled, isVerified, isPlanned, ...equal } = filter
  let query = narrowed(downtimeRows(mine), equal, { sectionId: 'downtime.sectionId', machineId: 'downtime.machineId', downtimeReasonId: 'downtime.downtimeReasonId' })
  if (isPlanned !== undefined) query = query.where('downtimeReason.isPlanned', '=', isPlanned)
  if (isStanding !== undefined) query = isStanding ? query.where('downtime.endedAt', 'is', null).where('downtime.cancelledAt', 'is', null) : query.where('downtime.endedAt', 'is not', null)
  if (isCancelled !== undefined) query = query.where('downtime.cancelledAt', isCancelled ? 'is not' : 'is', null)
  if (isVerified !== undefined) query = query.where('downtime.verifiedAt', isVerified ? 'is not' : 'is', null)
  const span = daySpan(db, fromDay, toDay)
  if (span) query = query.where('downtime.startedAt', '<', span.to).where(({ or, eb }) => or([eb('downtime.endedAt', 'is', null), eb('downtime.endedAt', '>', span.from)]))
  const found = listPage(db, input, {
    query,
    columns: { startedAt: 'downtime.startedAt', endedAt: 'downtime.endedAt', sectionName: textColumn('section.name'), reasonName: textColumn('downtimeReason.name') },
    search: ['machine.code', 'machine.name', 'productionLine.name', 'section.name', 'downtimeReason.name', 'downtime.notes', 'workOrder.number'],
    defaultSort: [{ column: 'startedAt', descending: true }],
    id: 'downtime.id',
  })
  return { ...found, rows: found.rows.map(told) }
}

interface Span { readonly from: string; readonly to: string; readonly sectionId?: string | undefined }

/** As much of `downtimesBetween` as tells how long each section stood. */
export function stopsBetween(db: Reader, mine: Sections, { from, to, sectionId }: Span): (Stood & { readonly sectionId: string })[] {
  let query = sql.selectFrom('downtime').innerJoin('downtimeReason', 'downtimeReason.id', 'downtime.downtimeReasonId')
    .select(['downtime.sectionId', 'downtime.machineId', 'downtime.productionLineId', 'downtimeReason.isPlanned', 'downtime.startedAt', 'downtime.endedAt'])
    .where(mine === 'all' ? raw<SqlBool>`1` : isMine('downtime', mine)).where('downtime.cancelledAt', 'is', null).where('downtime.startedAt', '<', to)
    .where(({ or, eb }) => or([eb('downtime.endedAt', 'is', null), eb('downtime.endedAt', '>', from)]))
  if (sectionId !== undefined) query = query.where('downtime.sectionId', '=', sectionId)
  return db.all(query.orderBy('downtime.startedAt'))
}

/** What stood still at any time between two instants, the earliest first; of one section, or of all that may be seen. */
export function downtimesBetween(db: Reader, mine: Sections, { from, to, sectionId }: Span): Downtime[] {
  let query = downtimeRows(mine).where('downtime.cancelledAt', 'is', null).where('downtime.startedAt', '<', to)
    .where(({ or, eb }) => or([eb('downtime.endedAt', 'is', null), eb('downtime.endedAt', '>', from)]))
  if (sectionId !== undefined) query = query.where('downtime.sectionId', '=', sectionId)
  return db.all(query.orderBy('downtime.startedAt').orderBy('downtime.id')).map(told)
}

/** The longest first. */
export function standingNow(db: Reader, mine: Sections): Standing[] {
  return db.all(downtimeRows(mine).where('downtime.endedAt', 'is', null).where('downtime.cancelledAt', 'is', null).orderBy('downtime.startedAt').orderBy('downtime.id'))
}

function told(row: Stored): Downtime {
  return { ...row, minutes: row.endedAt === null ? null : wholeMinutes(row.startedAt, row.endedAt) }
}
