import type { GridColDef } from '@mui/x-data-grid'
import { isValidElement, type ReactNode } from 'react'

interface ColumnBase<Row> {
  /** In the user's language. */
  readonly label: string
  /** What the cell shows: text, or a `StatusChip`. */
  value(row: Row): ReactNode
  /** `number` stands at the right, in tabular figures. */
  readonly kind?: 'text' | 'number'
  /** Fixed, in pixels; else the column shares what is left, by `grow`. */
  readonly width?: number
  readonly minWidth?: number
  readonly grow?: number
  /** Shown only when the user asks for it. */
  readonly isHidden?: boolean
  /** Gives way where the list is too narrow for all its columns, the rightmost one first, unless the user asks for it. */
  readonly yields?: boolean
}
/** One column. Where `sorts` is set, `name` is one of the list's own sort columns. */
export type BrowseColumn<Row, Sortable extends string = string> =
  | (ColumnBase<Row> & { readonly name: Sortable; readonly sorts: true })
  | (ColumnBase<Row> & { readonly name: string; readonly sorts?: false })

const narrowest = 90

export function gridColumns<Row extends object>(columns: readonly BrowseColumn<Row>[]): GridColDef<Row>[] {
  const scale = textScale()
  return columns.map(({ name, label, value, kind = 'text', sorts = false, width, minWidth = narrowest, grow = 1 }) => ({
    field: name,
    headerName: label,
    sortable: sorts,
    ...(width === undefined ? { flex: grow, minWidth: minWidth * scale } : { width: width * scale, minWidth: 50 }),
    align: kind === 'number' ? 'right' : 'left',
    headerAlign: kind === 'number' ? 'right' : 'left',
    valueGetter: (_value, row) => textOf(value(row)),
    renderCell: ({ row }) => <Cell>{value(row)}</Cell>,
  }))
}

/** Which columns are shown: the user's choice, else as the screen has it and as many as fit into `room` pixels (0: not known yet). */
export function columnVisibility(columns: readonly BrowseColumn<never>[], chosen: Readonly<Record<string, boolean>>, room: number): Record<string, boolean> {
  const shown = columns.filter(({ name, isHidden = false }) => chosen[name] ?? !isHidden)
  const scale = textScale()
  let wanted = shown.reduce((sum, column) => sum + leastWidth(column) * scale, 0)
  const yielding = new Set<string>()
  for (const column of shown.toReversed()) {
    if (room === 0 || wanted <= room) break
    if (!column.yields || chosen[column.name]) continue
    wanted -= leastWidth(column) * scale
    yielding.add(column.name)
  }
  return Object.fromEntries(columns.map(column => [column.name, shown.includes(column) && !yielding.has(column.name)]))
}

function leastWidth({ width, minWidth = narrowest }: BrowseColumn<never>): number {
  return width ?? minWidth
}

/** Text that does not fit is told by its tooltip; where rows are high, it takes a second line. */
function Cell({ children }: { readonly children: ReactNode }): ReactNode {
  const text = textOf(children)
  return text === '' ? children : <span className="cell-text" title={text}>{children}</span>
}

/** What is copied from a cell and read out for it. */
function textOf(node: ReactNode): string {
  if (isValidElement<{ children?: ReactNode }>(node) && node.type === 'b') return textOf(node.props.children)
  return typeof node === 'string' || typeof node === 'number' ? String(node) : ''
}

/** How much larger than usual the user has set the browser's text; the grid wants its sizes in pixels. */
export function textScale(): number {
  return Math.max(1, Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16)
}
