import { decimalText } from '../../shared/core/decimal.ts'
import { linesText } from '../../shared/engineering/line-text.ts'
import { substitutesText } from '../../shared/engineering/substitute-text.ts'
import type { FieldValues } from '../../shared/imports/target.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { inBrackets } from '../imports/bracketed.ts'
import type { TargetRecord } from '../imports/target.ts'

const heads = sql.selectFrom('bomHeader').innerJoin('item', 'item.id', 'bomHeader.itemId').innerJoin('unit', 'unit.id', 'item.unitId')
  .leftJoin('section', 'section.id', 'bomHeader.sectionId').leftJoin('partner', 'partner.id', 'bomHeader.subcontractorId')
  .where('bomHeader.kind', '=', 'PRODUCTION').where('bomHeader.status', '=', 'ACTIVE')
  .select([
    'bomHeader.id', 'bomHeader.version', 'item.code', 'item.name', 'unit.code as unit', 'section.code as stage', 'partner.code as subcontractor', 'bomHeader.bomType', 'bomHeader.outputQuantity',
    'bomHeader.reference', 'bomHeader.laborHours',
  ])
  .orderBy('item.code').orderBy('section.code')

const lines = sql.selectFrom('bomLine').innerJoin('bomHeader', 'bomHeader.id', 'bomLine.bomHeaderId').innerJoin('item', 'item.id', 'bomLine.componentItemId').innerJoin('unit', 'unit.id', 'bomLine.unitId')
  .where('bomHeader.kind', '=', 'PRODUCTION').where('bomHeader.status', '=', 'ACTIVE')
  .select(['bomLine.id', 'bomLine.bomHeaderId', 'item.code', 'item.name', 'unit.code as unit', 'bomLine.quantity', 'bomLine.wastagePercent', 'bomLine.selection'])
  .orderBy('bomLine.bomHeaderId').orderBy('bomLine.position').orderBy('bomLine.id')

const substitutes = sql.selectFrom('bomVariant').innerJoin('bomLine', 'bomLine.id', 'bomVariant.bomLineId').innerJoin('bomHeader', 'bomHeader.id', 'bomLine.bomHeaderId').innerJoin('item', 'item.id', 'bomVariant.itemId')
  .where('bomHeader.kind', '=', 'PRODUCTION').where('bomHeader.status', '=', 'ACTIVE')
  .select(['bomVariant.bomLineId', 'item.code', 'bomVariant.kind', 'bomVariant.quantityVariancePercent', 'bomVariant.weight', 'bomVariant.leadTimeDays']).orderBy('bomVariant.bomLineId').orderBy('bomVariant.sequence')

/** The production BOMs in force as an import compares them. */
export function bomRecords(db: Reader): TargetRecord[] {
  return readBoms(db).map(({ head: { id, version, code, stage, subcontractor, bomType, outputQuantity, reference, laborHours }, lines: own }) => ({
    id, version, isActive: true,
    values: {
      item: code, stage, outputQuantity: decimalText(outputQuantity), bomType, subcontractor, reference, laborHours: decimalText(laborHours),
      lines: linesText(own.map(({ quantity, wastagePercent, ...line }) => ({ component: line.code, unit: line.unit, selection: line.selection, substitutes: line.substitutes, quantity: decimalText(quantity), wastagePercent: decimalText(wastagePercent) }))),
    },
  }))
}

/** The same as rows of a table: the head stands in the first row of a BOM alone. */
export function* tableRows(db: Reader): Generator<FieldValues> {
  for (const { head, lines: own } of readBoms(db)) {
    const { name, stage, subcontractor, bomType, unit, reference } = head
    const first: FieldValues = {
      product: inBrackets(head), productName: name, bomType, subcontractor, outputQuantity: decimalText(head.outputQuantity), outputUnit: unit, stage, reference, laborHours: decimalText(head.laborHours),
    }
    for (const [at, { quantity, unit: lineUnit, wastagePercent, selection, substitutes: said, ...component }] of own.entries()) {
      yield { ...(at === 0 && first), component: inBrackets(component), quantity: decimalText(quantity), unit: lineUnit, wastagePercent: decimalText(wastagePercent), selection, substitutes: said }
    }
  }
}

function readBoms(db: Reader) {
  const byLine = Map.groupBy(db.all(substitutes), ({ bomLineId }) => bomLineId)
  const saidOf = (lineId: string) => substitutesText((byLine.get(lineId) ?? []).map(({ code, kind, quantityVariancePercent, weight, leadTimeDays }) => (
    { code, kind, quantityVariancePercent: decimalText(quantityVariancePercent), weight: decimalText(weight), leadTimeDays: String(leadTimeDays) }
  )))
  const byHead = Map.groupBy(db.all(lines).map(({ id, ...line }) => ({ ...line, substitutes: saidOf(id) })), ({ bomHeaderId }) => bomHeaderId)
  return db.all(heads).map(head => ({ head, lines: byHead.get(head.id) ?? [] }))
}
