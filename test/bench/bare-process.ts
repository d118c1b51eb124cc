import { WebSocketServer, type WebSocket } from 'ws'
import { serveTasks, sharedNow, until } from './child.ts'

/** The floor of everything that goes over a socket: `ws` and nothing else. A first frame `listen` makes a listener; anything else is sent back. */
const server = new WebSocketServer({ port: 0, host: '127.0.0.1', perMessageDeflate: false })
const listeners = new Set<WebSocket>()
server.on('connection', socket => {
  socket.on('message', (data: Buffer) => {
    if (data.toString() === 'listen') listeners.add(socket)
    else socket.send(data.toString())
  })
})
await new Promise(resolve => server.once('listening', resolve))

const tasks = {
  url: () => `ws://127.0.0.1:${(server.address() as { port: number }).port}`,
  listeners: () => listeners.size,
  /** Sends the texts to every listener, one write each, so many milliseconds apart; when each was begun. */
  async spread({ texts, every }: { texts: readonly string[]; every: number }) {
    const begun: number[] = []
    const start = sharedNow()
    for (const [at, text] of texts.entries()) {
      if (every > 0) await until(start + at * every)
      begun.push(sharedNow())
      for (const listener of listeners) listener.send(text)
    }
    return begun
  },
}
export type BareTasks = typeof tasks
serveTasks(tasks)
