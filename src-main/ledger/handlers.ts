import type { ledger } from '../../shared/ledger/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { saveReceipts, saveWaste } from './entries.ts'
import { entriesOn } from './entry-rows.ts'
import { explainedDay } from './explained.ts'
import { listLedger } from './lines.ts'
import { listLedgerAlerts, remindOfNegative } from './negative.ts'

export const ledgerHandlers: Handlers<typeof ledger> = {
  listLedger({ db, scope }, input) {
    if (input.filter.sectionId !== undefined) scope.section(input.filter.sectionId)
    return listLedger(db, scope.mine(), input)
  },
  getLedgerDay({ db, scope }, at) {
    db.get('section', at.sectionId)
    scope.section(at.sectionId)
    return explainedDay(db, at)
  },
  getLedgerEntries({ db, scope }, on) {
    db.get('section', on.sectionId)
    scope.section(on.sectionId)
    return entriesOn(db, on)
  },
  listLedgerAlerts({ db, scope }, input) {
    if (input.filter.sectionId !== undefined) scope.section(input.filter.sectionId)
    return listLedgerAlerts(db, scope.mine(), input)
  },
  saveWaste: (context, input) => saveWaste(context, input),
  saveReceipts: (context, input) => saveReceipts(context, input),
  remindOfNegative(context) {
    context.scope.everyone()
    return { open: remindOfNegative(context) }
  },
}
