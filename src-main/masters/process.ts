import { targetRuleMaster, type TargetRule } from '../../shared/masters/process.ts'
import { ruleInForce } from '../../shared/masters/rules.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { recordOf } from './record-rows.ts'

interface Place { readonly sectionId: string; readonly productionLineId: string | null; readonly itemId: string | null }

/** MD-2: what holds for a section, a line and an item on a day; nothing where no rule does. */
export function ruleOfDay(db: Reader, { sectionId, ...place }: Place, day: string): TargetRule | undefined {
  const rules = db.all(sql.selectFrom('targetRule').select(['id', 'productionLineId', 'itemId', 'startDay', 'endDay', 'isActive']).where('sectionId', '=', sectionId).where('isActive', '=', true))
  const rule = ruleInForce(rules, day, place)
  return rule && (recordOf(db, targetRuleMaster, rule.id) as TargetRule)
}

/** Those whose way is known, or was once. */
export function flowItems(db: Reader): { id: string; code: string; name: string }[] {
  return db.all(sql.selectFrom('item').select(['item.id', 'item.code', 'item.name'])
    .where('item.id', 'in', sql.selectFrom('flowPeriod').select('itemId')).orderBy('item.code'))
}

interface Span { readonly fromDay: string | null; readonly untilDay: string | null }

/** PX-8: the ways of an item as they were and are. */
export function flowHistory(db: Reader, itemId: string): (Span & { id: string; fromSectionName: string; toSectionName: string; leadDays: number; slips: Span[] })[] {
  const periods = db.all(sql.selectFrom('flowPeriod').innerJoin('section as source', 'source.id', 'flowPeriod.fromSectionId').innerJoin('section as target', 'target.id', 'flowPeriod.toSectionId')
    .select(['seq', 'source.name as fromSectionName', 'target.name as toSectionName', 'toSectionId', 'leadDays', 'fromDay', 'untilDay']).where('itemId', '=', itemId)
    .orderBy('source.name').orderBy('target.name').orderBy('fromDay'))
  return periods.map(({ seq, toSectionId, fromDay, untilDay, ...way }) => ({ id: String(seq), ...way, ...spanOf({ fromDay, untilDay }), slips: slipsDuring(db, toSectionId, { fromDay, untilDay }) }))
}

type Period = { readonly fromDay: string; readonly untilDay: string | null }
const endOfTime = '9999-12-31'

/** As far as both last. */
function slipsDuring(db: Reader, sectionId: string, way: Period): Span[] {
  const until = way.untilDay ?? endOfTime
  const slips = db.all(sql.selectFrom('slipPeriod').select(['fromDay', 'untilDay']).where('sectionId', '=', sectionId).orderBy('fromDay'))
  return slips.map(slip => ({ fromDay: slip.fromDay > way.fromDay ? slip.fromDay : way.fromDay, end: (slip.untilDay ?? endOfTime) < until ? slip.untilDay ?? endOfTime : until }))
    .filter(({ fromDay, end }) => fromDay <= end).map(({ fromDay, end }) => spanOf({ fromDay, untilDay: end === endOfTime ? null : end }))
}

/** The empty text is before every day. */
function spanOf({ fromDay, untilDay }: Period): Span {
  return { fromDay: fromDay === '' ? null : fromDay, untilDay }
}
