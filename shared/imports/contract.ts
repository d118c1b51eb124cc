import { z } from 'zod'
import { Name, optionalText, Version } from '../core/fields.ts'
import { IdSchema } from '../core/ids.ts'
import { listInput, page } from '../core/list.ts'
import { command, job, query } from '../core/procedure.ts'
import { bomWrites } from '../engineering/boms.ts'
import { allMasters } from '../masters/masters.ts'
import { allStageWrites } from '../fulfilment/writes.ts'
import { orderWrites } from '../purchasing/writes.ts'
import { stockWrites } from '../warehouse/moves.ts'
import { Decision, RowStatus } from './decision.ts'
import { DayOrder, DecimalMark, Delimiter, FileFormat } from './file.ts'
import { Finding, IssueReason, RowIssue } from './issue.ts'
import { Oddity } from './oddity.ts'
import { importing } from './rules.ts'
import { Replacements } from './replacements.ts'
import { FieldValues, ImportMode, Target, TargetName } from './target.ts'

const FieldName = z.string().max(50)
/** Field → key of a column. */
const Columns = z.record(FieldName, z.string().max(500))
/** Field → the text that stands for it in every row. */
const Constants = z.record(FieldName, optionalText(1000))
const ColumnMapping = z.object({ columns: Columns, constants: Constants, replacements: Replacements.default({}) })
export type ColumnMapping = z.infer<typeof ColumnMapping>

/** How a file is read: which parts of it, which marks it uses, and what its columns mean. */
const FileChoice = z.object({
  sheet: z.string().max(100).nullable(), delimiter: Delimiter.nullable(), headingRow: z.int().min(1).max(1000), decimalMark: DecimalMark,
  dayOrder: DayOrder.default('dmy'),
})
/** As many files as one import takes. */
export const mostFiles = 20
/** `mappingId` is the saved mapping that was used: it learns what is replaced on the way. */
export const ImportSetup = FileChoice.extend({ ...ColumnMapping.shape, mode: ImportMode, mappingId: IdSchema.nullable().default(null) })
export type ImportSetup = z.infer<typeof ImportSetup>

export const SavedMapping = ColumnMapping.extend({ id: z.string(), version: z.int(), target: TargetName, name: z.string() })
export type SavedMapping = z.infer<typeof SavedMapping>

/**
 * `key` names the column in a mapping: its heading, with a number behind it where a heading comes twice; `samples` are its first texts,
 * `values` its different ones as they stand, unless there are too many to look through; `oddities` what is strange about it.
 */
export const FileColumn = z.object({
  key: z.string(), heading: z.string(), samples: z.array(z.string()), filled: z.int(), values: z.array(z.object({ text: z.string(), count: z.int() })).nullable(),
  oddities: z.array(Oddity),
})
export type FileColumn = z.infer<typeof FileColumn>

/** What a file looks like, and what its columns most likely mean; `mappingId` names the saved mapping that fits it. */
export const Inspection = FileChoice.extend({
  fileId: z.string(), fileName: z.string(), size: z.int(), format: FileFormat, sheets: z.array(z.string()), rowCount: z.int(), columns: z.array(FileColumn),
  suggestion: ColumnMapping.extend({ mappingId: z.string().nullable() }),
  /** Another list whose headings this file has more of. */
  likelier: TargetName.nullable(),
})
export type Inspection = z.infer<typeof Inspection>

/** How far a factory's lists are filled: in the order in which they are imported, each after those it refers to. */
const ListProgress = z.object({
  target: TargetName, needs: z.array(TargetName), count: z.int(), canImport: z.boolean(), lastImport: z.object({ id: z.string(), fileName: z.string(), at: z.string() }).nullable(),
})
export type ListProgress = z.infer<typeof ListProgress>

const counts = { rowCount: z.int(), newCount: z.int(), changedCount: z.int(), sameCount: z.int(), faultyCount: z.int(), skippedCount: z.int() }
/** One of the lists that a file gives: what it says of its records (`fields`), and how many of them are new, changed and so on. */
const BatchPart = z.object({ target: TargetName, fields: z.array(z.string()), newCount: z.int(), changedCount: z.int(), sameCount: z.int(), faultyCount: z.int(), skippedCount: z.int() })
export type BatchPart = z.infer<typeof BatchPart>
/** A file behind the first one of an import, with how it is read. */
const FurtherFile = FileChoice.extend({ fileId: IdSchema })
export type FurtherFile = z.infer<typeof FurtherFile>
const ImportedFile = FileChoice.pick({ sheet: true, decimalMark: true, dayOrder: true }).extend({ name: z.string(), offset: z.int() })
export type ImportedFile = z.infer<typeof ImportedFile>
const BatchStatus = z.enum(['STAGING', 'STAGED', 'APPLIED', 'DISCARDED'])

