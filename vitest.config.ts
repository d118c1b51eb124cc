import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import type { Reporter, TestCase } from 'vitest/node'

/** A skipped test says why. */
const skipReasons: Reporter = {
  onTestCaseResult(test: TestCase) {
    const result = test.result()
    if (result.state === 'skipped') console.log(`Skipped: ${test.fullName}: ${result.note ?? 'no reason given'}`)
  },
}

/** Tests that stand in for a browser, for Electron or for the whole process, or that make ids of other times, from which a process runs on: each of their files has a process of its own. */
const apart = ['test/renderer/**/*.test.ts', 'test/chaos/**/*.test.ts', 'test/shell*.test.ts', 'test/entry-grid.test.ts', 'test/data-care.test.ts', 'test/core-values.test.ts']
const elsewhere = ['test/e2e/**', 'test/fixtures/**']

export default defineConfig({
  test: {
    environment: 'node',
    globalSetup: 'test/support/unit-run.ts',
    // better-sqlite3 is native and worker threads are real. The files of a process share the host's modules: reading and warming them takes longer than most files do.
    pool: 'forks',
    projects: [
      { extends: true, test: { name: 'host', include: ['test/**/*.test.ts'], exclude: [...elsewhere, ...apart], isolate: false } },
      { extends: true, test: { name: 'apart', include: apart, exclude: elsewhere } },
    ],
    // One more than cores: some files wait for clocks and disks.
    maxWorkers: availableParallelism() + 1,
    // Nothing is measured by these: they only end what hangs, on the slowest machine that tests may run on.
    testTimeout: 90_000,
    hookTimeout: 240_000,
    reporters: ['default', ['json', { outputFile: process.env.LANTAI_CHAOS === 'long' ? 'test-results/chaos.json' : 'test-results/unit.json' }], skipReasons],
  },
})
