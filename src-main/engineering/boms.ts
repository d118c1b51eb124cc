import type { Insertable, Selectable } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Bom, BomLine, boms } from '../../shared/engineering/boms.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { BomHeaderTable, BomLineTable, BomVariantTable } from '../database/tables.ts'
import { eachRow } from '../engines/each-row.ts'
import { bomOf, linesOf } from './bom-rows.ts'
import { openUnits, type UnitBook } from './conversions.ts'
import { openExploder, type Exploder } from './explosion.ts'
import { renewPurchaseBoms } from './purchase-boms.ts'

type Header = Selectable<BomHeaderTable>
type Given<Name extends keyof typeof boms> = ParsedInputOf<(typeof boms)[Name]>

export function createBom(context: CommandContext, { itemId, sectionId, ...fields }: Given<'createBom'>): Bom {
  const { db, session, today } = context
  requireActive('item', db.get('item', itemId), 'itemId')
  if (sectionId !== null) requireActive('section', db.get('section', sectionId), 'sectionId')
  const place = { itemId, sectionId, kind: 'PRODUCTION' as const }
  refuseSecondDraft(db, place)
  if (typeof fields.subcontractorId === 'string') requireActive('partner', db.get('partner', fields.subcontractorId), 'subcontractorId')
  const { id } = db.insert(
    'bomHeader', { ...place, ...fields, revision: lastRevision(db, place) + 1, status: 'DRAFT', revisedBy: session.userId, revisedDay: today() },
  )
  return bomOf(db, id)
}

export function updateBom({ db }: CommandContext, { id, version, ...patch }: Given<'updateBom'>): Bom {
  const { subcontractorId } = requireDraft(db, id)
  if (typeof patch.subcontractorId === 'string' && patch.subcontractorId !== subcontractorId) requireActive(
    'partner', db.get('partner', patch.subcontractorId), 'subcontractorId',
  )
  db.update('bomHeader', { id, version }, patch)
  return bomOf(db, id)
}

/** A line that is refused is named by its number and field; nothing is saved then. */
export function saveBomLines({ db }: CommandContext, { bomHeaderId, rows }: Given<'saveBomLines'>): BomLine[] {
  const bom = requireDraft(db, bomHeaderId)
  const units = openUnits(db)
  let position = db.first(sql.selectFrom('bomLine').select('position').where('bomHeaderId', '=', bomHeaderId).orderBy('position', 'desc')
    .limit(1))?.position ?? 0
  const ids = eachRow('rows', rows, ({ id, version, ...line }) => {
    requireSound(db, units, bom, line)
    if (id === undefined || version === undefined) return db.insert('bomLine', { bomHeaderId, ...line, position: (position += 1) }).id
    if (db.get('bomLine', id).bomHeaderId !== bomHeaderId) throw new AppError('not-found', { entity: 'bomLine', id })
    return db.update('bomLine', { id, version }, line).id
  }, ({ code }) => (code === 'no-conversion' ? { field: 'unitId' } : undefined))
  const saved = new Map(linesOf(db, bomHeaderId).map(line => [line.id, line]))
  return ids.map(id => saved.get(id)!)
}

export function removeBomLine({ db }: CommandContext, at: Given<'removeBomLine'>): void {
  requireDraft(db, db.get('bomLine', at.id).bomHeaderId)
  for (const variant of variantsOfLine(db, at.id)) db.remove('bomVariant', variant)
  db.remove('bomLine', at)
}

/** What an import says of a BOM: the revision it takes the place of, if there is one, and the lines of the next one with what may stand in for them. */
export interface NextBom {
  readonly before: Header | undefined
  readonly header: Omit<Insertable<BomHeaderTable>, 'id' | 'version' | 'createdAt' | 'kind' | 'revision' | 'status' | 'revisedBy' | 'revisedDay'>
  readonly lines: readonly (Pick<Selectable<BomLineTable>, 'componentItemId' | 'quantity' | 'unitId' | 'wastagePercent' | 'selection'> & {
    readonly like: string | undefined; readonly substitutes?: readonly Substitute[]
  })[]
}

/** What may stand in for a component, the preferred first. */
export type Substitute = Pick<Selectable<BomVariantTable>, 'itemId' | 'kind' | 'quantityVariancePercent' | 'weight' | 'leadTimeDays'>

