import { execFile } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { describeFinding } from '../src-main/audit/findings.ts'
import { readSeals, sealAudit } from '../src-main/audit/seals.ts'
import { verifyAudit, type Verdict } from '../src-main/audit/verify.ts'
import * as auditChain from '../src-main/database/audit-chain.ts'
import { startTestHost, type TestHost } from './support/host.ts'
import { hostEntry } from './support/run-folder.ts'

type Row = auditChain.AuditRecord & { hash: string }

const entry = fileURLToPath(hostEntry('verify-audit'))
const run = promisify(execFile)
let host: TestHost
let sealed: number
const copies: string[] = []

const rename = async (name: string) => host.system.settings.updateSite({ version: (await host.system.settings.getSite({})).version, name, address: '', phone: '' })
const entries = (where: string) => host.database.prepare(`select * from auditEntry where ${where} order by seq`).all() as Row[]
const last = () => entries('1').at(-1)!

/** A chain with a seal in its middle and rows after it. */
beforeAll(async () => {
  host = await startTestHost()
  for (let at = 1; at <= 10; at += 1) await rename(`Pabrik ${at}`)
  await host.restart()
  sealed = last().seq
  for (let at = 11; at <= 15; at += 1) await rename(`Pabrik ${at}`)
})
afterAll(async () => {
  await host.stop()
  for (const copy of copies) rmSync(copy, { recursive: true })
})

/** A copy of the running host's folder, as a thief of the file would have it: with the guards taken off. */
function copyFolder(tamper: (sqlite: Database, folder: string) => void = () => {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-audit-'))
  copies.push(folder)
  const path = join(folder, 'lantai.db')
  host.database.prepare('vacuum into ?').run(path)
  for (const part of ['keys', 'seals']) cpSync(join(host.folder, part), join(folder, part), { recursive: true })
  const sqlite = new BetterSqlite(path)
  for (const trigger of ['auditEntryNumbered', 'auditEntryKept', 'auditEntryStays']) sqlite.exec(`drop trigger ${trigger}`)
  tamper(sqlite, folder)
  sqlite.close()
  return folder
}

function verifyCopy(tamper?: (sqlite: Database, folder: string) => void): Verdict {
  const folder = copyFolder(tamper)
  const sqlite = new BetterSqlite(join(folder, 'lantai.db'), { readonly: true })
  try {
    return verifyAudit(sqlite, folder, auditChain)
  } finally {
    sqlite.close()
  }
}

const rowOf = (sqlite: Database, seq: number) => sqlite.prepare('select * from auditEntry where seq = ?').get(seq) as Row
const kinds = ({ findings }: Verdict) => findings.map(finding => ('seq' in finding ? [finding.kind, finding.seq] : [finding.kind]))

/** Makes every hash from `seq` on fit again, as somebody who knows the chain would. */
function rewrite(sqlite: Database, seq: number): void {
  let { hash } = rowOf(sqlite, seq - 1)
  const set = sqlite.prepare('update auditEntry set previousHash = ?, hash = ? where seq = ?')
  for (const row of sqlite.prepare('select * from auditEntry where seq >= ? order by seq').all(seq) as Row[]) {
    const rewritten = auditChain.auditHash({ ...row, previousHash: hash })
    set.run(hash, rewritten, row.seq)
    hash = rewritten
  }
}

function swap(sqlite: Database, a: number, b: number): void {
  const move = sqlite.prepare('update auditEntry set seq = ? where seq = ?')
  move.run(-1, a)
  move.run(a, b)
  move.run(b, -1)
}

const sealFile = (folder: string) => join(folder, 'seals', readSeals(folder).at(-1)!.file)
function editSeal(folder: string, change: (seal: Record<string, unknown>) => Record<string, unknown>): void {
  const path = sealFile(folder)
  writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>)))
}

