import { AppError } from '../../shared/core/errors.ts'
import { instantText } from '../../shared/core/day-text.ts'
import type { dataCare } from '../../shared/data-care/contract.ts'
import type { NoticeKind } from '../../shared/notifications/notice.ts'
import type * as AuditChain from '../database/audit-chain.ts'
import type { Handlers } from '../core/handlers.ts'
import { readFactory } from '../settings/site.ts'
import { backUp, overview } from './backing-up.ts'
import { lastRestore } from './last-restore.ts'
import { reportOnRestore } from './restore-report.ts'
import { recordRestore, restoreBackup } from './restoring.ts'
import { copyBackup, downloadBackup } from './taking-away.ts'
import { verifyBackup } from './verification.ts'

/** Roles that a factory does not have are nobody. */
const keepers = ['Superadmin', 'Admin'].map(role => ({ role }))
const notices = { failed: 'BACKUP_FAILED', missing: 'BACKUP_MISSING', damaged: 'BACKUP_DAMAGED', second: 'BACKUP_SECOND_FAILED' } as const satisfies Record<string, NoticeKind>

/** The whole factory's, whoever asks. `chain` is how audit rows are hashed. */
export function createDataCareHandlers(chain: Pick<typeof AuditChain, 'auditHash' | 'genesisHash'>): Handlers<typeof dataCare> {
  return {
    async listBackups(context) {
      context.scope.everyone()
      return overview(context)
    },
    async backUp(context) {
      context.scope.everyone()
      return backUp(context, 'manual')
    },
    async backUpAs(context, { kind }) {
      context.scope.everyone()
      return backUp(context, kind)
    },
    async verifyBackup(context, { name }) {
      context.scope.everyone()
      return verifyBackup(context, name, chain)
    },
    async downloadBackup(context, { name }) {
      context.scope.everyone()
      return downloadBackup(context, name)
    },
    async copyBackup(context, { name, folder }) {
      context.scope.everyone()
      return copyBackup(context, name, folder)
    },
    async inspectRestore(context, { name }) {
      context.scope.everyone()
      return reportOnRestore(context, name, readFactory(context.db).id)
    },
    async restoreBackup(context, input) {
      context.scope.everyone()
      return restoreBackup(context, input)
    },
    async rescue({ scope }) {
      scope.everyone()
      throw new AppError('not-found', { entity: 'procedure', id: 'dataCare.rescue' })
    },
    recordCopy({ db, scope, session }, copy) {
      scope.everyone()
      db.append('backupCopy', { ...copy, createdBy: session.userId })
      return {}
    },
    readLastRestore({ scope, db }) {
      scope.everyone()
      return { restore: lastRestore(db) }
    },
    recordRestore(context, restore) {
      context.scope.everyone()
      return recordRestore(context, restore)
    },
    reportBackups({ db, scope, notify }, { problem, at }) {
      scope.everyone()
      notify({ kind: notices[problem], audience: keepers, params: at === null ? {} : { time: instantText(at, readFactory(db).timeZone, 'id', 'short') } })
      return {}
    },
  }
}
