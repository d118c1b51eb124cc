import type { sectionDay } from '../../shared/section-day/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { saveAttendance } from './attendance.ts'
import { saveWorkerEntries } from './entries.ts'
import { applyLateEntry, keepLateEntry, lateEntryOf, listLateEntries, rejectLateEntry } from './late-entries.ts'
import { listLatePaper } from './late-paper.ts'
import { lockDay, lockLapsedDays, openLapsedDay, unlockDay } from './locks.ts'
import { enterTeamDay, removeTeamDay, updateTeamDay } from './team-days.ts'
import { listTeamDays, teamDayOf, teamWeeks } from './team-rows.ts'
import { earlierDay, listDayLocks, workerDay, workerHistory } from './rows.ts'

export const sectionDayHandlers: Handlers<typeof sectionDay> = {
  getWorkerDay(context, on) {
    context.db.get('section', on.sectionId)
    context.scope.section(on.sectionId)
    return workerDay(context, on)
  },
  getEarlierDay({ db, scope }, on) {
    scope.section(on.sectionId)
    return { earlier: earlierDay(db, on) }
  },
  getWorkerHistory({ db, scope }, asked) {
    const history = workerHistory(db, scope.mine(), asked)
    // Who has worked for a section is known to it, wherever they belong by now.
    if (history.entries.length === 0) scope.section(db.get('worker', asked.workerId).sectionId)
    return history
  },
  listDayLocks({ db, scope }, input) {
    if (input.filter.sectionId !== undefined) scope.section(input.filter.sectionId)
    return listDayLocks(db, scope.mine(), input)
  },
  listLateEntries(context, input) {
    if (input.filter.sectionId !== undefined) context.scope.section(input.filter.sectionId)
    return listLateEntries(context, context.scope.mine(), input)
  },
  listLatePaper(context, { sectionId }) {
    if (sectionId !== undefined) context.scope.section(sectionId)
    return listLatePaper(context, context.scope.mine(), sectionId)
  },
  getLateEntry(context, { id }) {
    context.scope.section(context.db.get('lateEntry', id).sectionId)
    return lateEntryOf(context, id)
  },
  saveWorkerEntries: (context, input) => saveWorkerEntries(context, input),
  saveAttendance: (context, input) => saveAttendance(context, input),
  lockDay: (context, on) => lockDay(context, on),
  unlockDay: (context, input) => unlockDay(context, input),
  openLapsedDay: (context, input) => openLapsedDay(context, input),
  lockLapsedDays(context) {
    context.scope.everyone()
    return { locked: lockLapsedDays(context) }
  },
  keepLateEntry: (context, input) => keepLateEntry(context, input),
  applyLateEntry: (context, at) => applyLateEntry(context, at),
  rejectLateEntry: (context, input) => rejectLateEntry(context, input),
  listTeamDays({ db, scope }, input) {
    if (input.filter.sectionId !== undefined) scope.section(input.filter.sectionId)
    return listTeamDays(db, scope.mine(), input)
  },
  getTeamWeeks({ db, scope }, asked) {
    if (asked.sectionId !== undefined) scope.section(asked.sectionId)
    return teamWeeks(db, scope.mine(), asked)
  },
  getTeamDay({ db, scope }, { id }) {
    const found = teamDayOf(db, id)
    scope.section(found.sectionId)
    return found
  },
  enterTeamDay: (context, entry) => enterTeamDay(context, entry),
  updateTeamDay: (context, input) => updateTeamDay(context, input),
  removeTeamDay: (context, { id, version }) => removeTeamDay(context, { id, version }),
}
