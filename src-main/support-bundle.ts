import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { isMainThread } from 'node:worker_threads'
import { productVersion } from '../shared/core/version.ts'
import { bundleName, writeSupportBundle } from './support/bundle.ts'

const usage = `Usage: npm run support-bundle -- --data DIR [--to FILE]
  --data DIR   folder of the database and all that belongs to it; a host may be running on it, or may be unable to
  --to FILE    the ZIP archive to write (by default one in this folder, named by the time)`

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' }, to: { type: 'string' } } })
  if (values.data === undefined) throw new Error('--data is missing')
  const dataFolder = resolve(values.data)
  if (!existsSync(dataFolder)) throw new Error(`There is no folder ${dataFolder}`)
  const now = new Date().toISOString()
  const target = resolve(values.to ?? join('.', bundleName(now)))
  await writeSupportBundle(target, { dataFolder, now, version: productVersion })
  if (isMainThread) process.stdout.write(`Support bundle written to ${target}\n`)
}

try {
  await run()
} catch (error) {
  // The desktop runs it as a thread of its own, and shows the reason itself.
  if (!isMainThread) throw error
  process.stderr.write(`The support bundle could not be written: ${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
  process.exitCode = 1
}
