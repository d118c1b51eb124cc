import type { specialProcedures } from '../../shared/masters/special.ts'
import type { Handlers } from '../core/handlers.ts'
import { countRecords, findAccounts } from './overview.ts'
import { flowHistory, flowItems, ruleOfDay } from './process.ts'
import { setSupervisors, supervisorsOf } from './supervisors.ts'

export const specialHandlers: Handlers<typeof specialProcedures> = {
  findAccounts({ db, scope }, input) {
    scope.everyone()
    return findAccounts(db, input)
  },
  countRecords({ db, scope }) {
    scope.everyone()
    return countRecords(db)
  },
  getRuleInForce({ db, scope }, { day, ...place }) {
    scope.everyone()
    return { rule: ruleOfDay(db, place, day) ?? null }
  },
  listFlowItems({ db, scope }) {
    scope.everyone()
    return flowItems(db)
  },
  listFlowHistory({ db, scope }, { itemId }) {
    scope.everyone()
    return flowHistory(db, itemId)
  },
  listSupervisors({ db, scope }, { sectionId }) {
    scope.everyone()
    return supervisorsOf(db, sectionId)
  },
  setSupervisors({ db, scope, session }, { sectionId, userIds }) {
    scope.everyone()
    return setSupervisors(db, session, sectionId, userIds)
  },
}
