import type { Needed } from '../../shared/core/procedure.ts'
import { hasCode, type AnyMaster } from '../../shared/masters/definition.ts'
import { allMasters } from '../../shared/masters/masters.ts'
import { foundKinds, type FoundKind } from '../../shared/search/found.ts'
import { wordFinder, type Finder, type FoundRow } from '../engines/finders.ts'
import type { Row } from './master-rules.ts'
import { rowsOf } from './record-rows.ts'

/** Stock cards show items too. */
const alsoNeeded: Partial<Record<string, readonly Needed[]>> = { item: ['warehouse.view'] }
/** What tells a record from its like. */
const details: Partial<Record<string, string>> = {
  item: 'unitCode', location: 'sectionName', productionLine: 'sectionName', worker: 'sectionName', machine: 'sectionName', workShift: 'workCalendarName', customer: 'area',
}

/** In the order of the kinds: a scanned code is asked of them so. */
export const mastersFinders: readonly Finder[] = foundKinds.flatMap(kind => allMasters.filter(({ entity }) => entity === kind)).filter(hasCode).map(masterFinder)

function masterFinder(master: AnyMaster): Finder {
  const { entity, fields } = master
  const detail = details[entity]
  const words = fields.kind?.words
  return wordFinder({
    kind: entity as FoundKind, entity, needs: [...(alsoNeeded[entity] ?? []), 'masters.view'], id: `${entity}.id`,
    rows: () => rowsOf(master, ['id', 'code', 'name', 'isActive', ...(words === undefined ? [] : ['kind']), ...(detail === undefined ? [] : [detail])]),
    face: (row: Row) => ({
      ...pickFace(row), detail: detail === undefined ? null : (row[detail] as string | null), state: words === undefined ? null : `masters.${words}.${String(row.kind)}`,
    }),
  })
}

function pickFace({ id, code, name, isActive }: Row): FoundRow {
  return { id, code, name, isActive } as FoundRow
}
