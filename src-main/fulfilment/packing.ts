import { AppError } from '../../shared/core/errors.ts'
import { newId } from '../../shared/core/ids.ts'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { Invoice } from '../../shared/fulfilment/invoices.ts'
import type { packing } from '../../shared/fulfilment/packing.ts'
import type { EachInvoice } from '../../shared/fulfilment/picking.ts'
import type { PackingStatus } from '../../shared/fulfilment/rules.ts'
import type { CommandContext } from '../core/handlers.ts'
import { invalid } from '../warehouse/refusals.ts'
import { containersOf, freeContainers, replaceContainers, requireExact, requireNoMore, toldContainer } from './containers.ts'
import { invoiceOf } from './invoice-rows.ts'
import { requireCounted, requireLines } from './picking.ts'
import { eachInvoice } from './several.ts'
import { advance, packingOf, pickingOf, requireNotHeld, requireWay, wrongState, type InvoiceRow, type PackingRow } from './steps.ts'
import { isBeingPacked, stopped } from './waiting.ts'
import { workerOf } from './worker.ts'

type Inputs = typeof packing
type Step = ParsedInputOf<Inputs['startChecking']>

/** IF-6: by whoever scans; of what is being checked already, somebody else takes over. */
export function startChecking(context: CommandContext, { invoiceId, badge }: Step): Invoice {
  const { db, clock } = context
  const worker = workerOf(context, badge)
  const invoice = db.get('invoice', invoiceId)
  requireWay(invoice, 'startChecking')
  const known = packingOf(db, invoiceId)
  if (known) requireReleased(context, invoice, known)
  if (invoice.status === 'PACKING' && known?.status !== 'CHECKING') throw wrongSession(known, invoice)
  advance(context, invoice, 'startChecking', { packerId: worker.userId })
  const checked = { status: 'CHECKING', checkerId: worker.userId, checkingStartedAt: known?.checkingStartedAt ?? clock.now(), proof: worker.proof } as const
  if (known) db.update('packingSession', known, checked)
  else db.insert('packingSession', { invoiceId, ...checked })
  return invoiceOf(db, invoiceId)
}

export function saveChecked(context: CommandContext, { invoiceId, badge, lineIds }: ParsedInputOf<Inputs['saveChecked']>): Invoice {
  const { db } = context
  workerOf(context, badge)
  const session = sessionIn(context, db.get('invoice', invoiceId), ['CHECKING'])
  requireLines(db, invoiceId, lineIds, at => ['lineIds', at])
  db.update('packingSession', session, { selectedLines: JSON.stringify([...new Set(lineIds)]) })
  return invoiceOf(db, invoiceId)
}

export function finishChecking(context: CommandContext, { invoiceId, badge, lineIds, notes }: ParsedInputOf<Inputs['finishChecking']>): Invoice {
  const { db, clock } = context
  const worker = workerOf(context, badge)
  const invoice = db.get('invoice', invoiceId)
  const session = sessionIn(context, invoice, ['CHECKING'])
  requireNotHeld(invoice)
  const selectedLines = requireCounted(context, invoice, session, lineIds)
  db.update('packingSession', session, { status: 'CHECKING_DONE', checkerId: worker.userId, checkingEndedAt: clock.now(), selectedLines, notes })
  const picked = pickingOf(db, invoiceId)
  if (picked?.status === 'PICKED') db.update('pickingSession', picked, { status: 'VERIFIED' })
  return invoiceOf(db, invoiceId)
}

/** IF-7: a draft, as often as wanted, on top of what its packer has seen. */
export function saveContainers(
  context: CommandContext,
  { invoiceId, badge, sessionVersion, containers }: ParsedInputOf<Inputs['saveContainers']>,
): OutputOf<Inputs['saveContainers']> {
  const { db, clock } = context
  const worker = workerOf(context, badge)
  const invoice = db.get('invoice', invoiceId)
  const session = sessionIn(context, invoice, ['CHECKING_DONE', 'PACKING'])
  if (session.version !== sessionVersion) throw new AppError('conflict', { entity: 'packingSession', id: session.id })
  const places = containers.flatMap(({ contents }, at) => contents.map((part, place) => ({ ...part, path: ['containers', at, 'contents', place, 'lineId'] })))
  const lines = requireLines(
    db,
    invoiceId,
    places.map(({ lineId }) => lineId),
    at => places[at]!.path,
  )
  requireNoMore(invoice, lines, places)
  replaceContainers(db, invoice, session, containers)
  const { version } = db.update('packingSession', session, { status: 'PACKING', packerId: worker.userId, startedAt: session.startedAt ?? clock.now() })
  db.update('invoice', invoice, { packerId: worker.userId })
  return { sessionVersion: version, containers: containersOf(db, session.id).map(row => toldContainer(db, row)) }
}

