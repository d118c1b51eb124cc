import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { BusinessDay } from '../shared/core/dates.ts'
import { money, moneyText } from '../shared/core/money.ts'
import { alertsOf, riskOf } from '../shared/follow-up/rules.ts'
import { databaseFile } from '../src-main/database/open.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

const limits = { high: money('50000'), medium: money('10000'), highDays: 60, mediumDays: 30 }

describe('the rules of following up', () => {
  test('IF-20 (i) 12,000 asked for ten days ago is a medium risk, 500 that nobody ever asked for a high one', () => {
    expect([riskOf(money('12000'), 10, limits), riskOf(money('500'), null, limits)]).toEqual(['MEDIUM', 'HIGH'])
    expect([riskOf(money('0'), null, limits), riskOf(money('-5'), 90, limits), riskOf(money('50000'), 30, limits), riskOf(money('50000.01'), 1, limits), riskOf(money('500'), 60, limits), riskOf(money('500'), 61, limits), riskOf(money('10000'), 30, limits)])
      .toEqual(['NONE', 'NONE', 'MEDIUM', 'HIGH', 'MEDIUM', 'HIGH', 'LOW'])
  })

  test('IF-20 what is due before today is high, today too, within a week medium, and nothing is told of whoever owes nothing', () => {
    const standing = { outstanding: money('500'), risk: 'LOW', lastFollowUpDay: '2026-11-10', escalatedTo: null } as const
    const told = (nextDay: string | null, more = {}) => alertsOf({ ...standing, nextDay, ...more }, '2026-11-20' as BusinessDay, 7).map(({ kind, level }) => `${kind} ${level}`)
    expect([told('2026-11-19'), told('2026-11-20'), told('2026-11-27'), told('2026-11-28'), told(null)]).toEqual([['OVERDUE HIGH'], ['DUE_SOON HIGH'], ['DUE_SOON MEDIUM'], [], []])
    expect(told(null, { risk: 'HIGH', lastFollowUpDay: null, escalatedTo: 'x' })).toEqual(['ESCALATED HIGH', 'HIGH_RISK HIGH', 'NO_FOLLOWUP MEDIUM'])
    expect(told('2026-11-01', { outstanding: money('0') })).toEqual([])
  })
})

