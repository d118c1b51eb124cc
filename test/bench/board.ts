import type { BoardTasks, Acknowledged } from './board-process.ts'
import { openDesk } from './browser.ts'
import { paced, sharedNow, startChild } from './child.ts'
import { milliseconds, plainRow, type Bench } from './harness.ts'
import type { HostTasks } from './host-process.ts'

const desks = 200
const perSecondDone = 20

export const bench: Bench = {
  name: 'board',
  about: `${desks} desks have the board of one section open (80 cards), with the screens' own client: news gathered for 250–500 ms, answers kept by their tag.
Another desk starts and withdraws cards, ${perSecondDone} a second for 20 s. Measured from the acknowledgement of a change to the moment a desk has the decoded
board that shows it; and how long the host's thread was busy without a break meanwhile.`,
  async run(size) {
    const host = startChild<HostTasks>('host-process.ts')
    const deskProcesses = [startChild<BoardTasks>('board-process.ts'), startChild<BoardTasks>('board-process.ts')]
    try {
      const count = size(desks, 4)
      const url = await host.ask('url')
      const [ticket] = await host.ask('signIn', { role: 'Admin', count: 1 })
      const admin = await openDesk(url, ticket!)
      const { board, cards } = await fillBoard(admin.api, size(80, 4))
      for (const process of deskProcesses) {
        await process.ask('openBoards', { url, board, tickets: await host.ask('signIn', { role: 'Warehouse Admin', count: count / deskProcesses.length }) })
      }
      await host.ask('watch')
      const changes: Acknowledged[] = []
      let next = 0
      await paced(size(perSecondDone * 20, 10), 1000 / perSecondDone, async () => {
        const at = next
        next = (next + 1) % cards.length
        const { id, version, status } = cards[at]!
        const changed = await (status === 'APPROVED' ? admin.api.kanban.startCard({ id, version }) : admin.api.kanban.withdrawStart({ id, version }))
        cards[at] = changed
        changes.push({ id, version: changed.version, at: sharedNow() })
      })
      const refreshed = await Promise.all(deskProcesses.map(process => process.ask('refreshed', changes)))
      const gaps = await host.ask('gaps')
      const worst = (pick: (one: (typeof refreshed)[number]) => number) => Math.max(...refreshed.map(pick))
      admin.transport.disconnect()
      return [
        plainRow(`board on ${count} desks, ${perSecondDone} changes/s: refreshed, p95`, worst(({ p95 }) => p95), milliseconds, { atMost: 1000 }),
        plainRow('  p50', worst(({ p50 }) => p50), milliseconds),
        plainRow('  the host meanwhile, longest gap', gaps.longest, milliseconds, { atMost: 50 }),
      ]
    } finally {
      await Promise.all([...deskProcesses, host].map(process => process.stop()))
    }
  },
}

/** A section with a board of approved cards. */
async function fillBoard(api: Awaited<ReturnType<typeof openDesk>>['api'], count: number) {
  const [sewing, stores] = [await api.masters.createSection({ code: 'SEW', name: 'Jahit', parentId: null }), await api.masters.createSection({ code: 'WH', name: 'Gudang', parentId: null })]
  const supply = await api.masters.createLocation({ code: 'UKUR', name: 'Gudang ukur', kind: 'INTERNAL', parentId: null, sectionId: null })
  const store = await api.masters.createLocation({ code: 'UKUR-SEW', name: 'Rak jahit', kind: 'INTERNAL', parentId: null, sectionId: sewing.id })
  await api.kanban.createBoard({
    sectionId: sewing.id, supplySectionId: stores.id, supplyLocationId: supply.id, storeLocationId: store.id, maximumPending: 1000, maximumInProgress: 1000,
  })
  const unit = await api.masters.createUnit({ code: 'ukur', name: 'Ukur', places: 2 })
  const neededBy = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
  const cards = await Promise.all(Array.from({ length: count }, async (_, at) => {
    const item = await api.masters.createItem({ code: `UKUR-${at}`, name: `Kain ${at}`, kind: 'RAW_MATERIAL', unitId: unit.id })
    const { id, version } = await api.kanban.createCard({ sectionId: sewing.id, itemId: item.id, quantity: '25', neededBy })
    return api.kanban.approveCard({ id, version })
  }))
  return { board: { sectionId: sewing.id, completedSince: new Date().toISOString().slice(0, 10) }, cards }
}
