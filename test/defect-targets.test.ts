import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { decimal, decimalText } from '../shared/core/decimal.ts'
import { ratio } from '../shared/core/rational.ts'
import { aStepLess, isBeyondUsual, raisedTarget } from '../shared/planning/defects.ts'
import { ledgerFindings } from '../src-main/warehouse/ledger-check.ts'
import { openToyFactory, type ToyDesks } from './support/toy-desks.ts'

let factory: ToyDesks
beforeAll(async () => {
  factory = await openToyFactory()
})
afterAll(async () => {
  expect(ledgerFindings(factory.host.database, 10)).toEqual([])
  expect(factory.host.faults).toEqual([])
  await factory.host.stop()
})

const raise = () => factory.host.system.planning.raiseForDefects({})
const enter = (workOrder: { readonly id: string }, good: string, rejects: string) => factory.enter(workOrder, good, rejects === '0' ? {} : { rejectQuantity: rejects, defectReasonId: factory.defect })
const targets = async (order: { readonly id: string }) => (await factory.workOrdersOf(order)).map(({ stageCode, targetQuantity }) => [stageCode, decimalText(targetQuantity)])
const before = [['CUT', '495'], ['CUT', '495'], ['EMB', '482'], ['FIN', '470'], ['PCK', '465'], ['SEW', '481'], ['SEW', '481']]

describe('a stage that rejects more than usual', () => {
  test('PL-15 is one by more than five points: 2 % usual, 7 % are not yet', () => {
    const [usual, five] = [ratio(2n, 100n), decimal('5')]
    expect([ratio(7n, 100n), ratio(71n, 1000n)].map(now => isBeyondUsual(now, usual, five))).toEqual([false, true])
    expect(raisedTarget(481, ratio(9n, 100n), usual)).toBe(518)
    expect(raisedTarget(481, aStepLess(ratio(14n, 100n), five), usual)).toBe(518)
  })

  test('PL-15 asks for what is much more after it, once, and tells the planners', async () => {
    const order = await factory.planned()
    const body = await factory.workOrderOf(order, 'WIP-BODY')
    // Cutting is expected to lose 0.5 %.
    await enter(body, '40', '9')
    expect(await raise()).toEqual({ raised: 0 }) // of too few to tell
    factory.nextDay()
    await enter(body, '110', '0') // 9 of 159: 5.66 %
    expect(await raise()).toEqual({ raised: 5 })
    expect(await targets(order)).toEqual(before)
    const embroidery = await factory.workOrderOf(order, 'WIP-EMBO')
    // 482 × 99.5 ÷ 94.34 = 508.4: more than five percent.
    expect((await factory.planner.planning.getWorkOrder({ id: embroidery.id })).waiting).toMatchObject([{ kind: 'WORK_ORDER_QUANTITY' }])
    const { rows } = await factory.planner.notifications.listNotices({})
    expect(rows[0]).toMatchObject({ kind: 'TARGET_RAISED', params: { stage: 'Potong', percent: '5.7' } })
    expect(await raise()).toEqual({ raised: 0 })
    const [request] = (await factory.planner.planning.getWorkOrder({ id: embroidery.id })).waiting
    await factory.manager.approvals.rejectRequest({ id: request!.id, step: 0, reason: 'Kain cacat sudah dikembalikan' })
    expect(await raise()).toEqual({ raised: 0 })
    // The no holds until it is worse by five points more.
    factory.nextDay()
    await enter(body, '10', '8') // 17 of 177: 9.6 %
    expect(await raise()).toEqual({ raised: 0 })
    factory.nextDay()
    await enter(body, '10', '6') // 23 of 193: 11.9 %
    expect(await raise()).toEqual({ raised: 1 })
    // 482 × 99.5 ÷ 88.08: 544.5.
    expect((await factory.manager.approvals.getRequest({ id: (await factory.planner.planning.getWorkOrder({ id: embroidery.id })).waiting[0]!.id })).lines[0]).toMatchObject({ before: '482', after: '545' })
  })

  test('PL-15 is judged by what finished work orders of the same article and stage lost, once there are three', async () => {
    for (let at = 0; at < 3; at += 1) await enter(await factory.workOrderOf(await factory.planned(), 'WIP-CLOTH'), '495', '43') // 8 %
    const order = await factory.planned()
    const cloth = await factory.workOrderOf(order, 'WIP-CLOTH')
    await enter(cloth, '90', '10') // 10 %: two points more than usual
    await raise()
    expect(await targets(order)).toEqual(before)
    factory.nextDay()
    await enter(cloth, '50', '13') // 23 of 163: 14.1 %
    await raise()
    const sewing = await factory.workOrderOf(order, 'WIP-BAJU')
    const [request] = (await factory.planner.planning.getWorkOrder({ id: sewing.id })).waiting
    expect((await factory.manager.approvals.getRequest({ id: request!.id })).lines[0]).toMatchObject({ before: '481', after: '516' })
    await factory.manager.approvals.approveStep({ id: request!.id, step: 0 })
    await factory.director.approvals.approveStep({ id: request!.id, step: 1 })
    expect(await factory.current(sewing)).toMatchObject({ targetQuantity: decimal('516') })
  })

  test('PL-15 what is little for the factory (PL-20) the System raises itself, in work by a revision', async () => {
    await factory.manager.settings.changeSetting({ key: 'planning.autoQuantityChange', value: '10' })
    const order = await factory.planned()
    const [body, embroidery] = [await factory.workOrderOf(order, 'WIP-BODY'), await factory.workOrderOf(order, 'WIP-EMBO')]
    await enter(body, '150', '0')
    await factory.embroiderer.production.enterProduction({ workOrderId: embroidery.id, day: factory.today(), goodQuantity: '20' })
    factory.nextDay()
    await enter(body, '60', '14') // 14 of 224: 6.25 %
    expect(await raise()).toEqual({ raised: 5 })
    expect(await targets(order)).toEqual([['CUT', '495'], ['CUT', '495'], ['EMB', '482'], ['EMB', '512'], ['FIN', '499'], ['PCK', '494'], ['SEW', '511'], ['SEW', '511']])
    const revision = await factory.workOrderOf(order, 'WIP-EMBO')
    expect(revision).toMatchObject({ number: `${embroidery.number}-R1`, goodQuantity: decimal('20'), approvedByName: null })
    const { rows: [story] } = await factory.admin.audit.listHistory({ entity: 'workOrder', id: revision.id })
    expect(story).toMatchObject({ userName: 'System', procedure: 'planning.raiseForDefects' })
    expect(await raise()).toEqual({ raised: 0 })
  })
})