describe('customers that owe', () => {
  let host: TestHost
  let admin: Desk
  let melati: string
  beforeAll(async () => {
    host = await startTestHost()
    admin = await host.as('Admin')
    melati = (await admin.masters.createCustomer({ code: 'C-1', name: 'Toko Melati', area: 'Bogor' })).id
    await admin.masters.createCustomer({ code: 'C-2', name: 'Apotek Sehat' })
  })
  afterAll(async () => {
    expect(host.faults).toEqual([])
    await host.stop()
  })
  const clients = async () => (await admin.followUp.listClients({})).rows.map(({ customerCode, outstanding, risk }) => [customerCode, moneyText(outstanding), risk])
  const alerts = async (desk = admin) => (await desk.followUp.listAlerts({ filter: { isOpen: true } })).rows

  test('IF-20 accounts are set by the customer’s code, all or none; outstanding is debit less credit', async () => {
    await expect(admin.followUp.saveAccounts({ accounts: [{ customerCode: 'C-1', debit: '100', credit: '0' }, { customerCode: 'C-9', debit: '1', credit: '0' }] })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['accounts', 1, 'customerCode'] }] } })
    expect(await clients()).toEqual([])
    await admin.followUp.saveAccounts({ accounts: [{ customerCode: 'C-1', debit: '15000', credit: '3000', agentName: 'Rina' }, { customerCode: 'c-2', debit: '900', credit: '900' }] })
    expect(await clients()).toEqual([['C-1', '12000', 'HIGH'], ['C-2', '0', 'NONE']])
    expect((await admin.followUp.listClients({ filter: { isOwing: true, agentName: 'Rina' } })).rows).toHaveLength(1)
    await expect((await host.as('Viewer')).followUp.saveAccounts({ accounts: [{ customerCode: 'C-1', debit: '1', credit: '0' }] })).rejects.toMatchObject({ code: 'forbidden' })
  })

  test('IF-20 one alert of a kind is open for a customer; a follow-up sees to it, and lowers the risk', async () => {
    expect(await admin.followUp.generateAlerts({})).toEqual({ opened: 2, ended: 0 })
    expect(await admin.followUp.generateAlerts({})).toEqual({ opened: 0, ended: 0 })
    expect((await alerts()).map(({ kind, customerCode }) => [kind, customerCode]).sort()).toEqual([['HIGH_RISK', 'C-1'], ['NO_FOLLOWUP', 'C-1']])
    await expect(admin.followUp.logFollowUp({ customerId: melati, channel: 'PHONE', outcome: 'PROMISED', nextDay: '2026-11-19' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['nextDay'] }] } })
    expect(await admin.followUp.logFollowUp({ customerId: melati, channel: 'WHATSAPP', outcome: 'PROMISED', promised: '5000', nextDay: '2026-11-24', notes: 'Janji Selasa' })).toMatchObject({ risk: 'MEDIUM', lastFollowUpDay: '2026-11-20', nextDay: '2026-11-24' })
    expect(await alerts()).toEqual([])
    await admin.followUp.generateAlerts({})
    expect((await alerts()).map(({ kind, level }) => [kind, level])).toEqual([['DUE_SOON', 'MEDIUM']])
    host.clock.set('2026-11-26T03:00:00.000Z')
    expect(await admin.followUp.generateAlerts({})).toEqual({ opened: 1, ended: 1 })
    expect((await alerts()).map(({ kind, level }) => [kind, level])).toEqual([['OVERDUE', 'HIGH']])
    expect((await admin.followUp.listFollowUps({ filter: { customerId: melati } })).rows).toMatchObject([{ channel: 'WHATSAPP', outcome: 'PROMISED', notes: 'Janji Selasa' }])
  })

  test('IF-20 what is escalated is for one person, who alone logs and resolves it', async () => {
    const chief = await host.sessionFor('Manager')
    await expect(admin.followUp.logFollowUp({ customerId: melati, channel: 'VISIT', outcome: 'ESCALATED' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['escalatedTo'] }] } })
    await admin.followUp.logFollowUp({ customerId: melati, channel: 'VISIT', outcome: 'ESCALATED', escalatedTo: chief.userId })
    const [alert] = await alerts()
    expect(alert).toMatchObject({ kind: 'ESCALATED', level: 'HIGH', assignedToName: chief.fullName })
    await expect(admin.followUp.logFollowUp({ customerId: melati, channel: 'PHONE', outcome: 'PAID' })).rejects.toMatchObject({ code: 'escalated-to-other', params: { who: chief.fullName } })
    await expect(admin.followUp.resolveAlert({ id: alert!.id, version: alert!.version, reason: 'x' })).rejects.toMatchObject({ code: 'escalated-to-other' })
    await admin.followUp.generateAlerts({})
    const desk = host.desk(chief)
    const [still] = await alerts(desk)
    expect(await desk.followUp.resolveAlert({ id: still!.id, version: still!.version, reason: 'Dibayar tunai' })).toMatchObject({ resolution: 'Dibayar tunai', resolvedByName: chief.fullName })
    await expect(desk.followUp.resolveAlert({ id: still!.id, version: still!.version, reason: 'x' })).rejects.toMatchObject({ code: 'conflict' })
    expect(host.database.prepare("select count(*) from notification where kind = 'PAYMENT_ESCALATED'").pluck().get()).toBe(1)
  })
})

