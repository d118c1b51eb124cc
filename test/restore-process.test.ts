import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import BetterSqlite from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { HostDescription, RescueBackup } from '../shared/identity/first-run.ts'
import { listBackups } from '../src-main/database/backup-catalog.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { login, openDesk, post, startHostProcess, type HostProcess } from './support/host-process.ts'
import { hostEntry } from './support/run-folder.ts'

const minutes = 60_000
const password = 'Gudang#2026'
const factoryName = 'Boneka Jaya'
const unit = (code: string) => ({ code, name: `Satuan ${code}`, places: 0 })
let folder: string
let host: HostProcess | undefined
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(async () => {
  await host?.stop()
  removeFolder(folder)
})

const lastDay = () => new Date(Date.now() + 30 * 24 * 60 * minutes).toISOString().slice(0, 10)

/** A factory with a unit and a key in its backup, and a unit that came later. */
async function backedUp(): Promise<{ name: string; token: string; key: string }> {
  host = await startHostProcess(folder)
  await post(host.url, 'identity.setUp', { factoryName, fullName: 'Rina', username: 'rina', language: 'id', password, deskId: 'desk-1' })
  const token = await login(host.url, 'rina', password, 'desk-1')
  const as = { authorization: `Bearer ${token}` }
  expect(await post(host.url, 'masters.createUnit', unit('ADA'), as)).toMatchObject({ ok: true })
  const keyed = await post(host.url, 'programs.createKey', { name: 'Timbangan', permissions: ['masters.view'], sections: 'all', canSeeCost: false, expiresOn: lastDay() }, as)
  const made = await post(host.url, 'dataCare.backUp', {}, as)
  expect(made).toMatchObject({ ok: true, value: { isSound: true } })
  expect(await post(host.url, 'masters.createUnit', unit('BARU'), as)).toMatchObject({ ok: true })
  return { name: (made as { value: { name: string } }).value.name, token, key: (keyed as { value: { key: string } }).value.key }
}
function codes(): unknown[] {
  const sqlite = new BetterSqlite(join(folder, 'lantai.db'), { readonly: true })
  try {
    return sqlite.prepare("select code from unit where code in ('ADA', 'BARU') order by code").pluck().all()
  } finally {
    sqlite.close()
  }
}
/** Cuts the database off in its middle, with its log gone into it. */
async function damage(): Promise<void> {
  expect(await host!.stop()).toBe(0)
  host = undefined
  truncateSync(join(folder, 'lantai.db'), Math.floor(statSync(join(folder, 'lantai.db')).size / 8192) * 4096)
}

