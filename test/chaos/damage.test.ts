import { spawnSync } from 'node:child_process'
import { closeSync, copyFileSync, cpSync, mkdirSync, openSync, readdirSync, readFileSync, renameSync, rmSync, statSync, truncateSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import BetterSqlite from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealAudit } from '../../src-main/audit/seals.ts'
import { keepCopy } from '../../src-main/database/copies.ts'
import { openWriter } from '../../src-main/database/open.ts'
import { openDatabase } from '../../src-main/database/opening.ts'
import { heedVerdict } from '../../src-main/housekeeping.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { startTestHost } from '../support/host.ts'
import { hostEntry } from '../support/run-folder.ts'
import { login, openDesk, startHostProcess } from '../support/host-process.ts'
import { contentOf, isVouchedFor, judgeDamage, migrations, openForReading, showings, withCopy, type Content, type DamageVerdict, type Showing } from './damage-verdict.ts'
import { chance, printCounts, scaled, type Chance } from './scale.ts'
import { password, setUpFactory, signIn, workOf } from './storage-factory.ts'

const minutes = 60_000
let base: string
/** One that ended cleanly, and one that was killed: its newest changes stand in the log. */
let clean: Folder
let killed: Folder
interface Folder { readonly path: string; readonly content: Content; readonly told: readonly string[] }

beforeAll(async () => {
  base = temporaryFolder()
  killed = await workedAndKilled(join(base, 'killed'))
  clean = endedCleanly(join(base, 'clean'))
}, 2 * minutes)
afterAll(() => removeFolder(base))

async function workedAndKilled(path: string): Promise<Folder> {
  const host = await startHostProcess(path)
  const factory = await setUpFactory(host.url)
  const desk = await signIn(host.url, 'desk-1')
  beginLog(path)
  const told: string[] = []
  // Some thirty pages each: at a thousand SQLite would begin the log anew.
  for (let turn = 0; turn < 26; turn += 1) {
    const key = `desk-1:${turn + 1}`
    const reply = await desk.call({ ...workOf(factory, key, turn), replayKey: key })
    if (reply.ok) told.push(key)
  }
  desk.close()
  await host.stop('SIGKILL')
  return { path, content: readContent(path), told }
}

/** What the set-up wrote goes into the database, so that the log holds the work alone and is not begun anew in its midst. */
function beginLog(path: string): void {
  const sqlite = openWriter(join(path, 'lantai.db'))
  expect(sqlite.pragma('wal_checkpoint(truncate)')).toMatchObject([{ busy: 0 }])
  sqlite.close()
}

function endedCleanly(path: string): Folder {
  cpSync(killed.path, path, { recursive: true })
  openDatabase(path, migrations).close()
  return { path, content: readContent(path), told: killed.told }
}

function readContent(path: string): Content {
  const sqlite = openForReading(path)
  try {
    return contentOf(sqlite)
  } finally {
    sqlite.close()
  }
}

type Tally = Record<Showing, number>
const noTally = (): Tally => Object.fromEntries(showings.map(showing => [showing, 0])) as Tally

/** Damages copies in many ways by chance, and sorts them by how the damage shows. */
function damageManyTimes({ path, content }: Folder, times: number, damage: (folder: string) => void): { tally: Tally; unseen: string[]; words: string[] } {
  const tally = noTally()
  const [unseen, words]: string[][] = [[], []]
  for (let turn = 0; turn < times; turn += 1) {
    const verdict = withCopy(path, (folder): DamageVerdict => {
      damage(folder)
      return judgeDamage(folder, content)
    })
    tally[verdict.showing] += 1
    if (verdict.showing === 'unseen') unseen!.push(...verdict.words)
    if (verdict.showing === 'at start') words!.push(...verdict.words)
  }
  return { tally, unseen: unseen!, words: words! }
}

function flip(path: string, random: Chance, from = 0, to?: number): void {
  const bytes = readFileSync(path)
  const at = from + random.below((to ?? bytes.length) - from)
  bytes[at] = bytes[at]! ^ (1 << random.below(8))
  writeFileSync(path, bytes)
}

