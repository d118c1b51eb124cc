import type { BusinessDay } from '../../shared/core/dates.ts'
import { lostOf, type Lost } from '../../shared/downtime/lost.ts'
import type { Period } from '../../shared/reports/report.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { isMine, type Sections } from '../warehouse/places.ts'
import { openEquipment } from './equipment.ts'
import { stopsBetween } from './rows.ts'
import { openFactoryHours } from './working-hours.ts'

/** What a section lost of a day's shifts. */
export interface SectionDayLost extends Lost { readonly shiftMinutes: number }

/** The lost time of any section and day between two days, or of one section, all records read once; days ahead have lost nothing. */
export function openLostTime(db: Reader, mine: Sections, { from, to }: Period, now: string, onlySectionId?: string): (sectionId: string, day: BusinessDay) => SectionDayLost {
  const hours = openFactoryHours(db)
  const bySection = Map.groupBy(stopsBetween(db, mine, { from: hours.day(from).from, to: hours.day(to).to, sectionId: onlySectionId }), ({ sectionId }) => sectionId)
  const equipment = openEquipment(db, onlySectionId)
  return (sectionId, day) => {
    const working = hours.of(day)
    const records = (bySection.get(sectionId) ?? []).filter(({ startedAt, endedAt }) => working.hours.some(span => startedAt < span.to && (endedAt === null || endedAt > span.from)))
    if (records.length === 0) return { shiftMinutes: working.shiftMinutes, lost: 0, planned: 0 }
    return { shiftMinutes: working.shiftMinutes, ...lostOf({ ...working, ...equipment(sectionId, day), records }, now) }
  }
}

/** The sections that make something and may be seen, in the order of their stages; one alone where it is named. */
export function makingSections(db: Reader, mine: Sections, sectionId: string | undefined): { readonly id: string; readonly name: string }[] {
  let query = sql.selectFrom('section').innerJoin('productionStage', 'productionStage.sectionId', 'section.id').where('productionStage.isActive', '=', true)
    .select(['section.id', 'section.name']).groupBy('section.id')
  if (mine !== 'all') query = query.where(isMine('productionStage', mine))
  if (sectionId !== undefined) query = query.where('section.id', '=', sectionId)
  return db.all(query.orderBy(({ fn }) => fn.min('productionStage.createdAt')).orderBy('section.code'))
}