describe('restore', () => {
  test('IO-5 over a real socket: desks hear of it, are cut off, sign in again to a new epoch and read everything again', { timeout: 5 * minutes }, async () => {
    const { name, token } = await backedUp()
    const desk = await openDesk(host!.url, token, 'desk-1')
    const left = new Promise(resolve => desk.socket.once('close', resolve))
    expect(await desk.call({ call: 'dataCare.restoreBackup', input: { name, password, factoryName } })).toMatchObject({ ok: true })
    await left
    expect(desk.frames).toContainEqual({ condition: expect.objectContaining({ restoring: listBackups(join(folder, 'backups')).find(backup => backup.name === name)!.at }) as unknown })

    let anew: string | undefined
    while (!anew) anew = await login(host!.url, 'rina', password, 'desk-1').catch(() => new Promise(resolve => setTimeout(resolve, 200, undefined)))
    expect(await post(host!.url, 'identity.whoAmI', {}, { authorization: `Bearer ${token}` })).toMatchObject({ ok: false, code: 'signed-out' })
    const again = await openDesk(host!.url, anew, 'desk-1', { seq: desk.welcome.seq, epoch: desk.welcome.epoch })
    expect(again.welcome.epoch).not.toBe(desk.welcome.epoch)
    const units = (await again.call({ call: 'masters.listUnits', input: { pageSize: 200 } })) as { value: { rows: { code: string }[] } }
    expect(units.value.rows.map(({ code }) => code)).toContain('ADA')
    expect(units.value.rows.map(({ code }) => code)).not.toContain('BARU')
    expect(again.frames.find(frame => 'events' in frame)).toMatchObject({ refetchAll: true })
    again.close()
  })

  test('IO-5 by hand, of a damaged folder: says what it would mean and changes nothing; then does it, and the host enters it', { timeout: 5 * minutes }, async () => {
    await backedUp()
    await damage()
    const hashes = () => readdirSync(folder, { recursive: true, withFileTypes: true }).filter(entry => entry.isFile() && entry.name !== 'host.lock')
      .map(({ parentPath, name }) => [name, createHash('sha256').update(readFileSync(join(parentPath, name))).digest('hex')])
    const before = hashes()
    const run = (...args: string[]) => spawnSync(process.execPath, [fileURLToPath(hostEntry('host')), '--data', folder, '--restore', ...args], { encoding: 'utf8' })
    const dry = run('newest')
    expect(dry).toMatchObject({ status: 0 })
    expect(dry.stdout).toMatch(/of Boneka Jaya, .*[\s\S]*Add --yes[\s\S]*Nothing was changed/)
    expect(hashes()).toEqual(before)
    expect(run('newest', '--yes')).toMatchObject({ status: 0, stdout: expect.stringContaining('Start the host now') as string })
    expect(readdirSync(join(folder, 'kept'))).toHaveLength(1)

    host = await startHostProcess(folder)
    expect(await host.stop()).toBe(0)
    host = undefined
    expect(codes()).toEqual(['ADA'])
    expect(existsSync(join(folder, 'restore'))).toBe(false)
    expect(run(join(folder, 'backups', 'none.zip'), '--yes').status).toBe(1)
  })

  test('IO-5 by hand, of a folder that opens: what was revoked since stays revoked, and the rest goes on', { timeout: 5 * minutes }, async () => {
    const { token } = await backedUp()
    const as = { authorization: `Bearer ${token}` }
    await post(host!.url, 'programs.createKey', { name: 'Absensi', permissions: ['masters.view'], sections: 'all', canSeeCost: false, expiresOn: lastDay() }, as)
    await post(host!.url, 'dataCare.backUp', {}, as)
    const states = async (headers: Record<string, string>) => ((await post(host!.url, 'programs.listKeys', {}, headers)) as { value: { rows: { id: string; version: number; name: string; state: string }[] } }).value.rows
    const { id, version } = (await states(as)).find(({ name }) => name === 'Timbangan')!
    expect(await post(host!.url, 'programs.revokeKey', { id, version }, as)).toMatchObject({ ok: true })
    expect(await host!.stop()).toBe(0)
    const { stdout } = spawnSync(process.execPath, [fileURLToPath(hostEntry('host')), '--data', folder, '--restore', 'newest', '--yes'], { encoding: 'utf8' })
    expect(stdout).toContain('stay ended')
    host = await startHostProcess(folder)
    const anew = { authorization: `Bearer ${await login(host.url, 'rina', password, 'desk-1')}` }
    expect((await states(anew)).map(({ name, state }) => [name, state])).toEqual([['Absensi', 'ACTIVE'], ['Timbangan', 'REVOKED']])
    expect(await post(host.url, 'identity.whoAmI', {}, as)).toMatchObject({ ok: false, code: 'signed-out' })
  })
})