describe('flipped bits', () => {
  test('in the database: harmless, seen at start, in use or by the check; never unseen in what the audit vouches for', { timeout: 10 * minutes }, () => {
    const random = chance('flips')
    const { tally, unseen } = damageManyTimes(clean, scaled({ short: 60, long: 3000 }), folder => flip(join(folder, 'lantai.db'), random))
    printCounts('One bit flipped in lantai.db', tally)
    if (unseen.length > 0) console.log(`Unseen, in what nothing vouches for: ${[...Map.groupBy(unseen, place => place)].map(([place, all]) => `${place} ${all.length}`).join(', ')}`)
    expect(unseen.filter(isVouchedFor)).toEqual([])
  })

  test('in the log of changes: what is behind a bad place is never dropped unseen, but for the newest commit', { timeout: 10 * minutes }, () => {
    const random = chance('log flips')
    const counts = { flips: scaled({ short: 40, long: 3000 }), harmless: 0, 'at start': 0, 'the newest commit lost': 0 }
    for (let turn = 0; turn < counts.flips; turn += 1) {
      withCopy(killed.path, folder => {
        flip(join(folder, 'lantai.db-wal'), random, 0, usedSize(join(folder, 'lantai.db-wal')))
        const { showing, words } = judgeDamage(folder, killed.content)
        if (showing === 'at start') counts['at start'] += 1
        else if (showing === 'harmless') counts.harmless += 1
        else {
          expect(showing, words.join('\n')).toBe('unseen')
          expect(lostOf(folder, killed.told).length).toBeLessThanOrEqual(1)
          counts['the newest commit lost'] += 1
        }
      })
    }
    printCounts('One bit flipped in lantai.db-wal', counts)
    expect(counts['at start']).toBeGreaterThan(0)
  })
})

/** Commands that were acknowledged and that nothing is left of. */
function lostOf(folder: string, told: readonly string[]): string[] {
  const sqlite = openForReading(folder)
  try {
    const keys = new Set(sqlite.prepare(`select deskId || ':' || deskSeq from replayAnswer`).pluck().all())
    return told.filter(key => !keys.has(key))
  } finally {
    sqlite.close()
  }
}

describe('files cut short', () => {
  test('the database, wherever it is cut: no host starts on it', () => {
    const random = chance('cut files')
    const size = statSync(join(clean.path, 'lantai.db')).size
    const { tally } = damageManyTimes(clean, scaled({ short: 30, long: 500 }), folder => truncateSync(join(folder, 'lantai.db'), 1 + random.below(size - 1)))
    printCounts('lantai.db cut short', tally)
    expect(tally).toEqual({ ...noTally(), 'at start': tally['at start'] })
  })

  test('the log of changes: what was cut off is lost, the rest is whole; a seal made since, and every desk, tells of it', { timeout: 5 * minutes }, async () => {
    const random = chance('cut log')
    const size = usedSize(join(killed.path, 'lantai.db-wal'))
    for (let turn = 0; turn < scaled({ short: 20, long: 300 }); turn += 1) {
      withCopy(killed.path, folder => {
        truncateSync(join(folder, 'lantai.db-wal'), random.below(size))
        const { showing, words } = judgeDamage(folder, killed.content)
        expect(['harmless', 'unseen', 'by the check'], words.join('\n')).toContain(showing)
        // Never one without all those before it: the commands that are left are the first ones.
        const lost = lostOf(folder, killed.told)
        expect(killed.told.slice(killed.told.length - lost.length)).toEqual(lost)
      })
    }
  })

  test('where a seal was made since, the start tells of the loss; and so does the first desk that comes back', { timeout: 5 * minutes }, async () => {
    const folder = join(base, 'cut-log')
    cpSync(killed.path, folder, { recursive: true })
    const sqlite = openForReading(folder)
    const head = sqlite.prepare('select seq, hash from auditEntry order by seq desc limit 1').get() as { seq: number; hash: string }
    const { siteId, epoch, seq } = sqlite.prepare('select id as siteId, epoch, (select max(seq) from event) as seq from site').get() as { siteId: string; epoch: string; seq: number }
    sqlite.close()
    sealAudit({ folder, head, siteId, now: new Date().toISOString() })
    truncateSync(join(folder, 'lantai.db-wal'), Math.floor(usedSize(join(folder, 'lantai.db-wal')) / 2))

    const host = await startHostProcess(folder)
    expect(host.output()).toMatch(/audit: The end was cut off: the seal of .* names row \d+/)
    const desk = await openDesk(host.url, await login(host.url, 'admin', password, 'desk-1'), 'desk-1', { seq, epoch })
    await expect.poll(() => host.output(), { timeout: 45_000 }).toMatch(/A desk has heard of change \d+, the newest here is \d+: what came after that was lost/)
    desk.close()
    expect(await host.stop()).toBe(0)
  })
})

