import { defineConfig } from '@playwright/test'
import { findBrowser } from './scripts/find-browser.ts'

/** Where milliseconds count, one at a time: a scanner is told from a person by its speed, an alert has its time, and a press is caught on its way. */
const timed = ['first-job.spec.ts', 'fulfilment-scans.spec.ts', 'fulfilment-walk.spec.ts', 'material-life.spec.ts', 'notices.spec.ts', 'order-life.spec.ts', 'paper-batch.spec.ts', 'planner-board.spec.ts', 'receiving.spec.ts', 'scan.spec.ts', 'screen-manners.spec.ts', 'section-walk.spec.ts', 'stock-documents.spec.ts', 'warehouse-day.spec.ts']

export default defineConfig({
  testDir: 'test/e2e',
  globalSetup: './test/support/browser-run.ts',
  outputDir: 'test-results/e2e',
  reporter: 'list',
  forbidOnly: true,
  // One at a time unless `--project=screens` is asked for, whose tests may run beside each other.
  projects: [{ name: 'keys', testMatch: timed }, { name: 'screens', testMatch: '*.spec.ts', testIgnore: timed }],
  workers: 1,
  retries: 0,
  // Nothing is measured by these: they only end what hangs, on the slowest machine that tests may run on.
  timeout: 240_000,
  expect: { timeout: 20_000 },
  use: {
    viewport: { width: 1366, height: 768 },
    timezoneId: 'Asia/Jakarta',
    actionTimeout: 30_000,
    navigationTimeout: 60_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: findBrowser(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
