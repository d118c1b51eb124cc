import { newId } from '../../shared/core/ids.ts'
import { eventsText } from '../../src-main/lan/desk-frames.ts'
import type { BareTasks } from './bare-process.ts'
import { openDesk } from './browser.ts'
import { paced, startChild, type Child } from './child.ts'
import type { DeskTasks, Heard } from './desk-process.ts'
import type { HostTasks } from './host-process.ts'
import { milliseconds, perSecond, plainRow, ratioRow, rounds, type Bench } from './harness.ts'

const desks = 200
const perSecondTold = 100

export const bench: Bench = {
  name: 'news',
  about: `${desks} desks with the screens' own client in one process, the host in another; a further desk sends commands, each a change that all may see.
Measured from the commit to the moment a desk's client has the parsed news. The floor is a bare \`ws\` server that writes a text of the same bytes to
${desks} bare sockets. Steady: ${perSecondTold} commands a second. Burst: as many as fit at once; the floor writes every one by itself.`,
  async run(size) {
    const [host, bare, deskProcess] = [startChild<HostTasks>('host-process.ts'), startChild<BareTasks>('bare-process.ts'), startChild<DeskTasks>('desk-process.ts')]
    const listenerProcess = startChild<DeskTasks>('desk-process.ts')
    try {
      const count = size(desks, 5)
      const url = await host.ask('url')
      await deskProcess.ask('openDesks', { url, tickets: await host.ask('signIn', { role: 'Warehouse Admin', count }) })
      await listenerProcess.ask('openListeners', { url: await bare.ask('url'), count })
      const [ticket] = await host.ask('signIn', { role: 'Admin', count: 1 })
      const { api, transport } = await openDesk(url, ticket!)
      let units = 0
      const change = () => api.masters.createUnit({ code: `unit-${(units += 1)}`, name: 'Satuan', places: 0 })

      const ours = async (news: number, every: number) => {
        await host.ask('takeAnnounced')
        await deskProcess.ask('forget')
        await paced(news, every, change)
        return outcome(deskProcess, count, (await host.ask('takeAnnounced')).map(([, at]) => at))
      }
      const floor = async (news: number, every: number) => {
        await listenerProcess.ask('forget')
        const texts = Array.from({ length: news }, (_, at) => eventsText([{ entity: 'unit', id: newId(), scope: {} }], 1000 + at))
        return outcome(listenerProcess, count, await bare.ask('spread', { texts, every }))
      }
      const both = (news: number, every: number) => async () => ({ floor: await floor(news, every), ours: await ours(news, every) })
      await both(size(200, 5), 1000 / perSecondTold)()
      await host.ask('watch')
      const steady = await rounds(size(7, 1), both(size(300, 10), 1000 / perSecondTold))
      const gaps = await host.ask('gaps')
      const burst = await rounds(size(7, 1), both(size(180, 10), 0))
      transport.disconnect()
      const pairs = (rows: typeof steady, pick: (outcome: Outcome) => number) => rows.map(row => ({ floor: pick(row.floor), ours: pick(row.ours) }))
      return [
        ratioRow(`news on ${count} desks at ${perSecondTold}/s, p99`, pairs(steady, ({ p99 }) => p99), milliseconds, { atMost: 1.5 }),
        ratioRow(`news on ${count} desks at ${perSecondTold}/s, p50`, pairs(steady, ({ p50 }) => p50), milliseconds),
        plainRow('  the host meanwhile: longest gap', gaps.longest, milliseconds),
        ratioRow('a burst, deliveries', pairs(burst, ({ deliveries }) => deliveries), perSecond, { atLeast: 2.5 }),
      ]
    } finally {
      await Promise.all([deskProcess.stop(), listenerProcess.stop(), host.stop(), bare.stop()])
    }
  },
}

interface Outcome extends Heard { readonly deliveries: number }

async function outcome(process: Child<DeskTasks>, count: number, told: readonly number[]): Promise<Outcome> {
  const heard = await process.ask('heard', { desks: count, told })
  return { ...heard, deliveries: (told.length * count * 1000) / (heard.last - told[0]!) }
}
