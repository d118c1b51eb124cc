import type { followUp } from '../../shared/follow-up/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { saveAccounts } from './accounts.ts'
import { generateAlerts, listAlerts, resolveAlert } from './alerts.ts'
import { getClient, listAgents, listClients } from './clients.ts'
import { holdersOf } from './holders.ts'
import { listFollowUps, logFollowUp } from './logging.ts'
import { summarizeClients } from './sums.ts'

/** Customers are of no section. */
export const followUpHandlers: Handlers<typeof followUp> = {
  saveAccounts(context, { accounts }) {
    context.scope.everyone()
    return { saved: saveAccounts(context, accounts) }
  },
  listClients(context, input) {
    context.scope.everyone()
    return listClients(context, input)
  },
  summarizeClients(context, input) {
    context.scope.everyone()
    return summarizeClients(context, input)
  },
  getClient(context, { id }) {
    context.scope.everyone()
    return getClient(context, id)
  },
  listAgents({ db, scope }) {
    scope.everyone()
    return listAgents(db)
  },
  listHolders({ db, scope, clock }) {
    scope.everyone()
    return holdersOf(db, clock.now())
  },
  listFollowUps({ db, scope }, input) {
    scope.everyone()
    return listFollowUps(db, input)
  },
  logFollowUp(context, input) {
    context.scope.everyone()
    return logFollowUp(context, input)
  },
  listAlerts({ db, scope }, input) {
    scope.everyone()
    return listAlerts(db, input)
  },
  resolveAlert(context, input) {
    context.scope.everyone()
    return resolveAlert(context, input)
  },
  generateAlerts(context) {
    context.scope.everyone()
    return generateAlerts(context)
  },
}
