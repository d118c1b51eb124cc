import type { Selectable } from 'kysely'
import { compareDecimals, decimal, decimalText, isZero, type Decimal } from '../../shared/core/decimal.ts'
import { flowCycle } from '../../shared/masters/rules.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { commandDay } from '../database/site.ts'
import { sql } from '../database/sql.ts'
import type { EntityTables } from '../database/tables.ts'
import type { Fault, MasterRules } from './master-rules.ts'

export const targetRuleRules: MasterRules<Selectable<EntityTables['targetRule']>> = {
  /** MD-2: the end is not before the start; a rule without a target says nothing. */
  faults: (db, { targetQuantity, targetEfficiency, shiftHours, startDay, endDay, productionLineId, sectionId }) => [
    ...(endDay !== null && endDay < startDay ? [{ field: 'endDay', reason: 'day-order' } as const] : []),
    ...(targetQuantity === null && targetEfficiency === null ? [{ field: 'targetQuantity', reason: 'target-missing' } as const] : []),
    ...(isZero(shiftHours) ? [{ field: 'shiftHours', reason: 'not-positive', params: { value: '0' } } as const] : []),
    ...(productionLineId !== null && db.get('productionLine', productionLineId).sectionId !== sectionId ? [{ field: 'productionLineId', reason: 'foreign-line' } as const] : []),
  ],
}

export const productionStageRules: MasterRules<Selectable<EntityTables['productionStage']>> = {
  faults: (_db, { bufferPercent, defectPercent }) => [...percentFaults('bufferPercent', bufferPercent, decimal('100')), ...percentFaults('defectPercent', defectPercent, mostLost)],
  since: { column: 'slipFrom', fields: ['sectionId', 'isBySlip', 'isActive'] },
}

export const stageBufferRules: MasterRules<Selectable<EntityTables['stageBuffer']>> = {
  faults: (_db, { bufferPercent }) => percentFaults('bufferPercent', bufferPercent, decimal('100')),
}

/** Where a machine or a line stands; what it was then is asked of days past (PX-11). */
export const equipmentRules: Pick<MasterRules, 'since'> = { since: { column: 'standsFrom', fields: ['sectionId', 'isActive'] } }

/** A stage that loses more makes nothing. */
const mostLost = decimal('90')

export function percentFaults(field: string, value: Decimal | null, maximum: Decimal): Fault[] {
  return value !== null && compareDecimals(value, maximum) > 0 ? [{ field, reason: 'percent-too-large', params: { value: decimalText(value), maximum: decimalText(maximum) } }] : []
}

type Edge = Selectable<EntityTables['processFlowEdge']>

export const processFlowEdgeRules: MasterRules<Edge> = {
  faults: (db, edge, _before, others) => (edge.isActive ? flowFaults(db, edge, [...keptEdges(db, edge), ...others.filter(other => isBeside(other, edge))]) : []),
  since: { column: 'validFrom', fields: ['itemId', 'fromSectionId', 'toSectionId', 'leadDays', 'isActive'], isFromStart: isUnwritten },
}

/** PX-8: no day before today is kept yet, in either section, of what the way would lead. */
function isUnwritten(db: Writer, { itemId, fromSectionId, toSectionId }: Edge): boolean {
  return db.first(sql.selectFrom('ledgerDay').select('seq').where('itemId', '=', itemId).where('sectionId', 'in', [fromSectionId, toSectionId]).where('day', '<', commandDay(db, db.now)).limit(1)) === undefined
}

/** Of the same item, and another one than this. */
function isBeside(other: Edge, { itemId, fromSectionId, toSectionId }: Edge): boolean {
  return other.isActive && other.itemId === itemId && !(other.fromSectionId === fromSectionId && other.toSectionId === toSectionId)
}

function keptEdges(db: Reader, { id, itemId }: Edge): readonly Pick<Edge, 'fromSectionId' | 'toSectionId'>[] {
  return db.all(sql.selectFrom('processFlowEdge').select(['fromSectionId', 'toSectionId']).where('itemId', '=', itemId).where('isActive', '=', true).where('id', '<>', id))
}

/** MD-3: the way an edge would close is named by its sections. */
function flowFaults(db: Reader, edge: Edge, others: readonly Pick<Edge, 'fromSectionId' | 'toSectionId'>[]): Fault[] {
  if (edge.fromSectionId === edge.toSectionId) return [{ field: 'toSectionId', reason: 'self-loop' }]
  const cycle = flowCycle([...others, edge], edge)
  if (!cycle) return []
  return [{ field: 'toSectionId', reason: 'flow-cycle', params: { path: cycle.map(id => db.get('section', id).name).join(' → ') } }]
}
