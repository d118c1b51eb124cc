import { expect, test, type Page } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { factoryToday } from '../support/factory-day.ts'
import { openDemoFactory } from '../support/demo-factory.ts'
import { callerAt } from '../support/host-process.ts'

/** Goods go from section to section by slip: sent, counted, raced for, kept from a line that holds others, and let beside them by the documented way. */
const say = texts.id.transfers
/** What a toast says of a slip, whatever its number. */
const told = (text: string, params: Readonly<Record<string, string>>) => Object.entries(params).reduce((said, [name, value]) => said.replace(`{{${name}}}`, value), text)

const factory = openDemoFactory(prepare)
const sections: Record<string, string> = {}

interface Row { readonly id: string; readonly version: number; readonly code: string; readonly number: string; readonly stageCode: string }
interface Rows { readonly rows: readonly Row[] }

/** Rabbits for another week are sewn beside those for stock; then every stage receives by slip. */
async function prepare(): Promise<void> {
  const admin = await callerAt(factory.url, 'admin')
  for (const { id, code } of (await admin<Rows>('masters.listSections', { pageSize: 200 })).rows) sections[code] = id
  const found = async (list: string, code: string) => (await admin<Rows>(list, { search: code, pageSize: 200 })).rows.find(row => row.code === code)!
  const store = await callerAt(factory.url, 'gudang')
  await store('warehouse.receiveStock', { itemId: (await found('masters.listItems', 'KN-MNK-CKM')).id, quantity: '20', toLocationId: (await found('masters.listLocations', 'WH-MAIN')).id })
  const planner = await callerAt(factory.url, 'ppic')
  const draft = await planner<Row>('planning.createManufacturingOrder', { articleId: (await found('masters.listItems', 'BJ-KLC-45')).id, quantity: '20', week: 'W06-2027', destination: 'EU' })
  const released = await planner<Row>('planning.releaseManufacturingOrder', { id: draft.id, version: draft.version })
  await planner('planning.generateWorkOrders', { id: released.id, version: released.version })
  const workOrders = (await planner<Rows>('planning.listWorkOrders', { filter: { manufacturingOrderId: draft.id }, pageSize: 200 })).rows
  const day = factoryToday()
  for (const [by, stage] of [['potong', 'CUT'], ['bordir', 'EMB'], ['jahit', 'SEW']] as const) {
    await (await callerAt(factory.url, by))('production.enterProduction', { workOrderId: workOrders.find(({ stageCode }) => stageCode === stage)!.id, day, goodQuantity: '20' })
  }
  const manager = await callerAt(factory.url, 'manajer')
  const forStock = (await planner<Rows>('planning.listWorkOrders', { search: 'MO-2026-00004-SEW-01-R1', pageSize: 1 })).rows[0]!
  for (const { id: workOrderId } of [workOrders.find(({ stageCode }) => stageCode === 'SEW')!, forStock]) {
    for (const { id, version } of (await manager<{ days: Row[] }>('production.getWorkOrderDays', { workOrderId })).days) await manager('production.confirmProduction', { id, version })
  }
  for (const { id, version, code } of (await admin<Rows>('masters.listProductionStages', { pageSize: 200 })).rows) {
    if (['EMB', 'SEW', 'FIN'].includes(code)) await admin('masters.updateProductionStage', { id, version, isBySlip: true })
  }
}

const cardOf = (page: Page, goods: RegExp) => page.getByRole('article').filter({ hasText: goods })

async function count(page: Page, goods: RegExp, pieces: string, reason?: string): Promise<void> {
  await cardOf(page, goods).getByRole('button', { name: say.accept, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: say.counted }).fill(pieces)
  if (reason !== undefined) await dialog.getByRole('textbox', { name: say.fields.varianceReason }).fill(reason)
}

test('TR-1, TR-2 cutting sends what is confirmed, and the next section takes in what it counted, with a reason where it differs', async ({ browser }) => {
  const sender = await factory.sitDown(browser, /Ratna Wijaya/)
  const receiver = await factory.sitDown(browser, /Nur Aini/)
  await sender.open(`/transfers/section?section=${sections.CUT!}`)
  await sender.page.getByRole('row').filter({ hasText: /MO-2026-00009-CUT/ }).getByRole('button', { name: say.send, exact: true }).click()
  await sender.page.getByRole('dialog').getByRole('button', { name: say.sendSave }).click()
  await expect(sender.page.getByText(/TRF-\S+ dibuat untuk Bordir/)).toBeVisible()

  const goods = /Potongan badan Beruang Rimba 20 cm/
  await receiver.open('/transfers/section')
  await count(receiver.page, goods, '128')
  const dialog = receiver.page.getByRole('dialog')
  await dialog.getByRole('button', { name: say.accept, exact: true }).click()
  await expect(dialog).toContainText(texts.id.errors['reason-needed'])
  await dialog.getByRole('textbox', { name: say.fields.varianceReason }).fill('Dua potong sobek')
  await dialog.getByRole('button', { name: say.accept, exact: true }).click()
  await expect(receiver.page.getByText(/TRF-\S+ diterima: 128 pcs/)).toBeVisible()
  await expect(cardOf(sender.page, goods)).toHaveCount(0)
})

