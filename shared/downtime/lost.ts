import type { Downtime, SectionDowntime } from './contract.ts'
import { lostMinutes, type Stop } from './rules.ts'

export interface Lost { readonly lost: number; readonly planned: number }

/** What a section's day says of its lost time. */
export interface LostFacts extends Pick<SectionDowntime, 'shiftMinutes' | 'hours'> {
  readonly machines: readonly unknown[]
  readonly lines: readonly unknown[]
  readonly records: readonly Stood[]
}
export type Stood = Pick<Downtime, 'machineId' | 'productionLineId' | 'isPlanned' | 'startedAt' | 'endedAt'>

/** How much of its working time a section lost on a day, up to `now`, and how much of that was planned; never more than is worked. */
export function lostOf({ shiftMinutes, hours, machines, lines, records }: LostFacts, now: string): Lost {
  const stops = records.map(stopOf)
  const equipment = { machines: machines.length, lines: lines.length }
  const within = (its: readonly Stop[]) => Math.min(shiftMinutes, lostMinutes(its, hours, equipment, now))
  return { lost: within(stops), planned: within(stops.filter(({ isPlanned }) => isPlanned)) }
}

function stopOf({ machineId, productionLineId, isPlanned, startedAt, endedAt }: Stood): Stop {
  return { machineId, productionLineId, isPlanned, from: startedAt, to: endedAt }
}
