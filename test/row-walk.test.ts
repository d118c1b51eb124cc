import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditedEntities } from '../shared/audit/history.ts'
import { businessDay } from '../shared/core/dates.ts'
import { permissions, type Permission } from '../shared/core/permissions.ts'
import { anyOf, anySession } from '../shared/core/procedure.ts'
import { costPaths, holdersAt } from '../src-main/core/cost-paths.ts'
import type { Session } from '../src-main/core/session.ts'
import { databaseFile } from '../src-main/database/data-folder.ts'
import { workBadges } from '../src-main/demo/logins.ts'
import { createSettings } from '../src-main/engines/settings.ts'
import { definitions } from '../src-main/reports/definitions.ts'
import { startTestHost, type TestHost } from './support/host.ts'
import { importer } from './support/import-files.ts'
import { askedOf, narrowedEntities, queries, sectionOf, type Asked, type Inputs, type Section } from './support/walk.ts'

/** Rights over the factory as a whole: no role of own sections is given them, and their rows are of no section. */
const factoryWide = ['identity', 'audit', 'settings', 'dataCare', 'process']
const actsOfSections = ['process.readDailyProduction', 'process.enterDailyProduction']
const isOfSections = (permission: string) => actsOfSections.includes(permission) || !factoryWide.includes(permission.split('.')[0]!)

let host: TestHost
let own: Section
let foreign: Section
/** An import that is begun and not applied, with a cost in it. */
let batchId: string
const atDefault = createSettings(() => [])
let costlyItem: string

