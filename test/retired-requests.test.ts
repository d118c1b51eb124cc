import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { expect, test } from 'vitest'
import { requestStatuses } from '../shared/approvals/rules.ts'
import { migrate, readMigrations } from '../src-main/database/migrate.ts'
import { openWriter } from '../src-main/database/open.ts'
import { removeFolder, temporaryFolder } from './support/folder.ts'
import { startTestHost } from './support/host.ts'
import { migrationsFolder } from './support/spine.ts'

const then = '2026-10-01T00:00:00.000Z'

function insertRequests(database: Database, asker: string, statuses: readonly string[]): void {
  const insert = database.prepare(`
    insert into approvalRequest (id, createdAt, number, kind, entity, entityId, requestedBy, reason, subject, lines, before, change, steps, stepSince, status, settledAt)
    values (@status, @then, 'LAMA-' || @status, 'CARTON_REVIEW', 'conversionEntry', '1', @asker, 'Isi kurang', '{"made":"BEAR"}', '[]', 'null', '{}',
      '[{"by":"level","level":2}]', @then, @status, iif(@status = 'PENDING', null, @then))`)
  for (const status of statuses) insert.run({ status, then, asker })
}

test('PL-19 a request that waits when its kind is retired ends with the reason why, and nobody is called to it any more; what is decided stays', () => {
  const folder = temporaryFolder()
  const database = openWriter(join(folder, 'lantai.db'))
  const all = readMigrations(migrationsFolder)
  migrate(database, all.filter(({ number }) => number < 932))
  database.pragma('foreign_keys = off')
  insertRequests(database, 'asker', requestStatuses)
  for (const status of ['PENDING', 'APPROVED']) {
    database.prepare("insert into notification (id, createdAt, kind, severity, entity, entityId, audience) values (?, ?, 'APPROVAL_OVERDUE', 'CRITICAL', 'approvalRequest', ?, '[]')")
      .run(status, then, status)
    database.prepare("insert into notificationReceipt (id, createdAt, notificationId, userId) values (?, ?, ?, 'somebody')").run(status, then, status)
  }
  database.prepare("insert into approvalChain (id, createdAt, steps) values ('CARTON_REVIEW', ?, '[]')").run(then)
  const others = () => database.prepare("select * from approvalRequest where status <> 'PENDING' and id <> 'PENDING' order by id").all()
  const before = others()

  migrate(database, all)
  expect(database.prepare("select status, version, reason, settledAt is not null as isSettled from approvalRequest where id = 'PENDING'").get())
    .toEqual({ status: 'REVERTED', version: 2, reason: expect.stringMatching(/^Isi kurang \[Berakhir: .+ \/ Ended: .+\]$/) as string, isSettled: 1 })
  expect(others()).toEqual(before)
  const open = database.prepare('select id from notificationReceipt where readAt is null or acknowledgedAt is null').pluck()
  expect(open.all()).toEqual(['APPROVED'])
  expect(database.prepare('select count(*) from approvalChain').pluck().get()).toBe(0)
  database.close()
  removeFolder(folder)
})

test('PL-19 requests of a retired kind are still listed, and found by their kind', async () => {
  const host = await startTestHost()
  const asker = host.database.prepare('select id from user limit 1').pluck().get() as string
  const writer = openWriter(join(host.folder, 'lantai.db'))
  insertRequests(writer, asker, requestStatuses.filter(status => status !== 'PENDING'))
  writer.close()
  const { rows } = await host.system.approvals.listRequests({ filter: { view: 'all', kind: 'CARTON_REVIEW' } })
  expect(rows.map(({ id }) => id).sort()).toEqual(requestStatuses.filter(status => status !== 'PENDING').toSorted())
  await host.stop()
})