/** Each way to spoil the files, and what the host says; it says so in one sentence that names the files and the way on. */
const spoilt: readonly { readonly name: string; readonly of: 'clean' | 'killed'; readonly says: RegExp; spoil(folder: string): void }[] = [
  { name: 'an empty database', of: 'clean', says: /lantai\.db is empty, but there was one, as seals/, spoil: folder => truncateSync(join(folder, 'lantai.db')) },
  { name: 'an empty database beside its log', of: 'killed', says: /lantai\.db is empty, but there was one, as lantai\.db-wal shows/, spoil: folder => truncateSync(join(folder, 'lantai.db')) },
  { name: 'no database', of: 'clean', says: /lantai\.db is missing, but there was one, as seals/, spoil: folder => rmSync(join(folder, 'lantai.db')) },
  { name: 'no database beside its log', of: 'killed', says: /lantai\.db is missing, but there was one, as lantai\.db-wal shows/, spoil: folder => rmSync(join(folder, 'lantai.db')) },
  { name: 'a text', of: 'clean', says: /lantai\.db is not a database/, spoil: folder => writeFileSync(join(folder, 'lantai.db'), 'stok gudang\n'.repeat(1000)) },
  { name: 'a picture', of: 'killed', says: /lantai\.db is not a database/, spoil: folder => writeFileSync(join(folder, 'lantai.db'), Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(9000, 7)])) },
  { name: 'a few bytes', of: 'clean', says: /lantai\.db is not a database/, spoil: folder => truncateSync(join(folder, 'lantai.db'), 60) },
  { name: 'another program’s database', of: 'clean', says: /is no Lantai's/, spoil: folder => foreignDatabase(join(folder, 'lantai.db')) },
  { name: 'database and log swapped', of: 'killed', says: /lantai\.db is not a database/, spoil: swap },
  { name: 'zeros in the middle', of: 'clean', says: /pages that do not fit together|SQLite cannot read/, spoil: folder => overwrite(join(folder, 'lantai.db'), 8192, Buffer.alloc(40_000)) },
  { name: 'a newer version', of: 'clean', says: /Start the newer Lantai/, spoil: folder => overwrite(join(folder, 'lantai.db'), 60, Buffer.from([0, 0, 200, 0])) },
]

