import { Readable } from 'node:stream'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addDays, type BusinessDay } from '../shared/core/dates.ts'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import type { WorkOrder } from '../shared/planning/work-orders.ts'
import { readSlipCode, slipCode } from '../shared/transfers/barcode.ts'
import { escalationLevel, lineBlock, newSurplus, sendable, shareLook, timeLook, varianceVerdict, variancePercent } from '../shared/transfers/rules.ts'
import type { Transfer } from '../shared/transfers/slips.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import type { Desk, TestHost } from './support/host.ts'
import { pdfText } from './support/pdf-text.ts'
import { findIn, reportFile, tableFormats } from './support/report-files.ts'
import { openRacks } from './support/stores.ts'
import { openToyFactory, seen, type ToyDesks } from './support/toy-desks.ts'

const ten = decimal('10')
const pieces = decimal

describe('the rules of transfers', () => {
  test('TR-6 430 of 495 are 13.1 % too few and blocked, 470 need a reason', () => {
    expect([variancePercent(pieces('495'), pieces('430')), varianceVerdict(pieces('495'), pieces('430'), ten)]).toEqual([decimal('-13.1'), 'BLOCKED'])
    expect([variancePercent(pieces('495'), pieces('470')), varianceVerdict(pieces('495'), pieces('470'), ten)]).toEqual([decimal('-5.1'), 'REASON'])
    expect([varianceVerdict(pieces('495'), pieces('495'), ten), varianceVerdict(pieces('500'), pieces('450'), ten), varianceVerdict(pieces('500'), pieces('551'), ten)]).toEqual(['NONE', 'REASON', 'BLOCKED'])
  })

  test('TR-3, TR-5 a line takes what it holds already; of the same article another week sounds the alarm only where weeks are kept apart', () => {
    const held = { articleId: 'HIU', week: 'W05-2026', destination: 'BE' }
    expect(lineBlock(undefined, held, 'SEWING')).toBeUndefined()
    expect(lineBlock({ articleId: null, week: null, destination: null }, held, 'SEWING')).toBeUndefined()
    expect(lineBlock(held, held, 'FINISHING')).toBeUndefined()
    expect(lineBlock(held, { ...held, articleId: 'BERUANG' }, 'FINISHING')).toBe('LINE')
    expect(lineBlock(held, { ...held, week: 'W06-2026' }, 'FINISHING')).toBe('SEGREGATION')
    expect(lineBlock(held, { ...held, destination: 'DE' }, 'PACKING')).toBe('SEGREGATION')
    expect(lineBlock(held, { articleId: 'BERUANG', week: 'W06-2026', destination: 'BE' }, 'FINISHING')).toBe('SEGREGATION')
    expect(lineBlock(held, { ...held, week: 'W06-2026' }, 'SEWING')).toBe('LINE')
  })

  test('TR-7 the supervisor after 30 minutes, planning 5 later, the factory manager another 15 later', () => {
    const times = { supervisor: 30, planning: 5, factory: 15 }
    expect([29, 30, 34, 35, 49, 50].map(minutes => escalationLevel(minutes, times))).toEqual([0, 1, 1, 2, 2, 3])
  })

  test('TR-8 5,150 of 5,000 raise by 150, once however they are handed over', () => {
    const target = pieces('5000')
    expect(newSurplus({ target, before: pieces('0'), now: pieces('5150') })).toBe(decimal('150'))
    expect(newSurplus({ target, before: pieces('4900'), now: pieces('200') })).toBe(decimal('100'))
    expect(newSurplus({ target, before: pieces('5100'), now: pieces('50') })).toBe(decimal('50'))
    expect(newSurplus({ target, before: pieces('0'), now: pieces('5000') })).toBe(decimal('0'))
  })

  test('TR-10 a slip’s code has seven fields; six are none (E101)', () => {
    const code = 'CUT|CUT-HIU-01|BATCH-2026-001|22|DE|5000|20260119083000'
    const fields = { section: 'CUT', article: 'CUT-HIU-01', batch: 'BATCH-2026-001', week: '22', destination: 'DE', pieces: 5000, stamp: '20260119083000' }
    expect(readSlipCode(code)).toEqual(fields)
    expect(slipCode(fields)).toBe(code)
    expect(readSlipCode(code.replace('|DE', ''))).toBeUndefined()
    expect(['CUT|A|B|22|DE|0|20260119083000', 'CUT|A|B|22|DE|5|20261319083000', 'CUT||B|22|DE|5|20260119083000', `${code}|X`].map(readSlipCode)).toEqual([undefined, undefined, undefined, undefined])
  })

  test('a handover is good within its target, slow above the warning, critical above that; a share by its limits', () => {
    const limits = { target: 10, warning: 20, critical: 30 }
    expect([9, 10, 20, 21, 30, 31].map(minutes => timeLook(minutes, limits))).toEqual(['GOOD', 'FAIR', 'FAIR', 'WARNING', 'WARNING', 'CRITICAL'])
    const shares = { target: decimal('100'), warning: decimal('98'), critical: decimal('90') }
    expect(['100', '99', '97', '89'].map(share => shareLook(decimal(share), shares))).toEqual(['GOOD', 'FAIR', 'WARNING', 'CRITICAL'])
  })

  test('TR-1 of what runs only what is confirmed may be sent, of what is finished all of it', () => {
    const made = { good: pieces('300'), confirmed: pieces('200'), sent: pieces('150') }
    expect([sendable({ ...made, isFinished: false }), sendable({ ...made, isFinished: true }), sendable({ ...made, isFinished: false, sent: pieces('250') })]).toEqual([decimal('50'), decimal('150'), decimal('0')])
  })
})

