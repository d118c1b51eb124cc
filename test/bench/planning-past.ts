import type { Database } from 'better-sqlite3'
import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import { newId } from '../../shared/core/ids.ts'

const since = '2026-11-01T00:00:00.000Z'
const kinds = ['CUTTING', 'EMBROIDERY', 'SEWING', 'FINISHING', 'PACKING'] as const
const pieces = (count: number) => count * 10_000

/** Sections with a stage each, the route through them, and an article; ids of the stages. */
export function fillStages(sqlite: Database): {
  readonly stageIds: readonly string[]
  readonly routeId: string
  readonly articleId: string
} {
  const [routeId, articleId] = [newId(), newId()]
  const unitId = sqlite.prepare("select id from unit where code = 'Pcs'").pluck().get()
  sqlite
    .prepare(
      `insert into item (id, createdAt, code, name, kind, unitId, category, notes) values (?, ?, 'UKUR', 'Boneka ukur', 'FINISHED_GOOD', ?, '', '')`,
    )
    .run(articleId, since, unitId)
  sqlite.prepare(`insert into productionRoute (id, createdAt, code, name) values (?, ?, 'UKUR', 'Rute ukur')`).run(routeId, since)
  const stageIds = kinds.map((kind, at) => {
    const [sectionId, stageId] = [newId(), newId()]
    sqlite
      .prepare(`insert into section (id, createdAt, code, name) values (?, ?, ?, ?)`)
      .run(sectionId, since, `U${at}`, `Bagian ukur ${at}`)
    sqlite
      .prepare(`insert into productionStage (id, createdAt, code, name, kind, sectionId) values (?, ?, ?, ?, ?, ?)`)
      .run(stageId, since, `U${at}`, `Tahap ukur ${at}`, kind, sectionId)
    sqlite
      .prepare(`insert into routeStep (id, createdAt, productionRouteId, position, productionStageId) values (?, ?, ?, ?, ?)`)
      .run(newId(), since, routeId, at + 1, stageId)
    return stageId
  })
  return { stageIds, routeId, articleId }
}

/** Open orders of five work orders each, with so many days entered for each of those: some are well, some late. Every one has begun. */
export function fillWorkOrders(
  sqlite: Database,
  { orders, daysEach, today }: { readonly orders: number; readonly daysEach: number; readonly today: BusinessDay },
): void {
  const { stageIds, routeId, articleId } = fillStages(sqlite)
  const userId = sqlite.prepare('select id from user limit 1').pluck().get()
  const sectionOf = new Map(stageIds.map(id => [id, sqlite.prepare('select sectionId from productionStage where id = ?').pluck().get(id)]))
  const order =
    sqlite.prepare(`insert into manufacturingOrder (id, createdAt, number, kind, status, articleId, quantity, productionRouteId, week, destination, productionDay, labelDay, shipDay, createdBy)
    values (?, ?, ?, 'PRODUCTION', 'IN_PROGRESS', ?, ?, ?, ?, 'EU', ?, ?, ?, ?)`)
  const work =
    sqlite.prepare(`insert into workOrder (id, createdAt, number, manufacturingOrderId, productionStageId, sectionId, position, targetQuantity, goodQuantity, entryCount, startDay, deadlineDay, startedDay, status, isUrgent, approvedAt, createdBy)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', ?, ?, ?)`)
  const entry = sqlite.prepare(
    'insert into dailyProduction (id, createdAt, workOrderId, sectionId, day, goodQuantity, enteredBy) values (?, ?, ?, ?, ?, ?, ?)',
  )
  for (let at = 0; at < orders; at += 1) {
    const orderId = newId()
    order.run(
      orderId,
      since,
      `MO-UKUR-${at}`,
      articleId,
      pieces(5_000),
      routeId,
      `W${String(10 + (at % 40))}-2026`,
      addDays(today, -daysEach),
      today,
      addDays(today, 30),
      userId,
    )
    stageIds.forEach((stageId, place) => {
      const [id, daily] = [newId(), 20 + ((at * 7 + place * 3) % 60)]
      const [startDay, deadlineDay] = [addDays(today, 1 - daysEach), addDays(today, ((at + place) % 40) - 4)]
      work.run(
        id,
        since,
        `MO-UKUR-${at}-${place}`,
        orderId,
        stageId,
        sectionOf.get(stageId),
        place + 1,
        pieces(4_000),
        pieces(daily * daysEach),
        daysEach,
        startDay,
        deadlineDay,
        startDay,
        at % 17 === 0 ? 1 : 0,
        since,
        userId,
      )
      for (let day = 0; day < daysEach; day += 1)
        entry.run(newId(), since, id, sectionOf.get(stageId), addDays(startDay, day), pieces(daily), userId)
    })
  }
}

/** Released orders of the article through all stages, without a BOM of their own; their ids. */
export function fillOpenOrders(sqlite: Database, count: number, today: BusinessDay): readonly string[] {
  const { routeId, articleId } = fillStages(sqlite)
  const userId = sqlite.prepare('select id from user limit 1').pluck().get()
  const order =
    sqlite.prepare(`insert into manufacturingOrder (id, createdAt, number, kind, status, articleId, quantity, productionRouteId, productionDay, labelDay, shipDay, createdBy)
    values (?, ?, ?, 'PRODUCTION', 'RELEASED', ?, ?, ?, ?, ?, ?, ?)`)
  return Array.from({ length: count }, (_, at) => {
    const id = newId()
    order.run(id, since, `MO-UKUR-${at}`, articleId, pieces(450), routeId, today, today, addDays(today, 21), userId)
    return id
  })
}

/** The rows that a release of an order brings about, by bare statements in a transaction of their own. */
export function bareGeneration(sqlite: Database): (orderId: string) => void {
  const stages = sqlite.prepare("select id, sectionId from productionStage where code like 'U_' order by code").all() as {
    id: string
    sectionId: string
  }[]
  const userId = sqlite.prepare('select id from user limit 1').pluck().get()
  const order = sqlite.prepare('select * from manufacturingOrder where id = ?')
  const work =
    sqlite.prepare(`insert into workOrder (id, createdAt, number, manufacturingOrderId, productionStageId, sectionId, position, targetQuantity, startDay, deadlineDay, status, approvedAt, createdBy)
    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, ?)`)
  const source = sqlite.prepare('insert into workOrderSource (id, createdAt, workOrderId, sourceId) values (?, ?, ?, ?)')
  return sqlite.transaction((orderId: string) => {
    const { number, productionDay } = order.get(orderId) as { number: string; productionDay: string }
    let before: string | undefined
    stages.forEach(({ id: stageId, sectionId }, at) => {
      const id = newId()
      work.run(
        id,
        since,
        `${number}-U${at}-01`,
        orderId,
        stageId,
        sectionId,
        at + 1,
        pieces(495),
        productionDay,
        productionDay,
        since,
        userId,
      )
      if (before !== undefined) source.run(newId(), since, id, before)
      before = id
    })
  })
}
