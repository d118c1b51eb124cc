import { sql as raw } from 'kysely'
import { addDecimals, isNegative, isPositive, negateDecimal, subtractDecimals, zero, type Decimal } from '../../shared/core/decimal.ts'
import type { Period } from '../../shared/reports/report.ts'
import { moveKinds, type MoveKind } from '../../shared/warehouse/rules.ts'
import { defineReport, type RowContext } from '../engines/reports.ts'
import { isVisible, seenMoves } from './move-lists.ts'
import { changeOf, movesAt, onHandNow, type Looked } from './stock-card.ts'
import { totalOf } from './totals.ts'

/** What a line of the card is: a move by its kind, what other sections did to the places looked at, or what stood before and after. */
type What = MoveKind | 'REVERSAL' | 'OTHERS' | 'BEFORE' | 'AFTER'
interface Entry {
  readonly what: What; readonly day: string; readonly seq: number | null; readonly document: string; readonly way: string; readonly note: string
  readonly by: string
  readonly came: Decimal | null; readonly went: Decimal | null
}
interface CardRow extends Entry { readonly itemId: string; readonly unit: string; readonly unitPlaces: number; readonly balance: Decimal }

const whatChoices = [
  { value: 'BEFORE', labelKey: 'reports.stockCard.before' }, ...moveKinds.map(value => ({ value, labelKey: `warehouse.moveKinds.${value}` })),
  { value: 'REVERSAL', labelKey: 'warehouse.moves.reversal' }, { value: 'OTHERS', labelKey: 'reports.stockCard.others' },
  { value: 'AFTER', labelKey: 'reports.stockCard.after' },
]
const quantity = { kind: 'decimal', places: (row: CardRow) => row.unitPlaces, width: 24 } as const

/** One item as its card tells it: what stood there, each move with its document and what was there after it, and what stands at the end. */
export const stockCardReport = defineReport<CardRow>()({
  name: 'stockCard',
  permission: 'warehouse.view',
  titleKey: 'reports.stockCard.title',
  descriptionKey: 'reports.stockCard.description',
  filters: {
    item: { kind: 'item', labelKey: 'warehouse.fields.item', isNeeded: true },
    location: { kind: 'location', labelKey: 'warehouse.fields.location' },
    period: { kind: 'period', labelKey: 'reports.filters.period' },
  },
  columns: [
    { key: 'day', labelKey: 'warehouse.fields.day', kind: 'day', width: 22, value: row => row.day },
    { key: 'what', labelKey: 'warehouse.fields.kind', kind: 'status', width: 28, value: row => row.what, choices: whatChoices, isCounted: false },
    { key: 'document', labelKey: 'warehouse.fields.document', kind: 'text', width: 38, value: row => row.document },
    { key: 'way', labelKey: 'warehouse.moves.way', kind: 'text', width: 50, value: row => row.way },
    { key: 'came', labelKey: 'reports.columns.came', explainKey: 'reports.explain.came', ...quantity, value: row => row.came, total: 'sum' },
    { key: 'went', labelKey: 'reports.columns.went', explainKey: 'reports.explain.went', ...quantity, value: row => row.went, total: 'sum' },
    { key: 'balance', labelKey: 'warehouse.fields.balance', explainKey: 'reports.explain.balance', ...quantity, value: row => row.balance },
    { key: 'unit', labelKey: 'warehouse.fields.unit', kind: 'text', width: 14, value: row => row.unit },
    { key: 'note', labelKey: 'warehouse.fields.note', kind: 'text', width: 44, value: row => row.note },
    { key: 'by', labelKey: 'warehouse.fields.by', kind: 'text', width: 32, value: row => row.by },
  ],
  rows: (context, { item, location, period }) => (item === undefined ? [] : cardOf(
    context, { itemId: item, locationIds: location, mine: context.sections }, period,
  )),
  unitOf: row => row.unit,
  source: row => (row.seq === null ? { entity: 'item', id: row.itemId } : { entity: 'stockMove', id: String(row.seq) }),
  signatures: ['reports.signatures.preparedBy', 'reports.signatures.checkedBy', 'reports.signatures.approvedBy'],
  orientation: 'landscape',
})

/** Counted back from today's balance, so that the card of this month reads the moves of this month only. */
function cardOf({ db, today }: RowContext, looked: Looked, { from, to }: Period): CardRow[] {
  const item = db.get('item', looked.itemId)
  const { code: unit, places: unitPlaces } = db.get('unit', item.unitId)
  const since = db.one(movesAt(looked).where('stockMove.postingDay', '>=', from).select(totalOf(changeOf(looked)).as('sum'))).sum
  const before = subtractDecimals(onHandNow(db, looked), since)
  const entries = [
    ...namedEntries({ db }, looked, { from, to }), ...othersEntries({ db }, looked, { from, to }),
  ].sort((a, b) => a.day.localeCompare(b.day) || (a.seq ?? Infinity) - (b.seq ?? Infinity))
  let balance = before
  const rows = [standing('BEFORE', from), ...entries, standing('AFTER', to < today ? to : today)].map(entry => {
    balance = subtractDecimals(addDecimals(balance, entry.came ?? zero), entry.went ?? zero)
    return { ...entry, itemId: looked.itemId, unit, unitPlaces, balance }
  })
  return from > today ? rows.slice(0, 1) : rows
}

function standing(what: What, day: string): Entry {
  return { what, day, seq: null, document: '', way: '', note: '', by: '', came: null, went: null }
}

/** Moves that the list of moves shows; one between two of the places looked at changes nothing there. */
function namedEntries({ db }: Pick<RowContext, 'db'>, looked: Looked, { from, to }: Period): Entry[] {
  const moves = db.all(seenMoves(looked.mine).where('stockMove.itemId', '=', looked.itemId).where('stockMove.postingDay', '>=', from)
    .where('stockMove.postingDay', '<=', to)
    .where(raw<boolean>`${changeOf(looked)} <> 0`).select(changeOf(looked).as('change')))
  return moves.map(({ seq, postingDay: day, kind, reverses, documentNumber, fromLocationName, toLocationName, note, createdByName: by, change }) => ({
    what: reverses === null ? kind : 'REVERSAL', day, seq, document: documentNumber ?? `#${seq}`, way: `${fromLocationName} → ${toLocationName}`, note, by,
    came: isPositive(change) ? change : null, went: isNegative(change) ? negateDecimal(change) : null,
  }))
}

/** What other sections got from the factory's stores and brought back, as a sum a day and without a name (IA-5). */
function othersEntries({ db }: Pick<RowContext, 'db'>, looked: Looked, { from, to }: Period): Entry[] {
  const change = changeOf(looked)
  const days = db.all(movesAt(looked).where('stockMove.postingDay', '>=', from).where('stockMove.postingDay', '<=', to)
    .where(raw<boolean>`${isVisible(looked.mine)} is not true and ${change} <> 0`)
    .select(['stockMove.postingDay as day', totalOf(raw`max(${change}, 0)`).as('came'), totalOf(raw`max(-(${change}), 0)`).as('went')]).groupBy('stockMove.postingDay'))
  return days.map(({ day, came, went }) => ({ ...standing('OTHERS', day), came: isPositive(came) ? came : null, went: isPositive(went) ? went : null }))
}
