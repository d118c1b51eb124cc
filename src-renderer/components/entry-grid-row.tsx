import CheckBox from '@mui/icons-material/CheckBox'
import CheckBoxBlank from '@mui/icons-material/CheckBoxOutlineBlank'
import ErrorIcon from '@mui/icons-material/ErrorOutlineOutlined'
import Sync from '@mui/icons-material/SyncProblemOutlined'
import { memo, type ReactNode } from 'react'
import { textOf } from '../core/i18n.ts'
import { isPending, isTyped, type Cell } from './entry-grid-cell.ts'
import { isEntry, isNumeric, type CellMark, type GridColumn, type GridRules, type RowView } from './entry-grid-definition.ts'
import { EntryGridEditor } from './entry-grid-editor.tsx'
import { issuesOfRow, statusOf, type RowIssue } from './entry-grid-issues.ts'
import { cellOf, dataOf, selectionOf, viewOf, type GridState } from './entry-grid-model.ts'
import { useGrid, useGridStore } from './entry-grid-store.ts'
import { issueWords } from './entry-grid-words.ts'
import { shownText } from './entry-grid-writing.ts'

export interface EntryGridRowProps {
  readonly index: number
  /** Pixels from the top of all rows. */
  readonly start: number
  readonly height: number
}

/**
 * One row, drawn anew when something of it changes: its entries, its faults, what of it is selected. Its cells are plain elements,
 * not components: there are hundreds in sight, and a key must show within 50 ms.
 */
export const EntryGridRow = memo(function EntryGridRow({ index, start, height }: EntryGridRowProps): ReactNode {
  const { gridId, messageId, get } = useGridStore()
  const part = useGrid(state => partOf(state, index))
  const { row, rules } = part
  if (!row) return null
  const state = get()
  const view = viewOf(state, row)
  // What is merely missing is no fault while the row is being filled in.
  const issues = part.isBeingFilled ? part.issues.filter(({ isMissing }) => !isMissing) : part.issues

  const cell = (column: GridColumn, at: number): ReactNode => {
    const content = isEntry(column) ? cellOf(state, row, column.name) : null
    const issue = issues.find(one => one.column === column.name)
    const isActive = part.activeColumn === at
    const isSelected = at >= part.from && at <= part.to
    const isReadOnly = !isEntry(column) || column.isReadOnly?.(view) === true
    const mark = column.mark?.(view)
    return (
      <div
        key={column.name} role="gridcell" id={cellId(gridId, row.key, at)} aria-colindex={at + 2} data-row={index} data-column={at} title={issue ? issueWords(issue) : wholeText(column, view, mark)}
        className={classesOf({
          'is-readonly': isReadOnly, 'is-number': isNumeric(column), 'is-boolean': column.kind === 'boolean', 'is-pending': isPending(content), 'is-invalid': issue !== undefined,
          'is-selected': isSelected && !isActive, 'is-active': isActive, 'is-filling': at >= part.fillFrom && at <= part.fillTo, 'is-loud': column.kind === 'computed' && column.isLoud?.(view) === true,
          'is-pinned': at === 0 && rules.grid.pinsFirst === true, [`is-marked is-${mark?.tone}`]: mark !== undefined,
        })}
        aria-selected={isSelected || isActive || undefined} aria-readonly={isReadOnly || undefined} aria-invalid={issue ? true : undefined}
        aria-describedby={issue && isActive ? messageId : undefined} aria-errormessage={issue && isActive ? messageId : undefined}
      >
        {issue && <ErrorIcon aria-hidden />}
        {mark && <mark.icon titleAccess={mark.words} />}
        {mark?.text !== undefined && <span className="grid-mark-text">{mark.text} </span>}
        {contentOf(column, content, view, rules)}
        {isActive && part.isEditing && isEntry(column) && <EntryGridEditor column={column} index={index} option={view.option(column.name)} />}
        {at === part.to && part.isBottom && !part.isEditing && <span className="grid-handle" data-handle aria-hidden />}
      </div>
    )
  }
  return (
    <div role="row" aria-rowindex={index + 2} className={part.isEditing ? 'grid-row is-editing' : 'grid-row'} style={{ top: start, height }}>
      {rowNumber(index, part.from >= 0, part.isUnsaved, issues)}
      {rules.grid.columns.map(cell)}
    </div>
  )
})

