import type { RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValue } from '../../shared/imports/target.ts'
import { seenAsColumns } from './column-questions.ts'
import { cellText } from './columns.ts'
import type { EvaluatedRow, Evaluation, FileRow, ReadRow, StandingRow } from './evaluation.ts'
import { foldGroup } from './fold-rows.ts'
import { matchRow, oddQuestions } from './match-rows.ts'
import { resolveOwnReferences } from './own-references.ts'
import { keyOf, note, question } from './target.ts'

const rowsPerTurn = 500

/**
 * What would become of every row, by the file, the records and the decisions alone: evaluating the same twice gives the same.
 * Rows with one key are one record: equal ones are folded into the first of them, and where they differ the user is asked which
 * counts. The result is in the order of the rows. `turn` is called now and then, so that others get their turn.
 */
export async function evaluateRows(evaluation: Evaluation, source: readonly FileRow[], turn: (done: number) => Promise<void>): Promise<EvaluatedRow[]> {
  const read: ReadRow[] = []
  for (const row of source) {
    if (read.length % rowsPerTurn === 0) await turn(read.length)
    read.push(readRow(evaluation, row))
  }
  const { rows, loops } = resolveOwnReferences(evaluation, seenAsColumns(evaluation, read))
  const settled = new Map<FileRow, EvaluatedRow>()
  const standing: StandingRow[] = []
  for (const group of groupsOf(rows)) standing.push(...foldGroup(evaluation, group, settled))
  const odd = oddQuestions(evaluation, standing)
  for (const [done, one] of standing.entries()) {
    if (done % rowsPerTurn === 0) await turn(source.length)
    settled.set(one.row.source, matchRow(evaluation, one, odd, loops))
  }
  return source.map(row => settled.get(row)!)
}

function readRow({ target, given, constants, readIn, meaning }: Evaluation, source: FileRow): ReadRow {
  const read = readIn(source.row)
  const { filled = {} } = source.decision
  const values: Record<string, FieldValue> = {}
  const issues: RowIssue[] = []
  const ifChanged: RowIssue[] = []
  const missing: string[] = []
  for (const field of given) {
    const { name } = field
    const said = source.cells[name]
    const meant = Object.hasOwn(filled, name) ? undefined : meaning(name, said)
    const reading = read(field, filled[name] ?? meant ?? said ?? constants[name])
    if (meant !== undefined) issues.push(...replacedNotes(name, cellText(said), meant))
    if (reading.value !== undefined) values[name] = reading.value
    if (reading.issue?.reason === 'required') missing.push(name)
    if (reading.issue && !isAccepted(source, reading.issue)) issues.push(reading.issue)
    if (reading.ifChanged) ifChanged.push(reading.ifChanged)
  }
  if (source.extra && !source.decision.accepted?.includes('extra-cells')) issues.push(question(null, 'extra-cells'))
  const isBroken = issues.some(({ weight, reason }) => weight === 'fault' && reason !== 'required')
  return { source, key: keyOf(target, values), values, issues, ifChanged, missing, isBroken }
}

function isAccepted({ decision }: FileRow, { weight, reason }: RowIssue): boolean {
  return weight === 'question' && decision.accepted?.includes(reason) === true
}

/** The text is the file's own, blanks and all: it is shown to the user as what was found. */
function replacedNotes(field: string, said: string, meant: string): RowIssue[] {
  return [note(field, 'replaced', { value: said, to: meant }), ...(said === said.trim() ? [] : [note(field, 'trimmed', { value: said })])]
}

/** Rows with one key, in the order of their first ones; a row without a key stands alone. */
function groupsOf(rows: readonly ReadRow[]): Iterable<readonly ReadRow[]> {
  return Map.groupBy(rows, ({ key, source }) => key ?? source.row).values()
}
