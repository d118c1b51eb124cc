import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gunzipSync } from 'node:zlib'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { archiveYears } from '../src-main/audit/archives.ts'
import { checkData } from '../src-main/audit/data-check.ts'
import { readParts, writeParts } from '../src-main/audit/gzip-parts.ts'
import { verifyAudit, type Verdict } from '../src-main/audit/verify.ts'
import * as auditChain from '../src-main/database/audit-chain.ts'
import { createScope } from '../src-main/core/session.ts'
import { connection, createReader } from '../src-main/database/reader.ts'
import { readMigrations } from '../src-main/database/migrate.ts'
import { createSettings } from '../src-main/engines/settings.ts'
import { systemSession } from '../src-main/identity/sessions.ts'
import { startTestHost, type Desk, type TestHost } from './support/host.ts'
import { hostEntry } from './support/run-folder.ts'

const run = promisify(execFile)
const migrations = readMigrations(new URL('../migrations/', import.meta.url))
let host: TestHost
let admin: Desk
const copies: string[] = []

/** A factory of 2026 and 2027, looked at in January 2033: 2026 and 2027 are more than five years past. */
beforeEach(async () => {
  host = await startTestHost({ now: '2026-11-20T03:00:00.000Z' })
  for (const year of ['2027-03-01', '2030-05-05']) {
    host.clock.set(`${year}T03:00:00.000Z`)
    for (let at = 0; at < 4; at += 1) await rename(`Pabrik ${year} ${at}`)
  }
  host.clock.set('2033-01-02T03:00:00.000Z')
  admin = await host.as('Superadmin')
})
afterEach(async () => {
  expect(host.faults.filter(line => !line.includes('broken off'))).toEqual([])
  await host.stop()
  for (const copy of copies.splice(0)) rmSync(copy, { recursive: true })
})

const rename = async (name: string) => host.system.settings.updateSite({ version: (await host.system.settings.getSite({})).version, name, address: '', phone: '' })
const counted = (sql: string) => host.database.prepare(sql).pluck().get() as number
const liveRows = () => counted('select count(*) from auditEntry')
const lastOf = (year: number) => counted(`select max(seq) from auditEntry where at < '${year + 1}-01-01'`)
const archiveFiles = () => readdirSync(join(host.folder, 'archives'))

function copyFolder(tamper?: (folder: string, sqlite: Database) => void): string {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-archive-'))
  copies.push(folder)
  host.database.prepare('vacuum into ?').run(join(folder, 'lantai.db'))
  for (const part of ['keys', 'seals', 'archives']) {
    mkdirSync(join(host.folder, part), { recursive: true })
    cpSync(join(host.folder, part), join(folder, part), { recursive: true })
  }
  const sqlite = new BetterSqlite(join(folder, 'lantai.db'))
  tamper?.(folder, sqlite)
  sqlite.close()
  return folder
}

function verify(folder: string): Verdict {
  const sqlite = new BetterSqlite(join(folder, 'lantai.db'), { readonly: true })
  try {
    return verifyAudit(sqlite, folder, auditChain)
  } finally {
    sqlite.close()
  }
}
const found = (tamper?: (folder: string, sqlite: Database) => void) => verify(copyFolder(tamper)).findings.map(({ kind }) => kind)

test('AU-2 years whose time is over go to a sealed file each; the audit goes on from there, and is whole with them', async () => {
  const before = liveRows()
  const [in2026, in2027] = [lastOf(2026), lastOf(2027)]
  expect((await admin.audit.listArchives({})).due).toEqual([
    { year: 2026, fromSeq: 1, throughSeq: in2026, rowCount: in2026 }, { year: 2027, fromSeq: in2026 + 1, throughSeq: in2027, rowCount: in2027 - in2026 },
  ])
  const { archives } = await admin.audit.archiveYears({})
  expect(archives.map(({ year, rowCount }) => [year, rowCount])).toEqual([[2026, in2026], [2027, in2027 - in2026]])
  expect(liveRows()).toBe(before - in2027 + 2)
  expect(counted('select min(seq) from auditEntry')).toBe(in2027 + 1)

  const verdict = verify(copyFolder())
  expect(verdict).toMatchObject({ findings: [], rows: before + 2, archivedRows: in2027, lastSeq: before + 2 })
  const kept = await admin.audit.listArchives({})
  expect(kept.archives.map(({ year }) => year)).toEqual([2027, 2026])
  expect(kept).toMatchObject({ due: [], retentionYears: 5 })
  expect((await admin.audit.listEntries({ filter: { entity: 'purge' } })).rows).toMatchObject([{ action: 'DELETE', procedure: 'audit.recordArchive' }, { action: 'DELETE' }])
  expect((await admin.audit.summarize({})).archived).toBe(in2027)
  expect(await admin.audit.archiveYears({})).toEqual({ archives: [] })
  const sqlite = new BetterSqlite(join(host.folder, 'lantai.db'), { readonly: true })
  expect(checkData(sqlite, host.folder, migrations, auditChain)).toEqual({ structure: [], content: [] })
  sqlite.close()
  await host.restart()
  expect(host.faults).toEqual([])
})

