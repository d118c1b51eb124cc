import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import type { Audience, NoticeKind } from '../../shared/notifications/notice.ts'
import { healthsByUrgency, isWorse } from '../../shared/planning/board-rules.ts'
import { assess, type Health } from '../../shared/planning/health.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { planned, sql } from '../database/sql.ts'
import { settleNotices } from '../engines/notifications.ts'
import { healthLimits } from './board-limits.ts'
import { boardOf, judgedWork, type JudgedWork, type Judging } from './board-work.ts'
import { piecesOf } from './targets.ts'

type Telling = Pick<CommandContext, 'db' | 'settings' | 'today' | 'notify' | 'clock'>

const kinds = {
  AT_RISK: 'WORK_ORDER_AT_RISK',
  OFF_TRACK: 'WORK_ORDER_OFF_TRACK',
  DELAYED: 'WORK_ORDER_LATE',
} as const satisfies Partial<Record<Health, NoticeKind>>
type Troubled = keyof typeof kinds

/** Who plans; a role that a factory does not have is nobody. */
export const planners: readonly Audience[] = ['PPIC Manager', 'PPIC Admin'].map(role => ({ role }))

/** NT-2: after an entry, where the work order stands worse than it was told. What is finished needs nobody's attention any more. */
export function tellHealth(context: Telling, id: string): void {
  const judging = judgingOf(context)
  const judged = judgedWork(judging, id)
  if (judged.health === 'COMPLETED') settleNotices(context.db, 'workOrder', id, context.clock.now())
  else if (isInTrouble(judged)) tell(context, judging, judged, toldOf(context.db, id))
}

/** The same for all that is open, which gets worse by the days alone. Answers how many are in trouble. */
export function tellHealths(context: Telling): number {
  const judging = judgingOf(context)
  const troubled = boardOf(judging, 'all', {}).filter(isInTrouble)
  for (const judged of troubled) tell(context, judging, judged, toldOf(context.db, judged.work.id))
  return troubled.length
}

function judgingOf({ db, settings, today }: Telling): Judging {
  return { db, settings, today: today() as BusinessDay }
}

function isInTrouble({ health, causes }: JudgedWork): boolean {
  return isTroubled(health) || causes.includes('stuck')
}

function isTroubled(health: Health): health is Troubled {
  return health in kinds
}

interface Told {
  readonly kind: string
  readonly at: string
}

/** What was told of a work order, the newest first. */
function toldOf(db: Reader, id: string): readonly Told[] {
  return db.all(toldNotices({ id }))
}
const toldNotices = planned(({ id }: { readonly id: string }) =>
  sql
    .selectFrom('notification')
    .select(['kind', 'createdAt as at'])
    .where('entity', '=', 'workOrder')
    .where('entityId', '=', id)
    .where('kind', 'in', ['WORK_ORDER_AT_RISK', 'WORK_ORDER_OFF_TRACK', 'WORK_ORDER_LATE', 'WORK_ORDER_STUCK'])
    .orderBy('createdAt', 'desc'),
)

function tell(context: Telling, judging: Judging, judged: JudgedWork, told: readonly Told[]): void {
  const { health, causes, work } = judged
  const idleSince = work.lastDay ?? work.startedDay ?? work.startDay
  if (isTroubled(health) && isNews(judging, judged, health, told)) notify(context, judged, kinds[health], idleSince)
  const isToldStuck = told.some(({ kind, at }) => kind === 'WORK_ORDER_STUCK' && at.slice(0, idleSince.length) > idleSince)
  if (causes.includes('stuck') && !isToldStuck) notify(context, judged, 'WORK_ORDER_STUCK', idleSince)
}

/** Worse than anything told of it, or worse than it stood yesterday: so it is told on the day it becomes so, and not again. */
function isNews(judging: Judging, judged: JudgedWork, health: Troubled, told: readonly Told[]): boolean {
  const worst = healthsByUrgency.filter(isTroubled).find(known => told.some(({ kind }) => kind === kinds[known]))
  return worst === undefined || isWorse(health, worst) || isWorse(health, healthYesterday(judging, judged))
}

function healthYesterday({ db, settings, today }: Judging, { work, target, produced, entries, startDay, deadlineDay }: JudgedWork): Health {
  const made = db.first(
    sql.selectFrom('dailyProduction').select('goodQuantity').where('workOrderId', '=', work.id).where('day', '=', today),
  )
  const before = made ? { produced: produced - piecesOf(made.goodQuantity), entries: entries - 1 } : { produced, entries }
  return assess({ target, ...before, startDay, deadlineDay }, addDays(today, -1), healthLimits(settings)).health
}

function notify(
  { db, notify: send }: Telling,
  { work, target, produced, deadlineDay }: JudgedWork,
  kind: (typeof kinds)[Troubled] | 'WORK_ORDER_STUCK',
  idleSince: string,
): void {
  const { number } = db.get('workOrder', work.id)
  const order = db.get('manufacturingOrder', work.manufacturingOrderId)
  const section = { section: work.sectionId }
  send({
    kind,
    audience: kind === 'WORK_ORDER_LATE' || kind === 'WORK_ORDER_STUCK' ? [...planners, section] : planners,
    params: {
      number,
      article: db.get('item', order.articleId).name,
      section: db.get('section', work.sectionId).name,
      quantity: String(produced),
      minimum: String(target),
      from: idleSince,
      to: deadlineDay,
    },
    entity: 'workOrder',
    entityId: work.id,
  })
}