/** What a query must be told, in words of a section. One that needs an id and does not stand here fails the walk by its name. */
const inputs: Inputs = {
  'approvals.getRequest': section => [{ id: section.first('approvalRequest') }],
  'attachments.listAttachments': section => [{ entity: 'kanbanCard', entityId: section.first('kanbanCard') }],
  'audit.getEntry': () => [{ seq: host.database.prepare("select max(seq) from auditEntry where entity = 'item'").pluck().get() }],
  'audit.listHistory': section => [...narrowedEntities.filter(entity => auditedEntities.includes(entity)).map(entity => ({ entity, id: section.first(entity) })), { entity: 'item', id: costlyItem }],
  'engineering.convertQuantity': section => [{ quantity: '1', itemId: itemIn(section), fromUnitId: unitOf(itemIn(section)), toUnitId: unitOf(itemIn(section)) }],
  'engineering.getBom': () => [{ id: bomOf("status = 'ACTIVE'") }, { id: textOf('select bomHeaderId from bomLine join bomVariant on bomLineId = bomLine.id where costVariance > 0') }],
  'engineering.listRevisions': () => [{ id: bomOf("status = 'RETIRED'") }],
  'engineering.explodeBom': () => [{ id: bomOf("kind = 'PURCHASE'"), quantity: '480' }, { id: bomOf("kind = 'PRODUCTION' and status = 'ACTIVE' and laborHours > 0"), quantity: '480' }],
  'engineering.listUses': () => [{ itemId: textOf('select componentItemId from bomLine limit 1') }],
  'engineering.compareBoms': () => [{ beforeId: bomOf("status = 'RETIRED' and kind = 'PRODUCTION'"), afterId: bomOf("revision = 2 and kind = 'PRODUCTION'") }],
  'identity.getUser': section => [{ id: section.first('user', "username <> 'system'") }],
  'identity.listMenusHeld': section => [{ userIds: [section.first('user')] }],
  'finishedGoods.listPackedCartons': section => [{ workOrderId: section.first('workOrder') }],
  'finishedGoods.getCarton': () => [{ id: textOf('select id from carton') }],
  'finishedGoods.getReceiving': () => [{ id: textOf('select manufacturingOrderId from carton') }],
  'imports.getBatch': () => [{ id: batchId }],
  'imports.listImportRows': () => [{ batchId }],
  'imports.listImportRecords': () => [{ batchId, part: 'items' }],
  'kanban.getBoard': section => [{ completedSince: '2026-01-01' }, { completedSince: '2026-01-01', sectionId: section.id }],
  'kanban.getCard': section => [{ id: section.first('kanbanCard') }, { id: section.first('kanbanCard', "status = 'COMPLETED'") }],
  'kanban.getSectionDashboard': section => [{ sectionId: section.id }],
  'kanban.listCards': section => [{ pageSize: 200 }, { filter: { sectionId: section.id } }],
  'kanban.listRules': section => [{ pageSize: 200 }, { filter: { sectionId: section.id } }],
  'kanban.searchItems': section => [{ sectionId: section.id }],
  'masters.getRuleInForce': section => [{ sectionId: section.id, day: '2026-11-20' }],
  'masters.listFlowHistory': () => [{ itemId: textOf('select itemId from flowPeriod') }],
  'masters.listSupervisors': section => [{ sectionId: section.id }],
  'purchasing.getAwaited': () => [{ id: textOf("select id from purchaseOrder where status = 'SENT'") }],
  'planning.getSalesOrder': section => [{ id: section.first('salesOrder') }],
  'production.getWorkOrderDays': section => [{ workOrderId: textOf(`select workOrderId from dailyProduction where sectionId = '${section.id}'`) }],
  'production.listWaitingDays': section => [{ sectionId: section.id }],
  'production.getProductionCalendar': section => [{ sectionId: section.id, month: textOf(`select substr(day, 1, 7) from dailyProduction where sectionId = '${section.id}'`), asOf: '2026-01-20' }],
  'planning.listOverrides': section => [{ kind: 'UNLOCK_WORK_ORDER', id: section.first('workOrder') }, { kind: 'APPROVE_DEBT', id: section.first('materialDebt') }],
  'sectionDay.getWorkerDay': section => [{ sectionId: section.id, day: textOf(`select day from sectionDayLock where sectionId = '${section.id}'`) }],
  'ledger.getLedgerDay': section => [{ sectionId: section.id, itemId: textOf(`select itemId from wasteEntry where sectionId = '${section.id}'`), day: textOf(`select day from wasteEntry where sectionId = '${section.id}'`) }],
  'ledger.getLedgerEntries': section => [{ sectionId: section.id, day: textOf(`select day from wasteEntry where sectionId = '${section.id}'`) }, { sectionId: section.id, day: textOf(`select day from ledgerReceipt where sectionId = '${section.id}'`) }],
  'sectionDay.getEarlierDay': section => [{ sectionId: section.id, day: '2026-11-20' }],
  'sectionDay.getWorkerHistory': section => [{ workerId: textOf(`select workerId from workerEntry where sectionId = '${section.id}'`), fromDay: '2026-01-01', toDay: '2026-12-31' }],
  'sectionDay.getLateEntry': section => [{ id: section.first('lateEntry') }],
  'sectionDay.getTeamDay': section => [{ id: section.first('teamDay') }],
  'downtime.getDowntime': section => [{ id: section.first('downtime') }],
  'downtime.getSectionDowntime': section => [{ sectionId: section.id, day: '2026-11-20' }],
  'downtime.listDowntimes': section => [{ pageSize: 200 }, { filter: { sectionId: section.id } }],
  'stages.getStageWork': section => [{ workOrderId: textOf(`select workOrderId from reworkCard where sectionId = '${section.id}'`), day: textOf(`select day from stepRecord where sectionId = '${section.id}'`) }],
  'stages.getReworkCard': section => [{ id: section.first('reworkCard') }],
  'stages.getHold': section => [{ id: section.first('stageHold') }],
  'transfers.getTransfer': section => [{ id: textOf(`select id from transfer where ${section === own ? 'toSectionId' : 'fromSectionId'} = '${section.id}' and not (fromSectionId = '${foreign.id}' and toSectionId = '${own.id}')`) }],
  'transfers.getGatePass': section => [{ id: section.first('gatePass') }],
  'transfers.getGateWork': section => [{ workOrderId: section.first('workOrder') }],
  'fulfilment.getInvoice': () => [{ id: textOf("select invoiceId from creditNote where id = 'walk-note'") }],
  'followUp.getClient': () => [{ id: textOf('select id from customerAccount') }],
  'fulfilment.findInvoice': () => [{ number: textOf("select number from invoice where id = (select invoiceId from creditNote where id = 'walk-note')") }],
  'fulfilment.findTray': () => [{ code: textOf("select code from packingContainer where isInUse = 1 and invoiceId = (select invoiceId from creditNote where id = 'walk-note')") }],
  'fulfilment.getMyWork': () => Object.values(workBadges).map(badge => ({ badge })),
  'fulfilment.previewBulk': () => [{ fromDay: '2026-01-01', toDay: '2099-12-31', status: ['INVOICED'], to: 'PICKED' }],
  'fulfilment.getBulkResults': () => [{ id: textOf('select id from invoiceBulkRun') }],
  'fulfilment.findMissing': () => [{ prefix: 'JB-2611-', fromDay: '2026-01-01', toDay: '2099-12-31' }],
  'fulfilment.getDayFigures': () => [{ fromDay: '2026-11-20', toDay: '2026-11-21' }],
  'transfers.listSendable': section => [{ sectionId: section.id }],
  'transfers.getTransferFigures': () => [{ fromDay: '2026-01-01', toDay: '2099-12-31' }],
  'production.getSectionDay': section => [{ sectionId: section.id, day: textOf(`select max(day) from dailyProduction where sectionId = '${section.id}'`) }],
  'production.listFindings': section => [{ filter: { sectionId: section.id, toDay: textOf('select max(day) from findingLook') }, pageSize: 200 }],
  'production.getPaperBatch': section => [{ id: section.first('paperBatch') }],
  'production.getWorkOfDay': section => [{ workOrderId: section.first('workOrder'), day: '2026-11-20' }],
  'planning.getWorkOrder': section => [{ id: section.first('workOrder') }],
  'planning.readBoardWorkOrder': section => [{ id: section.first('workOrder') }],
  'planning.readBoardObstacles': section => [{ ids: [section.first('workOrder')] }],
  'planning.getOrderClose': () => [{ id: textOf("select id from manufacturingOrder where status = 'COMPLETED' and kind = 'PRODUCTION'") }],
  'planning.getManufacturingOrder': section => [{ id: section.first('manufacturingOrder', "kind = 'PRODUCTION'") }],
  'purchasing.getOrder': section => [{ id: section.first('purchaseOrder') }],
  'purchasing.getReceipt': section => [{ id: section.first('purchaseReceipt') }],
  'purchasing.getVendorScore': () => [{ partnerId: textOf('select partnerId from vendorMark'), fromMonth: '2026-01', toMonth: '2099-12' }],
  'purchasing.listVendorScores': () => [{ fromMonth: '2026-01', toMonth: '2099-12' }],
  'reports.previewReport': section => definitions.flatMap(({ name: report, offered }) => [
    { report, pageSize: 200 }, ...Object.entries({ section: section.id, location: section.storeId, item: itemIn(section) }).filter(([key]) => offered(atDefault).some(filter => filter.key === key)).map(([key, id]) => ({ report, filters: { [key]: id } })),
  ]),
  'search.find': section => [{ text: cardNumber(section) }],
  'search.resolve': section => [{ code: cardNumber(section) }],
  'search.recall': section => [{ records: [{ kind: 'kanbanCard', id: section.first('kanbanCard') }] }],
  'warehouse.getDebt': section => [{ id: section.first('materialDebt') }],
  'warehouse.getCount': section => [{ id: section.first('stockCount') }],
  'warehouse.getItemStock': section => [{ itemId: itemIn(section) }],
  'warehouse.getStockDocument': section => [{ id: textOf('select documentId from stockDocumentLine join stockDocument on stockDocument.id = documentId where unitCost is not null and sectionIds like ?', `%${section.id}%`) }],
  'warehouse.matchStockLots': () => [{ texts: [textOf('select code from stockLot')] }],
  'warehouse.getRequisition': section => [{ id: section.first('requisition') }],
  'warehouse.getStockCard': section => [{ itemId: itemIn(section) }, { itemId: itemIn(section), filter: { locationId: section.storeId } }],
  'warehouse.getStockHistory': section => [{ itemId: itemIn(section), fromDay: '2026-01-01' }, { itemId: itemIn(section), fromDay: '2026-01-01', locationId: section.storeId }],
  'warehouse.getLot': section => [{ id: textOf('select lotId from lotBalance where id = ?', section.first('lotBalance')) }],
  'warehouse.listLots': section => [{ pageSize: 200 }, { filter: { locationId: section.storeId } }],
  'warehouse.listMoveLots': section => [{ seq: moveAt(section.storeId) }],
  'warehouse.listMoves': section => [{ pageSize: 200 }, { filter: { locationId: section.storeId } }],
  'warehouse.listOpenings': section => [{ locationId: section.storeId, itemIds: [itemIn(section)] }],
  'warehouse.matchWorkOrders': () => [{ texts: [textOf('select number from workOrder')] }],
  'warehouse.listWorkOrderRequests': section => [{ workOrderId: section.first('workOrder') }],
  'warehouse.previewUse': section => [{ workOrderId: openWorkOf(section), itemId: textOf('select itemId from materialAllocation where workOrderId = ?', openWorkOf(section)), quantity: '1' }],
  'warehouse.listStock': section => [{ pageSize: 200 }, { filter: { locationId: section.storeId } }],
}
/** What is told as an amount, never as a row. */
const toldAsAmounts = ['stockReservation', 'materialAllocation']
/** These answer that there is nothing, where another says that it may not be seen: who searches knows of no record. */
const findsNothing = ['search.find', 'search.resolve', 'search.recall']
/** Whom a request concerns is said by its people, not by its section. */
const notInvolved = ['approvals.getRequest', 'approvals.listRequests']