test('AU-2 nothing younger than the setting is due, and the setting cannot be below five years', async () => {
  await expect(admin.settings.changeSetting({ key: 'audit.retentionYears', value: 4 })).rejects.toMatchObject({ code: 'invalid-input' })
  await admin.settings.changeSetting({ key: 'audit.retentionYears', value: 6 })
  expect((await admin.audit.listArchives({})).due.map(({ year }) => year)).toEqual([2026])
  await expect(admin.settings.changeSetting({ key: 'audit.securityYears', value: 1 })).rejects.toMatchObject({ code: 'invalid-input' })
  const system = (year: number, fromSeq: number, throughSeq: number) => host.system.audit.recordArchive({
    year, fromSeq, throughSeq, rowCount: throughSeq - fromSeq + 1, file: 'x', sha256: 'a'.repeat(64), lastHash: host.database.prepare('select hash from auditEntry where seq = ?').pluck().get(throughSeq) as string,
  })
  await expect(system(2027, 1, lastOf(2027))).rejects.toMatchObject({ code: 'wrong-state' })
  await expect(system(2026, 2, lastOf(2026))).rejects.toMatchObject({ code: 'wrong-state' })
  await expect(system(2026, 1, lastOf(2030))).rejects.toMatchObject({ code: 'wrong-state' })
})

test('AU-1 rows up to the mark alone can be deleted, no number is given again, and the mark is append-only', async () => {
  await admin.audit.archiveYears({})
  const writer = new BetterSqlite(join(copyFolder(), 'lantai.db'))
  const first = writer.prepare('select min(seq) from auditEntry').pluck().get() as number
  const columns = 'seq, at, userId, userName, role, action, module, procedure, previousHash, hash'
  for (const attempt of [
    `delete from auditEntry where seq = ${first}`, 'delete from auditEntry', `insert into auditEntry (${columns}) values (3, 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x')`,
    'update purge set throughSeq = 1000000', 'delete from purge', `insert or replace into purge (seq, at, book, fromSeq, throughSeq, rowCount, createdBy) values (1, 'x', 'event', 1, 1, 1, 'x')`,
    `insert into purge (at, book, fromSeq, throughSeq, rowCount, createdBy, file, sha256, lastHash, year) values ('x', 'auditEntry', 1, 999, 999, 'x', 'f', 's', 'h', 2026)`,
  ]) expect(() => writer.exec(attempt), attempt).toThrow('append-only')
  writer.close()
})

test('AU-8 a missing, shortened, edited or swapped archive is named, and so is a mark that nobody set by a command', async () => {
  await admin.audit.archiveYears({})
  const [first, second] = archiveFiles()
  const path = (folder: string, name = first!) => join(folder, 'archives', name)
  expect(found()).toEqual([])
  expect(found(folder => rmSync(path(folder)))).toEqual(['archive-missing'])
  expect(found(folder => truncateSync(path(folder), readFileSync(path(folder)).length - 10))).toEqual(['archive-edited', 'archive-damaged'])
  expect(found(folder => writeFileSync(path(folder), ''))).toEqual(['archive-edited', 'archive-damaged'])
  expect(found(folder => cpSync(path(folder, second), path(folder)))).toContain('archive-edited')
  const rewritten = (change: (lines: string[]) => string[]) => found(folder => {
    const lines = [...readParts(path(folder))].join('').trimEnd().split('\n')
    const parts = writeParts(path(folder))
    const [head, ...rest] = change(lines)
    parts.write(`${head}\n`)
    parts.write(`${rest.join('\n')}\n`)
    parts.close()
  })
  expect(rewritten(lines => lines.map((line, at) => (at === 4 ? line.replace('"admin"', '"Somebody"') : line)))).toEqual(['archive-edited', 'row-edited'])
  expect(rewritten(lines => lines.filter((_, at) => at !== 4))).toEqual(['archive-edited', 'rows-deleted'])
  expect(rewritten(lines => lines.slice(0, -1))).toEqual(['archive-edited', 'archive-short'])
  expect(rewritten(lines => lines.map((line, at) => (at === 0 ? line.replace('"year":2026', '"year":2025') : line)))).toEqual(['archive-edited', 'archive-forged'])
  const through = counted(`select max(seq) from auditEntry where at < '2031'`)
  expect(found((_, sqlite) => {
    sqlite.exec(`insert into purge (at, book, fromSeq, throughSeq, rowCount, createdBy, file, sha256, lastHash, year)
      select 'x', 'auditEntry', max(throughSeq) + 1, ${through}, 1, 'x', 'none', 'x', (select hash from auditEntry where seq = ${through}), 2030 from purge where book = 'auditEntry'`)
    sqlite.exec(`delete from auditEntry where seq <= ${through}`)
  })).toEqual(['archive-missing', 'purge-unaudited'])
})

