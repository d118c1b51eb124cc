import { fork, type ChildProcess } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, platform, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Row } from '../test/bench/harness.ts'

const names = ['durable-command', 'stock-life', 'stock-list', 'days', 'planning', 'query', 'socket', 'news', 'board', 'import', 'bom', 'section', 'report', 'login', 'large', 'audit', 'fulfilment', 'fulfilment-past', 'backup'] as const
const patience = 1_800_000
const page = 'docs/bench.md'
const remarksHeading = '### Remarks'

interface Measured { readonly name: string; readonly about: string; readonly rows: readonly Row[]; readonly fault?: string }

await main(process.argv.slice(2))

/** `npm run bench` measures everything, `npm run bench -- query` one; `--write` keeps what was measured in docs/bench.md. */
async function main(given: readonly string[]): Promise<void> {
  const asked = given.filter(word => !word.startsWith('--'))
  const unknown = asked.find(name => !names.some(known => known === name))
  if (unknown !== undefined) {
    console.error(`There is no bench “${unknown}”. There are: ${names.join(', ')}.`)
    process.exitCode = 2
    return
  }
  const measured: Measured[] = []
  for (const name of names.filter(known => asked.length === 0 || asked.includes(known))) {
    console.error(`${name} …`)
    measured.push(await measure(name))
  }
  console.log(`\n${machine()}\n\n${table(measured)}`)
  for (const { name, fault } of measured) if (fault !== undefined) console.log(`\n${name} failed: ${fault}`)
  if (given.includes('--write')) write(measured)
  if (measured.some(({ fault }) => fault !== undefined)) process.exitCode = 1
}

/** In a process and a folder of its own: whatever it leaves behind when it fails goes with the folder. */
async function measure(name: string): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'lantai-bench-'))
  try {
    const { about, rows } = await run(name, folder)
    return { name, about, rows }
  } catch (error) {
    return { name, about: '', rows: [], fault: error instanceof Error ? error.message : String(error) }
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  }
}

function run(name: string, folder: string): Promise<Pick<Measured, 'about' | 'rows'>> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = fork('test/bench/run.ts', [name], { env: { ...process.env, TMPDIR: folder, TEMP: folder }, stdio: ['ignore', 'inherit', 'pipe', 'ipc'] })
    const printed: Buffer[] = []
    let told: Pick<Measured, 'about' | 'rows'> | undefined
    const stop = () => void child.kill('SIGKILL')
    const timer = setTimeout(stop, patience)
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop)
    child.stderr?.on('data', (chunk: Buffer) => printed.push(chunk))
    child.on('message', message => (told = message as typeof told))
    child.once('close', (code, signal) => {
      clearTimeout(timer)
      for (const name of ['SIGINT', 'SIGTERM'] as const) process.off(name, stop)
      if (told && code === 0) resolve(told)
      else reject(new Error(`ended with ${signal ?? code}\n${Buffer.concat(printed).toString().slice(-2000)}`))
    })
  })
}

function machine(): string {
  const { length } = cpus()
  return `${length} ${length === 1 ? 'core' : 'cores'}, ${platform()}, Node ${process.versions.node}`
}

function table(measured: readonly Measured[]): string {
  const head = ['', 'floor', 'ours', 'figure', 'goal', '']
  const verdict = ({ isMet }: Row) => (isMet === null ? '' : isMet ? 'met' : 'missed')
  const lines = measured.flatMap(({ rows }) => rows.map(row => [row.what, row.floor, row.ours, row.figure, row.goal, verdict(row)]))
  const widths = head.map((title, at) => Math.max(3, title.length, ...lines.map(line => line[at]!.length)))
  const written = (cells: readonly string[]) => `| ${cells.map((cell, at) => cell.padEnd(widths[at]!)).join(' | ')} |`
  return [written(head), written(widths.map(width => '-'.repeat(width))), ...lines.map(written)].join('\n')
}

/** Puts what was measured into its sections of the page; those of other benches, and remarks, stay as they are. */
function write(measured: readonly Measured[]): void {
  const [head = '', ...sections] = readFileSync(page, 'utf8').split(/^(?=## )/m)
  const known = new Map(sections.map(section => [/^## (.*)/.exec(section)?.[1] ?? '', section.trimEnd()]))
  for (const one of measured.filter(({ fault }) => fault === undefined)) known.set(one.name, sectionOf(one, known.get(one.name)))
  const inOrder = [...new Set<string>([...names, ...known.keys()])].map(name => known.get(name)).filter(section => section !== undefined)
  writeFileSync(page, `${[head.trimEnd(), ...inOrder].join('\n\n')}\n`)
}

function sectionOf(one: Measured, before = ''): string {
  const remarks = before.includes(remarksHeading) ? `\n\n${before.slice(before.indexOf(remarksHeading))}` : ''
  return `## ${one.name}\n\n${one.about}\n\nMeasured ${new Date().toISOString().slice(0, 10)} on ${machine()}.\n\n${table([one])}${remarks}`
}
