import type { downtime } from '../../shared/downtime/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { remindOfDowntime } from './notices.ts'
import { cancelDowntime, endDowntime, startDowntime, updateDowntime, verifyDowntime } from './records.ts'
import { downtimeOf, listDowntimes, standingNow } from './rows.ts'
import { sectionDowntime } from './section-downtime.ts'

export const downtimeHandlers: Handlers<typeof downtime> = {
  listDowntimes({ db, scope }, input) {
    if (input.filter.sectionId !== undefined) scope.section(input.filter.sectionId)
    return listDowntimes(db, scope.mine(), input)
  },
  getDowntime({ db, scope }, { id }) {
    scope.section(db.get('downtime', id).sectionId)
    return downtimeOf(db, id)
  },
  getSectionDowntime({ db, scope }, { sectionId, day }) {
    db.get('section', sectionId)
    scope.section(sectionId)
    return sectionDowntime(db, sectionId, day)
  },
  listStanding: ({ db, scope }) => standingNow(db, scope.mine()),
  startDowntime(context, entry) {
    context.db.get('section', entry.sectionId)
    context.scope.section(entry.sectionId)
    return startDowntime(context, entry)
  },
  endDowntime: (context, input) => endDowntime(context, input),
  updateDowntime: (context, input) => updateDowntime(context, input),
  cancelDowntime: (context, input) => cancelDowntime(context, input),
  verifyDowntime: (context, at) => verifyDowntime(context, at),
  remindOfDowntime(context) {
    context.scope.everyone()
    return { told: remindOfDowntime(context) }
  },
}
