import type { Session } from '../../src-main/core/session.ts'
import { startTestHost, type Desk, type TestHost } from './host.ts'

export interface Hand { readonly desk: Desk; readonly session: Session; readonly badge: string; readonly email: string }
export interface FulfilmentDesks {
  readonly host: TestHost
  readonly admin: Desk
  readonly billing: Desk
  readonly picker: Hand
  readonly otherPicker: Hand
  readonly packer: Hand
  readonly driver: Hand
  readonly otherDriver: Hand
  readonly courierId: string
  /** A new invoice of so many lines, `[code, quantity, price, shelf]`. */
  invoice(lines?: readonly Line[], more?: Record<string, unknown>): Promise<{ readonly id: string; readonly invoice_no: string }>
  line(invoiceId: string, itemCode: string): Promise<string>
  picked(invoiceId: string): Promise<void>
  checked(invoiceId: string): Promise<void>
  packed(invoiceId: string): Promise<void>
  status(invoiceId: string): string
  /** What a desk has seen of the packing before it saves. */
  seen(invoiceId: string): { readonly sessionVersion: number }
}
export type Line = readonly [code: string, quantity: number, price: string, shelf?: string]

/** A small factory that fulfils invoices: whoever does it, with badges, trays and a courier. */
export async function openFulfilment(): Promise<FulfilmentDesks> {
  const host = await startTestHost()
  const admin = await host.as('Admin')
  let count = 0
  async function hand(role: string): Promise<Hand> {
    count += 1
    const session = await host.sessionFor(role)
    const { version } = await host.system.identity.getUser({ id: session.userId })
    const email = `orang${count}@pabrik.test`
    await host.system.identity.updateUser({ id: session.userId, version, email })
    const badge = `LTB-2600${1000 + count}`
    await host.system.operators.setBadge({ userId: session.userId, code: badge })
    return { session, desk: host.desk(session), badge, email }
  }
  const [picker, otherPicker, packer, driver, otherDriver] = [await hand('Picker'), await hand('Picker'), await hand('Packer'), await hand('Driver'), await hand('Delivery')]
  const billing = await host.as('Billing')
  for (const code of ['T-01', 'T-02', 'T-03', 'T-04']) await admin.masters.createTray({ code, name: `Baki ${code}` })
  const { id: courierId } = await admin.masters.createCourier({ code: 'JNT', name: 'J&T Bekasi', kind: 'EXTERNAL', phone: '021555' })
  const { fulfilment } = packer.desk
  let made = 0
  const goods = async (invoiceId: string) => (await admin.fulfilment.getInvoice({ id: invoiceId })).lines.filter(({ isCharge }) => !isCharge).map(({ id }) => id)
  const desks: FulfilmentDesks = {
    host, admin, billing, picker, otherPicker, packer, driver, otherDriver, courierId,
    async invoice(lines = [['A-100', 10, '3.50']], more = {}) {
      made += 1
      return billing.fulfilment.importInvoice({ ...payload(`INV-${String(made).padStart(4, '0')}`, lines), ...more })
    },
    line: async (invoiceId, itemCode) => (await admin.fulfilment.getInvoice({ id: invoiceId })).lines.find(one => one.itemCode === itemCode)!.id,
    async picked(invoiceId) {
      await picker.desk.fulfilment.startPicking({ invoiceId, badge: picker.badge })
      await picker.desk.fulfilment.completePicking({ invoiceId, badge: picker.badge, lineIds: await goods(invoiceId) })
    },
    async checked(invoiceId) {
      await desks.picked(invoiceId)
      await fulfilment.startChecking({ invoiceId, badge: packer.badge })
      await fulfilment.finishChecking({ invoiceId, badge: packer.badge, lineIds: await goods(invoiceId) })
    },
    async packed(invoiceId) {
      await desks.checked(invoiceId)
      const { lines } = await admin.fulfilment.getInvoice({ id: invoiceId })
      const contents = lines.filter(({ isCharge }) => !isCharge).map(({ id, quantity }) => ({ lineId: id, quantity }))
      await fulfilment.saveContainers({ invoiceId, badge: packer.badge, ...desks.seen(invoiceId), containers: contents.length === 0 ? [] : [{ kind: 'BOX', code: 'K-1', contents }] })
      await fulfilment.packBoxes({ invoiceId, badge: packer.badge })
    },
    seen: invoiceId => ({ sessionVersion: (host.database.prepare("select version from packingSession where invoiceId = ? and status <> 'CANCELLED'").pluck().get(invoiceId) as number | undefined) ?? 1 }),
    status: invoiceId => host.database.prepare('select status from invoice where id = ?').pluck().get(invoiceId) as string,
  }
  return desks
}

type Payload = Parameters<Desk['fulfilment']['importInvoice']>[0]

/** As a billing program sends it; what it says it comes to is right. */
export function payload(number: string, lines: readonly Line[], customer: { readonly code: string; readonly name: string } = { code: 'C-01', name: 'Toko Melati' }): Payload {
  const cents = lines.reduce((sum, [, quantity, price]) => sum + Math.round(Number(price) * 100) * quantity, 0)
  return {
    invoice_no: number, invoice_date: '2026-11-20', salesman: 'Rina', Total: (cents / 100).toFixed(2), customer,
    items: lines.map(([item_code, quantity, mrp, shelf_location = '']) => ({ name: `Barang ${item_code}`, item_code, quantity, mrp, shelf_location })),
  }
}
