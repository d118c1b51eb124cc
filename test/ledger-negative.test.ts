import { afterAll, describe, expect, test } from 'vitest'
import { decimal } from '../shared/core/decimal.ts'
import { addDays } from '../shared/core/dates.ts'
import { negativeLevel, negativePercent } from '../shared/ledger/rules.ts'
import type { Desk } from './support/host.ts'
import { at, friday, on, refusedRow, openLedgerDesks } from './support/ledger-desks.ts'

const { host, cutter, sewer, supervisor, itemWith, itemName, output, change, receive, bind } = await openLedgerDesks()
afterAll(async () => {
  expect(host.faults).toEqual([])
  await host.stop()
})

describe('PX-15 negative WIP', () => {
  test('1 to 5 percent is soft, 5 to 10 hard, beyond it blocks; where nothing was available all of it is missing', () => {
    const bounds = { soft: decimal('1'), hard: decimal('5'), block: decimal('10') }
    expect(['0.99', '1', '4.99', '5', '10', '10.01'].map(share => negativeLevel(decimal(share), bounds))).toEqual([null, 'SOFT', 'SOFT', 'HARD', 'HARD', 'BLOCK'])
    expect(negativePercent(decimal('-20'), decimal('480'))).toBe(decimal('4.17'))
    expect(negativePercent(decimal('-3'), decimal('0'))).toBe(decimal('100'))
  })

  test('what a correction of the section before sinks is told, passed on when its time is over, blocks the next entry, and ends when it is settled', async () => {
    const itemId = await itemWith(['CUT', 'SEW', 0])
    const cut = await output(cutter, 'CUT', on(-2), itemId, '500')
    await output(sewer, 'SEW', on(-2), itemId, '490')
    await bind(true)
    const [less] = await change(cutter, 'CUT', cut, '480') // 10 of 480: 2.08 %
    const alertsOf = async () => (await supervisor.ledger.listLedgerAlerts({ pageSize: 200 })).rows.filter(alert => alert.itemId === itemId)
    const noticesOf = async (desk: Desk) => (await desk.notifications.listNotices({ pageSize: 200 })).rows.filter(({ params }) => params.item === itemName()).map(({ kind }) => kind)
    await host.system.ledger.remindOfNegative({})
    expect(await alertsOf()).toEqual([expect.objectContaining({ level: 'SOFT', percent: decimal('2.08'), quantity: decimal('10'), isEscalated: false, settledAt: null })])
    await host.system.ledger.remindOfNegative({})
    expect(await noticesOf(supervisor)).toEqual(['NEGATIVE_WIP'])
    host.clock.advance(25 * 3_600_000)
    await host.system.ledger.remindOfNegative({})
    expect(await alertsOf()).toEqual([expect.objectContaining({ isEscalated: true })])
    expect(await noticesOf(supervisor)).toEqual(['NEGATIVE_WIP_OVERDUE', 'NEGATIVE_WIP'])
    // 70 of 420 are more than the factory bears: not even a day with room takes more.
    await change(cutter, 'CUT', less!, '420')
    await receive(itemId, '30', on(-4))
    await host.system.ledger.remindOfNegative({})
    expect((await alertsOf())[0]).toMatchObject({ level: 'HARD', percent: decimal('8.89') })
    await change(cutter, 'CUT', { ...less!, version: less!.version + 1 }, '400')
    await host.system.ledger.remindOfNegative({})
    expect((await alertsOf())[0]).toMatchObject({ level: 'BLOCK' })
    await expect(output(sewer, 'SEW', on(-3), itemId, '1')).rejects.toMatchObject(refusedRow('actualQuantity', 'ledger-blocked'))
    await receive(itemId, '100', on(-2))
    await output(sewer, 'SEW', on(-3), itemId, '1')
    await host.system.ledger.remindOfNegative({})
    expect((await alertsOf())[0]!.settledAt).not.toBeNull()
    await bind(false)
  })

  test('what was found while the ledger did not bind is told once it does, and its time begins then; to and fro between levels wins none', async () => {
    const itemId = await itemWith(['CUT', 'SEW', 0])
    const cut = await output(cutter, 'CUT', on(0), itemId, '480')
    await output(sewer, 'SEW', on(0), itemId, '490')
    const alert = async () => (await supervisor.ledger.listLedgerAlerts({ pageSize: 200 })).rows.find(one => one.itemId === itemId)!
    const notices = async () => (await supervisor.notifications.listNotices({ pageSize: 200 })).rows.filter(({ params }) => params.item === itemName()).map(({ kind }) => kind)
    await host.system.ledger.remindOfNegative({})
    expect([(await alert()).level, await notices()]).toEqual(['SOFT', []])
    host.clock.advance(3_600_000)
    await bind(true)
    await host.system.ledger.remindOfNegative({})
    expect(await notices()).toEqual(['NEGATIVE_WIP'])
    const { dueAt } = await alert()
    expect(Date.parse(dueAt)).toBe(Date.parse(host.clock.now()) + 24 * 3_600_000)
    host.clock.advance(3_600_000)
    const [hard] = await change(cutter, 'CUT', cut, '455')
    await host.system.ledger.remindOfNegative({})
    const graver = await alert()
    expect([graver.level, Date.parse(graver.dueAt)]).toEqual(['HARD', Date.parse(host.clock.now()) + 4 * 3_600_000])
    host.clock.advance(3_600_000)
    const [soft] = await change(cutter, 'CUT', hard!, '480')
    await host.system.ledger.remindOfNegative({})
    await change(cutter, 'CUT', soft!, '455')
    await host.system.ledger.remindOfNegative({})
    expect((await alert()).dueAt).toBe(graver.dueAt)
    await bind(false)
    await receive(itemId, '100', on(0))
    await host.system.ledger.remindOfNegative({})
  })

  test('the ledger is told once a day after the factory’s hour, and on Fridays the week', async () => {
    const itemId = await itemWith(['CUT', 'SEW', 0])
    const planner = await host.as('PPIC Manager')
    const nextFriday = addDays(friday, 7)
    await bind(true)
    const cut = await output(cutter, 'CUT', on(1), itemId, '100')
    await output(sewer, 'SEW', on(1), itemId, '100')
    await change(cutter, 'CUT', cut, '97')
    host.clock.set(at(nextFriday, '22:50'))
    await host.system.ledger.remindOfNegative({})
    const told = async () => (await planner.notifications.listNotices({ pageSize: 200 })).rows.map(({ kind }) => kind).filter(kind => kind.startsWith('LEDGER'))
    expect(await told()).toEqual([])
    host.clock.set(at(nextFriday, '23:05'))
    await host.system.ledger.remindOfNegative({})
    await host.system.ledger.remindOfNegative({})
    expect((await told()).toSorted()).toEqual(['LEDGER_REVIEWED', 'LEDGER_WEEK'])
    await bind(false)
  })

  test('a day that was not looked over because the host was off is made up on the next run, its Friday too', async () => {
    const planner = await host.as('PPIC Manager')
    const told = async () => (await planner.notifications.listNotices({ pageSize: 200 })).rows.filter(({ kind }) => kind.startsWith('LEDGER')).map(({ kind, params }) => `${kind} ${String(params.from)}`).toSorted()
    const before = await told()
    await bind(true)
    host.clock.set(at(addDays(friday, 14), '07:00'))
    await host.system.ledger.remindOfNegative({})
    expect((await told()).filter(one => !before.includes(one))).toEqual([`LEDGER_REVIEWED ${addDays(friday, 13)}`])
    host.clock.set(at(addDays(friday, 17), '07:00'))
    await host.system.ledger.remindOfNegative({})
    await host.system.ledger.remindOfNegative({})
    expect((await told()).filter(one => !before.includes(one))).toEqual([`LEDGER_REVIEWED ${addDays(friday, 13)}`, `LEDGER_REVIEWED ${addDays(friday, 16)}`, `LEDGER_WEEK ${addDays(friday, 16)}`])
    await bind(false)
  })
})
