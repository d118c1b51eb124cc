import type { imports } from '../../shared/imports/contract.ts'
import type { Target } from '../../shared/imports/target.ts'
import type { Handlers } from '../core/handlers.ts'
import type { Session } from '../core/session.ts'
import { applyImport } from './apply.ts'
import { batchDetailOf, listBatches, listImportRecords, listImportRows } from './batches.ts'
import { downloadTemplate, exportList } from './export-job.ts'
import { inspectFile } from './inspect-job.ts'
import { listMappings, saveMapping } from './mappings.ts'
import { listProgress } from './progress.ts'
import { mayImport, mayUpdate, requireHandling, visibleFields } from './rights.ts'
import { decideRows, stageImport } from './stage-job.ts'
import { beginStaging, discardImport, finishStaging, forgetAbandoned, keepFile, putPartRows, putRows, reopenStaging } from './staging.ts'
import { isCompound, type ImportTarget } from './target.ts'
import { allTargets, partTargets, withExtraFields } from './targets.ts'

/** Imports belong to no section; who brings in what is said by `rights.ts`. */
export const importsHandlers: Handlers<typeof imports> = {
  listTargets({ db, scope, session }) {
    scope.everyone()
    return [...allTargets.map(target => describe(withExtraFields(db, target), session)), ...partTargets.map(target => ({ ...describe(target, session), canImport: false, canExport: false }))]
  },
  listProgress({ db, scope, session }) {
    scope.everyone()
    return listProgress(db, session)
  },
  inspectFile,
  listMappings({ db, scope, session }, { target }) {
    scope.everyone()
    requireHandling(session, target)
    return listMappings(db, session, target)
  },
  saveMapping({ db, scope, session }, mapping) {
    scope.everyone()
    requireHandling(session, mapping.target)
    return saveMapping(db, session, mapping)
  },
  removeMapping({ db, scope, session }, at) {
    scope.everyone()
    requireHandling(session, db.get('importMapping', at.id).target)
    db.remove('importMapping', at)
    return {}
  },
  stageImport,
  decideRows,
  getBatch({ db, scope, session }, { id }) {
    scope.everyone()
    return batchDetailOf(db, session, id)
  },
  listBatches({ db, scope, session }, input) {
    scope.everyone()
    return listBatches(db, session, input)
  },
  listImportRows({ db, scope, session }, input) {
    scope.everyone()
    return listImportRows(db, session, input)
  },
  listImportRecords({ db, scope, session }, input) {
    scope.everyone()
    return listImportRecords(db, session, input)
  },
  applyImport(context, at) {
    context.scope.everyone()
    return applyImport(context, at)
  },
  discardImport(context, { id }) {
    context.scope.everyone()
    discardImport(context, id)
    return {}
  },
  exportList,
  downloadTemplate,

  keepFile(context, file) {
    context.scope.everyone()
    keepFile(context, file)
    return {}
  },
  beginStaging(context, batch) {
    context.scope.everyone()
    return beginStaging(context, batch)
  },
  reopenStaging(context, at) {
    context.scope.everyone()
    return reopenStaging(context, at)
  },
  putRows(context, chunk) {
    context.scope.everyone()
    putRows(context, chunk)
    return {}
  },
  putPartRows(context, chunk) {
    context.scope.everyone()
    putPartRows(context, chunk)
    return {}
  },
  finishStaging(context, result) {
    context.scope.everyone()
    return finishStaging(context, result)
  },
  forgetAbandoned(context) {
    context.scope.everyone()
    forgetAbandoned(context)
    return {}
  },
}

function describe(target: ImportTarget, session: Session): Target {
  const { name, permissions, modes } = target
  const has = (right: keyof ImportTarget['permissions']) => session.permissions.has(permissions[right])
  return {
    name, canImport: mayImport(session, target), canExport: (!isCompound(target) || target.exported !== undefined) && has('view') && session.permissions.has('dataCare.view'),
    modes: modes.filter(mode => mode === 'insert' || mayUpdate(session, target)),
    fields: visibleFields(session, target).map(({ labels = null, name: field, kind, isRequired = false, isKey = false, isOfHead = false, maximum = null, choices, reference = null }) => ({
      name: field, labels, kind, isRequired, isKey, isOfHead, maximum, reference,
      choices: Object.keys(choices?.id ?? {}).map(value => ({ value, id: choices?.id[value] ?? value, en: choices?.en[value] ?? value })),
    })),
  }
}
