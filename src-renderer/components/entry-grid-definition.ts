import type { SvgIconComponent } from '@mui/icons-material'
import type { z } from 'zod'
import type { ErrorParams } from '../../shared/core/errors.ts'
import type { Formats } from '../core/formats.ts'
import type { CellValue, GridLine } from './entry-grid-cell.ts'
import type { Found, ReferenceOption } from './reference-source.ts'
import type { SelectOption } from './select-field.tsx'

export type NameOf<Line extends GridLine> = Extract<keyof Line, string>

/** A row as columns and rules see it: what could be read of it, and what stands behind it. */
export interface RowView<Line extends GridLine = GridLine, Data = unknown> {
  readonly line: Line
  /** What is known about the row besides its entries: its record's, or what the grid was given for the value in `dataBy`. */
  readonly data: Data | undefined
  /** What the definition's `against` said when the row was entered. */
  readonly against?: CellValue | undefined
  /** What is chosen in a reference column. */
  option(column: NameOf<Line>): ReferenceOption | undefined
}

interface ColumnFace<Line extends GridLine, Data, Name extends string> {
  readonly name: Name
  readonly label: string
  /** In pixels, for a mouse; on touch screens it is a tenth more. */
  readonly width: number
  /** Takes what room is left. */
  readonly grows?: boolean
  /** What belongs here, said while the cell is active. */
  readonly hint?: string
  isReadOnly?(row: RowView<Line, Data>): boolean
  /** What else there is to know of the cell, beside its value. */
  mark?(row: RowView<Line, Data>): CellMark | undefined
}

/** A sign at a cell, with its words, and with what it stands for where the cell itself shows something else. */
export interface CellMark {
  readonly tone: 'good' | 'waiting' | 'warning' | 'orange' | 'bad' | 'neutral'
  readonly icon: SvgIconComponent
  readonly words: string
  readonly text?: string
}

// A column's name is a type of its own, because only so is a column of some line a column of any line.
export interface TextColumn<Line extends GridLine = GridLine, Data = unknown, Name extends string = string> extends ColumnFace<Line, Data, Name> {
  readonly kind: 'text'
  /** Offered while typing; any other text may be typed too. */
  readonly suggestions?: readonly string[]
}
export interface NumberColumn<Line extends GridLine = GridLine, Data = unknown, Name extends string = string> extends ColumnFace<Line, Data, Name> {
  readonly kind: 'decimal' | 'integer'
  unit?(row: RowView<Line, Data>): string | undefined
  /** At least so many decimals are shown. */
  places?(row: RowView<Line, Data>): number | undefined
}
export interface DayColumn<Line extends GridLine = GridLine, Data = unknown, Name extends string = string> extends ColumnFace<Line, Data, Name> { readonly kind: 'day' }
export interface BooleanColumn<Line extends GridLine = GridLine, Data = unknown, Name extends string = string> extends ColumnFace<Line, Data, Name> { readonly kind: 'boolean' }
export interface ChoiceColumn<Line extends GridLine = GridLine, Data = unknown, Name extends string = string> extends ColumnFace<Line, Data, Name> {
  readonly kind: 'choice'
  readonly options: readonly GridChoice[]
}
/** `words`: what else stands for it in a pasted list, such as its label in the other language. */
export interface GridChoice extends SelectOption { readonly words?: readonly string[] }
export interface ReferenceColumn<Line extends GridLine = GridLine, Data = unknown, Name extends string = string> extends ColumnFace<Line, Data, Name> {
  readonly kind: 'reference'
  readonly reference: GridReference
}
/** Nothing to enter: a number of the books, or one worked out from the row. */
export interface ComputedColumn<Line extends GridLine = GridLine, Data = unknown> extends ColumnFace<Line, Data, string> {
  readonly kind: 'computed'
  /** As it is shown and copied. */
  text(row: RowView<Line, Data>): string
  readonly isNumber?: boolean
  /** A difference to look at. */
  isLoud?(row: RowView<Line, Data>): boolean
}

