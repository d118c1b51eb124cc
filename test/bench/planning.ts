import { join } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'
import { contract } from '../../shared/contract.ts'
import type { BusinessDay } from '../../shared/core/dates.ts'
import type { SettingReader } from '../../src-main/core/handlers.ts'
import { parseInput } from '../../src-main/core/wire.ts'
import { databaseFile, openReader } from '../../src-main/database/open.ts'
import { connection, createReader } from '../../src-main/database/reader.ts'
import { planningBoard } from '../../src-main/planning/board.ts'
import { inBulk, inStandingBulk } from './bulk.ts'
import { openFactory } from './factory.ts'
import {
  alternated,
  milliseconds,
  plainRow,
  quantile,
  ratioRow,
  seconds,
  timed,
  times,
  type Bench,
  type Pair,
  type Row,
} from './harness.ts'
import { bareGeneration, fillOpenOrders, fillWorkOrders } from './planning-past.ts'

const today = '2026-11-29' as BusinessDay
const pageSize = 50

/**
 * The work orders of open orders, one order after the other, each kept on the disk; beside bare statements that write the same rows into
 * another file.
 */
async function generated(count: number): Promise<readonly Row[]> {
  const [factory, other] = [await openFactory(), await openFactory()]
  let ids: readonly string[] = []
  inBulk(factory, sqlite => (ids = fillOpenOrders(sqlite, count, today)))
  let bareIds: readonly string[] = []
  inBulk(other, sqlite => (bareIds = fillOpenOrders(sqlite, count, today)))
  await other.close()
  const bare = new BetterSqlite(join(other.folder, databaseFile))
  bare.pragma('synchronous = full')
  try {
    const [planner] = await factory.signIn('PPIC Manager')
    const write = bareGeneration(bare)
    const pairs: Pair[] = []
    for (const [at, id] of ids.entries()) {
      const floor = await timed(() => write(bareIds[at]!))
      pairs.push({ floor, ours: await timed(() => planner!.client.planning.generateWorkOrders({ id, version: 1 })) })
    }
    const whole = pairs.reduce((sum, { ours }) => sum + ours, 0)
    return [
      ratioRow('work orders of an order against their bare rows', pairs, milliseconds),
      plainRow(`  of ${count} orders, all together`, whole, seconds, { atMost: 120_000 }),
    ]
  } finally {
    bare.close()
    await factory.close()
  }
}

export const bench: Bench = {
  name: 'planning',
  about: `The planner's board over 5,000 open work orders with 200,000 days entered for them: every one judged, sums by health, status and stage, and the worst ${pageSize} with their names. At the handler
against prepared statements that read the same; one by the sums that stand at each work order, one that adds the days up.
Then the work orders of 50 open orders.`,
  async run(size) {
    const empty = await openFactory()
    await empty.close()
    inStandingBulk(empty.folder, sqlite => {
      fillWorkOrders(sqlite, { orders: size(1000, 20), daysEach: size(40, 5), today })
      sqlite.exec('analyze')
    })
    const factory = await openFactory(empty.folder)
    const reader = openReader(join(factory.folder, databaseFile))
    try {
      const board = boardAtHandler(reader)
      const floors = {
        'by the sums kept': bareBoard(reader, 'workOrder.goodQuantity'),
        'adding up the days': bareBoard(reader, daysAddedUp),
      }
      const rows = []
      for (const [name, floor] of Object.entries(floors)) {
        const pairs = await alternated(size(60, 1), 1, 1, { floor, ours: board })
        rows.push(ratioRow(`board against bare SQL ${name}`, pairs, milliseconds, { atMost: 1.5 }))
        rows.push(plainRow('  p95 against p95', p95(pairs, 'ours') / p95(pairs, 'floor'), times, { atMost: 1.5 }))
      }
      return [...rows, ...(await generated(size(50, 3)))]
    } finally {
      reader.close()
      await factory.close()
    }
  },
}

