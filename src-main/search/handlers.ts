import type { BusinessDay } from '../../shared/core/dates.ts'
import type { search } from '../../shared/search/contract.ts'
import { readOwnCode, type OwnCodeKind } from '../../shared/scan/own-code.ts'
import type { FoundKind } from '../../shared/search/found.ts'
import type { Handlers, QueryContext } from '../core/handlers.ts'
import type { Asker, Finder } from '../engines/finders.ts'
import { allowedFinders, findRecords } from './find.ts'

/** What a code on a label of ours leads to. */
const kindOfCode: Readonly<Record<OwnCodeKind, FoundKind>> = { item: 'item', lot: 'stockLot', location: 'location', carton: 'item' }

export const searchHandlers: Handlers<typeof search> = {
  find(context, { text, limit }) {
    const asker = askerOf(context)
    return findRecords(asker, text, limit)
  },

  resolve(context, { code }) {
    const asker = askerOf(context)
    const own = readOwnCode(code)
    if (own === undefined) return allowedFinders(asker).flatMap(finder => finder.withCode(asker, code))
    return allowedFinders(asker).filter(({ kind }) => kind === kindOfCode[own.kind]).flatMap(finder => finder.withCode(asker, own.code))
  },

  recall(context, { records }) {
    const asker = askerOf(context)
    const idsOf = (kind: Finder['kind']) => records.filter(record => record.kind === kind).map(({ id }) => id)
    return allowedFinders(asker).flatMap(finder => finder.withIds(asker, idsOf(finder.kind)))
  },
}

/** Whoever has no section is not refused: they find what belongs to none. */
function askerOf({ db, session, scope, today }: QueryContext): Asker {
  const isHomeless = session.sections !== 'all' && session.sections.size === 0
  if (isHomeless) scope.everyone()
  return { db, session, mine: isHomeless ? [] : scope.mine(), today: today() as BusinessDay }
}
