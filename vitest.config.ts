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

export default defineConfig({
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/fixtures/**'],
    globalSetup: 'test/support/unit-run.ts',
    // better-sqlite3 is native and worker threads are real: each test file gets a process of its own. Files that shared one had each other's stand-ins for a browser.
    pool: 'forks',
    // One more than cores: some files wait for clocks and disks.
    maxWorkers: availableParallelism() + 1,
    testTimeout: 20_000,
    hookTimeout: 90_000,
    reporters: ['default', ['json', { outputFile: process.env.LANTAI_CHAOS === 'long' ? 'test-results/chaos.json' : 'test-results/unit.json' }], skipReasons],
  },
})
