import { afterAll, describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import { addDays, type BusinessDay } from '../shared/core/dates.ts'
import { wastePercent } from '../shared/ledger/rules.ts'
import { importer } from './support/import-files.ts'
import { friday, on, refusedRow, seen, openLedgerDesks } from './support/ledger-desks.ts'

const { host, admin, cutter, embroiderer, sewer, supervisor, reason, itemWith, itemName, output, change, receive, counted, waste, lineOn, figures, bind } = await openLedgerDesks()
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

describe('PX-7 the ledger of a section', () => {
  test('available is what was left, what came and what was received by hand; what is left opens the next day', async () => {
    const itemId = await itemWith(['CUT', 'SEW', 1])
    await output(cutter, 'CUT', on(-3), itemId, '100')
    await receive(itemId, '20', on(-2))
    await output(sewer, 'SEW', on(-2), itemId, '70')
    await waste(itemId, '5', on(-2))
    expect(figures(await lineOn('SEW', itemId, on(-2)))).toEqual({ opening: '0', received: '100', manual: '20', available: '120', output: '70', rejected: '0', waste: '5', closing: '45' })
    await output(sewer, 'SEW', on(0), itemId, '50')
    // A day of which nothing is said opens and closes with what was left before.
    expect(figures(await lineOn('SEW', itemId, on(-1)))).toMatchObject({ opening: '45', available: '45', closing: '45' })
    const short = await lineOn('SEW', itemId, on(0))
    expect(short).toMatchObject({ opening: decimal('45'), closing: decimal('-5'), isAnomaly: true, isShort: true, shortPercent: decimal('11.11') })
    expect(await lineOn('SEW', itemId, on(-2))).toMatchObject({ isAnomaly: false, isShort: false })
    const { rows } = await admin.ledger.listLedger({ filter: { itemId, isShort: true } })
    expect(rows.map(line => [line.sectionName, line.day])).toEqual([['Jahit', on(0)]])
  })

  test('nobody can say what a section has before anything came to it: no anomaly, and what went before the first receipt stays unknown', async () => {
    const itemId = await itemWith(['CUT', 'SEW', 1])
    await output(cutter, 'CUT', on(-3), itemId, '1000')
    await output(cutter, 'CUT', on(0), itemId, '5')
    await output(cutter, 'CUT', on(-1), itemId, '40')
    expect(await lineOn('CUT', itemId, on(-1))).toMatchObject({ isStart: true, isAnomaly: false, isShort: false, output: decimal('40') })
    await receive(itemId, '30', on(-1), 'CUT', cutter)
    expect(await lineOn('CUT', itemId, on(-1))).toMatchObject({ isStart: false, isAnomaly: true, opening: decimal('0'), closing: decimal('-10') })
    expect(await lineOn('CUT', itemId, on(-3))).toMatchObject({ isStart: true, isShort: false })
    expect(await lineOn('CUT', itemId, on(0))).toMatchObject({ opening: decimal('-10'), closing: decimal('-15') })
    expect((await admin.ledger.listLedger({ filter: { itemId, isShort: true } })).rows.map(({ day }) => day)).toEqual([on(0), on(-1)])
  })

  test('a day opens with what was counted, whatever was left before, and later corrections of days before it leave it so', async () => {
    const itemId = await itemWith()
    const early = await output(sewer, 'SEW', on(-5), itemId, '900')
    const [count] = await counted(itemId, '60', on(-3))
    await output(sewer, 'SEW', on(-3), itemId, '20')
    await output(sewer, 'SEW', on(-1), itemId, '10')
    expect(await lineOn('SEW', itemId, on(-5))).toMatchObject({ isStart: true })
    expect(await lineOn('SEW', itemId, on(-3))).toMatchObject({ isStart: false, counted: decimal('60'), opening: decimal('60'), closing: decimal('40') })
    await receive(itemId, '7', on(-6))
    await change(sewer, 'SEW', early, '950')
    expect(await lineOn('SEW', itemId, on(-5))).toMatchObject({ isShort: true, closing: decimal('-943') })
    expect(await lineOn('SEW', itemId, on(-1))).toMatchObject({ opening: decimal('40'), closing: decimal('30') })
    // A day of which nothing is said yet knows what lies there.
    expect((await sewer.ledger.getLedgerEntries({ sectionId: host.section('SEW'), day: on(0) })).lines.find(line => line.itemId === itemId)).toMatchObject({ day: on(0), opening: decimal('30'), closing: decimal('30') })
    await expect(counted(itemId, '61', on(-3))).rejects.toMatchObject({ params: { issues: [expect.objectContaining({ reason: 'errors.duplicate' })] } })
    await expect(counted(itemId, '0', on(-2), '')).rejects.toMatchObject({ params: { issues: [expect.objectContaining({ path: ['rows', 0, 'notes'], reason: 'ledger.issues.count-reason' })] } })
    await expect(receive(itemId, '0', on(-2))).rejects.toMatchObject({ params: { issues: [expect.objectContaining({ path: ['rows', 0, 'quantity'], reason: 'ledger.issues.nothing-received' })] } })
    await sewer.ledger.saveReceipts({ sectionId: host.section('SEW'), day: on(-3), rows: [{ kind: 'change', ...seen(count!), quantity: '0' }] })
    expect(await lineOn('SEW', itemId, on(-1))).toMatchObject({ opening: decimal('-20'), closing: decimal('-30') })
  })

  test('an anomaly is explained by the rows behind it', async () => {
    const itemId = await itemWith(['CUT', 'SEW', 1], ['EMB', 'SEW', 2], ['SEW', 'FIN', 1])
    await output(cutter, 'CUT', on(-2), itemId, '30')
    await output(embroiderer, 'EMB', on(-3), itemId, '10')
    await receive(itemId, '5', on(-1))
    const entry = await output(sewer, 'SEW', on(-1), itemId, '50')
    const day = await sewer.ledger.getLedgerDay({ sectionId: host.section('SEW'), itemId, day: on(-1) })
    expect(day.line).toMatchObject({ available: decimal('45'), closing: decimal('-5'), isAnomaly: true })
    expect(day.inflows.map(({ sectionName, day: from, leadDays, quantity }) => [sectionName, from, leadDays, decimalText(quantity)])).toEqual([['Bordir', on(-3), 2, '10'], ['Cutting', on(-2), 1, '30']])
    expect(day.outputs).toEqual([expect.objectContaining({ kind: 'WORKER', id: entry.id, label: 'K-SEW · Pekerja SEW', quantity: decimal('50') })])
    expect(day.receipts).toEqual([expect.objectContaining({ notes: 'Gudang', quantity: decimal('5') })])
    expect(day.outflows).toEqual([expect.objectContaining({ sectionName: 'Finishing', day: on(0), quantity: decimal('50') })])
    expect(day.before).toBeNull()
  })
})

test('PX-8 500 cut on the 10th and 40 embroidered on the 9th are 540 for sewing on the 11th; 480 instead of 500 make it 520', async () => {
  const itemId = await itemWith(['CUT', 'SEW', 1], ['EMB', 'SEW', 2])
  const tenth = '2026-01-10' as BusinessDay
  const cut = await output(cutter, 'CUT', tenth, itemId, '500')
  await output(embroiderer, 'EMB', addDays(tenth, -1), itemId, '40')
  await output(sewer, 'SEW', addDays(tenth, 2), itemId, '10')
  expect(await lineOn('SEW', itemId, addDays(tenth, 1))).toMatchObject({ received: decimal('540') })
  await change(cutter, 'CUT', cut, '480')
  expect(await lineOn('SEW', itemId, addDays(tenth, 1))).toMatchObject({ received: decimal('520'), closing: decimal('520') })
  expect(await lineOn('SEW', itemId, addDays(tenth, 2))).toMatchObject({ opening: decimal('520'), closing: decimal('510') })
})

test('PX-8 a way of the flow that is changed or ended goes on from that day: the days before keep what came by it, and its history tells both', async () => {
  const itemId = await itemWith(['CUT', 'SEW', 1])
  const received = async (day: number) => decimalText((await lineOn('SEW', itemId, on(day))).received)
  await output(cutter, 'CUT', on(-3), itemId, '60')
  const edgeOf = async () => (await admin.masters.listProcessFlowEdges({ filter: { itemId } })).rows[0]!
  expect(await edgeOf()).toMatchObject({ validFrom: null })
  await admin.masters.updateProcessFlowEdge({ ...seen(await edgeOf()), leadDays: 0 })
  expect(await edgeOf()).toMatchObject({ leadDays: 0, validFrom: friday })
  await output(cutter, 'CUT', on(-1), itemId, '10')
  const cut = await output(cutter, 'CUT', on(0), itemId, '40')
  // What was cut yesterday comes today by the way as it was, what is cut today by the way as it is.
  expect([await received(-2), await received(-1), await received(0)]).toEqual(['60', '0', '50'])
  const before = { fromSectionName: 'Cutting', toSectionName: 'Jahit', leadDays: 1, fromDay: null, untilDay: on(-1), slips: [] }
  expect(await admin.masters.listFlowHistory({ itemId })).toMatchObject([before, { leadDays: 0, fromDay: friday, untilDay: null }])
  await admin.masters.setProcessFlowEdgeActive({ ...seen(await edgeOf()), isActive: false })
  await change(cutter, 'CUT', cut, '45')
  expect([await received(-2), await received(0)]).toEqual(['60', '10'])
  expect(await admin.masters.listFlowHistory({ itemId })).toMatchObject([before])
  expect((await admin.masters.listFlowItems({})).map(({ id }) => id)).toContain(itemId)
  await admin.masters.setProcessFlowEdgeActive({ ...seen(await edgeOf()), isActive: true })
  expect(await received(0)).toBe('55')
  // Put right: it has been so since yesterday already, whatever the way led like before.
  await admin.masters.updateProcessFlowEdge({ ...seen(await edgeOf()), validFrom: on(-1) })
  expect([await received(-2), await received(-1), await received(0)]).toEqual(['60', '10', '45'])
  expect(await admin.masters.listFlowHistory({ itemId })).toMatchObject([{ ...before, untilDay: on(-2) }, { leadDays: 0, fromDay: on(-1), untilDay: null }])
})

describe('PX-8 a new way of the flow', () => {
  const wayTo = (itemId: string, section: string, validFrom?: BusinessDay) => admin.masters.createProcessFlowEdge({ itemId, fromSectionId: host.section('CUT'), toSectionId: host.section(section), leadDays: 0, ...(validFrom && { validFrom }) })
  const received = async (section: string, itemId: string, day: number) => decimalText((await lineOn(section, itemId, on(day))).received)

  test('leads from the day that is said, else from today: the days before, locked ones too, stay as they were', async () => {
    const itemId = await itemWith()
    await output(cutter, 'CUT', on(-3), itemId, '60')
    await output(cutter, 'CUT', on(-1), itemId, '10')
    await receive(itemId, '5', on(-3))
    await supervisor.sectionDay.lockDay({ sectionId: host.section('SEW'), day: on(-3) })
    const past = async () => [await lineOn('SEW', itemId, on(-3)), await lineOn('SEW', itemId, on(-1))]
    const before = await past()
    expect(await wayTo(itemId, 'SEW')).toMatchObject({ validFrom: friday })
    expect(await past()).toEqual(before)
    await output(cutter, 'CUT', on(0), itemId, '7')
    expect([await received('SEW', itemId, -3), await received('SEW', itemId, 0)]).toEqual(['0', '7'])
    await wayTo(itemId, 'EMB', on(-2))
    expect([await received('EMB', itemId, -3), await received('EMB', itemId, -1)]).toEqual(['0', '10'])
  })

  test('leads from the beginning where nothing was entered before today, so that days entered later count', async () => {
    const itemId = await itemWith()
    await output(cutter, 'CUT', on(0), itemId, '7')
    expect(await wayTo(itemId, 'SEW')).toMatchObject({ validFrom: null })
    await output(cutter, 'CUT', on(-4), itemId, '60')
    expect([await received('SEW', itemId, -4), await received('SEW', itemId, 0)]).toEqual(['60', '7'])
  })

  test('comes by a file as by hand: without a day from today on, and the same file once more changes nothing', async () => {
    const itemId = await itemWith()
    await output(cutter, 'CUT', on(-2), itemId, '60')
    const { code } = await admin.masters.getItem({ id: itemId })
    const user = await importer(host, 'Superadmin')
    const file = `Barang;Dari bagian;Ke bagian;Jeda (hari);Berlaku sejak\n${code};CUT;SEW;0;`
    await user.desk.imports.applyImport(await user.stage('processFlowEdges', file))
    const [way] = (await admin.masters.listProcessFlowEdges({ filter: { itemId } })).rows
    expect(way).toMatchObject({ validFrom: friday })
    expect(await received('SEW', itemId, -2)).toBe('0')
    expect(await user.stage('processFlowEdges', file)).toMatchObject({ sameCount: 1, changedCount: 0, newCount: 0, faultyCount: 0 })
    // Nor does a blank day entered by hand lead it back to the beginning.
    await admin.masters.updateProcessFlowEdge({ ...seen(way!), validFrom: null })
    expect([(await admin.masters.getProcessFlowEdge({ id: way!.id })).validFrom, await received('SEW', itemId, -2)]).toEqual([friday, '0'])
  })
})

describe('PX-9 where the ledger binds', () => {
  test('with 10 available 15 are refused, by the row, and pass where the ledger does not bind', async () => {
    const itemId = await itemWith(['CUT', 'SEW', 0])
    await output(cutter, 'CUT', on(-1), itemId, '10')
    await bind(true)
    await expect(output(sewer, 'SEW', on(-1), itemId, '15')).rejects.toMatchObject(refusedRow('actualQuantity', 'ledger-output'))
    expect((await lineOn('SEW', itemId, on(-1))).output).toBe(decimal('0'))
    // Cutting is where the flow begins: nothing says what it has.
    await output(cutter, 'CUT', on(0), itemId, '1000')
    const entry = await output(sewer, 'SEW', on(-1), itemId, '10')
    await expect(change(sewer, 'SEW', entry, '11')).rejects.toMatchObject(refusedRow('actualQuantity', 'ledger-output'))
    await bind(false)
    await change(sewer, 'SEW', entry, '15')
    await bind(true)
    // What makes it better always passes.
    await change(sewer, 'SEW', { ...entry, version: entry.version + 1 }, '12')
    await bind(false)
  })

  test('80 left and 20 received: 10 thrown away are 10.00 %, and no more than what the output left', async () => {
    const itemId = await itemWith(['CUT', 'SEW', 0])
    await output(cutter, 'CUT', on(-3), itemId, '80')
    await receive(itemId, '20', on(-2))
    await bind(true)
    await output(sewer, 'SEW', on(-2), itemId, '85')
    await expect(waste(itemId, '16', on(-2))).rejects.toMatchObject(refusedRow('quantity', 'ledger-waste'))
    const [entry] = await waste(itemId, '10', on(-2))
    expect(await lineOn('SEW', itemId, on(-2))).toMatchObject({ opening: decimal('80'), available: decimal('100'), wastePercent: decimal('10'), closing: decimal('5') })
    await sewer.ledger.saveWaste({ sectionId: host.section('SEW'), day: on(-2), rows: [{ kind: 'change', ...seen(entry!), quantity: '15' }] })
    await bind(false)
    expect(wastePercent(decimal('1'), decimal('3'))).toBe(decimal('33.33'))
    expect(wastePercent(decimal('1'), decimal('0'))).toBeNull()
  })

  test('an entry of a day past leaves no later day below zero, and what was received is not taken back once it is used', async () => {
    const itemId = await itemWith(['CUT', 'SEW', 0])
    await output(cutter, 'CUT', on(-5), itemId, '100')
    const [received] = await receive(itemId, '10', on(-4))
    await output(sewer, 'SEW', on(-2), itemId, '105')
    await bind(true)
    await expect(output(sewer, 'SEW', on(-4), itemId, '6')).rejects.toMatchObject(refusedRow('actualQuantity', 'ledger-later'))
    const remove = () => sewer.ledger.saveReceipts({ sectionId: host.section('SEW'), day: on(-4), rows: [{ kind: 'remove', ...seen(received!) }] })
    await expect(remove()).rejects.toMatchObject(refusedRow('quantity', 'ledger-later'))
    await bind(false)
    await remove()
    expect(await lineOn('SEW', itemId, on(-2))).toMatchObject({ closing: decimal('-5'), isShort: true })
  })
})

test('PX-9 what was received or counted where no way of the flow leads is not taken back once it is used', async () => {
  const itemId = await itemWith()
  const [received] = await receive(itemId, '10', on(-4))
  await output(sewer, 'SEW', on(-2), itemId, '8')
  const [count] = await counted(itemId, '5', on(-1))
  await output(sewer, 'SEW', on(-1), itemId, '5')
  await bind(true)
  const remove = (entry: { readonly id: string; readonly version: number; readonly day: string }) => sewer.ledger.saveReceipts({ sectionId: host.section('SEW'), day: entry.day, rows: [{ kind: 'remove', ...seen(entry) }] })
  await expect(remove(received!)).rejects.toMatchObject(refusedRow('quantity', 'ledger-later'))
  await expect(remove(count!)).rejects.toMatchObject(refusedRow('quantity', 'ledger-output'))
  await bind(false)
  await remove(count!)
  await remove(received!)
  expect(await lineOn('SEW', itemId, on(-1))).toMatchObject({ isStart: true })
})

describe('what is entered by hand', () => {
  test('all rows or none, each refused one is named; of an item once for each reason', async () => {
    const itemId = await itemWith()
    const sectionId = host.section('SEW')
    const row = { kind: 'enter' as const, itemId, wasteReasonId: reason, quantity: '2' }
    await expect(sewer.ledger.saveWaste({ sectionId, day: on(-1), rows: [row, { ...row, quantity: '1.5' }, row] })).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [expect.objectContaining({ path: ['rows', 1, 'quantity'], reason: 'masters.issues.unit-places' }), expect.objectContaining({ path: ['rows', 2], reason: 'errors.duplicate' })] },
    })
    expect((await sewer.ledger.getLedgerEntries({ sectionId, day: on(-1) })).waste).toEqual([])
    const [entry] = await sewer.ledger.saveWaste({ sectionId, day: on(-1), rows: [row] })
    expect(entry).toMatchObject({ wasteReasonName: 'Salah potong', quantity: decimal('2'), enteredByName: expect.stringContaining('Admin Sewing') as string })
    await expect(sewer.ledger.saveWaste({ sectionId, day: on(-1), rows: [{ kind: 'change', ...seen(entry!), version: 9, quantity: '3' }] })).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [expect.objectContaining({ path: ['rows', 0], reason: 'errors.conflict' })] },
    })
    expect(await sewer.ledger.saveWaste({ sectionId, day: on(-1), rows: [{ kind: 'remove', ...seen(entry!) }] })).toEqual([null])
    expect((await admin.ledger.listLedger({ filter: { itemId } })).rows).toEqual([])
  })

  test('nobody enters or reads for another section, for a day ahead, in a closed month, or without the right', async () => {
    const itemId = await itemWith()
    await expect(waste(itemId, '1', on(-1), cutter)).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(cutter.ledger.getLedgerDay({ sectionId: host.section('SEW'), itemId, day: on(-1) })).rejects.toMatchObject({ code: 'foreign-section' })
    await expect(cutter.ledger.listLedger({ filter: { sectionId: host.section('SEW') } })).rejects.toMatchObject({ code: 'foreign-section' })
    expect(new Set((await cutter.ledger.listLedger({ pageSize: 200 })).rows.map(({ sectionName }) => sectionName))).toEqual(new Set(['Cutting']))
    await expect(waste(itemId, '1', on(1))).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [expect.objectContaining({ path: ['day'] })] } })
    const operator = await host.as('Warehouse Operator', 'SEW')
    await expect(waste(itemId, '1', on(-1), operator)).rejects.toMatchObject({ code: 'forbidden' })
    await admin.periods.closePeriod({ month: '2025-12', reason: 'Buku Desember selesai' })
    await expect(waste(itemId, '1', '2025-12-30' as BusinessDay)).rejects.toMatchObject({ code: 'period-closed' })
  })

  test('a locked day never changes: its waste goes to the queue of late entries', async () => {
    const itemId = await itemWith()
    const sectionId = host.section('SEW')
    const day = on(-6)
    await receive(itemId, '50', day)
    const lock = await supervisor.sectionDay.lockDay({ sectionId, day })
    const before = await lineOn('SEW', itemId, day)
    const input = { sectionId, day, rows: [{ kind: 'enter' as const, itemId, wasteReasonId: reason, quantity: '4' }] }
    await expect(sewer.ledger.saveWaste(input)).rejects.toMatchObject({ code: 'day-locked' })
    await expect(receive(itemId, '1', day)).rejects.toMatchObject({ code: 'day-locked' })
    expect(await lineOn('SEW', itemId, day)).toEqual(before)
    const kept = await sewer.sectionDay.keepLateEntry({ call: 'ledger.saveWaste', input, reason: 'Lembar kertas tertinggal' })
    expect(kept.facts).toEqual([expect.objectContaining({ label: expect.stringContaining('Salah potong') as string, value: '4' })])
    await admin.sectionDay.unlockDay({ ...seen(lock), reason: 'Isian terlambat' })
    await supervisor.sectionDay.applyLateEntry(seen(kept))
    expect(await lineOn('SEW', itemId, day)).toMatchObject({ waste: decimal('4'), closing: decimal('46') })
  })
})

