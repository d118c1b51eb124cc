import type { Selectable } from 'kysely'
import { AppError } from '../../shared/core/errors.ts'
import type { SavedView, views } from '../../shared/views/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import type { SavedViewTable } from '../database/tables.ts'

export const viewsHandlers: Handlers<typeof views> = {
  listViews({ db, scope, session }, { list }) {
    scope.everyone()
    return db.all(viewsOf(session.userId, list).orderBy('name')).map(savedView)
  },

  saveView({ db, scope, session }, { list, name, state }) {
    scope.everyone()
    const kept = db.first(viewsOf(session.userId, list).where('name', '=', name))
    const row = { userId: session.userId, list, name, state: JSON.stringify(state) }
    return savedView(kept ? db.update('savedView', kept, row) : db.insert('savedView', row))
  },

  removeView({ db, scope, session }, { id, version }) {
    scope.everyone()
    if (db.get('savedView', id).userId !== session.userId) throw new AppError('not-found', { entity: 'savedView', id })
    db.remove('savedView', { id, version })
    return {}
  },
}

function viewsOf(userId: string, list: string) {
  return sql.selectFrom('savedView').selectAll().where('userId', '=', userId).where('list', '=', list)
}

function savedView({ id, version, name, state }: Selectable<SavedViewTable>): SavedView {
  return { id, version, name, state: JSON.parse(state) as SavedView['state'] }
}
