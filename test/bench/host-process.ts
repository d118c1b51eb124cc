import { contract } from '../../shared/contract.ts'
import { startLan } from '../../src-main/lan/http.ts'
import { serveTasks, sharedNow } from './child.ts'
import { openFactory } from './factory.ts'
import { watchGaps } from './gauge.ts'

/** A host with its network in a process of its own: database, commands and sockets in one thread, as in the product. */
const factory = await openFactory(process.env.LANTAI_BENCH_FOLDER)
const { host } = factory
const lan = await startLan({
  bind: '127.0.0.1', port: 0, dataFolder: factory.folder, version: 'bench', contract, log: { error: console.error, info: () => {} }, rendererFolder: undefined,
  dispatch: host.dispatch, sessions: host.sessions, online: host.online, warn: host.warn, keyCallsPerMinute: host.keyCallsPerMinute, events: host.events, files: host.files,
  epoch: () => host.site()?.epoch ?? '', siteName: () => host.site()?.name, condition: host.condition,
})

/** When each change was announced, right after its commit. */
let announced: [id: string, at: number][] = []
host.events.subscribe(changes => {
  const at = sharedNow()
  for (const { id } of changes) announced.push([id, at])
})
let stopWatching = watchGaps()

const tasks = {
  url: () => lan.url,
  signIn: async ({ role, count }: { role: string; count: number }) => (await factory.signIn(role, count)).map(({ token, session: { deskId, userId, permissions } }) => ({ token, deskId, userId, permissions: [...permissions] })),
  system: ({ name, input }: { name: string; input: unknown }) => host.system(name, input),
  takeAnnounced() {
    const taken = announced
    announced = []
    return taken
  },
  watch: () => void (stopWatching = watchGaps()),
  gaps: () => stopWatching(),
}
export type HostTasks = typeof tasks
serveTasks(tasks, async () => {
  await lan.close()
  await factory.close()
})
