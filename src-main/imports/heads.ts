import type { ImportedFile } from '../../shared/imports/contract.ts'
import type { EvaluatedRow, FileRow } from './evaluation.ts'
import { isBlankCell, type SourceCell } from './source.ts'
import { isOpenIssue, type ImportField, type ImportTarget, type SoundRow } from './target.ts'

export interface HeadedRows {
  readonly rows: readonly FileRow[]
  /** The row that begins the record of a row, where that is another. */
  readonly heads: ReadonlyMap<number, number>
}

/**
 * Rows of records that take several: one that leaves the whole head blank belongs to the record above it, of the same file, and says what the head of
 * that one says. What was decided about the head is decided for its rows too.
 */
export function withHeads({ fields }: Pick<ImportTarget, 'fields'>, source: readonly FileRow[], files: readonly ImportedFile[]): HeadedRows {
  const ofHead = fields.filter(({ isOfHead }) => isOfHead)
  const heads = new Map<number, number>()
  if (ofHead.length === 0) return { rows: source, heads }
  let head: FileRow | undefined
  const rows = source.map(row => {
    if (!ofHead.every(field => isBlankCell(saidIn(row, field)))) head = row
    else if (head && fileAt(files, head.row) === fileAt(files, row.row)) {
      heads.set(row.row, head.row)
      return continued(row, head, ofHead)
    }
    return row
  })
  return { rows, heads }
}

function saidIn({ cells, decision }: FileRow, { name }: ImportField): SourceCell | undefined {
  return decision.filled?.[name] ?? cells[name]
}

function continued(row: FileRow, head: FileRow, ofHead: readonly ImportField[]): FileRow {
  const cells: Record<string, SourceCell> = { ...row.cells }
  const filled: Record<string, string> = { ...row.decision.filled }
  for (const { name } of ofHead) {
    const [cell, decided] = [head.cells[name], head.decision.filled?.[name]]
    if (cell !== undefined) cells[name] = cell
    if (decided !== undefined) filled[name] = decided
  }
  const accepted = [...new Set([...(row.decision.accepted ?? []), ...(head.decision.accepted ?? [])])]
  return { ...row, cells, decision: { ...row.decision, ...(Object.keys(filled).length > 0 && { filled }), ...(accepted.length > 0 && { accepted }) } }
}

/** What is wrong with a head is said at its own row alone, as long as that row is there. */
export function saidOnce({ fields }: Pick<ImportTarget, 'fields'>, rows: readonly EvaluatedRow[], heads: HeadedRows['heads']): readonly EvaluatedRow[] {
  if (heads.size === 0) return rows
  const isOfHead = new Set(fields.filter(field => field.isOfHead).map(({ name }) => name))
  const byRow = new Map(rows.map(row => [row.row, row]))
  return rows.map(row => {
    const head = heads.get(row.row)
    const told = head === undefined ? [] : (byRow.get(head)?.issues ?? []).filter(({ column }) => column !== null && isOfHead.has(column))
    if (told.length === 0) return row
    const issues = row.issues.filter(issue => !told.some(({ column, reason }) => column === issue.column && reason === issue.reason))
    return { ...row, issues, status: row.status === 'faulty' && !issues.some(isOpenIssue) ? 'new' : row.status }
  })
}

/** The rows of which records can be made: those of a head that cannot be read wait for it. */
export function soundRows({ fields }: Pick<ImportTarget, 'fields'>, rows: readonly EvaluatedRow[], heads: HeadedRows['heads']): SoundRow[] {
  const isOfHead = new Set(fields.filter(field => field.isOfHead).map(({ name }) => name))
  const isBad = ({ issues }: EvaluatedRow) => issues.some(issue => isOpenIssue(issue) && issue.column !== null && isOfHead.has(issue.column))
  const bad = new Set(rows.filter(isBad).map(({ row }) => row))
  return rows.filter(({ row, status }) => status === 'new' && !bad.has(heads.get(row) ?? row)).map(({ row, values }) => ({ row, head: heads.get(row) ?? row, values }))
}

/** Which of the files a row is of. */
function fileAt(files: readonly ImportedFile[], row: number): number {
  return files.findLastIndex(({ offset }) => offset < row)
}
