import { sql as raw, type SqlBool } from 'kysely'
import { addDays, isoWeekday, wallClock, type BusinessDay } from '../../shared/core/dates.ts'
import { decimalText, negateDecimal, zero, type Decimal } from '../../shared/core/decimal.ts'
import type { Page } from '../../shared/core/list.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { features } from '../../shared/features/settings.ts'
import type { LedgerAlert, ledger } from '../../shared/ledger/contract.ts'
import { negativeLevel, negativeLevels, type NegativeLevel } from '../../shared/ledger/rules.ts'
import type { Audience, Severity } from '../../shared/notifications/notice.ts'
import { productionSettings } from '../../shared/production/settings.ts'
import type { CommandContext } from '../core/handlers.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { holdersOf } from '../engines/approval-holders.ts'
import { settleNotices } from '../engines/notifications.ts'
import { narrowed } from '../masters/lookup.ts'
import { isMine, type Sections } from '../warehouse/places.ts'
import { isBelowZero, ledgerRows, lineOf } from './lines.ts'

/** An item that stands below zero in a section, on the last day of which anything is said. */
interface Negative { readonly sectionId: string; readonly itemId: string; readonly sectionName: string; readonly itemName: string; readonly unitCode: string; readonly day: string; readonly missing: Decimal; readonly percent: Decimal }

const severityOf: Readonly<Record<NegativeLevel, Severity>> = { SOFT: 'INFO', HARD: 'WARNING', BLOCK: 'WARNING' }
const planning: Audience = { role: 'PPIC Manager' }
const management: Audience = { role: 'Manager' }
const friday = 5

/** PX-15: what stands below zero is kept and shown; it is told only where the ledger binds, for elsewhere nobody need heed it. Answers how many alerts are open. */
export function remindOfNegative(context: CommandContext): number {
  const negatives = negativesOn(context.db, context.today())
  const open = keepAlerts(context, negatives)
  if (context.settings.get(features.ledgerBinds)) reviewDay(context)
  return open
}

/** Each pair's last row until the day, by the index of what stands below zero. */
function negativesOn(db: Reader, day: string): Negative[] {
  const rows = ledgerRows.where(isBelowZero).where('ledgerDay.day', '<=', day).where(({ not, exists, selectFrom }) => not(exists(selectFrom('ledgerDay as later').select('later.seq')
    .whereRef('later.sectionId', '=', 'ledgerDay.sectionId').whereRef('later.itemId', '=', 'ledgerDay.itemId').whereRef('later.day', '>', 'ledgerDay.day').where('later.day', '<=', day))))
  return db.all(rows.orderBy('section.name').orderBy('item.code')).map(lineOf).map(({ closing, shortPercent, ...line }) => ({ ...line, missing: negateDecimal(closing), percent: shortPercent }))
}

/** One alert for each. Where the ledger binds it is told, anew where it became graver, and once more to the managers where its time is over. What is settled ends. */
function keepAlerts(context: CommandContext, negatives: readonly Negative[]): number {
  const { db, clock, settings } = context
  const bounds = { soft: settings.get(productionSettings.negativeSoft), hard: settings.get(productionSettings.negativeHard), block: settings.get(productionSettings.negativeBlock) }
  const graded = negatives.flatMap(negative => {
    const level = negativeLevel(negative.percent, bounds)
    return level === null ? [] : [{ negative, level }]
  })
  const open = db.all(sql.selectFrom('ledgerAlert').selectAll().where('settledAt', 'is', null))
  for (const alert of open.filter(({ sectionId, itemId }) => !graded.some(({ negative }) => negative.sectionId === sectionId && negative.itemId === itemId))) {
    db.update('ledgerAlert', alert, { settledAt: clock.now() })
    settleNotices(db, 'ledgerAlert', alert.id, clock.now())
  }
  const binds = settings.get(features.ledgerBinds)
  for (const { negative, level } of graded) {
    const { sectionId, itemId, day, percent, missing: quantity } = negative
    const known = open.find(alert => alert.sectionId === sectionId && alert.itemId === itemId)
    const isGraver = known !== undefined && negativeLevels.indexOf(level) > negativeLevels.indexOf(known.level)
    const isNews = known === undefined || (binds && !known.isTold)
    const figures = { day, percent, quantity, level, isTold: binds || known?.isTold === true, dueAt: dueAt(context, level, isNews ? undefined : known, isGraver), ...(isNews && { isEscalated: false }) }
    const alert = known ? db.update('ledgerAlert', known, figures) : db.insert('ledgerAlert', { sectionId, itemId, ...figures })
    if (!binds) continue
    if (isNews || isGraver) tell(context, alert, negative, [])
    else escalate(context, alert, negative)
  }
  return graded.length
}

/** A soft alert stands for longer than a hard one before it goes on. What became graver has no more time than it had, what became milder keeps it: going to and fro wins none. */
function dueAt({ clock, settings }: CommandContext, level: NegativeLevel, known: { readonly dueAt: string } | undefined, isGraver: boolean): string {
  if (known && !isGraver) return known.dueAt
  const hours = settings.get(level === 'SOFT' ? productionSettings.negativeSoftHours : productionSettings.negativeHardHours)
  const due = new Date(Date.parse(clock.now()) + hours * 3_600_000).toISOString()
  return known && known.dueAt < due ? known.dueAt : due
}

