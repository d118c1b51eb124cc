import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import BetterSqlite from 'better-sqlite3'
import { describeFinding } from './audit/findings.ts'
import { verifyAudit, type Verdict } from './audit/verify.ts'
import * as auditChain from './database/audit-chain.ts'
import { databaseFile } from './database/open.ts'

const usage = `Usage: npm run verify-audit -- --data DIR
  --data DIR   folder of the database, or of a copy of it with keys/, seals/ and archives/; a host may be running on it
Ends with 0 when the audit is whole, 1 when something is wrong, 2 when it could not be checked.`

function readFolder(): string {
  const { values } = parseArgs({ options: { data: { type: 'string' } } })
  if (values.data === undefined) throw new Error('--data is missing')
  const folder = resolve(values.data)
  if (!existsSync(join(folder, databaseFile))) throw new Error(`There is no ${databaseFile} in ${folder}`)
  return folder
}

function verifyFolder(folder: string): Verdict {
  const sqlite = new BetterSqlite(join(folder, databaseFile), { readonly: true, fileMustExist: true })
  try {
    return verifyAudit(sqlite, folder, auditChain)
  } finally {
    sqlite.close()
  }
}

function report({ rows, archivedRows, lastSeq, findings, findingCount, sealCount, lastSeal, rowsAfterLastSeal, keyFingerprint }: Verdict): string {
  return [
    `Rows in the audit:   ${rows}${rows > 0 ? ` (the last one is number ${lastSeq})` : ''}`,
    ...(archivedRows > 0 ? [`of them in archives:  ${archivedRows}`] : []),
    `Seals:               ${sealCount}${lastSeal ? `; the newest genuine one names row ${lastSeal.seq}, made ${lastSeal.at}` : ''}`,
    `Rows after the seal: ${rowsAfterLastSeal}${rowsAfterLastSeal > 0 ? ' (they fit each other; only the next seal can prove that none was cut off behind them)' : ''}`,
    `Key fingerprint:     ${keyFingerprint ?? 'no key'}`,
    '',
    findingCount === 0 ? wholeness(lastSeal) : `${findingCount} finding${findingCount === 1 ? '' : 's'}:`,
    ...findings.map(finding => `  - ${describeFinding(finding)}`),
    ...(findingCount > findings.length ? [`  - … and ${findingCount - findings.length} more.`] : []),
  ].join('\n')
}

function wholeness(lastSeal: Verdict['lastSeal']): string {
  if (lastSeal) return 'The audit is whole: no row was edited, deleted or moved, and none is missing up to the newest seal.'
  return 'No row was edited, deleted or moved. There is no seal, so whether the end was cut off cannot be told.'
}

try {
  const folder = readFolder()
  const verdict = verifyFolder(folder)
  process.stdout.write(`Audit of ${folder}\n${report(verdict)}\n`)
  process.exitCode = verdict.findingCount === 0 ? 0 : 1
} catch (error) {
  process.stderr.write(`The audit could not be checked: ${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
  process.exitCode = 2
}