/** One file on its way in. Rows wait in `STAGED` until they are applied, all or none. */
export const Batch = z.object({
  id: z.string(), version: z.int(), createdAt: z.string(), createdByName: z.string(), target: TargetName, mode: ImportMode, fileName: z.string(),
  status: BatchStatus, ...counts, settledAt: z.string().nullable(), settledByName: z.string().nullable(),
})
export type Batch = z.infer<typeof Batch>
/**
 * `parts` are the lists of a file that gives several; other files have none. `files` is what was read, one after the other: the rows of a file are numbered on from
 * `offset`, where those before it end.
 */
export const BatchDetail = Batch.extend({ setup: ImportSetup, findings: z.array(Finding), parts: z.array(BatchPart), files: z.array(ImportedFile) })
export type BatchDetail = z.infer<typeof BatchDetail>

/**
 * A staged row: `cells` is what the file says, `values` how that was read, `before` what the record says now where that would
 * change. `foldedInto` is the row that stands for this one, `isDecided` says that the user has decided something about it.
 */
export const ImportRow = z.object({
  row: z.int(), status: RowStatus, foldedInto: z.int().nullable(), entityId: z.string().nullable(), isDecided: z.boolean(),
  cells: z.record(z.string(), z.union([z.string(), z.number()])), values: FieldValues, before: FieldValues, issues: z.array(RowIssue),
})
export type ImportRow = z.infer<typeof ImportRow>

/** A record of one of the lists that a file gives, by its `place` in it: `row` is the first row that says it, of `rowCount`. */
export const ImportRecord = z.object({
  place: z.int(), row: z.int(), rowCount: z.int(), status: RowStatus, entityId: z.string().nullable(), values: FieldValues, before: FieldValues, issues: z.array(RowIssue),
})
export type ImportRecord = z.infer<typeof ImportRecord>

/** A file to fetch with its one-use ticket. */
const ExportedFile = z.object({ ticket: z.string(), name: z.string(), mediaType: z.string(), size: z.int() })
const exportChoice = { target: TargetName, format: FileFormat, /** Of headings and numbers; the user's own if it is left out. */ language: z.enum(['id', 'en']).optional() }

/** Rows as the staging job writes them; JSON where the work table keeps JSON. */
const StagedRow = z.object({
  row: z.int(), status: RowStatus, foldedInto: z.int().nullable(), entityId: z.string().nullable(), entityVersion: z.int().nullable(),
  cells: z.string(), decision: z.string(), fields: z.string(), before: z.string(), issues: z.string(),
})
export type StagedRow = z.infer<typeof StagedRow>
const StagedPartRow = z.object({
  part: TargetName, place: z.int(), row: z.int(), rowCount: z.int(), status: RowStatus, entityId: z.string().nullable(), entityVersion: z.int().nullable(), fields: z.string(), before: z.string(),
  issues: z.string(),
})
export type StagedPartRow = z.infer<typeof StagedPartRow>

/** What goes out is data the session may see anyway. What comes in is looked at and changed by whoever brings in files of its kind: each procedure asks for that. */
const looking = 'dataCare.view'
const offered = [looking, ...importing] as const

/**
 * Lists from files, and into files (IO-1 to IO-4). A file is inspected, its columns are mapped, all its rows are staged and
 * validated, the user decides what is not right yet, and then all is applied or nothing.
 */
