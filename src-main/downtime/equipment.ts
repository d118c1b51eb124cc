import type { Decimal } from '../../shared/core/decimal.ts'
import type { SectionDowntime } from '../../shared/downtime/contract.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** What of a section could stand still by itself on a day, and what its machines made in an hour; tools make nothing by themselves. */
export interface Equipment extends Pick<SectionDowntime, 'machines' | 'lines'> {
  /** Of each machine or group of hands; null where it does not say. */
  readonly rates: readonly (Decimal | null)[]
}

/** The machines and lines that stood in a section on a day, whatever has become of them since; those of one section, or of all, are read once, when they are first asked for. */
export function openEquipment(db: Reader, sectionId?: string): (sectionId: string, day: string) => Equipment {
  let kept: ReturnType<typeof periodsOf> | undefined
  return (section, day) => {
    kept ??= periodsOf(db, sectionId)
    const stood = ({ fromDay, untilDay }: { readonly fromDay: string; readonly untilDay: string | null }) => fromDay <= day && (untilDay === null || untilDay >= day)
    const there = (kept.machines.get(section) ?? []).filter(stood)
    return {
      machines: there.map(({ id, code, name }) => ({ id, code, name })), lines: (kept.lines.get(section) ?? []).filter(stood).map(({ id, code, name }) => ({ id, code, name })),
      rates: there.filter(({ kind }) => kind !== 'TOOL').map(({ capacityPerHour }) => capacityPerHour),
    }
  }
}

function periodsOf(db: Reader, sectionId: string | undefined) {
  let machines = sql.selectFrom('equipmentPeriod').innerJoin('machine', 'machine.id', 'equipmentPeriod.machineId')
    .select(['equipmentPeriod.sectionId', 'machine.id', 'machine.code', 'machine.name', 'machine.kind', 'machine.capacityPerHour', 'fromDay', 'untilDay'])
  let lines = sql.selectFrom('equipmentPeriod').innerJoin('productionLine', 'productionLine.id', 'equipmentPeriod.productionLineId')
    .select(['equipmentPeriod.sectionId', 'productionLine.id', 'productionLine.code', 'productionLine.name', 'fromDay', 'untilDay'])
  if (sectionId !== undefined) {
    machines = machines.where('equipmentPeriod.sectionId', '=', sectionId)
    lines = lines.where('equipmentPeriod.sectionId', '=', sectionId)
  }
  return {
    machines: Map.groupBy(db.all(machines.orderBy('machine.code')), period => period.sectionId),
    lines: Map.groupBy(db.all(lines.orderBy('productionLine.code')), period => period.sectionId),
  }
}
