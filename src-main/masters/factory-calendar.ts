import type { DayHoliday, DayShift } from '../../shared/masters/work-days.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'

/** The shifts and holidays of the factory's first calendar in use. */
export function factoryCalendar(db: Reader): { readonly shifts: readonly DayShift[]; readonly holidays: readonly DayHoliday[] } {
  const calendar = db.first(sql.selectFrom('workCalendar').select('id').where('isActive', '=', true).orderBy('createdAt').orderBy('code'))
  if (!calendar) return { shifts: [], holidays: [] }
  return {
    shifts: db.all(sql.selectFrom('workShift').select(['id', 'code', 'name', 'weekdays', 'startTime', 'endTime', 'breakMinutes']).where('workCalendarId', '=', calendar.id).where('isActive', '=', true)),
    holidays: db.all(sql.selectFrom('holiday').select(['id', 'day', 'name']).where('workCalendarId', '=', calendar.id).where('isActive', '=', true)),
  }
}
