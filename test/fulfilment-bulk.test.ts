import { execFile } from 'node:child_process'
import { cpSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimalText } from '../shared/core/decimal.ts'
import { databaseFile } from '../src-main/database/data-folder.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { openFulfilment, type FulfilmentDesks } from './support/fulfilment-desks.ts'
import { hostEntry } from './support/run-folder.ts'

const run = promisify(execFile)

let desks: FulfilmentDesks
beforeAll(async () => {
  desks = await openFulfilment()
})
afterAll(async () => {
  expect(desks.host.faults).toEqual([])
  await desks.host.stop()
})
const count = (from: string) => desks.host.database.prepare(`select count(*) from ${from}`).pluck().get() as number

describe('past the stages', () => {
  test('IF-15 an express bill is packed at once, and its sessions say so', async () => {
    const [urgent, begun] = [await desks.invoice(), await desks.invoice()]
    await desks.picked(begun.id)
    const results = await desks.billing.fulfilment.expressBill({ invoiceIds: [urgent.id, begun.id] })
    expect(results.map(({ error }) => error?.code ?? null)).toEqual([null, 'wrong-state'])
    expect(await desks.admin.fulfilment.getInvoice({ id: urgent.id })).toMatchObject({ status: 'PACKED', isExpress: true, picking: [{ status: 'PICKED', proof: 'EXPRESS_BILLING' }], packing: [{ status: 'PACKED', proof: 'EXPRESS_BILLING' }] })
    await expect(desks.picker.desk.fulfilment.expressBill({ invoiceIds: [urgent.id] })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'fulfilment.update' } })
  })

  test('IF-16 an Admin completes what is stuck, with a reason that stays on record; what is in review or done is left alone', async () => {
    const { id } = await desks.invoice()
    await desks.checked(id)
    await expect(desks.billing.fulfilment.forceComplete({ invoiceId: id, reason: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(desks.admin.fulfilment.forceComplete({ invoiceId: id, reason: '' })).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await desks.admin.fulfilment.forceComplete({ invoiceId: id, reason: 'Sudah diambil pembeli' })).toMatchObject({ status: 'DELIVERED' })
    const { delivery, packing } = await desks.admin.fulfilment.getInvoice({ id })
    expect([delivery[0]!.notes, delivery[0]!.proof, packing[0]!.proof]).toEqual(['[ADMIN OVERRIDE] Sudah diambil pembeli', 'ADMIN_OVERRIDE', 'ADMIN_OVERRIDE'])
    await expect(desks.admin.fulfilment.forceComplete({ invoiceId: id, reason: 'lagi' })).rejects.toMatchObject({ code: 'wrong-state' })
    const back = await desks.invoice()
    await desks.picked(back.id)
    await desks.packer.desk.fulfilment.returnInvoice({ invoiceId: back.id, reason: 'Salah' })
    await expect(desks.admin.fulfilment.forceComplete({ invoiceId: back.id, reason: 'x' })).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'REVIEW' } })
  })

  test('IF-16 a bulk change shows what it would move, refuses once that is another, and keeps each invoice as it was', async () => {
    const { admin } = desks
    const [one, two] = [await desks.invoice([['B-1001', 1, '1']], { invoice_date: '2026-10-05' }), await desks.invoice([['B-1001', 1, '1']], { invoice_date: '2026-10-06' })]
    const span = { fromDay: '2026-10-01', toDay: '2026-10-31', status: ['INVOICED' as const, 'PICKED' as const], to: 'DELIVERED' as const }
    const seen = await admin.fulfilment.previewBulk(span)
    expect([seen.moves, seen.stays, seen.invoices.map(({ number }) => number)]).toEqual([2, 0, [one.invoice_no, two.invoice_no]])
    await desks.picked(two.id)
    await expect(admin.fulfilment.changeInvoicesInBulk({ ...span, digest: seen.digest, reason: 'Tutup Oktober' })).rejects.toMatchObject({ code: 'bulk-stale' })
    const { digest } = await admin.fulfilment.previewBulk(span)
    const { results } = await admin.fulfilment.changeInvoicesInBulk({ ...span, digest, reason: 'Tutup Oktober' })
    expect(results.map(({ error }) => error)).toEqual([null, null])
    expect([desks.status(one.id), desks.status(two.id)]).toEqual(['DELIVERED', 'DELIVERED'])
    const [run] = (await admin.fulfilment.listBulkRuns({})).rows
    expect(run).toMatchObject({ done: 2, refused: 0, reason: 'Tutup Oktober', to: 'DELIVERED' })
    expect(Object.keys(run!)).not.toContain('snapshot')
    expect(await admin.fulfilment.getBulkResults({ id: run!.id })).toEqual([{ number: one.invoice_no, from: 'INVOICED', error: null }, { number: two.invoice_no, from: 'PICKED', error: null }])
    await expect(desks.billing.fulfilment.previewBulk(span)).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'process.changeInvoicesInBulk' } })
  })
})

