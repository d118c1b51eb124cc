import { AppError } from '../../shared/core/errors.ts'
import type { desks } from '../../shared/desks/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { listDesks } from './desk-list.ts'

export const desksHandlers: Handlers<typeof desks> = {
  listDesks(context) {
    context.scope.everyone()
    return listDesks(context)
  },
  nameDesk({ db, scope }, { id, version, ...fields }) {
    scope.everyone()
    if (version !== undefined) return db.update('desk', { id, version }, fields)
    if (db.find('desk', id)) throw new AppError('conflict', { entity: 'desk', id })
    return db.insert('desk', { id, ...fields })
  },
  forgetDesk({ db, scope }, at) {
    scope.everyone()
    db.remove('desk', at)
    return {}
  },
}
