import { sql as raw, type SqlBool } from 'kysely'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { zero } from '../../shared/core/decimal.ts'
import { wholeMinutes } from '../../shared/downtime/rules.ts'
import type { TransferFigures } from '../../shared/transfers/lines.ts'
import { handoverTarget, shareLook, shareOf, timeLook } from '../../shared/transfers/rules.ts'
import { transfersSettings } from '../../shared/transfers/settings.ts'
import type { QueryContext } from '../core/handlers.ts'
import { daySpan } from '../database/day-span.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { Sections } from '../warehouse/places.ts'
import { isOfSections } from './rows.ts'

type Asker = Pick<QueryContext, 'db' | 'settings' | 'clock'>
interface Period { readonly fromDay: BusinessDay; readonly toDay: BusinessDay }

/** How handovers went: how long they took, whether lines were cleared before other goods came, and how many were received of those that should have been by now. */
export function transferFigures({ db, settings, clock }: Asker, mine: Sections, { fromDay, toDay }: Period): TransferFigures {
  const span = daySpan(db, fromDay, toDay)!
  const times = handovers(db, mine, span)
  const timed = (target: 'cutToSew' | 'sewToFinish') => times.filter(({ fromKind, toKind }) => handoverTarget(fromKind, toKind) === target).map(({ minutes }) => minutes)
  const changes = lineChanges(db, mine, span)
  const cleared = changes.filter(({ isCleared }) => isCleared).length
  // What was sent just now is no slip that nobody has acknowledged yet.
  const due = new Date(Date.parse(clock.now()) - settings.get(transfersSettings.handoverCritical) * 60_000).toISOString()
  const sent = db.all(sql.selectFrom('transfer').select(['createdAt', 'acceptedAt']).where('createdAt', '>=', span.from).where('createdAt', '<', span.to).where('status', '<>', 'CANCELLED').where(isOfSections(mine)))
    .filter(({ createdAt, acceptedAt }) => acceptedAt !== null || createdAt <= due)
  const acknowledged = sent.filter(({ acceptedAt }) => acceptedAt !== null).length
  const [clearance, acknowledgement] = [shareOf(cleared, changes.length), shareOf(acknowledged, sent.length)]
  const { cutToSew, sewToFinish, handoverWarning, handoverCritical, clearanceTarget, clearanceWarning, acknowledgeTarget, acknowledgeWarning, acknowledgeCritical } = transfersSettings
  const averaged = (minutes: readonly number[], target: number | null) => {
    if (minutes.length === 0) return { count: 0, minutes: null, look: null }
    const average = Math.round(minutes.reduce((sum, one) => sum + one, 0) / minutes.length)
    return { count: minutes.length, minutes: average, look: timeLook(average, { target, warning: settings.get(handoverWarning), critical: settings.get(handoverCritical) }) }
  }
  return {
    cutToSew: averaged(timed('cutToSew'), settings.get(cutToSew)), sewToFinish: averaged(timed('sewToFinish'), settings.get(sewToFinish)), all: averaged(times.map(({ minutes }) => minutes), null),
    changes: changes.length, cleared, clearance, clearanceLook: clearance === null ? null : shareLook(clearance, { target: settings.get(clearanceTarget), warning: settings.get(clearanceWarning), critical: null }),
    sent: sent.length, acknowledged, acknowledgement,
    acknowledgementLook: acknowledgement === null ? null : shareLook(acknowledgement, { target: settings.get(acknowledgeTarget), warning: settings.get(acknowledgeWarning), critical: settings.get(acknowledgeCritical) }),
  }
}

interface Instants { readonly from: string; readonly to: string }

/** What was accepted in a period, with the stages it went between and how long it took. */
function handovers(db: Reader, mine: Sections, { from, to }: Instants) {
  const rows = db.all(
    sql.selectFrom('transfer').innerJoin('workOrder as giver', 'giver.id', 'transfer.fromWorkOrderId').innerJoin('productionStage as fromStage', 'fromStage.id', 'giver.productionStageId')
      .innerJoin('workOrder as taker', 'taker.id', 'transfer.toWorkOrderId').innerJoin('productionStage as toStage', 'toStage.id', 'taker.productionStageId').where(isOfSections(mine))
      .where('transfer.acceptedAt', '>=', from).where('transfer.acceptedAt', '<', to).select(['transfer.createdAt', 'transfer.acceptedAt', 'fromStage.kind as fromKind', 'toStage.kind as toKind']),
  )
  return rows.map(({ createdAt, acceptedAt, ...kinds }) => ({ ...kinds, minutes: wholeMinutes(createdAt, acceptedAt!) }))
}