describe('AU-1 the audit is written with the change', () => {
  test('in its own transaction: what is done is there, what failed left nothing', async () => {
    const before = last().seq
    const { version } = await rename('Pabrik Boneka')
    const [entry] = entries(`seq > ${before}`)
    expect(entry).toMatchObject({ seq: before + 1, entity: 'site', action: 'UPDATE', procedure: 'settings.updateSite', userName: 'system' })
    expect(entry?.at).toBe(host.clock.now())

    await expect(host.system.settings.updateSite({ version: version - 1, name: 'Lain', address: '', phone: '' })).rejects.toMatchObject({ code: 'conflict' })
    expect(last().seq).toBe(before + 1)
  })

  test('AU-3 before and after hold only the changed fields', async () => {
    const site = await rename('Satu')
    await host.system.settings.updateSite({ version: site.version, name: 'Dua', address: '', phone: '' })
    expect([last().before, last().after].map(text => JSON.parse(text ?? '') as unknown)).toEqual([{ name: 'Satu' }, { name: 'Dua' }])
  })

  test('secrets are masked', async () => {
    await host.sessionFor('Viewer')
    const texts = entries(`entity in ('user', 'session')`).map(({ after }) => after ?? '')
    expect(texts.some(text => text.includes('"passwordHash":"•••"'))).toBe(true)
    expect(texts.some(text => text.includes('"tokenHash":"•••"'))).toBe(true)
    const tokens = host.database.prepare('select tokenHash from session').pluck().all() as string[]
    expect(texts.filter(text => tokens.some(token => text.includes(token)))).toEqual([])
  })

  test('(b) UPDATE, DELETE and INSERT OR REPLACE fail, also on a plain connection without recursive triggers', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lantai-audit-'))
    copies.push(folder)
    host.database.prepare('vacuum into ?').run(join(folder, 'lantai.db'))
    const plain = new BetterSqlite(join(folder, 'lantai.db'))
    expect(plain.pragma('recursive_triggers', { simple: true })).toBe(0)
    const columns = 'seq, at, userId, userName, role, action, module, procedure, previousHash, hash'
    const attempts = [
      `update auditEntry set userName = 'nobody' where seq = 3`,
      `update auditEntry set seq = seq + 1000000`,
      'delete from auditEntry where seq = 3',
      'delete from auditEntry',
      `insert or replace into auditEntry (${columns}) values (3, 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x')`,
      `insert or replace into auditEntry (${columns}) select 999999, 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', hash from auditEntry where seq = 3`,
      `insert into auditEntry (${columns}) values (3, 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x', 'x') on conflict do update set at = 'x'`,
    ]
    for (const attempt of attempts) expect(() => plain.exec(attempt), attempt).toThrow('auditEntry is append-only')
    expect(plain.prepare('select count(*) from auditEntry').pluck().get()).toBe(last().seq)
    plain.close()
  })
})

