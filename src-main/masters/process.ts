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

export function flowItems(db: Reader): { id: string; code: string; name: string }[] {
  return db.all(sql.selectFrom('item').select(['item.id', 'item.code', 'item.name'])
    .where('item.id', 'in', sql.selectFrom('processFlowEdge').select('itemId').where('isActive', '=', true)).orderBy('item.code'))
}
