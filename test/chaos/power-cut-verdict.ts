import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { describeFinding } from '../../src-main/audit/findings.ts'
import { verifyAudit } from '../../src-main/audit/verify.ts'
import type { Answer } from '../../src-main/core/answers.ts'
import * as auditChain from '../../src-main/database/audit-chain.ts'
import type { Migration } from '../../src-main/database/migrate.ts'
import { openDatabase } from '../../src-main/database/opening.ts'
import type { Told } from './power-cut-story.ts'

export interface Verdict {
  /** What a desk had been told was done, or decided, and is not there as it was told. */
  readonly lost: readonly string[]
  /** What a desk had been told was not done for the disk's sake, and yet is there. */
  readonly doneThough: readonly string[]
  /** What is there in part only, or does not fit together. */
  readonly halfDone: readonly string[]
}

/** Opens the folder as a host does, and looks whether every promise is kept and nothing stands half. Throws where no host would start. */
export function examine(folder: string, migrations: readonly Migration[], told: readonly Told[]): Verdict {
  const { reader, leave } = openDatabase(folder, migrations)
  try {
    return { ...promises(reader, folder, told), halfDone: [...misfits(reader, folder), ...halves(reader, folder)] }
  } finally {
    leave()
  }
}

function promises(sqlite: Database, folder: string, told: readonly Told[]): Pick<Verdict, 'lost' | 'doneThough'> {
  const answers = storedAnswers(sqlite)
  const photo = sqlite.prepare('select sha256 from attachment where id = ?').pluck()
  const [lost, doneThough]: string[][] = [[], []]
  for (const promise of told) {
    if (promise.told === 'attachment') {
      const sha256 = photo.get(promise.id) as string | undefined
      if (sha256 === undefined || !isKept(folder, sha256)) lost!.push(`photo ${promise.id}`)
      continue
    }
    const { key, reply } = promise
    const answer = answers.get(key)
    if (!reply.ok && reply.code.startsWith('storage-')) {
      if (answer) doneThough!.push(key)
    } else if (!answer || !isSame(answer, reply)) {
      lost!.push(key)
    }
  }
  return { lost: lost!, doneThough: doneThough! }
}

function isSame(answer: Answer, reply: Extract<Told, { told: 'answer' }>['reply']): boolean {
  if (answer.ok !== reply.ok) return false
  return answer.ok ? isEqual(JSON.parse(answer.json), (reply as { value?: unknown }).value) : isEqual(answer.params, (reply as { params?: unknown }).params)
}

const isEqual = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function storedAnswers(sqlite: Database): Map<string, Answer> {
  const rows = sqlite.prepare(`select deskId || ':' || deskSeq as key, answer from replayAnswer`).all() as { key: string; answer: string }[]
  return new Map(rows.map(({ key, answer }) => [key, JSON.parse(answer) as Answer]))
}

const stockMisfits = `
  with flow as (
    select itemId, toLocationId as locationId, quantity from stockMove union all select itemId, fromLocationId, -quantity from stockMove
  ), ledger as (
    select itemId, locationId, sum(quantity) as onHand from flow join location on location.id = locationId where location.kind = 'INTERNAL' group by 1, 2
  ), kept as (select itemId, locationId, onHand from stockBalance)
  select count(*) from (select * from (select * from ledger where onHand <> 0 except select * from kept)
    union all select * from (select * from kept where onHand <> 0 except select * from ledger))`

/** The database by itself: its pages, its references, its chain, its sums, its numbers. */
function misfits(sqlite: Database, folder: string): string[] {
  const one = (sql: string) => sqlite.prepare(sql).pluck().get() as number
  const integrity = sqlite.pragma('integrity_check', { simple: true })
  const { findings } = verifyAudit(sqlite, folder, auditChain)
  return [
    ...(integrity === 'ok' ? [] : [`integrity: ${String(integrity)}`]),
    ...((sqlite.pragma('foreign_key_check') as unknown[]).length === 0 ? [] : ['a reference leads nowhere']),
    ...findings.map(describeFinding),
    ...(one(stockMisfits) === 0 ? [] : ['ledger and balances differ']),
    ...(one('select count(*) - coalesce(max(seq), 0) from event') === 0 ? [] : ['event numbers have gaps']),
    ...(one(`select count(*) - (select coalesce(max(last), 0) from numberCounter) from kanbanCard`) === 0 ? [] : ['card numbers have gaps']),
  ]
}

const audited = `select a.replayKey as key, a.entity, a.entityId, a.seq, exists (select 1 from event e where e.entity = a.entity and e.entityId = a.entityId) as isTold
  from auditEntry a where a.replayKey is not null`

/** Each command with a replay key: its rows, audit rows, events and answer are all there or none; a photo has its row and its file. */
function halves(sqlite: Database, folder: string): string[] {
  const answers = storedAnswers(sqlite)
  const entries = sqlite.prepare(audited).all() as { key: string; entity: string; entityId: string; isTold: number }[]
  const written = new Set(entries.map(({ key }) => key))
  const rows = new Set(sqlite.prepare(`select code from unit where code like 'desk%' union select code from item where code like 'desk%'
    union select note from stockMove where note like 'desk%' union select notes from kanbanCard where notes like 'desk%'`).pluck().all() as string[])
  const photos = sqlite.prepare('select sha256 from attachment').pluck().all() as string[]
  return [
    ...[...answers].filter(([key, { ok }]) => ok !== written.has(key)).map(([key]) => `${key}: answer and audit differ`),
    ...[...answers].filter(([key, { ok }]) => ok !== rows.has(key)).map(([key]) => `${key}: answer and row differ`),
    ...[...written, ...rows].filter(key => !answers.has(key)).map(key => `${key}: it is there without its answer`),
    ...entries.filter(({ isTold }) => isTold === 0).map(({ key, entity }) => `${key}: its ${entity} has no event`),
    ...photos.filter(sha256 => !isKept(folder, sha256)).map(sha256 => `photo ${sha256} has no file`),
  ]
}

function isKept(folder: string, sha256: string): boolean {
  const path = join(folder, 'attachments', sha256.slice(0, 2), sha256.slice(2))
  return existsSync(path) && createHash('sha256').update(readFileSync(path)).digest('hex') === sha256
}