interface Kept { readonly id: string; readonly version: number; readonly sectionId: string; readonly level: NegativeLevel; readonly dueAt: string; readonly isEscalated: boolean }

function escalate(context: CommandContext, alert: Kept, negative: Negative): void {
  if (alert.isEscalated || alert.dueAt > context.clock.now()) return
  context.db.update('ledgerAlert', alert, { isEscalated: true })
  tell(context, alert, negative, [planning, management])
}

function tell(context: CommandContext, { id, level, sectionId }: Pick<Kept, 'id' | 'level' | 'sectionId'>, { itemName, sectionName, unitCode, missing, percent, day }: Negative, above: readonly Audience[]): void {
  const supervisors = holdersOf(context, { by: 'permission', permission: 'production.approve', section: 'concerned' }, { sectionId, requestedBy: '', entity: 'ledgerAlert', entityId: id })
  context.notify({
    kind: above.length > 0 ? 'NEGATIVE_WIP_OVERDUE' : level === 'BLOCK' ? 'NEGATIVE_WIP_BLOCKED' : 'NEGATIVE_WIP', audience: [...supervisors.map(person => ({ user: person.id })), ...above],
    severity: above.length > 0 ? 'WARNING' : severityOf[level], params: { item: itemName, section: sectionName, quantity: decimalText(missing), unit: unitCode, difference: decimalText(percent), from: day },
    entity: 'ledgerAlert', entityId: id,
  })
}

/**
 * Once a day, from the factory's hour on: planning hears what stands below zero, on Fridays the managers too. What was missed while the host was off is made up on the next run, as it stood at the end of the last
 * day missed. `[own]` The days of a closed month are locked by the books themselves (`period-closed`).
 */
function reviewDay({ db, clock, settings, notify, today }: CommandContext): void {
  const { timeZone } = db.one(sql.selectFrom('site').select('timeZone').limit(1))
  const isOver = Number(wallClock(clock.now(), timeZone).time.slice(0, 2)) >= settings.get(productionSettings.reconcileHour)
  const now = today() as BusinessDay
  const day = isOver ? now : addDays(now, -1)
  const last = db.first(sql.selectFrom('ledgerReview').select('day').orderBy('day', 'desc').limit(1))?.day as BusinessDay | undefined
  if (last === undefined ? !isOver : last >= day) return
  const negatives = negativesOn(db, day)
  const worst = negatives.reduce<Negative | undefined>((most, one) => (most && most.percent >= one.percent ? most : one), undefined)
  db.insert('ledgerReview', { day, negativeCount: negatives.length, worstPercent: worst?.percent ?? zero })
  if (!worst) return
  const params = { from: day, count: negatives.length, item: worst.itemName, section: worst.sectionName, difference: decimalText(worst.percent) }
  notify({ kind: 'LEDGER_REVIEWED', audience: planning, severity: worst.percent < settings.get(productionSettings.reconcileTolerance) ? 'INFO' : 'WARNING', params })
  const grave = negatives.filter(({ percent }) => percent > settings.get(productionSettings.weeklyNotice))
  const lastFriday = addDays(day, -((isoWeekday(day) - friday + 7) % 7))
  if (grave.length > 0 && lastFriday > (last ?? addDays(day, -1))) notify({ kind: 'LEDGER_WEEK', audience: [planning, management], params: { ...params, count: grave.length } })
}

const alertRows = sql.selectFrom('ledgerAlert').innerJoin('section', 'section.id', 'ledgerAlert.sectionId').innerJoin('item', 'item.id', 'ledgerAlert.itemId').innerJoin('unit', 'unit.id', 'item.unitId')
  .select([
    'ledgerAlert.id', 'ledgerAlert.createdAt', 'ledgerAlert.day', 'ledgerAlert.sectionId', 'section.name as sectionName', 'ledgerAlert.itemId', 'item.code as itemCode', 'item.name as itemName', 'unit.code as unitCode',
    'ledgerAlert.level', 'ledgerAlert.percent', 'ledgerAlert.quantity', 'ledgerAlert.dueAt', 'ledgerAlert.isEscalated', 'ledgerAlert.settledAt',
  ])

/** The newest first. */
export function listLedgerAlerts(db: Reader, mine: Sections, { filter, ...input }: ParsedInputOf<typeof ledger.listLedgerAlerts>): Page<LedgerAlert> {
  const { isSettled, ...equal } = filter
  let query = narrowed(alertRows.where(mine === 'all' ? raw<SqlBool>`1` : isMine('ledgerAlert', mine)), equal, { sectionId: 'ledgerAlert.sectionId', level: 'ledgerAlert.level' })
  if (isSettled !== undefined) query = query.where('ledgerAlert.settledAt', isSettled ? 'is not' : 'is', null)
  return listPage(db, input, {
    query, columns: { createdAt: 'ledgerAlert.createdAt', percent: 'ledgerAlert.percent', dueAt: 'ledgerAlert.dueAt' }, search: ['item.code', 'item.name', 'section.name'],
    defaultSort: [{ column: 'createdAt', descending: true }], id: 'ledgerAlert.id',
  })
}
