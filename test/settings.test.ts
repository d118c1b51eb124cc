import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { decimal, DecimalSchema } from '../shared/core/decimal.ts'
import { identitySettings } from '../shared/identity/settings.ts'
import { allSettings, settingGroups } from '../shared/settings/registry.ts'
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