/**
 * BM-3: the next revision at once in force, and the one before it retired. Whoever does so for many asks afterwards whether they can be taken apart, and renews
 * the purchase BOMs once.
 */
export function replaceBom({ db, session, today }: CommandContext, { before, header, lines }: NextBom): void {
  const place = { itemId: header.itemId, sectionId: header.sectionId ?? null, kind: 'PRODUCTION' as const }
  if (before) db.update('bomHeader', before, { status: 'RETIRED' })
  const { id } = db.insert(
    'bomHeader', { ...header, ...place, revision: lastRevision(db, place) + 1, status: 'ACTIVE', revisedBy: session.userId, revisedDay: today() },
  )
  lines.forEach(({ like, substitutes, ...line }, at) => {
    const { id: bomLineId } = db.insert('bomLine', { bomHeaderId: id, ...line, position: at + 1 })
    if (substitutes) enterSubstitutes({ db, session }, substitutes, like, bomLineId)
    else if (like !== undefined) copyVariants(db, like, bomLineId)
  })
}

/** BM-4: one that is taken as it was keeps its approval and what it costs; any other waits to be approved. */
function enterSubstitutes({ db, session }: Pick<CommandContext, 'db' | 'session'>, said: readonly Substitute[], like: string | undefined, bomLineId: string): void {
  const variants = like === undefined ? [] : variantsOfLine(db, like)
  const known = new Map(variants.map(variant => [variant.itemId, variant]))
  const isSameOrder = said.length === variants.length && said.every(({ itemId }, at) => variants[at]!.itemId === itemId)
  said.forEach((substitute, at) => {
    const before = known.get(substitute.itemId)
    const sequence = before && isSameOrder ? before.sequence : at + 1
    const isSame = before !== undefined && before.sequence === sequence && saysSame(before, substitute)
    const kept = {
      costVariance: before?.costVariance ?? null,
      ...(before && isSame ? { approval: before.approval, addedBy: before.addedBy, decidedBy: before.decidedBy } : {
        approval: 'PENDING' as const, addedBy: session.userId, decidedBy: null,
      }),
    }
    db.insert('bomVariant', { ...substitute, ...kept, sequence, bomLineId })
  })
}

function saysSame(one: Substitute, other: Substitute): boolean {
  return one.kind === other.kind && one.quantityVariancePercent === other.quantityVariancePercent && one.weight === other.weight && one.leadTimeDays === other.leadTimeDays
}

function copyVariants(db: CommandContext['db'], from: string, to: string): void {
  for (const { id: _id, version: _version, createdAt: _createdAt, ...variant } of variantsOfLine(db, from)) db.insert(
    'bomVariant', { ...variant, bomLineId: to },
  )
}

/** The next revision: the lines of this one, with what may stand in for them. */
export function reviseBom({ db, session, today }: CommandContext, { id, reason }: Given<'reviseBom'>): Bom {
  const { version: _version, createdAt: _createdAt, ...from } = db.get('bomHeader', id)
  if (from.kind !== 'PRODUCTION') throw new AppError('wrong-state', { entity: 'bomHeader', id, status: from.status })
  refuseSecondDraft(db, from)
  const draft = {
    ...from, id: undefined, revision: lastRevision(db, from) + 1, status: 'DRAFT' as const, revisionReason: reason, revisedBy: session.userId,
    revisedDay: today(),
  }
  const { id: draftId } = db.insert('bomHeader', withoutId(draft))
  for (const line of db.all(sql.selectFrom('bomLine').selectAll().where('bomHeaderId', '=', id).orderBy('position').orderBy('id'))) {
    const { componentItemId, quantity, unitId, wastagePercent, selection, position } = line
    const copy = db.insert('bomLine', { bomHeaderId: draftId, componentItemId, quantity, unitId, wastagePercent, selection, position })
    copyVariants(db, line.id, copy.id)
  }
  return bomOf(db, draftId)
}

/** BM-3. */
export function activateBom(context: CommandContext, at: Given<'activateBom'>): Bom {
  const { db } = context
  const draft = requireDraft(db, at.id)
  renewPurchaseBoms(context, [draft.itemId], putInForce(context, draft, at.version))
  return bomOf(db, at.id)
}

