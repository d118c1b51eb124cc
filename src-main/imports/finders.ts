import { sql } from '../database/sql.ts'
import { wordFinder, type Finder } from '../engines/finders.ts'

export const batchFinder: Finder = wordFinder({
  kind: 'importBatch', entity: 'importBatch', needs: ['process.importData'], id: 'importBatch.id',
  rows: () => sql.selectFrom('importBatch').innerJoin('user', 'user.id', 'importBatch.createdBy')
    .select(['importBatch.id', 'importBatch.fileName as name', 'importBatch.status', 'user.fullName as detail']),
  face: ({ status, ...row }) => ({ ...row, code: '', state: `imports.batchStatuses.${status}` }),
})
