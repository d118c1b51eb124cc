import { rational, type Rational } from '../../shared/core/rational.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { foldCase } from '../imports/target.ts'
import { openUnits } from './conversions.ts'
import type { Articles } from './import-articles.ts'

export interface KnownItem { readonly id: string; readonly code: string; readonly unitCode: string }
/** A BOM in force: `stage` is the code of its section, or empty. */
export interface KnownBom { readonly stage: string; readonly components: readonly string[] }

/** What a carton of an item holds: by a conversion of its own, else by its packing. */
export interface KnownCarton { readonly pieces: Rational; readonly isConverted: boolean }

/** What the factory knows of what a table of BOMs speaks of, each read once. */
export interface BomFacts {
  itemOf(code: string): KnownItem | undefined
  /** The unit in which an article is kept: of what is new, as the table says. */
  ownUnit(code: string, articles: Articles): string
  /** By what an amount is multiplied; nothing where no conversion leads there. */
  factor(code: string, fromUnit: string, toUnit: string): Rational | undefined
  cartonOf(code: string, unit: string, pieceUnit: string): KnownCarton | undefined
  /** Whether an article has a conversion between these two of its own that is out of use. */
  isResting(code: string, fromUnit: string, toUnit: string): boolean
  bomsOf(code: string): readonly KnownBom[]
  /** Codes of items that share this name. */
  namesakes(name: string): readonly string[]
}

export function openFacts(db: Reader): BomFacts {
  const rows = db.all(sql.selectFrom('item').innerJoin('unit', 'unit.id', 'item.unitId')
    .select(['item.id', 'item.code', 'item.name', 'item.piecesPerCarton', 'unit.code as unitCode']))
  const items = new Map(rows.map(row => [foldCase(row.code), row]))
  const names = Map.groupBy(rows, ({ name }) => foldCase(name))
  const units = new Map(db.all(sql.selectFrom('unit').select(['id', 'code'])).map(({ id, code }) => [foldCase(code), id]))
  const book = openUnits(db)
  const boms = knownBoms(db)
  const converted = convertedUnits(db)
  const resting = restingConversions(db)
  const factor: BomFacts['factor'] = (code, fromUnit, toUnit) => {
    if (foldCase(fromUnit) === foldCase(toUnit)) return rational(1n)
    const [from, to] = [units.get(foldCase(fromUnit)), units.get(foldCase(toUnit))]
    return from === undefined || to === undefined ? undefined : ifConvertible(() => book.factor(items.get(foldCase(code))?.id ?? null, from, to))
  }
  return {
    itemOf: code => items.get(foldCase(code)),
    ownUnit: (code, articles) => items.get(foldCase(code))?.unitCode ?? articles.articleOf(code)?.unit ?? '',
    factor,
    cartonOf(code, unit, pieceUnit) {
      const item = items.get(foldCase(code))
      if (!item) return undefined
      const pieces = converted.has(`${item.id} ${units.get(foldCase(unit))}`) ? factor(code, unit, pieceUnit) : undefined
      if (pieces) return { pieces, isConverted: true }
      return item.piecesPerCarton === null ? undefined : { pieces: rational(BigInt(item.piecesPerCarton)), isConverted: false }
    },
    isResting: (code, fromUnit, toUnit) => resting.has(`${items.get(foldCase(code))?.id} ${units.get(foldCase(fromUnit))} ${units.get(foldCase(toUnit))}`),
    bomsOf: code => boms.get(foldCase(code)) ?? [],
    namesakes: name => (names.get(foldCase(name)) ?? []).map(({ code }) => code),
  }
}

/** Items with the units that a conversion of their own is about. */
function convertedUnits(db: Reader): ReadonlySet<string> {
  const rows = db.all(sql.selectFrom('unitConversion').where('itemId', 'is not', null).where('isActive', '=', true)
    .select(['itemId', 'fromUnitId', 'toUnitId']))
  return new Set(rows.flatMap(({ itemId, fromUnitId, toUnitId }) => [`${itemId} ${fromUnitId}`, `${itemId} ${toUnitId}`]))
}

function restingConversions(db: Reader): ReadonlySet<string> {
  const rows = db.all(sql.selectFrom('unitConversion').where('itemId', 'is not', null).where('isActive', '=', false).select(['itemId', 'fromUnitId', 'toUnitId']))
  return new Set(rows.map(({ itemId, fromUnitId, toUnitId }) => `${itemId} ${fromUnitId} ${toUnitId}`))
}

function ifConvertible(factor: () => Rational): Rational | undefined {
  try {
    return factor()
  } catch (error) {
    if (error instanceof AppError && error.code === 'no-conversion') return undefined
    throw error
  }
}

function knownBoms(db: Reader): ReadonlyMap<string, readonly KnownBom[]> {
  const lines = db.all(sql.selectFrom('bomLine').innerJoin('bomHeader', 'bomHeader.id', 'bomLine.bomHeaderId')
    .innerJoin('item as component', 'component.id', 'bomLine.componentItemId')
    .innerJoin('item', 'item.id', 'bomHeader.itemId').leftJoin('section', 'section.id', 'bomHeader.sectionId')
    .where('bomHeader.kind', '=', 'PRODUCTION').where('bomHeader.status', '=', 'ACTIVE')
    .select(['bomHeader.id', 'item.code', 'section.code as stage', 'component.code as component']))
  const boms = [...Map.groupBy(lines, ({ id }) => id).values()]
    .map(same => ({ code: same[0]!.code, stage: same[0]!.stage ?? '', components: same.map(({ component }) => component) }))
  return Map.groupBy(boms, ({ code }) => foldCase(code))
}
