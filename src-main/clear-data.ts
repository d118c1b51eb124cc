import { existsSync } from 'node:fs'
import { extname, join, resolve } from 'node:path'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { clearScopes, type ClearScope } from '../shared/clean-up/parts.ts'
import type { ClearPreview } from '../shared/clean-up/contract.ts'
import { productVersion } from '../shared/core/version.ts'
import { texts } from '../shared/texts.ts'
import { assemble, type Host } from './assemble.ts'
import { databaseFile } from './database/data-folder.ts'
import { makeBackup } from './database/backup-making.ts'

const usage = `Usage: npm run clear-data -- --data DIR --scope transactions|everything --reason TEXT [--factory NAME --yes]
  --data DIR      folder of the database; no host may be running on it
  --scope SCOPE   transactions: stock, moves, documents; everything: master data too. Users, sections, settings and the audit stay
  --reason TEXT   why; the audit keeps it
  --factory NAME  the factory's name, exactly; asked for where it is not given
  --yes           does not ask; needs --factory`

interface Order { readonly dataFolder: string; readonly scope: ClearScope; readonly reason: string; readonly factory: string | undefined; readonly isSure: boolean }

function readOrder(): Order {
  const text = { type: 'string' } as const
  const { values } = parseArgs({ options: { data: text, scope: text, reason: text, factory: text, yes: { type: 'boolean' } } })
  const scope = clearScopes.find(one => one === values.scope)
  if (values.data === undefined) throw new Error('--data is missing')
  if (scope === undefined) throw new Error('--scope is to be transactions or everything')
  if (!values.reason?.trim()) throw new Error('--reason is missing')
  if (values.yes && values.factory === undefined) throw new Error('--yes needs --factory')
  const dataFolder = resolve(values.data)
  if (!existsSync(join(dataFolder, databaseFile))) throw new Error(`There is no ${databaseFile} in ${dataFolder}`)
  return { dataFolder, scope, reason: values.reason, factory: values.factory, isSure: values.yes === true }
}

function report({ factoryName, goes, stays }: ClearPreview): string {
  const lines = (counts: ClearPreview['goes']) => counts.map(({ entity, rows }) => `  ${String(rows).padStart(9)}  ${texts.en.entities[entity]}`).join('\n')
  return `Factory: ${factoryName}\nWill go:\n${lines(goes)}\nWill stay:\n${lines(stays)}\nAlways kept: audit, security log, backups.\n`
}

async function askName(): Promise<string> {
  if (!process.stdin.isTTY) throw new Error('Nobody is there to ask: give --factory and --yes')
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await terminal.question('To clear it, type the factory’s name: ')
  } finally {
    terminal.close()
  }
}

async function clear(host: Host, { dataFolder, scope, reason, factory, isSure }: Order): Promise<void> {
  const preview = (await host.system('cleanUp.previewClear', { scope })) as ClearPreview
  process.stdout.write(report(preview))
  const typed = isSure ? factory : await askName()
  if (typed !== preview.factoryName) throw new Error('That is not the factory’s name; nothing was changed')
  const { name } = await makeBackup({ dataFolder, kind: 'before-clear', now: new Date().toISOString(), version: productVersion })
  process.stdout.write(`Backup made: ${name}\n`)
  const { cleared } = (await host.system('cleanUp.clear', { scope, reason })) as { cleared: ClearPreview['goes'] }
  process.stdout.write(`Cleared ${cleared.reduce((sum, { rows }) => sum + rows, 0)} rows\n`)
}

async function run(): Promise<void> {
  const order = readOrder()
  const host = assemble({
    dataFolder: order.dataFolder, worker: new URL(`./worker${extname(import.meta.url)}`, import.meta.url), migrations: new URL('../migrations/', import.meta.url), tasks: () => ({}),
  })
  try {
    await clear(host, order)
  } finally {
    await host.close()
  }
}

try {
  await run()
} catch (error) {
  process.stderr.write(`Nothing was cleared: ${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
  process.exitCode = 1
}
