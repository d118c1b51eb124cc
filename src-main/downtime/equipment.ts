import type { Decimal } from '../../shared/core/decimal.ts'
import type { SectionDowntime } from '../../shared/downtime/contract.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** What of a section could stand still by itself on a day, and what its machines made in an hour; tools make nothing by themselves. */
export interface Equipment extends Pick<SectionDowntime, 'machines' | 'lines'> {
  /** Of each machine or group of hands; null where it does not say. */
  readonly rates: readonly (Decimal | null)[]
}

/** The machines and lines that stood in a section on a day, whatever has become of them since; each section's are read once. */
export function openEquipment(db: Reader): (sectionId: string, day: string) => Equipment {
  const kept = new Map<string, ReturnType<typeof periodsOf>>()
  return (sectionId, day) => {
    const { machines, lines } = kept.get(sectionId) ?? periodsOf(db, sectionId)
    if (!kept.has(sectionId)) kept.set(sectionId, { machines, lines })
    const stood = ({ fromDay, untilDay }: { readonly fromDay: string; readonly untilDay: string | null }) => fromDay <= day && (untilDay === null || untilDay >= day)
    const there = machines.filter(stood)
    return {
      machines: there.map(({ id, code, name }) => ({ id, code, name })), lines: lines.filter(stood).map(({ id, code, name }) => ({ id, code, name })),
      rates: there.filter(({ kind }) => kind !== 'TOOL').map(({ capacityPerHour }) => capacityPerHour),
    }
  }
}

function periodsOf(db: Reader, sectionId: string) {
  return {
    machines: db.all(sql.selectFrom('equipmentPeriod').innerJoin('machine', 'machine.id', 'equipmentPeriod.machineId')
      .select(['machine.id', 'machine.code', 'machine.name', 'machine.kind', 'machine.capacityPerHour', 'fromDay', 'untilDay']).where('equipmentPeriod.sectionId', '=', sectionId).orderBy('machine.code')),
    lines: db.all(sql.selectFrom('equipmentPeriod').innerJoin('productionLine', 'productionLine.id', 'equipmentPeriod.productionLineId')
      .select(['productionLine.id', 'productionLine.code', 'productionLine.name', 'fromDay', 'untilDay']).where('equipmentPeriod.sectionId', '=', sectionId).orderBy('productionLine.code')),
  }
}
