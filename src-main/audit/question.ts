import type { entries } from '../../shared/audit/entries.ts'
import type { BusinessDay } from '../../shared/core/dates.ts'
import { AppError } from '../../shared/core/errors.ts'
import type { ParsedInputOf } from '../../shared/core/procedure.ts'
import type { JobContext, QueryContext } from '../core/handlers.ts'
import { findRecords } from '../search/find.ts'
import type { EntryQuestion } from './entries.ts'
import { knownEntity } from './record-names.ts'

const recordsMeant = 20

/** The audit is read whole: its rows know no section, so whoever sees only some of them is refused (AU-5, IA-5). */
export function requireWholeSight({ scope }: Pick<QueryContext, 'scope'>): void {
  if (scope.mine() !== 'all') throw new AppError('foreign-section')
}

/** What is asked for, with the records that the text means. */
export function questionOf(context: QueryContext | JobContext, { filter, search }: Pick<ParsedInputOf<typeof entries.listEntries>, 'filter' | 'search'>): EntryQuestion {
  requireWholeSight(context)
  const { db, session } = context
  const text = search.trim()
  const asker = { db, session, mine: 'all', today: context.today() as BusinessDay } as const
  const isNumber = text.startsWith('#')
  const found = text === '' || isNumber ? [] : findRecords(asker, text, recordsMeant)
  return { filter, search: text, meant: found.flatMap(({ kind, id }) => (knownEntity(kind) ? [{ entity: kind, id }] : [])) }
}