test('an archive is a gzip file that any program opens: a head, then a line a row', async () => {
  await admin.audit.archiveYears({})
  const text = gunzipSync(readFileSync(join(host.folder, 'archives', archiveFiles()[0]!))).toString()
  const [head, row, ...rest] = text.trimEnd().split('\n').map(line => JSON.parse(line) as unknown)
  expect(head).toMatchObject({ year: 2026, fromSeq: 1, previousHash: '0'.repeat(64), signature: expect.any(String) as string })
  expect(row).toEqual(expect.arrayContaining([1, 'admin']))
  expect(rest.length + 1).toBe((head as { rowCount: number }).rowCount)
})

test.each([0, 1, 2])('broken off at its step %i, the chain is whole at once, and the next run completes it', async step => {
  const before = liveRows()
  await expect(archiveYears(await brokenAt(step))).rejects.toThrow('broken off')
  const verdict = verify(copyFolder())
  expect(verdict.findings).toEqual([])
  expect(verdict.lastSeq).toBe(before + Math.min(step, 2))
  writeFileSync(join(host.folder, 'archives', 'audit-2026-x.jsonl.gz.part'), 'half')
  await host.restart()
  expect(host.faults).toEqual([])
  admin = await host.as('Superadmin')
  await admin.audit.archiveYears({})
  expect(verify(copyFolder())).toMatchObject({ findings: [], archivedRows: lastArchived() })
  expect(counted(`select count(*) from auditEntry where seq <= ${lastArchived()}`)).toBe(0)
  expect(archiveFiles().filter(name => name.endsWith('.part'))).toEqual([])
})

const lastArchived = () => counted(`select max(throughSeq) from purge where book = 'auditEntry'`)

function none(): never {
  throw new Error('none')
}

test('AU-2 no row leaves the database for an archive that does not read whole from the disk', async () => {
  // The mark is set, rows wait to be deleted, and then the file is spoilt.
  await expect(archiveYears(await brokenAt(2))).rejects.toThrow('broken off')
  const waiting = counted(`select count(*) from auditEntry where seq <= ${lastArchived()}`)
  const path = join(host.folder, 'archives', archiveFiles()[1]!)
  const content = readFileSync(path)
  for (const spoilt of [content.subarray(0, -10), Buffer.concat([content.subarray(0, 200), Buffer.from([content[200]! ^ 1]), content.subarray(201)])]) {
    writeFileSync(path, spoilt)
    await expect(admin.audit.archiveYears({})).rejects.toMatchObject({ code: 'archive-unsound', params: { file: archiveFiles()[1] } })
    expect(counted(`select count(*) from auditEntry where seq <= ${lastArchived()}`)).toBe(waiting)
  }
  writeFileSync(path, content)
  await admin.audit.archiveYears({})
  expect(counted(`select count(*) from auditEntry where seq <= ${lastArchived()}`)).toBe(0)
  expect(verify(copyFolder()).findings).toEqual([])
})

