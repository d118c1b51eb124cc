import { homedir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Worker } from 'node:worker_threads'
import type { ServerMessage, ServerOptions } from './server.ts'

const usage = `Usage: npm run host -- --data DIR [--port N] [--bind ADDRESS] [--demo]
  --data DIR       folder of the database and all that belongs to it
  --port N         port to serve on (4310; 0 takes any free one)
  --bind ADDRESS   address to serve on (127.0.0.1); any other than loopback is served by HTTPS
  --demo           fills a new folder with the demo factory`

function readOptions(): ServerOptions {
  const { values } = parseArgs({
    options: { data: { type: 'string' }, port: { type: 'string' }, bind: { type: 'string' }, demo: { type: 'boolean' }, help: { type: 'boolean' } },
  })
  if (values.help) {
    process.stdout.write(`${usage}\n`)
    process.exit(0)
  }
  const port = Number(values.port ?? 4310)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`--port ${values.port} is not a port: give a number from 0 to 65535`)
  return {
    dataFolder: resolve(values.data ?? join(homedir(), '.local', 'share', 'lantai')), port, bind: values.bind ?? '127.0.0.1', isDemo: values.demo ?? false,
  }
}

function run(options: ServerOptions): void {
  const server = new Worker(new URL(`./server${extname(import.meta.url)}`, import.meta.url), { workerData: options })
  server.on('message', (message: ServerMessage) => {
    if (message.kind === 'ready') return announce(message)
    if (message.kind === 'stopped') process.exit(process.exitCode ?? 0)
    process.stderr.write(message.name === 'FolderInUseError' ? `${message.message}\n` : `The host could not start: ${message.message}\n`)
    process.exit(1)
  })
  server.on('error', error => {
    process.stderr.write(`The host stopped: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exit(1)
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => server.postMessage('stop'))
}

function announce({ url, demoLogins }: Extract<ServerMessage, { kind: 'ready' }>): void {
  process.stdout.write(`Lantai host ready at ${url}\n`)
  if (demoLogins.length === 0) return
  const widest = Math.max(...demoLogins.map(({ username }) => username.length))
  process.stdout.write('Demo factory logins:\n')
  for (const { username, password, role } of demoLogins) process.stdout.write(`  ${username.padEnd(widest)}  ${password}  ${role}\n`)
}

try {
  run(readOptions())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
  process.exit(1)
}