describe('between sections', () => {
  let host: TestHost
  let toys: ToyDesks
  let cutter: Desk
  let sewer: Desk
  let otherSewer: Desk
  let sewingSupervisor: Desk
  let finisher: Desk
  let finishingSupervisor: Desk
  const lines: Record<string, string> = {}

  beforeAll(async () => {
    toys = await openToyFactory()
    host = toys.host
    // The supervisor of cutting hands over.
    cutter = toys.supervisor
    sewer = toys.sewer
    await host.as('Admin')
    otherSewer = await host.as('Admin Sewing', 'SEW')
    sewingSupervisor = await host.as('SPV Sewing', 'SEW')
    finisher = await host.as('Admin Finishing', 'FIN')
    finishingSupervisor = await host.as('SPV Finishing', 'FIN')
    for (const [code, section] of [['SEW-1', 'SEW'], ['SEW-2', 'SEW'], ['FIN-1', 'FIN']] as const) lines[code] = (await toys.admin.masters.createProductionLine({ code, name: `Lini ${code}`, sectionId: host.section(section) })).id
    for (const id of [toys.toys.stages.SEW!, toys.toys.stages.FIN!]) await toys.admin.masters.updateProductionStage({ ...seen(await toys.admin.masters.getProductionStage({ id })), isBySlip: true })
  })
  afterAll(async () => {
    expect(ledgerFindings(host.database, 10)).toEqual([])
    expect(host.faults).toEqual([])
    await host.stop()
  })

  interface Pair { readonly from: WorkOrder; readonly to: WorkOrder }
  /** A new order's cloth as cut, and what sewing makes of it. */
  async function clothAndShirt(quantity = '450', more: Partial<Parameters<ToyDesks['planned']>[0]> = {}): Promise<Pair> {
    const order = await toys.planned({ quantity, ...more })
    return { from: await toys.workOrderOf(order, 'WIP-CLOTH'), to: await toys.workOrderOf(order, 'WIP-BAJU') }
  }
  type New = Parameters<Desk['transfers']['sendTransfer']>[0]
  const send = ({ from, to }: Pair, quantity: string, more: Partial<New> = {}, desk = cutter): Promise<Transfer> =>
    desk.transfers.sendTransfer({ fromWorkOrderId: from.id, toWorkOrderId: to.id, productionLineId: lines['SEW-1']!, quantity, ...more })
  const accept = (slip: { readonly id: string; readonly version: number }, countedQuantity: string, more: { reason?: string; productionLineId?: string } = {}, desk = sewer) => desk.transfers.acceptTransfer({ ...seen(slip), countedQuantity, ...more })
  const cut = ({ from }: Pair, good = decimalText(from.targetQuantity)) => toys.enter(from, good)
  const clear = async (line: string, desk = sewingSupervisor) => {
    const { version } = (await desk.transfers.listLines({})).find(({ productionLineId }) => productionLineId === lines[line])!
    return desk.transfers.clearLine({ productionLineId: lines[line]!, version, method: 'VISUAL' })
  }
  const current = async (slip: { readonly id: string }, desk = sewer) => desk.transfers.getTransfer({ id: slip.id })
  const upstream = async ({ to }: Pair) => decimalText((await toys.planner.planning.getWorkOrder({ id: to.id })).upstream)
  /** The roles of those who were told of it last. */
  const rolesTold = (kind: string) => host.database.prepare(`select distinct role.name from notification join notificationReceipt on notificationId = notification.id join user on user.id = userId join role on role.id = roleId
    where notification.id = (select id from notification where kind = ? order by createdAt desc, rowid desc limit 1) order by 1`).pluck().all(kind)
  const told = (kind: string) => host.database.prepare('select count(*) from notification where kind = ?').pluck().get(kind) as number

  test('TR-1 only what is good and confirmed, along the route, and out of cutting by its supervisor', async () => {
    const pair = await clothAndShirt()
    await expect(send(pair, '10')).rejects.toMatchObject({ code: 'over-sent', params: { available: 0 } })
    const { entry } = await toys.enter(pair.from, '200')
    await expect(send(pair, '10')).rejects.toMatchObject({ code: 'over-sent', params: { available: 0, sent: 10 } })
    await toys.manager.production.confirmProduction(seen(entry!))
    await expect(send(pair, '201')).rejects.toMatchObject({ code: 'over-sent', params: { available: 200 } })
    await expect(send(pair, '10', {}, toys.cutter)).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'process.transferOutOfCutting' } })
    await expect(send({ from: pair.from, to: (await clothAndShirt()).to }, '10')).rejects.toMatchObject({ code: 'transfer-route' })
    await expect(send({ from: pair.to, to: pair.from }, '10', {}, sewingSupervisor)).rejects.toMatchObject({ code: 'transfer-route' })
    await expect(send(pair, '10', { productionLineId: null })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [expect.objectContaining({ reason: 'transfers.issues.which-line' })] } })
    await clear('SEW-1')
    const slip = await send(pair, '200')
    expect(slip).toMatchObject({ status: 'LOCKED', fromSectionName: 'Cutting', toSectionName: 'Jahit', productionLineName: 'Lini SEW-1', quantity: decimal('200') })
    expect((await cutter.transfers.listSendable({ sectionId: host.section('CUT') })).find(({ workOrderId }) => workOrderId === pair.from.id)).toMatchObject({ sent: decimal('200'), available: decimal('0') })
    await cutter.transfers.cancelTransfer({ ...seen(slip), reason: 'Salah lini' })
    expect((await cutter.transfers.listSendable({ sectionId: host.section('CUT') })).find(({ workOrderId }) => workOrderId === pair.from.id)).toMatchObject({ sent: decimal('0'), available: decimal('200') })
  })

  test('TR-2 nobody uses it before it is accepted; then it is the next work order’s input, which runs', async () => {
    const pair = await clothAndShirt()
    await cut(pair)
    expect(await upstream(pair)).toBe('0')
    await clear('SEW-1')
    const slip = await send(pair, '495')
    expect([await upstream(pair), (await toys.current(pair.to)).status]).toEqual(['0', 'PENDING'])
    await expect(toys.enter(pair.to, '10', {}, sewer)).rejects.toMatchObject({ code: 'upstream-short', params: { came: 0, passed: 10 } })
    await expect(toys.embroiderer.transfers.getTransfer({ id: slip.id })).rejects.toMatchObject({ code: 'foreign-section' })
    const accepted = await accept(slip, '495')
    expect(accepted).toMatchObject({ status: 'COMPLETED', receivedQuantity: decimal('495'), acceptedByName: expect.any(String) as string })
    expect([await upstream(pair), (await toys.current(pair.to)).status]).toEqual(['495', 'RUNNING'])
    expect(rolesTold('TRANSFER_RECEIVED')).toEqual(['Admin Cutting', 'SPV Cutting'])
    expect(host.database.prepare("select severity from notification where kind = 'TRANSFER_RECEIVED'").pluck().get()).toBe('INFO')
    await expect(toys.enter(pair.to, '496', {}, sewer)).rejects.toMatchObject({ code: 'upstream-short' })
    await toys.enter(pair.to, '100', {}, sewer)
    // What was handed over was made: its day is not lowered below it.
    const day = (await cutter.production.getWorkOrderDays({ workOrderId: pair.from.id })).days[0]!
    await expect(toys.cutter.production.updateProduction({ ...seen(day), goodQuantity: '494' })).rejects.toMatchObject({ code: 'over-sent' })
  })

  test('TR-2 of two desks that accept one slip exactly one wins, the other hears who it was', async () => {
    const pair = await clothAndShirt()
    await cut(pair)
    await clear('SEW-1')
    const slip = await send(pair, '300')
    const answers = await Promise.allSettled([accept(slip, '300', {}, sewer), accept(slip, '300', {}, otherSewer)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const lost = answers.find(answer => answer.status === 'rejected')
    expect(lost?.reason).toMatchObject({ code: 'transfer-accepted', params: { number: slip.number, who: (await current(slip)).acceptedByName } })
    expect(await upstream(pair)).toBe('300')
    await expect(cutter.transfers.cancelTransfer({ ...seen(await current(slip)), reason: 'Terlambat' })).rejects.toMatchObject({ code: 'transfer-accepted' })
  })

  test('TR-2, WH-5 nobody accepts what they sent themselves, whatever they may', async () => {
    const pair = await clothAndShirt()
    await cut(pair)
    await clear('SEW-1')
    const slip = await send(pair, '300', {}, toys.admin)
    await expect(accept(slip, '300', {}, toys.admin)).rejects.toMatchObject({ code: 'own-slip' })
    const blocked = await accept(slip, '200')
    await expect(toys.admin.transfers.settleVariance({ ...seen(blocked), reason: 'Sendiri' })).rejects.toMatchObject({ code: 'own-slip' })
    await expect(sewer.transfers.acceptTransfer({ ...seen(blocked), countedQuantity: '300' })).rejects.toMatchObject({ code: 'reason-needed' })
  })

  test('TR-2 a part that is in stock is kept for the slip, moves with it, and is free again when it is cancelled', async () => {
    const places = await openRacks(host, toys.admin, ['CUT', 'SEW'])
    const store = await host.as('Warehouse Admin', 'WH')
    await store.warehouse.receiveStock({ itemId: toys.toys.items['WIP-CLOTH']!, quantity: '400', toLocationId: places['WH-CUT']! })
    const pair = await clothAndShirt()
    await cut(pair)
    await clear('SEW-1')
    const stockAt = (code: string) => host.database.prepare('select onHand / 10000 as onHand, reserved / 10000 as reserved from stockBalance where itemId = ? and locationId = ?').get(toys.toys.items['WIP-CLOTH']!, places[code]!)
    const cancelled = await send(pair, '300')
    expect([cancelled.isStocked, stockAt('WH-CUT')]).toEqual([true, { onHand: 400, reserved: 300 }])
    await cutter.transfers.cancelTransfer({ ...seen(cancelled), reason: 'Salah hitung' })
    expect(stockAt('WH-CUT')).toEqual({ onHand: 400, reserved: 0 })
    await accept(await send(pair, '300'), '290', { reason: 'Kurang hitung' })
    expect([stockAt('WH-CUT'), stockAt('WH-SEW')]).toEqual([{ onHand: 110, reserved: 0 }, { onHand: 290, reserved: 0 }])
    // What is left over there keeps no slip back: as much as there is goes along, also of what more is counted than was sent.
    const partly = await send(pair, '120')
    expect([partly.isStocked, stockAt('WH-CUT')]).toEqual([true, { onHand: 110, reserved: 110 }])
    await cutter.transfers.cancelTransfer({ ...seen(partly), reason: 'Salah hitung' })
    await accept(await send(pair, '40'), '42', { reason: 'Lebih dua' })
    expect([stockAt('WH-CUT'), stockAt('WH-SEW')]).toEqual([{ onHand: 68, reserved: 0 }, { onHand: 332, reserved: 0 }])
    await store.warehouse.issueStock({ itemId: toys.toys.items['WIP-CLOTH']!, quantity: '68', fromLocationId: places['WH-CUT']!, purpose: 'INVENTORY_LOSS' })
  })

  test('TR-3, TR-4 a line that holds another article blocks the slip; cleared, it waits to be accepted', async () => {
    const held = await clothAndShirt()
    await cut(held)
    await clear('SEW-1')
    await accept(await send(held, '100'), '100')
    const other = await otherArticle()
    const blocked = await send(other, '50')
    expect(blocked).toMatchObject({ status: 'BLOCKED', block: 'LINE' })
    expect((await sewer.transfers.listTransferAlerts({ filter: { status: ['PENDING'], kind: 'LINE_CLEARANCE' } })).rows).toMatchObject([{ transferNumber: blocked.number }])
    expect(await accept(blocked, '50')).toMatchObject({ status: 'BLOCKED', block: 'LINE' })
    await expect(sewer.transfers.clearLine({ productionLineId: lines['SEW-1']!, version: null, method: 'VISUAL' })).rejects.toMatchObject({ code: 'forbidden' })
    const cleared = await clear('SEW-1')
    expect(cleared).toMatchObject({ method: 'VISUAL', clearedAt: host.clock.now() })
    const kept = async (desk: Desk) => (await desk.transfers.listClearances({ filter: { productionLineId: lines['SEW-1']! } })).rows
    expect((await kept(sewer)).find(({ id }) => id === cleared.id)).toMatchObject({ lineName: 'Lini SEW-1', method: 'VISUAL', articleName: 'Buatan BONEKA', clearedByName: cleared.clearedByName, photoCount: 0 })
    expect(await kept(cutter)).toEqual([])
    expect(await current(blocked)).toMatchObject({ status: 'LOCKED', block: null })
    expect((await sewer.transfers.listLines({ sectionId: host.section('SEW') })).find(({ code }) => code === 'SEW-1')).toMatchObject({ status: 'CLEAR', clearedAt: cleared.clearedAt })
    expect((await sewer.transfers.listTransferAlerts({ filter: { status: ['PENDING'], kind: 'LINE_CLEARANCE' } })).rows).toEqual([])
    await accept(await current(blocked), '50')
    expect((await sewer.transfers.listLines({})).find(({ code }) => code === 'SEW-1')).toMatchObject({ status: 'OCCUPIED', workOrderNumber: other.to.number })
    expect(await sewer.transfers.getTransferFigures({ fromDay: toys.today(), toDay: toys.today() })).toMatchObject({ clearance: decimal('100'), clearanceLook: 'GOOD' })
    // Another line that is clear takes it as well.
    const again = await send(held, '20')
    expect(again.status).toBe('BLOCKED')
    expect(await accept(again, '20', { productionLineId: lines['SEW-2']! })).toMatchObject({ status: 'COMPLETED', productionLineName: 'Lini SEW-2' })
  })

  test('TR-3, TR-7 of several slips that one clearance lets come, those with other goods are held up again, told and escalated, once the first was accepted', async () => {
    const [held, first, second] = [await clothAndShirt(), await otherArticle(), await clothAndShirt('450', { week: 'W05-2026' })]
    for (const pair of [held, second]) await cut(pair)
    await clear('SEW-1')
    await accept(await send(held, '100'), '100')
    const [one, other] = [await send(first, '10'), await send(second, '10')]
    await clear('SEW-1')
    const again = await send(first, '20')
    expect([one.status, other.status, (await current(one)).status, (await current(other)).status, again.status]).toEqual(['BLOCKED', 'BLOCKED', 'LOCKED', 'LOCKED', 'LOCKED'])
    const [blocks, openAlert] = [told('TRANSFER_BLOCKED'), async () => (await sewer.transfers.listTransferAlerts({ filter: { status: ['PENDING'], kind: 'LINE_CLEARANCE' } })).rows.find(({ transferNumber }) => transferNumber === other.number)]
    expect(await openAlert()).toBeUndefined()
    await accept(await current(one), '10')
    // More of what the line holds waits on.
    expect([(await current(other)).status, (await current(again)).status]).toEqual(['BLOCKED', 'LOCKED'])
    expect(await current(other)).toMatchObject({ block: 'LINE', blockedAt: host.clock.now() })
    expect([told('TRANSFER_BLOCKED'), (await openAlert())?.escalationLevel]).toEqual([blocks + 1, 0])
    host.clock.advance(30 * 60_000)
    await host.system.transfers.escalateBlocks({})
    expect(await openAlert()).toMatchObject({ escalationLevel: 1 })
    await accept(again, '20')
    await clear('SEW-1')
    expect(await openAlert()).toBeUndefined()
    await accept(await current(other), '10')
  })

  test('TR-3, TR-4 a line that was put out of use takes nothing more; what stands on it is seen there still, and cleared away', async () => {
    const line = await toys.admin.masters.createProductionLine({ code: 'SEW-9', name: 'Lini SEW-9', sectionId: host.section('SEW') })
    lines['SEW-9'] = line.id
    const onLine = { productionLineId: line.id }
    const pair = await clothAndShirt()
    await cut(pair)
    await accept(await send(pair, '100', onLine), '100')
    const [waits, differs] = [await send(pair, '50', onLine), await accept(await send(pair, '100', onLine), '50')]
    await toys.admin.masters.setProductionLineActive({ ...seen(line), isActive: false })
    const lineNow = async () => (await sewer.transfers.listLines({ sectionId: host.section('SEW') })).find(({ code }) => code === 'SEW-9')
    expect(await lineNow()).toMatchObject({ status: 'OCCUPIED', isActive: false, workOrderNumber: pair.to.number })
    const refused = { code: 'inactive', params: { entity: 'productionLine', code: 'SEW-9' } }
    await expect(send(pair, '10', onLine)).rejects.toMatchObject(refused)
    await expect(accept(waits, '50')).rejects.toMatchObject(refused)
    await expect(sewingSupervisor.transfers.settleVariance({ ...seen(differs), reason: 'Dihitung bersama' })).rejects.toMatchObject(refused)
    await clear('SEW-2')
    expect(await accept(waits, '50', { productionLineId: lines['SEW-2']! })).toMatchObject({ status: 'COMPLETED', productionLineName: 'Lini SEW-2' })
    const moved = await accept(differs, '50', { productionLineId: lines['SEW-2']! })
    expect(await sewingSupervisor.transfers.settleVariance({ ...seen(moved), reason: 'Dihitung bersama' })).toMatchObject({ status: 'COMPLETED' })
    expect(await clear('SEW-9')).toMatchObject({ lineName: 'Lini SEW-9', articleName: 'Buatan BONEKA' })
    expect(await lineNow()).toBeUndefined()
    await expect(sewingSupervisor.transfers.clearLine({ productionLineId: line.id, version: null, method: 'VISUAL' })).rejects.toMatchObject(refused)
  })

  test('TR-5 another week at finishing sounds the alarm and stops the line, until gap, stop and inspection are on record or the production manager overrides after ten minutes', async () => {
    const [held, other] = [await skins({ week: 'W05-2026', destination: 'EU' }), await skins({ week: 'W06-2026', destination: 'EU' })]
    await clear('FIN-1', finishingSupervisor)
    await accept(await send(held, '50', { productionLineId: lines['FIN-1']! }, toys.sewer), '50', {}, finisher)
    const [alarms, before] = [told('TRANSFER_SEGREGATION'), await send(held, '10', { productionLineId: lines['FIN-1']! }, toys.sewer)]
    expect(before.status).toBe('LOCKED')
    const arriving = await send(other, '50', { productionLineId: lines['FIN-1']! }, toys.sewer)
    expect(arriving).toMatchObject({ status: 'BLOCKED', block: 'SEGREGATION', week: 'W06-2026' })
    expect(told('TRANSFER_SEGREGATION')).toBe(alarms + 1)
    expect(host.database.prepare("select severity from notification where kind = 'TRANSFER_SEGREGATION'").pluck().get()).toBe('CRITICAL')
    expect(rolesTold('TRANSFER_SEGREGATION')).toEqual(expect.arrayContaining(['Admin', 'Admin Finishing', 'Admin Sewing', 'PPIC Admin', 'PPIC Manager', 'SPV Finishing']))
    const lineNow = async () => (await finisher.transfers.listLines({ sectionId: host.section('FIN') }))[0]
    expect(await lineNow()).toMatchObject({ status: 'PAUSED', week: 'W05-2026' })
    const release = (more: object) => finishingSupervisor.transfers.releaseSegregation({ ...seen(arriving), gapMetres: '5', isStopped: true, isInspected: true, notes: 'Batas merah dipasang', ...more })
    const refused = (field: string, reason: string) => ({ code: 'invalid-input', params: { issues: [expect.objectContaining({ path: [field], reason })] } })
    await expect(release({ gapMetres: '4.9' })).rejects.toMatchObject(refused('gapMetres', 'transfers.issues.gap-small'))
    await expect(release({ isStopped: false })).rejects.toMatchObject(refused('isStopped', 'transfers.issues.not-stopped'))
    await expect(release({ isInspected: false })).rejects.toMatchObject(refused('isInspected', 'transfers.issues.not-inspected'))
    const override = () => toys.manager.transfers.overrideSegregation({ ...seen(arriving), reason: 'Kontainer menunggu' })
    await expect(finishingSupervisor.transfers.overrideSegregation({ ...seen(arriving), reason: 'Cepat' })).rejects.toMatchObject({ code: 'forbidden' })
    host.clock.advance(9 * 60_000)
    await expect(override()).rejects.toMatchObject({ code: 'override-early', params: { minutes: 10, left: 1 } })
    const released = await release({})
    expect(released).toMatchObject({ status: 'LOCKED', releaseMethod: 'DOCUMENTED', gapMetres: decimal('5') })
    expect(await lineNow()).toMatchObject({ status: 'OCCUPIED' })
    await accept(released, '50', {}, finisher)
    // What waits for the week before is now the other one, and sounds at once.
    expect(await lineNow()).toMatchObject({ status: 'PAUSED', week: 'W06-2026' })
    expect(told('TRANSFER_SEGREGATION')).toBe(alarms + 2)
    const waits = await current(before, finisher)
    expect(waits).toMatchObject({ status: 'BLOCKED', block: 'SEGREGATION', blockedAt: host.clock.now() })
    expect((await finisher.transfers.listTransferAlerts({ filter: { status: ['PENDING'], kind: 'SEGREGATION' } })).rows).toMatchObject([{ transferNumber: before.number, severity: 'CRITICAL' }])
    const late = await accept(waits, '10', {}, finisher)
    expect(late).toMatchObject({ status: 'BLOCKED', block: 'SEGREGATION' })
    expect(told('TRANSFER_SEGREGATION')).toBe(alarms + 2)
    host.clock.advance(10 * 60_000)
    expect(await toys.manager.transfers.overrideSegregation({ ...seen(late), reason: 'Kontainer menunggu' })).toMatchObject({ status: 'LOCKED', releaseMethod: 'OVERRIDE', releaseNote: 'Kontainer menunggu' })
    expect((await finisher.transfers.listTransferAlerts({ filter: { status: ['OVERRIDDEN'] } })).rows).toMatchObject([{ kind: 'SEGREGATION', resolution: 'Kontainer menunggu', transferNumber: before.number }])
  })

  test('TR-2 a line is free once none of the work orders that stand on it has anything left there; of which nothing came stands nowhere', async () => {
    const onLine = { productionLineId: lines['SEW-2']! }
    const lineNow = async () => (await sewer.transfers.listLines({ sectionId: host.section('SEW') })).find(({ code }) => code === 'SEW-2')!
    const sewing = async () => {
      const order = await toys.planned({ quantity: '100' })
      const [body, embroidered, from, to] = await Promise.all(['WIP-BODY', 'WIP-EMBO', 'WIP-SKIN', 'WIP-BONEKA'].map(code => toys.workOrderOf(order, code)))
      await toys.enter(body!, decimalText(body!.targetQuantity))
      await toys.enter(embroidered!, decimalText(embroidered!.targetQuantity), {}, toys.embroiderer)
      await confirm(embroidered!)
      return { embroidered: embroidered!, from: from!, to: to! }
    }
    const toSewing = async ({ embroidered, from }: Awaited<ReturnType<typeof sewing>>, quantity: string, counted = quantity) => accept(await send({ from: embroidered, to: from }, quantity, onLine, toys.embroiderer), counted, onLine)
    const handOn = async ({ from, to }: Pair) => {
      const all = decimalText(from.targetQuantity)
      await toys.enter(from, all, {}, sewer)
      await confirm(from)
      await clear('FIN-1', finishingSupervisor)
      await accept(await send({ from, to }, all, { productionLineId: lines['FIN-1']! }, sewer), all, {}, finisher)
    }
    const [one, other] = [await sewing(), await sewing()]
    await clear('SEW-2')
    const none = await toSewing(one, '1', '0')
    await sewingSupervisor.transfers.settleVariance({ ...seen(none), reason: 'Tidak ada yang datang' })
    expect(await lineNow()).toMatchObject({ status: 'CLEAR', workOrderNumber: null })
    for (const work of [one, other]) await toSewing(work, decimalText(work.from.targetQuantity))
    const both = `${one.from.number}, ${other.from.number}`
    expect(await lineNow()).toMatchObject({ status: 'OCCUPIED', workOrderNumber: both })
    await handOn(one)
    expect(await lineNow()).toMatchObject({ status: 'OCCUPIED', workOrderNumber: other.from.number })
    await handOn(other)
    expect(await lineNow()).toMatchObject({ status: 'CLEAR', workOrderNumber: null })
    // What comes to a line that the last goods have left did not have to clear it.
    const figures = () => sewer.transfers.getTransferFigures({ fromDay: toys.today(), toDay: toys.today() })
    const [bears, { changes, cleared }] = [await otherArticle(), await figures()]
    host.clock.advance(60_000)
    await accept(await send(bears, '5', onLine), '5', onLine)
    expect(await figures()).toMatchObject({ changes: changes + 1, cleared: cleared + 1 })
  })

  test('TR-4 who clears a line has seen the last that came to it', async () => {
    const pair = await clothAndShirt()
    await cut(pair)
    await clear('SEW-1')
    const lineNow = async () => (await sewer.transfers.listLines({ sectionId: host.section('SEW') })).find(({ code }) => code === 'SEW-1')!
    await accept(await send(pair, '100'), '100')
    const { version } = await lineNow()
    await accept(await send(pair, '50'), '50')
    const clearing = (at: number | null) => sewingSupervisor.transfers.clearLine({ productionLineId: lines['SEW-1']!, version: at, method: 'VISUAL' })
    await expect(clearing(version)).rejects.toMatchObject({ code: 'conflict' })
    expect(await lineNow()).toMatchObject({ status: 'OCCUPIED', workOrderNumber: pair.to.number })
    await clearing((await lineNow()).version)
    expect(await lineNow()).toMatchObject({ status: 'CLEAR' })
  })

  test('TR-4 photos of the empty line are kept by whoever confirms it, and seen by the section', async () => {
    const session = await host.sessionFor('SPV Sewing', 'SEW')
    const desk = host.desk(session)
    const { id } = await clear('SEW-1', desk)
    const photo = { entity: 'lineClearance', entityId: id } as const
    const upload = async () => (await host.host.files.receive(session, 'lini.jpg', 'image/jpeg', Readable.from([Buffer.from('lini kosong')]))).ticket
    await desk.attachments.addAttachment({ ...photo, ticket: await upload() })
    expect((await sewer.transfers.listClearances({ filter: { hasPhoto: true } })).rows).toMatchObject([{ id, photoCount: 1 }])
    const [kept] = await sewer.attachments.listAttachments(photo)
    expect(kept).toMatchObject({ name: 'lini.jpg' })
    await expect(sewer.attachments.removeAttachment({ id: kept!.id, version: kept!.version })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'production.approve' } })
    await expect(cutter.attachments.listAttachments(photo)).rejects.toMatchObject({ code: 'foreign-section' })
  })

  test('TR-5 what was released beside one week is asked for again once the line holds another', async () => {
    const [held, released, other] = [await skins({ week: 'W05-2026', destination: 'EU' }), await skins({ week: 'W06-2026', destination: 'EU' }), await skins({ week: 'W07-2026', destination: 'EU' })]
    const arrives = (pair: Pair, quantity = '20') => send(pair, quantity, { productionLineId: lines['FIN-1']! }, toys.sewer)
    const release = (slip: Transfer) => finishingSupervisor.transfers.releaseSegregation({ ...seen(slip), gapMetres: '5', isStopped: true, isInspected: true })
    await clear('FIN-1', finishingSupervisor)
    await accept(await arrives(held), '20', {}, finisher)
    const [early, late] = [await release(await arrives(released)), await release(await arrives(other))]
    // More of what the line holds changes nothing about it.
    host.clock.advance(60_000)
    await accept(await arrives(held), '20', {}, finisher)
    host.clock.advance(60_000)
    expect(await accept(early, '20', {}, finisher)).toMatchObject({ status: 'COMPLETED' })
    const asked = await current(late, finisher)
    expect(asked).toMatchObject({ status: 'BLOCKED', block: 'SEGREGATION' })
    expect(await accept(await release(asked), '20', {}, finisher)).toMatchObject({ status: 'COMPLETED' })
    // Nor does a release outlast that the line was cleared, and filled with the same again.
    const waits = await release(await arrives(held))
    await clear('FIN-1', finishingSupervisor)
    host.clock.advance(60_000)
    await accept(await arrives(other), '20', {}, finisher)
    expect(await accept(await current(waits, finisher), '20', {}, finisher)).toMatchObject({ status: 'BLOCKED', block: 'SEGREGATION' })
  })

  /** Skins of an order, sewn and confirmed, and the stuffing that goes on with them. */
  async function skins(more: Partial<Parameters<ToyDesks['planned']>[0]>): Promise<Pair> {
    const order = await toys.planned(more)
    const pair = { from: await toys.workOrderOf(order, 'WIP-SKIN'), to: await toys.workOrderOf(order, 'WIP-BONEKA') }
    const [body, embroidered] = [await toys.workOrderOf(order, 'WIP-BODY'), await toys.workOrderOf(order, 'WIP-EMBO')]
    await toys.enter(body, '200')
    await toys.enter(embroidered, '200', {}, toys.embroiderer)
    await confirm(embroidered)
    await accept(await send({ from: embroidered, to: pair.from }, '200', { productionLineId: lines['SEW-2']! }, toys.embroiderer).then(freed), '200', { productionLineId: lines['SEW-2']! })
    await toys.enter(pair.from, '200', {}, sewer)
    await confirm(pair.from)
    return pair
  }
  async function confirm({ id }: WorkOrder): Promise<void> {
    for (const day of (await toys.manager.production.getWorkOrderDays({ workOrderId: id })).days) await toys.manager.production.confirmProduction(seen(day))
  }
  async function freed(slip: Transfer): Promise<Transfer> {
    await clear('SEW-2')
    return current(slip)
  }

  test('TR-6 430 of 495 are blocked until another supervisor agrees, 470 need a reason and stay open as a difference', async () => {
    const pair = await clothAndShirt('900')
    await cut(pair)
    await clear('SEW-1')
    const short = await send(pair, '495')
    const before = told('TRANSFER_VARIANCE')
    const blocked = await accept(short, '430', { reason: 'Hilang' })
    expect([blocked.status, blocked.block, told('TRANSFER_VARIANCE')]).toEqual(['BLOCKED', 'VARIANCE', before + 1])
    expect(await upstream(pair)).toBe('0')
    expect(await sewingSupervisor.transfers.settleVariance({ ...seen(blocked), reason: 'Dihitung ulang bersama' })).toMatchObject({ status: 'COMPLETED', receivedQuantity: decimal('430'), varianceReason: 'Dihitung ulang bersama' })
    expect(await upstream(pair)).toBe('430')
    // The 65 that were missing may be sent once they are found.
    expect((await cutter.transfers.listSendable({ sectionId: host.section('CUT') })).find(({ workOrderId }) => workOrderId === pair.from.id)).toMatchObject({ sent: decimal('430') })
    const near = await send(pair, '495')
    await expect(accept(near, '470')).rejects.toMatchObject({ code: 'reason-needed' })
    const differing = await accept(near, '470', { reason: 'Kurang hitung' }, sewingSupervisor)
    expect(differing).toMatchObject({ status: 'ACCEPTED', receivedQuantity: decimal('470'), varianceReason: 'Kurang hitung' })
    const open = async () => (await sewer.transfers.listTransferAlerts({ filter: { kind: 'VARIANCE', status: ['PENDING'] } })).rows.map(({ transferNumber }) => transferNumber)
    expect(await open()).toContain(near.number)
    await expect(sewingSupervisor.transfers.settleVariance({ ...seen(differing), reason: 'Sendiri' })).rejects.toMatchObject({ code: 'own-slip' })
    expect(await toys.manager.transfers.settleVariance({ ...seen(differing), reason: 'Dicatat' })).toMatchObject({ status: 'COMPLETED' })
    expect(await open()).not.toContain(near.number)
    expect(await upstream(pair)).toBe('900')
  })

  test('TR-6 a difference that was counted is walked round neither by another count nor by cancelling', async () => {
    const pair = await clothAndShirt('900')
    await cut(pair)
    await clear('SEW-1')
    const blocked = await accept(await send(pair, '495'), '430')
    await expect(cutter.transfers.cancelTransfer({ ...seen(blocked), reason: 'Kirim ulang' })).rejects.toMatchObject({ code: 'transfer-counted', params: { number: blocked.number } })
    await expect(sewer.transfers.cancelTransfer({ ...seen(blocked), reason: 'Kirim ulang' })).rejects.toMatchObject({ code: 'transfer-counted' })
    await expect(accept(blocked, '495')).rejects.toMatchObject({ code: 'reason-needed' })
    const recounted = await accept(blocked, '495', { reason: 'Terselip di rak' })
    expect(recounted).toMatchObject({ status: 'ACCEPTED', firstCountedQuantity: decimal('430'), receivedQuantity: decimal('495'), varianceReason: 'Terselip di rak' })
    expect(await sewingSupervisor.transfers.settleVariance({ ...seen(recounted), reason: 'Dilihat' })).toMatchObject({ status: 'COMPLETED', varianceReason: 'Terselip di rak' })
    const other = await accept(await send(pair, '400'), '300')
    expect(await sewingSupervisor.transfers.cancelTransfer({ ...seen(other), reason: 'Salah barang' })).toMatchObject({ status: 'CANCELLED', firstCountedQuantity: decimal('300') })
    // Nor where a line held it up when it was counted.
    await clear('SEW-1')
    await accept(await send(await otherArticle(), '10'), '10')
    const held = await accept(await send(pair, '100'), '80')
    expect(held).toMatchObject({ status: 'BLOCKED', block: 'LINE', firstCountedQuantity: decimal('80') })
    await clear('SEW-1')
    expect(await accept(await current(held), '100', { reason: 'Hitung ulang' })).toMatchObject({ status: 'ACCEPTED' })
  })

  test('TR-6 what was counted beyond what was sent is kept for the slip: nobody sends it again before a supervisor agrees', async () => {
    const pair = await clothAndShirt()
    await toys.enter(pair.from, '120')
    await confirm(pair.from)
    await clear('SEW-1')
    const blocked = await accept(await send(pair, '100'), '115', { reason: 'Lebih hitung' })
    expect(blocked).toMatchObject({ status: 'BLOCKED', block: 'VARIANCE' })
    await expect(accept(blocked, '121')).rejects.toMatchObject({ code: 'over-sent', params: { available: 120 } })
    await expect(send(pair, '20')).rejects.toMatchObject({ code: 'over-sent', params: { available: 5 } })
    expect(await sewingSupervisor.transfers.settleVariance({ ...seen(blocked), reason: 'Dihitung bersama' })).toMatchObject({ status: 'COMPLETED', receivedQuantity: decimal('115') })
    expect([await upstream(pair), (await send(pair, '5')).status]).toEqual(['115', 'LOCKED'])
  })

  test('TR-7 a block is told to the supervisor, then to planning, then to the factory manager', async () => {
    const held = await clothAndShirt()
    await cut(held)
    await clear('SEW-1')
    await accept(await send(held, '100'), '100')
    const blocked = await send(await otherArticle(), '10')
    const alertOfBlock = async () => (await sewer.transfers.listTransferAlerts({ filter: { kind: 'LINE_CLEARANCE' } })).rows.find(({ transferNumber }) => transferNumber === blocked.number)!
    const levels: number[] = []
    for (const minutes of [29, 1, 5, 15]) {
      host.clock.advance(minutes * 60_000)
      await host.system.transfers.escalateBlocks({})
      levels.push((await alertOfBlock()).escalationLevel)
      // Who knows of it once knows; that it still stands is told further all the same.
      if (levels.length === 2) expect(await sewer.transfers.acknowledgeTransferAlert(seen(await alertOfBlock()))).toMatchObject({ status: 'ACKNOWLEDGED' })
    }
    expect(levels).toEqual([0, 1, 2, 3])
    await expect(sewer.transfers.acknowledgeTransferAlert(seen(await alertOfBlock()))).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'ACKNOWLEDGED' } })
    const rolesOfBlock = host.database.prepare(`select distinct role.name from notification join notificationReceipt on notificationId = notification.id join user on user.id = userId join role on role.id = roleId
      where kind = 'TRANSFER_ESCALATED' and entityId = ? order by 1`).pluck().all(blocked.id)
    expect(rolesOfBlock).toEqual(expect.arrayContaining(['Manager', 'PPIC Manager', 'SPV Sewing']))
    expect(await host.system.transfers.escalateBlocks({})).toEqual({ told: 0 })
    await clear('SEW-1')
  })

  test('TR-8 cutting made 5,150 of 5,000 and sent them: sewing makes 150 more', async () => {
    const stages = await Promise.all([toys.toys.stages.CUT!, toys.toys.stages.SEW!].map(id => toys.admin.masters.getProductionStage({ id })))
    for (const stage of stages) await toys.admin.masters.updateProductionStage({ ...seen(stage), bufferPercent: '0' })
    const pair = await clothAndShirt('5000')
    for (const { id } of stages) await toys.admin.masters.updateProductionStage({ ...seen(await toys.admin.masters.getProductionStage({ id })), bufferPercent: null })
    expect([decimalText(pair.from.targetQuantity), decimalText(pair.to.targetQuantity)]).toEqual(['5000', '5000'])
    await cut(pair, '5150')
    await clear('SEW-1')
    await accept(await send(pair, '5150'), '5150')
    expect(await toys.current(pair.to)).toMatchObject({ targetQuantity: decimal('5150'), status: 'RUNNING' })
    expect(host.database.prepare("select params from notification where kind = 'TRANSFER_SURPLUS' and entityId = ?").pluck().get(pair.to.id)).toContain('"quantity":"150"')
  })

  test('TR-8 a receiver that waits to be approved waits on, with the raised target before whoever decides', async () => {
    const { stages } = toys.toys
    for (const id of [stages.CUT!, stages.SEW!]) await toys.admin.masters.updateProductionStage({ ...seen(await toys.admin.masters.getProductionStage({ id })), bufferPercent: '0' })
    const pair = await clothAndShirt('1000', { isUrgent: true })
    for (const id of [stages.CUT!, stages.SEW!]) await toys.admin.masters.updateProductionStage({ ...seen(await toys.admin.masters.getProductionStage({ id })), bufferPercent: null })
    const waiting = async ({ id }: WorkOrder) => (await toys.planner.planning.getWorkOrder({ id })).waiting
    const approve = async (workOrder: WorkOrder, supervisor: Desk) => {
      const [asked] = await waiting(workOrder)
      await supervisor.approvals.approveStep({ id: asked!.id, step: 0 })
      await toys.manager.approvals.approveStep({ id: asked!.id, step: 1 })
    }
    await approve(pair.from, toys.supervisor)
    await cut(pair, '1010')
    await clear('SEW-1')
    await accept(await send(pair, '1010'), '1010')
    expect(await toys.current(pair.to)).toMatchObject({ targetQuantity: decimal('1010'), isApproved: false, status: 'PENDING' })
    const [asked] = await waiting(pair.to)
    expect((await toys.manager.approvals.getRequest({ id: asked!.id })).lines).toContainEqual(expect.objectContaining({ labelKey: 'planning.fields.targetQuantity', after: '1010' }))
    await approve(pair.to, sewingSupervisor)
    expect(await toys.current(pair.to)).toMatchObject({ isApproved: true, approvedByName: expect.any(String) as string })
  })

  test('TR-8 an article of two cut parts is made more of as far as both are', async () => {
    const stages = [toys.toys.stages.CUT!, toys.toys.stages.SEW!]
    const article = await foundArticle([['BEBEK-A', 'CUT', { KATUN: '60' }], ['BEBEK-B', 'CUT', { KATUN: '60' }], ['BEBEK-KULIT', 'SEW', { 'BEBEK-A': '1', 'BEBEK-B': '1' }], ['BEBEK', 'PCK', { 'BEBEK-KULIT': '1' }]])
    for (const id of stages) await toys.admin.masters.updateProductionStage({ ...seen(await toys.admin.masters.getProductionStage({ id })), bufferPercent: '0' })
    const order = await toys.planned({ articleId: article, quantity: '1000' })
    for (const id of stages) await toys.admin.masters.updateProductionStage({ ...seen(await toys.admin.masters.getProductionStage({ id })), bufferPercent: null })
    const [one, other, to] = [await toys.workOrderOf(order, 'BEBEK-A'), await toys.workOrderOf(order, 'BEBEK-B'), await toys.workOrderOf(order, 'BEBEK-KULIT')]
    const target = async () => decimalText((await toys.workOrderOf(order, 'BEBEK-KULIT')).targetQuantity)
    await clear('SEW-1')
    const handOver = async (from: WorkOrder, quantity: string) => {
      const receiver = await toys.workOrderOf(order, 'BEBEK-KULIT')
      await accept(await send({ from, to: receiver }, quantity), quantity)
      return target()
    }
    await toys.enter(one, '1030')
    await toys.enter(other, '1020')
    expect(to.targetQuantity).toBe(decimal('1000'))
    expect([await handOver(one, '1030'), await handOver(other, '1018'), await handOver(other, '2')]).toEqual(['1000', '1018', '1020'])
  })

  test('TR-10 a scan finds the slip, six parts are no slip, and one that was received is a duplicate', async () => {
    const pair = await clothAndShirt()
    await cut(pair)
    await clear('SEW-1')
    const slip = await send(pair, '495', { batch: 'BATCH-2026-001' })
    expect(readSlipCode(slip.barcode)).toMatchObject({ section: 'CUT', article: 'WIP-CLOTH', batch: 'BATCH-2026-001', pieces: 495 })
    expect(await sewer.transfers.scanTransfer({ code: slip.barcode })).toMatchObject({ transfer: { id: slip.id }, isDuplicate: false })
    await expect(sewer.transfers.scanTransfer({ code: slip.barcode.replace('|495', '') })).rejects.toMatchObject({ code: 'slip-code', params: { parts: 6 } })
    await expect(sewer.transfers.scanTransfer({ code: slip.barcode.replace('|495', '|4x5') })).rejects.toMatchObject({ code: 'slip-unread' })
    await expect(sewer.transfers.scanTransfer({ code: slip.barcode.replace('|495', '|494') })).rejects.toMatchObject({ code: 'slip-unknown' })
    await accept(slip, '495')
    expect(await sewer.transfers.scanTransfer({ code: slip.barcode })).toMatchObject({ isDuplicate: true })
    const twice = (await sewer.transfers.listTransferAlerts({ filter: { kind: 'DUPLICATE_SCAN' } })).rows
    expect(twice).toMatchObject([{ transferNumber: slip.number, status: 'PENDING' }])
    expect(await sewingSupervisor.transfers.resolveTransferAlert({ ...seen(twice[0]!), reason: 'Dipindai lagi tanpa sengaja' })).toMatchObject({ status: 'RESOLVED' })
    const file = await sewer.transfers.printTransfer({ id: slip.id })
    expect(file).toMatchObject({ name: `${slip.number}.pdf`, mediaType: 'application/pdf' })
  })

  test('whatever is sent, accepted, cancelled, or corrected: no more is handed over than is good, and what came is what was accepted', async () => {
    const act = fc.oneof(
      fc.record({ kind: fc.constant('cut' as const), pieces: fc.integer({ min: 0, max: 200 }) }), fc.record({ kind: fc.constant('send' as const), pieces: fc.integer({ min: 1, max: 200 }) }),
      fc.record({ kind: fc.constant('accept' as const), pieces: fc.integer({ min: -12, max: 12 }) }), fc.record({ kind: fc.constant('cancel' as const), pieces: fc.constant(0) }),
      fc.record({ kind: fc.constant('settle' as const), pieces: fc.constant(0) }),
    )
    await fc.assert(fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 12 }), async acts => {
      const pair = await clothAndShirt()
      await clear('SEW-1')
      const slips: Transfer[] = []
      for (const { kind, pieces: count } of acts) {
        const open = slips.at(-1)
        await {
          cut: () => enterOrChange(pair.from, count), send: async () => void slips.push(await send(pair, String(count))),
          accept: async () => { if (open) await accept(await current(open), String(Math.max(0, Number(decimalText(open.quantity)) + count)), { reason: 'Hitung' }) },
          cancel: async () => { if (open) await cutter.transfers.cancelTransfer({ ...seen(await current(open)), reason: 'Batal' }) },
          settle: async () => { if (open) await toys.manager.transfers.settleVariance({ ...seen(await current(open)), reason: 'Setuju' }) },
        }[kind]().catch((error: unknown) => expect(error).toMatchObject({ code: expect.stringMatching(/^(over-sent|invalid-input|transfer-accepted|transfer-counted|wrong-state|duplicate)$/) as string }))
        const now = await Promise.all(slips.map(slip => current(slip)))
        const sum = (values: readonly (string | undefined)[]) => values.reduce((total, value) => total + Number(value ?? 0), 0)
        const received = now.map(({ receivedQuantity }) => (receivedQuantity === null ? undefined : decimalText(receivedQuantity)))
        const left = now.filter(({ status }) => status !== 'CANCELLED').map(({ status, quantity, receivedQuantity }) => decimalText(receivedQuantity !== null && (status === 'COMPLETED' || receivedQuantity > quantity) ? receivedQuantity : quantity))
        const good = Number(decimalText((await toys.current(pair.from)).goodQuantity))
        expect([sum(left) <= good, sum(received) <= good]).toEqual([true, true])
        expect(Number(await upstream(pair))).toBe(sum(received))
      }
    }), { numRuns: 12 })
  })

  test('TR-9 what is not back from the subcontractor when it was due is told, until it is', async () => {
    const pair = await clothAndShirt()
    await cut(pair)
    await clear('SEW-1')
    await accept(await send(pair, '300'), '300')
    const partnerId = (await toys.admin.masters.createPartner({ code: 'SUB-1', name: 'CV Jahit', kind: 'SUBCONTRACTOR' })).id
    const out = (quantity: string) => sewer.transfers.sendToSubcontractor({ workOrderId: pair.to.id, partnerId, quantity })
    const work = async () => {
      const { came, taken, available } = await sewer.transfers.getGateWork({ workOrderId: pair.to.id })
      return [came, taken, available].map(decimalText)
    }
    expect(await work()).toEqual(['300', '0', '300'])
    await expect(sewer.transfers.sendToSubcontractor({ workOrderId: pair.to.id, partnerId: toys.toys.vendor, quantity: '1' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [expect.objectContaining({ reason: 'transfers.issues.no-subcontractor' })] } })
    await expect(out('301')).rejects.toMatchObject({ code: 'over-sent', params: { available: 300 } })
    const pass = await out('200')
    expect(pass).toMatchObject({ status: 'OUT', isLate: false, partnerName: 'CV Jahit', dueDay: addDays(toys.today() as BusinessDay, 10) })
    await expect(out('101')).rejects.toMatchObject({ code: 'over-sent', params: { available: 100 } })
    expect(await work()).toEqual(['300', '200', '100'])
    await expect(cutter.transfers.getGatePass({ id: pass.id })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(cutter.transfers.getGateWork({ workOrderId: pair.to.id })).rejects.toMatchObject({ code: 'foreign-section' })
    // One that was written wrongly takes nothing out.
    const wrong = await out('100')
    await expect(cutter.transfers.cancelGatePass({ ...seen(wrong), reason: 'Salah mitra' })).rejects.toMatchObject({ code: 'foreign-section' })
    expect(await sewer.transfers.cancelGatePass({ ...seen(wrong), reason: 'Salah mitra' })).toMatchObject({ status: 'CANCELLED', cancelReason: 'Salah mitra', remaining: decimal('0') })
    expect(await work()).toEqual(['300', '200', '100'])
    await expect(sewer.transfers.returnFromSubcontractor({ id: wrong.id, version: wrong.version + 1, returnedQuantity: '1' })).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'CANCELLED' } })
    // What was made in-house cannot go out as well.
    await toys.enter(pair.to, '30', {}, sewer)
    expect(await work()).toEqual(['300', '200', '70'])
    await expect(out('71')).rejects.toMatchObject({ code: 'over-sent', params: { available: 70 } })
    const files = [await sewer.transfers.printGatePass({ id: pass.id, paper: 'OUT' }), await sewer.transfers.printGatePass({ id: pass.id, paper: 'BACK', language: 'en' })]
    expect(files).toMatchObject([{ name: `${pass.number}.pdf`, mediaType: 'application/pdf' }, { name: `${pass.number}-kembali.pdf`, mediaType: 'application/pdf' }])
    await expect(cutter.transfers.printGatePass({ id: pass.id, paper: 'OUT' })).rejects.toMatchObject({ code: 'foreign-section' })
    await host.system.transfers.remindOfGatePasses({})
    expect(told('GATE_PASS_LATE')).toBe(0)
    host.clock.advance(11 * 86_400_000)
    await host.system.transfers.remindOfGatePasses({})
    await host.system.transfers.remindOfGatePasses({})
    expect([told('GATE_PASS_LATE'), (await sewer.transfers.listGatePasses({ filter: { status: 'OUT' } })).rows.map(({ isLate }) => isLate)]).toEqual([1, [true]])
    const late = async () => (await sewer.transfers.listTransferAlerts({ filter: { kind: 'GATE_LATE', status: ['PENDING'] } })).rows.map(({ gatePassNumber }) => gatePassNumber)
    expect(rolesTold('GATE_PASS_LATE')).toEqual(expect.arrayContaining(['Admin Sewing', 'PPIC Admin', 'PPIC Manager']))
    expect(await late()).toEqual([pass.number])
    const alert = (await sewer.transfers.listTransferAlerts({ filter: { kind: 'GATE_LATE', status: ['PENDING'] } })).rows[0]!
    await expect(sewingSupervisor.transfers.resolveTransferAlert({ ...seen(alert), reason: 'Ditelepon' })).rejects.toMatchObject({ code: 'wrong-state', params: { entity: 'gatePass', status: 'OUT' } })
    expect((await sewer.transfers.listGatePasses({ filter: { isLate: true } })).rows.map(({ number }) => number)).toEqual([pass.number])
    expect((await sewer.transfers.listGatePasses({ filter: { status: 'CANCELLED' } })).rows.map(({ number }) => number)).toEqual([wrong.number])
    await expect(sewer.transfers.returnFromSubcontractor({ ...seen(pass), returnedQuantity: '0' })).rejects.toMatchObject({ params: { issues: [expect.objectContaining({ reason: 'transfers.issues.nothing-back' })] } })
    const some = await sewer.transfers.returnFromSubcontractor({ ...seen(pass), returnedQuantity: '150', rejectQuantity: '5' })
    expect(some).toMatchObject({ status: 'OUT', returnedQuantity: decimal('150'), remaining: decimal('45') })
    await expect(sewer.transfers.returnFromSubcontractor({ ...seen(pass), returnedQuantity: '1' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(sewer.transfers.cancelGatePass({ ...seen(some), reason: 'Terlambat' })).rejects.toMatchObject({ code: 'wrong-state' })
    const back = { ...seen(some), returnedQuantity: '40' }
    await expect(sewer.transfers.returnFromSubcontractor({ ...back, returnedQuantity: '46' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [expect.objectContaining({ reason: 'transfers.issues.more-back', params: { out: 45 } })] } })
    await expect(sewer.transfers.returnFromSubcontractor({ ...back, isLast: true })).rejects.toMatchObject({ code: 'reason-needed' })
    expect(await sewer.transfers.returnFromSubcontractor({ ...back, isLast: true, reason: 'Lima hilang di jalan' })).toMatchObject({ status: 'RETURNED', shortReason: 'Lima hilang di jalan', isLate: false })
    expect(await late()).toEqual([])
    // Typed wrongly: it was half of it, and the rest is waited for, late as it is.
    const closed = await sewer.transfers.getGatePass({ id: pass.id })
    const correct = (returnedQuantity: string, desk = sewingSupervisor) => desk.transfers.correctGateReturn({ ...seen(closed), returnedQuantity, rejectQuantity: '5', reason: 'Salah ketik' })
    await expect(correct('95', sewer)).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'production.approve' } })
    await expect(correct('95', finishingSupervisor)).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(correct('196')).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [expect.objectContaining({ reason: 'transfers.issues.more-back', params: { out: 200 } })] } })
    await expect(sewingSupervisor.transfers.correctGateReturn({ id: wrong.id, version: wrong.version + 1, returnedQuantity: '1', rejectQuantity: '0', reason: 'Salah' })).rejects.toMatchObject({ code: 'wrong-state', params: { status: 'CANCELLED' } })
    const reopened = await correct('95')
    expect(reopened).toMatchObject({ status: 'OUT', isLate: true, remaining: decimal('100'), shortReason: null, correctReason: 'Salah ketik', correctedByName: expect.any(String) as string })
    await host.system.transfers.remindOfGatePasses({})
    expect(await late()).toEqual([pass.number])
    expect(await sewer.transfers.returnFromSubcontractor({ ...seen(reopened), returnedQuantity: '100' })).toMatchObject({ status: 'RETURNED' })
    expect(await late()).toEqual([])
    expect(await sewer.search.resolve({ code: pass.number })).toMatchObject([{ kind: 'gatePass', id: pass.id, name: 'CV Jahit', state: 'transfers.gatePassStatuses.RETURNED' }])
    expect(await cutter.search.resolve({ code: pass.number })).toEqual([])
    // One that names its own days is due by those.
    const near = (await toys.admin.masters.createPartner({ code: 'SUB-2', name: 'Jahit dekat', kind: 'SUBCONTRACTOR', leadTimeDays: 3 })).id
    const soon = await sewer.transfers.sendToSubcontractor({ workOrderId: pair.to.id, partnerId: near, quantity: '10' })
    expect(soon.dueDay).toBe(addDays(toys.today() as BusinessDay, 3))
    await sewer.transfers.cancelGatePass({ ...seen(soon), reason: 'Uji' })
  })

  test('reports tell how long each handover took, and whether a line was cleared before other goods came', async () => {
    const [held, other] = [await clothAndShirt(), await otherArticle()]
    await cut(held)
    await clear('SEW-1')
    await accept(await send(held, '100'), '100')
    const slip = await send(other, '50')
    host.clock.advance(12 * 60_000)
    await clear('SEW-1')
    await accept(await current(slip), '48', { reason: 'Kurang hitung' })
    const rowOf = async (report: string) => {
      const { rows } = await sewingSupervisor.reports.previewReport({ report, pageSize: 200 })
      return rows.find(({ source }) => source?.id === slip.id)?.cells
    }
    const chartsOf = async (report: string) => (await sewingSupervisor.reports.previewReport({ report, pageSize: 200 })).charts
    const [times, received] = await chartsOf('transferTimes')
    expect(times?.bars.find(({ label }) => label === 'Cutting → Jahit')?.values[1]).toBe(decimal('15'))
    expect([received?.unit, received?.bars.map(({ label }) => label)]).toEqual(['%', expect.arrayContaining(['Jahit', 'Finishing'])])
    expect((await chartsOf('lineClearance'))[0]?.bars.map(({ values: [, target] }) => target)).toContain(decimal('100'))
    expect(await rowOf('transferTimes')).toMatchObject({ target: 15, look: 'GOOD', number: slip.number, status: 'ACCEPTED', minutes: 12, quantity: '50', receivedQuantity: '48', share: '96.0', toSectionId: 'Jahit' })
    const { ticket } = await (await host.as('Manager')).reports.exportReport({ report: 'transferTimes', format: 'pdf', filters: {} })
    expect(pdfText(host.host.files.redeem(ticket).path) ?? 'Cutting › Jahit').toContain('Cutting › Jahit')
    expect(await rowOf('lineClearance')).toMatchObject({ before: 'Buatan BONEKA', after: 'Buatan BERUANG', cleared: 'YES', clearedAt: host.clock.now() })
    const manager = await host.as('Manager')
    for (const format of tableFormats) {
      const expected = async (report: string, figures: Parameters<typeof findIn>[1]) => {
        const told = await reportFile(host, manager, { report, filters: {} }, format)
        expect(findIn(told, figures), `${format}: ${JSON.stringify(told)}`).toBeDefined()
      }
      await expected('transferTimes', { Nomor: slip.number, Keadaan: 'Diterima, ada selisih', Dari: 'Cutting', Ke: 'Jahit', 'Lama (menit)': 12, 'Target (menit)': 15, Dikirim: 50, Diterima: 48, Sampai: 96 })
      await expected('lineClearance', { Slip: slip.number, Bagian: 'Jahit', 'Barang sebelumnya': 'Buatan BONEKA', 'Barang baru': 'Buatan BERUANG', 'Kosong lebih dulu': 'Ya' })
    }
    // Summed up, it is what the rows by themselves come to.
    const rowsOf = async (report: string, filters: Record<string, string> = {}) => (await sewingSupervisor.reports.previewReport({ report, filters, pageSize: 200 })).rows.map(({ cells }) => cells)
    const share = (part: number, whole: number) => (Math.round((part * 1000) / whole) / 10).toFixed(1)
    const changes = (await rowsOf('lineClearance')).filter(({ sectionId }) => sectionId === 'Jahit')
    const cleared = changes.filter(row => row.cleared === 'YES').length
    expect(changes.length).toBeGreaterThan(0)
    expect((await rowsOf('lineClearance', { by: 'SECTION' })).find(({ sectionId }) => sectionId === 'Jahit')).toEqual({ sectionId: 'Jahit', changes: changes.length, clearedChanges: cleared, clearedShare: share(cleared, changes.length), targetShare: '100.0' })
    expect((await rowsOf('lineClearance', { by: 'LINE' })).reduce((sum, row) => sum + Number(row.changes), 0)).toBe((await rowsOf('lineClearance')).length)
    const handovers = (await rowsOf('transferTimes')).filter(row => row.fromSectionId === 'Cutting' && row.toSectionId === 'Jahit')
    const arrived = handovers.filter(({ acceptedAt }) => acceptedAt !== null)
    const sum = (rows: typeof handovers, key: string) => rows.reduce((total, row) => total + Number(row[key] ?? 0), 0)
    expect((await rowsOf('transferTimes', { by: 'ROUTE' })).find(row => row.fromSectionId === 'Cutting' && row.toSectionId === 'Jahit')).toMatchObject({
      count: handovers.length, accepted: arrived.length, averageMinutes: (Math.round((sum(arrived, 'minutes') * 10) / arrived.length) / 10).toFixed(1), target: 15,
      quantity: String(sum(handovers, 'quantity')), receivedQuantity: String(sum(arrived, 'receivedQuantity')), share: share(sum(arrived, 'receivedQuantity'), sum(arrived, 'quantity')),
    })
  })

  /** What a day of cutting made, confirmed at once; changed where it is there already. */
  async function enterOrChange(workOrder: WorkOrder, good: number): Promise<void> {
    const known = (await toys.cutter.production.getWorkOrderDays({ workOrderId: workOrder.id })).days[0]
    if (!known) await toys.enter(workOrder, String(good))
    else await toys.cutter.production.updateProduction({ ...seen(known.status === 'CONFIRMED' ? await toys.manager.production.reopenProduction({ ...seen(known), reason: 'Koreksi' }) : known), goodQuantity: String(good) })
    await confirm(workOrder)
  }

  /** A bear of one part, and what sewing makes of what was cut for it. */
  async function otherArticle(): Promise<Pair> {
    bear ??= await foundBear()
    const order = await toys.planned({ articleId: bear, quantity: '100' })
    const pair = { from: await toys.workOrderOf(order, 'BERUANG-KAIN'), to: await toys.workOrderOf(order, 'BERUANG-KULIT') }
    await cut(pair)
    return pair
  }
  let bear: string | undefined
  const foundBear = () => foundArticle([['BERUANG-KAIN', 'CUT', { KATUN: '60' }], ['BERUANG-KULIT', 'SEW', { 'BERUANG-KAIN': '1' }], ['BERUANG', 'PCK', { 'BERUANG-KULIT': '1' }]])
  /** The last of these, each of what it is made of. */
  async function foundArticle(parts: readonly (readonly [code: string, section: string, components: Readonly<Record<string, string>>])[]): Promise<string> {
    const { admin } = toys
    const { items, units } = toys.toys
    const made: Record<string, string> = {}
    for (const [code, section, components] of parts) {
      made[code] = (await admin.masters.createItem({ code, name: `Buatan ${code}`, kind: section === 'PCK' ? 'FINISHED_GOOD' : 'WIP', unitId: units.Pcs! })).id
      const draft = await admin.engineering.createBom({ itemId: made[code], outputQuantity: '1', sectionId: host.section(section) })
      await admin.engineering.saveBomLines({ bomHeaderId: draft.id, rows: Object.entries(components).map(([component, quantity]) => ({ componentItemId: made[component] ?? items[component]!, quantity, unitId: (component === 'KATUN' ? units.Cm : units.Pcs)! })) })
      await admin.engineering.activateBom({ id: draft.id, version: draft.version })
    }
    return made[parts.at(-1)![0]]!
  }
})
