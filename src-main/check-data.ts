import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isMainThread, parentPort, workerData } from 'node:worker_threads'
import BetterSqlite from 'better-sqlite3'
import { checkData, type DataVerdict } from './audit/data-check.ts'
import * as auditChain from './database/audit-chain.ts'
import { readMigrations } from './database/migrate.ts'
import { databaseFile } from './database/open.ts'

const usage = `Usage: npm run check-data -- --data DIR
  --data DIR   folder of the database, or of a copy of it with keys/ and seals/; a host may be running on it
Ends with 0 when all is sound, 1 when something is wrong, 2 when it could not be checked.`

/** How the host's own nightly check asks for it, in a thread beside it. */
export interface DataCheckRequest { readonly dataFolder: string }

function checkFolder(folder: string): DataVerdict {
  const sqlite = new BetterSqlite(join(folder, databaseFile), { readonly: true, fileMustExist: true })
  try {
    return checkData(sqlite, folder, readMigrations(new URL('../migrations/', import.meta.url)), auditChain)
  } finally {
    sqlite.close()
  }
}

function readFolder(): string {
  const { values } = parseArgs({ options: { data: { type: 'string' } } })
  if (values.data === undefined) throw new Error('--data is missing')
  const folder = resolve(values.data)
  if (!existsSync(join(folder, databaseFile))) throw new Error(`There is no ${databaseFile} in ${folder}`)
  return folder
}

function report({ structure, content }: DataVerdict): string {
  if (structure.length + content.length === 0) return 'All is sound: pages, tables, references, the audit and its seals, the sums of the stock and of daily production, and every audited row.'
  const part = (title: string, findings: readonly string[]) => (findings.length === 0 ? [] : [title, ...findings.map(finding => `  - ${finding}`)])
  return [...part('The file is damaged:', structure), ...part('What stands in it is not what was entered:', content)].join('\n')
}

function run(): void {
  try {
    const folder = readFolder()
    const verdict = checkFolder(folder)
    process.stdout.write(`Data in ${folder}\n${report(verdict)}\n`)
    process.exitCode = verdict.structure.length + verdict.content.length === 0 ? 0 : 1
  } catch (error) {
    process.stderr.write(`The data could not be checked: ${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
    process.exitCode = 2
  }
}

if (isMainThread) run()
else parentPort?.postMessage(checkFolder((workerData as DataCheckRequest).dataFolder))
