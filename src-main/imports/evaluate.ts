import type { RowStatus } from '../../shared/imports/decision.ts'
import type { IssueReason, RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValue, FieldValues, ImportMode } from '../../shared/imports/target.ts'
import { oddCodes } from './odd-codes.ts'
import type { SourceCell } from './source.ts'
import { fault, foldCase, isSameValue, keyFields, keyOf, note, question, type ImportField, type ImportTarget, type PreparedTarget, type TargetRecord } from './target.ts'
import type { ReadField } from './value-reader.ts'

/** What the user decided about one row. */
export interface RowDecision {
  readonly isSkipped?: true
  readonly isKept?: true
  readonly accepted?: readonly IssueReason[]
  readonly filled?: Readonly<Record<string, string>>
}
/** A row of the file, by fields. `extra` is set where it has more cells than the heading. */
export interface FileRow {
  readonly row: number
  readonly cells: Readonly<Record<string, SourceCell>>
  readonly extra?: true
  readonly decision: RowDecision
}

export interface EvaluatedRow {
  readonly row: number
  readonly status: RowStatus
  readonly foldedInto: number | null
  readonly key: string | undefined
  readonly record: TargetRecord | undefined
  readonly values: FieldValues
  readonly before: FieldValues
  readonly issues: readonly RowIssue[]
}

export interface Evaluation {
  readonly target: ImportTarget
  readonly prepared: PreparedTarget
  readonly mode: ImportMode
  /** The fields that the file gives by a column or a constant, and those that a new record cannot be without. */
  readonly given: readonly ImportField[]
  /** What stands in a new record where the file has no column for it. Records that are there keep what they say. */
  readonly constants: Readonly<Record<string, string>>
  readonly read: ReadField
}

/** A row once read: `missing` are required fields that are blank, `isBroken` says that something else cannot be read. */
interface ReadRow {
  readonly source: FileRow
  readonly key: string | undefined
  readonly values: Record<string, FieldValue>
  readonly issues: readonly RowIssue[]
  readonly ifChanged: readonly RowIssue[]
  readonly missing: readonly string[]
  readonly isBroken: boolean
}

/**
 * What would become of every row, by the file, the records and the decisions alone: evaluating the same twice gives the same.
 * Rows with one key are one record: equal ones are folded into the first of them, and where they differ the user is asked which
 * counts. The result is in the order of the rows. `turn` is called now and then, so that others get their turn.
 */
export async function evaluateRows(evaluation: Evaluation, rows: readonly FileRow[], turn: (done: number) => Promise<void>): Promise<EvaluatedRow[]> {
  const read: ReadRow[] = []
  for (const row of rows) {
    if (read.length % rowsPerTurn === 0) await turn(read.length)
    read.push(readRow(evaluation, row))
  }
  const settled = new Map<number, EvaluatedRow>()
  const standing: StandingRow[] = []
  for (const group of groupsOf(read)) standing.push(...foldGroup(evaluation, group, settled))
  const questions = oddQuestions(evaluation, standing)
  const codes = codesOf(evaluation, standing)
  let done = 0
  for (const one of standing) {
    if (done % rowsPerTurn === 0) await turn(rows.length)
    settled.set(one.row.source.row, matchRow(evaluation, one, questions, codes))
    done += 1
  }
  return rows.map(({ row }) => settled.get(row)!)
}

const rowsPerTurn = 500

function readRow({ target, given, constants, read }: Evaluation, source: FileRow): ReadRow {
  const { filled = {} } = source.decision
  const values: Record<string, FieldValue> = {}
  const issues: RowIssue[] = []
  const ifChanged: RowIssue[] = []
  const missing: string[] = []
  for (const field of given) {
    const { name } = field
    const reading = read(field, filled[name] ?? source.cells[name] ?? constants[name])
    if (reading.value !== undefined) values[name] = reading.value
    if (reading.issue?.reason === 'required') missing.push(name)
    if (reading.issue) issues.push(reading.issue)
    if (reading.ifChanged) ifChanged.push(reading.ifChanged)
  }
  if (source.extra && !source.decision.accepted?.includes('extra-cells')) issues.push(question(null, 'extra-cells'))
  const isBroken = issues.some(({ weight, reason }) => weight === 'fault' && reason !== 'required')
  return { source, key: keyOf(target, values), values, issues, ifChanged, missing, isBroken }
}

