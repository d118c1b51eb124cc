import { sql as raw, type SqlBool } from 'kysely'
import { decimal, isZero, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import { priceTimes, type Money } from '../../shared/core/money.ts'
import { rational, toDecimal } from '../../shared/core/rational.ts'
import { withinRange } from '../../shared/core/within-range.ts'
import { percentOf } from '../../shared/reports/rules.ts'
import type { Reader } from '../database/reader.ts'
import { containing, sql } from '../database/sql.ts'
import { defineReport, type RowContext } from '../engines/reports.ts'
import { openExploder } from './explosion.ts'

const agreements = ['SAME', 'MORE', 'LESS', 'NOT_BOUGHT', 'NOT_NEEDED'] as const
type Agreement = (typeof agreements)[number]
const tones = { SAME: 'good', MORE: 'warning', LESS: 'critical', NOT_BOUGHT: 'critical', NOT_NEEDED: 'warning' } as const satisfies Record<Agreement, string>
const choices = agreements.map(value => ({ value, labelKey: `engineering.report.agreements.${value}`, tone: tones[value] }))
const signatures = ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'] as const

interface Article { readonly id: string; readonly face: string; readonly unitPlaces: number }
/** What so many of an article take of a material, by the one kind of BOM and by the other. */
interface Need {
  readonly article: string; readonly output: Decimal; readonly outputPlaces: number; readonly itemId: string; readonly code: string; readonly name: string
  readonly unit: string; readonly unitPlaces: number; readonly unitCost: Decimal | null
  readonly production: Decimal; readonly purchase: Decimal
}

/** BM-1: whether what is bought by the purchase BOMs is what the production BOMs take today, article by article. */
export const bomReport = defineReport<Need>()({
  name: 'bomAgreement', permission: 'engineering.view', titleKey: 'engineering.report.title', descriptionKey: 'engineering.report.description',
  filters: { search: { kind: 'search', labelKey: 'engineering.report.search' }, onlyDiffering: { kind: 'flag', labelKey: 'engineering.report.onlyDiffering' } },
  columns: [
    { key: 'article', labelKey: 'engineering.report.article', kind: 'text', width: 50, value: row => row.article },
    { key: 'output', labelKey: 'engineering.fields.outputQuantity', kind: 'decimal', width: 26, places: row => row.outputPlaces, value: row => row.output },
    { key: 'code', labelKey: 'fields.code', kind: 'text', width: 28, value: row => row.code },
    { key: 'name', labelKey: 'engineering.fields.componentItemId', kind: 'text', width: 54, value: row => row.name },
    { key: 'unit', labelKey: 'fields.unitId', kind: 'text', width: 16, value: row => row.unit },
    {
      key: 'production', labelKey: 'engineering.bomHeaderKinds.PRODUCTION', kind: 'decimal', width: 28, places: row => row.unitPlaces,
      value: row => row.production,
    },
    { key: 'purchase', labelKey: 'engineering.bomHeaderKinds.PURCHASE', kind: 'decimal', width: 28, places: row => row.unitPlaces, value: row => row.purchase },
    { key: 'difference', labelKey: 'engineering.report.difference', kind: 'decimal', width: 26, places: row => row.unitPlaces, value: differenceOf },
    {
      key: 'percent', labelKey: 'engineering.fields.variancePercent', kind: 'percent', width: 20, places: 2,
      value: row => percentOf(differenceOf(row), row.production),
    },
    { key: 'amount', labelKey: 'engineering.report.amount', kind: 'money', width: 30, isCost: true, value: worth, total: 'sum' },
    { key: 'agreement', labelKey: 'fields.status', kind: 'status', width: 34, value: agreementOf, choices },
  ],
  groupBy: () => 'article',
  rows: (context, { search, onlyDiffering }) => articlesOf(context.db, search).flatMap(needsOf(context)).filter(
    row => !onlyDiffering || agreementOf(row) !== 'SAME',
  ),
  source: row => ({ entity: 'item', id: row.itemId }),
  signatures, orientation: 'landscape',
})

function differenceOf({ production, purchase }: Need): Decimal {
  return subtractDecimals(purchase, production)
}

function worth(row: Need): Money | null {
  return row.unitCost === null ? null : withinRange(() => priceTimes(row.unitCost ?? zero, differenceOf(row), 'half-up'))
}

function agreementOf(row: Need): Agreement {
  if (isZero(row.purchase)) return 'NOT_BOUGHT'
  if (isZero(row.production)) return 'NOT_NEEDED'
  const difference = differenceOf(row)
  return isZero(difference) ? 'SAME' : difference > zero ? 'MORE' : 'LESS'
}

/** Finished goods that are made or bought for, by code. */
function articlesOf(db: Reader, search: string): Article[] {
  let query = sql.selectFrom('item').innerJoin('unit', 'unit.id', 'item.unitId')
    .select(['item.id', 'item.code', 'item.name', 'unit.code as unit', 'unit.places as unitPlaces']).where('item.kind', '=', 'FINISHED_GOOD')
    .where('item.id', 'in', sql.selectFrom('bomHeader').select('itemId').where('status', '=', 'ACTIVE')).orderBy('item.code')
  for (const word of search.split(/\s+/).filter(Boolean)) query = query.where(matches(containing(word)))
  return db.all(query).map(({ id, code, name, unit, unitPlaces }) => ({ id, face: `${code} ${name} (${unit})`, unitPlaces }))
}

function matches(pattern: string) {
  return raw<SqlBool>`(item.code like ${pattern} escape '\\' or item.name like ${pattern} escape '\\')`
}

/** For as many as the purchase BOM is written for, so that its own rounding is no difference. */
function needsOf(context: RowContext): (article: Article) => Need[] {
  const { db } = context
  const exploder = openExploder(context)
  return ({ id, face, unitPlaces: outputPlaces }) => {
    const header = db.first(sql.selectFrom('bomHeader').select(['id', 'outputQuantity']).where('itemId', '=', id).where('kind', '=', 'PURCHASE')
      .where('status', '=', 'ACTIVE'))
    const output = header?.outputQuantity ?? decimal('1')
    const bought = new Map(header ? db.all(sql.selectFrom('bomLine').select(['componentItemId', 'quantity'])
      .where('bomHeaderId', '=', header.id)).map(line => [line.componentItemId, line.quantity]) : [])
    const isMade = exploder.book.bomsOf(id).length > 0
    const materials = isMade ? exploder.materials(id, rational(output)).filter(({ itemId }) => !['WIP', 'SERVICE'].includes(db.get('item', itemId).kind)) : []
    const taken = new Map(materials.map(({ itemId, quantity }) => [itemId, toDecimal(quantity, 'ceiling')]))
    return [...new Set([...taken.keys(), ...bought.keys()])].map(itemId => {
      const { code, name, unitCost, unitId } = db.get('item', itemId)
      const { code: unitCode, places: unitPlaces } = db.get('unit', unitId)
      return {
        article: face, output, outputPlaces, itemId, code, name, unit: unitCode, unitPlaces, unitCost, production: taken.get(itemId) ?? zero,
        purchase: bought.get(itemId) ?? zero,
      }
    }).sort((a, b) => (a.code < b.code ? -1 : 1))
  }
}
