import type { GridColDef } from '@mui/x-data-grid'
import type { ReactNode } from 'react'

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
}
/** One column. Where `sorts` is set, `name` is one of the list's own sort columns. */
export type BrowseColumn<Row, Sortable extends string = string> =
  | (ColumnBase<Row> & { readonly name: Sortable; readonly sorts: true })
  | (ColumnBase<Row> & { readonly name: string; readonly sorts?: false })

export function gridColumns<Row extends object>(columns: readonly BrowseColumn<Row>[]): GridColDef<Row>[] {
  const scale = textScale()
  return columns.map(({ name, label, value, kind = 'text', sorts = false, width, minWidth = 90, grow = 1 }) => ({
    field: name,
    headerName: label,
    sortable: sorts,
    ...(width === undefined ? { flex: grow, minWidth: minWidth * scale } : { width: width * scale, minWidth: 50 }),
    align: kind === 'number' ? 'right' : 'left',
    headerAlign: kind === 'number' ? 'right' : 'left',
    valueGetter: (_value, row) => textOf(value(row)),
    renderCell: ({ row }) => value(row),
  }))
}

/** Which columns are shown: the user's choice, else as the screen has it. */
export function columnVisibility(columns: readonly BrowseColumn<never>[], chosen: Readonly<Record<string, boolean>>): Record<string, boolean> {
  return Object.fromEntries(columns.map(({ name, isHidden = false }) => [name, chosen[name] ?? !isHidden]))
}

/** What is copied from a cell and read out for it. */
function textOf(node: ReactNode): string {
  return typeof node === 'string' || typeof node === 'number' ? String(node) : ''
}

/** How much larger than usual the user has set the browser's text; the grid wants its sizes in pixels. */
export function textScale(): number {
  return Math.max(1, Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 16)
}
