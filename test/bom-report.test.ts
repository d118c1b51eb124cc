import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { unitIdOf } from './support/stores.ts'

let host: TestHost
let admin: Desk
let approver: Desk
const ids: Record<string, string> = {}

beforeAll(async () => {
  host = await startTestHost()
  admin = host.desk(await host.sessionFor('Superadmin', undefined, { canSeeCost: true }))
  approver = await host.as('Superadmin')
  const [yard, pieces] = [await unitIdOf(admin, 'Yard'), await unitIdOf(admin, 'Pcs')]
  const made = [['KOHAIR', 'RAW_MATERIAL', yard, '1000'], ['MINKY', 'RAW_MATERIAL', yard, '500'], ['EYE', 'RAW_MATERIAL', pieces, '50'], ['BODY', 'WIP', pieces, undefined], ['BEAR', 'FINISHED_GOOD', pieces, undefined]] as const
  for (const [code, kind, unitId, unitCost] of made) ids[code] = (await admin.masters.createItem({ code, name: `${code} name`, kind, unitId, ...(unitCost !== undefined && { unitCost }) })).id
  await newBom('BODY', [['KOHAIR', '0.1005', yard]])
  await newBom('BEAR', [['BODY', '1', pieces], ['EYE', '2', pieces]])
})
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

async function newBom(item: string, lines: readonly (readonly [component: string, quantity: string, unitId: string])[]): Promise<void> {
  const { id, version } = await admin.engineering.createBom({ itemId: ids[item]!, outputQuantity: '1', sectionId: null })
  await admin.engineering.saveBomLines({ bomHeaderId: id, rows: lines.map(([component, quantity, unitId]) => ({ componentItemId: ids[component]!, quantity, unitId, wastagePercent: '0', selection: component === 'KOHAIR' ? 'ANY' : 'PRIMARY' })) })
  await admin.engineering.activateBom({ id, version })
}
const needs = async (filters: Readonly<Record<string, string | boolean>> = {}) => (await admin.reports.previewReport({ report: 'bomAgreement', filters })).rows.map(({ cells }) => [cells.code, cells.production, cells.purchase, cells.agreement])

test('BM-1 what the purchase BOM buys is what production takes, step by step down; a substitute that came into stock since is not bought by it', async () => {
  expect(await needs()).toEqual([['EYE', '2', '2', 'SAME'], ['KOHAIR', '0.1005', '0.1005', 'SAME']])
  expect(await needs({ onlyDiffering: true })).toEqual([])
  expect([(await needs({ search: 'bear NAME' })).length, await needs({ search: '%' }), await needs({ search: 'BE_R' })]).toEqual([2, [], []])
  // The article is named with its unit, for how many of it stands as a number, in whatever form the reader writes those.
  const { rows: [row] } = await admin.reports.previewReport({ report: 'bomAgreement', filters: {} })
  expect([row!.cells.article, row!.cells.output]).toEqual(['BEAR BEAR name (Pcs)', '1'])

  const { rows: [body] } = await admin.engineering.listBoms({ filter: { itemId: ids.BODY!, kind: 'PRODUCTION' } })
  const { lines: [fabric] } = await admin.engineering.getBom({ id: body!.id })
  for (const [component, sequence] of [['MINKY', 1], ['KOHAIR', 2]] as const) {
    const variant = await admin.engineering.addVariant({ bomLineId: fabric!.id, itemId: ids[component]!, kind: 'ALTERNATIVE', sequence })
    await approver.engineering.decideVariant({ id: variant.id, version: variant.version, approval: 'APPROVED' })
  }
  const before = await needs()
  const { rows: [store] } = await admin.masters.listLocations({ search: 'WH-MAIN' })
  const [other] = before.some(([code]) => code === 'MINKY') ? ['KOHAIR'] : ['MINKY']
  await admin.warehouse.receiveStock({ itemId: ids[other]!, quantity: '10', toLocationId: store!.id })
  const differing = await needs({ onlyDiffering: true, search: 'bear' })
  expect(differing).toEqual(expect.arrayContaining([[other, '0.1005', '0', 'NOT_BOUGHT']]))
  expect(differing.some(([, production, , agreement]) => production === '0' && agreement === 'NOT_NEEDED')).toBe(true)
})
