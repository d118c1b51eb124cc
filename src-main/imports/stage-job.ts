import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../../shared/core/errors.ts'
import { newId } from '../../shared/core/ids.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { BatchDetail, ImportedFile, imports, ImportSetup, StagedPartRow, StagedRow } from '../../shared/imports/contract.ts'
import type { Decision, RowStatus } from '../../shared/imports/decision.ts'
import { replacedEverywhere } from '../../shared/imports/replacements.ts'
import type { FieldValues } from '../../shared/imports/target.ts'
import type { JobContext } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { readSetup } from './batches.ts'
import { evaluateCompound, partCounts, type CompoundOutcome, type EvaluatedPartRow } from './compound.ts'
import { decideAll, type DecidedRow } from './decisions.ts'
import { evaluateRows } from './evaluate.ts'
import type { EvaluatedRow, Evaluation, FileRow, RowDecision } from './evaluation.ts'
import { findingsOf } from './findings.ts'
import { listReferences } from './lookup.ts'
import { createMeaning } from './meaning.ts'
import { readFiles } from './read-file.ts'
import { requireCosts, requireImport, visibleFields } from './rights.ts'
import { requireStatus } from './staging.ts'
import { isCompound, type ImportField, type ImportTarget, type PreparedTarget } from './target.ts'
import { targetIn } from './targets.ts'
import { createValueReader, type ReadField, type ReadingHelp } from './value-reader.ts'

const rowsPerChunk = 250

/**
 * Reads every file whole and validates every row before the first one is written; the rows then go to the host in chunks. An import
 * that is cancelled or fails leaves nothing, wherever it was.
 */
export async function stageImport(context: JobContext, { fileId, target: name, setup, moreFiles }: ParsedInputOf<typeof imports.stageImport>): Promise<BatchDetail> {
  const target = targetIn(context.db, name)
  context.scope.everyone()
  requireImport(context.session, target, setup.mode)
  requireCosts(context.session, target, setup)
  requireComplete(target, openEvaluation(context, target, setup, []), setup)
  const { files, rows: fileRows } = await readFiles(context, target, setup, [{ ...setup, fileId }, ...moreFiles])
  const evaluation = openEvaluation(context, target, setup, files)
  const outcome = await evaluate(context, evaluation, fileRows, files)

  const id = newId()
  context.remedy('imports.discardImport', { id })
  const fileName = files.map(file => file.name).join(', ')
  const { version } = (await context.command('imports.beginStaging', { id, target: name, fileName, setup, files })) as { version: number }
  await writeRows(context, id, outcome, outcome.rows.map((row, at) => stagedRow(row, fileRows[at]!)))
  return finish(context, { id, version }, target, outcome)
}

/** Decides, and validates everything anew; only rows that came out differently are written. */
export async function decideRows(context: JobContext, { id, version, decisions }: ParsedInputOf<typeof imports.decideRows>): Promise<BatchDetail> {
  const { db, scope, session } = context
  scope.everyone()
  const batch = db.get('importBatch', id)
  const target = targetIn(db, batch.target)
  const setup = setupAfter(readSetup(batch.setup), decisions)
  requireImport(session, target, batch.mode)
  requireCosts(session, target, setup)
  requireStatus(batch, 'STAGED', 'STAGING')
  const stored = db.all(sql.selectFrom('importRow').selectAll().where('batchId', '=', id).orderBy('row'))
  const decided = decideAll(target, stored.map(decidedRow), decisions)
  const fileRows = stored.map((row): FileRow => {
    const { cells, extra } = JSON.parse(row.cells) as StoredCells
    return { row: row.row, cells, ...(extra && { extra }), decision: decided.get(row.row) ?? {} }
  })
  const files = JSON.parse(batch.files) as ImportedFile[]
  const outcome = await evaluate(context, openEvaluation(context, target, setup, files), fileRows, files)

  const reopened = (await context.command('imports.reopenStaging', { id, version, setup })) as { version: number }
  const staged = outcome.rows.map((row, at) => stagedRow(row, fileRows[at]!))
  await writeRows(context, id, outcome, staged.filter((row, at) => Object.entries(row).some(([key, value]) => stored[at]![key as keyof StagedRow] !== value)))
  return finish(context, { id, version: reopened.version }, target, outcome)
}

/** A replacement is about the whole file: it changes how it is read, not one row. */
function setupAfter(setup: ImportSetup, decisions: readonly Decision[]): ImportSetup {
  const replaced = decisions.filter(decision => decision.act === 'replace')
  return { ...setup, replacements: replaced.reduce((all, { field, ...one }) => replacedEverywhere(all, field, one), setup.replacements) }
}

function openEvaluation({ db, session }: JobContext, target: ImportTarget, setup: ImportSetup, files: readonly ImportedFile[]): Evaluation {
  const given = visibleFields(session, target).filter(({ name, isRequired }) => isRequired || isGiven(setup, name))
  return {
    target, prepared: isCompound(target) ? nothingThere : target.prepare(db), mode: setup.mode, given, constants: setup.constants,
    readIn: readersOf(files.length > 0 ? files : [{ ...setup, offset: 0 }], entity => listReferences(db, entity)),
    meaning: createMeaning(setup.replacements),
  }
}

