import { dayText } from '../../shared/core/day-text.ts'
import { sql } from '../database/sql.ts'
import { numberFinder, type Finder } from '../engines/finders.ts'
import { isSeen } from '../warehouse/places.ts'

export const paperFinder: Finder = numberFinder({
  kind: 'paperBatch', series: 'paperBatch', needs: ['process.readDailyProduction'], id: 'paperBatch.id',
  rows: ({ mine }) => sql.selectFrom('paperBatch').innerJoin('section', 'section.id', 'paperBatch.sectionId').where(isSeen('paperBatch', mine))
    .select(['paperBatch.id', 'paperBatch.number as code', 'section.name', 'paperBatch.firstDay']),
  face: ({ firstDay, ...row }) => ({ ...row, detail: dayText(firstDay) }),
})