test('AU-2 a year whose rows were edited is not put away: the mark is not set and the rows stay', async () => {
  const writer = new BetterSqlite(join(host.folder, 'lantai.db'))
  writer.exec('drop trigger auditEntryKept')
  writer.prepare("update auditEntry set userName = 'orang lain' where seq = 3").run()
  writer.close()
  const before = liveRows()
  await expect(admin.audit.archiveYears({})).rejects.toMatchObject({ code: 'archive-unsound', params: { finding: expect.stringContaining('Row 3 was edited') as string } })
  expect([liveRows(), counted('select count(*) from purge')]).toEqual([before, 0])
})

/** The job as a worker runs it, whose call of this number to the host never comes back. */
async function brokenAt(step: number): Promise<Parameters<typeof archiveYears>[0]> {
  let calls = 0
  const session = systemSession()
  return {
    session, scope: createScope(session), db: createReader(connection(host.database), new Set()), place: { dataFolder: host.folder, migrations: new URL('../migrations/', import.meta.url) }, clock: host.clock, settings: createSettings(() => []),
    today: () => '2033-01-02', progress: () => {}, remedy: () => {},
    command(name, input) {
      calls += 1
      if (calls > step) throw new Error('broken off')
      return host.host.system(name, input)
    },
    upload: none, hostTask: none, createFile: none, offer: none,
  }
}

test('verified in the program as by the command line: whole, with the last seal, and against a printed one', async () => {
  await admin.audit.archiveYears({})
  host.host.seal()
  const verdict = await admin.audit.verifyChain({})
  expect(verdict).toMatchObject({ findings: [], findingCount: 0, rowsAfterLastSeal: 0, printed: null, lastSeal: { seq: counted('select max(seq) from auditEntry') } })
  const { seq, hash } = verdict.lastSeal!
  const archived = [...readParts(join(host.folder, 'archives', archiveFiles()[0]!))].join('').split('\n')[1]!
  const outcome = async (printed: { seq: number; hash: string }) => (await admin.audit.verifyChain({ printed })).printed
  expect(await outcome({ seq, hash: hash.slice(0, 16) })).toBe('fits')
  expect(await outcome({ seq: 1, hash: (JSON.parse(archived) as string[]).at(-1)!.slice(0, 20) })).toBe('fits')
  expect(await outcome({ seq, hash: '0'.repeat(16) })).toBe('differs')
  expect(await outcome({ seq: seq + 50, hash: hash.slice(0, 16) })).toBe('gone')
  await expect(admin.audit.verifyChain({ printed: { seq, hash: 'abc' } })).rejects.toMatchObject({ code: 'invalid-input' })

  const entry = fileURLToPath(hostEntry('verify-audit'))
  expect((await run(process.execPath, [entry, '--data', host.folder])).stdout).toContain(`of them in archives:  ${verdict.archivedRows}`)
  const broken = copyFolder(folder => rmSync(join(folder, 'archives'), { recursive: true }))
  await expect(run(process.execPath, [entry, '--data', broken])).rejects.toMatchObject({ code: 1, stdout: expect.stringMatching(/Archive audit-2026.* is not there/) as string })
})

test('AU-2 refusals are kept two years and events ninety days; then they go, and a desk that was away for longer reads all anew', async () => {
  const operator = await host.as('Viewer')
  await expect(operator.audit.listEntries({})).rejects.toMatchObject({ code: 'forbidden' })
  host.clock.set('2036-02-02T03:00:00.000Z')
  admin = await host.as('Superadmin')
  const events = counted('select max(seq) from event')
  expect(await host.system.audit.forgetOldEvents({})).toEqual({ marked: 2 })
  expect(await host.system.audit.forgetOldEvents({})).toEqual({ marked: 0 })
  while ((await host.system.audit.emptyBooks({})).left);
  expect(counted('select count(*) from securityEvent')).toBe(0)
  expect(counted('select min(seq) from event')).toBeGreaterThan(1)
  expect(host.host.events.since(1, 1_000_000)).toBeUndefined()
  expect(host.host.events.since(events, 1_000_000)!.length).toBeGreaterThan(0)
  await expect((await host.as('Viewer')).audit.listEntries({})).rejects.toMatchObject({ code: 'forbidden' })
  await expect.poll(() => counted('select count(*) from securityEvent')).toBe(1)
  expect(counted('select seq from securityEvent')).toBeGreaterThan(1)
  await host.restart()
  const sqlite = new BetterSqlite(join(host.folder, 'lantai.db'), { readonly: true })
  expect(checkData(sqlite, host.folder, migrations, auditChain)).toEqual({ structure: [], content: [] })
  sqlite.close()
})
