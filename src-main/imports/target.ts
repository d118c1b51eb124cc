import type { Entity } from '../../shared/core/entities.ts'
import type { Permission } from '../../shared/core/permissions.ts'
import type { IssueReason, RowIssue } from '../../shared/imports/issue.ts'
import type { FieldKind, FieldValue, FieldValues, ImportMode, ReferenceEntity, TargetName } from '../../shared/imports/target.ts'
import type { CommandContext, QueryContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import type { Sections } from '../warehouse/places.ts'
import type { Lookup } from './lookup.ts'

type Labels = Readonly<Record<string, string>>

/** A field of a target. Its label in both languages is the text `imports.fields.<name>`, or its own. */
export interface ImportField {
  readonly name: string
  /** Of a field that the factory has defined itself. */
  readonly labels?: { readonly id: string; readonly en: string }
  readonly kind: FieldKind
  /** A row without it is faulty; a file without it is not mapped completely. */
  readonly isRequired?: true
  /** Rows with equal keys mean one record. Upper and lower case are one, as in the database. */
  readonly isKey?: true
  /** What an empty cell means; nothing if this is left out. */
  readonly empty?: FieldValue
  /** Most characters of a text. */
  readonly maximum?: number
  /** Least and most of a number; `least` 'positive' leaves out 0. */
  readonly least?: 0 | 1 | 'positive'
  readonly most?: number
  readonly choices?: { readonly id: Labels; readonly en: Labels }
  readonly reference?: ReferenceEntity
  /** A code that is not there yet is taken as it stands: the import makes it. One that looks misspelt is asked about. */
  readonly mayBeNew?: true
  /** A percentage; a column of fractions is read as what it means. */
  readonly isPercent?: true
  /** What was measured or reckoned elsewhere: more places than are kept are rounded, and it is said. */
  readonly isMeasured?: true
  /** A day that lies near the others of its column: one of another age is asked about. */
  readonly isNearOthers?: true
  /** Shown to, and taken from, those only who may see costs (IA-9). */
  readonly isCost?: true
  /** New codes that look unlike the others of the file are asked about. */
  readonly isOddAskedAbout?: true
  /** Stands in the head of a record: rows below that leave all of them blank belong to that record, and say what its head says. */
  readonly isOfHead?: true
  /** Written `[CODE] NAME`, or as one of the two. */
  readonly isBracketed?: true
  /** A carton may say how many pieces it holds: `CTN 60`. */
  readonly mayBePacked?: true
  /** Whether two values say the same, where that is not their text. */
  isSame?(said: FieldValue | undefined, kept: FieldValue | undefined): boolean
  /** What files call it, besides its label and name. */
  readonly headings?: readonly string[]
  /** What files say for a choice or a reference, besides its labels, code and name. For references they are only proposed. */
  readonly synonyms?: Readonly<Record<string, readonly string[]>>
}

/** What is there now. A ledger has no versions: its version is 0. */
export interface TargetRecord { readonly id: string; readonly version: number; readonly isActive: boolean; readonly values: FieldValues }

/** A row that met its record, or none; `changed` are the fields that would change, all of them for a new one. */
export interface MatchedRow { readonly values: FieldValues; readonly record: TargetRecord | undefined; readonly changed: readonly string[] }

/** A target as it stands in one database at one moment: all rows of a file are compared with this. */
export interface PreparedTarget {
  readonly records: readonly TargetRecord[]
  /** What only the module knows about a row that would be saved. */
  check(row: MatchedRow): readonly RowIssue[]
}

/**
 * A row to save: `id` and `version` of its record, or null for a new one. `values` holds the fields to write only, `before` what
 * the record said of them when the row was validated.
 */
export interface AcceptedRow {
  readonly row: number
  readonly id: string | null
  readonly version: number | null
  readonly values: FieldValues
  readonly before: FieldValues
}

interface TargetBase {
  readonly name: TargetName
  readonly permissions: { readonly view: Permission; readonly insert: Permission; readonly update: Permission }
  readonly modes: readonly ImportMode[]
  readonly fields: readonly ImportField[]
  /** Every row counts, also one that says what another has said. */
  readonly everyRow?: true
  /** Most rows of one import, where saving as many as any file may have would hold up all other commands for too long. */
  readonly mostRows?: number
}

/** What a module says so that its records can be imported and exported; the engine does the rest. */
export interface ListTarget extends TargetBase {
  readonly entity: Entity
  /** Fields besides, which the factory has defined itself. */
  extraFields?(db: Reader): readonly ImportField[]
  /** How many records there are, where that is not the number of the entity's rows. */
  count?(db: Reader): number
  prepare(db: Reader): PreparedTarget
  /** Saves rows of which each was found sound; whatever it throws for one of them means that the records have changed since. */
  apply(context: CommandContext, rows: readonly AcceptedRow[], tools: ApplyTools): void
}

/**
 * A file that gives several lists at once, such as sections, their lines and what is asked of them: one row of it says something about each.
 * It is imported whole, list by list; what is saved is exported by the lists.
 */
export interface CompoundTarget extends TargetBase {
  /** Each may refer to those before it. */
  readonly parts: readonly ListPart[]
  /** What is wrong with sound rows beside each other, row by row. */
  check?(context: Pick<QueryContext, 'db' | 'settings' | 'today'> & { readonly mode: ImportMode }, rows: readonly SoundRow[]): ReadonlyMap<number, readonly RowIssue[]>
  /** What is there as rows of such a file; without it, the lists export what they have. */
  /** `mine`: the sections whose rows whoever asks may take out. */
  readonly exported?: { count(db: Reader): number; rows(db: Reader, mine: Sections): Iterable<FieldValues> }
}
export interface ListPart {
  readonly target: ListTarget
  /** Its records take what `rows` says of them also where the file is to bring in only what is new: it is about something else. */
  readonly learns?: true
  /** The records that sound rows of the file speak of, each once, by the first row that does. `nameOf` names what is there, or comes by a list before. */
  rows(read: readonly SoundRow[], nameOf: (entity: ReferenceEntity, code: string) => string | undefined, db: Reader): readonly PartRow[]
}
/** `head` is the row that begins its record. */
export interface SoundRow { readonly row: number; readonly head: number; readonly values: FieldValues }
/** `ifNew` is what a new record begins with; one that is there keeps what it has. */
export interface PartRow { readonly row: number; readonly rowCount: number; readonly values: FieldValues; readonly ifNew?: FieldValues }

export type ImportTarget = ListTarget | CompoundTarget

export function isList(target: ImportTarget): target is ListTarget {
  return !isCompound(target)
}

export function isCompound(target: ImportTarget): target is CompoundTarget {
  return 'parts' in target
}

export interface ApplyTools {
  readonly lookup: Lookup
  /** What the import was read from. */
  readonly fileName: string
  /** Names the row in what `work` throws. */
  at(row: number, work: () => void): void
  /** The row as the file counts it, with the file where there are several: what a refusal says of it. */
  placeOf(row: number): { readonly row: number; readonly file?: string }
}

export function fault(column: string | null, reason: IssueReason, params: RowIssue['params'] = {}): RowIssue {
  return { column, reason, weight: 'fault', params }
}
export function question(column: string | null, reason: IssueReason, params: RowIssue['params'] = {}): RowIssue {
  return { column, reason, weight: 'question', params }
}
export function note(column: string | null, reason: IssueReason, params: RowIssue['params'] = {}): RowIssue {
  return { column, reason, weight: 'note', params }
}

export function keyFields({ fields }: Pick<TargetBase, 'fields'>): readonly ImportField[] {
  return fields.filter(({ isKey }) => isKey)
}

/** Whether it stands in the way of saving. */
export function isOpenIssue({ weight }: RowIssue): boolean {
  return weight !== 'note'
}

/** The key of a row, or nothing where part of it is missing. */
export function keyOf(target: Pick<TargetBase, 'fields' | 'everyRow'>, values: FieldValues): string | undefined {
  if (target.everyRow) return undefined
  const fields = keyFields(target)
  const isThere = ({ name, isRequired }: ImportField) => !isRequired || (typeof values[name] === 'string' && values[name] !== '')
  return fields.every(isThere) ? foldCase(fields.map(({ name }) => values[name] ?? '').join('\u0000')) : undefined
}

/** As SQLite's `collate nocase` folds: the 26 letters, nothing else. */
export function foldCase(text: string): string {
  return text.replace(/[A-Z]/g, letter => letter.toLowerCase())
}

/** Whether a record says the same already; line breaks of all kinds are one. */
export function isSameValue(a: FieldValue | undefined, b: FieldValue | undefined): boolean {
  return plainValue(a) === plainValue(b)
}

function plainValue(value: FieldValue | undefined): FieldValue {
  if (typeof value === 'string') return value.replace(/\r\n?/g, '\n').trim()
  return value ?? null
}