/** What is cut off where it is too long for its cell, and what its sign stands for. */
function wholeText(column: GridColumn, view: RowView, mark: CellMark | undefined): string | undefined {
  const text = column.kind === 'computed' && !column.isNumber ? column.text(view) : ''
  return [text, mark?.words].filter(Boolean).join(' · ') || undefined
}

export function cellId(gridId: string, key: string, column: number): string {
  return `${gridId}-${key}-${column}`
}

/** What a row is drawn from, flat: as long as none of it is another one, the row is not drawn anew. */
function partOf(state: GridState, index: number) {
  const row = state.rows[index]
  const { rules, records, active, edit, filling, hasTried } = state
  const selection = selectionOf(state)
  const isActive = active.row === index
  const isSelected = index >= selection.top && index <= selection.bottom
  const isFilling = filling !== null && index >= filling.top && index <= filling.bottom
  return {
    row, rules, isUnsaved: row !== undefined && statusOf(state, row).isUnsaved,
    record: row && records.get(row.key), data: row && dataOf(state, row), options: row && optionsIn(state, row),
    activeColumn: isActive ? active.column : -1, isEditing: isActive && edit !== null,
    from: isSelected ? selection.left : -1, to: isSelected ? selection.right : -2, isBottom: selection.bottom === index,
    fillFrom: isFilling ? filling.left : -1, fillTo: isFilling ? filling.right : -2,
    issues: row ? issuesOfRow(state, row) : none, isBeingFilled: isActive && !hasTried,
  }
}

const none: readonly RowIssue[] = []

/** What is chosen in the row's references, as one text. */
function optionsIn(state: GridState, row: NonNullable<GridState['rows'][number]>): string {
  let texts = ''
  for (const { kind, name } of state.rules.grid.columns) {
    const option = kind === 'reference' ? state.options.get(String(cellOf(state, row, name))) : undefined
    if (option) texts += `${option.code} ${option.name}\n`
  }
  return texts
}

function rowNumber(index: number, isMarked: boolean, isUnsaved: boolean, issues: readonly RowIssue[]): ReactNode {
  const isConflict = issues.some(({ reason }) => reason === 'grid.issues.conflict')
  const ofRow = issues.find(({ column }) => column === undefined)
  const state = isConflict ? 'conflictRow' : issues.length > 0 ? 'faultyRow' : isUnsaved ? 'unsavedRow' : 'row'
  return (
    <div
      role="rowheader" aria-colindex={1} aria-label={textOf(`grid.${state}`, { row: index + 1 })} data-row={index} title={ofRow && issueWords(ofRow)}
      className={`grid-number${isMarked ? ' is-marked' : ''}${isUnsaved ? ' is-unsaved' : ''}`}
    >
      {isConflict ? <Sync color="warning" /> : issues.length > 0 && <ErrorIcon color="error" />}
      {index + 1}
    </div>
  )
}

function contentOf(column: GridColumn, cell: Cell, view: RowView, rules: GridRules): ReactNode {
  if (column.kind === 'boolean' && !isTyped(cell)) {
    return cell === true ? <CheckBox className="is-ticked" titleAccess={textOf('words.yes')} /> : <CheckBoxBlank titleAccess={textOf('words.no')} />
  }
  const text = shownText(column, cell, view, rules.formats)
  const unit = text !== '' && !isTyped(cell) && (column.kind === 'decimal' || column.kind === 'integer') ? column.unit?.(view) : undefined
  return unit === undefined ? text : <>{text} <span className="grid-unit">{unit}</span></>
}

function classesOf(claims: Readonly<Record<string, boolean>>): string {
  let classes = 'grid-cell'
  for (const name in claims) if (claims[name]) classes += ` ${name}`
  return classes
}