describe('AU-8 the hash chain makes tampering visible', () => {
  test('an untouched copy is whole, and says how many rows stand after the newest seal', () => {
    const verdict = verifyCopy()
    expect(verdict).toMatchObject({ findings: [], findingCount: 0, rows: last().seq, lastSeq: last().seq, rowsAfterLastSeal: last().seq - sealed })
    expect(verdict.lastSeal?.seq).toBe(sealed)
  })

  test('an edited row is named', () => {
    for (const column of auditChain.auditColumns.filter(name => name !== 'seq')) {
      const verdict = verifyCopy(sqlite => sqlite.exec(`update auditEntry set "${column}" = 'forged' where seq = 5`))
      expect(kinds(verdict), column).toEqual([['row-edited', 5]])
    }
    expect(kinds(verifyCopy(sqlite => sqlite.exec(`update auditEntry set hash = '${'a'.repeat(64)}' where seq = 5`)))).toEqual([['row-edited', 5]])
  })

  test('an edited row with its hash made to fit no longer carries the next one', () => {
    const verdict = verifyCopy(sqlite => {
      sqlite.exec(`update auditEntry set userName = 'nobody' where seq = 5`)
      sqlite.prepare('update auditEntry set hash = ? where seq = 5').run(auditChain.auditHash(rowOf(sqlite, 5)))
    })
    expect(kinds(verdict)).toEqual([['row-replaced', 6]])
  })

  test('a chain rewritten to its end differs from the seal', () => {
    const verdict = verifyCopy(sqlite => {
      sqlite.exec(`update auditEntry set userName = 'nobody' where seq = 5`)
      rewrite(sqlite, 5)
    })
    // The seals of the first moment, of the first end and of the last.
    expect(kinds(verdict)).toEqual([['seal-differs', expect.any(Number)], ['seal-differs', expect.any(Number)], ['seal-differs', sealed]])
  })

  test('deleted rows are named, at the beginning, in the middle, and the sealed one', () => {
    expect(kinds(verifyCopy(sqlite => sqlite.exec('delete from auditEntry where seq = 5')))).toEqual([['rows-deleted', 5]])
    expect(verifyCopy(sqlite => sqlite.exec('delete from auditEntry where seq <= 3')).findings).toEqual([{ kind: 'rows-deleted', seq: 1, to: 3 }])
    expect(kinds(verifyCopy(sqlite => sqlite.exec(`delete from auditEntry where seq = ${sealed}`)))).toEqual([['rows-deleted', sealed]])
  })

  test('rows deleted with the rest moved up: every row says where it stood', () => {
    const verdict = verifyCopy(sqlite => {
      sqlite.exec('delete from auditEntry where seq = 5')
      sqlite.exec('update auditEntry set seq = -seq where seq > 5; update auditEntry set seq = -seq - 1 where seq < 0')
    })
    expect(verdict.findings.slice(0, 2)).toEqual([{ kind: 'row-moved', seq: 5, from: 6 }, { kind: 'row-moved', seq: 6, from: 7 }])
  })

  test('reordered rows are named with the place they had', () => {
    expect(verifyCopy(sqlite => swap(sqlite, 5, 6)).findings).toEqual([{ kind: 'row-moved', seq: 5, from: 6 }, { kind: 'row-moved', seq: 6, from: 5 }])
    expect(verifyCopy(sqlite => swap(sqlite, 3, 9)).findings).toEqual([{ kind: 'row-moved', seq: 3, from: 9 }, { kind: 'row-moved', seq: 9, from: 3 }])
  })

  test('rows cut off before the newest seal are missed', () => {
    const verdict = verifyCopy(sqlite => sqlite.exec(`delete from auditEntry where seq > ${sealed - 3}`))
    expect(verdict.findings).toMatchObject([{ kind: 'end-cut', seq: sealed - 2, to: sealed }])
    expect(kinds(verifyCopy(sqlite => sqlite.exec('delete from auditEntry')))).toEqual([['end-cut', 1]])
  })

  test('rows cut off after the newest seal cannot be missed: the count after the seal says so', () => {
    const verdict = verifyCopy(sqlite => sqlite.exec(`delete from auditEntry where seq > ${sealed}`))
    expect(verdict).toMatchObject({ findings: [], rowsAfterLastSeal: 0 })
  })

  test('a forged seal is named, and what it claims counts for nothing', () => {
    const forged = verifyCopy((sqlite, folder) => {
      sqlite.exec(`delete from auditEntry where seq > ${sealed - 3}`)
      editSeal(folder, seal => ({ ...seal, seq: sealed - 3, hash: rowOf(sqlite, sealed - 3).hash }))
    })
    expect(kinds(forged)).toEqual([['seal-forged', sealed - 3]])

    const resigned = verifyCopy((_, folder) => {
      const { privateKey } = generateKeyPairSync('ed25519')
      editSeal(folder, seal => ({ ...seal, key: 'b'.repeat(64), signature: sign(null, Buffer.from('anything'), privateKey).toString('base64') }))
    })
    expect(kinds(resigned)).toEqual([['seal-of-another-key', sealed]])
    expect(kinds(verifyCopy((_, folder) => editSeal(folder, seal => ({ ...seal, siteId: 'another' }))))).toEqual([['seal-of-another-site', sealed]])
    expect(kinds(verifyCopy((_, folder) => writeFileSync(sealFile(folder), '{"seq": 1')))).toEqual([['seal-unreadable']])
    expect(kinds(verifyCopy((_, folder) => rmSync(join(folder, 'keys'), { recursive: true })))).toEqual([['key-missing']])
  })

  test('every finding is said in a sentence', () => {
    const verdict = verifyCopy((sqlite, folder) => {
      sqlite.exec('delete from auditEntry where seq = 5')
      swap(sqlite, 8, 9)
      editSeal(folder, seal => ({ ...seal, hash: '0'.repeat(64) }))
    })
    const sentences = verdict.findings.map(describeFinding)
    expect(sentences.slice(0, 2)).toEqual(['Row 5 was deleted.', 'Row 8 was moved: the host wrote it as row 9. Rows were reordered or inserted.'])
    expect(sentences.at(-1)).toMatch(/^Seal \d+\.json \(row \d+\) was forged or edited/)
  })
})

