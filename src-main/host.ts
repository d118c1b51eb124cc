import { homedir } from 'node:os'
import { extname, join, resolve } from 'node:path'
import { announcement, failureText, startServerThread, type ServerOptions } from './core/server-thread.ts'
import { restoreByHand } from './restore-by-hand.ts'
import { loopback, readStartOptions, usage, usualPort } from './core/start-options.ts'

/** Source and build lie equally deep, so both find what lies beside them. */
const server = new URL(`./server${extname(import.meta.url)}`, import.meta.url)

async function readOptions(): Promise<ServerOptions> {
  const { dataFolder: named, port, bind, isDemo, seed, wantsHelp, restore, isSure } = readStartOptions(process.argv.slice(2))
  const dataFolder = resolve(named ?? join(homedir(), '.local', 'share', 'lantai'))
  if (wantsHelp) {
    process.stdout.write(`Usage: npm run host -- [options]\n${usage}\n`)
    process.exit(0)
  }
  if (restore !== undefined) process.exit(await restoreByHand({ dataFolder, file: restore, isSure }))
  return { dataFolder, port: port ?? usualPort, bind: bind ?? loopback, isDemo, seed }
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
  await run(await readOptions())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n${usage}\n`)
  process.exit(1)
}
