import { stat } from 'node:fs/promises'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import { betrayedMark } from '../../shared/core/written-number.ts'
import type { ColumnMapping, FileColumn, imports, Inspection } from '../../shared/imports/contract.ts'
import type { DayOrder, DecimalMark } from '../../shared/imports/file.ts'
import type { TargetName } from '../../shared/imports/target.ts'
import type { JobContext } from '../core/handlers.ts'
import { watchColumn } from './column-watch.ts'
import { cellText, columnsOf, guessColumns, headingsIn, type Column } from './columns.ts'
import { listMappings } from './mappings.ts'
import { openTable } from './open-table.ts'
import { importFileOf, requireFewEnough } from './read-file.ts'
import { mayImport, requireImport, visibleFields } from './rights.ts'
import { isBlankCell, unreadable, type SourceRow, type SourceTable } from './source.ts'
import type { ImportField, ImportTarget } from './target.ts'
import { allTargets, targetIn } from './targets.ts'

const samplesShown = 5
/** Among so many first rows the heading is looked for, and so many tell which decimal mark is used. */
const rowsForHeading = 20
const rowsForMarks = 2_000

/** Looks a file through once: its sheets and marks, its columns with samples, how many rows it has and what it is likely to mean. */
export async function inspectFile(context: JobContext, input: ParsedInputOf<typeof imports.inspectFile>): Promise<Inspection> {
  const { session, scope } = context
  const target = targetIn(context.db, input.target)
  scope.everyone()
  requireImport(session, target, 'insert')
  const file = await takeFile(context, input)
  const table = await openTable(file.path, input)
  try {
    const { first, rowCount, headingRow, columns, marks, dayOrder, dayColumns } = await look(context, table, target, input.headingRow)
    if (first === 0) throw unreadable('empty')
    requireFewEnough(target, rowCount)
    const suggestion = suggest(context, target, columns, dayColumns)
    return {
      fileId: file.id, fileName: file.name, size: file.size, format: table.format, sheets: [...table.sheets], sheet: table.sheet, delimiter: table.delimiter,
      headingRow, decimalMark: markOf(target, suggestion, columns, marks) ?? usualMark(table, session.language), dayOrder, rowCount, columns, suggestion,
      likelier: suggestion.mappingId === null ? likelierTarget(context, target, columns) : null,
    }
  } finally {
    table.close()
  }
}

/** An upload is used up by its ticket: from then on this user's import knows it by its id. */
async function takeFile(context: JobContext, { ticket, fileId }: { ticket?: string | undefined; fileId?: string | undefined }): Promise<{ id: string; path: string; name: string; size: number }> {
  if (fileId !== undefined) return importFileOf(context, fileId)
  if (ticket === undefined) throw new AppError('ticket-invalid')
  const { id, path, name } = await context.upload(ticket)
  const file = { id, path, name, size: (await stat(path)).size }
  await context.command('imports.keepFile', file)
  return file
}

interface Look {
  /** How many rows have content, the heading and what stands above it included. */
  readonly first: number
  readonly rowCount: number
  readonly headingRow: number
  readonly columns: FileColumn[]
  readonly marks: ReadonlyMap<string, readonly DecimalMark[]>
  readonly dayOrder: DayOrder
  /** Columns of which nearly all cells are dates. */
  readonly dayColumns: readonly string[]
}

async function look(context: JobContext, table: SourceTable, target: ImportTarget, asked: number | undefined): Promise<Look> {
  const first: SourceRow[] = []
  let watch: ReturnType<typeof watchColumns> | undefined
  let headingRow = asked ?? 1
  let found = 0
  const begin = () => {
    if (watch || first.length === 0) return
    headingRow = asked ?? likelyHeading(first, target)
    watch = watchColumns(first.find(({ row }) => row === headingRow)?.cells ?? [])
    for (const row of first) if (row.row > headingRow) watch.see(row)
  }
  for await (const batch of table.rows()) {
    for (const row of batch) {
      found += 1
      if (watch) {
        if (row.row > headingRow) watch.see(row)
      } else {
        first.push(row)
        if (first.length >= rowsForHeading && row.row >= headingRow) begin()
      }
    }
    context.progress('reading', Math.round(table.progress * 100), 100)
    await nextTurn()
  }
  begin()
  if (!watch) return { first: found, rowCount: 0, headingRow, columns: [], marks: new Map(), dayOrder: 'dmy', dayColumns: [] }
  if (watch.columns.length === 0) throw unreadable('no-heading')
  return { first: found, headingRow, rowCount: watch.rows(), columns: watch.columns.map(columnSeen), marks: watch.marks, dayOrder: orderOf(watch.columns), dayColumns: watch.columns.filter(({ cells }) => cells.isDays()).map(({ key }) => key) }
}

