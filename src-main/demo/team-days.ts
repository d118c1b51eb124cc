import { addDays, type BusinessDay } from '../../shared/core/dates.ts'
import type { Call } from './call.ts'

interface Story { readonly system: Call; readonly people: Readonly<Record<string, Call>>; readonly clock: { day(): BusinessDay } }
/** A team with what it is to reach in percent, the standard minutes of what it sews, and how many it has. */
interface Team { readonly by: string; readonly line: string; readonly target: number; readonly minutes: string; readonly workers: string; readonly drift: number }

const teams: readonly Team[] = [
  { by: 'jahit', line: 'SEW-01', target: 80, minutes: '5.2', workers: '32', drift: 1.2 }, { by: 'jahit', line: 'SEW-02', target: 75, minutes: '6.85', workers: '30.5', drift: 0.2 }, { by: 'jahit', line: 'SEW-03', target: 75, minutes: '5.9', workers: '28', drift: -1.4 },
  { by: 'potong', line: 'CUT-01', target: 82, minutes: '1.35', workers: '12', drift: 0.3 }, { by: 'finishing', line: 'FIN-01', target: 85, minutes: '2.4', workers: '18', drift: 0.6 },
]
/** By how many points each day lies beside the team's trend, by turns. */
const swings = [2.4, -3.1, 0.8, 4.2, -1.7, -5.3, 3.6, 1.1, -2.2, 0.4, 5.1] as const
const weeksTold = 8
/** The line that began to count its pieces, so many days ago. */
const counting = { line: 'SEW-01', daysAgo: 6 } as const

/** Eight weeks of some teams: one that gets better, one that does not, one that loses ground. */
export async function tellTeamDays({ system, people, clock }: Story): Promise<void> {
  const lines = new Map((await system('masters', 'listProductionLines', { pageSize: 200 })).rows.map(({ code, id }) => [code, id]))
  for (const [place, { by, line, target, minutes, workers, drift }] of teams.entries()) {
    for (let daysAgo = weeksTold * 7; daysAgo > 0; daysAgo -= 1) {
      const day = addDays(clock.day(), -daysAgo)
      if (new Date(`${day}T00:00:00Z`).getUTCDay() === 0) continue
      const turn = daysAgo + place * 3
      const weeks = (weeksTold * 7 - daysAgo) / 7
      const isStyleChange = turn % 13 === 0
      const actual = target - 3 + drift * weeks + (swings[turn % swings.length] ?? 0) - (isStyleChange ? 12 : 0)
      const overtime = turn % 5 === 0 ? 1200 : 0
      const pieces = Math.round(((Number(workers) * 7 * 60 + overtime) * actual) / 100 / Number(minutes))
      const isCounted = line === counting.line && daysAgo <= counting.daysAgo
      await people[by]!('sectionDay', 'enterTeamDay', {
        productionLineId: lines.get(line)!, day, targetEfficiency: String(target), ...(!isCounted && { actualEfficiency: actual.toFixed(2) }), standardMinutes: minutes, workers, shiftHours: '7', overtimeMinutes: String(overtime),
        ...(isCounted ? { outputQuantity: String(pieces), loadedQuantity: String(pieces + ((turn % 4) - 1) * 30) } : { workInProgress: String(400 + (turn % 9) * 55) }), incentive: '0', idleMinutes: isStyleChange ? '45' : '0', idleWorkers: isStyleChange ? '12' : '0', styleChanges: isStyleChange ? 1 : 0, notes: isStyleChange ? 'Ganti model' : '',
      })
    }
  }
}
