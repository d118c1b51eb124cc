import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { isPiece, packedUnit } from '../imports/packed-unit.ts'
import { foldCase, type SoundRow } from '../imports/target.ts'

export const unitColumns = ['outputUnit', 'unit'] as const
export type UnitColumn = (typeof unitColumns)[number]

/** A row whose units are units alone; `pieces` is what a carton of its product, or of its component, holds where the row says so (`CTN 60`). */
export interface PlainRow extends SoundRow { readonly pieces: Readonly<Partial<Record<UnitColumn, string>>> }

/** Rows of tables of BOMs with plain units, and the unit in which the factory, else these tables, counts pieces. */
export interface PlainTables { readonly rows: readonly PlainRow[]; readonly pieceUnit: string }

export function plainTables(db: Reader, sound: readonly SoundRow[]): PlainTables {
  const units = db.all(sql.selectFrom('unit').select(['code', 'name', 'isActive']).orderBy('code'))
  const codes = new Set(units.map(({ code }) => foldCase(code)))
  const rows = sound.map((row): PlainRow => {
    const packed = unitColumns.flatMap(column => {
      const said = String(row.values[column] ?? '')
      const found = codes.has(foldCase(said)) ? undefined : packedUnit(said)
      return found ? [{ column, ...found }] : []
    })
    const plain = Object.fromEntries(packed.map(({ column, unit }) => [column, unit]))
    return { ...row, values: { ...row.values, ...plain }, pieces: Object.fromEntries(packed.map(({ column, pieces }) => [column, pieces])) }
  })
  const known = units.find(({ code, name, isActive }) => isActive && [code, name].some(isPiece))?.code
  const said = rows.flatMap(({ values }) => unitColumns.map(column => String(values[column] ?? ''))).find(isPiece)
  return { rows, pieceUnit: known ?? said ?? 'Pcs' }
}
