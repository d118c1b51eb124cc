import fc from 'fast-check'
import { decimal, decimalText, fromUnits, type Decimal } from '../../shared/core/decimal.ts'
import type { DocumentKind } from '../../shared/warehouse/document-rules.ts'
import { at, chosen, quantity, rows, seen, stepKind, which, within, workOrders, type Seen, type StepKind, type Walk } from './stock-walk.ts'

interface State extends Seen { readonly status: string }
const documents = (walk: Walk, itemId: string) => rows<State>(walk, 'select id, version, status from stockDocument where id in (select documentId from stockDocumentLine where itemId = ?) order by number', itemId)
const ofStatus = (found: readonly State[], status: string, number: number) => chosen(found.filter(one => one.status === status), number)
const counts = (walk: Walk, itemId: string) => rows<State>(walk, 'select id, version, status from stockCount where id in (select countId from stockCountLine where itemId = ?) order by number', itemId)
const receipts = (walk: Walk, itemId: string) => rows<State>(walk, 'select id, version, status from purchaseReceipt where id in (select receiptId from purchaseReceiptLine join purchaseLine on purchaseLine.id = lineId where purchaseLine.itemId = ?) order by number', itemId)

const line = fc.record({ quantity, lot: fc.option(which, { freq: 4 }) })
const kinds = fc.constantFrom<DocumentKind>('RECEIPT', 'ISSUE', 'TRANSFER', 'ADJUSTMENT')

/** Documents of several lines, counts by two people, purchases, and work orders that stock is kept for. */
export const documentSteps: readonly StepKind[] = [
  stepKind('draft', 4, fc.record({ kind: kinds, at, lines: fc.array(line, { minLength: 1, maxLength: 2 }), isPosted: fc.boolean() }), async (walk, itemId, one) => {
    const [here, there] = [walk.stores[one.at], walk.stores[1 - one.at]!]
    const { id } = await walk.admin.warehouse.createStockDocument({ kind: one.kind, notes: 'uji', fromLocationId: here, toLocationId: one.kind === 'RECEIPT' ? here : there })
    const lots = rows<{ id: string }>(walk, 'select id from stockLot where itemId = ? order by id', itemId)
    const lines = one.lines.map(({ quantity: wanted, lot }) => ({ itemId, quantity: one.kind === 'ISSUE' || one.kind === 'TRANSFER' ? within(walk, itemId, here, wanted) : wanted, lotId: lot === null ? null : chosen(lots, lot)?.id ?? null }))
    await walk.admin.warehouse.saveStockDocumentLines({ documentId: id, lines })
    if (one.isPosted) await walk.admin.warehouse.postStockDocument(seen((await walk.admin.warehouse.getStockDocument({ id })).document))
  }),
  stepKind('post', 3, which, async (walk, itemId, one) => {
    const draft = ofStatus(documents(walk, itemId), 'DRAFT', one)
    if (draft) await walk.admin.warehouse.postStockDocument(seen(draft))
  }),
  stepKind('reverseDocument', 4, which, async (walk, itemId, one) => {
    const posted = ofStatus(documents(walk, itemId), 'POSTED', one)
    if (posted) await walk.admin.warehouse.reverseStockDocument({ ...seen(posted), reason: 'uji' })
  }),
  stepKind('count', 3, fc.record({ at, off: fc.array(fc.constantFrom(-1, 0, 0, 1), { minLength: 6, maxLength: 6 }) }), async (walk, itemId, one) => {
    const count = await countOf(walk, itemId, walk.stores[one.at], one.off)
    if (!count) return
    try {
      await walk.manager.warehouse.postCount(count)
    } catch (error) {
      // An open count keeps the next one away.
      await walk.keeper.warehouse.cancelCount({ ...count, reason: 'uji' })
      throw error
    }
  }),
  stepKind('reverseCount', 3, which, async (walk, itemId, one) => {
    const posted = ofStatus(counts(walk, itemId), 'POSTED', one)
    if (posted) await walk.manager.warehouse.reverseCount({ ...seen(posted), reason: 'uji' })
  }),
  stepKind('buy', 3, fc.record({ at, quantity, share: fc.constantFrom(1, 2) }), async (walk, itemId, one) => {
    const { purchasing } = walk.admin
    const { id } = await purchasing.createOrder({ kind: 'ACCESSORIES', partnerId: walk.vendor, orderDay: '2026-11-20', expectedDay: '2026-12-31' })
    const [ordered] = await purchasing.saveLines({ orderId: id, lines: [{ itemId, quantity: one.quantity, unitPrice: '1000' }] })
    const { version } = await purchasing.approveOrder(seen((await purchasing.getOrder({ id })).order))
    const came = decimalText(fromUnits(Math.ceil(decimal(one.quantity) / one.share / 2500) * 2500))
    await purchasing.receiveOrder({ orderId: id, version, locationId: walk.stores[one.at], lines: [{ lineId: ordered!.id, quantity: came }] })
  }),
  stepKind('sendBack', 3, which, async (walk, itemId, one) => {
    const receipt = ofStatus(receipts(walk, itemId), 'POSTED', one)
    if (receipt) await walk.admin.purchasing.reverseReceipt({ ...seen(receipt), reason: 'uji' })
  }),
  stepKind('plan', 7, fc.integer({ min: 1, max: 200 }), planWork),
  stepKind('cancelWork', 1, which, async (walk, itemId, one) => {
    const open = chosen(workOrders(walk, itemId).filter(({ status }) => status === 'PENDING'), one)
    if (!open) return
    const { order } = await walk.admin.planning.getManufacturingOrder({ id: open.manufacturingOrderId })
    await walk.admin.planning.cancelManufacturingOrder({ ...seen(order), reason: 'uji' })
  }),
  stepKind('useUp', 6, fc.record({ quantity, which, isForWork: fc.boolean() }), async (walk, itemId, one) => {
    const work = one.isForWork ? chosen(workOrders(walk, itemId), one.which) : undefined
    await walk.asker.warehouse.consumeMaterials({ sectionId: walk.host.section('CUT'), lines: [{ itemId, quantity: within(walk, itemId, walk.ownStore, one.quantity) }], ...(work && { workOrderId: work.id, reason: 'uji' }) })
  }),
]

