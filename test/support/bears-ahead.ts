import { addDays, weekCode } from '../../shared/core/dates.ts'
import { factoryToday } from './factory-day.ts'
import { callerAt, type Caller } from './host-process.ts'

export interface Work { readonly id: string; readonly number: string; readonly stageCode: string; readonly targetQuantity: string }
/** An order with what its stages are to make, by the code of the stage. */
export interface Order { readonly id: string; readonly week: string; readonly work: Readonly<Record<string, Work>> }
type Rows<Row> = { readonly rows: readonly Row[] }
interface Coded { readonly id: string; readonly version: number; readonly code: string; readonly sectionIds: readonly string[] }

const article = 'BJ-BRG-30'
const materials = ['KN-RF08-CKM', 'KN-SPB', 'KN-VLB-KRM', 'BN-BRD-CKT', 'BN-JHT-CKT', 'LB-JHT-EU', 'MT-10-HTM', 'HD-14-HTM', 'IS-HCS7', 'AK-PT15-MRH', 'KM-PB-2540', 'KM-KT-C']
/** Who works beyond the section of their own, as in a factory with few people. */
const helping = [['finishing', ['PCK']], ['spvjahit', ['CUT', 'FIN', 'PCK']]] as const
/** From embroidery on, everything comes by slip. */
const bySlip = ['EMB', 'SEW', 'FIN', 'PCK']

/**
 * The demo factory before an order of 450 bears goes through it by slip: material for it, hands that help out, and twenty bears of the week after that are
 * sewn already and wait to be sent.
 */
export async function layOutBears(url: string): Promise<{ readonly order: Order; readonly later: Order; readonly sections: Readonly<Record<string, string>> }> {
  const admin = await callerAt(url, 'admin')
  const named = async (list: string, search: string) => (await admin<Rows<Coded>>(list, { search, pageSize: 200 })).rows.find(({ code }) => code === search)!
  const toLocationId = (await named('masters.listLocations', 'WH-MAIN')).id
  for (const code of materials) await admin('warehouse.receiveStock', { itemId: (await named('masters.listItems', code)).id, quantity: '1000', toLocationId })
  await admin('settings.resetSetting', { key: 'planning.bufferSewing' })
  const sections = Object.fromEntries((await admin<Rows<Coded>>('masters.listSections', { pageSize: 200 })).rows.map(({ code, id }) => [code, id]))
  await lendHands(admin, sections)
  const planner = await callerAt(url, 'ppic')
  const articleId = (await named('masters.listItems', article)).id
  const later = await plan(planner, { articleId, quantity: '20', week: weekCode(addDays(factoryToday(), 35)) })
  await sewAhead(url, later)
  const order = await plan(planner, { articleId, quantity: '450', week: weekCode(addDays(factoryToday(), 28)) })
  for (const { id, version, code } of (await admin<Rows<Coded>>('masters.listProductionStages', { pageSize: 200 })).rows) {
    if (bySlip.includes(code)) await admin('masters.updateProductionStage', { id, version, isBySlip: true })
  }
  return { order, later, sections }
}

async function lendHands(admin: Caller, sections: Readonly<Record<string, string>>): Promise<void> {
  const userOf = async (search: string) => (await admin<Rows<Coded>>('identity.listUsers', { search, pageSize: 1 })).rows[0]!
  for (const [username, codes] of helping) {
    const { id, version, sectionIds } = await userOf(username)
    await admin('identity.updateUser', { id, version, sectionIds: [...sectionIds, ...codes.map(code => sections[code]!)] })
  }
  const cutter = await userOf('potong')
  await admin('identity.giveGrant', { permission: 'process.transferOutOfCutting', userId: cutter.id, reason: 'Menggantikan SPV Cutting', expiresAt: new Date(Date.now() + 86_400_000).toISOString() })
}

async function plan(planner: Caller, wanted: { readonly articleId: string; readonly quantity: string; readonly week: string }): Promise<Order> {
  const draft = await planner<Coded>('planning.createManufacturingOrder', { ...wanted, destination: 'EU' })
  const { id, version } = await planner<Coded>('planning.releaseManufacturingOrder', { id: draft.id, version: draft.version })
  await planner('planning.generateWorkOrders', { id, version })
  const { rows } = await planner<Rows<Work>>('planning.listWorkOrders', { filter: { manufacturingOrderId: id }, pageSize: 200 })
  return { id, week: wanted.week, work: Object.fromEntries(rows.map(work => [work.stageCode, work])) }
}

async function sewAhead(url: string, { work }: Order): Promise<void> {
  for (const [by, stage] of [['potong', 'CUT'], ['bordir', 'EMB'], ['jahit', 'SEW']] as const) {
    await (await callerAt(url, by))('production.enterProduction', { workOrderId: work[stage]!.id, day: factoryToday(), goodQuantity: '20' })
  }
  const manager = await callerAt(url, 'manajer')
  const { days } = await manager<{ readonly days: readonly Coded[] }>('production.getWorkOrderDays', { workOrderId: work.SEW!.id })
  for (const { id, version } of days) await manager('production.confirmProduction', { id, version })
}

/** Embroidery is not watched: it takes in what was sent, makes so many of it, and hands them on to a line of sewing; the slip's number. */
export async function embroider(url: string, { work }: Order, { number, quantity, line }: { readonly number: string; readonly quantity: string; readonly line: string }): Promise<string> {
  const embroiderer = await callerAt(url, 'bordir')
  const [slip] = (await embroiderer<Rows<{ id: string; version: number; quantity: string; toSectionId: string }>>('transfers.listTransfers', { search: number, pageSize: 1 })).rows
  await embroiderer('transfers.acceptTransfer', { id: slip!.id, version: slip!.version, countedQuantity: slip!.quantity })
  const { id: fromWorkOrderId } = work.EMB!
  await embroiderer('production.enterProduction', { workOrderId: fromWorkOrderId, day: factoryToday(), goodQuantity: quantity })
  interface Sendable { readonly workOrderId: string; readonly receivers: readonly { readonly workOrderId: string; readonly lines: readonly { readonly id: string; readonly name: string }[] }[] }
  const [receiver] = (await embroiderer<Sendable[]>('transfers.listSendable', { sectionId: slip!.toSectionId })).find(({ workOrderId }) => workOrderId === fromWorkOrderId)!.receivers
  const productionLineId = receiver!.lines.find(({ name }) => name === line)!.id
  return (await embroiderer<{ number: string }>('transfers.sendTransfer', { fromWorkOrderId, toWorkOrderId: receiver!.workOrderId, productionLineId, quantity })).number
}