describe('risk and alerts as the days go by', () => {
  let host: TestHost
  let admin: Desk
  const idOf = new Map<string, string>()
  beforeAll(async () => {
    host = await startTestHost()
    admin = await host.as('Admin')
    for (const code of ['A', 'B', 'C', 'D', 'E', 'F']) idOf.set(code, (await admin.masters.createCustomer({ code, name: `Toko ${code}` })).id)
  })
  afterAll(async () => {
    expect(host.faults).toEqual([])
    await host.stop()
  })
  const owe = (debits: Record<string, string>) =>
    admin.followUp.saveAccounts({ accounts: Object.entries(debits).map(([customerCode, debit]) => ({ customerCode, debit, credit: '0', agentName: customerCode < 'D' ? 'Rina' : 'Budi' })) })
  const riskNow = async () => Object.fromEntries((await admin.followUp.listClients({})).rows.map(({ customerCode, risk }) => [customerCode, risk]))
  const log = (code: string, more = {}) => admin.followUp.logFollowUp({ customerId: idOf.get(code)!, channel: 'PHONE', outcome: 'NO_RESPONSE', ...more })
  const kinds = async (code: string) =>
    (await admin.followUp.listAlerts({ filter: { customerId: idOf.get(code)!, isOpen: true } })).rows.map(({ kind, level }) => `${kind} ${level}`).sort()

  test('IF-20 (i) the list reckons risk as the rule does: bounds of 50,000, 10,000, 60 and 30 days, with what was never asked for', async () => {
    await owe({ A: '12000', B: '500', C: '50000', D: '50000.01', E: '10000', F: '500' })
    for (const code of ['A', 'C', 'D', 'E', 'F']) await log(code)
    expect(await riskNow()).toEqual({ A: 'MEDIUM', B: 'HIGH', C: 'MEDIUM', D: 'HIGH', E: 'LOW', F: 'LOW' })
    host.clock.set('2026-11-30T03:00:00.000Z')
    expect((await riskNow()).A, '12,000, last asked 10 days ago').toBe('MEDIUM')
    host.clock.set('2026-12-20T03:00:00.000Z')
    expect(await riskNow(), '30 days').toMatchObject({ E: 'LOW', F: 'LOW' })
    host.clock.set('2026-12-21T03:00:00.000Z')
    expect(await riskNow(), '31 days').toMatchObject({ E: 'MEDIUM', F: 'MEDIUM' })
    host.clock.set('2027-01-19T03:00:00.000Z')
    expect(await riskNow(), '60 days').toMatchObject({ A: 'MEDIUM', E: 'MEDIUM', F: 'MEDIUM' })
    host.clock.set('2027-01-20T03:00:00.000Z')
    expect(await riskNow(), '61 days').toEqual({ A: 'HIGH', B: 'HIGH', C: 'HIGH', D: 'HIGH', E: 'HIGH', F: 'HIGH' })
  })

  test('IF-20 lists are narrowed by risk, agent and text, the greatest risk and debt first, and their sums are of just those', async () => {
    host.clock.set('2026-12-21T03:00:00.000Z')
    const { rows } = await admin.followUp.listClients({ filter: { risk: ['HIGH', 'MEDIUM'], agentName: 'Rina' } })
    expect(rows.map(({ customerCode, risk }) => [customerCode, risk])).toEqual([['B', 'HIGH'], ['C', 'MEDIUM'], ['A', 'MEDIUM']])
    const sums = await admin.followUp.summarizeClients({ filter: { risk: ['HIGH', 'MEDIUM'], agentName: 'Rina' } })
    expect({ count: sums.owing.count, amount: moneyText(sums.owing.amount) }).toEqual({ count: 3, amount: '62500' })
    expect(sums.risks.map(({ risk, count, amount }) => [risk, count, moneyText(amount)])).toEqual([['NONE', 0, '0'], ['LOW', 0, '0'], ['MEDIUM', 2, '62000'], ['HIGH', 1, '500']])
    const searched = await admin.followUp.summarizeClients({ search: 'budi', filter: {} })
    expect([searched.owing.count, moneyText(searched.owing.amount)]).toEqual([3, '60500.01'])
    expect(await admin.followUp.listAgents({})).toEqual({ agents: ['Budi', 'Rina'], areas: [] })
    const pages: string[] = []
    for (let cursor: string | undefined, isFirst = true; isFirst || cursor !== undefined; isFirst = false) {
      const page = await admin.followUp.listClients({ pageSize: 2, cursor })
      pages.push(...page.rows.map(({ customerCode }) => customerCode))
      cursor = page.next
    }
    expect(pages).toEqual(['D', 'B', 'C', 'A', 'E', 'F'])
  })

  test('IF-20 promises are added up for this week from today, and apart once their day is over', async () => {
    // A Monday.
    await log('A', { outcome: 'PROMISED', promised: '4000', nextDay: '2026-12-27' })
    await log('E', { outcome: 'PARTIAL', promised: '1500.50', nextDay: '2026-12-28' })
    const told = async () => {
      const { promised, promisedThisWeek, promisesLate } = await admin.followUp.summarizeClients({})
      return [promised, promisedThisWeek, promisesLate].map(({ count, amount }) => [count, moneyText(amount)])
    }
    expect(await told()).toEqual([[2, '5500.5'], [1, '4000'], [0, '0']])
    host.clock.set('2026-12-28T03:00:00.000Z')
    expect(await told()).toEqual([[2, '5500.5'], [1, '1500.5'], [1, '4000']])
    await expect(log('A', { promised: '10' })).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['promised'] }] } })
  })

  test('IF-20 due within seven days is told at once, due today as high, past as overdue; one of a kind is open for a customer', async () => {
    host.clock.set('2027-02-01T03:00:00.000Z')
    await owe({ A: '500', B: '0', C: '500', D: '500', E: '500', F: '500' })
    await log('A', { nextDay: '2027-02-08' })
    await log('C', { nextDay: '2027-02-09' })
    await log('D', { nextDay: '2027-02-01' })
    await admin.followUp.generateAlerts({})
    await admin.followUp.generateAlerts({})
    expect([await kinds('A'), await kinds('B'), await kinds('C'), await kinds('D')]).toEqual([['DUE_SOON MEDIUM'], [], [], ['DUE_SOON HIGH']])
    host.clock.set('2027-02-08T03:00:00.000Z')
    await admin.followUp.generateAlerts({})
    expect([await kinds('A'), await kinds('C'), await kinds('D')]).toEqual([['DUE_SOON HIGH'], ['DUE_SOON MEDIUM'], ['OVERDUE HIGH']])
    expect(host.database.prepare('select count(*) from paymentAlert where resolvedAt is null group by customerId, kind having count(*) > 1').all()).toEqual([])
  })

  test('IF-20 what somebody resolved rests for that day and is told again the next, as long as it holds; billing hears of whom to ask', async () => {
    const billing = await host.as('Billing')
    const [overdue] = (await admin.followUp.listAlerts({ filter: { customerId: idOf.get('D')!, isOpen: true } })).rows
    expect(await billing.followUp.resolveAlert({ id: overdue!.id, version: overdue!.version, reason: 'Ditelepon besok' })).toMatchObject({ resolution: 'Ditelepon besok', followUpId: null })
    expect(await admin.followUp.generateAlerts({})).toMatchObject({ opened: 0 })
    expect(await kinds('D')).toEqual([])
    host.clock.set('2027-02-09T03:00:00.000Z')
    await admin.followUp.generateAlerts({})
    expect(await kinds('D')).toEqual(['OVERDUE HIGH'])
    expect((await billing.notifications.listNotices({ filter: { kinds: ['PAYMENTS_DUE'] } })).rows[0]).toMatchObject({ params: { count: 4, late: 3 } })
  })

  test('IF-20 an escalation that its holder resolved is over until it is escalated again, and holds nobody back once they are gone', async () => {
    const chief = await host.sessionFor('Manager')
    const holders = await admin.followUp.listHolders({})
    expect(holders.map(({ id }) => id)).toContain(chief.userId)
    expect(holders.some(({ role }) => role === 'Viewer' || role === 'Picker')).toBe(false)
    const viewer = await host.sessionFor('Viewer')
    const escalate = (to: string) => log('F', { outcome: 'ESCALATED', escalatedTo: to })
    await expect(escalate(viewer.userId)).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['escalatedTo'] }] } })
    expect(await escalate(chief.userId)).toMatchObject({ escalatedTo: chief.userId, escalatedToName: chief.fullName, lastOutcome: 'ESCALATED' })
    const [alert] = (await admin.followUp.listAlerts({ filter: { kind: 'ESCALATED', isOpen: true } })).rows
    await host.desk(chief).followUp.resolveAlert({ id: alert!.id, version: alert!.version, reason: 'Disetujui dicicil' })
    host.clock.set('2027-02-12T03:00:00.000Z')
    await admin.followUp.generateAlerts({})
    expect((await admin.followUp.listAlerts({ filter: { kind: 'ESCALATED', isOpen: true } })).rows).toEqual([])
    await escalate(chief.userId)
    await expect(log('F')).rejects.toMatchObject({ code: 'escalated-to-other' })
    const owner = await host.as('Superadmin')
    const { version } = await owner.identity.getUser({ id: chief.userId })
    await owner.identity.setUserActive({ id: chief.userId, version, isActive: false })
    expect(await log('F', { outcome: 'PAID' })).toMatchObject({ escalatedTo: null, lastOutcome: 'PAID' })
  })

  test('IF-20 whose matter it is: billing sees and logs, whoever handles invoices sees alone, and billing may neither set what is owed nor have the host look', async () => {
    const billing = await host.as('Billing')
    await expect(billing.followUp.saveAccounts({ accounts: [{ customerCode: 'A', debit: '1', credit: '0' }] })).rejects.toMatchObject({ code: 'forbidden' })
    await expect(billing.followUp.generateAlerts({})).rejects.toMatchObject({ code: 'forbidden' })
    const { id } = (await billing.followUp.listClients({ search: 'Toko A' })).rows[0]!
    expect(await billing.followUp.getClient({ id })).toMatchObject({ customerCode: 'A', phone: '', risk: 'LOW' })
    const picker = await host.as('Picker')
    await expect(picker.followUp.listClients({ search: 'Toko A' })).resolves.toMatchObject({ rows: expect.arrayContaining([expect.objectContaining({ id })]) as object[] })
    await expect(picker.followUp.logFollowUp({ customerId: id, channel: 'PHONE', outcome: 'NO_RESPONSE' })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'followUp.create' } })
    await expect(host.as('Warehouse Operator').then(operator => operator.followUp.listClients({}))).rejects.toMatchObject({ code: 'forbidden' })
    expect((await billing.reports.listReports({})).map(({ name }) => name)).toEqual(expect.arrayContaining(['invoices', 'billingSummary', 'outstanding', 'outstandingSummary', 'followUps']))
  })
})