/** Each file is read by its own marks. */
function readersOf(files: readonly (Marks & Pick<ImportedFile, 'offset'>)[], references: ReadingHelp['references']): Evaluation['readIn'] {
  const readers = files.map(({ offset, decimalMark, dayOrder }) => ({ offset, read: createValueReader({ decimalMark, dayOrder, references }) }))
  return row => (readers.findLast(({ offset }) => offset < row) ?? readers[0]!).read
}
type Marks = Pick<ImportedFile, 'decimalMark' | 'dayOrder'>

/** A file of several lists is compared list by list: it has no records of its own. */
const nothingThere: PreparedTarget = { records: [], check: () => [] }

function isGiven({ columns, constants }: ImportSetup, name: string): boolean {
  return Object.hasOwn(columns, name) || Object.hasOwn(constants, name)
}

/**
 * A new record needs every required field from a column or a constant; whoever updates may bring the key and what changes, and
 * hears of rows that turn out to be new. A constant must mean something.
 */
function requireComplete(target: ImportTarget, { given, readIn }: Evaluation, setup: ImportSetup): void {
  const { columns, constants, mode } = setup
  const missing = target.fields.filter(field => field.isRequired && (field.isKey || mode === 'insert') && !isGiven(setup, field.name)).map(({ name }) => name)
  const unknown = Object.keys({ ...columns, ...constants }).filter(name => !given.some(field => field.name === name))
  if (missing.length + unknown.length > 0) throw new AppError('mapping-incomplete', { fields: [...missing, ...unknown] })
  const issues = given.filter(({ name }) => Object.hasOwn(constants, name) && !Object.hasOwn(columns, name)).flatMap(field => constantIssues(field, readIn(1), constants))
  if (issues.length > 0) throw new AppError('invalid-input', { issues })
}

function constantIssues(field: ImportField, read: ReadField, constants: ImportSetup['constants']): object[] {
  const { issue, ifChanged } = read(field, constants[field.name])
  return [issue, ifChanged].flatMap(found => (found?.weight === 'fault' ? [{ path: ['setup', 'constants', field.name], reason: `imports.issues.${found.reason}`, params: found.params }] : []))
}

async function evaluate(context: JobContext, evaluation: Evaluation, rows: readonly FileRow[], files: readonly ImportedFile[]): Promise<CompoundOutcome> {
  const turn = async (done: number) => {
    context.progress('checking', Math.min(done, rows.length), rows.length)
    await nextTurn()
  }
  if (isCompound(evaluation.target)) return evaluateCompound(context, evaluation.target, evaluation, rows, files, turn)
  return { rows: await evaluateRows(evaluation, rows, turn), parts: [] }
}

async function writeRows(context: JobContext, id: string, { parts }: CompoundOutcome, rows: readonly StagedRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += rowsPerChunk) {
    context.progress('writing', at, rows.length)
    await context.command('imports.putRows', { id, rows: rows.slice(at, at + rowsPerChunk) })
  }
  for (let at = 0; at < parts.length; at += rowsPerChunk) await context.command('imports.putPartRows', { id, rows: parts.slice(at, at + rowsPerChunk).map(stagedPartRow) })
}

async function finish(context: JobContext, at: { id: string; version: number }, target: ImportTarget, { rows, parts }: CompoundOutcome): Promise<BatchDetail> {
  context.progress('finishing', rows.length, rows.length)
  const count = (wanted: RowStatus) => rows.filter(({ status }) => status === wanted).length
  return (await context.command('imports.finishStaging', {
    ...at, rowCount: rows.length, newCount: count('new'), changedCount: count('changed'), sameCount: count('same'), faultyCount: count('faulty'),
    skippedCount: count('skipped'), findings: findingsOf(rows), parts: isCompound(target) ? partCounts(target, parts) : [],
  })) as BatchDetail
}

interface StoredCells { readonly cells: FileRow['cells']; readonly extra?: true }

function stagedRow({ row, status, foldedInto, record, values, before, issues }: EvaluatedRow, { cells, extra, decision }: FileRow): StagedRow {
  return {
    row, status, foldedInto, entityId: record?.id ?? null, entityVersion: record?.version ?? null, cells: JSON.stringify({ cells, extra }),
    decision: JSON.stringify(decision), fields: JSON.stringify(values), before: JSON.stringify(before), issues: JSON.stringify(issues),
  }
}

function stagedPartRow({ part, place, row, rowCount, status, record, values, before, issues }: EvaluatedPartRow): StagedPartRow {
  return {
    part: part.name, place, row, rowCount, status, entityId: record?.id ?? null, entityVersion: record?.version ?? null, fields: JSON.stringify(values), before: JSON.stringify(before),
    issues: JSON.stringify(issues),
  }
}

function decidedRow(row: { row: number; status: RowStatus; foldedInto: number | null; fields: string; issues: string; decision: string }): DecidedRow {
  return {
    row: row.row, status: row.status, foldedInto: row.foldedInto, values: JSON.parse(row.fields) as FieldValues,
    issues: JSON.parse(row.issues) as DecidedRow['issues'], decision: JSON.parse(row.decision) as RowDecision,
  }
}
