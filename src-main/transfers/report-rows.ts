import type { Decimal } from '../../shared/core/decimal.ts'
import type { StageKind } from '../../shared/planning/rules.ts'
import type { Period } from '../../shared/reports/report.ts'
import { percentOf } from '../../shared/reports/rules.ts'
import { handoverTarget, timeLook, type TimeLook, type TransferStatus } from '../../shared/transfers/rules.ts'
import { transfersSettings } from '../../shared/transfers/settings.ts'
import type { SettingReader } from '../core/handlers.ts'
import { daySpan } from '../database/day-span.ts'
import type { RowContext } from '../engines/reports.ts'
import { lineChanges, type LineChange } from './figures.ts'
import { isOfSections, told, transferRows } from './rows.ts'

interface Filter { readonly period: Period; readonly section: string | undefined }

export interface TimesRow {
  readonly id: string; readonly number: string; readonly status: TransferStatus; readonly goods: string; readonly from: string; readonly to: string; readonly line: string | null; readonly sentAt: string; readonly acceptedAt: string | null
  readonly minutes: number | null; readonly target: number | null; readonly look: TimeLook | 'OPEN'; readonly quantity: Decimal; readonly received: Decimal | null; readonly share: Decimal | null
}

export function timesRows({ db, sections, settings }: RowContext, { period, section }: Filter): TimesRow[] {
  const span = daySpan(db, period.from, period.to)!
  let query = transferRows.where(isOfSections(sections)).where('transfer.createdAt', '>=', span.from).where('transfer.createdAt', '<', span.to).where('transfer.status', '<>', 'CANCELLED')
  if (section !== undefined) query = query.where('transfer.toSectionId', '=', section)
  const stages = query.select(['fromStage.kind as fromKind', 'toStage.kind as toKind'])
  return db.all(stages.orderBy('transfer.createdAt').orderBy('transfer.number')).map(({ fromKind, toKind, ...row }) => {
    // What is still on its way has taken no time that could be told yet.
    const { id, number, status, itemName, articleName, fromSectionName: from, toSectionName: to, productionLineName: line, createdAt: sentAt, acceptedAt, quantity, receivedQuantity: received, minutes } = told(row, row.createdAt)
    const target = targetOf(settings, fromKind, toKind)
    const timed = acceptedAt === null ? { minutes: null, look: 'OPEN' as const } : { minutes, look: timeLook(minutes, { target, warning: settings.get(transfersSettings.handoverWarning), critical: settings.get(transfersSettings.handoverCritical) }) }
    return { id, number, status, goods: itemName ?? articleName, from, to, line, sentAt, acceptedAt, ...timed, target, quantity, received, share: received === null ? null : percentOf(received, quantity) }
  })
}

/** In how many minutes a handover between these stages is to be done; nothing where the factory has set none. */
function targetOf(settings: SettingReader, from: StageKind, to: StageKind): number | null {
  const target = handoverTarget(from, to)
  return target === undefined ? null : settings.get(transfersSettings[target])
}

/** `target`: what share of such changes is to be cleared first. */
export type ClearanceRow = LineChange & { readonly target: Decimal }

export function clearanceRows({ db, sections, settings }: RowContext, { period, section }: Filter): ClearanceRow[] {
  const target = settings.get(transfersSettings.clearanceTarget)
  return lineChanges(db, sections, daySpan(db, period.from, period.to)!).filter(({ sectionId }) => section === undefined || sectionId === section).map(row => ({ ...row, target }))
}