test('TR-3, TR-4 a line that holds other goods keeps the slip back until its supervisor has seen it empty; then of two desks exactly one accepts', async ({ browser }) => {
  const [sewer, supervisor] = [await factory.sitDown(browser, /Sri Lestari/), await factory.sitDown(browser, /Hendra Gunawan/)]
  const goods = /Bordiran muka Kelinci Awan 45 cm/
  for (const desk of [sewer, supervisor]) await desk.open(`/transfers/section?section=${sections.SEW!}`)
  await expect(cardOf(sewer.page, goods)).toContainText(say.doWhat.LINE)

  await supervisor.open('/transfers/lines')
  const line = supervisor.page.getByRole('article', { name: 'Jahit lini 1' })
  await expect(line).toContainText('Beruang Rimba 20 cm')
  await line.getByRole('button', { name: say.clear }).click()
  await supervisor.page.getByRole('dialog').getByRole('button', { name: say.clear }).click()
  await expect(line).toContainText(say.lineOccupancyStatuses.CLEAR)
  await expect(cardOf(sewer.page, goods)).toContainText(say.statuses.LOCKED)

  await supervisor.open(`/transfers/section?section=${sections.SEW!}`)
  const both = [sewer, supervisor]
  for (const { page } of both) await count(page, goods, '65')
  await Promise.all(both.map(({ page }) => page.getByRole('dialog').getByRole('button', { name: say.accept, exact: true }).click()))
  const won = /TRF-\S+ diterima: 65 pcs/
  const lost = /TRF-\S+ sudah diterima (Sri Lestari|Hendra Gunawan)/
  for (const { page } of both) await expect(page.getByText(won).or(page.getByText(lost))).toBeVisible()
  const outcomes = await Promise.all(both.map(async ({ page }) => [await page.getByText(won).count(), await page.getByText(lost).count()].join()))
  expect(outcomes.toSorted()).toEqual(['0,1', '1,0'])
  const winner = outcomes[0] === '1,0' ? 'Sri Lestari' : 'Hendra Gunawan'
  await expect(both[outcomes.indexOf('0,1')]!.page.getByText(`sudah diterima ${winner}`)).toBeVisible()
})

test('TR-5 another week sounds at the receiving desk until it is acknowledged, is not overridden before ten minutes, and comes in by the documented way', async ({ browser }) => {
  const sewer = await callerAt(factory.url, 'jahit')
  interface Work { readonly workOrderId: string; readonly number: string; readonly receivers: readonly { readonly workOrderId: string; readonly week: string | null; readonly lines: readonly { readonly id: string }[] }[] }
  const works = await sewer<Work[]>('transfers.listSendable', { sectionId: sections.SEW! })
  const send = ({ workOrderId, receivers: [receiver] }: Work) =>
    sewer<Row>('transfers.sendTransfer', { fromWorkOrderId: workOrderId, toWorkOrderId: receiver!.workOrderId, productionLineId: receiver!.lines[0]!.id, quantity: '20' })
  const finishing = await factory.sitDown(browser, /Wati Suryani/)
  await finishing.open('/transfers/section')
  const first = await send(works.find(({ number }) => number === 'MO-2026-00004-SEW-01-R1')!)
  await (await callerAt(factory.url, 'finishing'))('transfers.acceptTransfer', { id: first.id, version: first.version, countedQuantity: '20' })

  // The alarm is looked at before anybody acknowledges it.
  const acknowledge = finishing.page.getByRole('alert').getByRole('button', { name: texts.id.buttons.acknowledge, exact: true })
  await finishing.page.removeLocatorHandler(acknowledge)
  await finishing.page.getByRole('heading', { name: say.incoming }).click()
  await finishing.page.evaluate(() => {
    const start = OscillatorNode.prototype.start
    OscillatorNode.prototype.start = function sounded(this: OscillatorNode, ...given) {
      document.body.dataset.sounds = String(Number(document.body.dataset.sounds ?? 0) + 1)
      start.apply(this, given)
    }
  })
  const slip = await send(works.find(({ receivers }) => receivers[0]?.week === 'W06-2027')!)
  await expect(finishing.page.getByRole('alert').filter({ hasText: slip.number })).toBeVisible()
  await expect.poll(() => finishing.page.evaluate(() => Number(document.body.dataset.sounds ?? 0)), { timeout: 60_000 }).toBeGreaterThan(3)
  await acknowledge.click()
  await expect(acknowledge).toBeHidden()
  const card = finishing.page.getByRole('article', { name: slip.number })
  await expect(card).toContainText(say.doWhat.SEGREGATION)
  await expect(card.getByRole('button', { name: say.release })).toHaveCount(0)

  const manager = await factory.sitDown(browser, /Dewi Anggraini/)
  await manager.open(`/transfers/slips/${slip.id}`)
  await manager.page.getByRole('button', { name: say.override, exact: true }).click()
  const forced = manager.page.getByRole('dialog').or(manager.page.getByRole('alertdialog')).filter({ hasText: told(say.overrideTitle, { number: slip.number }) })
  await forced.getByRole('textbox').fill('Kontainer menunggu')
  await forced.getByRole('button', { name: say.override, exact: true }).click()
  await expect(manager.page.getByText(/baru boleh dipaksa sesudah 10 menit/).first()).toBeVisible()
  // Its button was switched off while it was asked: the focus is back in the dialog a moment later.
  await expect(async () => {
    await manager.page.keyboard.press('Escape')
    await expect(forced).toBeHidden({ timeout: 500 })
  }).toPass()

  await manager.page.getByRole('button', { name: say.release, exact: true }).click()
  const dialog = manager.page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: say.fields.gapMetres }).fill('5')
  await dialog.getByRole('checkbox', { name: say.fields.isStopped }).check()
  await dialog.getByRole('button', { name: say.release, exact: true }).click()
  await expect(dialog).toContainText(say.issues['not-inspected'])
  await dialog.getByRole('checkbox', { name: say.fields.isInspected }).check()
  await dialog.getByRole('button', { name: say.release, exact: true }).click()
  await expect(manager.page.getByText(say.releaseMethods.DOCUMENTED).first()).toBeVisible()

  // What is accepted is the slip as it was released: the news of that comes to the desk a moment later.
  await expect(card).not.toContainText(say.doWhat.SEGREGATION)
  await card.getByRole('button', { name: say.accept, exact: true }).click()
  await finishing.page.getByRole('dialog').getByRole('textbox', { name: say.counted }).fill('20')
  await finishing.page.getByRole('dialog').getByRole('button', { name: say.accept, exact: true }).click()
  await expect(finishing.page.getByText(told(say.accepted, { number: slip.number, quantity: '20' }))).toBeVisible()
})

