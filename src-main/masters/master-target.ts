import { AppError } from '../../shared/core/errors.ts'
import { decimal, decimalText, type Decimal } from '../../shared/core/decimal.ts'
import type { IssueReason, RowIssue } from '../../shared/imports/issue.ts'
import type { FieldValue, FieldValues, ReferenceEntity, TargetName } from '../../shared/imports/target.ts'
import type { AttributeDefinition } from '../../shared/masters/attributes.ts'
import { baseOf, hasCode, type AnyMaster, type AttributeEntries, type AttributeValues } from '../../shared/masters/definition.ts'
import { isRequired, type FieldKind, type MasterField } from '../../shared/masters/fields.ts'
import { nameOfMaster } from '../../shared/masters/masters.ts'
import { choiceTexts } from '../../shared/masters/choice-texts.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { createLookup } from '../imports/lookup.ts'
import { fault, type AcceptedRow, type ApplyTools, type ImportField, type ListTarget, type MatchedRow, type TargetRecord } from '../imports/target.ts'
import { attributeDefinitions } from './attributes.ts'
import { movedIssue, parentsFirst, usesOf } from './import-issues.ts'
import { rulesOf, type Row } from './master-rules.ts'
import { recordColumns, rowsOf } from './record-rows.ts'
import { createRecord, fieldsHeldByMoves, requireUnneeded, setRecordActive, updateRecord, type KeptRow } from './record-writing.ts'
import { refuseIfMoved, refuseIfUsed, type MovedEntity } from './uses.ts'

/** A master's import and export, as its definition has it: a reference by its code, everything else as it is entered. */
export function masterTarget(master: AnyMaster): ListTarget {
  return {
    name: nameOfMaster(master) satisfies TargetName,
    entity: master.entity,
    permissions: { view: 'masters.view', insert: 'masters.create', update: 'masters.update' },
    modes: ['insert', 'update'],
    fields: [...Object.entries(master.fields).map(([name, field]) => importField(master, name, field)), { name: 'isActive', kind: 'boolean', empty: true, headings: ['Is active', 'Masih dipakai'] }],
    extraFields: db => attributeDefinitions(db, master.entity).filter(({ isActive }) => isActive).map(attributeField),
    prepare(db) {
      const rows = db.all(rowsOf(master, recordColumns(master)).orderBy(hasCode(master) ? `${master.entity}.code` : `${master.entity}.id`)) as KeptRow[]
      const kept = new Map(rows.map(row => [row.id, row]))
      return { records: rows.map(row => targetRecord(master, row)), check: checkOf(db, master, kept) }
    },
    apply: (context, rows, tools) => applyRows(context, master, rows, tools),
  }
}

const importKinds: Partial<Record<FieldKind, ImportField['kind']>> = { integer: 'integer', decimal: 'decimal', cost: 'decimal', flag: 'boolean', choice: 'choice', day: 'day', reference: 'reference' }

function importField({ entity: of, unique }: AnyMaster, name: string, field: MasterField): ImportField {
  const { kind, blank, words, maximum, least, most, entity, headings, synonyms, isOddAskedAbout } = field
  return {
    name: importName(name, field), kind: importKinds[kind] ?? 'text',
    ...(isRequired(field) && { isRequired: true }), ...((name === 'code' || unique.includes(name)) && { isKey: true }),
    ...(kind === 'decimal' && blank !== undefined && blank !== null && { empty: decimalText(blank as Decimal) }),
    ...((typeof blank === 'boolean' || kind === 'integer') && blank !== undefined && { empty: blank as FieldValue }),
    ...(words !== undefined && { choices: { id: wordsOf('id', words), en: wordsOf('en', words) } }),
    ...(kind === 'cost' && { isCost: true }), ...(kind === 'reference' && { reference: entity as ReferenceEntity }),
    ...(maximum !== undefined && { maximum }), ...(least !== undefined && { least: least as 0 | 1 | 'positive' }), ...(most !== undefined && { most }),
    ...(name === rulesOf(of).since?.column && { isSame: isSameDay }), ...(headings && { headings }), ...(synonyms && { synonyms }), ...(isOddAskedAbout && { isOddAskedAbout }),
  }
}

/** A blank day since when something stands so says none. */
function isSameDay(said: FieldValue | undefined, kept: FieldValue | undefined): boolean {
  return said === null || said === kept
}

/** Begins the names of extra fields in an import. */
const extra = 'extra.'

function attributeField({ name, kind, labelIndonesian, labelEnglish, choices, isRequired: isNeeded }: AttributeDefinition): ImportField {
  const words = Object.fromEntries(choices.map(choice => [choice, choice]))
  return {
    name: `${extra}${name}`, labels: { id: labelIndonesian, en: labelEnglish }, kind, ...(isNeeded && { isRequired: true }), ...(kind === 'choice' && { choices: { id: words, en: words } }),
  }
}

/** The extra fields among a row's values; an empty text says that there is none. */
function attributesIn(values: FieldValues): AttributeEntries {
  return Object.fromEntries(Object.entries(values).filter(([name]) => name.startsWith(extra)).map(([name, value]) => [name.slice(extra.length), value === '' ? null : value]))
}

/** `unitId` is `unit` in a file, where it is a code. */
function importName(name: string, { kind }: Pick<MasterField, 'kind'>): string {
  return kind === 'reference' ? baseOf(name) : name
}