/** Rows with one key, in the order of their first ones; a row without a key stands alone. */
function groupsOf(rows: readonly ReadRow[]): Iterable<readonly ReadRow[]> {
  return Map.groupBy(rows, ({ key, source }) => key ?? source.row).values()
}

/** A row that is still in the running, with what its group says about it. */
interface StandingRow { readonly row: ReadRow; readonly issues: readonly RowIssue[]; readonly accepted: ReadonlySet<IssueReason> }

/** Rows that say the same in all given fields but the key. */
interface Variant { readonly rows: readonly ReadRow[]; readonly lead: ReadRow }

/** Settles the rows of one key that another one stands for, and gives back those that remain. */
function foldGroup(evaluation: Evaluation, group: readonly ReadRow[], settled: Map<number, EvaluatedRow>): StandingRow[] {
  const settle = (row: ReadRow, status: RowStatus, foldedInto: number | null, issue: RowIssue) =>
    settled.set(row.source.row, { row: row.source.row, status, foldedInto, key: row.key, record: undefined, values: row.values, before: {}, issues: [issue] })
  const accepted = new Set(group.flatMap(({ source }) => source.decision.accepted ?? []))
  for (const row of group) if (row.source.decision.isSkipped) settle(row, 'skipped', null, note(null, 'skipped-by-user'))

  const rows = group.filter(({ source }) => !source.decision.isSkipped)
  const readable = rows.filter(({ isBroken }) => !isBroken)
  const whole = variantsOf(evaluation, readable.filter(({ missing }) => missing.length === 0))
  const gaps = readable.filter(({ missing }) => missing.length > 0)
  const isKept = ({ rows: same }: Variant) => same.some(({ source }) => source.decision.isKept)

  // A blank where something must stand says nothing, so it contradicts nothing: not another row, and not the record.
  const fuller = whole.find(isKept) ?? largest(whole)
  const filledIn = fuller ? gaps.filter(row => agrees(evaluation, row, fuller.lead)) : []
  for (const row of filledIn) settle(row, 'same', fuller!.lead.source.row, note(row.missing[0] ?? null, 'taken-from-row', { row: fuller!.lead.source.row }))
  const gapVariants = variantsOf(evaluation, gaps.filter(row => !filledIn.includes(row)))
  const rivals = recordOf(evaluation, group[0]!.key) ? [...whole, ...gapVariants] : whole
  const kept = rivals.find(isKept)
  const winner = kept ?? largest(rivals)

  const standing: StandingRow[] = rows.filter(({ isBroken }) => isBroken).map(row => ({ row, issues: [], accepted }))
  for (const variant of new Set([...whole, ...gapVariants])) {
    const lead = variant.lead.source.row
    for (const row of variant.rows) if (row !== variant.lead) settle(row, 'same', lead, note(null, 'same-in-file', { row: lead }))
    const isRival = rivals.includes(variant)
    if (kept && isRival && variant !== kept) {
      settle(variant.lead, 'skipped', kept.lead.source.row, note(null, 'lost-to-row', { row: kept.lead.source.row }))
      continue
    }
    const spelling = variant === winner ? spellingOf(evaluation, [...variant.rows, ...filledIn]) : undefined
    const row = spelling ? { ...variant.lead, values: { ...variant.lead.values, ...spelling.values } } : variant.lead
    const asked = isRival && rivals.length > 1 && !kept ? [duplicateQuestion(evaluation, rivals, variant, winner!)] : []
    standing.push({ row, accepted, issues: [...(spelling?.issues ?? []), ...asked] })
  }
  return standing
}

function variantsOf(evaluation: Evaluation, rows: readonly ReadRow[]): Variant[] {
  return [...Map.groupBy(rows, row => signatureOf(evaluation, row)).values()].map(same => ({ rows: same, lead: same[0]! }))
}

function signatureOf({ given }: Evaluation, { values }: ReadRow): string {
  return JSON.stringify(given.filter(({ isKey }) => !isKey).map(({ name }) => values[name] ?? null))
}