/** Other goods that came to a line, or to a section that is held as one, and whether it was empty by then: cleared, freed by what had stood there, or a supervisor let them beside the others. */
export interface LineChange {
  readonly id: string; readonly number: string; readonly productionLineId: string | null; readonly lineName: string | null; readonly sectionId: string; readonly sectionName: string; readonly acceptedAt: string; readonly articleName: string; readonly beforeName: string
  readonly clearedAt: string | null; readonly clearedByName: string | null; readonly isReleased: boolean; readonly isCleared: boolean
}

export function lineChanges(db: Reader, mine: Sections, { from, to }: Instants): LineChange[] {
  const rows = db.all(
    sql.selectFrom('transfer').leftJoin('productionLine', 'productionLine.id', 'transfer.productionLineId').innerJoin('section', 'section.id', 'transfer.toSectionId').innerJoin('item', 'item.id', 'transfer.articleId')
      .where('transfer.acceptedAt', '>=', from).where('transfer.acceptedAt', '<', to).where('transfer.receivedQuantity', '>', zero).where(isOfSections(mine))
      .where(({ or, eb }) => or([eb('transfer.productionLineId', 'is not', null), eb('transfer.isLineClear', 'is not', null)]))
      .select([
        'transfer.id', 'transfer.number', 'transfer.productionLineId', 'productionLine.name as lineName', 'section.id as sectionId', 'section.name as sectionName', 'transfer.acceptedAt', 'item.name as articleName', 'transfer.articleId',
        'transfer.week', 'transfer.destination', 'transfer.releasedBeside', 'transfer.isLineClear',
      ]).orderBy('transfer.acceptedAt').orderBy('transfer.number'),
  )
  return rows.flatMap(({ articleId, week, destination, releasedBeside, isLineClear, acceptedAt: at, ...row }) => {
    const acceptedAt = at!
    const before = cameBefore(db, { ...row, acceptedAt })
    if (!before || (articleId === before.articleId && week === before.week && destination === before.destination)) return []
    const clearance = clearanceBetween(db, row, before.acceptedAt!, acceptedAt)
    const isReleased = releasedBeside !== null
    return [{
      ...row, acceptedAt, beforeName: before.articleName, clearedAt: clearance?.clearedAt ?? null, clearedByName: clearance?.fullName ?? null, isReleased, isCleared: isReleased || isLineClear === true || clearance !== undefined,
    }]
  })
}

/** A line or, without one, a section's floor. */
interface Place { readonly productionLineId: string | null; readonly sectionId: string }

/** What came to a place before a slip, whichever section sent it. */
function cameBefore(db: Reader, { productionLineId, sectionId, acceptedAt, number }: Place & { readonly acceptedAt: string; readonly number: string }) {
  return db.first(
    sql.selectFrom('transfer').innerJoin('item', 'item.id', 'transfer.articleId').select(['transfer.acceptedAt', 'transfer.articleId', 'transfer.week', 'transfer.destination', 'item.name as articleName'])
      .where(productionLineId === null ? raw<SqlBool>`toSectionId = ${sectionId} and productionLineId is null` : raw<SqlBool>`productionLineId = ${productionLineId}`).where('acceptedAt', '<=', acceptedAt).where('receivedQuantity', '>', zero)
      .where(({ or, eb }) => or([eb('acceptedAt', '<', acceptedAt), eb('transfer.number', '<', number)])).orderBy('acceptedAt', 'desc').orderBy('transfer.number', 'desc').limit(1),
  )
}

function clearanceBetween(db: Reader, { productionLineId, sectionId }: Place, from: string, to: string) {
  return db.first(
    sql.selectFrom('lineClearance').innerJoin('user', 'user.id', 'lineClearance.clearedBy').select(['lineClearance.clearedAt', 'user.fullName'])
      .where(productionLineId === null ? raw<SqlBool>`lineClearance.sectionId = ${sectionId} and lineClearance.productionLineId is null` : raw<SqlBool>`productionLineId = ${productionLineId}`)
      .where('clearedAt', '>=', from).where('clearedAt', '<=', to).orderBy('clearedAt', 'desc').limit(1),
  )
}