function wordsOf(language: 'id' | 'en', words: string): Readonly<Record<string, string>> {
  return (choiceTexts[language] as Readonly<Record<string, Readonly<Record<string, string>>>>)[words] ?? {}
}

/** A record as a file says it. */
function targetRecord({ fields }: AnyMaster, row: KeptRow): TargetRecord {
  const values = Object.entries(fields).map(([name, field]): [string, FieldValue] => {
    const value = row[field.kind === 'reference' ? `${baseOf(name)}Code` : name] as FieldValue
    const isDecimal = field.kind === 'decimal' || field.kind === 'cost'
    return [importName(name, field), isDecimal && value !== null ? decimalText(value as Decimal) : value]
  })
  const attributes = Object.entries(JSON.parse(String(row.attributes)) as AttributeValues).map(([name, value]) => [`${extra}${name}`, value])
  return { id: row.id, version: row.version, isActive: row.isActive, values: { ...Object.fromEntries(values), ...Object.fromEntries(attributes), isActive: row.isActive } }
}

/** What a file says of a record, as it is kept. Codes lead to ids by `idOf`. */
function keptFields({ fields }: AnyMaster, values: FieldValues, idOf: (entity: ReferenceEntity, code: FieldValue) => string | null): Row {
  return Object.fromEntries(Object.entries(fields).flatMap(([name, field]) => {
    const value = values[importName(name, field)]
    if (value === undefined) return []
    if (field.kind === 'reference') return [[name, idOf(field.entity as ReferenceEntity, value)]]
    const isBlank = value === null || value === ''
    if (isBlank && !isRequired(field)) return [[name, field.blank]]
    return [[name, field.kind === 'decimal' || field.kind === 'cost' ? decimal(String(value)) : value]]
  }))
}

const written: Partial<Record<FieldKind, IssueReason>> = { time: 'not-a-time', weekdays: 'not-weekdays' }

/** What only the master knows of a row that would be saved. Rows of the file that came before count as if they were there. */
function checkOf(db: Reader, master: AnyMaster, kept: ReadonlyMap<string, KeptRow>): (row: MatchedRow) => RowIssue[] {
  const { entity, fields } = master
  const { faults } = rulesOf(entity)
  const lookup = createLookup(db)
  const others: Row[] = []
  return ({ values, record, changed }) => {
    const misspelt = Object.entries(fields).flatMap(([name, { kind, entry }]) => {
      const reason = written[kind]
      return reason && values[name] !== undefined && !entry.safeParse(values[name]).success ? [fault(name, reason, { value: String(values[name]) })] : []
    })
    if (misspelt.length > 0) return misspelt
    const before = record && kept.get(record.id)
    const said = before ? Object.fromEntries(changed.map(name => [name, values[name] ?? null])) : values
    const after: Row = { id: '', isActive: true, ...before, ...(before ? {} : blanksOf(master)), ...keptFields(master, said, lookup.find), ...(typeof values.isActive === 'boolean' && { isActive: values.isActive }) }
    const found = (faults?.(db, after, before, others) ?? []).map(({ field, reason, params }) => fault(importName(field, fields[field]!), reason, params))
    others.push(after)
    return before ? [...found, ...heldIssues(db, master, after, before)] : found
  }
}

function blanksOf({ fields }: AnyMaster): Row {
  return Object.fromEntries(Object.entries(fields).map(([name, { blank }]) => [name, blank ?? null]))
}

/** What cannot change any more: because stock has moved, because the program needs it, because it is in use. */
function heldIssues(db: Reader, { entity, fields }: AnyMaster, after: Row, before: KeptRow): RowIssue[] {
  const changed = Object.keys(after).filter(field => after[field] !== before[field])
  const held = fieldsHeldByMoves(entity, after, before).flatMap(field =>
    movedIssue(() => refuseIfMoved(db, entity as MovedEntity, before.id), fault(importName(field, fields[field]!), rulesOf(entity).fixedByMoves![field]!.reason)))
  return [
    ...neededIssue(() => requireUnneeded(entity, before, changed.filter(field => field !== 'isActive' || after.isActive === false))),
    ...held,
    ...(changed.includes('isActive') && after.isActive === false ? usesOf(() => refuseIfUsed(db, entity, before.id)) : []),
  ]
}

function neededIssue(refuse: () => void): RowIssue[] {
  try {
    refuse()
    return []
  } catch (error) {
    if (error instanceof AppError && error.code === 'base-location') return [fault(null, error.code)]
    throw error
  }
}

function applyRows({ db }: CommandContext, master: AnyMaster, rows: readonly AcceptedRow[], { lookup, at }: ApplyTools): void {
  const refersToItself = Object.values(master.fields).some(({ entity }) => entity === master.entity)
  for (const { row, id, version, values } of refersToItself ? parentsFirst(rows) : rows) {
    at(row, () => {
      const attributes = attributesIn(values)
      const fields = { ...keptFields(master, values, lookup.idOrNull), ...(Object.keys(attributes).length > 0 && { attributes }) }
      const saved = id === null || version === null ? createRecord(db, master, fields) : updateRecord(db, master, { id, version }, fields)
      if (hasCode(master)) lookup.add(master.entity as ReferenceEntity, saved as KeptRow & { code: string })
      if (typeof values.isActive === 'boolean' && values.isActive !== saved.isActive) setRecordActive(db, master, saved, values.isActive)
    })
  }
}