/** Gives what takes it apart from now on. */
function putInForce(context: CommandContext, draft: Header, version: number): Exploder {
  const { db, session, today } = context
  const { id, itemId } = draft
  if (!db.first(sql.selectFrom('bomLine').select('id').where('bomHeaderId', '=', id).limit(1))) throw new AppError('bom-empty', { entity: 'bomHeader', id })
  const exploder = openExploder(context, draft)
  exploder.materials(itemId, { numerator: 1n, denominator: 1n })
  const before = db.first(sameBom(draft).select(['id', 'version']).where('status', '=', 'ACTIVE'))
  if (before) db.update('bomHeader', before, { status: 'RETIRED' })
  db.update('bomHeader', { id, version }, { status: 'ACTIVE', revisedBy: session.userId, revisedDay: today() })
  return exploder
}

export function retireBom(context: CommandContext, { id, version, reason }: Given<'retireBom'>): Bom {
  const { db } = context
  const { status, itemId } = db.get('bomHeader', id)
  if (status !== 'ACTIVE') throw new AppError('wrong-state', { entity: 'bomHeader', id, status })
  db.update('bomHeader', { id, version }, { status: 'RETIRED', revisionReason: reason })
  renewPurchaseBoms(context, [itemId])
  return bomOf(db, id)
}

export function discardBom({ db }: CommandContext, at: Given<'discardBom'>): void {
  requireDraft(db, at.id)
  removeLines(db, at.id)
  db.remove('bomHeader', at)
}

function removeLines(db: CommandContext['db'], bomHeaderId: string): void {
  for (const line of db.all(sql.selectFrom('bomLine').select(['id', 'version']).where('bomHeaderId', '=', bomHeaderId))) {
    for (const variant of variantsOfLine(db, line.id)) db.remove('bomVariant', variant)
    db.remove('bomLine', line)
  }
}

/** Throws `wrong-state` where it is in force or was. */
function requireDraft(db: Reader, id: string): Header {
  const bom = db.get('bomHeader', id)
  if (bom.status !== 'DRAFT') throw new AppError('wrong-state', { entity: 'bomHeader', id, status: bom.status })
  return bom
}

type Place = Pick<Header, 'itemId' | 'sectionId' | 'kind'>

function sameBom({ itemId, sectionId, kind }: Place) {
  return sql.selectFrom('bomHeader').where('itemId', '=', itemId).where('sectionId', 'is', sectionId).where('kind', '=', kind)
}

function lastRevision(db: Reader, place: Place): number {
  return db.first(sameBom(place).select('revision').orderBy('revision', 'desc').limit(1))?.revision ?? 0
}

function refuseSecondDraft(db: Reader, place: Place): void {
  const draft = db.first(sameBom(place).select(['id', 'revision']).where('status', '=', 'DRAFT'))
  if (draft) throw new AppError('bom-draft-exists', { entity: 'bomHeader', ...draft })
}

interface Line { readonly componentItemId: string; readonly unitId: string }

/** What a line needs to be exploded: another item than the one that is made, in a unit that leads to the item's own. */
function requireSound(db: Reader, units: UnitBook, bom: Header, { componentItemId, unitId }: Line): void {
  const component = requireActive('item', db.get('item', componentItemId), 'componentItemId')
  requireActive('unit', db.get('unit', unitId), 'unitId')
  if (componentItemId === bom.itemId) throw new AppError('invalid-input', {
    issues: [{ path: ['componentItemId'], reason: 'engineering.issues.own-component', params: {} }],
  })
  units.factor(componentItemId, unitId, component.unitId)
}

/** Throws `inactive`. */
export function requireActive<Row extends { readonly id: string; readonly code: string; readonly isActive: boolean }>(
  entity: 'item' | 'unit' | 'section' | 'partner', row: Row, field: string,
): Row {
  if (!row.isActive) throw new AppError('inactive', { entity, id: row.id, code: row.code, field })
  return row
}

export function variantsOfLine(db: Reader, bomLineId: string) {
  return db.all(sql.selectFrom('bomVariant').selectAll().where('bomLineId', '=', bomLineId).orderBy('sequence'))
}

function withoutId<Row extends { id: undefined }>({ id: _id, ...row }: Row): Omit<Row, 'id'> {
  return row
}