export type EntryColumn<Line extends GridLine = GridLine, Data = unknown, Name extends string = string> =
  | TextColumn<Line, Data, Name> | NumberColumn<Line, Data, Name> | DayColumn<Line, Data, Name> | BooleanColumn<Line, Data, Name>
  | ChoiceColumn<Line, Data, Name> | ReferenceColumn<Line, Data, Name>
export type GridColumn<Line extends GridLine = GridLine, Data = unknown, Name extends string = string> = EntryColumn<Line, Data, Name> | ComputedColumn<Line, Data>

/** Where a reference column looks: as one types, and for a whole pasted list at once. Made by `gridReference`. */
export interface GridReference {
  useFound(typed: string, isEnabled: boolean): Found
  /** The records whose very code or name is one of the texts. */
  match(texts: readonly string[]): Promise<readonly MatchedOption[]>
}
export interface MatchedOption extends ReferenceOption { readonly isActive: boolean }

/** `column`: which cell is at fault; without it the row as a whole. */
export interface GridIssue<Name extends string = string> { readonly column?: Name; readonly reason: string; readonly params?: ErrorParams }

/** What an entry grid is made of. Declare it with `useMemo`, so that it keeps its identity. */
export interface EntryGridDefinition<Line extends GridLine = GridLine, Data = unknown, Name extends string = NameOf<Line>> {
  /** Names the grid where its drafts and widths are kept: `warehouse.openingCount`. */
  readonly name: string
  /** What these rows belong to: another place, another draft. */
  readonly subject?: string
  /** What is entered, for assistive technology. */
  readonly title: string
  readonly columns: readonly GridColumn<Line, Data, Name>[]
  /** One line of the procedure's input. */
  readonly schema: z.ZodObject
  /** The column a scanned code belongs to; without it the grid takes no scans. */
  readonly scanBy?: Name
  /** The first column stays in sight while the others pass. */
  readonly pinsFirst?: true
  /** What the schema cannot know. Asked only of rows whose entries could be read. */
  check?(row: RowView<Line, Data>): readonly GridIssue<Name>[]
  /** Columns in which, together, no two rows may have the same; the first one is marked. */
  readonly unique?: readonly (readonly Name[])[]
  /** What a new row begins with; without it no rows can be added. */
  readonly newRow?: Line
  /** The column by whose value the grid is given what is known about a row: a row's item, and what the books say of it. */
  readonly dataBy?: Name
  /** What an entry of this column is made against, as it was then: a count, and what the books said. Kept with the row, for `check`. */
  readonly against?: { readonly column: Name; value(data: Data): CellValue }
  readonly maximumRows: number
  /** Rows with nothing to say yet: neither checked nor saved. */
  isIdle?(row: RowView<Line, Data>): boolean
}

/** A row that is kept already. `known`: what its references are called. */
export interface GridRecord<Line extends GridLine = GridLine, Data = unknown> {
  readonly id: string
  readonly line: Line
  readonly data: Data
  readonly known?: readonly ReferenceOption[]
}

/** A row to save: `line` as the procedure's input has it, `changed` what of it differs from the record. */
export interface GridEntry<Line extends GridLine = GridLine, Data = unknown> {
  readonly id: string | undefined
  readonly line: Line
  readonly changed: Partial<Line>
  readonly data: Data | undefined
}

/** The definition with how its user writes numbers and days: all that the pure parts of the grid need to know. */
export interface GridRules {
  readonly grid: EntryGridDefinition
  readonly formats: Formats
}

export function isEntry(column: GridColumn): column is EntryColumn {
  return column.kind !== 'computed'
}

export function isNumeric(column: GridColumn): boolean {
  return column.kind === 'decimal' || column.kind === 'integer' || (column.kind === 'computed' && column.isNumber === true)
}

export function entryValue(line: GridLine, name: string): CellValue {
  return line[name] ?? null
}
