import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { processActs, type ProcessAct } from '../shared/core/permissions.ts'
import { isId } from '../shared/core/ids.ts'
import { migrate, readMigrations } from '../src-main/database/migrate.ts'
import { seededActs } from '../src-main/identity/seed-acts.ts'
import { seededRoles } from '../src-main/identity/seed-roles.ts'
import { migrationsFolder } from './support/spine.ts'
import { startTestHost, type TestHost } from './support/host.ts'

const supervisors = ['SPV Cutting', 'SPV Sewing', 'SPV Finishing']
const admins = ['Admin Cutting', 'Admin Embroidery', 'Admin Sewing', 'Admin Finishing', 'Admin Packing']

/** Act → who may; nobody else but the Superadmin, who is named where even they may not. */
const mayAct: Readonly<Record<ProcessAct, readonly string[]>> = {
  createManufacturingOrder: ['PPIC Admin', 'PPIC Manager'],
  approveManufacturingOrder: ['PPIC Manager', 'Admin'],
  approvePurchaseOrder: ['Purchasing Head', 'PPIC Manager', 'Finance Manager'],
  approveLargePurchaseOrder: ['Finance Manager'],
  generateWorkOrder: ['PPIC Admin', 'PPIC Manager', ...admins],
  voidWorkOrder: [...supervisors, 'Manager'],
  enterDailyProduction: [...admins, ...supervisors],
  readDailyProduction: [...admins, ...supervisors, 'Manager', 'Director', 'Admin', 'PPIC Admin', 'PPIC Manager', 'QC Lab', 'QC Inspector'],
  viewPlanningDashboard: ['PPIC Manager', 'PPIC Admin', 'Manager', 'Director', 'Wall-screen'],
  requestModification: [...supervisors, 'Manager'],
  decideModification: [...supervisors, 'Manager'],
  requestMaterial: [...admins, ...supervisors, 'Warehouse Admin', 'Warehouse Operator'],
  requestMaterialDebt: [...admins, ...supervisors, 'Warehouse Admin', 'Warehouse Operator'],
  decideMaterialDebt: [...supervisors, 'Manager'],
  handleShortage: ['SPV Cutting', 'Warehouse Admin', 'Warehouse Operator'],
  transferOutOfCutting: ['SPV Cutting'],
  acceptTransfer: [...admins, ...supervisors],
  overrideSegregation: ['Manager', 'not Superadmin'],
  overrideEmergency: ['Director', 'not Superadmin'],
  approveRework: ['QC Lab'],
  releaseQualityHold: ['QC Lab'],
  unlockSectionDay: ['Admin'],
  shipFinishedGoods: ['Warehouse Admin', 'Security', 'Admin'],
  exportVouchers: ['Finance Manager', 'Admin'],
  importData: ['Admin'],
  restoreData: [],
  clearData: [],
  importInvoice: ['Billing'],
  importLedger: ['Billing'],
  forceCompleteInvoice: ['Admin'],
  changeInvoicesInBulk: ['Admin'],
}

let host: TestHost
const sessions = new Map<string, ReadonlySet<string>>()
beforeAll(async () => {
  host = await startTestHost()
  for (const { name, isHidden } of seededRoles) if (!isHidden) sessions.set(name, (await host.sessionFor(name, 'SEW')).permissions)
})
afterAll(() => host.stop())

test.each(processActs)('the act %s belongs to those of the table and to nobody else', act => {
  const holders = [...sessions].filter(([, permissions]) => permissions.has(`process.${act}`)).map(([role]) => role)
  const may = mayAct[act].filter(role => role !== 'not Superadmin')
  expect(holders.sort()).toEqual([...may, ...(mayAct[act].includes('not Superadmin') ? [] : ['Superadmin'])].sort())
})

test('importing asks for the act, not for what else a role may with data', async () => {
  const manager = await host.sessionFor('Manager')
  expect(manager.permissions.has('dataCare.update')).toBe(true)
  await expect(host.desk(manager).imports.listBatches({})).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'process.importData' } })
  await expect((await host.as('Admin')).imports.listBatches({})).resolves.toMatchObject({ rows: [] })
})

/** What a new factory's role may and one of an earlier version was not given: whoever looks after that one decides. */
const ofNewFactories: Readonly<Record<string, readonly ProcessAct[]>> = { Admin: ['readDailyProduction'] }

test('a factory of an earlier version is given the acts of the roles it still has by name, and of no other', () => {
  const older = new BetterSqlite(':memory:')
  const all = readMigrations(migrationsFolder)
  migrate(older, all.filter(({ number }) => number < 140))
  const names = [...seededRoles.map(({ name }) => name).filter(name => name !== 'QC Lab'), 'Laboratorium']
  for (const [at, name] of names.entries()) {
    older.prepare(`insert into role (id, createdAt, name, level, sections, isHidden) values (?, '', ?, 5, 'all', ?)`).run(`role-${at}`, name, Number(name === 'System'))
  }
  migrate(older, all)
  const acts = older.prepare("select permission from roleGrant join role on role.id = roleId where role.name = ? and permission like 'process.%' order by permission").pluck()
  for (const name of names) expect([name, acts.all(name)]).toEqual([name, seededActs(name).filter(act => !ofNewFactories[name]?.includes(act)).map(act => `process.${act}`).sort()])
  expect((older.prepare('select id from roleGrant').pluck().all()).every(isId)).toBe(true)
  older.close()
})
