import { homedir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { announcement, failureText, startServerThread, type ServerOptions } from './core/server-thread.ts'
import { loopback, readStartOptions, usage, usualPort } from './core/start-options.ts'

/** Source and build lie equally deep, so both find what lies beside them. */
const server = new URL(`./server${extname(import.meta.url)}`, import.meta.url)

function readOptions(): ServerOptions {
  const { dataFolder, port, bind, isDemo, wantsHelp } = readStartOptions(process.argv.slice(2))
  if (wantsHelp) {
    process.stdout.write(`Usage: npm run host -- [options]\n${usage}\n`)
    process.exit(0)
  }
  return { dataFolder: resolve(dataFolder ?? join(homedir(), '.local', 'share', 'lantai')), port: port ?? usualPort, bind: bind ?? loopback, isDemo }
}

async function run(options: ServerOptions): Promise<never> {
  const host = startServerThread(server, options)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void host.stop())
  host.ready.then(ready => process.stdout.write(announcement(ready)), () => {})
  const failure = await host.ended
  if (failure) process.stderr.write(failureText(failure))
  process.exit(failure ? 1 : (process.exitCode ?? 0))
}

try {
  await run(readOptions())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
  process.exit(1)
}
