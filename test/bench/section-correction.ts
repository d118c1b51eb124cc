import { dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { databaseFile, openWriter } from '../../src-main/database/open.ts'
import { removeFolder, temporaryFolder } from '../support/folder.ts'
import { openFactory, type Factory } from './factory.ts'
import { milliseconds, plainRow, quantile, ratioRow, timed, times, type Pair, type Row, type Size } from './harness.ts'
import type { PastSection, SectionPast } from './section-past.ts'

interface Entry { readonly id: string; readonly version: number; readonly itemId: string; readonly actualQuantity: number }

/** Of so many first days something is corrected: all that came after them opens otherwise. */
const openDays = 120

/** A worker's entry of years ago, one after the other, each kept on the disk. */
export async function corrected(folder: string, { sections, days }: SectionPast, size: Size): Promise<readonly Row[]> {
  const early = days.slice(0, openDays)
  const factory = await openFactory(folder)
  openAgain(folder, early)
  const [admin] = await factory.signIn('Superadmin')
  const raw = await copyOf(factory)
  try {
    const write = bareCorrection(factory.database, raw)
    const pairs: Pair[] = []
    const fed = sections.filter(({ nextId }) => nextId !== null)
    for (let at = 0; at < size(100, 2); at += 1) {
      const section = fed[at % fed.length]!
      const day = early[(at * 37) % early.length]!
      const entry = entryOn(factory.database, section, day)
      const actual = entry.actualQuantity / 10_000 + (at % 2 === 0 ? 3 : -3)
      const input = { sectionId: section.id, day, rows: [{ kind: 'change', id: entry.id, version: entry.version, actualQuantity: String(actual) }] }
      const ours = await timed(() => factory.ask(admin!.session, 'sectionDay.saveWorkerEntries', input, { replayKey: `${admin!.session.deskId}:${at + 1}` }))
      pairs.push({ ours, floor: await timed(write(section, day, entry)) })
    }
    requireSame(factory.database, raw)
    const p95 = (side: keyof Pair) => quantile(pairs.map(pair => pair[side]), 0.95)
    return [ratioRow('a day of years ago corrected, against its bare rows', pairs, milliseconds), plainRow('  p95 against p95', p95('ours') / p95('floor'), times, { atMost: 1.5 })]
  } finally {
    raw.close()
    removeFolder(dirname(raw.name))
    await factory.close()
  }
}

async function copyOf({ database }: Factory): Promise<Database> {
  const path = join(temporaryFolder(), databaseFile)
  await database.backup(path)
  const raw = openWriter(path)
  const triggers = raw.prepare("select name from sqlite_master where type = 'trigger'").pluck().all() as string[]
  for (const trigger of triggers) raw.exec(`drop trigger "${trigger}"`)
  return raw
}

/** Every day but the last is locked: what is corrected was opened again. */
function openAgain(folder: string, days: readonly BusinessDay[]): void {
  const writer = openWriter(join(folder, databaseFile))
  writer.prepare('update sectionDayLock set isLocked = 0 where day <= ?').run(days.at(-1))
  writer.close()
}

function entryOn(database: Database, { id }: PastSection, day: BusinessDay): Entry {
  return database.prepare('select id, version, itemId, actualQuantity from workerEntry where sectionId = ? and day = ? order by id limit 1').get(id, day) as Entry
}

/** The entry as it is now, its day in the ledger and in that of the next section, the openings of all days after them, and what audit, events and the kept answer tell of it. */
function bareCorrection(from: Database, to: Database): (section: PastSection, day: BusinessDay, before: Entry) => () => void {
  const books = ['auditEntry', 'event'].map(table => {
    const columns = from.prepare(`select * from "${table}" limit 0`).columns().length
    return {
      last: to.prepare(`select coalesce(max(seq), 0) from "${table}"`).pluck(), fresh: from.prepare(`select * from "${table}" where seq > ? order by seq`).raw(),
      insert: to.prepare(`insert into "${table}" values (${Array.from({ length: columns }, () => '?').join(', ')})`),
    }
  })
  const entry = from.prepare('select version, actualQuantity, overtimeHours, isTargetMet, changedBy, id from workerEntry where id = ?').raw()
  const fresh = from.prepare('select * from replayAnswer order by at desc limit 1').raw()
  const answer = { fresh, insert: to.prepare(`insert or replace into replayAnswer values (${fresh.columns().map(() => '?').join(', ')})`) }
  const ofEntry = to.prepare<unknown[]>('update workerEntry set version = ?, actualQuantity = ?, overtimeHours = ?, isTargetMet = ?, changedBy = ? where id = ?')
  const put = to.prepare('update ledgerDay set output = output + ? where sectionId = ? and itemId = ? and day = ?')
  const come = to.prepare('update ledgerDay set received = received + ? where sectionId = ? and itemId = ? and day = ?')
  // Before the ledger of an item begins nothing is carried on.
  const open = to.prepare(`update ledgerDay set opening = opening + :difference where sectionId = :sectionId and itemId = :itemId and day > :day and isKnown
    and (select isKnown from ledgerDay as own where own.sectionId = :sectionId and own.itemId = :itemId and own.day = :day)`)
  const whole = to.transaction((work: () => void) => work())
  return (section, day, before) => {
    const values = entry.get(before.id) as [number, number, ...unknown[]]
    const difference = values[1] - before.actualQuantity
    const rows = books.map(({ last, fresh, insert }) => ({ insert, rows: fresh.all(last.get()) as unknown[][] }))
    const kept = answer.fresh.get() as unknown[]
    const comes = addDays(day, 1)
    return () => whole.immediate(() => {
      ofEntry.run(...values)
      put.run(difference, section.id, before.itemId, day)
      open.run({ difference: -difference, sectionId: section.id, itemId: before.itemId, day })
      come.run(difference, section.nextId, before.itemId, comes)
      open.run({ difference, sectionId: section.nextId, itemId: before.itemId, day: comes })
      for (const book of rows) for (const row of book.rows) book.insert.run(...row)
      answer.insert.run(...kept)
    })
  }
}

/** Throws where the copy does not say the same: then the floor would have written less. */
function requireSame(one: Database, other: Database): void {
  const sums = (database: Database) => database.prepare(`select (select sum(actualQuantity) || ' ' || sum(version) from workerEntry) || ' ' || (select count(*) from auditEntry) || ' ' || (select count(*) from event) || ' '
    || (select count(*) || ' ' || sum(opening * (seq % 1009)) || ' ' || sum(received) || ' ' || sum(output) from ledgerDay)`).pluck().get() as string
  if (sums(one) !== sums(other)) throw new Error(`The floor did not write the same: ${sums(other)} instead of ${sums(one)}`)
}
