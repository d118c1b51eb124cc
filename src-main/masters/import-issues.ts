import { AppError } from '../../shared/core/errors.ts'
import type { RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValue } from '../../shared/imports/target.ts'
import { fault, foldCase, type AcceptedRow } from '../imports/target.ts'

/** What a refusal to deactivate says, as an issue of the row. */
export function usesOf(refuse: () => void): RowIssue[] {
  return refuses(refuse, params => fault('isActive', 'in-use', { examples: String(params.examples) }))
}

/** An issue where stock has moved and a field would change that it hangs on. */
export function movedIssue(refuse: () => void, issue: RowIssue): RowIssue[] {
  return refuses(refuse, () => issue)
}

function refuses(refuse: () => void, issue: (params: AppError['params']) => RowIssue): RowIssue[] {
  try {
    refuse()
    return []
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'in-use') throw error
    return [issue(error.params)]
  }
}

/** Rows whose parents come before them, where these are rows of the same file. */
export function parentsFirst(rows: readonly AcceptedRow[]): AcceptedRow[] {
  const fold = (value: FieldValue | undefined) => foldCase(String(value ?? ''))
  const byCode = new Map(rows.flatMap(row => (row.id === null ? [[fold(row.values.code), row] as const] : [])))
  const placed = new Set<AcceptedRow>()
  const place = (row: AcceptedRow) => {
    if (placed.has(row)) return
    placed.add(row)
    const parent = byCode.get(fold(row.values.parent))
    // A set keeps the order of its entries: whoever has a parent goes behind it.
    if (!parent || parent === row) return
    placed.delete(row)
    place(parent)
    placed.add(row)
  }
  rows.forEach(place)
  return [...placed]
}