function agrees({ given }: Evaluation, row: ReadRow, other: ReadRow): boolean {
  return given.every(({ name, isKey }) => isKey || row.missing.includes(name) || row.values[name] === other.values[name])
}

/** The one that most rows of the file say; of equals, the first. */
function largest(variants: readonly Variant[]): Variant | undefined {
  return variants.reduce<Variant | undefined>((best, variant) => (best && best.rows.length >= variant.rows.length ? best : variant), undefined)
}

/** Asks which of several rows counts: `row` is the proposal, `values` and `proposed` what differs. */
function duplicateQuestion({ given, target }: Evaluation, variants: readonly Variant[], variant: Variant, proposal: Variant): RowIssue {
  const field = given.find(({ name, isKey }) => !isKey && variants.some(({ lead }) => lead.values[name] !== proposal.lead.values[name]))
  const shown = (one: Variant) => String((field && one.lead.values[field.name]) ?? '').slice(0, 200)
  return question(field?.name ?? null, 'duplicate-in-file', {
    key: keyFields(target).map(({ name }) => String(variant.lead.values[name])).join(' · '),
    row: proposal.lead.source.row, rows: variants.map(({ lead }) => lead.source.row).slice(0, 20).join(', '),
    value: shown(variant), proposed: shown(proposal), count: variant.rows.length, proposedCount: proposal.rows.length,
  })
}

/** One code written in capitals here and small there: as most rows write it. */
function spellingOf({ target }: Evaluation, rows: readonly ReadRow[]): { values: FieldValues; issues: RowIssue[] } | undefined {
  const spelled = keyFields(target).filter(({ kind }) => kind === 'text').map(({ name }) => {
    const spellings = [...Map.groupBy(rows, ({ values }) => values[name]).entries()]
    const [best] = spellings.reduce((one, other) => (other[1].length > one[1].length ? other : one))
    return { name, best: best ?? null, others: spellings.filter(([value]) => value !== best) }
  })
  const issues = spelled.flatMap(({ name, best, others }) =>
    others.map(([value, same]) => note(name, 'other-case', { value: String(value), code: String(best), row: same[0]!.source.row })))
  return issues.length === 0 ? undefined : { values: Object.fromEntries(spelled.map(({ name, best }) => [name, best])), issues }
}

/** Codes of new records that look unlike the file's others, each with what makes it odd. */
function oddQuestions({ target, given, prepared }: Evaluation, standing: readonly StandingRow[]): ReadonlyMap<string, RowIssue> {
  const field = given.find(({ isOddAskedAbout }) => isOddAskedAbout)
  if (!field) return new Map()
  const known = recordsByKey(target, prepared)
  const codes = new Map(standing.flatMap(({ row }) => (row.key === undefined ? [] : [[row.key, String(row.values[field.name])] as const])))
  const odd = oddCodes([...codes.values()])
  return new Map([...codes].flatMap(([key, code]): [string, RowIssue][] => {
    const why = known.has(key) ? undefined : odd.get(code)
    return why ? [[key, question(field.name, 'odd-code', { value: code, why })]] : []
  }))
}

const keyed = new WeakMap<PreparedTarget, ReadonlyMap<string, TargetRecord>>()

function recordOf({ target, prepared }: Evaluation, key: string | undefined): TargetRecord | undefined {
  return key === undefined ? undefined : recordsByKey(target, prepared).get(key)
}

function recordsByKey(target: ImportTarget, prepared: PreparedTarget): ReadonlyMap<string, TargetRecord> {
  let records = keyed.get(prepared)
  if (!records) keyed.set(prepared, (records = new Map(prepared.records.map(record => [keyOf(target, record.values) ?? '', record]))))
  return records
}

/** Codes that rows of this very file will have made, for those that refer to them: a section names its parent further down. */
type Codes = ReadonlyMap<string, StandingRow>

function codesOf({ target }: Evaluation, standing: readonly StandingRow[]): Codes {
  const [field] = keyFields(target)
  return new Map(field ? standing.map(one => [foldCase(String(one.row.values[field.name] ?? '')), one] as const) : [])
}

