import { WebSocket } from 'ws'
import type { BareTasks } from './bare-process.ts'
import { openDesk } from './browser.ts'
import { startChild } from './child.ts'
import { alternated, microseconds, ratioRow, type Bench } from './harness.ts'
import type { HostTasks } from './host-process.ts'

const pageSize = 40

export const bench: Bench = {
  name: 'socket',
  about: `A query over the socket, asked by the screens' own client one after the other: \`masters.getUnit\`, and \`masters.listUnits\` with ${pageSize} rows, each
time another input. The floor is a bare \`ws\` server that sends a text of the same length back, which is then parsed.`,
  async run(size) {
    const [host, bare] = [startChild<HostTasks>('host-process.ts'), startChild<BareTasks>('bare-process.ts')]
    try {
      const [ticket] = await host.ask('signIn', { role: 'Admin', count: 1 })
      const { api, transport } = await openDesk(await host.ask('url'), ticket!)
      const units = await Promise.all(Array.from({ length: size(700, 60) }, (_, at) => api.masters.createUnit({ code: `ukur-${at}`, name: `Satuan ${at}`, places: 2 })))
      const cursor = ({ code, id }: { code: string; id: string }) => Buffer.from(JSON.stringify([code, id])).toString('base64url')
      let at = 0
      const any = () => units[(at += 1) % units.length]!
      const one = () => api.masters.getUnit({ id: any().id })
      const page = () => api.masters.listUnits({ pageSize, cursor: cursor(any()) })
      const echo = await openEcho(await bare.ask('url'))
      const compare = async (ours: () => Promise<unknown>) => {
        const text = JSON.stringify({ id: 1, ok: true, value: await ours() })
        return alternated(size(9, 1), size(10, 2), size(40, 3), { floor: () => echo.ask(text), ours })
      }
      const rows = [
        ratioRow('one row over the socket', await compare(one), microseconds),
        ratioRow(`${pageSize} rows over the socket`, await compare(page), microseconds),
      ]
      transport.disconnect()
      echo.close()
      return rows
    } finally {
      await Promise.all([host.stop(), bare.stop()])
    }
  },
}

async function openEcho(url: string): Promise<{ ask(text: string): Promise<unknown>; close(): void }> {
  const socket = new WebSocket(url)
  await new Promise((resolve, reject) => {
    socket.onopen = resolve
    socket.onerror = reject
  })
  return {
    ask: text => new Promise(resolve => {
      socket.onmessage = ({ data }) => resolve(JSON.parse(String(data)))
      socket.send(text)
    }),
    close: () => socket.close(),
  }
}
