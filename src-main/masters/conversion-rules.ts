import type { Selectable } from 'kysely'
import { decimalText, isZero } from '../../shared/core/decimal.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { EntityTables } from '../database/tables.ts'
import type { Fault, MasterRules } from './master-rules.ts'

type Conversion = Selectable<EntityTables['unitConversion']>

export const unitConversionRules: MasterRules<Conversion> = {
  faults: (db, conversion, _before, others) => [
    ...(['fromQuantity', 'toQuantity'] as const).filter(field => isZero(conversion[field])).map((field): Fault => ({ field, reason: 'not-positive', params: { value: '0' } })),
    ...(conversion.fromUnitId === conversion.toUnitId ? [{ field: 'toUnitId', reason: 'same-unit' } as const] : turnedFaults(db, conversion, others)),
  ],
}

/** One that says the same two units the other way round: two that contradict each other must not be. */
function turnedFaults(db: Reader, { id, itemId, fromUnitId, toUnitId }: Conversion, others: readonly Conversion[]): Fault[] {
  const kept = db.first(sql.selectFrom('unitConversion').selectAll().where('itemId', 'is', itemId).where('fromUnitId', '=', toUnitId).where('toUnitId', '=', fromUnitId).where('id', '<>', id))
  const turned = kept ?? others.find(other => other.itemId === itemId && other.fromUnitId === toUnitId && other.toUnitId === fromUnitId)
  return turned ? [{ field: 'toUnitId', reason: 'conversion-turned', params: { known: said(db, turned) } }] : []
}

function said(db: Reader, { fromQuantity, fromUnitId, toQuantity, toUnitId }: Conversion): string {
  return `${decimalText(fromQuantity)} ${db.get('unit', fromUnitId).code} = ${decimalText(toQuantity)} ${db.get('unit', toUnitId).code}`
}
