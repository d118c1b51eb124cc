import type { DecimalMark } from '../../shared/core/written-number.ts'
import { isTyped } from './entry-grid-cell.ts'
import type { Block } from './entry-grid-clipboard.ts'
import { isEntry, type GridColumn } from './entry-grid-definition.ts'
import {
  cellOf, columnsOf, isEditable, isOneCell, newRow, placesIn, selectionOf, viewOf, withCells, type Entry, type GridState, type Place, type Rectangle,
} from './entry-grid-model.ts'
import type { Pasted } from './entry-grid-notice.ts'
import { ambiguousIn, ownReading, readCell, readingOf, type Reading } from './entry-grid-reading.ts'
import { copyText, shownText } from './entry-grid-writing.ts'

/**
 * Writes a block from the selection's corner on, as one step. Rows grow as needed; where they cannot, nothing is pasted at all, so
 * that no row is lost. What is no value of its column stays in its cell as text. A selection that the block fits into several
 * times is filled with it. `mark`: how numbers are to be read, where that was asked.
 */
export function paste(state: GridState, clipboard: Block, mark?: DecimalMark): GridState {
  const selection = selectionOf(state)
  const at = { row: selection.top, column: selection.left }
  const hadHeading = isHeading(columnsOf(state), clipboard[0] ?? [], at.column) && clipboard.length > 1
  const block = tiled(hadHeading ? clipboard.slice(1) : clipboard, selection)
  const grown = grow(state, at.row + block.length)
  if (!grown) return { ...state, notice: { kind: 'tooManyRows', rows: block.length, room: roomBelow(state, at.row) } }

  const readings = readBlock(state, block, at.column, mark)
  const entries: Entry[] = []
  let kept = 0
  block.forEach((texts, down) => texts.slice(0, columnsOf(state).length - at.column).forEach((text, across) => {
    const place = { row: at.row + down, column: at.column + across }
    const column = columnsOf(state)[place.column]!
    if (isEntry(column) && isEditable(grown, place)) entries.push({ ...place, cell: readCell(column, text, state.rules, readings[across]) })
    else if (text.trim() !== '' && !says(grown, place, text)) kept += 1
  }))
  const extent = { row: at.row + block.length - 1, column: Math.min(columnsOf(state).length, at.column + widthOf(block)) - 1 }
  const notice: Pasted = {
    kind: 'pasted', rows: block.length, kept, hadHeading, surplus: surplusOf(block, columnsOf(state).length - at.column),
    faulty: entries.filter(({ cell }) => isTyped(cell) && cell.fault !== null).length,
    ...(mark === undefined && ambiguity(state, clipboard, block, at)),
  }
  const written = withCells(grown, entries, { active: at, anchor: at, extent, tabColumn: null, notice })
  if (written.rows === grown.rows) return { ...state, notice }
  // The step to undo is the whole paste, with the rows that were made for it.
  const { rows, active, anchor } = state
  return { ...written, past: [...written.past.slice(0, -1), { rows, active, anchor, extent: state.extent }] }
}

/** The selected cells as texts. */
export function copy(state: GridState, { withHeadings = false } = {}): Block {
  const selection = selectionOf(state)
  const width = selection.right - selection.left + 1
  const columns = columnsOf(state).slice(selection.left, selection.right + 1)
  const texts = placesIn(selection).map(place => textAt(state, place, copyText))
  const rows = Array.from({ length: texts.length / width }, (_, at) => texts.slice(at * width, (at + 1) * width))
  return withHeadings ? [columns.map(({ label }) => label), ...rows] : rows
}

/** Which of the selected columns hold text that a spreadsheet must not take for anything else. */
export function textColumns(state: GridState): readonly boolean[] {
  const { left, right } = selectionOf(state)
  return columnsOf(state).slice(left, right + 1).map(({ kind }) => kind === 'text' || kind === 'reference' || kind === 'choice')
}

function grow(state: GridState, needed: number): GridState | undefined {
  const missing = needed - state.rows.length
  if (missing <= 0) return state
  if (!state.rules.grid.newRow || needed > state.rules.grid.maximumRows) return undefined
  const rows = [...state.rows, ...Array.from({ length: missing }, (_, at) => newRow(state.made + at))]
  return { ...state, rows, made: state.made + missing }
}

function roomBelow(state: GridState, row: number): number {
  return (state.rules.grid.newRow ? state.rules.grid.maximumRows : state.rows.length) - row
}

/** Once more and once more beside it, as often as it fits a selection that is an even multiple of it. */
function tiled(block: Block, selection: Rectangle): Block {
  const [height, width] = [block.length, widthOf(block)]
  const [down, across] = [selection.bottom - selection.top + 1, selection.right - selection.left + 1]
  if (isOneCell(selection) || down % height !== 0 || across % width !== 0) return block
  return Array.from({ length: down }, (_, row) => Array.from({ length: across }, (_, column) => block[row % height]![column % width] ?? ''))
}

function readBlock(state: GridState, block: Block, left: number, mark: DecimalMark | undefined): readonly Reading[] {
  return Array.from({ length: widthOf(block) }, (_, across) => {
    if (!columnsOf(state)[left + across]) return ownReading(state.rules)
    const reading = readingOf(block.map(texts => texts[across] ?? ''), state.rules)
    return mark === undefined ? reading : { ...reading, mark }
  })
}

function ambiguity(state: GridState, block: Block, pasted: Block, at: Place): Pick<Pasted, 'ambiguous'> {
  const texts = columnsOf(state).slice(at.column).flatMap((column, across) => (isEntry(column) ? ambiguousIn(column, pasted.map(row => row[across] ?? '')) : []))
  const [text] = texts
  const mark = ownReading(state.rules).mark === ',' ? '.' : ','
  return text === undefined ? {} : { ambiguous: { text: text.trim(), count: texts.length, mark, block, at } }
}

/** The grid's own headings, copied along. */
function isHeading(columns: readonly GridColumn[], texts: readonly string[], left: number): boolean {
  const filled = texts.map((text, at) => [text.trim().toLowerCase(), columns[left + at]?.label.toLowerCase()] as const).filter(([text]) => text !== '')
  return filled.length > 0 && filled.every(([text, label]) => text === label)
}

function surplusOf(block: Block, room: number): readonly string[] {
  return block.flatMap(texts => texts.slice(room)).filter(text => text.trim() !== '')
}

/** Whether a cell that cannot be written says this already. */
function says(state: GridState, place: Place, text: string): boolean {
  return [copyText, shownText].some(write => textAt(state, place, write) === text.trim())
}

function textAt(state: GridState, place: Place, write: typeof copyText): string {
  const [row, column] = [state.rows[place.row]!, columnsOf(state)[place.column]!]
  return write(column, isEntry(column) ? cellOf(state, row, column.name) : null, viewOf(state, row), state.rules.formats)
}

function widthOf(block: Block): number {
  return block.reduce((widest, { length }) => Math.max(widest, length), 1)
}

