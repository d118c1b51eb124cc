import { sql as raw } from 'kysely'
import type { Decimal } from '../../shared/core/decimal.ts'
import type { ApprovalState, Selection } from '../../shared/engineering/rules.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** A line as explosions need it; `ownUnitId` is the component's own unit. */
export interface BookLine {
  readonly bomHeaderId: string; readonly lineId: string; readonly componentItemId: string; readonly quantity: Decimal; readonly unitId: string
  readonly wastagePercent: Decimal; readonly selection: Selection; readonly ownUnitId: string
}
export interface BookVariant {
  readonly bomLineId: string; readonly itemId: string; readonly sequence: number; readonly weight: Decimal; readonly quantityVariancePercent: Decimal
  readonly approval: ApprovalState; readonly ownUnitId: string
}
/** `laborHours` are for `outputQuantity`. */
export interface BookBom { readonly id: string; readonly itemId: string; readonly sectionId: string | null; readonly outputQuantity: Decimal; readonly laborHours: Decimal }

/** The production BOMs in force, read once however often they are asked. */
export interface BomBook {
  /** Of every stage of an item; none where it is bought. */
  bomsOf(itemId: string): readonly BookBom[]
  linesOf(bomHeaderId: string): readonly BookLine[]
  variantsOf(bomLineId: string): readonly BookVariant[]
  /** The items that are made. */
  madeItems(): Iterable<string>
}

const activeBoms = sql.selectFrom('bomHeader').select(['id', 'itemId', 'sectionId', 'outputQuantity', 'laborHours']).where('kind', '=', 'PRODUCTION')
  .where('status', '=', 'ACTIVE').orderBy('id')
const bookLines = sql.selectFrom('bomLine').innerJoin('item as component', 'component.id', 'bomLine.componentItemId').select([
  'bomLine.bomHeaderId', 'bomLine.id as lineId', 'componentItemId', 'quantity', 'bomLine.unitId', 'wastagePercent', 'selection',
  'component.unitId as ownUnitId',
])
const activeLines = bookLines.innerJoin('bomHeader', 'bomHeader.id', 'bomLine.bomHeaderId').where('bomHeader.kind', '=', 'PRODUCTION')
  .where('bomHeader.status', '=', 'ACTIVE')
  .orderBy('bomLine.bomHeaderId').orderBy('position').orderBy('bomLine.id')
const bookVariants = sql.selectFrom('bomVariant').innerJoin('item as substitute', 'substitute.id', 'bomVariant.itemId')
  .select(['bomLineId', 'itemId', 'sequence', 'weight', 'quantityVariancePercent', 'approval', 'substitute.unitId as ownUnitId'])

const none: readonly never[] = []

/** With `draft`, that one stands in the place of the one in force of its item and stage. */
export function openBoms(db: Reader, draft?: BookBom): BomBook {
  const boms = db.all(activeBoms).filter(({ itemId, sectionId, id }) => !draft || id === draft.id || itemId !== draft.itemId || sectionId !== draft.sectionId)
  const all: readonly BookBom[] = draft && !boms.some(({ id }) => id === draft.id) ? [...boms, draft] : boms
  const byItem = Map.groupBy(all, ({ itemId }) => itemId)
  const lines = Map.groupBy(db.all(activeLines), ({ bomHeaderId }) => bomHeaderId)
  if (draft && !lines.has(draft.id)) lines.set(draft.id, db.all(bookLines.where('bomHeaderId', '=', draft.id).orderBy('position').orderBy('bomLine.id')))
  const variants = Map.groupBy(db.all(bookVariants), ({ bomLineId }) => bomLineId)
  return {
    bomsOf: itemId => byItem.get(itemId) ?? none,
    linesOf: id => lines.get(id) ?? none,
    variantsOf: id => variants.get(id) ?? none,
    madeItems: () => byItem.keys(),
  }
}

/** Whether anything of an item stands in a store of the factory that nobody has been promised. */
export function inStock(db: Reader): (itemId: string) => boolean {
  const known = new Map<string, boolean>()
  return itemId => {
    const found = known.get(itemId) ?? db.first(
      sql.selectFrom('stockBalance').innerJoin('location', 'location.id', 'stockBalance.locationId').select('stockBalance.id')
        .where('stockBalance.itemId', '=', itemId).where('location.kind', '=', 'INTERNAL').whereRef('onHand', '>', raw.ref('reserved')),
    ) !== undefined
    known.set(itemId, found)
    return found
  }
}
