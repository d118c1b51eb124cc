import type { Database } from 'better-sqlite3'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { newId } from '../../shared/core/ids.ts'
import { fillPast } from './bulk.ts'

const since = '2026-11-01T00:00:00.000Z'
const hundredth = 100
const pieces = (count: number) => count * 10_000

/** How large the factory is, and how long it has been at work. */
export interface Years {
  readonly sections: number
  readonly workersEach: number
  readonly days: number
  /** Work orders that each section has an input for every day. */
  readonly ordersEach: number
}
export interface PastSection { readonly id: string; /** The section that its items go to. */ readonly nextId: string | null; readonly workerIds: readonly string[]; readonly itemIds: readonly string[]; readonly orderIds: readonly string[] }
export interface SectionPast { readonly sections: readonly PastSection[]; readonly days: readonly BusinessDay[] }

/**
 * Years of a factory's sections: every worker's output of each day, by which the ledger is kept and what each section puts out comes to the one before it in this list the day after, two teams' figures, who was there, what every running work order put out, the locks of all days but the last; and as many moves of
 * stock, acts of the audit and events as belong to these.
 */
export function fillYears(sqlite: Database, { sections, workersEach, days: count, ordersEach }: Years, today: BusinessDay): SectionPast {
  const days = workingDays(count, today)
  const userId = sqlite.prepare('select id from user limit 1').pluck().get() as string
  const unitId = sqlite.prepare("select id from unit where code = 'Pcs'").pluck().get() as string
  const routeId = newId()
  sqlite.prepare(`insert into productionRoute (id, createdAt, code, name) values (?, ?, 'TAHUN', 'Rute tahunan')`).run(routeId, since)
  const made: PastSection[] = []
  for (let at = 0; at < sections; at += 1) made.push(fillSection(sqlite, { at, workersEach, ordersEach, days, unitId, userId, routeId, nextId: made.at(-1)?.id ?? null }))
  const inputs = sections * ordersEach * count
  // As the pen writes them, one for each row: an entry and a line of attendance for every worker, a sheet and a lock for every section, an input with its work order's sum and its move.
  fillPast(sqlite, made.flatMap(({ itemIds }) => itemIds), { moves: inputs, acts: 2 * sections * workersEach * count + 2 * sections * count + 3 * inputs })
  return { sections: made, days }
}

/** The last so many days that are no Sunday, the earliest first. */
function workingDays(count: number, today: BusinessDay): BusinessDay[] {
  const days: BusinessDay[] = []
  for (let day = today; days.length < count; day = addDays(day, -1)) if (new Date(day).getUTCDay() !== 0) days.push(day)
  return days.reverse()
}

interface NewSection {
  readonly at: number
  readonly workersEach: number
  readonly ordersEach: number
  readonly days: readonly BusinessDay[]
  readonly unitId: string
  readonly userId: string
  readonly routeId: string
  readonly nextId: string | null
}

