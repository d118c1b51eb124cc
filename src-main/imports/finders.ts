import { importing } from '../../shared/imports/rules.ts'
import { sql } from '../database/sql.ts'
import { wordFinder, type Finder } from '../engines/finders.ts'
import { handledTargets } from './rights.ts'

export const batchFinder: Finder = wordFinder({
  kind: 'importBatch', entity: 'importBatch', needs: importing, id: 'importBatch.id',
  rows: ({ session }) => sql.selectFrom('importBatch').innerJoin('user', 'user.id', 'importBatch.createdBy')
    .select(['importBatch.id', 'importBatch.fileName as name', 'importBatch.status', 'user.fullName as detail'])
    .where('importBatch.target', 'in', handledTargets(session)),
  face: ({ status, ...row }) => ({ ...row, code: '', state: `imports.batchStatuses.${status}` }),
})
