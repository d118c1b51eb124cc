import { sql as raw } from 'kysely'
import type { Page } from '../../shared/core/list.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Bom, BomDetail, BomLine, boms, BomVariant } from '../../shared/engineering/boms.ts'
import { listPage } from '../database/list.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { narrowed, textColumn } from '../masters/lookup.ts'

const bomRows = sql.selectFrom('bomHeader')
  .innerJoin('item', 'item.id', 'bomHeader.itemId').innerJoin('unit', 'unit.id', 'item.unitId').innerJoin('user', 'user.id', 'bomHeader.revisedBy')
  .leftJoin('section', 'section.id', 'bomHeader.sectionId').leftJoin('partner', 'partner.id', 'bomHeader.subcontractorId')
  .select([
    'bomHeader.id', 'bomHeader.version', 'bomHeader.createdAt', 'bomHeader.itemId', 'item.code as itemCode', 'item.name as itemName', 'item.kind as itemKind',
    'item.unitId', 'unit.code as unitCode',
    'unit.places as unitPlaces', 'bomHeader.kind', 'bomHeader.bomType', 'bomHeader.sectionId', 'section.name as sectionName', 'bomHeader.revision',
    'bomHeader.status', 'bomHeader.outputQuantity',
    'bomHeader.laborHours', 'bomHeader.subcontractorId', 'partner.code as subcontractorCode', 'partner.name as subcontractorName',
    'bomHeader.reference', 'bomHeader.revisionReason', 'user.fullName as revisedByName', 'bomHeader.revisedDay',
    raw<number>`(select count(*) from bomLine where bomLine.bomHeaderId = bomHeader.id)`.as('lineCount'),
    raw<boolean>`exists (select 1 from bomLine join bomVariant on bomVariant.bomLineId = bomLine.id where bomLine.bomHeaderId = bomHeader.id and bomVariant.approval = 'APPROVED')`
      .as('hasMultiMaterial'),
  ])

export function listBoms(db: Reader, input: ParsedInputOf<typeof boms.listBoms>): Page<Bom> {
  return listPage(db, input, {
    query: narrowed(sql.with('entry', () => bomRows).selectFrom('entry')
      .selectAll('entry'), input.filter, { kind: 'entry.kind', status: 'entry.status', itemId: 'entry.itemId', sectionId: 'entry.sectionId' }),
    columns: {
      itemCode: textColumn('entry.itemCode'), itemName: textColumn('entry.itemName'), sectionName: textColumn('entry.sectionName'), revision: 'entry.revision',
      status: 'entry.status', lineCount: 'entry.lineCount',
      revisedDay: 'entry.revisedDay',
    },
    search: ['entry.itemCode', 'entry.itemName', 'entry.reference'],
    defaultSort: [{ column: 'itemCode', descending: false }, { column: 'sectionName', descending: false }, { column: 'revision', descending: true }],
    id: 'entry.id',
  })
}

/** Throws `not-found`. */
export function bomOf(db: Reader, id: string): Bom {
  const row = db.first(bomRows.where('bomHeader.id', '=', id))
  if (!row) throw new AppError('not-found', { entity: 'bomHeader', id })
  return row
}

export function bomDetail(db: Reader, id: string): BomDetail {
  return { ...bomOf(db, id), lines: linesOf(db, id) }
}

export function revisionsOf(db: Reader, id: string): Bom[] {
  const { itemId, kind, sectionId } = db.get('bomHeader', id)
  return db.all(bomRows.where('bomHeader.itemId', '=', itemId).where('bomHeader.kind', '=', kind).where('bomHeader.sectionId', 'is', sectionId)
    .orderBy('bomHeader.revision', 'desc'))
}

export function linesOf(db: Reader, bomHeaderId: string): BomLine[] {
  const rows = db.all(
    sql.selectFrom('bomLine').innerJoin('item', 'item.id', 'bomLine.componentItemId').innerJoin('unit', 'unit.id', 'bomLine.unitId')
      .where('bomLine.bomHeaderId', '=', bomHeaderId).orderBy('bomLine.position').orderBy('bomLine.id')
      .select([
        'bomLine.id', 'bomLine.version', 'bomLine.componentItemId', 'item.code as componentCode', 'item.name as componentName', 'item.kind as componentKind',
        'bomLine.quantity', 'bomLine.unitId',
        'unit.code as unitCode', 'unit.name as unitName', 'bomLine.wastagePercent', 'bomLine.selection', 'bomLine.position',
        raw<boolean>`exists (select 1 from bomHeader as own where own.itemId = bomLine.componentItemId and own.kind = 'PRODUCTION' and own.status = 'ACTIVE')`.as('isMade'),
      ]),
  )
  const variants = Map.groupBy(db.all(variantRows.innerJoin('bomLine', 'bomLine.id', 'bomVariant.bomLineId').where('bomLine.bomHeaderId', '=', bomHeaderId)
    .orderBy('bomVariant.sequence')), ({ bomLineId }) => bomLineId)
  return rows.map(row => ({ ...row, variants: variants.get(row.id) ?? [] }))
}

const variantRows = sql.selectFrom('bomVariant').innerJoin('item', 'item.id', 'bomVariant.itemId').leftJoin('user', 'user.id', 'bomVariant.decidedBy')
  .leftJoin('user as adder', 'adder.id', 'bomVariant.addedBy').select([
  'bomVariant.id', 'bomVariant.version', 'bomVariant.bomLineId', 'bomVariant.itemId', 'item.code as itemCode', 'item.name as itemName', 'bomVariant.kind',
  'bomVariant.sequence',
  'bomVariant.quantityVariancePercent', 'bomVariant.weight', 'bomVariant.leadTimeDays', 'bomVariant.costVariance', 'bomVariant.approval',
  'bomVariant.addedBy', 'adder.fullName as addedByName', 'user.fullName as decidedByName',
])

export function variantOf(db: Reader, id: string): BomVariant {
  return db.one(variantRows.where('bomVariant.id', '=', id))
}
