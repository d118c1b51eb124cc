import type { BusinessDay } from '../../shared/core/dates.ts'
import type { SectionDowntime } from '../../shared/downtime/contract.ts'
import type { Reader } from '../database/reader.ts'
import { openEquipment } from './equipment.ts'
import { downtimesBetween } from './rows.ts'
import { openFactoryHours } from './working-hours.ts'

/** A section's day: when it works, what stood in it, and what of that stood still; the day ends with its last shift, though that is after midnight. */
export function sectionDowntime(db: Reader, sectionId: string, day: BusinessDay): SectionDowntime {
  const hours = openFactoryHours(db)
  const { machines, lines } = openEquipment(db, sectionId)(sectionId, day)
  return { ...hours.of(day), machines, lines, records: downtimesBetween(db, 'all', { ...hours.day(day), sectionId }) }
}
