import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { AttendanceSheet, days } from '../../shared/section-day/days.ts'
import type { CommandContext } from '../core/handlers.ts'
import type { Reader } from '../database/reader.ts'
import { sql } from '../database/sql.ts'
import { enteredNow } from '../engines/entered.ts'
import { eachRow } from '../engines/each-row.ts'
import { requireEnterable } from './enterable.ts'
import { linesOn, sheetOf, type SectionAndDay } from './rows.ts'

type Input = ParsedInputOf<typeof days.saveAttendance>
type Line = Input['lines'][number]

/** PX-10: one sheet of a section and day, each worker once; it is kept whole, and only what differs is written. */
export function saveAttendance(context: CommandContext, { sectionId, day, version, notes, lines }: Input): AttendanceSheet {
  const { db } = context
  const on = { sectionId, day }
  requireEnterable(context, on)
  const known = sheetOf(db, on)
  if (known?.version !== version) throw new AppError('conflict', { entity: 'attendanceSheet', id: known?.id ?? '' })
  requireOnce(lines)
  const before = known ? linesOn(db, known.id) : []
  const counts = { presentCount: lines.filter(({ status }) => status === 'PRESENT').length, absentCount: lines.filter(({ status }) => status === 'ABSENT').length }
  const sheetId = known?.id ?? db.insert('attendanceSheet', { ...on, ...counts, notes, enteredBy: enteredNow(context).by }).id
  const made = madeOn(db, on)
  eachRow('lines', lines, line => {
    const { workerId, status } = line
    const worker = db.get('worker', workerId)
    if (status === 'ABSENT' && made.has(workerId)) throw new AppError('worker-made', { worker: worker.name, day })
    const kept = before.find(one => one.workerId === workerId)
    if (!kept && !worker.isActive && !made.has(workerId)) throw new AppError('inactive', { entity: 'worker', id: workerId, code: worker.code })
    if (kept) db.update('attendanceLine', kept, { status, notes: line.notes })
    else db.insert('attendanceLine', { ...line, attendanceSheetId: sheetId, sectionId })
  })
  const gone = before.filter(({ workerId }) => !lines.some(line => line.workerId === workerId))
  for (const line of gone) db.remove('attendanceLine', line)
  if (known) countChange(context, known, { notes, ...counts }, gone.length > 0 || differs(before, lines))
  return sheetOf(db, on)!
}

/** Two who tick at once: the second hears of the first, though the headcount is the same. */
function countChange({ db }: CommandContext, sheet: AttendanceSheet, patch: Pick<AttendanceSheet, 'notes' | 'presentCount' | 'absentCount'>, hasChanged: boolean): void {
  const { lineChanges } = db.get('attendanceSheet', sheet.id)
  db.update('attendanceSheet', sheet, { ...patch, lineChanges: hasChanged ? lineChanges + 1 : lineChanges })
}

function differs(before: readonly Line[], lines: readonly Line[]): boolean {
  return lines.some(line => !before.some(({ workerId, status, notes }) => workerId === line.workerId && status === line.status && notes === line.notes))
}

function requireOnce(lines: readonly Line[]): void {
  const seen = new Set<string>()
  for (const [index, { workerId }] of lines.entries()) {
    if (seen.has(workerId)) throw new AppError('invalid-input', { issues: [{ path: ['lines', index, 'workerId'], reason: 'sectionDay.issues.worker-twice', params: {} }] })
    seen.add(workerId)
  }
}

function madeOn(db: Reader, { sectionId, day }: SectionAndDay): ReadonlySet<string> {
  return new Set(db.all(sql.selectFrom('workerEntry').select('workerId').where('sectionId', '=', sectionId).where('day', '=', day)).map(({ workerId }) => workerId))
}
