import { AppError, type InputIssue } from '../../shared/core/errors.ts'
import type { Entity, VersionedEntity } from '../../shared/core/entities.ts'
import type { AnyMaster, AttributeEntries, MasterEntity } from '../../shared/masters/definition.ts'
import type { Writer } from '../database/pen.ts'
import type { Reader } from '../database/reader.ts'
import { commandDay } from '../database/site.ts'
import { namedSql } from '../database/sql.ts'
import { attributesWith } from './attributes.ts'
import { rulesOf, type Row } from './master-rules.ts'
import { faceOf } from './record-rows.ts'
import { refuseIfMoved, refuseIfUsed, type MovedEntity } from './uses.ts'

/** The bare row, as it is kept. */
export interface KeptRow extends Row { readonly id: string; readonly version: number; readonly isActive: boolean }
interface Place { readonly id: string; readonly version: number }
type Entry = Row & { readonly attributes?: AttributeEntries | undefined }

/**
 * What is left out is blank. Throws `invalid-input` for what is not sound, `inactive` for what may not be chosen any more,
 * `duplicate` for a code, or another unique entry, that is taken.
 */
export function createRecord(db: Writer, master: AnyMaster, { attributes, ...entry }: Entry): KeptRow {
  const { entity, fields } = master
  const blanks = Object.fromEntries(Object.entries(fields).map(([name, { blank }]) => [name, blank ?? null]))
  const entered = { ...blanks, ...given(entry), attributes: JSON.stringify(attributesWith(db, entity, attributes, undefined)) }
  const row = { ...entered, ...begun(db, entity, entered) }
  requireSound(db, master, { id: '', isActive: true, ...row }, undefined)
  return db.insert<MasterEntity>(entity, row)
}

/** A field that is left out stays as it is. Throws what `createRecord` throws, `conflict`, and `in-use` for a field that must stay once stock has moved. */
export function updateRecord(db: Writer, master: AnyMaster, at: Place, { attributes, ...entry }: Entry): KeptRow {
  const { entity } = master
  const before = db.get(entity, at.id) as KeptRow
  const patch = { ...said(entity, given(entry)), ...(attributes && { attributes: JSON.stringify(attributesWith(db, entity, attributes, String(before.attributes))) }) }
  const after = { ...before, ...patch }
  const since = sinceToday(db, entity, after, before)
  requireUnneeded(entity, before, changedFields(before, after))
  for (const field of fieldsHeldByMoves(entity, after, before)) if (field in patch) refuseIfMoved(db, entity as MovedEntity, at.id)
  requireSound(db, master, after, before)
  return db.update<MasterEntity>(entity, at, { ...patch, ...since })
}

/** Throws `in-use` with what would break, `base-location` for what the program needs. */
export function setRecordActive(db: Writer, master: AnyMaster, at: Place, isActive: boolean): KeptRow {
  const { entity } = master
  const before = db.get(entity, at.id) as KeptRow
  if (!isActive) requireUnneeded(entity, before, ['isActive'])
  if (!isActive) refuseIfUsed(db, entity, at.id)
  if (isActive) requireSound(db, master, { ...before, isActive }, before)
  return db.update<MasterEntity>(entity, at, { isActive, ...sinceToday(db, entity, { ...before, isActive }, before) })
}

/** What is new stands so from today on, unless whoever enters it says since when, or nothing of the past could change by it. */
function begun(db: Writer, entity: MasterEntity, row: Row): Row {
  const { since } = rulesOf(entity)
  if (!since || (row[since.column] ?? null) !== null || since.isFromStart?.(db, row)) return {}
  return { [since.column]: commandDay(db, db.now) }
}

/** A blank day since when it stands so says none. */
function said(entity: MasterEntity, patch: Row): Row {
  const { since } = rulesOf(entity)
  return since && patch[since.column] === null ? Object.fromEntries(Object.entries(patch).filter(([name]) => name !== since.column)) : patch
}

/** What stands otherwise than before stands so from today on; the day may be entered with the change, or be all that changes. */
function sinceToday(db: Writer, entity: MasterEntity, after: Row, before: Row): Row {
  const { since } = rulesOf(entity)
  if (!since || after[since.column] !== before[since.column] || since.fields.every(field => after[field] === before[field])) return {}
  return { [since.column]: commandDay(db, db.now) }
}

/** The fields that would change although stock has perhaps moved. */
export function fieldsHeldByMoves(entity: MasterEntity, after: Row, before: Row): string[] {
  return Object.entries(rulesOf(entity).fixedByMoves ?? {})
    .filter(([field, { is }]) => after[field] !== before[field] && (is?.(after, before) ?? true)).map(([field]) => field)
}

/** Throws `base-location` where the program needs the record as it is. */
export function requireUnneeded(entity: MasterEntity, row: KeptRow, changed: readonly string[]): void {
  const { needed } = rulesOf(entity)
  if (!needed?.is(row) || !changed.some(field => field === 'isActive' || needed.fields.includes(field))) return
  throw new AppError(needed.error, { entity, id: row.id, code: row.code })
}

function changedFields(before: Row, after: Row): string[] {
  return Object.keys(after).filter(field => after[field] !== before[field])
}

function requireSound(db: Reader, master: AnyMaster, after: Row & { readonly id: string }, before: Row | undefined): void {
  const { entity } = master
  requireReferences(db, master, after, before)
  const issues = (rulesOf(entity).faults?.(db, after, before, []) ?? [])
    .map(({ field, reason, params = {} }): InputIssue => ({ path: [field], reason: `masters.issues.${reason}`, params }))
  if (issues.length > 0) throw new AppError('invalid-input', { issues })
  refuseTwin(db, master, after, before)
}

function requireReferences(db: Reader, { entity, fields }: AnyMaster, after: Row & { readonly id: string }, before: Row | undefined): void {
  for (const [field, { entity: referred }] of Object.entries(fields)) {
    const id = after[field]
    if (!referred || typeof id !== 'string' || id === before?.[field]) continue
    requireActive(db, referred, id, field)
    if (referred === entity) refuseLoop(db, entity, after.id, id, field)
  }
}

/** Only what is active may be chosen anew (MD-4). Throws `not-found`, `inactive`. */
function requireActive(db: Reader, entity: Entity, id: string, field: string): void {
  const row: Row = db.get(entity as VersionedEntity, id)
  if (row.isActive === false) throw new AppError('inactive', { entity, id, code: row[faceOf(entity).code], field })
}

/** What stands above a record is neither itself nor stands below it. */
function refuseLoop(db: Reader, entity: MasterEntity, id: string, parentId: string, field: string): void {
  for (let above: string | null = parentId; above !== null;) {
    if (above === id) throw new AppError('invalid-input', { issues: [{ path: [field], reason: 'masters.issues.parent-below', params: {} }] })
    const row: Row = db.get(entity, above)
    above = typeof row[field] === 'string' ? row[field] : null
  }
}

/** Records without a code are known by what is unique in them. */
function refuseTwin(db: Reader, { entity, unique }: AnyMaster, after: Row & { readonly id: string }, before: Row | undefined): void {
  const [first] = unique
  if (first === undefined || (before && unique.every(field => after[field] === before[field]))) return
  const same = unique.reduce((query, field) => query.where(field, 'is', after[field] ?? null), namedSql.selectFrom(entity).select('id').where('id', '<>', after.id))
  if (db.first(same)) throw new AppError('duplicate', { entity, field: unique.at(-1) })
}

function given(entry: Row): Row {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined))
}