const textOf = (sql: string, ...given: unknown[]) => host.database.prepare(sql).pluck().get(...given) as string
const cardNumber = (section: Section) => textOf('select number from kanbanCard where id = ?', section.first('kanbanCard'))
const bomOf = (where: string) => textOf(`select id from bomHeader where ${where} limit 1`)
const moveAt = (storeId: string) => host.database.prepare('select max(seq) from stockMove where ? in (fromLocationId, toLocationId)').pluck().get(storeId) as number
const unitOf = (itemId: string) => textOf('select unitId from item where id = ?', itemId)
const openWorkOf = (section: Section) => section.first('workOrder', "status in ('PENDING', 'RUNNING') and id in (select workOrderId from materialAllocation)")
const itemIn = (section: Section) => textOf('select itemId from stockBalance where id = ?', section.first('stockBalance'))
const walked = (section: Section, isTaken: (asked: Asked) => boolean = () => true) => queries.flatMap(([name, procedure]) => askedOf(name, procedure, inputs, section)).filter(isTaken)
async function answerOf(session: Session, { name, input }: Asked): Promise<{ readonly name: string; readonly input: unknown; readonly code: string; readonly json: string; readonly asked: Asked['procedure'] }> {
  const answer = await host.host.dispatch(session, name, input)
  return { name, input, code: answer.ok ? 'ok' : answer.code, json: answer.ok ? (answer.json ?? '') : JSON.stringify(answer.params), asked: queries.find(([one]) => one === name)![1] }
}
const answersOf = (session: Session, asked: readonly Asked[]) => Promise.all(asked.map(one => answerOf(session, one)))