describe('seals', () => {
  test('one is made at start and at a clean close, and none where nothing is new', () => {
    expect(readSeals(host.folder).map(({ seal }) => seal?.seq)).toContain(sealed)
    const before = readdirSync(join(host.folder, 'seals'))
    host.host.seal()
    host.host.seal()
    expect(readdirSync(join(host.folder, 'seals')).length).toBe(before.length + 1)
    expect(readSeals(host.folder).at(-1)?.seal).toMatchObject({ seq: last().seq, hash: last().hash, at: host.clock.now() })
    rmSync(sealFile(host.folder))
  })

  test('a number sealed before keeps its seal: another head under it is sealed beside it, and told', () => {
    const folder = copyFolder()
    const siteId = host.host.site()!.id
    const other = { folder, siteId, now: host.clock.now(), head: { seq: sealed, hash: 'c'.repeat(64) } }
    expect(sealAudit(other)).toMatchObject({ seq: sealed })
    expect(sealAudit(other)).toBeUndefined()
    const sqlite = new BetterSqlite(join(folder, 'lantai.db'), { readonly: true })
    expect(kinds(verifyAudit(sqlite, folder, auditChain))).toEqual([['seal-differs', sealed]])
    sqlite.close()
  })

  test('the signing key is for its own user alone', context => {
    context.skip(process.platform === 'win32', 'Windows has no file modes')
    expect(statSync(join(host.folder, 'keys', 'audit-seal.pem')).mode & 0o777).toBe(0o600)
    expect(statSync(join(host.folder, 'keys')).mode & 0o777).toBe(0o700)
  })
})

describe('npm run verify-audit', () => {
  const verify = (...options: string[]) =>
    run(process.execPath, [entry, ...options]).then(
      ({ stdout, stderr }) => ({ code: 0, stdout, stderr }),
      (error: { code: number; stdout: string; stderr: string }) => error,
    )

  test('says on a whole audit that it is whole, beside the running host', async () => {
    const { code, stdout } = await verify('--data', host.folder)
    expect(stdout).toContain(`Rows in the audit:   ${last().seq}`)
    expect(stdout).toContain(`Rows after the seal: ${last().seq - sealed}`)
    expect(stdout).toContain('The audit is whole')
    expect(code).toBe(0)
  })

  test('names what is wrong and ends with 1', async () => {
    const folder = copyFolder(sqlite => sqlite.exec(`delete from auditEntry where seq = 4; update auditEntry set userName = 'x' where seq = 7`))
    const { code, stdout } = await verify('--data', folder)
    expect(stdout).toContain('2 findings:\n  - Row 4 was deleted.\n  - Row 7 was edited: it is not what the host wrote.')
    expect(code).toBe(1)
  })

  test('ends with 2 where it cannot check', async () => {
    expect(await verify()).toMatchObject({ code: 2, stderr: expect.stringContaining('--data is missing') as string })
    expect(await verify('--data', tmpdir())).toMatchObject({ code: 2, stderr: expect.stringContaining('no lantai.db') as string })
  })
})
