import fc from 'fast-check'
import { decimal, decimalText, fromUnits } from '../../shared/core/decimal.ts'
import type { Desk, TestHost } from './host.ts'
import { openRacks, unitIdOf } from './stores.ts'

/** Who takes part in a walk over random commands, and where: two stores of the factory, and the cutting section's own. */
export interface Walk {
  readonly host: TestHost
  readonly admin: Desk
  readonly asker: Desk
  readonly supervisor: Desk
  readonly manager: Desk
  readonly keeper: Desk
  readonly counters: readonly [Desk, Desk]
  readonly stores: readonly [string, string]
  readonly ownStore: string
  /** All three. */
  readonly places: readonly [string, string, string]
  readonly vendor: string
  readonly defect: string
  readonly units: { readonly kg: string; readonly pieces: string }
}

export async function beginWalk(host: TestHost): Promise<Walk> {
  const admin = await host.as('Superadmin')
  const racks = await openRacks(host, admin, ['CUT'])
  const store = async (code: string) => (await admin.masters.createLocation({ code, name: code, kind: 'INTERNAL' })).id
  const stores = [await store('RAK-1'), await store('RAK-2')] as const
  const [sectionId, ownStore] = [host.section('CUT'), racks['WH-CUT']!]
  await admin.kanban.createBoard({ sectionId, supplySectionId: host.section('WH'), supplyLocationId: stores[0], storeLocationId: ownStore, maximumPending: 1000, maximumInProgress: 1000 })
  const stage = await admin.masters.createProductionStage({ code: 'CUT', name: 'Potong', kind: 'CUTTING', defectPercent: '0', sectionId })
  const route = await admin.masters.createProductionRoute({ code: 'R1', name: 'Potong saja' })
  await admin.masters.createRouteStep({ productionRouteId: route.id, position: 1, productionStageId: stage.id })
  return {
    host, admin, stores, ownStore, places: [...stores, ownStore], asker: await host.as('Admin Cutting', 'CUT'), supervisor: await host.as('SPV Cutting', 'CUT'), manager: await host.as('Manager'), keeper: await host.as('Warehouse Admin', 'WH'),
    counters: [await host.as('Warehouse Operator', 'WH'), await host.as('Warehouse Operator', 'WH')], vendor: (await admin.masters.createPartner({ code: 'SUP', name: 'PT Tekstil', kind: 'SUPPLIER' })).id,
    defect: (await admin.masters.listDefectReasons({ pageSize: 1 })).rows[0]!.id,
    units: { kg: await unitIdOf(admin, 'Kg'), pieces: await unitIdOf(admin, 'Pcs') },
  }
}

/** One command of a walk, of one item. `name` and `given` say in a counterexample what it was. */
export interface Step { readonly name: string; readonly given: unknown; perform(walk: Walk, itemId: string): Promise<unknown> }
export interface StepKind { readonly name: string; readonly weight: number; readonly arbitrary: fc.Arbitrary<Step> }

export function stepKind<Given>(name: string, weight: number, given: fc.Arbitrary<Given>, perform: (walk: Walk, itemId: string, given: Given) => Promise<unknown>): StepKind {
  return { name, weight, arbitrary: given.map(one => ({ name, given: one, perform: (walk, itemId) => perform(walk, itemId, one) })) }
}

export const quantity = fc.integer({ min: 1, max: 400 }).map(hundredths => String(hundredths / 4))
export const at = fc.constantFrom(0, 1)
const anywhere = fc.constantFrom(0, 1, 2)
/** Which of what there is, counted from anywhere. */
export const which = fc.nat(20)

export function rows<Row>({ host }: Walk, sql: string, ...given: unknown[]): Row[] {
  return host.database.prepare(sql).all(...given) as Row[]
}
export function chosen<Row>(found: readonly Row[], number: number): Row | undefined {
  return found[number % Math.max(1, found.length)]
}
export interface Seen { readonly id: string; readonly version: number }
export const seen = ({ id, version }: Seen): Seen => ({ id, version })
const bookOf = (walk: Walk, itemId: string, locationId: string) => rows<{ onHand: number }>(walk, 'select onHand from stockBalance where itemId = ? and locationId = ?', itemId, locationId)[0]?.onHand ?? 0

