import { serveTasks } from './child.ts'
import { openFloorDesk, type FloorDesk } from './fulfilment-desk.ts'
import { workThrough, type DayOfWork } from './fulfilment-floor.ts'
import type { Hand } from './fulfilment-hands.ts'

/** The desks of a warehouse in one process, with the screens' own client. */
let desks: FloorDesk[] = []

const tasks = {
  async open({ url, hands }: { url: string; hands: readonly Hand[] }) {
    desks = await Promise.all(hands.map(hand => openFloorDesk(url, hand)))
  },
  forget: () => desks.forEach(desk => desk.forget()),
  async work(day: DayOfWork) {
    const start = performance.now()
    const { spent, mishaps } = await workThrough(desks, day)
    return { took: performance.now() - start, spent, mishaps }
  },
  heard: () => desks.map(desk => ({ userId: desk.userId, ...desk.heard() })),
  boards: () => desks.filter(({ role }) => role === 'Billing').map(desk => desk.board()),
  waiting: () => desks.map(desk => desk.waiting()),
  close: () => desks.forEach(desk => desk.close()),
}
export type FloorTasks = typeof tasks
serveTasks(tasks)