test('RP-4 the reports tell what was thrown away by section, item and reason, with its share, or that there is none to tell', async () => {
  const [fed, unfed] = [await itemWith(['CUT', 'SEW', 0]), await itemWith()]
  await output(cutter, 'CUT', on(0), fed, '200')
  await output(sewer, 'SEW', on(0), fed, '150')
  await waste(fed, '8', on(0))
  await waste(unfed, '3', on(0))
  const rowsOf = async (report: string, item: string) => (await supervisor.reports.previewReport({ report, filters: { period: { from: on(0), to: on(0) }, item } })).rows.map(({ cells }) => cells)
  const [shown, bare] = [itemName(1), itemName()]
  expect(await rowsOf('wastage', shown)).toMatchObject([{ sectionId: 'Jahit', itemId: shown, reason: 'Salah potong', entries: 1, waste: '8', available: '200', share: '4.00' }])
  expect(await rowsOf('wastage', bare)).toMatchObject([{ waste: '3', share: null }])
  expect(await rowsOf('dailyLedger', shown)).toMatchObject([{ sectionId: 'Jahit', opening: '0', received: '200', output: '150', closing: '42', wastePercent: '4.00', state: 'FINE' }])
  expect(await rowsOf('dailyLedger', bare)).toMatchObject([{ opening: null, closing: null, state: 'START' }])
})
