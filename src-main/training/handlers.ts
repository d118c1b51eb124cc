import { randomUUID } from 'node:crypto'
import { AppError } from '../../shared/core/errors.ts'
import type { training } from '../../shared/training/contract.ts'
import type { Handlers } from '../core/handlers.ts'
import { sql } from '../database/sql.ts'
import { recognise } from '../identity/sign-in.ts'
import { admitTrainee, traineeOf } from './trainees.ts'

/** Roles that a factory does not have are nobody. */
const keepers = ['Superadmin', 'Admin'].map(role => ({ role }))

export const trainingHandlers: Handlers<typeof training> = {
  async enter(context, { deskId, ...given }) {
    const { db, scope, session, clock, hostTask } = context
    scope.everyone()
    const { id } = await recognise(context, { ...given, deskId })
    if (db.get('user', id).mustChangePassword) throw new AppError('password-change-needed')
    return hostTask('enterTraining', traineeOf(db, id, clock.now(), { deskId, ip: session.ip, userAgent: session.userAgent.slice(0, 300) }))
  },
  async readState({ scope, hostTask }) {
    scope.everyone()
    return hostTask('trainingState')
  },
  async reset({ scope, hostTask }, { when }) {
    scope.everyone()
    await hostTask('resetTraining', when)
    return {}
  },
  listDrills({ db, scope }) {
    scope.everyone()
    return db.all(sql.selectFrom('restoreDrill').selectAll().orderBy('seq', 'desc').limit(50))
  },

  recordDrill({ db, scope, notify }, drill) {
    scope.everyone()
    db.append('restoreDrill', drill)
    if (!drill.isSound) notify({ kind: 'BACKUP_UNUSABLE', audience: keepers, params: { backup: drill.backupName ?? '' } })
    return {}
  },
  begin({ db, scope }) {
    scope.everyone()
    const site = db.one(sql.selectFrom('site').select(['id', 'version']).limit(1))
    db.update('site', site, { isTraining: true, epoch: randomUUID() })
    return {}
  },
  admit(context, trainee) {
    context.scope.everyone()
    return admitTrainee(context, trainee)
  },
  warnOfReset({ scope, notify }, { minutes }) {
    scope.everyone()
    notify({ kind: 'TRAINING_RESET', audience: { everyone: true }, params: { minutes } })
    return {}
  },
}
