import type { BatchPart, ImportedFile } from '../../shared/imports/contract.ts'
import type { RowStatus } from '../../shared/imports/decision.ts'
import type { RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValue, FieldValues, ImportMode, ReferenceEntity } from '../../shared/imports/target.ts'
import type { JobContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { evaluateRows } from './evaluate.ts'
import { recordOf, type EvaluatedRow, type Evaluation, type FileRow } from './evaluation.ts'
import { saidOnce, soundRows, withHeads } from './heads.ts'
import { listReferences, type Reference } from './lookup.ts'
import { createMeaning } from './meaning.ts'
import { foldCase, isOpenIssue, keyOf, type CompoundTarget, type ListPart, type ListTarget, type PartRow } from './target.ts'
import { createValueReader } from './value-reader.ts'

/** A record that a file would make or change in one of its lists; `row` is the first row that says it, of `rowCount`. */
export interface EvaluatedPartRow extends EvaluatedRow { readonly part: ListTarget; /** From 1, in the order in which the list is read off the rows. */ readonly place: number; readonly rowCount: number }

export interface CompoundOutcome { readonly rows: readonly EvaluatedRow[]; readonly parts: readonly EvaluatedPartRow[] }

type Turn = (done: number) => Promise<void>
type Context = Pick<JobContext, 'db' | 'settings' | 'today'>

/**
 * What would become of a file that gives several lists. Its rows are read and settled as those of any file; each list is then read off the
 * sound ones and compared with its records, as if what the lists before it bring were there already. What is wrong in a list is said
 * of the row it comes from, where it can be decided.
 */
export async function evaluateCompound(context: Context, target: CompoundTarget, evaluation: Evaluation, source: readonly FileRow[], files: readonly ImportedFile[], turn: Turn): Promise<CompoundOutcome> {
  const { db } = context
  const { rows: headed, heads } = withHeads(target, source, files)
  const soundOf = (rows: readonly EvaluatedRow[]) => soundRows(target, rows, heads)
  const alone = saidOnce(target, await evaluateRows(evaluation, headed, turn), heads)
  const read = checked(alone, target.check?.({ ...context, mode: evaluation.mode }, soundOf(alone)), headed)
  const sound = soundOf(read)
  const decisions = new Map(source.map(({ row, decision }) => [row, decision]))
  const coming = new Map<ReferenceEntity, Reference[]>()
  const parts: EvaluatedPartRow[] = []
  for (const part of target.parts) {
    const list = openPart(db, part.learns ? 'update' : evaluation.mode, part.target, coming)
    const given = part.rows(sound, (entity, code) => list.references(entity).find(one => foldCase(one.code) === foldCase(code))?.name, db)
    const rows = given.map((row): FileRow => {
      const { accepted, isKept } = decisions.get(row.row) ?? {}
      return { row: row.row, cells: cellsOf(list, row), decision: { ...(accepted && { accepted }), ...(isKept && { isKept }) } }
    })
    const evaluated = await evaluateRows({ ...list, given: givenFields(part, given) }, rows, turn)
    parts.push(...evaluated.map((row, at): EvaluatedPartRow => ({ ...row, part: part.target, place: at + 1, rowCount: given[at]?.rowCount ?? 1 })))
    announce(coming, part.target, evaluated)
  }
  return { rows: withOutcomes(read, new Set(sound.map(({ row }) => row)), heads, parts), parts }
}

/** Rows with what the target says of them together; a question that was answered is none. */
function checked(rows: readonly EvaluatedRow[], found: ReadonlyMap<number, readonly RowIssue[]> | undefined, source: readonly FileRow[]): readonly EvaluatedRow[] {
  if (!found || found.size === 0) return rows
  return rows.map((row, at): EvaluatedRow => {
    const issues = (found.get(row.row) ?? []).filter(({ weight, reason }) => weight !== 'question' || !source[at]?.decision.accepted?.includes(reason))
    if (issues.length === 0) return row
    return { ...row, status: issues.some(isOpenIssue) ? 'faulty' : row.status, issues: [...row.issues, ...issues] }
  })
}

/** How many records of each list are new, changed, the same, left alone. */
export function partCounts({ parts: lists }: CompoundTarget, parts: readonly EvaluatedPartRow[]): BatchPart[] {
  return lists.map(({ target }) => {
    const count = (status: RowStatus) => parts.filter(one => one.part === target && one.status === status).length
    const said = new Set(parts.flatMap(one => (one.part === target ? Object.keys(one.values) : [])))
    return { target: target.name, fields: target.fields.map(({ name }) => name).filter(name => said.has(name)), newCount: count('new'), changedCount: count('changed'), sameCount: count('same'), faultyCount: count('faulty'), skippedCount: count('skipped') }
  })
}

interface PartEvaluation extends Evaluation { references(entity: ReferenceEntity): readonly Reference[] }

/** A list's values are written as the program itself writes them, whatever marks the file uses. */
function openPart(db: Reader, mode: ImportMode, target: ListTarget, coming: ReadonlyMap<ReferenceEntity, Reference[]>): PartEvaluation {
  const known = new Map<ReferenceEntity, readonly Reference[]>()
  const references = (entity: ReferenceEntity) => {
    if (!known.has(entity)) known.set(entity, [...listReferences(db, entity), ...(coming.get(entity) ?? [])])
    return known.get(entity)!
  }
  const read = createValueReader({ decimalMark: '.', dayOrder: 'dmy', references })
  return {
    references,
    target, prepared: target.prepare(db), mode, given: target.fields, constants: {}, meaning: createMeaning({}),
    readIn: () => read,
  }
}

/** What the list says of any record, and what a new one cannot be without. */
function givenFields({ target: { fields } }: ListPart, rows: readonly PartRow[]): Evaluation['given'] {
  const said = new Set(rows.flatMap(({ values, ifNew = {} }) => [...Object.keys(values), ...Object.keys(ifNew)]))
  return fields.filter(({ name, isRequired }) => isRequired || said.has(name))
}

function cellsOf(list: Evaluation, { values, ifNew }: PartRow): FileRow['cells'] {
  const whole = recordOf(list, keyOf(list.target, values)) ? values : { ...ifNew, ...values }
  return Object.fromEntries(Object.entries(whole).flatMap(([name, value]: [string, FieldValue]) => (value === null ? [] : [[name, String(value)]])))
}

/** What a list brings may be referred to by its code in those behind it. */
function announce(coming: Map<ReferenceEntity, Reference[]>, { entity, fields }: ListTarget, rows: readonly EvaluatedRow[]): void {
  if (!fields.some(({ name, isKey }) => isKey && name === 'code')) return
  const known = coming.get(entity as ReferenceEntity) ?? []
  const fresh = rows.filter(({ status }) => status === 'new')
    .map(({ values }): Reference => ({ id: '', code: String(values.code), name: String(values.name ?? values.code), isActive: true }))
  coming.set(entity as ReferenceEntity, [...known, ...fresh])
}

/** A row of the file is what its records are: one that is new makes it new. One that only repeats what rows before it say is the same; one of a record of several rows is what that becomes. */
function withOutcomes(rows: readonly EvaluatedRow[], sound: ReadonlySet<number>, heads: ReadonlyMap<number, number>, parts: readonly EvaluatedPartRow[]): EvaluatedRow[] {
  const byRow = Map.groupBy(parts, ({ row }) => row)
  return rows.map(row => {
    if (!sound.has(row.row)) return row
    const own = byRow.get(row.row) ?? []
    const open = own.flatMap(({ issues }) => issues.filter(isOpenIssue))
    const head = heads.get(row.row)
    const shared = head === undefined ? [] : (byRow.get(head) ?? []).filter(({ part, status }) => part === parts.at(-1)?.part && status !== 'faulty')
    const status = (['faulty', 'new', 'changed', 'skipped'] as const).find(one => [...own, ...shared].some(part => part.status === one)) ?? 'same'
    return { ...row, status, issues: [...row.issues, ...fileIssues(open, row.values)] }
  })
}

/** A list may call a column otherwise than the file does: what the file does not have is said of the whole row. */
function fileIssues(issues: readonly RowIssue[], values: FieldValues): RowIssue[] {
  return issues.map(issue => (issue.column !== null && Object.hasOwn(values, issue.column) ? issue : { ...issue, column: null }))
}