beforeAll(async () => {
  host = await startTestHost({ isDemo: true })
  ;[own, foreign] = [sectionOf(host, 'SEW'), sectionOf(host, 'CUT')]
  // Of the month that runs: those before it are closed.
  const paperDay = businessDay(host.clock.now(), { timeZone: 'Asia/Jakarta' })
  for (const section of [own, foreign]) {
    const file = { mediaType: 'image/jpeg', size: 1, sha256: 'a'.repeat(64), previewSha256: null }
    await host.system.attachments.recordAttachment({ entity: 'kanbanCard', entityId: section.first('kanbanCard'), name: 'foto.jpg', ...file })
    costlyItem = itemIn(section)
    const { version } = await host.system.masters.getItem({ id: costlyItem })
    await host.system.masters.updateItem({ id: costlyItem, version, unitCost: '7319.7731' })
    await host.system.warehouse.receiveStock({ itemId: costlyItem, quantity: '1', toLocationId: section.storeId })
    const { id: paperId } = await host.system.production.createPaperBatch({ sectionId: section.id, firstDay: paperDay, lastDay: paperDay, writer: 'Bu Sri', reason: 'Listrik padam' })
    await host.system.production.savePaperLines({ id: paperId, lines: [{ workOrderId: section.first('workOrder', "status = 'RUNNING'"), day: paperDay, goodQuantity: '1' }] })
    const { id: documentId } = await host.system.warehouse.createStockDocument({ kind: 'RECEIPT', toLocationId: section.storeId })
    await host.system.warehouse.saveStockDocumentLines({ documentId, lines: [{ itemId: costlyItem, quantity: '1', unitCost: '5417.2931' }] })
  }
  keepNoteAndBulk()
  await host.system.settings.changeSetting({ key: 'engineering.laborRate', value: '22731.4917' })
  const machine = (await host.system.masters.listMachines({})).rows[0]!
  await host.system.masters.updateMachine({ id: machine.id, version: machine.version, costPerHour: '8429.3157' })
  const keeper = await importer(host, 'Superadmin')
  batchId = (await keeper.stage('items', 'Kode;Nama;Jenis;Satuan;Harga satuan\nWALK-1;Kain;Bahan baku;Pcs;6531.4177')).id
})

