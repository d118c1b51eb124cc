import { sql as raw, type SqlBool } from 'kysely'
import { sql } from '../database/sql.ts'
import { numberFinder, type Asker, type Finder } from '../engines/finders.ts'

export const cardFinder: Finder = numberFinder({
  kind: 'kanbanCard', series: 'kanbanCard', needs: ['kanban.view'], id: 'kanbanCard.id',
  rows: seenCards,
  face: ({ status, ...row }) => ({ ...row, state: `kanban.statuses.${status}` }),
})

function seenCards({ mine }: Asker) {
  const cards = sql.selectFrom('kanbanCard').innerJoin('item', 'item.id', 'kanbanCard.itemId').innerJoin('section', 'section.id', 'kanbanCard.sectionId')
    .select(['kanbanCard.id', 'kanbanCard.number as code', 'item.name', 'section.name as detail', 'kanbanCard.status'])
  // The plus keeps SQLite from going through all cards of the section, where it has the few that may be meant.
  return mine === 'all' ? cards : cards.where(raw<SqlBool>`+${raw.ref('kanbanCard.sectionId')} in (select value from json_each(${JSON.stringify(mine)}))`)
}
