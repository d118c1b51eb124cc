import { setImmediate as nextTurn } from 'node:timers/promises'
import { join } from 'node:path'
import type { OutputOf, ParsedInputOf } from '../../shared/core/procedure.ts'
import type { integrity } from '../../shared/audit/integrity.ts'
import * as auditChain from '../database/audit-chain.ts'
import type { JobContext } from '../core/handlers.ts'
import { databaseFile, openReader } from '../database/open.ts'
import { readMarks } from './archived-chain.ts'
import { verifyAudit } from './verify.ts'

type Printed = ParsedInputOf<typeof integrity.verifyChain>['printed']
type Outcome = OutputOf<typeof integrity.verifyChain>['printed']

const rowsPerReport = 5000

/** The whole check, as `npm run verify-audit` does it, by a connection of its own; and whether a printed seal still fits. */
export async function verifyChain({ place: { dataFolder }, progress }: JobContext, { printed }: { printed?: Printed }): Promise<OutputOf<typeof integrity.verifyChain>> {
  const sqlite = openReader(join(dataFolder, databaseFile))
  try {
    const live = sqlite.prepare('select count(*) from auditEntry where seq > ?').pluck().get(readMarks(sqlite).at(-1)?.throughSeq ?? 0) as number
    const total = live + readMarks(sqlite).reduce((sum, { rowCount }) => sum + rowCount, 0)
    progress('checking', 0, total)
    await nextTurn()
    let done = 0
    let outcome: Outcome = printed ? 'gone' : null
    const { lastSeal, keyFingerprint, findings, ...verdict } = verifyAudit(sqlite, dataFolder, auditChain, {
      onRow(row) {
        done += 1
        if (done % rowsPerReport === 0) progress('checking', done, total)
        if (printed?.seq === row.seq) outcome = row.hash.startsWith(printed.hash) ? 'fits' : 'differs'
      },
    })
    return {
      ...verdict, findings: [...findings], printed: outcome, keyFingerprint: keyFingerprint ?? null,
      lastSeal: lastSeal ? { seq: lastSeal.seq, hash: lastSeal.hash, at: lastSeal.at } : null,
    }
  } finally {
    sqlite.close()
  }
}
