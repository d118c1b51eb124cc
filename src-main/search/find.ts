import { isGranted } from '../../shared/core/procedure.ts'
import type { Found } from '../../shared/search/found.ts'
import type { Asker, Finder } from '../engines/finders.ts'
import { finders } from './finders.ts'

/** The finders of what this asker may look at. */
export function allowedFinders({ session }: Pick<Asker, 'session'>): Finder[] {
  return finders.filter(({ needs }) => needs.some(needed => isGranted(session.permissions, needed)))
}

/** The records that a text may mean, the best few of every kind. */
export function findRecords(asker: Asker, text: string, limit: number): Found[] {
  return allowedFinders(asker).flatMap(finder => finder.find(asker, text, limit))
}