/** Both counters find what the books say, lot by lot, but for these differences; a large one is counted again. Nothing where nothing stands. */
async function countOf({ host, keeper, counters, admin }: Walk, itemId: string, locationId: string, off: readonly number[]): Promise<Seen | undefined> {
  const { category } = await admin.masters.getItem({ id: itemId })
  const stands = host.database.prepare('select 1 from lotBalance where itemId = ? and locationId = ? and onHand > 0').get(itemId, locationId)
  if (!stands) return undefined
  const { id } = await keeper.warehouse.createCount({ rhythm: 'MAIN', locationIds: [locationId], categories: [category], notes: 'uji' })
  await keeper.warehouse.startCount({ id, version: 1 })
  const books = host.database.prepare('select id, inBooks from stockCountLine where countId = ?').all(id) as { id: string; inBooks: Decimal }[]
  const found = books.map(({ id: lineId, inBooks }, index) => ({ lineId, quantity: decimalText(fromUnits(Math.max(0, inBooks + off[index % off.length]! * 2500))) }))
  for (const counter of counters) {
    await counter.warehouse.enterCounts({ id, lines: found })
    await counter.warehouse.finishCounting({ id })
  }
  for (const { id: lineId, version, compared } of (await keeper.warehouse.getCount({ id })).lines) {
    if (compared?.needsRecount) await keeper.warehouse.recountLine({ lineId, version, quantity: found.find(one => one.lineId === lineId)!.quantity })
  }
  await keeper.warehouse.setCauses({ id, lines: found.map(({ lineId }) => ({ lineId, cause: 'COUNTING' })) })
  return seen((await keeper.warehouse.getCount({ id })).count)
}

/** A doll that takes a quarter of the item each, so many of them, and the work order that keeps what that takes. */
async function planWork({ admin, host, units }: Walk, itemId: string, pieces: number): Promise<void> {
  const { code } = await admin.masters.getItem({ id: itemId })
  const known = (await admin.masters.listItems({ search: `BONEKA-${code}` })).rows[0]
  const article = known ?? await admin.masters.createItem({ code: `BONEKA-${code}`, name: `Boneka ${code}`, kind: 'FINISHED_GOOD', unitId: units.pieces })
  if (!known) {
    const draft = await admin.engineering.createBom({ itemId: article.id, outputQuantity: '1', sectionId: host.section('CUT') })
    await admin.engineering.saveBomLines({ bomHeaderId: draft.id, rows: [{ componentItemId: itemId, quantity: '0.25', unitId: units.kg }] })
    await admin.engineering.activateBom({ id: draft.id, version: draft.version })
  }
  const order = await admin.planning.createManufacturingOrder({ articleId: article.id, quantity: String(pieces) })
  await admin.planning.generateWorkOrders(seen(await admin.planning.releaseManufacturingOrder(seen(order))))
}