function p95(pairs: readonly Pair[], side: keyof Pair): number {
  return quantile(
    pairs.map(pair => pair[side]),
    0.95,
  )
}

function boardAtHandler(reader: Database): () => unknown {
  const db = createReader(connection(reader), new Set())
  // The factory's settings are as a new factory has them.
  const settings: SettingReader = { get: ({ fallback }) => fallback }
  const input = parseInput(contract.planning.readPlanningBoard, { pageSize }, false) as Parameters<typeof planningBoard>[2]
  return () => planningBoard({ db, settings, today }, 'all', input)
}

const daysAddedUp = '(select sum(goodQuantity) from dailyProduction where workOrderId = workOrder.id)'

/** The same rules in SQL, in floating point. */
function bareBoard(reader: Database, produced: string): () => unknown {
  const judged = `with work as (
      select workOrder.id, workOrder.status, workOrder.isUrgent, workOrder.productionStageId, workOrder.deadlineDay, targetQuantity / 10000 as target, ${produced} / 10000 as produced, entryCount,
        julianday(deadlineDay) - julianday(startDay) + 1 as planned, julianday('${today}') - julianday(startDay) + 1 as elapsed, julianday(deadlineDay) - julianday('${today}') as daysLeft,
        coalesce(deliveryBatch.week, manufacturingOrder.week) as week, coalesce(deliveryBatch.destination, manufacturingOrder.destination) as destination,
        (select max(day) from dailyProduction where workOrderId = workOrder.id) as lastDay
      from workOrder join manufacturingOrder on manufacturingOrder.id = workOrder.manufacturingOrderId left join deliveryBatch on deliveryBatch.id = workOrder.deliveryBatchId
      where workOrder.status in ('PENDING', 'RUNNING')
    ), paced as (
      select *, min(elapsed, planned) * 1.0 / planned as expected, produced * 1.0 / target / (min(elapsed, planned) / planned) as share, (target - produced) / (produced * 1.0 / entryCount) - daysLeft as lateness
      from work
    ), judged as (
      select *, case when produced >= target then 'COMPLETED' when daysLeft < 0 then 'DELAYED' when produced = 0 and elapsed < 1 then 'NOT_STARTED' when share < 0.85 or lateness > 3 then 'OFF_TRACK'
        when share < 0.9 or lateness > 1 then 'AT_RISK' else 'ON_TRACK' end as health,
        case when daysLeft < 0 or lateness > 7 or julianday('${today}') - julianday(lastDay) > 2 then 0 when share < 0.9 or lateness > 1 then 1 else 2 end as level
      from paced
    )`
  const statements = [
    `${judged} select health, status, count(*) as count, sum(target) as target, sum(produced) as produced, sum(target * expected) as expected, sum(isUrgent) as urgent, sum(level = 0) as critical, sum(level = 1) as warning
      from judged group by health, status`,
    `${judged} select productionStageId, count(*) as count, sum(target) as target, sum(produced) as produced, sum(target * expected) as expected, sum(health in ('DELAYED', 'OFF_TRACK', 'AT_RISK')) as troubled
      from judged group by productionStageId`,
    `${judged}, shown as (select * from judged order by level, health, isUrgent desc, deadlineDay, id limit ${pageSize})
      select shown.*, workOrder.number, manufacturingOrder.number as manufacturingNumber, article.name as articleName, item.name as itemName, productionStage.name as stageName, section.name as sectionName
      from shown join workOrder on workOrder.id = shown.id join manufacturingOrder on manufacturingOrder.id = workOrder.manufacturingOrderId join item as article on article.id = manufacturingOrder.articleId
        left join item on item.id = workOrder.itemId join productionStage on productionStage.id = workOrder.productionStageId join section on section.id = workOrder.sectionId`,
  ].map(text => reader.prepare(text))
  return () => statements.map(statement => statement.all())
}
