import { spawnSync } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readUnitReport } from './test-reports.ts'

const usage = `Usage: npm run chaos -- [--seed N] [NAME …]
  --seed N   repeats the run that printed this seed
  NAME       only the files of test/chaos whose name contains it`

/** The fault suite in its long form. The last line printed is the result. */
function main({ seed, names }: { readonly seed: string | undefined; readonly names: readonly string[] }): void {
  // Of its own, so that it never counts what another run of the tests has left.
  const report = 'test-results/chaos.json'
  mkdirSync('test-results', { recursive: true })
  // One file at a time: some of them time out what hangs, and two cores are soon full.
  const files = names.length > 0 ? names.map(name => `test/chaos/${name}`) : ['test/chaos/']
  // With their values: an option without one would take the first file for it.
  const options = ['--fileParallelism=false', '--disableConsoleIntercept=true']
  const { status } = spawnSync(process.execPath, ['node_modules/vitest/vitest.mjs', 'run', ...options, ...files], {
    stdio: 'inherit', env: { ...process.env, LANTAI_CHAOS: 'long', ...(seed !== undefined && { LANTAI_SEED: seed }) },
  })
  const { passed, failed, skipped } = readUnitReport(report)
  const failures = status === 0 ? failed : Math.max(failed, 1)
  console.log(`\n${passed} passed, ${failures} failed${skipped ? `, ${skipped} skipped` : ''}`)
  process.exitCode = failures ? 1 : 0
}

try {
  const { values, positionals } = parseArgs({ options: { seed: { type: 'string' } }, allowPositionals: true })
  if (values.seed !== undefined && !/^\d{1,10}$/.test(values.seed)) throw new Error(`--seed ${values.seed} is not a number`)
  main({ seed: values.seed, names: positionals })
} catch (error) {
  console.error(`${error instanceof Error ? error.message : String(error)}\n${usage}`)
  process.exitCode = 2
}
