import type { BusinessDay } from '../../shared/core/dates.ts'
import { anySession } from '../../shared/core/procedure.ts'
import type { search } from '../../shared/search/contract.ts'
import type { Handlers, QueryContext } from '../core/handlers.ts'
import type { Asker, Finder } from '../engines/finders.ts'
import { finders } from './finders.ts'

export const searchHandlers: Handlers<typeof search> = {
  find(context, { text, limit }) {
    const asker = askerOf(context)
    return allowed(asker).flatMap(finder => finder.find(asker, text, limit))
  },

  resolve(context, { code }) {
    const asker = askerOf(context)
    return allowed(asker).flatMap(finder => finder.withCode(asker, code))
  },

  recall(context, { records }) {
    const asker = askerOf(context)
    const idsOf = (kind: Finder['kind']) => records.filter(record => record.kind === kind).map(({ id }) => id)
    return allowed(asker).flatMap(finder => finder.withIds(asker, idsOf(finder.kind)))
  },
}

function askerOf({ db, session, scope, today }: QueryContext): Asker {
  return { db, session, mine: scope.mine(), today: today() as BusinessDay }
}

function allowed({ session }: Asker): Finder[] {
  return finders.filter(({ needs }) => needs.some(needed => needed === anySession || session.permissions.has(needed)))
}