function fillSection(sqlite: Database, section: NewSection): PastSection {
  const { at, workersEach, days, unitId, userId, nextId } = section
  const id = newId()
  sqlite.prepare('insert into section (id, createdAt, code, name) values (?, ?, ?, ?)').run(id, since, `T${at}`, `Bagian tahunan ${at}`)
  const worker = sqlite.prepare('insert into worker (id, createdAt, code, name, sectionId) values (?, ?, ?, ?, ?)')
  const workerIds = Array.from({ length: workersEach }, (_, place) => {
    const workerId = newId()
    worker.run(workerId, since, `T${at}-${String(place).padStart(3, '0')}`, `Pekerja ${at} ${place}`, id)
    return workerId
  })
  const item = sqlite.prepare(`insert into item (id, createdAt, code, name, kind, unitId, category, notes) values (?, ?, ?, ?, 'WIP', ?, '', '')`)
  const itemIds = Array.from({ length: 4 }, (_, place) => {
    const itemId = newId()
    item.run(itemId, since, `T${at}-B${place}`, `Bagian boneka ${at} ${place}`, unitId)
    return itemId
  })
  if (nextId !== null) {
    const way = sqlite.prepare('insert into processFlowEdge (id, createdAt, itemId, fromSectionId, toSectionId, leadDays) values (?, ?, ?, ?, ?, 1)')
    for (const itemId of itemIds) way.run(newId(), since, itemId, id, nextId)
  }
  fillTeams(sqlite, section, id)
  sqlite.prepare('insert into targetRule (id, createdAt, sectionId, targetQuantity, shiftHours, startDay) values (?, ?, ?, ?, ?, ?)').run(newId(), since, id, pieces(100), pieces(8), days[0])
  const entry = sqlite.prepare(`insert into workerEntry (id, createdAt, sectionId, day, workerId, itemId, targetQuantity, shiftHours, actualQuantity, overtimeHours, isTargetMet, enteredBy)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const sheet = sqlite.prepare('insert into attendanceSheet (id, createdAt, sectionId, day, presentCount, absentCount, enteredBy) values (?, ?, ?, ?, ?, 0, ?)')
  const line = sqlite.prepare(`insert into attendanceLine (id, createdAt, attendanceSheetId, sectionId, workerId, status) values (?, ?, ?, ?, ?, 'PRESENT')`)
  const lock = sqlite.prepare('insert into sectionDayLock (id, createdAt, sectionId, day, isLocked, lockedBy, lockedAt) values (?, ?, ?, ?, 1, ?, ?)')
  days.forEach((day, passed) => {
    const sheetId = newId()
    sheet.run(sheetId, since, id, day, workersEach, userId)
    workerIds.forEach((workerId, place) => {
      const actual = 80 + ((at * 31 + passed * 7 + place * 13) % 50)
      const overtime = actual > 100 ? (actual - 100) * 8 * hundredth : 0
      entry.run(newId(), since, id, day, workerId, itemIds[(place + passed) % itemIds.length], pieces(100), pieces(8), pieces(actual), overtime, actual >= 100 ? 1 : 0, userId)
      line.run(newId(), since, sheetId, id, workerId)
    })
    if (passed < days.length - 1) lock.run(newId(), since, id, day, userId, since)
  })
  fillStops(sqlite, section, id)
  return { id, nextId, workerIds, itemIds, orderIds: fillInputs(sqlite, section, id, itemIds) }
}

/** A machine of the section that stands still for three quarters of an hour every fourth day. */
function fillStops(sqlite: Database, { at, days, userId }: NewSection, sectionId: string): void {
  const machineId = newId()
  sqlite.prepare(`insert into machine (id, createdAt, code, name, sectionId, kind, standsFrom) values (?, ?, ?, ?, ?, 'MACHINE', ?)`).run(machineId, since, `M${at}`, `Mesin tahunan ${at}`, sectionId, days[0])
  const reasonId = sqlite.prepare('select id from downtimeReason where isPlanned = 0 limit 1').pluck().get() as string
  const stop = sqlite.prepare('insert into downtime (id, createdAt, sectionId, machineId, downtimeReasonId, startedAt, endedAt, reportedBy, endedBy) values (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  days.forEach((day, passed) => {
    if ((passed + at) % 4 === 0) stop.run(newId(), since, sectionId, machineId, reasonId, `${day}T03:00:00.000Z`, `${day}T03:45:00.000Z`, userId, userId)
  })
}

/** Two teams of the section with their figures of every day. */
function fillTeams(sqlite: Database, { at, days, workersEach, userId }: NewSection, sectionId: string): void {
  const line = sqlite.prepare('insert into productionLine (id, createdAt, code, name, sectionId) values (?, ?, ?, ?, ?)')
  const day = sqlite.prepare(`insert into teamDay (id, createdAt, sectionId, productionLineId, day, targetEfficiency, actualEfficiency, standardMinutes, workers, shiftHours, enteredBy)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  for (const team of ['A', 'B']) {
    const lineId = newId()
    line.run(lineId, since, `L${at}${team}`, `Lini tahunan ${at} ${team}`, sectionId)
    days.forEach((on, passed) => day.run(newId(), since, sectionId, lineId, on, pieces(75), pieces(60 + ((at + passed * 3) % 30)), pieces(12), Math.ceil(workersEach / 2), pieces(8), userId))
  }
}

/** Every month as many new work orders of the section as run beside each other, each with an input on every working day of it. */
function fillInputs(sqlite: Database, { at, ordersEach, days, userId, routeId }: NewSection, sectionId: string, itemIds: readonly string[]): string[] {
  const stageId = newId()
  sqlite.prepare(`insert into productionStage (id, createdAt, code, name, kind, sectionId) values (?, ?, ?, ?, 'SEWING', ?)`).run(stageId, since, `T${at}`, `Tahap tahunan ${at}`, sectionId)
  const order = sqlite.prepare(`insert into manufacturingOrder (id, createdAt, number, kind, status, articleId, quantity, productionRouteId, productionDay, labelDay, shipDay, createdBy)
    values (?, ?, ?, 'PRODUCTION', 'IN_PROGRESS', ?, ?, ?, ?, ?, ?, ?)`)
  const work = sqlite.prepare(`insert into workOrder (id, createdAt, number, manufacturingOrderId, productionStageId, sectionId, position, targetQuantity, goodQuantity, entryCount, startDay, deadlineDay, startedDay, finishedDay, status, approvedAt, createdBy)
    values (?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`)
  const input = sqlite.prepare('insert into dailyProduction (id, createdAt, workOrderId, sectionId, day, goodQuantity, rejectQuantity, enteredBy) values (?, ?, ?, ?, ?, ?, ?, ?)')
  const month = 25
  const ids: string[] = []
  for (let begun = 0; begun < days.length; begun += month) {
    const run = days.slice(begun, begun + month)
    const isRunning = begun + month >= days.length
    for (let place = 0; place < ordersEach; place += 1) {
      const [orderId, workId, number] = [newId(), newId(), `MO-T${at}-${begun}-${place}`]
      order.run(orderId, since, number, itemIds[place % itemIds.length], pieces(100 * month), routeId, run[0], run[0], run.at(-1), userId)
      const state = isRunning ? 'RUNNING' : 'FINISHED'
      work.run(workId, since, `${number}-SWG`, orderId, stageId, sectionId, pieces(100 * month), pieces(100 * run.length), run.length, run[0], run.at(-1), run[0], isRunning ? null : run.at(-1), state, since, userId)
      for (const day of run) input.run(newId(), since, workId, sectionId, day, pieces(100), pieces(place % 3), userId)
      ids.push(workId)
    }
  }
  return ids
}