describe('files that are not what they should be', () => {
  test.each(spoilt)('$name: the host does not start, changes nothing and says why', ({ of, says, spoil }) => {
    const { path, content } = of === 'clean' ? clean : killed
    withCopy(path, folder => {
      spoil(folder)
      const { showing, words } = judgeDamage(folder, content)
      expect({ showing, words }).toEqual({ showing: 'at start', words: [expect.stringMatching(says) as string] })
      expect(words[0]).toMatch(/nothing was changed|Nothing was changed or deleted/)
      expect(words[0]).not.toContain('\n')
    })
  })

  test('a log that is not this database’s is either no log to it, or seen', () => {
    withCopy(clean.path, folder => {
      copyFileSync(join(killed.path, 'lantai.db-wal'), join(folder, 'lantai.db-wal'))
      const { showing, words } = judgeDamage(folder, clean.content)
      expect(['at start', 'in use', 'by the check', 'harmless'], words.join('\n')).toContain(showing)
    })
  })

  test.each(['clean', 'killed'] as const)('the map beside the log (-shm) may be garbage, or gone: nothing is lost of a host that was %s', of => {
    const { path, content } = of === 'clean' ? clean : killed
    for (const spoil of [(map: string) => rmSync(map, { force: true }), (map: string) => writeFileSync(map, ''), (map: string) => writeFileSync(map, Buffer.alloc(32_768, 0xa5))]) {
      withCopy(path, folder => {
        spoil(join(folder, 'lantai.db-shm'))
        expect(judgeDamage(folder, content)).toEqual({ showing: 'harmless', words: [] })
      })
    }
  })

  test('the newest copy that is sound is named; put in place as it says, it works', () => {
    withCopy(clean.path, folder => {
      for (const at of [1, 2]) {
        const opened = openDatabase(folder, migrations)
        keepCopy(opened.writer, folder, `copy-${at}`)
        opened.close()
      }
      const [older, newer] = copiesIn(folder)
      flip(join(folder, 'backups', newer!), chance('copy'), 4096)
      overwrite(join(folder, 'backups', newer!), 4096, Buffer.alloc(8192))
      truncateSync(join(folder, 'lantai.db'), 10_000)
      const { words } = judgeDamage(folder, clean.content)
      expect(words[0]).toContain(`The newest sound copy is backups/${older!} of `)
      expect(words[0]).toMatch(/Go back to it by: npm run host -- --restore .* The present files are kept/)

      mkdirSync(join(folder, 'damaged'))
      renameSync(join(folder, 'lantai.db'), join(folder, 'damaged', 'lantai.db'))
      copyFileSync(join(folder, 'backups', older!), join(folder, 'lantai.db'))
      expect(judgeDamage(folder, clean.content)).toEqual({ showing: 'harmless', words: [] })
    })
  })

  test('who keeps a copy of the damaged log may go on without what cannot be read of it', () => {
    withCopy(killed.path, folder => {
      const log = join(folder, 'lantai.db-wal')
      const frames = (usedSize(log) - logHeader) / frameSize
      overwrite(log, logHeader + Math.floor(frames / 2) * frameSize + 100, Buffer.alloc(50, 0xee))
      expect(judgeDamage(folder, killed.content).words[0]).toMatch(/cannot be read in the middle, and \d+ changes stand behind that\..* copy lantai\.db-wal to lantai\.db-wal\.damaged/)
      copyFileSync(log, `${log}.damaged`)
      const kept = readFileSync(log)
      const opened = openDatabase(folder, migrations)
      expect(opened.reader.pragma('integrity_check', { simple: true })).toBe('ok')
      opened.close()
      expect(lostOf(folder, killed.told).length).toBeGreaterThan(1)
      expect(readFileSync(`${log}.damaged`).equals(kept)).toBe(true)
    })
  })
})

function foreignDatabase(path: string): void {
  rmSync(path)
  const sqlite = new BetterSqlite(path)
  sqlite.exec('create table bookmark (address text)')
  sqlite.close()
}

const [logHeader, frameSize] = [32, 24 + 4096]

/** How far the log holds changes of now; behind that stand some of an earlier round, which count for nothing. */
function usedSize(log: string): number {
  const bytes = readFileSync(log)
  const isOfNow = (at: number) => bytes.subarray(at + 8, at + 16).equals(bytes.subarray(16, 24))
  let size = logHeader
  while (size + frameSize <= bytes.length && isOfNow(size)) size += frameSize
  return size
}

function swap(folder: string): void {
  const [database, log] = [join(folder, 'lantai.db'), join(folder, 'lantai.db-wal')]
  renameSync(database, `${database}.x`)
  renameSync(log, database)
  renameSync(`${database}.x`, log)
}

function overwrite(path: string, at: number, bytes: Buffer): void {
  const file = openSync(path, 'r+')
  writeSync(file, bytes, 0, bytes.length, at)
  closeSync(file)
}

function copiesIn(folder: string): string[] {
  return readdirSync(join(folder, 'backups')).sort()
}

