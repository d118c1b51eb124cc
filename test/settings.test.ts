import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { decimal, DecimalSchema } from '../shared/core/decimal.ts'
import { identitySettings } from '../shared/identity/settings.ts'
import { settingLadders } from '../shared/settings/checks.ts'
import { allSettings, findSetting, settingGroups } from '../shared/settings/registry.ts'
import { setting } from '../shared/settings/setting.ts'
import { texts } from '../shared/texts.ts'
import { createSettings, encodeSetting } from '../src-main/engines/settings.ts'
import { mayChange } from '../src-main/settings/stored.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'

describe('the settings engine', () => {
  const minutes = setting({ key: 'x.minutes', schema: z.int().min(1), fallback: 15, permission: 'settings.update' })
  const factor = setting({ key: 'x.factor', schema: DecimalSchema, fallback: decimal('1.05'), permission: 'settings.update' })

  test('gives typed values, the fallback where nothing is stored, and keeps them until told of a change', () => {
    let rows = [{ id: 'x.factor', value: encodeSetting(DecimalSchema, decimal('2.5')) }]
    let loads = 0
    const settings = createSettings(() => (loads += 1, rows))
    expect([settings.get(minutes), settings.get(factor), settings.get(factor)]).toEqual([15, decimal('2.5'), decimal('2.5')])
    expect(rows[0]?.value).toBe('"2.5"')

    rows = [{ id: 'x.minutes', value: '30' }]
    expect([settings.get(minutes), loads]).toEqual([15, 1])
    settings.changed()
    expect([settings.get(minutes), settings.get(factor), loads]).toEqual([30, decimal('1.05'), 2])
  })

  test('a stored value that does not fit falls back, and is reported once', () => {
    const problems: string[] = []
    const settings = createSettings(() => [{ id: 'x.minutes', value: '0' }, { id: 'x.factor', value: '{' }], problem => problems.push(problem))
    for (let at = 0; at < 3; at += 1) {
      expect([settings.get(minutes), settings.get(factor)]).toEqual([15, decimal('1.05')])
      settings.changed()
    }
    expect(problems).toHaveLength(2)
    expect(problems[0]).toContain('x.minutes')
    expect(problems[1]).toContain('not JSON')
  })
})

describe('the registry', () => {
  test('keys are unique, named after their module, and every fallback fits its own schema', () => {
    expect(new Set(allSettings.map(({ key }) => key)).size).toBe(settingGroups.flatMap(({ settings }) => settings).length)
    for (const { module, settings } of settingGroups) {
      for (const { key, schema, fallback } of settings) {
        expect(key.split('.')).toEqual([module, expect.any(String)])
        expect(z.safeDecode(schema, z.encode(schema, fallback) as never), key).toMatchObject({ success: true })
      }
    }
  })

  test('every setting has its name, explanation and unit in both languages', () => {
    for (const language of ['id', 'en'] as const) {
      const all = texts[language] as unknown
      const at = (path: string) => path.split('.').reduce<unknown>((tree, name) => (tree as Record<string, unknown> | undefined)?.[name], all)
      for (const { key, unit, schema } of allSettings) {
        const [module, name] = key.split('.')
        const asked = [`${module}.settings.${name}.name`, `${module}.settings.${name}.explanation`, ...(unit === undefined ? [] : [`units.${unit}`])]
        if (schema instanceof z.ZodEnum) asked.push(...schema.options.map(option => `${module}.settings.${name}.choices.${option}`))
        for (const path of asked) expect(at(path), `${language} ${path}`).toEqual(expect.any(String))
      }
    }
  })
})