describe('looking after it', () => {
  test('the same from the command line of a host that does not run: people, menus, samples, bulk changes, alerts', async () => {
    const folder = temporaryFolder()
    cpSync(desks.host.folder, folder, { recursive: true, filter: path => basename(path) !== 'host.lock' })
    const tool = async (...args: string[]) => JSON.parse((await run(process.execPath, [fileURLToPath(hostEntry('fulfilment-tools')), ...args, '--data', folder])).stdout) as Record<string, unknown>
    const refused = (...args: string[]) => run(process.execPath, [fileURLToPath(hostEntry('fulfilment-tools')), ...args, '--data', folder]).catch((error: { stderr: string }) => error.stderr)
    expect(await tool('create-user', '--username', 'andi', '--name', 'Andi', '--role', 'Packer', '--email', 'andi@pabrik.test')).toMatchObject({ username: 'andi', email: 'andi@pabrik.test' })
    expect(JSON.stringify(await tool('seed-menus', '--username', 'andi'))).toContain('"name":"Andi"')
    expect((await tool('seed-invoices', '--count', '3')).numbers).toHaveLength(3)
    const { numbers } = await tool('seed-invoices', '--count', '1', '--status', 'PACKED')
    const file = new BetterSqlite(join(folder, databaseFile), { readonly: true })
    const made = 'select invoice.status, pickingSession.proof, packingSession.status as packing from invoice left join pickingSession on pickingSession.invoiceId = invoice.id left join packingSession on packingSession.invoiceId = invoice.id where number = ?'
    expect(file.prepare(made).all((numbers as string[])[0])).toEqual([{ status: 'PACKED', proof: 'ADMIN_OVERRIDE', packing: 'PACKED' }])
    file.close()
    expect(await refused('create-user', '--username', 'budi', '--name', 'Budi', '--role', 'Packer', '--email', 'bukan email')).toContain('Nothing was changed')
    expect(await tool('create-user', '--username', 'budi', '--name', 'Budi', '--role', 'Packer')).toMatchObject({ username: 'budi', email: null })
    expect(await tool('bulk-status', '--from', '2026-01-01', '--to', '2026-12-31', '--status', 'PICKED', '--target', 'PACKED')).toMatchObject({ stays: 0 })
    expect(await tool('generate-alerts')).toEqual({ opened: 0, ended: 0 })
    expect(await refused('clear-data', '--what', 'invoices', '--confirm', '1', '--reason', 'uji')).toContain('Nothing was changed')
    expect(await refused('seed-invoices', '--status', 'REVIEW')).toContain('--status is to be one of')
    removeFolder(folder)
  }, 300_000)

  test('IF-17 (f) the number that is missing between the first and the last of these days is found', async () => {
    for (const number of ['C-100', 'C-101', 'C-103']) await desks.invoice([['A-100', 1, '1']], { invoice_no: number, invoice_date: '2026-09-01' })
    await desks.invoice([['A-100', 1, '1']], { invoice_no: 'C-110', invoice_date: '2026-09-09' })
    const days = { fromDay: '2026-09-01', toDay: '2026-09-05' }
    expect(await desks.billing.fulfilment.findMissing({ prefix: 'C-', ...days })).toEqual({ first: 'C-100', last: 'C-103', found: 3, count: 1, numbers: ['C-102'] })
    expect(await desks.billing.fulfilment.findMissing({ prefix: 'c-', ...days })).toEqual({ first: 'C-100', last: 'C-103', found: 3, count: 1, numbers: ['C-102'] })
    await desks.invoice([['A-100', 1, '1']], { invoice_no: 'c-105', invoice_date: '2026-09-02' })
    expect(await desks.billing.fulfilment.findMissing({ prefix: 'C-', ...days })).toEqual({ first: 'C-100', last: 'c-105', found: 4, count: 2, numbers: ['C-102', 'C-104'] })
    expect(await desks.billing.fulfilment.findMissing({ prefix: 'X-', ...days })).toMatchObject({ found: 0, numbers: [] })
  })

  test('IF-19 what is held as the day begins is counted once; what of it is picked lowers what is pending, and the board is a recount', async () => {
    const { admin, host, billing } = desks
    const waiting = count("invoice where status = 'INVOICED'")
    host.clock.set('2026-11-21T01:00:00.000Z')
    const first = await desks.invoice([['A-100', 1, '1']], { invoice_date: '2026-11-21' })
    await host.system.fulfilment.openFulfilmentDay({})
    const [old] = (await billing.fulfilment.listInvoices({ filter: { status: ['INVOICED'] }, sort: [{ column: 'createdAt' }] })).rows
    const before = (await admin.fulfilment.getBoard({})).today
    expect(before).toMatchObject({ day: '2026-11-21', holdInvoices: waiting, completedHold: 0, pending: waiting, totalInvoices: 1 })
    for (const id of [old!.id, first.id]) {
      await desks.picker.desk.fulfilment.startPicking({ invoiceId: id, badge: desks.picker.badge })
      host.clock.advance(450_000)
      await desks.picker.desk.fulfilment.completePicking({ invoiceId: id, badge: desks.picker.badge })
    }
    const board = await admin.fulfilment.getBoard({})
    expect(board.today).toMatchObject({ holdInvoices: waiting, completedHold: 1, completedPicking: 2, pending: waiting - 1 })
    expect(decimalText(board.today.pickingMinutes!)).toBe('7.5')
    for (const { status, count: told } of board.counts.filter(one => one.status !== 'DELIVERED')) expect([status, told]).toEqual([status, count(`invoice where status = '${status}'`)])
    expect((await admin.fulfilment.getDayFigures({ fromDay: '2026-11-20', toDay: '2026-11-21' })).map(({ day }) => day)).toEqual(['2026-11-20', '2026-11-21'])
  })

  test('sample invoices are made by whoever looks after the data, and cleared by the Superadmin who types how many there are', async () => {
    const { host, admin } = desks
    await expect(admin.fulfilment.seedInvoices({})).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'dataCare.execute' } })
    const owner = await host.as('Superadmin')
    expect((await owner.fulfilment.seedInvoices({})).numbers).toHaveLength(20)
    const packed = await owner.fulfilment.seedInvoices({ count: 3, status: 'PACKED', hasSessions: true })
    expect(packed.numbers.map(number => host.database.prepare('select status from invoice where number = ?').pluck().get(number))).toEqual(['PACKED', 'PACKED', 'PACKED'])
    await expect(admin.fulfilment.clearInvoices({ what: 'sessions', confirm: 1, reason: 'x' })).rejects.toMatchObject({ code: 'forbidden' })
    const all = count('invoice')
    await expect(owner.fulfilment.clearInvoices({ what: 'sessions', confirm: all - 1, reason: 'Selesai latihan' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['confirm'] }] } })
    await owner.fulfilment.clearInvoices({ what: 'sessions', confirm: all, reason: 'Selesai latihan' })
    expect([count('pickingSession'), count('packingSession'), count('deliverySession'), count('invoiceReturn'), count("invoice where status <> 'INVOICED'"), count('invoice')]).toEqual([0, 0, 0, 0, 0, all])
    await owner.fulfilment.clearInvoices({ what: 'invoices', confirm: all, reason: 'Selesai latihan' })
    expect([count('invoice'), count('invoiceLine')]).toEqual([0, 0])
  })
})