describe('damage while the host runs', () => {
  test('is told to whoever meets it; from then on nothing is written, what can be read is, and the files stay as they are', { timeout: 5 * minutes }, async () => {
    const folder = join(base, 'running')
    cpSync(clean.path, folder, { recursive: true })
    const host = await startHostProcess(folder)
    const desk = await signIn(host.url, 'desk-1')
    const key = 'desk-1:1001'
    expect(await desk.call({ call: 'masters.createUnit', input: { code: 'SEBELUM', name: 'Sebelum', places: 0 }, replayKey: key })).toMatchObject({ ok: true })
    const pages = statSync(join(folder, 'lantai.db')).size / 4096
    for (let page = 2; page < pages; page += 1) overwrite(join(folder, 'lantai.db'), page * 4096, Buffer.alloc(4096, 0x5a))

    // A worker reads what the host itself still has in memory.
    const report = { call: 'reports.exportReport', input: { report: 'inventory', format: 'csv' } }
    expect(await desk.call(report)).toMatchObject({ ok: false, code: 'storage-damaged' })
    const log = readFileSync(join(folder, 'lantai.db-wal'))
    const refused = await desk.call({ call: 'masters.createUnit', input: { code: 'SESUDAH', name: 'Sesudah', places: 0 }, replayKey: 'desk-1:1002' })
    expect(refused).toMatchObject({ ok: false, code: 'storage-damaged' })
    expect(await desk.call({ call: 'masters.createUnit', input: { code: 'SEBELUM', name: 'Sebelum', places: 0 }, replayKey: key })).toMatchObject({ ok: true })
    expect(await desk.call({ call: 'masters.listUnits', input: { search: 'SEBELUM' } })).toMatchObject({ ok: true, value: { rows: [{ code: 'SEBELUM' }] } })
    expect(await (await fetch(`${host.url}/healthz`)).json()).toMatchObject({ status: 'storage-damaged' })
    expect(host.output()).toMatch(/storage: storage-damaged: nothing is written any more/)
    desk.close()
    await host.stop()
    expect(readFileSync(join(folder, 'lantai.db-wal')).equals(log)).toBe(true)
    await expect(startHostProcess(folder)).rejects.toThrow(/The data in .* is damaged: .* Nothing was changed or deleted/)
  })

  test('the host’s own check stops the writing where pages are damaged; where rows differ, those who keep the data hear of it', { timeout: 5 * minutes }, async () => {
    const host = await startTestHost()
    const admin = await host.as('Admin')
    await heedVerdict(host.host, { error: () => {}, info: () => {} }, { structure: [], content: ['item X is not as it was entered: name'] })
    const { rows } = await admin.notifications.listNotices({})
    expect(rows).toMatchObject([{ kind: 'DATA_DIFFERS', severity: 'CRITICAL', params: { count: 1 } }])
    await admin.masters.createUnit({ code: 'A', name: 'A', places: 0 })
    await heedVerdict(host.host, { error: () => {}, info: () => {} }, { structure: ['row 7 missing from index'], content: [] })
    await expect(admin.masters.createUnit({ code: 'B', name: 'B', places: 0 })).rejects.toMatchObject({ code: 'storage-damaged' })
    expect((await admin.masters.listUnits({ search: 'A' })).rows.length).toBeGreaterThan(0)
    await host.stop()
  })

  test('check-data says what is wrong, and ends accordingly', () => {
    withCopy(clean.path, folder => {
      const run = () => spawnSync(process.execPath, [fileURLToPath(hostEntry('check-data')), '--data', folder], { encoding: 'utf8' })
      expect(run()).toMatchObject({ status: 0, stdout: expect.stringContaining('All is sound') as string })
      const sqlite = new BetterSqlite(join(folder, 'lantai.db'))
      sqlite.exec(`update item set name = 'Karung' where code = 'KARTON'; update stockBalance set onHand = onHand + 10000`)
      sqlite.close()
      const { status, stdout } = run()
      expect(status).toBe(1)
      expect(stdout).toMatch(/item \S+ is not as it was entered: name/)
      expect(stdout).toMatch(/The balance of KARTON at WH-MAIN is not what its moves add up to/)
      rmSync(join(folder, 'lantai.db'))
      expect(run()).toMatchObject({ status: 2, stderr: expect.stringContaining('There is no lantai.db') as string })
    })
  })
})