/** Half of the time no more than the books say is there: else most would be refused. */
export function within(walk: Walk, itemId: string, locationId: string, wanted: string): string {
  const onHand = bookOf(walk, itemId, locationId)
  const isModest = (decimal(wanted) / 2500) % 2 === 0 && onHand > 0
  return isModest ? decimalText(fromUnits(Math.min(onHand, decimal(wanted)))) : wanted
}

interface DebtRow extends Seen { readonly quantity: number; readonly issued: number }
interface OrderRow extends Seen { readonly status: string; readonly lineId: string; readonly issueId: string | null }
/** The requisitions for an item, with the newest hand-over that stands. */
const requisitions = (walk: Walk, itemId: string) => rows<OrderRow>(walk, `
  select requisition.id, requisition.version, requisition.status, line.id as lineId,
    (select max(id) from requisitionIssue where requisitionLineId = line.id and receivedAt is null and reversedAt is null) as issueId
  from requisition join requisitionLine as line on line.requisitionId = requisition.id where line.itemId = ? order by number`, itemId)
const cards = (walk: Walk, itemId: string) => rows<Seen & { readonly status: string }>(walk, 'select id, version, status from kanbanCard where itemId = ? order by number', itemId)
export const workOrders = (walk: Walk, itemId: string) => rows<Seen & { readonly number: string; readonly status: string; readonly manufacturingOrderId: string }>(walk, `
  select workOrder.* from workOrder join materialAllocation on workOrderId = workOrder.id where materialAllocation.itemId = ? order by number`, itemId)

