import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import type { Call } from './call.ts'

type Ids = Readonly<Record<string, string>>
interface Story { readonly system: Call; readonly people: Readonly<Record<string, Call>>; readonly clock: { day(): BusinessDay }; readonly sectionIds: Ids; readonly itemIds: Ids }
interface Crew { readonly by: string; readonly section: string; readonly item: string; readonly target: number; readonly minutes: string }

/** Who enters a section's day, what its workers make, what each is to make in a shift, and the standard minutes one takes there. */
const crews: readonly Crew[] = [
  { by: 'potong', section: 'CUT', item: 'BJ-BRG-30', target: 480, minutes: '0.8' }, { by: 'jahit', section: 'SEW', item: 'BJ-HRM-30', target: 85, minutes: '4.6' }, { by: 'finishing', section: 'FIN', item: 'BJ-HRM-30', target: 235, minutes: '1.65' },
]
/** What each made of it in percent, by turns. */
const shares = [104, 97, 112, 100, 88, 101, 106, 93, 118, 99, 100] as const
const daysTold = 5
/** How many days ago the day was that was locked, and for which something came late. */
const lockedAgo = 3

/** The last days of some sections: who was there, what each made, a day that was locked, and what came for it afterwards. */
export async function tellSectionDays({ system, people, clock, sectionIds, itemIds }: Story): Promise<void> {
  const workers = (await system('masters', 'listWorkers', { pageSize: 200 })).rows
  for (const crew of crews) {
    const { by, section, item, target, minutes } = crew
    const sectionId = sectionIds[section]!
    const workerIds = workers.filter(worker => worker.sectionId === sectionId).map(({ id }) => id)
    await system('masters', 'createTargetRule', { sectionId, productionLineId: null, itemId: itemIds[item]!, targetQuantity: String(target), targetEfficiency: null, shiftHours: '7', standardMinutes: minutes, startDay: addDays(clock.day(), -60), endDay: null })
    for (let daysAgo = daysTold; daysAgo > 0; daysAgo -= 1) await tellDay(people[by]!, crew, { sectionId, itemId: itemIds[item]!, workerIds, day: addDays(clock.day(), -daysAgo), turn: daysAgo })
  }
  for (const { by, section, item } of crews.slice(0, 2)) {
    const on = { sectionId: sectionIds[section]!, day: addDays(clock.day(), -lockedAgo) }
    const { entries } = await people[by]!('sectionDay', 'getWorkerDay', on)
    await people.manajer!('sectionDay', 'lockDay', on)
    const { id, version } = entries[0]!
    await people[by]!('sectionDay', 'keepLateEntry', {
      call: 'sectionDay.saveWorkerEntries', reason: 'Lembar kertas lini baru ditemukan',
      input: { ...on, rows: [{ kind: 'change', id, version, itemId: itemIds[item]!, actualQuantity: '91' }] },
    })
  }
}

interface Day { readonly sectionId: string; readonly itemId: string; readonly workerIds: readonly string[]; readonly day: BusinessDay; readonly turn: number }

/** In a crew of several, one was not there now and then. */
async function tellDay(call: Call, { target }: Crew, { sectionId, itemId, workerIds, day, turn }: Day): Promise<void> {
  const absent = workerIds.length > 2 && turn % 2 === 0 ? workerIds[turn % workerIds.length] : undefined
  const lines = workerIds.map(workerId => (workerId === absent ? { workerId, status: 'ABSENT' as const, notes: 'Sakit' } : { workerId, status: 'PRESENT' as const }))
  await call('sectionDay', 'saveAttendance', { sectionId, day, lines })
  const present = workerIds.filter(workerId => workerId !== absent)
  await call('sectionDay', 'saveWorkerEntries', {
    sectionId, day, rows: present.map((workerId, at) => ({ kind: 'enter' as const, workerId, itemId, actualQuantity: String(Math.round((target * shares[(at * 3 + turn) % shares.length]!) / 100)) })),
  })
}
