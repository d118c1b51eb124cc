import type { health } from '../../shared/health/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { listLogEntries } from './log-entries.ts'
import { listOperations } from './operations.ts'
import { readHealth } from './read-health.ts'

export const healthHandlers: Handlers<typeof health> = {
  readHealth(context) {
    context.scope.everyone()
    return readHealth(context)
  },
  listOperations(context, input) {
    context.scope.everyone()
    return listOperations(context, input)
  },
  listLogEntries({ scope, place: { dataFolder } }, input) {
    scope.everyone()
    return listLogEntries(dataFolder, input)
  },
}
