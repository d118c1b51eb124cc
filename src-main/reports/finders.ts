import { rankOf } from '../../shared/search/rank.ts'
import { languages } from '../../shared/texts.ts'
import { foundOf, type Asker, type Finder } from '../engines/finders.ts'
import type { Report } from '../engines/reports.ts'
import { textOf } from '../engines/reports-text.ts'
import { definitions } from './definitions.ts'

/** Reports by their title, in whichever language it is typed. */
export const reportFinder: Finder = {
  kind: 'report',
  needs: ['reports.view'],
  find: (asker, text, limit) => allowed(asker).filter(report => fits(report, text)).slice(0, limit).map(found),
  withCode: () => [],
  withIds: (asker, ids) => allowed(asker).filter(({ name }) => ids.includes(name)).map(found),
}

function allowed({ session }: Asker): Report[] {
  return definitions.filter(({ permission }) => session.permissions.has(permission))
}

function fits({ titleKey }: Report, text: string): boolean {
  return languages.some(language => rankOf(text, { code: '', name: textOf(language, titleKey) }) !== undefined)
}

function found({ name, titleKey }: Report) {
  return foundOf('report', { id: name, code: '', name: '', said: { key: titleKey, params: {} } })
}