/** A note of an invoice that is in a tray, beside the pen since one that comes in stops its invoice for billing; and a bulk change, which would finish the demo's work. */
function keepNoteAndBulk(): void {
  const file = new BetterSqlite(join(host.folder, databaseFile))
  const lines = JSON.stringify([{ itemCode: 'JB-HIU-40', name: 'Boneka hiu 40 cm', quantity: 1, mrp: 68_513_137 }])
  file.prepare(`insert into creditNote (id, createdAt, number, day, customerId, total, lines, invoiceId, createdBy)
    select 'walk-note', invoice.createdAt, 'C900001', invoice.day, customerId, 685131, ?, invoice.id, createdBy
    from invoice join packingContainer on packingContainer.invoiceId = invoice.id where kind = 'TRAY' and isInUse = 1 limit 1`).run(lines)
  file.exec(`insert into invoiceBulkRun (id, createdAt, fromDay, toDay, toStatus, reason, doneBy, doneCount, refusedCount, snapshot)
    select invoiceId, createdAt, day, day, 'PICKED', 'Uji', createdBy, 0, 0, '[]' from creditNote where id = 'walk-note'`)
  file.close()
}
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

test('every entity of sections has rows in two of them', () => {
  const rows = (entity: string, section: Section) => host.database.prepare(`select count(*) from ${entity} where sectionId = ?`).pluck().get(section.id) as number
  expect(narrowedEntities.filter(entity => rows(entity, own) === 0 || rows(entity, foreign) === 0)).toEqual([])
})

describe('IA-5 whoever sees one section', () => {
  let session: Session
  /** Ids and numbers by which a row of another section is known. */
  let secrets: readonly string[]
  let ofOwn: readonly { readonly entity: string; readonly id: string }[]
  const ids = (entity: string, where: string) => host.database.prepare(`select id from ${entity} where ${where}`).pluck().all(own.id) as string[]
  const offered = ({ procedure: { permission } }: Asked) => permission === anySession || anyOf(permission).some(isOfSections)

  beforeAll(async () => {
    const worker = await host.sessionFor('SPV Sewing', 'SEW')
    session = { ...worker, permissions: new Set<Permission>(permissions.filter(isOfSections)) }
    const documents = (where: string) => host.database.prepare(`select distinct documentNumber from stockMove
      join location as source on source.id = fromLocationId join location as target on target.id = toLocationId where documentNumber <> '' and ${where}`).pluck().all(own.id) as string[]
    const seen = documents('(source.sectionId is null and target.sectionId is null) or ? in (source.sectionId, target.sectionId)')
    const hidden = documents("(source.sectionId is not null or target.sectionId is not null) and ? not in (ifnull(source.sectionId, ''), ifnull(target.sectionId, ''))")
    secrets = [
      ...narrowedEntities.flatMap(entity => ids(entity, 'sectionId <> ?')), ...(host.database.prepare('select number from kanbanCard where sectionId <> ?').pluck().all(own.id) as string[]),
      ...hidden.filter(number => !seen.includes(number)),
    ]
    ofOwn = narrowedEntities.flatMap(entity => ids(entity, 'sectionId = ?').map(id => ({ entity, id })))
  })
  const leaked = (json: string) => secrets.filter(secret => json.includes(`"${secret}"`))

  test('is given no row of another by any query, and rows of their own by those that have them', async () => {
    const answers = await answersOf(session, walked(own, offered))
    expect(answers.filter(({ name, code }) => code !== 'ok' && !notInvolved.includes(name)).map(({ name, code }) => [name, code])).toEqual([])
    expect(answers.map(({ name, json }) => [name, leaked(json)]).filter(([, found]) => found!.length > 0)).toEqual([])
    const unseen = narrowedEntities.filter(entity => !answers.some(({ json }) => ofOwn.some(row => row.entity === entity && json.includes(row.id))))
    expect(unseen).toEqual(toldAsAmounts)
  })

  test('is refused what they ask of another by its id', async () => {
    const marks = [foreign.id, foreign.storeId, ...secrets]
    const asked = walked(foreign, one => offered(one) && one.procedure.reads.some(entity => narrowedEntities.includes(entity) || entity === 'stockMove'))
      .filter(({ input }) => marks.some(mark => JSON.stringify(input).includes(`"${mark}"`)))
    expect(asked.length).toBeGreaterThan(20)
    const answers = await answersOf(session, asked)
    const isRefused = ({ name, code }: { name: string; code: string }) => findsNothing.includes(name) || ['foreign-section', 'not-found', 'forbidden'].includes(code)
    expect(answers.filter(answer => !isRefused(answer) || (answer.code === 'ok' && leaked(answer.json).length > 0)).map(({ name, input, code }) => [name, input, code])).toEqual([])
  })

  test('and whoever has no section at all is refused by name, not shown empty screens', async () => {
    const nobody: Session = { ...session, sections: new Set<string>(), sectionId: null }
    const asked = walked(own, offered)
    const [some, none] = [await answersOf(session, asked), await answersOf(nobody, asked)]
    const hasRows = some.map(({ json }) => ofOwn.some(({ id }) => json.includes(`"${id}"`)))
    const shown = none.filter(({ name, code }, at) => hasRows[at] && !findsNothing.includes(name) && !notInvolved.includes(name) && !['no-section', 'foreign-section'].includes(code))
    expect(shown.map(({ name, code }) => [name, code])).toEqual([])
    expect(none.filter(({ code }) => code === 'no-section').length).toBeGreaterThan(5)
    expect(none.filter(({ name, json }) => findsNothing.includes(name) && ofOwn.some(({ id }) => json.includes(`"${id}"`)))).toEqual([])
  })
})

