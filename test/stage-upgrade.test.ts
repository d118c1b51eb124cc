import BetterSqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { migrate, readMigrations } from '../src-main/database/migrate.ts'
import { migrationsFolder } from './support/spine.ts'

const all = readMigrations(migrationsFolder)

test('PX-12 a factory of an earlier version goes on entering its days by hand; what it made stays, and notices of holds find their hold', () => {
  const older = new BetterSqlite(':memory:')
  migrate(older, all.filter(({ number }) => number < 945))
  older.pragma('foreign_keys = off')
  older.exec("insert into productionStage (id, createdAt, code, name, kind, sectionId) values ('stage', '', 'SEW', 'Jahit', 'SEWING', 'section')")
  older.exec("insert into dailyProduction (id, createdAt, workOrderId, sectionId, day, goodQuantity, rejectQuantity, enteredBy) values ('day', '', 'work', 'section', '2026-01-19', 850000, 0, 'user')")
  migrate(older, all.filter(({ number }) => number < 957))
  older.pragma('foreign_keys = off')
  expect(older.prepare('select code, isByStep, version from productionStage').all()).toEqual([{ code: 'SEW', isByStep: 0, version: 1 }])
  expect(older.prepare('select goodQuantity, status from dailyProduction').all()).toEqual([{ goodQuantity: 850_000, status: 'ENTERED' }])
  expect(['stageStep', 'stageFigure', 'stepRecord', 'reworkCard', 'reworkRound', 'stageHold', 'stageFigureValue'].map(table => older.prepare(`select count(*) from ${table}`).pluck().get())).toEqual([0, 0, 0, 0, 0, 0, 0])
  const hold = older.prepare("insert into stageHold (id, createdAt, workOrderId, sectionId, stepRecordId, failedQuantity, openedBy, releasedBy, releasedAt) values (?, ?, 'work', 'section', ?, 10000, 'user', ?, ?)")
  hold.run('released', '2026-01-19T05:00:00.000Z', 'first', 'user', '2026-01-19T06:00:00.000Z')
  hold.run('open', '2026-01-19T04:00:00.000Z', 'second', null, null)
  const notice = older.prepare("insert into notification (id, createdAt, kind, severity, entity, entityId, audience) values (?, '', ?, 'CRITICAL', 'workOrder', ?, '[]')")
  for (const [id, kind, about] of [['failed', 'STEP_FAILED', 'work'], ['late', 'WORK_ORDER_LATE', 'work'], ['gone', 'STEP_FAILED', 'other']] as const) notice.run(id, kind, about)
  migrate(older, all)
  expect(older.prepare('select id, entity, entityId from notification order by id').raw().all()).toEqual([['failed', 'stageHold', 'open'], ['gone', 'workOrder', 'other'], ['late', 'workOrder', 'work']])
  older.close()
})