describe('rescue', () => {
  test('a damaged folder is not opened: the host says so, names the newest backup, and goes back to it after the Superadmin’s password', { timeout: 5 * minutes }, async () => {
    const { token, key } = await backedUp()
    await damage()
    host = await startHostProcess(folder, { isRescue: true })
    expect(host.output()).toMatch(/The data in .* is damaged: .*backups\/lantai-.*-manual\.zip.*--restore/)
    const { value } = (await post(host.url, 'identity.describeHost', {})) as { value: HostDescription }
    expect(value).toMatchObject({ isSetUp: false, canSetUp: false, rescue: { isHere: true, backups: [{ kind: 'manual', factoryName, attachments: 0, fullAt: null }] } })
    const [{ name }] = value.rescue!.backups as [RescueBackup]
    expect(await post(host.url, 'masters.listUnits', {}, { authorization: `Bearer ${token}` })).toMatchObject({ ok: false })
    const size = statSync(join(folder, 'lantai.db')).size
    for (const wrong of [{ password: 'salah' }, { username: 'orang' }]) {
      expect(await post(host.url, 'dataCare.rescue', { name, username: 'rina', password, factoryName, ...wrong })).toMatchObject({ ok: false, code: 'login-failed' })
    }
    expect(await post(host.url, 'dataCare.rescue', { name, username: 'rina', password, factoryName: 'Lain' })).toMatchObject({ ok: false, code: 'invalid-input' })
    expect(statSync(join(folder, 'lantai.db')).size).toBe(size)

    expect(await post(host.url, 'dataCare.rescue', { name, username: 'rina', password, factoryName })).toMatchObject({ ok: true })
    const described = async () => ((await post(host!.url, 'identity.describeHost', {}).catch(() => undefined)) as { value?: HostDescription } | undefined)?.value
    await expect.poll(described, { timeout: 30_000 }).toMatchObject({ isSetUp: true, factoryName })
    const as = { authorization: `Bearer ${await login(host.url, 'rina', password, 'desk-1')}` }
    const keyed = async () => ((await (await fetch(`${host!.url}/api/v1/masters/listUnits`, { method: 'POST', headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' }, body: '{}' })).json()) as { ok: boolean }).ok
    // Nobody can tell whether it had been revoked since.
    expect(await keyed()).toBe(false)
    const { value: { rows: [{ id, version, state }] } } = (await post(host.url, 'programs.listKeys', {}, as)) as { value: { rows: [{ id: string; version: number; state: string }] } }
    expect(state).toBe('SUSPENDED')
    const notices = (await post(host.url, 'notifications.listNotices', {}, as)) as { value: { rows: { kind: string; params: object }[] } }
    expect(notices.value.rows).toContainEqual(expect.objectContaining({ kind: 'KEYS_SUSPENDED', params: { count: 1 } }))
    expect(await post(host.url, 'programs.resumeKey', { id, version }, as)).toMatchObject({ ok: true })
    expect(await keyed()).toBe(true)
    expect(await host.stop()).toBe(0)
    host = undefined
    expect(codes()).toEqual(['ADA'])
    const [kept] = readdirSync(join(folder, 'kept'))
    expect(statSync(join(folder, 'kept', kept!, 'lantai.db')).size).toBe(size)
  })

  test('every backup that is whole can be gone back to, the newest first; one that the disk has spoilt is offered no longer', { timeout: 5 * minutes }, async () => {
    const { name: older, token } = await backedUp()
    const as = { authorization: `Bearer ${token}` }
    const made = async () => ((await post(host!.url, 'dataCare.backUp', {}, as)) as { value: { name: string } }).value.name
    const [newer, spoilt] = [await made(), await made()]
    await damage()
    const path = join(folder, 'backups', spoilt)
    const bytes = readFileSync(path)
    bytes[Math.floor(bytes.length / 2)]! ^= 1
    writeFileSync(path, bytes)

    host = await startHostProcess(folder, { isRescue: true })
    const names = async () => ((await post(host!.url, 'identity.describeHost', {})) as { value: HostDescription }).value.rescue!.backups.map(({ name }) => name)
    await expect.poll(names).toEqual([newer, older])
    const rescue = (name: string) => post(host!.url, 'dataCare.rescue', { name, username: 'rina', password, factoryName })
    expect(await rescue(spoilt)).toMatchObject({ ok: false, code: 'not-found' })
    expect(await rescue(older)).toMatchObject({ ok: true })
    await expect.poll(() => login(host!.url, 'rina', password, 'desk-1').catch(() => undefined), { timeout: 30_000 }).toBeTruthy()
    expect(await host.stop()).toBe(0)
    host = undefined
    expect(codes()).toEqual(['ADA'])
  })
})