describe('IO-9 settings', () => {
  const key = identitySettings.lockMinutes.key
  let host: TestHost
  let manager: Desk
  beforeAll(async () => {
    host = await startTestHost()
    manager = await host.as('Manager')
  })
  afterAll(() => host.stop())
  const state = async (desk = manager) => (await desk.settings.listSettings({})).find(row => row.key === key)!
  const stored = () => host.database.prepare('select value from setting where id = ?').pluck().get(key)
  const lastEntry = () => host.database.prepare('select * from auditEntry order by seq desc limit 1').get() as Record<string, string>

  test('a changed setting is in force at once, differs from its default, and is audited with who changed it', async () => {
    expect(await state()).toEqual({ key, value: 15, fallback: 15, differs: false, unit: 'minutes', permission: 'settings.update', mayChange: true, asksFirst: false })
    expect(await manager.settings.changeSetting({ key, value: 20 })).toMatchObject({ value: 20, differs: true, version: 1 })
    expect(await state()).toMatchObject({ value: 20, fallback: 15, differs: true, version: 1 })
    expect(lastEntry()).toMatchObject({ entity: 'setting', entityId: key, action: 'CREATE', role: 'Manager' })
    expect(JSON.parse(lastEntry().after!)).toMatchObject({ value: '20' })

    await manager.settings.changeSetting({ key, value: 25, version: 1 })
    expect([lastEntry().before, lastEntry().after].map(text => JSON.parse(text!) as unknown)).toEqual([{ value: '20' }, { value: '25' }])
    expect(host.events.filter(({ entity }) => entity === 'setting')).toHaveLength(2)
  })

  test('somebody else’s change in between is a conflict, also of a value no longer stored', async () => {
    const { version } = await manager.settings.changeSetting({ key, value: 30 })
    await manager.settings.changeSetting({ key, value: 31, version })
    await expect(manager.settings.changeSetting({ key, value: 32, version })).rejects.toMatchObject({ code: 'conflict', params: { entity: 'setting', id: key } })
    await expect(manager.settings.resetSetting({ key, version })).rejects.toMatchObject({ code: 'conflict' })
    await manager.settings.resetSetting({ key })
    await expect(manager.settings.changeSetting({ key, value: 32, version: version! + 1 })).rejects.toMatchObject({ code: 'conflict' })
  })

  test('only a value that differs is kept: the default, given or restored, leaves no row', async () => {
    await manager.settings.changeSetting({ key, value: 40 })
    expect(stored()).toBe('40')
    expect(await manager.settings.changeSetting({ key, value: 15 })).toMatchObject({ value: 15, differs: false })
    expect(stored()).toBeUndefined()
    await manager.settings.changeSetting({ key, value: 40 })
    expect(await manager.settings.resetSetting({ key })).toMatchObject({ value: 15, differs: false })
    expect(stored()).toBeUndefined()
    expect(await manager.settings.resetSetting({ key })).toMatchObject({ value: 15 })
  })

  test('a value that does not fit is refused at the field, and an unknown key by name', async () => {
    for (const value of [0, 1441, 1.5, '15', null, undefined, {}]) {
      await expect(manager.settings.changeSetting({ key, value }), JSON.stringify(value)).rejects.toMatchObject({
        code: 'invalid-input', params: { issues: [expect.objectContaining({ path: ['value'] })] },
      })
    }
    await expect(manager.settings.changeSetting({ key, value: 0 })).rejects.toMatchObject({ params: { issues: [{ reason: 'too_small', params: { minimum: 1 } }] } })
    for (const unknown of ['identity.nothing', '__proto__', 'constructor', 'x'.repeat(100)]) {
      await expect(manager.settings.changeSetting({ key: unknown, value: 1 })).rejects.toMatchObject({ code: 'not-found', params: { entity: 'setting', id: unknown } })
    }
    expect(stored()).toBeUndefined()
  })

  test('who may not change settings is told so, and that is kept in the security log', async () => {
    const operator = await host.as('Warehouse Operator', 'WH')
    await expect(operator.settings.listSettings({})).rejects.toMatchObject({ code: 'forbidden' })
    await expect(operator.settings.changeSetting({ key, value: 20 })).rejects.toMatchObject({ code: 'forbidden', params: { needed: 'settings.update' } })
    await new Promise(resolve => setImmediate(resolve))
    const warnings = host.database.prepare(`select detail from securityEvent where kind = 'FORBIDDEN'`).pluck().all() as string[]
    expect(warnings.map(detail => JSON.parse(detail) as unknown)).toContainEqual({ procedure: 'settings.changeSetting', needed: 'settings.update' })
    expect(await state(await host.as('Director'))).toMatchObject({ value: 15, mayChange: false })
  })

  test('a setting may ask for a permission of its own', () => {
    const own = setting({ key: 'x.y', schema: z.boolean(), fallback: true, permission: 'identity.update' })
    const may = (...permissions: ('settings.update' | 'identity.update')[]) => mayChange({ permissions: new Set(permissions) }, own)
    expect([may('settings.update', 'identity.update'), may('settings.update'), may('identity.update')]).toEqual([true, false, false])
  })

  test('a setting changed is in force for the very next command, also after a restart', async () => {
    await manager.settings.changeSetting({ key, value: 77 })
    await host.restart()
    expect(await state()).toMatchObject({ value: 77, differs: true })
    await manager.settings.resetSetting({ key })
  })

  test('IO-9 bands must ascend: a value that would leave no band is refused, and its neighbour named', async () => {
    const over = (key: string, value: string) => manager.settings.changeSetting({ key: `production.${key}`, value })
    await over('overReview', '6')
    await expect(over('overAutomatic', '6')).rejects.toMatchObject({
      code: 'invalid-input', params: { issues: [{ path: ['value'], reason: 'settings.issues.not-below', params: { nameKey: 'production.settings.overReview.name', limit: '6' } }] },
    })
    await expect(manager.settings.resetSetting({ key: 'production.overReview' })).resolves.toMatchObject({ value: '5' })
    await expect(over('overReview', '3')).rejects.toMatchObject({ params: { issues: [{ reason: 'settings.issues.not-above' }] } })
    await expect(over('overReview', '101')).rejects.toMatchObject({ params: { issues: [{ reason: 'settings.issues.between', params: { minimum: '0', maximum: '100' } }] } })
    await over('overAutomatic', '4')
    await manager.settings.resetSetting({ key: 'production.overAutomatic' })
  })

  test('IO-9 every ladder begins in order, with settings that are there', () => {
    for (const ladder of settingLadders) {
      const values = ladder.map(key => Number(z.encode(findSetting(key)!.schema, findSetting(key)!.fallback)))
      expect(values, ladder.join()).toEqual([...new Set(values)].sort((a, b) => a - b))
    }
  })

  test('PL-20 what needs no approval is a setting each, with the values a factory begins with', async () => {
    const states = new Map((await manager.settings.listSettings({})).map(row => [row.key, row.value]))
    const names = ['autoMaterialVariance', 'autoQuantityChange', 'autoDebtKilograms', 'autoDebtPercent', 'autoAdjustment']
    expect(names.map(name => states.get(`planning.${name}`))).toEqual(['5', '5', '10', '10', '2'])
    expect(['overAutomatic', 'overReview', 'overBlock'].map(name => states.get(`production.${name}`))).toEqual(['3', '5', '10'])
    expect(names.map(name => findSetting(`planning.${name}`)?.isSensitive)).toEqual(names.map(() => true))
  })

  test('IO-9 a sensitive setting is asked for by who does not decide it alone, and changed when a manager approves', async () => {
    const admin = await host.as('Admin')
    const change = { key: 'planning.autoAdjustment', value: '3' }
    await expect(admin.settings.changeSetting(change)).rejects.toMatchObject({ code: 'reason-needed' })
    const asked = await admin.settings.changeSetting({ ...change, reason: 'Terlalu ketat' })
    expect(asked).toMatchObject({ value: '2', asksFirst: true, request: { number: 'PRS-2026-00001' } })
    await expect(admin.settings.changeSetting({ ...change, value: '4', reason: 'Lagi' })).rejects.toMatchObject({ code: 'approval-pending' })
    const { lines, request } = await manager.approvals.getRequest({ id: asked.request!.id })
    expect([request.subject, lines]).toEqual([
      { settingKey: 'planning.settings.autoAdjustment.name' },
      [{ labelKey: 'planning.settings.autoAdjustment.name', kind: 'decimal', unitKey: 'units.percent', before: '2', after: '3' }],
    ])
    await manager.approvals.approveStep({ id: asked.request!.id, step: 0 })
    expect((await admin.settings.listSettings({})).find(row => row.key === change.key)).toMatchObject({ value: '3', differs: true })

    await expect(manager.settings.changeSetting({ ...change, value: '2.5' })).resolves.toMatchObject({ value: '2.5', asksFirst: false })
    const { rows } = await manager.settings.listChanges({ pageSize: 2 })
    expect(rows).toMatchObject([{ key: change.key, before: '3', after: '2.5' }, { key: change.key, before: '2', after: '3' }])
    await manager.settings.resetSetting({ key: change.key })
  })

  test('IO-9 how the factory works is read by everybody, and only that', async () => {
    const operator = await host.as('Warehouse Operator', 'WH')
    await manager.settings.changeSetting({ key: 'features.strictPallets', value: true })
    const shared = await operator.settings.listShared({})
    expect(shared).toMatchObject({ 'features.strictPallets': true, 'features.backflush': true, 'kanban.pendingLimit': 10 })
    expect(shared).not.toHaveProperty('identity.lockMinutes')
    await manager.settings.resetSetting({ key: 'features.strictPallets' })
  })

  test('KB-2 a new board begins with the factory’s usual limits', async () => {
    await manager.settings.changeSetting({ key: 'kanban.pendingLimit', value: 8 })
    const [supply, store] = [
      await host.system.masters.createLocation({ code: 'UTAMA', name: 'Utama', kind: 'INTERNAL', parentId: null, sectionId: null }),
      await host.system.masters.createLocation({ code: 'RAK-SEW', name: 'Rak', kind: 'INTERNAL', parentId: null, sectionId: host.section('SEW') }),
    ]
    const board = await manager.kanban.createBoard({ sectionId: host.section('SEW'), supplySectionId: host.section('WH'), supplyLocationId: supply.id, storeLocationId: store.id })
    expect(board).toMatchObject({ maximumPending: 8, maximumInProgress: 5 })
    await manager.settings.resetSetting({ key: 'kanban.pendingLimit' })
  })

  test('IO-9 a series takes another form with the next document; its count goes on, whatever it is counted within', async () => {
    const asked = async () => (await host.system.kanban.createCard({ sectionId: host.section('SEW'), itemId, quantity: '1', neededBy: '2026-11-21' })).number
    const unit = (await host.system.masters.listUnits({})).rows[0]!
    const { id: itemId } = await host.system.masters.createItem({ code: 'KANCING', name: 'Kancing', kind: 'AUXILIARY', unitId: unit.id })
    const seriesOf = async () => (await manager.settings.listSeries({})).find(({ name }) => name === 'kanbanCard')!
    expect([await asked(), await asked()]).toEqual(['KAN-20261120-0001', 'KAN-20261120-0002'])
    expect(await seriesOf()).toMatchObject({ last: 2, upcoming: ['KAN-20261120-0003', 'KAN-20261120-0004', 'KAN-20261120-0005'], afterRestart: 'KAN-20261121-0001' })

    const change = (format: string, restarts: 'day' | 'month' | 'year' | 'never', version?: number) => manager.settings.changeSeries({ name: 'kanbanCard', format, restarts, version })
    await expect(change('KAN-{year}-{0000}', 'day')).rejects.toMatchObject({ code: 'invalid-input', params: { issues: [{ path: ['restarts'], reason: 'settings.issues.series-restart' }] } })
    await expect(change('PRS-{year}-{000}', 'year')).rejects.toMatchObject({ params: { issues: [{ path: ['format'], reason: 'settings.issues.series-meets' }] } })
    await expect((await host.as('Warehouse Admin')).settings.changeSeries({ name: 'kanbanCard', format: 'KB-{0000}', restarts: 'never' })).rejects.toMatchObject({ code: 'forbidden' })

    const monthly = await change('kb/{year}/{month}/{000}', 'month')
    expect(monthly).toMatchObject({ format: 'KB/{year}/{month}/{000}', last: 2, upcoming: ['KB/2026/11/003', 'KB/2026/11/004', 'KB/2026/11/005'], afterRestart: 'KB/2026/12/001' })
    expect([await asked(), await asked()]).toEqual(['KB/2026/11/003', 'KB/2026/11/004'])
    const back = await change('KAN-{date}-{0000}', 'day', monthly.version)
    expect([back.version, await asked()]).toEqual([undefined, 'KAN-20261120-0005'])
  })

  test('the factory has a name, address and telephone that anybody may read and few may change', async () => {
    const site = await manager.settings.getSite({})
    const changed = await manager.settings.updateSite({ version: site.version, name: 'Boneka Nusantara', address: 'Jl. Kapas 5\nSurabaya', phone: '031-555' })
    expect(changed).toEqual({ ...site, version: site.version + 1, name: 'Boneka Nusantara', address: 'Jl. Kapas 5\nSurabaya', phone: '031-555' })
    await expect(manager.settings.updateSite({ version: site.version, name: 'X', address: '', phone: '' })).rejects.toMatchObject({ code: 'conflict' })
    await expect(manager.settings.updateSite({ version: changed.version, name: ' ', address: '', phone: '' })).rejects.toMatchObject({ code: 'invalid-input' })
    const operator = await host.as('Admin Sewing', 'SEW')
    expect(await operator.settings.getSite({})).toMatchObject({ name: 'Boneka Nusantara' })
    await expect(operator.settings.updateSite({ version: changed.version, name: 'X', address: '', phone: '' })).rejects.toMatchObject({ code: 'forbidden' })
  })
})