describe('IA-9 whoever may not see costs', () => {
  test('is given none by any query; each field that is marked as one has a value for those who may', async () => {
    const seeing = await host.sessionFor('Superadmin')
    const [all, blind] = [{ ...seeing, permissions: new Set<Permission>(permissions) }, { ...seeing, permissions: new Set<Permission>(permissions), canSeeCost: false }]
    const asked = walked(own)
    const [told, kept] = [await answersOf(all, asked), await answersOf(blind, asked)]
    expect(told.filter(({ code }) => code !== 'ok').map(({ name, code, json }) => [name, code, json])).toEqual([])
    const valuesAt = (json: string, path: readonly string[]) => holdersAt(JSON.parse(json), path).map(holder => holder[path.at(-1)!]).filter(value => value !== undefined && value !== null)

    const paths = queries.flatMap(([name, procedure]) => [...costPaths(procedure.output)].map(path => ({ name, path })))
    expect(paths.length).toBeGreaterThan(8)
    const unfilled = paths.filter(({ name, path }) => !told.some(one => one.name === name && valuesAt(one.json, path).some(value => Number(value) !== 0)))
    expect(unfilled.map(({ name, path }) => `${name} ${path.join('.')}`)).toEqual([])
    const shown = paths.filter(({ name, path }) => kept.some(one => one.name === name && one.code === 'ok' && valuesAt(one.json, path).length > 0))
    expect(shown.map(({ name, path }) => `${name} ${path.join('.')}`)).toEqual([])

    // Nor under another name: sums and costs that are like no quantity.
    const amounts = new Set([...told.flatMap(one => [...costPaths(one.asked.output)].flatMap(path => valuesAt(one.json, path))), '6531.4177'].map(String).filter(value => /\.\d{2,}$/.test(value)))
    expect(amounts).toContain('7319.7731')
    const found = (json: string) => [...amounts].filter(amount => json.includes(amount))
    expect(kept.filter(({ json }) => found(json).length > 0).map(({ name, json }) => [name, found(json)])).toEqual([])
    expect(told.filter(({ json }) => found(json).length > 0).map(({ name }) => name)).toEqual(expect.arrayContaining(['audit.listHistory', 'audit.getEntry', 'imports.listImportRows', 'reports.previewReport', 'warehouse.listStock']))
  })
})
