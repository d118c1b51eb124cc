import { wallClock } from '../../shared/core/dates.ts'
import type { Downtime, SectionDowntime } from '../../shared/downtime/contract.ts'

/** What can be stopped: a machine, a line, or without either the whole section. */
export interface Subject { readonly key: string; readonly name: string; readonly code: string | null; readonly machineId: string | null; readonly productionLineId: string | null }

export function subjectsOf({ machines, lines }: Pick<SectionDowntime, 'machines' | 'lines'>): { readonly machines: readonly Subject[]; readonly lines: readonly Subject[] } {
  return {
    machines: machines.map(({ id, code, name }) => ({ key: id, code, name, machineId: id, productionLineId: null })),
    lines: lines.map(({ id, code, name }) => ({ key: id, code, name, machineId: null, productionLineId: id })),
  }
}

export function isOf({ machineId, productionLineId }: Pick<Subject, 'machineId' | 'productionLineId'>, record: Downtime): boolean {
  return record.machineId === machineId && record.productionLineId === productionLineId
}

/** A record as its form enters it again: the same moments, on the factory's clock. */
export function entryOf({ machineId, productionLineId, workOrderId, downtimeReasonId, startedAt, endedAt, notes }: Downtime, timeZone: string) {
  const [start, end] = [wallClock(startedAt, timeZone), endedAt === null ? null : wallClock(endedAt, timeZone)]
  return { machineId, productionLineId, workOrderId, downtimeReasonId, startDay: start.day, startTime: start.time, endDay: end?.day ?? null, endTime: end?.time ?? null, notes }
}