export const plainSteps: readonly StepKind[] = [
  stepKind('receive', 6, fc.record({ at: anywhere, quantity }), (walk, itemId, one) => walk.admin.warehouse.receiveStock({ itemId, quantity: one.quantity, toLocationId: walk.places[one.at] })),
  stepKind('issue', 4, fc.record({ at: anywhere, quantity }), (walk, itemId, one) => {
    const fromLocationId = walk.places[one.at]
    return walk.admin.warehouse.issueStock({ itemId, quantity: within(walk, itemId, fromLocationId, one.quantity), fromLocationId })
  }),
  stepKind('transfer', 3, fc.record({ at: anywhere, quantity }), (walk, itemId, one) => {
    const fromLocationId = walk.places[one.at]
    return walk.admin.warehouse.transferStock({ itemId, quantity: within(walk, itemId, fromLocationId, one.quantity), fromLocationId, toLocationId: walk.places[(one.at + 1) % 3]! })
  }),
  stepKind('issueLot', 2, fc.record({ quantity, which }), async (walk, itemId, one) => {
    const lot = chosen(rows<{ lotId: string; locationId: string }>(walk, 'select lotId, locationId from lotBalance where itemId = ? and onHand > 0 order by lotId', itemId), one.which)
    if (lot) await walk.admin.warehouse.issueStock({ itemId, quantity: one.quantity, fromLocationId: lot.locationId, lotId: lot.lotId })
  }),
  stepKind('issueOnDebt', 5, fc.record({ at, quantity }), async (walk, itemId, one) => {
    const here = walk.stores[one.at]
    const [debt] = rows<DebtRow>(walk, 'select * from materialDebt where itemId = ? and locationId = ? order by approvedAt is null, issued, number desc', itemId, here)
    // Mostly as much as there is and a part of the debt, sometimes more than may be.
    const most = Math.max(0, bookOf(walk, itemId, here)) + Math.min(decimal(one.quantity), debt ? debt.quantity - debt.issued + 10_000 : 0)
    if (most > 0) await walk.admin.warehouse.issueStock({ itemId, quantity: decimalText(fromUnits(most)), fromLocationId: here, ...(debt && { debtId: debt.id }) })
  }),
  stepKind('askForDebt', 4, fc.record({ at, quantity, steps: fc.integer({ min: 0, max: 6 }), which }), async (walk, itemId, one) => {
    walk.host.clock.advance(1000)
    const work = one.which % 2 === 0 ? chosen(workOrders(walk, itemId), one.which) : undefined
    const { requestId } = await walk.asker.warehouse.requestDebt({
      itemId, locationId: walk.stores[one.at], sectionId: walk.host.section('CUT'), required: one.quantity, quantity: one.quantity, dueDay: '2026-12-31', reason: 'uji', workOrderNumber: work?.number ?? '',
    })
    // To a small one the System agreed (PL-20).
    if (requestId === null) return
    if (one.steps > 0) await walk.supervisor.approvals.approveStep({ id: requestId, step: 0 })
    if (one.steps > 1) await walk.manager.approvals.approveStep({ id: requestId, step: 1 })
  }),
  stepKind('closeDebt', 1, which, async (walk, itemId, one) => {
    const debt = chosen(rows<DebtRow>(walk, 'select * from materialDebt where itemId = ? order by number', itemId), one)
    if (debt) await walk.manager.warehouse.closeDebt({ ...seen(debt), reason: 'uji' })
  }),
  stepKind('adjust', 2, fc.record({ at, quantity }), (walk, itemId, one) => {
    const locationId = walk.stores[one.at]
    return walk.admin.warehouse.adjustStock({ itemId, locationId, counted: one.quantity, expected: decimalText(fromUnits(bookOf(walk, itemId, locationId))), reason: 'uji' })
  }),
  stepKind('undo', 4, which, async (walk, itemId, one) => {
    const move = chosen(rows<{ seq: number }>(walk, 'select seq from stockMove where itemId = ? order by seq', itemId), one)
    if (move) await walk.admin.warehouse.reverseMove({ seq: move.seq, reason: 'uji' })
  }),
  stepKind('ask', 4, fc.record({ at, quantity, which, isForWork: fc.boolean(), isIntoStore: fc.boolean() }), async (walk, itemId, one) => {
    const work = one.isForWork ? chosen(workOrders(walk, itemId), one.which) : undefined
    const asked = await walk.asker.warehouse.createRequisition({
      sectionId: walk.host.section('CUT'), supplyLocationId: walk.stores[one.at], storeLocationId: one.isIntoStore ? walk.ownStore : null, neededBy: '2026-12-31', workOrderNumber: work?.number ?? '', lines: [{ itemId, quantity: one.quantity }],
    })
    await walk.keeper.warehouse.approveRequisition(seen(asked))
  }),
  stepKind('handOver', 4, fc.record({ which, quantity }), async (walk, itemId, one) => {
    const order = chosen(requisitions(walk, itemId).filter(({ status }) => status === 'APPROVED'), one.which)
    if (order) await walk.admin.warehouse.issueRequisition({ ...seen(order), lines: [{ lineId: order.lineId, quantity: one.quantity }] })
  }),
  stepKind('takeBack', 2, which, async (walk, itemId, one) => {
    const order = chosen(requisitions(walk, itemId).filter(({ issueId }) => issueId !== null), one)
    if (order) await walk.admin.warehouse.reverseRequisitionIssue({ ...seen(order), issueId: order.issueId!, reason: 'uji' })
  }),
  stepKind('callOff', 1, which, async (walk, itemId, one) => {
    const order = chosen(requisitions(walk, itemId), one)
    if (order) await walk.asker.warehouse.cancelRequisition({ ...seen(order), reason: 'uji' })
  }),
  stepKind('askByCard', 2, quantity, async (walk, itemId, one) => {
    const card = await walk.asker.kanban.createCard({ sectionId: walk.host.section('CUT'), itemId, quantity: one, neededBy: '2026-12-31' })
    await walk.admin.kanban.approveCard(seen(card))
  }),
  stepKind('deliver', 3, fc.record({ which, quantity }), async (walk, itemId, one) => {
    const card = chosen(cards(walk, itemId).filter(({ status }) => status !== 'COMPLETED'), one.which)
    if (card) await walk.admin.kanban.fulfilCard({ ...seen(card), quantity: one.quantity })
  }),
  stepKind('takeBackDelivery', 1, which, async (walk, itemId, one) => {
    const delivery = chosen(rows<Seen & { seq: number }>(walk, `select seq, kanbanCard.id, version from stockMove join kanbanCard on kanbanCard.id = documentId where stockMove.itemId = ? and reverses is null order by seq`, itemId), one)
    if (delivery) await walk.admin.kanban.reverseFulfilment({ ...seen(delivery), move: delivery.seq, reason: 'uji' })
  }),
  stepKind('restart', 1, fc.constant(null), async (walk, itemId) => {
    const books = () => [...rows(walk, 'select * from stockBalance where itemId = ? order by id', itemId), ...rows(walk, 'select * from stockReservation where itemId = ? order by id', itemId), ...rows(walk, 'select max(seq) from stockMove')]
    const before = JSON.stringify(books())
    await walk.host.restart()
    if (JSON.stringify(books()) !== before) throw new Error('A restart changed the books')
  }),
]
