import { expect } from 'vitest'
import { decimalText } from '../../shared/core/decimal.ts'
import { addDays, instantAt, type BusinessDay } from '../../shared/core/dates.ts'
import { startTestHost, type Desk, type TestHost } from './host.ts'

export const friday = '2026-01-16' as BusinessDay
/** An instant by the factory's clock. */
export const at = (day: BusinessDay, time = '15:00'): string => instantAt(day, time, 'Asia/Jakarta')
export const on = (days: number): BusinessDay => addDays(friday, days)
export const seen = ({ id, version }: { readonly id: string; readonly version: number }) => ({ id, version })
export const refusedRow = (field: string, error: string) => ({ code: 'invalid-input', params: { issues: [expect.objectContaining({ path: ['rows', 0, field], reason: `errorDetails.${error}` })] } })

/** A factory on a Friday with a worker in each section, and what tests of the ledger enter there. */
export async function openLedgerDesks() {
  const host: TestHost = await startTestHost({ now: at(friday) })
  const admin = await host.as('Superadmin')
  const cutter = await host.as('Admin Cutting', 'CUT')
  const embroiderer = await host.as('Admin Embroidery', 'EMB')
  const sewer = await host.as('Admin Sewing', 'SEW')
  const supervisor = await host.as('SPV Sewing', 'SEW')
  const unitId = (await admin.masters.listUnits({ search: 'pcs' })).rows[0]!.id
  const reason = (await admin.masters.createWasteReason({ code: 'SALAH', name: 'Salah potong' })).id
  const workers: Record<string, string> = {}
  for (const code of ['CUT', 'EMB', 'SEW', 'FIN']) workers[code] = (await admin.masters.createWorker({ code: `K-${code}`, name: `Pekerja ${code}`, sectionId: host.section(code) })).id
  let made = 0
  const lineOn = async (section: string, itemId: string, day: BusinessDay) => (await admin.ledger.getLedgerDay({ sectionId: host.section(section), itemId, day })).line
  return {
    host, admin, cutter, embroiderer, sewer, supervisor, reason, workers, lineOn,
    /** A new item with the ways of its flow, which lead there from the beginning. */
    async itemWith(...ways: readonly (readonly [from: string, to: string, leadDays: number])[]): Promise<string> {
      made += 1
      const { id } = await admin.masters.createItem({ code: `BNK-${made}`, name: `Boneka ${made}`, kind: 'WIP', unitId })
      for (const [from, to, leadDays] of ways) await admin.masters.createProcessFlowEdge({ itemId: id, fromSectionId: host.section(from), toSectionId: host.section(to), leadDays })
      return id
    },
    /** Of the item made last, or so many before it. */
    itemName: (before = 0) => `Boneka ${made - before}`,
    output: async (desk: Desk, section: string, day: BusinessDay, itemId: string, actualQuantity: string) =>
      (await desk.sectionDay.saveWorkerEntries({ sectionId: host.section(section), day, rows: [{ kind: 'enter', workerId: workers[section]!, itemId, actualQuantity }] }))[0]!,
    change: (desk: Desk, section: string, entry: { readonly id: string; readonly version: number; readonly day: string }, actualQuantity: string) =>
      desk.sectionDay.saveWorkerEntries({ sectionId: host.section(section), day: entry.day, rows: [{ kind: 'change', ...seen(entry), actualQuantity }] }),
    receive: (itemId: string, quantity: string, day: BusinessDay, section = 'SEW', desk = sewer) =>
      desk.ledger.saveReceipts({ sectionId: host.section(section), day, rows: [{ kind: 'enter', itemId, quantity, notes: 'Gudang' }] }),
    counted: (itemId: string, quantity: string, day: BusinessDay, notes = 'Hitung fisik') =>
      sewer.ledger.saveReceipts({ sectionId: host.section('SEW'), day, rows: [{ kind: 'enter', itemId, quantity, isCount: true, notes }] }),
    waste: (itemId: string, quantity: string, day: BusinessDay, desk = sewer) => desk.ledger.saveWaste({ sectionId: host.section('SEW'), day, rows: [{ kind: 'enter', itemId, quantity, wasteReasonId: reason }] }),
    figures: (line: Awaited<ReturnType<typeof lineOn>>) => Object.fromEntries((['opening', 'received', 'manual', 'available', 'output', 'rejected', 'waste', 'closing'] as const).map(name => [name, decimalText(line[name])])),
    bind: (value: boolean) => admin.settings.changeSetting({ key: 'features.ledgerBinds', value }),
  }
}