function matchRow(evaluation: Evaluation, { row, issues: ofGroup, accepted }: StandingRow, odd: ReadonlyMap<string, RowIssue>, codes: Codes): EvaluatedRow {
  const { prepared, mode, given } = evaluation
  const record = recordOf(evaluation, row.key)
  const { values, issues } = withOwnReferences(evaluation, row, codes)
  const oddQuestion = row.key === undefined || accepted.has('odd-code') ? undefined : odd.get(row.key)
  const told = [...(record ? issues.flatMap(issue => keptAsIs(issue, row.source)) : issues), ...ofGroup, ...(oddQuestion ? [oddQuestion] : [])]
  const changed = given.filter(field => !record || isChange(field, row.source, values, record)).map(({ name }) => name)
  const result = (status: RowStatus, all: readonly RowIssue[]): EvaluatedRow => ({
    row: row.source.row, status, foldedInto: null, key: row.key, record, values,
    before: record && status !== 'same' ? Object.fromEntries(changed.map(name => [name, record.values[name] ?? null])) : {}, issues: all,
  })
  if (isOpen(told)) return result('faulty', told)
  if (record && changed.length === 0) return result('same', told)
  if (record && mode === 'insert') return result('skipped', [...told, note(null, 'exists-already')])
  const found = [...row.ifChanged.filter(({ column }) => column === null || changed.includes(column)), ...prepared.check({ values, record, changed })]
  const all = [...told, ...found, ...(record && !record.isActive && values.isActive !== true ? [note(null, 'record-inactive')] : [])]
  if (isOpen(all)) return result('faulty', all)
  return result(record ? 'changed' : 'new', all)
}

function isOpen(issues: readonly RowIssue[]): boolean {
  return issues.some(({ weight }) => weight !== 'note')
}

/** A blank, or no column at all, says nothing about a record that has what must be there. */
function keptAsIs(issue: RowIssue, { cells }: FileRow): RowIssue[] {
  if (issue.reason !== 'required') return [issue]
  return issue.column !== null && Object.hasOwn(cells, issue.column) ? [note(issue.column, 'kept-as-is')] : []
}

/** Whether the file itself says something else than the record; a constant does not speak of records that are there. */
function isChange({ name, isKey }: ImportField, { cells, decision }: FileRow, values: FieldValues, record: TargetRecord): boolean {
  const isSaid = Object.hasOwn(cells, name) || Object.hasOwn(decision.filled ?? {}, name)
  return isSaid && !isKey && values[name] !== undefined && !isSameValue(values[name], record.values[name])
}

/** References to records of the target itself may be to rows of this file; a chain of them must end somewhere. */
function withOwnReferences(evaluation: Evaluation, row: ReadRow, codes: Codes): { values: FieldValues; issues: readonly RowIssue[] } {
  const { target, given } = evaluation
  const code = keyFields(target)[0]!.name
  const values = { ...row.values }
  let issues = row.issues
  for (const { name, reference } of given) {
    if (reference !== target.entity) continue
    const unknown = issues.find(({ column, reason }) => column === name && reason === 'unknown-reference')
    const inFile = unknown && codes.get(foldCase(String(unknown.params.value)))
    if (inFile) {
      values[name] = inFile.row.values[code] ?? null
      issues = issues.filter(issue => issue !== unknown)
    }
    if (isLoop(evaluation, codes, name, values[code], values[name])) issues = [...issues, fault(name, 'parent-loop', { value: String(values[name]) })]
  }
  return { values, issues }
}

/** Follows the chain from parent to parent as it would be afterwards: what the file says, else what the record says. */
function isLoop(evaluation: Evaluation, codes: Codes, field: string, own: FieldValue | undefined, parent: FieldValue | undefined): boolean {
  const above = (code: string): string => {
    const source = codes.get(code)?.row
    const value = source && Object.hasOwn(source.source.cells, field) ? (source.values[field] ?? source.source.cells[field]) : recordOf(evaluation, code)?.values[field]
    return foldCase(String(value ?? '').trim())
  }
  const seen = new Set<string>()
  for (let code = foldCase(String(parent ?? '')); code !== '' && !seen.has(code); code = above(code)) {
    if (code === foldCase(String(own ?? ''))) return true
    seen.add(code)
  }
  return false
}
