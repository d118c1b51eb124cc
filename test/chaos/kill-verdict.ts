import { join } from 'node:path'
import BetterSqlite, { type Database } from 'better-sqlite3'
import type { ErrorCode } from '../../shared/core/errors.ts'
import { verifyAudit } from '../../src-main/audit/verify.ts'
import * as auditChain from '../../src-main/database/audit-chain.ts'
import { databaseFile } from '../../src-main/database/open.ts'
import type { Sent } from './network-desk.ts'

/** Reads beside the host, or where there is none. */
export function withDatabase<T>(folder: string, read: (database: Database) => T): T {
  const database = new BetterSqlite(join(folder, databaseFile), { readonly: true, timeout: 10_000 })
  try {
    return database.transaction(() => read(database))()
  } finally {
    database.close()
  }
}

/** What is wrong with the database by itself: pages, references, chain, numbers, sums, histories. */
export function misfits(folder: string): string[] {
  return withDatabase(folder, database => {
    const one = (sql: string) => database.prepare(sql).pluck().get() as number
    const integrity = database.pragma('integrity_check', { simple: true })
    const counts: Readonly<Record<string, string>> = {
      'a gap in the event numbers': 'select count(*) - max(seq) from event',
      'a gap in the audit numbers': 'select count(*) - max(seq) from auditEntry',
      'a gap in the move numbers': 'select count(*) - max(seq) from stockMove',
      'a gap in the card numbers': "select count(*) - (select sum(last) from numberCounter where series like 'kanban%') from kanbanCard",
      'balances against ledger': balancesAgainstLedger,
      'reservations against balances': reservationsAgainstBalances,
      'deliveries against cards': deliveriesAgainstCards,
      'versions against audit': versionsAgainstAudit,
      'changes without an event': changesWithoutEvent,
    }
    return [
      ...(integrity === 'ok' ? [] : [`integrity: ${String(integrity)}`]),
      ...(database.pragma('foreign_key_check') as unknown[]).map(row => `foreign key: ${JSON.stringify(row)}`),
      ...verifyAudit(database, folder, auditChain).findings.map(finding => `audit: ${JSON.stringify(finding)}`),
      ...Object.entries(counts).filter(([, sql]) => one(sql) !== 0).map(([name]) => name),
    ]
  })
}

const balancesAgainstLedger = `
  with flow as (select itemId, toLocationId as locationId, quantity from stockMove union all select itemId, fromLocationId, -quantity from stockMove),
    ledger as (select itemId, locationId, sum(quantity) as onHand from flow join location on location.id = locationId where location.kind = 'INTERNAL' group by 1, 2)
  select count(*) from stockBalance full join ledger using (itemId, locationId) where coalesce(stockBalance.onHand, 0) <> coalesce(ledger.onHand, 0)`

const reservationsAgainstBalances = `
  with kept as (select itemId, locationId, sum(quantity) as reserved from stockReservation group by 1, 2)
  select count(*) from stockBalance full join kept using (itemId, locationId) where coalesce(stockBalance.reserved, 0) <> coalesce(kept.reserved, 0)`

const deliveriesAgainstCards = `
  with delivered as (select documentId as id, sum(case when reverses is null then quantity else -quantity end) as quantity from stockMove where documentEntity = 'kanbanCard' group by 1)
  select count(*) from kanbanCard left join delivered using (id) where kanbanCard.fulfilled <> coalesce(delivered.quantity, 0)`

/** A row's version counts what was ever written to it, and each time left one line in its history. */
const versionsAgainstAudit = ['kanbanCard', 'item', 'unit']
  .map(table => `(select count(*) from "${table}" as kept where version <> (select count(*) from auditEntry where entity = '${table}' and entityId = kept.id))`).join(' + ')
  .replace(/^/, 'select ')

const changesWithoutEvent = `select count(*) from auditEntry as entry where entity in ('kanbanCard', 'item', 'unit', 'stockMove')
  and not exists (select 1 from event where event.entity = entry.entity and event.entityId = entry.entityId and event.at = entry.at)`

/** What the host keeps of the commands that desks have sent. */
interface Kept { readonly isOk: boolean; readonly value: string; readonly changes: number }

/** What is refused before anything could be done is not kept: sent again, it is refused again. */
const refusedAtTheDoor: readonly ErrorCode[] = ['forbidden', 'invalid-input']

/**
 * Where what desks were told differs from what is there: an acknowledged command must be there, once and as it was told; a refused
 * one must have left nothing; one that is still unanswered may be there or not, but whole.
 */
export function brokenPromises(folder: string, sent: readonly Sent[]): string[] {
  const kept = withDatabase(folder, keptOf)
  const known = new Set(sent.map(({ key }) => key))
  const strangers = [...kept.keys()].filter(key => key.startsWith('meja-') && !known.has(key)).map(key => `${key}: nobody sent it`)
  return [...strangers, ...sent.flatMap(one => {
    const found = kept.get(one.key)
    const { reply } = one
    if (!reply) return found && found.isOk !== (found.changes > 0) ? [`${one.key} ${one.name}: half done`] : []
    if (!found && !reply.ok && refusedAtTheDoor.includes(reply.code)) return []
    if (!found) return [`${one.key} ${one.name}: answered ${JSON.stringify(reply).slice(0, 200)}, and not kept`]
    const told = JSON.stringify(reply.ok ? reply.value : { code: reply.code, params: reply.params })
    if (found.isOk !== reply.ok || found.value !== told) return [`${one.key} ${one.name}: told ${told.slice(0, 200)}, kept ${found.value.slice(0, 200)}`]
    return reply.ok === (found.changes > 0) ? [] : [`${one.key} ${one.name}: ${found.changes} changes for ${told.slice(0, 200)}`]
  })]
}

/** How many of these were done although their desks have not heard of it: sent again, they must not be done again. */
export function doneUnheard(folder: string, sent: readonly Sent[]): number {
  const kept = withDatabase(folder, keptOf)
  return sent.filter(({ key, reply }) => !reply && kept.get(key)?.isOk).length
}

/** By replay key: the answer, and how many rows it changed. */
function keptOf(database: Database): Map<string, Kept> {
  const rows = database.prepare(`select deskId || ':' || deskSeq as key, answer,
    (select count(*) from auditEntry where replayKey = kept.deskId || ':' || kept.deskSeq) as changes from replayAnswer as kept`).all() as { key: string; answer: string; changes: number }[]
  const kept = new Map(rows.map(({ key, answer, changes }): [string, Kept] => {
    const { ok, json, code, params } = JSON.parse(answer) as { ok: boolean; json: string; code: string; params: object }
    return [key, { isOk: ok, value: ok ? json : JSON.stringify({ code, params }), changes }]
  }))
  for (const key of database.prepare('select distinct replayKey from auditEntry where replayKey is not null').pluck().all() as string[]) {
    if (!kept.has(key)) kept.set(key, { isOk: true, value: 'changes without an answer', changes: 0 })
  }
  return kept
}

/** Notes that stand twice: every entry carries one of its own. */
export function doubles(folder: string): string[] {
  const tables = { kanbanCard: 'notes', stockMove: 'note' }
  return withDatabase(folder, database => Object.entries(tables).flatMap(([table, column]) =>
    database.prepare(`select ${column} from ${table} where ${column} like '%#%' ${table === 'stockMove' ? 'and reverses is null' : ''} group by 1 having count(*) > 1`).pluck().all() as string[]))
}