export const imports = {
  /** What this session may import and export. */
  listTargets: query({ permission: offered, varies: 'clock', input: z.object({}), output: z.array(Target), reads: ['attributeDefinition'] }),
  /** The lists of the factory, how many records each has, and what it needs to be there first. */
  listProgress: query({
    permission: looking, varies: 'user', input: z.object({}), output: z.array(ListProgress),
    reads: ['importBatch', 'stockMove', 'bomHeader', 'teamDay', 'customerAccount', ...orderWrites, ...allMasters.map(({ entity }) => entity)],
  }),
  /**
   * Takes over an uploaded file (`ticket`), or looks again at one taken over (`fileId`) with another choice of sheet, delimiter or
   * heading row. Throws `file-unreadable`, `file-too-large`, `ticket-invalid`.
   */
  inspectFile: job({
    permission: importing,
    lane: 'bulk',
    input: FileChoice.omit({ decimalMark: true, dayOrder: true }).partial().extend({ target: TargetName, ticket: z.string().max(200).optional(), fileId: IdSchema.optional() }),
    output: Inspection,
  }),
  listMappings: query({ permission: importing, varies: 'user', input: z.object({ target: TargetName }), output: z.array(SavedMapping), reads: ['importMapping'] }),
  /** Replaces the target's mapping of that name, if there is one. */
  saveMapping: command({
    permission: importing, input: ColumnMapping.extend({ target: TargetName, name: Name }), output: SavedMapping, writes: ['importMapping'],
  }),
  removeMapping: command({ permission: importing, input: z.object({ id: IdSchema, version: Version }), output: z.object({}), writes: ['importMapping'] }),
  /**
   * Reads and validates all rows, those of `moreFiles` behind the first file's; broken off, it leaves nothing. A column that a further file calls otherwise is found by its heading.
   * Throws what `inspectFile` throws, and `mapping-incomplete`, each with the file that is meant.
   */
  stageImport: job({
    permission: importing,
    lane: 'bulk',
    input: z.object({ fileId: IdSchema, target: TargetName, setup: ImportSetup, moreFiles: z.array(FurtherFile).max(mostFiles - 1).default([]) }),
    output: BatchDetail,
  }),
  /** Decides about rows and validates all of them anew; without decisions, against the records as they are now. */
  decideRows: job({
    permission: importing,
    lane: 'bulk',
    input: z.object({ id: IdSchema, version: Version, decisions: z.array(Decision).max(200) }),
    output: BatchDetail,
  }),
  getBatch: query({ permission: importing, varies: 'user', input: z.object({ id: IdSchema }), output: BatchDetail, reads: ['importBatch', 'user'] }),
  listBatches: query({
    permission: importing,
    varies: 'user',
    input: listInput({ target: TargetName, status: BatchStatus }, ['createdAt', 'fileName', 'target']),
    output: page(Batch),
    reads: ['importBatch', 'user'],
  }),
  /** The rows of one batch in the file's order. */
  listImportRows: query({
    permission: importing,
    varies: 'user',
    input: listInput({ status: RowStatus, reason: IssueReason, column: FieldName }, ['row']).extend({ batchId: IdSchema }),
    output: page(ImportRow),
    reads: ['importBatch'],
  }),
  /** What a file would make of one of its lists, in the file's order. */
  listImportRecords: query({
    permission: importing,
    varies: 'user',
    input: listInput({ status: RowStatus }, ['row']).extend({ batchId: IdSchema, part: TargetName }),
    output: page(ImportRecord),
    reads: ['importBatch'],
  }),
  /**
   * Saves all accepted rows in one transaction. Refuses `import-has-errors` while rows are faulty, `import-stale` if a record
   * has changed since it was compared.
   */
  applyImport: command({
    permission: importing,
    action: 'IMPORT',
    input: z.object({ id: IdSchema, version: Version }),
    output: Batch,
    writes: ['importBatch', 'importMapping', 'teamDay', ...allMasters.map(({ entity }) => entity), ...stockWrites, ...orderWrites, ...bomWrites, ...allStageWrites, 'creditNote', 'customerAccount'],
  }),
  /** Throws away the staged rows; a batch that never came to be staged leaves nothing behind. */
  discardImport: command({ permission: importing, input: z.object({ id: IdSchema }), output: z.object({}), writes: ['importBatch'] }),
  exportList: job({ permission: looking, lane: 'bulk', input: z.object(exportChoice), output: ExportedFile }),
  downloadTemplate: job({ permission: offered, lane: 'bulk', input: z.object(exportChoice), output: ExportedFile }),

  keepFile: command({
    permission: importing,
    visibility: 'internal',
    input: z.object({ id: IdSchema, path: z.string(), name: z.string(), size: z.int() }),
    output: z.object({}),
    writes: [],
  }),
  beginStaging: command({
    permission: importing,
    visibility: 'internal',
    input: z.object({ id: IdSchema, target: TargetName, fileName: z.string(), setup: ImportSetup, files: z.array(ImportedFile) }),
    output: z.object({ version: z.int() }),
    writes: ['importBatch'],
  }),
  /** Opens a staged batch for other rows; `conflict` if somebody else has decided meanwhile. */
  reopenStaging: command({
    permission: importing,
    visibility: 'internal',
    input: z.object({ id: IdSchema, version: Version, setup: ImportSetup }),
    output: z.object({ version: z.int() }),
    writes: ['importBatch'],
  }),
  putRows: command({
    permission: importing, visibility: 'internal', input: z.object({ id: IdSchema, rows: z.array(StagedRow).max(1000) }), output: z.object({}), writes: [],
  }),
  putPartRows: command({
    permission: importing, visibility: 'internal', input: z.object({ id: IdSchema, rows: z.array(StagedPartRow).max(1000) }), output: z.object({}), writes: [],
  }),
  finishStaging: command({
    permission: importing,
    visibility: 'internal',
    input: z.object({ id: IdSchema, version: Version, ...counts, findings: z.array(Finding), parts: z.array(BatchPart) }),
    output: BatchDetail,
    writes: ['importBatch'],
  }),
  /** Removes what cancelled jobs left behind. */
  forgetAbandoned: command({ permission: importing, visibility: 'internal', input: z.object({}), output: z.object({}), writes: ['importBatch'] }),
}
