import { sumDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import type { StageKind } from '../../shared/planning/rules.ts'
import type { Period } from '../../shared/reports/report.ts'
import { percentOf } from '../../shared/reports/rules.ts'
import { handoverTarget, shareOf, timeLook, type TimeLook, type TransferStatus } from '../../shared/transfers/rules.ts'
import { transfersSettings } from '../../shared/transfers/settings.ts'
import type { SettingReader } from '../core/handlers.ts'
import { daySpan } from '../database/day-span.ts'
import type { RowContext } from '../engines/reports.ts'
import { lineChanges, type LineChange } from './figures.ts'
import { isOfSections, told, transferRows } from './rows.ts'

interface Filter { readonly period: Period; readonly section: string | undefined }
/** Each by itself, or summed up. */
export const timesGroupings = ['ROUTE'] as const
export const clearanceGroupings = ['LINE', 'SECTION'] as const
interface TimesFilter extends Filter { readonly by?: (typeof timesGroupings)[number] | undefined }
interface ClearanceFilter extends Filter { readonly by?: (typeof clearanceGroupings)[number] | undefined }

/** A handover, or all of them between two sections: then `slip` is null. `minutes` are those that the received ones took together. */
export interface TimesRow {
  readonly slip: { readonly id: string; readonly number: string; readonly status: TransferStatus; readonly goods: string; readonly line: string | null; readonly sentAt: string; readonly acceptedAt: string | null } | null
  readonly from: string; readonly to: string; readonly count: number; readonly accepted: number
  readonly minutes: number | null; readonly target: number | null; readonly look: TimeLook | 'OPEN'; readonly quantity: Decimal; readonly received: Decimal | null; readonly share: Decimal | null
}

export function timesRows(context: RowContext, filter: TimesFilter): TimesRow[] {
  const rows = handovers(context, filter)
  return filter.by === undefined ? rows : timesOfRoutes(rows, lookOf(context.settings))
}

type Look = (minutes: number, target: number | null) => TimeLook
const lookOf = (settings: SettingReader): Look => (minutes, target) => timeLook(minutes, { target, warning: settings.get(transfersSettings.handoverWarning), critical: settings.get(transfersSettings.handoverCritical) })

/** Handovers between the same two sections as one row: what the factory's targets are for. */
function timesOfRoutes(rows: readonly TimesRow[], look: Look): TimesRow[] {
  return [...Map.groupBy(rows, ({ from, to, target }) => JSON.stringify([from, to, target])).values()].map(its => {
    const { from, to, target } = its[0]!
    const arrived = its.filter(({ accepted }) => accepted > 0)
    const route = { slip: null, from, to, target, count: its.length, accepted: arrived.length, quantity: sumDecimals(its.map(({ quantity }) => quantity)) }
    if (arrived.length === 0) return { ...route, minutes: null, look: 'OPEN', received: null, share: null }
    const minutes = arrived.reduce((sum, row) => sum + row.minutes!, 0)
    const received = sumDecimals(arrived.map(row => row.received ?? zero))
    return { ...route, minutes, look: look(Math.round(minutes / arrived.length), target), received, share: percentOf(received, sumDecimals(arrived.map(({ quantity }) => quantity))) }
  })
}

function handovers({ db, sections, settings }: RowContext, { period, section }: Filter): TimesRow[] {
  const span = daySpan(db, period.from, period.to)!
  let query = transferRows.where(isOfSections(sections)).where('transfer.createdAt', '>=', span.from).where('transfer.createdAt', '<', span.to).where('transfer.status', '<>', 'CANCELLED')
  if (section !== undefined) query = query.where('transfer.toSectionId', '=', section)
  const stages = query.select(['fromStage.kind as fromKind', 'toStage.kind as toKind'])
  return db.all(stages.orderBy('transfer.createdAt').orderBy('transfer.number')).map(({ fromKind, toKind, ...row }) => {
    // What is still on its way has taken no time that could be told yet.
    const { id, number, status, itemName, articleName, fromSectionName: from, toSectionName: to, productionLineName: line, createdAt: sentAt, acceptedAt, quantity, receivedQuantity: received, minutes } = told(row, row.createdAt)
    const target = targetOf(settings, fromKind, toKind)
    const timed = acceptedAt === null ? { accepted: 0, minutes: null, look: 'OPEN' as const } : { accepted: 1, minutes, look: lookOf(settings)(minutes, target) }
    return {
      slip: { id, number, status, goods: itemName ?? articleName, line, sentAt, acceptedAt }, from, to, count: 1, ...timed, target,
      quantity, received, share: received === null ? null : percentOf(received, quantity),
    }
  })
}

/** In how many minutes a handover between these stages is to be done; nothing where the factory has set none. */
function targetOf(settings: SettingReader, from: StageKind, to: StageKind): number | null {
  const target = handoverTarget(from, to)
  return target === undefined ? null : settings.get(transfersSettings[target])
}

/** A change of goods on a line, or all of a line or a section: then `change` is null. `target`: what share of them is to be cleared first. */
export interface ClearanceRow { readonly change: LineChange | null; readonly section: string; readonly line: string | null; readonly changes: number; readonly cleared: number; readonly share: Decimal | null; readonly target: Decimal }

export function clearanceRows({ db, sections, settings }: RowContext, { period, section, by }: ClearanceFilter): ClearanceRow[] {
  const target = settings.get(transfersSettings.clearanceTarget)
  const rows = lineChanges(db, sections, daySpan(db, period.from, period.to)!).filter(({ sectionId }) => section === undefined || sectionId === section).map((change): ClearanceRow => {
    const cleared = change.isCleared ? 1 : 0
    return { change, section: change.sectionName, line: change.lineName, changes: 1, cleared, share: shareOf(cleared, 1), target }
  })
  return by === undefined ? rows : clearanceOf(rows, by)
}

/** TR-4: how often a line, or any line of a section, was seen to be clear before other goods came to it. */
function clearanceOf(rows: readonly ClearanceRow[], by: (typeof clearanceGroupings)[number]): ClearanceRow[] {
  return [...Map.groupBy(rows, ({ section, line }) => JSON.stringify(by === 'LINE' ? [section, line] : section)).values()].map(its => {
    const { section, line, target } = its[0]!
    const cleared = its.reduce((sum, row) => sum + row.cleared, 0)
    return { change: null, section, line: by === 'LINE' ? line : null, changes: its.length, cleared, share: shareOf(cleared, its.length), target }
  })
}
