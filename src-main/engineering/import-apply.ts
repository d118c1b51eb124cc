import type { Selectable } from 'kysely'
import { decimal, zero, type Decimal } from '../../shared/core/decimal.ts'
import { AppError } from '../../shared/core/errors.ts'
import { rational } from '../../shared/core/rational.ts'
import { readLines, type WrittenLine } from '../../shared/engineering/line-text.ts'
import { readSubstitutes, type WrittenSubstitute } from '../../shared/engineering/substitute-text.ts'
import { bomTypes, selections, type BomType, type Selection } from '../../shared/engineering/rules.ts'
import type { FieldValue } from '../../shared/imports/target.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import type { BomLineTable } from '../database/tables.ts'
import type { AcceptedRow, ApplyTools } from '../imports/target.ts'
import { replaceBom, type NextBom, type Substitute } from './boms.ts'
import { openExploder } from './explosion.ts'
import { renewPurchaseBoms } from './purchase-boms.ts'

/** Every BOM of an import in force at once; then each must be fit to be taken apart, and what is bought is reckoned anew once (BM-1). */
export function applyBoms(context: CommandContext, rows: readonly AcceptedRow[], { lookup, fileName, at, placeOf }: ApplyTools): void {
  const itemIds = new Map<number, string>()
  for (const row of rows) {
    at(row.row, () => {
      const next = nextOf(context.db, row, lookup, fileName)
      replaceBom(context, next)
      itemIds.set(row.row, next.header.itemId)
    })
  }
  const exploder = openExploder(context)
  for (const [row, itemId] of itemIds) at(row, () => void exploder.materials(itemId, rational(1n)))
  try {
    renewPurchaseBoms(context, [...itemIds.values()], exploder)
  } catch (error) {
    throw placed(error, itemIds, placeOf)
  }
}

/** What is too large only once everything is multiplied is said of the row of the file that begins the BOM. */
function placed(error: unknown, itemIds: ReadonlyMap<number, string>, placeOf: ApplyTools['placeOf']): unknown {
  if (!(error instanceof AppError) || error.code !== 'bom-out-of-range') return error
  const row = [...itemIds].find(([, itemId]) => itemId === error.params.itemId)?.[0]
  return row === undefined ? error : new AppError(error.code, { ...error.params, ...placeOf(row) })
}

/** What the file leaves out stays as it is. */
function nextOf(db: Reader, { id, version, values }: AcceptedRow, lookup: ApplyTools['lookup'], fileName: string): NextBom {
  const kept = id === null ? undefined : db.get('bomHeader', id)
  const before = kept && { ...kept, version: version ?? kept.version }
  const given = <V>(name: string, read: (value: FieldValue) => V, otherwise: V): V => (values[name] === undefined ? otherwise : read(values[name]))
  const known = before ? linesOfBom(db, before.id) : []
  return {
    before,
    header: {
      itemId: before?.itemId ?? lookup.id('item', values.item), sectionId: before ? before.sectionId : lookup.idOrNull('section', values.stage),
      outputQuantity: given('outputQuantity', amountOf, before?.outputQuantity ?? decimal(1)),
      laborHours: given('laborHours', amountOf, before?.laborHours ?? zero),
      bomType: given('bomType', typeOf, before?.bomType ?? 'MANUFACTURING'),
      subcontractorId: given('subcontractor', code => lookup.idOrNull('partner', code), before?.subcontractorId ?? null),
      reference: given('reference', text => String(text ?? ''), before?.reference ?? ''), revisionReason: fileName.slice(0, 500),
    },
    lines: values.lines === undefined ? known.map(({ id: like, ...line }) => ({ ...line, like })) : saidLines(readLines(String(values.lines)), known, lookup),
  }
}

type KnownLine = Pick<Selectable<BomLineTable>, 'id' | 'componentItemId' | 'quantity' | 'unitId' | 'wastagePercent' | 'selection'>

function linesOfBom(db: Reader, bomHeaderId: string): readonly KnownLine[] {
  return db.all(sql.selectFrom('bomLine').select(['id', 'componentItemId', 'quantity', 'unitId', 'wastagePercent', 'selection'])
    .where('bomHeaderId', '=', bomHeaderId).orderBy('position').orderBy('id'))
}

/** A component that stays keeps what the file does not say of it, and what may stand in for it. */
function saidLines(said: readonly WrittenLine[], known: readonly KnownLine[], lookup: ApplyTools['lookup']): NextBom['lines'] {
  const kept = Map.groupBy(known, ({ componentItemId }) => componentItemId)
  return said.map(({ component, quantity, unit, wastagePercent, selection, substitutes }) => {
    const componentItemId = lookup.id('item', component)
    const before = kept.get(componentItemId)?.shift()
    return {
      componentItemId, quantity: decimal(quantity), unitId: lookup.id('unit', unit), like: before?.id,
      wastagePercent: wastagePercent === '' ? (before?.wastagePercent ?? zero) : decimal(wastagePercent),
      selection: selectionOf(selection) ?? before?.selection ?? 'PRIMARY',
      ...(substitutes !== '' && { substitutes: readSubstitutes(substitutes).substitutes.map(one => substituteOf(one, lookup)) }),
    }
  })
}

function substituteOf({ code, kind, quantityVariancePercent, weight, leadTimeDays }: WrittenSubstitute, lookup: ApplyTools['lookup']): Substitute {
  return {
    itemId: lookup.id('item', code), kind, quantityVariancePercent: decimal(quantityVariancePercent), weight: decimal(weight),
    leadTimeDays: Number(leadTimeDays),
  }
}

function amountOf(value: FieldValue): Decimal {
  return decimal(String(value ?? '0'))
}

function typeOf(value: FieldValue): BomType {
  return bomTypes.find(type => type === value) ?? 'MANUFACTURING'
}

function selectionOf(text: string): Selection | undefined {
  return selections.find(selection => selection === text)
}