test('TR-9 goods go out to a subcontractor by gate pass, and come back in parts', async ({ browser }) => {
  const cutter = await factory.sitDown(browser, /Agus Setiawan/)
  const { page } = cutter
  await cutter.open('/transfers/gate')
  await expect(page.getByRole('row').filter({ hasText: 'SJS-2026-00002' })).toContainText(say.gate.late)
  await page.getByRole('button', { name: say.gate.add }).first().click()
  const dialog = page.getByRole('dialog')
  const choose = async (name: string, text: string) => {
    await dialog.getByRole('combobox', { name }).fill(text)
    await page.getByRole('option').filter({ hasText: text }).first().click()
  }
  await choose(say.fields.workOrderId, 'MO-2026-00013-CUT-01')
  await expect(dialog.getByText(say.gate.available)).toBeVisible()
  await choose(say.fields.partnerId, 'SUB-LASER')
  await dialog.getByRole('textbox', { name: say.fields.quantity }).fill('30')
  await dialog.getByRole('button', { name: say.gate.addSave }).click()
  await expect(page.getByText(/30 pcs/).first()).toBeVisible()

  const takeBack = async (good: string) => {
    await page.getByRole('button', { name: say.gate.take, exact: true }).click()
    await dialog.getByRole('textbox', { name: say.gate.good }).fill(good)
  }
  await takeBack('31')
  await dialog.getByRole('button', { name: say.gate.take, exact: true }).click()
  await expect(dialog).toContainText(told(say.issues['more-back'], { out: '30' }))
  await dialog.getByRole('textbox', { name: say.gate.good }).fill('20')
  await dialog.getByRole('button', { name: say.gate.take, exact: true }).click()
  await expect(page.getByText(/10 pcs masih di subkon/)).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: /^10 pcs/ })).toBeVisible()
  // Another desk is faster: that is told, and then it is done to the pass as it is by then.
  await takeBack('4')
  const { rows: passes } = await (await callerAt(factory.url, 'potong'))<Rows>('transfers.listGatePasses', { filter: { status: 'OUT' }, sort: [{ column: 'createdAt', descending: true }], pageSize: 1 })
  await (await callerAt(factory.url, 'potong'))('transfers.returnFromSubcontractor', { id: passes[0]!.id, version: passes[0]!.version, returnedQuantity: '5' })
  await dialog.getByRole('button', { name: say.gate.take, exact: true }).click()
  await expect(dialog.getByRole('alert')).toContainText('diubah orang lain')
  await expect(page.locator('dd').filter({ hasText: /^5 pcs/ })).toBeVisible()
  await dialog.getByRole('button', { name: say.gate.take, exact: true }).click()
  await expect(page.getByRole('definition').filter({ hasText: /^1 pcs/ })).toBeVisible()
  await takeBack('0')
  await dialog.getByRole('checkbox', { name: say.gate.isLast }).check()
  await dialog.getByRole('textbox', { name: say.gate.reason }).fill('Satu hangus')
  await dialog.getByRole('button', { name: say.gate.take, exact: true }).click()
  await expect(page.getByText(say.gatePassStatuses.RETURNED).first()).toBeVisible()
  await expect(page.getByText('Satu hangus').first()).toBeVisible()
})
