import { decimalText } from '../../shared/core/decimal.ts'
import { linesText } from '../../shared/engineering/line-text.ts'
import { divideRationals, rational } from '../../shared/core/rational.ts'
import { substitutesText } from '../../shared/engineering/substitute-text.ts'
import type { FieldValues } from '../../shared/imports/target.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { inBrackets } from '../imports/bracketed.ts'
import { isCarton, isPiece, packedText } from '../imports/packed-unit.ts'
import { foldCase, type TargetRecord } from '../imports/target.ts'

const heads = sql.selectFrom('bomHeader').innerJoin('item', 'item.id', 'bomHeader.itemId').innerJoin('unit', 'unit.id', 'item.unitId')
  .leftJoin('section', 'section.id', 'bomHeader.sectionId').leftJoin('partner', 'partner.id', 'bomHeader.subcontractorId')
  .where('bomHeader.kind', '=', 'PRODUCTION').where('bomHeader.status', '=', 'ACTIVE')
  .select([
    'bomHeader.id', 'bomHeader.version', 'item.id as itemId', 'item.code', 'item.name', 'unit.code as unit', 'section.code as stage',
    'partner.code as subcontractor', 'bomHeader.bomType', 'bomHeader.outputQuantity',
    'bomHeader.reference', 'bomHeader.laborHours',
  ])
  .orderBy('item.code').orderBy('section.code')

const lines = sql.selectFrom('bomLine').innerJoin('bomHeader', 'bomHeader.id', 'bomLine.bomHeaderId').innerJoin('item', 'item.id', 'bomLine.componentItemId')
  .innerJoin('unit', 'unit.id', 'bomLine.unitId')
  .where('bomHeader.kind', '=', 'PRODUCTION').where('bomHeader.status', '=', 'ACTIVE')
  .select(['bomLine.id', 'bomLine.bomHeaderId', 'item.id as itemId', 'item.code', 'item.name', 'unit.code as unit', 'bomLine.quantity', 'bomLine.wastagePercent', 'bomLine.selection'])
  .orderBy('bomLine.bomHeaderId').orderBy('bomLine.position').orderBy('bomLine.id')

const substitutes = sql.selectFrom('bomVariant').innerJoin('bomLine', 'bomLine.id', 'bomVariant.bomLineId')
  .innerJoin('bomHeader', 'bomHeader.id', 'bomLine.bomHeaderId').innerJoin('item', 'item.id', 'bomVariant.itemId')
  .where('bomHeader.kind', '=', 'PRODUCTION').where('bomHeader.status', '=', 'ACTIVE')
  .select(['bomVariant.bomLineId', 'item.code', 'bomVariant.kind', 'bomVariant.quantityVariancePercent', 'bomVariant.weight', 'bomVariant.leadTimeDays'])
  .orderBy('bomVariant.bomLineId').orderBy('bomVariant.sequence')

/** The production BOMs in force as an import compares them. */
export function bomRecords(db: Reader): TargetRecord[] {
  return readBoms(db).map(({ head: { id, version, code, stage, subcontractor, bomType, outputQuantity, reference, laborHours }, lines: own }) => ({
    id, version, isActive: true,
    values: {
      item: code, stage, outputQuantity: decimalText(outputQuantity), bomType, subcontractor, reference, laborHours: decimalText(laborHours),
      lines: linesText(
        own.map(({ quantity, wastagePercent, ...line }) => ({ component: line.code, unit: line.unit, selection: line.selection, substitutes: line.substitutes, quantity: decimalText(quantity), wastagePercent: decimalText(wastagePercent) })),
      ),
    },
  }))
}

/** The same as rows of a table: the head stands in the first row of a BOM alone, and a carton says what it holds. */
export function* tableRows(db: Reader): Generator<FieldValues> {
  const unitText = openUnitTexts(db)
  for (const { head, lines: own } of readBoms(db)) {
    const { name, stage, subcontractor, bomType, reference } = head
    const first: FieldValues = {
      product: inBrackets(head), productName: name, bomType, subcontractor, outputQuantity: decimalText(head.outputQuantity), outputUnit: unitText(head), stage,
      reference, laborHours: decimalText(head.laborHours),
    }
    for (const [at, { quantity, wastagePercent, selection, substitutes: said, ...component }] of own.entries()) {
      yield {
        ...(at === 0 && first), component: inBrackets(component), quantity: decimalText(quantity), unit: unitText(component),
        wastagePercent: decimalText(wastagePercent), selection, substitutes: said,
      }
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

interface UnitOfItem { readonly itemId: string; readonly unit: string }

/** A unit as a table says it: `CTN 60` for the carton of an item whose own conversion makes it 60 pieces. */
function openUnitTexts(db: Reader): (of: UnitOfItem) => string {
  const units = new Set(db.all(sql.selectFrom('unit').select('code')).map(({ code }) => foldCase(code)))
  const conversions = db.all(sql.selectFrom('unitConversion').innerJoin('unit as from', 'from.id', 'unitConversion.fromUnitId')
    .innerJoin('unit as to', 'to.id', 'unitConversion.toUnitId')
    .where('unitConversion.isActive', '=', true).select(['itemId', 'fromQuantity', 'toQuantity', 'from.code as fromUnit', 'to.code as toUnit']))
  const texts = new Map(conversions.flatMap(({ itemId, fromQuantity, fromUnit, toQuantity, toUnit }) => {
    const isTurned = isPiece(fromUnit)
    const [unit, pieceUnit, held] = isTurned ? [
      toUnit, fromUnit, divideRationals(rational(fromQuantity), rational(toQuantity)),
    ] : [fromUnit, toUnit, divideRationals(rational(toQuantity), rational(fromQuantity))]
    const text = packedText({ unit, pieces: String(held.numerator) })
    return itemId !== null && isCarton(unit) && isPiece(pieceUnit) && held.denominator === 1n && !units.has(foldCase(text)) ? [[`${itemId} ${unit}`, text] as const] : []
  }))
  return ({ itemId, unit }) => texts.get(`${itemId} ${unit}`) ?? unit
}
