import { expect, test, type Browser } from '@playwright/test'
import { texts } from '../../shared/texts.ts'
import { factoryToday } from '../support/factory-day.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { callerAt, startHostProcess, type Caller, type HostProcess } from '../support/host-process.ts'
import { signIn, type SignedIn } from '../support/signed-in.ts'

/** What was planned changes: a supervisor asks, the manager agrees at another desk, and the director decides alone. */
const { changes, overrides, work, acts } = texts.id.planning
const filled = (text: string, values: Readonly<Record<string, string>>) => Object.entries(values).reduce((said, [name, value]) => said.replace(`{{${name}}}`, value), text)

interface Row { readonly id: string; readonly version: number; readonly number: string; readonly code: string; readonly itemCode: string; readonly stageCode: string }
type Rows = { readonly rows: readonly Row[] }

let folder: string
let host: HostProcess
/** 480 to cut, 120 of it cut; and one that is urgent, so that nobody has approved it. */
let begun: Row
let urgent: Row
const desks: SignedIn[] = []

test.beforeAll(async () => {
  folder = temporaryFolder()
  host = await startHostProcess(folder, { from: 'built', args: ['--demo'] })
  await layOut()
})
test.afterAll(async () => {
  expect(desks.flatMap(({ faults }) => faults)).toEqual([])
  expect(await host.stop()).toBe(0)
  removeFolder(folder)
})

/** The sewers' supervisor answers for the cutters too; cutting has no buffer. */
async function layOut(): Promise<void> {
  const admin = await callerAt(host.url, 'admin')
  const { rows: [supervisor] } = await admin<{ rows: readonly { id: string; version: number; sectionIds: string[] }[] }>('identity.listUsers', { search: 'spvjahit' })
  const { rows: [cutting] } = await admin<Rows>('masters.listSections', { search: 'CUT' })
  await admin('identity.updateUser', { id: supervisor!.id, version: supervisor!.version, sectionIds: [...supervisor!.sectionIds, cutting!.id] })
  const { rows: stages } = await admin<Rows>('masters.listProductionStages', { search: 'CUT' })
  const stage = stages.find(({ code }) => code === 'CUT')!
  await admin('masters.updateProductionStage', { id: stage.id, version: stage.version, bufferPercent: '0' })
  begun = await cuttingOf(admin, {})
  urgent = await cuttingOf(admin, { isUrgent: true })
  await (await callerAt(host.url, 'potong'))('production.enterProduction', { workOrderId: begun.id, day: factoryToday(), goodQuantity: '120' })
}

/** The first work order for the cutters of a new order of 480, with stock enough. */
async function cuttingOf(admin: Caller, more: { readonly isUrgent?: boolean }): Promise<Row> {
  const { rows: [article] } = await admin<Rows>('masters.findItems', { search: 'BJ-BRG-30' })
  const draft = await admin<Row>('planning.createManufacturingOrder', { articleId: article!.id, quantity: '480', ...more })
  const order = await admin<Row>('planning.releaseManufacturingOrder', { id: draft.id, version: draft.version })
  const { materials } = await admin<{ materials: readonly { itemId: string; required: string }[] }>('planning.getManufacturingOrder', { id: order.id })
  const { rows: [store] } = await admin<Rows>('masters.listLocations', { search: 'WH-MAIN' })
  for (const { itemId, required } of materials) await admin('warehouse.receiveStock', { itemId, quantity: String(Math.ceil(Number(required))), toLocationId: store!.id })
  await admin('planning.generateWorkOrders', { id: order.id, version: order.version })
  const { rows } = await admin<Rows>('planning.listWorkOrders', { filter: { manufacturingOrderId: order.id }, pageSize: 200 })
  return rows.find(({ stageCode }) => stageCode === 'CUT')!
}

async function sitDown(browser: Browser, name: RegExp): Promise<SignedIn> {
  const desk = await signIn(browser, host.url, name)
  desks.push(desk)
  return desk
}

test('PL-18 a supervisor asks for 360 of 480 with 120 made, the manager agrees: R1 stands at 33,3 %', async ({ browser }) => {
  const { page, open } = await sitDown(browser, /Hendra Gunawan/)
  await open(`/planning/work-orders/${begun.id}`)
  await page.getByRole('button', { name: changes.ask }).click()
  const dialog = page.getByRole('dialog', { name: filled(changes.title, { number: begun.number }) })
  await expect(dialog.getByText(filled(changes.made, { pieces: '120' }))).toBeVisible()
  await dialog.getByRole('textbox', { name: texts.id.planning.fields.targetQuantity }).fill('360')
  await dialog.getByRole('textbox', { name: acts.reason }).fill('Pembeli mengurangi pesanannya pagi ini')
  await dialog.getByRole('button', { name: changes.save }).click()
  await expect(page.getByRole('alert').filter({ hasText: /PRS-\d{4}-\d{5} menunggu keputusan/ })).toBeVisible()
  await expect(page.getByRole('button', { name: changes.ask })).toBeHidden()

  const manager = await sitDown(browser, /Dewi Anggraini/)
  await manager.open('/approvals')
  await manager.page.getByText(new RegExp(`Ubah ${begun.number}`)).first().dblclick()
  const request = manager.page.getByRole('dialog')
  await expect(request.getByText('480 pcs')).toBeVisible()
  await expect(request.getByText('360 pcs')).toBeVisible()
  await expect(request.getByRole('link', { name: texts.id.approvals.openRecord })).toHaveAttribute('href', new RegExp(begun.id))
  await request.getByRole('button', { name: texts.id.buttons.approve }).click()

  await expect(page.getByText(filled(changes.replaced, { number: `${begun.number}-R1` }))).toBeVisible()
  await page.getByRole('link', { name: filled(changes.open, { number: `${begun.number}-R1` }) }).click()
  await expect(page.getByRole('heading', { name: `${begun.number}-R1` })).toBeVisible()
  await expect(page.getByText('120 dari 360 pcs (33,3%)')).toBeVisible()
  const chain = page.getByRole('region', { name: changes.revisions })
  await expect(chain.getByRole('link', { name: begun.number })).toBeVisible()
})

test('PL-24 the director forces a work order open, which stays red on it; how many are left is said', async ({ browser }) => {
  const { page, open } = await sitDown(browser, /Hartono Wirawan/)
  await open(`/planning/work-orders/${urgent.id}`)
  await expect(page.getByText(texts.id.planning.obstacles.unapproved)).toBeVisible()
  await page.getByRole('button', { name: overrides.buttons.UNLOCK_WORK_ORDER }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText(/masih 5 dari 5 keputusan darurat/)).toBeVisible()
  await dialog.getByRole('textbox').fill('Mendesak')
  await dialog.getByRole('button', { name: overrides.buttons.UNLOCK_WORK_ORDER }).click()
  await expect(dialog.getByRole('alert')).toContainText('paling sedikit 20 huruf')
  await dialog.getByRole('textbox').fill('Kapal pembeli berangkat malam ini juga')
  await dialog.getByRole('button', { name: overrides.buttons.UNLOCK_WORK_ORDER }).click()
  await expect(page.getByRole('alert').filter({ hasText: overrides.badge })).toContainText('Kapal pembeli berangkat malam ini juga')
  await expect(page.getByText(work.obstacles)).toBeHidden()
})