/** IF-7: closed, and to be boxed. What is boxed by its packer stays with them, out of the queue. */
export function sealTrays(context: CommandContext, { invoiceId, badge }: Step): Invoice {
  const { db, clock } = context
  const worker = workerOf(context, badge)
  const invoice = db.get('invoice', invoiceId)
  const session = packed(context, invoice, worker.userId)
  advance(context, invoice, 'sealTrays', { packerId: worker.userId })
  db.update('packingSession', session, { status: 'PACKING', packedAt: clock.now() })
  return invoiceOf(db, invoiceId)
}

export function packBoxes(context: CommandContext, { invoiceId, badge, labelCount }: ParsedInputOf<Inputs['packBoxes']>): Invoice {
  const { db, clock } = context
  const worker = workerOf(context, badge)
  const invoice = db.get('invoice', invoiceId)
  const session = packed(context, invoice, worker.userId)
  const boxes = containersOf(db, session.id)
  if (boxes.some(({ kind }) => kind === 'TRAY')) throw invalid('containers', 'fulfilment.issues.has-trays')
  advance(context, invoice, 'packBoxes', { packerId: worker.userId })
  db.update('packingSession', session, { status: 'PACKED', isCompleted: true, packedAt: clock.now(), endedAt: clock.now(), labelCount: labelCount ?? Math.max(boxes.length, 1) })
  freeContainers(db, session.id)
  return invoiceOf(db, invoiceId)
}

/** What is packed holds exactly what was invoiced, and is sealed now. */
function packed(context: CommandContext, invoice: InvoiceRow, packerId: string): PackingRow {
  const { db, clock } = context
  const session = sessionIn(context, invoice, ['CHECKING_DONE', 'PACKING'])
  const containers = containersOf(db, session.id)
  requireExact(db, invoice, containers)
  for (const container of containers) db.update('packingContainer', container, { sealedAt: clock.now(), sealedBy: packerId })
  return db.update('packingSession', session, { packerId, startedAt: session.startedAt ?? session.checkingEndedAt ?? clock.now() })
}

/** IF-8. */
export function completeBoxing(context: CommandContext, { invoiceIds, badge, labelCount, courierId }: ParsedInputOf<Inputs['completeBoxing']>): EachInvoice[] {
  const { db, clock } = context
  const worker = workerOf(context, badge)
  if (courierId !== undefined) activeCourier(context, courierId)
  const boxingGroupId = invoiceIds.length > 1 ? newId() : null
  return eachInvoice(context, invoiceIds, invoice => {
    advance(context, invoice, 'completeBoxing', { packerId: worker.userId })
    const session = packingOf(db, invoice.id)
    if (!session) throw wrongState(invoice)
    const boxed = { labelCount, courierId: courierId ?? session.courierId, boxingGroupId, boxerId: worker.userId, boxingProof: worker.proof }
    db.update('packingSession', session, { status: 'PACKED', isCompleted: true, endedAt: clock.now(), ...boxed })
    freeContainers(db, session.id)
  })
}

/** Throws `inactive` for one out of use. */
export function activeCourier({ db }: Pick<CommandContext, 'db'>, courierId: string) {
  const courier = db.get('courier', courierId)
  if (!courier.isActive) throw new AppError('inactive', { entity: 'courier', id: courier.id, code: courier.code })
  return courier
}

/** IF-6: waits to be packed with the customer's other invoices. */
export function holdForConsolidation(context: CommandContext, { invoiceId, badge }: Step): Invoice {
  const { db, clock } = context
  const worker = workerOf(context, badge)
  const invoice = db.get('invoice', invoiceId)
  requireWay(invoice, 'startChecking')
  const held = { isHeldForConsolidation: true, heldBy: worker.userId } as const
  const known = packingOf(db, invoiceId)
  if (known) db.update('packingSession', known, { ...held, ...(isBeingPacked(known) && stopped(known, clock.now())) })
  else db.insert('packingSession', { invoiceId, status: 'PENDING', proof: worker.proof, ...held })
  return invoiceOf(db, invoiceId)
}

/** All that its packer may go on with by this step. Throws `wrong-state`, `consolidation-held`. */
function sessionIn(context: CommandContext, invoice: InvoiceRow, statuses: readonly PackingStatus[]): PackingRow {
  if (invoice.status !== 'PACKING') throw wrongState(invoice)
  const session = packingOf(context.db, invoice.id)
  if (!session || !statuses.includes(session.status)) throw wrongSession(session, invoice)
  requireReleased(context, invoice, session)
  return session
}

function wrongSession(session: PackingRow | undefined, invoice: InvoiceRow): AppError {
  return session
    ? new AppError('wrong-state', { entity: 'packingSession', id: session.id, number: invoice.number, status: session.status })
    : wrongState(invoice)
}

function requireReleased({ db }: CommandContext, { number, customerId }: InvoiceRow, { isHeldForConsolidation }: PackingRow): void {
  if (isHeldForConsolidation) throw new AppError('consolidation-held', { number, customer: db.get('customer', customerId).name })
}
