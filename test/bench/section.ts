import { statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { contract } from '../../shared/contract.ts'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import type { SettingReader } from '../../src-main/core/handlers.ts'
import { databaseFile, openReader } from '../../src-main/database/open.ts'
import { connection, createReader, type Reader } from '../../src-main/database/reader.ts'
import { listLedger } from '../../src-main/ledger/lines.ts'
import { dailyRows, itemRows } from '../../src-main/section-day/report-rows.ts'
import { workerDay, workerHistory } from '../../src-main/section-day/rows.ts'
import { listTeamDays } from '../../src-main/section-day/team-rows.ts'
import { inStandingBulk } from './bulk.ts'
import { openFactory } from './factory.ts'
import { alternated, megabytes, milliseconds, plainRow, quantile, ratioRow, times, type Bench, type Pair, type Row, type Size } from './harness.ts'
import { corrected } from './section-correction.ts'
import { fillYears, type SectionPast, type Years } from './section-past.ts'

const today = '2026-11-29' as BusinessDay
const fiveYears: Years = { sections: 20, workersEach: 25, days: 1200, ordersEach: 6 }

export const bench: Bench = {
  name: 'section',
  about: `Five years of a factory of 500 workers: 20 sections with 25 workers each and 1,200 working days, 600,000 workers' entries, as many lines of attendance, 144,000 inputs of 5,760 work orders, with as many moves
of stock, and 1,700,000 acts in the audit and as many events, the ledger of all these days with its ways from section to section, 48,000 days of teams, and 6,000 stops of machines. At the handler against prepared statements that read the same rows: a
section's day (another one each time), a worker's year, the daily summary of a month, of one section and of all, with the targets adjusted by what stood still, what was made by item, and the ledger and the teams' days of a month, the first 50 rows.
Then a worker's entry of four years ago is corrected, kept on the disk: by the command, against bare statements that write the same rows into a copy without triggers, the openings of all later days too.`,
  async run(size) {
    const empty = await openFactory()
    await empty.close()
    const years = size(fiveYears, { sections: 2, workersEach: 3, days: 30, ordersEach: 1 })
    const past = inStandingBulk(empty.folder, sqlite => {
      const filled = fillYears(sqlite, years, today)
      sqlite.exec('analyze')
      return filled
    })
    const bytes = statSync(join(empty.folder, databaseFile)).size
    const reader = openReader(join(empty.folder, databaseFile))
    try {
      const rows: Row[] = []
      for (const look of looksAt(reader, past)) rows.push(...(await against(look, size)))
      return [...rows, ...(await corrected(empty.folder, past, size)), plainRow('the database of five years', bytes, megabytes)]
    } finally {
      reader.close()
    }
  },
}

interface Look {
  readonly name: string
  readonly calls: number
  /** A page of a list, over in less than a millisecond: its statement is put together for each asking, so that the ratio tells that alone, and its goal is two milliseconds. */
  readonly isList?: true
  ours(at: number): unknown
  floor(at: number): unknown
}

async function against({ name, calls, isList, ours, floor }: Look, size: Size): Promise<readonly Row[]> {
  let [asked, answered] = [0, 0]
  const pairs: Pair[] = await alternated(size(calls, 1), 1, 1, { floor: () => floor(asked++), ours: () => ours(answered++) })
  const p95 = (side: keyof Pair) => quantile(pairs.map(pair => pair[side]), 0.95)
  const held = isList ? plainRow('  p95', p95('ours'), milliseconds, { atMost: 2 }) : plainRow('  p95 against p95', p95('ours') / p95('floor'), times, { atMost: 1.5 })
  return [ratioRow(`${name} against bare SQL`, pairs, milliseconds), held]
}

function looksAt(reader: Database, { sections, days }: SectionPast): readonly Look[] {
  const db = createReader(connection(reader), new Set())
  const sectionAt = (at: number) => sections[at % sections.length]!
  const dayAt = (at: number) => days[(at * 37) % days.length]!
  const monthFrom = (at: number) => days[(at * 25) % Math.max(1, days.length - 25)]!
  const monthOf = (at: number) => ({ fromDay: monthFrom(at), toDay: addDays(monthFrom(at), 30) })
  const bare = { items: bareItems(reader), ledger: bareLedger(reader), teams: bareTeams(reader), day: bareDay(reader), history: bareHistory(reader), month: bareMonth(reader) }
  const month = (at: number, section: string | undefined) => dailyRows(contextOf(db), { period: { from: monthFrom(at), to: addDays(monthFrom(at), 30) }, section })
  return [
    { name: "a section's day", calls: 400, ours: at => workerDay(contextOf(db), { sectionId: sectionAt(at).id, day: dayAt(at) }), floor: at => bare.day(sectionAt(at).id, dayAt(at)) },
    {
      name: "a worker's year", calls: 200,
      ours: at => workerHistory(db, 'all', { workerId: sectionAt(at).workerIds[0]!, fromDay: addDays(dayAt(at), -365), toDay: dayAt(at) }),
      floor: at => bare.history(sectionAt(at).workerIds[0]!, addDays(dayAt(at), -365), dayAt(at)),
    },
    { name: "a section's month by days", calls: 100, ours: at => month(at, sectionAt(at).id), floor: at => bare.month(monthFrom(at), addDays(monthFrom(at), 30), sectionAt(at).id) },
    {
      name: 'the month of all sections by item', calls: 60, ours: at => itemRows(contextOf(db), { period: { from: monthFrom(at), to: addDays(monthFrom(at), 30) }, section: undefined }),
      floor: at => bare.items(monthFrom(at), addDays(monthFrom(at), 30)),
    },
    {
      name: "the ledger of a section's month", calls: 200, isList: true, ours: at => listLedger(db, 'all', contract.ledger.listLedger.input.parse({ filter: { sectionId: sectionAt(at).id, ...monthOf(at) } })),
      floor: at => bare.ledger(sectionAt(at).id, monthFrom(at), addDays(monthFrom(at), 30)),
    },
    {
      name: "the teams' days of a section's month", calls: 200, isList: true, ours: at => listTeamDays(db, 'all', contract.sectionDay.listTeamDays.input.parse({ filter: { sectionId: sectionAt(at).id, ...monthOf(at) } })),
      floor: at => bare.teams(sectionAt(at).id, monthFrom(at), addDays(monthFrom(at), 30)),
    },
    { name: 'the month of all sections by days', calls: 60, ours: at => month(at, undefined), floor: at => bare.month(monthFrom(at), addDays(monthFrom(at), 30), null) },
  ]
}

function contextOf(db: Reader) {
  const settings: SettingReader = { get: ({ fallback }) => fallback }
  const now = `${today}T08:00:00.000Z`
  return { db, sections: 'all', today, now, clock: { now: () => now }, settings, canSeeCost: false } as const
}

function bareDay(reader: Database): (sectionId: string, day: string) => unknown {
  const ofDay = [
    `select sectionDayLock.*, section.name from sectionDayLock join section on section.id = sectionDayLock.sectionId where sectionId = +? and day = +?`,
    `select workerEntry.*, section.name, worker.code, worker.name, item.code, item.name, user.fullName from workerEntry join section on section.id = workerEntry.sectionId join worker on worker.id = workerEntry.workerId
      join item on item.id = workerEntry.itemId join user on user.id = workerEntry.enteredBy where workerEntry.sectionId = +? and day = +? order by worker.code, item.code`,
    `select attendanceLine.*, worker.code, worker.name from attendanceSheet join attendanceLine on attendanceLine.attendanceSheetId = attendanceSheet.id join worker on worker.id = attendanceLine.workerId
      where attendanceSheet.sectionId = +? and day = +? order by worker.code`,
    `select count(*) from lateEntry where sectionId = +? and day = +? and status = 'WAITING'`,
  ].map(text => reader.prepare(text))
  const ofSection = ['select id, code, name from worker where sectionId = +? and isActive = 1 order by code', 'select * from targetRule where sectionId = +? and isActive = 1'].map(text => reader.prepare(text))
  return (sectionId, day) => [...ofDay.map(statement => statement.all(sectionId, day)), ...ofSection.map(statement => statement.all(sectionId))]
}

function bareHistory(reader: Database): (workerId: string, from: string, to: string) => unknown {
  const statements = [
    `select workerEntry.*, section.name, worker.code, worker.name, item.code, item.name, user.fullName from workerEntry join section on section.id = workerEntry.sectionId join worker on worker.id = workerEntry.workerId
      join item on item.id = workerEntry.itemId join user on user.id = workerEntry.enteredBy where workerEntry.workerId = +? and day >= +? and day <= +? order by day desc, item.code`,
    `select attendanceLine.status, attendanceSheet.day from attendanceLine join attendanceSheet on attendanceSheet.id = attendanceLine.attendanceSheetId where workerId = +? and day >= +? and day <= +?`,
  ].map(text => reader.prepare(text))
  return (workerId, from, to) => statements.map(statement => statement.all(workerId, from, to))
}

function bareMonth(reader: Database): (from: string, to: string, sectionId: string | null) => unknown {
  // Quantities of several units are no sum.
  const text = (where: string) => `with sums as (
      select sectionId, day, unitId, count(*) as entries, count(distinct workerId) as workers, sum(targetQuantity) as target, sum(actualQuantity) as actual, sum(isTargetMet) as met, sum(overtimeHours) as overtime
      from workerEntry join item on item.id = itemId where day >= :from and day <= :to ${where} group by day, sectionId, unitId
    )
    select sums.*, section.name, unit.code, unit.places, presentCount, absentCount, isLocked from sums join section on section.id = sums.sectionId join unit on unit.id = sums.unitId
      left join attendanceSheet on attendanceSheet.sectionId = sums.sectionId and attendanceSheet.day = sums.day left join sectionDayLock on sectionDayLock.sectionId = sums.sectionId and sectionDayLock.day = sums.day
    order by sums.day desc`
  const ordered = (where: string) => `select day, sectionId, sum(goodQuantity) from dailyProduction where day >= :from and day <= :to ${where} group by day, sectionId`
  // What the adjusted target needs: what stood still, and how many machines and lines there were.
  const stopped = (where: string) => `select sectionId, machineId, productionLineId, startedAt, endedAt from downtime where cancelledAt is null and startedAt < :to || 'T17' and (endedAt is null or endedAt > :from) ${where} order by startedAt`
  const equipment = (where: string) => `select sectionId, machineId, productionLineId, fromDay, untilDay from equipmentPeriod where fromDay <= :to ${where}`
  const [all, one] = ['', 'and sectionId = :sectionId'].map(where => [text(where), ordered(where), stopped(where), equipment(where)].map(statement => reader.prepare(statement)))
  return (from, to, sectionId) => (sectionId === null ? all!.map(statement => statement.all({ from, to })) : one!.map(statement => statement.all({ from, to, sectionId })))
}

function bareItems(reader: Database): (from: string, to: string) => unknown {
  const statement = reader.prepare(`with sums as (
      select sectionId, itemId, count(*) as entries, count(distinct workerId) as workers, sum(targetQuantity) as target, sum(actualQuantity) as actual, sum(isTargetMet) as met
      from workerEntry where day >= ? and day <= ? group by itemId, sectionId
    )
    select sums.*, section.name, item.code, item.name, unit.code, unit.places from sums join section on section.id = sums.sectionId join item on item.id = sums.itemId join unit on unit.id = item.unitId
    order by item.code, section.name`)
  return (from, to) => statement.all(from, to)
}

function bareLedger(reader: Database): (sectionId: string, from: string, to: string) => unknown {
  const statement = reader.prepare(`select ledgerDay.*, section.name, item.code, item.name, unit.code
    from ledgerDay join section on section.id = ledgerDay.sectionId join item on item.id = ledgerDay.itemId join unit on unit.id = item.unitId
    where ledgerDay.sectionId = +? and ledgerDay.day >= +? and ledgerDay.day <= +? order by ledgerDay.day desc, ledgerDay.seq desc limit 51`)
  return (sectionId, from, to) => statement.all(sectionId, from, to)
}

function bareTeams(reader: Database): (sectionId: string, from: string, to: string) => unknown {
  const statement = reader.prepare(`select teamDay.*, section.name, productionLine.code, productionLine.name, enterer.fullName, changer.fullName from teamDay join section on section.id = teamDay.sectionId
    join productionLine on productionLine.id = teamDay.productionLineId join user as enterer on enterer.id = teamDay.enteredBy left join user as changer on changer.id = teamDay.changedBy
    where teamDay.sectionId = +? and teamDay.day >= +? and teamDay.day <= +? order by teamDay.day desc, teamDay.id desc limit 51`)
  return (sectionId, from, to) => statement.all(sectionId, from, to)
}
