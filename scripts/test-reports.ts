import { existsSync, readFileSync, rmSync } from 'node:fs'

export interface Outcome {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}
/** `skips` are the skipped tests, each with its reason; `unsteady` those that passed at a second try; `listed` is how many tests there are, run or not. */
export interface BrowserReport {
  readonly outcome: Outcome
  readonly skips: readonly string[]
  readonly unsteady: readonly string[]
  readonly listed: number
}

/** What vitest's json reporter writes, as far as it is read here. */
interface Vitest {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
}

/** What Playwright's json reporter writes, as far as it is read here. */
interface Playwright {
  suites: Suite[]
  stats: { expected: number; unexpected: number; flaky: number; skipped: number }
}
interface Suite {
  suites?: Suite[]
  specs: Spec[]
}
interface Spec {
  title: string
  tests: { status: 'expected' | 'unexpected' | 'flaky' | 'skipped'; annotations: { type: string; description?: string }[] }[]
}

export function readUnitReport(path: string): Outcome {
  const report = take<Vitest>(path)
  if (!report) return { passed: 0, failed: 0, skipped: 0 }
  return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests + report.numTodoTests }
}

export function readBrowserReport(path: string): BrowserReport {
  const report = take<Playwright>(path)
  if (!report) return { outcome: { passed: 0, failed: 0, skipped: 0 }, skips: [], unsteady: [], listed: 0 }
  const specs = report.suites.flatMap(specsWithin)
  const { expected, unexpected, flaky, skipped } = report.stats
  const unsteady = specs.filter(({ tests }) => tests.some(({ status }) => status === 'flaky')).map(({ title }) => title)
  return { outcome: { passed: expected + flaky, failed: unexpected, skipped }, skips: specs.flatMap(reasons), unsteady, listed: specs.length }
}

function specsWithin(suite: Suite): Spec[] {
  return [...suite.specs, ...(suite.suites ?? []).flatMap(specsWithin)]
}

function reasons({ title, tests }: Spec): string[] {
  return tests.flatMap(test =>
    test.annotations.filter(({ type }) => type === 'skip').map(({ description }) => `${title}: ${description ?? 'no reason given'}`),
  )
}

/** Reads a report once, so that the next run cannot take it for its own. */
function take<Report>(path: string): Report | undefined {
  if (!existsSync(path)) return undefined
  const report = JSON.parse(readFileSync(path, 'utf8')) as Report
  rmSync(path)
  return report
}
