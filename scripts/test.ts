import { spawn } from 'node:child_process'
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { findOrInstallBrowser } from './find-browser.ts'
import { readBrowserReport, readUnitReport, type Outcome } from './test-reports.ts'

/** `needs` names a step that runs too when only this one is asked for. */
interface Step {
  readonly name: string
  readonly needs?: string
  run(show: Show): Promise<Outcome>
}
/** Alone, a tool shows its output as it comes; of two at a time, each shows its own when it is done. */
type Show = 'live' | 'after'

/** In order; the steps of one stage run two at a time. What browser tests that measure time leave of the machine, the checks of the text use. */
const stages: readonly (readonly Step[])[] = [
  [
    { name: 'build', run: check('vite/bin/vite.js', 'build', '--app', '--logLevel', 'warn') },
    {
      name: 'walls',
      run: check('dependency-cruiser/bin/dependency-cruise.mjs', '--config', '.dependency-cruiser.cjs', 'src-main', 'src-renderer', 'shared'),
    },
  ],
  [{ name: 'unit', run: unitTests }],
  [
    { name: 'keys', needs: 'build', run: browserTests('keys', 1) },
    // By the newest compiler, which is several times as fast; lint still needs the one before it. A second checker would take twice the memory and save nothing here.
    { name: 'types', run: check('typescript-7/bin/tsc', '-p', '.', '--checkers', '1') },
    { name: 'lint', run: check('eslint/bin/eslint.js', '.', '--max-warnings', '0') },
  ],
  [{ name: 'screens', needs: 'build', run: browserTests('screens', 2) }],
]
const lanes = 2
/** Hundreds of hosts are started from source: what Node made of it once, it need not make again. */
const compileCache = resolve('node_modules/.cache/node')
const failedSteps = new Set<string>()

await main(process.argv.slice(2))

/** `npm test` runs every step, `npm test -- unit` only those named. The last line printed is the result. */
async function main(asked: readonly string[]): Promise<void> {
  const steps = stages.flat()
  const unknown = asked.find(name => !steps.some(step => step.name === name))
  if (unknown) {
    console.error(`There is no step “${unknown}”. There are: ${steps.map(step => step.name).join(', ')}.`)
    process.exitCode = 2
    return
  }
  const needed = steps.filter(step => asked.includes(step.name)).map(step => step.needs)
  const isWanted = ({ name }: Step) => asked.length === 0 || asked.includes(name) || needed.includes(name)

  mkdirSync('test-results', { recursive: true })
  const outcomes: Outcome[] = []
  for (const stage of stages) outcomes.push(...(await runStage(stage.filter(isWanted))))

  const [passed, failed, skipped] = (['passed', 'failed', 'skipped'] as const).map(kind => outcomes.reduce((sum, outcome) => sum + outcome[kind], 0))
  console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
  process.exitCode = failed ? 1 : 0
}

async function runStage(stage: readonly Step[]): Promise<Outcome[]> {
  const waiting = [...stage]
  const outcomes: Outcome[] = []
  const lane = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) outcomes.push(await runStep(step, stage.length === 1 ? 'live' : 'after'))
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return outcomes
}

async function runStep(step: Step, show: Show): Promise<Outcome> {
  const started = performance.now()
  const outcome = await step.run(show)
  if (outcome.failed > 0) failedSteps.add(step.name)
  const mark = outcome.failed > 0 ? '✗' : outcome.passed > 0 ? '✓' : '–'
  console.log(`${mark} ${step.name}, ${((performance.now() - started) / 1000).toFixed(1)} s`)
  return outcome
}

/** A tool that counts as one. It may need more memory than Node gives by itself: lint knows the types of all files at once. */
function check(...command: readonly string[]): Step['run'] {
  return async show => {
    const succeeded = await runTool(command, show, { NODE_OPTIONS: '--max-old-space-size=8192' })
    return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, skipped: 0 }
  }
}

async function unitTests(show: Show): Promise<Outcome> {
  const succeeded = await runTool(['vitest/vitest.mjs', 'run'], show)
  return settled(succeeded, readUnitReport('test-results/unit.json'))
}

/** One project of playwright.config.ts; a test that fails has a second try, and is named if it needed it. Without a browser, or a build to look at, its tests are only counted. */
function browserTests(project: string, workers: number): Step['run'] {
  return async show => {
    const browser = findOrInstallBrowser()
    const obstacle = failedSteps.has('build') ? 'the build failed' : browser.reason
    const report = `test-results/${project}.json`
    const command = ['@playwright/test/cli.js', 'test', '--pass-with-no-tests', '--reporter=list,json', '--retries=1', `--project=${project}`, `--workers=${workers}`]
    const succeeded = await runTool(obstacle ? [...command, '--list'] : command, show, {
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      ...(browser.path && { LANTAI_BROWSER: browser.path }),
    })
    const { outcome, skips, unsteady, listed } = readBrowserReport(report)
    if (obstacle) console.log(`Browser tests skipped: ${obstacle}.`)
    for (const skip of skips) console.log(`Skipped: ${skip}`)
    for (const title of unsteady) console.log(`Passed at the second try only: ${title}`)
    return settled(succeeded, obstacle ? { passed: 0, failed: 0, skipped: listed } : outcome)
  }
}

/** A tool can fail with no test to blame, as when a test file does not load: that is one failure. */
function settled(succeeded: boolean, outcome: Outcome): Outcome {
  return succeeded || outcome.failed > 0 ? outcome : { ...outcome, failed: 1 }
}

function runTool([script, ...parameters]: readonly string[], show: Show, env: NodeJS.ProcessEnv = {}): Promise<boolean> {
  return new Promise(resolve => {
    const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}
    const child = spawn(process.execPath, [`node_modules/${script}`, ...parameters], {
      stdio: show === 'live' ? 'inherit' : ['ignore', 'pipe', 'pipe'],
      env: { NODE_COMPILE_CACHE: compileCache, ...process.env, ...colour, ...env },
    })
    const output: Buffer[] = []
    child.stdout?.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr?.on('data', (chunk: Buffer) => output.push(chunk))
    child.once('close', code => {
      process.stdout.write(Buffer.concat(output))
      resolve(code === 0)
    })
  })
}