/** The first rows' one with most names of fields; where none has any, the first with more than one text. */
function likelyHeading(rows: readonly SourceRow[], { fields }: ImportTarget): number {
  const named = rows.map(({ row, cells }) => ({ row, names: headingsIn(cells, fields) }))
  const best = named.reduce((one, other) => (other.names > one.names ? other : one))
  if (best.names > 0) return best.row
  const texts = ({ cells }: SourceRow) => cells.filter(cell => typeof cell === 'string' && !isBlankCell(cell)).length
  return (rows.find(row => texts(row) > 1) ?? rows[0]!).row
}

type WatchedColumn = ReturnType<typeof watchColumns>['columns'][number]

function columnSeen({ key, heading, samples, filled, cells }: WatchedColumn): FileColumn {
  return { key, heading, samples: [...samples], filled, values: cells.values(), oddities: cells.oddities() }
}

/** As most dates of the file can only be read; where all could be read either way, as here. */
function orderOf(columns: readonly WatchedColumn[]): DayOrder {
  const inOrder = (order: DayOrder) => columns.reduce((sum, { cells }) => sum + cells.daysInOrder(order), 0)
  return inOrder('mdy') > inOrder('dmy') ? 'mdy' : 'dmy'
}

function watchColumns(heading: SourceRow['cells']) {
  const columns = columnsOf(heading).map(column => ({ ...column, samples: new Set<string>(), filled: 0, cells: watchColumn() }))
  const marks = new Map<string, DecimalMark[]>(columns.map(({ key }) => [key, []]))
  let rows = 0
  return {
    columns, marks,
    rows: () => rows,
    see({ row, cells }: SourceRow): void {
      rows += 1
      columns.forEach((column, at) => {
        const cell = cells[at]
        column.cells.see(cell, row)
        if (isBlankCell(cell)) return
        column.filled += 1
        if (column.samples.size < samplesShown) column.samples.add(cellText(cell).trim().slice(0, 100))
        const mark = rows <= rowsForMarks && typeof cell === 'string' ? betrayedMark(cell) : undefined
        if (mark) marks.get(column.key)!.push(mark)
      })
    },
  }
}

/** A saved mapping of which every column is there goes before guesses by heading. */
function suggest({ db, session }: JobContext, target: ImportTarget, columns: readonly Column[], dayColumns: Look['dayColumns']): Inspection['suggestion'] {
  const keys = new Set(columns.map(({ key }) => key))
  const fields = visibleFields(session, target)
  const saved = listMappings(db, session, target.name).find(mapping => Object.values(mapping.columns).length > 0 && Object.values(mapping.columns).every(key => keys.has(key)))
  const known = <V>(byField: Record<string, V>) => Object.fromEntries(Object.entries(byField).filter(([name]) => fields.some(field => field.name === name)))
  if (saved) return { columns: known(saved.columns), constants: known(saved.constants), replacements: known(saved.replacements), mappingId: saved.id }
  return { columns: withDay(guessColumns(columns, fields), fields, dayColumns), constants: {}, replacements: {}, mappingId: null }
}

/** So many more headings another list must know of a file before it is spoken of: a code and a name are in all of them. */
const clearlyMore = 2

/** A file for another list than was chosen: the one that knows most of its headings, if that is clearly more. */
function likelierTarget({ session }: JobContext, chosen: ImportTarget, columns: readonly Column[]): TargetName | null {
  const known = (target: ImportTarget) => Object.keys(guessColumns(columns, visibleFields(session, target))).length
  const best = allTargets.filter(target => mayImport(session, target)).reduce((one, other) => (known(other) > known(one) ? other : one), chosen)
  return known(best) >= known(chosen) + clearlyMore ? best.name : null
}

/** The only date a row needs is in the only column of dates, whatever that is called. */
function withDay(guessed: ColumnMapping['columns'], fields: readonly ImportField[], dayColumns: Look['dayColumns']): ColumnMapping['columns'] {
  const [field, ...others] = fields.filter(({ kind, isRequired }) => kind === 'day' && isRequired)
  const [column, ...more] = dayColumns
  return field && column !== undefined && others.length + more.length === 0 && !Object.hasOwn(guessed, field.name) ? { ...guessed, [field.name]: column } : guessed
}

function markOf({ fields }: ImportTarget, { columns }: ColumnMapping, all: readonly Column[], marks: Look['marks']): DecimalMark | undefined {
  const isNumber = ({ kind }: ImportField) => kind === 'decimal' || kind === 'integer'
  const keys = fields.filter(isNumber).flatMap(({ name }) => columns[name] ?? [])
  const betrayed = all.filter(({ key }) => keys.includes(key)).flatMap(({ key }) => marks.get(key) ?? [])
  if (betrayed.length === 0) return undefined
  return betrayed.filter(mark => mark === ',').length * 2 >= betrayed.length ? ',' : '.'
}

/** A file that separates by semicolons does so because the comma is taken. */
function usualMark({ delimiter }: SourceTable, language: 'id' | 'en'): DecimalMark {
  if (delimiter === ';') return ','
  return delimiter === ',' || language === 'en' ? '.' : ','
}