test('billing of a factory that was there before may follow up and open its reports, with their menu, and gets nothing twice', async () => {
  const host = await startTestHost()
  const session = await host.sessionFor('Billing', 'WH')
  const paths = async () => (await host.desk(session).identity.listOwnMenus({})).flatMap(({ children }) => children.map(({ path }) => path))
  const held = async () => ({ paths: await paths(), reports: (await host.desk(session).reports.listReports({})).map(({ name }) => name) })
  const now = await held()
  expect(now.paths).toEqual(expect.arrayContaining(['/reports', '/follow-up/clients', '/follow-up/alerts']))
  const file = new BetterSqlite(join(host.folder, databaseFile))
  file.exec(`delete from roleGrant where permission in ('followUp.view', 'followUp.create', 'reports.view', 'reports.create') and roleId = (select id from role where name = 'Billing')`)
  for (const table of ['roleMenu', 'userMenu']) file.exec(`delete from ${table} where menuItemId = (select id from menuItem where path = '/reports')`)
  file.close()
  await host.restart()
  await expect(host.desk(await host.sessionFor('Billing', 'WH')).reports.listReports({})).rejects.toMatchObject({ code: 'forbidden' })
  const migrated = new BetterSqlite(join(host.folder, databaseFile))
  const migration = readFileSync(new URL('../migrations/1002-billing-follows-up.sql', import.meta.url), 'utf8')
  for (let turn = 0; turn < 2; turn += 1) migrated.exec(migration)
  migrated.close()
  await host.restart()
  const after = host.desk(await host.sessionFor('Billing', 'WH'))
  expect((await after.reports.listReports({})).map(({ name }) => name)).toEqual(now.reports)
  expect((await paths()).toSorted()).toEqual(now.paths.toSorted())
  expect(host.faults).toEqual([])
  await host.stop()
})
